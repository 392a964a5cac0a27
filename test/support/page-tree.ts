// What a screen reader is given of a page: Chromium's accessibility tree as lines, without what is ours. No expectations in here.
// Firefox has no such command; what is put into the page is the same there (the extension's and the widget's bytes are one).
import type { CDPSession } from 'puppeteer-core';

interface AxValue {
  readonly value?: unknown;
}
interface AxNode {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly role?: AxValue;
  readonly name?: AxValue;
  readonly value?: AxValue;
  readonly description?: AxValue;
  readonly properties?: readonly { readonly name: string; readonly value: AxValue }[];
  readonly childIds?: readonly string[];
  readonly parentId?: string;
  readonly backendDOMNodeId?: number;
}
interface DomNode {
  readonly backendNodeId: number;
  readonly localName: string;
  readonly attributes?: readonly string[];
  readonly children?: readonly DomNode[];
  readonly shadowRoots?: readonly DomNode[];
  readonly contentDocument?: DomNode;
}
interface FrameTree {
  readonly frame: { readonly id: string };
  readonly childFrames?: readonly FrameTree[];
}

/** Nodes of ours. */
interface Ours {
  /** Left out with all that is in them. */
  readonly hosts: ReadonlySet<number>;
  /** What the reader asked 停住会动的 to put away: for eye and ear alike. */
  readonly putAway: ReadonlySet<number>;
}

/** The tree of one moment. */
export interface PageTree {
  /** One line a node, indented; text that runs on in one block is one line. */
  readonly lines: readonly string[];
  /** The same without those elements. */
  without(elements: ReadonlySet<number>): readonly string[];
  /** Elements that an aid has put away. */
  readonly putAway: ReadonlySet<number>;
}

/**
 * What stands around the page's own words (pinyin, marks of text). It has to be ignored in the tree by itself: what is no more than an unnamed
 * object there is where Orca stops. Each of its objects would be a line of difference.
 */
const WRAPPERS = new Set(['mingdu-text', 'ruby']);
/** The mark of a floating box that is put away. */
const PUT_AWAY = 'data-mingdu-x-still-float';
const TEXT_ROLES = new Set(['StaticText', 'ListMarker', 'LineBreak']);
/** Their names are their contents over again, which stand below and are what a reader says. */
const NAMED_BY_CONTENT = new Set(['LayoutTableCell', 'LayoutTableRow', 'cell', 'gridcell', 'row']);
/** Chromium ends a name after 100 nodes, and each character with a reading is a node: what is longer than this is cut, though all its text is there. */
const NAME_MAX = 90;
const CHECKABLE = new Set(['radio', 'checkbox']);
/** Says nothing by itself, but ends a run of text. */
const BOXES = new Set(['generic', 'none', 'presentation', 'LabelText']);

function oursIn(root: DomNode): Ours {
  const hosts = new Set<number>();
  const putAway = new Set<number>();
  const visit = (node: DomNode) => {
    if (node.attributes?.includes(PUT_AWAY)) putAway.add(node.backendNodeId);
    const isMarked = (node.attributes ?? []).some((name, at) => at % 2 === 0 && name === 'data-mingdu');
    if (isMarked && !WRAPPERS.has(node.localName)) hosts.add(node.backendNodeId);
    for (const child of [...(node.children ?? []), ...(node.shadowRoots ?? []), ...(node.contentDocument ? [node.contentDocument] : [])]) visit(child);
  };
  visit(root);
  return { hosts, putAway };
}

/** Without the spaces that no voice says: only between letters and digits do they part words. They come and go with the ends of lines. */
const said = (value: AxValue | undefined) => String(value?.value ?? '').replace(/\s+/g, ' ').replace(/(?<!\w) | (?!\w)/g, '');

/** Role, name, value, description and every state of one node. */
function lineOf(node: AxNode): string {
  const states = (node.properties ?? []).map(({ name, value }) => `${name}=${said(value)}`).sort();
  const more = [said(node.value) && `value "${said(node.value)}"`, said(node.description) && `description "${said(node.description)}"`, ...states];
  const role = said(node.role);
  return [role, NAMED_BY_CONTENT.has(role) ? '' : `"${said(node.name).slice(0, NAME_MAX)}"`, ...more].filter(Boolean).join(' ');
}

