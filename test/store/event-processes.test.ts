import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { createRandom, makeTemporaryFolder, silentLogger } from './indexed-documents.ts';

const CLAIMER = fileURLToPath(new URL('./claiming-process.ts', import.meta.url));

function startClaimer(...args: string[]): ChildProcess {
  const claimer = spawn(process.execPath, ['--import', 'tsx', CLAIMER, ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  onTestFinished(() => {
    claimer.kill('SIGKILL');
  });
  return claimer;
}

/**
 * What a process claimed and settled; it begins when `begin` holds, and `onLine` is told how many lines it has reported.
 */
async function readReports(claimer: ChildProcess, begin: () => Promise<void>, onLine?: (count: number) => void) {
  const [claimed, settled]: [string[], string[]] = [[], []];
  if (claimer.stdout === null) throw new Error('the process has no output');
  let lines = 0;
  for await (const line of createInterface({ input: claimer.stdout })) {
    const [, done, id = ''] = /^(claimed|settled) (e\d+)$/.exec(line) ?? [];
    if (done === 'claimed') claimed.push(id);
    if (done === 'settled') settled.push(id);
    if (line === 'ready') void begin().then(() => claimer.stdin?.write('go\n'));
    else onLine?.(++lines);
  }
  if (claimer.exitCode === null && claimer.signalCode === null) await once(claimer, 'exit');
  return { claimed, settled };
}

describe('processes that are sent the same events', () => {
  it('claim each exactly once between them', async () => {
    const dataDir = makeTemporaryFolder(onTestFinished);
    const names = ['a', 'bb', 'ccc'];
    let ready = 0;
    let beginAll = () => {};
    const allReady = new Promise<void>((resolve) => {
      beginAll = resolve;
    });
    const begin = () => {
      if (++ready === names.length) beginAll();
      return allReady;
    };
    const reports = await Promise.all(names.map((name) => readReports(startClaimer(dataDir, name, '400'), begin)));
    const claimed = reports.flatMap((report) => report.claimed);
    expect(claimed).toHaveLength(400);
    expect(new Set(claimed).size).toBe(400);
    const store = await openStore({ dataDir, logger: silentLogger });
    onTestFinished(() => store.close());
    expect(await store.events.listUnsettled()).toEqual([]);
  }, 60_000);
});

describe('a process that is killed between claim and settlement', () => {
  it('leaves every claimed event listed with its question, under its name, and no settled one, 6 times over', async () => {
    const random = createRandom(4);
    for (let round = 0; round < 6; round += 1) {
      const dataDir = makeTemporaryFolder(onTestFinished);
      const claimer = startClaimer(dataDir, 'victim', '5000', '3');
      const last = 1 + Math.floor(random() * 200);
      const delayMs = random() * 3;
      const { claimed, settled } = await readReports(
        claimer,
        async () => {},
        (count) => {
          if (count === last) setTimeout(() => claimer.kill('SIGKILL'), delayMs);
        },
      );
      expect(claimer.signalCode).toBe('SIGKILL');
      const store = await openStore({ dataDir, logger: silentLogger, owner: 'heir' });
      onTestFinished(() => store.close());
      expect(await store.checkIntegrity()).toEqual([]);
      const listed = await store.events.listUnsettled();
      const ids = new Set(listed.map(({ eventId }) => eventId));
      const open = claimed.filter((id) => !settled.includes(id));
      // One step more may have been stored than could be reported: a claim, or a settlement of what was claimed last.
      const missing = open.filter((id) => !ids.has(id));
      const unreported = [...ids].filter((id) => !claimed.includes(id));
      expect(missing.length + unreported.length).toBeLessThanOrEqual(1);
      expect(missing.every((id) => id === claimed.at(-1))).toBe(true);
      expect(settled.filter((id) => ids.has(id))).toEqual([]);
      for (const { eventId, owner, request } of listed) {
        expect(owner).toBe('victim');
        expect(request?.message.text).toBe(`Question ${eventId}?`);
      }
      for (const id of claimed) expect(await store.events.claim(id, { place: 'p', now: new Date() })).toBe('known');
    }
  }, 120_000);
});
