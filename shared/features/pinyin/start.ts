// Pinyin over the page's own text, what is in view first, kept in step with the page. Not for reading characters (packs/pinyin).
import { createAnnotations } from '../../dom/annotations';
import type { FeatureContext } from '../../feature';
import { HAN, READINGS } from '../../page/han';
import type { Root } from '../../page/page';
import { selectedStretch } from '../../page/selected';
import { topOf } from './blocks';
import type { pinyinDescriptor } from './descriptor';
import type { Corrections } from './extras/corrections';
import type { Tones } from './extras/tones';
import { isSkipped } from './han';
import { pageIsQuiet } from './quiet';
import { createScope } from './scope';
import { PLAIN_CSS, pinyinCss, SELECTED_CSS } from './style';
import { KEPT_FIREFOX_CSS } from './style-kept';
import { createWork } from './work';

const LOOK_AGAIN_MS = 250;
const REGROUND_MS = 400;
const JUDGE_AGAIN_MS = 400;
/** What holds the aid while only a selection has readings. */
const SELECTION = 'selection';

export async function start(context: FeatureContext<typeof pinyinDescriptor.settings>): Promise<void> {
  const { page, edits, settings, signal, listen } = context;
  const { document } = page;
  const scope = createScope(page, settings.value.pinyin !== 'off');
  if (scope.isWhole) context.takeOnAll();
  const [{ isRare }, readings] = await Promise.all([context.loadPack('pinyin'), context.readings(), scope.isWhole && pageIsQuiet(context)]);
  edits.sheet('plain', PLAIN_CSS, 'all');
  let tones: Tones | null = null;
  let regrounding: (() => void) | null = null;
  const { blocks, wake, setMode, reread, resize, lookAgainSoon } = createWork(context, { isRare, readings, scope, tones: () => tones });
  const add = (node: Node): void => {
    if (scope.isWhole) blocks.add(node);
  };

  function colour({ createTones }: { createTones: (to: typeof edits) => Tones }): void {
    if (!settings.value.toneColors || tones) return;
    tones = createTones(edits);
    lookAgainSoon(false);
  }

  let size = 0;
  settings.watch(({ pinyin, pinyinSize, toneColors }) => {
    if (pinyin !== 'off') {
      if (!scope.isWhole) widen();
      setMode(pinyin);
    }
    if (pinyinSize !== size) resize((size = pinyinSize), () => edits.sheet('pinyin', pinyinCss(pinyinSize)));
    if (toneColors && !tones) context.pending(context.loadPack('tones').then(colour));
    else if (!toneColors && tones) {
      tones = null;
      edits.sheet('tones', '');
    }
  });
  // After the sheet that it mends.
  if (globalThis.CSS?.supports('-moz-appearance', 'none')) edits.sheet('kept', KEPT_FIREFOX_CSS);
  readings.onChange(reread, signal);
  // Where the reader is when a reading shall be corrected.
  context.position.follow(signal);
  let corrections: Corrections | null = null;
  context.onCommand('readings', async () => {
    const { createCorrections } = await context.loadPack('corrections');
    corrections ??= createCorrections(context, readings);
    await corrections.open();
  });

  /** The reader wants all of the page: what was for the selection is a part of that, and goes with it. */
  function widen(): void {
    context.takeOnAll();
    scope.widen();
    edits.sheet(SELECTION, '');
    page.roots.value.forEach((root) => blocks.add(topOf(root)));
    reread(() => true);
    context.hold(false, SELECTION);
  }

  /** Gives the selection readings, and takes all such readings away where it has some. */
  context.onCommand(SELECTION, () => {
    if (scope.isWhole) return context.problem(settings.value.pinyin === 'rare' ? 'pinyin-rare' : 'pinyin-on');
    const stretch = document.defaultView && selectedStretch(page, document.defaultView);
    if (stretch && scope.meets(stretch)) {
      context.news('selection-done');
      return context.hold(false, SELECTION);
    }
    const texts = stretch ? scope.add(stretch) : [];
    texts.forEach(blocks.add);
    edits.sheet(SELECTION, SELECTED_CSS);
    wake(true);
    if (texts.length > 0) context.news('selection-read');
    else context.problem('nothing-selected');
    context.hold(!scope.isEmpty, SELECTION);
  });
  let cancelSecond = () => {};
  const judge = () => {
    lookAgainSoon(true);
    // Other aids do their work in slices.
    cancelSecond();
    cancelSecond = context.later(() => lookAgainSoon(true), JUDGE_AGAIN_MS);
  };
  context.looks.watch(judge);

  /** Old pages scroll their news by script all day; what comes into view there is found all the same, only not waited for. */
  let lookedAt = Number.NEGATIVE_INFINITY;
  const lookNowAndThen = () => {
    const now = document.defaultView?.performance.now() ?? 0;
    if (now - lookedAt < LOOK_AGAIN_MS) return;
    lookedAt = now;
    wake(true);
  };
  const onScroll = (event: Event) => {
    // A box of half the window's height is the page itself, as apps build it.
    const height = event.target === document ? Infinity : ((event.target as Partial<Element>).clientHeight ?? Infinity);
    if (height > (document.defaultView?.innerHeight ?? 0) / 2) wake(true);
    else lookNowAndThen();
  };

  const heard = new WeakSet<Root>();
  page.roots.watch((roots) => {
    for (const root of roots) {
      if (heard.has(root)) continue;
      heard.add(root);
      add(topOf(root));
      listen(root, 'scroll', onScroll, { capture: true });
    }
    wake();
  }, signal);
  const view = document.defaultView;
  let width = view?.innerWidth;
  if (view) listen(view, 'resize', () => {
    // On phones the height changes with every scroll.
    if (view.innerWidth !== width) judge();
    width = view.innerWidth;
    wake(true);
  });

  page.onChange((change) => {
    for (const node of change.added) {
      add(node);
      if (node.parentNode) blocks.refresh(node.parentNode);
    }
    for (const text of change.texts) onText(text);
    for (const element of change.restyled) {
      if (element.hasAttribute(READINGS)) blocks.refresh(element);
      if (isSkipped(element)) leave(element);
      else if (blocks.skipped.delete(element)) add(element);
    }
    if (change.added.length > 0 || blocks.hasNews) wake();
    if (change.restyled.length > 0) {
      lookNowAndThen();
      // Something moves by script all day on many a page: its other colours can wait a little.
      regrounding ??= tones && context.later(() => {
        regrounding = null;
        lookAgainSoon(false);
      }, REGROUND_MS);
    }
  }, signal);
  const annotations = edits.annotations(createAnnotations);
  annotations.onLost((texts) => texts.forEach(onText));

  /** What the reader now writes in must be the page's own text alone: a stand-in that is deleted would come back as text. And what its author now wants left. */
  function leave(element: Element): void {
    blocks.skipped.add(element);
    const walker = document.createTreeWalker(element, 4 /* SHOW_TEXT */);
    const texts: Text[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) if (annotations.has(node as Text)) texts.push(node as Text);
    if (texts.length > 0) edits.batch(() => texts.forEach(annotations.clear));
    for (const node of [element, ...texts]) blocks.refresh(node);
  }

  function onText(text: Text): void {
    const isKnown = blocks.refresh(text);
    if (HAN.test(page.textOf(text))) add(text);
    else if (!isKnown) return;
    wake();
  }
}
