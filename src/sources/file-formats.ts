import { extname } from 'node:path';

export type FileFormat = 'markdown' | 'text' | 'html' | 'pdf' | 'docx' | 'jsonl';

const FORMAT_BY_ENDING: Readonly<Record<string, FileFormat>> = {
  '.md': 'markdown',
  '.txt': 'text',
  '.html': 'html',
  '.htm': 'html',
  '.pdf': 'pdf',
  '.docx': 'docx',
  '.jsonl': 'jsonl',
};

/** For people: what endings are read. */
export const ACCEPTED_ENDINGS = Object.keys(FORMAT_BY_ENDING).join(', ');

/** The format that a file's ending tells, upper or lower case; `undefined` when it is not read. */
export function formatOf(path: string): FileFormat | undefined {
  return FORMAT_BY_ENDING[extname(path).toLowerCase()];
}

/** One document's file (or one line of a `.jsonl`) may have so many bytes: some 3 million words, far above any article. */
export const MAX_SOURCE_BYTES = 20_000_000;

/** "21.0 MB", with the decimal megabyte; below 100 kB in bytes. */
export function formatSize(sizeBytes: number): string {
  return sizeBytes < 100_000 ? `${sizeBytes} bytes` : `${(sizeBytes / 1e6).toFixed(1)} MB`;
}
