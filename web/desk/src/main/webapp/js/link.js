// SPDX-License-Identifier: Apache-2.0
// Secure links: sent from a conversation or a case, taken back, and what was signed by them checked.
(function () {
  'use strict';
  const moked = window.moked;
  const acts = moked.acts;
  const box = document.getElementById('link-send');
  if (!box) return;

  function shown(parameters) {
    const part = document.getElementById('links');
    return Object.assign(part ? { 'links-of': part.dataset.linksOf, 'links-of-case': part.dataset.linksOfCase || '' } : {}, parameters);
  }

  acts.link = function (button) {
    const line = document.createElement('span');
    line.className = 'skeleton skeleton--line';
    document.getElementById('link-form').replaceChildren(line);
    const talk = document.getElementById('talk');
    box.dataset.customer = button.dataset.customer;
    box.dataset.case = button.dataset.case || '';
    box.dataset.conversation = talk && document.querySelector('#head [data-talk-customer="' + button.dataset.customer + '"]') ? talk.dataset.open : '';
    box.showModal();
    moked.ask('wireLinkForm', { 'link-form': 'true', customer: box.dataset.customer, 'case': box.dataset.case }).then(function () {
      const first = box.querySelector('input[name="kind"]');
      if (first) first.focus();
    });
  };
  acts['link-withdraw'] = function (button) { moked.ask('wireLink', shown({ ask: 'withdraw', link: button.dataset.link })); };
  acts['link-check'] = function (button) { moked.ask('wireLink', shown({ ask: 'check', link: button.dataset.link })); };

  box.addEventListener('change', function (event) {
    if (event.target.tagName !== 'SELECT') return;
    const choice = event.target.closest('.choice');
    if (choice) choice.querySelector('input[type="radio"]').checked = true;
  });

  document.addEventListener('submit', function (event) {
    if (event.target.dataset.submit !== 'link') return;
    event.preventDefault();
    const button = box.querySelector('[type="submit"]');
    const values = Object.fromEntries(new FormData(event.target));
    if (button.disabled || !values.kind) return;
    button.disabled = true;
    moked.ask('wireLink', shown(Object.assign(values, { ask: 'send', conversation: box.dataset.conversation, 'case': box.dataset.case }))).then(function (answer) {
      button.disabled = false;
      if (answer.done) box.close();
    });
  });

  moked.onPush(function (event) {
    if (event.type === 'LinkActed' && document.getElementById('links') && !document.querySelector('dialog[open]')) moked.ask('wireLinks', shown({}));
  });
}());
