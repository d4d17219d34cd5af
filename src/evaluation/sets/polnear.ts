import { z } from 'zod';
import type { StatementKind } from '../../core/statement.ts';
import { splitSentences } from '../../core/text/sentences.ts';
import { readSpan } from '../../core/text/span.ts';
import { extractStatements } from '../../ingest/statements/extract-statements.ts';
import { listQuotationOutcomes } from '../metrics/quotation-errors.ts';
import {
  addQuotationCounts,
  countQuotations,
  type GoldAttribution,
  NO_QUOTATIONS,
  quotationFigures,
} from '../metrics/quotation-metrics.ts';
import type { EvaluationRow } from '../report.ts';
import { pathInSet, readItems } from '../set-files.ts';
import type { EvaluationOptions, Workbench } from '../workbench.ts';

const SET = 'polnear';

const PAIR = z.tuple([z.number(), z.number()]);
const ArticleLine = z.object({
  id: z.string(),
  publisher: z.string(),
  author: z.string().nullish(),
  text: z.string(),
  attributions: z.array(
    z.object({ type: z.enum(['direct', 'mixed', 'indirect', 'none']), source: z.array(PAIR), content: z.array(PAIR) }),
  ),
});
type Article = z.output<typeof ArticleLine>;

const KINDS: readonly StatementKind[] = ['direct', 'mixed', 'indirect'];

/** Figures of the README: pairs of human annotators (whole attributions; single spans), and a naive pattern. */
const HUMAN: Readonly<Record<StatementKind, number>> = { direct: 0.957, mixed: 0.804, indirect: 0.681 };
const HUMAN_SPANS: Readonly<Record<StatementKind, number>> = { direct: 0.861, mixed: 0.755, indirect: 0.687 };
const NAIVE = { f1: 0.927, precision: 0.92, coverage: 0.794, accuracy: 0.731 } as const;
const TARGETS: Readonly<Record<StatementKind, number>> = { direct: 0.94, mixed: 0.7, indirect: 0.5 };

/** Who said what in US political news (the development part): contents and speakers by kind. */
export async function evaluatePolnear(
  setsDir: string,
  _workbench?: Workbench,
  options: EvaluationOptions = {},
): Promise<EvaluationRow[]> {
  const articles = await readItems(pathInSet(setsDir, SET, 'dev.jsonl'), ArticleLine, options.sampleSize);
  const counts = { direct: NO_QUOTATIONS, mixed: NO_QUOTATIONS, indirect: NO_QUOTATIONS };
  for (const article of articles) {
    const { text, publisher } = article;
    const statements = extractStatements({
      text,
      sentences: splitSentences(text),
      publisher,
      author: article.author ?? undefined,
      language: 'en',
    });
    const gold = goldOf(article);
    for (const kind of KINDS) {
      counts[kind] = addQuotationCounts(counts[kind], countQuotations({ text, kind, statements, gold }));
      for (const { verdict, span } of listQuotationOutcomes({ text, kind, statements, gold })) {
        options.onOutcome?.({ set: SET, kind, verdict, item: readSpan(text, span) });
      }
    }
  }
  return KINDS.flatMap((kind) => rowsOf(kind, counts[kind]));
}

function goldOf(article: Article): GoldAttribution[] {
  const toSpans = (pairs: readonly (readonly [number, number])[]) => pairs.map(([start, end]) => ({ start, end }));
  return article.attributions.flatMap(({ type, content, source }) =>
    type === 'none' ? [] : [{ kind: type, content: toSpans(content), source: toSpans(source) }],
  );
}

function rowsOf(kind: StatementKind, counts: typeof NO_QUOTATIONS): EvaluationRow[] {
  const figures = quotationFigures(counts);
  const naive = kind === 'direct';
  const row = (measure: string, ours: number, more: Partial<EvaluationRow> = {}): EvaluationRow => ({
    set: SET,
    measure: `${kind}: ${measure}`,
    ours,
    others: [],
    items: counts.gold,
    ...more,
  });
  const naiveRow = (value: number) => (naive ? [{ system: 'naive pattern', value }] : []);
  return [
    row('content F1', figures.f1, {
      others: [
        { system: 'human', value: HUMAN[kind] },
        { system: 'human, spans', value: HUMAN_SPANS[kind] },
        ...naiveRow(NAIVE.f1),
      ],
      target: TARGETS[kind],
    }),
    row('content precision', figures.precision),
    row('content recall', figures.recall),
    row('content F1, exact', figures.exactF1),
    row('content F1, any overlap', figures.anyOverlapF1),
    row('speaker right when given', figures.speakerPrecision, {
      others: naiveRow(NAIVE.precision),
      items: counts.speakerGiven,
      ...(naive ? { target: 0.95 } : {}),
    }),
    row('speaker given', figures.speakerCoverage, {
      others: naiveRow(NAIVE.coverage),
      items: counts.sourced,
      ...(naive ? { target: 0.9 } : {}),
    }),
    row('speaker right', figures.speakerAccuracy, { others: naiveRow(NAIVE.accuracy), items: counts.sourced }),
    row('no speaker where none is named', figures.unattributed, { items: counts.unsourced }),
  ];
}
