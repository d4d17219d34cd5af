/** What the desk itself says in its replies, in one language. No markup. Quotations are never translated. */
export interface Phrases {
  /** What the desk does and how it is asked, one command a line. */
  readonly help: string;
  /** After `forget`: of a conversation, or of everything kept of the person. */
  readonly forgotten: { readonly conversation: string; readonly person: string };
  /** `settings` where there is no place that has any. */
  readonly noSettings: string;
  /** What was left out of a command, with an example. */
  readonly missing: { readonly name: Problem; readonly text: Problem };
  readonly failed: Problem;
  /** No answer before the deadline. */
  readonly late: (seconds: number) => Problem;
  /** After a crash: the answer is lost, or it may have been sent. */
  readonly lost: Problem;
  readonly maybeLost: Problem;
  readonly digestOf: (date: string) => string;
  readonly summaryOf: (topic: string | undefined) => string;
  /** A summary or digest without a sentence. */
  readonly nothingToSum: string;
}

/** One sentence that says what is wrong and one that says what to do. */
interface Problem {
  readonly problem: string;
  readonly hint: string;
}
