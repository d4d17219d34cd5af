import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { DeskError, messageOf } from '../core/errors.ts';
import type { SourceFile } from '../core/ports.ts';
import { ACCEPTED_ENDINGS, formatOf } from './file-formats.ts';
import { createSourceFile, stampOf } from './source-file.ts';

/**
 * The files that a person named to be added, in the order given; a path named twice counts once. Origins are
 * `added:<file name>`. Nothing is opened yet.
 * @throws DeskError `not_there` for a missing file, `bad_input` for a folder, an ending that is not read, or two files
 * with one name (the later would replace the earlier).
 */
export async function openNamedFiles(paths: readonly string[]): Promise<SourceFile[]> {
  const files = new Map<string, SourceFile>();
  for (const path of new Set(paths)) {
    const file = await openNamedFile(path);
    if (files.has(file.origin)) {
      throw new DeskError({
        code: 'bad_input',
        message: `Two of the named files are called "${basename(path)}".`,
        hint: 'Rename one of them: added documents are kept by the name of their file.',
      });
    }
    files.set(file.origin, file);
  }
  return [...files.values()];
}

async function openNamedFile(path: string): Promise<SourceFile> {
  const stats = await statNamed(path);
  if (stats.isDirectory()) {
    throw new DeskError({
      code: 'bad_input',
      message: `"${path}" is a folder, not a file.`,
      hint: 'Name the files in it, or index the folder with --knowledge.',
    });
  }
  const format = formatOf(path);
  if (format === undefined || !stats.isFile()) {
    throw new DeskError({
      code: 'bad_input',
      message: `"${path}" is not a file that the desk reads.`,
      hint: `Save it as one of ${ACCEPTED_ENDINGS}.`,
    });
  }
  const fileName = basename(path);
  return createSourceFile({ path, origin: `added:${fileName}`, fileName, format, stamp: stampOf(stats) });
}

async function statNamed(path: string) {
  try {
    return await stat(path, { bigint: true });
  } catch (error) {
    const isMissing =
      error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
    throw new DeskError({
      code: isMissing ? 'not_there' : 'bad_input',
      message: isMissing ? `There is no file "${path}".` : `"${path}" cannot be looked at: ${messageOf(error)}.`,
      hint: isMissing ? 'Check the path; it counts from the current folder.' : 'Give the desk the right to read it.',
      cause: error,
    });
  }
}
