/** One figure of an evaluation, beside the figures that others are known to reach on the same items. */
export interface EvaluationRow {
  /** Name of the set, for example `retrieval-time`. */
  readonly set: string;
  /** What is measured, for example `MAP@1000`. */
  readonly measure: string;
  /** Our figure, 0 to 1 unless the measure says otherwise. */
  readonly ours: number;
  readonly others: readonly { readonly system: string; readonly value: number }[];
  /** What is to be reached; absent where a figure only informs. */
  readonly target?: number;
  /** For rates of failure: the target is an upper limit. */
  readonly lowerIsBetter?: boolean;
  /** How many items the figure is an average over. */
  readonly items: number;
  readonly note?: string;
}

type TargetVerdict = 'met' | 'missed' | 'none';

/** A figure over no items proves nothing, so it never meets a target. */
export function judgeTarget(row: EvaluationRow): TargetVerdict {
  if (row.target === undefined) return 'none';
  if (row.items === 0 || !Number.isFinite(row.ours)) return 'missed';
  const met = row.lowerIsBetter === true ? row.ours <= row.target : row.ours >= row.target;
  return met ? 'met' : 'missed';
}

/** A Markdown table of the figures, and under it the targets that were missed. */
export function renderEvaluationTable(rows: readonly EvaluationRow[]): string {
  const cells = rows.map((row) => [
    row.set,
    row.measure,
    formatFigure(row.ours),
    row.others.map((other) => `${other.system} ${formatFigure(other.value)}`).join(', '),
    formatTarget(row),
    String(row.items),
    row.note ?? '',
  ]);
  const table = renderMarkdownTable(['set', 'measure', 'ours', 'others', 'target', 'items', 'note'], cells);
  const missed = rows.filter((row) => judgeTarget(row) === 'missed');
  const withTarget = rows.filter((row) => row.target !== undefined).length;
  if (withTarget === 0) return `${table}\n`;
  if (missed.length === 0) return `${table}\n\nAll ${withTarget} targets are met.\n`;
  const list = missed.map(
    (row) => `- ${row.set}: ${row.measure} is ${formatFigure(row.ours)}, target ${targetOf(row)}`,
  );
  return `${table}\n\n${missed.length} of ${withTarget} targets are missed:\n${list.join('\n')}\n`;
}

/** The same figures for programs. */
export function evaluationToJson(rows: readonly EvaluationRow[]) {
  return rows.map((row) => ({
    set: row.set,
    measure: row.measure,
    ours: Number.isFinite(row.ours) ? row.ours : null,
    others: row.others,
    target: row.target ?? null,
    lowerIsBetter: row.lowerIsBetter === true,
    verdict: judgeTarget(row),
    items: row.items,
    note: row.note ?? null,
  }));
}

/** A Markdown table whose columns line up also where Markdown is not rendered. */
export function renderMarkdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const safeRows = rows.map((row) => row.map((cell) => cell.replaceAll('|', '\\|').replace(/\s+/g, ' ')));
  const widths = head.map((title, column) =>
    Math.max(3, title.length, ...safeRows.map((row) => (row[column] ?? '').length)),
  );
  const renderLine = (cells: readonly string[]) =>
    `| ${widths.map((width, column) => (cells[column] ?? '').padEnd(width)).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [renderLine(head), rule, ...safeRows.map(renderLine)].join('\n');
}

function formatTarget(row: EvaluationRow): string {
  if (row.target === undefined) return '';
  return `${targetOf(row)} ${judgeTarget(row)}`;
}

function targetOf(row: EvaluationRow): string {
  return row.target === undefined ? '' : `${row.lowerIsBetter === true ? '<=' : '>='} ${formatFigure(row.target)}`;
}

/** Three decimals; `n/a` for what is no number. */
export function formatFigure(value: number): string {
  return Number.isFinite(value) ? value.toFixed(3) : 'n/a';
}
