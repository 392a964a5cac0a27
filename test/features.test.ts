// The contract that every aid keeps: it starts, changes and stops, and then nothing of it is left.
import { readdirSync } from 'node:fs';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Assist } from '../shared/assist';
import { createAssist } from '../shared/assist';
import type { FeatureDescriptor } from '../shared/feature';
import { FEATURES } from '../shared/features/index';
import type { SettingValue } from '../shared/settings/schema';
import { defaultOf } from '../shared/settings/schema';
import { parseSettings, rulesOf } from '../shared/settings/check';
import { createFakeHost } from './support/fake-host';
import { completeWindow } from './support/jsdom-window';

const RULES = rulesOf(Object.assign({}, ...FEATURES.map((feature) => feature.settings)));
const PAGE = `<header style="font-size:12px"><a href="#" class="on">首页</a><a href="#">政务公开</a></header>
<table width="1000" bgcolor="#ffffff"><tbody><tr><td><font size="2" color="red">关于提高<b>农村低保</b>标准的通知</font></td></tr></tbody></table>
<p id="p">各乡镇人民政府：2017年，全市将农村低保标准提高到每人每年<em style=" color : RED ;">3600元</em>。</p>
<form><input value="查询"><select><option>一</option></select><textarea>留言</textarea></form>`;

/** Values of a setting other than its default, two where there are two. */
function othersOf(feature: FeatureDescriptor, key: string): SettingValue[] {
  const setting = feature.settings[key];
  if (!setting) return [];
  if (setting.kind === 'toggle') return [true];
  if (setting.kind === 'choice') return setting.options.slice(1);
  if (setting.kind === 'text') return ['urn:moz-tts:speechd:voice', 'another'];
  return [setting.min, setting.default + setting.step, setting.max].filter((value) => value <= setting.max && value !== setting.default);
}

/** Counts what is listened to, page-wide. */
function countListeners(): () => number {
  let count = 0;
  const live = new Map<EventTarget, Set<string>>();
  const add = EventTarget.prototype.addEventListener;
  const remove = EventTarget.prototype.removeEventListener;
  const keys = new WeakMap<object, number>();
  let next = 0;
  const keyOf = (type: string, run: unknown, options: unknown) => {
    if (typeof run !== 'object' && typeof run !== 'function') return '';
    if (run && !keys.has(run)) keys.set(run, (next += 1));
    const capture = typeof options === 'boolean' ? options : Boolean((options as { capture?: boolean } | undefined)?.capture);
    return `${type} ${run ? keys.get(run) : 0} ${capture}`;
  };
  vi.spyOn(EventTarget.prototype, 'addEventListener').mockImplementation(function (this: EventTarget, type, run, options) {
    const signal = typeof options === 'object' ? options?.signal : undefined;
    // jsdom's own selector engine listens for `:hover`; no aid of ours listens to these two.
    const isOfJsdom = type === 'mouseover' || type === 'mouseout';
    if (!isOfJsdom && !(this instanceof AbortSignal) && !signal?.aborted && !(typeof options === 'object' && options?.once)) {
      const mine = live.get(this) ?? new Set();
      live.set(this, mine);
      const key = keyOf(type, run, options);
      if (!mine.has(key)) {
        mine.add(key);
        count += 1;
        signal?.addEventListener('abort', () => mine.delete(key) && (count -= 1), { once: true });
      }
    }
    return add.call(this, type, run, options);
  });
  vi.spyOn(EventTarget.prototype, 'removeEventListener').mockImplementation(function (this: EventTarget, type, run, options) {
    if (live.get(this)?.delete(keyOf(type, run, options))) count -= 1;
    return remove.call(this, type, run, options);
  });
  return () => count;
}

/** Those that only answer what is asked in the panel have no setting; what they leave behind is in test/browser/fields.test.ts and media.test.ts. */
describe.each(FEATURES.filter(({ main }) => main === '').map((feature) => [feature.id, feature] as const))('the aid %s, which is only asked', (id, feature) => {
  it('stands in a folder of its name, in the list once, and has nothing to store', () => {
    expect(readdirSync('shared/features')).toContain(id);
    expect(FEATURES.filter((one) => one.id === id)).toHaveLength(1);
    expect(Object.keys(feature.settings)).toEqual([]);
    expect(feature.asks).not.toEqual([]);
  });

  it('runs only while it holds itself, and leaves nothing behind', async () => {
    completeWindow(window as Window & typeof globalThis);
    document.body.innerHTML = PAGE;
    const before = document.documentElement.outerHTML;
    const end = new AbortController();
    const host = createFakeHost();
    const assist = createAssist({
      document, host, descriptors: FEATURES, rules: RULES, version: '1.0.0', signal: end.signal,
      mount: () => ({ topInset: () => 0, focusFirst: () => {} }),
      sentence: ({ key }) => key,
      emit: () => {},
    });
    await assist.begin();
    await assist.open();
    expect(host.loaded).not.toContain(`mingdu-aid-${id}`);
    const listeners = countListeners();
    const first = listeners();
    for (const name of feature.asks ?? []) await assist.command(id, name);
    expect(host.loaded).toContain(`mingdu-aid-${id}`);
    expect(host.reports).toEqual([]);
    await assist.close();
    expect(document.documentElement.outerHTML).toBe(before);
    expect(listeners()).toBeLessThanOrEqual(first);
    end.abort();
    vi.restoreAllMocks();
  });
});

