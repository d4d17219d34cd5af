import { createReadStream } from 'node:fs';
import { z } from 'zod';
import { DeskError, messageOf } from '../core/errors.ts';
import { decodeText } from '../sources/decode-text.ts';
import { formatSize, MAX_SOURCE_BYTES } from '../sources/file-formats.ts';
import { type ByteLine, splitLines } from '../sources/split-lines.ts';

/** What names a line of a batch: given back as it came. */
export const BATCH_ID = z.union([z.string(), z.number()]);

/**
 * Reads a JSONL file (`-` = standard input) line by line, so that the first lines are worked on before the last ones
 * are there. Empty lines are passed over.
 * @throws DeskError `bad_input` that names the line, `not_there` when the file cannot be read.
 */
export async function* readBatch<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
): AsyncIterable<z.infer<Schema>> {
  const name = file === '-' ? 'standard input' : file;
  const lines = splitLines(file === '-' ? process.stdin : createReadStream(file), MAX_SOURCE_BYTES)[
    Symbol.asyncIterator
  ]();
  try {
    for (;;) {
      const next = await lines.next().catch((error: unknown) => refuseFile(name, error));
      if (next.done === true) return;
      const place = `${name}, line ${next.value.number}`;
      const text = decodeLine(next.value, place);
      if (text.trim() !== '') yield parseLine(text, schema, place);
    }
  } finally {
    // Lets go of the file, above all of a standard input that goes on: it would keep the process alive.
    await lines.return(undefined);
  }
}

function refuseFile(name: string, error: unknown): never {
  throw new DeskError({
    code: 'not_there',
    message: `The batch "${name}" cannot be read: ${messageOf(error)}.`,
    hint: 'Name an existing JSONL file, or - for standard input.',
    cause: error,
  });
}

function decodeLine({ bytes, sizeBytes }: ByteLine, place: string): string {
  if (sizeBytes > MAX_SOURCE_BYTES) {
    const message = `${place} has ${formatSize(sizeBytes)}; a line may have ${formatSize(MAX_SOURCE_BYTES)}.`;
    throw new DeskError({ code: 'bad_input', message, hint: 'Split it, or check that the file is JSONL.' });
  }
  const decoded = decodeText(bytes);
  if (decoded.ok) return decoded.text;
  throw new DeskError({ code: 'bad_input', message: `${place}: ${decoded.problem}.`, hint: decoded.mend });
}

function parseLine<Schema extends z.ZodType>(text: string, schema: Schema, place: string): z.infer<Schema> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new DeskError({
      code: 'bad_input',
      message: `${place} is not JSON: ${messageOf(error)}.`,
      hint: 'Write one JSON object a line.',
      cause: error,
    });
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues
    .map(({ path, message }) => `${path.join('.') || 'the line'}: ${message}`)
    .join('; ');
  throw new DeskError({
    code: 'bad_input',
    message: `${place} does not fit: ${issues}.`,
    hint: 'Correct that line and run it again.',
  });
}
