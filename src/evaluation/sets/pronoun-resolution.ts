import { z } from 'zod';
import { splitSentences } from '../../core/text/sentences.ts';
import { readPronouns } from '../../ingest/statements/read-pronouns.ts';
import { type PronounOutcome, scorePronouns } from '../metrics/pronoun-metrics.ts';
import type { EvaluationRow } from '../report.ts';
import { pathInSet, readItems } from '../set-files.ts';

const SET = 'pronoun-resolution';

const DocumentLine = z.object({
  id: z.string(),
  genre: z.string(),
  text: z.string(),
  pronouns: z.array(z.object({ start: z.number(), end: z.number(), names: z.array(z.string()) })),
});

/** Naming the person behind he, she, they and their forms in news, interviews and biographies. */
export async function evaluatePronounResolution(setsDir: string): Promise<EvaluationRow[]> {
  const documents = await readItems(pathInSet(setsDir, SET, 'docs.jsonl'), DocumentLine);
  const outcomes = documents.flatMap(({ genre, text, pronouns }) => {
    const named = new Map(readPronouns({ text, sentences: splitSentences(text) }).map((one) => [one.start, one.name]));
    return pronouns.map(({ start, names }) => ({ genre, names, answer: named.get(start) }));
  });
  return [
    ...rowsOf('all', outcomes, { precision: 0.85, coverage: 0.6 }),
    ...[...new Set(outcomes.map(({ genre }) => genre))].flatMap((genre) =>
      rowsOf(
        genre,
        outcomes.filter((one) => one.genre === genre),
      ),
    ),
  ];
}

function rowsOf(
  part: string,
  outcomes: readonly PronounOutcome[],
  targets: { precision?: number; coverage?: number } = {},
): EvaluationRow[] {
  const figures = scorePronouns(outcomes);
  const common = { set: SET, others: [], items: figures.items };
  return [
    { ...common, measure: `${part}: right when answered`, ours: figures.precision, target: targets.precision },
    { ...common, measure: `${part}: answered`, ours: figures.coverage, target: targets.coverage },
    { ...common, measure: `${part}: right of all`, ours: figures.accuracy },
  ];
}
