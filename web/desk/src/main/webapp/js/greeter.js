// SPDX-License-Identifier: Apache-2.0
// The door of a branch. Who comes is found in one field and his reason is one touch; then his number stays on the screen until the
// greeter is done. When the line is down numbers go on: from a block that this browser took along, kept here until they are taken
// in, each under a key of its own, so that none is there twice.
(function () {
  'use strict';
  const page = document.querySelector('.greet');
  if (!page) return;
  const moked = window.moked;
  const acts = moked.acts;
  const words = page.dataset;
  const branch = Number(words.branch);
  const field = document.getElementById('greet-typed');
  const wrong = document.getElementById('greet-typed-wrong');
  const slip = document.getElementById('greet-ticket');
  const visit = document.getElementById('greet-visit');
  const box = 'moked.greeter.' + branch;
  const patienceMs = 5000;
  const againMs = 4000;
  const fewest = 15;
  let chosen = null;
  let there = null;
  let cause = null;
  let shown = null;
  let online = true;
  let busy = false;
  let merging = null;
  let said = '';

  // ---- what this browser keeps
  function kept() {
    try { return JSON.parse(moked.stored(box)) || {}; } catch (unreadable) { return {}; }
  }

  function keep(change) {
    const now = kept();
    change(now);
    moked.stored(box, JSON.stringify(now));
    state();
  }

  function left(store) { return store.block ? Math.max(0, store.block.last - store.block.next + 1) : 0; }

  function state() {
    const store = kept();
    const queue = (store.queue || []).length;
    const text = document.querySelector('#greet-state [data-state]');
    const now = online ? words.online : left(store) ? words.offline + ' ' + left(store) : words.empty;
    text.textContent = [now, queue ? words.queued + ' ' + queue : '', said].filter(Boolean).join(' · ');
    text.className = 'status status--' + (online ? queue ? 'warn' : 'good' : 'warn');
    page.querySelector('.greet__head').classList.toggle('greet__head--off', !online);
  }

  function line(now) {
    if (online === now) return;
    online = now;
    if (!now) said = '';
    state();
  }

  // ---- asking: an answer, a refusal, or nothing because there is no line
  function door(what) {
    const giveUp = new AbortController();
    const late = setTimeout(function () { giveUp.abort(); }, patienceMs);
    return fetch(moked.words.base + '/branch/greet', { method: 'POST', signal: giveUp.signal, headers: { 'Content-Type': 'application/json', 'Faces-Request': 'partial/ajax' }, body: JSON.stringify(Object.assign({ branch: branch }, what)) }).then(function (answer) {
      if (answer.status === 401 || answer.status === 403) {
        moked.signedOut(moked.words.signedOut);
        return { down: true };
      }
      if (answer.status >= 500) return { broken: true };
      return answer.json().then(function (body) {
        line(true);
        return answer.ok ? body : { refused: body };
      });
    }).catch(function () {
      line(false);
      return { down: true };
    }).finally(function () { clearTimeout(late); });
  }

  function fill() {
    const store = kept();
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: words.zone }).format(new Date());
    if (store.block && store.block.day >= today && left(store) >= fewest) return;
    door({ ask: 'numbers' }).then(function (block) {
      if (block.letter) keep(function (now) { now.block = block; });
    });
  }

  // ---- who
  function bad(text) {
    wrong.textContent = text || '';
    field.setAttribute('aria-invalid', String(Boolean(text)));
  }

  function payment(typed) { return !/^(\+|00)/.test(typed) && /\d{13}/.test(typed.replace(/[\s-]/g, '')); }

  // What a reader types is taken for a customer's number; of a payment card nothing leaves this page
  function swipe(typed) {
    const track = /^(?:%B|%|;)([A-Za-z0-9]{4,19})[\^=?]/.exec(typed);
    if (!track) return '';
    return payment(track[1]) ? '' : track[1];
  }

  function forWhom() {
    const to = document.getElementById('greet-for');
    to.textContent = (chosen ? words.for + ' ' + chosen.name : words.nobody) + (there ? ' · ' + words.there + there.name : '');
    page.querySelectorAll('.person-row[data-customer]').forEach(function (row) { row.setAttribute('aria-pressed', String(Boolean(chosen) && row.dataset.customer === String(chosen.id))); });
  }

  function nobody() {
    chosen = null;
    there = null;
    cause = null;
    forWhom();
  }

  // The one before is not shown to the next; that needs no line
  function blank() {
    document.getElementById('greet-who').replaceChildren();
    page.querySelectorAll('.greet__people').forEach(function (list) { list.replaceChildren(); });
  }

  function clear() {
    field.value = '';
    field.classList.remove('input--swipe');
    bad('');
    nobody();
    blank();
    field.focus();
  }

  function find() {
    const raw = field.value.trim();
    const swiped = /^[%;]/.test(raw);
    const typed = swiped ? swipe(raw) : payment(raw) ? '' : raw;
    const refused = raw && !typed;
    if (swiped || refused) {
      field.value = '';
      field.classList.remove('input--swipe');
    }
    nobody();
    bad(refused ? words.payment : typed.length < 2 ? words.short : '');
    if (typed.length < 2 || !online) {
      if (typed.length >= 2 && swiped) field.value = typed;
      return;
    }
    if (busy) return;
    busy = true;
    blank();
    moked.ask('wireGreetFind', { q: typed }).then(function (answer) {
      busy = false;
      if (answer.refused) return;
      if (answer.many === 0) bad(words.none);
      if (Number(answer.only) > 0) choose(page.querySelector('.person-row[data-customer]'));
    });
  }

  function choose(row) {
    chosen = { id: Number(row.dataset.customer), name: row.dataset.name };
    there = null;
    cause = null;
    bad('');
    forWhom();
    moked.ask('wireGreetWho', { customer: chosen.id }).then(function () {
      const who = document.querySelector('.greet-who');
      const first = who && who.dataset.here === 'false' ? who.querySelector('[data-cause][aria-pressed=true]') : null;
      cause = first ? first.dataset.cause : null;
      const now = who && (who.querySelector('[data-act="greet-appointment"]') || who.querySelector('[data-act="greet-again"]')) || page.querySelector('.reason');
      if (now && who) now.focus({ preventScroll: true });
      if (who) who.scrollIntoView({ block: 'nearest' });
    });
  }

  acts['greet-person'] = choose;
  acts['greet-clear'] = clear;
  acts['greet-cause'] = function (button) {
    cause = button.dataset.cause;
    there = null;
    button.closest('.greet-advice').querySelectorAll('[data-cause], [data-to]').forEach(function (each) { each.setAttribute('aria-pressed', String(each === button)); });
    forWhom();
  };
  acts['greet-there'] = function (button) {
    const off = button.getAttribute('aria-pressed') === 'true';
    there = off ? null : { to: Number(button.dataset.to), minutes: Number(button.dataset.minutes), name: button.dataset.name };
    button.closest('.greet-advice').querySelectorAll('[data-to]').forEach(function (each) { each.setAttribute('aria-pressed', String(!off && each === button)); });
    forWhom();
  };

  field.addEventListener('input', function () { field.classList.toggle('input--swipe', /^[%;]/.test(field.value)); bad(''); });

  // ---- his number
  function key() {
    return Array.from(crypto.getRandomValues(new Uint8Array(16))).map(function (byte) { return '0123456789ABCDEFGHJKMNPQRSTVWXYZ'[byte % 32]; }).join('');
  }

  // The check digit of an identity number, as the server reckons it: what fails it is no such number, and would be refused
  function identity(digits) {
    return Array.from(digits.padStart(9, '0')).reduce(function (sum, digit, place) {
      const product = Number(digit) * (place % 2 + 1);
      return sum + Math.floor(product / 10) + product % 10;
    }, 0) % 10 === 0;
  }

  // What was typed of somebody who was not found goes along, so that nothing is typed twice
  function visitor(reason, appointment) {
    const of = { key: key(), reason: reason, appointment: appointment || '' };
    if (chosen) of.customer = chosen.id;
    else {
      const typed = field.value.trim();
      const digits = typed.replace(/[\s-]/g, '');
      if (/^\d{5,9}$/.test(digits) && identity(digits)) of.card = digits;
      else if (/^(\+\d{8,15}|0\d{8,9})$/.test(digits)) of.telephone = digits;
      else if (typed && !/^[%;]/.test(typed) && !payment(typed)) of.name = typed;
    }
    return of;
  }

  function checkIn(reason, name, appointment) {
    if (busy) return;
    const who = visitor(reason, appointment);
    const card = document.querySelector('.greet-who');
    const had = there && card && card.dataset.present ? { arrival: Number(card.dataset.present) } : {};
    const ask = there ? Object.assign({ ask: 'send-on', to: there.to, minutes: there.minutes }, who, had) : Object.assign({ ask: 'check-in', cause: cause || '' }, who);
    busy = true;
    (online ? door(ask) : Promise.resolve({ down: true })).then(function (answer) {
      busy = false;
      if (answer.number) show(Object.assign(answer, { branch: there ? there.name : '' }), who.telephone);
      else if (answer.refused) bad(answer.refused.text);
      else if (answer.broken || there) bad(words.failed);
      else offline(who, name);
    });
  }

  function offline(who, name) {
    let number = '';
    const at = Date.now();
    keep(function (store) {
      if (left(store)) {
        number = store.block.letter + String(store.block.next).padStart(3, '0');
        store.block.next++;
      }
      store.queue = (store.queue || []).concat([Object.assign({ at: at, number: number }, who)]);
    });
    show({ number: number || words.noNumber, reason: name, place: words.written, at: new Date(at).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' }), apart: true }, who.telephone);
  }

  function part(name, text) {
    const element = slip.querySelector('[data-slip="' + name + '"]');
    element.textContent = text || '';
    if (name === 'note' || name === 'warn') element.hidden = !text;
  }

  function show(ticket, telephone) {
    shown = ticket;
    document.getElementById('greet-number').textContent = ticket.number;
    part('reason', ticket.reason);
    part('place', ticket.place);
    part('branch', ticket.branch || slip.querySelector('[data-branch]').dataset.branch);
    part('at', ticket.expected ? '' : ticket.at);
    part('expected', ticket.expected);
    part('note', ticket.already && !ticket.again ? words.already : '');
    part('warn', ticket.exceptional && !ticket.again ? words.exceptional : '');
    slip.querySelector('form').hidden = Boolean(ticket.apart || ticket.branch);
    document.getElementById('greet-telephone').value = telephone || '';
    document.getElementById('greet-telephone-wrong').textContent = '';
    document.getElementById('greet-told').textContent = '';
    if (!slip.open) slip.showModal();
    slip.querySelector('[data-act="greet-done"]').focus();
  }

  function done() {
    if (slip.open) slip.close();
  }

  slip.addEventListener('close', function () {
    shown = null;
    clear();
    fill();
  });

  acts['greet-reason'] = function (button) { checkIn(button.dataset.reason, button.dataset.name); };
  acts['greet-appointment'] = function (button) { checkIn(button.dataset.reason, '', button.dataset.appointment); };
  acts['greet-done'] = done;
  acts['greet-print'] = function () { window.print(); };

  function again(arrival) {
    door({ ask: 'ticket', arrival: Number(arrival) }).then(function (ticket) {
      if (visit.open) visit.close();
      if (ticket.number) show(Object.assign(ticket, { again: true }));
      else toldOff(ticket);
    });
  }

  function toldOff(answer) {
    moked.toast({ kind: 'bad', text: answer.refused ? answer.refused.text : words.failed });
  }

  acts['greet-again'] = function (button) { again(button.dataset.arrival || visit.dataset.arrival); };

  // ---- a number in the line
  acts['greet-visit'] = function (row) {
    visit.dataset.arrival = row.dataset.arrival;
    visit.dataset.customer = row.dataset.customer || '';
    visit.querySelector('[data-visit="number"]').textContent = row.dataset.number;
    visit.querySelector('[data-visit="about"]').textContent = row.dataset.about || '';
    visit.querySelectorAll('[data-for]').forEach(function (button) { button.hidden = !button.dataset.for.split(' ').includes(row.dataset.state); });
    visit.showModal();
  };
  acts['greet-left'] = function () {
    door({ ask: 'leave', arrival: Number(visit.dataset.arrival) }).then(function (answer) {
      visit.close();
      if (answer.left) moked.toast({ text: words.left });
      else toldOff(answer);
    });
  };
  acts['greet-arrived'] = function () {
    door({ ask: 'arrived', arrival: Number(visit.dataset.arrival) }).then(function (ticket) {
      visit.close();
      if (ticket.number) show(Object.assign(ticket, { again: true }));
      else toldOff(ticket);
    });
  };

  document.addEventListener('submit', function (event) {
    const what = event.target.dataset.submit;
    if (what === 'greet-find') {
      event.preventDefault();
      find();
    }
    if (what !== 'greet-tell' || !shown) return;
    event.preventDefault();
    const button = event.target.querySelector('[type="submit"]');
    if (button.disabled) return;
    button.disabled = true;
    door({ ask: 'tell', arrival: shown.id, telephone: event.target.elements.telephone.value }).then(function (answer) {
      button.disabled = false;
      document.getElementById('greet-told').textContent = answer.told || '';
      document.getElementById('greet-telephone-wrong').textContent = answer.told ? '' : answer.refused ? answer.refused.text : words.failed;
    });
  });

  // ---- what was taken down without a line
  function merge() {
    const queue = kept().queue || [];
    if (merging || !queue.length) return;
    merging = door({ ask: 'catch-up', list: queue.slice(0, 100) }).then(function (answer) {
      merging = null;
      if (!answer.caught) return;
      const told = [];
      let taken = 0;
      keep(function (store) {
        answer.caught.forEach(function (one) {
          const sent = (store.queue || []).find(function (each) { return each.key === one.key; });
          store.queue = (store.queue || []).filter(function (each) { return each.key !== one.key; });
          if (one.refused) told.push(words.refused + ' ' + (sent ? sent.number : '') + ': ' + one.refused);
          else {
            taken++;
            if (sent && sent.number !== one.ticket.number) told.push(words.renumbered + ' ' + sent.number + ': ' + one.ticket.number);
          }
        });
      });
      said = [taken ? words.merged + ' ' + taken : ''].concat(told).filter(Boolean).join(' · ');
      told.forEach(function (text) { moked.toast({ kind: 'bad', text: text }); });
      state();
      fill();
      merge();
    });
  }

  function look() {
    if ((kept().queue || []).length) merge();
    else if (!online) door({ ask: 'here' }).then(function () { if (online) fill(); });
  }

  window.addEventListener('offline', function () { line(false); });
  window.addEventListener('online', look);
  moked.onPush(function (event) { if (event.type === 'Reconnected') look(); });
  setInterval(function () { if (!online || (kept().queue || []).length) look(); }, againMs);

  state();
  forWhom();
  fill();
  merge();
  field.focus();
}());
