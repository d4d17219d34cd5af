import { DeskError } from '../core/errors.ts';
import type { ItemOutcome } from './outcome.ts';
import type { EvaluationRow } from './report.ts';
import { evaluateDomain, evaluateDomainAmong2000, evaluateDomainAmongOthers } from './sets/domain.ts';
import { evaluateFeedback } from './sets/feedback.ts';
import { evaluateGate } from './sets/gate.ts';
import { evaluateGraded } from './sets/graded.ts';
import {
  evaluateInjectionBipia,
  evaluateInjectionCyberseceval,
  evaluateInjectionGarak,
  evaluateInjectionNotinject,
} from './sets/injection.ts';
import { evaluateInjectionForged } from './sets/injection-forged.ts';
import { evaluateMultihopRagSample } from './sets/multihop-rag-sample.ts';
import { evaluatePolnear } from './sets/polnear.ts';
import { evaluatePronounResolution } from './sets/pronoun-resolution.ts';
import { evaluateQuotesUnitCases } from './sets/quotes-unit-cases.ts';
import { evaluateRamdocs } from './sets/ramdocs.ts';
import { evaluateRetrieval, RETRIEVAL_SETS } from './sets/retrieval.ts';
import { evaluateRgbFact } from './sets/rgb-fact.ts';
import { evaluateSentencesGolden } from './sets/sentences-golden.ts';
import { evaluateSentencesNews } from './sets/sentences-news.ts';
import { evaluateSquad2Dev } from './sets/squad2-dev.ts';
import { evaluateStatementSpeed } from './sets/statement-speed.ts';
import type { EvaluationOptions, EvaluationProgress, Workbench } from './workbench.ts';

/** Scores the desk on one set of the folder. */
type EvaluateSet = (setsDir: string, workbench: Workbench, options: EvaluationOptions) => Promise<EvaluationRow[]>;

/** The sets that can be run, by name, in the order in which they are run. */
export const EVALUATION_SETS: ReadonlyMap<string, EvaluateSet> = new Map<string, EvaluateSet>([
  ['gate', evaluateGate],
  ['domain', evaluateDomain],
  ['domain-among-others', evaluateDomainAmongOthers],
  ['domain-among-2000', evaluateDomainAmong2000],
  ['graded', evaluateGraded],
  ...RETRIEVAL_SETS.map((name): [string, EvaluateSet] => [
    `retrieval-${name}`,
    (setsDir, workbench, options) => evaluateRetrieval(name, setsDir, workbench, options),
  ]),
  ['polnear', evaluatePolnear],
  ['quotes-unit-cases', evaluateQuotesUnitCases],
  ['pronoun-resolution', evaluatePronounResolution],
  ['sentences-golden', evaluateSentencesGolden],
  ['sentences-news', evaluateSentencesNews],
  ['statement-speed', evaluateStatementSpeed],
  ['multihop-rag-sample', evaluateMultihopRagSample],
  ['squad2-dev', evaluateSquad2Dev],
  ['rgb-fact', evaluateRgbFact],
  ['ramdocs', evaluateRamdocs],
  ['injection-bipia', evaluateInjectionBipia],
  ['injection-cyberseceval', evaluateInjectionCyberseceval],
  ['injection-garak', evaluateInjectionGarak],
  ['injection-forged', evaluateInjectionForged],
  ['injection-notinject', evaluateInjectionNotinject],
  ['feedback', evaluateFeedback],
]);

/** Sets that the repository itself carries. */
const NEEDS_NO_FOLDER: ReadonlySet<string> = new Set(['gate']);

/** Sets that only a desk in use has: run when they are named. */
const ONLY_WHEN_NAMED: ReadonlySet<string> = new Set(['feedback']);

/** Runs the named sets one after another (default: all that the collection has). Unknown names are refused before any work begins. */
export async function runEvaluation(request: {
  /** Called before any work, and only when a set is run that needs the folder of evaluation data. */
  readonly findSetsDir: () => string;
  readonly workbench: Workbench;
  /** A name, or a prefix that ends in `-`, such as `retrieval-`. */
  readonly sets?: readonly string[];
  readonly sampleSize?: number;
  readonly onProgress?: (progress: EvaluationProgress) => void;
  readonly onOutcome?: (outcome: ItemOutcome) => void;
  readonly available?: ReadonlyMap<string, EvaluateSet>;
}): Promise<EvaluationRow[]> {
  const { workbench, sampleSize, onProgress, onOutcome } = request;
  const available = request.available ?? EVALUATION_SETS;
  const names = chooseSets(request.sets ?? [], [...available.keys()]);
  const setsDir = names.some((name) => !NEEDS_NO_FOLDER.has(name)) ? request.findSetsDir() : '';
  const rows: EvaluationRow[] = [];
  for (const name of names) {
    const evaluate = available.get(name);
    if (evaluate !== undefined)
      rows.push(...(await evaluate(setsDir, workbench, { sampleSize, onProgress, onOutcome })));
  }
  return rows;
}

/** The names to run, in the order of the list of all. */
export function chooseSets(wanted: readonly string[], all: readonly string[]): string[] {
  const fits = (name: string, wish: string) => name === wish || (wish.endsWith('-') && name.startsWith(wish));
  const unknown = wanted.find((wish) => !all.some((name) => fits(name, wish)));
  if (unknown !== undefined) {
    throw new DeskError({
      code: 'bad_input',
      message: `There is no evaluation set "${unknown}".`,
      hint: `Choose from ${all.join(', ')}.`,
    });
  }
  if (wanted.length === 0) return all.filter((name) => !ONLY_WHEN_NAMED.has(name));
  return all.filter((name) => wanted.some((wish) => fits(name, wish)));
}
