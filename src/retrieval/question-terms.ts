import type { WordKnowledge } from '../core/ports.ts';
import { foldWord, isStopWord, stemWord, tokenise } from '../core/text/terms.ts';
import type { QuestionTerm } from './question.ts';

/** Words for a matter as a whole. */
const GENERIC_WORDS: ReadonlySet<string> = new Set(
  `plan plans announcement project move initiative strategy proposal decision news event issue matter topic situation
  story development developments case thing things step effort affair subject question idea approach programme program
  campaign deal article report document source sources text info information details update latest`.split(/\s+/),
);
/** Words of asking, not of the subject. */
const ASKING_WORDS: ReadonlySet<string> = new Set(
  `say said says saying tell told tells think thinks thought believe believes comment comments commented mention mentioned
  many much long old often according state stated statement anything something anyone someone else know quoted
  exactly actually really currently happen happened happens mean kind sort type besides apart except ever yet still
  opinion view views stance position give gave please name named called percentage percent proportion number amount total numbers figures spoke speak speaks spoken else`.split(
    /\s+/,
  ),
);

/** The words of a text that carry its subject, with their weights; a word that stands twice counts once. */
export function questionTerms(text: string, knowledge: WordKnowledge | undefined): QuestionTerm[] {
  const terms: QuestionTerm[] = [];
  const runOf = new Map<string, number>();
  findNames(text).forEach((name, run) => {
    for (const { word } of tokenise(name)) runOf.set(word, run);
  });
  for (const { word, start, end } of tokenise(text)) {
    const nameRun = runOf.get(word);
    const isName = nameRun !== undefined;
    if (isStopWord(word) || (ASKING_WORDS.has(word) && !isName) || terms.some((term) => term.word === word)) continue;
    const isNumber = /^\d/.test(word);
    const isGeneric = !isName && (GENERIC_WORDS.has(word) || TITLE.test(text.slice(start, end)));
    terms.push({
      word,
      stems: stemsOf(word),
      weight: isGeneric ? GENERIC_WEIGHT : wordWeight(word, isName || isNumber, knowledge),
      isName,
      isNumber,
      isGeneric,
      ...(isName ? { nameRun } : {}),
    });
  }
  return terms;
}

/** The word's stems in the languages of the index; small numbers in figures and in words are the same. */
function stemsOf(word: string): string[] {
  const number = NUMBER_WORDS.indexOf(word);
  const figures = number > 0 ? [String(number)] : [];
  const spelled = NUMBER_WORDS[Number(word)];
  return [
    ...new Set([
      ...['en', 'fr', 'de'].map((language) => stemWord(word, language)),
      ...figures,
      ...(spelled === undefined || spelled === word ? [] : [stemWord(spelled)]),
    ]),
  ];
}

const NUMBER_WORDS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** Weight of a word that any text about the matter meets. */
export const GENERIC_WEIGHT = 0.25;
/** Names and numbers are what a question turns on, however frequent the word. */
const NAME_WEIGHT = 0.9;
const LEAST_WEIGHT = 0.2;

/** Rank by frequency in general English, on a logarithmic scale: rank 100 about 0.4, rank 10,000 about 0.8. */
function wordWeight(word: string, isNameOrNumber: boolean, knowledge: WordKnowledge | undefined): number {
  const rank = knowledge?.rank(word);
  const rarity =
    rank === undefined ? 1 : Math.max(LEAST_WEIGHT, Math.log(1 + rank) / Math.log(1 + (knowledge?.words ?? rank + 1)));
  return isNameOrNumber ? Math.max(NAME_WEIGHT, rarity) : rarity;
}

/** Written with capitals before a name, but a post or title and no part of it. */
const TITLE =
  /^(?:CEO|CFO|CTO|COO|CIO|MEP|MP|President|Vice|Chancellor|Prime|Minister|Premier|Chairman|Chairwoman|Director|Governor|Gov|Senator|Sen|Representative|Rep|Congressman|Congresswoman|Secretary|Commissioner|Mayor|Ambassador|Judge|Justice|Attorney|General|King|Queen|Pope|Mr|Mrs|Ms|Dr|Prof|Professor|Sir)\.?s?$/;

/** Runs of capitalised or all-capital words, also joined by "of", "the", "and" inside ("Ministry of Defence"). */
export function findNames(text: string): string[] {
  const names: string[] = [];
  const run =
    /(?<![\p{L}\p{N}'’])\p{Lu}[\p{L}\p{M}\p{N}.&'’-]*(?:(?: (?:of|de|du|von|van|for) (?:the )?| )\p{Lu}[\p{L}\p{M}\p{N}.&'’-]*)*/gu;
  for (const match of text.matchAll(run)) {
    const words = match[0].split(' ');
    while (words.length > 0 && (isOpeningWord(words[0] ?? '') || TITLE.test(words[0] ?? ''))) words.shift();
    const name = words.join(' ').replace(/['’]s?$|[.,]+$/g, '');
    if (name.length > 1 && !isStopWord(foldWord(name))) names.push(name);
  }
  return names;
}

/** Capitalised only because a sentence begins with it. */
function isOpeningWord(word: string): boolean {
  const folded = foldWord(word);
  return (
    isStopWord(folded) ||
    ASKING_WORDS.has(folded) ||
    /^(?:according|besides|which|list|compare|many|write|tell|explain|describe|show|summari[sz]e|find)$/.test(folded)
  );
}
