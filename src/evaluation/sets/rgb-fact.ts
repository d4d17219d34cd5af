import { z } from 'zod';
import type { Answer } from '../../core/answer.ts';
import { isVerbatim } from '../metrics/evidence-metrics.ts';
import { shareOf } from '../metrics/ranking-metrics.ts';
import { judgeQuestion } from '../outcome.ts';
import type { EvaluationRow } from '../report.ts';
import { pathInSet, readItems } from '../set-files.ts';
import type { EvaluationOptions, Workbench } from '../workbench.ts';
import { withCorpus } from '../workbench.ts';

const SET = 'rgb-fact';

const Wording = z.union([z.string(), z.array(z.string())]);
const QuestionLine = z.object({
  id: z.string(),
  query: z.string(),
  /** A string, or a list whose members must all be met, each by itself or by any one of an inner list. */
  answer: z.union([z.string(), z.array(Wording)]),
  fakeanswer: z.union([z.string(), z.array(Wording)]),
  positive: z.array(z.string()),
  positive_wrong: z.array(z.string()),
  negative: z.array(z.string()),
});
type Question = z.output<typeof QuestionLine>;
type Accepted = Question['answer'];

/** Best English rejection rate among the models of 2023, quoted from memory by the README of the evaluation data. */
const PUBLISHED_REJECTION = 0.45;

/** What the issue asks for. */
const TARGETS = { rightAnswer: 0.8, negativeRejection: 0.85 } as const;

interface Outcome {
  readonly rightAnswer: boolean;
  readonly rejects: boolean;
  readonly wronglyRefuses: boolean;
  readonly showsDisagreement: boolean;
  readonly citesWhatIsThere: boolean;
}

/** Answering from web snippets: right ones, ones that do not say, falsified ones. One small corpus a question. */
export async function evaluateRgbFact(
  setsDir: string,
  workbench: Workbench,
  options: EvaluationOptions = {},
): Promise<EvaluationRow[]> {
  const questions = await readItems(pathInSet(setsDir, SET, 'questions.jsonl'), QuestionLine, options.sampleSize);
  const outcomes: Outcome[] = [];
  for (const question of questions) {
    outcomes.push(await tryQuestion(question, workbench, options));
    options.onProgress?.({ set: SET, done: outcomes.length, total: questions.length });
  }
  const items = outcomes.length;
  return [
    {
      set: SET,
      measure: 'accepted answer in the answer (positive + negative)',
      ours: shareOf(outcomes.map(({ rightAnswer }) => rightAnswer)),
      others: [],
      target: TARGETS.rightAnswer,
      items,
    },
    {
      set: SET,
      measure: 'refused (positive + negative)',
      ours: shareOf(outcomes.map(({ wronglyRefuses }) => wronglyRefuses)),
      others: [],
      lowerIsBetter: true,
      items,
    },
    {
      set: SET,
      measure: 'negative rejection',
      ours: shareOf(outcomes.map(({ rejects }) => rejects)),
      others: [{ system: 'best model of the paper', value: PUBLISHED_REJECTION }],
      target: TARGETS.negativeRejection,
      items,
    },
    {
      set: SET,
      measure: 'counterfactual: disagreement shown',
      ours: shareOf(outcomes.map(({ showsDisagreement }) => showsDisagreement)),
      others: [],
      items,
      note: 'conflict reported, or both answers cited',
    },
    {
      set: SET,
      measure: 'falsified only: what is cited is there',
      ours: shareOf(outcomes.map(({ citesWhatIsThere }) => citesWhatIsThere)),
      others: [],
      target: 1,
      items,
    },
  ];
}

async function tryQuestion(
  question: Question,
  workbench: Workbench,
  { onOutcome }: EvaluationOptions,
): Promise<Outcome> {
  const negative = question.negative.filter((text) => !holdsAnyWording(text, question.answer));
  const ask = (passages: readonly string[]) => askPassages(question.query, passages, workbench);
  const full = await ask([...question.positive, ...negative]);
  const only = await ask(negative);
  const both = await ask([...question.positive, ...question.positive_wrong]);
  const wrong = await ask(question.positive_wrong);
  const judge = (answer: Answer, answerable: boolean) =>
    onOutcome?.(
      judgeQuestion({
        set: SET,
        kind: answerable ? 'passages that answer' : 'passages that do not answer',
        item: question.query,
        answerable,
        answer,
        isRight: (given) => meetsAnswer(given.text, question.answer),
      }),
    );
  judge(full.answer, true);
  judge(only.answer, false);
  return {
    rightAnswer: full.answer.status === 'answered' && meetsAnswer(full.answer.text, question.answer),
    wronglyRefuses: full.answer.status === 'not_found',
    rejects: only.answer.status === 'not_found',
    showsDisagreement: both.answer.conflicts.length > 0 || citesBoth(both.answer, question),
    citesWhatIsThere: wrong.verbatim,
  };
}

async function askPassages(
  query: string,
  passages: readonly string[],
  workbench: Workbench,
): Promise<{ answer: Answer; verbatim: boolean }> {
  const documents = passages.map((text, index) => ({ id: `passage-${index}`, text, language: 'en' }));
  return withCorpus(workbench, documents, async (corpus) => {
    const answer = await corpus.ask(query);
    let verbatim = true;
    for (const citation of answer.citations) {
      if (!isVerbatim(citation, await corpus.documentText(citation.document))) verbatim = false;
    }
    return { answer, verbatim };
  });
}

function citesBoth(answer: Answer, question: Question): boolean {
  if (answer.status !== 'answered') return false;
  const quotes = answer.citations.map((citation) => citation.quote).join('\n');
  return meetsAnswer(quotes, question.answer) && meetsAnswer(quotes, question.fakeanswer);
}

/** Whether every member of the accepted answer is met; substring, case aside, as the set defines it. */
export function meetsAnswer(text: string, accepted: Accepted): boolean {
  const members = typeof accepted === 'string' ? [accepted] : accepted;
  return members.length > 0 && members.every((member) => wordingsOf(member).some((wording) => holds(text, wording)));
}

/** Whether any accepted string occurs at all: such a passage is no true negative. */
function holdsAnyWording(text: string, accepted: Accepted): boolean {
  const members = typeof accepted === 'string' ? [accepted] : accepted;
  return members.some((member) => wordingsOf(member).some((wording) => holds(text, wording)));
}

function wordingsOf(member: string | readonly string[]): readonly string[] {
  return typeof member === 'string' ? [member] : member;
}

function holds(text: string, wording: string): boolean {
  return text.toLowerCase().includes(wording.toLowerCase());
}
