// SPDX-License-Identifier: Apache-2.0
// A number in the hand looks again by itself; when the line is down it shows the last that is known and says so.
(() => {
  'use strict';
  const pauseMs = 8000;
  let was = document.getElementById('ticket');
  let called = was.dataset.called === 'true';

  function lost(text) {
    const note = document.getElementById('ticket-lost');
    note.textContent = text;
    note.hidden = !text;
  }

  function look() {
    if (document.hidden) return;
    fetch(location.href, { cache: 'no-store' }).then(answer => answer.ok ? answer.text() : Promise.reject(new Error(String(answer.status)))).then(text => {
      const fresh = new DOMParser().parseFromString(text, 'text/html').getElementById('ticket');
      if (!fresh) return;
      lost('');
      if (fresh.outerHTML !== was.outerHTML) {
        const waits = fresh.dataset.live === 'true' && fresh.dataset.called !== 'true';
        was.replaceWith(document.adoptNode(fresh));
        was = fresh;
        if (!waits) document.querySelectorAll('form.actions').forEach(form => form.remove());
      }
      if (fresh.dataset.called === 'true' && !called) {
        called = true;
        if (navigator.vibrate) navigator.vibrate([300, 150, 300]);
      }
      if (fresh.dataset.live !== 'true') clearInterval(again);
    }).catch(() => lost(was.dataset.lost));
  }

  const again = setInterval(look, pauseMs);
  document.addEventListener('visibilitychange', look);
})();
