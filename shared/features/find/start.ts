// Finding one's way by keyboard and list: links, zones, ends of the page, the text, and back; and the shortcuts for these and for the bar's
// own buttons. Not for which key is which (keys/), nor for what zones, text and links are (page/, links.ts).
import { createLend, goTo } from '../../dom/go-to';
import { isOurs, MARKER, PAGE_LIKE } from '../../dom/marker';
import type { FeatureContext } from '../../feature';
import { actionOf, keysOf, parseKeys, type Keys } from '../../keys/bindings';
import { findArticle, type Article } from '../../page/article';
import { eachDocument } from '../../page/documents';
import { findZones, type Zone, type ZoneId } from '../../page/zones';
import { createActs, type Ways } from './acts';
import type { findDescriptor } from './descriptor';
import { heardChord, isSitesKey } from './heard';
import { linksIn, matching, type Link } from './links';
import { createPlaces } from './places';
import type { Rebind } from './extras/rebind';

/** So many links are drawn before the reader asks for more. */
const SHOWN_LINKS = 100;

export function start(context: FeatureContext<typeof findDescriptor.settings>): void {
  const { page, settings, signal, edits } = context;
  const { document } = page;
  const view = document.defaultView;
  if (!view) return;
  const isMac = /^(Mac|iP)/.test(view.navigator.platform);
  const lend = createLend(edits, (target, type, run) => context.listen(target, type, run));
  /** The article view, while it stands before the page. */
  const article = () => document.querySelector(`[${MARKER}="${PAGE_LIKE}"]`);
  const scrollers = () => [article(), document.scrollingElement, document.body].filter((one) => one !== null);
  const places = createPlaces(context, view, scrollers, lend);
  const linkPanel = context.panel('links');
  const zonePanel = context.panel('zones');
  let links: readonly Link[] | null = null;
  let typed = '';
  let shownLinks = SHOWN_LINKS;
  let zones: readonly Zone[] | null = null;
  /** Where a zone was gone to last: pressed again, its next part is. */
  let lastZone: { readonly id: ZoneId; readonly at: number } | null = null;
  /** What waits for the article view to be gone. */
  let afterView: (() => void) | null = null;

  // Whoever was asked once knows from then on where the reader was.
  const rooted = () => context.hold(true, 'place');
  page.roots.watch(() => undefined, signal);

  function jump(target: Element, block: ScrollLogicalPosition = 'start'): void {
    rooted();
    places.leave(target);
    goTo(target, lend, block);
  }

  /** Runs something in the page itself: from the article view it is left first. */
  function inPage(run: () => void): boolean {
    if (!article()) {
      run();
      return true;
    }
    rooted();
    afterView = run;
    context.choose({ view: 'page' });
    return true;
  }
  function onView(): void {
    if (!afterView || article()) return;
    const run = afterView;
    afterView = null;
    run();
  }
  // Told of before the view that goes has given the focus back.
  context.looks.watch(() => void (afterView && context.later(onView, 0)));

  function showLinks(): void {
    if (!links) return linkPanel.show(null);
    const found = matching(links, typed);
    linkPanel.show({
      rows: found.slice(0, shownLinks).map(({ at, name, kind, opensWindow }) => ({ at, name, kind, opensWindow })),
      found: found.length,
      count: links.length,
      typed,
      type(text) {
        typed = text;
        shownLinks = SHOWN_LINKS;
        showLinks();
      },
      more() {
        shownLinks = found.length;
        showLinks();
      },
      go(at) {
        const link = links?.find((one) => one.at === at)?.element;
        closeLinks();
        if (link?.isConnected) jump(link, 'center');
      },
      close: closeLinks,
    });
  }
  function closeLinks(): void {
    links = null;
    typed = '';
    shownLinks = SHOWN_LINKS;
    showLinks();
  }

  function openLinks(): boolean {
    closeZones();
    rooted();
    links = linksIn(article()?.shadowRoot ?? document, page.roots.value);
    if (links.length === 0) {
      links = null;
      context.problem('no-links');
    }
    showLinks();
    return true;
  }

  function showZones(): void {
    zonePanel.show(zones && { rows: zones.map(({ id, count }) => ({ id, count })), close: closeZones, go: (id) => (closeZones(), toZone(id)) });
  }
  function closeZones(): void {
    zones = null;
    showZones();
  }

  /** The article where there is one, by a document of the page. */
  function articleIn(inner: Document): Article | null {
    const found = drained(findArticle({ ...page, document: inner }));
    return found.isArticle && found.blocks.length > 0 ? found : null;
  }

  const zonesNow = () => findZones(document, undefined, articleIn(document)?.top, page.hints);

  function openZones(): void {
    closeLinks();
    rooted();
    zones = zonesNow();
    if (zones.length === 0) {
      zones = null;
      context.problem('no-zones');
    }
    showZones();
  }

  function toZone(id: ZoneId): void {
    const elements = zonesNow().find((zone) => zone.id === id)?.elements ?? [];
    if (elements.length === 0) return context.problem('no-zone');
    const isThere = lastZone?.id === id && elements[lastZone.at]?.contains(document.activeElement);
    const at = isThere && lastZone ? (lastZone.at + 1) % elements.length : 0;
    const target = elements[at];
    if (!target) return;
    lastZone = { id, at };
    context.solved('no-zone');
    jump(target);
  }

  /** The first or the last text of what is before the reader. */
  function textAt(end: 'first' | 'last'): Element | null {
    const top = article()?.shadowRoot ?? document.body;
    const walker = document.createTreeWalker(top, 4 /* SHOW_TEXT */);
    const step = () => (end === 'first' ? walker.nextNode() : walker.previousNode()) as Text | null;
    if (end === 'last') while (walker.lastChild()) continue;
    for (let text = (end === 'last' && walker.currentNode.nodeType === 3 ? walker.currentNode : step()) as Text | null; text; text = step()) {
      const { parentElement } = text;
      if (page.textOf(text).trim() === '' || !parentElement || isOurs(parentElement) || /^(script|style|noscript|template)$/.test(parentElement.localName)) continue;
      if (parentElement.checkVisibility?.({ visibilityProperty: true }) ?? true) return parentElement;
    }
    return null;
  }

  function toEnd(end: 'first' | 'last'): boolean {
    const target = textAt(end);
    rooted();
    places.leave(target ?? document.body);
    if (target) goTo(target, lend, end === 'first' ? 'start' : 'end');
    for (const scroller of scrollers()) scroller.scrollTo({ top: end === 'first' ? 0 : scroller.scrollHeight, behavior: 'instant' });
    return true;
  }

  function toBody(): boolean {
    const heading = article()?.shadowRoot?.querySelector('h1, h2');
    if (heading) return (jump(heading), true);
    for (const root of page.roots.value) {
      if (root.nodeType !== 9) continue;
      const found = articleIn(root as Document);
      const first = found?.title ?? found?.blocks[0];
      if (first) return (jump(first.element), true);
    }
    const body = findZones(document, undefined, null, page.hints).find(({ id }) => id === 'body')?.elements[0];
    if (body) jump(body);
    else context.problem('no-article');
    return true;
  }

  function back(): boolean {
    if (places.back()) context.solved('no-place');
    else context.problem('no-place');
    return true;
  }

  const zoneWay = (id: ZoneId) => () => inPage(() => toZone(id));
  const ways: Ways = {
    links: openLinks,
    zones: () => inPage(openZones),
    top: () => toEnd('first'),
    body: toBody,
    bottom: () => toEnd('last'),
    back,
    'zone-navigation': zoneWay('navigation'),
    'zone-window': zoneWay('window'),
    'zone-interaction': zoneWay('interaction'),
    'zone-service': zoneWay('service'),
    'zone-list': zoneWay('list'),
    'zone-body': zoneWay('body'),
  };
  for (const name of ['links', 'zones', 'top', 'body', 'bottom', 'back'] as const) context.onCommand(name, () => void ways[name]?.());

  let rebind: Rebind | null = null;
  const kept = context.kept('keys').value;
  const keys = (): Keys => (settings.value.shortcuts === 'off' ? {} : keysOf(settings.value.shortcuts, parseKeys(kept.value)));
  context.onCommand('keys', async () => {
    rebind ??= (await context.loadPack('rebind')).createRebind(context, keys, isMac);
    rebind.open();
  });
  const act = createActs(context, ways);

  function press(event: KeyboardEvent, isInOurs: boolean): void {
    if (rebind?.isWaiting()) return;
    const chord = heardChord(event, isMac);
    const action = actionOf(keys(), chord);
    const inner = (event.composedPath()[0] as Partial<Node> | undefined)?.ownerDocument ?? document;
    if (!action || (!isInOurs && isSitesKey(inner, chord)) || !act(action)) return;
    event.preventDefault();
    if (isInOurs) event.stopPropagation();
  }
  const isInOurs = (event: Event) => event.composedPath().some((node) => (node as Partial<Node>).nodeType === 1 && (node as Element).getAttribute(MARKER) === '');

  let isHeard = false;
  settings.watch(({ shortcuts }) => {
    rebind?.update();
    if (shortcuts === 'off' || isHeard) return;
    isHeard = true;
    eachDocument(page, signal, (one) => {
      const inner = one.defaultView;
      if (!inner) return;
      // Last, so that the page's own handlers come first; our interface keeps its keys from the page, so there it is heard before.
      context.listen(inner, 'keydown', (event) => !isInOurs(event) && press(event as KeyboardEvent, false), { passive: false });
      context.listen(inner, 'keydown', (event) => isInOurs(event) && press(event as KeyboardEvent, true), { passive: false, capture: true });
    });
  });
}

function drained<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
