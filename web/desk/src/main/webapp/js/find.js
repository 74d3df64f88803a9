// SPDX-License-Identifier: Apache-2.0
// The search of the top bar, a combobox with a list (ARIA 1.2): the focus stays in the field, arrows walk the list, Enter opens,
// Esc shuts the list and keeps what was typed. Asked once a pause in typing; an answer that is out of date is given up.
(function () {
  'use strict';
  const form = document.getElementById('find');
  if (!form) return;
  const field = document.getElementById('find-words');
  const panel = document.getElementById('find-panel');
  const list = document.getElementById('find-list');
  const waiting = document.getElementById('find-waiting');
  const note = document.getElementById('find-note');
  const told = document.getElementById('find-told');
  const words = form.dataset;
  const base = window.moked.words.base;
  const groups = ['customers', 'conversations', 'further'].map(function (name) { return document.getElementById('find-' + name); });
  const pauseMs = 120;
  const skeletonMs = 300;
  const shortest = 2;
  let asked = null;
  let shown = null;
  let pause = 0;

  function options() {
    return Array.from(list.querySelectorAll('[role=option]'));
  }

  function open() {
    panel.hidden = false;
    field.setAttribute('aria-expanded', 'true');
  }

  function shut() {
    clearTimeout(pause);
    if (asked) asked.abort();
    panel.hidden = true;
    field.setAttribute('aria-expanded', 'false');
    choose(null);
  }

  function choose(option) {
    options().forEach(function (each) { each.setAttribute('aria-selected', String(each === option)); });
    if (option) {
      field.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    } else {
      field.removeAttribute('aria-activedescendant');
    }
  }

  function chosen() {
    return list.querySelector('[aria-selected=true]');
  }

  function step(by) {
    const all = options();
    if (!all.length) return;
    const at = all.indexOf(chosen());
    choose(all[at < 0 ? (by > 0 ? 0 : all.length - 1) : (at + by + all.length) % all.length]);
  }

  function go(option, apart) {
    if (apart) window.open(base + option.dataset.to, '_blank', 'noopener');
    else location.assign(base + option.dataset.to);
  }

  // ---- drawing
  function part(tag, kind, text) {
    const element = document.createElement(tag);
    if (kind) element.className = kind;
    if (text) element.textContent = text;
    return element;
  }

  function option(row, number) {
    const element = part('div', 'find__option');
    element.id = 'find-' + number;
    element.setAttribute('role', 'option');
    element.setAttribute('aria-selected', 'false');
    element.dataset.to = row.to;
    const sign = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    sign.setAttribute('class', 'icon');
    sign.setAttribute('aria-hidden', 'true');
    const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
    use.setAttribute('href', row.sign);
    sign.append(use);
    const head = part('span', 'find__name');
    head.append(part('bdi', '', row.name));
    if (row.tag) head.append(' ', part('span', 'find__tag', row.tag));
    element.append(sign, head);
    if (row.details.length) {
      const details = part('span', 'find__details');
      row.details.forEach(function (detail, at) {
        if (at) details.append(' ');
        details.append(part('bdi', detail.ltr ? 'ltr' : '', detail.text));
      });
      element.append(details);
    }
    return element;
  }

  function draw(answer, typed) {
    const further = [{ to: '/agent/customers.xhtml?q=' + encodeURIComponent(typed), name: words.all }, { to: '/agent/search.xhtml?q=' + encodeURIComponent(typed), name: words.texts }]
      .map(function (row) { return { to: row.to, name: row.name, sign: words.sign, tag: '', details: [] }; });
    const none = !answer.customers.length && !answer.conversations.length;
    const rows = [answer.customers, answer.conversations, none ? further.slice(1) : further];
    let number = 0;
    groups.forEach(function (group, at) {
      group.querySelectorAll('[role=option]').forEach(function (old) { old.remove(); });
      rows[at].forEach(function (row) { group.append(option(row, number++)); });
      group.hidden = !rows[at].length;
    });
    say(none ? words.none : '');
    told.textContent = none ? words.none : words.told.replace('{0}', answer.customers.length).replace('{1}', answer.conversations.length);
  }

  function say(text, again) {
    note.hidden = !text;
    note.textContent = text;
    if (!again) return;
    const button = part('button', 'link', words.again);
    button.type = 'button';
    button.addEventListener('click', function () { field.focus(); ask(); });
    note.append(' ', button);
  }

  // ---- asking
  function ask() {
    const typed = field.value.trim();
    clearTimeout(pause);
    if (asked) asked.abort();
    if (typed.length < shortest) {
      shown = null;
      shut();
      return;
    }
    const request = asked = new AbortController();
    choose(null);
    const slow = setTimeout(function () {
      list.hidden = true;
      say('');
      waiting.hidden = false;
      told.textContent = words.looking;
      open();
    }, skeletonMs);
    fetch(base + '/agent/find?q=' + encodeURIComponent(typed), { signal: request.signal, headers: { 'Faces-Request': 'partial/ajax' } }).then(function (answer) {
      if (answer.status === 401 || answer.status === 403) {
        window.moked.signedOut(window.moked.words.signedOut);
        throw new DOMException('', 'AbortError');
      }
      return answer.json().then(function (body) {
        if (answer.ok) return body;
        throw new Error(body.text);
      });
    }).then(function (body) {
      draw(body, typed);
      list.hidden = false;
      shown = typed;
    }, function (failure) {
      if (failure.name === 'AbortError') return;
      list.hidden = true;
      shown = null;
      say(words.failed, true);
      told.textContent = words.failed;
    }).finally(function () {
      clearTimeout(slow);
      if (asked !== request) return;
      asked = null;
      waiting.hidden = true;
      if (!request.signal.aborted && form.contains(document.activeElement)) open();
    });
  }

  field.addEventListener('input', function () {
    clearTimeout(pause);
    if (field.value.trim().length < shortest) ask();
    else pause = setTimeout(ask, pauseMs);
  });

  field.addEventListener('keydown', function (event) {
    if (event.isComposing) return;
    const closed = panel.hidden;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!closed) step(event.key === 'ArrowDown' ? 1 : -1);
      else if (shown && shown === field.value.trim()) open();
      else ask();
    } else if (event.key === 'Enter' && !closed && chosen()) {
      event.preventDefault();
      go(chosen(), event.ctrlKey || event.metaKey);
    } else if (event.key === 'Escape' && !closed) {
      // shuts the list; pressed again it does what the browser does with the field
      event.preventDefault();
      event.stopPropagation();
      shut();
    }
  });

  list.addEventListener('mousedown', function (event) { event.preventDefault(); });
  list.addEventListener('click', function (event) {
    const clicked = event.target.closest('[role=option]');
    if (clicked) go(clicked, event.ctrlKey || event.metaKey);
  });
  form.addEventListener('focusout', function (event) {
    if (!form.contains(event.relatedTarget)) shut();
  });
  form.addEventListener('submit', function (event) {
    if (field.value.trim().length < shortest) event.preventDefault();
  });
}());
