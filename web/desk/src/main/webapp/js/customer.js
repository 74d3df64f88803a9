// SPDX-License-Identifier: Apache-2.0
// Who a customer is, on his card and where he is registered. What is wrong is told beside its field; what was typed stays
// in its form until it is kept. Every change says which version of the customer the page shows.
(function () {
  'use strict';
  const moked = window.moked;
  const acts = moked.acts;
  const REVEALED_MS = 30000;

  function shown() { return document.getElementById('identity-shown'); }

  function seen(more) {
    return Object.assign({ customer: shown().dataset.identity, version: shown().dataset.version }, more);
  }

  // ---- forms: the values of those parts that are there for this kind of thing
  function values(form) {
    const all = {};
    new FormData(form).forEach(function (value, name) {
      const control = form.elements[name];
      if (!(control instanceof Element) || control.offsetParent !== null || control.type === 'hidden' || control.closest('details')) all[name] = value;
    });
    return all;
  }

  function clear(form) {
    form.querySelectorAll('.field__error').forEach(function (error) { error.remove(); });
    form.querySelectorAll('[aria-invalid]').forEach(function (control) {
      control.removeAttribute('aria-invalid');
      control.removeAttribute('aria-errormessage');
    });
  }

  function wrong(form, faults) {
    faults.forEach(function (fault) {
      const control = Array.from(form.querySelectorAll('[name="' + fault.field + '"]')).find(function (each) { return each.offsetParent !== null || each.closest('details'); });
      if (!control) {
        moked.toast({ kind: 'bad', text: fault.text });
        return;
      }
      const folded = control.closest('details:not([open])');
      if (folded) folded.open = true;
      const error = document.createElement('span');
      error.className = 'field__error';
      error.id = 'wrong-' + form.dataset.submit + '-' + fault.field;
      error.setAttribute('role', 'alert');
      error.textContent = fault.text;
      control.closest('.field').append(error);
      control.setAttribute('aria-invalid', 'true');
      control.setAttribute('aria-errormessage', error.id);
    });
    const first = form.querySelector('[aria-invalid]');
    if (first) first.focus();
  }

  function send(form, command, parameters) {
    clear(form);
    const button = form.querySelector('[type="submit"]');
    button.disabled = true;
    return moked.ask(command, Object.assign(values(form), parameters)).then(function (answer) {
      button.disabled = false;
      if (answer.wrong) wrong(form, JSON.parse(answer.wrong));
      return answer;
    });
  }

  function open(id) {
    const dialog = document.getElementById(id);
    const form = dialog.querySelector('form');
    clear(form);
    dialog.showModal();
    const first = form.querySelector('input:not([type="hidden"]):not([type="radio"]), textarea');
    if (first) first.focus();
    return form;
  }

  // ---- on the card
  acts['identity-form'] = function (button) { open(button.dataset.form).reset(); };

  acts['identity-do'] = function (button) {
    const more = {};
    ['point', 'what', 'identifier', 'household', 'member'].forEach(function (name) { if (button.dataset[name]) more[name] = button.dataset[name]; });
    moked.ask(button.dataset.command, seen(more));
  };

  acts['identity-label'] = function (button) {
    const form = open('label-form');
    form.dataset.point = button.dataset.point;
    form.elements.label.value = button.closest('[data-point]').closest('.identity__line').dataset.label || '';
  };

  acts['identity-reach-remove'] = function (button) {
    const point = button.dataset.point;
    moked.ask('wireReachRemove', seen({ point: point })).then(function (answer) {
      if (answer.done) moked.toast({ text: answer.removed, label: moked.words.undo, action: function () { moked.ask('wireReachRestore', seen({ point: point })); } });
    });
  };

  acts['identity-tie'] = function (button) {
    const form = open('tie-form');
    form.reset();
    form.closest('dialog').dataset.tie = button.dataset.tie;
    form.elements.tie.value = button.dataset.tie;
    document.getElementById('tie-found').replaceChildren();
  };

  acts['identity-find'] = function (button) {
    const form = button.closest('form');
    clear(form);
    if (form.elements.who.value.trim()) moked.ask('wireFound', { customer: shown().dataset.identity, who: form.elements.who.value.trim() });
  };

  acts['identity-end'] = function (button) {
    const form = open('end-form');
    form.reset();
    form.dataset.authorisation = button.dataset.authorisation;
    form.dataset.company = button.dataset.company || '';
  };

  acts['identity-consent'] = function (button) {
    const form = open('consent-form');
    form.reset();
    form.dataset.channel = button.dataset.channel;
    form.dataset.purpose = button.dataset.purpose;
    document.getElementById('consent-what').textContent = button.dataset.purposeName + ' · ' + button.dataset.channelName;
    form.querySelector('[name="given"][value="' + (button.dataset.given === 'true' ? 'false' : 'true') + '"]').checked = true;
  };

  // A number is whole for half a minute, or until it is hidden again
  acts['identity-reveal'] = function (button) {
    const number = button.parentElement.querySelector('[data-masked]');
    if (button.getAttribute('aria-pressed') === 'true') {
      hide(button, number);
      return;
    }
    const asked = { customer: shown().dataset.identity };
    if (button.dataset.identifier) asked.identifier = button.dataset.identifier;
    moked.ask('wireReveal', asked).then(function (answer) {
      if (!answer.number) return;
      number.textContent = answer.number;
      press(button, true);
      setTimeout(function () { hide(button, number); }, REVEALED_MS);
    });
  };

  function hide(button, number) {
    number.textContent = number.dataset.masked;
    press(button, false);
  }

  function press(button, down) {
    const words = document.getElementById('identity-words').dataset;
    button.setAttribute('aria-pressed', String(down));
    button.title = down ? words.hide : words.reveal;
    button.setAttribute('aria-label', button.title);
  }

  document.addEventListener('submit', function (event) {
    const form = event.target;
    if (form.dataset.submit !== 'identity') return;
    event.preventDefault();
    const more = {};
    ['point', 'authorisation', 'company', 'channel', 'purpose'].forEach(function (name) { if (form.dataset[name]) more[name] = form.dataset[name]; });
    // what was done is drawn again, with the form closed
    send(form, form.dataset.command, seen(more)).then(function (answer) { if (answer.done && form.isConnected && form.closest('dialog').open) form.closest('dialog').close(); });
  });

  document.addEventListener('keydown', function (event) {
    if (event.key === 'Enter' && event.target.id === 'tie-who') {
      event.preventDefault();
      acts['identity-find'](event.target);
    }
  });

  // ---- registering
  function register(despite) {
    const form = document.querySelector('[data-submit="register"]');
    const more = { despite: String(despite) };
    if (form.dataset.guest) Object.assign(more, { guest: form.dataset.guest, version: form.dataset.version });
    send(form, 'wireRegister', more).then(function (answer) {
      if (answer.go) location.assign(answer.go);
      else if (answer.like) document.getElementById('like').scrollIntoView({ block: 'nearest' });
      else document.getElementById('like').replaceChildren();
    });
  }

  acts['identity-despite'] = function () { register(true); };
  acts['identity-same'] = function (button) {
    moked.ask('wireSame', { guest: document.querySelector('[data-submit="register"]').dataset.guest, customer: button.dataset.customer }).then(function (answer) { if (answer.go) location.assign(answer.go); });
  };
  document.addEventListener('submit', function (event) {
    if (event.target.dataset.submit !== 'register') return;
    event.preventDefault();
    register(false);
  });
  document.addEventListener('change', function (event) {
    const form = event.target.closest('[data-submit="register"]');
    if (form && event.target.name === 'kind') form.dataset.kind = event.target.value;
  });
}());
