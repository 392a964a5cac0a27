// What a site's owner asked for beyond what the loader knows: fetched when the tag has such an attribute, or `Mingdu.configure` is called. Puts it
// where it is wanted: the loader's own settings, the launcher, `site` for the shared parts, the storage. While Mingdu is off nothing in the page
// changes but the launcher. Not for the checks (check-options.ts).
import { OWNERS } from 'mingdu:rules';
import { provide } from '../shared/packs/registry';
import type { Product } from '../shared/product';
import { MORE_PRESETS } from '../shared/settings/more-presets';
import { elderValues } from '../shared/settings/presets';
import type { StoredState } from '../shared/settings/store';
import { checkGiven, checkTag, merged, refuseColours, type Options } from './check-options';
import { readColour, tintLauncher } from './launcher-colours';
import type { Handover } from './loader';
import { isRecord } from './option-kinds';
import { createOutsideStorage } from './outside-store';
import { createLocalStorage, type OwnStorage } from './storage';
import { localAccess } from './stored';

/** What `mingdu-pack-options.js` provides as `pack-options`. */
export interface OptionsScript {
  /**
   * @param given the tag's `dataset`, or what was handed to `Mingdu.configure`
   * @returns when it counts
   * @throws TypeError for what is no object
   */
  take(loader: Handover, given: unknown): Promise<void>;
}

/** What is known of one page; kept by its loader. */
export interface Owner {
  tag: Options;
  called: Options;
  /** Whether the first preset was given on this page: a double click is one opening. */
  isGiven?: boolean;
  /** Absent where the product has made its own: then no other can take over. */
  readonly storage?: HandedStorage;
}

/** The storage that the product will have. */
interface HandedStorage extends OwnStorage {
  /** Lets another storage take over. */
  use(other: OwnStorage): void;
}

const PRESETS = [{ id: 'elder', values: elderValues(16) }, ...MORE_PRESETS];
/** Every aid by its main setting, or by its id where it has none. */
const AIDS = [...new Set(Object.values(OWNERS))];

function createHandedStorage(window: Window): HandedStorage {
  let at = createLocalStorage(window, localAccess(window));
  return {
    known: () => at.known(),
    read: () => at.read(),
    update: (change) => at.update(change),
    onChange: (run, signal) => at.onChange(run, signal),
    tell: () => at.tell(),
    use: (other) => void (at = other),
  };
}

/** Lays settings over what is stored, key by key; `on` stays as it was. */
function withSettings(stored: unknown, settings: Readonly<Record<string, unknown>>, rules: Handover['rules']): StoredState {
  const record = isRecord(stored) ? stored : {};
  const now: Record<string, unknown> = isRecord(record['settings']) ? { ...record['settings'] } : {};
  for (const [key, value] of Object.entries(settings)) {
    const rule = rules[key];
    // Only what differs from the default is stored.
    if (value === (rule ? rule[0] : false)) delete now[key];
    else now[key] = value;
  }
  return { on: false, toolbar: 'none', ...record, version: 1, settings: now } as StoredState;
}

/** Whether a page's reader has never been shown Mingdu and has chosen nothing. */
function isNew({ state }: Product): boolean {
  return state.value.kept.seen === undefined && state.value.kept.presets === undefined && Object.keys(state.value.chosen).length === 0;
}

