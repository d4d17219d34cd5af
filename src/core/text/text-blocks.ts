import { isLetter, isLineBreak, isUpper, isWhiteSpace } from './character-classes.ts';
import type { Span } from './span.ts';

/**
 * The paragraphs of a text: its lines, trimmed, without the empty ones. Lines that were only wrapped are joined:
 * a line that goes on in lower case, a line of mere punctuation, and all single line breaks of a text that is
 * wrapped at a fixed width.
 */
export function splitBlocks(text: string): Span[] {
  const lines = splitLines(text);
  const wrapped = isHardWrapped(text, lines);
  const blocks: { start: number; end: number }[] = [];
  let previous: Line | undefined;
  for (const line of lines) {
    const last = blocks.at(-1);
    if (last !== undefined && previous !== undefined && continues(text, { previous, line, wrapped }))
      last.end = line.end;
    else blocks.push({ start: line.start, end: line.end });
    previous = line;
  }
  return blocks;
}

interface Line extends Span {
  /** White space stands between the last visible character and the line break. */
  readonly trailingSpace: boolean;
  /** An empty line stands before this one. */
  readonly afterGap: boolean;
}

/** From this length on a line without final punctuation is one that a paragraph's width has cut. Characters. */
const LONG_LINE = 45;
/** No fixed-width text is wider than this. Characters. */
const WIDEST_WRAP = 110;
/** Fewer lines than this do not show a fixed width. */
const FEWEST_WRAPPED_LINES = 4;

function continues(text: string, at: { previous: Line; line: Line; wrapped: boolean }): boolean {
  const { previous, line, wrapped } = at;
  if (/^[.,;:!?…)\]”»]+$/u.test(text.slice(line.start, Math.min(line.end, line.start + 8))))
    return line.end - line.start <= 8;
  if (line.afterGap || startsListItem(text, line)) return false;
  if (wrapped) return true;
  const first = text.charCodeAt(line.start);
  const goesOn = first === 40 || (isLetter(first) && !isUpper(first));
  if (!goesOn || endsSentence(text, previous)) return false;
  return previous.trailingSpace || previous.end - previous.start >= LONG_LINE;
}

function isHardWrapped(text: string, lines: readonly Line[]): boolean {
  let followed = 0;
  let cut = 0;
  for (let at = 1; at < lines.length; at++) {
    const line = lines[at] as Line;
    const previous = lines[at - 1] as Line;
    if (line.afterGap) continue;
    followed++;
    const length = previous.end - previous.start;
    if (length >= LONG_LINE && length <= WIDEST_WRAP && !endsSentence(text, previous)) cut++;
  }
  return followed >= FEWEST_WRAPPED_LINES && cut >= followed * 0.7;
}

function endsSentence(text: string, line: Span): boolean {
  return /[.!?…:;]["'”’»)\]]*$/u.test(text.slice(Math.max(line.start, line.end - 4), line.end));
}

function startsListItem(text: string, line: Span): boolean {
  return /^(?:[•⁃·▪◦‣●○*–—-]\s|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)])/u.test(
    text.slice(line.start, Math.min(line.end, line.start + 8)),
  );
}

function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  let start = -1;
  let end = -1;
  let breaks = 0;
  const close = (at: number): void => {
    if (start >= 0) lines.push({ start, end, trailingSpace: end < at, afterGap: breaks > 1 });
    if (start >= 0) breaks = 0;
    start = -1;
  };
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isLineBreak(code)) {
      close(at);
      if (!(code === 10 && text.charCodeAt(at - 1) === 13)) breaks++;
    } else if (!isWhiteSpace(code)) {
      if (start < 0) start = at;
      end = at + 1;
    }
  }
  close(text.length);
  return lines;
}
