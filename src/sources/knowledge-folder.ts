import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { DeskError, messageOf } from '../core/errors.ts';
import type { SourceFile, SourceProblem } from '../core/ports.ts';
import { ACCEPTED_ENDINGS, formatOf } from './file-formats.ts';
import { ALIAS_FILE } from './read-alias-file.ts';
import { TERMS_FILE } from './read-terms-file.ts';
import { createSourceFile, stampOf } from './source-file.ts';
import { skipped } from './source-problem.ts';

export interface KnowledgeFiles {
  /** Sorted by origin. */
  readonly files: readonly SourceFile[];
  /** Files that are not read, one problem each, sorted by origin. */
  readonly problems: readonly SourceProblem[];
}

/** `stat` calls under way at a time; more gains nothing, as the thread pool has four threads. */
const STATS_AT_ONCE = 64;

/**
 * Lists the source files of a knowledge folder: those below its `documents/` when there is one, else all below it.
 * Hidden files, `README.md` and links that lead out of the folder are left out. No file is opened.
 * @throws DeskError `not_there` when there is no such folder, `bad_input` when it is a file or cannot be listed.
 */
export async function listKnowledgeFiles(knowledgeDir: string): Promise<KnowledgeFiles> {
  const root = await findRoot(knowledgeDir);
  const listing: Listing = { candidates: [], problems: [] };
  await listFolder(root.path, root.prefix, listing);

  const files: SourceFile[] = [];
  for (let from = 0; from < listing.candidates.length; from += STATS_AT_ONCE) {
    const chunk = listing.candidates.slice(from, from + STATS_AT_ONCE);
    const looked = await Promise.all(chunk.map((candidate) => lookAt(candidate, root.realPath)));
    for (const seen of looked) {
      if ('read' in seen) files.push(seen);
      else listing.problems.push(seen);
    }
  }
  return { files: files.sort(byOrigin), problems: listing.problems.sort(byOrigin) };
}

/** Files beside the documents that say how to read them. */
const IS_READ_APART: ReadonlySet<string> = new Set([TERMS_FILE, ALIAS_FILE]);

interface Candidate {
  readonly path: string;
  readonly origin: string;
  readonly name: string;
  readonly isLink: boolean;
}

interface Listing {
  readonly candidates: Candidate[];
  readonly problems: SourceProblem[];
}

function byOrigin(a: { readonly origin: string }, b: { readonly origin: string }): number {
  return a.origin < b.origin ? -1 : a.origin > b.origin ? 1 : 0;
}

async function findRoot(knowledgeDir: string): Promise<{ path: string; realPath: string; prefix: string }> {
  const documents = join(knowledgeDir, 'documents');
  const isThere = await kindOf(knowledgeDir);
  if (isThere === 'nothing') {
    throw new DeskError({
      code: 'not_there',
      message: `There is no knowledge folder "${knowledgeDir}".`,
      hint: 'Make it and put documents in, or name another with --knowledge or KNOWLEDGE_DIR.',
    });
  }
  if (isThere === 'file') {
    throw new DeskError({
      code: 'bad_input',
      message: `The knowledge folder "${knowledgeDir}" is a file.`,
      hint: 'Name the folder that it is in, or use "desk add" for a single file.',
    });
  }
  const hasDocuments = (await kindOf(documents)) === 'folder';
  const path = hasDocuments ? documents : knowledgeDir;
  return { path, realPath: await realpath(path), prefix: hasDocuments ? 'documents/' : '' };
}

async function kindOf(path: string): Promise<'folder' | 'file' | 'nothing'> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
      return 'nothing';
    throw new DeskError({
      code: 'bad_input',
      message: `The folder "${path}" cannot be looked at: ${messageOf(error)}.`,
      hint: 'Give the desk the right to read it.',
      cause: error,
    });
  }
}

async function listFolder(path: string, prefix: string, listing: Listing): Promise<void> {
  let entries: Dirent[];
  try {
    entries = await readdir(path, { withFileTypes: true });
  } catch (error) {
    const problem = `this folder cannot be listed: ${messageOf(error)}`;
    listing.problems.push(skipped({ origin: prefix, problem, mend: 'Give the desk the right to read it.' }));
    return;
  }
  for (const entry of entries) {
    const { name } = entry;
    if (name.startsWith('.') || name.toLowerCase() === 'readme.md' || (prefix === '' && IS_READ_APART.has(name)))
      continue;
    const origin = prefix + name;
    if (entry.isDirectory()) await listFolder(join(path, name), `${origin}/`, listing);
    else if (entry.isFile() || entry.isSymbolicLink()) {
      listing.candidates.push({ path: join(path, name), origin, name, isLink: entry.isSymbolicLink() });
    } else {
      const problem = 'it is neither a file nor a folder';
      listing.problems.push(skipped({ origin, problem, mend: 'Take it out of the knowledge folder.' }));
    }
  }
}

/** The file, or why it is not read. */
async function lookAt(candidate: Candidate, rootRealPath: string): Promise<SourceFile | SourceProblem> {
  const { path, origin, name } = candidate;
  const format = formatOf(name);
  try {
    if (candidate.isLink && !isInside(rootRealPath, await realpath(path))) {
      const problem = 'it is a link that leads out of the knowledge folder';
      return skipped({ origin, problem, mend: 'Copy the file itself into the folder.' });
    }
    const stats = await stat(path, { bigint: true });
    if (!stats.isFile()) {
      const problem = 'it is a link to something that is not a file';
      return skipped({ origin, problem, mend: 'Put the files themselves into the folder.' });
    }
    if (format === undefined) {
      const problem = 'files with this ending are not read';
      return skipped({ origin, problem, mend: `Save it as one of ${ACCEPTED_ENDINGS}, or take it out.` });
    }
    return createSourceFile({ path, origin, fileName: name, format, stamp: stampOf(stats) });
  } catch (error) {
    return skipped({ origin, problem: `it cannot be looked at: ${messageOf(error)}`, mend: 'Mend or remove it.' });
  }
}

function isInside(root: string, path: string): boolean {
  const way = relative(root, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`);
}
