import type { SourceItem } from '../core/ports.ts';
import { decodeText } from './decode-text.ts';
import { makeDocument } from './make-document.ts';
import { readHtmlPage } from './read-html-page.ts';
import type { FileContent } from './read-text-file.ts';
import { noted, problemItem, skipped } from './source-problem.ts';

/** Reads the article of a saved web page, and what the page tells of it. */
export async function readHtmlFile(file: FileContent): Promise<SourceItem[]> {
  const { origin, fileName } = file;
  const decoded = decodeText(file.bytes, declaredCharset(file.bytes));
  if (!decoded.ok) {
    const { problem, mend, line } = decoded;
    return [problemItem(skipped({ origin, problem, mend, line }))];
  }
  const page = await readHtmlPage(decoded.text);
  const notes = page.doubts.map(({ field, problem }) =>
    noted({ origin, field, problem: `${field} ${problem}; it is left unknown`, mend: 'Nothing needs to be done.' }),
  );
  const { fields, ownTitle, rawText } = page;
  return [...notes.map(problemItem), ...makeDocument({ fields, ownTitle, rawText, origin, fileName })];
}

/** Within so many bytes a page must declare its encoding (HTML Living Standard, 4.2.5.4). */
const DECLARATION_BYTES = 1024;

function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, DECLARATION_BYTES)).toString('latin1');
  const charset = /<meta\s[^>]*charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]+)/i.exec(head)?.[1]?.toLowerCase();
  // A page that was decoded far enough to find an ASCII declaration is not UTF-16, whatever it says (same standard, 13.2.3.2).
  return charset?.startsWith('utf-16') === true ? undefined : charset;
}
