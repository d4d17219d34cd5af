import { z } from 'zod';
import { messageOf } from '../core/errors.ts';
import type { DocumentSummary, StoredDocument } from '../core/ports.ts';
import type { AnalysedDocument } from '../core/document.ts';
import type { Statement } from '../core/statement.ts';
import { damagedStore, type Row, type SqlValue } from './database.ts';
import { decodeParts, encodeParts } from './document-parts.ts';

/** What of a document is kept as JSON in `documents.about`; JSON, unlike an SQL text, can hold any string. */
const About = z.object({
  title: z.string(),
  titleGivenByDesk: z.boolean(),
  publisher: z.string().optional(),
  attribution: z.string().optional(),
  terms: z.string().optional(),
  url: z.string().optional(),
  author: z.string().optional(),
  published: z.string().optional(),
  language: z.string().optional(),
  origin: z.string(),
  fileName: z.string(),
});

const Offset = z.int().min(0);
const Words = z.string().optional();
const StatementSchema: z.ZodType<Statement> = z.object({
  start: Offset,
  end: Offset,
  text: z.string(),
  kind: z.enum(['direct', 'mixed', 'indirect']),
  speaker: z.object({ start: Offset, end: Offset, text: z.string(), name: Words, role: Words, organisation: Words }).optional(),
  cue: z.object({ start: Offset, end: Offset, text: z.string() }).optional(),
  via: Words,
  carried: z.boolean(),
});
const Statements = z.array(StatementSchema);

const SummaryRow = z.object({
  seq: z.int(),
  id: z.string(),
  content_hash: z.string(),
  passages: z.int(),
  statements: z.int(),
  about: z.string(),
});
const BodyRow = z.object({
  statements_json: z.string(),
  parts: z.instanceof(Uint8Array),
  text: z.instanceof(Uint8Array),
});

export const SUMMARY_COLUMNS = 'd.seq, d.id, d.content_hash, d.passages, d.statements, d.about';
export const BODY_COLUMNS = 'b.statements AS statements_json, b.parts, b.text';

/** The values of `documents` but for its seq: id, language, passages, statements, content_hash, about. */
export function documentValues(document: AnalysedDocument): SqlValue[] {
  // Picks the known fields and drops the absent ones.
  const about = JSON.stringify(About.parse(document));
  const { id, language, passages, statements, contentHash } = document;
  return [id, language ?? null, passages.length, statements.length, contentHash, about];
}

/** The values of `document_bodies`. */
export function bodyValues(seq: number, document: AnalysedDocument): SqlValue[] {
  return [seq, JSON.stringify(document.statements), encodeParts(document), Buffer.from(document.text, 'utf8')];
}

/** @throws DeskError `store_damaged` */
export function readSummaryRow(row: Row, path: string): DocumentSummary {
  return readRow(row, path, () => {
    const { seq, id, content_hash: contentHash, passages, statements, about } = SummaryRow.parse(row);
    return { ...About.parse(JSON.parse(about)), seq, id, contentHash, passages, statements };
  });
}

/** @throws DeskError `store_damaged` */
export function readDocumentRow(row: Row, path: string): StoredDocument {
  const { passages, statements, ...summary } = readSummaryRow(row, path);
  return readRow(row, path, () => {
    const body = BodyRow.parse(row);
    const text = Buffer.from(body.text.buffer, body.text.byteOffset, body.text.byteLength).toString('utf8');
    const parts = decodeParts(body.parts, text.length);
    const read = Statements.parse(JSON.parse(body.statements_json));
    if (parts.passages.length !== passages || read.length !== statements) throw new RangeError('its parts are not complete');
    return { ...summary, text, ...parts, statements: read };
  });
}

function readRow<T>(row: Row, path: string, read: () => T): T {
  try {
    return read();
  } catch (thrown) {
    const what = thrown instanceof z.ZodError ? z.prettifyError(thrown).replace(/\s+/g, ' ') : messageOf(thrown);
    throw damagedStore(path, `document ${JSON.stringify(row.id)}: ${what}`, thrown);
  }
}
