// SPDX-License-Identifier: Apache-2.0
// Puts the chat on any site:
//   <script src="https://portal/chat/moked-chat.js" data-account="chat" data-lang="he" defer></script>
// data-name, data-email, data-phone: filled in for a visitor the site knows; data-key: keeps chats of several people apart;
// data-opener: selector of elements that open the chat instead of a button of its own; data-target: selector of an element
// to put it into. The chat itself runs in a frame: the site's styles, scripts and policy do not meet it.
(() => {
  'use strict';
  const script = document.currentScript;
  if (!script) return;
  const data = script.dataset;
  const base = new URL('.', script.src);
  const lang = data.lang === 'en' ? 'en' : 'he';
  const words = {/*words*/}[lang];
  const account = data.account || 'chat';
  const mark = 'moked.chat.open.' + account + '.' + (data.key || '');
  const inline = data.target && document.querySelector(data.target);
  const hash = new URLSearchParams({ account });
  ['name', 'email', 'phone', 'key'].forEach(name => { if (data[name]) hash.set(name, data[name]); });
  if (inline) hash.set('inline', '1');

  const style = `
    :host { all: initial; color-scheme: light dark; }
    .button { position: fixed; inset-block-end: 20px; inset-inline-end: 20px; z-index: 2147483000; display: flex; align-items: center; gap: 8px; min-block-size: 52px; padding: 0 20px; border: 0; border-radius: 26px; background: #0b6e68; color: #fff; font: 600 16px/1.2 system-ui, sans-serif; box-shadow: 0 2px 4px rgb(0 0 0 / .2), 0 8px 24px rgb(0 0 0 / .2); cursor: pointer; }
    .button:hover { background: #095a55; }
    .button:focus-visible { outline: 3px solid #62c8be; outline-offset: 2px; }
    .button svg { inline-size: 22px; block-size: 22px; fill: none; stroke: currentColor; stroke-width: 1.75; stroke-linejoin: round; }
    .count { min-inline-size: 20px; padding: 0 5px; border-radius: 10px; background: #fff; color: #0b6e68; font-size: 13px; line-height: 20px; text-align: center; }
    .panel { position: fixed; inset-block-end: 84px; inset-inline-end: 20px; z-index: 2147483000; inline-size: 380px; block-size: min(620px, calc(100vh - 104px)); overflow: hidden; border-radius: 12px; background: Canvas; box-shadow: 0 2px 6px rgb(0 0 0 / .18), 0 12px 40px rgb(0 0 0 / .28); }
    .panel--inline { position: static; inline-size: 100%; block-size: 100%; border-radius: 0; box-shadow: none; }
    iframe { display: block; inline-size: 100%; block-size: 100%; border: 0; }
    [hidden] { display: none !important; }
    @media (max-width: 480px) { .panel:not(.panel--inline) { inset: 0; inline-size: 100%; block-size: 100%; border-radius: 0; } }
    @media print { .button, .panel { display: none; } }`;

  const host = document.createElement('div');
  host.id = 'moked-chat';
  host.lang = lang;
  host.dir = lang === 'he' ? 'rtl' : 'ltr';
  const root = host.attachShadow({ mode: 'open' });
  // A style sheet made by script is allowed where a policy forbids style elements.
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    root.adoptedStyleSheets = [sheet];
  } catch (e) {
    const element = document.createElement('style');
    element.textContent = style;
    root.append(element);
  }
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button';
  button.setAttribute('aria-expanded', 'false');
  const sign = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  sign.setAttribute('viewBox', '0 0 24 24');
  sign.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  line.setAttribute('d', 'M4 5.5h16a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1h-8l-5 4v-4H4a1 1 0 0 1-1-1v-9a1 1 0 0 1 1-1z');
  sign.append(line);
  const label = document.createElement('span');
  label.textContent = words.open;
  const count = document.createElement('span');
  count.className = 'count';
  count.hidden = true;
  button.append(sign, label, count);
  const panel = document.createElement('div');
  panel.className = 'panel' + (inline ? ' panel--inline' : '');
  panel.setAttribute('role', 'region');
  panel.setAttribute('aria-label', words.title);
  panel.hidden = true;
  const news = document.createElement('div');
  news.setAttribute('role', 'status');
  news.style.cssText = 'position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%)';
  root.append(button, panel, news);

  let frame = null, ready = false, open = false, opener = button;
  const openers = data.opener ? Array.from(document.querySelectorAll(data.opener)) : [];
  button.hidden = !!inline || openers.length > 0;
  function remember(value) { try { value ? sessionStorage.setItem(mark, value) : sessionStorage.removeItem(mark); } catch (e) { /* not remembered */ } }
  function remembered() { try { return sessionStorage.getItem(mark); } catch (e) { return null; } }
  // What the frame must remember where the browser denies it storage of its own.
  const kept = mark.replace('.open.', '.kept.');
  function read() { try { return JSON.parse(localStorage.getItem(kept)); } catch (e) { return null; } }
  function write(value) { try { value ? localStorage.setItem(kept, JSON.stringify(value)) : localStorage.removeItem(kept); } catch (e) { /* not kept */ } }
  function load() {
    if (frame) return;
    frame = document.createElement('iframe');
    frame.title = words.title;
    frame.src = new URL(lang, base).href + '#' + hash;
    panel.append(frame);
  }
  function tell(more) { if (ready) frame.contentWindow.postMessage(Object.assign({ moked: 'host', open }, more), base.origin); }
  function toggle(now, from) {
    open = now;
    if (from) opener = from;
    load();
    panel.hidden = !open;
    button.setAttribute('aria-expanded', String(open));
    label.textContent = open ? words.close : words.open;
    remember(open ? 'open' : 'live');
    if (open) { count.hidden = true; news.textContent = ''; frame.focus(); } else if (opener) { opener.focus(); }
    tell();
  }
  button.addEventListener('click', () => toggle(!open, button));
  openers.forEach(element => element.addEventListener('click', event => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || element.tagName === 'A' && matchMedia('(max-width: 600px)').matches) return;
    event.preventDefault();
    toggle(true, element);
  }));
  window.addEventListener('message', event => {
    if (!frame || event.source !== frame.contentWindow || event.origin !== base.origin || !event.data || event.data.moked !== 'chat') return;
    const message = event.data;
    if (message.ready) { ready = true; if (message.ask) tell({ kept: read() }); else if (open) tell(); }
    if (message.keep !== undefined) write(message.keep);
    if (message.close && open && !inline) toggle(false);
    if (message.live !== undefined) { remember(message.live ? (open ? 'open' : 'live') : open ? 'open' : null); if (message.live && !inline) button.hidden = false; }
    if (message.unread !== undefined && !open) {
      count.hidden = !message.unread;
      count.textContent = message.unread;
      news.textContent = message.unread ? words.unread.replace('{0}', message.unread) : '';
    }
  });
  (inline || document.body).append(host);
  if (inline) {
    host.style.cssText = 'display:block;block-size:100%';
    open = true;
    panel.hidden = false;
    load();
  } else if (remembered()) {
    load();
    if (remembered() === 'open' && !matchMedia('(max-width: 480px)').matches) { open = true; panel.hidden = false; button.setAttribute('aria-expanded', 'true'); label.textContent = words.close; button.hidden = false; }
  }
})();
