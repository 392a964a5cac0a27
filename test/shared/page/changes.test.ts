import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLive } from '../../../shared/live';
import type { Changes } from '../../../shared/page/changes';
import { createChanges } from '../../../shared/page/changes';
import type { PageChange, Root } from '../../../shared/page/page';

let end: AbortController;
let changes: Changes;
let seen: PageChange[];
const turn = () => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => {
  document.body.innerHTML = '<p id="p">文字</p><div id="d"></div>';
  end = new AbortController();
  seen = [];
  changes = createChanges(document, createLive<readonly Root[]>([document]), (run) => run, end.signal);
  changes.onChange((change) => seen.push(change), end.signal);
});
afterEach(() => end.abort());

const byId = (id: string) => document.getElementById(id) as HTMLElement;

describe('the one observer', () => {
  it('tells what came, went, was written and restyled', async () => {
    const text = byId('p').firstChild as Text;
    text.data = '新的';
    byId('p').className = 'now';
    byId('d').append('尾');
    await turn();
    expect(seen).toHaveLength(1);
    expect(seen[0]?.texts).toEqual([text]);
    expect(seen[0]?.restyled).toEqual([byId('p')]);
    expect(seen[0]?.added).toEqual([byId('d').firstChild]);
  });

  it('tells the top of what came alone, and what moved as come', async () => {
    const list = document.createElement('ul');
    document.body.append(list);
    list.append(document.createElement('li'));
    list.append(byId('p'));
    await turn();
    expect(seen[0]?.added).toEqual([list]);
    expect(seen[0]?.removed).toEqual([]);
  });

  it('is deaf to what is ours, by marker and by muting', async () => {
    const ours = document.createElement('div');
    ours.setAttribute('data-mingdu', '');
    document.body.append(ours);
    ours.append('里面');
    changes.mute(() => byId('p').classList.add('ours'));
    await turn();
    expect(seen).toEqual([]);
  });

  it('delivers what the page did before we write', () => {
    byId('d').append('页面');
    changes.mute(() => {
      expect(seen).toHaveLength(1);
      byId('d').append('我们');
    });
    changes.flush();
    expect(seen).toHaveLength(1);
  });

  it('ends with its signal', async () => {
    end.abort();
    byId('d').append('x');
    await turn();
    expect(seen).toEqual([]);
  });
});
