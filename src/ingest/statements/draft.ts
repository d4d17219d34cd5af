import type { StatementKind } from '../../core/statement.ts';
import type { Span } from '../../core/text/span.ts';
import type { TokenRange } from './noun-phrases.ts';
import type { Token } from './tokens.ts';

/** A statement before its speaker is resolved. */
export interface Draft {
  readonly content: Span;
  readonly kind: StatementKind;
  readonly cue?: Span;
  /** The words that name the speaker, here or (carried) earlier. */
  readonly source?: Span;
  readonly addressee?: Span;
  /** The outlet that it came through, where the words around it name one. */
  readonly outlet?: string;
  readonly unit: number;
  readonly carried: boolean;
  /** Lemma and frame, for choosing and explaining. */
  readonly frame: string;
}

/** The frame of a sentence without a cue that goes on with the statement before it. */
export const CARRIED_SENTENCE = 'carried/sentence';

/** Where a range of tokens stands in the text. */
export function spanOf(tokens: readonly Token[], range: TokenRange | undefined): Span | undefined {
  if (range === undefined) return undefined;
  const first = tokens[range.from];
  const last = tokens[range.to - 1];
  return first === undefined || last === undefined ? undefined : { start: first.start, end: last.end };
}
