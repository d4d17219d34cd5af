import type { KeywordIndex, WordKnowledge } from '../core/ports.ts';
import { foldWord, stemWord } from '../core/text/terms.ts';
import type { Question, QuestionTerm } from './question.ts';

/** Shorter words have too many neighbours: of those only a letter missing or swapped is mended. */
const SHORTEST_MENDED = 5;
/** And shorter ones than this not at all. */
const SHORTEST_SWAPPED = 4;
/** From this length on two slips are mended where one does not explain the word. */
const SHORTEST_TWICE_MENDED = 8;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

interface MendingDeps {
  readonly keywords: Pick<KeywordIndex, 'documentFrequencies'>;
  readonly knowledge: WordKnowledge | undefined;
}

/**
 * Gives words that no source holds the words of the sources that they are likely meant for: one letter wrong, missing, too
 * many or swapped with its neighbour, the first letter right. Words of general English are taken as meant. The names of
 * speakers that the question asks about are put right as well.
 */
export async function mendQuestion(question: Question, deps: MendingDeps): Promise<Question> {
  const doubtful = question.terms.filter((term) => isDoubtful(term, deps.knowledge));
  const others = speakerWords(question).filter(
    (word) => isMendable(word) && doubtful.every((term) => term.word !== word),
  );
  const words = [...doubtful.map(({ word }) => word), ...others];
  if (words.length === 0) return question;
  // A name stands in the index by the stem of its document's language.
  const stems = words.flatMap((word) => ['en', 'fr', 'de'].map((language) => stemWord(word, language)));
  const { frequencies } = await deps.keywords.documentFrequencies(stems);
  const mended = new Map<string, string>();
  for (const word of words.filter((_, at) => frequencies.slice(at * 3, at * 3 + 3).every((count) => count === 0))) {
    const best = await findMeant(word, deps);
    if (best !== undefined) mended.set(word, best);
  }
  return mended.size === 0 ? question : putRight(question, mended);
}

function putRight(question: Question, mended: ReadonlyMap<string, string>): Question {
  const inText = (text: string) =>
    text.replace(/[\p{L}]+/gu, (word) => {
      const meant = mended.get(foldWord(word));
      if (meant === undefined) return word;
      return /^\p{Lu}/u.test(word) ? `${meant.charAt(0).toUpperCase()}${meant.slice(1)}` : meant;
    });
  const withMeant = (term: QuestionTerm): QuestionTerm => {
    const meant = mended.get(term.word);
    return meant === undefined ? term : { ...term, meant: [stemWord(meant)] };
  };
  const { speakers, comparison, expects } = question;
  return {
    ...question,
    expects:
      expects.kind === 'count' || expects.kind === 'instance'
        ? { ...expects, noun: expects.noun.map((term) => withStem(term, mended.get(term.word))) }
        : expects,
    terms: question.terms.map(withMeant),
    ...(speakers?.speaker === undefined ? {} : { speakers: { ...speakers, speaker: inText(speakers.speaker) } }),
    ...(comparison === undefined ? {} : { comparison: { ...comparison, sides: comparison.sides.map(inText) } }),
  };
}

/** What is counted or listed is found by its stems alone. */
function withStem(term: QuestionTerm, meant: string | undefined): QuestionTerm {
  return meant === undefined ? term : { ...term, stems: [...term.stems, stemWord(meant)] };
}

/** The words that name whoever is asked about. */
function speakerWords({ speakers, comparison }: Question): string[] {
  const names = [speakers?.speaker ?? '', ...(comparison?.sides ?? [])].join(' ');
  return [...names.matchAll(/\p{L}+/gu)].map(([word]) => foldWord(word));
}

function isDoubtful(term: QuestionTerm, knowledge: WordKnowledge | undefined): boolean {
  const isPlain = !term.isName && (knowledge?.rank(term.word) ?? Number.POSITIVE_INFINITY) < RANK_OF_PLAIN_WORDS;
  return !term.isNumber && !isPlain && term.translations === undefined && isMendable(term.word);
}

function isMendable(word: string): boolean {
  return word.length >= SHORTEST_SWAPPED && /^[a-z]+$/.test(word);
}

/** Words more frequent than this are no slips of the finger. */
const RANK_OF_PLAIN_WORDS = 20_000;

/** The neighbour that stands in most documents; of general English words the most frequent where none stands out. */
async function findMeant(word: string, deps: MendingDeps): Promise<string | undefined> {
  const near = neighboursOf(word);
  const best = await mostFrequent(near, deps);
  if (best !== undefined || word.length < SHORTEST_TWICE_MENDED) return best;
  // Two slips: only swapped, doubled and dropped letters, as people make them; letters put in would be guesses.
  return mostFrequent(
    [...new Set(near.filter((one) => one.length <= word.length + 1).flatMap((one) => slipsOf(one)))],
    deps,
  );
}

async function mostFrequent(
  words: readonly string[],
  { keywords, knowledge }: MendingDeps,
): Promise<string | undefined> {
  const stems = [...new Set(words.map((one) => stemWord(one)))];
  const { frequencies } = await keywords.documentFrequencies(stems);
  const frequencyOf = new Map(stems.map((stem, at) => [stem, frequencies[at] ?? 0]));
  let best: { word: string; frequency: number; rank: number } | undefined;
  for (const word of words) {
    const frequency = frequencyOf.get(stemWord(word)) ?? 0;
    const rank = knowledge?.rank(word) ?? Number.POSITIVE_INFINITY;
    if (frequency === 0) continue;
    if (best === undefined || frequency > best.frequency || (frequency === best.frequency && rank < best.rank))
      best = { word, frequency, rank };
  }
  return best?.word;
}

/** All words one slip away: a letter too many, missing, wrong or swapped with the next. */
function neighboursOf(word: string): string[] {
  const isShort = word.length < SHORTEST_MENDED;
  const found = slipsOf(word);
  for (let at = 1; at <= word.length; at += 1) {
    const before = word.slice(0, at);
    const after = word.slice(at);
    for (const letter of LETTERS) {
      found.push(before + letter + after);
      if (after !== '' && !isShort) found.push(before + letter + after.slice(1));
    }
  }
  return [...new Set(found)];
}

/** Swapped neighbours, and one letter too many. */
function slipsOf(word: string): string[] {
  const isShort = word.length < SHORTEST_MENDED;
  const found: string[] = [];
  for (let at = 1; at < word.length; at += 1) {
    const before = word.slice(0, at);
    const after = word.slice(at);
    if (!isShort) found.push(before + after.slice(1));
    if (after.length > 1) found.push(before + (after[1] ?? '') + (after[0] ?? '') + after.slice(2));
    if (before.at(-1) !== after[0]) found.push(before + (after[0] ?? '') + after);
  }
  return found;
}
