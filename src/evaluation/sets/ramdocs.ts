import { z } from 'zod';
import type { Answer, Citation } from '../../core/answer.ts';
import { containsPhrase } from '../metrics/answer-text-metrics.ts';
import { shareOf } from '../metrics/ranking-metrics.ts';
import type { EvaluationRow } from '../report.ts';
import { pathInSet, readItems } from '../set-files.ts';
import type { EvaluationOptions, Workbench } from '../workbench.ts';
import { withCorpus } from '../workbench.ts';

const SET = 'ramdocs';

const QuestionLine = z.object({
  id: z.string(),
  question: z.string(),
  documents: z.array(z.object({ text: z.string(), type: z.enum(['correct', 'misinfo', 'noise']), answer: z.string() })),
  gold_answers: z.array(z.string()),
  wrong_answers: z.array(z.string()),
});
type Question = z.output<typeof QuestionLine>;
type Passage = Question['documents'][number];

/** Best baseline with Llama-3.3-70B-Instruct: abstract of arXiv 2504.13079. */
const PUBLISHED_EXACT_MATCH = 0.326;

interface Outcome {
  readonly refused: boolean;
  /** Every gold answer is in the response and no wrong one is. */
  readonly exact: boolean;
  readonly allGold: boolean;
  /** One entry per answer that the response gives: whether it cites a passage that gives this answer. */
  readonly attributed: readonly boolean[];
  /** One entry per citation: whether it is of a passage that does not say. */
  readonly noiseCited: readonly boolean[];
  /** Whether the response shows a disagreement; `undefined` where the passages agree. */
  readonly conflictShown: boolean | undefined;
}

/** Sources that disagree, misinform or do not say: one small corpus a question. */
export async function evaluateRamdocs(
  setsDir: string,
  workbench: Workbench,
  options: EvaluationOptions = {},
): Promise<EvaluationRow[]> {
  const questions = await readItems(pathInSet(setsDir, SET, 'questions.jsonl'), QuestionLine, options.sampleSize);
  const outcomes: Outcome[] = [];
  for (const question of questions) {
    outcomes.push(await tryQuestion(question, workbench));
    options.onProgress?.({ set: SET, done: outcomes.length, total: questions.length });
  }
  const attributed = outcomes.flatMap((outcome) => outcome.attributed);
  const noise = outcomes.flatMap((outcome) => outcome.noiseCited);
  const conflicts = outcomes.flatMap(({ conflictShown }) => (conflictShown === undefined ? [] : [conflictShown]));
  const items = outcomes.length;
  const others: EvaluationRow['others'] = [];
  return [
    {
      set: SET,
      measure: 'exact match',
      ours: shareOf(outcomes.map(({ exact }) => exact)),
      others: [{ system: 'best baseline, Llama-3.3-70B', value: PUBLISHED_EXACT_MATCH }],
      items,
    },
    {
      set: SET,
      measure: 'every gold answer given',
      ours: shareOf(outcomes.map(({ allGold }) => allGold)),
      others,
      items,
    },
    {
      set: SET,
      measure: 'answers given that cite their passage',
      ours: shareOf(attributed),
      others,
      items: attributed.length,
    },
    {
      set: SET,
      measure: 'citations of passages that do not say',
      ours: shareOf(noise),
      others,
      target: 0,
      lowerIsBetter: true,
      items: noise.length,
    },
    { set: SET, measure: 'disagreement reported', ours: shareOf(conflicts), others, items: conflicts.length },
    {
      set: SET,
      measure: 'refused',
      ours: shareOf(outcomes.map(({ refused }) => refused)),
      others,
      lowerIsBetter: true,
      items,
    },
  ];
}

async function tryQuestion(question: Question, workbench: Workbench): Promise<Outcome> {
  const byId = new Map(question.documents.map((passage, index) => [passageId(index), passage] as const));
  const documents = [...byId].map(([id, passage]) => ({ id, text: passage.text, language: 'en' }));
  const answer = await withCorpus(workbench, documents, (corpus) => corpus.ask(question.question));
  const said = new Set(question.documents.map((passage) => passage.answer).filter((text) => text !== 'unknown'));
  const conflictShown = said.size > 1 ? answer.conflicts.length > 0 : undefined;
  if (answer.status === 'not_found') {
    return { refused: true, exact: false, allGold: false, attributed: [], noiseCited: [], conflictShown };
  }
  const gives = (text: string) => containsPhrase(responseOf(answer), text);
  const allGold = question.gold_answers.every(gives);
  return {
    refused: false,
    exact: allGold && !question.wrong_answers.some(gives),
    allGold,
    attributed: [...said]
      .filter(gives)
      .map((text) => answer.citations.some((citation) => citesFor(citation, text, byId))),
    noiseCited: answer.citations.map((citation) => byId.get(citation.document)?.type === 'noise'),
    conflictShown,
  };
}

/** What the desk says, without the credits below it, which name files. */
function responseOf(answer: Answer): string {
  return [
    ...answer.sentences.map((sentence) => sentence.text),
    ...answer.citations.map((citation) => citation.quote),
  ].join('\n');
}

function citesFor(citation: Citation, text: string, byId: ReadonlyMap<string, Passage>): boolean {
  return byId.get(citation.document)?.answer === text;
}

function passageId(index: number): string {
  return `passage-${index}`;
}
