// SPDX-License-Identifier: Apache-2.0
// The lab: another customer is played as soon as he is chosen; letters come in by themselves.
(() => {
  'use strict';
  const as = document.getElementById('as');
  if (as) as.addEventListener('change', () => as.form.submit());
  const handset = document.getElementById('handset');
  const letters = document.getElementById('letters') || handset;
  if (!letters) return;
  const newest = () => { if (handset) handset.scrollTop = handset.scrollHeight; };
  newest();
  let last = '';
  const look = () => {
    if (document.visibilityState !== 'visible') return;
    fetch(letters.dataset.from, { cache: 'no-store' }).then(response => response.ok ? response.text() : last).then(text => {
      if (text && text !== last) {
        if (last) letters.innerHTML = text;
        last = text;
        newest();
      }
    }).catch(() => { /* looked at again soon */ });
  };
  look();
  setInterval(look, 2500);
})();
