import { z } from 'zod';
import type { Answer } from '../../core/answer.ts';
import type { AbstentionOutcome } from '../metrics/abstention-metrics.ts';
import { scoreAbstention } from '../metrics/abstention-metrics.ts';
import { containsPhrase, exactMatch, tokenF1 } from '../metrics/answer-text-metrics.ts';
import { mean, recallAt, shareOf } from '../metrics/ranking-metrics.ts';
import { judgeQuestion } from '../outcome.ts';
import type { EvaluationRow } from '../report.ts';
import { pathInSet, pickSample, readItems } from '../set-files.ts';
import type { EvaluationOptions, Workbench } from '../workbench.ts';
import { withCorpus } from '../workbench.ts';

const SET = 'squad2-dev';

const ParagraphLine = z.object({
  id: z.string(),
  title: z.string(),
  context: z.string(),
  qas: z.array(
    z.object({
      id: z.string(),
      question: z.string(),
      is_impossible: z.boolean(),
      answers: z.array(z.string()),
    }),
  ),
});
type Paragraph = z.output<typeof ParagraphLine>;

/** Published predictions scored on exactly these questions: README of the evaluation data. */
const REFERENCE = {
  BERT: [0.784, 0.812, 0.811, 0.873, 0.841, 0.13, 0.813],
  nlnet: [0.757, 0.787, 0.785, 0.858, 0.82, 0.143, 0.788],
  'BiDAF + ELMo': [0.645, 0.668, 0.662, 0.737, 0.697, 0.261, 0.674],
  'always abstain': [0.524, 0.524, 1, 0.524, 0.688, 1, 0],
} as const;

/** What the issue asks for. */
const TARGETS = { abstainF1: 0.7, wronglyAbstains: 0.3 } as const;

interface Outcome extends AbstentionOutcome {
  readonly exact: number;
  readonly f1: number;
  /** An accepted answer stands in a quoted sentence. */
  readonly quoted: boolean;
}

/**
 * Every question is asked of its own paragraph alone, one corpus a paragraph, so that no other can answer it.
 * `sampleSize` counts paragraphs.
 */
export async function evaluateSquad2Dev(
  setsDir: string,
  workbench: Workbench,
  options: EvaluationOptions = {},
): Promise<EvaluationRow[]> {
  const paragraphs = await readItems(pathInSet(setsDir, SET, 'paragraphs.jsonl'), ParagraphLine);
  const sample = pickSample(paragraphs, options.sampleSize);
  const outcomes: Outcome[] = [];
  for (const [index, paragraph] of sample.entries()) {
    outcomes.push(...(await askOwnParagraph(paragraph, workbench, options)));
    options.onProgress?.({ set: SET, done: index + 1, total: sample.length });
  }
  return [...answerRows(outcomes), ...(await evaluateParagraphRetrieval(paragraphs, sample, workbench))];
}

async function askOwnParagraph(
  paragraph: Paragraph,
  workbench: Workbench,
  { onOutcome }: EvaluationOptions,
): Promise<Outcome[]> {
  const document = { id: 'paragraph', title: paragraph.title, text: paragraph.context, language: 'en' };
  return withCorpus(workbench, [document], async (corpus) => {
    const outcomes: Outcome[] = [];
    for (const question of paragraph.qas) {
      const answer = await corpus.ask(question.question);
      const prediction = predictionOf(answer);
      const accepted = question.is_impossible ? [] : question.answers;
      const holdsAccepted = (given: Answer) => accepted.some((text) => containsPhrase(predictionOf(given), text));
      onOutcome?.(
        judgeQuestion({
          set: SET,
          kind: questionWord(question.question),
          item: question.question,
          answerable: !question.is_impossible,
          answer,
          isRight: holdsAccepted,
        }),
      );
      outcomes.push({
        answerable: !question.is_impossible,
        abstained: answer.status === 'not_found',
        exact: exactMatch(prediction, accepted),
        f1: tokenF1(prediction, accepted),
        quoted: holdsAccepted(answer),
      });
    }
    return outcomes;
  });
}

