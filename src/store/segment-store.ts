import { z } from 'zod';
import { DeskError, messageOf } from '../core/errors.ts';
import type { IndexedDocument } from '../core/ports.ts';
import { type Database, damagedStore, parseRows, type Queries, Utf8 } from './database.ts';
import { planMerge } from './merge-policy.ts';
import { at, encodeSegment, openSegment, type Segment } from './segment.ts';
import { buildSegment } from './segment-builder.ts';
import { mergeSegments } from './segment-merge.ts';
import {
  concatenateVectorRows,
  encodeVectorRows,
  openVectorRows,
  quantiseVectors,
  type VectorRows,
} from './vector-rows.ts';

/** A document with the number that the store has given it. */
export interface NumberedDocument {
  readonly seq: number;
  readonly indexed: IndexedDocument;
}

/** Documents in one new segment at most, so that a single huge change does not need all its segments in memory twice. */
const LARGEST_NEW_SEGMENT = 4_096;

/** Adds the documents (by ascending seq) to the index, inside the caller's transaction. */
export async function addSegments(
  queries: Queries,
  documents: readonly NumberedDocument[],
  embedder: string | undefined,
): Promise<void> {
  for (let start = 0; start < documents.length; start += LARGEST_NEW_SEGMENT) {
    const batch = documents.slice(start, start + LARGEST_NEW_SEGMENT);
    const segment = buildSegment(
      batch.map(({ seq, indexed }) => ({ seq, headTerms: indexed.headTerms, passageTerms: indexed.passageTerms })),
    );
    const vectors = batch.flatMap(({ indexed }) => indexed.passageVectors ?? []);
    const dimensions = vectors[0]?.length ?? 0;
    const rows = dimensions === 0 ? undefined : quantiseVectors(vectors, dimensions);
    await insertSegment(queries, { segment, rows, embedder });
  }
}

async function insertSegment(
  queries: Queries,
  { segment, rows, embedder }: { segment: Segment; rows: VectorRows | undefined; embedder: string | undefined },
): Promise<void> {
  const keywords = encodeSegment(segment);
  const vectors = rows === undefined ? null : encodeVectorRows(rows);
  const inserted = await queries.all(
    `INSERT INTO segments (first_seq, last_seq, documents, removed, size_bytes, embedder, dimensions)
     VALUES ($1, $2, $3, 0, $4, $5, $6) RETURNING id`,
    [
      at(segment.seqs, 0),
      at(segment.seqs, segment.documentCount - 1),
      segment.documentCount,
      keywords.length + (vectors?.length ?? 0),
      embedder ?? null,
      rows?.dimensions ?? 0,
    ],
  );
  const id = z.int().parse(inserted[0]?.id);
  await queries.run('INSERT INTO segment_bodies (segment_id, keywords, vectors) VALUES ($1, $2, $3)', [
    id,
    keywords,
    vectors,
  ]);
}

/** Notes that the documents are live no more, inside the caller's transaction. */
export async function removeFromSegments(queries: Queries, seqs: readonly number[], path: string): Promise<void> {
  for (const seq of seqs) {
    await queries.run('INSERT INTO removals (seq) VALUES ($1)', [seq]);
    await queries.run('UPDATE segments SET removed = removed + 1 WHERE first_seq <= $1 AND last_seq >= $1', [seq]);
  }
  const emptied = parseRows(RangeRow, await queries.all(EMPTIED_SEGMENTS), path);
  for (const range of emptied) await dropRange(queries, range);
}

const EMPTIED_SEGMENTS = 'SELECT first_seq, last_seq FROM segments WHERE removed >= documents';
const RangeRow = z.object({ first_seq: z.number(), last_seq: z.number() });

async function dropRange(queries: Queries, range: { first_seq: number; last_seq: number }): Promise<void> {
  const bounds = [range.first_seq, range.last_seq];
  await queries.run(
    'DELETE FROM segment_bodies WHERE segment_id IN (SELECT id FROM segments WHERE first_seq >= $1 AND last_seq <= $2)',
    bounds,
  );
  await queries.run('DELETE FROM segments WHERE first_seq >= $1 AND last_seq <= $2', bounds);
  await queries.run('DELETE FROM removals WHERE seq >= $1 AND seq <= $2', bounds);
}

