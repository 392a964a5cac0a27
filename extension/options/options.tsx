// The options page: puts its parts together and draws them anew whenever anything has changed. The composition root; not for behaviour.
import { RULES, VERSION } from 'mingdu:rules';
import { render } from 'preact';
import { say } from '../../shared/i18n';
import { createActions } from '../../shared/toolbar/actions';
import type { Said } from '../../shared/toolbar/sentences';
import { createExtensionStorage } from '../storage';
import { createTts } from '../tts';
import { createTurn } from '../turn';
import { createPackFinder, findVoicePack } from '../voice-pack';
import { createDesk } from './desk';
import { download } from './download';
import { createFiles } from './files';
import { createKeyDesk } from './keys';
import { Page } from './page';
import { createLentPanels, loadScript } from './panels';
import type { PartProps } from './sections';
import { createVoiceDesk } from './voices';
import { createWording } from './wording';

const TAKES_FOCUS = '[data-focus]';

async function begin(root: HTMLElement): Promise<void> {
  const { signal } = new AbortController();
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  let said: Said = { text: '', live: '' };
  let taker: Element | null = null;
  let isAsked = false;

  const report = (error: unknown) => console.error('Mingdu 明读:', error);
  const show = (next: Said): void => {
    said = next;
    redraw();
  };
  const tell: PartProps['tell'] = (key, params) => show({ text: wording.say(key, params), live: wording.say(key, params) });
  const failed = (error: unknown): void => {
    report(error);
    tell('failed');
  };

  const wording = createWording((file) => loadScript(document, file));
  const storage = createExtensionStorage(window, report, { holds: false });
  const desk = createDesk({
    view: window, rules: RULES, storage, signal, report,
    onRefused: () => tell('full'),
    command: (id) => (id === 'speech' ? voices.open(false) : keys.open()),
  });
  await desk.begin();
  let language = desk.settings.value['language'];
  await wording.use(language);

  const welcome = () => show({ text: say(wording.words, 'toolbar.welcome'), live: '' });
  welcome();

  const actions = createActions(desk, wording.words, show, (one) => one === said, signal);
  const panels = createLentPanels({ document, desk, wording, signal, isDark: () => dark.matches, onFailed: failed });
  const packs = createPackFinder(findVoicePack);
  const ports = { turn: createTurn(), tts: createTts(), get pack() { return packs.pack; } };
  const voices = createVoiceDesk({ view: window, desk, panels, ports, signal, redraw, tell, report });
  const keys = createKeyDesk({ view: window, desk, panels, redraw });
  const files = createFiles({
    rules: RULES, storage, version: VERSION, redraw, tell,
    reload: desk.store.load,
    download: (name, text) => download(document, name, text),
    today: () => new Date(),
  });
  const run = (work: Promise<unknown>) => void work.catch(failed);

  function draw(): void {
    isAsked = false;
    const { lang } = wording.words;
    document.documentElement.lang = lang;
    document.title = wording.say('title');
    render(<Page {...{ say: wording.say, words: wording.words, desk, actions, voices, keys, files, version: VERSION, run, tell, said }} />, root);
    const wanted = root.querySelector<HTMLElement>(TAKES_FOCUS);
    if (wanted && wanted !== taker) wanted.focus();
    taker = wanted;
  }

  /** Once for all that changes in one task. */
  function redraw(): void {
    if (isAsked) return;
    isAsked = true;
    queueMicrotask(draw);
  }

  for (const live of [desk.store.state, desk.settings, desk.undoable, desk.able, wording.language]) live.watch(redraw, signal);
  desk.settings.watch((now) => {
    if (now['language'] === language) return;
    language = now['language'];
    // Chosen in another tab, it is not to be taken back here.
    run(wording.use(language).then(() => ('language' in (desk.undoable.value?.before ?? {}) ? actions.renamed() : welcome())));
  }, signal);
  dark.addEventListener('change', redraw);
  // Back from the browser's page of shortcuts.
  window.addEventListener('focus', () => run(keys.look()));
  await keys.look();
}

const root = document.getElementById('root');
if (root) void begin(root).catch((error: unknown) => console.error('Mingdu 明读:', error));
