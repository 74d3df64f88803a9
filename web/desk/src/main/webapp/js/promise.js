// SPDX-License-Identifier: Apache-2.0
// Promises wherever a customer is served: given with a chord, kept, cancelled and handed on, and told of when they are due.
(function () {
  'use strict';
  const moked = window.moked;
  const words = document.getElementById('promise-words').dataset;
  const acts = moked.acts;

  function dialog(name) {
    const box = document.getElementById('promise-' + name);
    box.querySelector('form').reset();
    return box;
  }

  // what the list on this page is of, and whose promises its card shows: they are drawn again
  function shown(parameters) {
    const list = document.querySelector('[data-promise-list]');
    const card = document.getElementById('promises');
    const all = list ? Object.fromEntries(new URLSearchParams(list.dataset.promiseList)) : {};
    if (card) all['promised-to'] = card.dataset.promised;
    return Object.assign(all, parameters);
  }

  function act(parameters) { return moked.ask('wirePromise', shown(parameters)); }

  // the open conversation is the place of the promise only when it is with that customer
  function here(customer) {
    return document.querySelector('#head [data-talk-customer="' + customer + '"]') ? document.getElementById('talk').dataset.open : '';
  }

  function skeleton(id) {
    const line = document.createElement('span');
    line.className = 'skeleton skeleton--line';
    document.getElementById(id).replaceChildren(line);
  }

  acts.promise = function (button) {
    const box = dialog('give');
    box.dataset.customer = button.dataset.customer;
    box.dataset.conversation = here(button.dataset.customer);
    box.querySelector('[data-channel]').hidden = box.dataset.conversation !== '';
    skeleton('promise-dues');
    box.showModal();
    document.getElementById('promise-text').focus();
    moked.ask('wirePromiseDues', { dues: 'true', customer: box.dataset.customer, conversation: box.dataset.conversation });
  };
  function about(name, button) {
    const box = dialog(name);
    box.dataset.id = button.dataset.id;
    box.dataset.version = button.dataset.version;
    box.showModal();
    return box;
  }

  // what usually keeps a promise of that kind; a press away from another
  const usual = { CALL: 'CALL', SEND: 'MESSAGE', CHECK: 'MESSAGE', TECHNICIAN: 'VISIT', REFUND: 'PAYMENT', OTHER: 'NOTE' };
  acts['promise-keep'] = function (button) {
    const box = about('keep', button);
    box.querySelector('[name="proof"][value="' + usual[button.dataset.kind] + '"]').checked = true;
    const reference = document.querySelector('#head [data-reference]');
    document.getElementById('promise-what').value = reference && button.closest('#promises') ? reference.dataset.reference : '';
    document.getElementById('promise-what').focus();
  };
  acts['promise-cancel'] = function (button) {
    about('cancel', button);
    document.getElementById('promise-why').focus();
  };
  acts['promise-reschedule'] = function (button) {
    about('reschedule', button);
    skeleton('promise-dues-again');
    moked.ask('wirePromiseDuesAgain', { dues: 'true', customer: button.dataset.customer, conversation: button.dataset.conversation || '' });
  };
  acts['promise-assign'] = function (button) {
    about('assign', button);
    skeleton('promise-keepers');
    moked.ask('wirePromiseKeepers', { keepers: 'true' });
  };
  acts['promise-take'] = function (button) {
    button.disabled = true;
    act({ ask: 'take', id: button.dataset.id }).then(function (answer) { if (!answer.done) button.disabled = false; });
  };
  acts['promise-undo'] = function (id) { act({ ask: 'undo', id: id }); };

  // ---- what a customer is entitled to is used with one press, and given back with another
  function contracts() { return document.querySelector('[data-contracts]').dataset.contracts; }

  acts['entitlement-use'] = function (button) {
    button.disabled = true;
    const press = crypto.randomUUID ? crypto.randomUUID() : Date.now() + '-' + Math.random().toString(16).slice(2);
    moked.ask('wireEntitlement', { id: button.dataset.id, press: press, 'contracts-of': contracts(), customer: contracts() }).then(function (answer) { if (!answer.done) button.disabled = false; });
  };
  acts['entitlement-undo'] = function (id) { moked.ask('wireGiveBack', { id: id, 'contracts-of': contracts(), customer: contracts() }); };
  acts['product-gone'] = function (button) { moked.ask('wireGone', { id: button.dataset.id, customer: new URLSearchParams(location.search).get('customer') }); };

  document.addEventListener('submit', function (event) {
    const form = event.target;
    if (!/^promise-/.test(form.dataset.submit || '')) return;
    event.preventDefault();
    const box = form.closest('dialog');
    const values = Object.fromEntries(new FormData(form));
    const ask = form.dataset.submit.replace('promise-', '');
    const parameters = ask === 'give' ? { customer: box.dataset.customer, conversation: box.dataset.conversation } : { id: box.dataset.id, version: box.dataset.version };
    const button = form.querySelector('[type="submit"]');
    if (button.disabled) return;
    button.disabled = true;
    act(Object.assign({ ask: ask }, values, parameters)).then(function (answer) {
      button.disabled = false;
      if (answer.done) box.close();
    });
  });

  document.addEventListener('input', function (event) {
    if (event.target.name === 'at' && event.target.closest('.promise-dues')) event.target.closest('.choice').querySelector('[type="radio"]').checked = true;
    if (event.target.id !== 'promise-filter') return;
    const wanted = event.target.value.trim().toLowerCase();
    document.querySelectorAll('#promise-keepers .choice').forEach(function (choice) { choice.hidden = wanted !== '' && !choice.dataset.find.toLowerCase().includes(wanted); });
  });

  document.addEventListener('keydown', function (event) {
    if (!event.altKey || event.ctrlKey || event.metaKey || event.code !== 'KeyP' || document.querySelector('dialog[open]')) return;
    const button = document.querySelector('#promises [data-act="promise"], #composer [data-act="promise"]');
    if (!button) return;
    event.preventDefault();
    acts.promise(button);
  });

  // ---- told by the clock, and by colleagues
  const told = { PromiseReminded: 'reminded', PromiseBroken: 'broken', PromiseEscalated: 'escalated' };
  let soon = null;
  moked.onPush(function (event) {
    if (!/^Promise/.test(event.type) && event.type !== 'Reconnected') return;
    if (told[event.type]) {
      moked.beep();
      moked.toast({ kind: event.type === 'PromiseReminded' ? '' : 'bad', text: words[told[event.type]], label: words.show, action: function () { location.assign(moked.words.base + (event.type === 'PromiseEscalated' ? '/supervisor/promises.xhtml' : '/agent/promises.xhtml')); } });
    }
    if (soon || !document.querySelector('#promises, [data-promise-list]')) return;
    soon = setTimeout(function () {
      soon = null;
      if (!document.querySelector('dialog[open]')) moked.ask('wirePromises', shown({}));
    }, 200);
  });
}());
