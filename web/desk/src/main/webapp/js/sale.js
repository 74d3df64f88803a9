// SPDX-License-Identifier: Apache-2.0
// A sale. What it is about - customer, conversation, quote, order - is in the address; each request takes it along.
(function () {
  'use strict';
  const moked = window.moked;
  const acts = moked.acts;
  const find = document.getElementById('product');
  if (!find) return;

  function ask(command, parameters) {
    return moked.ask(command, Object.assign(Object.fromEntries(new URLSearchParams(location.search)), parameters));
  }

  function address(changed) {
    const wanted = new URL(location.href);
    Object.entries(changed).forEach(function (pair) {
      if (pair[1]) wanted.searchParams.set(pair[0], pair[1]);
      else wanted.searchParams.delete(pair[0]);
    });
    history.replaceState(null, '', wanted);
  }

  // ---- products, as they are typed
  let typing = null;

  function search() { return ask('wireProducts', { q: find.value }); }

  find.addEventListener('input', function () {
    clearTimeout(typing);
    typing = setTimeout(search, 150);
  });

  function products() { return Array.from(document.querySelectorAll('.sale__product')); }

  document.addEventListener('keydown', function (event) {
    const all = products();
    const at = all.indexOf(document.activeElement);
    if (event.key === 'ArrowDown' && (document.activeElement === find || at >= 0)) {
      const next = all[Math.min(at + 1, all.length - 1)];
      if (next) next.focus();
      event.preventDefault();
    } else if (event.key === 'ArrowUp' && at >= 0) {
      (at === 0 ? find : all[at - 1]).focus();
      event.preventDefault();
    } else if (event.key === 'Enter' && at >= 0) {
      acts['sale-add'](all[at]);
      event.preventDefault();
    } else if (event.key === 'Enter' && document.activeElement === find && all.length) {
      acts['sale-add'](all[0]);
      event.preventDefault();
    } else if (event.altKey && !event.ctrlKey && !event.metaKey) {
      press(event);
    }
  });

  function press(event) {
    const chord = { KeyP: null, KeyQ: 'make-quote', KeyO: 'place-order', KeyL: 'send-link' }[event.code];
    if (chord === undefined) return;
    event.preventDefault();
    if (chord === null) {
      find.focus();
      find.select();
      return;
    }
    const button = document.getElementById(chord);
    if (button && !button.disabled) button.click();
  }

  // ---- basket
  acts['sale-add'] = function (row) {
    address({ quote: '', order: '' });
    ask('wireAdd', { sku: row.dataset.sku });
  };
  acts['sale-drop'] = function (button) { ask('wirePut', { sku: button.dataset.sku, quantity: 0 }); };
  document.addEventListener('change', function (event) {
    const pieces = event.target.dataset && event.target.dataset.pieces;
    if (pieces) ask('wirePut', { sku: pieces, quantity: Math.max(0, Math.floor(Number(event.target.value)) || 0) });
  });

  // ---- quote
  // one that is under way is not asked for twice
  function once(button, command, parameters) {
    if (button.disabled) return Promise.resolve({ refused: 'busy' });
    button.disabled = true;
    return ask(command, parameters).then(function (answer) {
      button.disabled = false;
      return answer;
    });
  }

  acts['sale-quote'] = function (button) {
    once(button, 'wireQuote').then(function (answer) { if (answer.quote) address({ quote: answer.quote }); });
  };
  acts['sale-send-quote'] = function (button) { once(button, 'wireSendQuote'); };
  acts['sale-back'] = function () {
    address({ quote: '' });
    ask('wireSale');
  };
  acts['sale-new'] = function () {
    address({ quote: '', order: '' });
    ask('wireSale').then(function () { find.focus(); });
  };

  // ---- order
  document.addEventListener('submit', function (event) {
    const form = event.target;
    const what = form.dataset.submit;
    if (!what || what.indexOf('sale-') !== 0) return;
    event.preventDefault();
    const values = Object.fromEntries(new FormData(form));
    const button = form.querySelector('[type="submit"]');
    if (what === 'sale-place') {
      once(button, 'wirePlace', values).then(function (answer) {
        if (answer.order) address({ order: answer.order, quote: '' });
        else if (answer.quote) address({ quote: answer.quote });
      });
    } else {
      once(button, what === 'sale-cancel' ? 'wireCancel' : 'wireTakeBack', values);
    }
  });
  acts['sale-fulfil'] = function (button) { once(button, 'wireFulfil'); };
  acts['sale-ask'] = function (button) { once(button, 'wireAskPayment'); };
  acts['sale-seen'] = function (button) { once(button, 'wireSeen'); };
  acts['sale-send-link'] = function (button) { once(button, 'wireSendLink', { payment: button.dataset.payment }); };
  acts['sale-copy'] = function () {
    const link = document.getElementById('pay-link');
    link.select();
    const told = function () { moked.toast({ text: document.getElementById('sale-words').dataset.copied }); };
    if (navigator.clipboard) navigator.clipboard.writeText(link.value).then(told, function () { document.execCommand('copy'); told(); });
    else if (document.execCommand('copy')) told();
  };

  // ---- what happens to it elsewhere is seen at once; a form that is being filled in stays
  moked.onPush(function (event) {
    if (event.type !== 'OrderActed' && event.type !== 'Reconnected') return;
    if (!new URLSearchParams(location.search).get('order')) return;
    if (document.querySelector('.sale__act[open]')) return;
    ask('wireSale');
  });

  find.focus();
  search();
}());
