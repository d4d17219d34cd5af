/**
 * Trains the linear half of the judge of answers (`src/answering/judge/answer-weights.ts`) on our own questions over
 * news (`test/graded/training` and the tune half of `test/graded`, asked through retrieval among all their texts) and on
 * squad2-dev, and prints what it and the trees reach together on the tune half when that was not learnt from:
 *   tsx src/evaluation/train-answer-weights.ts [SETS_DIR] > new.ts && mv new.ts src/answering/judge/answer-weights.ts
 * To be run anew after `train-answer-judge.ts` and whenever the scoring of sentences changes. A minute; deterministic.
 * No word of the sets is kept: the weights are of features only.
 */
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { z } from 'zod';
import { createCandidateFinder } from '../answering/find-candidates.ts';
import { createAnswerJudge } from '../answering/judge/answer-judge.ts';
import { PLACE_FEATURES, readPlaceFeatures } from '../answering/judge/place-features.ts';
import { readDocument } from '../answering/read-document.ts';
import { createSentenceScorer, type ScoredSentence } from '../answering/score-sentences.ts';
import { type OpenDesk, openDesk } from '../app.ts';
import { analyseDocument } from '../ingest/analyse-document.ts';
import { createWordNetRelations } from '../models/word-net-relations.ts';
import { createWordVectorEmbedder } from '../models/word-vector-embedder.ts';
import { parseQuestion } from '../retrieval/parse-question.ts';
import type { Question } from '../retrieval/question.ts';
import { fitLogistic, type LogisticModel } from './fit-logistic.ts';
import { answerWithQuotes, type GradedQuestion, gradeAnswer } from './metrics/graded-marks.ts';
import { findSetsDir, pathInSet, readItems } from './set-files.ts';
import { readGradedQuestions, readGradedTexts } from './sets/graded-texts.ts';
import { createTemporaryWorkbench } from './temporary-workbench.ts';
import type { EvaluationDocument } from './workbench.ts';

/** One question with the best sentences found for it. */
interface Judged {
  readonly part: 'squad2-dev' | 'tune' | 'training';
  readonly answerable: boolean;
  readonly sentences: readonly JudgedSentence[];
}

interface JudgedSentence {
  readonly place: readonly number[];
  readonly features: Readonly<Record<string, number>>;
  /** Log-odds of the trees. */
  readonly trees: number;
  readonly answers: boolean;
}

/** Sentences of a question learnt from: those that the desk judges, and of a single paragraph fewer. */
const SENTENCES = { graded: 16, squad: 6 } as const;
/** Set on the tune half, held out: news is what the desk is asked about, squad2-dev has many more questions. */
const WEIGHTS = { graded: 8, squad: 1 } as const;
const PENALTY = 10;
/** Texts of polnear and retrieval-time beside those that the questions are about. */
const OTHER_TEXTS = 300;
const DIGITS = 4;
const REFUSED_WRONGLY = [0.03, 0.05, 0.08, 0.1, 0.12, 0.15, 0.2, 0.25, 0.3];

const SquadLine = z.object({
  id: z.string(),
  title: z.string(),
  context: z.string(),
  qas: z.array(z.object({ question: z.string(), is_impossible: z.boolean(), answers: z.array(z.string()) })),
});

const GRADED = fileURLToPath(new URL('../../test/graded', import.meta.url));
const setsDir = findSetsDir({ given: process.argv[2], env: process.env });
const knowledge = createWordVectorEmbedder();
const judgeAnswers = createAnswerJudge({ knowledge, relations: createWordNetRelations() });

const news = await readNews();
const squad = await readSquad();
const learnt = [...news, ...squad];
const answerNames = Object.keys(learnt.find(({ sentences }) => sentences.length > 0)?.sentences[0]?.features ?? {});
measure();
const answers = calibrate(fitModel(learnt, fullValues));
const places = fitModel(learnt, ({ place }) => place);
process.stdout.write(
  `/** Written by src/evaluation/train-answer-weights.ts; not by hand. */\n` +
    `export interface LinearWeights {\n  readonly bias: number;\n  /** Names of the values, parallel to \`weights\`. */\n  readonly names: readonly string[];\n  readonly weights: readonly number[];\n}\n` +
    `/** What the log-odds of the trees count beside \`ANSWER_WEIGHTS\`. */\nexport const TREES_WEIGHT = ${round(answers.trees)};\n` +
    writeModel('ANSWER_WEIGHTS', answers, [...PLACE_FEATURES, ...answerNames]) +
    writeModel('PLACE_WEIGHTS', places, PLACE_FEATURES),
);

