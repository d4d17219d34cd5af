import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { createProcessName, isProcessGone } from '../src/process-name.ts';

/** The name of another process of this machine. */
const nameWith = (processId: number | string) => {
  const [machine] = createProcessName().split(' ');
  return `${machine} ${processId} abcdef`;
};

describe('a process that left its name', () => {
  it('is not gone while it runs, and is when it has ended', async () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    const own = createProcessName();
    expect(isProcessGone(nameWith(child.pid ?? 0), own)).toBe(false);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(isProcessGone(nameWith(child.pid ?? 0), own)).toBe(true);
  });

  it('is not gone when it is this one, and is when this one was given its process id', () => {
    const own = createProcessName();
    expect(isProcessGone(own, own)).toBe(false);
    expect(isProcessGone(nameWith(process.pid), own)).toBe(true);
  });

  it('is not known to be gone on another machine, or under a name that tells nothing', () => {
    const own = createProcessName();
    for (const name of ['another 1 abcdef', '', 'x', nameWith(''), nameWith('-1'), nameWith('0'), nameWith('1e3')])
      expect(isProcessGone(name, own)).toBe(false);
  });
});
