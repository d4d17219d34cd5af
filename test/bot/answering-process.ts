/**
 * A process of its own that answers messages as an adapter does, several at once, until it is done or killed:
 *     answering-process.ts <data folder> <number of messages>
 * What it claims and what it posts it reports on standard output, as `posted <id>`: that is the platform that took it.
 */
import { writeSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { createPlatformServices } from '../../src/bot/platform-services.ts';
import type { Poster } from '../../src/core/ports.ts';
import { openStore } from '../../src/store/open-store.ts';
import { waitAtMost } from '../../src/wait-at-most.ts';
import { createRandom, silentLogger } from '../store/indexed-documents.ts';

/** Messages under way at a time. */
const AT_ONCE = 8;

const [dataDir = '', count = '0'] = process.argv.slice(2);
const store = await openStore({ dataDir, logger: silentLogger, owner: 'victim' });
const random = createRandom(process.pid);
const services = createPlatformServices({
  desk: {
    handleMessage: async () => {
      await sleep(random() * 4);
      return { kind: 'help', text: 'an answer', suggestions: [] };
    },
  },
  events: store.events,
  places: store.places,
  feedback: store.feedback,
  privacy: store.privacy,
  clock: { now: () => new Date(), monotonicMs: () => performance.now() },
  logger: silentLogger,
  answerDeadlineMs: 30_000,
  waitAtMost,
  isGone: () => false,
});
const poster: Poster = {
  platform: 'slack',
  async post({ message }) {
    await sleep(random() * 2);
    writeSync(1, `posted ${message.id}\n`);
    await sleep(random() * 2);
  },
};

let next = 0;
async function work(): Promise<void> {
  while (next < Number(count)) {
    const id = `m${next++}`;
    const message = { id, platform: 'slack' as const, conversation: 'c', text: `${id}?`, receivedAt: new Date() };
    await services.handleOnce({ message, envelope: '{}' }, poster);
  }
}
await Promise.all(Array.from({ length: AT_ONCE }, work));
await store.close();
