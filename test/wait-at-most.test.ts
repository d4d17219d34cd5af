import { afterEach, expect, it, vi } from 'vitest';
import { waitAtMost } from '../src/wait-at-most.ts';

afterEach(() => vi.useRealTimers());

it('gives what is there in time, and its failure', async () => {
  vi.useFakeTimers();
  expect(await waitAtMost(1_000, Promise.resolve('done'))).toBe('done');
  await expect(waitAtMost(1_000, Promise.reject(new Error('failed')))).rejects.toThrow('failed');
  expect(vi.getTimerCount()).toBe(0);
});

it('gives nothing when the work is not done in time, and leaves the work alone', async () => {
  vi.useFakeTimers();
  let finish = (_: string) => {};
  const work = new Promise<string>((resolve) => {
    finish = resolve;
  });
  const waited = waitAtMost(1_000, work);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await waited).toBeUndefined();
  finish('late');
  expect(await work).toBe('late');
});
