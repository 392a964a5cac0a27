// Finds what the product draws above a page, through its shadow roots: the toolbar and the launcher. Expressions for the page, no expectations.

/** Every shadow root of ours, outer ones first. */
const ROOTS = `(() => {
  const roots = [];
  const visit = (top) => {
    for (const element of top.querySelectorAll('*')) if (element.shadowRoot) { roots.push(element.shadowRoot); visit(element.shadowRoot); }
  };
  for (const host of document.querySelectorAll('[data-mingdu]')) if (host.shadowRoot) { roots.push(host.shadowRoot); visit(host.shadowRoot); }
  return roots;
})()`;

/** The shadow roots that hold a toolbar (bar or pill); there is never more than one. */
export const TOOLBARS = `${ROOTS}.filter((root) => root.querySelector('.toolbar, .pill'))`;

/** Whether the toolbar is open. */
export const IS_OPEN = `(${TOOLBARS}.length === 1)`;

/** The host of the launcher; undefined where there is none. */
export const LAUNCHER = `[...document.querySelectorAll('[data-mingdu]')].find((host) => host.shadowRoot?.querySelector(':scope > button, button') && host.shadowRoot.textContent.trim() !== '')`;

/** The shadow root of ours that holds something; undefined where none does. */
export function rootWith(selector: string): string {
  return `${ROOTS}.find((root) => root.querySelector(${JSON.stringify(selector)}))`;
}
