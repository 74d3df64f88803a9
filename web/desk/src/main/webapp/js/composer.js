// SPDX-License-Identifier: Apache-2.0
// Writing: the text belongs to the person who types it. It is kept in the browser at each key, on the server after each
// pause, and no answer of the server ever overwrites it.
(function () {
  'use strict';
  const moked = window.moked;
  const words = moked.words;
  const pause = 600;
  const faces = '😀 😃 😄 😊 🙂 😉 😍 😘 🤗 🤔 😐 😕 🙁 😢 😭 😡 😱 😴 🤒 🤦 🤷 🙏 👍 👎 👏 👌 ✌️ 💪 👋 ❤️ 💔 🎉 🎁 🌹 ☀️ ✅ ❌ ⚠️ ❗ ❓ ⏰ 📅 📎 📄 📞 ✉️ 💳 🏦'.split(' ');
  let timer = null;
  let saving = null;
  let dirty = false;
  let sending = false;
  let typing = false;
  let stopped = null;
  let shown = null;

  function box() { return document.getElementById('composer'); }
  function text() { return document.getElementById('text'); }
  function key(id) { return 'moked.draft.' + words.user + '.' + id; }

  function state(name) {
    const place = document.getElementById('saved');
    if (place) place.textContent = name ? box().dataset[name] : '';
  }

  // ---- keeping
  function changed() {
    const composer = box();
    dirty = true;
    moked.stored(key(composer.dataset.id), JSON.stringify({ composition: composer.dataset.composition, mode: composer.dataset.mode, text: text().value }));
    clearTimeout(timer);
    timer = setTimeout(save, pause);
  }

  function save() {
    const composer = box();
    clearTimeout(timer);
    if (!composer || !dirty || sending) return Promise.resolve();
    if (saving) return saving.then(save);
    const id = composer.dataset.id;
    const body = new URLSearchParams({ c: id, composition: composer.dataset.composition, mode: composer.dataset.mode, text: text().value });
    dirty = false;
    state('saving');
    saving = fetch(words.base + '/agent/draft', { method: 'POST', body: body, keepalive: body.toString().length < 60000 }).then(function (answer) {
      saving = null;
      if (answer.status === 204) {
        if (!dirty) moked.stored(key(id), null);
        if (box() === composer) state('saved');
      } else if (answer.status === 409) {
        return answer.json().then(function (refusal) { refused(composer, refusal); });
      } else {
        failed(composer);
        if (answer.status === 401) moked.signedOut(words.signedOut);
      }
      return undefined;
    }, function () {
      saving = null;
      failed(composer);
    });
    return saving;
  }

  function failed(composer) {
    if (box() !== composer) return;
    dirty = true;
    state('unsaved');
    clearTimeout(timer);
    timer = setTimeout(save, 5000);
  }

  function refused(composer, refusal) {
    if (refusal.code !== 'interaction.sent-elsewhere') {
      state('unsaved');
      moked.toast({ kind: 'bad', text: refusal.text });
      return;
    }
    if (box() !== composer) return;
    const mine = text().value;
    const elsewhere = composer.dataset.elsewhere;
    const label = composer.dataset.restore;
    moked.stored(key(composer.dataset.id), null);
    moked.ask('wireBegin').then(function () {
      moked.toast({ text: elsewhere, label: mine ? label : null, action: function () { put(mine); } });
    });
  }

  function put(value) {
    text().value = value;
    changed();
    text().focus();
  }

  function insert(value) {
    const area = text();
    area.focus();
    area.setRangeText(value, area.selectionStart, area.selectionEnd, 'end');
    changed();
  }

  // ---- how many SMS a text is: 160 letters of the GSM alphabet in one, 153 in each of several; any other letter makes it
  // 70 and 67 (3GPP TS 23.038, 23.040). A part ends before an escaped letter or half of a pair, so parts are filled one by one.
  const gsm = '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
  const escaped = '\f^{}\\[~]|€';

  function smsParts(value) {
    const letters = Array.from(value);
    const narrow = letters.every(function (letter) { return gsm.includes(letter) || escaped.includes(letter); });
    const sizes = letters.map(function (letter) { return narrow ? (escaped.includes(letter) ? 2 : 1) : letter.length; });
    const total = sizes.reduce(function (sum, size) { return sum + size; }, 0);
    const alone = narrow ? 160 : 70;
    if (total <= alone) return { parts: 1, left: alone - total };
    const each = narrow ? 153 : 67;
    let parts = 1;
    let used = 0;
    sizes.forEach(function (size) {
      if (used + size > each) {
        parts++;
        used = 0;
      }
      used += size;
    });
    return { parts: parts, left: each - used };
  }

  function count() {
    const place = document.getElementById('count');
    if (!place || !box().dataset.parts) return;
    const sms = smsParts(text().value);
    place.textContent = box().dataset.mode === 'NOTE' ? '' : box().dataset.parts.replace('{0}', sms.parts).replace('{1}', sms.left);
    place.classList.toggle('composer__count--more', sms.parts > 1);
  }

  // ---- a composer was drawn: what the browser still holds of it wins over what the server has
  function begin() {
    const composer = box();
    if (!composer || composer === shown) {
      settle();
      return;
    }
    shown = composer;
    dirty = false;
    clearTimeout(timer);
    const kept = JSON.parse(moked.stored(key(composer.dataset.id)) || 'null');
    if (kept && kept.composition === composer.dataset.composition && kept.text !== text().value) {
      text().value = kept.text;
      setMode(kept.mode, false);
      changed();
    } else if (kept) {
      moked.stored(key(composer.dataset.id), null);
    }
    if (text().value) text().setSelectionRange(text().value.length, text().value.length);
    settle();
  }

  // ---- who may write to whom: the line above the composer knows, and may change by push
  function settle() {
    const composer = box();
    const standing = document.getElementById('standing');
    if (!composer || !standing) return;
    const mine = standing.dataset.mine === 'true';
    const note = composer.dataset.mode === 'NOTE';
    composer.classList.toggle('composer--note', note);
    count();
    composer.classList.toggle('composer--aside', composer.dataset.spoken !== 'true' && !mine && !note && !text().value && !composer.querySelector('.composer__files .file'));
    composer.querySelectorAll('.mode').forEach(function (mode) {
      mode.setAttribute('aria-checked', String(mode.dataset.mode === composer.dataset.mode));
      if (mode.dataset.mode === 'REPLY') mode.disabled = !mine;
    });
    // a network that takes no free text now would refuse it
    composer.querySelector('.composer__send').disabled = !mine || sending || standing.dataset.shut === 'true';
    composer.querySelector('.composer__keep').disabled = sending;
    text().placeholder = note ? composer.dataset.writeNote : composer.dataset.write;
    text().setAttribute('aria-label', text().placeholder);
  }

  function setMode(mode, keep) {
    if (mode === 'REPLY' && box().dataset.spoken === 'true') return;
    box().dataset.mode = mode;
    settle();
    if (keep) changed();
  }

  moked.acts.mode = function (button) {
    setMode(button.dataset.mode, true);
    text().focus();
  };
  moked.acts['add-note'] = function () {
    setMode('NOTE', false);
    text().focus();
  };

  // ---- sending: the composition id makes it once, however often it is pressed
  function send() {
    const composer = box();
    const value = directed();
    if (!composer || sending || composer.dataset.mode === 'REPLY' && composer.querySelector('.composer__send').disabled) return;
    if (!value.trim() && !composer.querySelector('.composer__files .file')) {
      text().focus();
      return;
    }
    sending = true;
    clearTimeout(timer);
    settle();
    const parameters = { id: composer.dataset.id, composition: composer.dataset.composition, mode: composer.dataset.mode, text: value };
    Promise.resolve(saving).then(function () { return moked.ask('wireSend', parameters); }).then(function (answer) {
      sending = false;
      if (answer.sent) {
        dirty = false;
        moked.stored(key(parameters.id), null);
        clearTimeout(stopped);
        tellTyping(false);
        begin();
        moked.desk.toEnd();
        if (text()) text().focus();
      } else {
        changed();
        settle();
        if (answer.refused) moked.desk.look();
      }
    });
  }

  moked.acts.send = send;

  // ---- direction: what the writer chose travels as a mark in the text, where every reader understands it
  function strong(value) {
    const found = /[\u0041-\u005a\u0061-\u007a\u00c0-\u024f\u0400-\u04ff]|[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/.exec(value);
    return !found ? '' : /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/.test(found[0]) ? 'rtl' : 'ltr';
  }

  function directed() {
    const area = text();
    const chosen = area.dataset.dir;
    if (chosen === 'auto' || strong(area.value) === chosen || !area.value.trim()) return area.value;
    return (chosen === 'rtl' ? '\u200f' : '\u200e') + area.value;
  }

  moked.acts.direction = function (button) {
    text().dataset.dir = button.dataset.to;
    text().dir = button.dataset.to;
    button.parentElement.querySelectorAll('[role="radio"]').forEach(function (radio) { radio.setAttribute('aria-checked', String(radio === button)); });
    text().focus();
  };

  // ---- quick replies
  function openQuick() {
    const pop = document.getElementById('quick');
    pop.open = true;
  }

  function filterQuick() {
    const wanted = document.getElementById('quick-filter').value.trim().toLowerCase();
    let first = true;
    document.querySelectorAll('#quick-list .quick__item').forEach(function (item) {
      item.hidden = wanted !== '' && !item.dataset.find.toLowerCase().includes(wanted) && !item.dataset.text.toLowerCase().includes(wanted);
      item.setAttribute('aria-selected', String(!item.hidden && first));
      if (!item.hidden) first = false;
    });
  }

  function moveQuick(by) {
    const items = Array.from(document.querySelectorAll('#quick-list .quick__item:not([hidden])'));
    const at = items.findIndex(function (item) { return item.getAttribute('aria-selected') === 'true'; });
    const next = items[Math.min(items.length - 1, Math.max(0, at + by))];
    items.forEach(function (item) { item.setAttribute('aria-selected', String(item === next)); });
    if (next) next.scrollIntoView({ block: 'nearest' });
  }

  moked.acts.quick = function (item) {
    document.getElementById('quick').open = false;
    insert(item.dataset.text);
  };

  document.addEventListener('toggle', function (event) {
    if (event.target.id === 'quick' && event.target.open) {
      const filter = document.getElementById('quick-filter');
      filter.value = '';
      filter.focus();
      if (document.querySelector('#quick-list .quick__item')) filterQuick();
      else moked.ask('wireQuick', { quick: 'true' }).then(filterQuick);
    }
    if (event.target.id === 'emoji' && event.target.open) {
      const grid = document.getElementById('emoji-grid');
      if (!grid.children.length) {
        faces.forEach(function (face) {
          const button = document.createElement('button');
          button.type = 'button';
          button.className = 'emoji__one';
          button.textContent = face;
          button.dataset.act = 'face';
          grid.append(button);
        });
      }
    }
  }, true);
  moked.acts.face = function (button) {
    document.getElementById('emoji').open = false;
    insert(button.textContent);
  };

  // ---- choices: lines behind brackets, which the customer gets as buttons in the chat and as boxes elsewhere
  moked.acts.choices = function () {
    const area = text();
    const before = area.value.replace(/\s+$/, '');
    area.focus();
    area.value = (before ? before + '\n' : '') + '[] \n[] ';
    const at = area.value.lastIndexOf('[] \n[] ') + 3;
    area.setSelectionRange(at, at);
    changed();
    settle();
  };

  // ---- files
  function upload(files) {
    const composer = box();
    if (!composer || composer.dataset.mode === 'NOTE') return;
    state('uploading');
    Array.from(files).reduce(function (before, file) {
      return before.then(function () {
        const form = new FormData();
        form.append('c', composer.dataset.id);
        form.append('file', file, file.name);
        return fetch(words.base + '/agent/attach', { method: 'POST', body: form }).then(function (answer) {
          if (answer.status === 401) moked.signedOut(words.signedOut);
          else if (answer.status === 409) return answer.json().then(function (refusal) { moked.toast({ kind: 'bad', text: refusal.text }); });
          else if (answer.status !== 204) moked.toast({ kind: 'bad', text: words.failed });
          return undefined;
        }, function () { moked.toast({ kind: 'bad', text: words.failed }); });
      });
    }, Promise.resolve()).then(function () { return moked.ask('wireFiles'); }).then(function () { state(''); });
  }

  moked.acts.detach = function (button) { moked.ask('wireDetach', { c: box().dataset.id, id: button.dataset.id }); };

  document.addEventListener('change', function (event) {
    if (event.target.id === 'file' && event.target.files.length) {
      upload(event.target.files);
      event.target.value = '';
    }
  });
  document.addEventListener('paste', function (event) {
    if (event.target.id === 'text' && event.clipboardData.files.length) {
      event.preventDefault();
      upload(event.clipboardData.files);
    }
  });
  ['dragover', 'drop'].forEach(function (kind) {
    document.addEventListener(kind, function (event) {
      if (!event.dataTransfer || !Array.from(event.dataTransfer.types).includes('Files')) return;
      event.preventDefault();
      if (kind === 'drop' && event.target.closest('.desk-talk')) upload(event.dataTransfer.files);
    });
  });

  // ---- typing
  function tellTyping(now) {
    if (typing === now) return;
    typing = now;
    moked.desk.beat();
  }

  document.addEventListener('input', function (event) {
    if (event.target.id === 'quick-filter') filterQuick();
    if (event.target.id !== 'text') return;
    changed();
    settle();
    tellTyping(true);
    clearTimeout(stopped);
    stopped = setTimeout(function () { tellTyping(false); }, 8000);
  });

  document.addEventListener('keydown', function (event) {
    const area = text();
    if (event.target.id === 'quick-filter') {
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault();
        moveQuick(event.key === 'ArrowDown' ? 1 : -1);
      } else if (event.key === 'Enter') {
        event.preventDefault();
        const chosen = document.querySelector('#quick-list .quick__item[aria-selected="true"]');
        if (chosen) moked.acts.quick(chosen);
      } else if (event.key === 'Escape') {
        event.stopPropagation();
        document.getElementById('quick').open = false;
        area.focus();
      } else if (event.key === '/' && !event.target.value) {
        event.preventDefault();
        document.getElementById('quick').open = false;
        insert('/');
      }
      return;
    }
    if (!area || event.target !== area) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      send();
    } else if (event.altKey && event.code === 'Slash' || event.key === '/' && !event.ctrlKey && /(^|\s)$/.test(area.value.slice(0, area.selectionStart))) {
      event.preventDefault();
      openQuick();
    }
  }, true);

  document.addEventListener('visibilitychange', function () { if (document.visibilityState === 'hidden') save(); });
  window.addEventListener('pagehide', save);

  moked.composer = {
    keep: function () { return save() || Promise.resolve(); },
    typing: function () { return typing; },
    insert: insert,
    leave: function () { typing = false; clearTimeout(stopped); },
    focus: function () { if (text() && !box().classList.contains('composer--aside')) text().focus({ preventScroll: true }); },
    mode: function (mode) { if (box()) moked.acts.mode({ dataset: { mode: mode } }); }
  };
  moked.onDrawn(begin);
  begin();
}());
