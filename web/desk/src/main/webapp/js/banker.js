// SPDX-License-Identifier: Apache-2.0
// Whoever is to be a customer's relationship banker.
(function () {
  'use strict';
  document.addEventListener('submit', function (event) {
    const form = event.target;
    if (form.dataset.submit !== 'banker') return;
    event.preventDefault();
    window.moked.ask('wireBanker', { customer: form.dataset.customer, banker: form.elements.banker.value });
  });
}());
