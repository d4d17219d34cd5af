import type { Language } from '../../core/translated-term.ts';
import { type Entry, formsOf, LANGUAGES, type Lexicon, lookedUpWords } from './lexicon.ts';

/** Index terms of a word in each language. */
export type Translations = Readonly<Partial<Record<Language, readonly string[]>>>;

/** What the words of an English text are called in other languages, by the folded English word. */
export interface TranslationCollector {
  /** English words, and the entries that they stand for. */
  add(english: readonly string[], entries: readonly Entry[]): void;
  /** A word of the text in another language that English words stand for. */
  addSource(english: readonly string[], language: Language, stem: string): void;
  result(): ReadonlyMap<string, Translations>;
  /** Whole English phrases in small letters, with everything else that they are called, as written in the lists. */
  names(): ReadonlyMap<string, readonly string[]>;
}

export function createTranslationCollector(lexicon: Lexicon, languages: readonly Language[]): TranslationCollector {
  const found = new Map<string, Map<Language, Set<string>>>();
  const phrases = new Map<string, readonly string[]>();

  function put(word: string, language: Language, stem: string): void {
    const ofWord = found.get(word) ?? new Map<Language, Set<string>>();
    found.set(word, ofWord);
    const stems = ofWord.get(language) ?? new Set<string>();
    ofWord.set(language, stems);
    stems.add(stem);
  }

  function addForms(english: readonly string[], entry: Entry, language: Language): void {
    const forms = stemsOfForms(entry, language);
    const hasWord = forms.some((stems) => stems.length === 1);
    for (const stems of forms) {
      const [only] = stems;
      if (only === undefined) continue;
      if (stems.length === 1) for (const word of english) put(word, language, only);
      else if (english.length > 1) align(english, stems, language);
      // One word for several: the longest of them tells most, and only where no single word does.
      else if (!hasWord) put(english[0] ?? '', language, longest(stems));
    }
  }

  /** Each word of a phrase goes to the English word that it translates; the rest to the English words left over. */
  function align(english: readonly string[], stems: readonly string[], language: Language): void {
    const own = english.map((word) => stemsOfWord(lexicon, word, language));
    const free = english.filter((_, at) => !stems.some((stem) => own[at]?.has(stem)));
    for (const stem of stems) {
      const words = english.filter((_, at) => own[at]?.has(stem));
      for (const word of words.length > 0 ? words : free) put(word, language, stem);
    }
  }

  return {
    add(english, entries) {
      if (english.length === 0) return;
      phrases.set(english.join(' '), [
        ...new Set(entries.flatMap((entry) => LANGUAGES.flatMap((one) => entry.words[one]))),
      ]);
      for (const entry of entries) for (const language of languages) addForms(english, entry, language);
    },
    addSource(english, language, stem) {
      for (const word of english) put(word, language, stem);
    },
    names: () => phrases,
    result() {
      return new Map(
        [...found].map(([word, ofWord]) => [
          word,
          Object.fromEntries([...ofWord].map(([language, stems]) => [language, [...stems]])),
        ]),
      );
    },
  };
}

/** Index terms in `to` of a single word in `from`, by its plain translations; empty when the lexicon does not know it. */
export function translationsOf(word: string, languages: { from: Language; to: Language }, lexicon: Lexicon): string[] {
  const [looked] = lookedUpWords(word, languages.from);
  if (looked === undefined) return [];
  const forms = lexicon.lookUp(languages.from, looked.stem).flatMap((entry) => stemsOfForms(entry, languages.to));
  return [...new Set(forms.flatMap((stems) => (stems.length === 1 ? stems : [])))];
}

/** The English words and phrases of a text, with what they are called in French and German. */
export function translateWords(text: string, lexicon: Lexicon): Pick<TranslationCollector, 'names' | 'result'> {
  const collector = createTranslationCollector(lexicon, FOREIGN);
  const words = lookedUpWords(text, 'en');
  for (let at = 0; at < words.length; ) {
    const match = words[at]?.isSmall === true ? undefined : lexicon.match('en', words, at);
    if (match === undefined) {
      at += 1;
      continue;
    }
    const taken = words.slice(at, at + match.length);
    collector.add(
      taken.filter(({ isSmall }) => !isSmall).map(({ word }) => word),
      [...new Set(match.readings.map(({ entry }) => entry))],
    );
    at += match.length;
  }
  return collector;
}

const FOREIGN = LANGUAGES.filter((language) => language !== 'en');

const formStems = new WeakMap<Entry, Partial<Record<Language, readonly (readonly string[])[]>>>();

/** The stems of each way an entry is called in a language; reckoned once, as the same few entries are asked for again. */
function stemsOfForms(entry: Entry, language: Language): readonly (readonly string[])[] {
  const known = formStems.get(entry) ?? {};
  const stems = known[language] ?? distinct(formsOf(entry, language).map((form) => tellingStems(form, language)));
  if (known[language] === undefined) formStems.set(entry, { ...known, [language]: stems });
  return stems;
}

function distinct(forms: readonly (readonly string[])[]): string[][] {
  return [...new Set(forms.map((stems) => stems.join(' ')))].map((joined) => (joined === '' ? [] : joined.split(' ')));
}

function stemsOfWord(lexicon: Lexicon, english: string, language: Language): ReadonlySet<string> {
  return new Set(translationsOf(english, { from: 'en', to: language }, lexicon));
}

function tellingStems(text: string, language: Language): string[] {
  return lookedUpWords(text, language).flatMap(({ stem, isSmall }) => (isSmall ? [] : [stem]));
}

function longest(stems: readonly string[]): string {
  return stems.reduce((best, stem) => (stem.length > best.length ? stem : best), '');
}
