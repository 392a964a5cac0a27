// Reading aloud: the conductor. Obeys commands, gives the engine what is to be read, and lets others show it. `set` and `open` alone never sound.
// Not for how a voice is driven (speech/), what is read (continuous.ts, pointing.ts), nor how it is shown (showing.ts).
import type { FeatureContext } from '../../feature';
import { eachDocument } from '../../page/documents';
import { inSlices } from '../../page/slices';
import { anyTrue } from '../../speech/any-true';
import type { RemoteSpeech } from '../../speech/driver';
import { createEngine, type SpeechState } from '../../speech/engine';
import { listenWhile } from '../../speech/listen-while';
import { createSpeaker, type SpeakerDriver } from '../../speech/speaker';
import { followChosen } from './chosen';
import { createContinuous } from './continuous';
import type { speechDescriptor } from './descriptor';
import { isFromUs, listenForEscape } from './escape';
import { isSameItem, type Item } from './item';
import { pauseAfter } from './pauses';
import { showPlayer } from './player';
import { followPointing } from './pointing';
import { createSaying } from './saying';
import { selectedReading } from './selected';
import { createShowing } from './showing';
import { singleTrack, type PartTrack } from './track';
import { createVoices } from './voices';

/** The same thing is not said again so soon after. */
const REPEAT_MS = 1_000;
/** Who waits longer is told so. */
const PREPARING_MS = 700;

