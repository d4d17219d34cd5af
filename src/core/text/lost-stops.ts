import type { Span } from './span.ts';

/**
 * Where a sentence begins inside a line although no punctuation tells: behind a caption whose line break was lost
 * ("Ida Marsh of Nimbus In the north of the region, ..."), at a sentence whose full stop was forgotten ("it got
 * larger We now have ..."), at the credit of a picture, and around emoji that stand for a full stop. In order.
 */
export function findLostStops(text: string, block: Span): number[] {
  const slice = text.slice(block.start, block.end);
  const starts: number[] = [];
  for (const match of slice.matchAll(CAPITAL_STARTER)) {
    const word = match[0].trimStart();
    const at = match.index + match[0].length - word.length;
    const last = starts.at(-1);
    const from = last === undefined ? 0 : last - block.start;
    if (beginsSentence(slice, { at, word, from })) starts.push(block.start + at);
  }
  // The two rare signs are looked for only where one of their characters stands.
  if (slice.lastIndexOf(':') > slice.length - LONGEST_CREDIT) {
    const credit = PICTURE_CREDIT.exec(slice.slice(-2 * LONGEST_CREDIT));
    const from = Math.max(0, slice.length - 2 * LONGEST_CREDIT);
    if (credit !== null) starts.push(block.start + from + credit.index + 1);
  }
  if (HIGH_CHARACTER.test(slice))
    for (const match of slice.matchAll(EMOJI_STOP)) starts.push(block.start + match.index + match[0].length);
  return starts;
}

/** A capitalised word that names nothing, between words without punctuation and before a small letter. */
const CAPITAL_STARTER =
  /(?<=[\p{L}\p{N}’'])[ ](?:We|They|You|He|She|It|This|These|There|However|In|On|At|The|After|During)(?:['’](?:re|ve|ll|d|s))?(?= \p{Ll})/gu;
/** Pronouns begin a clause of their own wherever they stand; the others also stand inside names and titles. */
const PRONOUN = /^(?:We|They|You|He|She|It)/;
/** A caption is not longer than this. Words; the longest of the news at hand had 13. */
const LONGEST_CAPTION = 16;
/** What follows a caption is a whole sentence. Words. */
const FEWEST_WORDS_AFTER = 8;
const SMALL_WORDS = new Set(
  `a an the and or but nor of in on at by for from with to into as if that than when while where why how what who which is are was
  were be not no so we they you he she it do does did can could will would shall should may might must have has had`.split(
    /\s+/,
  ),
);

function beginsSentence(slice: string, at: { at: number; word: string; from: number }): boolean {
  const before = slice.slice(Math.max(at.from, at.at - LONGEST_LOOK_BACK), at.at - 1);
  const sentence = before.slice(lastStop(before));
  const words = sentence.split(/\s+/).filter((word) => word !== '');
  const last = words.at(-1) ?? '';
  if (words.length < 3 || SMALL_WORDS.has(last.toLowerCase())) return false;
  if (PRONOUN.test(at.word)) return /^\p{Ll}{3,}$/u.test(last) && !hasManyCapitals(words);
  // A caption: it opens the line, and a sentence that ends follows it.
  if (at.from > 0 || sentence.length < before.length || at.at > LONGEST_LOOK_BACK || words.length > LONGEST_CAPTION)
    return false;
  if (/[:;,"“”]/.test(sentence)) return false;
  const after = slice.slice(at.at, at.at + LONGEST_LOOK_AHEAD);
  const end = /[.!?](?=\s|$)/.exec(after)?.index;
  return end !== undefined && after.slice(0, end).split(/\s+/).length >= FEWEST_WORDS_AFTER;
}

/** Characters. */
const LONGEST_LOOK_BACK = 150;
const LONGEST_LOOK_AHEAD = 400;

function lastStop(text: string): number {
  for (let at = text.length - 1; at >= 0; at--) if (/[.!?…:;"“”]/.test(text.charAt(at))) return at + 1;
  return 0;
}

/** A headline in capitals tells nothing of where a sentence begins. */
function hasManyCapitals(words: readonly string[]): boolean {
  const long = words.filter((word) => word.length > 3);
  return long.filter((word) => /^\p{Lu}/u.test(word)).length * 2 > long.length;
}

/** Arrows, dingbats and everything above. */
const HIGH_CHARACTER = /[\u2190-\uffff]/;
/** Characters from a credit's colon to the line's end. */
const LONGEST_CREDIT = 85;
/** "... at the opening Image: Nimbus / Ida Marsh": the end of a line. */
const PICTURE_CREDIT =
  /(?<=[\p{L}\p{N})]) (?:Images?|Photos?|Pictures?|Photo credit|Image credit|Fotos?|Bild|Crédit(?: photo)?) ?: ?\p{Lu}[^.!?:]{1,80}\.?$/u;
/** Emoji between words, the next of which is capitalised; not those that stand for a word (hearts, flags). */
const EMOJI_STOP =
  /(?<=\p{Ll}{2} )(?:(?![\u{2764}\u{1f493}-\u{1f49f}\u{1f5a4}\u{1f90d}\u{1f90e}\u{a9}\u{ae}\u{2122}])\p{Extended_Pictographic}(?:\u{fe0f}|\u{200d}|\p{Emoji_Modifier})*){1,8} (?=\p{Lu}\p{Ll}*(?:['’]\p{Ll}+)? \p{Ll})/gu;
