// SPDX-License-Identifier: Apache-2.0
// A signature drawn with a finger, a pen or the mouse: strokes of "x,y,milliseconds" on a field of 1000 by 400, with the time of each point.
(() => {
  'use strict';
  const pad = document.getElementById('pad');
  const kept = document.getElementById('strokes');
  const clear = document.getElementById('clear');
  const form = document.getElementById('sign');
  if (!pad || !pad.getContext || !window.PointerEvent) return;
  const pen = pad.getContext('2d');
  const width = 1000;
  const height = 400;
  const mostPoints = 7900;
  let strokes = [];
  let line = null;
  let began = 0;
  let points = 0;

  function ready() {
    pen.lineWidth = 6;
    pen.lineCap = 'round';
    pen.lineJoin = 'round';
    pen.strokeStyle = getComputedStyle(pad).color;
  }

  function place(event) {
    const box = pad.getBoundingClientRect();
    const x = Math.round((event.clientX - box.left) / box.width * width);
    const y = Math.round((event.clientY - box.top) / box.height * height);
    return [Math.min(width, Math.max(0, x)), Math.min(height, Math.max(0, y))];
  }

  function draw(from, to) {
    pen.beginPath();
    pen.moveTo(from[0], from[1]);
    pen.lineTo(to[0], to[1]);
    pen.stroke();
  }

  function add(event) {
    const [x, y] = place(event);
    const last = line[line.length - 1];
    if (points >= mostPoints || last && last[0] === x && last[1] === y) return;
    if (began === 0) began = event.timeStamp;
    const before = strokes.length > 1 && !last ? strokes[strokes.length - 2] : line;
    const floor = before.length ? before[before.length - 1][2] : 0;
    const point = [x, y, Math.max(floor, Math.round(event.timeStamp - began))];
    draw(last || point, point);
    line.push(point);
    points += 1;
  }

  function keep() {
    kept.value = strokes.filter(one => one.length).map(one => one.map(point => point.join(',')).join(' ')).join(';');
  }

  pad.addEventListener('pointerdown', event => {
    if (line || event.button > 0) return;
    event.preventDefault();
    pad.setPointerCapture(event.pointerId);
    line = [];
    strokes.push(line);
    add(event);
  });
  pad.addEventListener('pointermove', event => {
    if (!line) return;
    const between = event.getCoalescedEvents ? event.getCoalescedEvents() : [];
    (between.length ? between : [event]).forEach(add);
  });
  ['pointerup', 'pointercancel'].forEach(kind => pad.addEventListener(kind, () => {
    if (!line) return;
    line = null;
    keep();
  }));

  function wipe() {
    pen.clearRect(0, 0, width, height);
    strokes = [];
    line = null;
    began = 0;
    points = 0;
    keep();
  }

  // what was drawn before something else was refused
  function again() {
    kept.value.split(';').filter(Boolean).forEach(written => {
      const one = written.split(' ').map(point => point.split(',').map(Number));
      one.forEach((point, at) => draw(one[Math.max(0, at - 1)], point));
      strokes.push(one);
      points += one.length;
    });
    const last = strokes.length ? strokes[strokes.length - 1] : [];
    if (last.length) began = performance.now() - last[last.length - 1][2];
  }

  ready();
  again();
  clear.hidden = false;
  clear.addEventListener('click', wipe);
  form.addEventListener('submit', event => {
    if (form.dataset.sent) event.preventDefault();
    keep();
    form.dataset.sent = 'true';
  });
  window.addEventListener('pageshow', () => { delete form.dataset.sent; });
})();
