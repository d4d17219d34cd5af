import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { createPlatformServices } from '../../src/bot/platform-services.ts';
import type { Poster } from '../../src/core/ports.ts';
import { openStore } from '../../src/store/open-store.ts';
import { createRandom, makeTemporaryFolder, silentLogger } from '../store/indexed-documents.ts';

const ANSWERER = fileURLToPath(new URL('./answering-process.ts', import.meta.url));

/** Runs the process until it has posted so many and kills it soon after; gives what it posted. */
async function runAndKill(dataDir: string, { posts, delayMs }: { posts: number; delayMs: number }): Promise<string[]> {
  const child = spawn(process.execPath, ['--import', 'tsx', ANSWERER, dataDir, '10000'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const posted: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    const id = /^posted (m\d+)$/.exec(line)?.[1];
    if (id !== undefined) posted.push(id);
    if (posted.length === posts) setTimeout(() => child.kill('SIGKILL'), delayMs);
  }
  if (child.signalCode === null) await once(child, 'exit');
  expect(child.signalCode).toBe('SIGKILL');
  return posted;
}

it('answers every message that a killed process had taken exactly once, 6 times over', async () => {
  const random = createRandom(11);
  let recovered = 0;
  for (let round = 0; round < 6; round += 1) {
    const dataDir = makeTemporaryFolder(onTestFinished);
    const posted = await runAndKill(dataDir, { posts: 1 + Math.floor(random() * 60), delayMs: random() * 4 });
    const store = await openStore({ dataDir, logger: silentLogger, owner: 'heir' });
    onTestFinished(() => store.close());
    const unsettled = (await store.events.listUnsettled()).map(({ eventId }) => eventId.replace(/^slack:/, ''));
    const services = createPlatformServices({
      desk: { handleMessage: async () => ({ kind: 'help', text: 'a late answer', suggestions: [] }) },
      events: store.events,
      places: store.places,
      feedback: store.feedback,
      privacy: store.privacy,
      clock: { now: () => new Date(), monotonicMs: () => performance.now() },
      logger: silentLogger,
      answerDeadlineMs: 30_000,
      waitAtMost: (_, work) => work,
      isGone: (owner) => owner === 'victim',
    });
    const there = new Set(posted);
    const poster: Poster = {
      platform: 'slack',
      post: async ({ message }) => void posted.push(message.id),
      wasPosted: async ({ message }) => there.has(message.id),
    };
    const report = await services.recoverUnsettled(poster);
    expect(report).toMatchObject({ apologised: 0, failed: 0 });
    recovered += report.finished;
    expect(new Set(posted).size).toBe(posted.length);
    for (const id of unsettled) expect(posted).toContain(id);
    // The platform sends its events again: those that were taken end there.
    for (const id of posted) {
      const message = { id, platform: 'slack' as const, conversation: 'c', text: 'again', receivedAt: new Date() };
      expect(await services.handleOnce({ message, envelope: '{}' }, poster)).toBe('known');
    }
    expect(await store.events.listUnsettled()).toEqual([]);
  }
  expect(recovered).toBeGreaterThan(0);
}, 120_000);
