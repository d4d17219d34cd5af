import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Answer } from '../../core/answer.ts';
import { createSentenceBm25, type SentenceBm25 } from '../baselines/sentence-bm25.ts';
import {
  answerWithQuotes,
  citationsRead,
  type GradedOutcome,
  type GradedQuestion,
  gradeAnswer,
} from '../metrics/graded-marks.ts';
import { mean, shareOf } from '../metrics/ranking-metrics.ts';
import { type ItemOutcome, judgeQuestion, RIGHT } from '../outcome.ts';
import type { EvaluationRow } from '../report.ts';
import { pickSample } from '../set-files.ts';
import type { EvaluationOptions, Workbench } from '../workbench.ts';
import { withCorpus } from '../workbench.ts';
import { readGradedQuestions, readGradedTexts } from './graded-texts.ts';

/** Where the repository keeps the questions, whoever starts the desk from wherever. */
const GRADED_DIR = resolve(dirname(fileURLToPath(import.meta.url)), '../../../test/graded');

/** Unrelated texts of the same sets that stand beside the chosen ones. */
const DISTRACTORS = 300;

/** What the issue asks of unseen news of these kinds. */
const TARGETS = { evidence: 0.85, toThePoint: 0.6, trapsRefused: 0.85, wronglyRefused: 0.08 } as const;

/** An answer of which less than this share is evidence buries it. */
const TO_THE_POINT = 0.5;

/** An outcome beside what BM25 over single sentences gives for the same question. */
interface ComparedOutcome extends GradedOutcome {
  readonly bm25: GradedOutcome;
}

/** Own questions of all kinds on texts of the shared sets, kept as offsets: see `test/graded/README.md`. */
export async function evaluateGraded(
  setsDir: string,
  workbench: Workbench,
  options: EvaluationOptions & {
    readonly gradedDir?: string;
    readonly distractors?: number;
    readonly splits?: readonly string[];
    readonly onGraded?: (outcome: ComparedOutcome) => void;
  } = {},
): Promise<EvaluationRow[]> {
  const { splits = ['tune', 'report'] } = options;
  const folder = options.gradedDir ?? GRADED_DIR;
  const questions = (await readGradedQuestions(folder, options.sampleSize)).filter(({ split }) =>
    splits.includes(split),
  );
  const { texts, others } = await readGradedTexts({ folder, setsDir, workbench });
  const documents = [...texts, ...pickSample(others, options.distractors ?? DISTRACTORS)];
  const textOf = new Map(texts.map(({ id, text }) => [id, text]));
  const bm25 = createSentenceBm25(documents);
  const outcomes: ComparedOutcome[] = [];
  await withCorpus(workbench, documents, async (corpus) => {
    for (const question of questions) {
      const outcome = {
        ...gradeAnswer(question, await corpus.ask(question.question), textOf),
        bm25: gradeAnswer(question, answerWithBm25(question, bm25), textOf),
      };
      outcomes.push(outcome);
      options.onGraded?.(outcome);
      options.onOutcome?.(judgeGraded('graded', outcome, textOf));
      options.onProgress?.({ set: 'graded', done: outcomes.length, total: questions.length });
    }
  });
  return splits.flatMap((split) =>
    summarise(
      split,
      outcomes.filter(({ question }) => question.split === split),
    ),
  );
}

/** The outcome for the table of errors and the curve. An answer that names another speaker than the right one is wrong. */
export function judgeGraded(set: string, outcome: GradedOutcome, textOf: ReadonlyMap<string, string>): ItemOutcome {
  const { question, answer } = outcome;
  const judged = judgeQuestion({
    set,
    part: question.split === set ? undefined : question.split,
    kind: question.trap === undefined ? question.kind : `trap: ${question.trap}`,
    // The half to report on is not to be looked at.
    item: question.split === 'report' ? question.id : question.question,
    answerable: question.trap === undefined,
    answer,
    isRight: (given) => gradeAnswer(question, given, textOf).hasEvidence,
  });
  const isMisattributed = judged.verdict === RIGHT && question.speaker !== undefined && !outcome.isSpeakerRight;
  if (isMisattributed) return { ...judged, verdict: 'speaker missing or wrong' };
  return judged.verdict === RIGHT && outcome.precision < TO_THE_POINT
    ? { ...judged, verdict: 'beside the point' }
    : judged;
}

