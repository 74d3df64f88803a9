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
  // One button in the page's language, and a list from which a file can be taken out again.
  const list = document.getElementById('picked');
  const size = bytes => bytes < 1048576 ? Math.max(1, Math.round(bytes / 1024)) + ' KB' : (bytes / 1048576).toFixed(1) + ' MB';
  function part(tag, kind, text) {
    const element = document.createElement(tag);
    element.className = kind;
    element.textContent = text;
    return element;
  }
  function listFiles() {
    list.textContent = '';
    Array.from(files.files).forEach((file, index) => {
      const item = part('li', 'picked__file', '');
      const name = part('bdi', 'picked__name', file.name);
      const remove = part('button', 'btn btn--quiet', list.dataset.remove);
      remove.type = 'button';
      remove.setAttribute('aria-label', list.dataset.remove + ': ' + file.name);
      remove.addEventListener('click', () => {
        const rest = new DataTransfer();
        Array.from(files.files).filter((other, place) => place !== index).forEach(other => rest.items.add(other));
        files.files = rest.files;
        listFiles();
        files.focus();
      });
      item.append(name, part('span', 'picked__size ltr', size(file.size)), remove);
      list.append(item);
    });
    checkFiles();
  }
  files.parentElement.classList.add('field--pick');
  document.getElementById('pick').hidden = false;
  files.addEventListener('change', listFiles);
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
