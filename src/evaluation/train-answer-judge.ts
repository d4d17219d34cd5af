/**
 * Trains the judge of answers (`src/answering/judge/judge-model.ts`) on squad2-dev, ramdocs and our own
 * questions over news (`test/graded/training`), and prints what it reaches in five-fold cross-validation (by article, by
 * document), and on the tune half of the graded questions, which it never learns from:
 *   tsx src/evaluation/train-answer-judge.ts [SETS_DIR] > new.ts && mv new.ts src/answering/judge/judge-model.ts
 * To be run anew whenever the scoring of sentences changes: its features are inputs. Two minutes; deterministic. No word
 * of the sets is kept: the trees hold numbers of features only.
 */
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { encodeTrees, predictLogOdds } from '../answering/judge/boosted-trees.ts';
import { openDesk } from '../app.ts';
import { createWordNetRelations } from '../models/word-net-relations.ts';
import { createWordVectorEmbedder } from '../models/word-vector-embedder.ts';
import { findSetsDir } from './set-files.ts';
import { readGradedQuestions, readGradedTexts } from './sets/graded-texts.ts';
import { createTemporaryWorkbench } from './temporary-workbench.ts';
import { type BoostingOptions, fitBoostedTrees } from './train-boosted-trees.ts';
import {
  createExampleMaker,
  type JudgedQuestion,
  makeGradedExamples,
  readSquadExamples,
  readWebExamples,
} from './train-judge-examples.ts';

const FOLDS = 5;
/** More or larger trees reach the same; fewer, less. */
const BOOSTING: BoostingOptions = {
  trees: 400,
  rate: 0.035,
  leaves: 8,
  leafWeight: 8,
  l2: 5,
  rowShare: 0.6,
  columnShare: 0.25,
  seed: 1,
};
const REFUSED_WRONGLY = [0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4];
const DIGITS = 4;

const setsDir = findSetsDir({ given: process.argv[2], env: process.env });
const deps = { knowledge: createWordVectorEmbedder(), relations: createWordNetRelations() };
const maker = createExampleMaker(deps);
const questions = [
  ...(await readSquadExamples(setsDir, maker, deps)),
  ...(await readWebExamples(setsDir, maker)),
  ...(await readGraded()),
];
crossValidate();
const model = fitTrees(questions);
process.stdout.write(
  `/** Written by src/evaluation/train-answer-judge.ts; not by hand. */\n` +
    `/** The features in the order of the trees. */\nexport const FEATURES: readonly string[] =\n  '${maker.names().join(' ')}'.split(' ');\n` +
    `/** As \`encodeTrees\` gives them. */\nexport const TREES =\n  '${encodeTrees(model)}';\n`,
);

async function readGraded(): Promise<JudgedQuestion[]> {
  const workbench = createTemporaryWorkbench({
    openDesk: (options) => openDesk({ ...options, logger: pino({ level: 'silent' }) }),
    knowledgeDir: fileURLToPath(new URL('../../knowledge/documents', import.meta.url)),
  });
  const found: JudgedQuestion[] = [];
  for (const [set, path] of [
    ['graded training', '../../test/graded/training'],
    ['graded tune', '../../test/graded'],
  ] as const) {
    const folder = fileURLToPath(new URL(path, import.meta.url));
    const { texts } = await readGradedTexts({ folder, setsDir, workbench });
    found.push(...makeGradedExamples(set, await readGradedQuestions(folder), texts, maker));
  }
  return found;
}

function fitTrees(learnt: readonly JudgedQuestion[]) {
  const examples = learnt.flatMap(({ sentences, also }) => [...sentences, ...also]).filter(({ weight }) => weight > 0);
  return fitBoostedTrees(
    examples.map(({ features, answers, weight }) => ({ values: features, isPositive: answers, weight })),
    BOOSTING,
  );
}

function crossValidate(): void {
  const groups = [...new Set(questions.map(({ set, group }) => `${set} ${group}`))];
  const foldOf = new Map(groups.map((group, at) => [group, at % FOLDS]));
  const judged: { question: JudgedQuestion; scores: number[] }[] = [];
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const isHeld = ({ set, group }: JudgedQuestion) => foldOf.get(`${set} ${group}`) === fold;
    const trees = fitTrees(questions.filter((question) => !isHeld(question)));
    for (const question of questions.filter(isHeld)) {
      const scores = question.sentences.map(({ features }) => predictLogOdds(trees, features));
      if (scores.length > 0) judged.push({ question, scores });
    }
  }
  for (const set of new Set(judged.map(({ question }) => question.set)))
    report(
      set,
      judged.filter(({ question }) => question.set === set),
    );
}

/** Against its own paragraph the best sentence decides; over many texts, the best judged of the first ones. */
function report(set: string, judged: readonly { question: JudgedQuestion; scores: number[] }[]): void {
  const decide = (scores: readonly number[]) => (set === 'squad2-dev' ? (scores[0] ?? 0) : Math.max(...scores));
  const whole = judged.map(({ question, scores }) => ({ isPositive: question.answerable, score: decide(scores) }));
  const single = judged.flatMap(({ question, scores }) =>
    question.sentences.map(({ answers }, at) => ({ isPositive: answers, score: scores[at] ?? 0 })),
  );
  process.stderr.write(
    `${set}: ${whole.length} questions, AUC ${areaUnderCurve(whole).toFixed(DIGITS)}; ` +
      `${single.length} sentences, AUC ${areaUnderCurve(single).toFixed(DIGITS)}\n`,
  );
  const answerable = whole
    .filter(({ isPositive }) => isPositive)
    .map(({ score }) => score)
    .sort((a, b) => a - b);
  for (const share of REFUSED_WRONGLY) {
    const threshold = answerable[Math.floor(share * answerable.length)] ?? 0;
    const refused = whole.filter(({ score }) => score < threshold);
    const right = refused.filter(({ isPositive }) => !isPositive).length;
    const traps = whole.length - answerable.length;
    const probability = 1 / (1 + Math.exp(-threshold));
    process.stderr.write(
      `  from ${probability.toFixed(2)}: wrongly refused ${share.toFixed(2)}, refused rightly ${(right / traps).toFixed(3)}, ` +
        `abstain F1 ${((2 * right) / (refused.length + traps)).toFixed(3)}\n`,
    );
  }
}

/** Share of pairs of a positive and a negative that are in the right order. */
function areaUnderCurve(items: readonly { isPositive: boolean; score: number }[]): number {
  const sorted = [...items].sort((a, b) => a.score - b.score);
  let below = 0;
  let right = 0;
  for (const { isPositive } of sorted) {
    if (isPositive) right += below;
    else below += 1;
  }
  return right / (below * (items.length - below));
}
