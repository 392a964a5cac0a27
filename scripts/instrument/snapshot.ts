// Takes a complete snapshot of a document and says, in words, what differs later: the check behind "exit means restored".
// Runs in the page and needs nothing else, so that a site owner can use it too. It changes nothing.

/** Everything about one document (with its open shadow roots and same-origin frames) that the product must put back. */
export interface Snapshot {
  readonly html: string;
  readonly nodes: readonly NodeState[];
  readonly roots: readonly RootState[];
  readonly fields: readonly FieldState[];
  readonly scrolls: readonly ScrollState[];
  readonly media: readonly MediaState[];
  readonly highlights: readonly string[];
  readonly selection: readonly [Node | null, number, Node | null, number];
}

interface NodeState {
  readonly node: Node;
  readonly parent: Node | null;
  readonly next: Node | null;
  readonly data: string;
  readonly attributes: string;
}

interface RootState {
  readonly root: Document | ShadowRoot;
  readonly adopted: readonly CSSStyleSheet[];
  readonly rules: readonly number[];
  readonly focus: Element | null;
}

interface FieldState {
  readonly field: Element;
  readonly state: string;
}

interface ScrollState {
  readonly element: Element;
  readonly left: number;
  readonly top: number;
}

interface MediaState {
  readonly media: HTMLMediaElement;
  readonly state: string;
}

/** Which parts of the comparison to leave out. */
export interface SnapshotOptions {
  /** Scroll positions, for readers who scrolled meanwhile. */
  readonly ignoreScroll?: boolean;
  /** Longest list of differences; the rest is counted. 40 if not given. */
  readonly limit?: number;
}

/** Takes the snapshot. Costs about a millisecond per thousand nodes. */
export function takeSnapshot(document: Document): Snapshot {
  const nodes: NodeState[] = [];
  const roots: RootState[] = [];
  const fields: FieldState[] = [];
  const scrolls: ScrollState[] = [];
  const media: MediaState[] = [];
  const html: string[] = [];

  const visitRoot = (root: Document | ShadowRoot) => {
    const adopted = [...(root.adoptedStyleSheets ?? [])];
    roots.push({ root, adopted, rules: adopted.map((sheet) => sheet.cssRules.length), focus: root.activeElement });
    html.push(serialise(root));
    visit(root);
  };
  const visit = (node: Node) => {
    nodes.push({
      node,
      parent: node.parentNode,
      next: node.nextSibling,
      data: node.nodeValue ?? '',
      attributes: attributesOf(node),
    });
    if (isElement(node)) visitElement(node);
    for (let child = node.firstChild; child !== null; child = child.nextSibling) visit(child);
  };
  const visitElement = (element: Element) => {
    const state = fieldState(element);
    if (state !== undefined) fields.push({ field: element, state });
    if (element.scrollTop !== 0 || element.scrollLeft !== 0) {
      scrolls.push({ element, left: element.scrollLeft, top: element.scrollTop });
    }
    if (element.localName === 'video' || element.localName === 'audio') {
      media.push({ media: element as HTMLMediaElement, state: mediaState(element as HTMLMediaElement) });
    }
    if (element.localName === 'template') visit((element as HTMLTemplateElement).content);
    if (element.shadowRoot !== null) visitRoot(element.shadowRoot);
    const inner = innerDocument(element);
    if (inner !== null) visitRoot(inner);
  };

  visitRoot(document);
  const selection = document.getSelection();
  return {
    html: html.join('\n'),
    nodes,
    roots,
    fields,
    scrolls,
    media,
    highlights: highlightNames(document),
    selection: [
      selection?.anchorNode ?? null,
      selection?.anchorOffset ?? 0,
      selection?.focusNode ?? null,
      selection?.focusOffset ?? 0,
    ],
  };
}

/**
 * Compares the document with what it was.
 * @returns one readable sentence for each difference; empty when nothing differs.
 */
