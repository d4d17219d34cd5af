import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import { DeskError } from '../core/errors.ts';
import type { Embedder } from '../core/ports.ts';
import { withDeadline } from './deadline.ts';
import { toModelError } from './model-failure.ts';
import { settingNames } from './model-settings.ts';
import { scaleToUnit } from './vector-arithmetic.ts';

export interface LangChainEmbedderOptions {
  readonly embeddings: EmbeddingsInterface;
  /** Names model and version (and service). */
  readonly name: string;
  readonly dimensions: number;
  readonly sendsTextAway: boolean;
  /** Time for one request to the model, with its retries. Default 60,000. */
  readonly deadlineMs?: number;
  /** Texts per request. Default 64. */
  readonly batchSize?: number;
}

const DEADLINE_MS = 60_000;
/** A round figure: 64 passages of some 160 tokens are about 10,000 tokens a request. */
const BATCH_SIZE = 64;
/** OpenAI's models refuse more than 8,192 tokens; a token is at least one character in nearly every text. */
const LONGEST_TEXT = 8_000;

/**
 * Any LangChain embedder as an Embedder. Texts without a letter or digit get a zero vector and are not sent (services
 * refuse empty ones); longer ones than 8,000 characters are cut. Throws DeskError `model_unavailable` when the model
 * fails, takes too long, or gives vectors that cannot be used.
 */
export function createLangChainEmbedder(options: LangChainEmbedderOptions): Embedder {
  const { embeddings, name, dimensions, sendsTextAway } = options;
  const { deadlineMs = DEADLINE_MS, batchSize = BATCH_SIZE } = options;

  async function ask<T>(request: () => Promise<T>): Promise<T> {
    try {
      return await withDeadline(deadlineMs, request);
    } catch (error) {
      throw toModelError(error, `The embedder ${name}`, settingNames('EMBEDDER'));
    }
  }

  async function embedBatch(texts: readonly string[]): Promise<Float32Array[]> {
    const vectors = await ask(() => embeddings.embedDocuments([...texts]));
    if (!Array.isArray(vectors) || vectors.length !== texts.length) {
      throw unusable(name, `gave ${Array.isArray(vectors) ? vectors.length : 'no'} vectors for ${texts.length} texts`);
    }
    return vectors.map((vector) => checkVector(vector, { name, dimensions }));
  }

  return {
    name,
    dimensions,
    sendsTextAway,
    async embedDocuments(texts) {
      const vectors: Float32Array[] = texts.map(() => new Float32Array(dimensions));
      const asked = texts.flatMap((text, index) => (hasContent(text) ? [{ index, text: cutText(text) }] : []));
      for (let start = 0; start < asked.length; start += batchSize) {
        const batch = asked.slice(start, start + batchSize);
        const found = await embedBatch(batch.map(({ text }) => text));
        for (const [position, { index }] of batch.entries()) vectors[index] = found[position] as Float32Array;
      }
      return vectors;
    },
    async embedQuery(text) {
      if (!hasContent(text)) return new Float32Array(dimensions);
      const vector = await ask(() => embeddings.embedQuery(cutText(text)));
      return checkVector(vector, { name, dimensions });
    },
  };
}

function hasContent(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** Cuts at a whole character: half a surrogate pair is no valid text for a service. */
function cutText(text: string): string {
  return text.length <= LONGEST_TEXT ? text : text.slice(0, LONGEST_TEXT).replace(/[\uD800-\uDBFF]$/, '');
}

function checkVector(given: unknown, expected: { name: string; dimensions: number }): Float32Array {
  const { name, dimensions } = expected;
  const vector: unknown = given instanceof Float32Array ? Array.from(given) : given;
  if (!Array.isArray(vector)) throw unusable(name, 'gave something else than a vector');
  if (vector.length !== dimensions) {
    throw unusable(name, `gave a vector of ${vector.length} numbers instead of ${dimensions}`);
  }
  if (!vector.every(isFiniteNumber)) throw unusable(name, 'gave a vector with parts that are no numbers');
  // Relative to the largest part first: the squares of very large or small numbers do not fit single precision.
  const largest = vector.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return largest === 0
    ? new Float32Array(dimensions)
    : scaleToUnit(Float32Array.from(vector, (value) => value / largest));
}

function isFiniteNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function unusable(name: string, problem: string): DeskError {
  return new DeskError({
    code: 'model_unavailable',
    message: `The embedder ${name} ${problem}.`,
    hint: 'Check that EMBEDDER names an embedding model, and EMBEDDER_DIMENSIONS (if set) its dimensions.',
  });
}
