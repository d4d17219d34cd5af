import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { Logger } from '../../src/core/ports.ts';
import { openDatabase } from '../../src/store/database.ts';
import { loadHnswLibrary } from '../../src/store/hnsw-library.ts';
import { createHnswVectorIndex } from '../../src/store/hnsw-vector-index.ts';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { createSegmentCache } from '../../src/store/segment-cache.ts';
import { createRandom, makeTemporaryFolder, randomVector, silentLogger, sketchDocument } from './indexed-documents.ts';

const DIMENSIONS = 12;
const hasHnswLibrary = (await loadHnswLibrary()) !== undefined;

let dataDir = '';
let warnings: string[] = [];
beforeEach(() => {
  dataDir = makeTemporaryFolder(onTestFinished);
  warnings = [];
});
const logger: Logger = { ...silentLogger, warn: (fields) => warnings.push(String(fields.reason)) };

async function open(graphMinPassages = 50): Promise<Store> {
  const store = await openStore({ dataDir, logger, graphMinPassages });
  onTestFinished(() => store.close());
  return store;
}

/** Documents of two passages each, with vectors that the id determines. */
async function put(
  store: Store,
  from: number,
  count: number,
  dimensions = DIMENSIONS,
  embedderName = 'e',
): Promise<void> {
  const documents = Array.from({ length: count }, (_, index) => {
    const random = createRandom(from + index);
    const vectors = [randomVector(random, dimensions), randomVector(random, dimensions)];
    return sketchDocument({ id: `d${from + index}`, passages: ['a', 'b'], vectors });
  });
  await store.knowledge.applyChange({ put: documents, removeIds: [], embedderName });
}

/** Whether each of these documents is the first hit for its own vector. */
async function findsItself(store: Store, numbers: readonly number[], dimensions = DIMENSIONS): Promise<boolean[]> {
  const found: boolean[] = [];
  for (const number of numbers) {
    const [hit] = await store.vectors.searchPassages({
      vector: randomVector(createRandom(number), dimensions),
      limit: 1,
    });
    const [document] = await store.knowledge.readDocuments([hit?.seq ?? 0]);
    found.push(document?.id === `d${number}` && hit?.passage === 0);
  }
  return found;
}

const file = (name: string) => join(dataDir, name);

