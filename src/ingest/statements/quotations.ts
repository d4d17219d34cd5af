import { isWhiteSpace } from '../../core/text/character-classes.ts';
import type { Span } from '../../core/text/span.ts';

/** A stretch in quotation marks within one paragraph, the marks included. */
export interface Quotation extends Span {
  /** Length of the opening and closing mark; the closing one is 0 where the paragraph ends without it. */
  readonly openLength: number;
  readonly closeLength: number;
}

/** Marks that open, with those that close them. Straight marks are told apart by their surroundings. */
const CLOSING_OF: Readonly<Record<string, string>> = { '“': '”', '«': '»', '„': '“”', '»': '«', '‹': '›', '‟': '”' };
/** Single marks count only around several words, so that apostrophes do not. */
const FEWEST_WORDS_IN_SINGLE_MARKS = 2;
/** A single-marked quotation is not longer than this. Characters. */
const LONGEST_SINGLE_MARKED = 600;

/**
 * The quotations of a paragraph, in order and not overlapping (what stands inside another is part of it).
 * Knows “ ”, " ", '' '', `` '', « », „ “, and single marks around several words. A mark that is not closed runs to the
 * end of the paragraph when the next paragraph opens with a mark (`reopened`) or it opens the paragraph (the quotation goes on in the next one), else it is passed over.
 * Linear in the length of the paragraph.
 */
