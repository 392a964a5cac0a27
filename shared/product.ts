// The product put together for either host: runtime, list of aids, toolbar, messages. The composition root; not for behaviour.
// First, so that Preact stands at the top of the bundle: it packs 250 bytes smaller there.
import { AIDS } from 'mingdu:rules';
import { lentPreact } from './toolbar/drawing';
import type { Assist, EventType, Interface, Notice } from './assist';
import { createAssist } from './assist';
import type { Room } from './dom/room';
import type { Host } from './host';
import type { LanguageScript } from './i18n/index';
import { createLanguage } from './i18n/index';
import { createLive } from './live';
import type { Session } from './session';
import { atLength } from './settings/aids-in-short';
import type { Rules } from './settings/check';
import { take } from './packs/registry';
import type { Settings } from './settings/schema';
import type { Site } from './site';
import type { ToolbarModel } from './toolbar/model';
import { mountToolbar } from './toolbar/mount';
import type { PanelScript } from './toolbar/panel';
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
  const fetchScript = (tag: string) => take<LanguageScript>(`pack-words-${tag.toLowerCase()}`, () => host.loadScript(`mingdu-pack-words-${tag.toLowerCase()}`));
  const spoken = createLanguage(fetchScript);
  const messages = spoken.words;
  const language = createLive(messages.lang);
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
    const model: ToolbarModel = { ...modelOf(assist, until, host.site), language, turn: spoken.turn, version, loadPanel };
    const toolbar = mountToolbar({ root: layer.root, document, model, messages, room, signal: until });
    // After the toolbar's own end, which gives the focus back.
    until.addEventListener('abort', layer.remove, { once: true });
    return toolbar;
  }

  async function loadPanel(): Promise<PanelScript> {
    const panel = await take<PanelScript>('pack-panel', () => host.loadScript('mingdu-pack-panel'));
    spoken.learn(panel.words);
    return panel;
  }

  /** Speaks the language that the reader chose; else that of the page. */
  async function prepare({ language: chosen }: Settings): Promise<void> {
    if (await spoken.use(chosen === 'auto' ? host.languages : [String(chosen)])) language.set(messages.lang);
  }

  const assist = createAssist({
    document, host, version, signal, prepare, mount, sentence, emit,
    descriptors,
    rules,
    learn: spoken.learn,
    drawing: {
      ...lentPreact, language, turn: spoken.turn,
      size: () => String(assist.settings.value['toolbarSize']),
      isDark: () => isDark(descriptors, assist.settings.value),
    },
  });
  let now = 'auto';
  assist.settings.watch((settings) => {
    if (settings['language'] !== now) void prepare(settings);
    now = String(settings['language']);
  }, signal);
  return Object.assign(assist, { get: () => ({ ...assist.settings.value }) });
}

/** The toolbar's port, satisfied by the runtime. */
function modelOf(assist: Assist, signal: AbortSignal, site: Site | undefined): Omit<ToolbarModel, 'language' | 'turn' | 'version' | 'loadPanel'> {
  const presets = createLive<ToolbarModel['presets']['value']>([]);
  // What is kept of presets changes without a setting, and settings may follow later.
  for (const live of [assist.state, assist.settings]) live.watch(() => presets.set(site?.hides?.('elder') ? [] : [{ id: 'elder', isOn: assist.choices.isPresetOn('elder') }]), signal);
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
    site,
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
    isFirst: assist.isFirst,
  };
}
