// SPDX-License-Identifier: Apache-2.0
// The floor as a supervisor sees it: drawn again when something changed, but never while a menu or a dialog is open.
(function () {
  'use strict';
  const moked = window.moked;
  const give = document.getElementById('give');
  let asking = false;
  let again = false;

  function busy() {
    return give.open || document.querySelector('.floor details.pop[open]');
  }

  function look() {
    if (asking || busy()) {
      again = true;
      return;
    }
    asking = true;
    moked.ask('wireTeam').then(function () {
      asking = false;
      later();
    });
  }

  function later() {
    if (!again || busy()) return;
    again = false;
    look();
  }

  moked.acts['agent-presence'] = function (button) { moked.ask('wireAgent', { agent: button.dataset.agent, to: button.dataset.to }); };
  moked.acts['agent-move'] = function (button) { moked.ask('wireMove', { agent: button.dataset.agent, team: button.dataset.team }); };
  moked.acts['take-back'] = function (button) { moked.ask('wireTakeBack', { item: button.dataset.item }); };
  moked.acts.listen = function (button) { moked.ask('wireListen', { item: button.dataset.item }); };
  moked.acts.give = function (button) {
    give.dataset.interaction = button.dataset.interaction;
    document.getElementById('give-what').textContent = button.dataset.what;
    document.getElementById('give-context').value = '';
    moked.ask('wireGiveChoices', { choices: true });
    give.showModal();
  };
  document.addEventListener('submit', function (event) {
    if (event.target.dataset.submit !== 'give') return;
    event.preventDefault();
    const choice = document.getElementById('give-choice');
    if (!choice || !choice.value) return;
    moked.ask('wireGive', { interaction: give.dataset.interaction, to: choice.value, context: document.getElementById('give-context').value }).then(function (answer) {
      if (answer.given) give.close();
    });
  });
  document.addEventListener('change', function (event) {
    const field = event.target.closest('[data-threshold]');
    if (!field || !field.reportValidity() || field.value === '') return;
    moked.ask('wireThreshold', { kind: field.dataset.threshold, key: field.dataset.key, value: field.value }).then(function (answer) {
      if (answer.refused) field.value = field.defaultValue;
      else field.defaultValue = field.value;
    });
  });

  moked.say({ wall: true });
  moked.onPush(function (event) {
    if (event.type === 'WallChanged' || event.type === 'Reconnected') look();
  });
  setInterval(later, 1000);
  setInterval(look, 30000);
}());
