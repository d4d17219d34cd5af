import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import type { AliasEntry } from '../core/entity.ts';
import { messageOf } from '../core/errors.ts';
import type { SourceProblem } from '../core/ports.ts';
import { foldWord } from '../core/text/terms.ts';
import { noted } from './source-problem.ts';

/** Who is who, as a person wrote it. */
export interface AliasFile {
  readonly entries: readonly AliasEntry[];
  /** One for each entry that is not used; the others are. */
  readonly problems: readonly SourceProblem[];
}

export const ALIAS_FILE = 'aliases.yaml';
/** Larger files are no list of names. */
const LARGEST_BYTES = 5_000_000;
const LONGEST_NAME = 200;
const HOW = 'Write "- name: …" and under it, set in by two spaces, "also: [ …, … ]".';
const NOTHING: AliasFile = { entries: [], problems: [] };

/** Reads the alias file again whenever it has changed; the same object as long as it has not. A missing file is none. */
export function createAliasReader(path: string | undefined): () => Promise<AliasFile> {
  let kept: { stamp: string; file: AliasFile } | undefined;
  return async () => {
    if (path === undefined) return NOTHING;
    const stamp = await stampOf(path);
    if (stamp === undefined) return NOTHING;
    if (kept?.stamp !== stamp) kept = { stamp, file: await readAliasFile(path) };
    return kept.file;
  };
}

async function stampOf(path: string): Promise<string | undefined> {
  try {
    const stats = await stat(path, { bigint: true });
    return stats.isFile() ? `${stats.size}:${stats.mtimeNs}` : undefined;
  } catch {
    // A file that is gone or out of reach says nothing; where it is there and cannot be read, reading tells.
    return undefined;
  }
}

async function readAliasFile(path: string): Promise<AliasFile> {
  const origin = basename(path);
  try {
    const bytes = await readFile(path);
    if (bytes.length > LARGEST_BYTES) {
      const problem = `it is larger than ${LARGEST_BYTES / 1_000_000} MB and is not read`;
      return { entries: [], problems: [noted({ origin, problem, mend: HOW })] };
    }
    return parseAliases(bytes.toString('utf8'), origin);
  } catch (error) {
    const problem = `it cannot be read: ${messageOf(error)}`;
    return { entries: [], problems: [noted({ origin, problem, mend: 'Give the desk the right to read it.' })] };
  }
}

const Name = z
  .string('is not a name')
  .trim()
  .min(1, 'is empty')
  .max(LONGEST_NAME, `is longer than ${LONGEST_NAME} characters`)
  .regex(/[\p{L}\p{N}]/u, 'holds no letter');
/** One name may stand without brackets. */
const Names = z.union([z.array(Name), Name.transform((name) => [name])], 'is not a list of names').default([]);
const Entry = z.strictObject({
  name: Name,
  kind: z.enum(['person', 'body'], 'is neither person nor body').optional(),
  also: Names,
  apart: Names,
  of: Names,
});

/** Reads the entries of an alias file. One that cannot be used is told with its line and left out. */
export function parseAliases(text: string, origin: string): AliasFile {
  const lineCounter = new LineCounter();
  const yaml = parseDocument(text.replace(/^\uFEFF/, ''), { schema: 'failsafe', prettyErrors: false, lineCounter });
  const lineAt = (offset: number | undefined) => lineCounter.linePos(offset ?? 0).line;
  const problems: SourceProblem[] = [];
  const fault = yaml.errors[0];
  if (fault !== undefined) {
    const problem = `it is not valid YAML and none of it is used: ${fault.message.split('\n', 1)[0] ?? ''}`;
    return { entries: [], problems: [noted({ origin, line: lineAt(fault.pos[0]), problem, mend: HOW })] };
  }
  if (yaml.contents === null) return NOTHING;
  if (!isSeq(yaml.contents)) {
    return { entries: [], problems: [noted({ origin, line: 1, problem: 'it is not a list of names', mend: HOW })] };
  }
  const entries: AliasEntry[] = [];
  const owners = new Map<string, string>();
  for (const item of yaml.contents.items) {
    const line = lineAt(isMap(item) || isScalar(item) || isSeq(item) ? item.range?.[0] : undefined);
    const read = Entry.safeParse(isMap(item) ? item.toJSON() : undefined);
    if (!read.success) {
      problems.push(noted({ origin, line, ...describeIssue(read.error), mend: HOW }));
      continue;
    }
    const { kind, ...entry } = read.data;
    const taken = entry.of.length > 0 ? undefined : takenName([entry.name, ...entry.also], owners);
    if (taken !== undefined) {
      const problem = `"${taken.name}" is a name of "${taken.owner}" already, so "${entry.name}" is not used`;
      problems.push(noted({ origin, line, problem, mend: 'Leave the name with one of the two, or join them.' }));
      continue;
    }
    if (entry.of.length === 0) for (const name of [entry.name, ...entry.also]) owners.set(foldName(name), entry.name);
    entries.push(kind === undefined ? entry : { ...entry, kind });
  }
  return { entries, problems };
}

/** Two entries with one name would merge in the order of the file: a person must say which it is. */
function takenName(
  names: readonly string[],
  owners: ReadonlyMap<string, string>,
): { name: string; owner: string } | undefined {
  for (const name of names) {
    const owner = owners.get(foldName(name));
    if (owner !== undefined) return { name, owner };
  }
  return undefined;
}

function foldName(name: string): string {
  return name
    .split(/\s+/)
    .map((word) => foldWord(word))
    .join(' ');
}

function describeIssue(error: z.ZodError): { field?: string; problem: string } {
  const issue = error.issues[0];
  if (issue?.code === 'unrecognized_keys') {
    const field = issue.keys[0] ?? '';
    return { field, problem: `the field "${field}" is not known; the known ones are name, kind, also, apart, of` };
  }
  const field = issue?.path[0];
  if (typeof field !== 'string') return { problem: 'the entry is not "name: …" with its fields' };
  return {
    field,
    problem: `${field} ${field === 'name' && issue?.code === 'invalid_type' ? 'is missing' : issue?.message}`,
  };
}
