// SPDX-License-Identifier: Apache-2.0
// What every staff page does in the browser: theme, pop-ups, the search key, panes. No framework, no inline handlers:
// elements say what they do by data-do, so a strict Content-Security-Policy holds and pushed markup works at once.
(function () {
  'use strict';
  const root = document.documentElement;
  const year = 31536000;

  function remember(name, value) {
    const secure = location.protocol === 'https:' ? '; Secure' : '';
    document.cookie = name + '=' + encodeURIComponent(value) + '; Path=/; Max-Age=' + year + '; SameSite=Lax' + secure;
  }

  function stored(name, value) {
    try {
      if (value === undefined) return localStorage.getItem(name);
      localStorage.setItem(name, value);
    } catch (refused) { /* a browser that keeps nothing still works */ }
    return null;
  }

  function isDark() {
    return root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  }

  const does = {
    theme() {
      root.dataset.theme = isDark() ? 'light' : 'dark';
      remember('moked.theme', root.dataset.theme);
    },
    // data-pane="list|talk" on the button: which pane a phone shows
    pane(button) {
      const desk = document.querySelector('.desk');
      if (desk) desk.dataset.pane = button.dataset.pane;
    },
    card() {
      const desk = document.querySelector('.desk');
      if (!desk) return;
      const narrow = matchMedia('(max-width: 1099px)').matches;
      const next = narrow ? (desk.dataset.card === 'open' ? '' : 'open') : (desk.dataset.card === 'shut' ? '' : 'shut');
      desk.dataset.card = next;
      if (!narrow) stored('moked.card', next);
    },
    dialog(button) {
      const dialog = document.getElementById(button.dataset.dialog);
      if (dialog) dialog.showModal();
    },
    shut(button) {
      const dialog = button.closest('dialog');
      if (dialog) dialog.close();
    }
  };

  document.addEventListener('click', function (event) {
    const button = event.target.closest('[data-do]');
    if (button && does[button.dataset.do]) does[button.dataset.do](button);
    document.querySelectorAll('details.pop[open]').forEach(function (pop) {
      const inside = pop.contains(event.target);
      if (!inside || (event.target.closest('.menu__item') && !event.target.closest('[data-stay]'))) pop.open = false;
    });
  });

  function typing(target) {
    return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
  }

  document.addEventListener('keydown', function (event) {
    if (event.key === 'Escape') {
      const open = document.querySelector('details.pop[open]');
      if (open) {
        open.open = false;
        open.querySelector('summary').focus();
      }
      return;
    }
    if (event.ctrlKey || event.altKey || event.metaKey || typing(event.target)) return;
    if (event.key === '/') {
      const search = document.querySelector('.topbar__search input');
      if (search) {
        event.preventDefault();
        search.focus();
        search.select();
      }
    } else if (event.key === '?') {
      const keys = document.getElementById('keys');
      if (keys && !keys.open) keys.showModal();
    }
  });

  // ---- panes: a grip sets --list-w or --card-w, by mouse, touch or arrow keys; remembered in this browser
  const limits = { list: [240, 440], card: [300, 560] };

  function size(which, width, keep) {
    const bounded = Math.round(Math.min(limits[which][1], Math.max(limits[which][0], width)));
    root.style.setProperty('--' + which + '-w', bounded + 'px');
    document.querySelectorAll('[data-grip="' + which + '"]').forEach(function (grip) {
      grip.setAttribute('aria-valuenow', String(bounded));
    });
    if (keep) stored('moked.' + which, String(bounded));
  }

  function now(which) {
    return parseFloat(getComputedStyle(root).getPropertyValue('--' + which + '-w'));
  }

  // +1 when moving to the right widens the pane
  function sense(which) {
    return (which === 'list') === (root.dir !== 'rtl') ? 1 : -1;
  }

  document.addEventListener('pointerdown', function (event) {
    const grip = event.target.closest('[data-grip]');
    if (!grip) return;
    const which = grip.dataset.grip;
    const from = event.clientX;
    const width = now(which);
    grip.setPointerCapture(event.pointerId);
    grip.classList.add('desk__grip--held');
    const move = function (moved) { size(which, width + (moved.clientX - from) * sense(which), false); };
    grip.addEventListener('pointermove', move);
    grip.addEventListener('lostpointercapture', function () {
      grip.removeEventListener('pointermove', move);
      grip.classList.remove('desk__grip--held');
      size(which, now(which), true);
    }, { once: true });
  });

  document.addEventListener('keydown', function (event) {
    const grip = event.target.closest && event.target.closest('[data-grip]');
    if (!grip || (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight')) return;
    event.preventDefault();
    size(grip.dataset.grip, now(grip.dataset.grip) + (event.key === 'ArrowRight' ? 16 : -16) * sense(grip.dataset.grip), true);
  });

  // a grip that was drawn again tells the usual width until somebody comes to it
  document.addEventListener('focusin', function (event) {
    const which = event.target.dataset && event.target.dataset.grip;
    if (which) event.target.setAttribute('aria-valuenow', String(Math.round(now(which))));
  });

  ['list', 'card'].forEach(function (which) {
    const kept = parseFloat(stored('moked.' + which));
    if (kept) size(which, kept, false);
  });
  document.addEventListener('DOMContentLoaded', function () {
    const desk = document.querySelector('.desk');
    if (desk && stored('moked.card') === 'shut' && !desk.dataset.card) desk.dataset.card = 'shut';
  });
}());
