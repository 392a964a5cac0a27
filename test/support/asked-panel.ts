// Opens a panel that is only asked for, through 更多 as a reader does, and reads what it shows. No expectations but that what is waited for comes.
import type { Page } from 'puppeteer-core';
import { rootWith } from './interface';
import { ask, frames } from './product';

const BUTTONS = `[...document.querySelectorAll('[data-mingdu]')].flatMap((host) => host.shadowRoot ? [...host.shadowRoot.querySelectorAll('*')] : []).flatMap((layer) => layer.shadowRoot ? [...layer.shadowRoot.querySelectorAll('button')] : [])`;

export interface AskedPanel {
  /** The value of an expression in which `root` is the panel's shadow root; null while there is none. */
  read<Answer>(expression: string): Promise<Answer>;
  isOpen(): Promise<boolean>;
  /** Waits, four seconds at most. */
  until(run: () => Promise<boolean>): Promise<void>;
  open(): Promise<void>;
  /** What its head says. */
  told(): Promise<string>;
  /** The rows as they are seen, one string each. */
  rows(): Promise<string[]>;
  /** What has the focus in the panel; '' for nothing. */
  focused(): Promise<string>;
  /** A real press, by the pointer, of the button with this name. */
  press(name: string): Promise<void>;
}

/**
 * @param now the page, which a test has only when it runs
 * @param word what 更多 calls it
 */
export function createAskedPanel(now: () => Page, word: string): AskedPanel {
  const root = rootWith(`.dialog[aria-label="${word}"]`);
  const read = <Answer>(expression: string) => now().evaluate(`(() => { const root = ${root}; return root ? (${expression}) : null; })()`) as Promise<Answer>;
  const isOpen = async () => (await read('true')) === true;
  async function until(run: () => Promise<boolean>): Promise<void> {
    let isThere = await run();
    for (let at = 0; at < 80 && !isThere; at += 1) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      isThere = await run();
    }
    if (!isThere) throw new Error(`never came: ${String(run)}`);
    await frames(now());
  }
  const said = 'String(one.getAttribute("aria-label") ?? one.textContent).trim()';
  return {
    read,
    isOpen,
    until,
    async open() {
      await ask(now(), 'open()');
      for (const name of ['更多', word]) {
        const button = `${BUTTONS}.find((one) => ${said} === '${name}')`;
        await until(async () => Boolean(await now().evaluate(`${button} !== undefined`)));
        await now().evaluate(`${button}.click()`);
      }
      await until(isOpen);
    },
    told: () => read<string>(`root.querySelector('[role=status]').textContent`),
    rows: () => read<string[]>(`[...root.querySelectorAll('li')].map((one) => [...one.querySelectorAll('b, .gloss')].map((part) => part.textContent).join('|'))`),
    focused: () => read<string>(`root.activeElement ? (({ one }) => ${said})({ one: root.activeElement }) : ''`),
    async press(name) {
      const place = await read<[number, number] | null>(
        `(() => { const one = [...root.querySelectorAll('button')].find((one) => ${said} === '${name}'); if (!one) return null; one.scrollIntoView({ block: 'nearest' }); const { left, top, width, height } = one.getBoundingClientRect(); return [left + width / 2, top + height / 2]; })()`,
      );
      if (!place) throw new Error(`no button ${name}`);
      await now().mouse.click(...place);
      await frames(now());
    },
  };
}
