import { foldWord, isStopWord, stemmerOf, tokenise } from '../../core/text/terms.ts';
import type { Language, TranslatedTerm } from '../../core/translated-term.ts';
import { inflectFrenchVerb } from './inflect-french.ts';
import { inflectGermanNoun, inflectGermanVerb, separatedForms } from './inflect-german.ts';
import { MORE_NOUNS, MORE_VERBS } from './list-of-more-nouns.ts';
import { NAMES } from './list-of-names.ts';
import { NOUNS } from './list-of-nouns.ts';
import { QUALITIES } from './list-of-qualities.ts';
import { VERBS } from './list-of-verbs.ts';

export type EntryKind = 'term' | 'name' | 'noun' | 'verb' | 'quality';

/** One line of a list. */
export interface Entry {
  readonly kind: EntryKind;
  readonly words: TranslatedTerm;
}

/** A word of a text as the lexicon looks it up. */
export interface LookedUpWord {
  /** Folded as by `foldWord`. */
  readonly word: string;
  readonly stem: string;
  /** Passed over inside a phrase: "de", "la", "der". */
  readonly isSmall: boolean;
}

/** An entry that words may stand for. */
export interface Reading {
  readonly entry: Entry;
  /** Place of the words among those of their language, 0 for the plainest. */
  readonly place: number;
  /** The first telling word, folded: the list's own spelling. */
  readonly word: string;
}

/** The longest phrase that begins at a word. */
export interface LexiconMatch {
  /** Words taken, small ones inside included. */
  readonly length: number;
  readonly readings: readonly Reading[];
}

interface Phrase extends Reading {
  readonly stems: readonly string[];
  /** Set where small words tell the phrase apart ("in Kraft"): then they must stand there too. */
  readonly isExact: boolean;
}

/** Words of several languages by what they mean. Built in one go from lists; never changed. */
export interface Lexicon {
  readonly entries: number;
  /** The longest phrase at `at`, with everything it may mean; the field's own terms first. */
  match(language: Language, words: readonly LookedUpWord[], at: number): LexiconMatch | undefined;
  /** What a single word may mean, by its stem. */
  lookUp(language: Language, stem: string): readonly Entry[];
}

/** Small words inside a phrase that are passed over at most. */
const MOST_SMALL_WORDS = 2;

/** The built-in list with the field's terms of a knowledge folder before it. */
export function createLexicon(terms: readonly TranslatedTerm[]): Lexicon {
  const entries: Entry[] = [
    ...terms.map((words): Entry => ({ kind: 'term', words })),
    ...readList(NAMES, 'name'),
    ...readList(NOUNS, 'noun'),
    ...readList(MORE_NOUNS, 'noun'),
    ...readList(VERBS, 'verb'),
    ...readList(MORE_VERBS, 'verb'),
    ...readList(QUALITIES, 'quality'),
  ];
  const built = new Map<Language, ReadonlyMap<string, readonly Phrase[]>>();

  /** Made when first asked for: most desks never hear all languages. */
  function phrasesOf(language: Language): ReadonlyMap<string, readonly Phrase[]> {
    const known = built.get(language);
    if (known !== undefined) return known;
    const made = indexPhrases(entries, language);
    built.set(language, made);
    return made;
  }

  return {
    entries: entries.length,
    match(language, words, at) {
      const first = words[at];
      const phrases = first === undefined ? undefined : phrasesOf(language).get(first.stem);
      if (phrases === undefined) return undefined;
      let length = 0;
      let telling = 0;
      const readings: Reading[] = [];
      for (const phrase of phrases) {
        if (phrase.stems.length < telling) break;
        const taken = lengthTaken(phrase, words, at);
        if (taken === 0 || (length > 0 && taken !== length)) continue;
        length = taken;
        telling = phrase.stems.length;
        readings.push(phrase);
      }
      return length === 0 ? undefined : { length, readings };
    },
    lookUp(language, stem) {
      const phrases = phrasesOf(language).get(stem) ?? [];
      return [...new Set(phrases.filter(({ stems }) => stems.length === 1).map(({ entry }) => entry))];
    },
  };
}

