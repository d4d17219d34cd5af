/** A question that may be refused, with what came out. */
export interface SelectiveItem {
  readonly answerable: boolean;
  readonly answered: boolean;
  /** Whether the answer is right; for a refusal, whether what it held back would have been. Unanswerable: false. */
  readonly isRight: boolean;
  /** 0 to 1, the surer the higher. Without one an answer counts as 1 and a refusal as 0. */
  readonly confidence?: number;
}

/** What comes out when everything at or above a threshold is answered and the rest is refused. */
export interface SelectivePoint {
  /** `undefined` where nothing is answered. */
  readonly threshold: number | undefined;
  /** Share of all questions that is answered. */
  readonly coverage: number;
  /** Share of the answers that is wrong; 0 where nothing is answered. */
  readonly risk: number;
  /** Wrong answers and answers to what cannot be answered, as a share of all questions. */
  readonly wrongAnswers: number;
  /** Refusals as a share of the answerable questions. */
  readonly wrongRefusals: number;
}

export interface SelectiveCurve {
  /** From answering nothing to answering everything, one point for every confidence that occurs. */
  readonly points: readonly SelectivePoint[];
  /** What the desk does now; its decision need not be one threshold. */
  readonly desk: SelectivePoint;
  /** Mean risk over all coverages (AURC, Geifman, Uziel and El-Yaniv 2019), 0 to 1, lower is better; ties count evenly. */
  readonly area: number;
  /** The same if every right one stood before every wrong one, and if the order were chance. */
  readonly bestArea: number;
  readonly chanceArea: number;
  readonly items: number;
}

/** `undefined` without items. */
export function traceSelectiveCurve(items: readonly SelectiveItem[]): SelectiveCurve | undefined {
  if (items.length === 0) return undefined;
  const groups = groupByConfidence(items);
  const points = [pointOf(items, [], undefined)];
  const taken: SelectiveItem[] = [];
  for (const [confidence, group] of groups) {
    taken.push(...group);
    points.push(pointOf(items, taken, confidence));
  }
  const isWrong = (item: SelectiveItem) => !(item.answerable && item.isRight);
  const errors = items.filter(isWrong).length;
  const sizes = groups.map(([, group]) => ({ size: group.length, errors: group.filter(isWrong).length }));
  return {
    points,
    desk: pointOf(
      items,
      items.filter(({ answered }) => answered),
      undefined,
    ),
    area: areaOf(sizes),
    bestArea: areaOf([
      { size: items.length - errors, errors: 0 },
      { size: errors, errors },
    ]),
    chanceArea: errors / items.length,
    items: items.length,
  };
}

/** Surest first. */
function groupByConfidence(items: readonly SelectiveItem[]): [number, SelectiveItem[]][] {
  const groups = new Map<number, SelectiveItem[]>();
  for (const item of items) {
    const confidence = item.confidence ?? Number(item.answered);
    groups.set(confidence, [...(groups.get(confidence) ?? []), item]);
  }
  return [...groups].sort(([a], [b]) => b - a);
}

function pointOf(
  all: readonly SelectiveItem[],
  answered: readonly SelectiveItem[],
  threshold: number | undefined,
): SelectivePoint {
  const answerable = all.filter((item) => item.answerable).length;
  const right = answered.filter((item) => item.answerable && item.isRight).length;
  const wrong = answered.length - right;
  const refusedAnswerable = answerable - answered.filter((item) => item.answerable).length;
  return {
    threshold,
    coverage: answered.length / all.length,
    risk: answered.length === 0 ? 0 : wrong / answered.length,
    wrongAnswers: wrong / all.length,
    wrongRefusals: answerable === 0 ? 0 : refusedAnswerable / answerable,
  };
}

/** Mean of the risk after each item; inside a group of equals its errors are spread evenly. */
function areaOf(groups: readonly { readonly size: number; readonly errors: number }[]): number {
  let seen = 0;
  let wrong = 0;
  let sum = 0;
  for (const { size, errors } of groups) {
    for (let at = 1; at <= size; at += 1) sum += (wrong + (errors * at) / size) / (seen + at);
    seen += size;
    wrong += errors;
  }
  return seen === 0 ? 0 : sum / seen;
}
