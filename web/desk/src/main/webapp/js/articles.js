// SPDX-License-Identifier: Apache-2.0
// Articles beside the answer: what fits the customer's question, or what is written, is offered under the text; any other is
// looked for. One key puts it into the answer, with shift as a link.
(function () {
  'use strict';
  const moked = window.moked;
  const enough = 8;
  const typingPause = 900;
  const findingPause = 200;
  let shown = null;
  let timer = null;
  let finding = null;

  function box() { return document.getElementById('composer'); }
  function pop() { return document.getElementById('articles'); }

  // ---- what fits, under the text
  function hint(typed) {
    const composer = box();
    if (composer && !composer.classList.contains('composer--aside')) moked.ask('wireHint', { hint: 'true', typed: typed });
  }

  function begin() {
    if (box() === shown) return;
    shown = box();
    clearTimeout(timer);
    hint('');
  }

  document.addEventListener('input', function (event) {
    if (event.target.id === 'text') {
      clearTimeout(timer);
      const typed = event.target.value.trim();
      if (typed === '' || typed.length >= enough) timer = setTimeout(function () { hint(typed); }, typingPause);
    } else if (event.target.id === 'article-filter') {
      clearTimeout(finding);
      finding = setTimeout(look, findingPause);
    }
  });

  // ---- any other
  function look() {
    moked.ask('wireArticles', { articles: 'true', typed: document.getElementById('article-filter').value.trim() }).then(function () { choose(0); });
  }

  function listed() { return Array.from(document.querySelectorAll('#article-list .quick__item')); }

  function choose(at) {
    const items = listed();
    const next = items[Math.min(items.length - 1, Math.max(0, at))];
    items.forEach(function (item) { item.setAttribute('aria-selected', String(item === next)); });
    if (next) next.scrollIntoView({ block: 'nearest' });
  }

  function chosen() { return listed().findIndex(function (item) { return item.getAttribute('aria-selected') === 'true'; }); }

  document.addEventListener('toggle', function (event) {
    if (event.target.id !== 'articles' || !event.target.open) return;
    const filter = document.getElementById('article-filter');
    filter.value = '';
    filter.focus();
    look();
  }, true);

  function put(item, link) {
    moked.ask('wirePutArticle', { c: box().dataset.id, article: item.dataset.article, link: String(link) }).then(function (answer) {
      pop().open = false;
      if (answer.text) moked.composer.insert(answer.text);
    });
  }

  moked.acts['put-article'] = function (item, event) { put(item, Boolean(event && event.shiftKey)); };

  document.addEventListener('keydown', function (event) {
    if (event.target.id === 'article-filter') {
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault();
        choose(chosen() + (event.key === 'ArrowDown' ? 1 : -1));
      } else if (event.key === 'Enter') {
        event.preventDefault();
        const item = listed()[chosen()];
        if (item) put(item, event.shiftKey);
      } else if (event.key === 'Escape') {
        event.stopPropagation();
        pop().open = false;
        document.getElementById('text').focus();
      }
      return;
    }
    if (!event.altKey || !box()) return;
    if (event.code === 'KeyK') {
      event.preventDefault();
      pop().open = true;
    } else if (/^Digit[1-3]$/.test(event.code)) {
      const item = document.querySelectorAll('#article-hint .hint__one')[Number(event.code.slice(-1)) - 1];
      if (!item) return;
      event.preventDefault();
      put(item, event.shiftKey);
    }
  }, true);

  moked.onDrawn(begin);
  begin();
}());
