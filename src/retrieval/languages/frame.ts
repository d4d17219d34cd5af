/**
 * One way to ask, and the English question that asks the same. `of` puts the words of a slot into English, `whole` does
 * so with a question that stands inside the question.
 */
export interface Frame {
  readonly pattern: RegExp;
  readonly english: (
    slots: Readonly<Record<string, string | undefined>>,
    of: (text: string | undefined) => string,
    whole: (text: string | undefined) => string,
  ) => string;
}

/** A question word or opening, and the English one; what follows is put into English word by word. */
export interface Opening {
  readonly pattern: RegExp;
  /** What the question begins with in English. */
  readonly english: string;
  /** A noun phrase follows before the verb ("How many customers | did …"). */
  readonly takesNoun?: boolean;
}

export type SayVerbs = readonly (readonly [RegExp, string])[];

/** The English verb of saying for one that begins so; "say" for all others. */
export function englishSayVerb(verb: string | undefined, verbs: SayVerbs): string {
  return verbs.find(([beginning]) => beginning.test(verb ?? ''))?.[1] ?? 'say';
}

/** The past of an English verb of saying. */
export function pastOf(verb: string): string {
  return PAST[verb] ?? `${verb}${verb.endsWith('e') ? 'd' : 'ed'}`;
}

const PAST: Readonly<Record<string, string>> = {
  say: 'said',
  think: 'thought',
  write: 'wrote',
  tell: 'told',
  speak: 'spoke',
};
