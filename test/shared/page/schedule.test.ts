import { describe, expect, it } from 'vitest';
import { createFrameWork } from '../../../shared/page/frame-work';
import { createSchedule } from '../../../shared/page/schedule';

describe('the scheduler', () => {
  it('slices until a step does nothing, and settles after', async () => {
    const schedule = createSchedule(document);
    const slice = createFrameWork(document);
    const done: number[] = [];
    let left = 100;
    const work = slice((allowance) => {
      const units = Math.min(left, allowance);
      left -= units;
      done.push(units);
      return units;
    }, 40, new AbortController().signal);
    schedule.pending(work);
    await schedule.settled();
    expect(left).toBe(0);
    expect(done.length).toBeGreaterThan(1);
    await work;
  });

  it('stops with the signal, and a step that throws rejects only its own work', async () => {
    const slice = createFrameWork(document);
    const end = new AbortController();
    let steps = 0;
    const stopped = slice(() => {
      steps += 1;
      end.abort();
      return 1;
    }, 10, end.signal);
    const broken = slice(() => {
      throw new Error('mine');
    }, 10, new AbortController().signal);
    const fine = slice(() => 0, 10, new AbortController().signal);
    await stopped;
    await expect(broken).rejects.toThrow('mine');
    await fine;
    expect(steps).toBe(1);
  });

  it('settles though a work was rejected', async () => {
    const schedule = createSchedule(document);
    schedule.pending(Promise.reject(new Error('gone')));
    await schedule.settled();
  });

  it('waits for what was pending however long, but not for ever where new work keeps coming', async () => {
    const schedule = createSchedule(document);
    let isLongDone = false;
    schedule.pending(new Promise<void>((resolve) => setTimeout(resolve, 300)).then(() => void (isLongDone = true)));
    let isOver = false;
    const again = () => {
      if (!isOver) schedule.pending(new Promise<void>((resolve) => setTimeout(resolve, 15)).then(again));
    };
    again();
    await schedule.settled();
    isOver = true;
    expect(isLongDone).toBe(true);
  });

  it('waits for work that begins after the paint, when places are told', async () => {
    const schedule = createSchedule(document);
    let isDone = false;
    const settled = schedule.settled();
    requestAnimationFrame(async () => {
      // After the message that `settled` posts in this frame.
      for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
      const channel = new MessageChannel();
      channel.port1.onmessage = () => {
        channel.port1.close();
        schedule.pending(new Promise<void>((resolve) => setTimeout(resolve, 20)).then(() => void (isDone = true)));
      };
      channel.port2.postMessage(null);
    });
    await settled;
    expect(isDone).toBe(true);
  });
});
