import { isStopWord, tokenise } from '../core/text/terms.ts';
import { nameKey } from './name-words.ts';

/** What stands in brackets: an abbreviation, or the long form of one. Found first, as brackets are few. */
const IN_BRACKETS = /\((?<inside>["“]?\p{Lu}[\p{L}\p{N}&'’. -]{1,90})["”]?\)/gu;
const SHORT = /^["“]?(?<short>\p{Lu}[\p{L}.&]{1,9})$/u;
const SHORT_BEFORE = /(?<short>\p{Lu}[\p{Lu}.&]{1,9})\s$/u;
/** Code units before a bracket in which the long form is looked for. */
const REACH = 120;

export interface Abbreviation {
  /** As `nameKey`. */
  readonly short: string;
  readonly long: string;
}

/** The abbreviations that a text itself explains. Only initials count: a bracket may hold anything. */
export function findAbbreviations(text: string): Abbreviation[] {
  const found = new Map<string, string>();
  const enter = (short: string, long: string | undefined) => {
    if (long === undefined) return;
    const [from, to] = [nameKey(short), nameKey(long)];
    if (from !== '' && to !== '' && from !== to && !found.has(from)) found.set(from, to);
  };
  for (const match of text.matchAll(IN_BRACKETS)) {
    const inside = match.groups?.inside ?? '';
    const before = text.slice(Math.max(0, match.index - REACH), match.index);
    const short = SHORT.exec(inside)?.groups?.short;
    if (short !== undefined) enter(short, tailSpelling(before.slice(before.lastIndexOf('\n') + 1), short));
    else {
      const shortBefore = SHORT_BEFORE.exec(before)?.groups?.short;
      if (shortBefore !== undefined && tailSpelling(inside, shortBefore) === inside) enter(shortBefore, inside);
    }
  }
  return [...found].map(([short, long]) => ({ short, long }));
}

/** The last words of `text` whose initials spell `short`; small words between them count or do not. */
function tailSpelling(text: string, short: string): string | undefined {
  const letters = [...short.replace(/[^\p{L}]/gu, '').toLowerCase()];
  const words = tokenise(text);
  const start = startOf(words.length - 1, letters.length - 1);
  const raw = start === undefined ? '' : text.slice(start).trim();
  return /^\p{Lu}/u.test(raw) ? raw : undefined;

  /** Where the long form begins whose word `at` is to give letter `left` or an earlier one. */
  function startOf(at: number, left: number): number | undefined {
    const token = words[at];
    if (token === undefined) return undefined;
    const isSmall = isStopWord(token.word);
    const skipped = isSmall ? startOf(at - 1, left) : undefined;
    if (skipped !== undefined || token.word.charAt(0) !== letters[left]) return skipped;
    return left === 0 ? token.start : startOf(at - 1, left - 1);
  }
}
