// Makes what pages said of themselves fit to be shown: titles, addresses and selectors are hostile until they have been through here.
// Markup is escaped by the renderer; this is for what escaping does not mend.

/** Longer texts are cut: nobody reads them, and a thousand pages may each hold megabytes. */
const MOST = 300;
/** Marks that turn the direction of what follows: shown by their number instead. */
const DIRECTIONS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;
const CONTROLS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]/g;
const LONE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

const numbered = (character: string) => `[U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}]`;

/** One line of text that cannot run away: no controls, no half characters, no turned direction, at most so long. */
export function clean(value: unknown, most = MOST): string {
  const text = typeof value === 'string' ? value : value === undefined || value === null ? '' : String(value);
  // Cut first: a text may have millions of characters. Cutting may leave half a character, which is mended next.
  const short = text.length > most ? `${text.slice(0, most)}…` : text;
  return short.replace(LONE, '\uFFFD').replace(CONTROLS, '').replace(DIRECTIONS, numbered).replace(/\s+/g, ' ').trim();
}

/** An address that may be followed, or `null`: neither scripts nor data. */
export function safeAddress(value: unknown): string | null {
  if (typeof value !== 'string' || value.length > 4_000 || !URL.canParse(value)) return null;
  const { protocol, href } = new URL(value);
  return /^(https?|file):$/.test(protocol) ? href : null;
}

/** A picture's address from the report's folder, or `null`: never out of the folder. */
export function pictureAddress(file: unknown): string | null {
  if (typeof file !== 'string' || file.length > 300) return null;
  const parts = file.split('/');
  const isInside = parts.every((part) => part !== '' && part !== '.' && part !== '..' && !/[\\:\u0000-\u001F]/.test(part) && !/[\uD800-\uDFFF]/.test(part));
  return isInside && /\.(png|jpe?g|webp)$/i.test(file) ? parts.map(encodeURIComponent).join('/') : null;
}

/** A whole number that is none below nought; 0 for anything else. */
export const whole = (value: unknown): number => (typeof value === 'number' && Number.isFinite(value) && value > 0 ? Math.floor(value) : 0);
