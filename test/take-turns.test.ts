import { describe, expect, it } from 'vitest';
import { createTurns } from '../src/take-turns.ts';

describe('taking turns', () => {
  it('lets so many begin at a time, in order, and goes on after one that fails', async () => {
    const inTurn = createTurns(2);
    const begun: number[] = [];
    const ends: (() => void)[] = [];
    const work = (n: number) => async () => {
      begun.push(n);
      await new Promise<void>((resolve) => ends.push(resolve));
      if (n === 0) throw new Error('no');
      return n;
    };
    const results = Promise.allSettled([0, 1, 2, 3].map((n) => inTurn(work(n))));
    const rounds = async () => {
      for (let at = 0; at < 5; at += 1) await new Promise((resolve) => setImmediate(resolve));
    };
    await rounds();
    expect(begun).toEqual([0, 1]);
    ends[0]?.();
    await rounds();
    expect(begun).toEqual([0, 1, 2]);
    ends[1]?.();
    ends[2]?.();
    await rounds();
    ends[3]?.();
    expect((await results).map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled', 'fulfilled']);
  });
});
