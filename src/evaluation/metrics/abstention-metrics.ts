/** One question: whether it can be answered from the sources, and whether the desk declined. */
export interface AbstentionOutcome {
  readonly answerable: boolean;
  readonly abstained: boolean;
}

interface AbstentionScores {
  /** Share of what was declined that could not be answered; `NaN` when nothing was declined. */
  readonly precision: number;
  /** Share of the unanswerable that was declined; `NaN` without unanswerable questions. */
  readonly recall: number;
  /** Harmonic mean of both; 0 when nothing was rightly declined. */
  readonly f1: number;
  /** Share of the answerable that was declined; `NaN` without answerable questions. */
  readonly wronglyAbstained: number;
  readonly answerable: number;
  readonly unanswerable: number;
}

export function scoreAbstention(outcomes: readonly AbstentionOutcome[]): AbstentionScores {
  let rightly = 0;
  let wrongly = 0;
  let answerable = 0;
  for (const outcome of outcomes) {
    if (outcome.answerable) answerable += 1;
    if (outcome.abstained && outcome.answerable) wrongly += 1;
    if (outcome.abstained && !outcome.answerable) rightly += 1;
  }
  const unanswerable = outcomes.length - answerable;
  return {
    precision: rightly / (rightly + wrongly),
    recall: rightly / unanswerable,
    f1: (2 * rightly) / (rightly + wrongly + unanswerable),
    wronglyAbstained: wrongly / answerable,
    answerable,
    unanswerable,
  };
}
