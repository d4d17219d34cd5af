import type { StatementKind } from '../../core/statement.ts';
import type { Span } from '../../core/text/span.ts';
import type { TokenRange } from './noun-phrases.ts';

/** One cue with what it attributes and to whom, as the words of one unit tell. */
export interface Attribution {
  /** The parts of the content, in order; a part is a stretch without a gap. */
  readonly contents: readonly Span[];
  readonly cue: Span;
  /** Lemma of the verb, or "according to" and the like. */
  readonly lemma: string;
  /** How the content stands to the cue; for choosing and for explaining. */
  readonly frame: string;
  /** The words that name the speaker; absent where none stand here. */
  readonly source?: TokenRange;
  /** Whoever was told: an outlet, perhaps. */
  readonly addressee?: TokenRange;
  /** Where it is not what the contents alone tell: parts that say nothing were left out. */
  readonly kind?: StatementKind;
  /** The unit ends in a colon: the content is what follows. */
  readonly opensNext?: boolean;
}
