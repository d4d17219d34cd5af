import {
  AFTER_ORDINAL,
  AFTER_TIME_OF_DAY,
  BEFORE_NUMBER,
  MAYBE_FINAL,
  NAMES_WITH_MARK,
  NEVER_FINAL,
  SENTENCE_STARTERS,
  SPEECH_AFTER_MARK,
} from './abbreviations.ts';
import { isDigit, isLetter, isLower, isUpper, isWhiteSpace } from './character-classes.ts';
import type { Span } from './span.ts';

/** The full stop or mark at hand, and what stands around it. */
interface Place {
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

const MARKS = new Set([...'.!?…'].map((mark) => mark.charCodeAt(0)));
/** Marks that end a sentence by themselves, in scripts that set no space after them or know no abbreviations. */
const FULL_MARKS = new Set([...'。！？．｡؟।۔።፧။'].map((mark) => mark.charCodeAt(0)));
const CLOSERS = new Set([...'"\'”’»)]}“‘›'].map((mark) => mark.charCodeAt(0)));
const OPENERS = new Set([...'"\'“‘«‹„([{¿¡'].map((mark) => mark.charCodeAt(0)));
const DOT = 46;
/** Sentence by sentence the look back and ahead stays within this many characters, so that time stays linear. */
const NEAR = 60;

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
    const end = FULL_MARKS.has(code) ? place.end : boundaryAt(place);
    if (end !== undefined && end > from && end < block.end) {
      ends.push(end);
      from = end;
    }
    at = Math.max(end ?? place.end, at + 1);
  }
  ends.push(block.end);
  return ends;
}

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
    const ambiguous = code === 34 || code === 39 || code === 0x201c || code === 0x2018;
    if (ambiguous && end + 1 < limit && (isLetter(after) || isDigit(after))) break;
    end++;
  }
  // A footnote mark is part of the sentence it stands behind.
  FOOTNOTE.lastIndex = end;
  const note = FOOTNOTE.exec(text);
  if (note === null || end + note[0].length > limit) return end;
  const bracketed = note[0].startsWith('[');
  const before = text.charCodeAt(from - 2);
  return bracketed || isLetter(before) || before === 41 ? end + note[0].length : end;
}

const FOOTNOTE = /(?:\[\d{1,3}(?:[–-]\d{1,3})?\]){1,9}|\d{1,2}(?: \d{1,2}){0,3}(?=\s\p{Lu})/uy;

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
  if (isLower(code) && !isCamelName(text, first) && !afterStop) return undefined;
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

