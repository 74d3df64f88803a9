// SPDX-License-Identifier: Apache-2.0
// The button of a document that prints it.
(function () {
  'use strict';
  const button = document.getElementById('print');
  if (button) button.addEventListener('click', function () { window.print(); });
}());
