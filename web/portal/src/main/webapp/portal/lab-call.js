// SPDX-License-Identifier: Apache-2.0
// The lab's telephone: keys and buttons go to the server one after the other, and what it shows comes back. It is looked at
// in the background, too: it may ring.
(() => {
  'use strict';
  const phone = document.getElementById('phone');
  const dial = document.getElementById('call-dial');
  const from = document.getElementById('call-from');
  const number = document.getElementById('call-number');
  const clock = document.getElementById('call-clock');
  const title = document.title;
  const shown = {};
  let since = 0;
  let last = Promise.resolve();
  let asking = 0;

  // Each window is a telephone of its own, also after a reload.
  const name = 'moked.lab.window';
  if (!/^[0-9a-f]{16}$/.test(sessionStorage.getItem(name) || '')) {
    sessionStorage.setItem(name, Array.from(crypto.getRandomValues(new Uint8Array(8)), byte => byte.toString(16).padStart(2, '0')).join(''));
  }
  const who = () => new URLSearchParams({ as: phone.dataset.as, window: sessionStorage.getItem(name) });

  const visible = selector => Array.from(phone.querySelectorAll(selector)).find(element => !element.closest('[hidden]'));
  function turn(phase) {
    if (phone.dataset.phase === phase) return;
    const inside = phone.contains(document.activeElement);
    phone.dataset.phase = phase;
    phone.querySelectorAll('[data-in]').forEach(element => { element.hidden = !element.dataset.in.split(' ').includes(phase); });
    if (!inside) return;
    if (document.activeElement.closest('[hidden]')) (visible('[data-do]') || visible('[type=submit]')).focus({ preventScroll: true });
    phone.scrollIntoView({ block: 'nearest' });
  }
  function show(text) {
    const box = document.createElement('template');
    box.innerHTML = text;
    box.content.querySelectorAll('[data-part]').forEach(part => {
      const place = document.getElementById(part.dataset.part);
      if (shown[part.dataset.part] !== part.innerHTML) {
        shown[part.dataset.part] = part.innerHTML;
        place.innerHTML = part.innerHTML;
        if (part.dataset.phase) speak(place);
      }
      if (!part.dataset.phase) return;
      turn(part.dataset.phase);
      since = +part.dataset.seconds < 0 ? 0 : performance.now() - part.dataset.seconds * 1000;
      document.title = part.dataset.phase === 'ringing' ? part.dataset.title + ' · ' + title : title;
    });
    tick();
  }
  // Where the browser can, what is heard is heard; only whoever wants it.
  const aloud = document.getElementById('call-aloud');
  let spoken = '';
  function speak(place) {
    if (!aloud || !aloud.checked || !window.speechSynthesis) return;
    const heard = Array.from(place.querySelectorAll('.call__heard'));
    const text = heard.map(line => line.textContent).join(' ');
    if (text === spoken) return;
    spoken = text;
    speechSynthesis.cancel();
    heard.forEach(line => {
      const words = new SpeechSynthesisUtterance(line.textContent);
      words.lang = line.lang === 'he' ? 'he-IL' : 'en-GB';
      speechSynthesis.speak(words);
    });
  }
  if (aloud) {
    aloud.closest('label').hidden = !window.speechSynthesis;
    aloud.addEventListener('change', () => {
      spoken = '';
      if (aloud.checked) speak(document.getElementById('call-now'));
      else if (window.speechSynthesis) speechSynthesis.cancel();
    });
  }
  function tick() {
    const seconds = Math.floor((performance.now() - since) / 1000);
    clock.textContent = since ? Math.floor(seconds / 60) + ':' + String(seconds % 60).padStart(2, '0') : '';
  }
  // What was pressed first arrives first, and no look from before shows after it.
  function ask(body) {
    if (asking > 0 && !body) return;
    asking++;
    last = last.then(() => fetch(body ? phone.dataset.to : phone.dataset.to + '?' + who(), { method: body ? 'POST' : 'GET', body, cache: 'no-store' }))
      .then(response => response.ok ? response.text().then(show) : null).catch(() => { /* looked at again soon */ }).finally(() => { asking--; });
  }
  function does(what, more) {
    const body = who();
    body.set('token', phone.dataset.token);
    body.set('do', what);
    Object.entries(more || {}).forEach(([field, value]) => body.set(field, value));
    ask(body);
  }

  const sound = document.getElementById('call-sound');
  sound.addEventListener('change', () => {
    if (!sound.files.length) return;
    const body = new FormData();
    who().forEach((value, field) => body.set(field, value));
    body.set('token', phone.dataset.token);
    body.set('do', 'play');
    body.set('sound', sound.files[0]);
    ask(body);
    sound.value = '';
  });
  from.addEventListener('change', () => {
    number.hidden = from.value !== 'other';
    number.required = !number.hidden;
    if (!number.hidden) number.focus();
  });
  dial.addEventListener('submit', event => {
    event.preventDefault();
    does('dial', { to: document.getElementById('call-to').value, from: from.value, number: number.value });
  });
  phone.addEventListener('click', event => {
    const button = event.target.closest('button');
    if (button && button.dataset.key) does('key', { key: button.dataset.key });
    else if (button && button.dataset.do) does(button.dataset.do);
  });
  phone.addEventListener('keydown', event => {
    const key = /^[0-9*#]$/.test(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey && !event.target.matches('input, select');
    const button = key && visible('[data-key="' + event.key + '"]');
    if (button) {
      event.preventDefault();
      does('key', { key: event.key });
    }
  });
  ask();
  setInterval(() => ask(), 1500);
  setInterval(tick, 500);
})();
