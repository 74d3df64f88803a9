// SPDX-License-Identifier: Apache-2.0
// Cases wherever a customer is served: opened from a conversation or a card, worked on, listed; their clocks tick.
(function () {
  'use strict';
  const moked = window.moked;
  const acts = moked.acts;
  const words = document.getElementById('case-words').dataset;
  const lang = document.documentElement.lang;

  // ---- clocks: business time that is left, counted on here while it passes
  let drawnAt = Date.now();

  function unit(value, name) { return new Intl.NumberFormat(lang, { style: 'unit', unit: name, unitDisplay: 'short' }).format(value); }

  function span(millis) {
    const seconds = Math.floor(Math.abs(millis) / 1000);
    const minutes = Math.floor(seconds / 60);
    if (minutes >= 60) return unit(Math.floor(minutes / 60), 'hour') + ' ' + unit(minutes % 60, 'minute');
    return minutes + ':' + String(seconds % 60).padStart(2, '0');
  }

  function tick() {
    document.querySelectorAll('[data-sla-left]').forEach(function (clock) {
      const left = Number(clock.dataset.slaLeft) - (clock.dataset.slaRuns === 'true' ? Date.now() - drawnAt : 0);
      const text = (left < 0 ? words.late : words.left).replace('{0}', span(left));
      if (clock.textContent !== text) clock.textContent = text;
      if (left < 0 && clock.closest('.sla')) clock.closest('.sla').classList.add('sla--bad');
    });
  }

  setInterval(tick, 1000);
  tick();

  // ---- opening
  function here(customer) {
    return document.querySelector('#head [data-talk-customer="' + customer + '"]') ? document.getElementById('talk').dataset.open : '';
  }

  acts['case-open'] = function (button) {
    const box = document.getElementById('case-open');
    box.querySelector('form').reset();
    box.dataset.customer = button.dataset.customer;
    box.dataset.conversation = here(button.dataset.customer);
    box.showModal();
    moked.ask('wireCaseForm', { form: 'true', customer: box.dataset.customer, conversation: box.dataset.conversation }).then(function () {
      const subject = document.getElementById('case-subject');
      if (subject) subject.focus();
    });
  };

  acts['case-speak'] = function (button) {
    const box = document.getElementById('case-open');
    moked.ask('wireCaseSpeak', Object.assign({ id: button.dataset.case, conversation: box.dataset.conversation }, card())).then(function (answer) {
      if (answer.done) box.close();
    });
  };

  function card() {
    const cases = document.getElementById('cases');
    const section = document.getElementById('section');
    return !cases ? {} : section ? { 'cases-of': cases.dataset.casesOf, tab: section.dataset.tab, id: cases.dataset.casesOf } : { 'cases-of': cases.dataset.casesOf };
  }

  // ---- one case
  // ---- the note that is being written is kept on the server: whatever is drawn again has it
  let draft = null;
  function note() { return document.getElementById('case-note'); }

  document.addEventListener('input', function (event) {
    // what else is filled in is nowhere but here: nobody's news may take it away
    if (event.target !== note()) {
      if (event.target.closest('#case')) event.target.dataset.filled = 'true';
      return;
    }
    clearTimeout(draft);
    draft = setTimeout(keepDraft, 800);
  });

  function keepDraft() {
    draft = null;
    if (note()) moked.ask('wireCaseDraft', { id: document.getElementById('case').dataset.case, draft: note().value });
  }

  function act(ask, what) {
    const page = document.getElementById('case');
    clearTimeout(draft);
    draft = null;
    return moked.ask('wireCase', Object.assign({ ask: ask, id: page.dataset.case, version: page.dataset.version, draft: note() ? note().value : '' }, what)).then(function (answer) {
      drawnAt = Date.now();
      tick();
      return answer;
    });
  }

  function picked() { return Array.from(document.querySelectorAll('#case [name="message"]:checked')).map(function (box) { return box.value; }).join(','); }

  acts['case-take'] = function () { act('take'); };
  acts['case-become'] = function (button) { act('become', { state: button.dataset.state }); };
  acts['case-severity'] = function (button) { act('severity', { severity: button.dataset.severity }); };
  acts['case-watch'] = function (button) { act('watch', { watched: button.dataset.watched }); };
  acts['case-merge-undo'] = function (button) { act('undo-merge', { merge: button.dataset ? button.dataset.merge : button }); };
  acts['case-assign'] = function () {
    const box = document.getElementById('case-assign');
    box.showModal();
    moked.ask('wireCaseKeepers', { 'case-keepers': 'true', id: document.getElementById('case').dataset.case });
  };
  acts['case-dialog'] = function (button) {
    const box = document.getElementById(button.dataset.dialog === 'number' ? 'case-number-of' : 'case-' + button.dataset.dialog);
    const form = box.querySelector('form');
    form.reset();
    if (button.dataset.ask) form.dataset.ask = button.dataset.ask;
    if (button.dataset.title) box.querySelector('.dialog__head').textContent = button.dataset.title;
    // of no case any more: only what ties two may be empty
    const number = form.elements.number;
    if (number) number.required = !/^(parent|problem)$/.test(form.dataset.ask);
    box.showModal();
  };
  acts['case-messages'] = function (button) {
    if (picked() === '') {
      const first = document.querySelector('#case [name="message"]');
      if (first) first.focus();
      return;
    }
    acts['case-dialog'](button);
  };

  // ---- lists and times
  function list() {
    const shown = document.getElementById('case-rows') || document.getElementById('case-board');
    return shown ? Object.fromEntries(new URLSearchParams(shown.dataset.cases)) : {};
  }

  acts['case-filter-forget'] = function (button) { moked.ask('wireCaseForget', Object.assign(list(), { filter: button.dataset.id })); };

  document.addEventListener('change', function (event) {
    const choice = event.target.dataset.caseChoice;
    if (!choice) return;
    const to = new URLSearchParams(document.querySelector('[data-cases]').dataset.cases);
    if (event.target.value) to.set(choice, event.target.value); else to.delete(choice);
    location.assign('?' + to);
  });

  // ---- many at once
  const bar = document.getElementById('case-bulk-bar');

  function boxes() { return Array.from(document.querySelectorAll('#case-lines [name="pick"]')); }

  function chosen() { return boxes().filter(function (box) { return box.checked; }).map(function (box) { return box.value; }); }

  function countPicked() {
    if (!bar) return;
    const many = chosen().length;
    bar.hidden = many === 0;
    bar.querySelector('[data-picked]').textContent = many;
    const all = document.querySelector('[data-pick-all]');
    if (all) {
      all.checked = many > 0 && many === boxes().length;
      all.indeterminate = many > 0 && many < boxes().length;
    }
  }

  acts['case-bulk-none'] = function () {
    boxes().forEach(function (box) { box.checked = false; });
    countPicked();
  };
  acts['case-bulk'] = function () {
    const box = document.getElementById('case-bulk');
    box.querySelector('form').reset();
    bulkFields(box);
    box.showModal();
    moked.ask('wireBulkForm', { 'case-keepers': 'true' });
  };

  /** The fields of what was chosen, and what would become of each case. */
  function bulkFields(box) {
    const form = box.querySelector('form');
    const what = form.elements['bulk-act'].value;
    box.querySelectorAll('[data-for]').forEach(function (field) { field.hidden = field.dataset.for !== what; });
    const ready = what !== '' && (what !== 'assign' || form.elements.keeper && form.elements.keeper.value !== '');
    form.querySelector('[type="submit"]').disabled = true;
    moked.ask('wireBulkPreview', ready ? bulkValues(form) : {}).then(function () {
      const summary = box.querySelector('[data-possible]');
      form.querySelector('[type="submit"]').disabled = !summary || summary.dataset.possible === '0';
    });
  }

  function bulkValues(form) { return Object.assign(Object.fromEntries(new FormData(form)), list(), { chosen: chosen().join(',') }); }

  document.addEventListener('change', function (event) {
    if (event.target.name === 'pick') countPicked();
    if (event.target.dataset.pickAll) {
      boxes().forEach(function (box) { box.checked = event.target.checked; });
      countPicked();
    }
    const box = event.target.closest('#case-bulk');
    if (box && event.target.name !== 'note') bulkFields(box);
  });

  // ---- the board
  let moving = null;
  function move(tile, state) {
    // one after the other: a second move would be of a case that has just changed
    if (moving) return;
    moving = moked.ask('wireCaseMove', Object.assign(list(), { id: tile.dataset.case, version: tile.dataset.version, state: state })).then(function (answer) {
      // somebody was there before: as it is now
      return answer.done || moked.ask('wireCaseBoard', list());
    }).finally(function () { moving = null; });
  }

  acts['case-move'] = function (button) { move(button.closest('.case-tile'), button.dataset.state); };

  let dragged = null;
  function column(event) {
    const found = event.target.closest && event.target.closest('.case-column');
    return dragged && found && found.dataset.becomes && found !== dragged.closest('.case-column') ? found : null;
  }
  document.addEventListener('dragstart', function (event) {
    dragged = event.target.closest && event.target.closest('.case-tile');
    if (dragged) event.dataTransfer.effectAllowed = 'move';
  });
  function overNone() { document.querySelectorAll('.case-column--over').forEach(function (other) { other.classList.remove('case-column--over'); }); }
  document.addEventListener('dragover', function (event) {
    overNone();
    const over = column(event);
    if (!over) return;
    event.preventDefault();
    over.classList.add('case-column--over');
  });
  document.addEventListener('drop', function (event) {
    const onto = column(event);
    if (!onto) return;
    event.preventDefault();
    move(dragged, onto.dataset.becomes);
  });
  document.addEventListener('dragend', function () {
    dragged = null;
    overNone();
  });

  acts['level-edit'] = function (button) {
    const row = button.closest('tr');
    const form = document.querySelector('#level form');
    form.reset();
    ['team', 'severity', 'first', 'next', 'solve', 'version'].forEach(function (name) { if (row) form.elements[name].value = row.dataset[name] || ''; });
    document.getElementById('level').showModal();
  };
  acts['level-remove'] = function (button) {
    const row = button.closest('tr');
    moked.ask('wireLevelRemove', { team: row.dataset.team || '', severity: row.dataset.severity || '', version: row.dataset.version });
  };

  document.addEventListener('submit', function (event) {
    const form = event.target;
    const what = form.dataset.submit || '';
    if (!/^(case-|level$)/.test(what)) return;
    event.preventDefault();
    const button = form.querySelector('[type="submit"]');
    if (button.disabled) return;
    const box = form.closest('dialog');
    const values = Object.fromEntries(new FormData(form));
    button.disabled = true;
    let asked;
    if (what === 'case-bulk') asked = moked.ask('wireBulk', bulkValues(form)).then(function (answer) { countPicked(); return answer; });
    else if (what === 'case-open') asked = moked.ask('wireCaseOpen', Object.assign(values, card(), { customer: box.dataset.customer, conversation: box.dataset.conversation }));
    else if (what === 'case-filter') asked = moked.ask('wireCaseFilter', Object.assign(list(), values));
    else if (what === 'level') asked = moked.ask('wireLevel', values);
    else asked = act(what === 'case-note' ? 'note' : form.dataset.ask, Object.assign(values, { messages: picked() }));
    asked.then(function (answer) {
      button.disabled = false;
      if (answer.done && box) box.close();
    });
  });

  // ---- keyboard
  document.addEventListener('keydown', function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) || document.querySelector('dialog[open]')) return;
    if (event.code === 'KeyN' && document.getElementById('case-note')) {
      event.preventDefault();
      document.getElementById('case-note').focus();
    }
    const focused = document.activeElement;
    if (event.code === 'KeyX' && focused && focused.closest('#case-lines tr')) {
      const box = focused.closest('tr').querySelector('[name="pick"]');
      box.checked = !box.checked;
      countPicked();
    }
    if (event.code === 'KeyM' && focused && focused.closest('.case-tile')) {
      const menu = focused.closest('.case-tile').querySelector('details');
      menu.open = true;
      menu.querySelector('button').focus();
    }
    const links = Array.from(document.querySelectorAll('#case-lines .row-link, .case-tile__subject'));
    const step = event.code === 'KeyJ' ? 1 : event.code === 'KeyK' ? -1 : 0;
    if (!step || !links.length) return;
    event.preventDefault();
    links[Math.max(0, Math.min(links.length - 1, links.indexOf(document.activeElement) + step))].focus();
  });

  // ---- told by the clock, and by colleagues
  function again(page) {
    moked.ask('wireCaseAgain', { id: page.dataset.case }).then(function () { drawnAt = Date.now(); tick(); });
  }

  let shown = null;
  function changed(page) {
    if (shown) shown.remove();
    shown = moked.toast({ text: words.changed, label: words.again, action: function () { again(page); } });
  }

  let soon = null;
  moked.onPush(function (event) {
    if (event.type === 'HelpAsked') {
      moked.beep();
      moked.toast({ text: words.asked, label: words.show, action: function () { location.assign(moked.words.base + '/agent/escalations.xhtml'); } });
    }
    if (event.type !== 'CaseActed' && event.type !== 'ClockRang' && event.type !== 'Reconnected') return;
    if (event.type === 'ClockRang') {
      moked.beep();
      moked.toast({ text: words.warned, label: words.show, action: function () { location.assign(moked.words.base + '/agent/cases.xhtml'); } });
    }
    if (soon) return;
    soon = setTimeout(function () {
      soon = null;
      if (document.querySelector('dialog[open]') || draft || document.activeElement && document.activeElement === note() && note().value) return;
      const page = document.getElementById('case');
      if (page && page.querySelector('[data-filled]')) changed(page);
      else if (page && !picked()) again(page);
      // what was picked stays picked: the list is drawn again when nothing is
      if (document.getElementById('case-rows') && !chosen().length) moked.ask('wireCaseRows', list());
      if (document.getElementById('asked-rows')) moked.ask('wireAskedRows');
      const board = document.getElementById('case-board');
      if (board && !dragged && !board.querySelector('details[open]')) moked.ask('wireCaseBoard', list());
      if (document.getElementById('cases')) moked.ask('wireCases', card());
    }, 300);
  });
}());