describe.skipIf(!hasHnswLibrary)('the vector graph', () => {
  it('is built in the background from the least number of passages on, and says what it covers', async () => {
    const store = await open(50);
    await put(store, 0, 20);
    await store.settle();
    expect(await store.vectors.describe()).toBe('exact search over 40 passages');
    expect(existsSync(file('vectors.json'))).toBe(false);
    await put(store, 20, 20);
    await store.settle();
    expect(await store.vectors.describe()).toBe('hnsw over 80 passages, 0 scanned exactly');
    await put(store, 40, 5);
    await store.knowledge.applyChange({ put: [], removeIds: ['d0'] });
    expect(await store.vectors.describe()).toBe('hnsw over 78 passages, 10 scanned exactly');
    expect(await findsItself(store, [1, 25, 44])).toEqual([true, true, true]);
    for (const name of ['vectors.hnsw', 'vectors.ids', 'vectors.json'])
      expect(statSync(file(name)).mode & 0o777).toBe(0o600);
    expect(JSON.parse(readFileSync(file('vectors.json'), 'utf8'))).toMatchObject({
      embedder: 'e',
      dimensions: DIMENSIONS,
      passages: 80,
      points: 80,
    });
  });

  it('is built anew when more than a fifth of the passages is not in it, or of it is gone', async () => {
    const store = await open();
    await put(store, 0, 100);
    await store.settle();
    await put(store, 100, 24);
    await store.settle();
    expect(await store.vectors.describe()).toBe('hnsw over 200 passages, 48 scanned exactly');
    await put(store, 124, 10);
    await store.settle();
    expect(await store.vectors.describe()).toBe('hnsw over 268 passages, 0 scanned exactly');
    await store.knowledge.applyChange({ put: [], removeIds: Array.from({ length: 40 }, (_, index) => `d${index}`) });
    await store.settle();
    expect(JSON.parse(readFileSync(file('vectors.json'), 'utf8'))).toMatchObject({ passages: 188 });
    expect(await findsItself(store, [41, 130])).toEqual([true, true]);
  });

  it('is built by searching alone, from the second search on', async () => {
    const store = await open();
    await put(store, 0, 60);
    await findsItself(store, [1]);
    expect(await store.vectors.describe()).toBe('exact search over 120 passages');
    await findsItself(store, [2]);
    expect(await store.vectors.describe()).toBe('exact search over 120 passages (hnsw is being prepared)');
    await store.settle();
    expect(await store.vectors.describe()).toBe('hnsw over 120 passages, 0 scanned exactly');
  });

  it('is taken from disk by another process, not built again', async () => {
    const first = await open();
    await put(first, 0, 60);
    await first.settle();
    const { mtimeMs } = statSync(file('vectors.json'));
    const second = await open();
    await second.settle();
    expect(await second.vectors.describe()).toBe('hnsw over 120 passages, 0 scanned exactly');
    expect(statSync(file('vectors.json')).mtimeMs).toBe(mtimeMs);
    expect(warnings).toEqual([]);
  });

  it('follows the embedder', async () => {
    const store = await open();
    await put(store, 0, 60);
    await store.settle();
    await put(store, 0, 60, 7, 'other');
    expect(await findsItself(store, [3, 59], 7)).toEqual([true, true]);
    await store.settle();
    expect(await store.vectors.describe()).toBe('hnsw over 120 passages, 0 scanned exactly');
    expect(JSON.parse(readFileSync(file('vectors.json'), 'utf8'))).toMatchObject({ embedder: 'other', dimensions: 7 });
    expect(await findsItself(store, [3, 59], 7)).toEqual([true, true]);
  });

  const rewriteManifest = (fields: object): void => {
    const manifest: unknown = JSON.parse(readFileSync(file('vectors.json'), 'utf8'));
    writeFileSync(file('vectors.json'), JSON.stringify({ ...(manifest as object), ...fields }));
  };
  it.each<[string, RegExp, () => void]>([
    ['cut off', /graph/, () => truncateSync(file('vectors.hnsw'), 1_000)],
    [
      'of noise',
      /graph/,
      () => writeFileSync(file('vectors.hnsw'), Buffer.alloc(statSync(file('vectors.hnsw')).size, 0xa5)),
    ],
    ['missing', /graph/, () => rmSync(file('vectors.hnsw'))],
    [
      'one byte off',
      /graph/,
      () => {
        const bytes = readFileSync(file('vectors.hnsw'));
        bytes[500] = (bytes[500] ?? 0) ^ 1;
        writeFileSync(file('vectors.hnsw'), bytes);
      },
    ],
    ['of other dimensions', /dimensions/, () => rewriteManifest({ dimensions: 99 })],
    ['of another embedder', /embedder other/, () => rewriteManifest({ embedder: 'other' })],
    ['beside a list of passages that is cut off', /list of passages/, () => truncateSync(file('vectors.ids'), 80)],
    [
      'beside a list of passages of noise',
      /list of passages/,
      () => writeFileSync(file('vectors.ids'), Buffer.alloc(960, 7)),
    ],
    ['beside a manifest of noise', /manifest/, () => writeFileSync(file('vectors.json'), '{"format": 1')],
    ['beside a manifest of another format', /manifest/, () => rewriteManifest({ format: 2 })],
    [
      'newer than its manifest, as after a kill between two renames',
      /list of passages|graph/,
      () => copyFileSync(file('vectors.json'), file('vectors.hnsw')),
    ],
  ])('that is %s is noticed and built anew; meanwhile search is exact', async (_name, reason, damage) => {
    const first = await open();
    await put(first, 0, 60);
    await first.settle();
    await first.close();
    damage();
    const store = await open();
    expect(await findsItself(store, [0, 33, 59])).toEqual([true, true, true]);
    await store.settle();
    expect(warnings).toEqual([expect.stringMatching(reason)]);
    expect(await store.vectors.describe()).toBe('hnsw over 120 passages, 0 scanned exactly');
    expect(await findsItself(store, [0, 33, 59])).toEqual([true, true, true]);
    await store.close();
    const again = await open();
    await again.settle();
    expect(await again.vectors.describe()).toBe('hnsw over 120 passages, 0 scanned exactly');
    expect(warnings).toHaveLength(1);
  });

  it('that cannot be written leaves search exact, is warned of, and is not tried again for the same content', async () => {
    const store = await open();
    await put(store, 0, 60);
    mkdirSync(`${file('vectors.hnsw')}.${process.pid}.tmp`);
    await store.settle();
    expect(warnings).toHaveLength(1);
    expect(await findsItself(store, [0, 33, 59])).toEqual([true, true, true]);
    expect(await store.vectors.describe()).toBe('exact search over 120 passages');
    expect(warnings).toHaveLength(1);
  });

  it('leaves no files of builds that were killed', async () => {
    const nobody = 2 ** 22 + 1; // above the largest process id of Linux
    writeFileSync(`${file('vectors.hnsw')}.${nobody}.tmp`, 'x');
    const store = await open();
    await put(store, 0, 60);
    await store.settle();
    expect(existsSync(`${file('vectors.hnsw')}.${nobody}.tmp`)).toBe(false);
  });

  it('may be closed while it is being built', async () => {
    const store = await open();
    await put(store, 0, 400);
    await findsItself(store, [0, 1, 2]);
    await store.close();
    expect(warnings).toEqual([]);
  });
});

describe('without hnswlib-node', () => {
  it('search is exact and says why', async () => {
    const store = await open();
    await put(store, 0, 60);
    const path = join(dataDir, 'desk.db');
    const database = openDatabase(path);
    onTestFinished(() => database.close());
    const segments = createSegmentCache(database, path);
    const index = createHnswVectorIndex({
      segments,
      dataDir,
      logger,
      minPassages: 1,
      loadLibrary: async () => undefined,
    });
    for (const number of [5, 6, 7]) {
      const hits = await index.searchPassages({ vector: randomVector(createRandom(number), DIMENSIONS), limit: 3 });
      expect(hits[0]?.score).toBeCloseTo(1, 2);
    }
    await index.settle();
    expect(await index.describe()).toBe('exact search over 120 passages (hnswlib-node is not installed)');
    expect(existsSync(file('vectors.hnsw'))).toBe(false);
    expect(warnings).toEqual([]);
  });
});
