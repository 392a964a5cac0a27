// The picker of voices: what is offered, 试听, the consent to send text away, how a voice is added where there is none. Fetched when wanted.
// Not for how it looks (panels/voices) nor for which voice then speaks (../voices.ts).
import type { VoiceRow, VoicesPanel } from '../../../panel';
import type { VoiceLike } from '../../../speech/voices';
import { speaksUnasked } from '../../../speech/voices';
import { describeVoice, pickerVoices } from '../../../speech/voice-names';
import { listenWhile } from '../../../speech/listen-while';
import type { Consent } from '../consent';
import { withConsent } from '../consent';
import { diagnosisOf } from '../diagnosis';
import { createSample } from '../sample';
import { systemOf } from '../system';
import type { VoicesContext, VoicesParts } from '../voices';

/** Lists come late, and go; nobody announces it reliably. */
const LOOK_MS = 1_000;

export interface Picker {
  /** @param needsHelp begins where it says how a voice is added */
  open(needsHelp: boolean): void;
}

export interface PickerParts extends VoicesParts {
  consent(): Consent;
  /** Changes what is stored of the consent. */
  update(change: (stored: unknown) => unknown): Promise<boolean>;
  /** The voice that the reader chose; undefined where it is not there, or none was. */
  found(): VoiceLike | undefined;
  /** Whether text may go to where this voice speaks. */
  mayBeSent(voice: VoiceLike): boolean;
  /** Null where there is no voice of ours to fetch. */
  loadPack(): (() => Promise<boolean>) | null;
  /** A voice that was not chosen is to be heard once. */
  onSample(uri: string | null): void;
}

/** The name under which the aid holds itself while the panel is open. */
const HOLD = 'voices';

