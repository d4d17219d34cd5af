import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { SourceDocument } from '../../src/core/document.ts';
import type { SourceFile, SourceItem, SourceProblem } from '../../src/core/ports.ts';
import { openNamedFiles } from '../../src/sources/named-files.ts';

/** Runs `use` with a new folder that holds `files` (path to content) and removes it afterwards. */
export async function withFolder<T>(
  files: Readonly<Record<string, string | Uint8Array>>,
  use: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'desk-sources-'));
  try {
    for (const [name, content] of Object.entries(files)) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), content);
    }
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export interface ReadResult {
  readonly documents: readonly SourceDocument[];
  readonly problems: readonly SourceProblem[];
}

export async function readAll(file: SourceFile): Promise<ReadResult> {
  const items: SourceItem[] = [];
  for await (const item of file.read()) items.push(item);
  return {
    documents: items.flatMap((item) => (item.kind === 'document' ? [item.document] : [])),
    problems: items.flatMap((item) => (item.kind === 'problem' ? [item.problem] : [])),
  };
}

/** Reads one file of this name and content, as `desk add` does. */
export function readContent(name: string, content: string | Uint8Array): Promise<ReadResult> {
  return withFolder({ [name]: content }, async (folder) => {
    const [file] = await openNamedFiles([join(folder, name)]);
    if (file === undefined) throw new Error('no file was opened');
    return readAll(file);
  });
}