/** Starts the aid in silence: only a command, or under 指读 what is pointed at after a press, makes a sound. */
export function start(context: FeatureContext<typeof speechDescriptor.settings>): void {
  const { page, settings, signal } = context;
  const { document } = page;
  if (!document.defaultView) return;
  const view: Window = document.defaultView;
  const showing = createShowing(context, view);
  const now = () => view.performance.now();
  /** A play that waits for voices is forgotten when another command comes. */
  let request = 0;
  let current: Item | null = null;
  let said: { readonly item: Item; readonly at: number } | null = null;
  /** Pressed in this document: one that was pressed on the page before does not count. */
  let isPressed = view.navigator.userActivation?.isActive ?? false;
  let hasAsked = false;
  /** There is no voice, the caption goes on alone, and the reader has been told. */
  let isMute = false;
  let dropEscape: (() => void) | null = null;

  const isCaptioned = () => context.speaker.stops.value.has('caption');
  const voices = createVoices(context, { driver: () => driver, silence: () => engine.pause(), onPack: usePack });
  const driver: SpeakerDriver = createSpeaker({
    allows: voices.allows,
    window: view,
    ports: context.speechPorts,
    now,
    later: context.later,
    listen: context.listen,
    // The caption shows what is said, with a voice or without.
    allowsSilence: isCaptioned,
    wasAsked: () => isPressed,
    onVoices: () => void context.later(tellAbilities, 0),
  });
  const saying = createSaying(context, driver);
  tellAbilities();

  const clicked = followChosen(context, now);
  const continuous = createContinuous(context, view, {
    chosen: () => clicked() ?? (settings.value.speech === 'point' ? (said?.item.sentence ?? null) : null),
    now,
  });

  const engine = createEngine<Item>({
    driver,
    signal,
    now,
    later: context.later,
    spoken: saying.of,
    onWord: showing.word,
    pauseAfter,
    isHidden: () => document.hidden,
    manner: () => ({ rate: settings.value.rate, volume: settings.value.volume / 100, voice: voices.wanted() }),
    onPlace,
    onPreparing: context.speaker.isPreparing.set,
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
    if (driver.hasVoice()) context.solved('no-voice');
  }

  function onPlace(state: SpeechState, item: Item | null): void {
    // A caption without a voice disturbs nobody.
    if (state === 'speaking' && context.speaking.value.state !== 'speaking' && !driver.isSilent) context.speechPorts.turn.take();
    showing.place(state, item);
    if (signal.aborted) return;
    if (state === 'speaking') context.solved('not-allowed');
    if (current && current !== item) said = { item: current, at: now() };
    current = item;
    continuous.place(state, item);
    dropEscape?.();
    dropEscape = state === 'speaking' ? listenForEscape(context, engine.pause) : null;
    context.hold(state !== 'idle');
  }

  function usePack(speech: RemoteSpeech): void {
    driver.usePack(speech);
    tellAbilities();
  }

  /** Presses that the browser takes for consent to sound; on our own buttons their command counts, not the press. */
  const isGesture = (event: Event) => (event as KeyboardEvent).key !== 'Escape' && !isFromUs(event);

  /** Reads what a search of the page finds, unless another command comes meanwhile. */
  async function begin(find: () => Promise<PartTrack | null>, nothing = 'nothing-to-read'): Promise<void> {
    const mine = (request += 1);
    isPressed = true;
    showing.attend();
    context.hold(true);
    const hasVoice = await voice();
    const track = hasVoice && mine === request && !signal.aborted ? await find() : null;
    if (mine !== request || signal.aborted) return;
    if (track?.current) await saying.ready(track.current);
    if (mine !== request || signal.aborted) return;
    if (track) {
      engine.stop();
      continuous.begun(track);
      engine.read(track);
    } else context.problem(hasVoice ? nothing : 'no-voice');
    if (!hasVoice) await voices.help();
    if (engine.state === 'idle') context.hold(false);
  }

  const isIdle = () => engine.state === 'idle';

  async function play(): Promise<void> {
    if (engine.state === 'idle') return begin(continuous.play);
    request += 1;
    isPressed = true;
    showing.attend();
    if (engine.state === 'paused') engine.resume();
    // What was read has left the page meanwhile.
    if (isIdle()) await begin(continuous.play);
  }

  async function voice(): Promise<boolean> {
    if (driver.hasVoice()) return true;
    const { isPreparing } = context.speaker;
    const cancel = context.later(() => isPreparing.set(true), PREPARING_MS);
    try {
      return await voiceComes();
    } finally {
      cancel();
      isPreparing.set(false);
    }
  }

  /** Waits for a voice of the system, then for ours; without any the caption alone goes on. */
  async function voiceComes(): Promise<boolean> {
    // Waited for in vain once; the caption need not wait again.
    if (isMute && isCaptioned()) return true;
    // Ours, once accepted, is not kept waiting by a list that may never come.
    const found = await anyTrue([driver.voiceArrives(), voices.packArrives()]);
    if (driver.hasVoice()) return true;
    if (found) {
      isMute = true;
      context.problem('caption-only');
    }
    return found;
  }

  function command(run: () => void): () => void {
    return () => {
      request += 1;
      context.speaker.isPreparing.set(false);
      showing.attend();
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
    if (isSaying || wasJustSaid || item.spoken().text === '') return;
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
  context.onCommand('here', () => begin(continuous.here));
  context.onCommand('selection', () => begin(() => inSlices(selectedReading(page, view), context.later, now), 'nothing-selected'));
  context.onCommand('resume', () => begin(continuous.resume));
  context.onCommand('pause', command(engine.pause));
  context.onCommand('next', command(engine.next));
  context.onCommand('previous', command(engine.previous));
  context.onCommand('nextPart', command(engine.nextPart));
  context.onCommand('previousPart', command(engine.previousPart));
  context.onCommand('back-to-speech', showing.comeBack);
  context.onCommand('stop', command(engine.stop));
  showPlayer(context, () => engine.state === 'speaking' && showing.keep());
  followPointing(context, { isOn: () => settings.value.speech === 'point', onItem: onPointed });
  eachDocument(page, signal, (root) => {
    for (const type of ['pointerdown', 'keydown']) {
      context.listen(root, type, (event) => {
        if ((event as KeyboardEvent).key !== 'Escape') isPressed = true;
      }, { capture: true });
    }
  });
  // Speech of a page that is left goes on in some browsers; one that comes back out of the browser's memory is idle.
  context.listen(view, 'pagehide', command(engine.stop));
  context.listen(view, 'pageshow', (event) => {
    if ((event as PageTransitionEvent).persisted && settings.value.speech === 'continuous') continuous.offer();
  });

  let mode: string | null = null;
  settings.watch(({ speech }) => {
    engine.changed();
    tellAbilities();
    if (speech === mode) return;
    // Turned off, or to another way of reading, while it sounds: silence. What a command began under "off" goes on.
    if (engine.state !== 'idle' && mode !== 'off') engine.stop();
    mode = speech;
    if (engine.state !== 'idle') return;
    context.speaker.offer.set(null);
    if (speech === 'continuous') continuous.offer();
  });
}
