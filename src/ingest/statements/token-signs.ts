import { CUE_VERBS } from './cue-verbs.ts';
import { isDash } from './noun-phrases.ts';
import type { Token, Unit } from './tokens.ts';
import {
  ADVERBS,
  AUXILIARIES,
  DETERMINERS,
  MONTHS,
  OBJECT_PRONOUNS,
  PREPOSITIONS,
  SUBJECT_PRONOUNS,
  SUBORDINATORS,
  TIME_WORDS,
} from './word-classes.ts';

/** The tokens of a unit as numbers that the attribution model reads. One entry a token. */
export interface TokenSigns {
  /** Hash of the lower-case word. */
  readonly word: Int32Array;
  /** Hash of a cue verb's lemma, else of the word without its ending. */
  readonly lemma: Int32Array;
  /** Hash of a closed-class word or a mark, else a class of open words. */
  readonly kind: Int32Array;
  /** One of `COARSE`. */
  readonly coarse: Uint8Array;
  /** Length and look of quotations; 0 for other tokens. */
  readonly quotation: Uint8Array;
}

export const COARSE = {
  quotation: 1,
  comma: 2,
  dash: 3,
  stop: 4,
  bracket: 5,
  mark: 6,
  pronoun: 7,
  determiner: 8,
  preposition: 9,
  auxiliary: 10,
  subordinator: 11,
  adverb: 12,
  name: 13,
  number: 14,
  verb: 15,
  time: 16,
  word: 17,
} as const;

export function readTokenSigns(unit: Unit): TokenSigns {
  const { tokens } = unit;
  const signs: TokenSigns = {
    word: new Int32Array(tokens.length),
    lemma: new Int32Array(tokens.length),
    kind: new Int32Array(tokens.length),
    coarse: new Uint8Array(tokens.length),
    quotation: new Uint8Array(tokens.length),
  };
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    if (token.kind === 'quotation') {
      const form = unit.endsFully.has(token.start)
        ? 3
        : unit.endsInside.has(token.start)
          ? 2
          : unit.titles.has(token.start)
            ? 4
            : 1;
      signs.word[at] = form;
      signs.lemma[at] = form;
      signs.kind[at] = form;
      signs.coarse[at] = COARSE.quotation;
      signs.quotation[at] = quotationLook(token, form, unit.beginsLower.has(token.start));
      continue;
    }
    const word = hashWord(token.lower);
    signs.word[at] = word;
    if (token.kind === 'mark') {
      signs.lemma[at] = word;
      signs.kind[at] = isDash(token) ? DASH : word;
      signs.coarse[at] = markClass(token);
      continue;
    }
    const verb = CUE_VERBS.get(token.lower);
    signs.lemma[at] = verb === undefined ? hashWord(stem(token.lower)) : hashWord(verb.lemma);
    const coarse = wordClass(token);
    signs.coarse[at] = coarse;
    signs.kind[at] = isClosed(coarse) ? word : openKind(token, coarse, verb?.form);
  }
  return signs;
}

/** Form, case, and length in steps that about double. */
function quotationLook(token: Token, form: number, lower: boolean): number {
  const length = token.end - token.start;
  const step = length < 10 ? 0 : length < 18 ? 1 : length < 30 ? 2 : length < 55 ? 3 : length < 100 ? 4 : 5;
  return 1 + step + 6 * (form + (lower ? 5 : 0));
}

const DASH = 7;

/** FNV-1a. */
export function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash | 0;
}

function stem(word: string): string {
  if (word.length < 5) return word;
  return word.replace(/(?:'s|ing|ed|es|s|d)$/, '').replace(/e$/, '');
}

function markClass(token: Token): number {
  const { text } = token;
  if (text === ',') return COARSE.comma;
  if (isDash(token)) return COARSE.dash;
  if (/^[.;:?!]/.test(text)) return COARSE.stop;
  if (/^[()[\]]$/.test(text)) return COARSE.bracket;
  return COARSE.mark;
}

function wordClass(token: Token): number {
  const { lower } = token;
  const known = CLASS_OF.get(lower);
  if (known !== undefined && !(token.capital && known === COARSE.time && MONTHS.has(lower))) return known;
  if (/^\d/.test(lower)) return COARSE.number;
  if (MONTHS.has(lower) && token.capital) return COARSE.time;
  if (token.capital) return COARSE.name;
  if (CUE_VERBS.has(lower)) return COARSE.verb;
  return COARSE.word;
}

const CLASS_OF: ReadonlyMap<string, number> = new Map([
  ...[...TIME_WORDS].map((word) => [word, COARSE.time] as const),
  ...[...ADVERBS, 'there', 'according', 'nearly', 'about'].map((word) => [word, COARSE.adverb] as const),
  ...[...DETERMINERS].map((word) => [word, COARSE.determiner] as const),
  ...[...PREPOSITIONS].map((word) => [word, COARSE.preposition] as const),
  ...[...SUBORDINATORS].map((word) => [word, COARSE.subordinator] as const),
  ...[...OBJECT_PRONOUNS].map((word) => [word, COARSE.pronoun] as const),
  ...[...SUBJECT_PRONOUNS, "he's", "she's", "it's", "they're", "i'm", "we're", "he'd", "she'd", "he'll", "they'll"].map(
    (word) => [word, COARSE.pronoun] as const,
  ),
  ...[...AUXILIARIES, 'to', 'not'].map((word) => [word, COARSE.auxiliary] as const),
]);

function isClosed(coarse: number): boolean {
  return (
    coarse === COARSE.pronoun ||
    coarse === COARSE.determiner ||
    coarse === COARSE.preposition ||
    coarse === COARSE.auxiliary ||
    coarse === COARSE.subordinator ||
    coarse === COARSE.adverb
  );
}

/** Open words by how they are written and end. */
function openKind(token: Token, coarse: number, form: string | undefined): number {
  const { lower } = token;
  if (coarse === COARSE.number) return 20;
  if (coarse === COARSE.time) return 21;
  const possessive = /['’]s?$/.test(lower);
  if (coarse === COARSE.name) return possessive ? 23 : 22;
  if (possessive) return 24;
  if (form === 'past') return 25;
  if (form === 'third') return 26;
  if (form === 'ing') return 27;
  if (form === 'base') return 28;
  if (lower.endsWith('ly')) return 29;
  if (lower.endsWith('ing')) return 30;
  if (lower.endsWith('ed')) return 31;
  if (lower.endsWith('s')) return 32;
  return 33;
}
