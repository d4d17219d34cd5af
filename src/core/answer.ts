import type { SpeakerIdentity } from './statement.ts';
import type { Span } from './text/span.ts';

/** The proof under a sentence of an Answer. */
export interface Citation extends Span {
  /** The marker in the text, from 1. */
  readonly n: number;
  /** Document id. */
  readonly document: string;
  readonly title: string;
  readonly publisher?: string;
  /** The credit line to show; never empty. */
  readonly attribution: string;
  readonly url?: string;
  readonly published?: string;
  /** Verbatim from the document, white space folded. */
  readonly quote: string;
  readonly speaker?: SpeakerIdentity;
  /** The outlet through which it is reported second-hand. */
  readonly via?: string;
}

export interface AnswerSentence {
  readonly text: string;
  /** Markers of the citations that prove it; at least one. */
  readonly citations: readonly number[];
}

export interface Conflict {
  readonly about: string;
  /** Markers of the citations that differ; at least two. */
  readonly citations: readonly number[];
}

/**
 * Why there is no answer, for programs: a speaker who is quoted and `speaker_silent` on the topic, named and
 * `speaker_unquoted`, or `speaker_unknown`; a false `premise`; an answer only `outside_time`; `nothing` that answers;
 * `no_words`, `too_long` and `task` are about the question, `no_documents` and `defect` about the desk.
 */
export const ANSWER_REASONS = [
  'speaker_silent',
  'speaker_unquoted',
  'speaker_unknown',
  'premise',
  'outside_time',
  'nothing',
  'no_words',
  'too_long',
  'task',
  'no_documents',
  'defect',
] as const;
export type AnswerReason = (typeof ANSWER_REASONS)[number];

export type AnswerMode = 'extractive' | 'generated';

/** The result of a question, platform-neutral. */
export interface Answer {
  readonly question: string;
  /** The full question that a follow-up was taken for; absent when the question stood for itself. */
  readonly understoodAs?: string;
  readonly status: 'answered' | 'not_found';
  /** For `not_found`; answers kept by an older desk have none. */
  readonly reason?: AnswerReason;
  /** What a person reads, with `[n]` markers and the credits. */
  readonly text: string;
  /** Empty for `not_found`. */
  readonly sentences: readonly AnswerSentence[];
  readonly citations: readonly Citation[];
  /** For `not_found`: the nearest material, never presented as the answer. */
  readonly related: readonly Citation[];
  readonly conflicts: readonly Conflict[];
  readonly mode: AnswerMode;
  /**
   * How likely the best sentence found answers the question, 0 to 1, also where it was too unlikely to be shown; 0 where
   * there was none to judge.
   */
  readonly confidence?: number;
  /** Date of the newest evidence used. */
  readonly newest?: string;
  readonly tookMs: number;
}

/** Sentences of the sources that tell the most, each cited; without sentences when there is nothing to tell. */
export interface Summary {
  readonly title: string;
  /** What a person reads, with `[n]` markers and the credits. */
  readonly text: string;
  readonly sentences: readonly AnswerSentence[];
  readonly citations: readonly Citation[];
  /** First and last publication date of what was summed up. */
  readonly range: { readonly since?: string; readonly until?: string };
}

/** The Answer in the form that leaves the program: absence is `null`. */
export function answerToJson(answer: Answer) {
  return {
    question: answer.question,
    understoodAs: answer.understoodAs ?? null,
    status: answer.status,
    reason: answer.reason ?? null,
    text: answer.text,
    sentences: answer.sentences,
    citations: answer.citations.map(citationToJson),
    related: answer.related.map(citationToJson),
    conflicts: answer.conflicts,
    mode: answer.mode,
    confidence: answer.confidence ?? null,
    newest: answer.newest ?? null,
    tookMs: answer.tookMs,
  };
}

export function citationToJson(citation: Citation) {
  return {
    n: citation.n,
    document: citation.document,
    title: citation.title,
    publisher: citation.publisher ?? null,
    attribution: citation.attribution,
    url: citation.url ?? null,
    published: citation.published ?? null,
    quote: citation.quote,
    start: citation.start,
    end: citation.end,
    speaker: citation.speaker === undefined ? null : speakerToJson(citation.speaker),
    via: citation.via ?? null,
  };
}

export function speakerToJson(speaker: SpeakerIdentity) {
  return {
    name: speaker.name ?? null,
    role: speaker.role ?? null,
    organisation: speaker.organisation ?? null,
  };
}