function apply(loader: Handover, owner: Owner, before: Options, isTag: boolean): void {
  const { config, site } = loader;
  const now = merged(owner.tag, owner.called);
  const { aids } = now;
  const isHidden = (name: string): boolean => {
    const preset = PRESETS.find(({ id }) => id === name);
    if (preset) return Object.keys(preset.values).every(isHidden);
    const aid = OWNERS[name];
    return aids !== undefined && aid !== undefined && !aids.includes(aid);
  };
  Object.assign(site, {
    hides: isHidden,
    article: now.article,
    zones: now.zones,
    links: (['statement', 'feedback'] as const).flatMap((kind) => (now[kind] ? [{ kind, href: now[kind] }] : [])),
  });
  Object.assign(config, {
    voicePack: now.voicePack ?? '',
    ...('base' in now && { base: now.base ?? config.home }),
    ...('lang' in now && { lang: now.lang ?? '' }),
    ...('trigger' in now && { trigger: now.trigger ? `[data-mingdu-open],${now.trigger}` : '[data-mingdu-open]' }),
    ...('launcher' in now && { launcher: now.launcher ?? true }),
  });
  loader.open = async (byKeyboard, product) => {
    const isFirst = isNew(product);
    await product.open(byKeyboard);
    const preset = PRESETS.find(({ id }) => id === now.preset && !isHidden(id));
    // Where the extension serves the page it is the extension's reader.
    if (!preset || !isFirst || owner.isGiven || !product.state.value.on) return;
    owner.isGiven = true;
    await product.choices.preset(preset.id, preset.id === 'elder' ? undefined : preset.values);
    product.tell({ key: 'site-preset', isNews: true });
  };
  const isOther = (...names: (keyof Options)[]) => names.some((name) => before[name] !== now[name]);
  // What the tag says of these the loader has drawn by already.
  if (!isTag && isOther('launcher', 'lang', 'trigger') && loader.draw) loader.draw();
  tintLauncher(loader, now.launcherColor, now.launcherBackground);
}

/** Takes what is good of the tag or of a call, at once; names the rest. @returns what takes longer */
function absorb(loader: Handover, owner: Owner, given: object): Pick<Options, 'settings' | 'store'> {
  const { config, rules } = loader;
  const isTag = given === config.tag;
  const parts = { document, rules, aids: AIDS, colour: readColour };
  const before = merged(owner.tag, owner.called);
  const { options, wrong } = isTag ? checkTag(config.tag, parts) : checkGiven(given, loader.isStarted === true, parts);
  const refused = refuseColours(before, options);
  const all = refused ? [...wrong, refused] : wrong;
  if (all.length > 0) console.warn(`Mingdu${isTag ? ': ignored on the script tag' : '.configure: ignored'}: ${all.join('; ')}`);
  const { settings, store, ...rest } = options;
  if (isTag) owner.tag = rest;
  else owner.called = merged(owner.called, rest);
  apply(loader, owner, before, isTag);
  return { settings, store };
}

async function take(loader: Handover, given: unknown): Promise<void> {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) throw new TypeError('Mingdu.configure: expected an object of options');
  let { owner } = loader;
  if (!owner) {
    // A product that is there already has its own storage.
    loader.owner = owner = { tag: {}, called: {}, ...(!loader.isStarted && { storage: createHandedStorage(window) }) };
    if (owner.storage) loader.storage = owner.storage;
    if (given !== loader.config.tag) absorb(loader, owner, loader.config.tag);
  }
  // Nothing is waited for before this: calls count in their order.
  const { settings, store } = absorb(loader, owner, given);
  const { storage = createLocalStorage(window, localAccess(window)), rules } = loader;
  if (store && owner.storage) {
    owner.storage.use(createOutsideStorage(window, store, createLocalStorage(window, localAccess(window)), (reason) => console.warn(`Mingdu.configure: ${reason}`)));
    loader.known = storage.known;
    // Over what is stored, which may not be known yet.
    loader.keep = (state) => void storage.update((stored) => ({ ...(isRecord(stored) ? stored : {}), ...state }) as StoredState);
  }
  if (settings) await storage.update((stored) => withSettings(stored, settings, rules));
  if (loader.isStarted) return storage.tell();
  if (!store) return;
  const stored = await storage.read();
  if (isRecord(stored) && stored['on'] === true) loader.wake().catch((error: unknown) => console.error(error));
}

const script: OptionsScript = { take };
provide('pack-options', script);
