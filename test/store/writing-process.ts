/**
 * A process of its own that changes a store without end, until it is killed:
 *     writing-process.ts <data folder> <name> [<number of changes>]
 * Each change puts some documents, replaces some and removes one, and is reported on standard output when it is
 * stored, as a line of JSON `{ put: [[id, version], …], removed: [id] }`.
 */
import { writeSync } from 'node:fs';
import { openStore } from '../../src/store/open-store.ts';
import { createRandom, randomVector, silentLogger, sketchDocument, speakersOf } from './indexed-documents.ts';

const [dataDir = '', name = '', changes = 'Infinity'] = process.argv.slice(2);
const store = await openStore({ dataDir, logger: silentLogger });
const random = createRandom(name.length * 7919 + process.pid);
const pick = (count: number): number => Math.floor(random() * count);

for (let change = 0; change < Number(changes); change += 1) {
  const put = Array.from({ length: 1 + pick(4) }, (_, index) => {
    const id = `${name}-${pick(60)}-${index}`;
    const version = `v${change}`;
    const passages = Array.from(
      { length: 1 + pick(3) },
      (_passage, place) => `common ${id} ${version} place${place} word${pick(500)}`,
    );
    return { id, version, passages, vectors: passages.map(() => randomVector(random, 8)) };
  });
  const removed = [`${name}-${pick(60)}-${pick(4)}`];
  await store.knowledge.applyChange({
    put: put.map((sketch) => ({ ...sketchDocument(sketch), speakers: speakersOf(sketch) })),
    removeIds: removed,
    embedderName: 'e',
  });
  writeSync(1, `${JSON.stringify({ put: put.map(({ id, version }) => [id, version]), removed })}\n`);
}
await store.close();
