import { renderMarkdownTable } from '../../src/evaluation/report.ts';
import type { Measured } from './child-process.ts';
import type { StartFigures } from './command-line.ts';
import type { CompetitorResult, IndexResult, OpenResult, QuestionsResult, StatementsResult } from './tasks.ts';

/** All figures of one run at one number of documents. */
export interface SizeFigures {
  readonly documents: number;
  /** Mean over a sample of the documents. */
  readonly sentencesPerDocument: number;
  readonly wordsPerDocument: number;
  readonly indexPlain?: Measured<IndexResult>;
  readonly indexStatements?: Measured<IndexResult>;
  readonly questions?: Measured<QuestionsResult>;
  readonly open?: Measured<OpenResult>;
  readonly serve?: Measured<{ readyMs: number }>;
  readonly competitors: readonly { readonly name: string; readonly figures: Measured<CompetitorResult> }[];
}

export interface BenchFigures {
  /** ISO 8601 date. */
  readonly date: string;
  readonly cpu: string;
  readonly cores: number;
  readonly memoryBytes: number;
  readonly node: string;
  readonly seed: number;
  readonly questions: number;
  readonly starts: readonly { readonly name: string; readonly figures: Measured<StartFigures> }[];
  /** Sentences and statements of documents of 500 words, by processor time. */
  readonly statements?: Measured<StatementsResult>;
  readonly sizes: readonly SizeFigures[];
}

export function renderBenchReport(figures: BenchFigures): string {
  const { date, cpu, cores, memoryBytes, node, sizes } = figures;
  const parts = [
    `Measured on ${date}, ${cpu}, ${cores} cores, ${gigabytes(memoryBytes)} GB, Node ${node}; ` +
      `seed ${figures.seed}, ${figures.questions} questions a size. Memory is the peak resident size of a process ` +
      'that does only this.',
  ];
  if (figures.starts.length > 0) parts.push(`### Cold start on the knowledge folder\n\n${renderStarts(figures)}`);
  if (figures.statements !== undefined) {
    parts.push(`### Who said what\n\n${renderStatements(figures.statements)}`);
  }
  if (sizes.length > 0) {
    parts.push(`### The desk by number of documents\n\n${renderDesk(sizes)}`);
    if (sizes.some((size) => size.competitors.length > 0)) {
      parts.push(`### Beside others on the same texts and questions\n\n${renderCompetitors(sizes)}`);
    }
  }
  return `${parts.join('\n\n')}\n`;
}

function renderStarts(figures: BenchFigures): string {
  const rows = figures.starts.map(({ name, figures: start }) => [
    name,
    show(start, (result) => `${(result.medianMs / 1000).toFixed(2)} s`),
    show(start, (result) => String(result.runs)),
  ]);
  return renderMarkdownTable(['from the start of the command to its end', 'median', 'runs'], rows);
}

function renderStatements(measured: Measured<StatementsResult>): string {
  const rows = [
    [
      'documents of 500 words a second on one core',
      show(measured, ({ documents, cpuMs }) => round((documents / cpuMs) * 1000)),
    ],
    ['statements a document', show(measured, ({ documents, statements }) => (statements / documents).toFixed(1))],
  ];
  return renderMarkdownTable(['sentences and statements of real news, nothing stored', ''], rows);
}

function renderDesk(sizes: readonly SizeFigures[]): string {
  const measures: readonly [string, (size: SizeFigures) => string][] = [
    ['words / sentences a document', (size) => `${round(size.wordsPerDocument)} / ${round(size.sentencesPerDocument)}`],
    ['index, documents/s', (size) => show(size.indexPlain, perSecond)],
    ['index, sentences/s', (size) => show(size.indexPlain, (r) => sentencesPerSecond(size, r))],
    ['index with statements, documents/s', (size) => show(size.indexStatements, perSecond)],
    ['index with statements, sentences/s', (size) => show(size.indexStatements, (r) => sentencesPerSecond(size, r))],
    ['vector graph afterwards, s', (size) => show(size.indexStatements, (r) => (r.graphMs / 1000).toFixed(1))],
    ['index with statements, peak MB', (size) => show(size.indexStatements, (r) => megabytes(r.peakBytes))],
    ['ask p50 / p95 / p99, ms', (size) => show(size.questions, ({ ask }) => triple(ask))],
    ['search p50 / p95 / p99, ms', (size) => show(size.questions, ({ search }) => triple(search))],
    ['questions answered', (size) => show(size.questions, (r) => `${r.answered} of ${r.ask.count}`)],
    ['asking, peak MB', (size) => show(size.questions, (r) => megabytes(r.peakBytes))],
    ['open a ready index, ms', (size) => show(size.open, (r) => round(r.openMs))],
    ['first answer after opening, ms', (size) => show(size.open, (r) => round(r.firstAnswerMs))],
    ['desk serve until ready, s', (size) => show(size.serve, (r) => (r.readyMs / 1000).toFixed(2))],
  ];
  const head = ['documents', ...sizes.map((size) => size.documents.toLocaleString('en'))];
  return renderMarkdownTable(
    head,
    measures.map(([name, read]) => [name, ...sizes.map(read)]),
  );
}

function renderCompetitors(sizes: readonly SizeFigures[]): string {
  const rows = sizes.flatMap((size) => {
    const documents = size.documents.toLocaleString('en');
    const desk = [
      documents,
      'sovereignty-desk (search)',
      show(size.indexPlain, perSecond),
      show(size.questions, ({ search }) => search.p50Ms.toFixed(1)),
      show(size.questions, ({ search }) => search.p95Ms.toFixed(1)),
      show(size.questions, (r) => megabytes(r.peakBytes)),
    ];
    const others = size.competitors.map(({ name, figures }) => [
      documents,
      figures.kind === 'measured' ? figures.result.system : name,
      show(figures, (r) => round((r.documents / r.indexMs) * 1000)),
      show(figures, ({ search }) => search.p50Ms.toFixed(1)),
      show(figures, ({ search }) => search.p95Ms.toFixed(1)),
      show(figures, (r) => megabytes(r.peakBytes)),
    ]);
    return [desk, ...others];
  });
  return renderMarkdownTable(
    ['documents', 'system', 'index, documents/s', 'query p50, ms', 'query p95, ms', 'peak MB'],
    rows,
  );
}

function show<Result>(measured: Measured<Result> | undefined, read: (result: Result) => string): string {
  if (measured === undefined) return '';
  return measured.kind === 'measured' ? read(measured.result) : measured.why;
}

function perSecond(result: IndexResult): string {
  return round((result.documents / result.tookMs) * 1000);
}

function sentencesPerSecond(size: SizeFigures, result: IndexResult): string {
  return round(((result.documents * size.sentencesPerDocument) / result.tookMs) * 1000);
}

function triple(latency: QuestionsResult['ask']): string {
  return [latency.p50Ms, latency.p95Ms, latency.p99Ms].map((value) => value.toFixed(1)).join(' / ');
}

function round(value: number): string {
  return Math.round(value).toLocaleString('en');
}

function megabytes(bytes: number): string {
  return round(bytes / 2 ** 20);
}

function gigabytes(bytes: number): string {
  return (bytes / 2 ** 30).toFixed(0);
}
