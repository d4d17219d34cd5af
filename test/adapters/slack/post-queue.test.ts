import { describe, expect, it } from 'vitest';
import { createPostQueue, type FailureAdvice } from '../../../src/adapters/slack/post-queue.ts';

/** Time that only passes when somebody sleeps. */
function createQueue(judge: (error: unknown) => FailureAdvice = () => ({ kind: 'give_up' })) {
  let now = 0;
  const queue = createPostQueue({
    monotonicMs: () => now,
    sleep: async (ms) => {
      now += ms;
    },
    judge,
  });
  return { queue, now: () => now };
}

describe('the queue of posts', () => {
  it('runs the posts of a channel in order, one a second', async () => {
    const { queue, now } = createQueue();
    const ran: [number, number][] = [];
    await Promise.all([1, 2, 3].map((n) => queue.add('C1', async () => void ran.push([n, now()]))));
    expect(ran).toEqual([
      [1, 0],
      [2, 1000],
      [3, 2000],
    ]);
    expect(queue.waiting()).toBe(0);
  });

  it('waits as Slack says and tries again, a few times', async () => {
    const { queue, now } = createQueue(() => ({ kind: 'wait', ms: 30_000 }));
    let tries = 0;
    const task = async () => {
      tries += 1;
      if (tries < 3) throw new Error('429');
      return now();
    };
    expect(await queue.add('C1', task)).toBe(60_000);
    tries = -100;
    await expect(queue.add('C1', task)).rejects.toThrow('429');
    expect(tries).toBe(-94);
  });

  it('goes on after a post that failed for good', async () => {
    const { queue } = createQueue();
    const failed = queue.add('C1', async () => {
      throw new Error('no');
    });
    const next = queue.add('C1', async () => 'yes');
    await expect(failed).rejects.toThrow('no');
    expect(await next).toBe('yes');
  });

  it('takes no more than thirty for a channel, while others are free', async () => {
    const { queue } = createQueue();
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const taken = Array.from({ length: 30 }, () => queue.add('C1', () => held));
    expect(queue.add('C1', async () => undefined)).toBeUndefined();
    expect(await queue.add('C2', async () => 'free')).toBe('free');
    release();
    await Promise.all(taken);
    expect(await queue.add('C1', async () => 'again')).toBe('again');
  });
});
