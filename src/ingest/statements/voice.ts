import type { Span } from '../../core/text/span.ts';
import type { Attribution } from './attribution.ts';
import { type Draft, spanOf } from './draft.ts';
import { personSubject } from './person-subject.ts';
import { mainSubject } from './subjects.ts';
import type { Unit } from './tokens.ts';
import { PERSON_PRONOUNS } from './word-classes.ts';

/** Who has the word, sentence by sentence: what a quotation without a cue may be carried from. */
export interface Voice {
  /** The words that name the speaker from whom a pure quotation in unit `index` goes on. */
  before(index: number): Span | undefined;
  /** Takes note of a unit, in the order of the text. */
  hear(unit: Unit, index: number, at: { drafts: readonly Draft[]; attributions: readonly Attribution[] }): void;
}

interface LastVoice {
  readonly source: Span;
  readonly unit: number;
  readonly block: number;
  /** The paragraph ended inside a quotation. */
  readonly open: boolean;
  readonly quoted: boolean;
}

export function createVoice(units: readonly Unit[]): Voice {
  let last: LastVoice | undefined;
  /** The speaker whom a unit that ends in a colon announces. */
  let announced: { readonly source: Span | undefined; readonly unit: number } | undefined;
  return {
    before: (index) => {
      const unit = units[index];
      if (unit === undefined) return undefined;
      if (announced !== undefined && announced.unit === index - 1) return announced.source;
      if (last === undefined) return undefined;
      if (last.block === unit.block) return last.unit === index - 1 || last.quoted ? last.source : undefined;
      if (last.block !== units[index - 1]?.block) return undefined;
      // Across paragraphs only from a quotation: left open, or the last words of the paragraph before.
      return last.open || (last.quoted && last.unit === index - 1) ? last.source : undefined;
    },
    hear: (unit, index, at) => {
      last = lastVoice(unit, index, at);
      const opens = at.attributions.find((one) => one.opensNext === true);
      const announces = opens !== undefined || unit.tokens.at(-1)?.text === ':';
      announced = announces ? { source: spanOf(unit.tokens, opens?.source) ?? last?.source, unit: index } : undefined;
    },
  };
}

function lastVoice(
  unit: Unit,
  index: number,
  at: { drafts: readonly Draft[]; attributions: readonly Attribution[] },
): LastVoice | undefined {
  const { tokens } = unit;
  const named = at.drafts.findLast((draft) => draft.source !== undefined)?.source;
  const source = named ?? spanOf(tokens, at.attributions.findLast((one) => one.source !== undefined)?.source);
  const open = unit.quotations.at(-1)?.closeLength === 0;
  const common = { unit: index, block: unit.block, open, quoted: unit.quotations.length > 0 };
  if (source !== undefined) return { ...common, source };
  const subject = personSubject(unit, { start: unit.end, end: unit.end }) ?? mainSubject(tokens, 0, tokens.length);
  const first = subject === undefined ? undefined : tokens[subject.from];
  const span = spanOf(tokens, subject);
  const speaks = first !== undefined && (first.capital || PERSON_PRONOUNS.has(first.lower));
  return span !== undefined && speaks ? { ...common, source: span } : undefined;
}
