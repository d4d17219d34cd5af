import type { Span } from './text/span.ts';

export type StatementKind = 'direct' | 'mixed' | 'indirect';

/** A person or body as far as the document tells. */
export interface SpeakerIdentity {
  /** Full name as the document gives it ("Charlie Dai", "European Commission"). */
  readonly name?: string;
  /** "Principal Analyst". */
  readonly role?: string;
  /** "Forrester". */
  readonly organisation?: string;
}

/** The words that name the speaker at this place ("Gogia", "he"), and whom they resolve to. */
export interface Speaker extends Span, SpeakerIdentity {
  readonly text: string;
}

export interface Cue extends Span {
  readonly text: string;
}

/** Who said what. Offsets count in the document's normalised text. */
export interface Statement extends Span {
  /** The content that is attributed. */
  readonly text: string;
  readonly kind: StatementKind;
  /** Absent where the text does not tell, or not clearly. */
  readonly speaker?: Speaker;
  readonly cue?: Cue;
  /** The outlet it came through ("told Reuters"). */
  readonly via?: string;
  /** The text goes on with an earlier statement without naming its speaker again. */
  readonly carried: boolean;
}
