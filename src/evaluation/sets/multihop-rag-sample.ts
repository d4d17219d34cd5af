import { z } from 'zod';
import type { AbstentionOutcome } from '../metrics/abstention-metrics.ts';
import { scoreAbstention } from '../metrics/abstention-metrics.ts';
import { containsPhrase } from '../metrics/answer-text-metrics.ts';
import { averagePrecision, hasAllWithin, mean, recallAt, reciprocalRank, shareOf } from '../metrics/ranking-metrics.ts';
import { judgeQuestion } from '../outcome.ts';
import type { EvaluationRow } from '../report.ts';
import { pathInSet, readItems, readJsonLines } from '../set-files.ts';
import type { EvaluationDocument, EvaluationOptions, Workbench } from '../workbench.ts';
import { withCorpus } from '../workbench.ts';

const SET = 'multihop-rag-sample';

const FactLine = z.object({
  id: z.string(),
  title: z.string(),
  source: z.string(),
  author: z.string().nullish(),
  published_at: z.string(),
  url: z.string(),
  fact: z.string(),
});
const QuestionLine = z.object({
  id: z.string(),
  question: z.string(),
  type: z.string(),
  answer: z.string(),
  evidence: z.array(z.string()),
});
type Question = z.output<typeof QuestionLine>;

/** FTS5 porter over "title source date fact" on the 255 answerable questions: README of the evaluation data. */
const FTS5 = { 'Hits@4': 0.751, 'Hits@10': 0.864, 'MAP@10': 0.738, 'MRR@10': 0.916, 'all in 10': 0.675 } as const;
type RankMeasure = keyof typeof FTS5;

/** The issue that ordered the desk asks for this. */
const HITS_AT_10_TARGET = 0.88;
const NULL_REFUSED_TARGET = 0.9;
const WRONGLY_REFUSED_TARGET = 0.15;

/** Finding all the news facts that a question needs, and declining where there are none. */
export async function evaluateMultihopRagSample(
  setsDir: string,
  workbench: Workbench,
  options: EvaluationOptions = {},
): Promise<EvaluationRow[]> {
  const questions = await readItems(pathInSet(setsDir, SET, 'queries.jsonl'), QuestionLine, options.sampleSize);
  const rankings: { ranked: readonly string[]; relevant: ReadonlySet<string> }[] = [];
  const outcomes: AbstentionOutcome[] = [];
  const named: boolean[] = [];
  await withCorpus(workbench, readFacts(pathInSet(setsDir, SET, 'facts.jsonl')), async (corpus) => {
    for (const question of questions) {
      const answerable = !isUnanswerable(question);
      if (answerable) {
        const ranked = (await corpus.search(question.question, 10)).map((hit) => hit.document);
        rankings.push({ ranked, relevant: new Set(question.evidence) });
      }
      const answer = await corpus.ask(question.question);
      outcomes.push({ answerable, abstained: answer.status === 'not_found' });
      const wanted = new Set(question.evidence);
      options.onOutcome?.(
        judgeQuestion({
          set: SET,
          kind: question.type,
          item: question.question,
          answerable,
          answer,
          // Which fact is cited tells more than yes or no, which a desk that quotes does not say.
          isRight: (given) => given.citations.some(({ document }) => wanted.has(document)),
        }),
      );
      if (asksForName(question)) {
        named.push(answer.status === 'answered' && containsPhrase(answer.text, question.answer));
      }
      options.onProgress?.({ set: SET, done: outcomes.length, total: questions.length });
    }
  });
  return [...rankingRows(rankings), ...answerRows(outcomes, named)];
}

function rankingRows(
  rankings: readonly { ranked: readonly string[]; relevant: ReadonlySet<string> }[],
): EvaluationRow[] {
  const ours: Record<RankMeasure, number> = {
    'Hits@4': mean(rankings.map(({ ranked, relevant }) => recallAt(ranked, relevant, 4))),
    'Hits@10': mean(rankings.map(({ ranked, relevant }) => recallAt(ranked, relevant, 10))),
    'MAP@10': mean(rankings.map(({ ranked, relevant }) => averagePrecision(ranked, relevant, 10))),
    'MRR@10': mean(rankings.map(({ ranked, relevant }) => reciprocalRank(ranked, relevant, 10))),
    'all in 10': shareOf(rankings.map(({ ranked, relevant }) => hasAllWithin(ranked, relevant, 10))),
  };
  return (Object.keys(FTS5) as RankMeasure[]).map((measure) => ({
    set: SET,
    measure,
    ours: ours[measure],
    others: [{ system: 'FTS5 porter', value: FTS5[measure] }],
    ...(measure === 'Hits@10' ? { target: HITS_AT_10_TARGET } : {}),
    items: rankings.length,
  }));
}

function answerRows(outcomes: readonly AbstentionOutcome[], named: readonly boolean[]): EvaluationRow[] {
  const scores = scoreAbstention(outcomes);
  return [
    {
      set: SET,
      measure: 'null questions refused',
      ours: scores.recall,
      others: [],
      target: NULL_REFUSED_TARGET,
      items: scores.unanswerable,
    },
    {
      set: SET,
      measure: 'answerable wrongly refused',
      ours: scores.wronglyAbstained,
      others: [],
      target: WRONGLY_REFUSED_TARGET,
      lowerIsBetter: true,
      items: scores.answerable,
    },
    {
      set: SET,
      measure: 'name asked for stands in the answer',
      ours: shareOf(named),
      others: [],
      items: named.length,
      note: 'questions of inference; weaker than exact match, as the desk quotes sentences',
    },
  ];
}

function isUnanswerable(question: Question): boolean {
  return question.type === 'null_query';
}

/** Questions of inference ask for a name or a thing; the other types ask for yes, no, before or after. */
function asksForName(question: Question): boolean {
  return question.type === 'inference_query';
}

async function* readFacts(path: string): AsyncGenerator<EvaluationDocument> {
  for await (const line of readJsonLines(path, FactLine)) {
    yield {
      id: line.id,
      text: line.fact,
      title: line.title,
      publisher: line.source,
      author: line.author ?? undefined,
      published: line.published_at,
      url: line.url,
      language: 'en',
    };
  }
}
