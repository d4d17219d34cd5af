import type { Answer, Citation } from '../../core/answer.ts';
import { tokenise } from '../../core/text/terms.ts';
import { hasEvidence, hasRightSpeaker } from './evidence-metrics.ts';
import { mean } from './ranking-metrics.ts';

/** A piece of evidence: where it stands in the text of the set, in UTF-16 code units. */
export interface GradedSpan {
  readonly document: string;
  readonly start: number;
  readonly end: number;
}

/** A question with what an answer must quote: see `test/graded/README.md`. */
export interface GradedQuestion {
  readonly id: string;
  readonly kind: string;
  readonly split: string;
  readonly question: string;
  readonly document?: string | undefined;
  /** Groups of alternatives, every group needed; empty for what the texts do not answer. */
  readonly evidence: readonly (readonly GradedSpan[])[];
  /** What may be cited besides without missing the point. */
  readonly also?: readonly GradedSpan[] | undefined;
  readonly speaker?: string | undefined;
  /** Why the texts do not answer it. */
  readonly trap?: string | undefined;
  /** The question's language and the text's, as `fr>en`; absent: both English. */
  readonly languages?: string | undefined;
}

/** One question with its answer and its marks. */
export interface GradedOutcome {
  readonly question: GradedQuestion;
  readonly answer: Answer;
  readonly hasEvidence: boolean;
  /** Share of the citations that are evidence; `NaN` for a refusal. */
  readonly precision: number;
  readonly isSpeakerRight: boolean;
}

/** A reader looks at three citations; a list with more items is given room for each. */
const LEAST_CITATIONS = 3;
/** Share of the shorter one's words that a quote and a piece of evidence must have in a row to count as the same place. */
const SAME_PLACE_SHARE = 0.5;

/** Marks one answer. `texts` are the sets' own texts, in which the offsets of the evidence count. */
export function gradeAnswer(
  question: GradedQuestion,
  answer: Answer,
  texts: ReadonlyMap<string, string>,
): GradedOutcome {
  const quotesOf = (spans: readonly GradedSpan[]) =>
    answer.citations
      .filter((citation) => spans.some((span) => isAtEvidence(citation, span, texts)))
      .map(({ quote }) => quote);
  const groups = question.evidence.map(quotesOf);
  const fitting = new Set(quotesOf([...question.evidence.flat(), ...(question.also ?? [])]));
  return {
    question,
    answer,
    hasEvidence: hasEvidence(answer, groups, citationsRead(question)),
    precision: mean(answer.citations.map(({ quote }) => Number(fitting.has(quote)))),
    isSpeakerRight:
      question.speaker !== undefined &&
      hasRightSpeaker(withShortNames(answer, question.speaker), groups, question.speaker),
  };
}

/** How many citations count for the evidence of a question. */
export function citationsRead(question: GradedQuestion): number {
  return Math.max(LEAST_CITATIONS, question.evidence.length);
}

/** A cited name that holds every word of the expected one is that name ("François Hollande" for "Hollande"). */
function withShortNames(answer: Answer, expected: string): Answer {
  const words = wordsOf(expected);
  const citations = answer.citations.map((citation) => {
    const held = new Set(wordsOf(citation.speaker?.name ?? ''));
    return words.every((word) => held.has(word))
      ? { ...citation, speaker: { ...citation.speaker, name: expected } }
      : citation;
  });
  return { ...answer, citations };
}

/** Whether a citation quotes the place of a piece of evidence, whole or in part. Spaces and signs are no difference. */
function isAtEvidence(citation: Citation, span: GradedSpan, texts: ReadonlyMap<string, string>): boolean {
  if (citation.document !== span.document) return false;
  const evidence = wordsOf((texts.get(span.document) ?? '').slice(span.start, span.end));
  const quote = wordsOf(citation.quote);
  return longestRun(evidence, quote) >= Math.max(1, SAME_PLACE_SHARE * Math.min(evidence.length, quote.length));
}

function wordsOf(text: string): string[] {
  return tokenise(text).map(({ word }) => word);
}

/** Length of the longest run of words that stands in both. */
function longestRun(a: readonly string[], b: readonly string[]): number {
  let longest = 0;
  let previous = new Array<number>(b.length + 1).fill(0);
  for (const word of a) {
    const current = new Array<number>(b.length + 1).fill(0);
    b.forEach((other, at) => {
      if (word !== other) return;
      const run = (previous[at] ?? 0) + 1;
      current[at + 1] = run;
      longest = Math.max(longest, run);
    });
    previous = current;
  }
  return longest;
}

/** An answer that is nothing but quotes: what a baseline gives, or what one sentence would be marked as. */
export function answerWithQuotes(
  question: string,
  quotes: readonly { readonly document: string; readonly quote: string }[],
): Answer {
  const citations = quotes.map(
    ({ document, quote }, at): Citation => ({
      n: at + 1,
      document,
      title: document,
      attribution: document,
      quote,
      start: 0,
      end: quote.length,
    }),
  );
  return {
    question,
    status: 'answered',
    text: '',
    sentences: [],
    citations,
    related: [],
    conflicts: [],
    mode: 'extractive',
    tookMs: 0,
  };
}