export const LANGUAGES: readonly Language[] = ['en', 'fr', 'de'];

function indexPhrases(entries: readonly Entry[], language: Language): Map<string, Phrase[]> {
  const byFirst = new Map<string, Phrase[]>();
  for (const entry of entries) {
    entry.words[language].forEach((word, place) => {
      for (const form of inflect(word, entry.kind, language)) addPhrase(byFirst, language, form, { entry, place });
    });
  }
  for (const phrases of byFirst.values()) phrases.sort((a, b) => b.stems.length - a.stems.length);
  return byFirst;
}

/** A text's words for looking up; parallel to its tokens. */
export function lookedUpWords(text: string, language: Language): (LookedUpWord & { start: number; end: number })[] {
  const stem = stemmerOf(language);
  if (PLAIN_WORD.test(text)) {
    const word = foldWord(text);
    return [{ word, stem: stem(word), isSmall: isStopWord(word) || word.length === 1, start: 0, end: text.length }];
  }
  return tokenise(text).map(({ word, start, end }) => ({
    word,
    stem: stem(word),
    isSmall: isStopWord(word) || word.length === 1,
    start,
    end,
  }));
}

/** Needs no cutting into words. */
const PLAIN_WORD = /^\p{L}+$/u;

function readList(list: string, kind: EntryKind): Entry[] {
  return list
    .trim()
    .split('\n')
    .map((line) => {
      const [en = '', fr = '', de = ''] = line.split('|').map((part) => part.trim());
      const words = (part: string) => part.split(', ').filter((one) => one !== '');
      return { kind, words: { en: words(en), fr: words(fr), de: words(de) } };
    });
}

/** What an entry is called, in every form that stemming does not give. */
export function formsOf({ words, kind }: Entry, language: Language): string[] {
  return words[language].flatMap((word) => [
    ...inflect(word, kind, language),
    ...(language === 'de' && kind === 'verb' ? separatedForms(word) : []),
  ]);
}

function inflect(word: string, kind: EntryKind, language: Language): string[] {
  if (language === 'en' || word.includes(' ')) return [word.replace('~', '')];
  if (language === 'fr') return kind === 'verb' ? inflectFrenchVerb(word) : [word];
  return kind === 'verb' ? inflectGermanVerb(word) : inflectGermanNoun(word);
}

function addPhrase(
  index: Map<string, Phrase[]>,
  language: Language,
  text: string,
  { entry, place }: { readonly entry: Entry; readonly place: number },
): void {
  const words = lookedUpWords(text, language);
  const telling = words.filter(({ isSmall }) => !isSmall);
  const isExact = telling.length < 2 && words.length > 1;
  const stems = (isExact ? words : telling.length === 0 ? words : telling).map(({ stem }) => stem);
  const [first] = stems;
  if (first === undefined) return;
  const phrases = index.get(first);
  const phrase: Phrase = { stems, isExact, entry, place, word: (isExact ? words[0] : telling[0])?.word ?? first };
  if (phrases === undefined) index.set(first, [phrase]);
  else if (!phrases.some((one) => one.entry === entry && isSame(one.stems, stems))) phrases.push(phrase);
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((stem, at) => stem === b[at]);
}

/** How many words of the text the phrase takes; 0 when it does not stand there. */
function lengthTaken(phrase: Phrase, words: readonly LookedUpWord[], at: number): number {
  let place = at;
  for (const stem of phrase.stems) {
    let small = 0;
    while (
      !phrase.isExact &&
      place > at &&
      words[place]?.stem !== stem &&
      words[place]?.isSmall === true &&
      small < MOST_SMALL_WORDS
    ) {
      place += 1;
      small += 1;
    }
    if (words[place]?.stem !== stem) return 0;
    place += 1;
  }
  return place - at;
}
