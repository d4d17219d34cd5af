import { z } from 'zod';
import type { Answer } from '../../core/answer.ts';
import { shareOf } from '../metrics/ranking-metrics.ts';
import { RIGHT } from '../outcome.ts';
import type { EvaluationRow } from '../report.ts';
import { pathInSet, readItems } from '../set-files.ts';
import type { EvaluationOptions, Workbench } from '../workbench.ts';
import { withCorpus } from '../workbench.ts';

const SET = 'feedback';

/** A line of `desk feedback export`. */
const CaseLine = z.object({
  id: z.string(),
  question: z.string(),
  helpful: z.int().min(0),
  unhelpful: z.int().min(0),
  status: z.enum(['answered', 'not_found']),
  evidence: z.array(z.object({ document: z.string(), quote: z.string() })),
});
type FeedbackCase = z.output<typeof CaseLine>;

/** What people found helpful is not to be lost. */
const KEPT_TARGET = 1;

/**
 * The answers that people judged on chat platforms, asked again on the knowledge folder: `feedback/cases.jsonl` as
 * `desk feedback export` writes it. A helpful answer is kept when all its quotations are still shown (a helpful refusal:
 * when it is still one); an unhelpful one is changed when it shows others. As many voices for as against: not counted.
 */
export async function evaluateFeedback(
  setsDir: string,
  workbench: Workbench,
  options: EvaluationOptions = {},
): Promise<EvaluationRow[]> {
  const cases = await readItems(pathInSet(setsDir, SET, 'cases.jsonl'), CaseLine, options.sampleSize);
  const decided = cases.filter(({ helpful, unhelpful }) => helpful !== unhelpful);
  const kept: boolean[] = [];
  const changed: boolean[] = [];
  await withCorpus(workbench, workbench.knowledgeDocuments(), async (corpus) => {
    for (const [at, one] of decided.entries()) {
      const isSame = showsTheSame(one, await corpus.ask(one.question));
      const isHelpful = one.helpful > one.unhelpful;
      (isHelpful ? kept : changed).push(isHelpful === isSame);
      const wrong = isHelpful ? 'helpful answer lost' : 'unhelpful answer as before';
      options.onOutcome?.({
        set: SET,
        kind: one.status,
        item: one.question,
        verdict: isHelpful === isSame ? RIGHT : wrong,
      });
      options.onProgress?.({ set: SET, done: at + 1, total: decided.length });
    }
  });
  const row = (measure: string, results: readonly boolean[], target?: number): EvaluationRow => ({
    set: SET,
    measure,
    ours: shareOf(results),
    others: [],
    ...(target === undefined ? {} : { target }),
    items: results.length,
  });
  // A set of only one kind of feedback says nothing of the other.
  return [row('helpful answers kept', kept, KEPT_TARGET), row('unhelpful answers changed', changed)].filter(
    ({ items }) => items > 0,
  );
}

function showsTheSame({ status, evidence }: FeedbackCase, answer: Answer): boolean {
  if (status !== answer.status) return false;
  const shown = new Set(answer.citations.map(({ document, quote }) => `${document} ${quote}`));
  return evidence.every(({ document, quote }) => shown.has(`${document} ${quote}`));
}
