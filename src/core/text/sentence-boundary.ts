import { isAbbreviationHere } from './abbreviation-here.ts';
import {
  MAYBE_FINAL,
  NAMES_WITH_MARK,
  NEVER_FINAL,
  SENTENCE_STARTERS,
  SMALL_STARTERS,
  SPEECH_AFTER_MARK,
} from './abbreviations.ts';
import { isDigit, isLetter, isLower, isUpper, isWhiteSpace } from './character-classes.ts';
import { DOT, type Place, runEnd, runStart, tokenBefore, wordAt } from './sentence-place.ts';
import type { Span } from './span.ts';

const MARKS = new Set([...'.!?…'].map((mark) => mark.charCodeAt(0)));
/** Marks that end a sentence by themselves, in scripts that set no space after them or know no abbreviations. */
const FULL_MARKS = new Set([...'。！？．｡؟।۔።፧။'].map((mark) => mark.charCodeAt(0)));
const CLOSERS = new Set([...'"\'”’»)]}“‘›«‹'].map((mark) => mark.charCodeAt(0)));
/** Marks that close or open, by what follows. */
const AMBIGUOUS = new Set([...'"\'“‘«›'].map((mark) => mark.charCodeAt(0)));
const GUILLEMETS = new Set([0xbb, 0x203a]);
const OPENERS = new Set([...'"\'“‘«»‹›„‚([{¿¡'].map((mark) => mark.charCodeAt(0)));

/** The ends of the sentences in a block, in order; the block's own end is the last. */
export function findBoundaries(text: string, block: Span): number[] {
  const ends: number[] = [];
  let from = block.start;
  let at = block.start;
  while (at < block.end) {
    const code = text.charCodeAt(at);
    if (!MARKS.has(code) && !FULL_MARKS.has(code)) {
      at++;
      continue;
    }
    const place = readPlace(text, { from, mark: at, block });
    const end = FULL_MARKS.has(code) ? fullBoundary(place) : boundaryAt(place);
    if (end !== undefined && end > from && end < block.end) {
      ends.push(end);
      from = endOfAside(text, place.next, block.end) ?? end;
      if (from > end) ends.push(from);
    }
    at = Math.max(end === undefined ? place.end : from, at + 1);
  }
  ends.push(block.end);
  return ends;
}

/** A full mark ends its sentence, but not inside a number ("３．２"). */
function fullBoundary(place: Place): number | undefined {
  return /[\d０-９]/.test(place.text.charAt(place.end)) && place.next === place.end ? undefined : place.end;
}

/** Where a bracketed remark between two sentences ends: "It is old. (Source: Nimbus) It was never used." */
function endOfAside(text: string, start: number, limit: number): number | undefined {
  if (text.charAt(start) !== '(') return undefined;
  ASIDE.lastIndex = start;
  const aside = ASIDE.exec(text);
  return aside !== null && start + aside[0].length < limit ? start + aside[0].length : undefined;
}

const ASIDE = /\((?:[^().!?]|\.(?=[^\s)])){1,200}\)(?=\s\p{Lu})/uy;

function readPlace(text: string, at: { from: number; mark: number; block: Span }): Place {
  const limit = at.block.end;
  let end = at.mark + 1;
  for (;;) {
    while (end < limit && (MARKS.has(text.charCodeAt(end)) || FULL_MARKS.has(text.charCodeAt(end)))) end++;
    // ". . ." and " ." belong to the run; "?" after a space does not.
    if (
      end + 1 < limit &&
      text.charCodeAt(end) === 32 &&
      text.charCodeAt(end + 1) === DOT &&
      !isDigit(text.charCodeAt(end + 2))
    ) {
      end += 2;
      continue;
    }
    break;
  }
  end = skipClosers(text, end, limit);
  let next = end;
  while (next < limit && isWhiteSpace(text.charCodeAt(next))) next++;
  return { text, from: at.from, mark: at.mark, end, next, blockEnd: limit };
}

