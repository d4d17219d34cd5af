import { foldWord, stemWord } from '../../core/text/terms.ts';
import type { Entry, Lexicon } from './lexicon.ts';

/** Shorter words are no compounds that could be told apart. */
const SHORTEST_COMPOUND = 8;
const SHORTEST_PART = 3;
/** What German sets between the parts of a compound, as folded. */
const LINKS = ['', 's', 'es', 'n', 'en', 'e', 'er'];
/** Beginnings of compounds that are no words of the list. */
const MODIFIERS: Readonly<Record<string, string>> = {
  bundes: 'federal',
  landes: 'state',
  haupt: 'main',
  gesamt: 'total',
  gross: 'large',
  spitzen: 'top',
  sonder: 'special',
  welt: 'world',
  euro: 'euro',
  fach: 'expert',
  zukunfts: 'future',
  wirtschafts: 'economic',
  finanz: 'financial',
  digital: 'digital',
};

/** A part of a compound: what it may mean, or the word for a modifier. */
export type CompoundPart = { readonly entries: readonly Entry[] } | { readonly modifier: string };

/**
 * A German compound's parts, front to back, when each is known ("Souveränitätsplan": sovereignty, plan); of several ways
 * to cut, the one with the longest last part.
 */
export function splitCompound(raw: string, lexicon: Lexicon): CompoundPart[] | undefined {
  return splitFolded(foldWord(raw), lexicon, 2);
}

function splitFolded(word: string, lexicon: Lexicon, cutsLeft: number): CompoundPart[] | undefined {
  if (word.length < SHORTEST_COMPOUND || cutsLeft === 0) return undefined;
  for (let cut = SHORTEST_PART; cut <= word.length - SHORTEST_PART; cut += 1) {
    const last = nounsOf(word.slice(cut), lexicon);
    if (last.length === 0) continue;
    const before = word.slice(0, cut);
    const first = firstPart(before, lexicon) ?? splitFolded(before, lexicon, cutsLeft - 1);
    if (first !== undefined) return [...(Array.isArray(first) ? first : [first]), { entries: last }];
  }
  return undefined;
}

function firstPart(word: string, lexicon: Lexicon): CompoundPart | undefined {
  for (const link of LINKS) {
    if (!word.endsWith(link) || word.length - link.length < SHORTEST_PART) continue;
    const entries = nounsOf(word.slice(0, word.length - link.length), lexicon);
    if (entries.length > 0) return { entries };
  }
  const modifier = MODIFIERS[word];
  return modifier === undefined ? undefined : { modifier };
}

function nounsOf(word: string, lexicon: Lexicon): Entry[] {
  return lexicon.lookUp('de', stemWord(word, 'de')).filter(({ kind }) => kind === 'noun' || kind === 'term');
}