/** Makes the picker, closed and silent; it ends with the aid. */
export function createPicker(context: VoicesContext, parts: PickerParts): Picker {
  const { settings, signal } = context;
  const view = context.page.document.defaultView as Window;
  const panel = context.panel('voices');
  const system = systemOf(view.navigator);
  let isOpen = false;
  let isWaiting = true;
  let asking: VoicesPanel['asking'] = null;
  let told: VoicesPanel['told'] = null;
  let focus: VoicesPanel['focus'] = '';
  let standing = '';
  let isLoadingPack = false;
  /** What consent was asked for: to choose the voice, or only to hear it. */
  let wants: 'choice' | 'sample' = 'choice';
  let dropEscape: (() => void) | null = null;
  let drawn = '';
  let dropLook: (() => void) | null = null;

  const voices = () => parts.driver().voices();
  const voiceOf = (uri: string) => voices().find(({ voiceURI }) => voiceURI === uri);
  const best = () => voices().find(speaksUnasked);
  const chosen = () => (settings.value.voice === '' ? '' : (parts.found()?.voiceURI ?? ''));
  const keyOf = ({ name, lang }: VoiceLike) => `${name} ${lang}`;

  /** Android lists languages whose data are missing, and then speaks another. */
  function isUnheard(voice: VoiceLike | undefined): boolean {
    return system === 'android' && voice !== undefined && !parts.consent().heard.includes(keyOf(voice));
  }

  const sample = createSample({
    driver: parts.driver,
    manner: () => ({ rate: settings.value.rate, volume: settings.value.volume / 100 }),
    later: context.later,
    onEnd(uri, how) {
      const voice = voiceOf(uri) ?? best();
      endSample();
      if (how === 'failed') tell('failed', voice ? describeVoice(voice).name : '');
      else if (how === 'heard' && isOpen && voice && isUnheard(voice)) ask('heard', voice);
      update();
    },
  });

  /** @param isTaken by what is being read now */
  function endSample(isTaken = false): void {
    sample[isTaken ? 'leave' : 'stop']();
    parts.onSample(null);
    dropEscape?.();
    dropEscape = null;
  }

  function rows(): VoiceRow[] {
    return pickerVoices(voices(), chosen()).map((row) => ({ ...row, isUnheard: isUnheard(voiceOf(row.uri)) }));
  }

  const tell = (key: NonNullable<VoicesPanel['told']>['key'], name = '') => void (told = { key, name });

  function ask(about: 'consent' | 'heard', voice: VoiceLike): void {
    asking = { about, row: { ...describeVoice(voice), isUnheard: isUnheard(voice) } };
    told = null;
    focus = 'asking';
  }

  function update(): void {
    if (!isOpen) return panel.show(null);
    const first = best();
    const { pack } = context.speechPorts;
    const shown = rows();
    if (!shown.some(({ uri }) => uri === standing)) standing = '';
    drawn = looks();
    panel.show({
      rows: shown,
      chosen: chosen(),
      standing,
      best: first ? describeVoice(first).name : '',
      isWaiting,
      sounding: sample.sounding,
      asking,
      told,
      focus,
      system,
      pack: pack && (isLoadingPack || parts.loadPack()) ? { bytes: pack.bytes, isLoading: isLoadingPack } : null,
      offersCaption: !context.speaker.stops.value.has('caption'),
      diagnosis: diagnosisOf(view, settings.value.voice),
      stand(uri) {
        standing = uri;
        update();
      },
      choose,
      sample: hear,
      stop() {
        endSample();
        update();
      },
      answer: (yes) => context.pending(answer(yes)),
      usePack: () => context.pending(usePack()),
      useCaption() {
        context.choose({ caption: true });
        close();
      },
      copy: () => context.pending(copy()),
      focused: () => void (focus = ''),
      close,
    });
  }

  const looks = () => JSON.stringify([rows(), chosen(), isWaiting]);

  function choose(uri: string): void {
    const voice = voiceOf(uri);
    standing = uri;
    if (voice && !parts.mayBeSent(voice)) {
      wants = 'choice';
      ask('consent', voice);
    } else context.pending(take(voice));
    update();
  }

  async function take(voice: VoiceLike | undefined, allowed: Partial<Consent> = {}): Promise<void> {
    const known = voice ? { name: voice.name, lang: voice.lang, voiceURI: voice.voiceURI } : null;
    const isKept = await parts.update((stored) => withConsent(stored, { ...allowed, voice: known }));
    context.choose({ voice: voice?.voiceURI ?? '' });
    if (!isKept) tell('storage');
    else if (voice) tell('chosen', describeVoice(voice).name);
    else tell('automatic', '');
    update();
  }

  function hear(uri: string): void {
    standing = uri;
    const voice = uri === '' ? best() : voiceOf(uri);
    if (voice && !parts.mayBeSent(voice)) {
      wants = 'sample';
      ask('consent', voice);
      return update();
    }
    parts.silence();
    endSample();
    told = asking = null;
    // In browsers with one queue for all tabs it would wait behind another one's text.
    context.speechPorts.turn.take();
    parts.onSample(uri);
    sample.say(uri);
    // With the focus in the page Escape ends it, too; in the panel it closes that.
    if (sample.sounding !== null) {
      dropEscape = listenWhile(context, view, ['keydown'], (event) => {
        const { key, isComposing, defaultPrevented } = event as KeyboardEvent;
        if (key !== 'Escape' || isComposing || defaultPrevented) return;
        endSample();
        update();
      }, false);
    }
    update();
  }

  async function answer(yes: boolean): Promise<void> {
    const asked = asking;
    asking = null;
    focus = 'chosen';
    const voice = asked ? voiceOf(asked.row.uri) : undefined;
    if (!asked || !voice) return update();
    const { about, row } = asked;
    if (about === 'heard') {
      if (yes) await parts.update((stored) => withConsent(stored, { heard: [...parts.consent().heard, keyOf(voice)] }));
      tell(yes ? 'heard' : 'unheard', row.name);
    } else if (!yes) tell('declined', row.name);
    else {
      const remote = [...parts.consent().remote.filter((one) => one !== row.company), row.company];
      if (wants === 'choice') return take(voice, { remote });
      await parts.update((stored) => withConsent(stored, { remote }));
      return hear(row.uri);
    }
    update();
  }

  async function usePack(): Promise<void> {
    const load = parts.loadPack();
    if (!load || isLoadingPack) return;
    isLoadingPack = true;
    told = null;
    update();
    const isReady = await load();
    isLoadingPack = false;
    if (isReady) await parts.update((stored) => withConsent(stored, { pack: true }));
    tell(isReady ? 'pack-ready' : 'pack-failed');
    focus = isReady ? 'chosen' : 'help';
    update();
  }

  async function copy(): Promise<void> {
    const isCopied = await Promise.resolve(view.navigator.clipboard?.writeText(diagnosisOf(view, settings.value.voice))).then(
      () => view.navigator.clipboard !== undefined,
      () => false,
    );
    tell(isCopied ? 'copied' : 'not-copied');
    update();
  }

  /** One step: the question first, then the panel. */
  function close(): void {
    if (asking) return context.pending(answer(false));
    isOpen = false;
    told = null;
    endSample();
    update();
    context.hold(false, HOLD);
  }

  function look(): void {
    dropLook?.();
    if (!isOpen) return;
    if (looks() !== drawn) update();
    dropLook = context.later(look, LOOK_MS);
  }

  settings.watch(() => isOpen && update());
  // A limit of the sample would silence the reading, and its voice may read nothing but the sample.
  context.speaking.watch(({ state }) => {
    if (state !== 'speaking' || sample.sounding === null) return;
    endSample(true);
    update();
  }, signal);
  context.listen(view, 'pagehide', () => endSample());
  signal.addEventListener('abort', () => endSample(), { once: true });

  return {
    open(needsHelp) {
      const wasOpen = isOpen;
      isOpen = true;
      context.hold(true, HOLD);
      // Who pressed 朗读 has waited for voices already.
      isWaiting &&= !needsHelp;
      focus = isWaiting || rows().length > 0 ? 'chosen' : 'help';
      told = null;
      standing = chosen();
      update();
      if (wasOpen) return;
      look();
      context.pending(
        parts.driver().voiceArrives().then((hasVoice) => {
          if (isWaiting && !hasVoice && rows().length === 0) focus = 'help';
          isWaiting = false;
          update();
        }),
      );
    },
  };
}
