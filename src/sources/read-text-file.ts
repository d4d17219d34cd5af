import type { SourceItem } from '../core/ports.ts';
import { decodeText } from './decode-text.ts';
import { importOnce } from './import-once.ts';
import { makeDocument } from './make-document.ts';
import { problemItem, skipped } from './source-problem.ts';
import { splitFrontMatter } from './split-front-matter.ts';
import { stripMarkdown } from './strip-markdown.ts';

const loadFrontMatterParser = importOnce(() => import('./front-matter.ts'));

/** What every reader of one-document files gets. */
export interface FileContent {
  readonly bytes: Uint8Array;
  readonly origin: string;
  readonly fileName: string;
}

/** Reads a `.txt` or, when `isMarkdown`, a `.md` file with or without front matter. */
export async function readTextFile(file: FileContent, isMarkdown: boolean): Promise<SourceItem[]> {
  const { origin, fileName } = file;
  const decoded = decodeText(file.bytes);
  if (!decoded.ok) {
    const { problem, mend, line } = decoded;
    return [problemItem(skipped({ origin, problem, mend, line }))];
  }
  const split = splitFrontMatter(decoded.text);
  if (!split.ok) {
    const { problem, mend, line } = split;
    return [problemItem(skipped({ origin, problem, mend, line }))];
  }
  const { fields, problems } =
    split.block === undefined
      ? { fields: {}, problems: [] }
      : (await loadFrontMatterParser()).parseFrontMatter(split.block, origin);
  const items = problems.map(problemItem);
  if (problems.some(({ effect }) => effect === 'skipped')) return items;
  if (!isMarkdown) return [...items, ...makeDocument({ fields, rawText: split.body, origin, fileName })];
  const { text, title } = stripMarkdown(split.body);
  return [...items, ...makeDocument({ fields, rawText: text, ownTitle: title, origin, fileName })];
}
