import { lengthClass, mix, QUESTION } from './feature-places.ts';
import { COARSE, hashWord } from './token-signs.ts';
import type { Token } from './tokens.ts';
import { num, type UnitView } from './unit-view.ts';

/** Whether the token at `at` attributes something. */
export function cueFeatures(view: UnitView, at: number): number[] {
  const { signs, rules, unit } = view;
  const { word, lemma, kind, coarse } = signs;
  const rule = rules.get(at);
  const group = num(view.groupFrom, at);
  const l = num(lemma, at);
  const k = num(kind, at);
  const w = num(word, at);
  const p1 = num(kind, at - 1);
  const p2 = num(kind, at - 2);
  const g1 = num(kind, group - 1);
  const gc = num(coarse, group - 1);
  const n1 = num(kind, at + 1);
  const n2 = num(kind, at + 2);
  const nc1 = num(coarse, at + 1);
  const nc2 = num(coarse, at + 2);
  const auxiliary = group < at ? num(word, group) : 0;
  const q = QUESTION.cue;
  const place = (unit.heading ? 1 : 0) + (unit.first ? 2 : 0);
  const quotation = nearestQuotation(view, at);
  const token = unit.tokens[at] as Token;
  const ending = hashWord(token.lower.slice(-3));
  const features = [
    mix(q, 1),
    mix(q + 1, l),
    mix(q + 2, w),
    mix(q + 3, k),
    mix(q + 4, l, n1),
    mix(q + 5, l, p1),
    mix(q + 6, l, g1),
    mix(q + 7, l, gc, nc1),
    mix(q + 8, l, nc1, nc2),
    mix(q + 9, l, n1, n2),
    mix(q + 10, k, g1, n1),
    mix(q + 11, k, gc, nc1),
    mix(q + 12, k, p1, p2),
    mix(q + 13, k, n1, n2),
    mix(q + 14, ending, n1),
    mix(q + 15, ending, gc),
    mix(q + 16, l, quotation),
    mix(q + 17, k, quotation),
    mix(q + 18, l, place),
    mix(q + 19, k, auxiliary),
    mix(q + 20, l, auxiliary),
    mix(q + 21, num(word, at - 1), l),
    mix(q + 22, num(word, at + 1), l),
    mix(q + 23, p1, n1),
    mix(q + 24, num(word, group - 1), k),
    mix(q + 25, num(lemma, at + 1), k),
    mix(q + 26, num(coarse, 0), l),
    mix(q + 27, num(kind, 0), k),
    mix(q + 28, token.capital ? 1 : 0, k, at === 0 ? 1 : 0),
    mix(q + 29, num(lemma, group - 1)),
    mix(q + 30, thatAhead(view, at), l),
    mix(q + 31, thatAhead(view, at), k, gc),
    mix(q + 32, num(coarse, group - 1), num(coarse, group - 2), k),
    mix(q + 33, num(signs.quotation, at + 1), l),
    mix(q + 34, num(signs.quotation, at - 1), k),
    mix(q + 35, num(lemma, group - 1), l),
    mix(q + 36, num(word, at + 1), num(word, at + 2), k),
  ];
  if (rule === undefined) {
    features.push(mix(q + 40, 1), mix(q + 41, k), mix(q + 42, l));
  } else {
    const content = rule.parts[0];
    const length = content === undefined ? 0 : lengthClass(content.to - content.from);
    const opens = content === undefined ? 0 : num(kind, content.from);
    const marks = rule.attribution.frame.includes('+') ? hashWord(rule.attribution.frame) : 0;
    features.push(
      mix(q + 43, rule.frame),
      mix(q + 44, rule.frame, l),
      mix(q + 45, rule.frame, rule.source),
      mix(q + 46, rule.source, l),
      mix(q + 47, rule.source),
      mix(q + 48, rule.frame, length),
      mix(q + 49, rule.frame, opens),
      mix(q + 50, marks),
      mix(q + 51, l, length),
      mix(q + 52, rule.parts.length, rule.frame),
      mix(q + 53, rule.attribution.addressee === undefined ? 0 : 1, l),
      mix(q + 54, rule.frame, auxiliary),
      mix(q + 55, rule.frame, place),
    );
  }
  return features;
}

/** How far "that" stands behind a cue; 0 where it does not soon. */
function thatAhead(view: UnitView, at: number): number {
  const { tokens } = view.unit;
  for (let i = at + 1; i < Math.min(tokens.length, at + 8); i++) {
    const token = tokens[i] as Token;
    if (token.lower === 'that') return i - at < 3 ? i - at : 3;
    if (token.kind === 'mark') return 0;
  }
  return 0;
}

/** Where the nearest quotation stands: right before or behind, soon behind, in the unit, nowhere. */
function nearestQuotation(view: UnitView, at: number): number {
  const { coarse } = view.signs;
  if (coarse[at + 1] === COARSE.quotation) return 1;
  if (coarse[at - 1] === COARSE.quotation) return 2;
  const behind = num(view.quotationsBefore, Math.min(coarse.length, at + 8)) - num(view.quotationsBefore, at);
  if (behind > 0) return 3;
  if (num(view.quotationsBefore, coarse.length) > 0) return 4;
  return 0;
}
