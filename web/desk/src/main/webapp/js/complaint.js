// SPDX-License-Identifier: Apache-2.0
// Complaints: the next stage of one, the problem behind several, and telling them that it is mended.
(function () {
  'use strict';
  const moked = window.moked;

  function here() { return document.getElementById('case').dataset.case; }

  moked.acts['evidence-check'] = function (button) { moked.ask('wireEvidence', { id: here(), number: button.dataset.number }); };

  function chosen(form) { return Array.from(form.querySelectorAll('[name="case"]:checked')).map(function (box) { return box.value; }).join(','); }

  document.addEventListener('submit', function (event) {
    const form = event.target;
    const what = form.dataset.submit || '';
    if (!/^complaint(-fix|-problem)?$/.test(what)) return;
    event.preventDefault();
    const button = form.querySelector('[type="submit"]');
    if (button.disabled) return;
    button.disabled = true;
    const values = Object.fromEntries(new FormData(form));
    let asked;
    if (what === 'complaint') {
      const one = form.closest('[data-complaint]');
      asked = moked.ask('wireComplaint', Object.assign(values, { ask: form.dataset.ask, id: one.dataset.complaint, version: one.dataset.version }));
    } else if (what === 'complaint-fix') {
      asked = moked.ask('wireComplaintFix', Object.assign(values, { id: here() }));
    } else {
      asked = moked.ask('wireComplaintProblem', { subject: values.subject, cases: chosen(form) });
    }
    asked.then(function (answer) {
      button.disabled = false;
      if (answer.problem) location.assign(moked.words.base + '/agent/case.xhtml?id=' + answer.problem);
    });
  });
}());
