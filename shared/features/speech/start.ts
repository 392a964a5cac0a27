// Reading aloud: obeys its commands, follows pointing, shows and reports what is spoken. `set` and `open` alone never sound.
// Not for how a voice is driven (speech/) nor for what is read (reading.ts, pointing.ts).
import { isElement, isOurs } from '../../dom/marker';
import type { FeatureContext } from '../../feature';
import { findArticle } from '../../page/article';
import { createEngine, type SpeechState } from '../../speech/engine';
import { listenWhile } from '../../speech/listen-while';
import { createSpeaker, type SpeakerDriver } from '../../speech/speaker';
import type { speechDescriptor } from './descriptor';
import { createFollower } from './follow';
import { isSameItem, type Item } from './item';
import { createPainter } from './painter';
import { createSaying } from './saying';
import { followPointing } from './pointing';
import { continuousTrack } from './reading';
import { inSlices } from './slices';
import { singleTrack } from './track';
import { createVoices } from './voices';

/** The same thing is not said again so soon after. */
const REPEAT_MS = 1_000;

export function start(context: FeatureContext<typeof speechDescriptor.settings>): void {
  const { page, settings, signal, speaking } = context;
  const { document } = page;
  if (!document.defaultView) return;
  const view: Window = document.defaultView;
  const painter = createPainter(context);
  const follower = createFollower(context, view);
  const now = () => view.performance.now();
  /** A play that waits for voices is forgotten when another command comes. */
  let request = 0;
  let current: Item | null = null;
  let said: { readonly item: Item; readonly at: number } | null = null;
  let isPressed = view.navigator.userActivation?.hasBeenActive ?? false;
  let hasAsked = false;
  /** Commands come from the reader's presses. */
  let hasBeenTold = false;
  let dropEscape: (() => void) | null = null;
  const voices = createVoices(context, { driver: () => driver, silence: () => engine.pause(), onPack: (speech) => driver.usePack(speech) });
  const driver: SpeakerDriver = createSpeaker({
    allows: voices.allows,
    window: view,
    ports: context.speechPorts,
    now,
    later: context.later,
    listen: context.listen,
    allowsSilence: () => false,
    wasAsked: () => isPressed || hasBeenTold,
    onVoices: () => void context.later(tellAbilities, 0),
  });
  const saying = createSaying(context, driver);
  tellAbilities();

  const engine = createEngine<Item>({
    driver,
    signal,
    now,
    later: context.later,
    spoken: saying.of,
    onWord(item, unit, length) {
      const { text, spoken, sentence } = item;
      const start = spoken.toShown(unit);
      context.speaker.said.set({ text, sentence, word: length > 0 ? { start, end: spoken.toShown(unit + length) } : null });
    },
    isHidden: () => document.hidden,
    manner: () => ({ rate: settings.value.rate, volume: settings.value.volume / 100, voice: voices.wanted() }),
    onPlace,
    onProblem: context.problem,
    onNextGesture(run) {
      const drop = listenWhile(context, view, ['pointerup', 'keydown'], (event) => {
        if (!isGesture(event)) return;
        drop();
        run();
      }, true);
      return drop;
    },
  });

  function tellAbilities(): void {
    context.able('volume', driver.hasVolume);
  }

  function onPlace(state: SpeechState, item: Item | null): void {
    const text = item?.text ?? '';
    // A caption without a voice disturbs nobody.
    if (state === 'speaking' && speaking.value.state !== 'speaking' && !driver.isSilent) context.speechPorts.turn.take();
    if (speaking.value.state !== state || speaking.value.text !== text) speaking.set({ state, text });
    context.speaker.said.set(item && { text: item.text, sentence: item.sentence, word: null });
    if (signal.aborted) return;
    if (current && current !== item) said = { item: current, at: now() };
    current = item;
    painter.show(item);
    if (state === 'speaking' && item) goTo(item);
    dropEscape?.();
    dropEscape = state === 'speaking' ? listenWhile(context, view, ['keydown'], onEscape, false) : null;
    context.hold(state !== 'idle');
  }

  function goTo(item: Item): void {
    const rect = painter.rect();
    const node = item.ranges()[0]?.startContainer ?? item.element;
    // What is pointed at is in view, and moving it away under the pointer would point elsewhere.
    if (rect && node && settings.value.speech !== 'point') follower.follow(rect, node);
    context.position.report({ source: 'speech', target: null, rect: painter.rect });
  }

  /** With focus in the page Escape pauses; in our own interface it has other work. */
  function onEscape(event: Event): void {
    const { key, isComposing } = event as KeyboardEvent;
    if (key === 'Escape' && !isComposing && !event.defaultPrevented && !isFromUs(event)) engine.pause();
  }

  /** Presses that the browser takes for consent to sound; on our own buttons their command counts, not the press. */
  const isGesture = (event: Event) => (event as KeyboardEvent).key !== 'Escape' && !isFromUs(event);

  async function play(): Promise<void> {
    const mine = (request += 1);
    hasBeenTold = true;
    if (engine.state === 'speaking') return;
    follower.attend();
    if (engine.state === 'paused') {
      engine.resume();
      return;
    }
    context.hold(true);
    const hasVoice = await voice();
    const article = hasVoice && mine === request && !signal.aborted ? await inSlices(findArticle(page), context.later, now) : null;
    if (mine !== request || signal.aborted) return;
    const track = article ? continuousTrack(page, view, article, settings.value.speech === 'point' ? (said?.item.sentence ?? null) : null) : null;
    if (track?.current) await saying.ready(track.current);
    if (mine !== request || signal.aborted) return;
    if (track) engine.read(track);
    else context.problem(hasVoice ? 'nothing-to-read' : 'no-voice');
    if (!hasVoice) await voices.help();
    if (engine.state === 'idle') context.hold(false);
  }

  async function voice(): Promise<boolean> {
    return driver.hasVoice() || (await driver.voiceArrives()) || voices.packArrives();
  }

  function command(run: () => void): () => void {
    return () => {
      request += 1;
      follower.attend();
      run();
      if (engine.state === 'idle') context.hold(false);
    };
  }

  function onPointed(item: Item): void {
    if (!isPressed) {
      // Remembered from another page: it waits for a press, and says so once.
      if (!hasAsked) context.problem('not-allowed');
      hasAsked = true;
      return;
    }
    const isSaying = engine.state === 'speaking' && isSameItem(current, item);
    const wasJustSaid = said !== null && isSameItem(said.item, item) && now() - said.at < REPEAT_MS;
    if (isSaying || wasJustSaid || item.spoken.text === '') return;
    const mine = (request += 1);
    context.pending(
      voice().then(async (hasVoice) => {
        if (hasVoice) await saying.ready(item);
        if (mine !== request || signal.aborted) return;
        if (hasVoice) engine.read(singleTrack(item));
        else if (!hasAsked) context.problem('no-voice');
        hasAsked ||= !hasVoice;
      }),
    );
  }

  context.speechPorts.turn.onTaken(engine.pause, signal);
  context.onCommand('play', play);
  context.onCommand('pause', command(engine.pause));
  context.onCommand('next', command(engine.next));
  context.onCommand('previous', command(engine.previous));
  context.onCommand('stop', command(engine.stop));
  followPointing(context, { isOn: () => settings.value.speech === 'point', onItem: onPointed });
  for (const type of ['pointerdown', 'keydown']) {
    context.listen(document, type, (event) => {
      if ((event as KeyboardEvent).key !== 'Escape') isPressed = true;
    }, { capture: true });
  }
  // Speech of a page that is left goes on in some browsers.
  context.listen(view, 'pagehide', command(engine.stop));

  let mode = settings.value.speech;
  settings.watch(({ speech }) => {
    // Turned off, or to another way of reading, while it sounds: silence. What a command began under "off" goes on.
    if (speech !== mode && engine.state !== 'idle' && mode !== 'off') engine.stop();
    mode = speech;
    engine.changed();
    tellAbilities();
  });
}

function isFromUs(event: Event): boolean {
  const target = event.composedPath()[0];
  return isElement(target) && isOurs(target);
}
