// The player by itself: what of the buttons of reading aloud neither toolbar nor caption shows: 停止 and its neighbours, the way back to what is
// read, what is offered from last time, and that the voice is still waited for. Not for what they do (start.ts), nor for the caption, which has them too (features/caption).
import type { FeatureContext } from '../../feature';
import type { speechDescriptor } from './descriptor';

/** Of the buttons; there is no text to enlarge. */
const SIZE = 38;
/** A caption that comes has taken its room after so long. */
const ROOM_MS = 500;

/** @param keepInView brings what is being spoken back into view, if a bar came over it */
export function showPlayer({ later, panel, settings, signal, speaker, speaking }: FeatureContext<typeof speechDescriptor.settings>, keepInView: () => void): void {
  const player = panel('caption');
  /** The offer that the reader does not want. */
  let refused: string | null = null;
  /** It stays between what is pointed at and the next thing, lest it come and go, and the page's end with it. */
  let stays = false;

  function draw(): void {
    const { state } = speaking.value;
    const { stops } = speaker;
    const isAlone = stops.value.size === 0;
    const offer = speaker.offer.value === refused ? null : speaker.offer.value;
    if (state !== 'idle') stays = true;
    const isWanted = state === 'idle' ? offer !== null || speaker.isPreparing.value || (isAlone && stays && settings.value.speech !== 'off') : isAlone || offer !== null || speaker.isAway.value || speaker.isPreparing.value;
    if (!isWanted || stops.value.has('caption')) return player.show(null);
    player.show({
      shown: null,
      state,
      isAlone,
      offer,
      isAway: speaker.isAway.value,
      isPreparing: speaker.isPreparing.value,
      size: SIZE,
      canShrink: false,
      canGrow: false,
      edge: 'bottom',
      press: speaker.command,
      resize: () => undefined,
      move: () => undefined,
      close() {
        refused = offer;
        stays = false;
        draw();
      },
    });
  }

  speaking.watch(draw, signal);
  settings.watch(draw);
  speaker.stops.watch(() => {
    draw();
    later(keepInView, ROOM_MS);
  });
  speaker.offer.watch(draw);
  speaker.isAway.watch(draw);
  speaker.isPreparing.watch(draw);
}