function answerWithBm25(question: GradedQuestion, bm25: SentenceBm25): Answer {
  return answerWithQuotes(question.question, bm25.find(question.question, citationsRead(question)));
}

function summarise(split: string, outcomes: readonly ComparedOutcome[]): EvaluationRow[] {
  const answerable = outcomes.filter(({ question }) => question.trap === undefined);
  const traps = outcomes.filter(({ question }) => question.trap !== undefined);
  return [
    ...rowsOfAnswerable(split, answerable, true),
    { ...makeRow(`${split}: traps refused`, traps.map(isRefused)), target: TARGETS.trapsRefused },
    ...[sourceOf, languagesOf]
      .flatMap((groupOf) => groupsOf(outcomes, groupOf))
      .flatMap(([group, own]) => [
        ...rowsOfAnswerable(
          `${split}, ${group}`,
          own.filter(({ question }) => question.trap === undefined),
        ),
        ...rowOfTraps(`${split}, ${group}`, own),
      ]),
    ...groupsOf(answerable, ({ kind }) => kind).flatMap(([kind, own]) => rowsOfAnswerable(`${split}, ${kind}`, own)),
    ...groupsOf(traps, ({ trap }) => trap ?? '').flatMap(([trap, own]) => rowOfTraps(`${split}, ${trap}`, own)),
  ];
}

/** The set that the text is from: "feed", "polnear"; questions on the knowledge folder: "knowledge". */
function sourceOf({ document }: GradedQuestion): string {
  const set = /^([^:]*):/.exec(document ?? '')?.[1];
  return `from ${set ?? 'knowledge'}`;
}

function languagesOf({ languages }: GradedQuestion): string {
  return languages ?? 'en>en';
}

/** `isWhole`: the outcomes are all of a half; only then are there targets. */
function rowsOfAnswerable(part: string, outcomes: readonly ComparedOutcome[], isWhole = false): EvaluationRow[] {
  if (outcomes.length === 0) return [];
  const answered = outcomes.filter((outcome) => !isRefused(outcome));
  const asksSpeaker = outcomes.filter(({ question }) => question.speaker !== undefined);
  const others = (value: number) => [{ system: 'BM25 top 3', value }];
  const targetOf = (measure: keyof typeof TARGETS) => (isWhole ? { target: TARGETS[measure] } : {});
  return [
    {
      ...makeRow(
        `${part}: evidence in the first 3 citations`,
        outcomes.map((one) => one.hasEvidence),
      ),
      ...targetOf('evidence'),
      others: others(shareOf(outcomes.map(({ bm25 }) => bm25.hasEvidence))),
    },
    {
      ...makeRow(`${part}: to the point`, answered),
      ours: mean(answered.map((one) => one.precision)),
      ...targetOf('toThePoint'),
      others: others(mean(outcomes.map(({ bm25 }) => bm25.precision))),
    },
    {
      ...makeRow(`${part}: wrongly refused`, outcomes.map(isRefused)),
      lowerIsBetter: true,
      ...targetOf('wronglyRefused'),
    },
    ...(asksSpeaker.length === 0
      ? []
      : [
          makeRow(
            `${part}: speaker right`,
            asksSpeaker.map((one) => one.isSpeakerRight),
          ),
        ]),
  ];
}

function rowOfTraps(part: string, outcomes: readonly ComparedOutcome[]): EvaluationRow[] {
  const traps = outcomes.filter(({ question }) => question.trap !== undefined);
  return traps.length === 0 ? [] : [makeRow(`${part}: traps refused`, traps.map(isRefused))];
}

/** A row over some marks; of other items than booleans only their number counts. */
function makeRow(measure: string, marks: readonly unknown[]): EvaluationRow {
  return { set: 'graded', measure, ours: shareOf(marks.map((mark) => mark === true)), others: [], items: marks.length };
}

function isRefused({ answer }: GradedOutcome): boolean {
  return answer.status === 'not_found';
}

function groupsOf(
  outcomes: readonly ComparedOutcome[],
  groupOf: (question: GradedQuestion) => string,
): [string, ComparedOutcome[]][] {
  const groups = new Map<string, ComparedOutcome[]>();
  for (const outcome of outcomes) {
    const group = groupOf(outcome.question);
    groups.set(group, [...(groups.get(group) ?? []), outcome]);
  }
  return [...groups].sort(([a], [b]) => a.localeCompare(b));
}
