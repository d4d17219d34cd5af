/** A piece of text on a page; `x` and `y` count from the lower left corner, in points. */
export interface PdfTextItem {
  readonly str: string;
  readonly x: number;
  readonly y: number;
  readonly height: number;
  readonly hasEOL: boolean;
}

interface Line {
  readonly text: string;
  readonly y: number;
  readonly height: number;
}

/** Lines further apart than so many times the usual step between lines belong to two paragraphs. */
const PARAGRAPH_STEP = 1.3;
/** A line with letters of another height (a heading) stands for itself; rounding and italics stay below this. */
const OTHER_HEIGHT = 1.15;

/**
 * The text of a PDF's pages, each page a list of pieces in reading order: lines are joined to paragraphs, words that
 * were hyphenated at a line's end are closed, pages are set apart by an empty line.
 */
export function joinPdfLines(pages: readonly (readonly PdfTextItem[])[]): string {
  const pageLines = pages.map(linesOf);
  const words = new Set(pageLines.flat().flatMap(({ text }) => text.toLowerCase().match(WORD) ?? []));
  return pageLines
    .map((lines) => joinLines(lines, words))
    .filter((page) => page !== '')
    .join('\n\n');
}

const WORD = /\p{L}+(?:-\p{L}+)*/gu;

function linesOf(items: readonly PdfTextItem[]): Line[] {
  const lines: Line[] = [];
  let open: { text: string; y: number; height: number } | undefined;
  for (const item of items) {
    open ??= { text: '', y: item.y, height: item.height };
    open.text += item.str;
    open.height = Math.max(open.height, item.height);
    if (!item.hasEOL) continue;
    if (open.text.trim() !== '') lines.push({ ...open, text: open.text.trim() });
    open = undefined;
  }
  if (open !== undefined && open.text.trim() !== '') lines.push({ ...open, text: open.text.trim() });
  return lines;
}

function joinLines(lines: readonly Line[], words: ReadonlySet<string>): string {
  const usualStep = median(
    lines
      .slice(1)
      .map((line, index) => (lines[index]?.y ?? 0) - line.y)
      .filter((step) => step > 0),
  );
  let text = '';
  let previous: Line | undefined;
  for (const line of lines) {
    if (previous === undefined) text = line.text;
    else if (startsParagraph(previous, line, usualStep)) text += `\n\n${line.text}`;
    else text = joinHyphenated(text, line.text, words);
    previous = line;
  }
  return text;
}

function startsParagraph(previous: Line, line: Line, usualStep: number): boolean {
  const step = previous.y - line.y;
  // A line above its predecessor begins a new column, where a sentence may go on.
  if (step <= 0) return /[.!?:]["”’)]?$/.test(previous.text);
  const heights = [previous.height, line.height].sort((a, b) => a - b);
  if ((heights[0] ?? 0) > 0 && (heights[1] ?? 0) > (heights[0] ?? 0) * OTHER_HEIGHT) return true;
  return step > usualStep * PARAGRAPH_STEP;
}

/** Keeps the hyphen of a compound ("state-of-the-" + "art", or one that is written so elsewhere), else closes it. */
function joinHyphenated(text: string, next: string, words: ReadonlySet<string>): string {
  const head = /(\p{L}+(?:-\p{L}+)*)[-\u2010\u00ad]$/u.exec(text)?.[1];
  const tail = /^\p{Ll}+/u.exec(next)?.[0];
  if (head === undefined || tail === undefined) return `${text} ${next}`;
  const isCompound = head.includes('-') || words.has(`${head}-${tail}`.toLowerCase());
  const closed = words.has((head + tail).toLowerCase());
  return isCompound && !closed ? `${text}${next}` : `${text.slice(0, -1)}${next}`;
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.POSITIVE_INFINITY;
}
