// The product put together for either host: runtime, list of aids, toolbar, messages. The composition root; not for behaviour.
// First, so that Preact stands at the top of the bundle: it packs 250 bytes smaller there.
import { AIDS } from 'mingdu:rules';
import { lentPreact } from './toolbar/drawing';
import type { Assist, EventType, Interface, Notice } from './assist';
import { createAssist } from './assist';
import type { Room } from './dom/room';
import type { Host } from './host';
import type { Messages } from './i18n/index';
import { chineseWords, wordsFor } from './i18n/index';
import { createLive } from './live';
import type { Session } from './session';
import { atLength } from './settings/aids-in-short';
import type { Rules } from './settings/check';
import { take } from './packs/registry';
import type { ToolbarModel } from './toolbar/model';
import { mountToolbar } from './toolbar/mount';
import { isDark } from './toolbar/wording';

export interface ProductOptions {
  readonly document: Document;
  readonly host: Host;
  /** The rules of all settings; the widget's loader has them before the product comes. */
  readonly rules: Rules;
  readonly version: string;
  readonly signal: AbortSignal;
}

export interface Product extends Assist {
  /** All settings, a copy. */
  get(): Record<string, boolean | number | string>;
}


/** Makes the product; call `begin()` to do what is stored. */
export function createProduct(options: ProductOptions): Product {
  const { document, host, rules, version, signal } = options;
  const descriptors = atLength(AIDS, rules);
  let messages = chineseWords();
  const text = (key: string) => (messages as Readonly<Record<string, string>>)[key] ?? key;

  function emit(type: EventType, detail: unknown): void {
    const view = document.defaultView as (Window & typeof globalThis) | null;
    if (view) document.dispatchEvent(new view.CustomEvent(`mingdu:${type}`, { detail }));
  }

  function sentence(notice: Notice): string {
    return text(`problem.${notice.key}`).replace('{aid}', text(notice.id ?? ''));
  }

  function mount(assist: Assist, session: Session, room: Room, until: AbortSignal): Interface {
    const layer = session.stage.interface('');
    const model = modelOf(assist, host, until);
    const toolbar = mountToolbar({ root: layer.root, document, model, messages, room, signal: until });
    // After the toolbar's own end, which gives the focus back.
    until.addEventListener('abort', layer.remove, { once: true });
    return { topInset: toolbar.topInset, focusFirst: () => toolbar.focusFirst() };
  }

  async function prepare(): Promise<void> {
    const fetchTable = (language: string) => take<Messages>(`pack-words-${language}`, () => host.loadScript(`mingdu-pack-words-${language}`));
    messages = await wordsFor(host.languages, fetchTable);
  }

  const assist = createAssist({
    document, host, version, signal, prepare, mount, sentence, emit,
    descriptors,
    rules,
    // Another language's table is whole from the first.
    learn: (words) => void Object.assign(messages, { ...words, ...messages }),
    drawing: { ...lentPreact, lang: () => messages.lang, isDark: () => isDark(descriptors, assist.settings.value) },
  });
  return Object.assign(assist, { get: () => ({ ...assist.settings.value }) });
}

/** The toolbar's port, satisfied by the runtime. */
function modelOf(assist: Assist, host: Host, signal: AbortSignal): ToolbarModel {
  const presets = createLive<ToolbarModel['presets']['value']>([]);
  // What is kept of presets changes without a setting, and settings may follow later.
  for (const live of [assist.state, assist.settings]) live.watch(() => presets.set([{ id: 'elder', isOn: assist.choices.isPresetOn('elder') }]), signal);
  const notice = createLive<ToolbarModel['notice']['value']>(null);
  assist.notice.watch((now) => {
    if (!now) return notice.set(null);
    const about = now.id === undefined ? {} : { params: { aid: now.id } };
    notice.set({ key: `problem.${now.key}`, ...about, ...(/^(aid|pack)-failed$/.test(now.key) && now.id ? { retry: now.id } : {}) });
  }, signal);
  const state = createLive<'open' | 'folded'>('open');
  assist.state.watch((now) => state.set(now.toolbar === 'folded' ? 'folded' : 'open'), signal);
  return {
    descriptors: assist.descriptors,
    presets,
    settings: assist.settings,
    speaking: assist.speaking,
    able: assist.able,
    notice,
    undoable: assist.choices.undoable,
    state,
    setState: (next) => void assist.fold(next === 'folded'),
    set: assist.set,
    command: assist.command,
    choices: assist.choices,
    undo: assist.choices.undo,
    reset: assist.choices.reset,
    close: () => void assist.close(),
    retry: (id) => void assist.retry(id),
    loadPanel: () => take('pack-panel', () => host.loadScript('mingdu-pack-panel')),
  };
}
