/**
 * Trains the reader of attributions (`src/ingest/statements/attribution-weights.ts`) on PolNeAR's training files:
 *   tsx src/evaluation/train-attribution-weights.ts SETS_DIR > src/ingest/statements/attribution-weights.ts
 * First which words are cues, and where the parts of their contents begin and end; then, on articles that the first
 * has not seen (each file by the model of the other), which parts to keep. Deterministic. The words of the corpus do
 * not enter: features are hashed into places of a table, of which only the weights are written.
 */
import { DeskError } from '../core/errors.ts';
import type { AttributionModel } from '../ingest/statements/attribution-model.ts';
import { FEATURE_PLACES } from '../ingest/statements/feature-places.ts';
import { KEEP_PLACES } from '../ingest/statements/keep-features.ts';
import { type AttributionExamples, judgeCandidates, readExamples } from './attribution-examples.ts';
import { type Judgement, trainWeights } from './linear-training.ts';

/** Best in cross-validation between the two files. */
const READING = { places: FEATURE_PLACES, epochs: 6, rate: 0.05, leastCount: 10, runs: 4 } as const;
const KEEPING = { places: KEEP_PLACES, epochs: 12, rate: 0.05, leastCount: 5, runs: 3 } as const;
/** One step of the written weights, in log-odds; the largest weights are about 4. */
const SCALE = 1 / 32;

const setsDir = process.argv[2];
if (setsDir === undefined) {
  throw new DeskError({
    code: 'bad_input',
    message: 'The folder of evaluation sets is not given.',
    hint: 'Give it as the first argument.',
  });
}
const first = await readExamples(setsDir, 'train-1.jsonl');
const second = await readExamples(setsDir, 'train-2.jsonl');
const unseen = [...judgeCandidates(second, readerOf([first])), ...judgeCandidates(first, readerOf([second]))];
const model = readerOf([first, second]);
process.stdout.write(
  `/** Written by src/evaluation/train-attribution-weights.ts from PolNeAR's training files; not by hand. */\n` +
    `export const ATTRIBUTION_SCALE = ${SCALE};\n` +
    `/** Signed bytes in base64, by feature place. */\n` +
    `export const READING_WEIGHTS =\n  '${encode(model.weights)}';\n` +
    `export const KEEPING_WEIGHTS =\n  '${encode(keeperOf(unseen))}';\n`,
);

function readerOf(parts: readonly AttributionExamples[]): AttributionModel {
  const judgements = parts.flatMap((part) => part.cues);
  const choices = parts.flatMap((part) => part.choices);
  return { weights: trainWeights({ judgements, choices }, READING), keepWeights: [], scale: 1 };
}

function keeperOf(judgements: readonly Judgement[]): ArrayLike<number> {
  return trainWeights({ judgements, choices: [] }, KEEPING);
}

function encode(weights: ArrayLike<number>): string {
  const bytes = Int8Array.from(weights, (weight) => Math.max(-127, Math.min(127, Math.round(weight / SCALE))));
  return Buffer.from(bytes.buffer).toString('base64');
}
