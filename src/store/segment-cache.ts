import { z } from 'zod';
import { messageOf } from '../core/errors.ts';
import { type Database, damagedStore, parseRows, type Queries, Utf8 } from './database.ts';
import { at, findDocument, openSegment, type Segment } from './segment.ts';
import { unitDocuments } from './segment-builder.ts';
import { openVectorRows, type VectorRows } from './vector-rows.ts';

/** A segment in memory, with what is live in it. */
export interface IndexPart {
  readonly id: number;
  readonly segment: Segment;
  /** The number of the document of each unit. */
  readonly unitDocuments: Uint32Array;
  /** Number of index terms of each document, head included. */
  readonly documentLengths: Uint32Array;
  /** 1 per live document, 0 per removed one; `undefined`: all are live. */
  readonly live: Uint8Array | undefined;
  readonly totals: PartTotals;
  readonly embedder: string | undefined;
  /** 0 when no passage has a vector. */
  readonly dimensions: number;
}

/** Of the live documents. Lengths count index terms. */
export interface PartTotals {
  readonly documents: number;
  readonly passages: number;
  readonly documentTerms: number;
  readonly passageTerms: number;
}

/** One state of the index. */
export interface IndexSnapshot {
  readonly generation: number;
  /** By ascending seqs. */
  readonly parts: readonly IndexPart[];
}

export interface SegmentCache {
  /** The store's newest state: one cheap query when nothing has changed. */
  current(): Promise<IndexSnapshot>;
  /** The newest state with the vectors of those parts that `select` wants, as far as they have any. */
  withVectors(
    select: (snapshot: IndexSnapshot) => readonly IndexPart[],
  ): Promise<{ snapshot: IndexSnapshot; rows: ReadonlyMap<IndexPart, VectorRows> }>;
}

/** Keeps the segments of the store in memory; of a change only what is new is read. */
export function createSegmentCache(database: Database, path: string): SegmentCache {
  let snapshot: IndexSnapshot = { generation: -1, parts: [] };
  let lastRemoval = 0;
  let refreshing: Promise<IndexSnapshot> | undefined;
  const vectorRows = new Map<number, VectorRows>();

  const open = <T>(bytes: Uint8Array, decode: (bytes: Uint8Array) => T): T => {
    try {
      return decode(bytes);
    } catch (thrown) {
      throw damagedStore(path, messageOf(thrown), thrown);
    }
  };

  const refresh = async (): Promise<IndexSnapshot> => {
    const known = new Map(snapshot.parts.map((part) => [part.id, part]));
    const next = await database.read(async (queries) => {
      const generation = await readGeneration(queries, path);
      const parts: IndexPart[] = [];
      for (const row of parseRows(SegmentRow, await queries.all(SEGMENTS), path)) {
        const part = known.get(row.id);
        parts.push(part ?? (await readPart(queries, row)));
      }
      const removals = parseRows(RemovalRow, await queries.all(REMOVALS, [lastRemoval]), path);
      return { generation, parts, removals };
    });
    const newSeqs = next.removals.map((removal) => removal.seq);
    snapshot = { generation: next.generation, parts: next.parts.map((part) => withoutDocuments(part, newSeqs)) };
    lastRemoval = next.removals.at(-1)?.id ?? lastRemoval;
    for (const id of vectorRows.keys()) {
      if (!snapshot.parts.some((part) => part.id === id)) vectorRows.delete(id);
    }
    return snapshot;
  };

  const readPart = async (queries: Queries, row: z.infer<typeof SegmentRow>): Promise<IndexPart> => {
    const rows = await queries.all('SELECT keywords AS bytes FROM segment_bodies WHERE segment_id = $1', [row.id]);
    const [blob] = parseRows(BlobRow, rows, path);
    const segment = open(blob?.bytes ?? new Uint8Array(0), openSegment);
    const part = {
      id: row.id,
      segment,
      unitDocuments: unitDocuments(segment),
      documentLengths: sumDocumentLengths(segment),
      live: undefined,
      embedder: row.embedder ?? undefined,
      dimensions: row.dimensions,
    };
    return { ...part, totals: countTotals(part) };
  };

  const current = async (): Promise<IndexSnapshot> => {
    const newest = await readGeneration(database, path);
    // A refresh that began before the newest change does not show it.
    while (snapshot.generation < newest) {
      refreshing ??= refresh().finally(() => {
        refreshing = undefined;
      });
      await refreshing;
    }
    return snapshot;
  };

  return {
    current,
    async withVectors(select) {
      for (;;) {
        const newest = await current();
        const rows = new Map<IndexPart, VectorRows>();
        let complete = true;
        for (const part of select(newest)) {
          if (part.dimensions === 0) continue;
          let loaded = vectorRows.get(part.id);
          if (loaded === undefined) {
            const found = await database.all('SELECT vectors AS bytes FROM segment_bodies WHERE segment_id = $1', [
              part.id,
            ]);
            const [row] = parseRows(BlobRow, found, path);
            // Another process has merged the segment since; that counted the generation on.
            complete = row !== undefined;
            if (row === undefined) break;
            loaded = open(row.bytes, openVectorRows);
            if (
              loaded.rowCount !== part.segment.unitCount - part.segment.documentCount ||
              loaded.dimensions !== part.dimensions
            ) {
              throw damagedStore(path, `the vectors of segment ${part.id} do not fit its passages`);
            }
            vectorRows.set(part.id, loaded);
          }
          rows.set(part, loaded);
        }
        if (!complete) continue;
        // What nobody asks for any more (a graph covers it) leaves the memory.
        for (const id of vectorRows.keys()) if (![...rows.keys()].some((part) => part.id === id)) vectorRows.delete(id);
        return { snapshot: newest, rows };
      }
    },
  };
}

