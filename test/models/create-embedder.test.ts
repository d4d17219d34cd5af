import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createEmbedder } from '../../src/models/create-embedder.ts';
import { testEmbedder } from '../contracts/embedder.ts';
import { embedWith, type FakeOpenAIServer, failWith, sendJson, startFakeOpenAIServer } from './fake-openai-server.ts';

/** Letter counts: three numbers that the text determines. */
function countLetters(text: string): number[] {
  return ['a', 'e', 'x'].map((letter) => text.split(letter).length);
}

let server: FakeOpenAIServer;

beforeEach(async () => {
  server = await startFakeOpenAIServer(embedWith(countLetters));
});

afterEach(async () => {
  await server.close();
});

async function createHosted(environment: Record<string, string> = {}) {
  const embedder = await createEmbedder('openai:test-model', {
    EMBEDDER_BASE_URL: server.baseUrl,
    EMBEDDER_API_KEY: 'key-1',
    ...environment,
  });
  if (embedder === undefined) throw new Error('no embedder');
  return embedder;
}

describe('an OpenAI-compatible service as an Embedder', () => {
  testEmbedder({ create: () => createHosted() });
});

describe('the setting EMBEDDER', () => {
  test.each([undefined, '', ' ', 'built-in'])('gives the built-in embedder for %j', async (setting) => {
    expect((await createEmbedder(setting, {}))?.name).toMatch(/^word-vectors-/);
  });

  test('gives no embedder for "none"', async () => {
    expect(await createEmbedder('none', {})).toBeUndefined();
  });

  test.each(['openai', 'openai:', ':x', 'cohere:embed', 'text-embedding-3-small'])('refuses %j', async (setting) => {
    await expect(createEmbedder(setting, { EMBEDDER_API_KEY: 'key-1' })).rejects.toMatchObject({
      code: 'bad_setting',
      message: expect.stringContaining(JSON.stringify(setting)),
    });
  });

  test('demands a key for OpenAI itself, and an address that is one', async () => {
    await expect(createEmbedder('openai:m', {})).rejects.toMatchObject({
      code: 'bad_setting',
      message: expect.stringContaining('EMBEDDER_API_KEY'),
    });
    for (const address of ['api.example.org', 'file:///etc/passwd', 'ftp://example.org']) {
      await expect(
        createEmbedder('openai:m', { EMBEDDER_API_KEY: 'k', EMBEDDER_BASE_URL: address }),
      ).rejects.toMatchObject({ code: 'bad_setting', message: expect.stringContaining('EMBEDDER_BASE_URL') });
    }
  });

  test.each(['0', '-3', '1.5', 'many', '999999'])('refuses EMBEDDER_DIMENSIONS=%s', async (value) => {
    await expect(createHosted({ EMBEDDER_DIMENSIONS: value })).rejects.toMatchObject({
      code: 'bad_setting',
      message: expect.stringContaining('EMBEDDER_DIMENSIONS'),
    });
  });

  test('says which package to install for a local model', async () => {
    await expect(createEmbedder('local:Xenova/all-MiniLM-L6-v2', {})).rejects.toMatchObject({
      code: 'bad_setting',
      message: expect.stringContaining('@huggingface/transformers'),
      hint: expect.stringMatching(/npm install @huggingface\/transformers@\d/),
    });
  });
});

describe('a hosted embedder', () => {
  test('sends model, key and texts to the address that is set, in plain numbers', async () => {
    const embedder = await createHosted({ EMBEDDER_DIMENSIONS: '3' });
    expect(server.requests).toEqual([]);
    await embedder.embedDocuments(['first', 'second']);
    expect(server.requests).toEqual([
      {
        path: '/v1/embeddings',
        authorization: 'Bearer key-1',
        body: { model: 'test-model', input: ['first', 'second'], encoding_format: 'float' },
      },
    ]);
  });

  test('asks the model once how long its vectors are when that is not set', async () => {
    const embedder = await createHosted();
    expect(embedder.dimensions).toBe(3);
    expect(server.requests).toHaveLength(1);
  });

  test('names model and host, as equal model names at two services may differ', async () => {
    const embedder = await createHosted();
    expect(embedder.name).toBe(`openai:test-model@${new URL(server.baseUrl).host}`);
  });

  test('says that texts leave the machine unless the address is loopback', async () => {
    expect((await createHosted()).sendsTextAway).toBe(false);
    for (const address of [
      'https://api.mistral.ai/v1',
      'http://localhost.example.org/v1',
      'http://127.0.0.1.example.org',
    ]) {
      const embedder = await createHosted({ EMBEDDER_BASE_URL: address, EMBEDDER_DIMENSIONS: '3' });
      expect(embedder.sendsTextAway).toBe(true);
    }
  });

  test('sends no key of another service when none is set', async () => {
    process.env.OPENAI_API_KEY = 'secret-of-another-service';
    try {
      const embedder = await createEmbedder('openai:m', { EMBEDDER_BASE_URL: server.baseUrl });
      await embedder?.embedQuery('text');
    } finally {
      delete process.env.OPENAI_API_KEY;
    }
    expect(server.requests).not.toHaveLength(0);
    expect(JSON.stringify(server.requests)).not.toContain('secret-of-another-service');
  });

  test.each([
    [401, /refused the key/, /EMBEDDER_API_KEY/],
    [404, /not found/, /EMBEDDER\b/],
  ])('explains HTTP %i', async (status, message, hint) => {
    const embedder = await createHosted({ EMBEDDER_DIMENSIONS: '3' });
    server.respondWith(failWith(status));
    await expect(embedder.embedQuery('text')).rejects.toMatchObject({
      code: 'model_unavailable',
      message: expect.stringMatching(message),
      hint: expect.stringMatching(hint),
    });
    expect(server.requests).toHaveLength(1);
  });

  test('explains at start when the service cannot be reached', async () => {
    await server.close();
    await expect(createHosted()).rejects.toMatchObject({
      code: 'model_unavailable',
      hint: expect.stringContaining('EMBEDDER_BASE_URL'),
    });
    server = await startFakeOpenAIServer(embedWith(countLetters));
  });

  test('refuses an answer that is no embedding', async () => {
    const embedder = await createHosted({ EMBEDDER_DIMENSIONS: '3' });
    server.respondWith((_request, response) => sendJson(response, 200, { hello: 'world' }));
    await expect(embedder.embedQuery('text')).rejects.toMatchObject({ code: 'model_unavailable' });
  });
});