/** The sum of both halves turned into log-odds that hold over the news: what is sure eight times in ten says .8. */
function calibrate(model: LogisticModel): LogisticModel & { readonly trees: number } {
  const sums = news.flatMap(({ sentences }) =>
    sentences.map((one) => ({ values: [sumOf(model, one)], isPositive: one.answers, weight: 1 })),
  );
  const { bias, weights } = fitLogistic(sums, PENALTY);
  const slope = weights[0] ?? 1;
  return { bias: bias + slope * model.bias, weights: model.weights.map((weight) => slope * weight), trees: slope };
}

function sumOf({ bias, weights }: LogisticModel, one: JudgedSentence): number {
  return fullValues(one).reduce((sum, value, at) => sum + value * (weights[at] ?? 0), bias) + one.trees;
}

function round(value: number): number {
  return Number(value.toFixed(DIGITS));
}

function fullValues({ place, features }: JudgedSentence): number[] {
  return [...place, ...answerNames.map((name) => features[name] ?? 0)];
}

function fitModel(questions: readonly Judged[], values: (one: JudgedSentence) => readonly number[]): LogisticModel {
  return fitLogistic(
    questions.flatMap(({ part, sentences }) =>
      sentences.map((one) => ({
        values: values(one),
        isPositive: one.answers,
        weight: part === 'squad2-dev' ? WEIGHTS.squad : WEIGHTS.graded,
      })),
    ),
    PENALTY,
  );
}

function writeModel(name: string, { bias, weights }: LogisticModel, names: readonly string[]): string {
  const numbers = weights.map(round);
  return `export const ${name}: LinearWeights = {\n  bias: ${round(bias)},\n  names: '${names.join(' ')}'.split(' '),\n  weights: '${numbers.join(' ')}'.split(' ').map(Number),\n};\n`;
}

// ---------------------------------------------------------------- examples

function judge(
  input: { readonly question: Question; readonly scored: readonly ScoredSentence[]; readonly most: number },
  isAnswer: (one: ScoredSentence) => boolean,
): JudgedSentence[] {
  const { question, most } = input;
  const scored = input.scored.filter(({ score }) => score > 0);
  const judgeOne = judgeAnswers(question);
  const places = readPlaceFeatures(question, scored, most);
  return scored.slice(0, most).flatMap((one, at) => {
    const judgement = judgeOne.judge(one, scored);
    if (judgement === undefined) return [];
    const { features, probability } = judgement;
    const trees = Math.log(probability / (1 - probability));
    return [{ place: places[at] ?? [], features, trees, answers: isAnswer(one) }];
  });
}

/** Our own questions, each also asked without the documents that answer it. */
async function readNews(): Promise<Judged[]> {
  let desk: OpenDesk | undefined;
  const workbench = createTemporaryWorkbench({
    openDesk: async (options) => {
      desk = await openDesk({ ...options, logger: pino({ level: 'silent' }) });
      return desk;
    },
    knowledgeDir: fileURLToPath(new URL('../../knowledge/documents', import.meta.url)),
  });
  const tune = await readGradedTexts({ folder: GRADED, setsDir, workbench });
  const training = await readGradedTexts({ folder: `${GRADED}/training`, setsDir, workbench });
  const texts = new Map([...tune.texts, ...training.texts].map((one) => [one.id, one]));
  const others = training.others.filter(({ id }) => !texts.has(id));
  const step = Math.max(1, Math.floor(others.length / OTHER_TEXTS));
  const corpus = await workbench.openCorpus(
    listDocuments([...texts.values(), ...others.filter((_, at) => at % step === 0)]),
  );
  try {
    if (desk === undefined) return [];
    const textOf = new Map([...texts].map(([id, { text }]) => [id, text]));
    const found: Judged[] = [];
    for (const [part, folder] of [['tune', GRADED] as const, ['training', `${GRADED}/training`] as const]) {
      const questions = (await readGradedQuestions(folder)).filter(
        ({ split, languages }) => split === 'tune' && languages === undefined,
      );
      for (const question of questions) found.push(...(await judgeGraded(part, question, desk, textOf)));
    }
    return found;
  } finally {
    await corpus.close();
  }
}

async function* listDocuments(documents: readonly EvaluationDocument[]): AsyncGenerator<EvaluationDocument> {
  yield* documents;
}

