/** Features (places in a table of weights) and whether what they describe is so. */
export interface Judgement {
  readonly features: Int32Array;
  readonly right: boolean;
}

/** Several described options, of which one was chosen. */
export interface Choice {
  readonly options: readonly Int32Array[];
  readonly chosen: number;
}

interface Examples {
  readonly judgements: readonly Judgement[];
  readonly choices: readonly Choice[];
}

interface TrainingOptions {
  readonly places: number;
  readonly epochs: number;
  readonly rate: number;
  /** A feature must occur so often, or it would learn single sentences. */
  readonly leastCount: number;
  /** So many orders of the examples are learned from; the weights are their mean. */
  readonly runs: number;
}

/** Gradients smaller than this change nothing that matters. */
const LEAST_GRADIENT = 0.01;
/** What AdaGrad's sums of squares begin with, so that the first steps are no leaps. */
const FIRST_SQUARES = 0.01;

/**
 * Weights of a log-linear model over judgements (logistic) and choices (softmax): AdaGrad (Duchi, Hazan, Singer 2011)
 * with the weights averaged over the epochs after the first, and over several orders of the examples. Deterministic.
 */
export function trainWeights(examples: Examples, options: TrainingOptions): Float32Array {
  const mean = new Float32Array(options.places);
  for (let run = 1; run <= options.runs; run++) {
    const weights = trainOnce(examples, options, run);
    for (let at = 0; at < mean.length; at++) mean[at] = (mean[at] as number) + (weights[at] as number) / options.runs;
  }
  return mean;
}

function trainOnce(examples: Examples, options: TrainingOptions, seed: number): Float32Array {
  const { places, epochs, rate, leastCount } = options;
  const weights = new Float32Array(places);
  const squares = new Float32Array(places).fill(FIRST_SQUARES);
  const average = new Float32Array(places);
  const counts = countFeatures(examples, places);
  const scoreOf = (features: Int32Array): number => {
    let score = 0;
    for (const feature of features) score += weights[feature] as number;
    return score;
  };
  const learn = (features: Int32Array, gradient: number): void => {
    if (Math.abs(gradient) < LEAST_GRADIENT) return;
    for (const feature of features) {
      if ((counts[feature] as number) < leastCount) continue;
      const square = (squares[feature] as number) + gradient * gradient;
      squares[feature] = square;
      weights[feature] = (weights[feature] as number) + (rate * gradient) / Math.sqrt(square);
    }
  };
  const order: (Judgement | Choice)[] = [...examples.judgements, ...examples.choices];
  const random = createRandom(seed);
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const example of order) {
      if ('right' in example) {
        learn(example.features, (example.right ? 1 : 0) - 1 / (1 + Math.exp(-scoreOf(example.features))));
      } else {
        const chances = softmax(example.options.map(scoreOf));
        for (const [index, features] of example.options.entries())
          learn(features, (index === example.chosen ? 1 : 0) - (chances[index] as number));
      }
    }
    if (epoch > 0) for (let at = 0; at < places; at++) average[at] = (average[at] as number) + (weights[at] as number);
  }
  return average.map((sum) => sum / Math.max(1, epochs - 1));
}

function countFeatures(examples: Examples, places: number): Int32Array {
  const counts = new Int32Array(places);
  const count = (features: Int32Array): void => {
    for (const feature of features) counts[feature] = (counts[feature] as number) + 1;
  };
  for (const { features } of examples.judgements) count(features);
  for (const { options } of examples.choices) for (const features of options) count(features);
  return counts;
}

function softmax(scores: readonly number[]): number[] {
  const top = Math.max(...scores);
  const raised = scores.map((score) => Math.exp(score - top));
  const sum = raised.reduce((total, one) => total + one, 0);
  return raised.map((one) => one / sum);
}

function shuffle<T>(items: T[], random: () => number): void {
  for (let at = items.length - 1; at > 0; at--) {
    const other = random() % (at + 1);
    [items[at], items[other]] = [items[other] as T, items[at] as T];
  }
}

/** Linear congruential generator of the C standard's example: the same order on every machine. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state >>> 8;
  };
}
