// SPDX-License-Identifier: Apache-2.0
// Reading, processing again and discarding what could not be processed.
(function () {
  'use strict';
  const moked = window.moked;
  const decide = document.getElementById('decide');

  moked.acts.read = function (button) {
    moked.ask('wireRead', { read: button.dataset.id }).then(function (answer) {
      if (!answer.refused) document.getElementById('letter').showModal();
    });
  };
  moked.acts.decide = function (button) {
    decide.dataset.id = button.dataset.id;
    decide.dataset.what = button.dataset.what;
    document.getElementById('decide-title').textContent = decide.dataset[button.dataset.what];
    document.getElementById('decide-do').textContent = decide.dataset[button.dataset.what];
    decide.querySelector('form').reset();
    decide.showModal();
  };
  document.addEventListener('submit', function (event) {
    if (event.target.dataset.submit !== 'decide') return;
    event.preventDefault();
    moked.ask(decide.dataset.what === 'replay' ? 'wireReplay' : 'wireDiscard', { id: decide.dataset.id, reason: document.getElementById('reason').value }).then(function (answer) {
      if (!answer.decided) return;
      const row = document.getElementById('letter-' + answer.decided);
      if (row) row.remove();
      decide.close();
    });
  });
}());
