import { messageOf } from '../core/errors.ts';
import type { SourceItem } from '../core/ports.ts';
import { importOnce } from './import-once.ts';
import type { PdfTextItem } from './join-pdf-lines.ts';
import { joinPdfLines } from './join-pdf-lines.ts';
import { makeDocument } from './make-document.ts';
import type { FileContent } from './read-text-file.ts';
import { problemItem, skipped } from './source-problem.ts';

const loadPdfLibrary = importOnce(() => import('unpdf'));

/** Reads the text layer of a PDF. What the file says of itself (title, author, dates) is often wrong and not used. */
export async function readPdfFile(file: FileContent): Promise<SourceItem[]> {
  const { origin, fileName } = file;
  const { extractTextItems, getDocumentProxy } = await loadPdfLibrary();
  let pages: readonly (readonly PdfTextItem[])[];
  try {
    // A copy: the PDF library takes the memory for itself, and refuses a Buffer.
    const pdf = await getDocumentProxy(new Uint8Array(file.bytes), { verbosity: 0 });
    try {
      pages = (await extractTextItems(pdf)).items;
    } finally {
      await pdf.loadingTask.destroy();
    }
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException';
    const problem = isLocked ? 'it is locked with a password' : `it cannot be read as a PDF: ${messageOf(error)}`;
    const mend = isLocked ? 'Save it without the password.' : 'Open it in a PDF viewer and print it to a new PDF.';
    return [problemItem(skipped({ origin, problem, mend }))];
  }
  const rawText = joinPdfLines(pages);
  if (rawText.trim() === '') {
    const problem = `its ${pages.length === 1 ? 'page has' : `${pages.length} pages have`} no text layer; it seems to be scanned`;
    return [problemItem(skipped({ origin, problem, mend: 'Run text recognition (OCR) on it, or give its text.' }))];
  }
  return makeDocument({ fields: {}, rawText, origin, fileName });
}
