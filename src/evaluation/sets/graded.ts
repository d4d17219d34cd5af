import { createHash } from 'node:crypto';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Answer, Citation } from '../../core/answer.ts';
import { DeskError } from '../../core/errors.ts';
import { tokenise } from '../../core/text/terms.ts';
import { scoreAbstention } from '../metrics/abstention-metrics.ts';
import { hasEvidence, hasRightSpeaker } from '../metrics/evidence-metrics.ts';
import { mean, shareOf } from '../metrics/ranking-metrics.ts';
import type { EvaluationRow } from '../report.ts';
import { pathInSet, pickSample, readItems } from '../set-files.ts';
import type { EvaluationDocument, EvaluationOptions, Workbench } from '../workbench.ts';
import { withCorpus } from '../workbench.ts';
import { readDistractors } from './distractors.ts';

/** Where the repository keeps the questions, whoever starts the desk from wherever. */
const GRADED_DIR = resolve(dirname(fileURLToPath(import.meta.url)), '../../../test/graded');

const SpanLine = z.object({ document: z.string(), start: z.number().int().min(0), end: z.number().int().min(1) });
const QuestionLine = z.object({
  id: z.string(),
  kind: z.string(),
  split: z.enum(['tune', 'report']),
  question: z.string(),
  document: z.string().optional(),
  /** Groups of alternatives, every group needed; empty for what the texts do not answer. */
  evidence: z.array(z.array(SpanLine)),
  /** What may be cited besides without missing the point. */
  also: z.array(SpanLine).optional(),
  speaker: z.string().optional(),
  trap: z.string().optional(),
});
type GradedSpan = z.output<typeof SpanLine>;
export type GradedQuestion = z.output<typeof QuestionLine>;

const DocumentLine = z.object({ id: z.string(), split: z.enum(['tune', 'report']), sha256: z.string() });

const ArticleLine = z.object({ id: z.string(), url: z.string(), article_body: z.string() });

/** Unrelated texts of the same sets that stand beside the chosen ones. */
const DISTRACTORS = 300;
/** A reader looks at three citations; a list with more items is given room for each. */
const LEAST_CITATIONS = 3;
/** Share of the shorter one's words that a quote and a piece of evidence must have in a row to count as the same place. */
const SAME_PLACE_SHARE = 0.5;

/** What the issue asks of unseen news of these kinds. */
const TARGETS = { evidence: 0.85, toThePoint: 0.6, trapsRefused: 0.85, wronglyRefused: 0.08 } as const;

/**
 * BM25 over single sentences, the first three taken (k1 1.2, b 0.75, stop words out, English stems), on the same corpus;
 * measured once with a script of its own. It refuses nothing.
 */
const BM25 = {
  tune: { evidence: 0.667, toThePoint: 0.264 },
  report: { evidence: 0.713, toThePoint: 0.291 },
} as const;

/** One question with its answer and its marks. */
export interface GradedOutcome {
  readonly question: GradedQuestion;
  readonly answer: Answer;
  readonly hasEvidence: boolean;
  /** Share of the citations that are evidence; `NaN` for a refusal. */
  readonly precision: number;
  readonly isSpeakerRight: boolean;
}

