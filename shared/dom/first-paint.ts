// What is painted at a page's very start when the reader's scheme is remembered, so that no white page flashes up before the scheme is there.
// Only text is made here, for the loader carries it too. Not the scheme: no analysis, no links' colours, no pictures.

/** Ground, text, and what the browser draws by itself (`light` or `dark`); the build takes them from the table of schemes. */
export type FirstColours = readonly [ground: string, ink: string, native: string];

/** If the scheme itself has not come by then, something is wrong, and the page is shown as its author made it. */
export const FIRST_LIMIT_MS = 10_000;

/** A page whose text has not got its size by then is shown as it is; counted from when it has anything to show. */
export const HELD_LIMIT_MS = 2_000;

/**
 * Keeps a page from being seen while its text has not the size that the reader chose. It is laid out, can be measured, focused and pressed all
 * the same, and its own ground shows.
 */
export const HELD = '@layer mingdu-x{@media screen{body{opacity:0!important;transition-property:none!important}}}';
/** In force while that goes, or a page with transitions of its own would fade in. */
export const HELD_STILL = '@layer mingdu-x{body{transition-property:none!important}}';

/** While this is in force, colours go without a transition. */
export const HOLD = '@layer mingdu-x{*{transition-property:none!important}}';

/**
 * The least that shows no white and lets text be read: boxes without their grounds on the scheme's. Images, and grounds of what holds nothing
 * (icons, banners), stay; only the scheme knows which others are pictures.
 * @param root the root while all this holds, as a selector
 */
export function firstPaint([ground, ink, native]: FirstColours, root = ':root'): string {
  const spared = '[data-mingdu-skip],[data-mingdu-skip] *';
  return `@layer mingdu-x{@media screen and (forced-colors:none){${root}{background:${ground}!important;color:${ink}!important;color-scheme:${native}!important}${root} :not(${spared}){color:${ink}!important;background-color:#0000!important}${root} :not(:empty){background-image:none!important}}}`;
}
