// SPDX-License-Identifier: Apache-2.0
// Choosing files: one button in the page's language, a list from which a file can be taken out again, and a word about
// too many or too large ones before they travel. Without it the browser's own control is there.
(() => {
  'use strict';
  const files = document.getElementById('files');
  // a conversation that is only on its way has nothing to send with yet
  if (!files) {
    return;
  }
  const list = document.getElementById('picked');
  const wrong = document.getElementById('files-wrong');
  const size = bytes => bytes < 1048576 ? Math.max(1, Math.round(bytes / 1024)) + ' KB' : (bytes / 1048576).toFixed(1) + ' MB';
  function part(tag, kind, text) {
    const element = document.createElement(tag);
    element.className = kind;
    element.textContent = text;
    return element;
  }
  function check(chosen) {
    const total = chosen.reduce((sum, file) => sum + file.size, 0);
    wrong.textContent = chosen.length > +files.dataset.most ? files.dataset.many : total > +files.dataset.largest ? files.dataset.large : '';
    files.setAttribute('aria-invalid', String(!!wrong.textContent));
  }
  function show() {
    const chosen = Array.from(files.files);
    list.textContent = '';
    chosen.forEach((file, index) => {
      const item = part('li', 'picked__file', '');
      const remove = part('button', 'btn btn--quiet', list.dataset.remove);
      remove.type = 'button';
      remove.setAttribute('aria-label', list.dataset.remove + ': ' + file.name);
      remove.addEventListener('click', () => {
        const rest = new DataTransfer();
        chosen.filter((other, place) => place !== index).forEach(other => rest.items.add(other));
        files.files = rest.files;
        show();
        files.focus();
      });
      item.append(part('bdi', 'picked__name', file.name), part('span', 'picked__size ltr', size(file.size)), remove);
      list.append(item);
    });
    check(chosen);
  }
  files.parentElement.classList.add('field--pick');
  document.getElementById('pick').hidden = false;
  files.addEventListener('change', show);
})();
