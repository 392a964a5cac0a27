// One cycle of the soak: every aid on, some seconds' worth of a reader's scrolling, pointing and stepping, every aid off. Runs in the page; uses nothing
// from outside itself.

/** Cycles after which all that is fetched or made once is there. */
export const WARM_UP = 20;

/**
 * @param at the number of the cycle: settings and places differ from one to the next, and come again
 * @param isAll all aids at once; else one in turn
 */
export async function cycle(at, isAll = at % 2 === 1) {
  const all = {
    textSize: [125, 150, 200, 300][at % 4], spacing: at % 2 ? 'wide' : 'wider', contrast: ['yellow-on-black', 'black-on-white', 'yellow-on-blue'][at % 3], readingLine: ['line', 'cross', 'ruler', 'mask'][at % 4],
    pinyin: at % 3 ? 'all' : 'rare', speech: 'point', caption: true, pointer: 'larger', focus: 'strong', still: true, lens: true, image: true, shortcuts: 'mingdu', cursor: 'on',
    view: at % 5 ? 'page' : 'article',
  };
  const names = Object.keys(all);
  const name = names[at % names.length];
  await Mingdu.set(isAll ? all : { [name]: all[name] });
  if (at % 7 === 0) await Mingdu.open();
  const height = document.documentElement.scrollHeight;
  for (let step = 0; step < 4; step += 1) {
    scrollTo({ top: ((at * 7 + step * 5) % 20) * (height / 20), behavior: 'instant' });
    const [clientX, clientY] = [100 + ((at * 37 + step * 211) % 1000), 100 + ((at * 53 + step * 97) % 600)];
    const target = document.elementFromPoint(clientX, clientY) ?? document.body;
    for (const type of ['pointerover', 'pointermove']) target.dispatchEvent(new PointerEvent(type, { clientX, clientY, bubbles: true, composed: true, pointerType: 'mouse' }));
    for (const key of ['ArrowDown', 'ArrowRight']) document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  await Mingdu.settled();
  if (at % 3 === 0) await Mingdu.reset();
  await Mingdu.close();
  scrollTo({ top: 0, behavior: 'instant' });
  localStorage.removeItem('mingdu');
}
