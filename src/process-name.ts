import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';

/** Names this process in what it leaves in the store: machine, process id, and letters of its own. */
export function createProcessName(): string {
  return [encodeURIComponent(hostname()), process.pid, randomBytes(6).toString('hex')].join(' ');
}

/**
 * Whether the process of that name has certainly ended: it ran on this machine, and its id is free or is now that of
 * `ownName`. Of other machines (or containers) nothing is known.
 */
export function isProcessGone(name: string, ownName: string): boolean {
  const [machine, id] = name.split(' ');
  const [ownMachine, ownId] = ownName.split(' ');
  if (name === ownName || machine !== ownMachine || id === undefined || !/^[1-9]\d*$/.test(id)) return false;
  return id === ownId || !isRunning(Number(id));
}

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (thrown) {
    // EPERM: it runs as somebody else.
    return !(thrown instanceof Error && 'code' in thrown && thrown.code === 'ESRCH');
  }
}
