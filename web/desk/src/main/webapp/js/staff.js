// SPDX-License-Identifier: Apache-2.0
// What every staff page of Moked does: ask the server for parts of itself, tell the user, tick clocks, hear pushes.
// Elements say what they want by data-act; nothing is bound to an element, so parts may be drawn again at any time.
(function () {
  'use strict';
  const words = document.getElementById('words').dataset;
  const lang = document.documentElement.lang;
  const skew = Number(words.now) - Date.now();
  const acts = {};
  const drawn = [];
  const heard = [];

  // ---- asking: window.wireX is a remote command of the page; requests queue up, answers come in order
  const asked = [];
  let last = Promise.resolve();

  function ask(command, parameters) {
    if (out) return Promise.resolve({ refused: 'signed-out' });
    last = new Promise(function (resolve) {
      asked.push({ answer: resolve, at: Date.now() });
      window[command](Object.entries(parameters || {}).map(function (pair) { return { name: pair[0], value: pair[1] }; }));
    });
    return last;
  }

  const $document = window.jQuery(document);
  $document.on('pfAjaxComplete', function (event, xhr, settings, answer) {
    const question = asked.shift();
    // whoever asked is answered whatever becomes of the drawing
    try {
      if (answer && answer.told) JSON.parse(answer.told).forEach(toast);
      after();
    } finally {
      if (question) question.answer(xhr.status === 200 ? answer || {} : { refused: 'failed' });
    }
  });
  $document.on('pfAjaxError', function (event, xhr) {
    if (xhr.status === 401) signedOut(words.signedOut);
    else if (xhr.status === 410) bar(words.expired, words.reload, function () { location.reload(); });
    else if (xhr.status === 0) line(false);
    else toast({ kind: 'bad', text: words.failed + (xhr.getResponseHeader('X-Moked-Trace') ? ' ' + words.trace + ' ' + xhr.getResponseHeader('X-Moked-Trace') : '') });
  });

  // ---- drawing again in place: a keyed list keeps the children that did not change, with what is open, selected or focused in them
  const served = new WeakMap();

  function remember(root) {
    if (!root) return;
    const lists = Array.from(root.querySelectorAll('[data-keyed]'));
    if (root.matches && root.matches('[data-keyed]')) lists.push(root);
    lists.forEach(function (list) {
      Array.from(list.children).forEach(function (child) { served.set(child, child.outerHTML); });
    });
  }

  function called(control) { return [control.dataset.act, control.name, control.value, (control.getAttribute('aria-label') || control.textContent).replace(/\d+/g, '').trim()].join(' '); }

  // What is focused stays so though it is drawn anew: it is known by its own id, else by how it is called in the nearest part that has one
  function focusedIn(old) {
    const focus = old && old.contains(document.activeElement) ? document.activeElement : null;
    if (!focus) return function () {};
    const name = called(focus);
    const alike = function (part) { return Array.from(part.querySelectorAll(focus.tagName)).filter(function (control) { return called(control) === name; }); };
    const part = focus.closest('[id]');
    const place = alike(part).indexOf(focus);
    return function () {
      const there = document.getElementById(part.id);
      const same = there && (part === focus ? there : alike(there)[place]);
      if (same) same.focus({ preventScroll: true });
    };
  }

  function merge(list, content) {
    const template = document.createElement('template');
    template.innerHTML = content;
    const had = new Map(Array.from(list.children).map(function (child) { return [child.id, child]; }));
    let place = list.firstElementChild;
    Array.from(template.content.firstElementChild.children).forEach(function (fresh) {
      const old = had.get(fresh.id);
      const html = fresh.outerHTML;
      had.delete(fresh.id);
      if (old && served.get(old) === html) {
        if (old === place) place = place.nextElementSibling;
        else list.insertBefore(old, place);
        return;
      }
      served.set(fresh, html);
      const refocus = focusedIn(old);
      if (old) {
        if (old === place) place = place.nextElementSibling;
        old.remove();
      }
      list.insertBefore(fresh, place);
      refocus();
    });
    had.forEach(function (gone) { gone.remove(); });
  }

  // What is pushed while a button is held down waits for the finger to leave: a press on what is drawn anew would be lost, and what is dragged must stay
  const pushed = ['head', 'counter', 'visit', 'voice', 'standing', 'presence', 'waiting', 'case', 'case-board'];
  let held = null;
  let dragging = false;
  let postponed = new Map();

  document.addEventListener('pointerdown', function (event) {
    held = event.target;
    dragging = false;
  }, true);
  document.addEventListener('dragstart', function () { dragging = true; }, true);
  ['pointerup', 'pointercancel', 'dragend'].forEach(function (kind) {
    document.addEventListener(kind, function () {
      // the pointer is cancelled when dragging begins
      if (dragging && kind !== 'dragend') return;
      dragging = false;
      held = null;
      // the click comes first
      setTimeout(function () {
        if (held || !postponed.size) return;
        const due = postponed;
        postponed = new Map();
        due.forEach(function (late, id) { if (document.getElementById(id)) redraw(id, late.content, late.since); });
        after();
      }, 0);
    }, true);
  });

  // What somebody has opened stays open, until what he filled in there is sent
  function parts(root) { return root ? Array.from(root.querySelectorAll('details')) : []; }

  // By what they are called, for parts come and go before one; of several that are called the same, which of them
  function names(all) {
    const many = new Map();
    return all.map(function (part) {
      const summary = part.querySelector('summary');
      const name = part.id || summary.getAttribute('aria-label') || part.className + ' ' + summary.textContent.replace(/\d+/g, '').trim();
      many.set(name, (many.get(name) || 0) + 1);
      return name + ' ' + many.get(name);
    });
  }

  // Which are open, read before they are replaced. One that is called otherwise afterwards, as a state is, is known by its place
  function opened(all) {
    const were = names(all);
    const open = all.map(function (part) { return part.open && !part.dataset.sent ? part.className : null; });
    return function (fresh) {
      const are = names(fresh);
      open.forEach(function (kind, place) {
        if (kind === null) return;
        const there = fresh[are.indexOf(were[place])];
        const renamed = fresh[place] && fresh[place].className === kind && !were.includes(are[place]) ? fresh[place] : null;
        if (there || renamed) (there || renamed).open = true;
      });
    };
  }

  document.addEventListener('submit', function (event) {
    const part = event.target.dataset.submit && event.target.closest('details');
    if (part) part.dataset.sent = 'true';
  }, true);
  document.addEventListener('input', function (event) {
    const part = event.target.closest('details[data-sent]');
    if (part) delete part.dataset.sent;
  });

  // What is written into a part after it was asked for anew is not in the answer: it is carried over, if the part is of the same thing still
  const written = new WeakMap();
  document.addEventListener('input', function (event) { written.set(event.target, Date.now()); }, true);

  function chosen(field) { return /^(checkbox|radio)$/.test(field.type); }

  // By its id, else by what it says to which form
  function isOf(field) { return field.id || JSON.stringify([field.form && field.form.dataset, field.name, chosen(field) ? field.value : '']); }

  function carried(old, since) {
    const fields = new Map();
    if (old && old.dataset.writtenFor) {
      old.querySelectorAll('input, textarea, select').forEach(function (field) { if (written.get(field) >= since) fields.set(isOf(field), field); });
    }
    return function (fresh) {
      if (fields.size === 0 || fresh.dataset.writtenFor !== old.dataset.writtenFor) return;
      fresh.querySelectorAll('input, textarea, select').forEach(function (same) {
        const field = fields.get(isOf(same));
        if (!field) return;
        if (chosen(field)) same.checked = field.checked; else same.value = field.value;
        Object.assign(same.dataset, field.dataset);
        written.set(same, written.get(field));
      });
    };
  }

  const replace = window.PrimeFaces.ajax.Utils.updateElement;

  function redraw(id, content, since, xhr) {
    const old = document.getElementById(id);
    if (old && held && pushed.includes(id) && old.contains(held)) {
      postponed.set(id, { content: content, since: since });
    } else if (old && old.dataset.keyed) {
      merge(old, content);
    } else {
      const reopen = opened(parts(old));
      const carry = carried(old, since);
      const refocus = focusedIn(old);
      replace.call(window.PrimeFaces.ajax.Utils, id, content, xhr);
      const fresh = document.getElementById(id);
      remember(fresh);
      reopen(parts(fresh));
      refocus();
      carry(fresh);
    }
  }

  window.PrimeFaces.ajax.Utils.updateElement = function (id, content, xhr) {
    postponed.delete(id);
    if (id === 'talk') postponed.clear();
    redraw(id, content, asked.length ? asked[0].at : Date.now(), xhr);
  };

  function after() {
    tick();
    drawn.forEach(function (then) { then(); });
  }

  // ---- clocks: the server's time, counted here
  function unit(value, name) {
    return new Intl.NumberFormat(lang, { style: 'unit', unit: name, unitDisplay: 'short' }).format(value);
  }

  function span(seconds) {
    const s = Math.max(0, Math.floor(seconds));
    if (s < 3600) return Math.floor(s / 60) + ':' + String(s % 60).padStart(2, '0');
    return s < 86400 ? unit(Math.floor(s / 3600), 'hour') : unit(Math.floor(s / 86400), 'day');
  }

  const lasting = new Map();

  function tick() {
    const now = Date.now() + skew;
    document.querySelectorAll('[data-since]').forEach(function (clock) {
      const seconds = (now - Number(clock.dataset.since)) / 1000;
      const text = span(seconds);
      if (clock.textContent !== text) clock.textContent = text;
      if (clock.dataset.target) {
        clock.classList.toggle('talk__wait--bad', seconds > Number(clock.dataset.target));
        clock.classList.toggle('talk__wait--warn', seconds > Number(clock.dataset.target) * 2 / 3 && seconds <= Number(clock.dataset.target));
      }
    });
    document.querySelectorAll('[data-until]').forEach(function (clock) {
      const left = Math.max(0, Math.ceil((Number(clock.dataset.until) - now) / 1000));
      const offer = clock.closest('.offer');
      clock.textContent = span(left);
      if (clock.dataset.wrapUp && left === 0) wrapUpOver(clock);
      if (!offer) return;
      if (!lasting.has(clock.dataset.until)) lasting.set(clock.dataset.until, Math.max(1, left));
      offer.classList.toggle('offer--soon', left <= 5);
      const time = offer.querySelector('progress');
      time.max = lasting.get(clock.dataset.until);
      time.value = left;
    });
  }

  // Time to sum up a call is over: nothing is closed, its agent is reminded
  let reminded = null;

  function wrapUpOver(clock) {
    if (reminded === clock.dataset.until) return;
    reminded = clock.dataset.until;
    beep();
    toast({ text: words.wrapUpOver, label: words.toTalk, action: function () { toTalk(clock.dataset.wrapUp); } });
    ask('wirePresent');
  }

  function toTalk(id) {
    if (window.moked.desk) window.moked.desk.open(Number(id));
    else location.assign(words.base + '/agent/desk.xhtml?c=' + id);
  }

  // ---- telling
  function toast(what) {
    const box = document.createElement('div');
    box.className = 'toast' + (what.kind === 'bad' ? ' toast--bad' : '');
    if (what.kind === 'bad') box.setAttribute('role', 'alert');
    const text = document.createElement('span');
    text.className = 'grow';
    text.textContent = what.text;
    box.append(text);
    if (what.undo) link(box, words.undo, function () { if (what.by) acts[what.by](what.undo); else ask('wireReopen', { id: what.undo }); box.remove(); });
    if (what.label) link(box, what.label, function () { what.action(); box.remove(); });
    document.getElementById('toasts').append(box);
    setTimeout(function () { box.remove(); }, what.undo || what.label ? 10000 : what.kind === 'bad' ? 8000 : 4000);
    return box;
  }

  function link(box, label, action) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'link';
    button.textContent = label;
    button.addEventListener('click', action);
    box.append(button);
  }

  // One line under the top bar for what concerns the whole page
  function bar(text, label, action) {
    let box = document.getElementById('bar');
    if (!box) {
      box = document.createElement('div');
      box.id = 'bar';
      box.className = 'page-bar';
      box.setAttribute('role', 'alert');
      document.body.append(box);
    }
    box.replaceChildren();
    const span = document.createElement('span');
    span.textContent = text;
    box.append(span);
    if (label) link(box, label, action);
    return box;
  }

  let out = false;

  function signedOut(text) {
    if (out) return;
    out = true;
    if (socket) socket.close();
    bar(text, words.signIn, function () { location.assign(location.href); });
  }

  // Leaving: what was asked for is answered and what was typed is kept first; afterwards nothing is asked in a session that is no more
  document.addEventListener('submit', function (event) {
    const form = event.target;
    if (out || form.getAttribute('action') !== words.base + '/signout') return;
    event.preventDefault();
    out = true;
    if (socket) socket.close();
    const kept = window.moked.composer ? window.moked.composer.keep() : null;
    Promise.race([Promise.all([last, kept]), new Promise(function (resolve) { setTimeout(resolve, 3000); })]).finally(function () { form.submit(); });
  });

  // ---- the line to the server
  let socket = null;
  let attempts = 0;
  let lastHeard = 0;
  let said = null;

  function line(there) {
    const box = document.getElementById('bar');
    if (there && box && box.dataset.offline) box.remove();
    if (!there && !out && !box) bar(words.offline).dataset.offline = 'true';
  }

  function connect() {
    if (out || words.serving !== 'true') return;
    socket = new WebSocket((location.protocol === 'https:' ? 'wss://' : 'ws://') + location.host + words.base + '/push');
    socket.addEventListener('open', function () {
      attempts = 0;
      lastHeard = Date.now();
      line(true);
      if (said) socket.send(said);
    });
    socket.addEventListener('message', function (event) {
      lastHeard = Date.now();
      if (!event.data) return;
      const told = JSON.parse(event.data);
      // the server listens from here on: look for what was missed while the line was down, or since the page was drawn
      poke(told.type === 'Listening' ? { type: 'Reconnected' } : told);
    });
    socket.addEventListener('close', function () {
      if (out) return;
      attempts++;
      if (attempts > 1) line(false);
      if (attempts === 1 || attempts % 5 === 0) stillHere();
      setTimeout(connect, Math.min(15000, 500 * Math.pow(2, Math.min(attempts, 5))) * (0.75 + Math.random() / 2));
    });
  }

  function poke(event) {
    heard.forEach(function (hear) { hear(event); });
  }

  // A refused socket does not say why; this does
  function stillHere() {
    fetch(words.base + '/agent/here', { headers: { 'Faces-Request': 'partial/ajax' } }).then(function (answer) {
      if (answer.status === 401 || answer.status === 403) signedOut(words.signedOut);
    }, function () { line(false); });
  }

  setInterval(function () {
    if (!socket || socket.readyState !== WebSocket.OPEN) return;
    if (Date.now() - lastHeard > 75000) socket.close();
    else socket.send('');
  }, 30000);

  function say(what) {
    said = JSON.stringify(what);
    if (socket && socket.readyState === WebSocket.OPEN) socket.send(said);
  }

  // ---- leaving after half an hour in which nobody touched any page of this browser
  const idleMs = 30 * 60 * 1000;
  let touched = Date.now();

  function stored(name, value) {
    try {
      if (value === undefined) return localStorage.getItem(name);
      if (value === null) localStorage.removeItem(name);
      else localStorage.setItem(name, value);
    } catch (refused) { /* a browser that keeps nothing still works */ }
    return null;
  }

  function touch() {
    const now = Date.now();
    if (now - touched > 20000) stored('moked.touched', String(now));
    touched = now;
  }

  ['pointerdown', 'keydown', 'wheel'].forEach(function (kind) { document.addEventListener(kind, touch, { passive: true }); });
  stored('moked.touched', String(touched));
  setInterval(function () {
    // a display on the wall is looked at, not touched; it ends with the day (SessionAge)
    if (document.querySelector('[data-display]')) touch();
    if (Date.now() - Math.max(touched, Number(stored('moked.touched')) || 0) > idleMs && !out) {
      fetch(words.base + '/signout', { method: 'POST', redirect: 'manual' }).finally(function () { signedOut(words.signedOut); });
    }
  }, 30000);

  // ---- sound of an offer
  let quiet = stored('moked.sound') === 'off';
  let audio = null;

  function beep() {
    if (quiet || !window.AudioContext) return;
    audio = audio || new AudioContext();
    [[0, 660], [0.16, 880]].forEach(function (tone) {
      const oscillator = audio.createOscillator();
      const gain = audio.createGain();
      oscillator.frequency.value = tone[1];
      gain.gain.setValueAtTime(0.0001, audio.currentTime + tone[0]);
      gain.gain.exponentialRampToValueAtTime(0.12, audio.currentTime + tone[0] + 0.02);
      gain.gain.exponentialRampToValueAtTime(0.0001, audio.currentTime + tone[0] + 0.14);
      oscillator.connect(gain).connect(audio.destination);
      oscillator.start(audio.currentTime + tone[0]);
      oscillator.stop(audio.currentTime + tone[0] + 0.16);
    });
  }

  function showSound() {
    const button = document.querySelector('[data-act="sound"]');
    if (button) button.setAttribute('aria-pressed', String(!quiet));
  }

  acts.sound = function () {
    quiet = !quiet;
    stored('moked.sound', quiet ? 'off' : 'on');
    showSound();
    beep();
  };
  document.addEventListener('change', function (event) {
    if (event.target.id === 'extension') ask('wireSit', { extension: event.target.value });
  });
  acts.extend = function () { ask('wireExtend'); };
  acts['propose-twin'] = function (button) { ask('wireProposeTwin', { pair: button.dataset.pair }); };
  acts.presence = function (button) { ask('wirePresence', { to: button.dataset.to }); };

  // ---- the next page of a list: its rows arrive in a hidden place and move to the end
  acts.more = function (button) {
    if (button.disabled) return;
    button.disabled = true;
    const parameters = {};
    if (button.dataset.afterId) parameters['after-id'] = button.dataset.afterId;
    if (button.dataset.afterAt) parameters['after-at'] = button.dataset.afterAt;
    if (button.dataset.after) parameters.after = button.dataset.after;
    if (button.dataset.q) parameters.q = button.dataset.q;
    if (button.dataset.customer) parameters.customer = button.dataset.customer;
    if (button.dataset.state) parameters.state = button.dataset.state;
    new URLSearchParams(button.dataset.with || '').forEach(function (value, name) { parameters[name] = value; });
    ask(button.dataset.command, parameters).then(function (answer) {
      button.disabled = false;
      if (answer.refused) return;
      const next = document.getElementById(button.dataset.from);
      document.getElementById(button.dataset.into).append.apply(document.getElementById(button.dataset.into), Array.from(next.children));
      ['afterId', 'afterAt', 'after'].forEach(function (name) { if (next.dataset[name]) button.dataset[name] = next.dataset[name]; });
      button.hidden = next.dataset.more !== 'true';
      tick();
    });
  };
  const near = new IntersectionObserver(function (entries) {
    entries.forEach(function (entry) { if (entry.isIntersecting) acts.more(entry.target); });
  }, { rootMargin: '400px' });

  document.addEventListener('click', function (event) {
    const button = event.target.closest('[data-act]');
    if (button && acts[button.dataset.act]) {
      if (button.tagName === 'A' && (event.ctrlKey || event.metaKey || event.shiftKey)) return;
      if (button.tagName === 'A') event.preventDefault();
      if (!button.disabled) acts[button.dataset.act](button, event);
      return;
    }
    const row = event.target.closest('tr[data-href]');
    if (row && !event.target.closest('a, button, label, input') && !getSelection().toString()) location.assign(row.dataset.href);
  });

  // A call that did not reach me is told wherever I am
  heard.push(function (event) {
    if (event.type !== 'CallGivenBack' && event.type !== 'CallNotCarried') return;
    beep();
    toast({ kind: 'bad', text: event.type === 'CallNotCarried' ? words.callNotCarried : words.callGivenBack });
    ask('wirePresent');
  });

  // On pages without the desk an offer is told in passing
  heard.push(function (event) {
    if (document.querySelector('.desk')) return;
    if (event.type === 'WorkOffered') {
      beep();
      toast({ text: words.offer, label: words.toDesk, action: function () { location.assign(words.base + '/agent/desk.xhtml'); } });
    }
    if (event.type === 'ColleagueAsked' || event.type === 'ColleagueAnswered') {
      beep();
      toast({ text: event.type === 'ColleagueAsked' ? words.asked : words.answered, label: words.toTalk, action: function () { toTalk(event.interaction); } });
    }
    if (event.type === 'PresenceChanged' || event.type === 'OfferEnded' || event.type === 'WorkOffered') ask('wirePresent');
  });

  // A part that says what it is about is drawn again when that happens
  heard.push(function (event) {
    document.querySelectorAll('[data-push]').forEach(function (part) {
      if (part.dataset.push.split(' ').includes(event.type) || event.type === 'Reconnected') ask(part.dataset.command, { customer: part.dataset.customer });
    });
  });

  heard.push(function (event) {
    if (event.type === 'ListeningFailed') toast({ kind: 'bad', text: words.notListening });
  });

  window.moked = {
    words: words, acts: acts, ask: ask, toast: toast, say: say, beep: beep, stored: stored, tick: tick, signedOut: signedOut,
    onDrawn: function (then) { drawn.push(then); },
    onPush: function (hear) { heard.push(hear); },
    idleFor: function () { return Date.now() - touched; },
    lineDown: function () { line(false); }
  };

  remember(document.body);
  showSound();
  tick();
  setInterval(tick, 1000);
  document.querySelectorAll('[data-auto]').forEach(function (button) { near.observe(button); });
  connect();
}());