export function findQuotations(text: string, block: Span, reopened = false, cutOff = false): Quotation[] {
  const found: Quotation[] = [];
  const hasDouble = /["“„«»]|''|``/.test(text.slice(block.start, block.end));
  // Marks of which none closes before the end, and how far the search for a single closing mark has come in vain:
  // both keep the whole linear.
  const unclosed = new Set<string>();
  let singleSearched = block.start;
  for (let at = block.start; at < block.end; at++) {
    const open = openingAt(text, at, block);
    if (open === undefined || (open.single && hasDouble && !open.curly)) continue;
    if (unclosed.has(open.mark)) continue;
    const from = Math.max(at + open.length, open.single ? singleSearched : 0);
    const close = closingAfter(text, { start: at, from, open, end: block.end });
    if (open.single && close === undefined) singleSearched = Math.min(block.end, at + LONGEST_SINGLE_MARKED);
    if (close === 'reopened') continue;
    if (close !== undefined) {
      if (open.single && !isSingleQuotation(text, at, close.end)) continue;
      found.push({ start: at, end: close.end, openLength: open.length, closeLength: close.length });
      at = close.end - 1;
    } else if (
      !open.single &&
      (at === block.start ||
        (reopened && mayRunOn(text, at)) ||
        ((cutOff || reopened) && breaksOff(text, { at, open, end: block.end })))
    ) {
      found.push({ start: at, end: block.end, openLength: open.length, closeLength: 0 });
      break;
    } else if (!open.single) {
      unclosed.add(open.mark);
    }
  }
  return found;
}

/** Words that a quotation has at least to count where the text breaks off within it. */
const FEWEST_WORDS_BROKEN_OFF = 4;

/** A mark that surely opens, words behind it, and no mark that could close it up to the end of the text. */
function breaksOff(text: string, at: { at: number; open: Opening; end: number }): boolean {
  if (at.open.mark !== '“' && at.open.mark !== '"' && at.open.mark !== '„') return false;
  const rest = text.slice(at.at + at.open.length, at.end);
  return (
    !/["“”„»]/.test(rest) && rest.trim().split(/\s+/, FEWEST_WORDS_BROKEN_OFF + 1).length >= FEWEST_WORDS_BROKEN_OFF
  );
}

/** After a colon or comma. */
function mayRunOn(text: string, at: number): boolean {
  return /[:,]\s*$/.test(text.slice(Math.max(0, at - 3), at));
}

interface Opening {
  readonly mark: string;
  readonly length: number;
  readonly single: boolean;
  readonly curly: boolean;
}

function openingAt(text: string, at: number, block: Span): Opening | undefined {
  const mark = text.charAt(at);
  if (!OPENING.has(mark)) return undefined;
  const before = at === block.start ? 32 : text.charCodeAt(at - 1);
  const afterGap = isWhiteSpace(before) || '([{—–-/:…¿¡'.includes(String.fromCharCode(before));
  if (mark === "'" || mark === '`') {
    const doubled = text.charAt(at + 1) === mark;
    if (doubled && text.charAt(at + 2) !== mark) {
      return afterGap && !isWhiteSpace(text.charCodeAt(at + 2))
        ? { mark: "''", length: 2, single: false, curly: false }
        : undefined;
    }
    if (doubled || mark === '`') return undefined;
    return afterGap && /\p{L}/u.test(text.charAt(at + 1))
      ? { mark: "'", length: 1, single: true, curly: false }
      : undefined;
  }
  if (mark === '‘') {
    return afterGap && !/\d/.test(text.charAt(at + 1)) ? { mark, length: 1, single: true, curly: true } : undefined;
  }
  if (mark === '"') {
    const after = text.charCodeAt(at + 1);
    return afterGap || (at + 1 < block.end && !isWhiteSpace(after) && !/[.,;:!?)]/.test(text.charAt(at + 1)))
      ? { mark, length: 1, single: false, curly: false }
      : undefined;
  }
  if (mark === '»' && !afterGap) return undefined;
  return { mark, length: 1, single: false, curly: true };
}

const OPENING = new Set(['"', '“', '„', '«', '»', '‟', '‹', "'", '`', '‘']);

function closingAfter(
  text: string,
  at: { start: number; from: number; open: Opening; end: number },
): { end: number; length: number } | 'reopened' | undefined {
  const { open, end, start } = at;
  const limit = open.single ? Math.min(end, start + LONGEST_SINGLE_MARKED) : end;
  for (let i = at.from; i < limit; i++) {
    const mark = text.charAt(i);
    if (open.mark === '"') {
      if (mark === '"' && closesStraight(text, i, end)) return { end: i + 1, length: 1 };
      if (mark === '”') return { end: i + 1, length: 1 };
    } else if (open.mark === "''") {
      if (mark === "'" && text.charAt(i + 1) === "'" && text.charAt(i + 2) !== "'") return { end: i + 2, length: 2 };
      if (mark === "'" && text.charAt(i + 1) === "'" && text.charAt(i + 2) === "'") {
        // Three marks: the inner single one closes first.
        return { end: i + 3, length: 2 };
      }
    } else if (open.single) {
      const closing = open.curly ? '’' : "'";
      if (mark === closing && !/[\p{L}\p{N}]/u.test(text.charAt(i + 1)) && !isWhiteSpace(text.charCodeAt(i - 1))) {
        if (!isPluralPossessive(text, i)) return { end: i + 1, length: 1 };
      }
    } else if (
      (CLOSING_OF[open.mark] ?? '').includes(mark) ||
      ((open.mark === '“' || open.mark === '„') && mark === '"' && closesStraight(text, i, end))
    ) {
      return { end: i + 1, length: 1 };
    } else if (open.mark === '“' && mark === '“' && isWhiteSpace(text.charCodeAt(i + 1))) {
      return { end: i + 1, length: 1 };
    } else if (open.mark === '“' && mark === '“' && i > start + 1) {
      // A second opening mark: the first was never closed.
      return 'reopened';
    }
  }
  return undefined;
}

/** A straight mark closes unless it plainly opens: after a gap and right before a word. */
function closesStraight(text: string, at: number, end: number): boolean {
  if (at + 1 >= end) return true;
  const before = text.charCodeAt(at - 1);
  const after = text.charAt(at + 1);
  if (!isWhiteSpace(before)) return !/\p{L}/u.test(after) || /[.,!?…]/.test(text.charAt(at - 1));
  return isWhiteSpace(after.charCodeAt(0)) || /[.,;:!?)]/.test(after);
}

/** "the workers' union": an s before the mark and a lower-case word after it. */
function isPluralPossessive(text: string, at: number): boolean {
  return text.charAt(at - 1) === 's' && text.charAt(at + 1) === ' ' && /\p{Ll}/u.test(text.charAt(at + 2));
}

function isSingleQuotation(text: string, start: number, end: number): boolean {
  return (
    text
      .slice(start, end)
      .trim()
      .split(/\s+/, FEWEST_WORDS_IN_SINGLE_MARKS + 1).length >= FEWEST_WORDS_IN_SINGLE_MARKS
  );
}
