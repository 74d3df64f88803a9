// SPDX-License-Identifier: Apache-2.0
// The card of a customer. On its own page one section at a time, asked for when it is chosen and kept in the address; a
// timeline that goes on as it is scrolled; entries that open in their place. Beside a conversation parts that are folded.
(function () {
  'use strict';
  const moked = window.moked;
  const words = moked.words;
  const acts = moked.acts;
  const page = document.querySelector('.card-page[data-customer]');

  // ---- alerts, wherever the card is
  acts['alert-new'] = function (button) {
    const dialog = document.getElementById('alert-new');
    dialog.querySelector('form').reset();
    dialog.dataset.customer = button.dataset.customer;
    dialog.showModal();
    document.getElementById('alert-text').focus();
  };
  acts['alert-remove'] = function (button) {
    const alert = button.dataset.alert;
    moked.ask('wireAlertRemove', { alert: alert }).then(function (answer) {
      if (answer.removed) moked.toast({ text: answer.removed, label: words.undo, action: function () { moked.ask('wireAlertRestore', { alert: alert }); } });
    });
  };
  document.addEventListener('submit', function (event) {
    const form = event.target;
    if (form.dataset.submit !== 'alert') return;
    event.preventDefault();
    const values = new FormData(form);
    const dialog = form.closest('dialog');
    moked.ask('wireAlert', { customer: dialog.dataset.customer, severity: values.get('severity'), text: values.get('text'), until: values.get('until') || '' }).then(function (answer) {
      if (answer.given) dialog.close();
    });
  });

  // ---- parts that fold: what is open is remembered for this agent, what is opened for the first time is asked for
  document.addEventListener('toggle', function (event) {
    const fold = event.target;
    if (!fold.dataset || !fold.dataset.fold) return;
    const open = Array.from(document.querySelectorAll('[data-fold][open]')).map(function (part) { return part.dataset.fold; });
    document.cookie = 'moked.folds.' + words.user + '=' + (open.join('.') || 'none') + '; Path=/; Max-Age=31536000; SameSite=Lax' + (location.protocol === 'https:' ? '; Secure' : '');
    const body = fold.querySelector('[data-read="false"]');
    if (fold.open && body) moked.ask('wireFold', { part: fold.dataset.fold });
  }, true);

  if (!page) return;

  // ---- sections
  const tabs = function () { return Array.from(document.querySelectorAll('[data-act="section"]')); };

  function section() { return document.getElementById('section'); }

  function show(tab, push) {
    if (tab.getAttribute('aria-selected') === 'true') return Promise.resolve();
    tabs().forEach(function (each) {
      each.setAttribute('aria-selected', String(each === tab));
      each.tabIndex = each === tab ? 0 : -1;
    });
    if (push) address({ tab: tab.dataset.tab }, true);
    const waiting = setTimeout(function () { section().classList.add('card-section--loading'); }, 300);
    return moked.ask('wireSection', Object.assign({ tab: tab.dataset.tab }, filter())).then(function () {
      clearTimeout(waiting);
      watch();
    });
  }

  function address(changed, push) {
    const wanted = new URL(location.href);
    Object.entries(changed).forEach(function (pair) {
      if (pair[1]) wanted.searchParams.set(pair[0], pair[1]);
      else wanted.searchParams.delete(pair[0]);
    });
    if (push) history.pushState(null, '', wanted);
    else history.replaceState(null, '', wanted);
  }

  acts.section = function (tab) { show(tab, true); };

  window.addEventListener('popstate', function () {
    const wanted = new URLSearchParams(location.search).get('tab');
    const tab = tabs().find(function (each) { return each.dataset.tab === wanted; }) || tabs()[0];
    if (tab) show(tab, false);
  });

  acts.glance = function (button) {
    const open = page.dataset.glance !== 'open';
    page.dataset.glance = open ? 'open' : '';
    document.querySelectorAll('[data-act="glance"]').forEach(function (each) { each.setAttribute('aria-expanded', String(open)); });
    if (!open) button.blur();
  };

  // ---- what the timeline is narrowed to stands in the address
  function filter() {
    const now = new URLSearchParams(location.search);
    const wanted = {};
    ['kind', 'channel', 'from', 'to'].forEach(function (name) { if (now.get(name)) wanted[name] = now.get(name); });
    return wanted;
  }

  function narrow(changed) {
    address(changed, false);
    const wanted = filter();
    document.querySelectorAll('[data-act="timeline-kind"]').forEach(function (pill) { pill.setAttribute('aria-pressed', String((wanted.kind || '').split(',').includes(pill.dataset.kind))); });
    document.querySelectorAll('.pill[data-act="timeline-all"]').forEach(function (pill) { pill.setAttribute('aria-pressed', String(Object.keys(wanted).length === 0)); });
    const channels = wanted.channel ? wanted.channel.split(',') : [];
    document.querySelectorAll('[name="timeline-channel"]').forEach(function (box) { box.checked = channels.includes(box.value); });
    const chosen = document.querySelector('[data-chosen="channel"]');
    chosen.textContent = channels.length;
    chosen.hidden = channels.length === 0;
    chosen.closest('.pill').classList.toggle('pill--on', channels.length > 0);
    document.getElementById('timeline-from').value = wanted.from || '';
    document.getElementById('timeline-to').value = wanted.to || '';
    document.getElementById('timeline-from').closest('details').querySelector('.pill').classList.toggle('pill--on', Boolean(wanted.from || wanted.to));
    const waiting = setTimeout(function () { document.getElementById('timeline').classList.add('timeline--loading'); }, 300);
    asked++;
    const mine = asked;
    moked.ask('wireTimeline', wanted).then(function () {
      clearTimeout(waiting);
      if (mine === asked) section().scrollTop = 0;
      watch();
    });
  }

  let asked = 0;

  acts['timeline-all'] = function () { narrow({ kind: '', channel: '', from: '', to: '' }); };
  acts['timeline-kind'] = function (pill) {
    const kinds = (filter().kind || '').split(',').filter(Boolean);
    const kind = pill.dataset.kind;
    narrow({ kind: (kinds.includes(kind) ? kinds.filter(function (each) { return each !== kind; }) : kinds.concat(kind)).join(',') });
  };
  acts['timeline-days'] = function (item) {
    const day = new Date();
    day.setDate(day.getDate() - Number(item.dataset.days));
    narrow({ from: item.dataset.days ? day.getFullYear() + '-' + String(day.getMonth() + 1).padStart(2, '0') + '-' + String(day.getDate()).padStart(2, '0') : '', to: '' });
  };
  document.addEventListener('change', function (event) {
    if (event.target.name === 'timeline-channel') {
      narrow({ channel: Array.from(document.querySelectorAll('[name="timeline-channel"]:checked')).map(function (box) { return box.value; }).join(',') });
    } else if (event.target.id === 'timeline-from') {
      narrow({ from: event.target.value });
    } else if (event.target.id === 'timeline-to') {
      narrow({ to: event.target.value });
    }
  });

  // ---- the next page comes before its place is reached; what is read stays where it is
  let loading = false;
  const near = new IntersectionObserver(function (entries) { if (entries.some(function (entry) { return entry.isIntersecting; })) more(); }, { rootMargin: '900px' });

  function watch() {
    near.disconnect();
    const end = document.getElementById('timeline-more');
    if (end && end.dataset.more === 'true') near.observe(end);
  }

  function more() {
    const end = document.getElementById('timeline-more');
    if (loading || !end || end.dataset.more !== 'true') return;
    loading = true;
    end.dataset.loading = 'true';
    const mine = asked;
    moked.ask('wireEntries', Object.assign({ 'after-at': end.dataset.afterAt, 'after-kind': end.dataset.afterKind, 'after-id': end.dataset.afterId }, filter())).then(function (answer) {
      loading = false;
      delete end.dataset.loading;
      const next = document.getElementById('entries-next');
      // it was narrowed to something else meanwhile: what came belongs to what was there before
      if (answer.refused || mine !== asked || !next || end !== document.getElementById('timeline-more')) return watch();
      document.getElementById('entries').append.apply(document.getElementById('entries'), Array.from(next.children));
      ['more', 'afterAt', 'afterKind', 'afterId'].forEach(function (name) { end.dataset[name] = next.dataset[name] || ''; });
      watch();
    });
  }

  // ---- an entry opens in its place
  acts.peek = function (row) {
    const entry = row.closest('.entry');
    const open = row.getAttribute('aria-expanded') === 'true';
    row.setAttribute('aria-expanded', String(!open));
    let box = entry.querySelector('.entry__more');
    if (box) {
      box.hidden = open;
      return;
    }
    box = document.createElement('div');
    box.className = 'entry__more';
    const line = document.createElement('span');
    line.className = 'skeleton skeleton--line';
    box.append(line);
    entry.append(box);
    moked.ask('wirePeek', { peek: row.dataset.id }).then(function (answer) {
      if (answer.refused) {
        box.remove();
        row.setAttribute('aria-expanded', 'false');
      } else {
        box.replaceChildren.apply(box, Array.from(document.getElementById('peek').children));
      }
    });
  };

  // ---- keys: 1 to 9 a section, J and K along the entries, O to the conversation, F to the filter; arrows along the tabs
  document.addEventListener('keydown', function (event) {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target.closest('input, textarea, select, [contenteditable], dialog')) return;
    if (/^[1-9]$/.test(event.key)) {
      const tab = tabs()[Number(event.key) - 1];
      if (!tab) return;
      event.preventDefault();
      show(tab, true);
      tab.focus();
      return;
    }
    const key = event.key.toLowerCase();
    if (key === 'j' || key === 'k') {
      const rows = Array.from(document.querySelectorAll('.entry__row'));
      if (!rows.length) return;
      event.preventDefault();
      const here = rows.indexOf(event.target.closest('.entry') ? event.target.closest('.entry').querySelector('.entry__row') : null);
      const next = rows[here < 0 ? 0 : Math.max(0, Math.min(rows.length - 1, here + (key === 'j' ? 1 : -1)))];
      next.focus({ preventScroll: true });
      next.scrollIntoView({ block: 'nearest' });
      return;
    }
    if (key === 'o') {
      const go = event.target.closest('.entry') && event.target.closest('.entry').querySelector('.entry__go');
      if (go) go.click();
      return;
    }
    if (key === 'f') {
      const first = document.querySelector('.timeline-bar .pill');
      if (first) {
        event.preventDefault();
        first.focus();
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

  watch();
}());
