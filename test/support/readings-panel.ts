// Opens the panel 改读音 in a browser's page and reads what it shows. No expectations in here but that what is waited for comes.
import type { Page } from 'puppeteer-core';
import { rootWith } from './interface';
import { ask, frames } from './product';

const PANEL = rootWith('.sentence');

export interface OpenedReadings {
  /** The value of an expression in which `root` is the panel's shadow root; null while there is none. */
  read<Answer>(expression: string): Promise<Answer>;
  isOpen(): Promise<boolean>;
  /** Waits, four seconds at most. */
  until(run: () => Promise<boolean>): Promise<void>;
  /** The command, as the toolbar gives it. */
  open(): Promise<void>;
  sentence(): Promise<string>;
  /** What the head says. */
  told(): Promise<string>;
  click(selector: string, at?: number): Promise<void>;
}

/** @param now the page, which a test has only when it runs */
export function createReadingsPanel(now: () => Page): OpenedReadings {
  const read = <Answer>(expression: string) => now().evaluate(`(() => { const root = ${PANEL}; return root ? (${expression}) : null; })()`) as Promise<Answer>;
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
  return {
    read,
    isOpen,
    until,
    async open() {
      await ask(now(), 'open()');
      const press = async (text: string) => {
        const button = `[...document.querySelectorAll('[data-mingdu]')].flatMap((host) => host.shadowRoot ? [...host.shadowRoot.querySelectorAll('*')] : []).flatMap((layer) => layer.shadowRoot ? [...layer.shadowRoot.querySelectorAll('button')] : []).find((one) => one.textContent.trim() === '${text}' || one.getAttribute('aria-label') === '${text}')`;
        await until(async () => Boolean(await now().evaluate(`${button} !== undefined`)));
        await now().evaluate(`${button}.click()`);
      };
      await press('更多');
      await press('改读音');
      await until(isOpen);
    },
    sentence: () => read<string>(`[...root.querySelectorAll('.han, .plain')].map((one) => one.textContent).join('')`),
    told: () => read<string>(`root.querySelector('[role=status]').textContent`),
    async click(selector, at = 0) {
      await read(`root.querySelectorAll('${selector}')[${at}].click()`);
      await frames(now());
    },
  };
}
