// A page of ours: its host is ours, what is in its root is read and helped like the page's own; told of when it comes and goes.
import { describe, expect, it } from 'vitest';
import { isOurs, MARKER, PAGE_LIKE } from '../../../shared/dom/marker';
import { blocksIn } from '../../../shared/page/blocks';
import { changeOf } from '../../../shared/page/changes';
import { createLive } from '../../../shared/live';
import type { Root } from '../../../shared/page/page';
import { createRoots } from '../../../shared/page/roots';

function stand(value: string): { host: HTMLElement; text: Element } {
  const host = document.createElement('div');
  host.setAttribute(MARKER, value);
  const text = document.createElement('p');
  text.textContent = '正文在这里。';
  host.attachShadow({ mode: 'open' }).append(text);
  document.body.replaceChildren(host);
  return { host, text };
}
const page = { document, textOf: (text: Text) => text.data };
const texts = () => [...blocksIn(page, document.body)].map(({ text }) => text);
const record = (added: Node[], removed: Node[]) => ({ type: 'childList', target: document.body, addedNodes: added, removedNodes: removed }) as unknown as MutationRecord;

describe('a page of ours', () => {
  it('is read, and a panel of ours is not', () => {
    const article = stand(PAGE_LIKE);
    expect([isOurs(article.host), isOurs(article.text), isOurs(article.text.firstChild as Text)]).toEqual([true, false, false]);
    expect(texts()).toEqual(['正文在这里。']);
    const panel = stand('');
    expect([isOurs(panel.host), isOurs(panel.text)]).toEqual([true, true]);
    expect(texts()).toEqual([]);
  });

  it('what an aid puts into it is ours', () => {
    const { text } = stand(PAGE_LIKE);
    const ruby = document.createElement('ruby');
    ruby.setAttribute(MARKER, '');
    text.append(ruby);
    expect(isOurs(ruby)).toBe(true);
  });

  it('has a root among the page\'s while it is there, and its coming and going are changes', () => {
    const ending = new AbortController();
    document.body.replaceChildren();
    const live = createLive<readonly Root[]>([document]);
    const roots = createRoots(document, live, false, () => undefined, ending.signal);
    const { host } = stand(PAGE_LIKE);
    const came = changeOf([record([host], [])]);
    expect(came?.added).toEqual([host]);
    roots.refresh(came?.added ?? []);
    expect(live.value).toEqual([document, host.shadowRoot]);
    host.remove();
    const went = changeOf([record([], [host])]);
    expect(went?.removed).toEqual([host]);
    roots.refresh([]);
    expect(live.value).toEqual([document]);
    const panel = stand('');
    expect(changeOf([record([panel.host], [])])).toBeNull();
    roots.refresh([panel.host]);
    expect(live.value).toEqual([document]);
    ending.abort();
  });
});