/** Closing marks; a straight mark closes only where no letter or digit follows. */
function skipClosers(text: string, from: number, limit: number): number {
  let end = from;
  while (end < limit && CLOSERS.has(text.charCodeAt(end))) {
    const code = text.charCodeAt(end);
    const after = text.charCodeAt(end + 1);
    const ambiguous = AMBIGUOUS.has(code);
    if (ambiguous && end + 1 < limit && (isLetter(after) || isDigit(after))) break;
    end++;
  }
  end = skipEmoji(text, skipSpacedCloser(text, end, limit), limit);
  // A footnote mark is part of the sentence it stands behind.
  FOOTNOTE.lastIndex = end;
  const note = FOOTNOTE.exec(text);
  if (note === null || end + note[0].length > limit) return end;
  const bracketed = note[0].startsWith('[');
  const before = text.charCodeAt(from - 2);
  return bracketed || note[0] > '9' || isLetter(before) || before === 41 ? end + note[0].length : end;
}

const FOOTNOTE = /(?:\[\d{1,3}(?:[–-]\d{1,3})?\]){1,9}|[¹²³⁰⁴-⁹]{1,3}|\d{1,2}(?: \d{1,2}){0,3}(?=\s\p{Lu})/uy;

/** Emoji behind the final mark belong to the sentence before them. */
function skipEmoji(text: string, from: number, limit: number): number {
  const at = text.charCodeAt(from) === 32 ? from + 1 : from;
  if (text.charCodeAt(at) < FIRST_EMOJI) return from;
  EMOJI.lastIndex = from;
  const run = EMOJI.exec(text);
  return run === null || from + run[0].length > limit ? from : from + run[0].length;
}

/** Arrows and dingbats begin here. */
const FIRST_EMOJI = 0x2190;
const EMOJI = /(?: ?(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200d|\ufe0f))+/uy;

/** Behind the closing mark of "« Oui. »", which French sets off by a space; "»" before a word opens (German "»Ja«"). */
function skipSpacedCloser(text: string, from: number, limit: number): number {
  let end = from;
  if (isWhiteSpace(text.charCodeAt(end)) && GUILLEMETS.has(text.charCodeAt(end + 1)) && end + 2 <= limit) end += 2;
  else return from;
  const after = text.charCodeAt(end);
  return end === limit || isWhiteSpace(after) || /[.,;:!?)\]…]/.test(text.charAt(end)) ? end : from;
}

/** Where the sentence ends at this place, if it does. */
function boundaryAt(place: Place): number | undefined {
  const { text, mark, end, next, blockEnd } = place;
  if (next >= blockEnd) return undefined;
  if (next === end) return gluedBoundary(place);
  const dots = text.slice(mark, end).replace(/[^.…]/g, '');
  const first = skipOpeners(text, next, blockEnd);
  const code = text.charCodeAt(first);
  if (/[,;:)\]%]/.test(text.charAt(next))) return undefined;
  if (isContinuingDash(text, next) && first === next) return isMarkThenDash(place) ? end : undefined;
  const bracket = text.charAt(next) === '(' || text.charAt(next) === '[';
  if (bracket && isClosingReference(place)) return undefined;
  const afterStop = bracket && end === mark + 1 && text.charCodeAt(mark) === DOT;
  if (isLower(code) && !isCamelName(text, first) && !afterStop) return isSmallStart(place) ? end : undefined;
  const word = wordAt(text, first, blockEnd);
  const ellipsis = dots.length >= 3 || dots === '…';
  if (ellipsis) return ellipsisBoundary(place);
  if (text.charCodeAt(mark) !== DOT) return endsAtMark(place, first) ? end : undefined;
  // A single dot, perhaps with the gap of old wire copy.
  const before = tokenBefore(text, mark, place.from);
  if (end - mark === 1 || !/["”»]/.test(text.slice(mark + 1, end))) {
    if (isAbbreviationHere(place, { before, word, first })) return undefined;
  }
  return end;
}

/** "we moved it. we liked it.": a word that is no abbreviation, and a pronoun in lower case that does not name a speaker. */
function isSmallStart(place: Place): boolean {
  const { text, mark, end, next, from, blockEnd } = place;
  if (end !== mark + 1) return false;
  const word = wordAt(text, next, blockEnd);
  if (!SMALL_STARTERS.has(word)) return false;
  const before = tokenBefore(text, mark, from);
  const lower = before.toLowerCase();
  if (!/^\p{L}{4,}$/u.test(before) || NEVER_FINAL.has(lower) || MAYBE_FINAL.has(lower)) return false;
  return !SPEECH_AFTER_MARK.has(wordAt(text, next + word.length + 1, blockEnd));
}