export function differencesSince(before: Snapshot, document: Document, options: SnapshotOptions = {}): string[] {
  const after = takeSnapshot(document);
  const found: string[] = [];

  const known = new Map(before.nodes.map((state) => [state.node, state]));
  for (const state of after.nodes) {
    const was = known.get(state.node);
    known.delete(state.node);
    if (was === undefined) {
      found.push(`a node that was not there: ${pathOf(state.node)}`);
      continue;
    }
    if (was.data !== state.data) found.push(`text changed at ${pathOf(state.node)}: ${shown(was.data)} → ${shown(state.data)}`);
    if (was.attributes !== state.attributes) {
      found.push(`attributes changed at ${pathOf(state.node)}: ${was.attributes} → ${state.attributes}`);
    }
    if (was.parent !== state.parent || was.next !== state.next) found.push(`place changed: ${pathOf(state.node)}`);
  }
  for (const state of known.values()) found.push(`a node is gone: ${describe(state.node)} ${shown(state.data)}`);

  const rootsAfter = new Map(after.roots.map((state) => [state.root, state]));
  for (const state of before.roots) {
    const now = rootsAfter.get(state.root);
    if (now === undefined) continue;
    const name = state.root === document ? 'the document' : describe(state.root);
    if (!sameList(state.adopted, now.adopted)) {
      found.push(`adopted style sheets of ${name}: ${state.adopted.length} → ${now.adopted.length}, or others`);
    } else if (!sameList(state.rules, now.rules)) {
      found.push(`rules in adopted style sheets of ${name}: ${state.rules.join()} → ${now.rules.join()}`);
    }
    if (state.focus !== now.focus) found.push(`focus in ${name}: ${describe(state.focus)} → ${describe(now.focus)}`);
  }

  const fieldsAfter = new Map(after.fields.map(({ field, state }) => [field, state]));
  for (const { field, state } of before.fields) {
    const now = fieldsAfter.get(field);
    if (now !== undefined && now !== state) found.push(`field ${pathOf(field)}: ${state} → ${now}`);
  }
  const mediaAfter = new Map(after.media.map((one) => [one.media, one.state]));
  for (const { media, state } of before.media) {
    const now = mediaAfter.get(media);
    if (now !== undefined && now !== state) found.push(`media ${pathOf(media)}: ${state} → ${now}`);
  }
  if (options.ignoreScroll !== true) {
    const scrolled = new Map<Element, string>();
    for (const { element, left, top } of before.scrolls) scrolled.set(element, `${left},${top}`);
    for (const { element, left, top } of after.scrolls) {
      const was = scrolled.get(element) ?? '0,0';
      scrolled.delete(element);
      if (was !== `${left},${top}`) found.push(`scroll position of ${pathOf(element)}: ${was} → ${left},${top}`);
    }
    for (const [element, was] of scrolled) found.push(`scroll position of ${pathOf(element)}: ${was} → 0,0`);
  }
  if (!sameList(before.highlights, after.highlights)) {
    found.push(`highlights: [${before.highlights.join()}] → [${after.highlights.join()}]`);
  }
  if (!sameList(before.selection, after.selection)) found.push(`the selection differs: ${ends(before)} → ${ends(after)}`);
  // Last: a doctype or anything else that the walk above has no words for.
  if (found.length === 0 && before.html !== after.html) found.push(`markup differs: ${firstDifference(before.html, after.html)}`);

  const limit = options.limit ?? 40;
  return found.length <= limit ? found : [...found.slice(0, limit), `and ${found.length - limit} more differences`];
}

function ends({ selection: [anchor, from, focus, to] }: Snapshot): string {
  return [[anchor, from] as const, [focus, to] as const].map(([node, offset]) => `${node === null ? '' : pathOf(node)} ${offset}`).join(' to ');
}

function serialise(root: Document | ShadowRoot): string {
  const html: string[] = [];
  for (let child = root.firstChild; child !== null; child = child.nextSibling) {
    if (isElement(child)) html.push(child.outerHTML);
    else if (child.nodeType === 10) {
      const type = child as DocumentType;
      html.push(`<!DOCTYPE ${type.name} "${type.publicId}" "${type.systemId}">`);
    } else html.push(`${child.nodeName}:${child.nodeValue ?? ''}`);
  }
  return html.join('');
}

function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

function attributesOf(node: Node): string {
  return isElement(node) ? [...node.attributes].map(({ name, value }) => `${name}=${JSON.stringify(value)}`).join(' ') : '';
}

function fieldState(element: Element): string | undefined {
  if (element.localName === 'input' || element.localName === 'textarea') {
    const field = element as HTMLInputElement;
    return JSON.stringify([field.value, field.checked, field.indeterminate, field.disabled, field.selectionStart, field.selectionEnd, field.selectionDirection]);
  }
  if (element.localName === 'select') {
    return JSON.stringify([...(element as HTMLSelectElement).options].map((option) => option.selected));
  }
  return undefined;
}

function mediaState(media: HTMLMediaElement): string {
  return JSON.stringify([media.paused, media.muted, media.volume, media.playbackRate]);
}

/** The document of a same-origin frame; null for all else. A foreign frame answers `null` or throws, both mean "not ours". */
function innerDocument(element: Element): Document | null {
  if (element.localName !== 'iframe' && element.localName !== 'frame') return null;
  try {
    return (element as HTMLIFrameElement).contentDocument;
  } catch {
    return null;
  }
}

function highlightNames(document: Document): string[] {
  const css = (document.defaultView as (Window & { CSS?: { highlights?: Map<string, unknown> } }) | null)?.CSS;
  return css?.highlights === undefined ? [] : [...css.highlights.keys()].sort();
}

function sameList(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index]);
}

function describe(node: Node | null): string {
  if (node === null) return '(nothing)';
  if (!isElement(node)) return node.nodeName;
  const id = node.id === '' ? '' : `#${node.id}`;
  const name = node.getAttribute('class');
  return `${node.localName}${id}${name === null || name === '' ? '' : `.${name.trim().split(/\s+/)[0] ?? ''}`}`;
}

function pathOf(node: Node): string {
  const parts: string[] = [];
  for (let at: Node | null = node; at !== null && at.nodeType !== 9; at = at.parentNode) parts.unshift(describe(at));
  return parts.slice(-5).join(' > ') + (isElement(node) || node.nodeValue === null ? '' : ` ${shown(node.nodeValue)}`);
}

function shown(text: string): string {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
}

function firstDifference(one: string, other: string): string {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return `at ${at}: ${shown(one.slice(Math.max(0, at - 20), at + 40))} → ${shown(other.slice(Math.max(0, at - 20), at + 40))}`;
}
