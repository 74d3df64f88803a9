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

  function card() {
    const cases = document.getElementById('cases');
    const section = document.getElementById('section');
    return !cases ? {} : section ? { 'cases-of': cases.dataset.casesOf, tab: section.dataset.tab, id: cases.dataset.casesOf } : { 'cases-of': cases.dataset.casesOf };
  }

  // ---- one case
  function act(ask, what) {
    const page = document.getElementById('case');
    return moked.ask('wireCase', Object.assign({ ask: ask, id: page.dataset.case, version: page.dataset.version }, what)).then(function (answer) {
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
    const rows = document.getElementById('case-rows');
    return rows ? Object.fromEntries(new URLSearchParams(rows.dataset.cases)) : {};
  }

  acts['case-filter-forget'] = function (button) { moked.ask('wireCaseForget', Object.assign(list(), { filter: button.dataset.id })); };

  document.addEventListener('change', function (event) {
    const choice = event.target.dataset.caseChoice;
    if (!choice) return;
    const to = new URLSearchParams(document.getElementById('case-rows').dataset.cases);
    if (event.target.value) to.set(choice, event.target.value); else to.delete(choice);
    location.assign('?' + to);
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
    if (what === 'case-open') asked = moked.ask('wireCaseOpen', Object.assign(values, card(), { customer: box.dataset.customer, conversation: box.dataset.conversation }));
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
    const links = Array.from(document.querySelectorAll('#case-lines .row-link'));
    const step = event.code === 'KeyJ' ? 1 : event.code === 'KeyK' ? -1 : 0;
    if (!step || !links.length) return;
    event.preventDefault();
    links[Math.max(0, Math.min(links.length - 1, links.indexOf(document.activeElement) + step))].focus();
  });

  // ---- told by the clock, and by colleagues
  let soon = null;
  moked.onPush(function (event) {
    if (event.type !== 'CaseActed' && event.type !== 'ClockRang' && event.type !== 'Reconnected') return;
    if (event.type === 'ClockRang') {
      moked.beep();
      moked.toast({ text: words.warned, label: words.show, action: function () { location.assign(moked.words.base + '/agent/cases.xhtml'); } });
    }
    if (soon) return;
    soon = setTimeout(function () {
      soon = null;
      if (document.querySelector('dialog[open]') || document.activeElement && document.activeElement.id === 'case-note' && document.activeElement.value) return;
      const page = document.getElementById('case');
      if (page && !picked()) moked.ask('wireCaseAgain', { id: page.dataset.case }).then(function () { drawnAt = Date.now(); tick(); });
      if (document.getElementById('case-rows')) moked.ask('wireCaseRows', list());
      if (document.getElementById('cases')) moked.ask('wireCases', card());
    }, 300);
  });
}());
