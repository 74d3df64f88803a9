// SPDX-License-Identifier: Apache-2.0
// The wall of a waiting room. Told to look, it looks; when the line is down it keeps the last it knew, says since when, and tries
// again. A call is spoken in Hebrew and in English where this browser has the voices, else it chimes.
(() => {
  'use strict';
  const body = document.body;
  const words = body.dataset;
  const base = words.base || '';
  const clock = document.getElementById('clock');
  const lost = document.getElementById('lost');
  const sound = document.getElementById('sound');
  const repairMs = 10000;
  const pingMs = 30000;
  const fewest = 7;
  let socket = null;
  let attempts = 0;
  let heard = 0;
  let since = 0;
  let known = null;
  let looking = false;
  let more = false;
  let audio = null;
  let skew = 0;

  function element(tag, kind, text) {
    const made = document.createElement(tag);
    if (kind) made.className = kind;
    if (text !== undefined) made.textContent = text;
    return made;
  }

  function time(at) { return new Intl.DateTimeFormat('he', { hour: '2-digit', minute: '2-digit', timeZone: words.zone }).format(at); }

  function call(one) {
    const row = element('div', 'call');
    row.append(element('span', 'call__number', one.number));
    const counter = element('span', 'call__counter');
    const label = element('small');
    label.append(element('span', '', words.counterHe), element('span', '', words.counterEn));
    label.lastChild.lang = 'en';
    counter.append(label, element('span', '', String(one.counter)));
    row.append(counter);
    return row;
  }

  function key(one) { return one.number + ' ' + one.calls; }

  function draw(state) {
    const fresh = known ? state.called.filter(one => !known.has(key(one))) : [];
    known = new Set(state.called.map(key));
    skew = state.now - Date.now();
    const last = document.getElementById('last');
    last.replaceChildren(...state.called.slice(0, 1).map(call));
    if (fresh.length && last.firstChild) last.firstChild.classList.add('call--fresh');
    document.getElementById('called').replaceChildren(...state.called.slice(1, fewest).map(one => {
      const item = element('li');
      item.append(call(one));
      return item;
    }));
    document.getElementById('next').replaceChildren(...state.next.map(number => element('li', '', number)));
    const wait = document.getElementById('wait');
    wait.replaceChildren();
    if (state.minutes !== undefined) {
      const english = element('span', '', words.minutesEn.replace('{0}', state.minutes));
      english.lang = 'en';
      english.dir = 'ltr';
      wait.append(element('span', '', words.minutesHe.replace('{0}', state.minutes)), english);
    }
    fresh.reverse().forEach(say);
  }

  // ---- a call is heard
  function voice(language) { return 'speechSynthesis' in window ? speechSynthesis.getVoices().find(one => one.lang.toLowerCase().startsWith(language)) : undefined; }

  function spelt(number) { return number.slice(0, 1) + ' ' + Number(number.slice(1)); }

  function say(one) {
    const spoken = ['he', 'en'].filter(language => voice(language));
    chime();
    body.dataset.said = key(one);
    spoken.forEach(language => {
      const text = (language === 'he' ? words.sayHe : words.sayEn).replace('{0}', spelt(one.number)).replace('{1}', one.counter);
      const speech = new SpeechSynthesisUtterance(text);
      speech.lang = language;
      speech.voice = voice(language);
      speech.rate = 0.9;
      speechSynthesis.speak(speech);
    });
    body.dataset.saidBy = spoken.length ? 'voice' : 'chime';
  }

  function chime() {
    if (!audio || audio.state !== 'running') return;
    [[0, 660], [0.35, 523]].forEach(([at, tone]) => {
      const oscillator = audio.createOscillator();
      const gain = audio.createGain();
      oscillator.frequency.value = tone;
      gain.gain.setValueAtTime(0.0001, audio.currentTime + at);
      gain.gain.exponentialRampToValueAtTime(0.3, audio.currentTime + at + 0.03);
      gain.gain.exponentialRampToValueAtTime(0.0001, audio.currentTime + at + 0.6);
      oscillator.connect(gain).connect(audio.destination);
      oscillator.start(audio.currentTime + at);
      oscillator.stop(audio.currentTime + at + 0.65);
    });
  }

  // A browser sounds only after somebody touched it once, unless it was told otherwise
  if (window.AudioContext) {
    audio = new AudioContext();
    const audible = () => { sound.hidden = audio.state === 'running'; };
    audio.addEventListener('statechange', audible);
    audible();
    sound.addEventListener('click', () => audio.resume().then(chime));
  }

  // ---- looking
  function look() {
    if (looking) {
      more = true;
      return;
    }
    looking = true;
    more = false;
    const giveUp = new AbortController();
    const late = setTimeout(() => giveUp.abort(), 5000);
    fetch(base + '/branch/' + words.code + '/state', { cache: 'no-store', signal: giveUp.signal }).then(answer => answer.ok ? answer.json() : Promise.reject(new Error(String(answer.status)))).then(state => {
      line(true);
      draw(state);
    }).catch(() => line(false)).finally(() => {
      clearTimeout(late);
      looking = false;
      if (more) look();
    });
  }

  function line(there) {
    if (there) since = 0;
    else if (!since) {
      since = Date.now();
      document.getElementById('lost-since').textContent = time(since + skew);
    }
    lost.hidden = there;
  }

  function connect() {
    socket = new WebSocket((location.protocol === 'https:' ? 'wss://' : 'ws://') + location.host + base + '/branches/push?branch=' + encodeURIComponent(words.code));
    socket.addEventListener('open', () => {
      attempts = 0;
      heard = Date.now();
      body.dataset.listening = 'true';
      look();
    });
    socket.addEventListener('message', event => {
      heard = Date.now();
      if (event.data === 'look') look();
    });
    socket.addEventListener('close', () => {
      body.dataset.listening = 'false';
      attempts++;
      setTimeout(connect, Math.min(15000, 500 * 2 ** Math.min(attempts, 5)) * (0.75 + Math.random() / 2));
    });
  }

  function tick() { clock.textContent = time(Date.now() + skew); }

  setInterval(() => {
    if (socket && socket.readyState === WebSocket.OPEN) {
      if (Date.now() - heard > 75000) socket.close();
      else socket.send('');
    }
  }, pingMs);
  // a word that was lost delays a call, it never loses one
  setInterval(look, repairMs);
  setInterval(tick, 1000);
  window.addEventListener('offline', () => line(false));
  window.addEventListener('online', look);
  tick();
  look();
  connect();
})();
