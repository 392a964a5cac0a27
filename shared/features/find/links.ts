// The links of a page in its order, through open shadow roots and reached frames, each with its name and kind; and those that fit what is typed.
// Not for drawing the list (panels/links) nor for going there.
import { isOurs } from '../../dom/marker';
import type { Root } from '../../page/page';
import type { LinkKind, LinkRow } from '../../panel';
import { addressText, kindOf, nameOf, opensWindow } from './kinds';

export interface Link extends LinkRow {
  readonly element: HTMLElement;
}

const LINKS = 'a[href], area[href], [role="link"][tabindex]';
/** What a reader may type for a kind, whatever the link says. */
const CALLED: Readonly<Partial<Record<LinkKind, string>>> = {
  pdf: '附件 pdf', word: '附件 word doc 文档', sheet: '附件 excel xls 表格', slides: '附件 ppt 演示', text: '附件 txt 文本', official: '附件 ofd 公文',
  archive: '附件 zip rar 压缩包', picture: '图片', sound: '录音', film: '视频', phone: '电话', mail: '邮箱 邮件',
};

function* elementsIn(root: Root | Element, known: ReadonlySet<Root>): Generator<Element> {
  const walker = (root.ownerDocument ?? (root as Document)).createTreeWalker(root, 1 /* SHOW_ELEMENT */);
  for (let node = walker.nextNode() as Element | null; node; node = walker.nextNode() as Element | null) {
    yield node;
    const shadow = node.shadowRoot;
    if (shadow && known.has(shadow)) yield* elementsIn(shadow, known);
    if (!/^i?frame$/.test(node.localName)) continue;
    const inner = (node as HTMLIFrameElement).contentDocument;
    if (inner && known.has(inner)) yield* elementsIn(inner, known);
  }
}

const isShown = (element: Element) => typeof element.checkVisibility !== 'function' || element.localName === 'area' || element.checkVisibility({ visibilityProperty: true });

/**
 * @param top where to look
 * @param roots the roots that are the page's
 */
export function linksIn(top: Root, roots: readonly Root[]): Link[] {
  const found: Omit<Link, 'at'>[] = [];
  for (const element of elementsIn(top, new Set(roots))) {
    if (!element.matches(LINKS) || !isShown(element) || isOurs(element)) continue;
    found.push({ element: element as HTMLElement, name: nameOf(element), kind: kindOf(element), opensWindow: opensWindow(element) });
  }
  const named = new Set(found.filter(({ name }) => name !== '').map(({ element }) => element.getAttribute('href')));
  return (
    found
      // A picture without words beside the words that lead to the same.
      .filter(({ name, element }) => name !== '' || !named.has(element.getAttribute('href')))
      .map((link) => ({ ...link, name: link.name || addressText(link.element) }))
      .filter(({ name }) => name !== '')
      .map((link, at) => ({ ...link, at }))
  );
}

/** Those in which every word stands that is typed, whatever its case. */
export function matching(links: readonly Link[], typed: string): Link[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return links.filter(({ name, kind }) => {
    const text = `${name} ${CALLED[kind] ?? ''}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
