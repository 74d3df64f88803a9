// SPDX-License-Identifier: Apache-2.0
// Files of customers: while one is checked or brought in, how far it is; and what is to be done with one that is checked.
(function () {
  'use strict';
  const moked = window.moked;
  let asking = false;

  function shown(parameters) {
    return Object.assign(Object.fromEntries(new URLSearchParams(location.search)), parameters);
  }

  setInterval(function () {
    if (asking || document.hidden || !document.querySelector('#import-shown[data-running="true"]')) return;
    asking = true;
    moked.ask('wireImport', shown({})).finally(function () { asking = false; });
  }, 2000);

  document.addEventListener('submit', function (event) {
    const form = event.target;
    // the newest file is shown from now on
    if (form.dataset.file) history.replaceState(null, '', location.pathname);
    if (!form.dataset.decide) return;
    event.preventDefault();
    form.querySelectorAll('button').forEach(function (button) { button.disabled = true; });
    moked.ask(form.dataset.decide, shown(Object.fromEntries(new FormData(form))));
  });

  moked.acts['stop-import'] = function (button) {
    button.disabled = true;
    moked.ask('wireStop', shown({ 'file-id': button.dataset.id }));
  };
}());