describe.each(FEATURES.filter(({ main }) => main !== '').map((feature) => [feature.id, feature] as const))('the aid %s', (id, feature) => {
  let assist: Assist;
  let host: ReturnType<typeof createFakeHost>;
  let end: AbortController;

  beforeAll(() => completeWindow(window as Window & typeof globalThis));
  beforeEach(() => {
    document.body.innerHTML = PAGE;
    end = new AbortController();
    host = createFakeHost();
    assist = createAssist({
      document, host, descriptors: FEATURES, rules: RULES, version: '1.0.0', signal: end.signal,
      mount: () => ({ topInset: () => 0, focusFirst: () => {} }),
      sentence: ({ key }) => key,
      emit: () => {},
    });
  });
  afterEach(() => {
    end.abort();
    vi.restoreAllMocks();
  });

  it('stands in a folder of its name, in the list once', () => {
    expect(readdirSync('shared/features')).toContain(id);
    expect(FEATURES.filter((one) => one.id === id)).toHaveLength(1);
    expect(Object.keys(feature.settings)).toContain(feature.main);
  });

  it('has defaults that are read back as they are', () => {
    const defaults = Object.fromEntries(Object.entries(feature.settings).map(([key, setting]) => [key, defaultOf(setting)]));
    expect(parseSettings(rulesOf(feature.settings), {})).toEqual(defaults);
    expect(parseSettings(rulesOf(feature.settings), defaults)).toEqual(defaults);
  });

  it('leaves nothing behind: the same HTML, the same nodes, no listener, no sheet', async () => {
    await assist.begin();
    const before = document.documentElement.outerHTML;
    const nodes = allNodes();
    const texts = nodes.map((node) => node.nodeValue);
    const listeners = countListeners();
    const first = listeners();
    for (const value of othersOf(feature, feature.main)) {
      await assist.set({ [feature.main]: value });
      for (const key of Object.keys(feature.settings)) {
        for (const other of othersOf(feature, key)) await assist.set({ [key]: other });
      }
    }
    expect(host.loaded).toContain(`mingdu-aid-${id}`);
    expect(host.reports).toEqual([]);
    await assist.close();
    expect(document.documentElement.outerHTML).toBe(before);
    expect(allNodes()).toEqual(nodes);
    expect(allNodes().every((node, index) => node === nodes[index])).toBe(true);
    expect(allNodes().map((node) => node.nodeValue)).toEqual(texts);
    expect(listeners()).toBe(first);
    expect(document.querySelectorAll('style')).toHaveLength(0);
  });

  it('stops when its setting comes back to the default, and the rest goes on', async () => {
    const before = document.body.outerHTML;
    await assist.set({ [feature.main]: othersOf(feature, feature.main)[0] });
    await assist.set({ [feature.main]: defaultOf(feature.settings[feature.main] as never) });
    expect(document.body.outerHTML).toBe(before);
    expect(assist.state.value.on).toBe(true);
  });

  it('is stopped by itself when its file cannot be had, says so, and comes with the retry', async () => {
    // A registered script would be found without loading.
    (globalThis as { [key: symbol]: Map<string, unknown> })[Symbol.for('mingdu.packs')]?.delete(`aid-${id}`);
    host.broken.add(`mingdu-aid-${id}`);
    await assist.set({ [feature.main]: othersOf(feature, feature.main)[0] });
    expect(assist.notice.value).toEqual({ key: 'pack-failed', id, cause: ` Error: mingdu-aid-${id} is not there` });
    expect(host.reports).toHaveLength(1);
    host.broken.clear();
    await assist.retry(id);
    expect(host.loaded.filter((file) => file === `mingdu-aid-${id}`)).toHaveLength(2);
    expect(assist.notice.value).toBeNull();
  });
});

function allNodes(): Node[] {
  const walker = document.createTreeWalker(document, 0xffffffff);
  const nodes: Node[] = [];
  for (let node: Node | null = walker.currentNode; node; node = walker.nextNode()) nodes.push(node);
  return nodes;
}
