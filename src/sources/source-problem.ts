import type { SourceItem, SourceProblem } from '../core/ports.ts';

/** A problem for which the document is left out. */
export function skipped(problem: Omit<SourceProblem, 'effect'>): SourceProblem {
  return { ...problem, effect: 'skipped' };
}

/** A problem in spite of which the document is read. */
export function noted(problem: Omit<SourceProblem, 'effect'>): SourceProblem {
  return { ...problem, effect: 'noted' };
}

export function problemItem(problem: SourceProblem): SourceItem {
  return { kind: 'problem', problem };
}
