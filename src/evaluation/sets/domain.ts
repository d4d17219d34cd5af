import { z } from 'zod';
import type { Answer } from '../../core/answer.ts';
import { scoreAbstention } from '../metrics/abstention-metrics.ts';
import {
  everySentenceIsCited,
  hasEvidence,
  hasRightSpeaker,
  isVerbatim,
  matchesAll,
  showsCredits,
} from '../metrics/evidence-metrics.ts';
import { shareOf } from '../metrics/ranking-metrics.ts';
import { judgeQuestion } from '../outcome.ts';
import type { EvaluationRow } from '../report.ts';
import { pathInSet, readItems } from '../set-files.ts';
import type { EvaluationDocument, EvaluationOptions, OpenCorpus, Workbench } from '../workbench.ts';
import { withCorpus } from '../workbench.ts';
import { readDistractors, readManyDistractors } from './distractors.ts';

const QuestionLine = z.object({
  id: z.string(),
  kind: z.string(),
  question: z.string(),
  /** Groups of alternative wordings; empty for what the sources do not answer. */
  evidence: z.array(z.array(z.string())),
  speaker: z.string().optional(),
  must: z.array(z.string()).optional(),
  trap: z.string().optional(),
});
type DomainQuestion = z.output<typeof QuestionLine>;

/** Targets of the issue that ordered the desk. */
const EVIDENCE_TARGET = 0.97;
const WRONGLY_REFUSED_TARGET = 0.03;
const TRAPS_THAT_MAY_BE_ANSWERED = 1;

/** How many unrelated documents stand beside the knowledge in the second part, unless said otherwise. */
const DISTRACTORS = 1000;
/** The issue asks for the same beside 2,000, and for at most so much less. */
const MANY_DISTRACTORS = 2000;
const MOST_LOST = 0.02;

/** The questions about the knowledge folder, on it alone. */
export async function evaluateDomain(
  setsDir: string,
  workbench: Workbench,
  options: EvaluationOptions = {},
): Promise<EvaluationRow[]> {
  return evaluateQuestions({ set: 'domain', setsDir, workbench, options, beside: [] });
}

/** The same questions with unrelated news beside the knowledge. */
export async function evaluateDomainAmongOthers(
  setsDir: string,
  workbench: Workbench,
  options: EvaluationOptions & { readonly distractors?: number } = {},
): Promise<EvaluationRow[]> {
  const beside = readDistractors(setsDir, options.distractors ?? DISTRACTORS);
  return evaluateQuestions({ set: 'domain-among-others', setsDir, workbench, options, beside });
}

/**
 * The same beside 2,000 unrelated documents, every figure with what it may lose against the knowledge alone as target.
 */
export async function evaluateDomainAmong2000(
  setsDir: string,
  workbench: Workbench,
  options: EvaluationOptions & { readonly distractors?: number } = {},
): Promise<EvaluationRow[]> {
  const set = 'domain-among-2000';
  const { onOutcome: _, ...quiet } = options;
  const alone = await evaluateQuestions({ set, setsDir, workbench, options: quiet, beside: [] });
  const beside = await readManyDistractors(setsDir, options.distractors ?? MANY_DISTRACTORS);
  const rows = await evaluateQuestions({ set, setsDir, workbench, options, beside });
  return rows.map((row, at) => {
    const base = alone[at]?.ours ?? Number.NaN;
    return {
      ...row,
      target: row.lowerIsBetter === true ? base + MOST_LOST : base - MOST_LOST,
      others: [{ system: 'ours on the knowledge alone', value: base }],
    };
  });
}

/** The questions as the set gives them. */
export function readDomainQuestions(setsDir: string): Promise<DomainQuestion[]> {
  return readItems(pathInSet(setsDir, 'domain', 'questions.jsonl'), QuestionLine);
}

interface Outcome {
  readonly question: DomainQuestion;
  readonly answer: Answer;
  /** Every quote shown, cited or related, is word for word in its document. */
  readonly verbatim: boolean;
  readonly credited: boolean;
}

