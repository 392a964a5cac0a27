// Counts what the page's policy refuses, from the page's very beginning, and says it on the page.

(() => {
  'use strict';

  const told = [];

  function show() {
    const place = document.getElementById('violations');
    if (!place) return;
    place.textContent = String(told.length);
    place.classList.toggle('bad', told.length > 0);
    document.getElementById('told').replaceChildren(...told.map((text) => Object.assign(document.createElement('li'), { textContent: text })));
  }

  document.addEventListener('securitypolicyviolation', (event) => {
    told.push(`${event.effectiveDirective}：${event.blockedURI || '行内'}`);
    show();
  });
  document.addEventListener('DOMContentLoaded', show);
})();
