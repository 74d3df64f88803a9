// SPDX-License-Identifier: Apache-2.0
// Files of purchases: while one is read, how far it is.
(function () {
  'use strict';
  let asking = false;

  setInterval(function () {
    if (asking || document.hidden || !document.querySelector('#imports [data-running="true"]')) return;
    asking = true;
    window.moked.ask('wireImports').then(function () { asking = false; });
  }, 2000);
}());
