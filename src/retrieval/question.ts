import type { Translations } from './languages/word-translations.ts';
import type { ListQuestion } from './list-question.ts';
import type { QuestionTime } from './question-time.ts';

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
  /** `said`: what did X say; `who`: who said it; `did`: whether X said anything; `outlets`: which outlets quote X. */
  readonly ask: 'said' | 'who' | 'did' | 'outlets';
  /** The words that name the speaker, without titles and articles; absent: anybody. */
  readonly speaker?: string;
  /** What else the speaker is called, in other languages ("EU-Kommission" for "European Commission"). */
  readonly alsoNamed?: readonly string[];
  /** A class instead of a name: "analysts", "officials". */
  readonly speakerClass?: string;
  /** The outlet that it was told to ("tell Reuters"). */
  readonly outlet?: string;
  /** What it was said about. */
  readonly topic: string;
  /** All of it is wanted ("everything X said"), not the best. */
  readonly wantsAll?: true;
  /** Other sentences than statements may answer as well ("What does X oppose?"). */
  readonly isLoose?: true;
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
  /** Index terms of what the word is called in documents of other languages. */
  readonly translations?: Translations;
  /** Those of `stems` that are translations, in a question laid out for one language: no capital is asked of them. */
  readonly foreign?: readonly string[];
}

/** "How do A and B differ on X?", "Do the sources agree on X?" */
export interface Comparison {
  /** The speakers to set side by side; empty: whatever the sources say. */
  readonly sides: readonly string[];
  readonly topic: string;
}

/**
 * What a question takes for granted ("Why did X cancel Y?" that X cancelled Y; "Who replaced X?" that somebody did).
 * Places are indexes into the question's `terms`.
 */
export interface Premise {
  /** What is asked of it: its reason, date, place, amount, manner, what came after it, who did it. */
  readonly ask: 'reason' | 'date' | 'place' | 'amount' | 'manner' | 'sequel' | 'doer';
  /** The deed itself: a text that does not tell of it does not answer. */
  readonly verb: number;
  /** Who did it, as far as the question says. */
  readonly subject: readonly number[];
  /** What it was done to, with whatever else stands after the verb. */
  readonly object: readonly number[];
}

export interface Question {
  /** White space folded, control characters out. */
  readonly text: string;
  readonly terms: readonly QuestionTerm[];
  readonly expects: ExpectedAnswer;
  readonly speakers?: SpeakerQuestion;
  /** The deed that the question takes for granted ("Why did X cancel …": "cancel"): index into `terms`. */
  readonly presupposed?: number;
  /** What the question takes for granted, of whatever kind it is. */
  readonly presupposes?: Premise;
  /** When the answer is to be of. The words of time stand in `terms` as generic ones. */
  readonly time?: QuestionTime;
  /** Several things are wanted, each with its sentence. */
  readonly list?: ListQuestion;
  /** Two sides that are to be compared, or the sources with one another. */
  readonly comparison?: Comparison;
  /** A few bare words, no sentence. */
  readonly isKeywords: boolean;
  /** The verb of a demand that is not a question ("write", "translate"). */
  readonly demand?: string;
}
