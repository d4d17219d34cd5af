import type { StatementKind } from '../../core/statement.ts';
import { lengthClass, mix, QUESTION } from './feature-places.ts';
import type { TokenRange } from './noun-phrases.ts';
import { COARSE } from './token-signs.ts';
import { num, type UnitView } from './unit-view.ts';

/** A part of a content, judged by all that is known of it. */
export interface KeepView {
  readonly at: number;
  readonly kind: StatementKind;
  /** How likely the cue and, given it, the span are. */
  readonly cue: number;
  readonly span: number;
  readonly part: TokenRange;
  readonly index: number;
  readonly count: number;
  /** How it lies to the parts of other cues. */
  readonly neighbours: number;
}

/** Places of the features that decide what is kept. A power of two. */
export const KEEP_PLACES = 1 << 14;

const KIND_NUMBER: Readonly<Record<StatementKind, number>> = { direct: 1, mixed: 2, indirect: 3 };

/** Whether a part of a content is kept. */
export function keepFeatures(view: UnitView, one: KeepView): number[] {
  const { signs, rules, unit } = view;
  const { kind, coarse } = signs;
  const rule = rules.get(one.at);
  const frame = rule?.frame ?? 0;
  const type = KIND_NUMBER[one.kind];
  const cue = logitStep(one.cue);
  const span = logitStep(one.span);
  const joint = logitStep(one.cue * one.span);
  const { from, to } = one.part;
  const side = from > one.at ? 1 : 2;
  const place = type * 16 + side * 4 + Math.min(2, one.index);
  const length = lengthClass(to - from);
  const quoteFirst = num(coarse, from) === COARSE.quotation ? 1 : 0;
  const quoteLast = num(coarse, to - 1) === COARSE.quotation ? 1 : 0;
  const ruled =
    rule === undefined
      ? 0
      : rule.parts.some((part) => part.from === from && part.to === to)
        ? 3
        : rule.parts.some((part) => part.from === from || part.to === to)
          ? 2
          : 1;
  const { neighbours } = one;
  const q = QUESTION.keep;
  const features = [
    mix(q, type),
    mix(q + 1, type, cue),
    mix(q + 2, type, span),
    mix(q + 3, type, joint),
    mix(q + 4, joint),
    mix(q + 5, cue, span),
    mix(q + 6, type, neighbours),
    mix(q + 7, neighbours, joint >> 1),
    mix(q + 8, neighbours & 15, type, joint >> 1),
    mix(q + 9, neighbours >> 4, type, joint >> 1),
    mix(q + 10, place),
    mix(q + 11, place, one.count),
    mix(q + 12, place, joint >> 1),
    mix(q + 13, type, length),
    mix(q + 14, type, length, joint >> 1),
    mix(q + 15, type, quoteFirst + 2 * quoteLast, side),
    mix(q + 16, type, quoteFirst + 2 * quoteLast, joint >> 1),
    mix(q + 17, type, ruled),
    mix(q + 18, type, ruled, joint >> 1),
    mix(q + 19, type, frame),
    mix(q + 20, frame, ruled),
    mix(q + 21, type, num(kind, from)),
    mix(q + 22, type, num(coarse, to)),
    mix(q + 23, type, unit.heading || unit.first ? 1 : 0),
    mix(q + 24, type, num(signs.quotation, to - 1)),
    mix(q + 25, type, num(signs.quotation, from)),
  ];
  return features.map((place) => place & (KEEP_PLACES - 1));
}

function logitStep(probability: number): number {
  const bounded = Math.min(0.998, Math.max(0.002, probability));
  return Math.round(Math.log(bounded / (1 - bounded)) * 2) + 16;
}
