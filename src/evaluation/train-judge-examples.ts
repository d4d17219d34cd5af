/** Questions with sentences that answer them and sentences that do not, for `train-answer-judge.ts`. */
import { z } from 'zod';
import { createTermAligner } from '../answering/judge/align-terms.ts';
import { readAnswerFeatures } from '../answering/judge/answer-features.ts';
import { readAsking } from '../answering/judge/read-asking.ts';
import { type ReadDocument, readDocument } from '../answering/read-document.ts';
import { createSentenceScorer, type ScoredSentence } from '../answering/score-sentences.ts';
import type { StoredDocument, WordKnowledge, WordRelations } from '../core/ports.ts';
import { splitSentences } from '../core/text/sentences.ts';
import { isStopWord, tokenise } from '../core/text/terms.ts';
import { parseQuestion } from '../retrieval/parse-question.ts';
import type { GradedQuestion } from './metrics/graded-marks.ts';
import { pathInSet, readItems } from './set-files.ts';
import { createRandom } from './train-boosted-trees.ts';
import type { EvaluationDocument } from './workbench.ts';

export interface JudgeExample {
  readonly features: readonly number[];
  readonly answers: boolean;
  readonly weight: number;
}

/** One question over one choice of texts. */
export interface JudgedQuestion {
  readonly set: 'squad2-dev' | 'graded training' | 'graded tune' | 'ramdocs' | 'rgb-fact';
  /** Questions of one group are never learnt from and measured on at once. */
  readonly group: string;
  readonly answerable: boolean;
  /** Its best sentences by score. Empty for what only serves learning. */
  readonly sentences: readonly JudgeExample[];
  /** Further examples to learn from. */
  readonly also: readonly JudgeExample[];
}

/** Best sentences of a question that are judged. */
const JUDGED = 8;
/**
 * How much an example counts. The best sentence of a paragraph decides; the others, questions with a word exchanged, and
 * texts of other sets teach what that set does not hold. Set by cross-validation over all four sets.
 */
const WEIGHTS = {
  best: 1,
  other: 0.15,
  corrupted: 0.15,
  elsewhere: 0.15,
  web: 0.15,
  graded: 0.7,
  measured: 0,
} as const;
/** Every so many questions are also asked of the other paragraphs of their article, which do not answer. */
const ASKED_ELSEWHERE = 3;
const CORRUPTIONS = 2;

const SquadLine = z.object({
  title: z.string(),
  context: z.string(),
  qas: z.array(
    z.object({
      question: z.string(),
      is_impossible: z.boolean(),
      answers: z.array(z.string()),
      plausible_answers: z.array(z.string()).optional(),
    }),
  ),
});
const RamLine = z.object({
  id: z.string(),
  question: z.string(),
  documents: z.array(z.object({ text: z.string(), type: z.string() })),
  gold_answers: z.array(z.string()),
  wrong_answers: z.array(z.string()),
});
const RgbLine = z.object({
  id: z.string(),
  query: z.string(),
  answer: z.unknown(),
  positive: z.array(z.string()),
  negative: z.array(z.string()),
});

export interface ExampleDeps {
  readonly knowledge: WordKnowledge;
  readonly relations: WordRelations;
}

/** Names of the features, in the order of `JudgeExample.features`. */
export function createExampleMaker({ knowledge, relations }: ExampleDeps) {
  let names: readonly string[] = [];

  function scoreTexts(text: string, reads: readonly ReadDocument[]) {
    const question = parseQuestion(text, knowledge);
    const scorer = createSentenceScorer(question, knowledge);
    const scored = reads.flatMap((read) => [...scorer.score({ read, searched: reads.length, retrieval: () => 1 })]);
    return { question, scored: scored.sort((a, b) => b.score - a.score) };
  }

  /** The best sentences with their labels and weights; a weight of 0 leaves one out. */
  function make(
    text: string,
    reads: readonly ReadDocument[],
    label: (scored: ScoredSentence, rank: number) => { readonly answers: boolean; readonly weight: number },
    most = JUDGED,
  ): JudgeExample[] {
    const { question, scored } = scoreTexts(text, reads);
    const aligner = createTermAligner(readAsking(question, relations), { knowledge, relations });
    return scored.slice(0, most).map((one, rank) => {
      const features = readAnswerFeatures(aligner, one, scored, relations);
      names = Object.keys(features);
      return { features: Object.values(features), ...label(one, rank) };
    });
  }

  return { make, names: () => names, isGeneral: (text: string) => isGeneral(parseQuestion(text, knowledge)) };
}

export type ExampleMaker = ReturnType<typeof createExampleMaker>;