/** Own questions of all kinds on texts of the shared sets, kept as offsets: see `test/graded/README.md`. */
export async function evaluateGraded(
  setsDir: string,
  workbench: Workbench,
  options: EvaluationOptions & {
    readonly gradedDir?: string;
    readonly distractors?: number;
    readonly onOutcome?: (outcome: GradedOutcome) => void;
  } = {},
): Promise<EvaluationRow[]> {
  const folder = options.gradedDir ?? GRADED_DIR;
  const questions = await readItems(join(folder, 'questions.jsonl'), QuestionLine, options.sampleSize);
  const chosen = await readItems(join(folder, 'documents.jsonl'), DocumentLine);
  const wanted = new Map(chosen.map(({ id, sha256 }) => [id, sha256]));
  const texts: EvaluationDocument[] = [];
  for await (const text of workbench.knowledgeDocuments()) if (wanted.has(text.id)) texts.push(text);
  for (const text of await readArticles(setsDir)) if (wanted.has(text.id)) texts.push(text);
  const others: EvaluationDocument[] = [];
  for await (const text of readDistractors(setsDir, Number.POSITIVE_INFINITY))
    (wanted.has(text.id) ? texts : others).push(text);
  requireSameTexts(wanted, texts);
  const beside = pickSample(others, options.distractors ?? DISTRACTORS);
  const evidenceOf = new Map(texts.map(({ id, text }) => [id, text]));
  const outcomes: GradedOutcome[] = [];
  await withCorpus(workbench, [...texts, ...beside], async (corpus) => {
    for (const question of questions) {
      const outcome = gradeAnswer(question, await corpus.ask(question.question), evidenceOf);
      outcomes.push(outcome);
      options.onOutcome?.(outcome);
      options.onProgress?.({ set: 'graded', done: outcomes.length, total: questions.length });
    }
  });
  return (['tune', 'report'] as const).flatMap((split) =>
    summarise(
      split,
      outcomes.filter(({ question }) => question.split === split),
    ),
  );
}

/** The true bodies of saved news pages. */
async function readArticles(setsDir: string): Promise<EvaluationDocument[]> {
  const lines = await readItems(pathInSet(setsDir, 'article-extraction', 'ground-truth.jsonl'), ArticleLine);
  return lines.map((line) => ({
    id: `article:${line.id}`,
    text: line.article_body,
    publisher: new URL(line.url).hostname.replace(/^www\./, ''),
    url: line.url,
  }));
}

/** Offsets mean nothing in another text than the one they were taken from. */
function requireSameTexts(wanted: ReadonlyMap<string, string>, texts: readonly EvaluationDocument[]): void {
  for (const [id, sha256] of wanted) {
    const text = texts.find((one) => one.id === id);
    if (text !== undefined && createHash('sha256').update(text.text).digest('hex') === sha256) continue;
    throw new DeskError({
      code: 'bad_input',
      message: `The graded questions are about a text "${id}" that is ${text === undefined ? 'not there' : 'no longer the same'}.`,
      hint: 'Use the sets that test/graded/README.md names, or take the offsets of its questions anew.',
    });
  }
}

/** Marks one answer. `texts` are the sets' own texts, in which the offsets of the evidence count. */
export function gradeAnswer(
  question: GradedQuestion,
  answer: Answer,
  texts: ReadonlyMap<string, string>,
): GradedOutcome {
  const quotesOf = (spans: readonly GradedSpan[]) =>
    answer.citations
      .filter((citation) => spans.some((span) => isAtEvidence(citation, span, texts)))
      .map(({ quote }) => quote);
  const groups = question.evidence.map(quotesOf);
  const cutoff = Math.max(LEAST_CITATIONS, groups.length);
  const fitting = new Set(quotesOf([...question.evidence.flat(), ...(question.also ?? [])]));
  return {
    question,
    answer,
    hasEvidence: hasEvidence(answer, groups, cutoff),
    precision: mean(answer.citations.map(({ quote }) => Number(fitting.has(quote)))),
    isSpeakerRight:
      question.speaker !== undefined &&
      hasRightSpeaker(withShortNames(answer, question.speaker), groups, question.speaker),
  };
}

/** A cited name that holds every word of the expected one is that name ("François Hollande" for "Hollande"). */
function withShortNames(answer: Answer, expected: string): Answer {
  const words = wordsOf(expected);
  const citations = answer.citations.map((citation) => {
    const held = new Set(wordsOf(citation.speaker?.name ?? ''));
    return words.every((word) => held.has(word))
      ? { ...citation, speaker: { ...citation.speaker, name: expected } }
      : citation;
  });
  return { ...answer, citations };
}

/** Whether a citation quotes the place of a piece of evidence, whole or in part. Spaces and signs are no difference. */
function isAtEvidence(citation: Citation, span: GradedSpan, texts: ReadonlyMap<string, string>): boolean {
  if (citation.document !== span.document) return false;
  const evidence = wordsOf((texts.get(span.document) ?? '').slice(span.start, span.end));
  const quote = wordsOf(citation.quote);
  return longestRun(evidence, quote) >= Math.max(1, SAME_PLACE_SHARE * Math.min(evidence.length, quote.length));
}

