// SPDX-License-Identifier: Apache-2.0
// The agent desk: one screen that never reloads. What is pushed is "look again"; what is looked at again is only the
// region concerned, and never what is being typed.
(function () {
  'use strict';
  const moked = window.moked;
  const words = moked.words;
  const desk = document.querySelector('.desk');
  const beats = 15000;
  const calm = 50;

  function open() { return Number(document.getElementById('talk').dataset.open) || null; }
  function scroller() { return document.getElementById('scroll'); }
  function coarse() { return matchMedia('(pointer: coarse)').matches; }

  // ---- opening a conversation
  let opening = null;

  function show(id, how) {
    if (opening === id) return Promise.resolve();
    opening = id;
    document.querySelectorAll('.talk[aria-current]').forEach(function (talk) { talk.removeAttribute('aria-current'); });
    const row = document.querySelector('#t-' + id + ' .talk');
    if (row) row.setAttribute('aria-current', 'true');
    desk.dataset.pane = 'talk';
    const waiting = setTimeout(function () { document.getElementById('talk').classList.add('desk-talk--loading'); }, 300);
    const typed = document.activeElement && document.activeElement.id === 'text';
    return moked.composer.keep().then(function () {
      moked.composer.leave();
      return moked.ask('wireOpen', { id: id });
    }).then(function (answer) {
      clearTimeout(waiting);
      opening = null;
      document.getElementById('talk').classList.remove('desk-talk--loading');
      if (!answer.refused) arrived(how === 'write' || typed && how === 'next');
    });
  }

  function arrived(write) {
    desk.dataset.talk = open() ? 'open' : 'none';
    desk.dataset.pane = open() ? 'talk' : 'list';
    address(true);
    tell();
    toStart();
    if (write && !coarse()) moked.composer.focus();
  }

  function address(push) {
    const wanted = words.base + '/agent/desk.xhtml' + (open() ? '?c=' + open() : '');
    if (location.pathname + location.search === wanted) return;
    history[push ? 'pushState' : 'replaceState'](null, '', wanted);
  }

  window.addEventListener('popstate', function () {
    const id = Number(new URLSearchParams(location.search).get('c'));
    if (id && id !== open()) show(id, 'back');
  });

  // ---- where the reader is in the messages
  function atEnd() {
    const box = scroller();
    return !box || box.scrollHeight - box.scrollTop - box.clientHeight < 80;
  }

  function toEnd() {
    const box = scroller();
    if (box) box.scrollTop = box.scrollHeight;
  }

  function toStart() {
    const fresh = document.getElementById('new');
    if (fresh) fresh.scrollIntoView({ block: 'start' });
    else toEnd();
    if (fresh && atEnd()) toEnd();
  }

  function lastMessage() {
    const all = document.querySelectorAll('#stream > .msg');
    return all.length ? all[all.length - 1].id : '';
  }

  // ---- looking again
  const due = new Set();
  let soon = null;

  function later(what) {
    due.add(what);
    if (!soon) soon = setTimeout(go, calm);
  }

  function go() {
    soon = null;
    const offers = due.has('offers');
    const look = due.has('look');
    const talks = due.has('talks');
    const viewers = due.has('viewers');
    const presence = due.has('presence');
    const asked = due.has('asked');
    const form = due.has('form');
    due.clear();
    const stay = atEnd();
    const last = lastMessage();
    const seen = String(document.visibilityState === 'visible');
    if (offers && look) moked.ask('wireAll').then(looked);
    else {
      if (offers) moked.ask('wireOffers');
      else if (presence) moked.ask('wirePresent');
      if (look) moked.ask('wireLook', { seen: seen }).then(looked);
      else if (talks) moked.ask('wireTalks').then(tell);
      if (asked) moked.ask('wireAsked').then(tell);
    }
    if (form && !look) moked.ask('wireForm');
    if (viewers && !look) moked.ask('wireViewing', { typing: moked.composer.typing() });

    function looked() {
      tell();
      if (!scroller()) return;
      if (stay) toEnd();
      else if (lastMessage() !== last) document.getElementById('down').hidden = false;
    }
  }

  moked.onPush(function (event) {
    const here = event.interaction && event.interaction === open();
    switch (event.type) {
      case 'WorkOffered': later('offers'); break;
      case 'OfferEnded': later('offers'); later(here ? 'look' : 'talks'); break;
      case 'PresenceChanged': later('presence'); if (document.querySelector('#voice .voice')) later('look'); break;
      case 'CallGivenBack': case 'CallNotCarried': later('offers'); later('look'); break;
      case 'VisitorCame': case 'VisitorCalled': case 'VisitorServed': case 'VisitorGone': if (here) later('look'); break;
      case 'CounterMoved': case 'CounterLeft': break;
      case 'CapacityFreed': later('presence'); break;
      case 'Viewing': if (here) later('viewers'); break;
      case 'ChatTyped': if (here) written(); break;
      case 'AgentTyped': case 'LinesRead': break;
      case 'SharedFormChanged': if (here) later('form'); break;
      case 'Reconnected': later('offers'); later('look'); break;
      case 'OwnerTaken': case 'HandedToTeam': case 'InteractionClosed': later('presence'); later('asked'); later(here ? 'look' : 'talks'); break;
      case 'ColleagueAsked': later('asked'); if (here) later('look'); break;
      case 'ColleagueAnswered': answered(event.interaction, here); later('asked'); later(here ? 'look' : 'talks'); break;
      default: later(here ? 'look' : 'talks');
    }
  });
  // A visitor of the chat writes; when nothing more is heard of it, he has stopped
  let stops = null;
  function written() {
    later('viewers');
    clearTimeout(stops);
    stops = setTimeout(function () { later('viewers'); }, 7000);
  }

  // The owner is told; whoever else has the conversation before him sees the note
  function answered(id, here) {
    const row = document.querySelector('#t-' + id + ' .talk__who .cut');
    if (!row || here) return;
    moked.beep();
    moked.toast({ text: words.answered + ' · ' + row.textContent, label: words.toTalk, action: function () { show(id, 'write'); } });
  }

  document.addEventListener('visibilitychange', function () {
    if (document.visibilityState === 'visible' && open() && document.querySelector('#t-' + open() + ' .badge')) later('look');
  });

  // ---- saying what this page shows, and that somebody sits before it
  function tell() {
    const list = Array.from(document.querySelectorAll('#talks > li')).map(function (row) { return Number(row.dataset.talk); });
    const standing = document.getElementById('standing');
    moked.say({ open: open(), drawn: standing ? Number(standing.dataset.read) : 0, list: list.concat(asking().map(Number)) });
    document.querySelectorAll('[data-count="talks"]').forEach(function (count) { count.textContent = list.length; });
    desk.classList.toggle('desk--idle', list.length === 0);
  }

  function asking() {
    return Array.from(document.querySelectorAll('#asked > [data-asked]')).map(function (row) { return row.dataset.asked; });
  }

  function beat() {
    if (!open()) return;
    moked.ask('wireViewing', { typing: moked.composer.typing() }).then(tell);
  }

  setInterval(function () {
    if (document.visibilityState === 'visible' && moked.idleFor() < 300000) moked.ask('wireViewing', { typing: moked.composer.typing() });
  }, beats);

  // ---- offers
  let known = new Set(offered());
  let knownAsked = new Set(asking());
  const title = document.title;

  function offered() {
    return Array.from(document.querySelectorAll('#offers > [data-offer]')).map(function (offer) { return offer.dataset.offer; });
  }

  moked.onDrawn(function () {
    const now = offered();
    const fresh = now.filter(function (id) { return !known.has(id); });
    if (fresh.length) moked.beep();
    known = new Set(now);
    const asks = asking();
    const question = asks.find(function (id) { return !knownAsked.has(id); });
    knownAsked = new Set(asks);
    if (question) {
      moked.beep();
      if (Number(question) !== open()) moked.toast({ text: words.asked, label: words.toTalk, action: function () { show(Number(question), 'write'); } });
    }
    document.title = (now.length ? '● ' : '') + title;
    desk.dataset.talk = open() ? 'open' : 'none';
    popUp(fresh);
  });

  // A call opens the card of who calls before it is answered; any other offer when it is chosen
  function popped() {
    const mark = document.querySelector('#card [data-popped]');
    return mark ? mark.dataset.popped : '';
  }

  function popUp(fresh) {
    const shown = popped();
    const calls = fresh.map(function (id) { return document.getElementById('o-' + id); }).filter(function (offer) { return offer && offer.dataset.call === 'true'; });
    if (calls.length) moked.ask('wirePop', { id: calls[0].dataset.offer });
    else if (shown && !document.querySelector('#offers [data-interaction="' + shown + '"]')) moked.ask('wireUnpop');
    desk.dataset.pop = shown ? 'open' : '';
    document.querySelectorAll('#offers > .offer').forEach(function (offer) { offer.classList.toggle('offer--popped', offer.dataset.interaction === shown); });
  }
  // an offer whose time is over is looked at again; the server decides
  setInterval(function () {
    if (Array.from(document.querySelectorAll('[data-until]')).some(function (clock) { return clock.textContent === '0:00'; })) later('offers');
  }, 2000);

  const acts = moked.acts;
  acts.accept = function (button) {
    button.disabled = true;
    moked.composer.keep().then(function () {
      moked.composer.leave();
      return moked.ask('wireAccept', { id: button.dataset.id });
    }).then(function (answer) {
      if (answer.refused) moked.ask('wireOffers');
      else arrived(true);
    });
  };
  acts.pop = function (button) {
    const offer = button.closest('.offer');
    const shown = offer.dataset.interaction === popped();
    desk.dataset.card = shown ? '' : 'open';
    moked.ask(shown ? 'wireUnpop' : 'wirePop', { id: button.dataset.id }).then(function (answer) { if (answer.refused) moked.ask('wireOffers'); });
  };
  acts.decline = function (button) {
    button.disabled = true;
    moked.ask('wireDecline', { id: button.dataset.id }).then(function (answer) { if (answer.refused) moked.ask('wireOffers'); });
  };
  acts.open = function (link) {
    const id = Number(link.dataset.id);
    desk.dataset.card = desk.dataset.card === 'open' ? '' : desk.dataset.card || '';
    if (id === open()) {
      desk.dataset.pane = 'talk';
      moked.composer.focus();
    } else {
      show(id, 'write');
    }
  };
  acts.down = function (button) {
    toEnd();
    button.hidden = true;
  };
  document.addEventListener('scroll', function (event) {
    if (event.target.id === 'scroll' && atEnd()) document.getElementById('down').hidden = true;
  }, true);
  acts.earlier = function (button) {
    button.disabled = true;
    moked.ask('wireEarlier', { before: button.dataset.before }).then(function (answer) {
      button.disabled = false;
      if (answer.refused) return;
      const box = scroller();
      const next = document.getElementById('earlier');
      const bottom = box.scrollHeight - box.scrollTop;
      const day = document.querySelector('#above > .stream__day, #stream > .stream__day');
      const days = next.querySelectorAll(':scope > .stream__day');
      if (day && days.length && days[days.length - 1].id === day.id) day.remove();
      document.getElementById('above').prepend.apply(document.getElementById('above'), Array.from(next.children));
      button.dataset.before = next.dataset.before;
      button.hidden = next.dataset.more !== 'true';
      box.scrollTop = box.scrollHeight - bottom;
    });
  };
  // the message moves to a page of its own, the only place where an image of a stranger may load
  acts.images = function (button) {
    const id = button.dataset.id;
    const text = document.querySelector('[data-html="' + id + '"]');
    const frame = document.createElement('iframe');
    frame.className = 'msg__frame';
    frame.setAttribute('sandbox', 'allow-same-origin allow-popups allow-popups-to-escape-sandbox');
    frame.title = text.textContent.trim().slice(0, 60);
    frame.height = String(text.offsetHeight + 20);
    frame.addEventListener('load', function () {
      const root = frame.contentDocument.documentElement;
      const fit = function () { frame.height = String(root.scrollHeight); };
      fit();
      Array.from(frame.contentDocument.images).forEach(function (image) { image.addEventListener('load', fit); });
    });
    frame.src = words.base + '/agent/mail/' + id + '?theme=' + (document.documentElement.dataset.theme || '');
    text.replaceWith(frame);
    button.closest('[data-images]').remove();
  };
  acts['fetch-again'] = function (button) { moked.ask('wireFetchAgain', { id: button.dataset.id }); };
  acts['send-again'] = function (button) { moked.ask('wireSendAgain', { id: button.dataset.id }); };
  acts['take-over'] = function () { moked.ask('wireTakeOver').then(tell); };
  acts.reopen = function (button) { moked.ask('wireReopen', { id: button.dataset.id }).then(function (answer) { if (!answer.refused) arrived(true); }); };
  acts.join = function (button) { moked.ask('wireJoin', { guest: button.dataset.guest, customer: button.dataset.customer }); };

  // ---- the telephone: the exchange does what is asked, and tells by push when it is done
  acts.voice = function (button) {
    if (button.getAttribute('aria-disabled') !== 'true') moked.ask('wireVoice', { id: open(), ask: button.dataset.ask });
  };
  acts.dial = function (button) {
    const dialog = document.getElementById('dial');
    dialog.querySelector('form').reset();
    dialog.querySelector('form').dataset.here = button.dataset.here || 'false';
    document.getElementById('dial-number').value = button.dataset.number || '';
    dialog.showModal();
    document.getElementById('dial-number').focus();
  };

  // Whoever is to be called is called with one press; his number was said before
  acts['call-back'] = function (button) {
    button.disabled = true;
    moked.ask('wireDial', { number: button.dataset.number, here: 'true' }).then(function (answer) { if (!answer.dialled) button.disabled = false; });
  };
  acts['call-later'] = function (button) {
    const dialog = document.getElementById('call-later');
    dialog.querySelector('form').reset();
    document.getElementById('call-later-number').value = button.dataset.number || '';
    document.getElementById('call-moments').replaceChildren(skeleton());
    dialog.showModal();
    moked.ask('wireMoments', { moments: 'true' });
  };
  acts['call-withdraw'] = function () {
    const dialog = document.getElementById('call-withdraw');
    dialog.querySelector('form').reset();
    dialog.showModal();
  };

  // ---- a form beside the chat
  acts['form-open'] = function (button) {
    document.getElementById('shared-form-choice').open = false;
    moked.ask('wireFormOpen', { template: button.dataset.template });
  };
  acts['form-withdraw'] = function (button) { moked.ask('wireFormWithdraw', { form: button.dataset.form }); };
  acts['form-fill'] = function (button) {
    const dialog = document.getElementById('form-field');
    dialog.dataset.form = button.dataset.form;
    dialog.dataset.place = button.dataset.place;
    document.getElementById('form-field-label').textContent = button.dataset.label;
    document.getElementById('form-field-content').value = button.dataset.content;
    dialog.showModal();
    document.getElementById('form-field-content').focus();
  };

  // ---- approved texts
  acts.templates = function () {
    const dialog = document.getElementById('template');
    dialog.querySelector('form').reset();
    dialog.dataset.composition = crypto.randomUUID ? crypto.randomUUID() : Date.now() + '-' + Math.random().toString(16).slice(2);
    document.getElementById('template-choices').replaceChildren(skeleton());
    dialog.showModal();
    moked.ask('wireTemplates', { templates: 'true' });
  };

  function skeleton() {
    const line = document.createElement('span');
    line.className = 'skeleton skeleton--line';
    return line;
  }

  // ---- handing over, closing
  acts.transfer = function () {
    const dialog = document.getElementById('transfer');
    dialog.querySelector('form').reset();
    // who was there last time is not offered while who is there now is asked for: a choice must not vanish once it is made
    document.getElementById('transfer-choices').replaceChildren(skeleton());
    dialog.querySelector('[value="speak"]').hidden = !document.querySelector('#voice .voice--talking, #voice .voice--held');
    dialog.showModal();
    moked.ask('wireChoices', { choices: 'true' });
  };
  acts['wrap-up'] = function () {
    const dialog = document.getElementById('wrap-up');
    dialog.querySelector('form').reset();
    dialog.showModal();
    dialog.querySelector('input').focus();
  };
  document.addEventListener('input', function (event) {
    if ((event.target.name === 'number' || event.target.dataset.of) && event.target.closest('.choice')) event.target.closest('.choice').querySelector('[type="radio"]').checked = true;
    if (event.target.id !== 'transfer-filter') return;
    const wanted = event.target.value.trim().toLowerCase();
    document.querySelectorAll('#transfer-choices .choice').forEach(function (choice) { choice.hidden = wanted !== '' && !choice.dataset.find.toLowerCase().includes(wanted); });
  });
  document.addEventListener('submit', function (event) {
    const form = event.target;
    const dialog = form.closest('dialog');
    const values = new FormData(form);
    const speak = event.submitter && event.submitter.value === 'speak';
    const consult = speak || event.submitter && event.submitter.value === 'consult';
    if (form.dataset.submit === 'transfer') {
      event.preventDefault();
      const chosen = form.querySelector('input[name="to"]:checked');
      moked.composer.keep().then(function () {
        return moked.ask(consult ? 'wireConsult' : 'wireTransfer', { id: open(), to: chosen ? chosen.value : '', name: chosen ? chosen.dataset.name : '', context: values.get('context'), number: values.get('number') || '', speak: String(Boolean(speak)) });
      }).then(function (answer) {
        if (!answer.handed) return;
        dialog.close();
        if (!answer.stays) arrived(false);
      });
    } else if (form.dataset.submit === 'form-field') {
      event.preventDefault();
      moked.ask('wireFormFill', { form: dialog.dataset.form, place: dialog.dataset.place, content: values.get('content') }).then(function (answer) { if (answer.done) dialog.close(); });
    } else if (form.dataset.submit === 'template') {
      event.preventDefault();
      const parameters = { id: open(), template: values.get('template'), composition: dialog.dataset.composition };
      form.querySelectorAll('[data-of="' + values.get('template') + '"]').forEach(function (place) { parameters[place.name] = place.value; });
      moked.ask('wireTemplate', parameters).then(function (answer) {
        if (!answer.sent) return;
        dialog.close();
        toEnd();
      });
    } else if (form.dataset.submit === 'call-later' || form.dataset.submit === 'call-withdraw') {
      event.preventDefault();
      const parameters = form.dataset.submit === 'call-later' ? { id: open(), number: values.get('number'), at: values.get('at') || '' } : { id: open(), why: values.get('why') };
      moked.composer.keep().then(function () {
        return moked.ask(form.dataset.submit === 'call-later' ? 'wireCallLater' : 'wireWithdraw', parameters);
      }).then(function (answer) {
        if (!answer.done) return;
        dialog.close();
        moked.composer.leave();
        arrived(false);
      });
    } else if (form.dataset.submit === 'dial') {
      event.preventDefault();
      moked.composer.keep().then(function () {
        if (form.dataset.here !== 'true') moked.composer.leave();
        return moked.ask('wireDial', { number: values.get('number'), here: form.dataset.here || 'false' });
      }).then(function (answer) {
        if (!answer.dialled) return;
        dialog.close();
        if (form.dataset.here !== 'true') arrived(false);
      });
    } else if (form.dataset.submit === 'wrap-up') {
      event.preventDefault();
      moked.composer.keep().then(function () {
        return moked.ask('wireClose', { id: open(), reason: values.get('reason'), note: values.get('note') });
      }).then(function (answer) {
        if (answer.refused) return;
        dialog.close();
        arrived(false);
      });
    }
  });

  // ---- keys; letters by their place, so that they work in a Hebrew layout too
  function next(by) {
    const rows = Array.from(document.querySelectorAll('#talks > li'));
    if (!rows.length) return;
    const at = rows.findIndex(function (row) { return Number(row.dataset.talk) === (opening || open()); });
    const row = rows[at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + by))];
    row.scrollIntoView({ block: 'nearest' });
    if (Number(row.dataset.talk) !== open()) show(Number(row.dataset.talk), 'next');
  }

  function press(selector) {
    const button = document.querySelector(selector);
    if (button && !button.disabled) button.click();
  }

  document.addEventListener('keydown', function (event) {
    if (document.querySelector('dialog[open]')) return;
    if (event.altKey && !event.ctrlKey && !event.metaKey) {
      const chords = {
        ArrowDown: function () { next(1); }, ArrowUp: function () { next(-1); }, KeyA: function () { press('#offers [data-act="accept"]'); },
        KeyD: function () { press('#offers [data-act="decline"]'); },
        KeyW: function () { press('#head [data-act="wrap-up"]'); }, KeyT: function () { press('#head [data-act="transfer"]'); },
        KeyR: function () { moked.composer.mode('REPLY'); }, KeyN: function () { moked.composer.mode('NOTE'); }
      };
      if (chords[event.code]) {
        event.preventDefault();
        chords[event.code]();
      }
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
    const keys = { KeyJ: function () { next(1); }, KeyK: function () { next(-1); }, KeyR: function () { moked.composer.mode('REPLY'); }, KeyN: function () { moked.composer.mode('NOTE'); } };
    if (keys[event.code]) {
      event.preventDefault();
      keys[event.code]();
    }
  });

  // a page that was loaded while a call is offered shows the card, too
  popUp(offered());
  moked.desk = { came: function () { moked.composer.leave(); arrived(true); }, toEnd: toEnd, open: function (id) { show(id, 'write'); }, look: function () { later('look'); }, beat: beat };
  tell();
  toStart();
}());