const SEGMENTS = 'SELECT id, CAST(embedder AS BLOB) AS embedder, dimensions FROM segments ORDER BY first_seq';
const REMOVALS = 'SELECT id, seq FROM removals WHERE id > $1 ORDER BY id';
const SegmentRow = z.object({ id: z.number(), embedder: Utf8.nullable(), dimensions: z.number() });
const RemovalRow = z.object({ id: z.number(), seq: z.number() });
const BlobRow = z.object({ bytes: z.instanceof(Uint8Array) });
const GenerationRow = z.object({ value: z.number() });

export async function readGeneration(queries: Queries, path: string): Promise<number> {
  const rows = await queries.all("SELECT value FROM state WHERE name = 'generation'");
  const [row] = parseRows(GenerationRow, rows, path);
  if (row === undefined) throw damagedStore(path, 'its generation is missing');
  return row.value;
}

/** The part without these documents; the same part when it has none of them. */
function withoutDocuments(part: IndexPart, seqs: readonly number[]): IndexPart {
  const { segment } = part;
  const first = at(segment.seqs, 0);
  const last = at(segment.seqs, segment.documentCount - 1);
  let live: Uint8Array | undefined;
  for (const seq of seqs) {
    if (seq < first || seq > last) continue;
    const document = findDocument(segment, seq);
    if (document < 0) continue;
    live ??= part.live?.slice() ?? new Uint8Array(segment.documentCount).fill(1);
    live[document] = 0;
  }
  if (live === undefined) return part;
  return { ...part, live, totals: countTotals({ segment, live }) };
}

function sumDocumentLengths(segment: Segment): Uint32Array {
  const lengths = new Uint32Array(segment.documentCount);
  for (let document = 0; document < segment.documentCount; document += 1) {
    for (let unit = at(segment.firstUnits, document); unit < at(segment.firstUnits, document + 1); unit += 1) {
      lengths[document] = at(lengths, document) + at(segment.unitLengths, unit);
    }
  }
  return lengths;
}

function countTotals({ segment, live }: Pick<IndexPart, 'segment' | 'live'>): PartTotals {
  let [documents, passages, headTerms, passageTerms] = [0, 0, 0, 0];
  for (let document = 0; document < segment.documentCount; document += 1) {
    if (live !== undefined && live[document] === 0) continue;
    const head = at(segment.firstUnits, document);
    const end = at(segment.firstUnits, document + 1);
    documents += 1;
    passages += end - head - 1;
    headTerms += at(segment.unitLengths, head);
    for (let unit = head + 1; unit < end; unit += 1) passageTerms += at(segment.unitLengths, unit);
  }
  return { documents, passages, documentTerms: headTerms + passageTerms, passageTerms };
}
