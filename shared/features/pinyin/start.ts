// Pinyin over the page's own text, what is in view first, kept in step with the page. Not for reading characters (packs/pinyin).
import { createAnnotations } from '../../dom/annotations';
import type { FeatureContext } from '../../feature';
import type { Root } from '../../page/page';
import { topOf } from './blocks';
import type { pinyinDescriptor } from './descriptor';
import { HAN, READINGS } from './han';
import { pageIsQuiet } from './quiet';
import { PINYIN_CSS } from './style';
import { createWork } from './work';

const LOOK_AGAIN_MS = 250;

export async function start(context: FeatureContext<typeof pinyinDescriptor.settings>): Promise<void> {
  const { page, edits, settings, signal, listen } = context;
  const { document } = page;
  const [pack] = await Promise.all([context.loadPack('pinyin'), pageIsQuiet(context)]);
  edits.sheet('pinyin', PINYIN_CSS);
  const { blocks, wake, setMode } = createWork(context, pack);

  settings.watch(({ pinyin }) => {
    if (pinyin !== 'off') setMode(pinyin);
  });

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
      blocks.add(topOf(root));
      listen(root, 'scroll', onScroll, { capture: true });
    }
    wake();
  }, signal);
  if (document.defaultView) listen(document.defaultView, 'resize', () => wake(true));

  page.onChange((change) => {
    for (const node of change.added) {
      blocks.add(node);
      if (node.parentNode) blocks.refresh(node.parentNode);
    }
    for (const text of change.texts) onText(text);
    for (const element of change.restyled) if (element.hasAttribute(READINGS)) blocks.refresh(element);
    if (change.added.length > 0) wake();
    if (change.restyled.length > 0) lookNowAndThen();
  }, signal);
  edits.annotations(createAnnotations).onLost((texts) => texts.forEach(onText));

  function onText(text: Text): void {
    const isKnown = blocks.refresh(text);
    if (HAN.test(page.textOf(text))) blocks.add(text);
    else if (!isKnown) return;
    wake();
  }
}
