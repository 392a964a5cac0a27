// Which marking is seen on which ground. The page may be in any scheme of ours or of its own: the ground itself decides, not a setting.

export type Marking = 'yellow' | 'blue';

interface Colour {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
}
const WHITE: Colour = { red: 255, green: 255, blue: 255 };
const YELLOW: Colour = { red: 255, green: 212, blue: 59 };
/** On a ground nearer to the yellow than this, a yellow marking would not be seen. White has 1.42, cream 1.38, yellow 1.32. */
const LEAST_CONTRAST = 1.35;

const rule = (ground: string, text: string, line: string) => `
::highlight(mingdu-speech) { background-color: ${ground}; color: ${text}; text-decoration: underline 3px ${line}; }
@media (forced-colors: active) { ::highlight(mingdu-speech) { background-color: Highlight; color: HighlightText; } }`;

/** The sheet of each marking; both pairs have at least 8:1. */
export const MARKINGS: Record<Marking, string> = {
  yellow: rule('#ffd43b', '#000000', '#0b4a8f'),
  blue: rule('#0b4a8f', '#ffffff', '#0b4a8f'),
};

function parse(colour: string): Colour | null {
  const [red, green, blue, alpha] = (/^rgba?\(([^)]+)\)$/.exec(colour)?.[1] ?? '').split(/[\s,/]+/).map(Number);
  if (red === undefined || green === undefined || blue === undefined || Number.isNaN(red + green + blue)) return null;
  return alpha === undefined || alpha > 0.5 ? { red, green, blue } : null;
}

/** The background colour that a text stands on; pictures are not seen. White when nothing says otherwise. */
export function groundOf(node: Node): Colour {
  const start = node.nodeType === 1 ? (node as Element) : node.parentElement;
  const view = node.ownerDocument?.defaultView;
  for (let at: Element | null = start; at && view; ) {
    const found = parse(view.getComputedStyle(at).backgroundColor);
    if (found) return found;
    const root: Node = at.getRootNode();
    // By type: a link that was taken out is a root too, and its `host` is that of its address.
    at = at.parentElement ?? (root.nodeType === 11 ? ((root as ShadowRoot).host ?? null) : null);
  }
  return WHITE;
}

function luminance({ red, green, blue }: Colour): number {
  const linear = (part: number) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** Yellow under black text where it is seen, else blue under white text. */
export function markingFor(ground: Colour): Marking {
  const [a, b] = [luminance(ground), luminance(YELLOW)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) < LEAST_CONTRAST ? 'blue' : 'yellow';
}
