// SPDX-License-Identifier: Apache-2.0
// Forms of an administrator: what was entered goes to the server as it is; what is wrong is told beside the field, and all stays entered.
(function () {
  'use strict';
  const moked = window.moked;
  const words = document.getElementById('admin-words').dataset;

  // what the page is about is in its address; what is asked says more, or something else
  function ask(command, parameters) {
    return moked.ask(command, Object.assign(Object.fromEntries(new URLSearchParams(location.search)), parameters));
  }

  // ---- what a form holds
  function value(control, form) {
    const text = control.value === undefined ? '' : control.value.trim();
    switch (control.dataset.type) {
      case 'flag': return control.checked;
      case 'number': return text === '' ? undefined : isNaN(Number(text)) ? text : Number(text);
      case 'choices': return Array.from(control.querySelectorAll('input:checked')).map(function (box) { return box.value; });
      case 'texts': return text === '' ? [] : text.split(',').map(function (part) { return part.trim(); }).filter(Boolean);
      case 'lines': return text.split('\n').map(function (line) { return line.trim(); }).filter(Boolean);
      case 'html': return control.textContent.trim() === '' ? undefined : control.innerHTML;
      case 'skills': return text === '' ? [] : text.split(',').map(function (part) { return skill(part.trim(), JSON.parse(form.dataset.kinds)); });
      default: return text === '' ? undefined : text;
    }
  }

  // "fault 3" or "sales 2?"; without a number the lowest level
  function skill(text, kinds) {
    const parts = /^(\S+?)(?:[\s:]+(\d+))?(\?)?$/.exec(text) || [text, text];
    return { skill: parts[1], kind: kinds[parts[1]] || 'SUBJECT', minimum: parts[2] ? Number(parts[2]) : 1, additional: parts[3] === '?' };
  }

  function put(object, path, what) {
    if (what === undefined) return;
    const names = path.split('.');
    if (names.length === 1) {
      object[path] = what;
      return;
    }
    object[names[0]] = object[names[0]] || [];
    object[names[0]][names[1]] = object[names[0]][names[1]] || {};
    object[names[0]][names[1]][names[2]] = what;
  }

  function row(element, form) {
    const object = {};
    element.querySelectorAll('[data-field]').forEach(function (control) { put(object, control.dataset.field, value(control, form)); });
    Object.keys(object).forEach(function (name) { if (Array.isArray(object[name])) object[name] = object[name].filter(function (each) { return each !== null; }); });
    return object;
  }

  function content(form) {
    const all = {};
    form.querySelectorAll('[data-section]').forEach(function (section) {
      all[section.dataset.section] = section.dataset.list ? Array.from(section.querySelectorAll('[data-row]')).map(function (each) { return row(each, form); }) : row(section, form);
    });
    return all;
  }

  function entered(form) {
    const parameters = {};
    form.querySelectorAll('[name]').forEach(function (control) {
      if (control.type === 'checkbox') parameters[control.name] = String(control.checked);
      else parameters[control.name] = control.value;
    });
    if (form.querySelector('[data-section]')) parameters.content = JSON.stringify(content(form));
    return parameters;
  }

  // ---- what is wrong
  function clear(form) {
    form.querySelectorAll('.field__error').forEach(function (error) { error.remove(); });
    form.querySelectorAll('[aria-invalid]').forEach(function (control) {
      control.removeAttribute('aria-invalid');
      control.removeAttribute('aria-errormessage');
    });
  }

  function place(form, path) {
    const parts = /^([A-Za-z]+)(?:\[(\d+)\])?(?:\.(.+))?$/.exec(path);
    const section = parts && form.querySelector('[data-section="' + parts[1] + '"]');
    if (!section) return form.querySelector('[name="' + path + '"]');
    const within = parts[2] === undefined ? section : section.querySelectorAll('[data-row]')[Number(parts[2])];
    if (!within) return null;
    const name = (parts[3] || '').replace(/\[(\d+)\]/g, '.$1');
    return within.querySelector('[data-field="' + name + '"]') || within.querySelector('[data-field="' + name.split('.')[0] + '"]') || within.querySelector('[data-field]');
  }

  function wrong(form, answer) {
    const control = answer.field ? place(form, answer.field) : null;
    if (!control) {
      if (answer.why) moked.toast({ kind: 'bad', text: answer.why });
      return;
    }
    const error = document.createElement('span');
    error.className = 'field__error';
    error.id = 'wrong-here';
    error.setAttribute('role', 'alert');
    error.textContent = answer.why;
    control.after(error);
    const focused = control.matches('details') ? control.querySelector('summary') : control;
    focused.setAttribute('aria-invalid', 'true');
    focused.setAttribute('aria-errormessage', 'wrong-here');
    focused.focus();
  }

  function send(form, command) {
    clear(form);
    return ask(command, entered(form)).then(function (answer) {
      if (!answer.done) wrong(form, answer);
      else if (answer.go) history.replaceState(null, '', answer.go);
      return answer;
    });
  }

  document.addEventListener('submit', function (event) {
    if (event.target.dataset.submit !== 'admin') return;
    event.preventDefault();
    send(event.target, event.target.dataset.command);
  });

  // ---- a file is read into the field, where it can be looked at first
  document.addEventListener('change', function (event) {
    const chosen = event.target;
    if (!chosen.dataset.fills || !chosen.files || !chosen.files[0]) return;
    const field = document.getElementById(chosen.dataset.fills);
    chosen.files[0].slice(0, field.maxLength).text().then(function (text) { field.value = text; });
  });

  // ---- a file that is too large for a field is sent as it is; the page that comes back says what came of it
  document.addEventListener('submit', function (event) {
    const form = event.target;
    if (!form.dataset.file) return;
    event.preventDefault();
    const body = new FormData(form, event.submitter);
    const outcome = document.getElementById(form.dataset.file);
    const buttons = form.querySelectorAll('button');
    outcome.querySelectorAll(':scope > :not([data-working])').forEach(function (old) { old.remove(); });
    outcome.querySelector('[data-working]').hidden = false;
    buttons.forEach(function (button) { button.disabled = true; });
    fetch(form.action, { method: 'POST', body: body }).then(function (answer) {
      if (!answer.ok) throw new Error(String(answer.status));
      return answer.text();
    }).then(function (text) {
      outcome.replaceChildren.apply(outcome, new DOMParser().parseFromString(text, 'text/html').getElementById(form.dataset.file).children);
    }).catch(function () {
      outcome.querySelector('[data-working]').hidden = true;
      moked.toast({ kind: 'bad', text: moked.words.failed });
    }).finally(function () { buttons.forEach(function (button) { button.disabled = false; }); });
  });

  // ---- rows
  moked.acts['add-row'] = function (button) {
    const into = document.getElementById(button.dataset.into);
    into.append(document.getElementById(button.dataset.template).content.cloneNode(true));
    sum();
    count();
    const first = into.lastElementChild.querySelector('input:not([type=hidden]), select');
    if (first) first.focus();
  };
  moked.acts['remove-row'] = function (button) {
    button.closest('[data-row]').remove();
    count();
  };
  moked.acts['row-up'] = function (button) {
    const moved = button.closest('[data-row]');
    if (moved.previousElementSibling) moved.previousElementSibling.before(moved);
    button.focus();
    count();
  };

  // ---- several of a set: what was chosen stands on the button
  function sum() {
    document.querySelectorAll('.several').forEach(function (several) {
      const chosen = Array.from(several.querySelectorAll('input:checked')).map(function (box) { return box.nextElementSibling.textContent; });
      several.querySelector('.several__text').textContent = chosen.length === 0 ? words.all : chosen.length < 3 ? chosen.join(', ') : chosen.length + ' ' + words.chosen;
    });
  }
  document.addEventListener('change', function (event) { if (event.target.closest('.several')) sum(); });

  // ---- rules: trying, putting in force, going back
  function sheet() { return document.querySelector('form.sheet'); }

  moked.acts['try-rules'] = function () {
    send(sheet(), 'wireTry').then(function (answer) {
      const trial = document.getElementById('trial');
      if (!answer.done || !trial) return;
      trial.scrollIntoView({ block: 'start' });
      trial.focus({ preventScroll: true });
    });
  };
  moked.acts.activate = function () {
    send(sheet(), 'wireSave').then(function (answer) {
      if (answer.done) return ask('wireActivate', { revision: String(answer.revision) }).then(function (second) { if (!second.done) wrong(sheet(), second); });
    });
  };
  moked.acts.discard = function () {
    const kept = entered(sheet());
    ask('wireDiscard', { revision: kept.revision }).then(function (answer) {
      if (!answer.done) {
        wrong(sheet(), answer);
        return;
      }
      moked.toast({ text: words.discarded, label: moked.words.undo, action: function () { ask('wireSave', { content: kept.content, note: kept.note, revision: '', 'based-on': kept['based-on'] }); } });
    });
  };
  moked.acts['roll-back'] = function (button) { ask('wireReopen', { id: button.dataset.id }); };
  moked.acts.restore = function (button) { ask('wireRestore', { id: button.dataset.id }); };
  moked.acts.turn = function (button) { ask('wireReopen', { id: button.dataset.id }); };

  // ---- cells that store themselves
  document.addEventListener('change', function (event) {
    const cell = event.target;
    if (!cell.dataset.cell) return;
    const before = cell.dataset.seen;
    const what = { agent: cell.dataset.agent, what: cell.dataset.cell, seen: before, value: cell.value };
    ask('wireCell', what).then(function (answer) {
      if (!answer.done) {
        moked.toast({ kind: 'bad', text: answer.why || '' });
        cell.focus();
        return;
      }
      cell.dataset.seen = what.value;
      if (cell.classList.contains('matrix__level')) cell.className = 'input matrix__level matrix__level--' + cell.value;
      moked.toast({
        text: words.changed + ' ' + cell.getAttribute('aria-label'), label: moked.words.undo, action: function () {
          what.seen = what.value;
          what.value = before;
          cell.value = before;
          cell.dataset.seen = before;
          if (cell.classList.contains('matrix__level')) cell.className = 'input matrix__level matrix__level--' + cell.value;
          ask('wireCell', what);
        }
      });
    });
  });

  // ---- whom the segment rules match, as they stand on the screen: asked when nothing was typed for a moment
  let counting = null;

  function count() {
    clearTimeout(counting);
    const panel = document.getElementById('counts');
    if (!panel) return;
    const text = JSON.stringify(content(sheet()));
    if (panel.dataset.asked === text) return;
    counting = setTimeout(function () {
      panel.dataset.asked = text;
      ask('wireCount', { content: text }).then(function (answer) { if (panel.isConnected && panel.dataset.asked === text) counted(panel, answer); });
    }, 500);
  }

  function counted(panel, answer) {
    const note = panel.querySelector('[data-count-note]');
    const rules = document.querySelectorAll('#rules [data-count="rule"]');
    const counts = answer.counts ? JSON.parse(answer.counts) : null;
    if (!counts) {
      note.textContent = panel.dataset.wrong;
      document.querySelectorAll('[data-count]').forEach(function (place) { place.textContent = '–'; });
      return;
    }
    note.textContent = counts.exact ? panel.dataset.waiting : panel.dataset.sampled;
    panel.querySelectorAll('[data-count]').forEach(function (place) { place.textContent = counts.all[place.dataset.count]; });
    rules.forEach(function (place, at) { place.textContent = counts.rules[at]; });
  }
  document.addEventListener('input', function (event) { if (event.target.closest('form.sheet')) count(); });

  // ---- whom an offer concerns, as it stands on the screen
  let reaching = null;

  function reach() {
    clearTimeout(reaching);
    const panel = document.getElementById('reach');
    if (!panel) return;
    const text = JSON.stringify(content(sheet()));
    if (panel.dataset.asked === text) return;
    reaching = setTimeout(function () {
      panel.dataset.asked = text;
      ask('wireReach', { content: text }).then(function (answer) {
        if (!panel.isConnected || panel.dataset.asked !== text) return;
        panel.querySelector('[data-reached]').textContent = answer.reach || '–';
        panel.querySelector('[data-all]').textContent = answer.all || '–';
      });
    }, 500);
  }
  document.addEventListener('input', function (event) { if (event.target.closest('form[data-reach]')) reach(); });
  moked.acts['offer-turn'] = function (button) { ask('wireTurn', { id: button.dataset.id, pause: button.dataset.pause }); };

  // ---- how far the rules in force have come: looked at while they go
  let looking = null;

  function look() {
    const pass = document.getElementById('segment-pass');
    clearTimeout(looking);
    if (pass && pass.dataset.running === 'true') looking = setTimeout(function () { ask('wirePass'); }, 3000);
  }

  moked.onDrawn(sum);
  moked.onDrawn(count);
  moked.onDrawn(look);
  moked.onDrawn(reach);
  sum();
  count();
  look();
  reach();
}());
