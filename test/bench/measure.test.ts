import { expect, it } from 'vitest';
import { describeFailure, runChild } from './child-process.ts';
import { peakMemoryBytes, percentile } from './measure.ts';

it('takes percentiles by nearest rank', () => {
  const values = [50, 15, 20, 40, 35];
  // The worked example of the nearest-rank method: 30th percentile 20, 40th 20, 50th 35, 100th 50.
  expect([0.05, 0.3, 0.4, 0.5, 1].map((share) => percentile(values, share))).toEqual([15, 20, 20, 35, 50]);
  expect(percentile([], 0.5)).toBeNaN();
});

it('counts memory that was really taken', () => {
  const before = peakMemoryBytes();
  const block = Buffer.alloc(64 * 2 ** 20, 1);
  expect(peakMemoryBytes() - before).toBeGreaterThan(block.length / 2);
});

it('ends a process that takes too long, and says so', async () => {
  const args = ['-e', 'setInterval(() => {}, 1000)'];
  const child = await runChild({ command: process.execPath, args, timeoutMs: 200 });
  expect(child.timedOut).toBe(true);
  expect(describeFailure(child, 200_000)).toBe('stopped after 200 s');
});

it('tells why a process failed, in its own words', async () => {
  const args = ['-e', "console.error('noise'); throw new TypeError('no such thing')"];
  const child = await runChild({ command: process.execPath, args, timeoutMs: 20_000 });
  expect(describeFailure(child, 20_000)).toMatch(/^failed \(1\): .*no such thing/);
});

it('has nothing to tell of a process that succeeded', async () => {
  const child = await runChild({ command: process.execPath, args: ['-e', 'console.log(1)'], timeoutMs: 20_000 });
  expect(child.stdout).toBe('1\n');
  expect(describeFailure(child, 20_000)).toBeUndefined();
});
