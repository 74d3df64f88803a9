// SPDX-License-Identifier: Apache-2.0
// Visits: the board of a day, a technician's phone, and booking at a case.
(function () {
  'use strict';
  const moked = window.moked;
  const acts = moked.acts;
  const STEP = 15 * 60 * 1000;
  const rtl = document.documentElement.dir === 'rtl';

  // ---- the board
  function board() { return document.querySelector('.day-board'); }

  function lay() {
    const whole = board();
    if (!whole) return;
    const from = Number(whole.dataset.from);
    const length = Number(whole.dataset.to) - from;
    whole.querySelectorAll('.crew__lane .slot').forEach(function (slot) {
      const start = (Number(slot.dataset.start) - from) / length;
      const end = (Number(slot.dataset.end) - from) / length;
      slot.style.insetInlineStart = 100 * Math.max(0, Math.min(0.97, start)) + '%';
      slot.style.inlineSize = 100 * Math.max(0.03, end - Math.max(0, start)) + '%';
    });
    whole.querySelectorAll('.slot').forEach(function (slot) { slot.draggable = slot.dataset.movable === 'true'; });
    if (whole.dataset.running === 'true') setTimeout(look, 1000);
  }

  function look() { return moked.ask('wireBoard', { day: board().dataset.day }).then(lay); }

  function act(ask, what) {
    return moked.ask('wireVisit', Object.assign({ ask: ask, day: board().dataset.day }, what)).then(function (answer) {
      if (answer.refused) look(); else lay();
      return answer;
    });
  }

  function move(slot, technician, at) {
    const id = slot.dataset.visit;
    return act('move', { visit: id, version: slot.dataset.version, technician: technician, at: at }).then(function () {
      const again = document.querySelector('.slot[data-visit="' + id + '"]');
      if (again) again.focus();
    });
  }

  acts['board-plan'] = function () { moked.ask('wirePlan', { day: board().dataset.day }).then(function () { setTimeout(look, 300); }); };
  acts['crew-away'] = function (button) { act('away', { technician: button.closest('[data-technician]').dataset.technician, away: button.dataset.away }).then(function () { setTimeout(look, 1000); }); };

  acts['visit-open'] = function (slot) {
    const box = document.getElementById('visit');
    const form = box.querySelector('form');
    box.dataset.visit = slot.dataset.visit;
    box.dataset.version = slot.dataset.version;
    document.getElementById('visit-title').textContent = slot.dataset.title;
    box.querySelectorAll('[data-visit-about]').forEach(function (text) {
      text.textContent = slot.dataset[text.dataset.visitAbout];
      text.hidden = text.textContent === '';
    });
    if (slot.dataset.technician) form.elements.technician.value = slot.dataset.technician;
    form.elements.hour.value = slot.dataset.hour;
    form.querySelector('[type="submit"]').disabled = slot.dataset.movable !== 'true';
    box.showModal();
  };

  function shut(what) {
    const box = document.getElementById('visit');
    act(what, { visit: box.dataset.visit, version: box.dataset.version }).then(function () { box.close(); });
  }

  acts['visit-release'] = function () { shut('release'); };
  acts['visit-cancel'] = function () { shut('cancel'); };

  let dragged = null;
  document.addEventListener('dragstart', function (event) {
    const slot = event.target.closest ? event.target.closest('.slot') : null;
    if (!slot) return;
    const box = slot.getBoundingClientRect();
    dragged = { slot: slot, grip: rtl ? box.right - event.clientX : event.clientX - box.left };
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', slot.dataset.visit);
  });
  document.addEventListener('dragover', function (event) {
    if (dragged && event.target.closest('.crew__lane')) event.preventDefault();
  });
  document.addEventListener('drop', function (event) {
    const lane = event.target.closest('.crew__lane');
    if (!dragged || !lane) return;
    event.preventDefault();
    const box = lane.getBoundingClientRect();
    const whole = board();
    const x = (rtl ? box.right - event.clientX : event.clientX - box.left) - dragged.grip;
    const at = Number(whole.dataset.from) + x / box.width * (Number(whole.dataset.to) - Number(whole.dataset.from));
    move(dragged.slot, lane.closest('[data-technician]').dataset.technician, Math.round(at / STEP) * STEP);
    dragged = null;
  });
  document.addEventListener('dragend', function () { dragged = null; });

  document.addEventListener('keydown', function (event) {
    const slot = event.target.closest ? event.target.closest('.crew__lane .slot') : null;
    if (!slot || slot.dataset.movable !== 'true' || !/^Arrow/.test(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const row = slot.closest('[data-technician]');
    if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      const next = event.key === 'ArrowUp' ? row.previousElementSibling : row.nextElementSibling;
      if (next && next.dataset.technician) move(slot, next.dataset.technician, slot.dataset.start);
      return;
    }
    const later = (event.key === 'ArrowRight') !== rtl;
    move(slot, row.dataset.technician, Number(slot.dataset.start) + (later ? STEP : -STEP));
  });

  // ---- the technician's phone
  function day() { return document.getElementById('visits').dataset.day; }

  function job(element, ask, what) {
    return moked.ask('wireJob', Object.assign({ ask: ask, day: day(), visit: element.closest('.job').dataset.visit }, what));
  }

  function used(element) {
    return Array.from(element.closest('.job').querySelectorAll('[data-used]')).filter(function (field) { return field.value !== ''; }).map(function (field) { return field.dataset.used + ' ' + field.value; }).join('\n');
  }

  acts.job = function (button) {
    button.disabled = true;
    job(button, button.dataset.ask).then(function () { button.disabled = false; });
  };

  document.addEventListener('change', function (event) {
    const field = event.target;
    if (!field.dataset || !field.dataset.jobPhoto || !field.files[0]) return;
    createImageBitmap(field.files[0], { imageOrientation: 'from-image' }).then(function (picture) {
      const scale = Math.min(1, 1600 / Math.max(picture.width, picture.height));
      const canvas = document.createElement('canvas');
      canvas.width = Math.round(picture.width * scale);
      canvas.height = Math.round(picture.height * scale);
      canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
      return canvas.toDataURL('image/jpeg', 0.85).split(',')[1];
    }, function () { return ''; }).then(function (photo) { job(field, 'photo', { photo: photo }); });
  });

  // ---- a signature: strokes of a finger, sent as points
  function point(canvas, event) {
    const box = canvas.getBoundingClientRect();
    return Math.max(0, Math.round((event.clientX - box.left) * canvas.width / box.width)) + ',' + Math.max(0, Math.round((event.clientY - box.top) * canvas.height / box.height));
  }

  function draw(canvas) {
    const pen = canvas.getContext('2d');
    pen.clearRect(0, 0, canvas.width, canvas.height);
    pen.strokeStyle = getComputedStyle(canvas).color;
    pen.lineWidth = 2;
    pen.stroke(new Path2D(canvas.strokes || ''));
  }

  document.addEventListener('pointerdown', function (event) {
    const canvas = event.target;
    if (!canvas.dataset || !canvas.dataset.sign) return;
    event.preventDefault();
    canvas.setPointerCapture(event.pointerId);
    canvas.strokes = (canvas.strokes ? canvas.strokes + ' ' : '') + 'M' + point(canvas, event);
    canvas.signing = true;
  });
  document.addEventListener('pointermove', function (event) {
    const canvas = event.target;
    if (!canvas.signing || canvas.strokes.length > 18000) return;
    canvas.strokes += ' L' + point(canvas, event);
    draw(canvas);
  });
  document.addEventListener('pointerup', function (event) { event.target.signing = false; });
  acts['sign-again'] = function (button) {
    const canvas = button.closest('form').querySelector('[data-sign]');
    canvas.strokes = '';
    draw(canvas);
  };

  // ---- booking at a case
  function matter() { return document.getElementById('case').dataset.case; }

  acts['visit-book'] = function () {
    const box = document.getElementById('visit-booking');
    box.showModal();
    moked.ask('wireVisitForm', { 'visit-form': 'true', id: matter() }).then(function () {
      const town = document.getElementById('visit-town');
      if (town && town.dataset.known) town.value = town.dataset.known;
    });
  };

  acts['visit-take'] = function (button) {
    const box = document.getElementById('visit-booking');
    const values = Object.fromEntries(new FormData(box.querySelector('form')));
    button.disabled = true;
    moked.ask('wireVisitBook', Object.assign(values, { id: matter(), from: button.dataset.from, to: button.dataset.to })).then(function (answer) {
      button.disabled = false;
      if (answer.done) box.close();
    });
  };

  acts['case-visit-cancel'] = function (button) { moked.ask('wireVisitCancel', { id: matter(), visit: button.dataset.visit, version: button.dataset.version }); };

  document.addEventListener('submit', function (event) {
    const form = event.target;
    const what = form.dataset.submit || '';
    if (!/^(visit-|job-)/.test(what)) return;
    event.preventDefault();
    const button = form.querySelector('[type="submit"]');
    if (button.disabled) return;
    const values = Object.fromEntries(new FormData(form));
    button.disabled = true;
    let asked;
    if (what === 'visit-move') {
      const box = form.closest('dialog');
      asked = act('move', Object.assign(values, { visit: box.dataset.visit, version: box.dataset.version })).then(function (answer) { if (answer.done) box.close(); });
    } else if (what === 'visit-offers') asked = moked.ask('wireVisitOffers', Object.assign(values, { id: matter() }));
    else if (what === 'job-end') asked = job(form, 'fixed', Object.assign(values, { used: used(form), strokes: form.querySelector('[data-sign]').strokes || '' }));
    else asked = job(form, 'not-fixed', Object.assign(values, { used: '', note: form.closest('.job').querySelector('[name="note"]').value }));
    asked.then(function () { button.disabled = false; });
  });

  lay();
})();
