// 关怀助手: a toolbar of somebody else, written for the showcase in the habits of the usual ones. It floats over everything, writes a font size
// on every element, makes paragraphs tab stops, and takes Alt+digits by overwriting document.onkeydown. Not an example to follow.

(() => {
  'use strict';

  const STEP = 1.2;
  const SIZED = 'data-care-size';
  const PLACES = ['header .topbar', 'nav', 'main', 'main article', 'form', 'footer'];
  let bar = null;

  function resize(factor) {
    const all = [...document.body.querySelectorAll('*')].filter((element) => !element.closest('#care-bar, script'));
    const sizes = all.map((element) => [element, parseFloat(getComputedStyle(element).fontSize)]);
    for (const [element, size] of sizes) {
      if (!element.hasAttribute(SIZED)) element.setAttribute(SIZED, element.style.fontSize);
      element.style.fontSize = `${size * factor}px`;
    }
  }

  function reset() {
    for (const element of document.querySelectorAll(`[${SIZED}]`)) {
      element.style.fontSize = element.getAttribute(SIZED);
      if (element.getAttribute('style') === '') element.removeAttribute('style');
      element.removeAttribute(SIZED);
    }
  }

  function open() {
    if (bar) return;
    bar = document.createElement('div');
    bar.id = 'care-bar';
    bar.setAttribute('role', 'toolbar');
    bar.setAttribute('aria-label', '关怀助手');
    const name = document.createElement('b');
    name.textContent = '关怀助手';
    bar.append(name);
    for (const [label, run] of [['字大些', () => resize(STEP)], ['字小些', () => resize(1 / STEP)], ['还原', reset], ['关闭', close]]) {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = label;
      button.addEventListener('click', run);
      bar.append(button);
    }
    document.body.append(bar);
    document.body.style.paddingTop = '64px';
    for (const paragraph of document.querySelectorAll('main p')) paragraph.setAttribute('tabindex', '0');
  }

  function close() {
    if (!bar) return;
    reset();
    bar.remove();
    bar = null;
    document.body.style.paddingTop = '';
    if (document.body.getAttribute('style') === '') document.body.removeAttribute('style');
    for (const paragraph of document.querySelectorAll('main p[tabindex]')) paragraph.removeAttribute('tabindex');
    for (const element of document.querySelectorAll('.care-target')) leave(element);
  }

  function leave(element) {
    element.classList.remove('care-target');
    if (element.className === '') element.removeAttribute('class');
    element.removeAttribute('tabindex');
  }

  function goTo(selector) {
    const element = document.querySelector(selector);
    if (!element) return;
    for (const other of document.querySelectorAll('.care-target')) leave(other);
    element.classList.add('care-target');
    element.tabIndex = -1;
    element.focus();
  }

  document.onkeydown = (event) => {
    if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return true;
    const digit = /^Digit(\d)$/.exec(event.code)?.[1];
    if (digit === '0') {
      if (bar) close();
      else open();
      return false;
    }
    const place = bar && digit && PLACES[Number(digit) - 1];
    if (!place) return true;
    goTo(place);
    return false;
  };
  document.getElementById('care-open').addEventListener('click', open);
})();
