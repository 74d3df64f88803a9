// SPDX-License-Identifier: Apache-2.0
// Pairs of customers who may be one are looked through, by mouse or by keyboard alone.
(function () {
  'use strict';
  const moked = window.moked;
  const words = document.getElementById('twin-words').dataset;
  const list = document.getElementById('pairs');

  function compare() { return document.getElementById('compare'); }

  function current() { return list ? list.querySelector('[aria-current="true"]') : null; }

  function mark() {
    if (!list) return;
    const shown = compare();
    list.querySelectorAll('.twin__open').forEach(function (button) {
      button.setAttribute('aria-current', String(Boolean(shown) && button.dataset.pair === shown.dataset.pair));
    });
  }

  function show(button) {
    if (!button) return Promise.resolve();
    return moked.ask('wireReview', { pair: button.dataset.pair }).then(function () {
      mark();
      button.scrollIntoView({ block: 'nearest' });
    });
  }

  function beside(button, way) {
    const row = button && button.closest('li')[way === 'next' ? 'nextElementSibling' : 'previousElementSibling'];
    return row ? row.querySelector('.twin__open') : null;
  }

  // The pair is decided: it leaves the list, and the next one takes its place
  function decided(pair) {
    const row = document.getElementById('pair-' + pair);
    const button = row ? row.querySelector('.twin__open') : null;
    const next = beside(button, 'next') || beside(button, 'previous');
    if (row) row.remove();
    if (next) show(next);
    else location.assign('duplicates.xhtml');
  }

  function chosen() {
    const form = compare();
    const keep = form.querySelector('input[name="keep"]:checked').value;
    const going = keep === 'one' ? 'other' : 'one';
    const taken = [];
    const left = [];
    form.querySelectorAll('input[data-field]:checked').forEach(function (radio) {
      const other = form.querySelector('input[name="' + radio.name + '"][value="' + (radio.value === 'one' ? 'other' : 'one') + '"]');
      if (radio.value === going && radio.dataset.blank !== 'true') taken.push(radio.dataset.field);
      else if (radio.value === keep && radio.dataset.blank === 'true' && other.dataset.blank !== 'true') left.push(radio.dataset.field);
    });
    const data = form.dataset;
    return { kept: data[keep], keptVersion: data[keep + 'Version'], gone: data[going], goneVersion: data[going + 'Version'], taken: taken.join(','), left: left.join(',') };
  }

  function merge() {
    if (!compare()) return;
    const pair = compare().dataset.pair;
    moked.ask('wireMerge', chosen()).then(function (answer) {
      if (!answer.merge) return;
      moked.toast({ text: words.merged, label: words.undo, action: function () { undo(answer.merge); } });
      decided(pair);
    });
  }

  function undo(merge) {
    return moked.ask('wireUndo', { merge: merge }).then(function (answer) {
      if (!answer.done) return;
      moked.toast({ text: words.undone });
      location.reload();
    });
  }

  moked.acts.review = show;
  moked.acts.dismiss = function () {
    if (!compare()) return;
    const pair = compare().dataset.pair;
    moked.ask('wireDismiss', { pair: pair }).then(function (answer) {
      if (!answer.done) return;
      moked.toast({ text: words.dismissed });
      decided(pair);
    });
  };
  moked.acts.later = function () { show(beside(current(), 'next') || (list && list.querySelector('.twin__open'))); };
  moked.acts.undo = function (button) { undo(button.dataset.merge); };
  moked.acts.start = function () { document.getElementById('start').showModal(); };
  moked.acts.stop = function () { moked.ask('wireStop'); };

  document.addEventListener('submit', function (event) {
    const what = event.target.dataset.submit;
    if (what === 'merge') {
      event.preventDefault();
      merge();
    } else if (what === 'start') {
      moked.ask('wireStart', { mergeCertain: document.getElementById('start-merge').checked });
    }
  });

  document.addEventListener('keydown', function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]') || event.target.closest('input:not([type="radio"]), textarea, select')) return;
    const key = event.code;
    if (key === 'KeyJ') show(beside(current(), 'next'));
    else if (key === 'KeyK') show(beside(current(), 'previous'));
    else if (key === 'KeyM') merge();
    else if (key === 'KeyN') moked.acts.dismiss();
    else if (key === 'KeyL') moked.acts.later();
    else return;
    event.preventDefault();
  });

  // While a search runs its progress is asked for now and then
  setInterval(function () {
    const progress = document.querySelector('.twins__progress[data-running="true"]');
    if (progress && !document.hidden) moked.ask('wireProgress');
  }, 3000);

  moked.onDrawn(mark);
  mark();
}());
