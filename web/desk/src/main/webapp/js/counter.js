// SPDX-License-Identifier: Apache-2.0
// The counter at the side of the desk: who waits is looked at again when something happens in the branch; one key calls the next.
(function () {
  'use strict';
  const moked = window.moked;
  const acts = moked.acts;
  const calm = 120;
  let soon = null;

  function part() { return document.getElementById('counter'); }
  function here() { return part() && part().dataset.phase !== 'none'; }

  function look() {
    soon = null;
    if (here()) moked.ask('wireCounter', { ask: 'look' });
  }

  // what is chosen but not sent yet stays chosen, and what is unfolded stays so, however often it is drawn again
  let chosen = '';
  let unfolded = false;

  document.addEventListener('change', function (event) { if (event.target.id === 'counter-choice') chosen = event.target.value; });
  document.addEventListener('toggle', function (event) { if (event.target.matches && event.target.matches('#counter details')) unfolded = event.target.open; }, true);
  moked.onDrawn(function () {
    const select = document.getElementById('counter-choice');
    if (!select) chosen = '';
    else if (chosen && select.value !== chosen) select.value = chosen;
    const fold = document.querySelector('#counter details');
    if (fold && unfolded && !fold.open) fold.open = true;
  });

  function later() {
    if (!soon && here()) soon = setTimeout(look, calm);
  }

  function act(parameters) {
    const open = document.getElementById('talk').dataset.open;
    const keep = moked.composer ? moked.composer.keep() : Promise.resolve();
    return keep.then(function () { return moked.ask('wireCounterAct', parameters); }).then(function (answer) {
      if (answer.refused) look();
      else if (answer.opened !== undefined) moked.desk.came(open);
      return answer;
    });
  }

  acts.counter = function (button) {
    if (button.getAttribute('aria-disabled') === 'true' || button.disabled) return;
    button.disabled = true;
    act({ ask: button.dataset.ask, id: button.dataset.id || '' }).then(function () { button.disabled = false; });
  };

  acts['phone-later'] = function (button) {
    const dialog = document.getElementById('phone-later');
    dialog.querySelector('form').reset();
    dialog.dataset.id = button.dataset.id;
    const line = document.createElement('span');
    line.className = 'skeleton skeleton--line';
    document.getElementById('phone-moments').replaceChildren(line);
    dialog.showModal();
    document.getElementById('phone-about').focus();
    moked.ask('wirePhoneMoments', { 'phone-moments': 'true', id: button.dataset.id }).then(function () {
      const known = document.getElementById('phone-known');
      const number = document.getElementById('phone-number');
      if (known && !number.value) number.value = known.dataset.number;
    });
  };

  document.addEventListener('submit', function (event) {
    const form = event.target;
    if (form.dataset.submit === 'counter-open') {
      event.preventDefault();
      act({ ask: 'open', id: new FormData(form).get('counter') });
    } else if (form.dataset.submit === 'phone-later') {
      event.preventDefault();
      const dialog = form.closest('dialog');
      const values = new FormData(form);
      const button = form.querySelector('[type="submit"]');
      button.disabled = true;
      moked.ask('wirePhoneLater', { id: dialog.dataset.id, about: values.get('about'), at: values.get('at') || '', number: values.get('number') }).then(function (answer) {
        button.disabled = false;
        if (answer.done) dialog.close();
      });
    }
  });

  document.addEventListener('keydown', function (event) {
    if (!event.altKey || event.ctrlKey || event.metaKey || event.code !== 'KeyC' || document.querySelector('dialog[open]')) return;
    const button = document.querySelector('#counter [data-chord="counter"]');
    if (!button) return;
    event.preventDefault();
    acts.counter(button);
  });

  moked.onPush(function (event) {
    if (/^(Visitor|Counter)/.test(event.type) || event.type === 'Reconnected') later();
    if (event.type === 'CounterLeft' && here()) {
      moked.beep();
      moked.toast({ kind: 'bad', text: document.getElementById('counter-words').dataset.left });
    }
  });
}());