/** Merges segments, one transaction each, until the policy is content. What is found does not change by it. */
export async function mergeWhileDue(database: Database, path: string): Promise<void> {
  // Most changes need no merge: ask before the write lock is taken.
  while (planMerge(await readSizes(database, path)) !== undefined) {
    await database.write((queries) => mergeOnce(queries, path));
  }
}

async function mergeOnce(queries: Queries, path: string): Promise<void> {
  const sizes = await readSizes(queries, path);
  const plan = planMerge(sizes);
  if (plan === undefined) return;
  const merging = sizes.slice(plan.start, plan.end);
  const range = { first_seq: merging[0]?.firstSeq ?? 0, last_seq: merging.at(-1)?.lastSeq ?? 0 };
  const removals = await queries.all('SELECT seq FROM removals WHERE seq >= $1 AND seq <= $2', [
    range.first_seq,
    range.last_seq,
  ]);
  const removed = new Set(parseRows(RemovalRow, removals, path).map(({ seq }) => seq));
  const inputs = [];
  for (const { id } of merging) inputs.push(await readInput(queries, { id, removed, path }));
  const segment = mergeSegments(inputs);
  const dimensions = Math.max(0, ...inputs.map(({ rows }) => rows?.dimensions ?? 0));
  const rows =
    dimensions === 0
      ? undefined
      : concatenateVectorRows(
          inputs.flatMap((input) => (input.rows === undefined ? [] : [{ rows: input.rows, keep: input.keepsRow }])),
          dimensions,
        );
  await dropRange(queries, range);
  await insertSegment(queries, { segment, rows, embedder: merging[0]?.embedder });
  await countGeneration(queries);
}

/** Tells all readers that there is something new. */
export async function countGeneration(queries: Queries): Promise<void> {
  await queries.run("UPDATE state SET value = value + 1 WHERE name = 'generation'");
}

const RemovalRow = z.object({ seq: z.number() });

const SizeRow = z
  .object({
    id: z.number(),
    first_seq: z.number(),
    last_seq: z.number(),
    documents: z.number(),
    removed: z.number(),
    size_bytes: z.number(),
    embedder: Utf8.nullable(),
  })
  .transform((row) => ({
    id: row.id,
    firstSeq: row.first_seq,
    lastSeq: row.last_seq,
    documents: row.documents,
    removed: row.removed,
    sizeBytes: row.size_bytes,
    embedder: row.embedder ?? undefined,
  }));

async function readSizes(queries: Queries, path: string) {
  const rows = await queries.all(
    `SELECT id, first_seq, last_seq, documents, removed, size_bytes, CAST(embedder AS BLOB) AS embedder
     FROM segments ORDER BY first_seq`,
  );
  return parseRows(SizeRow, rows, path);
}

const BlobRow = z.object({ keywords: z.instanceof(Uint8Array), vectors: z.instanceof(Uint8Array).nullable() });

async function readInput(
  queries: Queries,
  { id, removed, path }: { id: number; removed: ReadonlySet<number>; path: string },
) {
  const rows = await queries.all('SELECT keywords, vectors FROM segment_bodies WHERE segment_id = $1', [id]);
  const [blobs] = parseRows(BlobRow, rows, path);
  if (blobs === undefined) throw damagedStore(path, `segment ${id} is missing`);
  try {
    const segment = openSegment(blobs.keywords);
    const live = Uint8Array.from(segment.seqs, (seq) => (removed.has(seq) ? 0 : 1));
    const vectors = blobs.vectors === null ? undefined : openVectorRows(blobs.vectors);
    if (vectors !== undefined && vectors.rowCount !== segment.unitCount - segment.documentCount) {
      throw new RangeError(`the vectors of segment ${id} do not fit its passages`);
    }
    const documentOfRow = vectors === undefined ? new Uint32Array(0) : rowDocuments(segment);
    return { segment, live, rows: vectors, keepsRow: (place: number) => at(live, at(documentOfRow, place)) === 1 };
  } catch (thrown) {
    throw thrown instanceof DeskError ? thrown : damagedStore(path, messageOf(thrown), thrown);
  }
}

/** The number of the document of each passage, heads not counted. */
function rowDocuments(segment: Segment): Uint32Array {
  const documents = new Uint32Array(segment.unitCount - segment.documentCount);
  for (let document = 0; document < segment.documentCount; document += 1) {
    documents.fill(
      document,
      at(segment.firstUnits, document) - document,
      at(segment.firstUnits, document + 1) - document - 1,
    );
  }
  return documents;
}
