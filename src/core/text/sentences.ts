import type { Sentence, SentenceKind } from '../document.ts';
import { isWhiteSpace } from './character-classes.ts';
import { findEmbeddedQuotations } from './embedded-quotations.ts';
import { findInlineItems } from './inline-lists.ts';
import { findLostStops } from './lost-stops.ts';
import { findBoundaries } from './sentence-boundary.ts';
import type { Span } from './span.ts';
import { splitBlocks } from './text-blocks.ts';

/**
 * Longest sentence in characters; a longer run (text without punctuation, encoded data) is cut at a gap before it.
 * The longest sentence of ordinary news is below 1,000.
 */
export const LONGEST_SENTENCE = 1_500;
/** A heading has at most so many characters and words. Headlines run to about 15 words. */
const LONGEST_HEADING = { characters: 120, words: 16 } as const;

/**
 * The sentences of a text, in order. Spans are exact (UTF-16 code units), without white space at their ends,
 * do not overlap, and together cover every visible character. A line break ends a sentence, unless the line was only
 * wrapped. `block` counts the paragraphs from 0.
 */
export function splitSentences(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  const blocks = splitBlocks(text);
  blocks.forEach((block, index) => {
    const pieces = splitBlock(text, block);
    const kind = kindOf(text, { block, pieces: pieces.length, blocks: blocks.length });
    for (const piece of pieces) sentences.push({ start: piece.start, end: piece.end, block: index, kind });
  });
  return sentences;
}

function splitBlock(text: string, block: Span): Span[] {
  const found = [...findInlineItems(text, block), ...findDatelines(text, block), ...findLostStops(text, block)];
  const starts = [...new Set(found)].sort((a, b) => a - b);
  const ends = starts.length === 0 ? findBoundaries(text, block) : boundariesBetween(text, block, starts);
  const whole = ends.length < 2 ? [] : findEmbeddedQuotations(text, block);
  const pieces: Span[] = [];
  let from = block.start;
  let quotation = 0;
  for (const end of ends) {
    while ((whole[quotation]?.end ?? Number.POSITIVE_INFINITY) <= end) quotation++;
    if ((whole[quotation]?.start ?? end) < end && end < block.end) continue;
    const piece = trimSpan(text, { start: from, end });
    if (piece.start < piece.end) pushCut(text, piece, pieces);
    from = end;
  }
  return pieces;
}

/**
 * A headline and its date in one line ("The plan explained Sunday, May 28, 2006"), or a date before the first sentence:
 * where the date and what follows it begin.
 */
function findDatelines(text: string, block: Span): number[] {
  const starts: number[] = [];
  const slice = text.slice(block.start, Math.min(block.end, block.start + LONGEST_HEADING.characters * 2));
  const date = DATELINE.exec(slice);
  if (date === null || /[.!?,:;]/.test(slice.slice(0, date.index).slice(-2))) return starts;
  const end = date.index + date[0].length;
  const atEnd = block.start + end === block.end;
  const words = slice.slice(0, date.index).trim();
  const after = slice.slice(end);
  if (words !== '' && !atEnd) return starts;
  if (words !== '' && /\b(?:on|of|since|until|by|from|for|to|and|before|after)$/i.test(words)) return starts;
  if (words !== '') starts.push(block.start + date.index);
  else if (/^\s+\p{Lu}/u.test(after)) starts.push(block.start + end);
  return starts;
}

const DATELINE = /(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, [A-Z][a-z]{2,8} \d{1,2}, \d{4}/;

/** Each part is split by itself, so that a list's mark is not taken for the end of a sentence. */
function boundariesBetween(text: string, block: Span, found: readonly number[]): number[] {
  const starts = found[0] === block.start ? found : [block.start, ...found];
  return starts.flatMap((start, at) => findBoundaries(text, { start, end: starts[at + 1] ?? block.end }));
}

function pushCut(text: string, piece: Span, pieces: Span[]): void {
  let start = piece.start;
  while (piece.end - start > LONGEST_SENTENCE) {
    const end = cutPoint(text, start, start + LONGEST_SENTENCE);
    const cut = trimSpan(text, { start, end });
    if (cut.start < cut.end) pieces.push(cut);
    start = trimSpan(text, { start: end, end: piece.end }).start;
  }
  if (start < piece.end) pieces.push({ start, end: piece.end });
}

/** The last gap in the second half before `limit`; else `limit`, never inside a surrogate pair. */
function cutPoint(text: string, start: number, limit: number): number {
  const earliest = start + Math.floor((limit - start) / 2);
  for (let at = limit; at > earliest; at--) if (isWhiteSpace(text.charCodeAt(at))) return at;
  const code = text.charCodeAt(limit);
  return code >= 0xdc00 && code <= 0xdfff ? limit - 1 : limit;
}

function trimSpan(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && isWhiteSpace(text.charCodeAt(start))) start++;
  while (end > start && isWhiteSpace(text.charCodeAt(end - 1))) end--;
  return { start, end };
}

const LIST_MARK = /^(?:[•⁃·▪◦‣●○*–-]\s?(?=\S)|\(?(?:\d{1,3}|[a-z]|[A-Z]|[ivx]{1,5})(?:\.\)|\)|\.(?=\s)))/u;
const MARKDOWN_HEADING = /^#{1,6}\s/;
const FINAL_PUNCTUATION = /[.!?…:;,。！？]["'”’»)\]]*$/u;

function kindOf(text: string, at: { block: Span; pieces: number; blocks: number }): SentenceKind {
  const { block } = at;
  const head = text.slice(block.start, Math.min(block.end, block.start + 12));
  if (MARKDOWN_HEADING.test(head)) return 'heading';
  if (LIST_MARK.test(head) && !/^[-–*]\S/u.test(head) && !/^[A-Z]\.\s/.test(head)) return 'list';
  const length = block.end - block.start;
  if (at.pieces > 1 || at.blocks < 2 || length > LONGEST_HEADING.characters) return 'prose';
  const line = text.slice(block.start, block.end);
  if (FINAL_PUNCTUATION.test(line) || line.split(/\s+/).length > LONGEST_HEADING.words) return 'prose';
  return 'heading';
}
