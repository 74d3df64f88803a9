// SPDX-License-Identifier: Apache-2.0
// Writing an article: a few shapes of text, and the way of a version from draft to archive.
(function () {
  'use strict';
  const moked = window.moked;

  function ask(command, parameters) {
    const head = document.getElementById('article-head');
    return moked.ask(command, Object.assign({ 'article-id': head.dataset.articleId, version: head.dataset.version }, parameters)).then(function (answer) {
      if (answer.done && answer.go) history.replaceState(null, '', answer.go);
      else if (answer.why) moked.toast({ kind: 'bad', text: answer.why });
      return answer;
    });
  }

  moked.acts['article-do'] = function (button) { ask('wireArticleAct', { what: button.dataset.what, earlier: button.dataset.earlier || '' }); };

  document.addEventListener('submit', function (event) {
    if (!event.target.dataset.articleWhy) return;
    event.preventDefault();
    ask('wireArticleAct', { what: 'send-back', why: event.target.elements.why.value });
  });

  // what is on the screen is kept first: the same form, another command
  moked.acts['article-submit'] = function (button) {
    const form = button.closest('form');
    form.dataset.command = 'wireArticleSubmit';
    form.requestSubmit();
    form.dataset.command = 'wireArticleSave';
  };

  // ---- shapes
  function editor(button) { return document.getElementById('editor-' + button.closest('[data-editor]').dataset.editor); }

  moked.acts.edit = function (button) {
    let value = button.dataset.value || null;
    editor(button).focus();
    if (button.dataset.ask) {
      value = window.prompt(button.dataset.ask, 'https://');
      if (!value || value === 'https://') return;
    }
    document.execCommand('defaultParagraphSeparator', false, 'p');
    document.execCommand(button.dataset.edit, false, value);
  };

  // the text keeps the focus and what is selected while a button is pressed
  document.addEventListener('mousedown', function (event) { if (event.target.closest('[data-act="edit"]')) event.preventDefault(); });
  document.addEventListener('focusin', function (event) { if (event.target.matches('.editor__text')) document.execCommand('defaultParagraphSeparator', false, 'p'); });
  // what was written elsewhere brings its words, not its looks
  document.addEventListener('paste', function (event) {
    if (!event.target.closest || !event.target.closest('.editor__text')) return;
    event.preventDefault();
    document.execCommand('insertText', false, event.clipboardData.getData('text/plain'));
  });
}());
