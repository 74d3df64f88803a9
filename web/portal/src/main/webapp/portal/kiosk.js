// SPDX-License-Identifier: Apache-2.0
// The keys of a kiosk, and its way back to the beginning when nobody touches it any more.
(() => {
  'use strict';
  const body = document.body;
  const restMs = body.dataset.step === 'ticket' ? 20000 : 45000;
  const field = document.getElementById('who');
  let rest = 0;

  function again() {
    clearTimeout(rest);
    // the first screen goes back, too: somebody may have typed and left
    rest = setTimeout(() => { location.replace(body.dataset.home); }, restMs);
  }

  ['pointerdown', 'keydown'].forEach(kind => document.addEventListener(kind, again));
  if (body.dataset.step !== 'who') again();

  if (field) {
    document.querySelectorAll('.keys').forEach(keys => { keys.hidden = keys.id === 'letters'; });
    const letters = document.getElementById('letters');
    document.querySelectorAll('[data-key]').forEach(button => button.addEventListener('click', () => {
      if (button.dataset.key === 'erase') field.value = field.value.slice(0, -1);
      else if (button.dataset.key === 'letters') {
        letters.hidden = !letters.hidden;
        button.setAttribute('aria-expanded', String(!letters.hidden));
      } else if (field.value.length < field.maxLength) field.value += button.dataset.key;
    }));
    field.focus();
  }

  const print = document.getElementById('print');
  if (print) {
    print.hidden = false;
    print.addEventListener('click', () => window.print());
  }
  document.querySelectorAll('form').forEach(form => form.addEventListener('submit', event => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = 'true';
  }));
  window.addEventListener('pageshow', event => { if (event.persisted) location.replace(body.dataset.home); });
})();
