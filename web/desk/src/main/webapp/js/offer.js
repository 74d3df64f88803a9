// SPDX-License-Identifier: Apache-2.0
// Offers on a card: what the customer answers is one click; what is handed to those who sell takes a line.
(function () {
  'use strict';
  const moked = window.moked;
  const acts = moked.acts;

  function about(button) {
    const part = button.closest('.deals');
    const deal = button.closest('.deal');
    const what = { customer: part.dataset.customer };
    if (part.dataset.interaction) what.interaction = part.dataset.interaction;
    if (deal) what.offer = deal.dataset.offer;
    return what;
  }

  function answer(button, what) {
    return moked.ask('wireDeal', Object.assign(about(button), what));
  }

  acts['deal-told'] = function (button) { answer(button, { kind: 'TOLD' }); };
  acts['deal-refuse'] = function (button) { answer(button, { kind: 'REFUSED', refusal: button.dataset.refusal }); };
  acts['deal-later'] = function (button) {
    const form = button.closest('.deal__form');
    answer(button, { kind: 'LATER', later: form.querySelector('[data-later]').value, at: form.querySelector('[data-hour]').value });
  };

  // what is one product is sold at once
  acts['deal-accept'] = function (button) {
    const what = about(button);
    const sku = button.dataset.sku;
    answer(button, { kind: 'ACCEPTED' }).then(function (told) {
      if (!told.done || !sku) return;
      const to = new URLSearchParams({ customer: what.customer, sku: sku });
      if (what.interaction) to.set('c', what.interaction);
      location.assign(moked.words.base + '/agent/sale.xhtml?' + to);
    });
  };

  acts['deal-lead'] = function (button) {
    const form = button.closest('.deal__form');
    const what = about(button);
    what.subject = button.dataset.subject || '';
    what.sku = button.dataset.sku || '';
    form.querySelectorAll('[data-lead]').forEach(function (field) { what[field.dataset.lead] = field.value; });
    moked.ask('wireDealLead', what);
  };

  // ---- what waits beside conversations is counted again when any of it changes
  let counting = null;
  moked.onPush(function (event) {
    if (counting || !document.getElementById('todo') || !/^(Promise|Lead|Reconnected)/.test(event.type)) return;
    counting = setTimeout(function () {
      counting = null;
      moked.ask('wireTodo');
    }, 300);
  });

  // ---- the list of leads
  acts.lead = function (button) {
    const row = button.closest('[data-lead]');
    moked.ask('wireLead', { id: row.dataset.lead, version: row.dataset.version, what: button.dataset.what, loss: button.dataset.loss || '', state: document.getElementById('leads').dataset.state });
  };
}());
