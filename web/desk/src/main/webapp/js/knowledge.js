// SPDX-License-Identifier: Apache-2.0
// The library: what is typed is looked for at once, and what is chosen is read beside the list. The address says both.
(function () {
  'use strict';
  const moked = window.moked;
  const pause = 200;
  const page = document.querySelector('.library');
  const find = document.getElementById('knowledge-q');
  let timer = null;

  function address(changes) {
    const parameters = new URLSearchParams(location.search);
    Object.entries(changes).forEach(function (pair) {
      if (pair[1]) parameters.set(pair[0], pair[1]);
      else parameters.delete(pair[0]);
    });
    history.replaceState(null, '', '?' + parameters);
    return Object.fromEntries(parameters);
  }

  find.addEventListener('input', function () {
    clearTimeout(timer);
    timer = setTimeout(function () { moked.ask('wireKnowledge', address({ q: find.value.trim() })); }, pause);
  });

  moked.acts.read = function (link) {
    const pop = link.closest('details');
    if (pop) pop.open = false;
    moked.ask('wireArticle', address({ article: link.dataset.article, text: link.dataset.text, number: link.dataset.number })).then(function () {
      page.dataset.pane = 'text';
      document.getElementById('reader').scrollTop = 0;
      mark();
    });
  };

  moked.acts['library-back'] = function () {
    address({ article: '', number: '', text: '' });
    page.dataset.pane = 'list';
    find.focus();
  };

  moked.acts.vote = function (button) { moked.ask('wireVote', { article: button.dataset.article, helpful: button.dataset.helpful }); };

  function mark() {
    const read = new URLSearchParams(location.search).get('article');
    page.querySelectorAll('.library__row').forEach(function (row) { row.setAttribute('aria-current', String(row.dataset.article === read)); });
  }

  // up and down through what was found, without leaving the field
  find.addEventListener('keydown', function (event) {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp' && event.key !== 'Enter') return;
    const rows = Array.from(page.querySelectorAll('.library__row'));
    const at = rows.findIndex(function (row) { return row.getAttribute('aria-current') === 'true'; });
    const next = rows[event.key === 'Enter' ? Math.max(0, at) : Math.min(rows.length - 1, Math.max(0, at + (event.key === 'ArrowDown' ? 1 : -1)))];
    event.preventDefault();
    if (!next) return;
    next.scrollIntoView({ block: 'nearest' });
    moked.acts.read(next);
  });

  moked.onDrawn(mark);
  mark();
}());
