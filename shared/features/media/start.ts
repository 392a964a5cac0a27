// The sounds and films of a page in a panel of ours, played and paused by their own methods. Runs only while the panel is open; what plays then
// plays on, as if its own button had been pressed. Not for finding and naming them (find.ts) nor for stopping what plays by itself (features/still).
import { isOurs } from '../../dom/marker';
import type { FeatureContext } from '../../feature';
import { boxInTop } from '../../page/frame-point';
import type { MediaPanel, MediaRow } from '../../panel';
import type { mediaDescriptor } from './descriptor';
import { clock, mediaIn, nameOf, playersIn } from './find';

const EVENTS = ['play', 'playing', 'pause', 'ended', 'waiting', 'volumechange', 'timeupdate', 'durationchange', 'loadedmetadata', 'emptied', 'error'];

export function start(context: FeatureContext<typeof mediaDescriptor.settings>): void {
  const { page, signal, speaking, speaker } = context;
  const panel = context.panel('media');
  let isOpen = false;
  let takesFocus = false;
  let told: MediaPanel['told'] = null;
  let drawn = '';
  let count = 0;
  const keys = new WeakMap<Element, number>();
  const listed = new Map<number, Element>();
  /** Asked to play, and not heard yet. */
  const asked = new WeakSet<Element>();

  function keyOf(element: Element): number {
    const key = keys.get(element) ?? (count += 1);
    keys.set(element, key);
    listed.set(key, element);
    return key;
  }

  function stateOf(media: HTMLMediaElement): MediaRow['state'] {
    if (media.ended) return 'ended';
    if (media.paused) return 'paused';
    return asked.has(media) || media.readyState < 3 ? 'waiting' : 'playing';
  }

  function rows(): MediaRow[] {
    const places = { sound: 0, film: 0 };
    return mediaIn(page.roots.value).map((media) => {
      const kind = media.localName === 'video' ? 'film' : 'sound';
      return {
        key: keyOf(media),
        kind,
        name: nameOf(media),
        place: (places[kind] += 1),
        state: stateOf(media),
        isMuted: media.muted || media.volume === 0,
        at: clock(media.currentTime),
        length: clock(media.duration),
      };
    });
  }

  function update(): void {
    if (!isOpen) return panel.show(null);
    listed.clear();
    const shown = { rows: rows(), outside: playersIn(page.roots.value).map((frame) => ({ key: keyOf(frame), name: nameOf(frame) })), told, takesFocus };
    // A film tells of its time four times a second, and of nothing new then.
    const looks = JSON.stringify([shown.rows, shown.outside, told]);
    if (looks === drawn) return;
    drawn = looks;
    panel.show({ ...shown, focused: () => void (takesFocus = false), close, toggle, mute, visit });
  }

  const mediaAt = (key: number) => listed.get(key) as HTMLMediaElement | undefined;

  function toggle(key: number): void {
    const media = mediaAt(key);
    if (!media) return;
    told = null;
    if (!media.paused) media.pause();
    else {
      // Two voices at once are understood by nobody.
      if (speaking.value.state === 'speaking') speaker.command('pause');
      asked.add(media);
      bringIntoView(media);
      media.play().then(
        () => settle(media),
        (error: unknown) => settle(media, (error as Partial<DOMException> | null)?.name),
      );
    }
    update();
  }

  /** @param failure the name of the error; pressing pause meanwhile is none */
  function settle(media: HTMLMediaElement, failure = ''): void {
    asked.delete(media);
    if (signal.aborted) return;
    if (failure !== '' && failure !== 'AbortError') told = { key: failure === 'NotAllowedError' ? 'refused' : 'broken', about: keyOf(media) };
    update();
  }

  /** A film that is played wants to be seen. */
  function bringIntoView(media: HTMLMediaElement): void {
    const box = media.localName === 'video' ? boxInTop(media.getBoundingClientRect(), media.ownerDocument, page.document) : null;
    const height = page.document.defaultView?.innerHeight ?? 0;
    if (box && box.height > 0 && (box.top < 0 || box.bottom > height)) media.scrollIntoView({ block: 'center', behavior: 'instant' });
  }

  function mute(key: number): void {
    const media = mediaAt(key);
    if (!media) return;
    if (media.volume === 0) media.volume = 1;
    else media.muted = !media.muted;
    update();
  }

  function visit(key: number): void {
    const frame = listed.get(key) as HTMLElement | undefined;
    close();
    frame?.focus({ preventScroll: true });
    frame?.scrollIntoView({ block: 'center', behavior: 'instant' });
  }

  function close(): void {
    isOpen = false;
    told = null;
    update();
    context.hold(false);
  }

  const heard = new WeakSet<Node>();
  page.roots.watch((roots) => {
    for (const root of roots) {
      if (heard.has(root)) continue;
      heard.add(root);
      // None of them leaves a shadow root by itself.
      for (const type of EVENTS) {
        context.listen(root, type, ({ target }) => {
          if (isOpen && target && !isOurs(target as Node)) context.frame(update);
        }, { capture: true });
      }
    }
    if (isOpen) context.frame(update);
  }, signal);
  page.onChange(() => isOpen && context.frame(update), signal);
  context.onCommand('show', () => {
    context.hold(true);
    isOpen = takesFocus = true;
    drawn = '';
    update();
  });
}
