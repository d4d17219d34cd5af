import type { Sentence } from '../core/document.ts';
import type { StoredDocument } from '../core/ports.ts';
import type { Statement } from '../core/statement.ts';
import { guessLanguage } from '../core/text/language.ts';
import { readSpan, spansOverlap } from '../core/text/span.ts';
import { foldWord, isStopWord, stemmerOf, tokenise } from '../core/text/terms.ts';
import type { Language } from '../core/translated-term.ts';

/** A sentence with its words laid out for matching. */
export interface ReadSentence {
  readonly index: number;
  readonly sentence: Sentence;
  /** White space folded. */
  readonly text: string;
  /** Folded words in order, stop words included. */
  readonly words: readonly string[];
  /** Index term of each word, parallel to `words`. */
  readonly stems: readonly string[];
  readonly stemSet: ReadonlySet<string>;
  /** Folded words that are written with a capital and not only because they open the sentence. */
  readonly capitals: ReadonlySet<string>;
  /** Statements whose content stands in this sentence, wholly or in part. */
  readonly statements: readonly Statement[];
}

/** Where a word of a document stands. */
export interface WordPlaces {
  readonly stem: string;
  /** It is written with a capital somewhere. */
  readonly isCapital: boolean;
  /** Indexes of the sentences that hold it, rising. */
  readonly sentences: readonly number[];
}

/** A stored document laid out for matching. */
export interface ReadDocument {
  readonly document: StoredDocument;
  /** As told or as its words tell; other languages count as English. */
  readonly language: Language;
  readonly sentences: readonly ReadSentence[];
  /** Every folded word of the text. */
  readonly vocabulary: ReadonlyMap<string, WordPlaces>;
  /** How often each index term stands in the text. */
  readonly stemCounts: ReadonlyMap<string, number>;
  /** Index terms of title, publisher, author. */
  readonly headStems: ReadonlySet<string>;
  /** Folded names that the document is about: in its head or opening, or in at least a fifth of its sentences. */
  readonly centralNames: ReadonlySet<string>;
}

/** Lays out a document; costs about a millisecond for a thousand words, so results are worth keeping. */
export function readDocument(document: StoredDocument): ReadDocument {
  const told = (document.language ?? guessLanguage(document.text)).slice(0, 2).toLowerCase();
  const language: Language = told === 'fr' || told === 'de' ? told : 'en';
  const stem = stemmerOf(told);
  const stemCounts = new Map<string, number>();
  const nameCounts = new Map<string, number>();
  const vocabulary = new Map<string, { stem: string; isCapital: boolean; sentences: number[] }>();
  const sentences = document.sentences.map((sentence, index): ReadSentence => {
    const text = readSpan(document.text, sentence);
    const words: string[] = [];
    const stems: string[] = [];
    const capitals = new Set<string>();
    for (const token of tokenise(text)) {
      const term = stem(token.word);
      words.push(token.word);
      stems.push(term);
      stemCounts.set(term, (stemCounts.get(term) ?? 0) + 1);
      const isName = token.start > 0 && isCapital(text, token.start) && !isStopWord(token.word);
      if (isName) capitals.add(token.word);
      const entry = vocabulary.get(token.word);
      const hasCapital = isCapital(text, token.start);
      if (entry === undefined) vocabulary.set(token.word, { stem: term, isCapital: hasCapital, sentences: [index] });
      else {
        entry.isCapital ||= hasCapital;
        if (entry.sentences.at(-1) !== index) entry.sentences.push(index);
      }
    }
    // A capital that opens the sentence tells nothing by itself.
    const [opening, second] = words;
    const isOpeningName = opening !== undefined && !isStopWord(opening) && second !== undefined && capitals.has(second);
    if (isOpeningName) capitals.add(opening);
    for (const name of capitals) nameCounts.set(name, (nameCounts.get(name) ?? 0) + 1);
    const statements = document.statements.filter((statement) => spansOverlap(statement, sentence));
    return { index, sentence, text, words, stems, stemSet: new Set(stems), capitals, statements };
  });
  const head = `${document.title} ${document.publisher ?? ''} ${document.author ?? ''}`;
  const centralNames = new Set<string>();
  for (const [name, count] of nameCounts) {
    if (count >= Math.max(2, sentences.length * CENTRAL_SHARE)) centralNames.add(name);
  }
  for (const name of sentences[0]?.capitals ?? []) {
    if ((nameCounts.get(name) ?? 0) > 1 || sentences.length <= FEW_SENTENCES) centralNames.add(name);
  }
  for (const match of document.title.matchAll(/\p{Lu}[\p{L}\p{N}]+/gu)) centralNames.add(foldWord(match[0]));
  return {
    document,
    language,
    sentences,
    vocabulary,
    stemCounts,
    headStems: new Set(tokenise(head).map(({ word }) => stem(word))),
    centralNames,
  };
}

/** A name in this share of the sentences is what the document is about. */
const CENTRAL_SHARE = 0.2;
/** In a text so short, what the opening names is what it is about; in a longer one it must come again. */
const FEW_SENTENCES = 4;

function isCapital(text: string, at: number): boolean {
  const first = text.charAt(at);
  return first !== first.toLowerCase() && first === first.toUpperCase();
}
