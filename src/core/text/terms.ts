import { stemmer as stemEnglish } from '@orama/stemmers/english';
import { stemmer as stemFrench } from '@orama/stemmers/french';
import { stemmer as stemGerman } from '@orama/stemmers/german';

/** A word of a text with the place where it stands. `word` is folded: lower case, no accents, no possessive. */
export interface Token {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Words, numbers ("1.7", "1,400", "90") and dotted abbreviations ("U.S.", also with the gap of old wire copy, "U.S .").
 */
const WORD =
  /(?:\p{L}\.)+\p{L}\b(?:\s?\.)?|\p{N}+(?:[.,]\p{N}+)*|[\p{L}\p{M}][\p{L}\p{M}\p{N}]*(?:['’][\p{L}\p{M}]+)?/gu;

export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(WORD)) {
    const word = foldWord(match[0]);
    if (word !== '') tokens.push({ word, start: match.index, end: match.index + match[0].length });
  }
  return tokens;
}

/** Lower case, without accents, dots of abbreviations, thousands separators and the English possessive. */
export function foldWord(raw: string): string {
  let word = raw;
  if (!ASCII_WORD.test(word)) {
    word = word.normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('’', "'").replaceAll('ß', 'ss').toLowerCase();
    if (/^\d/.test(word)) return word.replace(/,(?=\d{3}(?:\D|$))/g, '').replace(/,/g, '.');
    const elided = /^(?:l|d|j|m|t|s|n|c|qu)'(?=\p{L}{2})/u.exec(word);
    if (elided !== null && elided[0] !== word) word = word.slice(elided[0].length);
    word = word.replace(/'s$/, '').replace(/[.'\s]/g, '');
    return word;
  }
  return word.toLowerCase();
}

const ASCII_WORD = /^[A-Za-z]+$/;

type Stem = (word: string) => string;
const STEMMERS: Readonly<Record<string, Stem>> = {
  en: createKeepingStemmer(stemEnglish),
  fr: createKeepingStemmer(stemFrench),
  de: createKeepingStemmer(stemGerman),
};

/** Words kept per language; beyond it the cache starts anew (names and numbers are without end). */
const STEM_CACHE_WORDS = 200_000;

function createKeepingStemmer(stem: Stem): Stem {
  const kept = new Map<string, string>();
  return (word) => {
    let known = kept.get(word);
    if (known === undefined) {
      known = word.length > 2 && ASCII_WORD.test(word) ? stem(word) : word;
      if (kept.size > STEM_CACHE_WORDS) kept.clear();
      kept.set(word, known);
    }
    return known;
  };
}

/** The stemmer of a language, by its BCP 47 tag; English for unknown ones and where none is told. */
export function stemmerOf(language = 'en'): Stem {
  return STEMMERS[language.slice(0, 2).toLowerCase()] ?? (STEMMERS.en as Stem);
}

/** The index term of a folded word. Numbers stay as they are. */
export function stemWord(word: string, language = 'en'): string {
  return stemmerOf(language)(word);
}

/** The index terms of a text, in order and with repeats, without stop words. */
export function indexTerms(text: string, language?: string): string[] {
  const terms: string[] = [];
  const stem = stemmerOf(language);
  for (const { word } of tokenise(text)) {
    if (!isStopWord(word) && word.length <= LONGEST_TERM) terms.push(stem(word));
  }
  return terms;
}

/** Longer "words" are encoded data. */
const LONGEST_TERM = 64;

/** Words that carry no subject, in English, French and German; folded as by `foldWord`. */
export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word);
}

/** Left out on purpose, as they carry a subject in one of the languages: us (U.S.), die, war, son, plus, par, sur. */
const STOP_WORDS: ReadonlySet<string> = new Set(
  `a an the and or but if then than that this these those there here of to in on at by for from with without into onto
  over under about as is are was were be been being am do does did doing done have has had having will would shall
  should can could may might must not no nor so such it its itself he him his she her hers they them their theirs we
  our ours you your yours i me my mine who whom whose which what when where why how all any both each few more most
  other some own same too very just also only while during before after between because until through up down out off
  again further once dont doesnt didnt isnt arent wasnt
  le la les un une des du de et ou mais donc que qui quoi dont ce cet cette ces dans sous pour avec sans est sont
  etait ete etre ont avait au aux il elle ils elles se sa ses leur leurs ne pas en y
  der das den dem des ein eine einen einem einer eines und oder aber dass ist sind waren wird werden wurde wurden
  hat haben hatte von zu zum zur im auf mit bei nach aus fur uber um als wie auch nicht sich es sie er ihr sein`.split(
    /\s+/,
  ),
);
