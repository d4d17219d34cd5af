import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { createRandom, makeTemporaryFolder, silentLogger, sketchDocument, speakersOf } from './indexed-documents.ts';

const WRITER = fileURLToPath(new URL('./writing-process.ts', import.meta.url));

interface Report {
  readonly put: readonly (readonly [string, string])[];
  readonly removed: readonly string[];
}

function startWriter(...args: string[]): ChildProcess {
  const writer = spawn(process.execPath, ['--import', 'tsx', WRITER, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => {
    writer.kill('SIGKILL');
  });
  return writer;
}

/** Reads the writer's reports; `onReport` is told how many there were so far. */
async function readReports(writer: ChildProcess, onReport?: (count: number) => void): Promise<Report[]> {
  const reports: Report[] = [];
  const { stdout } = writer;
  if (stdout === null) throw new Error('the writer has no output');
  for await (const line of createInterface({ input: stdout })) {
    if (!line.endsWith('}')) continue; // cut off by the kill
    reports.push(JSON.parse(line) as Report);
    onReport?.(reports.length);
  }
  if (writer.exitCode === null && writer.signalCode === null) await once(writer, 'exit');
  return reports;
}

/** What must be held after these changes: versions by id. */
function replay(reports: readonly Report[], held = new Map<string, string>()): Map<string, string> {
  for (const { put, removed } of reports) {
    for (const id of removed) held.delete(id);
    for (const [id, version] of put) held.set(id, version);
  }
  return held;
}

/** The documents held, by their text; fails unless documents, keyword index and vectors tell the same. */
async function readConsistently(dataDir: string): Promise<Map<string, string>> {
  const store = await openStore({ dataDir, logger: silentLogger });
  try {
    expect(await store.checkIntegrity()).toEqual([]);
    const listed = await store.knowledge.listDocuments();
    const documents = await store.knowledge.findDocuments(listed.map(({ id }) => id));
    const seqs = documents.map(({ seq }) => seq).sort((a, b) => a - b);
    const passages = documents.reduce((sum, document) => sum + document.passages.length, 0);
    const all = { terms: [{ term: 'common', weight: 1 }], limit: 100_000 };
    const found = await store.keywords.searchDocuments(all);
    expect(found.map(({ seq }) => seq).sort((a, b) => a - b)).toEqual(seqs);
    expect(await store.keywords.searchPassages(all)).toHaveLength(passages);
    const near = await store.vectors.searchPassages({ vector: new Float32Array(8).fill(1), limit: 100_000 });
    expect(near).toHaveLength(passages);
    expect(new Set(near.map(({ seq }) => seq))).toEqual(new Set(seqs));
    expect(await store.knowledge.counts()).toMatchObject({ documents: seqs.length, passages });
    // Vectors and speakers are of the same change as the texts.
    expect(await store.speakers.countDocuments(['everybody'])).toBe(seqs.length);
    expect((await store.speakers.sumStatements()).length).toBe(seqs.length + Math.min(1, seqs.length));
    for (const { seq, id, text } of documents) {
      const version = text.split(' ')[2] ?? '';
      expect(await store.speakers.findDocuments({ keys: [`${id} ${version}`], limit: 2 })).toMatchObject([{ seq }]);
      expect(await store.speakers.findLinks({ from: [id] })).toEqual([{ from: id, to: version }]);
      expect(await store.speakers.findKeys({ words: [[version]], limit: 1 })).toEqual(['everybody']);
      const own = await store.keywords.searchDocuments({
        terms: [id, version].map((term) => ({ term, weight: 1 })),
        limit: 1,
      });
      expect(own).toEqual([{ seq, score: expect.any(Number) }]);
    }
    return new Map(documents.map(({ id, text }) => [id, text.split(' ')[2] ?? '']));
  } finally {
    await store.close();
  }
}

describe('a store whose writer is killed', () => {
  it('opens, is sound, and holds every change that was reported, 16 times over', async () => {
    const dataDir = makeTemporaryFolder(onTestFinished);
    const random = createRandom(20);
    let held = new Map<string, string>();
    let reported = 0;
    for (let round = 0; round < 16; round += 1) {
      const writer = startWriter(dataDir, 'writer');
      const lastReport = 1 + Math.floor(random() * 30);
      // Somewhere in the change that follows: it takes about 2 ms.
      const delayMs = random() * 4;
      const reports = await readReports(writer, (count) => {
        if (count === lastReport) setTimeout(() => writer.kill('SIGKILL'), delayMs);
      });
      expect(writer.signalCode).toBe('SIGKILL');
      reported += reports.length;
      const found = await readConsistently(dataDir);
      const expected = replay(reports, held);
      // One more change may have been stored than could be reported: the ids that differ are all of that one.
      const differing = [...new Set([...found.keys(), ...expected.keys()])].filter(
        (id) => found.get(id) !== expected.get(id),
      );
      const newVersions = new Set(differing.flatMap((id) => found.get(id) ?? []));
      expect(newVersions.size).toBeLessThanOrEqual(1);
      expect(differing.filter((id) => !found.has(id)).length).toBeLessThanOrEqual(1);
      held = found;
    }
    expect(reported).toBeGreaterThan(16);
  }, 120_000);
});

describe('two processes that write at once', () => {
  it('lose nothing, and a third that has the store open sees what they write', async () => {
    const dataDir = makeTemporaryFolder(onTestFinished);
    const store = await openStore({ dataDir, logger: silentLogger });
    onTestFinished(() => store.close());
    await store.knowledge.applyChange({
      put: [
        {
          ...sketchDocument({ id: 'mine', passages: ['common mine v0'], vectors: [new Float32Array(8).fill(1)] }),
          speakers: speakersOf({ id: 'mine', version: 'v0' }),
        },
      ],
      removeIds: [],
      embedderName: 'e',
    });
    const count = async () =>
      (await store.keywords.searchDocuments({ terms: [{ term: 'common', weight: 1 }], limit: 10_000 })).length;
    expect(await count()).toBe(1);

    const reports = await Promise.all(['left', 'right'].map((name) => readReports(startWriter(dataDir, name, '120'))));
    const expected = new Map([['mine', 'v0'], ...reports.flatMap((some) => [...replay(some)])]);
    expect(reports.map((some) => some.length)).toEqual([120, 120]);
    expect(await count()).toBe(expected.size);
    expect(await readConsistently(dataDir)).toEqual(expected);
  }, 60_000);

  it('may open a new data folder at the same moment', async () => {
    const dataDir = makeTemporaryFolder(onTestFinished);
    const reports = await Promise.all(['a', 'b', 'c'].map((name) => readReports(startWriter(dataDir, name, '2'))));
    expect(reports.map((some) => some.length)).toEqual([2, 2, 2]);
  }, 60_000);
});

describe('a removed document', () => {
  it('is found by no search any more, in this process and in another that had it loaded', async () => {
    const dataDir = makeTemporaryFolder(onTestFinished);
    const [one, other] = [
      await openStore({ dataDir, logger: silentLogger }),
      await openStore({ dataDir, logger: silentLogger }),
    ];
    onTestFinished(async () => {
      await one.close();
      await other.close();
    });
    const put = Array.from({ length: 50 }, (_, index) =>
      sketchDocument({
        id: `d${index}`,
        head: 'head',
        passages: [`secret${index} common`],
        vectors: [Float32Array.of(1, index / 50)],
      }),
    );
    await one.knowledge.applyChange({ put, removeIds: [], embedderName: 'e' });
    const look = async ({ knowledge, keywords, vectors }: typeof one) => {
      const terms = ['secret7', 'common', 'head'].map((term) => ({ term, weight: 1 }));
      const hits = [
        ...(await keywords.searchDocuments({ terms, limit: 100 })),
        ...(await keywords.searchPassages({ terms, limit: 100 })),
        ...(await vectors.searchPassages({ vector: Float32Array.of(1, 7 / 50), limit: 100 })),
      ];
      return {
        seqs: new Set(hits.map(({ seq }) => seq)),
        frequency: (await keywords.documentFrequencies(['secret7'])).frequencies,
        documents: (await knowledge.findDocuments(['d7'])).length,
      };
    };
    const [removed] = await other.knowledge.findDocuments(['d7']);
    expect(await look(other)).toMatchObject({ frequency: [1], documents: 1 });
    expect((await look(other)).seqs.has(removed?.seq ?? 0)).toBe(true);
    await one.knowledge.applyChange({ put: [], removeIds: ['d7'] });
    for (const store of [one, other]) {
      const seen = await look(store);
      expect(seen).toMatchObject({ frequency: [0], documents: 0 });
      expect(seen.seqs.has(removed?.seq ?? 0)).toBe(false);
      expect(seen.seqs.size).toBe(49);
    }
  });
});