const QUESTION_WORD = /\b(?:who|whom|whose|when|where|why|how many|how much|how|which|what)\b/i;

/** The kind of a question by its first question word. */
function questionWord(question: string): string {
  const word = QUESTION_WORD.exec(question)?.[0].toLowerCase() ?? 'other';
  return word === 'whom' || word === 'whose' ? 'who' : word;
}

/** What the desk offers as the answer: its quotes, without credits and markers; nothing when it declines. */
function predictionOf(answer: Answer): string {
  return answer.status === 'not_found' ? '' : answer.citations.map((citation) => citation.quote).join(' ');
}

function answerRows(outcomes: readonly Outcome[]): EvaluationRow[] {
  const scores = scoreAbstention(outcomes);
  const answerable = outcomes.filter((outcome) => outcome.answerable);
  const whole = { items: outcomes.length, note: 'the desk quotes sentences, the others name spans' };
  return [
    { set: SET, measure: 'EM', ours: mean(outcomes.map(({ exact }) => exact)), others: othersAt(0), ...whole },
    { set: SET, measure: 'F1', ours: mean(outcomes.map(({ f1 }) => f1)), others: othersAt(1), ...whole },
    { set: SET, measure: 'abstain recall', ours: scores.recall, others: othersAt(2), items: scores.unanswerable },
    { set: SET, measure: 'abstain precision', ours: scores.precision, others: othersAt(3), items: outcomes.length },
    {
      set: SET,
      measure: 'abstain F1',
      ours: scores.f1,
      others: othersAt(4),
      target: TARGETS.abstainF1,
      items: outcomes.length,
    },
    {
      set: SET,
      measure: 'wrongly abstains',
      ours: scores.wronglyAbstained,
      others: othersAt(5),
      target: TARGETS.wronglyAbstains,
      lowerIsBetter: true,
      items: scores.answerable,
    },
    {
      set: SET,
      measure: 'F1 on answerable',
      ours: mean(answerable.map(({ f1 }) => f1)),
      others: othersAt(6),
      items: answerable.length,
      note: whole.note,
    },
    {
      set: SET,
      measure: 'accepted answer stands in a quoted sentence (answerable)',
      ours: shareOf(answerable.map(({ quoted }) => quoted)),
      others: [],
      items: answerable.length,
    },
  ];
}

/** Retrieval variant: all paragraphs are the corpus, an answerable question asks for its own. */
async function evaluateParagraphRetrieval(
  paragraphs: readonly Paragraph[],
  sample: readonly Paragraph[],
  workbench: Workbench,
): Promise<EvaluationRow[]> {
  const documents = paragraphs.map(({ title, context }, index) => ({
    id: idOf(index),
    title,
    text: context,
    language: 'en',
  }));
  const ranks: { ranked: readonly string[]; relevant: ReadonlySet<string> }[] = [];
  await withCorpus(
    workbench,
    documents,
    async (corpus) => {
      for (const paragraph of sample) {
        const relevant = new Set([idOf(paragraphs.indexOf(paragraph))]);
        for (const question of paragraph.qas.filter((qa) => !qa.is_impossible)) {
          ranks.push({ ranked: (await corpus.search(question.question, 5)).map((hit) => hit.document), relevant });
        }
      }
    },
    { statements: false },
  );
  return [1, 5].map((cutoff) => ({
    set: SET,
    measure: `recall@${cutoff} of the paragraph`,
    ours: mean(ranks.map(({ ranked, relevant }) => recallAt(ranked, relevant, cutoff))),
    others: [],
    items: ranks.length,
  }));
}

function idOf(index: number): string {
  return `paragraph-${index}`;
}

function othersAt(column: number): EvaluationRow['others'] {
  return Object.entries(REFERENCE).map(([system, scores]) => ({ system, value: scores[column] ?? Number.NaN }));
}