async function evaluateQuestions(input: {
  set: string;
  setsDir: string;
  workbench: Workbench;
  options: EvaluationOptions;
  beside: Iterable<EvaluationDocument> | AsyncIterable<EvaluationDocument>;
}): Promise<EvaluationRow[]> {
  const { set, setsDir, workbench, options } = input;
  const questions = await readDomainQuestions(setsDir);
  const knowledge: EvaluationDocument[] = [];
  for await (const document of workbench.knowledgeDocuments()) knowledge.push(document);
  const demanded = creditsDemanded(knowledge);
  const outcomes: Outcome[] = [];
  let besideCount = 0;
  async function* documents(): AsyncGenerator<EvaluationDocument> {
    yield* knowledge;
    for await (const document of input.beside) {
      besideCount += 1;
      yield document;
    }
  }
  await withCorpus(workbench, documents(), async (corpus) => {
    for (const question of questions) {
      const answer = await corpus.ask(question.question);
      const verbatim = await quotesAreVerbatim(answer, corpus);
      const credited = showsCredits(answer, demanded) && everySentenceIsCited(answer);
      outcomes.push({ question, answer, verbatim, credited });
      options.onOutcome?.(
        judgeQuestion({
          set,
          kind: question.trap === undefined ? question.kind : 'trap',
          item: question.question,
          answerable: question.trap === undefined,
          answer,
          isRight: (given) => hasEvidence(given, question.evidence),
        }),
      );
      options.onProgress?.({ set, done: outcomes.length, total: questions.length });
    }
  });
  return summarise(set, outcomes, besideCount);
}

function summarise(set: string, outcomes: readonly Outcome[], beside: number): EvaluationRow[] {
  const answerable = outcomes.filter(({ question }) => question.trap === undefined);
  const traps = outcomes.length - answerable.length;
  const withSpeaker = answerable.filter(({ question }) => question.speaker !== undefined);
  const withMust = answerable.filter(({ question }) => question.must !== undefined);
  const answered = outcomes.filter(({ answer }) => answer.status === 'answered');
  const scores = scoreAbstention(
    outcomes.map(({ question, answer }) => ({
      answerable: question.trap === undefined,
      abstained: answer.status === 'not_found',
    })),
  );
  const others: EvaluationRow['others'] = [];
  const note = beside === 0 ? {} : { note: `beside ${beside} unrelated documents` };
  const evidence = answerable.map(({ question, answer }) => hasEvidence(answer, question.evidence));
  const missed = answerable.filter((_, index) => evidence[index] === false).map(({ question }) => question.id);
  return [
    {
      set,
      measure: 'evidence in the first 3 citations',
      ours: shareOf(evidence),
      others,
      target: EVIDENCE_TARGET,
      items: answerable.length,
      note: [note.note, missed.length === 0 ? undefined : `missed ${missed.join(' ')}`]
        .filter((part) => part !== undefined)
        .join('; '),
    },
    {
      set,
      measure: 'speaker right',
      ours: shareOf(
        withSpeaker.map(({ question, answer }) => hasRightSpeaker(answer, question.evidence, question.speaker ?? '')),
      ),
      others,
      target: 1,
      items: withSpeaker.length,
      ...note,
    },
    {
      set,
      measure: 'value or name asked for in the answer',
      ours: shareOf(
        withMust.map(
          ({ question, answer }) => answer.status === 'answered' && matchesAll(answer.text, question.must ?? []),
        ),
      ),
      others,
      items: withMust.length,
      ...note,
    },
    {
      set,
      measure: 'traps refused',
      ours: scores.recall,
      others,
      target: traps === 0 ? 1 : (traps - TRAPS_THAT_MAY_BE_ANSWERED) / traps,
      items: traps,
      ...note,
    },
    {
      set,
      measure: 'wrongly refused',
      ours: scores.wronglyAbstained,
      others,
      target: WRONGLY_REFUSED_TARGET,
      lowerIsBetter: true,
      items: scores.answerable,
      ...note,
    },
    {
      set,
      measure: 'credits shown, every sentence cited',
      ours: shareOf(answered.map((outcome) => outcome.credited)),
      others,
      target: 1,
      items: answered.length,
      ...note,
    },
    {
      set,
      measure: 'quotes verbatim',
      ours: shareOf(outcomes.map((outcome) => outcome.verbatim)),
      others,
      target: 1,
      items: outcomes.length,
      ...note,
    },
  ];
}

/** The credit lines that sources demand to the letter, by document. */
function creditsDemanded(documents: readonly EvaluationDocument[]): Map<string, string> {
  return new Map(
    documents.flatMap(({ id, attribution }) => (attribution === undefined ? [] : [[id, attribution] as const])),
  );
}

async function quotesAreVerbatim(answer: Answer, corpus: OpenCorpus): Promise<boolean> {
  for (const citation of [...answer.citations, ...answer.related]) {
    if (!isVerbatim(citation, await corpus.documentText(citation.document))) return false;
  }
  return true;
}
