// What content scripts and background say to each other, and the check of what arrives. Not for what a page may say: it cannot.

/** Content script → background: run one of our scripts in the frame that asks. */
export interface LoadMessage {
  readonly type: 'load';
  /** A file of ours, without folder and `.js`. */
  readonly file: string;
}

/** Content script → background: put rules of USER origin into the frame that asks, or take them out. */
export interface StyleMessage {
  readonly type: 'style';
  readonly css: string;
  readonly on: boolean;
}

/** The answer to `load` and `style`. */
export type LoadAnswer = { readonly ok: true } | { readonly ok: false; readonly reason: string };

const ACTS = ['toggle', 'open', 'focus', 'read', 'annotate', 'leave'] as const;
export type Act = (typeof ACTS)[number];

/** Background → a frame: the reader pressed the action, the key that leads to the toolbar, or an entry of the browser's menu. */
export interface PressMessage {
  readonly type: 'press';
  /**
   * `toggle` opens or closes; `open` never closes; `focus` opens if need be and moves the focus to the toolbar; `read` and `annotate` do so
   * with what is selected in the frame; `leave` ends this frame's copy alone, and changes nothing that is stored.
   */
  readonly act: Act;
}

/** The answer to a press in a document that the browser shows by a viewer of its own, in which there is no text to work on. */
export const IN_PDF = 'pdf';

/** Content script → background: the page or frame begins to speak. Background → all pages and frames: so the others pause. */
export interface TurnMessage {
  readonly type: 'turn';
  /** Who begins, a name of no meaning: it comes back to who sent it, too. */
  readonly by: string;
}

export type Message = LoadMessage | StyleMessage | PressMessage | TurnMessage;

/** Only what is loaded on demand: the build names every such file so. */
const LOADABLE = /^mingdu-(main|(aid|pack|panel)-[a-z0-9-]+)$/;

/**
 * @param value anything that arrived
 * @returns the message, or null for what is none of ours
 */
export function parseMessage(value: unknown): Message | null {
  if (typeof value !== 'object' || value === null) return null;
  const { type, file, act, css, on, by } = value as Record<string, unknown>;
  if (type === 'load' && typeof file === 'string' && LOADABLE.test(file)) return { type, file };
  if (type === 'style' && typeof css === 'string' && typeof on === 'boolean') return { type, css, on };
  if (type === 'turn' && typeof by === 'string') return { type, by };
  const known = ACTS.find((one) => one === act);
  if (type === 'press' && known) return { type, act: known };
  return null;
}

/** Where nobody answered, or one of another version. */
export const NO_ANSWER: LoadAnswer = { ok: false, reason: 'no answer' };

/** @returns the answer; for what is none, `NO_ANSWER` itself */
export function parseLoadAnswer(value: unknown): LoadAnswer {
  const { ok, reason } = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  if (ok === true) return { ok };
  return typeof reason === 'string' ? { ok: false, reason } : NO_ANSWER;
}
