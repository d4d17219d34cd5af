import { messageOf } from '../core/errors.ts';
import type { SourceItem } from '../core/ports.ts';
import { formatSize } from './file-formats.ts';
import { importOnce } from './import-once.ts';
import { makeDocument } from './make-document.ts';
import type { FileContent } from './read-text-file.ts';
import { problemItem, skipped } from './source-problem.ts';
import { unpackedXmlBytes } from './unpacked-size.ts';

const loadDocxLibrary = importOnce(() => import('mammoth'));

/** XML may be so large when unpacked: a hundred times a thick book. Above it, it is a trap ("zip bomb"). */
const MAX_UNPACKED_BYTES = 200_000_000;

/** Reads the paragraphs of a Word document; its pictures, comments and headers are left out. */
export async function readDocxFile(file: FileContent): Promise<SourceItem[]> {
  const { origin, fileName } = file;
  const buffer = Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength);
  const broken = (problem: string) => [
    problemItem(skipped({ origin, problem, mend: 'Open it in a word processor and save it anew as .docx.' })),
  ];

  const unpackedBytes = unpackedXmlBytes(buffer, MAX_UNPACKED_BYTES);
  if (unpackedBytes === undefined) return broken('it is not a whole .docx file');
  if (unpackedBytes > MAX_UNPACKED_BYTES) {
    return broken(`it unpacks to more than ${formatSize(MAX_UNPACKED_BYTES)} of text`);
  }
  const { default: mammoth } = await loadDocxLibrary();
  let rawText: string;
  try {
    rawText = (await mammoth.extractRawText({ buffer })).value;
  } catch (error) {
    return broken(`it cannot be read as a .docx file: ${messageOf(error)}`);
  }
  return makeDocument({ fields: {}, rawText, origin, fileName });
}
