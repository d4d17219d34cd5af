import { z } from 'zod';
import { messageOf } from '../core/errors.ts';
import type { FileRecord, IndexedDocument, KnowledgeStore, Logger, StoredDocument } from '../core/ports.ts';
import { checkChange, checkDimensions } from './change-check.ts';
import {
  type Database,
  damagedStore,
  encodeUtf8,
  parseRows,
  type Queries,
  type Row,
  type SqlValue,
  Utf8,
} from './database.ts';
import {
  BODY_COLUMNS,
  bodyValues,
  documentValues,
  readDocumentRow,
  readSummaryRow,
  SUMMARY_COLUMNS,
} from './document-rows.ts';
import { readGeneration } from './segment-cache.ts';
import {
  addSegments,
  countGeneration,
  mergeWhileDue,
  type NumberedDocument,
  removeFromSegments,
} from './segment-store.ts';
import { deleteSpeakers, insertSpeakers } from './speaker-rows.ts';

export interface KnowledgeStoreOptions {
  readonly database: Database;
  /** Of the database, for messages. */
  readonly path: string;
  readonly logger: Logger;
}

/** Documents, and with them, in the same transactions, the index of `segment-store.ts`. */
export function createKnowledgeStore({ database, path, logger }: KnowledgeStoreOptions): KnowledgeStore {
  const readBodies = async (column: 'id' | 'seq', keys: readonly SqlValue[]): Promise<StoredDocument[]> => {
    const found: StoredDocument[] = [];
    for (let start = 0; start < keys.length; start += KEYS_PER_QUERY) {
      const some = keys.slice(start, start + KEYS_PER_QUERY);
      const marks = some.map((_, index) => `$${index + 1}`).join(', ');
      const rows = await database.all(
        `SELECT ${SUMMARY_COLUMNS}, ${BODY_COLUMNS} FROM documents d JOIN document_bodies b ON b.seq = d.seq
         WHERE d.${column} IN (${marks})`,
        some,
      );
      found.push(...rows.map((row) => readDocumentRow(row, path)));
    }
    return found;
  };

  return {
    async listDocuments() {
      const rows = await database.all(`SELECT ${SUMMARY_COLUMNS} FROM documents d ORDER BY d.seq`);
      return rows.map((row) => readSummaryRow(row, path));
    },

    async findDocuments(ids) {
      const known = new Map((await readBodies('id', [...new Set(ids)])).map((document) => [document.id, document]));
      return ids.flatMap((id) => known.get(id) ?? []);
    },

    async readDocuments(seqs) {
      const known = new Map((await readBodies('seq', [...new Set(seqs)])).map((document) => [document.seq, document]));
      return seqs.flatMap((seq) => known.get(seq) ?? []);
    },

    async applyChange({ put, removeIds, embedderName, files = [] }) {
      const embedder = checkChange(put, embedderName);
      const latest = new Map(put.map((indexed) => [indexed.document.id, indexed]));
      await database.write(async (queries) => {
        const withdrawn = await withdrawDocuments(queries, [...removeIds, ...latest.keys()]);
        await forgetAnswers(queries, removeIds);
        await removeFromSegments(queries, withdrawn, path);
        await deleteSpeakers(queries, withdrawn);
        await checkDimensions(queries, put, embedder);
        await addSegments(queries, await insertDocuments(queries, latest.values()), embedder);
        for (const file of files) await noteFile(queries, file);
        if (withdrawn.length > 0 || latest.size > 0) await countGeneration(queries);
      });
      await mergeWhileDue(database, path).catch((thrown: unknown) => {
        // The change is stored; the merge makes searching faster and is tried again after the next change.
        logger.warn({ reason: messageOf(thrown) }, 'segments of the index could not be merged');
      });
    },

    async listOutdated() {
      const rows = await database.all('SELECT seq FROM documents WHERE speakers IS NULL ORDER BY seq');
      return parseRows(SeqRow, rows, path).map(({ seq }) => seq);
    },

    async fileRecords() {
      const rows = await database.all('SELECT record FROM files ORDER BY origin');
      return new Map(rows.map((row) => readFileRow(row, path)).map((file) => [file.origin, file]));
    },

    async counts() {
      const rows = await database.all(
        `SELECT count(*) AS documents, coalesce(sum(passages), 0) AS passages, coalesce(sum(statements), 0) AS statements
         FROM documents`,
      );
      return parseRows(Counts, rows, path)[0] ?? { documents: 0, passages: 0, statements: 0 };
    },

    async embedderName() {
      // While documents are embedded anew there are two names, and neither holds for all.
      const rows = await database.all('SELECT DISTINCT CAST(embedder AS BLOB) AS embedder FROM segments');
      const [only] = rows.length === 1 ? parseRows(EmbedderRow, rows, path) : [];
      return only?.embedder ?? undefined;
    },

    generation: () => readGeneration(database, path),
    close: () => database.close(),
  };
}

