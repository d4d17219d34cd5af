import { z } from 'zod';
import type { AnalysedDocument } from '../core/document.ts';
import type { DocumentSummary, StoredDocument } from '../core/ports.ts';
import type { Statement } from '../core/statement.ts';
import { damagedStore, describeParseFailure, encodeUtf8, type Row, type SqlValue, Utf8 } from './database.ts';
import { decodeParts, encodeParts } from './document-parts.ts';

/** What is kept as JSON in `documents.about`; JSON holds any string, a NUL or half a surrogate pair too. */
const About = z.object({
  id: z.string(),
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
  contentHash: z.string(),
});

const Offset = z.int().min(0);
const Words = z.string().optional();
const StatementSchema: z.ZodType<Statement> = z.object({
  start: Offset,
  end: Offset,
  text: z.string(),
  kind: z.enum(['direct', 'mixed', 'indirect']),
  speaker: z
    .object({ start: Offset, end: Offset, text: z.string(), name: Words, role: Words, organisation: Words })
    .optional(),
  cue: z.object({ start: Offset, end: Offset, text: z.string() }).optional(),
  via: Words,
  carried: z.boolean(),
});
const Statements = z.array(StatementSchema);

const SummaryRow = z.object({ seq: z.int(), passages: z.int(), statements: z.int(), about: Utf8 });
const BodyRow = z.object({
  statements_json: Utf8,
  parts: z.instanceof(Uint8Array),
  text: Utf8,
});

export const SUMMARY_COLUMNS = 'd.seq, d.passages, d.statements, d.about';
export const BODY_COLUMNS = 'b.statements AS statements_json, b.parts, b.text';

/** The values of `documents` but for its seq: id, language, passages, statements, about. */
export function documentValues(document: AnalysedDocument): SqlValue[] {
  // Picks the known fields and drops the absent ones.
  const about = encodeUtf8(JSON.stringify(About.parse(document)));
  const { id, language, passages, statements } = document;
  return [id, language ?? null, passages.length, statements.length, about];
}

/** The values of `document_bodies`. */
export function bodyValues(seq: number, document: AnalysedDocument): SqlValue[] {
  const statements = encodeUtf8(JSON.stringify(document.statements));
  return [seq, statements, encodeParts(document), encodeUtf8(document.text)];
}

/** @throws DeskError `store_damaged` */
export function readSummaryRow(row: Row, path: string): DocumentSummary {
  return readRow(row, path, () => {
    const { seq, passages, statements, about } = SummaryRow.parse(row);
    // Not a copy: listing 100,000 documents comes down to these lines.
    return Object.assign(About.parse(JSON.parse(about)), { seq, passages, statements });
  });
}

/** @throws DeskError `store_damaged` */
export function readDocumentRow(row: Row, path: string): StoredDocument {
  const { passages, statements, ...summary } = readSummaryRow(row, path);
  return readRow(row, path, () => {
    const body = BodyRow.parse(row);
    const { text } = body;
    const parts = decodeParts(body.parts, text.length);
    const read = Statements.parse(JSON.parse(body.statements_json));
    if (parts.passages.length !== passages || read.length !== statements)
      throw new RangeError('its parts are not complete');
    return { ...summary, text, ...parts, statements: read };
  });
}

function readRow<T>(row: Row, path: string, read: () => T): T {
  try {
    return read();
  } catch (thrown) {
    throw damagedStore(path, `document ${String(row.seq)}: ${describeParseFailure(thrown)}`, thrown);
  }
}
