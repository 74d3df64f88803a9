// SPDX-License-Identifier: Apache-2.0
// The full card of a customer: one section at a time, asked for when it is chosen, kept in the address.
(function () {
  'use strict';
  const moked = window.moked;
  const tabs = function () { return Array.from(document.querySelectorAll('[data-act="section"]')); };

  function show(tab, push) {
    if (tab.getAttribute('aria-selected') === 'true') return Promise.resolve();
    tabs().forEach(function (each) {
      each.setAttribute('aria-selected', String(each === tab));
      each.tabIndex = each === tab ? 0 : -1;
    });
    const waiting = setTimeout(function () { document.getElementById('section').classList.add('card-section--loading'); }, 300);
    return moked.ask('wireSection', { tab: tab.dataset.tab }).then(function () {
      clearTimeout(waiting);
      if (push) {
        const address = new URL(location.href);
        address.searchParams.set('tab', tab.dataset.tab);
        history.pushState(null, '', address);
      }
    });
  }

  moked.acts.section = function (tab) { show(tab, true); };

  window.addEventListener('popstate', function () {
    const wanted = new URLSearchParams(location.search).get('tab');
    const tab = tabs().find(function (each) { return each.dataset.tab === wanted; }) || tabs()[0];
    if (tab) show(tab, false);
  });

  // 1 to 9 open a section; the arrows walk along the tabs in the direction of reading
  document.addEventListener('keydown', function (event) {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target.closest('input, textarea, select, [contenteditable], dialog')) return;
    if (/^[1-9]$/.test(event.key)) {
      const tab = tabs()[Number(event.key) - 1];
      if (tab) {
        event.preventDefault();
        show(tab, true);
        tab.focus();
      }
      return;
    }
    const here = event.target.closest('[role="tab"]');
    if (!here || !['ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(event.key)) return;
    event.preventDefault();
    const all = tabs();
    const forward = (event.key === 'ArrowRight') === (document.documentElement.dir !== 'rtl');
    const next = event.key === 'Home' ? all[0] : event.key === 'End' ? all[all.length - 1] : all[(all.indexOf(here) + (forward ? 1 : all.length - 1)) % all.length];
    next.focus();
    show(next, true);
  });
}());
