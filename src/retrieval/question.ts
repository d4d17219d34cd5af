/** What kind of words would answer. */
export type ExpectedAnswer =
  | { readonly kind: 'person' }
  | { readonly kind: 'place' }
  | { readonly kind: 'date' }
  | { readonly kind: 'amount'; readonly of: 'money' | 'share' | 'duration' | 'any' }
  /** A number of something: "how many customers". `noun` are its terms. */
  | { readonly kind: 'count'; readonly noun: readonly QuestionTerm[] }
  | { readonly kind: 'reason' }
  /** "which supercomputer": an instance of the class. */
  | { readonly kind: 'instance'; readonly noun: readonly QuestionTerm[] }
  | { readonly kind: 'claim' };

/** What the question asks to be told about speakers. */
export interface SpeakerQuestion {
  /** `said`: what did X say; `who`: who said it; `did`: whether X said anything. */
  readonly ask: 'said' | 'who' | 'did';
  /** The words that name the speaker, without titles and articles; absent: anybody. */
  readonly speaker?: string;
  /** A class instead of a name: "analysts", "officials". */
  readonly speakerClass?: string;
  /** The outlet that it was told to ("tell Reuters"). */
  readonly outlet?: string;
  /** What it was said about. */
  readonly topic: string;
  /** The question takes `topic` as said already ("Why did X say that …"): all of it must be in the sources. */
  readonly presupposes: boolean;
}

/** A word of the question that carries its subject. */
export interface QuestionTerm {
  /** Folded as by `foldWord`. */
  readonly word: string;
  /** Index terms of the word in the languages of the index, the question's language first. */
  readonly stems: readonly string[];
  /** How much the word tells, 0 to 1: rare words and names tell more. */
  readonly weight: number;
  readonly isName: boolean;
  readonly isNumber: boolean;
  /** A word for the matter as a whole ("plan", "announcement"): any text about the matter fits. */
  readonly isGeneric: boolean;
  /** Which run of capitalised words a name belongs to ("John Stumpf" is one run); absent for other words. */
  readonly nameRun?: number;
  /** Terms of the sources that the word is likely meant for, when they do not know the word itself. */
  readonly meant?: readonly string[];
}

/** "How do A and B differ on X?", "Do the sources agree on X?" */
export interface Comparison {
  /** The speakers to set side by side; empty: whatever the sources say. */
  readonly sides: readonly string[];
  readonly topic: string;
}

export interface Question {
  /** White space folded, control characters out. */
  readonly text: string;
  readonly terms: readonly QuestionTerm[];
  readonly expects: ExpectedAnswer;
  readonly speakers?: SpeakerQuestion;
  /** What "why" takes for granted was done ("Why did X cancel …": "cancel"): index into `terms`. */
  readonly presupposed?: number;
  /** Two sides that are to be compared, or the sources with one another. */
  readonly comparison?: Comparison;
  /** A few bare words, no sentence. */
  readonly isKeywords: boolean;
  /** The verb of a demand that is not a question ("write", "translate"). */
  readonly demand?: string;
}
