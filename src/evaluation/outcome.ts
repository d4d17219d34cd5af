import type { Answer } from '../core/answer.ts';
import type { SelectiveItem } from './metrics/selective-curve.ts';

/** How one item of a set came out: what the tables of errors and the curves are made from. */
export interface ItemOutcome {
  readonly set: string;
  /** A part of the set that is reported by itself, such as `tune`. */
  readonly part?: string;
  /** The kind of the item, as far as the set tells one. */
  readonly kind: string;
  /** `right`, or in a few words what went wrong. */
  readonly verdict: string;
  /** The question or the words in point: for the terminal only, as they may be words of a corpus. */
  readonly item: string;
  /** For questions that may be refused. */
  readonly selective?: SelectiveItem;
}

export const RIGHT = 'right';

/** The verdict on a question that may be refused, and its place on the curve. */
export function judgeQuestion(question: {
  readonly set: string;
  readonly part?: string | undefined;
  readonly kind: string;
  readonly item: string;
  readonly answerable: boolean;
  readonly answer: Answer;
  /** Whether an answer holds what was asked for. For a refusal it is asked of the nearest material that is shown. */
  readonly isRight: (answer: Answer) => boolean;
}): ItemOutcome {
  const { set, part, kind, item, answerable, answer } = question;
  const answered = answer.status === 'answered';
  const isRight = answerable && question.isRight(answered ? answer : asIfAnswered(answer));
  return {
    set,
    ...(part === undefined ? {} : { part }),
    kind,
    item,
    verdict: verdictOn({ answerable, answered, isRight }),
    selective: { answerable, answered, isRight, ...confidenceOf(answer) },
  };
}

function verdictOn(outcome: { answerable: boolean; answered: boolean; isRight: boolean }): string {
  if (!outcome.answerable) return outcome.answered ? 'answered what the texts do not say' : RIGHT;
  if (!outcome.answered) return 'wrongly refused';
  return outcome.isRight ? RIGHT : 'wrong answer';
}

/** The nearest material of a refusal in the place of an answer. */
function asIfAnswered(answer: Answer): Answer {
  return {
    ...answer,
    status: 'answered',
    text: answer.related.map(({ quote }) => quote).join(' '),
    citations: answer.related.map((citation, at) => ({ ...citation, n: at + 1 })),
  };
}

/** The desk's own estimate, 0 to 1, that its answer is right, or of a refusal that its nearest material would have been. */
function confidenceOf(answer: Answer & { readonly confidence?: number }): { readonly confidence?: number } {
  return answer.confidence === undefined ? {} : { confidence: answer.confidence };
}
