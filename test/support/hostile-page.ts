// Pages that want to harm what reads them: names that stand in place of the platform's, text that is markup, prototypes that throw.
// Sources for a page, no expectations.

/** Members of elements. A form's field of that name stands in the member's place; the first ones are names that real forms have. */
export const FIELD_NAMES = (
  'id title name lang dir style className role hidden action method target type value text remove append prepend before after focus blur contains children attributes ' +
  'parentElement parentNode nodeName nodeType nodeValue tagName namespaceURI firstChild lastChild nextSibling previousSibling firstElementChild nextElementSibling ' +
  'childElementCount setAttribute removeAttribute getAttributeNames toggleAttribute querySelectorAll classList textContent innerText isConnected replaceWith insertBefore ' +
  'removeChild appendChild cloneNode addEventListener removeEventListener dispatchEvent getClientRects offsetWidth offsetHeight offsetParent offsetTop ' +
  'clientWidth clientHeight scrollWidth scrollHeight scrollTop scrollLeft shadowRoot assignedSlot dataset tabIndex isContentEditable compareDocumentPosition'
).split(' ');

const SENTENCE = '这是正文，说的是今年冬天各个乡镇怎样保证道路通畅、怎样把暖气送到每一户老人家里，请大家互相转告。';

/** A form whose every member of `FIELD_NAMES` is a field, around text that is read. */
export const HOSTILE_FORM = `<form>${FIELD_NAMES.map((name) => `<input name="${name}" aria-label="格" size="2">`).join('')}<p id="inside">${SENTENCE}</p></form>`;

/** Markup that runs `pwned()` if anybody takes it for such. */
export const EVIL_MARKUP = '<img src=x onerror=pwned()><script>pwned()</script><svg onload=pwned()><a href="javascript:pwned()">';
const escaped = EVIL_MARKUP.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

/** Everything that our panels show of a page, as markup; and what a style sheet or a voice could stumble over. */
export const EVIL_ARTICLE = `<nav aria-label="${escaped}"><ul><li><a href="#a" title="${escaped}">${escaped}</a><li><a href="javascript:pwned()">二</a><li><a href="#c">三</a></ul></nav>
<main><h1>${escaped}关于通知</h1><article><p id="evil">${escaped}${SENTENCE}]]&gt;&lt;speak&gt;&lt;break time="9999s"/&gt;&lt;/speak&gt; \u202e\u2066${SENTENCE}</p>
<p style="font-family: '};*{display:none}'; background: url('x\\'};*{display:none}')">${SENTENCE}</p>
<img alt="${escaped}" title="${escaped}" width="80" height="60" src="data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==">
<table aria-label="${escaped}"><caption>${escaped}</caption><tr><th>${escaped}<td>1</table></article>
<form><label>${escaped}<input name="a" placeholder="${escaped}" title="${escaped}"></label><select aria-label="${escaped}"><option>${escaped}</select></form></main>`;

/** A page of these parts; the tag of the widget stands last, so that all names are there before it. */
export function hostilePage(body: string, { head = '', tag = '<script src="/mingdu/mingdu.js"></script>' } = {}): { readonly body: string } {
  return {
    body: `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${escaped}</title>${head}<script>pwnedTimes = 0; pwned = () => { pwnedTimes += 1; };</script></head><body><h1>通知</h1><p><a href="#" data-mingdu-open>无障碍</a></p><p id="text" style="font-size:16px">${SENTENCE}</p>${body}${tag}</body></html>`,
  };
}

/** Runs in the page: whatever of ours is markup that the page's text asked for. */
export const MARKUP_OF_OURS = `(() => {
  const found = [];
  const visit = (root) => {
    for (const element of root.querySelectorAll('*')) {
      const names = element.getAttributeNames();
      if (element.localName === 'script' || names.some((name) => name.startsWith('on')) || (/^(img|iframe|object|embed)$/.test(element.localName) && element.getAttribute('src') === 'x') || /^javascript:/i.test(element.getAttribute('href') ?? '')) found.push(element.outerHTML.slice(0, 200));
      if (element.shadowRoot) visit(element.shadowRoot);
    }
  };
  for (const host of document.querySelectorAll('[data-mingdu]')) if (host.shadowRoot) visit(host.shadowRoot);
  return found;
})()`;

/** Runs in the page: from now on whatever a script of the page's world calls throws, and every object has keys of the page. */
export const BREAK_WORLD = `(() => {
  const bad = () => { throw new Error('of the page'); };
  for (const name of ['createElement', 'createTextNode', 'createTreeWalker', 'createRange', 'querySelector', 'querySelectorAll', 'elementFromPoint']) Document.prototype[name] = bad;
  for (const name of ['getAttribute', 'setAttribute', 'removeAttribute', 'hasAttribute', 'matches', 'closest', 'attachShadow', 'getBoundingClientRect', 'append', 'remove']) Element.prototype[name] = bad;
  for (const name of ['appendChild', 'insertBefore', 'removeChild', 'getRootNode', 'contains']) Node.prototype[name] = bad;
  for (const name of ['map', 'filter', 'find', 'some', 'flatMap', 'forEach', 'push', 'includes', 'join']) Array.prototype[name] = bad;
  for (const name of ['replace', 'split', 'trim', 'startsWith', 'includes', 'slice']) String.prototype[name] = bad;
  for (const name of ['get', 'set', 'has']) { Map.prototype[name] = bad; WeakMap.prototype[name] = bad; }
  for (const name of ['MutationObserver', 'IntersectionObserver', 'ResizeObserver', 'CSSStyleSheet', 'CustomEvent', 'AbortController', 'getComputedStyle', 'matchMedia', 'setTimeout', 'setInterval', 'requestAnimationFrame', 'queueMicrotask']) window[name] = bad;
  Promise.prototype.then = bad; EventTarget.prototype.addEventListener = bad; EventTarget.prototype.dispatchEvent = bad; JSON.parse = bad; JSON.stringify = bad;
  Object.assign(Object.prototype, { on: true, settings: { textSize: 300, contrast: 'yellow-on-black' }, consent: { remote: ['microsoft'] }, polluted: 1 });
})()`;
