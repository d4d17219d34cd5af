/** What a pronoun at a place stands for: the gold names of the person, and the name given, if any. */
export interface PronounOutcome {
  readonly names: readonly string[];
  readonly answer?: string;
}

export interface PronounFigures {
  /** Share of all pronouns named rightly. */
  readonly accuracy: number;
  /** Share given a name at all. */
  readonly coverage: number;
  /** Share right of those given a name; `NaN` when none was. */
  readonly precision: number;
  readonly items: number;
}

export function scorePronouns(outcomes: readonly PronounOutcome[]): PronounFigures {
  const answered = outcomes.filter((one) => one.answer !== undefined);
  const right = answered.filter((one) => one.names.some((name) => isSameName(one.answer ?? '', name)));
  return {
    accuracy: right.length / outcomes.length,
    coverage: answered.length / outcomes.length,
    precision: right.length / answered.length,
    items: outcomes.length,
  };
}

/** Equal, or one contains the other, ignoring case, with at least one whole capitalised word shared. */
export function isSameName(answer: string, name: string): boolean {
  const a = answer.toLowerCase();
  const b = name.toLowerCase();
  if (a === '' || b === '' || !(a === b || a.includes(b) || b.includes(a))) return false;
  const words = new Set(capitalisedWords(name));
  return capitalisedWords(answer).some((word) => words.has(word));
}

function capitalisedWords(name: string): string[] {
  return (name.match(/\p{Lu}[\p{L}\p{M}\p{N}]*/gu) ?? []).map((word) => word.toLowerCase());
}
