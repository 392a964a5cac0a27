// One cycle of the soak: aids on, some seconds' worth of a reader's scrolling, pointing and stepping, every aid off. Runs in the page; uses nothing
// from outside itself. Not for what is counted then (counts.mjs, heap.mjs).

/** Cycles after which all that a cycle does comes again: each turn of `cycle` once with one aid and once with all, and no period in it that is no part of 100. */
export const ROUND = 200;
/** What `cycle` is called with at a number of the soak: one aid and all in turn. */
export const callAt = (at) => [at >> 1, at % 2 === 1];

/**
 * @param turn settings and places differ from one to the next, and come again after 100
 * @param isAll all aids at once; else one
 */
export async function cycle(turn, isAll) {
  // Moved on by one each time that all aids have had their turn, or one aid would always meet the same value.
  const pick = (...values) => values[(turn + Math.floor(turn / 20)) % values.length];
  const all = {
    textSize: pick(125, 150, 200, 250, 300), spacing: turn % 2 ? 'wide' : 'wider', contrast: pick('yellow-on-black', 'black-on-white', 'white-on-black', 'yellow-on-blue', 'black-on-cream'),
    readingLine: ['line', 'cross', 'ruler', 'mask'][turn % 4], pinyin: turn % 4 ? 'all' : 'rare', speech: 'point', caption: true, pointer: 'larger', focus: 'strong', still: true, lens: true, image: true,
    shortcuts: 'mingdu', cursor: 'on', view: turn % 5 === 4 ? 'article' : 'page', rate: pick(0.5, 0.75, 1.25, 1.5, 2), volume: 50, toneColors: true, pinyinTones: 'spoken', captionPlace: turn % 2 ? 'top' : 'bottom',
  };
  const [name, value] = Object.entries(all)[turn % 20];
  await Mingdu.set(isAll ? all : { [name]: value });
  if (turn % 5 === 0) await Mingdu.open();
  const height = document.documentElement.scrollHeight;
  for (let step = 0; step < 4; step += 1) {
    scrollTo({ top: ((turn * 7 + step * 5) % 20) * (height / 20), behavior: 'instant' });
    const [clientX, clientY] = [100 + ((turn * 37 + step * 21) % 100) * 10, 100 + ((turn * 53 + step * 97) % 100) * 6];
    const target = document.elementFromPoint(clientX, clientY) ?? document.body;
    for (const type of ['pointerover', 'pointermove']) target.dispatchEvent(new PointerEvent(type, { clientX, clientY, bubbles: true, composed: true, pointerType: 'mouse' }));
    for (const key of ['ArrowDown', 'ArrowRight']) document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  await Mingdu.settled();
  if (turn % 4 === 0) await Mingdu.reset();
  await Mingdu.close();
  scrollTo({ top: 0, behavior: 'instant' });
  localStorage.removeItem('mingdu');
}
