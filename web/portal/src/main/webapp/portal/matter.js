// SPDX-License-Identifier: Apache-2.0
// While somebody writes what happened, articles that may help are shown below; the form works without.
(() => {
  'use strict';
  const text = document.getElementById('text');
  const product = document.getElementById('product');
  const box = document.getElementById('suggested');
  const trouble = document.getElementById('trouble');
  if (trouble) trouble.focus();
  if (!text || !box) return;
  const list = box.querySelector('ul');
  let timer = 0;
  let asked = '';

  const show = found => {
    list.replaceChildren(...found.map(article => {
      const line = document.createElement('li');
      const link = document.createElement('a');
      link.href = article.address;
      link.target = '_blank';
      link.rel = 'noopener';
      link.dir = 'auto';
      link.textContent = article.title;
      line.append(link);
      return line;
    }));
    box.hidden = found.length === 0;
  };

  const ask = async () => {
    const words = `${product.value} ${text.value}`.trim().slice(0, 400);
    if (words.length < 12 || words === asked) return;
    asked = words;
    try {
      const answer = await fetch(`${box.dataset.source}?q=${encodeURIComponent(words)}`, { headers: { Accept: 'application/json' } });
      if (answer.ok) show((await answer.json()).articles);
    } catch (offline) {
      // nothing is shown; whoever writes goes on
    }
  };
  const later = () => { clearTimeout(timer); timer = setTimeout(ask, 700); };
  text.addEventListener('input', later);
  product.addEventListener('change', later);
})();
