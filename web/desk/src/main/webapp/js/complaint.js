// SPDX-License-Identifier: Apache-2.0
// Complaints: the next stage of one, and what is done with groups of them.
(function () {
  'use strict';
  const moked = window.moked;

  document.addEventListener('submit', function (event) {
    const form = event.target;
    if (form.dataset.submit !== 'complaint') return;
    event.preventDefault();
    const button = form.querySelector('[type="submit"]');
    if (button.disabled) return;
    button.disabled = true;
    const one = form.closest('[data-complaint]');
    moked.ask('wireComplaint', Object.assign(Object.fromEntries(new FormData(form)), { ask: form.dataset.ask, id: one.dataset.complaint, version: one.dataset.version })).then(function () { button.disabled = false; });
  });
}());
