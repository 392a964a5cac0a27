// @vitest-environment node
// What no code of ours may hold, in the sources and in what the build makes of them with the libraries: ways from a string to markup or code, and
// addresses of anybody else. The table of docs/threat-model.md leads here; laws of style and import are in architecture.test.ts.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DIST } from './support/product';

const ROOT = resolve(import.meta.dirname, '..');
/** Each with what it finds, so that no pattern is one that finds nothing. */
const SINKS: readonly (readonly [why: string, pattern: RegExp, ...found: string[]])[] = [
  ['markup is written from a string', /\.\s*(?:inner|outer)HTML\s*(?:[+?&|]{0,2}=)(?!=)/, 'a.innerHTML = b', 'a.outerHTML+=b', 'a.innerHTML??=b'],
  ['markup is written by name', /\[\s*['"`](?:inner|outer)HTML['"`]\s*\]|dangerouslySetInnerHTML/, 'a["innerHTML"]=b', '<p dangerouslySetInnerHTML={x}>'],
  ['markup is parsed', /\b(?:insertAdjacentHTML|setHTMLUnsafe|parseHTMLUnsafe|createContextualFragment|DOMParser)\b/, 'a.insertAdjacentHTML("beforeend", b)', 'new DOMParser()'],
  ['a frame is given markup', /\bsrcdoc\b\s*=(?!=)/, 'frame.srcdoc = text', '<iframe srcdoc={text}>'],
  ['markup is written into the page', /\bdocument\s*\.\s*write|\.\s*writeln\s*\(/, 'document.write(a)', 'd.writeln(a)'],
  ['a string is run', /\beval\s*[(`]|\beval\s*\)|\bexecScript\b/, 'eval(a)', '(0,eval)(a)'],
  ['a function is made of a string', /(?<![\w.$])Function\s*[(`]|\bnew\s+[\w.]*Function\b|\.constructor\s*\(\s*['"`]/, 'new Function(a)', 'Function("a")', 'x.constructor("a")()'],
  ['a timer runs a string', /\bset(?:Timeout|Interval)\s*\(\s*['"`]/, 'setTimeout("a()", 1)', 'setInterval(`a`)'],
  ['a handler is an attribute', /\bsetAttribute(?:NS)?\s*\((?:[^,()]*,)?\s*['"`]on\w/i, 'a.setAttribute("onclick", b)', "a.setAttributeNS(null,'onload',b)"],
  ['an address is code', /['"`]\s*(?:javascript|vbscript):/i, 'a.href = "javascript:b"'],
  ['a prototype is reached by name', /['"`.]__proto__\b/, 'a.__proto__ = b', "a['__proto__']"],
];
/** Ways to the network (a `fetch()` without an address is none). Scripts of ours come by `import()`, `<script>` and `executeScript`, which are looked at by their addresses. */
const NETWORK = /\bfetch\s*\(\s*[^)\s]|\bXMLHttpRequest\b|\bWebSocket\b|\bsendBeacon\b|\bEventSource\b|\bRTCPeerConnection\b|\bWebTransport\b/;
/** Names of markup languages, which nobody fetches. */
const NAMESPACES = new Set(['http://www.w3.org/2000/svg', 'http://www.w3.org/1999/xhtml', 'http://www.w3.org/1998/Math/MathML', 'http://www.w3.org/1999/xlink', 'http://www.w3.org/XML/1998/namespace']);

interface Code {
  readonly path: string;
  readonly text: string;
}

function below(folder: string, kind: RegExp): Code[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && kind.test(entry.name))
    .map((entry) => ({ path: relative(ROOT, join(entry.parentPath, entry.name)), text: readFileSync(join(entry.parentPath, entry.name), 'utf8') }));
}

/** Without whole-line and block comments: they may name what they forbid. */
const bare = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/ .*$/gm, '$1');
const sinksIn = (text: string) => SINKS.flatMap(([why, pattern]) => {
  const found = pattern.exec(text);
  return found ? [`${why}: ${text.slice(Math.max(0, found.index - 40), found.index + 60)}`] : [];
});
/** Addresses with a host that stands there; what is put together of parts (`http://${host}`) names nobody. */
const addressesIn = (text: string) => [...text.matchAll(/\bhttps?:\/\/[a-z0-9][\w.-]*\.[a-z]{2,}[^\s"'`<>)\\]*/gi)].map(([address]) => address).filter((address) => !NAMESPACES.has(address));

const sources = ['shared', 'widget', 'extension', 'voice-pack'].flatMap((folder) => below(join(ROOT, folder), /\.tsx?$/)).map(({ path, text }) => ({ path, text: bare(text) }));
const FOLDERS = ['widget', 'npm', 'extension-chromium', 'extension-firefox'].map((name) => join(DIST, name)).filter((path) => existsSync(path));
const built = FOLDERS.flatMap((folder) => below(folder, /\.(?:js|cjs|mjs)$/));
const pages = FOLDERS.flatMap((folder) => below(folder, /\.html$/));

it.each(SINKS.map(([why, pattern, ...examples]) => ({ why, pattern, examples })))('the gate "$why" finds what it is for', ({ pattern, examples }) => {
  for (const example of examples) expect(pattern.exec(example), example).not.toBeNull();
});

it('the gates leave alone what is harmless', () => {
  for (const text of ['a.innerHTML === b', '"function"==typeof a', 'isFunction(a)', 'chrome.devtools.inspectedWindow={eval:{minArgs:1}}', 'setTimeout(run, 5)', 'setAttribute(name, on)']) expect(sinksIn(text), text).toEqual([]);
  expect(addressesIn('`http://${host}/` "http://www.w3.org/2000/svg" https://example.org/a?b')).toEqual(['https://example.org/a?b']);
});

describe('the sources', () => {
  it('are there', () => expect(sources.length).toBeGreaterThan(300));

  it('make neither markup nor code of a string', () => {
    expect(sources.flatMap(({ path, text }) => sinksIn(text).map((found) => `${path}: ${found}`))).toEqual([]);
  });

  it('go to the network in one place: the voice pack of the site’s own origin', () => {
    expect(sources.filter(({ text }) => NETWORK.test(text)).map(({ path }) => path)).toEqual(['widget/voice-refusal.ts']);
  });
});

describe.skipIf(built.length === 0)('what the build writes', () => {
  it('is there', () => expect(built.length).toBeGreaterThan(100));

  it('makes neither markup nor code of a string, libraries included', () => {
    expect(built.flatMap(({ path, text }) => sinksIn(text).map((found) => `${path}: ${found}`))).toEqual([]);
  });

  it('goes to the network in one script, and names no address of anybody', () => {
    expect(built.filter(({ text }) => NETWORK.test(text)).map(({ path }) => basename(path).replace(/\.[0-9a-f]{8}\.js$/, '.js'))).toEqual(['mingdu-pack-voice.js']);
    expect(built.flatMap(({ path, text }) => addressesIn(text).map((address) => `${path}: ${address}`))).toEqual([]);
  });

  it('has pages with scripts and styles of their own folder alone, and none in the page', () => {
    const own = pages.filter(({ path }) => path.includes('extension-'));
    expect(own.length).toBeGreaterThanOrEqual(6);
    for (const { path, text } of own) {
      expect(/<script(?![^>]*\ssrc=)|\son\w+\s*=|\sstyle\s*=|<style/i.exec(text)?.[0], path).toBeUndefined();
      for (const [, address] of text.matchAll(/<(?:script|link|img|iframe)[^>]*\s(?:src|href)="([^"]*)"/g)) expect(address, path).not.toMatch(/^(?:\w+:|\/\/)/);
    }
  });
});
