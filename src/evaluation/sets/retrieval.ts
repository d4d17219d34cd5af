import { z } from 'zod';
import {
  averagePrecision,
  mean,
  normalisedDiscountedGain,
  precisionAt,
  recallAt,
  reciprocalRank,
} from '../metrics/ranking-metrics.ts';
import type { EvaluationRow } from '../report.ts';
import { pathInSet, pickSample, readItems, readJsonLines, readTabbedRows } from '../set-files.ts';
import type { EvaluationDocument, EvaluationOptions, Workbench } from '../workbench.ts';
import { withCorpus } from '../workbench.ts';

export const RETRIEVAL_SETS = ['time', 'cranfield', 'med', 'cisi', 'cacm'] as const;
type RetrievalSet = (typeof RETRIEVAL_SETS)[number];

const DocumentLine = z.object({
  id: z.string(),
  text: z.string(),
  title: z.string().nullish(),
  author: z.string().nullish(),
  /** TIME's date of issue. */
  date: z.string().nullish(),
});
const QueryLine = z.object({ id: z.string(), text: z.string() });

/** How deep a ranking is asked for: MAP is defined over the top 1,000. */
const DEPTH = 1000;

/** In the order of the columns of the collection's table of reference scores. */
const MEASURES = ['MAP@1000', 'nDCG@10', 'P@10', 'MRR', 'recall@10', 'recall@100'] as const;

/**
 * Scores of stock tools on exactly these queries, from the README of the evaluation data ("here" columns).
 * FTS5 = SQLite's bm25() with porter stemming; MiniSearch 7.2.0 with default options.
 */
const REFERENCE: Readonly<Record<RetrievalSet, Readonly<Record<string, readonly number[]>>>> = {
  time: {
    'FTS5 porter': [0.672, 0.725, 0.263, 0.782, 0.786, 0.97],
    'FTS5 unstemmed': [0.628, 0.688, 0.261, 0.709, 0.791, 0.974],
    MiniSearch: [0.561, 0.626, 0.256, 0.623, 0.752, 0.969],
  },
  cranfield: {
    'FTS5 porter': [0.43, 0.525, 0.304, 0.837, 0.445, 0.736],
    MiniSearch: [0.342, 0.436, 0.255, 0.74, 0.376, 0.687],
  },
  med: {
    'FTS5 porter': [0.52, 0.698, 0.655, 0.898, 0.287, 0.779],
    MiniSearch: [0.433, 0.617, 0.568, 0.831, 0.253, 0.687],
  },
  cisi: {
    'FTS5 porter': [0.187, 0.359, 0.332, 0.597, 0.115, 0.403],
    MiniSearch: [0.126, 0.249, 0.221, 0.505, 0.07, 0.317],
  },
  cacm: {
    'FTS5 porter': [0.271, 0.39, 0.285, 0.624, 0.296, 0.656],
    MiniSearch: [0.167, 0.271, 0.215, 0.439, 0.219, 0.513],
  },
};

/** The measures whose FTS5 score is to be exceeded. */
const TARGET_MEASURES: ReadonlySet<string> = new Set(['MAP@1000', 'nDCG@10']);

/** Ranked retrieval with human judgements, every judged pair relevant; figures are means over the queries. */
export async function evaluateRetrieval(
  name: RetrievalSet,
  setsDir: string,
  workbench: Workbench,
  options: EvaluationOptions = {},
): Promise<EvaluationRow[]> {
  const set = `retrieval-${name}`;
  const judged = await readJudgements(pathInSet(setsDir, set, 'qrels.tsv'));
  const queries = (await readItems(pathInSet(setsDir, set, 'queries.jsonl'), QueryLine)).filter((query) =>
    judged.has(query.id),
  );
  const sample = pickSample(queries, options.sampleSize);
  const figures: number[][] = [];
  await withCorpus(
    workbench,
    readDocuments(pathInSet(setsDir, set, 'docs.jsonl')),
    async (corpus) => {
      for (const query of sample) {
        const ranked = (await corpus.search(query.text, DEPTH)).map((hit) => hit.document);
        figures.push(scoreRanking(ranked, judged.get(query.id) ?? new Set()));
        options.onProgress?.({ set, done: figures.length, total: sample.length });
      }
    },
    { statements: false },
  );
  return MEASURES.map((measure, column) => ({
    set,
    measure,
    ours: mean(figures.map((scores) => scores[column] ?? Number.NaN)),
    others: othersFor(name, column),
    ...(TARGET_MEASURES.has(measure) ? { target: REFERENCE[name]['FTS5 porter']?.[column] } : {}),
    items: sample.length,
  }));
}

/** One figure per entry of `MEASURES`. */
function scoreRanking(ranked: readonly string[], relevant: ReadonlySet<string>): number[] {
  return [
    averagePrecision(ranked, relevant, DEPTH),
    normalisedDiscountedGain(ranked, relevant, 10),
    precisionAt(ranked, relevant, 10),
    reciprocalRank(ranked, relevant),
    recallAt(ranked, relevant, 10),
    recallAt(ranked, relevant, 100),
  ];
}

function othersFor(name: RetrievalSet, column: number): EvaluationRow['others'] {
  return Object.entries(REFERENCE[name]).map(([system, scores]) => ({ system, value: scores[column] ?? Number.NaN }));
}

/** Documents of a retrieval set. Those that have nothing but a title are indexed by it. */
async function* readDocuments(path: string): AsyncGenerator<EvaluationDocument> {
  for await (const line of readJsonLines(path, DocumentLine)) {
    yield {
      id: line.id,
      text: line.text.trim() === '' ? (line.title ?? line.id) : line.text,
      title: line.title ?? undefined,
      author: line.author ?? undefined,
      published: line.date ?? undefined,
      language: 'en',
    };
  }
}

async function readJudgements(path: string): Promise<Map<string, Set<string>>> {
  const judged = new Map<string, Set<string>>();
  for (const row of await readTabbedRows(path)) {
    const query = row.get('query_id') ?? '';
    const relevant = judged.get(query) ?? new Set();
    relevant.add(row.get('doc_id') ?? '');
    judged.set(query, relevant);
  }
  return judged;
}
