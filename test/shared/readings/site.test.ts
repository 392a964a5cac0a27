// The site's list of words as a page writes it anew: what of it is told to the page's author.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLive } from '../../../shared/live';
import type { Page, PageChange, Root } from '../../../shared/page/page';
import { createSiteWords, TOLD_MAX } from '../../../shared/readings/site';

let end: AbortController;
beforeEach(() => void (end = new AbortController()));
afterEach(() => end.abort());

function open(list: string) {
  document.body.innerHTML = `<script type="text/plain" data-mingdu-py>${list}</script>`;
  const block = document.body.firstElementChild as Element;
  const listeners: ((change: PageChange) => void)[] = [];
  const page = { roots: createLive<readonly Root[]>([document]), onChange: (run: (change: PageChange) => void) => void listeners.push(run) };
  const told: string[] = [];
  const words = createSiteWords(page as Pick<Page, 'roots' | 'onChange'>, (message) => told.push(message), (run) => run, end.signal);
  return {
    words, told,
    write(text: string): void {
      block.textContent = text;
      for (const run of listeners) run({ added: [block.firstChild as Node], removed: [], texts: [], restyled: [] } as unknown as PageChange);
    },
  };
}

describe('the site\'s list of words', () => {
  it('tells of each bad line once', () => {
    const { words, told, write } = open('婺源 wù yuán\n坏行 wu\n坏行 wu');
    expect([[...words.value.keys()], told.length]).toEqual([['婺源'], 1]);
    expect(told[0]?.match(/坏行 wu/g)).toHaveLength(1);
    write('率先 lǜ xiān\n坏行 wu\n又坏 x');
    expect([[...words.value.keys()], told.length]).toEqual([['率先'], 2]);
    expect(told[1]).not.toContain('坏行');
  });

  it('falls silent where a page writes other bad lines again and again, and follows its words all the same', () => {
    const { words, told, write } = open('坏 0');
    for (let at = 1; at < 4 * TOLD_MAX; at += 1) write(`坏 ${at}\n更坏 ${at}`);
    expect((told.join().match(/"更?坏 \d+"/g) ?? []).length).toBe(TOLD_MAX);
    expect(told.length).toBeLessThanOrEqual(TOLD_MAX);
    write('婺源 wù yuán');
    expect([...words.value.keys()]).toEqual(['婺源']);
  });
});
