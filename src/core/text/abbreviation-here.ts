import {
  AFTER_ORDINAL,
  AFTER_TIME_OF_DAY,
  BEFORE_NUMBER,
  BEFORE_ORDINAL,
  CAPITALISED_ONLY,
  ENDS_BEFORE_CAPITAL,
  MAYBE_FINAL,
  NEVER_FINAL,
  SENTENCE_STARTERS,
} from './abbreviations.ts';
import { isDigit, isLetter, isLower, isUpper, isWhiteSpace } from './character-classes.ts';
import { DOT, type Place, tokenBefore, tokenBeforeThat } from './sentence-place.ts';

interface Surroundings {
  /** The word or number before the full stop. */
  readonly before: string;
  /** The word after it. */
  readonly word: string;
  /** Where that word begins. */
  readonly first: number;
}

/** Whether the single full stop at a place belongs to an abbreviation, initial, ordinal or list number. */
export function isAbbreviationHere(place: Place, at: Surroundings): boolean {
  const { text, from, mark, end, next } = place;
  const lower = at.before.toLowerCase();
  const word = at.word.toLowerCase();
  const code = text.charCodeAt(at.first);
  const starter = SENTENCE_STARTERS.has(word) || (at.first > next && !isDigit(code));
  if (lower === '') return isListNumber(place, at.before);
  if (isDigit(lower.charCodeAt(0)) && /^\d{1,3}$/.test(lower)) return isOrdinalHere(place, at);
  if (
    /^(?:a\.?m|p\.?m)$/.test(lower) &&
    (lower.includes('.') || isDigit(text.charCodeAt(mark - 3)) || isDigit(text.charCodeAt(mark - 4)))
  ) {
    if (AFTER_TIME_OF_DAY.has(word) || isDigit(code)) return true;
    return text.slice(from, end).trim().split(/\s+/, 6).length <= 3;
  }
  if (lower === 'no' && !isDigit(code)) return false;
  // "MM. Roux et Petit"; "5 mm." is a measure.
  if (lower === 'mm') return at.before === 'MM';
  // "av. J.-C."
  if (word === 'j' && text.startsWith('J.-C', at.first)) return true;
  if (
    NEVER_FINAL.has(lower) &&
    !(lower.length === 2 && at.before === at.before.toUpperCase() && !isUpper(text.charCodeAt(at.first + 1)))
  )
    return !(lower === 'al' || lower === 'st' || lower === 'v' ? starter : false);
  const beforeNumber = BEFORE_NUMBER.has(lower) || /\p{L}str$/u.test(lower);
  if (beforeNumber && (isDigit(code) || (lower.length > 1 && /^[ivxlc]+$/.test(word)))) return true;
  if (at.before.length === 1 && isLetter(at.before.charCodeAt(0))) return isInitial(place, { ...at, starter });
  if (lower.includes('.') && /^(?:\p{L}{1,4}\.)+\p{L}{1,3}$/u.test(lower)) return !starter;
  if (!MAYBE_FINAL.has(lower)) return false;
  if (isLower(at.before.charCodeAt(0)) && CAPITALISED_ONLY.has(lower)) return false;
  return !starter && !ENDS_BEFORE_CAPITAL.has(lower);
}

/** "12. Juni", "der 5. Senat"; or the number of a list's item. */
function isOrdinalHere(place: Place, at: Surroundings): boolean {
  const { text, mark, from, next } = place;
  const word = at.word.toLowerCase();
  if (AFTER_ORDINAL.has(word) && at.before.length < 3) return true;
  if (isListNumber(place, at.before)) return true;
  if (at.first > next || SENTENCE_STARTERS.has(word) || !isUpper(text.charCodeAt(at.first))) return false;
  return BEFORE_ORDINAL.has(tokenBeforeThat(text, mark, { token: at.before, from }).toLowerCase());
}

/** "E." in a name; not the last word of "you and I." or "Plan B." before a clear beginning. */
function isInitial(place: Place, at: Surroundings & { starter: boolean }): boolean {
  const { text, mark, from } = place;
  // "z. B.", "d. h.", "A. B. Marsh": one letter after the other.
  if (at.word.length === 1 && text.charCodeAt(at.first + 1) === DOT && isLetter(text.charCodeAt(at.first))) return true;
  if (!isUpper(at.before.charCodeAt(0))) {
    // "i. V. m. § 5": the last of several letters goes on unless a word begins anew.
    return isListLetter(place) || (at.word === '' && isDottedLetter(text, mark, from));
  }
  const earlier = tokenBefore(text, skipBackSpace(text, mark - 1, from), from);
  if (at.before === 'I' && earlier !== '' && !isUpper(earlier.charCodeAt(0))) return false;
  if (earlier === '' && isListLetter(place)) return true;
  return !at.starter;
}

function isDottedLetter(text: string, mark: number, from: number): boolean {
  return mark - 4 >= from && /^\p{L}\. \p{L}/u.test(text.slice(mark - 4, mark));
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

function skipBackSpace(text: string, at: number, from: number): number {
  let end = at;
  while (end > from && isWhiteSpace(text.charCodeAt(end - 1))) end--;
  return end;
}
