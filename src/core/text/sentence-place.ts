import { isDigit, isLetter, isWhiteSpace } from './character-classes.ts';

/** The full stop or mark at hand, and what stands around it. */
export interface Place {
  readonly text: string;
  /** Where the sentence at hand begins. */
  readonly from: number;
  /** The first mark of the run. */
  readonly mark: number;
  /** After the marks and the closing quotation marks and brackets. */
  readonly end: number;
  /** The next visible character (at most the block's end), quotation marks and brackets included. */
  readonly next: number;
  readonly blockEnd: number;
}

export const DOT = 46;
/** Sentence by sentence the look back and ahead stays within this many characters, so that time stays linear. */
const NEAR = 60;

/** The word, number or dotted abbreviation that ends before `mark`; a gap of one space before the mark is passed over. */
export function tokenBefore(text: string, mark: number, from: number): string {
  const stop = Math.max(from, mark - NEAR);
  let end = mark;
  if (end > stop && isWhiteSpace(text.charCodeAt(end - 1))) end--;
  let start = end;
  while (start > stop) {
    const code = text.charCodeAt(start - 1);
    if (!(isLetter(code) || isDigit(code) || code === DOT || code === 0xb0 || code === 0xba)) break;
    start--;
  }
  return text.slice(start, end).replace(/^\.+/, '');
}

/** The token before the one that ends at `mark`. */
export function tokenBeforeThat(text: string, mark: number, at: { token: string; from: number }): string {
  let end = mark - at.token.length;
  while (end > at.from && isWhiteSpace(text.charCodeAt(end - 1))) end--;
  return tokenBefore(text, text.charCodeAt(end - 1) === DOT ? end - 1 : end, at.from);
}

export function wordAt(text: string, from: number, limit: number): string {
  let end = from;
  const stop = Math.min(limit, from + NEAR);
  while (end < stop) {
    const code = text.charCodeAt(end);
    if (!(isLetter(code) || isDigit(code) || ((code === 39 || code === 0x2019) && isLetter(text.charCodeAt(end + 1)))))
      break;
    end++;
  }
  return text.slice(from, end).replaceAll('’', "'");
}

/** Where the run of visible characters around `at` begins; at most `NEAR` characters back. */
export function runStart(text: string, at: number, from: number): number {
  let start = at;
  while (start > from && at - start < NEAR && !isWhiteSpace(text.charCodeAt(start - 1))) start--;
  return start;
}

export function runEnd(text: string, at: number, limit: number): number {
  let end = at;
  while (end < limit && end - at < NEAR && !isWhiteSpace(text.charCodeAt(end))) end++;
  return end;
}
