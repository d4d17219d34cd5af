import { distanceClass, lengthClass, mix, QUESTION } from './feature-places.ts';
import { aheadQuotation, cueEdges, segmentAfter, sinceQuotation } from './part-surroundings.ts';
import { COARSE } from './token-signs.ts';
import { num, OUTSIDE, type UnitView } from './unit-view.ts';

/** What was read of a cue's content so far. */
export interface PartState {
  /** The token of the cue. */
  readonly cue: number;
  /** Parts of the content already chosen. */
  readonly count: number;
  /** First token after the last part chosen; 0 before the first. */
  readonly after: number;
}

/** Whether a part of the content begins at token `from`. */
export function startFeatures(view: UnitView, state: PartState, from: number): number[] {
  const { signs, rules } = view;
  const { word, lemma, kind, coarse } = signs;
  const { cue } = state;
  const rule = rules.get(cue);
  const right = from > cue;
  const l = num(lemma, cue);
  const ck = num(kind, cue);
  const k = num(kind, from);
  const c = num(coarse, from);
  const p = num(kind, from - 1);
  const pc = num(coarse, from - 1);
  const side = (right ? 1 : 2) + 4 * Math.min(2, state.count);
  const distance = right ? distanceClass(from - cue) : distanceClass(cue - from) + 20;
  const low = Math.min(from, cue);
  const high = Math.max(from, cue);
  const commas = Math.min(3, num(view.commasBefore, high) - num(view.commasBefore, low));
  const quotations = Math.min(2, num(view.quotationsBefore, high) - num(view.quotationsBefore, low));
  const verbs = Math.min(3, num(view.verbsBefore, high) - num(view.verbsBefore, low + 1));
  const n1 = num(kind, cue + 1);
  const nc1 = num(coarse, cue + 1);
  const frame = rule?.frame ?? 0;
  const part = rule?.parts.findIndex((one) => one.from === from) ?? -1;
  const inSource =
    rule?.sourceRange !== undefined && from >= rule.sourceRange.from && from < rule.sourceRange.to
      ? from === rule.sourceRange.from
        ? 2
        : 1
      : 0;
  const fromStart = from === 0 ? 0 : num(coarse, 0) > 6 ? Math.min(3, from) : Math.min(3, from) + 4;
  const frameOfCue = cueEdges(view, cue);
  const sinceLast = state.count === 0 ? 0 : distanceClass(from - state.after) + 1;
  const q = QUESTION.start;
  return [
    mix(q, side, distance),
    mix(q + 1, side, k),
    mix(q + 2, side, p),
    mix(q + 3, side, k, p),
    mix(q + 4, l, distance),
    mix(q + 5, l, k, side),
    mix(q + 6, l, p, side),
    mix(q + 7, ck, distance),
    mix(q + 8, ck, c, distance),
    mix(q + 9, ck, k, p),
    mix(q + 10, side, commas, quotations),
    mix(q + 11, side, verbs, c),
    mix(q + 12, n1, distance),
    mix(q + 13, n1, k, side),
    mix(q + 14, nc1, side, pc),
    mix(q + 15, l, n1, distance),
    mix(q + 16, part + 2, side),
    mix(q + 17, part + 2, frame, state.count),
    mix(q + 18, part + 2, l),
    mix(q + 19, rule === undefined ? 1 : 0, distance),
    mix(q + 20, inSource, side, c),
    mix(q + 21, fromStart, side),
    mix(q + 22, fromStart, side, n1),
    mix(q + 23, num(word, from), num(word, from - 1)),
    mix(q + 24, num(kind, from - 2), p, c),
    mix(q + 25, k, num(kind, from + 1), side),
    mix(q + 26, sinceLast, side),
    mix(q + 27, sinceLast, p, c),
    mix(q + 28, num(lemma, from), side),
    mix(q + 29, frame, k, side),
    mix(q + 30, quotations, c, side),
    mix(q + 34, num(signs.quotation, from), side, l),
    mix(q + 35, num(signs.quotation, from), p, n1),
    mix(q + 36, aheadQuotation(view, from), c, side),
    mix(q + 37, aheadQuotation(view, from), ck, distance),
    mix(q + 38, frameOfCue, side, fromStart),
    mix(q + 39, frameOfCue, side, k),
    mix(q + 40, frameOfCue, distance),
    mix(q + 41, frameOfCue, num(kind, 0), side),
    mix(q + 42, frameOfCue, num(word, 0), fromStart + 10 * side),
    mix(q + 31, frame, distance),
    mix(q + 32, num(word, from - 1), distance),
    mix(q + 33, pc, verbs, commas + 4 * side),
  ];
}

/** Whether the content has no further part. */
export function stopFeatures(view: UnitView, state: PartState): number[] {
  const { signs, rules, unit } = view;
  const { lemma, kind, coarse } = signs;
  const { cue, after } = state;
  const rule = rules.get(cue);
  const next = state.count === 0 ? cue + 1 : Math.max(after, cue + 1);
  const side = after > cue ? 1 : 2;
  const q = QUESTION.stop;
  const rest = distanceClass(unit.tokens.length - next);
  return [
    mix(q, state.count, side),
    mix(q + 1, state.count, num(kind, next), side),
    mix(q + 2, state.count, num(lemma, cue)),
    mix(q + 3, rule?.parts.length ?? 9, state.count),
    mix(q + 4, rule?.parts.length ?? 9, state.count, rule?.frame ?? 0),
    mix(q + 5, side, num(kind, next), num(kind, next + 1)),
    mix(q + 6, side, rest),
    mix(q + 7, side, num(coarse, next), num(coarse, next + 1)),
    mix(q + 8, num(kind, cue), num(coarse, next), side),
    mix(q + 9, state.count, num(coarse, cue + 1), side),
    mix(q + 10, num(kind, cue), num(kind, cue + 1), side),
    mix(q + 12, cueEdges(view, cue), state.count, side),
    mix(q + 13, cueEdges(view, cue), num(coarse, next), side),
    mix(q + 11, side, num(view.quotationsBefore, unit.tokens.length) - num(view.quotationsBefore, next) > 0 ? 1 : 0),
  ];
}