function isGeneral(question: ReturnType<typeof parseQuestion>): boolean {
  return question.speakers === undefined && question.comparison === undefined && question.terms.length > 0;
}

/** SQuAD 2.0: half of the questions are answered by their paragraph, half only look so. */
export async function readSquadExamples(
  setsDir: string,
  maker: ExampleMaker,
  deps: ExampleDeps,
): Promise<JudgedQuestion[]> {
  const paragraphs = await readItems(pathInSet(setsDir, 'squad2-dev', 'paragraphs.jsonl'), SquadLine);
  const reads = paragraphs.map(({ title, context }) => layOut(title, context));
  const random = createRandom(5);
  const findTwists = createTwistFinder(reads, deps);
  let asked = 0;
  return paragraphs.flatMap(({ title, qas }, at) => {
    const read = reads[at] as ReadDocument;
    const others = reads.filter((_, other) => other !== at && paragraphs[other]?.title === title);
    return qas.map(({ question, is_impossible, answers, plausible_answers = [] }): JudgedQuestion => {
      const holds = (texts: readonly string[]) => (one: ScoredSentence) =>
        texts.some((text) => one.sentence.text.includes(text.replace(/\s+/g, ' ')));
      const isAnswer = holds(answers);
      const also: JudgeExample[] = [];
      asked += 1;
      if (asked % ASKED_ELSEWHERE === 0) {
        const isChance = holds([...answers, ...plausible_answers]);
        const weigh = (one: ScoredSentence) => ({ answers: false, weight: isChance(one) ? 0 : WEIGHTS.elsewhere });
        also.push(...maker.make(question, others, weigh, 2));
      }
      for (let count = 0; count < CORRUPTIONS && !is_impossible; count += 1) {
        const corrupted = exchangeWord(question, read, { relations: deps.relations, random, findTwists });
        const weigh = () => ({ answers: false, weight: WEIGHTS.corrupted });
        if (corrupted !== undefined) also.push(...maker.make(corrupted, [read], weigh, 1));
      }
      return {
        set: 'squad2-dev',
        group: title,
        answerable: !is_impossible,
        sentences: maker.make(question, [read], (one, rank) =>
          rank === 0
            ? { answers: !is_impossible, weight: WEIGHTS.best }
            : { answers: !is_impossible && isAnswer(one), weight: WEIGHTS.other },
        ),
        also,
      };
    });
  });
}

/** Web passages: with what answers, and only those that do not. rgb-fact (non-commercial) is measured on, never learnt. */
export async function readWebExamples(setsDir: string, maker: ExampleMaker): Promise<JudgedQuestion[]> {
  const found: JudgedQuestion[] = [];
  const add = (
    set: 'ramdocs' | 'rgb-fact',
    id: string,
    question: string,
    texts: readonly string[],
    accepted: string[],
  ) => {
    const holds = (text: string) => accepted.some((one) => text.toLowerCase().includes(one.toLowerCase()));
    for (const answerable of [true, false]) {
      const own = answerable ? texts : texts.filter((text) => !holds(text));
      if (own.length === 0) continue;
      const reads = own.map((text, at) => layOut(`passage ${at}`, text));
      const sentences = maker.make(question, reads, ({ sentence }) => ({
        answers: holds(sentence.text),
        weight: WEIGHTS[set === 'rgb-fact' ? 'measured' : 'web'],
      }));
      found.push({ set, group: id, answerable, sentences, also: [] });
    }
  };
  for (const line of await readItems(pathInSet(setsDir, 'ramdocs', 'questions.jsonl'), RamLine)) {
    const texts = line.documents.map(({ text }) => text);
    add('ramdocs', line.id, line.question, texts, [...line.gold_answers, ...line.wrong_answers]);
  }
  for (const line of await readItems(pathInSet(setsDir, 'rgb-fact', 'questions.jsonl'), RgbLine)) {
    const accepted = [line.answer].flat(3).filter((one) => typeof one === 'string');
    add('rgb-fact', line.id, line.query, [...line.positive, ...line.negative], accepted);
  }
  return found;
}

