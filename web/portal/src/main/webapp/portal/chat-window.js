// SPDX-License-Identifier: Apache-2.0
// The chat window. Keeps the secret of its session and every line that the server has not confirmed, so that a reload,
// a lost connection or a closed tab loses nothing. Socket first, long poll where there is none.
(() => {
  'use strict';
  const $ = id => document.getElementById(id);
  const body = document.body;
  const words = JSON.parse(body.dataset.words);
  const lang = document.documentElement.lang;
  const asked = new URLSearchParams(location.hash.slice(1));
  const account = asked.get('account') || 'chat';
  const framed = window.parent !== window;
  const base = location.pathname.replace(/\/chat\/.*$/, '/chat/');
  const KEEP = 12 * 3600e3, PING = 25e3, SILENT = 40e3, ACK = 15e3, WAIT = 25;
  const key = 'moked.chat.' + account + (asked.get('key') ? '.' + asked.get('key') : '');

  // ---- what is kept
  // A browser may deny storage to a frame on another site; then the site that shows it keeps it for us.
  let memory = null, denied = false;
  let kept = load();
  function load() {
    let read = null;
    try { read = JSON.parse(localStorage.getItem(key)); } catch (e) { denied = true; read = memory; }
    return read && read.secret && Date.now() - read.at < KEEP ? read : { secret: null, pending: [], seen: 0, at: 0 };
  }
  function keep() {
    kept.at = Date.now();
    memory = kept;
    try { kept.secret ? localStorage.setItem(key, JSON.stringify(kept)) : localStorage.removeItem(key); } catch (e) { tell({ keep: kept.secret ? kept : null }); }
  }

  // ---- parts
  const parts = ['loading', 'start', 'details', 'callback', 'left', 'shut', 'ended', 'log'];
  function show(part) {
    parts.forEach(name => { $(name).hidden = name !== part; });
    $('foot').hidden = part !== 'log';
    $('end').hidden = part !== 'log';
    if (part === 'log') scroll(true);
  }
  function focusFirst() {
    const part = parts.find(name => !$(name).hidden);
    const target = part === 'log' ? $('line') : $(part).querySelector('textarea, input, button, a');
    if (target) target.focus();
  }
  function say(pattern, ...values) { return pattern.replace(/\{(\d)\}/g, (all, n) => values[n]); }
  function bar(text) { $('bar').textContent = text || ''; $('bar').hidden = !text; }
  function tell(message) { if (framed) window.parent.postMessage(Object.assign({ moked: 'chat' }, message), '*'); }

  // ---- requests
  function call(path, options) {
    const headers = { 'Accept-Language': lang };
    if (kept.secret) headers['X-Chat-Secret'] = kept.secret;
    if (options && options.body) headers['Content-Type'] = 'application/json';
    return fetch(base + 'sessions' + path, Object.assign({ headers, cache: 'no-store', credentials: 'omit' }, options)).then(response => response.json().catch(() => ({})).then(json => {
      if (response.ok) return json;
      throw Object.assign(new Error(json.code || response.status), { status: response.status, json, after: +response.headers.get('Retry-After') || 0 });
    }));
  }
  const post = (path, content) => call(path, { method: 'POST', body: JSON.stringify(content) });
  function newId() {
    return Array.from(crypto.getRandomValues(new Uint8Array(16)), octet => octet.toString(16).padStart(2, '0')).join('');
  }

  // ---- lines on the screen
  const shown = new Map();
  let after = 0, unread = 0, open = !framed, standing = {};
  const clock = new Intl.DateTimeFormat(lang === 'he' ? 'he-IL' : 'en-GB', { hour: '2-digit', minute: '2-digit', hour12: false });
  const day = new Intl.DateTimeFormat(lang === 'he' ? 'he-IL' : 'en-GB', { day: '2-digit', month: '2-digit' });
  function moment(at) {
    const date = new Date(at);
    return (date.toDateString() === new Date().toDateString() ? '' : day.format(date) + ' ') + clock.format(date);
  }
  function written(into, text) {
    into.textContent = '';
    let from = 0;
    for (const found of text.matchAll(/https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]]/g)) {
      into.append(text.slice(from, found.index));
      const link = document.createElement('a');
      link.href = link.textContent = found[0];
      link.target = '_blank';
      link.rel = 'noopener noreferrer nofollow';
      into.append(link);
      from = found.index + found[0].length;
    }
    into.append(text.slice(from));
  }
  function bubble(line) {
    const item = document.createElement('div');
    item.className = 'bubble bubble--' + (line.mine ? 'mine' : 'theirs');
    if (!line.mine) {
      const author = document.createElement('p');
      author.className = 'bubble__author';
      author.dir = 'auto';
      author.textContent = line.author;
      item.append(author);
    }
    const text = document.createElement('p');
    text.className = 'bubble__text';
    text.dir = 'auto';
    written(text, line.text);
    const foot = document.createElement('p');
    foot.className = 'bubble__foot';
    item.append(text, foot);
    return item;
  }
  function state(item, at, what) {
    const foot = item.querySelector('.bubble__foot');
    foot.textContent = '';
    if (at) {
      const time = document.createElement('time');
      time.dateTime = at;
      time.textContent = moment(at);
      foot.append(time);
    }
    if (what) foot.append((at ? ' · ' : '') + what);
  }
  function place(item, position) {
    item.dataset.position = position;
    const next = Array.from($('log').children).find(other => other !== item && +other.dataset.position > position);
    if (next) $('log').insertBefore(item, next); else $('log').append(item);
  }
  function scroll(always) {
    const log = $('log').parentElement;
    if (always || log.scrollHeight - log.scrollTop - log.clientHeight < 160) log.scrollTop = log.scrollHeight;
  }
  function mine(line) {
    const item = bubble({ mine: true, text: line.text });
    shown.set(line.id, item);
    state(item, null, words.sending);
    place(item, 1e9 + shown.size);
    scroll(true);
    return item;
  }
  function lines(fresh) {
    let news = 0;
    for (const line of fresh) {
      if (line.position <= after) continue;
      after = line.position;
      let item = line.id && shown.get(line.id);
      if (item) {
        written(item.querySelector('.bubble__text'), line.text);
        done(line.id);
      } else {
        item = bubble(line);
        if (line.id) shown.set(line.id, item);
        if (!line.mine && line.position > kept.seen) news++;
      }
      state(item, line.at);
      place(item, line.position);
    }
    if (fresh.length) scroll(false);
    // who left his details and stayed reads at once what an agent now writes
    if (news && !$('left').hidden) show('log');
    if (open && document.visibilityState === 'visible') seen(); else if (news) { unread += news; tell({ unread }); }
  }
  function seen() {
    unread = 0;
    if (kept.seen < after) { kept.seen = after; keep(); }
    tell({ unread: 0 });
  }

  // ---- where the visitor stands
  function stand(now) {
    standing = now;
    const waiting = now.state === 'waiting';
    let text = '';
    if (waiting && now.callback) {
      text = now.callback.from ? say(words.callbackAt, now.callback.number, moment(now.callback.from)) : say(words.callback, now.callback.number);
    } else if (waiting && now.place) {
      text = now.atLeast ? say(words.placeMany, now.place - 1) : now.place === 1 ? words.placeNext : say(words.place, now.place);
      if (now.minutes > 0) text += ' · ' + (now.minutes === 1 ? words.minute : say(words.minutes, now.minutes));
    } else if (waiting) {
      text = words.waiting;
    } else if (now.state === 'served') {
      text = words.served;
    }
    $('who').textContent = now.agent && now.state === 'served' ? now.agent : words.title;
    $('standing').textContent = text;
    const nobody = waiting && now.place && now.minutes === undefined && !now.callback;
    const closed = now.state === 'closed';
    const callable = waiting && !!now.callable;
    $('offer').hidden = !nobody && !closed && !callable;
    $('offer-callback').hidden = !callable;
    $('offer-text').textContent = nobody ? words.nobody : closed ? words.closed : '';
    $('offer-details').hidden = !nobody;
    $('offer-new').hidden = !closed;
  }

  // ---- sending: one line at a time, in order, until the server has it
  let inFlight = null, ackTimer = 0, retryTimer = 0;
  function enqueue(text) {
    const line = { id: newId(), text };
    kept.pending.push(line);
    keep();
    mine(line);
    flush();
  }
  function flush() {
    if (inFlight || !kept.secret || !kept.pending.length || retryTimer) return;
    const line = kept.pending[0];
    if (socket && socket.readyState === 1 && greeted) {
      inFlight = line.id;
      socket.send(JSON.stringify({ type: 'line', id: line.id, text: line.text }));
      ackTimer = setTimeout(() => socket && socket.close(), ACK);
    } else if (polling) {
      inFlight = line.id;
      post('/lines', line).then(() => done(line.id)).catch(error => {
        if (error.status === 429) again(line.id, error.after);
        else if (error.status >= 400 && error.status < 500) refused(line.id, error.json.text);
        else again(line.id, 3);
      });
    }
  }
  function settle(id) {
    if (inFlight === id) { inFlight = null; clearTimeout(ackTimer); }
  }
  function done(id) {
    settle(id);
    const before = kept.pending.length;
    kept.pending = kept.pending.filter(line => line.id !== id);
    if (kept.pending.length !== before) {
      keep();
      const item = shown.get(id);
      if (item) state(item, null, words.sent);
    }
    flush();
  }
  function again(id, seconds) {
    settle(id);
    retryTimer = setTimeout(() => { retryTimer = 0; flush(); }, Math.max(1, seconds) * 1000);
  }
  function refused(id, why) {
    const line = kept.pending.find(one => one.id === id);
    settle(id);
    kept.pending = kept.pending.filter(one => one.id !== id);
    keep();
    const item = shown.get(id);
    if (item) {
      item.classList.add('bubble--failed');
      state(item, null, why || words.failed);
    }
    if (line && !$('line').value) $('line').value = line.text;
    flush();
  }

  // ---- the road: a socket, else long poll
  let socket = null, greeted = false, failures = 0, polling = false, heard = 0, timer = 0, pinger = 0, generation = 0;
  function connect() {
    clearTimeout(timer);
    if (!kept.secret) return;
    if (!window.WebSocket || failures >= 2) { poll(); return; }
    const mineNow = ++generation;
    greeted = false;
    try {
      socket = new WebSocket(location.origin.replace(/^http/, 'ws') + base + 'socket');
    } catch (e) { failures++; lost(mineNow); return; }
    socket.onopen = () => { heard = Date.now(); socket.send(JSON.stringify({ type: 'hello', secret: kept.secret, after, language: lang })); };
    socket.onmessage = event => { if (mineNow === generation) { heard = Date.now(); hear(JSON.parse(event.data)); } };
    socket.onclose = () => { if (mineNow === generation) { if (!greeted) failures++; lost(mineNow); } };
    clearInterval(pinger);
    pinger = setInterval(() => {
      if (!socket || socket.readyState > 1) return;
      if (Date.now() - heard > SILENT && heard) socket.close();
      else if (socket.readyState === 1) socket.send('{"type":"ping"}');
    }, PING / 2);
  }
  function lost(mineNow) {
    if (mineNow !== generation) return;
    socket = null;
    greeted = false;
    inFlight = null;
    clearTimeout(ackTimer);
    clearInterval(pinger);
    if (!kept.secret) return;
    if (failures >= 2) { poll(); return; }
    bar(words.offline);
    timer = setTimeout(connect, 1000 + Math.random() * 1500);
  }
  function hear(message) {
    if (!greeted) { greeted = true; failures = 0; connected(); }
    if (message.type === 'lines') lines(message.lines);
    else if (message.type === 'standing') stand(message.standing);
    else if (message.type === 'ack') done(message.id);
    else if (message.type === 'refused') message.again ? again(message.id, message.after) : refused(message.id, message.text);
    else if (message.type === 'gone') gone();
  }
  function connected() { bar(''); flush(); }
  let trouble = 0, socketAgain = 0;
  function poll() {
    if (polling) return;
    polling = true;
    socketAgain = Date.now() + 60e3;
    const mineNow = ++generation;
    const round = wait => {
      if (mineNow !== generation) return;
      if (window.WebSocket && Date.now() > socketAgain) { polling = false; failures = 1; connect(); return; }
      call('/lines?after=' + after + '&wait=' + wait).then(news => {
        if (mineNow !== generation) return;
        trouble = 0;
        connected();
        lines(news.lines);
        stand(news.standing);
        round(WAIT);
      }).catch(error => {
        if (mineNow !== generation) return;
        if (error.status === 404) { gone(); return; }
        trouble = Math.min(trouble + 1, 5);
        bar(words.offline);
        timer = setTimeout(() => round(0), error.after ? error.after * 1000 : trouble * 2000);
      });
    };
    round(0);
  }
  function hurry() {
    if (!kept.secret) return;
    if (polling) return;
    if (!socket || socket.readyState > 1) { failures = Math.min(failures, 1); connect(); }
  }
  function disconnect() {
    generation++;
    polling = false;
    clearTimeout(timer);
    clearInterval(pinger);
    if (socket) socket.close();
    socket = null;
    inFlight = null;
  }
  function gone() {
    disconnect();
    forget();
    begin();
    bar(words.gone);
  }
  function forget() {
    kept = { secret: null, pending: [], seen: 0, at: 0 };
    keep();
    shown.clear();
    $('log').textContent = '';
    after = 0;
    stand({});
    tell({ live: false, unread: 0 });
  }

  // ---- parts that begin or end a chat
  let token = '';
  function begin() {
    show('loading');
    $('who').textContent = words.title;
    $('details-back').hidden = true;
    call('/availability?account=' + encodeURIComponent(account)).then(now => {
      token = now.token;
      bar('');
      show(!now.open ? 'shut' : now.staffed ? 'start' : 'details');
      $('standing').textContent = now.open ? (now.staffed ? words.staffed : words.unstaffed) : '';
      if (open && (framed || document.activeElement === body)) focusFirst();
    }).catch(() => { bar(words.offline); timer = setTimeout(begin, 4000); });
  }
  function resume() {
    show('log');
    tell({ live: true });
    kept.pending.forEach(mine);
    connect();
  }
  function wrong(form, field, text) {
    const place = $(form + '-' + field + '-wrong');
    if (!place) return;
    place.textContent = text || '';
    $(form + '-' + field).setAttribute('aria-invalid', text ? 'true' : 'false');
  }
  $('start').addEventListener('submit', event => {
    event.preventDefault();
    const text = $('start-text').value.trim(), reach = $('start-reach').value.trim();
    wrong('start', 'text', text ? '' : words.empty);
    wrong('start', 'reach', '');
    if (!text) { $('start-text').focus(); return; }
    const button = $('start').querySelector('button');
    button.disabled = true;
    const mail = reach.includes('@');
    post('', { account, language: lang, name: $('start-name').value.trim(), email: mail ? reach : '', phone: mail ? '' : reach }).then(opened => {
      kept = { secret: opened.secret, pending: [], seen: 0, at: 0 };
      keep();
      $('start-text').value = '';
      resume();
      enqueue(text);
      $('line').focus();
    }).catch(error => {
      if (error.json && /^chat\.(email|phone)$/.test(error.json.code)) { wrong('start', 'reach', error.json.text); $('start-reach').focus(); }
      else bar(error.json && error.json.text || words.offline);
    }).finally(() => { button.disabled = false; });
  });
  $('details').addEventListener('submit', event => {
    event.preventDefault();
    const button = $('details').querySelector('button');
    const typed = { token, website: $('details-website').value, consent: $('details-consent').checked ? 'yes' : '' };
    ['name', 'email', 'phone', 'text'].forEach(name => { typed[name] = $('details-' + name).value; });
    button.disabled = true;
    post('/details', typed).then(taken => {
      $('left-reference').textContent = taken.reference.slice(0, 5) + '-' + taken.reference.slice(5);
      $('left-track').href = base.replace(/chat\/$/, 'track/') + taken.reference;
      show('left');
      $('left').focus();
      bar('');
    }).catch(error => {
      const fields = error.json && error.json.fields || {}, names = ['text', 'name', 'email', 'phone', 'consent'];
      names.forEach(name => wrong('details', name, fields[name]));
      if (error.json && error.json.token) token = error.json.token;
      const first = names.find(name => fields[name]);
      bar(first ? '' : error.json && error.json.text || words.offline);
      if (first) $('details-' + first).focus();
    }).finally(() => { button.disabled = false; });
  });
  $('composer').addEventListener('submit', event => {
    event.preventDefault();
    const text = $('line').value.trim();
    if (!text) return;
    $('line').value = '';
    grow();
    enqueue(text);
    $('line').focus();
  });
  $('line').addEventListener('keydown', event => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing && !matchMedia('(pointer: coarse)').matches) {
      event.preventDefault();
      $('composer').requestSubmit();
    }
  });
  function grow() {
    $('line').style.blockSize = 'auto';
    $('line').style.blockSize = Math.min($('line').scrollHeight + 2, 132) + 'px';
  }
  $('line').addEventListener('input', grow);
  $('offer-details').addEventListener('click', () => {
    $('details-text').value = Array.from(document.querySelectorAll('.bubble--mine .bubble__text'), part => part.textContent).join('\n');
    $('details-lead').textContent = words.detailsWaiting;
    call('/availability?account=' + encodeURIComponent(account)).then(now => { token = now.token; $('details-back').hidden = false; show('details'); focusFirst(); }).catch(() => bar(words.offline));
  });
  $('offer-callback').addEventListener('click', () => {
    call('/callback').then(offered => {
      const list = $('callback-at');
      while (list.options.length > 1) list.remove(1);
      offered.times.forEach(time => list.add(new Option(time.text, time.at)));
      wrong('callback', 'phone', '');
      wrong('callback', 'at', '');
      show('callback');
      focusFirst();
    }).catch(error => bar(error.json && error.json.text || words.offline));
  });
  $('callback').addEventListener('submit', event => {
    event.preventDefault();
    const button = $('callback').querySelector('button');
    button.disabled = true;
    post('/callback', { phone: $('callback-phone').value.trim(), at: $('callback-at').value }).then(now => {
      show('log');
      stand(now);
      focusFirst();
    }).catch(error => {
      const code = error.json && error.json.code, field = code === 'routing.callback-number' ? 'phone' : code === 'routing.callback-time' ? 'at' : '';
      ['phone', 'at'].forEach(name => wrong('callback', name, name === field ? error.json.text : ''));
      bar(field ? '' : error.json && error.json.text || words.offline);
      if (field) $('callback-' + field).focus();
    }).finally(() => { button.disabled = false; });
  });
  $('callback-back').addEventListener('click', () => { show('log'); focusFirst(); });
  let ended = null;
  function end() {
    ended = kept;
    disconnect();
    forget();
    show('ended');
    bar('');
    $('back').focus();
  }
  $('end').addEventListener('click', end);
  $('offer-new').addEventListener('click', () => { end(); begin(); });
  $('again').addEventListener('click', begin);
  $('details-back').addEventListener('click', () => { show('log'); focusFirst(); });
  $('back').addEventListener('click', () => { kept = ended; keep(); resume(); focusFirst(); });

  // ---- around
  $('close').hidden = !framed || asked.get('inline') === '1';
  $('home').hidden = framed;
  $('close').addEventListener('click', () => tell({ close: true }));
  document.addEventListener('keydown', event => { if (event.key === 'Escape' && framed) tell({ close: true }); });
  document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'visible') { hurry(); if (open) seen(); } });
  // A socket that lived through a lost network may be dead without knowing it.
  window.addEventListener('online', () => { if (kept.secret && !polling) { disconnect(); failures = 0; connect(); } });
  window.addEventListener('offline', () => bar(words.offline));
  window.addEventListener('pagehide', disconnect);
  window.addEventListener('pageshow', event => { if (event.persisted && kept.secret) { failures = 0; connect(); } });
  window.addEventListener('message', event => {
    if (event.source !== window.parent || !event.data || event.data.moked !== 'host') return;
    if (event.data.kept !== undefined && !begun) { memory = event.data.kept; kept = load(); go(); }
    open = !!event.data.open;
    if (open) { seen(); scroll(true); focusFirst(); }
  });
  $('start-name').value = $('details-name').value = asked.get('name') || '';
  $('start-reach').value = asked.get('email') || asked.get('phone') || '';
  $('details-email').value = asked.get('email') || '';
  $('details-phone').value = $('callback-phone').value = asked.get('phone') || '';
  if (asked.get('inline') === '1') open = true;
  let begun = false;
  function go() {
    if (begun) return;
    begun = true;
    if (kept.secret) resume(); else begin();
  }
  tell({ ready: true, ask: denied });
  if (denied && framed) setTimeout(go, 1500); else go();
})();