/** Whether the part that begins at `from` ends with token `last`. */
export function endFeatures(view: UnitView, state: PartState, range: { from: number; last: number }): number[] {
  const { signs, rules, unit } = view;
  const { word, lemma, kind, coarse } = signs;
  const { cue } = state;
  const { from, last } = range;
  const rule = rules.get(cue);
  const right = from > cue;
  const side = right ? 1 : 2;
  const l = num(lemma, cue);
  const k = num(kind, last);
  const c = num(coarse, last);
  const n1 = num(kind, last + 1);
  const n2 = num(kind, last + 2);
  const nc1 = num(coarse, last + 1);
  const nc2 = num(coarse, last + 2);
  const nc3 = num(coarse, last + 3);
  const length = lengthClass(last - from + 1);
  const commas = Math.min(3, num(view.commasBefore, last + 1) - num(view.commasBefore, from));
  const dashes = Math.min(3, num(view.dashesBefore, last + 1) - num(view.dashesBefore, from));
  const verbs = Math.min(2, num(view.verbsBefore, last + 1) - num(view.verbsBefore, from));
  const brackets = num(view.bracketsBefore, last + 1) - num(view.bracketsBefore, from);
  const quotations = Math.min(2, num(view.quotationsBefore, last + 1) - num(view.quotationsBefore, from));
  const opens = num(kind, from);
  const oc = num(coarse, from);
  const part = rule?.parts.find((one) => one.from === from) ?? rule?.parts[0];
  const ruled = part === undefined ? 0 : part.to === last + 1 ? 1 : last + 1 < part.to ? 2 : 3;
  const frame = rule?.frame ?? 0;
  const restTokens = unit.tokens.length - last - 1;
  const rest = Math.min(3, restTokens);
  const gap = right ? OUTSIDE : cue - last;
  const toCue = gap > 6 ? 6 : gap;
  const atSource = rule?.sourceRange === undefined ? 0 : Math.min(4, Math.max(0, rule.sourceRange.from - last));
  const openComma = commas === 0 ? num(coarse, from - 1) === COARSE.comma : false;
  const q = QUESTION.end;
  const features = [
    mix(q, side, rest),
    mix(q + 1, n1, side),
    mix(q + 2, n1, n2),
    mix(q + 3, k, n1),
    mix(q + 4, c, nc1, nc2),
    mix(q + 5, nc1, nc2, nc3),
    mix(q + 6, length, oc, side),
    mix(q + 7, opens, length),
    mix(q + 8, opens, n1, verbs),
    mix(q + 9, opens, n1, n2),
    mix(q + 10, l, n1, side),
    mix(q + 11, l, length),
    mix(q + 12, l, rest, side),
    mix(q + 13, ruled, side),
    mix(q + 14, ruled, frame),
    mix(q + 15, ruled, n1, frame),
    mix(q + 16, ruled, l),
    mix(q + 17, ruled, n1, n2),
    mix(q + 18, commas, n1, n2),
    mix(q + 19, commas, dashes, nc1),
    mix(q + 20, verbs, nc1, oc),
    mix(q + 21, brackets, nc1),
    mix(q + 22, quotations, c, nc1),
    mix(q + 23, quotations, k, n1),
    mix(q + 24, toCue, side, nc1),
    mix(q + 25, atSource, side, nc1),
    mix(q + 26, num(word, last + 1), num(word, last + 2)),
    mix(q + 27, num(word, last + 1), verbs, side),
    mix(q + 28, num(word, last), n1),
    mix(q + 29, frame, n1, n2),
    mix(q + 30, frame, n1, length),
    mix(q + 31, num(kind, cue), n1, oc),
    mix(q + 32, openComma ? 1 : 0, n1, side),
    mix(q + 33, num(lemma, last + 1), nc2, side),
    mix(q + 34, n1, n2, num(kind, last + 3)),
    mix(q + 35, nc1, num(kind, last + 2), verbs),
    mix(q + 36, length, n1, side),
    mix(q + 37, rest === 3 ? distanceClass(restTokens) : rest, nc1, side),
    mix(q + 38, state.count, n1, side),
    mix(q + 39, k, n1, side),
  ];
  const afterQuotation = sinceQuotation(view, from, last);
  const ahead = segmentAfter(view, last + 1);
  const look = num(signs.quotation, last);
  features.push(
    mix(q + 60, afterQuotation, nc1, side),
    mix(q + 61, afterQuotation, n1, nc2),
    mix(q + 62, ahead, n1),
    mix(q + 63, ahead, n1, n2),
    mix(q + 64, ahead, num(word, last + 2), commas),
    mix(q + 65, look, n1, n2),
    mix(q + 66, look, num(signs.quotation, from), rest),
    mix(q + 67, look, l),
    mix(q + 68, look, frame, nc1),
    mix(q + 69, quotations, aheadQuotation(view, last + 1), nc1),
    mix(q + 70, num(word, last + 1), num(word, last + 2), num(kind, last + 3)),
    mix(q + 71, num(kind, last - 1), k, n1),
    mix(q + 72, l, n1, n2),
  );
  if (ruled === 2 && part !== undefined) features.push(mix(q + 50, distanceClass(part.to - last - 1), nc1));
  if (ruled === 3 && part !== undefined) features.push(mix(q + 51, distanceClass(last + 1 - part.to), nc1));
  return features;
}
