/**
 * Trains the choice of frames (`src/ingest/statements/frame-weights.ts`) on PolNeAR's training files:
 *   tsx src/evaluation/train-frame-weights.ts SETS_DIR > src/ingest/statements/frame-weights.ts
 * Candidates are all attributions that the rules read; one is right when a content of it matches a gold content of
 * its kind (Jaccard of at least 0.8). Logistic regression by stochastic gradient descent with L2, the threshold by
 * F1 in two-fold cross-validation. Deterministic. The words of the corpus do not enter: features are verbs of our
 * own lexicon, their frames, and classes of words.
 */
import { z } from 'zod';
import { DeskError } from '../core/errors.ts';
import { splitSentences } from '../core/text/sentences.ts';
import type { Attribution } from '../ingest/statements/attribution.ts';
import { readAttributions } from '../ingest/statements/attributions.ts';
import { kindOf } from '../ingest/statements/drafts.ts';
import { frameFeatures } from '../ingest/statements/frame-choice.ts';
import { readUnits } from '../ingest/statements/units.ts';
import { joinParts, matchSpans } from './metrics/quotation-metrics.ts';
import { pathInSet, readItems } from './set-files.ts';

const PAIR = z.tuple([z.number(), z.number()]);
const ARTICLE = z.object({
  text: z.string(),
  attributions: z.array(z.object({ type: z.string(), content: z.array(PAIR) })),
});

/** F1 given away for precision. */
const NO_WORSE = 0.003;

interface Example {
  readonly features: readonly string[];
  readonly right: boolean;
}

const EPOCHS = 30;
const RATE = 0.08;
const L2 = 2e-4;
/** Weights below this change nothing that matters. */
const LEAST_WEIGHT = 0.04;
/** A feature must occur so often, or it would learn single sentences. */
const LEAST_COUNT = 4;

const setsDir = process.argv[2];
if (setsDir === undefined) {
  throw new DeskError({
    code: 'bad_input',
    message: 'The folder of evaluation sets is not given.',
    hint: 'Give it as the first argument.',
  });
}
let cache: Map<readonly Example[], { bias: number; weights: Map<string, number> }> | undefined;
const folds = [await readExamples(setsDir, 'train-1.jsonl'), await readExamples(setsDir, 'train-2.jsonl')] as const;
const known = countFeatures([...folds[0].examples, ...folds[1].examples]);
const tried: { threshold: number; f1: number }[] = [];
for (let threshold = -2.5; threshold <= 1.5; threshold += 0.05) tried.push({ threshold, f1: crossValidate(threshold) });
const top = Math.max(...tried.map(({ f1 }) => f1));
// The curve is flat: of equally good thresholds the strictest, since a wrong statement is worse than none.
const best = tried.findLast(({ f1 }) => f1 >= top - NO_WORSE) ?? { threshold: 0, f1: top };
process.stderr.write(`threshold ${best.threshold.toFixed(2)}, cross-validated F1 ${best.f1.toFixed(4)}\n`);
const model = train([...folds[0].examples, ...folds[1].examples]);
const entries = [...model.weights]
  .filter(([, weight]) => Math.abs(weight) >= LEAST_WEIGHT)
  .sort(([a], [b]) => (a < b ? -1 : 1));
process.stdout.write(
  `/** Written by src/evaluation/train-frame-weights.ts from PolNeAR's training files; not by hand. Log-odds. */\n` +
    `export const BIAS = ${model.bias.toFixed(2)};\n` +
    `/** An attribution is kept from this score on. */\nexport const KEEP_FROM = ${best.threshold.toFixed(2)};\n` +
    `export const FRAME_WEIGHTS: Readonly<Record<string, number>> = {\n` +
    `${entries.map(([feature, weight]) => `  '${feature.replaceAll("'", "\\'")}': ${weight.toFixed(2)},`).join('\n')}\n};\n`,
);

async function readExamples(dir: string, file: string): Promise<{ examples: Example[]; gold: number }> {
  const examples: Example[] = [];
  let gold = 0;
  for (const article of await readItems(pathInSet(dir, 'polnear', file), ARTICLE)) {
    const { text } = article;
    const contents = new Map(['mixed', 'indirect'].map((kind) => [kind, goldContents(article, kind)]));
    for (const spans of contents.values()) gold += spans.length;
    for (const unit of readUnits({ text, sentences: splitSentences(text) })) {
      for (const attribution of readAttributions(unit)) {
        const kind = kindOf(attribution.contents, unit.quotations);
        if (kind === 'direct' || attribution.contents.length === 0) continue;
        examples.push({
          features: frameFeatures(unit, attribution),
          right: isRight(attribution, contents.get(kind) ?? []),
        });
      }
    }
  }
  return { examples, gold };
}

function goldContents(article: z.output<typeof ARTICLE>, kind: string) {
  return article.attributions
    .filter((one) => one.type === kind)
    .flatMap((one) =>
      joinParts(
        article.text,
        one.content.map(([start, end]) => ({ start, end })),
      ),
    );
}

function isRight(attribution: Attribution, gold: readonly { start: number; end: number }[]): boolean {
  return matchSpans(attribution.contents, gold, 0.8).length > 0;
}

function countFeatures(examples: readonly Example[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { features } of examples)
    for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count >= LEAST_COUNT).map(([feature]) => feature));
}

function train(examples: readonly Example[]): { bias: number; weights: Map<string, number> } {
  const weights = new Map<string, number>();
  let bias = 0;
  let seed = 1;
  const order = examples.map((_, index) => index);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (let at = order.length - 1; at > 0; at--) {
      seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff;
      const other = seed % (at + 1);
      [order[at], order[other]] = [order[other] as number, order[at] as number];
    }
    const rate = RATE / (1 + epoch * 0.3);
    for (const index of order) {
      const { features, right } = examples[index] as Example;
      const used = features.filter((feature) => known.has(feature));
      const score = used.reduce((sum, feature) => sum + (weights.get(feature) ?? 0), bias);
      const gradient = (right ? 1 : 0) - 1 / (1 + Math.exp(-score));
      bias += rate * gradient;
      for (const feature of used) {
        const weight = weights.get(feature) ?? 0;
        weights.set(feature, weight + rate * (gradient - L2 * weight * 10));
      }
    }
  }
  return { bias, weights };
}

function crossValidate(threshold: number): number {
  let kept = 0;
  let right = 0;
  let gold = 0;
  for (const [at, fold] of folds.entries()) {
    const other = folds[1 - at] as (typeof folds)[number];
    const trained = trainedOn(other.examples);
    gold += fold.gold;
    for (const { features, right: isTrue } of fold.examples) {
      const score = features.reduce((sum, feature) => sum + (trained.weights.get(feature) ?? 0), trained.bias);
      if (score < threshold) continue;
      kept++;
      if (isTrue) right++;
    }
  }
  return (2 * right) / (kept + gold);
}

function trainedOn(examples: readonly Example[]): ReturnType<typeof train> {
  cache ??= new Map();
  let trained = cache.get(examples);
  if (trained === undefined) {
    trained = train(examples);
    cache.set(examples, trained);
  }
  return trained;
}
