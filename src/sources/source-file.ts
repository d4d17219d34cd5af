import type { Stats } from 'node:fs';
import { open } from 'node:fs/promises';
import { messageOf } from '../core/errors.ts';
import type { SourceFile, SourceItem } from '../core/ports.ts';
import type { FileFormat } from './file-formats.ts';
import { formatSize, MAX_SOURCE_BYTES } from './file-formats.ts';
import { importOnce } from './import-once.ts';
import { problemItem, skipped } from './source-problem.ts';

const loadTextReader = importOnce(() => import('./read-text-file.ts'));
const loadHtmlReader = importOnce(() => import('./read-html-file.ts'));
const loadPdfReader = importOnce(() => import('./read-pdf-file.ts'));
const loadDocxReader = importOnce(() => import('./read-docx-file.ts'));
const loadJsonlReader = importOnce(() => import('./read-jsonl-file.ts'));

/** Grows when the readers give other text for the same bytes, so that files are read again after an upgrade. */
const READER_VERSION = 1;

/** Size and modification time tell whether a file must be read again, at the price of one `stat`. */
export function stampOf(stats: { readonly size: bigint; readonly mtimeNs: bigint }): string {
  return `${READER_VERSION}:${stats.size}:${stats.mtimeNs}`;
}

/** A file that is read only when asked. `path` is where it is, `origin` what it is called. */
export function createSourceFile(file: {
  readonly path: string;
  readonly origin: string;
  readonly fileName: string;
  readonly format: FileFormat;
  readonly stamp: string;
}): SourceFile {
  return { origin: file.origin, stamp: file.stamp, read: () => readItems(file) };
}

type NamedFile = Parameters<typeof createSourceFile>[0];

/** Whatever goes wrong with one file becomes its problem and stops no other. */
async function* readItems(file: NamedFile): AsyncGenerator<SourceItem> {
  try {
    if (file.format === 'jsonl') {
      const { readJsonlFile } = await loadJsonlReader();
      yield* readJsonlFile(file);
    } else {
      yield* await readOneDocument(file, file.format);
    }
  } catch (error) {
    yield problemItem(
      skipped({ origin: file.origin, problem: `it cannot be read: ${messageOf(error)}`, mend: mendFor(error) }),
    );
  }
}

function mendFor(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EACCES' || code === 'EPERM') return 'Give the desk the right to read it.';
  if (code === 'ENOENT') return 'It went away while it was read; run the command again.';
  return 'Open it to see whether it is whole, and save it anew.';
}

async function readOneDocument(file: NamedFile, format: Exclude<FileFormat, 'jsonl'>): Promise<SourceItem[]> {
  const { origin, fileName } = file;
  const content = await readBounded(file.path);
  if (content.sizeBytes > MAX_SOURCE_BYTES) {
    const problem = `it has ${formatSize(content.sizeBytes)}; a document may have ${formatSize(MAX_SOURCE_BYTES)}`;
    return [problemItem(skipped({ origin, problem, mend: 'Split it, or take out what is not text.' }))];
  }
  const { bytes } = content;
  if (bytes.length === 0) {
    return [problemItem(skipped({ origin, problem: 'it is empty', mend: 'Put the text in, or remove the file.' }))];
  }
  switch (format) {
    case 'markdown':
    case 'text': {
      const { readTextFile } = await loadTextReader();
      return readTextFile({ bytes, origin, fileName }, format === 'markdown');
    }
    case 'html': {
      const { readHtmlFile } = await loadHtmlReader();
      return readHtmlFile({ bytes, origin, fileName });
    }
    case 'pdf': {
      const { readPdfFile } = await loadPdfReader();
      return readPdfFile({ bytes, origin, fileName });
    }
    case 'docx': {
      const { readDocxFile } = await loadDocxReader();
      return readDocxFile({ bytes, origin, fileName });
    }
  }
}

/** The bytes of a file, unless it has more than a document may have: then only its size, and nothing is read. */
async function readBounded(path: string): Promise<{ sizeBytes: number; bytes: Uint8Array }> {
  const handle = await open(path, 'r');
  try {
    const stats: Stats = await handle.stat();
    if (stats.size > MAX_SOURCE_BYTES) return { sizeBytes: stats.size, bytes: new Uint8Array() };
    const bytes = await handle.readFile();
    return { sizeBytes: bytes.length, bytes };
  } finally {
    await handle.close();
  }
}
