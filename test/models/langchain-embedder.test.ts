import { MemoryVectorStore } from '@langchain/classic/vectorstores/memory';
import { Document } from '@langchain/core/documents';
import { FakeEmbeddings } from '@langchain/core/utils/testing';
import { describe, expect, test } from 'vitest';
import { createLangChainEmbedder } from '../../src/models/langchain-embedder.ts';
import { createLangChainEmbeddings } from '../../src/models/langchain-embeddings.ts';
import { createWordVectorEmbedder } from '../../src/models/word-vector-embedder.ts';
import { testEmbedder } from '../contracts/embedder.ts';

describe("LangChain's fake embeddings as an Embedder", () => {
  testEmbedder({
    create: () =>
      createLangChainEmbedder({ embeddings: new FakeEmbeddings(), name: 'fake', dimensions: 4, sendsTextAway: false }),
  });
});

/** Gives the vector that `embed` makes, and remembers what it was asked. */
function recordingEmbeddings(embed: (text: string) => number[]) {
  const asked: string[][] = [];
  return {
    asked,
    embeddings: {
      async embedDocuments(texts: string[]) {
        asked.push(texts);
        return texts.map(embed);
      },
      async embedQuery(text: string) {
        asked.push([text]);
        return embed(text);
      },
    },
  };
}

const described = { name: 'model-x', dimensions: 2, sendsTextAway: true };

describe('the adapter of LangChain embeddings', () => {
  test('asks in batches and puts the vectors back into their places', async () => {
    const { asked, embeddings } = recordingEmbeddings((text) => [Number(text), 1]);
    const embedder = createLangChainEmbedder({ ...described, embeddings, batchSize: 2 });
    const vectors = await embedder.embedDocuments(['1', '', '2', '...', '3']);
    expect(asked).toEqual([['1', '2'], ['3']]);
    expect(vectors.map((vector) => Math.round((vector[0] ?? 0) / (vector[1] || 1)))).toEqual([1, 0, 2, 0, 3]);
  });

  test('does not send texts without words', async () => {
    const { asked, embeddings } = recordingEmbeddings(() => [1, 0]);
    const embedder = createLangChainEmbedder({ ...described, embeddings });
    await embedder.embedDocuments(['', ' ', '🚀']);
    await embedder.embedQuery('?!');
    expect(asked).toEqual([]);
  });

  test('cuts long texts, never inside a character', async () => {
    const { asked, embeddings } = recordingEmbeddings(() => [1, 0]);
    await createLangChainEmbedder({ ...described, embeddings }).embedQuery(`a${'😀'.repeat(10_000)}`);
    const sent = asked[0]?.[0] ?? '';
    expect(sent.length).toBeLessThanOrEqual(8_000);
    expect(Buffer.from(sent).toString()).toBe(sent);
    expect(sent.length).toBeGreaterThan(7_000);
  });

  test.each([
    ['a vector too short', () => [1], /vector of 1 numbers instead of 2/],
    ['a vector too long', () => [1, 2, 3], /vector of 3 numbers instead of 2/],
    ['not-a-number', () => [1, Number.NaN], /no numbers/],
    ['infinity', () => [1, Number.POSITIVE_INFINITY], /no numbers/],
    ['null', () => null as unknown as number[], /something else than a vector/],
  ])('refuses %s from the model', async (_what, embed, message) => {
    const embedder = createLangChainEmbedder({ ...described, embeddings: recordingEmbeddings(embed).embeddings });
    const expected = { code: 'model_unavailable', message: expect.stringMatching(message), hint: expect.any(String) };
    await expect(embedder.embedDocuments(['text'])).rejects.toMatchObject(expected);
    await expect(embedder.embedQuery('text')).rejects.toMatchObject(expected);
  });

  test('refuses fewer vectors than texts', async () => {
    const embeddings = { embedDocuments: async () => [[1, 0]], embedQuery: async () => [1, 0] };
    await expect(
      createLangChainEmbedder({ ...described, embeddings }).embedDocuments(['a', 'b']),
    ).rejects.toMatchObject({
      code: 'model_unavailable',
      message: 'The embedder model-x gave 1 vectors for 2 texts.',
    });
  });

  test('takes a zero vector, and vectors of very large or small numbers, as they are meant', async () => {
    const vectors: Record<string, number[]> = { zero: [0, 0], large: [3e300, 4e300], small: [3e-300, 4e-300] };
    const { embeddings } = recordingEmbeddings((text) => vectors[text] ?? []);
    const embedder = createLangChainEmbedder({ ...described, embeddings });
    const [zero, large, small] = await embedder.embedDocuments(['zero', 'large', 'small']);
    expect(zero).toEqual(new Float32Array(2));
    expect(large).toEqual(small);
    expect(large?.[0]).toBeCloseTo(0.6, 6);
    expect(large?.[1]).toBeCloseTo(0.8, 6);
  });

  test('gives up on a model that never answers', async () => {
    const never = () => new Promise<never>(() => {});
    const embeddings = { embedDocuments: never, embedQuery: never };
    const embedder = createLangChainEmbedder({ ...described, embeddings, deadlineMs: 20 });
    const expected = { code: 'model_unavailable', message: 'The embedder model-x gave no answer within 20 ms.' };
    await expect(embedder.embedDocuments(['a'])).rejects.toMatchObject(expected);
    await expect(embedder.embedQuery('a')).rejects.toMatchObject(expected);
  });

  test('names the model and keeps the cause when the client throws', async () => {
    const cause = new TypeError('fetch failed');
    const fail = () => Promise.reject(cause);
    const embedder = createLangChainEmbedder({
      ...described,
      embeddings: { embedDocuments: fail, embedQuery: fail },
    });
    await expect(embedder.embedQuery('a')).rejects.toMatchObject({
      code: 'model_unavailable',
      message: expect.stringContaining('model-x'),
      cause,
    });
  });
});

describe('an Embedder as LangChain embeddings', () => {
  test("serves LangChain's own vector store", async () => {
    const store = new MemoryVectorStore(createLangChainEmbeddings(createWordVectorEmbedder()));
    await store.addDocuments(
      ['The cat sleeps on the sofa.', 'The ministry approved the spending plan.', 'Rain fell all night.'].map(
        (pageContent, index) => new Document({ pageContent, metadata: { index } }),
      ),
    );
    const [nearest] = await store.similaritySearch('Did the government accept the budget?', 1);
    expect(nearest?.metadata).toEqual({ index: 1 });
  });
});
