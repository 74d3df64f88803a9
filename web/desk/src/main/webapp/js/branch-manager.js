// SPDX-License-Identifier: Apache-2.0
// A branch as its manager sees it: drawn again soon after something happened there, but never while a dialog is open.
(function () {
  'use strict';
  const moked = window.moked;
  const HAPPENED = ['VisitorCame', 'VisitorCalled', 'VisitorServed', 'VisitorGone', 'CounterMoved', 'CounterLeft', 'ClosingActed', 'AppointmentActed', 'PresenceChanged', 'Reconnected'];
  let asking = false;
  let again = false;
  let soon = null;

  function head() { return document.getElementById('managed'); }

  function about(what) { return Object.assign({ branch: head().dataset.branch, day: head().dataset.day }, what); }

  function busy() { return asking || document.querySelector('dialog[open]'); }

  function look() {
    soon = null;
    if (!head() || head().dataset.now !== 'true') return;
    if (busy()) {
      again = true;
      return;
    }
    asking = true;
    const opened = document.querySelector('.day-picture__table[open]') !== null;
    moked.ask('wireManaged', about()).then(function () {
      asking = false;
      const table = document.querySelector('.day-picture__table');
      if (opened && table) table.open = true;
      if (again) {
        again = false;
        later();
      }
    });
  }

  // several things that happen at once are one look
  function later() { if (!soon) soon = setTimeout(look, 150); }

  function act(command, what) { return moked.ask(command, about(what)); }

  moked.acts['close-line'] = function () { act('wireCloseLine'); };
  moked.acts['open-line'] = function () { act('wireOpenLine'); };
  moked.acts['end-day'] = function () { document.getElementById('end-day').showModal(); };
  moked.acts['free-counter'] = function (button) {
    const box = document.getElementById('free-counter');
    box.dataset.counter = button.dataset.counter;
    document.getElementById('free-counter-what').textContent = button.dataset.what;
    box.showModal();
  };
  document.addEventListener('submit', function (event) {
    const box = event.target.closest('dialog');
    if (event.target.dataset.submit === 'end-day') {
      event.preventDefault();
      act('wireEndDay').then(function () { box.close(); });
    } else if (event.target.dataset.submit === 'free-counter') {
      event.preventDefault();
      act('wireFreeCounter', { counter: box.dataset.counter }).then(function () { box.close(); });
    }
  });
  document.addEventListener('change', function (event) {
    if (event.target.id !== 'managed-day' || !event.target.value) return;
    location.assign('branch.xhtml?branch=' + head().dataset.branch + '&day=' + event.target.value);
  });
  document.addEventListener('close', function () { if (again) later(); }, true);

  moked.onPush(function (event) { if (HAPPENED.includes(event.type)) later(); });
  // what the clock alone changes: who is late, and how long one waits
  setInterval(later, 30000);
}());
