import type { Sentence } from '../../core/document.ts';
import type { Statement, StatementKind } from '../../core/statement.ts';
import type { Span } from '../../core/text/span.ts';
import { type Attribution, readAttributions } from './attributions.ts';
import type { Quotation } from './quotations.ts';
import type { Token, Unit } from './tokens.ts';
import { readUnits } from './units.ts';

/** A quotation of fewer words stands for a term or a name unless a cue governs it. Tuned on PolNeAR train. */
const FEWEST_QUOTED_WORDS = 4;

export interface StatementSource {
  readonly text: string;
  readonly sentences: readonly Sentence[];
  readonly publisher?: string;
  readonly author?: string;
  /** BCP 47 tag. */
  readonly language?: string;
}

/** Who said what in a document, in the order of the text. Spans count in `text`. */
export function extractStatements(document: StatementSource): Statement[] {
  const { text } = document;
  const units = readUnits(document);
  const statements: Statement[] = [];
  for (const unit of units) {
    for (const attribution of readAttributions(unit)) statements.push(...toStatements(text, unit, attribution));
  }
  return statements.sort((a, b) => a.start - b.start || a.end - b.end);
}

function toStatements(text: string, unit: Unit, attribution: Attribution): Statement[] {
  const kind = kindOf(attribution.contents, unit.quotations);
  const { source, cue } = attribution;
  const first = source === undefined ? undefined : unit.tokens[source.from];
  const last = source === undefined ? undefined : unit.tokens[source.to - 1];
  const speaker = first === undefined || last === undefined ? undefined : readSpeaker(text, { first, last });
  return attribution.contents.map((content) => ({
    start: content.start,
    end: content.end,
    text: text.slice(content.start, content.end),
    kind,
    speaker,
    cue: { start: cue.start, end: cue.end, text: text.slice(cue.start, cue.end) },
    carried: false,
    ...({ debug: `${attribution.lemma}/${attribution.frame}` } as object),
  }));
}

function readSpeaker(text: string, at: { first: Token; last: Token }) {
  const { start } = at.first;
  const { end } = at.last;
  return { start, end, text: text.slice(start, end), name: text.slice(start, end) };
}

/** `direct` from 90 % of the content's characters in quotation marks on, `mixed` with some, else `indirect`. */
export function kindOf(contents: readonly Span[], quotations: readonly Quotation[]): StatementKind {
  let inside = 0;
  let all = 0;
  for (const content of contents) {
    all += content.end - content.start;
    for (const one of quotations) inside += Math.max(0, Math.min(one.end, content.end) - Math.max(one.start, content.start));
  }
  if (inside === 0) return 'indirect';
  return inside >= all * 0.9 ? 'direct' : 'mixed';
}

export { FEWEST_QUOTED_WORDS };