function wordsOf(text: string): string[] {
  return tokenise(text).map(({ word }) => word);
}

/** Length of the longest run of words that stands in both. */
function longestRun(a: readonly string[], b: readonly string[]): number {
  let longest = 0;
  let previous = new Array<number>(b.length + 1).fill(0);
  for (const word of a) {
    const current = new Array<number>(b.length + 1).fill(0);
    b.forEach((other, at) => {
      if (word !== other) return;
      const run = (previous[at] ?? 0) + 1;
      current[at + 1] = run;
      longest = Math.max(longest, run);
    });
    previous = current;
  }
  return longest;
}

function summarise(split: 'tune' | 'report', outcomes: readonly GradedOutcome[]): EvaluationRow[] {
  const answerable = outcomes.filter(({ question }) => question.trap === undefined);
  const traps = outcomes.filter(({ question }) => question.trap !== undefined);
  return [
    ...rowsOfAnswerable(split, answerable, split),
    { ...makeRow(`${split}: traps refused`, traps.map(isRefused)), target: TARGETS.trapsRefused },
    ...kindsOf(answerable, ({ kind }) => kind).flatMap(([kind, own]) => rowsOfAnswerable(`${split}, ${kind}`, own)),
    ...kindsOf(traps, ({ trap }) => trap ?? '').map(([trap, own]) =>
      makeRow(`${split}, ${trap}: traps refused`, own.map(isRefused)),
    ),
  ];
}

/** `whole` names the half when the outcomes are all of it: only then are there targets and others to compare with. */
function rowsOfAnswerable(
  part: string,
  outcomes: readonly GradedOutcome[],
  whole?: 'tune' | 'report',
): EvaluationRow[] {
  const answered = outcomes.filter((outcome) => !isRefused(outcome));
  const asksSpeaker = outcomes.filter(({ question }) => question.speaker !== undefined);
  const { wronglyAbstained } = scoreAbstention(
    outcomes.map((one) => ({ answerable: true, abstained: isRefused(one) })),
  );
  const compare = (measure: 'evidence' | 'toThePoint') =>
    whole === undefined
      ? {}
      : { target: TARGETS[measure], others: [{ system: 'BM25 top 3', value: BM25[whole][measure] }] };
  const evidence = outcomes.map((one) => one.hasEvidence);
  const precision = mean(answered.map((one) => one.precision));
  const speaker = asksSpeaker.map((one) => one.isSpeakerRight);
  return [
    { ...makeRow(`${part}: evidence in the first 3 citations`, evidence), ...compare('evidence') },
    { ...makeRow(`${part}: to the point`, answered), ours: precision, ...compare('toThePoint') },
    {
      ...makeRow(`${part}: wrongly refused`, outcomes),
      ours: wronglyAbstained,
      lowerIsBetter: true,
      ...(whole === undefined ? {} : { target: TARGETS.wronglyRefused }),
    },
    ...(speaker.length === 0 ? [] : [makeRow(`${part}: speaker right`, speaker)]),
  ];
}

/** A row over some marks; of other items than booleans only their number counts. */
function makeRow(measure: string, marks: readonly unknown[]): EvaluationRow {
  return { set: 'graded', measure, ours: shareOf(marks.map((mark) => mark === true)), others: [], items: marks.length };
}

function isRefused({ answer }: GradedOutcome): boolean {
  return answer.status === 'not_found';
}

function kindsOf(
  outcomes: readonly GradedOutcome[],
  kindOf: (question: GradedQuestion) => string,
): [string, GradedOutcome[]][] {
  const groups = new Map<string, GradedOutcome[]>();
  for (const outcome of outcomes) {
    const kind = kindOf(outcome.question);
    groups.set(kind, [...(groups.get(kind) ?? []), outcome]);
  }
  return [...groups].sort(([a], [b]) => a.localeCompare(b));
}
