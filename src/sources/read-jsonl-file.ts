import { createReadStream } from 'node:fs';
import { z } from 'zod';
import { messageOf } from '../core/errors.ts';
import type { SourceItem, SourceProblem } from '../core/ports.ts';
import { decodeText, markedCharset } from './decode-text.ts';
import type { DocumentFields, FieldName } from './document-fields.ts';
import { checkField } from './document-fields.ts';
import { formatSize, MAX_SOURCE_BYTES } from './file-formats.ts';
import { makeDocument } from './make-document.ts';
import { noted, problemItem, skipped } from './source-problem.ts';
import { splitLines } from './split-lines.ts';

/** A file of another kind by mistake has a fault on every line; so many are named singly, the rest counted. */
const PROBLEMS_NAMED_SINGLY = 100;

/**
 * Reads a `.jsonl` file, one document a line, holding one line at a time in memory. A bad line is named by its number
 * and skipped; a bad optional field is noted and left unknown.
 */
export async function* readJsonlFile(file: {
  readonly path: string;
  readonly origin: string;
  readonly fileName: string;
}): AsyncGenerator<SourceItem> {
  const { origin, fileName } = file;
  let problems = 0;
  let lines = 0;
  for await (const { number, bytes, sizeBytes } of splitLines(createReadStream(file.path), MAX_SOURCE_BYTES)) {
    if (number === 1 && markedCharset(bytes)?.startsWith('utf-16') === true) {
      yield problemItem(skipped({ origin, problem: 'it is UTF-16', mend: 'Save it as UTF-8.' }));
      return;
    }
    const items = readLine({ bytes, sizeBytes, line: number, origin, fileName });
    lines += items.length === 0 ? 0 : 1;
    for (const item of items) {
      if (item.kind === 'problem') problems += 1;
      if (item.kind === 'document' || problems <= PROBLEMS_NAMED_SINGLY) yield item;
    }
  }
  if (lines === 0) {
    yield problemItem(
      skipped({ origin, problem: 'it is empty', mend: 'Put one JSON object a line in, or remove it.' }),
    );
  }
  if (problems > PROBLEMS_NAMED_SINGLY) {
    const problem = `${problems - PROBLEMS_NAMED_SINGLY} more problems were found in it`;
    yield problemItem(noted({ origin, problem, mend: 'Mend those named before, and look again.' }));
  }
}

interface JsonlLine {
  readonly bytes: Uint8Array;
  readonly sizeBytes: number;
  /** From 1. */
  readonly line: number;
  readonly origin: string;
  readonly fileName: string;
}

/** No items for an empty line. */
function readLine(whole: JsonlLine): SourceItem[] {
  const { line, origin, fileName } = whole;
  const leaveOut = (problem: string, mend: string, field?: string) => [
    problemItem(skipped({ origin, line, field, problem, mend })),
  ];
  if (whole.sizeBytes > MAX_SOURCE_BYTES) {
    const problem = `the line has ${formatSize(whole.sizeBytes)}; a document may have ${formatSize(MAX_SOURCE_BYTES)}`;
    return leaveOut(problem, 'Split the document.');
  }
  const decoded = decodeText(whole.bytes);
  if (!decoded.ok) return leaveOut(decoded.problem.replace(/^it /, 'the line '), decoded.mend);
  if (decoded.text.trim() === '') return [];
  const parsed = parseRecord(decoded.text);
  if ('problem' in parsed) return leaveOut(parsed.problem, 'Write one JSON object a line: {"id": …, "text": …}.');

  const { id: givenId, text } = parsed.record;
  const id = checkField('id', typeof givenId === 'number' ? String(givenId) : (givenId ?? undefined));
  if (!id.ok) return leaveOut(`the id ${id.problem}`, 'Give the document an "id" of its own.', 'id');
  if (typeof text !== 'string') {
    return leaveOut(`the document "${id.value}" has no "text"`, 'Give its text as a string.', 'text');
  }
  const { fields, notes } = checkOptional(parsed.record, { origin, line });
  const document = makeDocument({
    fields: { ...fields, id: id.value },
    rawText: text,
    origin,
    fileName,
    line,
    emptyTextAllowed: true,
  });
  return [...notes.map(problemItem), ...document];
}

const OPTIONAL_FIELDS = [
  'title',
  'publisher',
  'attribution',
  'terms',
  'author',
  'url',
  'published',
  'language',
] as const;

/** Only the shape; what stands in the fields is checked one by one, so that one bad field costs no document. */
const RECORD = z.record(z.string(), z.unknown());

function parseRecord(text: string): { readonly record: z.infer<typeof RECORD> } | { readonly problem: string } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return { problem: `the line is not JSON: ${messageOf(error)}` };
  }
  const record = RECORD.safeParse(json);
  return record.success ? { record: record.data } : { problem: 'the line is not a JSON object' };
}

function checkOptional(
  given: Readonly<Record<string, unknown>>,
  place: { readonly origin: string; readonly line: number },
): { fields: DocumentFields; notes: SourceProblem[] } {
  const fields: Partial<Record<FieldName, string>> = {};
  const notes: SourceProblem[] = [];
  for (const field of OPTIONAL_FIELDS) {
    const value = given[field];
    if (value === undefined || value === null || (typeof value === 'string' && value.trim() === '')) continue;
    const checked = checkField(field, value);
    if (checked.ok) fields[field] = checked.value;
    else {
      const problem = `${field} ${checked.problem}; it is left unknown`;
      notes.push(noted({ ...place, field, problem, mend: 'Mend it or leave it out.' }));
    }
  }
  return { fields, notes };
}
