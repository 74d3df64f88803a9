// SPDX-License-Identifier: Apache-2.0
// The wall: told at most once a second that something changed, it asks for the parts that did. It also looks by itself now
// and then, so that a poke that was lost on the way is made up for.
(function () {
  'use strict';
  const moked = window.moked;
  const parts = ['board', 'rows', 'total', 'outages', 'law', 'promises', 'people', 'fair'];
  let asking = false;
  let again = false;

  function marks() {
    const of = document.querySelector('.wall').dataset.of;
    const known = of ? { of: of } : {};
    parts.forEach(function (part) {
      const shown = document.getElementById('wall-' + part);
      if (shown) known[part] = shown.dataset.mark;
    });
    return known;
  }

  // a list of formulas that somebody has just opened is not taken away from under his finger
  function choosing() {
    return document.activeElement && document.activeElement.matches('select[data-formula]');
  }

  function look() {
    if (asking || choosing()) {
      again = true;
      return;
    }
    asking = true;
    moked.ask('wireWall', marks()).then(function (answer) {
      asking = false;
      if (!answer.refused) {
        // a keyed list keeps its own element, and with it the mark it was drawn with first
        parts.forEach(function (part) {
          const shown = document.getElementById('wall-' + part);
          if (shown && answer[part]) shown.dataset.mark = answer[part];
        });
      }
      if (again && !choosing()) {
        again = false;
        look();
      }
    });
  }

  document.addEventListener('change', function (event) {
    const list = event.target.closest('select[data-formula]');
    if (!list) return;
    list.blur();
    moked.ask('wireFormula', { queue: list.dataset.formula, formula: list.value });
  });
  document.addEventListener('focusout', function (event) {
    if (event.target.matches('select[data-formula]') && again) {
      again = false;
      setTimeout(look, 0);
    }
  });

  const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: document.querySelector('.wall').dataset.zone || undefined });

  setInterval(function () {
    const shown = document.getElementById('wall-clock');
    const text = clock.format(new Date(Date.now() + Number(moked.words.now) - started));
    if (shown && shown.textContent !== text) shown.textContent = text;
  }, 1000);

  const started = Date.now();
  moked.say({ wall: true });
  moked.onPush(function (event) {
    if (event.type === 'WallChanged' || event.type === 'Reconnected') look();
  });
  setInterval(look, 15000);
}());
