import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import { z } from 'zod';
import { DeskError } from '../core/errors.ts';
import type { Embedder } from '../core/ports.ts';
import { withDeadline } from './deadline.ts';
import { createLangChainEmbedder } from './langchain-embedder.ts';
import { toModelError } from './model-failure.ts';
import { type Environment, readEndpoint, settingNames, splitModelSetting } from './model-settings.ts';
import { createWordVectorEmbedder } from './word-vector-embedder.ts';

const NAMES = settingNames('EMBEDDER');

/** One try of a hosted model; the whole request with its retries has the embedder's own deadline. */
const TRY_TIMEOUT_MS = 20_000;
const MAX_RETRIES = 2;
/** A local model is downloaded at its first use. */
const LOCAL_DEADLINE_MS = 600_000;

/**
 * The embedder that the setting EMBEDDER names; `undefined` for `none`.
 *
 * - unset or `built-in`: word vectors, nothing leaves this machine
 * - `none`: keyword search only
 * - `openai:<model>`: any OpenAI-compatible service (EMBEDDER_BASE_URL, EMBEDDER_API_KEY); texts go there
 * - `local:<model>`: a model of the Hugging Face hub on this machine; the model is downloaded once
 *
 * EMBEDDER_DIMENSIONS saves the question to the model, at start, how long its vectors are. Throws DeskError
 * `bad_setting`, or `model_unavailable` when that question fails.
 */
export async function createEmbedder(
  setting: string | undefined,
  environment: Environment,
): Promise<Embedder | undefined> {
  const value = setting?.trim() ?? '';
  if (value === '' || value === 'built-in') return createWordVectorEmbedder();
  if (value === 'none') return undefined;
  const named = splitModelSetting(value);
  if (named?.provider === 'openai') return createOpenAIEmbedder(named.model, environment);
  if (named?.provider === 'local') return createLocalEmbedder(named.model, environment);
  throw new DeskError({
    code: 'bad_setting',
    message: `EMBEDDER is ${JSON.stringify(value)}, which names no embedder.`,
    hint: 'Set it to built-in, none, openai:<model> or local:<model>.',
  });
}

async function createOpenAIEmbedder(model: string, environment: Environment): Promise<Embedder> {
  const endpoint = readEndpoint(environment, NAMES);
  const declared = readDimensions(environment);
  const { OpenAIEmbeddings } = await import('@langchain/openai');
  const embeddings = new OpenAIEmbeddings({
    model,
    apiKey: endpoint.apiKey,
    // Not every compatible service knows the base64 form that the client would ask for.
    encodingFormat: 'float',
    timeout: TRY_TIMEOUT_MS,
    maxRetries: MAX_RETRIES,
    configuration: { baseURL: endpoint.baseUrl ?? `https://${endpoint.host}/v1` },
  });
  const name = `openai:${model}@${endpoint.host}`;
  const dimensions = declared ?? (await askDimensions(embeddings, name, TRY_TIMEOUT_MS));
  return createLangChainEmbedder({ embeddings, name, dimensions, sendsTextAway: !endpoint.isThisMachine });
}

/** What `@langchain/community` loads behind its back; not installed with the desk, as it takes 300 MB and more. */
const LOCAL_PACKAGE: string = '@huggingface/transformers';
/** The version that `@langchain/community` 1.1 is made for. */
const LOCAL_PACKAGE_VERSION = '3.8.1';

async function createLocalEmbedder(model: string, environment: Environment): Promise<Embedder> {
  const declared = readDimensions(environment);
  try {
    await import(LOCAL_PACKAGE);
  } catch (error) {
    throw new DeskError({
      code: 'bad_setting',
      message: `EMBEDDER is local:${model}, but the package ${LOCAL_PACKAGE} cannot be loaded.`,
      hint: `Run: npm install ${LOCAL_PACKAGE}@${LOCAL_PACKAGE_VERSION}`,
      cause: error,
    });
  }
  const community = await import('@langchain/community/embeddings/huggingface_transformers');
  const embeddings = new community.HuggingFaceTransformersEmbeddings({ model });
  const name = `local:${model}`;
  const dimensions = declared ?? (await askDimensions(embeddings, name, LOCAL_DEADLINE_MS));
  return createLangChainEmbedder({
    embeddings,
    name,
    dimensions,
    sendsTextAway: false,
    deadlineMs: LOCAL_DEADLINE_MS,
  });
}

async function askDimensions(embeddings: EmbeddingsInterface, name: string, deadlineMs: number): Promise<number> {
  try {
    const vector: unknown = await withDeadline(deadlineMs, () => embeddings.embedQuery('dimensions'));
    return z.array(z.number()).min(1).parse(vector).length;
  } catch (error) {
    throw toModelError(error, `The embedder ${name}`, NAMES);
  }
}

const MOST_DIMENSIONS = 16_384;

function readDimensions(environment: Environment): number | undefined {
  const value = environment.EMBEDDER_DIMENSIONS?.trim();
  if (value === undefined || value === '') return undefined;
  const parsed = z.coerce.number().int().min(1).max(MOST_DIMENSIONS).safeParse(value);
  if (parsed.success) return parsed.data;
  throw new DeskError({
    code: 'bad_setting',
    message: `EMBEDDER_DIMENSIONS is ${JSON.stringify(value)}, which is no whole number from 1 to ${MOST_DIMENSIONS}.`,
    hint: "Set it to the length of the model's vectors, or unset it.",
  });
}
