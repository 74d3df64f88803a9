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
  const MOST_FILES = 5, LARGEST_FILES = 10 * 1024 * 1024, TYPING = 4000, WRITING = 60e3;
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
    // another window of this browser may have taken the chat over, which is not undone by this one
    try { const other = JSON.parse(localStorage.getItem(key)); if (kept.secret && other && other.secret !== kept.secret && other.at > kept.at) return; } catch (e) { /* denied, or nothing of ours */ }
    kept.at = Date.now();
    memory = kept;
    try { kept.secret ? localStorage.setItem(key, JSON.stringify(kept)) : localStorage.removeItem(key); } catch (e) { tell({ keep: kept.secret ? kept : null }); }
  }

  // ---- parts
  const parts = ['loading', 'start', 'details', 'callback', 'left', 'shut', 'ended', 'elsewhere', 'mail', 'arrive', 'moved', 'log'];
  function show(part) {
    parts.forEach(name => { $(name).hidden = name !== part; });
    $('foot').hidden = part !== 'log';
    $('more').hidden = part !== 'log';
    $('more').open = false;
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
    written(text, line.choices ? line.choices.question : line.text);
    item.append(text);
    text.hidden = !text.textContent;
    (line.files || []).forEach(file => item.append(attached(file)));
    if (line.choices) item.append(offered(line.choices));
    const foot = document.createElement('p');
    foot.className = 'bubble__foot';
    item.append(foot);
    return item;
  }
  const size = new Intl.NumberFormat(lang === 'he' ? 'he-IL' : 'en-GB', { maximumFractionDigits: 1 });
  function attached(file) {
    const part = document.createElement(file.id ? 'button' : 'p');
    part.className = 'bubble__file';
    const name = document.createElement('bdi');
    name.textContent = file.name;
    const large = document.createElement('span');
    large.className = 'bubble__size';
    large.textContent = file.size < 1e6 ? say(words.kilobytes, size.format(Math.max(1, Math.round(file.size / 1e3)))) : say(words.megabytes, size.format(file.size / 1e6));
    part.append(name, ' ', large);
    if (file.id) {
      part.type = 'button';
      part.addEventListener('click', () => save('/files/' + file.id, file.name));
    }
    return part;
  }
  // The secret goes in a header and never into an address: what is saved comes by a request of ours.
  function save(path, name) {
    fetch(base + 'sessions' + path, { headers: { 'Accept-Language': lang, 'X-Chat-Secret': kept.secret }, cache: 'no-store', credentials: 'omit' }).then(response => {
      if (!response.ok) throw new Error(response.status);
      return response.blob();
    }).then(content => {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(content);
      link.download = name;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60e3);
      bar('');
    }).catch(() => bar(words.notSaved));
  }
  function offered(choices) {
    const group = document.createElement('div');
    group.className = 'bubble__choices';
    group.setAttribute('role', 'group');
    group.setAttribute('aria-label', choices.question || words.choices);
    group.dataset.answer = choices.id;
    choices.options.forEach(option => {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'btn';
      button.dir = 'auto';
      button.textContent = option;
      button.addEventListener('click', () => {
        if (shown.has(choices.id)) return;
        enqueue(option, choices.id);
        $('line').focus();
      });
      group.append(button);
    });
    return group;
  }
  // Answered once: the line that answers has the same id from whichever window it was sent.
  function answered() {
    document.querySelectorAll('.bubble__choices').forEach(group => {
      const answer = shown.get(group.dataset.answer);
      const text = answer ? answer.querySelector('.bubble__text').textContent : null;
      group.querySelectorAll('button').forEach(button => {
        button.disabled = text !== null;
        if (text !== null) button.setAttribute('aria-pressed', String(button.textContent === text)); else button.removeAttribute('aria-pressed');
      });
    });
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
    const item = bubble({ mine: true, text: line.text, files: line.files });
    shown.set(line.id, item);
    answered();
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
        const ours = bubble(line);
        ours.dataset.mine = 'true';
        item.replaceWith(ours);
        shown.set(line.id, item = ours);
        done(line.id);
      } else {
        item = bubble(line);
        if (line.id) shown.set(line.id, item);
        if (!line.mine && line.position > kept.seen) news++;
      }
      item.dataset.at = line.at;
      if (line.mine) item.dataset.mine = 'true';
      state(item, line.at);
      place(item, line.position);
    }
    if (fresh.length) {
      answered();
      marks();
      scroll(false);
    }
    // who left his details and stayed reads at once what an agent now writes
    if (news && !$('left').hidden) show('log');
    if (open && document.visibilityState === 'visible') seen(); else if (news) { unread += news; tell({ unread }); }
  }
  function seen() {
    unread = 0;
    if (kept.seen < after) { kept.seen = after; keep(); }
    tell({ unread: 0 });
    receipt();
  }
  // ---- how far each has read what the other wrote
  let told = '', receiptTimer = 0;
  function receipt() {
    clearTimeout(receiptTimer);
    receiptTimer = setTimeout(() => {
      const now = after + ' ' + kept.seen;
      if (!kept.secret || !after || now === told) return;
      told = now;
      sign({ type: 'got', delivered: after, read: Math.min(kept.seen, after) }, { delivered: after, read: Math.min(kept.seen, after) });
    }, 250);
  }
  function sign(frame, request) {
    if (socket && socket.readyState === 1 && greeted) socket.send(JSON.stringify(frame));
    else if (polling) post('/signs', request).catch(() => { told = ''; });
    else told = '';
  }
  // Of what he wrote himself, the newest line alone says how far it got.
  function marks() {
    const mineOnes = Array.from($('log').children).filter(item => item.dataset.mine && item.dataset.at);
    mineOnes.forEach((item, index) => {
      const last = index === mineOnes.length - 1;
      state(item, item.dataset.at, !last ? '' : +item.dataset.position <= (standing.readTo || 0) ? words.read : words.delivered);
    });
  }

  // ---- where the visitor stands
  function stand(now) {
    // what was read stays read, also when more was written since
    standing = Object.assign({}, now, { readTo: Math.max(now.readTo || 0, now.state === 'served' || now.state === 'closed' ? standing.readTo || 0 : 0) });
    marks();
    writes(!!now.writing, now.agent);
    together(now.form);
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

  // ---- a form that agent and visitor fill in together: each sees what the other writes, and only the visitor sends it
  const typedAs = { NAME: ['text', 'name'], PHONE: ['tel', 'tel'], EMAIL: ['email', 'email'], ADDRESS: ['text', 'street-address'], TOWN: ['text', 'address-level2'], IDENTITY: ['text', 'off'] };
  let form = null;
  const filling = new Map();
  function together(now) {
    $('shared').hidden = !now;
    if (!now) { form = null; return; }
    if (!form || form.id !== now.id) {
      $('shared-title').textContent = now[lang];
      $('shared-fields').replaceChildren(...now.fields.map(field => part(now.id, field)));
    }
    form = now;
    now.fields.forEach(field => {
      const input = $('shared-' + field.place);
      if (field.kind === 'IDENTITY' || document.activeElement === input || filling.has(field.place)) return;
      if (input.value !== field.content) input.value = field.content;
    });
  }
  function part(id, field) {
    const box = document.createElement('div'), label = document.createElement('label'), input = document.createElement('input'), fault = document.createElement('span');
    box.className = 'field';
    label.className = 'field__label';
    label.htmlFor = input.id = 'shared-' + field.place;
    label.textContent = field[lang];
    if (!field.required) {
      const may = document.createElement('span');
      may.className = 'quiet';
      may.textContent = ' (' + words.optional + ')';
      label.append(may);
    }
    input.className = 'input';
    input.maxLength = 200;
    [input.type, input.autocomplete] = typedAs[field.kind] || ['text', 'off'];
    if (field.kind === 'PHONE' || field.kind === 'EMAIL' || field.kind === 'IDENTITY') input.classList.add('ltr'); else input.dir = 'auto';
    if (field.kind === 'IDENTITY') input.inputMode = 'numeric';
    fault.className = 'field__error';
    fault.id = input.id + '-wrong';
    fault.setAttribute('role', 'alert');
    input.setAttribute('aria-describedby', fault.id);
    input.addEventListener('input', () => fill(id, field.place, input, 400));
    input.addEventListener('change', () => fill(id, field.place, input, 0));
    box.append(label, input, fault);
    if (field.kind === 'IDENTITY') {
      const help = document.createElement('span');
      help.className = 'field__help';
      help.textContent = words.formSecret;
      box.insertBefore(help, input);
    }
    return box;
  }
  function fill(id, place, input, pause) {
    const before = filling.get(place);
    if (before) clearTimeout(before.timer);
    const mine = { timer: setTimeout(() => {
      mine.sent = post('/form', { form: id, place, content: input.value }).catch(error => { if (error.json && error.json.text) wrong('shared', place, error.json.text); }).finally(() => { if (filling.get(place) === mine) filling.delete(place); });
    }, pause) };
    filling.set(place, mine);
  }
  $('shared').addEventListener('submit', event => {
    event.preventDefault();
    const id = form.id;
    $('shared-send').disabled = true;
    // what was typed last goes first
    const fresh = form.fields.map(field => { const input = $('shared-' + field.place); const before = filling.get(field.place); if (before) clearTimeout(before.timer); filling.delete(field.place); wrong('shared', field.place, ''); return [field, input]; });
    fresh.filter(([field, input]) => input.value !== field.content && (field.kind !== 'IDENTITY' || input.value)).reduce((done, [field, input]) => done.then(() => post('/form', { form: id, place: field.place, content: input.value })), Promise.resolve())
      .then(() => post('/form/send', { form: id })).then(() => { together(null); $('line').focus(); }).catch(error => {
        const fields = error.json && error.json.fields || {}, first = Object.keys(fields)[0];
        Object.keys(fields).forEach(place => wrong('shared', place, fields[place]));
        if (first) $('shared-' + first).focus(); else bar(error.json && error.json.text || words.offline);
      }).finally(() => { $('shared-send').disabled = false; });
  });

  let writingTimer = 0;
  function writes(writing, agent) {
    clearTimeout(writingTimer);
    $('writing').textContent = writing ? say(words.writing, agent || '') : '';
    if (writing) writingTimer = setTimeout(() => writes(false), WRITING);
  }

  // ---- sending: one line at a time, in order, until the server has it
  let inFlight = null, ackTimer = 0, retryTimer = 0;
  function enqueue(text, id) {
    const line = { id: id || newId(), text };
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
    if (id.startsWith('choice-')) {
      settle(id);
      kept.pending = kept.pending.filter(one => one.id !== id);
      keep();
      if (shown.has(id)) shown.get(id).remove();
      shown.delete(id);
      answered();
      bar(why);
      flush();
      return;
    }
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
    else if (message.type === 'gone') message.code === 'chat.went-on' ? wentOn() : gone();
  }
  function connected() { bar(''); told = ''; flush(); receipt(); }
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
        if (error.status === 410) { wentOn(); return; }
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
  // In another window it goes on under another secret; the line that was not sent is not lost.
  function wentOn() {
    const unsent = kept.pending.map(line => line.text).join('\n'), secret = kept.secret;
    disconnect();
    kept = { secret: null, pending: [], seen: 0, at: 0 };
    memory = null;
    try { const other = JSON.parse(localStorage.getItem(key)); if (other && other.secret === secret) localStorage.removeItem(key); } catch (e) { tell({ keep: null }); }
    shown.clear();
    $('log').textContent = '';
    after = 0;
    told = '';
    stand({});
    tell({ live: false, unread: 0 });
    bar(unsent ? say(words.unsent, unsent) : '');
    show('moved');
    if (open) $('moved').focus();
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
    told = '';
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
  let typed = 0;
  $('line').addEventListener('input', () => {
    grow();
    if (Date.now() - typed < TYPING || !kept.secret || standing.state !== 'served') return;
    typed = Date.now();
    sign({ type: 'typing' }, { typing: true });
  });

  // ---- files: kept in this window only, and sent again until they are there
  $('files').addEventListener('change', () => {
    const chosen = Array.from($('files').files);
    $('files').value = '';
    if (!chosen.length) return;
    if (chosen.length > MOST_FILES || chosen.reduce((sum, file) => sum + file.size, 0) > LARGEST_FILES) { bar(say(words.filesMany, MOST_FILES)); return; }
    Promise.all(chosen.map(file => new Promise((resolve, reject) => {
      const reader = new FileReader();
      reader.onload = () => resolve({ name: file.name, size: file.size, content: reader.result.slice(reader.result.indexOf(',') + 1) });
      reader.onerror = reject;
      reader.readAsDataURL(file);
    }))).then(files => {
      const line = { id: newId(), text: '', files };
      const item = mine(line);
      bar('');
      send(line, item, 0);
    }).catch(() => bar(words.filesUnread));
  });
  function send(line, item, attempt) {
    post('/files', { id: line.id, text: line.text, files: line.files.map(file => ({ name: file.name, content: file.content })) }).then(() => {
      if (shown.get(line.id) === item && !item.dataset.at) state(item, null, words.sent);
    }).catch(error => {
      if (error.status >= 400 && error.status < 500 && error.status !== 429 || attempt > 5) {
        if (error.status === 410) { wentOn(); return; }
        item.classList.add('bubble--failed');
        state(item, null, words.failed);
        bar(error.json && error.json.text || words.failed);
      } else setTimeout(() => send(line, item, attempt + 1), (error.after || 3 + attempt * 3) * 1000);
    });
  }

  // ---- going on elsewhere, and keeping what was said
  $('elsewhere-open').addEventListener('click', () => {
    $('more').open = false;
    post('/passage', {}).then(passage => {
      $('elsewhere-link').value = passage.link;
      $('elsewhere-picture').src = 'data:image/svg+xml,' + encodeURIComponent(passage.picture);
      $('elsewhere-lead').textContent = say(words.elsewhereLead, passage.minutes);
      $('elsewhere-told').textContent = '';
      show('elsewhere');
      $('elsewhere').focus();
    }).catch(error => { if (error.status === 410) wentOn(); else bar(error.json && error.json.text || words.offline); });
  });
  $('elsewhere-copy').addEventListener('click', () => {
    $('elsewhere-link').select();
    const done = () => { $('elsewhere-told').textContent = words.copied; };
    if (navigator.clipboard) navigator.clipboard.writeText($('elsewhere-link').value).then(done, () => {}); else if (document.execCommand('copy')) done();
  });
  $('elsewhere-back').addEventListener('click', () => { show('log'); focusFirst(); });
  $('transcript').addEventListener('click', () => { $('more').open = false; save('/transcript', words.transcriptFile); });
  // By mail: first a code to the address, then the chat to it.
  let handle = '';
  function mailStep(second) {
    $('mail-second').hidden = !second;
    $('mail-email').readOnly = second;
    $('mail-send').textContent = second ? words.mailSend : words.mailAsk;
    wrong('mail', 'email', '');
    wrong('mail', 'code', '');
  }
  $('mail-open').addEventListener('click', () => {
    $('more').open = false;
    $('mail-code').value = '';
    mailStep(false);
    show('mail');
    $('mail-email').focus();
  });
  $('mail-back').addEventListener('click', () => { show('log'); focusFirst(); });
  $('mail').addEventListener('submit', event => {
    event.preventDefault();
    const second = !$('mail-second').hidden;
    $('mail-send').disabled = true;
    (second ? post('/transcript/mail', { handle, code: $('mail-code').value }) : post('/transcript/code', { email: $('mail-email').value.trim() })).then(answer => {
      if (second) {
        show('log');
        focusFirst();
      } else {
        handle = answer.handle;
        mailStep(true);
        $('mail-code').focus();
      }
    }).catch(error => {
      if (error.status === 410) { wentOn(); return; }
      const field = second ? 'code' : 'email';
      if (error.json && error.json.text) { wrong('mail', field, error.json.text); $('mail-' + field).focus(); } else bar(words.offline);
    }).finally(() => { $('mail-send').disabled = false; });
  });
  $('moved-new').addEventListener('click', begin);
  $('arrive-go').addEventListener('click', () => {
    $('arrive-go').disabled = true;
    post('/go', { passage: asked.get('go') }).then(opened => {
      kept = { secret: opened.secret, pending: [], seen: 0, at: Date.now() };
      history.replaceState(null, '', location.pathname);
      keep();
      bar('');
      resume();
      focusFirst();
    }).catch(error => {
      bar(error.json && error.json.text || words.offline);
      if (error.json && error.json.code === 'chat.passage') { history.replaceState(null, '', location.pathname); kept.secret ? resume() : begin(); bar(error.json.text); }
    }).finally(() => { $('arrive-go').disabled = false; });
  });
  document.addEventListener('click', event => { if (!$('more').contains(event.target)) $('more').open = false; });
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
  document.addEventListener('keydown', event => { if (event.key === 'Escape' && $('more').open) { $('more').open = false; $('more').querySelector('summary').focus(); } else if (event.key === 'Escape' && framed) tell({ close: true }); });
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
    if (asked.get('go')) { show('arrive'); focusFirst(); } else if (kept.secret) resume(); else begin();
  }
  tell({ ready: true, ask: denied });
  if (denied && framed) setTimeout(go, 1500); else go();
})();
