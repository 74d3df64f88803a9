// SPDX-License-Identifier: Apache-2.0
// Appointments on the card of a customer: what is free is asked for again whenever branch, reason or day is chosen.
(function () {
  'use strict';
  const moked = window.moked;
  const acts = moked.acts;
  const booking = document.getElementById('appointment-book');
  const cancelling = document.getElementById('appointment-cancelling');
  // what is chosen says nothing any more of what comes after it
  const after = { branch: ['reason', 'date', 'at', 'from'], reason: ['date', 'at', 'from'], date: ['at'], from: ['date', 'at'] };

  function values() { return Object.fromEntries(new FormData(booking.querySelector('form'))); }

  function shown(parameters) {
    const card = document.getElementById('appointments');
    return Object.assign(card ? { 'appointments-of': card.dataset.appointmentsOf } : {}, parameters);
  }

  function offers(chosen) {
    const held = document.activeElement;
    const name = held && booking.contains(held) ? held.name : '';
    return moked.ask('wireAppointmentForm', Object.assign({ 'appointment-form': 'true', id: booking.dataset.id, customer: booking.dataset.customer }, chosen)).then(function () {
      const again = name && (booking.querySelector('select[name="' + name + '"]') || booking.querySelector('[name="' + name + '"]:checked'));
      const first = booking.querySelector('select') || booking.querySelector('[name="date"]:checked');
      if (again || first) (again || first).focus();
    });
  }

  function opens(button) {
    const line = document.createElement('span');
    line.className = 'skeleton skeleton--line';
    document.getElementById('appointment-form').replaceChildren(line);
    booking.dataset.id = button.dataset.id || '';
    booking.dataset.version = button.dataset.version || '';
    booking.dataset.customer = button.dataset.customer;
    booking.dataset.conversation = document.querySelector('#head [data-talk-customer="' + button.dataset.customer + '"]') ? document.getElementById('talk').dataset.open : '';
    // pressed twice it is booked once
    booking.dataset.press = crypto.randomUUID ? crypto.randomUUID() : Date.now() + '-' + Math.random().toString(16).slice(2);
    booking.showModal();
    offers({});
  }

  acts.appointment = opens;
  acts['appointment-move'] = opens;
  acts['appointment-days'] = function (button) { choose('from', button.dataset.from); };
  acts['appointment-cancel'] = function (button) {
    cancelling.dataset.id = button.dataset.id;
    cancelling.dataset.version = button.dataset.version;
    cancelling.querySelector('[data-cancelled]').textContent = button.dataset.when;
    cancelling.showModal();
  };

  function choose(what, value) {
    const chosen = values();
    chosen[what] = value;
    after[what].forEach(function (name) { delete chosen[name]; });
    // nobody chooses an hour of what was shown before
    const hours = booking.querySelector('.appointment-hours');
    if (hours) {
      const line = document.createElement('span');
      line.className = 'skeleton skeleton--line';
      hours.replaceChildren(line);
    }
    offers(chosen);
  }

  booking.addEventListener('change', function (event) {
    if (event.target.dataset.asks) choose(event.target.dataset.asks, event.target.value);
  });

  function send(box, parameters) {
    const button = box.querySelector('[type="submit"]');
    if (button.disabled) return;
    button.disabled = true;
    moked.ask('wireAppointment', shown(parameters)).then(function (answer) {
      button.disabled = false;
      if (answer.done) box.close();
      else if (answer.refused === 'branch.appointment-taken') choose('date', values().date);
      else if (answer.refused === 'shared.conflict') {
        box.close();
        moked.ask('wireAppointments', shown({}));
      }
    });
  }

  document.addEventListener('submit', function (event) {
    const what = event.target.dataset.submit;
    if (what === 'appointment') {
      event.preventDefault();
      const data = booking.dataset;
      send(booking, Object.assign(values(), data.id ? { ask: 'move', id: data.id, version: data.version } : { ask: 'book', customer: data.customer, conversation: data.conversation, press: data.press }));
    } else if (what === 'appointment-cancel') {
      event.preventDefault();
      send(cancelling, { ask: 'cancel', id: cancelling.dataset.id, version: cancelling.dataset.version });
    }
  });

  moked.onPush(function (event) {
    if (event.type === 'AppointmentActed' && document.getElementById('appointments') && !document.querySelector('dialog[open]')) moked.ask('wireAppointments', shown({}));
  });
}());