/** "world.Today": no space where one belongs, but not inside addresses and names of files. */
function gluedBoundary(place: Place): number | undefined {
  const { text, mark, end, from, blockEnd } = place;
  const next = text.charCodeAt(end);
  if (text.charCodeAt(mark) !== DOT || !isUpper(next) || !isLower(text.charCodeAt(end + 1))) return undefined;
  const closed = end > mark + 1;
  const before = text.charCodeAt(mark - 1);
  if (!closed && !isLower(before) && !(isDigit(before) && text.charCodeAt(mark - 4) === 44)) return undefined;
  const token = text.slice(runStart(text, mark, from), runEnd(text, end, blockEnd));
  if (/[/@\\]|^www\.|\.\p{Ll}|_/u.test(token)) return undefined;
  const inner = token.slice(0, token.length - 1).split('.');
  const beforeWord = tokenBefore(text, mark, from).toLowerCase();
  if (NEVER_FINAL.has(beforeWord)) return undefined;
  return inner.every((part) => part.length !== 1) ? end : undefined;
}

function ellipsisBoundary(place: Place): number | undefined {
  const { text, mark, end, next } = place;
  const run = text.slice(mark, end);
  const attached = !isWhiteSpace(text.charCodeAt(mark - 1));
  const dots = run.replace(/[^.]/g, '').length;
  if (/["”’')\]]$/.test(run)) return end;
  if (attached && /^\. \. \. ?\./.test(run)) return OPENERS.has(text.charCodeAt(next)) ? end : mark + 1;
  if (!attached && dots === 3) return undefined;
  return end;
}

/** After "?" or "!": a quotation may be followed by its speaker ("“Who knows?” Smith asked"). */
function endsAtMark(place: Place, first: number): boolean {
  const { text, mark, end, from, blockEnd } = place;
  const before = tokenBefore(text, mark, from).toLowerCase();
  const marked = `${before}${text.charAt(mark)}`;
  if (NAMES_WITH_MARK.has(marked) && end === mark + 1) {
    return SENTENCE_STARTERS.has(wordAt(text, first, blockEnd).toLowerCase());
  }
  if (before === '') return /["”’')]/.test(text.slice(mark, end)) || text.charCodeAt(mark - 1) !== 32;
  if (!/["”’']/.test(text.slice(mark, end))) return true;
  SPEAKER_AFTER.lastIndex = first;
  const speaker = SPEAKER_AFTER.exec(text);
  return !(speaker !== null && SPEECH_AFTER_MARK.has((speaker[1] ?? '').toLowerCase()));
}

const SPEAKER_AFTER = /(?:\p{Lu}[\p{L}'’.-]{0,30}\s){1,4}(\p{L}{3,12})/uy;

function skipOpeners(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit && at < from + 4 && OPENERS.has(text.charCodeAt(at))) at++;
  return at;
}

/** "iPhone", "eBay": names that begin a sentence in lower case. */
function isCamelName(text: string, at: number): boolean {
  CAMEL_NAME.lastIndex = at;
  return CAMEL_NAME.test(text);
}

const CAMEL_NAME = /\p{Ll}{1,12}\p{Lu}\p{L}/uy;

/** '..." (Smith 55).': the reference belongs to the quotation before it, and the full stop follows it. */
function isClosingReference(place: Place): boolean {
  CLOSING_REFERENCE.lastIndex = place.next;
  return /["”’»\]]/.test(place.text.slice(place.mark, place.end)) && CLOSING_REFERENCE.test(place.text);
}

const CLOSING_REFERENCE = /\([^()]{1,60}\)[.,;]/y;

function isContinuingDash(text: string, at: number): boolean {
  return /^[-–—]/.test(text.charAt(at));
}

function isMarkThenDash(place: Place): boolean {
  const { text, next, mark } = place;
  // French sets a space before "?" and "!".
  const isAttached = text.charCodeAt(mark) !== DOT || text.charCodeAt(mark - 1) !== 32;
  return isUpper(text.charCodeAt(next + 2)) && text.charAt(next + 1) === ' ' && isAttached;
}