/**
 * Names of boxes to tick. Chromium leaves a label's text out where it is the name of the box, but only while the label holds no element: any
 * wrapper brings it back, as on every page that writes `<label><input><span>…`. Left out of both trees.
 */
const labelsOf = (nodes: readonly AxNode[]) => new Set(nodes.filter(({ role }) => CHECKABLE.has(said(role))).map(({ name }) => said(name)));

function linesOf(nodes: readonly AxNode[], { hosts }: Ours): string[] {
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const labels = labelsOf(nodes);
  const lines: string[] = [];
  let text = '';
  const flush = (depth: number) => {
    // Spaces between blocks come and go with the lines; words never do.
    const words = text.replace(/\s+/g, '');
    if (words !== '' && !labels.has(words)) lines.push(`${'  '.repeat(depth)}${words}`);
    text = '';
  };
  const visit = (node: AxNode, depth: number) => {
    const dom = node.backendDOMNodeId ?? -1;
    if (hosts.has(dom)) return;
    const role = said(node.role);
    const inside = (deeper: number) => {
      for (const id of node.childIds ?? []) {
        const child = byId.get(id);
        if (child) visit(child, deeper);
      }
    };
    if (!node.ignored && TEXT_ROLES.has(role)) text += String(node.name?.value ?? '');
    else if (role === 'InlineTextBox') return;
    else if (node.ignored) inside(depth);
    else {
      flush(depth);
      const isBox = BOXES.has(role) && said(node.name) === '' && !(node.properties ?? []).length;
      if (!isBox) lines.push(`${'  '.repeat(depth)}${lineOf(node)}`);
      inside(isBox ? depth : depth + 1);
      flush(isBox ? depth : depth + 1);
    }
  };
  const root = nodes.find(({ parentId }) => parentId === undefined);
  if (root) visit(root, 0);
  flush(0);
  return lines;
}

const framesIn = ({ frame, childFrames = [] }: FrameTree): string[] => [frame.id, ...childFrames.flatMap(framesIn)];

/** The tree of the page and of its frames. */
export async function pageTree(client: CDPSession): Promise<PageTree> {
  const { root } = (await client.send('DOM.getDocument', { depth: -1, pierce: true })) as { root: DomNode };
  const { frameTree } = (await client.send('Page.getFrameTree')) as { frameTree: FrameTree };
  const ours = oursIn(root);
  const frames: AxNode[][] = [];
  for (const frameId of framesIn(frameTree)) {
    const { nodes } = (await client.send('Accessibility.getFullAXTree', { frameId })) as { nodes: AxNode[] };
    frames.push(nodes);
  }
  const without = (elements: ReadonlySet<number>) => frames.flatMap((nodes) => linesOf(nodes, { ...ours, hosts: new Set([...ours.hosts, ...elements]) }));
  return { lines: without(new Set()), without, putAway: ours.putAway };
}

/** What is other: lines that are gone or new, and, where all are there, the first that stands elsewhere. */
export function treeDifferences(was: PageTree, is: PageTree): string[] {
  const before = was.without(is.putAway);
  const after = is.without(is.putAway);
  const left = new Map<string, number>();
  for (const line of before) left.set(line, (left.get(line) ?? 0) + 1);
  const added = after.filter((line) => {
    const count = left.get(line) ?? 0;
    if (count > 0) left.set(line, count - 1);
    return count === 0;
  });
  const gone = before.filter((line) => {
    const count = left.get(line) ?? 0;
    if (count > 0) left.set(line, count - 1);
    return count > 0;
  });
  if (gone.length + added.length > 0) return [...gone.map((line) => `gone: ${line.trim()}`), ...added.map((line) => `new: ${line.trim()}`)];
  const moved = before.findIndex((line, at) => line !== after[at]);
  return moved < 0 ? [] : [`in another place: ${before[moved]?.trim()}, where now stands: ${after[moved]?.trim()}`];
}
