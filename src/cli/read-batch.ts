import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { z } from 'zod';
import { DeskError, messageOf } from '../core/errors.ts';

/**
 * Reads a JSONL file (`-` = standard input) line by line. Empty lines are passed over.
 * @throws DeskError `bad_input` that names the line, or the file that cannot be read.
 */
export async function* readBatch<Schema extends z.ZodType>(file: string, schema: Schema): AsyncIterable<z.infer<Schema>> {
  const input = file === '-' ? process.stdin : createReadStream(file);
  let failure: unknown;
  input.on('error', (error: unknown) => {
    failure = error;
  });
  let line = 0;
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    line += 1;
    if (text.trim() !== '') yield readLine(text, schema, `${file === '-' ? 'standard input' : file}, line ${line}`);
  }
  if (failure !== undefined) {
    throw new DeskError({
      code: 'not_there',
      message: `The file "${file}" cannot be read: ${messageOf(failure)}.`,
      hint: 'Name an existing JSONL file, or - for standard input.',
      cause: failure,
    });
  }
}

function readLine<Schema extends z.ZodType>(text: string, schema: Schema, place: string): z.infer<Schema> {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
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
  const issues = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'the line'}: ${message}`).join('; ');
  throw new DeskError({ code: 'bad_input', message: `${place} does not fit: ${issues}.`, hint: 'Correct that line and run it again.' });
}
