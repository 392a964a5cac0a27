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

  it.each([
    ['there are no channels', {}],
    ['the browser refuses one, as Firefox does where a site may store nothing', {
      BroadcastChannel: class {
        constructor() {
          throw new DOMException('The operation is insecure.', 'SecurityError');
        }
      },
    }],
  ])('is nothing where %s', (_, window) => {
    const turn = createTurn(window as unknown as Window);
    expect(() => {
      turn.onTaken(() => undefined, new AbortController().signal);
      turn.take();
    }).not.toThrow();
  });
});
