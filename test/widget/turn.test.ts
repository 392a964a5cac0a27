// @vitest-environment node
// One voice among a site's tabs.
import { describe, expect, it } from 'vitest';
import { createTurn } from '../../widget/turn';

const view = { BroadcastChannel } as unknown as Window;
const settled = () => new Promise((resolve) => setTimeout(resolve, 50));

describe('the turn', () => {
  it('is heard by the other tabs, not by who took it, and by nobody after the end', async () => {
    const [one, two] = [createTurn(view), createTurn(view)];
    const ends = [new AbortController(), new AbortController()];
    const paused: string[] = [];
    one.onTaken(() => paused.push('one'), ends[0]?.signal ?? AbortSignal.abort());
    two.onTaken(() => paused.push('two'), ends[1]?.signal ?? AbortSignal.abort());
    one.take();
    await settled();
    expect(paused).toEqual(['two']);
    two.take();
    await settled();
    expect(paused).toEqual(['two', 'one']);
    ends[1]?.abort();
    one.take();
    await settled();
    expect(paused).toEqual(['two', 'one']);
    ends[0]?.abort();
  });

  it('is nothing where there are no channels', () => {
    const turn = createTurn({} as Window);
    turn.onTaken(() => undefined, new AbortController().signal);
    expect(() => turn.take()).not.toThrow();
  });
});
