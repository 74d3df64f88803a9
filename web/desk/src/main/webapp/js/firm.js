// SPDX-License-Identifier: Apache-2.0
// The portal of a business on its card: inviting, sites, what contracts cost.
(function () {
  'use strict';
  document.addEventListener('submit', function (event) {
    const form = event.target;
    if (form.dataset.submit !== 'firm') return;
    event.preventDefault();
    const sent = { what: form.dataset.what, customer: form.dataset.customer };
    if (form.dataset.agreement) sent.agreement = form.dataset.agreement;
    new FormData(form).forEach(function (value, name) { sent[name] = value; });
    window.moked.ask('wireFirm', sent);
  });
  document.addEventListener('click', function (event) {
    const button = event.target.closest('[data-firm="again"]');
    if (button) window.moked.ask('wireFirm', { what: 'again', customer: button.dataset.customer, user: button.dataset.user });
  });
}());