async function judgeGraded(
  part: 'tune' | 'training',
  graded: GradedQuestion,
  desk: OpenDesk,
  textOf: ReadonlyMap<string, string>,
): Promise<Judged[]> {
  const question = parseQuestion(graded.question, knowledge);
  if (question.terms.length === 0 || question.speakers !== undefined || question.comparison !== undefined) return [];
  const candidates = await createCandidateFinder({
    retriever: desk.retriever,
    store: desk.store,
    knowledge,
  }).findCandidates(question);
  const spans = [...graded.evidence.flat(), ...(graded.also ?? [])];
  const isEvidence = ({ read, sentence }: ScoredSentence) => {
    if (spans.length === 0) return false;
    const quoted = [{ document: read.document.id, quote: sentence.text }];
    return gradeAnswer({ ...graded, evidence: [spans], also: [] }, answerWithQuotes(graded.question, quoted), textOf)
      .hasEvidence;
  };
  const ask = (own: typeof candidates, isAnswer: (one: ScoredSentence) => boolean): Judged => {
    const scorer = createSentenceScorer(question, knowledge);
    const scored = own.flatMap((candidate) => scorer.score(candidate)).sort((a, b) => b.score - a.score);
    const sentences = judge({ question, scored, most: SENTENCES.graded }, isAnswer);
    return { part, answerable: isAnswer === isEvidence && graded.trap === undefined, sentences };
  };
  const whole = ask(candidates, isEvidence);
  if (graded.trap !== undefined) return [whole];
  const answering = new Set(graded.evidence.flat().map(({ document }) => document));
  const without = candidates.filter(({ read }) => !answering.has(read.document.id));
  return [whole, ask(without, () => false)];
}

async function readSquad(): Promise<Judged[]> {
  const paragraphs = await readItems(pathInSet(setsDir, 'squad2-dev', 'paragraphs.jsonl'), SquadLine);
  return paragraphs.flatMap(({ id, title, context, qas }) => {
    const source = { id, title, titleGivenByDesk: false, text: context, language: 'en' };
    const origin = { origin: 'set', fileName: 'set', contentHash: '' };
    const read = readDocument({ ...analyseDocument({ ...source, ...origin }, { statements: true }), seq: 0 });
    return qas.map((asked): Judged => {
      const question = parseQuestion(asked.question, knowledge);
      const scorer = createSentenceScorer(question, knowledge);
      const scored = [...scorer.score({ read, searched: 1, retrieval: () => 1 })].sort((a, b) => b.score - a.score);
      const isAnswer = ({ sentence }: ScoredSentence) =>
        !asked.is_impossible && asked.answers.some((text) => sentence.text.includes(text));
      const sentences = judge({ question, scored, most: SENTENCES.squad }, isAnswer);
      return { part: 'squad2-dev', answerable: !asked.is_impossible, sentences };
    });
  });
}

// --------------------------------------------------------------- measuring

/** What is reached on the tune half with weights that were not learnt from it. */
function measure(): void {
  const model = fitModel(
    learnt.filter(({ part }) => part !== 'tune'),
    fullValues,
  );
  const { bias, weights, trees } = calibrate(model);
  const held = news.filter(({ part, sentences }) => part === 'tune' && sentences.length > 0);
  const judged = held.map(({ answerable, sentences }) => {
    const scores = sentences.map(
      (one) => fullValues(one).reduce((sum, value, at) => sum + value * (weights[at] ?? 0), bias) + trees * one.trees,
    );
    const order = scores.map((score, at) => ({ score, at })).sort((a, b) => b.score - a.score);
    return { answerable, best: order[0]?.score ?? 0, ranked: order.map(({ at }) => sentences[at]?.answers === true) };
  });
  const answerable = judged.filter((one) => one.answerable);
  for (const most of [1, 2, 3]) {
    const found = answerable.filter(({ ranked }) => ranked.slice(0, most).includes(true)).length;
    process.stderr.write(`tune, evidence among the first ${most}: ${(found / answerable.length).toFixed(3)}\n`);
  }
  const bests = answerable.map(({ best }) => best).sort((a, b) => a - b);
  for (const share of REFUSED_WRONGLY) {
    const least = bests[Math.floor(share * bests.length)] ?? 0;
    const others = judged.filter((one) => !one.answerable);
    const refused = others.filter(({ best }) => best < least).length;
    const probability = 1 / (1 + Math.exp(-least));
    process.stderr.write(
      `  from ${probability.toFixed(3)}: wrongly refused ${share.toFixed(2)}, unanswerable refused ${(refused / others.length).toFixed(3)}\n`,
    );
  }
}
