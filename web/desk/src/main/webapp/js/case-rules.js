// SPDX-License-Identifier: Apache-2.0
// Rules, macros and paths as the supervisor fills them in: rows of conditions and actions, each with the control that fits.
(function () {
  'use strict';
  const moked = window.moked;
  const acts = moked.acts;

  function part(row, name) { return row.querySelector('[data-part="' + name + '"]'); }

  function chooser(row) { return part(row, 'field') || part(row, 'kind'); }

  // The control that fits is shown; the others say nothing
  function fit(row) {
    const choice = chooser(row).value;
    row.querySelectorAll('[data-value]').forEach(function (control) { control.hidden = !control.dataset.value.split(' ').includes(choice); });
    const operator = part(row, 'operator');
    if (!operator) return;
    Array.from(operator.options).forEach(function (option) {
      option.hidden = !option.dataset.fits.split(' ').includes(choice);
      option.disabled = option.hidden;
    });
    if (operator.selectedOptions.length === 0 || operator.selectedOptions[0].disabled) operator.value = Array.from(operator.options).find(function (option) { return !option.disabled; }).value;
  }

  function add(form, kind, given) {
    const row = document.getElementById('row-' + kind).content.firstElementChild.cloneNode(true);
    form.querySelector('[data-rows="' + (kind === 'condition' ? 'conditions' : 'actions') + '"]').append(row);
    if (given) chooser(row).value = given.field || given.kind;
    fit(row);
    if (given) {
      if (given.operator) part(row, 'operator').value = given.operator;
      const control = row.querySelector('[data-value]:not([hidden])');
      if (control && control.value !== undefined) control.value = given.value;
      if (part(row, 'he')) {
        part(row, 'he').value = given.he || '';
        part(row, 'en').value = given.en || '';
      }
    }
    return row;
  }

  function read(form, rows) {
    return JSON.stringify(Array.from(form.querySelectorAll('[data-rows="' + rows + '"] > li')).map(function (row) {
      const control = row.querySelector('[data-value]:not([hidden])');
      const value = control && control.value !== undefined ? control.value : '';
      if (rows === 'conditions') return { field: chooser(row).value, operator: part(row, 'operator').value, value: value };
      const action = { kind: chooser(row).value, value: value };
      if (!part(row, 'he').closest('[data-value]').hidden) Object.assign(action, { he: part(row, 'he').value, en: part(row, 'en').value });
      return action;
    }));
  }

  function timed(form) {
    const counts = form.elements.trigger.selectedOptions[0].dataset.timed === 'true';
    form.querySelectorAll('[data-timed-only]').forEach(function (field) { field.hidden = !counts; });
    form.elements.hours.disabled = !counts;
  }

  function opened(box, row) {
    const form = box.querySelector('form');
    form.reset();
    form.querySelectorAll('[data-rows]').forEach(function (list) { list.textContent = ''; });
    form.elements.version.value = row ? row.dataset.version : '0';
    if (form.elements.id) form.elements.id.value = row ? row.dataset.id : '';
    box.showModal();
    return form;
  }

  acts['rule-edit'] = function (button) {
    const row = button.closest('tr');
    const form = opened(document.getElementById('rule'), row);
    document.getElementById('rule-tried').textContent = '';
    if (row) {
      const content = JSON.parse(row.dataset.content);
      form.elements.hebrewName.value = content.he;
      form.elements.englishName.value = content.en;
      form.elements.trigger.value = content.trigger;
      if (content.hours) form.elements.hours.value = content.hours;
      form.elements.business.checked = content.business;
      content.conditions.forEach(function (one) { add(form, 'condition', one); });
      content.actions.forEach(function (one) { add(form, 'rule-action', one); });
    } else {
      add(form, 'rule-action');
    }
    timed(form);
  };
  acts['macro-edit'] = function (button) {
    const row = button.closest('tr');
    const form = opened(document.getElementById('macro'), row);
    if (row) {
      form.elements.hebrewName.value = row.dataset.he;
      form.elements.englishName.value = row.dataset.en;
      form.elements.team.value = row.dataset.team || '';
      JSON.parse(row.dataset.actions).forEach(function (one) { add(form, 'macro-action', one); });
    } else {
      add(form, 'macro-action');
    }
  };
  acts['path-edit'] = function (button) {
    const row = button.closest('tr');
    const form = opened(document.getElementById('path'), row);
    if (!row) return;
    form.elements.team.value = row.dataset.team;
    form.elements.next.value = row.dataset.next;
  };
  acts['rule-add'] = function (button) { chooser(add(button.closest('form'), button.dataset.row)).focus(); };
  acts['rule-drop'] = function (button) { button.closest('li').remove(); };

  function known(button, more) {
    const row = button.closest('tr');
    return Object.assign({ id: row.dataset.id, version: row.dataset.version }, more);
  }

  acts['rule-activate'] = function (button) { moked.ask('wireRuleActivate', known(button, { active: button.dataset.active })); };
  acts['rule-up'] = function (button) { moked.ask('wireRuleUp', known(button)); };
  acts['macro-remove'] = function (button) { moked.ask('wireMacroRemove', known(button)); };
  acts['path-remove'] = function (button) { moked.ask('wirePathRemove', { team: button.closest('tr').dataset.team }); };

  function whole(form) {
    const values = Object.fromEntries(new FormData(form));
    ['conditions', 'actions'].forEach(function (rows) { if (form.querySelector('[data-rows="' + rows + '"]')) values[rows] = read(form, rows); });
    return values;
  }

  acts['rule-try'] = function (button) {
    const form = button.closest('form');
    if (form.reportValidity()) moked.ask('wireRuleTry', Object.assign(whole(form), { 'try': 'true' }));
  };

  document.addEventListener('change', function (event) {
    const row = event.target.closest('.rule-row');
    if (row && event.target === chooser(row)) fit(row);
    if (event.target.dataset.ruleTrigger !== undefined) timed(event.target.form);
  });

  const commands = { rule: 'wireRule', macro: 'wireMacro', path: 'wirePath' };

  document.addEventListener('submit', function (event) {
    const form = event.target;
    const command = commands[form.dataset.submit];
    if (!command) return;
    event.preventDefault();
    const button = form.querySelector('[type="submit"]');
    if (button.disabled) return;
    button.disabled = true;
    moked.ask(command, Object.assign(whole(form), { show: new URLSearchParams(location.search).get('show') || 'RULES' })).then(function (answer) {
      button.disabled = false;
      if (answer.done) form.closest('dialog').close();
    });
  });
}());
