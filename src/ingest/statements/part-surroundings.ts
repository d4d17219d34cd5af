import { distanceClass } from './feature-places.ts';
import { COARSE } from './token-signs.ts';
import { num, OUTSIDE, type UnitView } from './unit-view.ts';

/** What stands before the speaker and after the cue: a cue between two marks is put into its content. */
export function cueEdges(view: UnitView, cue: number): number {
  const { coarse, quotation } = view.signs;
  const range = view.rules.get(cue)?.sourceRange;
  const from = range === undefined || range.from > cue ? num(view.groupFrom, cue) : range.from;
  const edge = (at: number): number => {
    const c = num(coarse, at);
    return c === COARSE.quotation
      ? 1
      : c === COARSE.comma
        ? 2
        : c === COARSE.dash
          ? 3
          : c === COARSE.stop
            ? 4
            : c === OUTSIDE
              ? 5
              : 0;
  };
  const behind = range !== undefined && range.from > cue ? range.to : cue + 1;
  const first = edge(behind);
  const second = first === 2 || first === 3 ? edge(behind + 1) : 0;
  const lower = second === 1 && num(quotation, behind + 1) > 30 ? 1 : 0;
  return 1 + edge(from - 1) + 6 * (first + 6 * (second + 6 * lower)) + (range === undefined ? 1000 : 0);
}

/** How many tokens of the part follow its last quotation; 0 where it has none. */
export function sinceQuotation(view: UnitView, from: number, last: number): number {
  for (let at = last; at >= from && last - at < 12; at--)
    if (view.signs.coarse[at] === COARSE.quotation) return 1 + distanceClass(last - at);
  return 0;
}

/** Whether a quotation stands in the unit behind `from`, and how near. */
export function aheadQuotation(view: UnitView, from: number): number {
  const { coarse } = view.signs;
  const near = num(view.quotationsBefore, Math.min(coarse.length, from + 6)) - num(view.quotationsBefore, from);
  if (near > 0) return 1;
  return num(view.quotationsBefore, coarse.length) - num(view.quotationsBefore, Math.min(coarse.length, from)) > 0
    ? 2
    : 0;
}

/** What a comma or dash at `mark` opens: how long it is, whether it has a verb, how it closes. */
export function segmentAfter(view: UnitView, mark: number): number {
  const { coarse } = view.signs;
  const opens = coarse[mark];
  if (opens !== COARSE.comma && opens !== COARSE.dash) return 0;
  let at = mark + 1;
  while (at < coarse.length && at - mark < 40) {
    const c = coarse[at];
    if (c === COARSE.comma || c === COARSE.dash || c === COARSE.stop) break;
    at++;
  }
  const verbs = Math.min(2, num(view.verbsBefore, at) - num(view.verbsBefore, mark));
  const closes = at >= coarse.length ? 3 : coarse[at] === COARSE.stop ? 2 : 1;
  return 1 + distanceClass(at - mark) + 11 * (verbs + 3 * closes);
}
