/**
 * A process of its own that takes events as an adapter does, until it is done or killed:
 *     claiming-process.ts <data folder> <name> <number of events> [<settle every nth>]
 * All processes go through the same ids in an order of their own. What it claims it reports on standard output as a line
 * `claimed <id>`, what it settles as `settled <id>`. It says `ready` and begins with the first line on standard input.
 */
import { once } from 'node:events';
import { writeSync } from 'node:fs';
import { openStore } from '../../src/store/open-store.ts';
import { createRandom, silentLogger } from './indexed-documents.ts';

const [dataDir = '', name = '', count = '0', settleEvery = '1'] = process.argv.slice(2);
const store = await openStore({ dataDir, logger: silentLogger, owner: name });
const random = createRandom(name.length * 7919 + process.pid);
const ids = Array.from({ length: Number(count) }, (_, at) => `e${at}`)
  .map((id) => ({ id, place: random() }))
  .sort((a, b) => a.place - b.place);

// All begin at the same moment.
writeSync(1, 'ready\n');
await once(process.stdin, 'data');

for (const [at, { id }] of ids.entries()) {
  const now = new Date();
  const message = { id, platform: 'slack' as const, conversation: 'c', text: `Question ${id}?`, receivedAt: now };
  const request = { message, envelope: '{}' };
  if ((await store.events.claim(id, { place: 'slack:T1:C1', request, now })) === 'known') continue;
  writeSync(1, `claimed ${id}\n`);
  if (at % Number(settleEvery) !== 0) continue;
  await store.events.settle(id, new Date());
  writeSync(1, `settled ${id}\n`);
}
await store.close();
process.stdin.destroy();
