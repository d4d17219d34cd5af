import { createReadStream, existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { z } from 'zod';
import { DeskError, messageOf } from '../core/errors.ts';

/** Where the evaluation sets lie beside a checkout of the project. */
const SETS_BESIDE_CHECKOUT = '../shared/eval';

/** The folder of the evaluation sets: the one given, else `EVAL_SETS`, else beside the checkout. */
export function findSetsDir(options: { given?: string; env: Readonly<Record<string, string | undefined>> }): string {
  const named = options.given ?? (options.env.EVAL_SETS === '' ? undefined : options.env.EVAL_SETS);
  if (named !== undefined) {
    if (existsSync(named)) return resolve(named);
    throw new DeskError({
      code: 'not_there',
      message: `The folder of evaluation sets "${named}" does not exist.`,
      hint: 'Give an existing folder with --sets DIR or in EVAL_SETS.',
    });
  }
  const checkout = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
  const beside = resolve(checkout, SETS_BESIDE_CHECKOUT);
  if (existsSync(beside)) return beside;
  throw new DeskError({
    code: 'not_there',
    message: `No evaluation sets were found: neither --sets nor EVAL_SETS is given, and "${SETS_BESIDE_CHECKOUT}" beside the checkout does not exist.`,
    hint: 'Give the folder that holds the sets with --sets DIR or in EVAL_SETS; "desk eval gate" needs none.',
  });
}

/** The objects of a `.jsonl` file, one at a time, each checked; empty lines are passed over. */
export async function* readJsonLines<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
): AsyncGenerator<z.output<Schema>> {
  let line = 0;
  for await (const text of readLines(path)) {
    line += 1;
    if (text.trim() === '') continue;
    yield parseLine({ path, line, text, schema });
  }
}

/** All objects of a `.jsonl` file, or an evenly picked sample of them. */
export async function readItems<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  sampleSize?: number,
): Promise<z.output<Schema>[]> {
  const items: z.output<Schema>[] = [];
  for await (const item of readJsonLines(path, schema)) items.push(item);
  return pickSample(items, sampleSize);
}

/** The rows of a tab-separated file by its header's names. */
export async function readTabbedRows(path: string): Promise<Map<string, string>[]> {
  let names: readonly string[] | undefined;
  const rows: Map<string, string>[] = [];
  for await (const line of readLines(path)) {
    if (line.trim() === '') continue;
    const cells = line.split('\t');
    if (names === undefined) names = cells;
    else rows.push(new Map(names.map((name, column) => [name, cells[column] ?? ''])));
  }
  return rows;
}

/** At most `sampleSize` items spread evenly over the list, in order; the same ones every time. */
export function pickSample<Item>(items: readonly Item[], sampleSize?: number): Item[] {
  if (sampleSize === undefined || sampleSize >= items.length) return [...items];
  const picked: Item[] = [];
  const count = Math.max(0, Math.floor(sampleSize));
  for (let index = 0; index < count; index += 1) {
    const item = items[Math.floor((index * items.length) / count)];
    if (item !== undefined) picked.push(item);
  }
  return picked;
}

/** The path of a set's file; a missing one is named before any work begins. */
export function pathInSet(setsDir: string, set: string, file: string): string {
  const path = join(setsDir, set, file);
  if (existsSync(path)) return path;
  throw new DeskError({
    code: 'not_there',
    message: `The evaluation set "${set}" lacks its file "${path}".`,
    hint: 'Check --sets DIR, or leave this set out.',
  });
}

async function* readLines(path: string): AsyncIterable<string> {
  const stream = createReadStream(path, { encoding: 'utf8' });
  try {
    yield* createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY });
  } catch (error) {
    throw new DeskError({
      code: 'not_there',
      message: `The file "${path}" cannot be read: ${messageOf(error)}.`,
      hint: 'Check that it exists and may be read.',
      cause: error,
    });
  } finally {
    stream.destroy();
  }
}

function parseLine<Schema extends z.ZodType>(input: {
  path: string;
  line: number;
  text: string;
  schema: Schema;
}): z.output<Schema> {
  const { path, line, text, schema } = input;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw badLine(`${path}:${line} is not JSON: ${messageOf(error)}.`, error);
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw badLine(
    `${path}:${line} field "${issue?.path.join('.') ?? ''}": ${issue?.message ?? 'not valid'}.`,
    parsed.error,
  );
}

function badLine(message: string, cause: unknown): DeskError {
  return new DeskError({
    code: 'bad_input',
    message,
    hint: 'Mend the line or take the set anew from its source.',
    cause,
  });
}
