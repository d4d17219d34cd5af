import type { KeywordIndex, WordKnowledge } from '../core/ports.ts';
import { stemWord } from '../core/text/terms.ts';
import type { Question, QuestionTerm } from './question.ts';

/** Shorter words have too many neighbours. */
const SHORTEST_MENDED = 5;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/**
 * Gives words that no source holds the words of the sources that they are likely meant for: one letter wrong, missing, too
 * many or swapped with its neighbour, the first letter right. Words of general English are taken as meant.
 */
export async function mendQuestion(
  question: Question,
  deps: { readonly keywords: Pick<KeywordIndex, 'documentFrequencies'>; readonly knowledge: WordKnowledge | undefined },
): Promise<Question> {
  const doubtful = question.terms.filter((term) => isDoubtful(term, deps.knowledge));
  if (doubtful.length === 0) return question;
  const { frequencies } = await deps.keywords.documentFrequencies(doubtful.map(({ stems }) => stems[0] ?? ''));
  const unseen = doubtful.filter((_, at) => frequencies[at] === 0);
  if (unseen.length === 0) return question;
  const meant = new Map<QuestionTerm, readonly string[]>();
  for (const term of unseen) {
    const best = await findMeant(term.word, deps.keywords);
    if (best !== undefined) meant.set(term, [best]);
  }
  return {
    ...question,
    terms: question.terms.map((term) => ({ ...term, ...(meant.has(term) ? { meant: meant.get(term) ?? [] } : {}) })),
  };
}

function isDoubtful(term: QuestionTerm, knowledge: WordKnowledge | undefined): boolean {
  const isPlain = !term.isName && (knowledge?.rank(term.word) ?? Number.POSITIVE_INFINITY) < RANK_OF_PLAIN_WORDS;
  return !term.isNumber && !isPlain && term.word.length >= SHORTEST_MENDED && /^[a-z]+$/.test(term.word);
}

/** Words more frequent than this are no slips of the finger. */
const RANK_OF_PLAIN_WORDS = 20_000;

/** The neighbour that stands in most documents. */
async function findMeant(
  word: string,
  keywords: Pick<KeywordIndex, 'documentFrequencies'>,
): Promise<string | undefined> {
  const neighbours = [...new Set(neighboursOf(word).map((one) => stemWord(one)))];
  const { frequencies } = await keywords.documentFrequencies(neighbours);
  let best: { term: string; frequency: number } | undefined;
  neighbours.forEach((term, at) => {
    const frequency = frequencies[at] ?? 0;
    if (frequency > (best?.frequency ?? 0)) best = { term, frequency };
  });
  return best?.term;
}

function neighboursOf(word: string): string[] {
  const found: string[] = [];
  for (let at = 1; at <= word.length; at += 1) {
    const before = word.slice(0, at);
    const after = word.slice(at);
    if (after !== '') found.push(before + after.slice(1));
    if (after.length > 1) found.push(before + (after[1] ?? '') + (after[0] ?? '') + after.slice(2));
    for (const letter of LETTERS) {
      found.push(before + letter + after);
      if (after !== '') found.push(before + letter + after.slice(1));
    }
  }
  return found;
}