/** Capitals make no difference in a text that is all capitals. */
function isAllUpper(text: string, at: number): boolean {
  return isUpper(text.charCodeAt(at + 1));
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

function isAbbreviationHere(place: Place, at: { before: string; word: string; first: number }): boolean {
  const { text, from, mark, end, next } = place;
  const lower = at.before.toLowerCase();
  const word = at.word.toLowerCase();
  const code = text.charCodeAt(at.first);
  const starter = SENTENCE_STARTERS.has(word) || (at.first > next && !isDigit(code));
  if (lower === '') return isListNumber(place, at.before);
  if (isDigit(lower.charCodeAt(0)) && /^\d{1,3}$/.test(lower)) {
    if (AFTER_ORDINAL.has(word) && lower.length < 3) return true;
    return isListNumber(place, at.before);
  }
  if (
    /^(?:a\.?m|p\.?m)$/.test(lower) &&
    (lower.includes('.') || isDigit(text.charCodeAt(mark - 3)) || isDigit(text.charCodeAt(mark - 4)))
  ) {
    if (AFTER_TIME_OF_DAY.has(word) || isDigit(code)) return true;
    return text.slice(from, end).trim().split(/\s+/, 6).length <= 3;
  }
  if (lower === 'no' && !isDigit(code)) return false;
  if (
    NEVER_FINAL.has(lower) &&
    !(lower.length === 2 && at.before === at.before.toUpperCase() && !isAllUpper(text, at.first))
  )
    return !(lower === 'al' || lower === 'st' || lower === 'v' ? starter : false);
  if (BEFORE_NUMBER.has(lower) && (isDigit(code) || (lower.length > 1 && /^[ivxlc]+$/.test(word)))) return true;
  if (at.before.length === 1 && isLetter(at.before.charCodeAt(0))) return isInitial(place, { ...at, starter });
  if (lower.includes('.') && /^(?:\p{L}{1,4}\.)+\p{L}{1,3}$/u.test(lower)) return !starter;
  if (MAYBE_FINAL.has(lower)) {
    // "sat.", "mar.", "sun." and the like are also words: as abbreviations they are capitalised.
    if (
      isLower(at.before.charCodeAt(0)) &&
      /^(?:sat|sun|mar|fri|wed|del|ill|ind|miss|mass|wash|ore|pa|la|ga|ma|ba|mo|no|may|min|max|hr|mi|dec|ark|ave|med)$/.test(
        lower,
      )
    ) {
      return false;
    }
    return !starter;
  }
  return false;
}

/** "E." in a name; not the last word of "you and I." or "Plan B." before a clear beginning. */
function isInitial(place: Place, at: { before: string; word: string; first: number; starter: boolean }): boolean {
  const { text, mark, from } = place;
  // "z. B.", "d. h.", "A. B. Marsh": one letter after the other.
  if (at.word.length === 1 && text.charCodeAt(at.first + 1) === DOT && isLetter(text.charCodeAt(at.first))) return true;
  if (!isUpper(at.before.charCodeAt(0))) return isListLetter(place);
  const earlier = tokenBefore(text, skipBackSpace(text, mark - 1, from), from);
  if (at.before === 'I' && earlier !== '' && !isUpper(earlier.charCodeAt(0))) return false;
  if (earlier === '' && isListLetter(place)) return true;
  return !at.starter;
}

/** A number or letter that opens the sentence is a list's mark, not a sentence. */
function isListNumber(place: Place, token: string): boolean {
  const { text, mark, end, from } = place;
  if (token === '' && /^\(?\w{1,3}\.?\)?$/.test(text.slice(from, mark).trim())) return true;
  if (end - mark > 1 && text.charAt(mark + 1) !== ')') return false;
  return token !== '' && place.mark - token.length <= place.from + leadingSpace(place);
}

function isListLetter(place: Place): boolean {
  return place.mark - 1 <= place.from + leadingSpace(place);
}

function leadingSpace(place: Place): number {
  let at = place.from;
  while (at < place.mark && !isLetter(place.text.charCodeAt(at)) && !isDigit(place.text.charCodeAt(at))) at++;
  return at - place.from;
}

/** The word, number or dotted abbreviation that ends before `mark`; a gap of one space before the mark is passed over. */
function tokenBefore(text: string, mark: number, from: number): string {
  const stop = Math.max(from, mark - NEAR);
  let end = mark;
  if (end > stop && text.charCodeAt(end - 1) === 32) end--;
  let start = end;
  while (start > stop) {
    const code = text.charCodeAt(start - 1);
    if (!(isLetter(code) || isDigit(code) || code === DOT || code === 0xb0 || code === 0xba)) break;
    start--;
  }
  return text.slice(start, end).replace(/^\.+/, '');
}

function skipBackSpace(text: string, at: number, from: number): number {
  let end = at;
  while (end > from && isWhiteSpace(text.charCodeAt(end - 1))) end--;
  return end;
}

function wordAt(text: string, from: number, limit: number): string {
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

function skipOpeners(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit && at < from + 4 && OPENERS.has(text.charCodeAt(at))) at++;
  return at;
}

function runStart(text: string, at: number, from: number): number {
  let start = at;
  while (start > from && at - start < NEAR && !isWhiteSpace(text.charCodeAt(start - 1))) start--;
  return start;
}

function runEnd(text: string, at: number, limit: number): number {
  let end = at;
  while (end < limit && end - at < NEAR && !isWhiteSpace(text.charCodeAt(end))) end++;
  return end;
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
  return isUpper(text.charCodeAt(next + 2)) && text.charAt(next + 1) === ' ' && text.charCodeAt(mark - 1) !== 32;
}
