// A copy of an inline drawing that looks the same outside its page: the page's style rules do not reach it, and ids lead nowhere there.
// Built piece by piece, because a cloned style attribute would be a violation of a strict policy, and a script or handler is not ours to run.

const SVG = 'http://www.w3.org/2000/svg';
/** What decides how shapes and letters look. */
const LOOKS =
  'fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin stroke-dasharray stroke-dashoffset stroke-miterlimit color opacity display visibility ' +
  'stop-color stop-opacity font-family font-size font-weight font-style text-anchor dominant-baseline letter-spacing paint-order clip-path clip-rule mask marker-start marker-mid marker-end ' +
  'transform transform-origin transform-box mix-blend-mode filter vector-effect d x y cx cy r rx ry width height';
const PROPERTIES = LOOKS.split(' ');
/** On the outermost element these are ours to say. */
const OUTER = new Set('x y width height transform transform-origin display visibility opacity filter'.split(' '));
const LEFT_OUT = /^(style|on.*|class|tabindex|focusable)$/i;
const REFERENCE = /#([^\s"')]+)/g;
const REFUSED = new Set(['script', 'foreignObject', 'animate', 'animateTransform', 'animateMotion', 'set']);

/** @param document where the copy will stand */
export function copyDrawing(source: SVGSVGElement, document: Document): SVGSVGElement {
  const view = source.ownerDocument.defaultView;
  const root = source.getRootNode() as Document | ShadowRoot;
  const ids = new Set<string>();
  const wanted = new Set<string>();

  function copy(from: Element, isOuter: boolean): Element {
    const made = document.createElementNS(SVG, from.localName) as SVGElement;
    for (const { name, value, namespaceURI } of from.attributes) {
      if (LEFT_OUT.test(name) || name.startsWith('data-mingdu')) continue;
      if (namespaceURI) made.setAttributeNS(namespaceURI, name, value);
      else if (!name.startsWith('xmlns')) made.setAttribute(name, value);
      for (const [, id = ''] of value.matchAll(REFERENCE)) wanted.add(id);
    }
    if (from.id) ids.add(from.id);
    const style = view?.getComputedStyle(from);
    for (const property of PROPERTIES) {
      const value = isOuter && OUTER.has(property) ? '' : (style?.getPropertyValue(property) ?? '');
      if (value !== '' && value !== 'auto') made.style.setProperty(property, local(value));
    }
    for (const child of from.childNodes) {
      if (child.nodeType === 3) made.append(child.nodeValue ?? '');
      else if (child.nodeType === 1 && !REFUSED.has((child as Element).localName)) made.append(copy(child as Element, false));
    }
    return made;
  }

  /** `url("https://…#id")` as `url("#id")`. */
  function local(value: string): string {
    return value.replace(/url\(["']?[^"')]*#([^"')]+)["']?\)/g, (_, id: string) => {
      wanted.add(id);
      return `url("#${id}")`;
    });
  }

  const made = copy(source, true) as SVGSVGElement;
  const box = source.getBoundingClientRect();
  if (!made.hasAttribute('viewBox')) made.setAttribute('viewBox', `0 0 ${box.width} ${box.height}`);
  const store = document.createElementNS(SVG, 'defs');
  // What is brought along may point on.
  for (const id of wanted) {
    const target = ids.has(id) ? null : root.getElementById(id);
    if (target?.namespaceURI === SVG) store.append(copy(target, false));
  }
  made.prepend(store);
  return made;
}
