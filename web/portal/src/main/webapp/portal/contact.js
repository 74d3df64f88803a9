// SPDX-License-Identifier: Apache-2.0
// Small comforts of the form; it works without them. Tells of too many or too large files before they travel, sends
// once, and leads to what is wrong.
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

  function checkFiles() {
    const chosen = Array.from(files.files);
    const total = chosen.reduce((sum, file) => sum + file.size, 0);
    const wrong = chosen.length > +files.dataset.most ? files.dataset.many : total > +files.dataset.largest ? files.dataset.large : '';
    document.getElementById('files-wrong').textContent = wrong;
    files.setAttribute('aria-invalid', String(!!wrong));
    return !wrong;
  }
  files.addEventListener('change', checkFiles);
  form.addEventListener('submit', event => {
    if (!checkFiles()) {
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