/** SQLite takes 32,766 parameters, PostgreSQL 65,535; more than this many documents are rarely asked for. */
const KEYS_PER_QUERY = 500;

const Counts = z.object({ documents: z.number(), passages: z.number(), statements: z.number() });

const SeqRow = z.object({ seq: z.int() });

const EmbedderRow = z.object({ embedder: Utf8.nullable() });

/** Deletes the documents with these ids; gives the numbers of those that were there. */
async function withdrawDocuments(queries: Queries, ids: readonly string[]): Promise<number[]> {
  const seqs: number[] = [];
  for (const id of new Set(ids)) {
    const [row] = await queries.all('DELETE FROM documents WHERE id = $1 RETURNING seq', [id]);
    if (row === undefined) continue;
    const seq = z.int().parse(row.seq);
    await queries.run('DELETE FROM document_bodies WHERE seq = $1', [seq]);
    seqs.push(seq);
  }
  return seqs;
}

/** Deletes the kept answers that cite one of these documents, and the questions that led to them. */
async function forgetAnswers(queries: Queries, documentIds: readonly string[]): Promise<void> {
  for (const id of documentIds) {
    await queries.run(
      `DELETE FROM conversation_questions WHERE answer_id IN
         (SELECT answer_id FROM answer_documents WHERE document_id = $1)`,
      [id],
    );
    await queries.run(
      `DELETE FROM answer_askers WHERE answer_id IN
         (SELECT answer_id FROM answer_documents WHERE document_id = $1)`,
      [id],
    );
    await queries.run(
      'DELETE FROM answers WHERE id IN (SELECT answer_id FROM answer_documents WHERE document_id = $1)',
      [id],
    );
    await queries.run(
      `DELETE FROM answer_documents WHERE answer_id IN
         (SELECT answer_id FROM answer_documents WHERE document_id = $1)`,
      [id],
    );
  }
}

async function insertDocuments(queries: Queries, documents: Iterable<IndexedDocument>): Promise<NumberedDocument[]> {
  const numbered: NumberedDocument[] = [];
  const words = new Set<string>();
  for (const indexed of documents) {
    const [row] = await queries.all(
      `INSERT INTO documents (id, language, passages, statements, about, speakers)
       VALUES ($1, $2, $3, $4, $5, $6) RETURNING seq`,
      [...documentValues(indexed.document), indexed.speakers.entries.length],
    );
    const seq = z.int().parse(row?.seq);
    await queries.run(
      'INSERT INTO document_bodies (seq, statements, parts, text) VALUES ($1, $2, $3, $4)',
      bodyValues(seq, indexed.document),
    );
    await insertSpeakers(queries, { seq, about: indexed.document, speakers: indexed.speakers }, words);
    numbered.push({ seq, indexed });
  }
  return numbered;
}

async function noteFile(queries: Queries, file: FileRecord): Promise<void> {
  if (file.stamp === undefined) {
    await queries.run('DELETE FROM files WHERE origin = $1', [file.origin]);
    return;
  }
  await queries.run(
    'INSERT INTO files (origin, record) VALUES ($1, $2) ON CONFLICT (origin) DO UPDATE SET record = excluded.record',
    [file.origin, encodeUtf8(JSON.stringify(FileRecordSchema.parse(file)))],
  );
}

const FileRecordSchema = z.object({
  origin: z.string(),
  stamp: z.string(),
  documentIds: z.array(z.string()),
  problems: z
    .array(
      z.object({
        origin: z.string(),
        line: z.number().optional(),
        field: z.string().optional(),
        problem: z.string(),
        mend: z.string(),
        effect: z.enum(['skipped', 'noted']),
      }),
    )
    .optional(),
});

function readFileRow(row: Row, path: string): FileRecord {
  try {
    return FileRecordSchema.parse(JSON.parse(Utf8.parse(row.record)));
  } catch (thrown) {
    throw damagedStore(path, 'the record of a file cannot be read', thrown);
  }
}
