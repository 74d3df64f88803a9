// SPDX-License-Identifier: Apache-2.0
// Help in a case: asked of a team, an expert or a swarm, answered, taken back; and macros.
(function () {
  'use strict';
  const moked = window.moked;
  const acts = moked.acts;

  function page() { return document.getElementById('case'); }

  function of(more) { return Object.assign({ id: page().dataset.case, version: page().dataset.version }, more); }

  // ---- asking
  const help = document.getElementById('help');

  function show(what, shown) {
    const part = help.querySelector('[data-help-' + what + ']');
    if (part) part.hidden = !shown;
  }

  function kind() { return help.querySelector('[name="kind"]:checked'); }

  function experts() {
    const skill = help.querySelector('[name="skill"]');
    moked.ask('wireHelpPeople', of({ experts: 'true', skill: skill ? skill.value : '' })).then(oneOrMany);
  }

  function oneOrMany() {
    const one = kind() && kind().value === 'EXPERT';
    help.querySelectorAll('[name="person"]').forEach(function (box) { box.type = one ? 'radio' : 'checkbox'; });
  }

  function chosen() {
    const told = kind() ? kind().dataset.told : '';
    const people = kind() && kind().value !== 'TIER';
    show('people', people);
    document.getElementById('help-people').hidden = !people;
    show('tell', Boolean(told));
    show('silent', Boolean(kind()) && !told);
    help.querySelector('[data-help-told]').textContent = told || '';
    if (people && !help.querySelector('[name="person"]')) experts(); else oneOrMany();
  }

  acts['case-help'] = function () {
    help.querySelector('form').reset();
    document.getElementById('help-people').textContent = '';
    show('tell', false);
    show('silent', false);
    help.showModal();
    moked.ask('wireHelpWays', of({ ways: 'true' })).then(chosen);
  };
  acts['help-accept'] = function (button) { moked.ask('wireHelpAnswer', of({ ask: 'accept', escalation: button.dataset.id })); };
  acts['help-end'] = function (button) { moked.ask('wireHelpAnswer', of({ ask: 'end', escalation: button.dataset.id })); };
  acts['help-give-back'] = function (button) {
    const box = document.getElementById('help-back');
    box.querySelector('form').reset();
    box.dataset.escalation = button.dataset.id;
    box.showModal();
  };

  // ---- macros
  const macro = document.getElementById('macro-run');

  acts['case-macros'] = function () {
    document.getElementById('macro-preview').textContent = '';
    macro.showModal();
    moked.ask('wireMacros', of({ macros: 'true' })).then(function () {
      const first = macro.querySelector('[name="macro"]');
      if (first) first.focus();
    });
  };

  document.addEventListener('change', function (event) {
    if (event.target.name === 'skill' && help.contains(event.target)) experts();
    if (event.target.name === 'kind' && help.contains(event.target)) chosen();
    if (event.target.name === 'macro' && macro.contains(event.target)) moked.ask('wireMacroPreview', of({ macro: event.target.value }));
  });

  document.addEventListener('submit', function (event) {
    const form = event.target;
    const what = form.dataset.submit;
    if (what !== 'help' && what !== 'help-back' && what !== 'macro-run') return;
    event.preventDefault();
    const button = form.querySelector('[type="submit"]');
    if (button.disabled) return;
    const box = form.closest('dialog');
    const values = Object.fromEntries(new FormData(form));
    button.disabled = true;
    let asked;
    if (what === 'macro-run') asked = moked.ask('wireMacroRun', of({ macro: values.macro }));
    else if (what === 'help-back') asked = moked.ask('wireHelpAnswer', of({ ask: 'give-back', escalation: box.dataset.escalation, answer: values.answer }));
    else {
      const people = values.kind === 'TIER' ? '' : Array.from(box.querySelectorAll('[name="person"]:checked')).map(function (one) { return one.value; }).join(',');
      asked = moked.ask('wireHelp', of({ kind: values.kind, people: people, reason: values.reason, wished: values.wished, tell: String(values.tell === 'true' && Boolean(kind().dataset.told)) }));
    }
    asked.then(function (answer) {
      button.disabled = false;
      if (answer.done) box.close();
    });
  });

  document.addEventListener('keydown', function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) || document.querySelector('dialog[open]') || !page()) return;
    if (event.code === 'KeyM') {
      event.preventDefault();
      acts['case-macros']();
    } else if (event.code === 'KeyE') {
      event.preventDefault();
      acts['case-help']();
    }
  });
}());
