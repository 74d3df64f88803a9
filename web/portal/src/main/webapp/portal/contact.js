// SPDX-License-Identifier: Apache-2.0
// Small comforts of the form; it works without them. Leads to what is wrong and sends once.
(() => {
  'use strict';
  const form = document.getElementById('contact');
  const files = document.getElementById('files');
  const send = document.getElementById('send');
  const trouble = document.getElementById('trouble');
  if (trouble) trouble.focus();
  const more = document.querySelector('details.more');
  const id = document.getElementById('nationalid');
  if (id.value || id.getAttribute('aria-invalid') === 'true') more.open = true;

  form.addEventListener('submit', event => {
    if (files.files.length && files.getAttribute('aria-invalid') === 'true') {
      event.preventDefault();
      files.focus();
      return;
    }
    if (send.disabled) { event.preventDefault(); return; }
    send.dataset.words = send.textContent;
    send.textContent = form.dataset.sending;
    send.disabled = true;
  });
  // Shown again by "back": the button must work again.
  window.addEventListener('pageshow', event => {
    if (event.persisted && send.dataset.words) {
      send.textContent = send.dataset.words;
      send.disabled = false;
    }
  });
})();