/** Our own questions over real news, asked of all their texts at once. `graded tune` is measured on, never learnt. */
export function makeGradedExamples(
  set: 'graded training' | 'graded tune',
  questions: readonly GradedQuestion[],
  texts: readonly EvaluationDocument[],
  maker: ExampleMaker,
): JudgedQuestion[] {
  const weight = set === 'graded tune' ? 0 : WEIGHTS.graded;
  const reads = texts.map(({ id, text, title, language }) => layOut(title ?? id, text, { id, language }));
  return questions
    .filter(({ split, question }) => split === 'tune' && maker.isGeneral(question))
    .map((line): JudgedQuestion => {
      const spans = [...line.evidence.flat(), ...(line.also ?? [])];
      const isEvidence = ({ read, sentence: { sentence } }: ScoredSentence) =>
        spans.some(
          (span) => span.document === read.document.id && span.start < sentence.end && sentence.start < span.end,
        );
      return {
        set,
        group: line.document ?? line.id,
        answerable: line.trap === undefined,
        sentences: maker.make(line.question, reads, (one) => ({ answers: isEvidence(one), weight })),
        also: [],
      };
    });
}

/**
 * The question with one of its words exchanged for its opposite, a word near in meaning or another of the same kind from
 * the paragraph: as a rule it is then not answered any more.
 */
function exchangeWord(
  question: string,
  read: ReadDocument,
  by: {
    readonly relations: WordRelations;
    readonly random: () => number;
    readonly findTwists: (word: string) => Twists;
  },
): string | undefined {
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(by.random() * items.length)];
  const tokens = tokenise(question);
  const asked = new Set(tokens.map(({ word }) => word));
  const token = pick(tokens.filter(({ word }, at) => at > 0 && !isStopWord(word)));
  if (token === undefined) return undefined;
  const wanted = kindOf(token.word, question.slice(token.start, token.end), by.relations);
  const choices = read.sentences.flatMap(({ text }) =>
    tokenise(text).flatMap(({ word, start, end }) =>
      start > 0 &&
      !isStopWord(word) &&
      !asked.has(word) &&
      kindOf(word, text.slice(start, end), by.relations) === wanted
        ? [text.slice(start, end)]
        : [],
    ),
  );
  const isPlain = wanted !== 'number' && wanted !== 'name';
  const twists = isPlain ? by.findTwists(token.word) : { opposites: [], near: [] };
  const chance = by.random();
  const opposite = chance < OPPOSITE_SHARE ? pick(twists.opposites) : undefined;
  const near = chance > 1 - NEAR_SHARE ? pick(twists.near) : undefined;
  const other = opposite ?? near ?? pick(choices);
  return other === undefined ? undefined : question.slice(0, token.start) + other + question.slice(token.end);
}

function kindOf(word: string, raw: string, relations: WordRelations): string {
  if (/^\d/.test(word)) return 'number';
  if (/^\p{Lu}/u.test(raw)) return 'name';
  const shares = (['noun', 'verb', 'adjective'] as const).map((part) => relations.partShare(word, part) ?? 0);
  return String(shares.indexOf(Math.max(...shares)));
}

/** Words that make another question of one when they stand in a word's place. */
interface Twists {
  readonly opposites: readonly string[];
  readonly near: readonly string[];
}

const OPPOSITE_SHARE = 0.35;
const NEAR_SHARE = 0.3;
/** Cosine from which a word could stand in another's place. */
const TWIST_SIMILARITY = 0.5;
/** Nearer in meaning than this, and it says the same. */
const SAME_KINSHIP = 0.3;
const LEAST_DOCUMENTS = 3;

/** Finds them among the plain words of the texts. */
function createTwistFinder(reads: readonly ReadDocument[], { knowledge, relations }: ExampleDeps) {
  const counts = new Map<string, number>();
  for (const { vocabulary } of reads) {
    for (const [word, { isCapital }] of vocabulary) if (!isCapital) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const words = [...counts]
    .filter(([word, count]) => count >= LEAST_DOCUMENTS && !isStopWord(word))
    .map(([word]) => word);
  const known = new Map<string, Twists>();
  return (word: string): Twists => {
    let twists = known.get(word);
    if (twists === undefined) {
      const opposites = words.filter((other) => relations.compare(word, other).isAntonym);
      const near = words.filter((other) => {
        if (other === word || (knowledge.similarity(word, other) ?? 0) < TWIST_SIMILARITY) return false;
        const { kinship, isDerived, isAntonym } = relations.compare(word, other);
        return kinship < SAME_KINSHIP && !isDerived && !isAntonym;
      });
      twists = { opposites, near };
      known.set(word, twists);
    }
    return twists;
  };
}

function layOut(title: string, text: string, given: { id?: string; language?: string } = {}): ReadDocument {
  const document: StoredDocument = {
    seq: 0,
    id: given.id ?? 'text',
    title,
    titleGivenByDesk: false,
    text,
    origin: 'set',
    fileName: 'set',
    contentHash: '',
    language: given.language,
    sentences: splitSentences(text),
    passages: [],
    statements: [],
  };
  return readDocument(document);
}
