import { type SelectiveCurve, type SelectivePoint, traceSelectiveCurve } from './metrics/selective-curve.ts';
import type { ItemOutcome } from './outcome.ts';
import { formatFigure, renderMarkdownTable } from './report.ts';

/** The curve of a set, or of a part of it. */
export interface NamedCurve {
  readonly set: string;
  readonly part?: string;
  /** Whether the desk gave confidences: without them the curve has one point between its ends. */
  readonly hasConfidence: boolean;
  readonly curve: SelectiveCurve;
}

/** One curve for each set, and part of a set, in which questions may be refused. */
export function traceCurves(outcomes: readonly ItemOutcome[]): NamedCurve[] {
  const groups = new Map<string, ItemOutcome[]>();
  for (const outcome of outcomes) {
    if (outcome.selective === undefined) continue;
    const key = `${outcome.set} ${outcome.part ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), outcome]);
  }
  return [...groups.values()].flatMap((group) => {
    const items = group.flatMap(({ selective }) => selective ?? []);
    const curve = traceSelectiveCurve(items);
    const [first] = group;
    if (first === undefined || curve === undefined) return [];
    const hasConfidence = items.some(({ confidence }) => confidence !== undefined);
    return [{ set: first.set, ...(first.part === undefined ? {} : { part: first.part }), hasConfidence, curve }];
  });
}

/** Rows of the table: enough to see the shape. */
const SHOWN_POINTS = 11;
const PLOT_WIDTH = 51;
const PLOT_HEIGHT = 13;

/** The curve as a table and a plot, in Markdown. */
export function renderCurve({ set, part, hasConfidence, curve }: NamedCurve): string {
  const title = `### ${[set, part].filter((name) => name !== undefined).join(', ')}: wrong answers against wrong refusals`;
  const head = ['', 'confidence', 'answered', 'wrong answers', 'wrongly refused', 'wrong of the answered'];
  const lines = [
    ['desk', '', ...figuresOf(curve.desk)],
    ...(hasConfidence ? thinOut(curve.points) : []).map((point) => [
      '',
      point.threshold === undefined ? '' : `>= ${formatFigure(point.threshold)}`,
      ...figuresOf(point),
    ]),
  ];
  const area = `Area under the curve of risk over coverage: ${formatFigure(curve.area)} (best order ${formatFigure(curve.bestArea)}, chance ${formatFigure(curve.chanceArea)}; ${curve.items} questions).`;
  const table = renderMarkdownTable(head, lines);
  if (!hasConfidence) return `${title}\n\n${table}\n\nThe answers carry no confidence, so there is no curve to draw.\n`;
  return `${title}\n\n${table}\n\n${area}\n\n${plot(curve)}\n`;
}

/** The same for programs, every point of it. */
export function curveToJson({ set, part, hasConfidence, curve }: NamedCurve) {
  return {
    set,
    part: part ?? null,
    hasConfidence,
    area: curve.area,
    bestArea: curve.bestArea,
    chanceArea: curve.chanceArea,
    items: curve.items,
    desk: pointToJson(curve.desk),
    points: curve.points.map(pointToJson),
  };
}

function pointToJson(point: SelectivePoint) {
  return { ...point, threshold: point.threshold ?? null };
}

function figuresOf({ coverage, wrongAnswers, wrongRefusals, risk }: SelectivePoint): string[] {
  return [coverage, wrongAnswers, wrongRefusals, risk].map(formatFigure);
}

/** The points nearest to even steps of coverage. */
function thinOut(points: readonly SelectivePoint[]): SelectivePoint[] {
  const kept = new Set<SelectivePoint>();
  for (let step = 0; step < SHOWN_POINTS; step += 1) {
    const wanted = step / (SHOWN_POINTS - 1);
    const distance = (point: SelectivePoint) => Math.abs(point.coverage - wanted);
    const [first, ...others] = points;
    if (first !== undefined)
      kept.add(others.reduce((best, one) => (distance(one) < distance(best) ? one : best), first));
  }
  return points.filter((point) => kept.has(point));
}

/** Wrong answers upwards, wrong refusals to the right; `*` the curve, `D` what the desk does now. */
function plot(curve: SelectiveCurve): string {
  const highest = Math.max(0.1, ...curve.points.map(({ wrongAnswers }) => wrongAnswers));
  const rows = Array.from({ length: PLOT_HEIGHT }, () => new Array<string>(PLOT_WIDTH).fill(' '));
  const put = ({ wrongAnswers, wrongRefusals }: SelectivePoint, mark: string) => {
    const row = rows[Math.round((1 - wrongAnswers / highest) * (PLOT_HEIGHT - 1))];
    if (row !== undefined) row[Math.round(wrongRefusals * (PLOT_WIDTH - 1))] = mark;
  };
  for (const point of curve.points) put(point, '*');
  put(curve.desk, 'D');
  const lines = rows.map((row, at) => {
    const label = at === 0 ? formatFigure(highest) : at === PLOT_HEIGHT - 1 ? formatFigure(0) : '';
    return `${label.padStart(5)} |${row.join('').trimEnd()}`;
  });
  const axis = `${' '.repeat(6)}+${'-'.repeat(PLOT_WIDTH)}`;
  const scale = `${' '.repeat(7)}0${'wrongly refused'.padStart(33).padEnd(PLOT_WIDTH - 2)}1`;
  return ['```text', 'wrong answers (* by confidence, D the desk as it is)', ...lines, axis, scale, '```'].join('\n');
}
