import { expect, test } from 'vitest';
import type { Embedder } from '../../src/core/ports.ts';

export interface EmbedderUnderTest {
  create(): Embedder | Promise<Embedder>;
}

const PLAIN = 'The firm has 1.7 million customers in Europe.';
const MEGABYTE = 'Sovereign cloud budgets grow. '.repeat(35_000);
const ODD_TEXTS = [
  'emoji 🇪🇺🚀 in a text',
  'control \u0000\u0001\u001b\u007f characters \u202e here',
  'lone surrogate \ud83d in a text',
  'Ünïcödé ﬁ Ⅳ 中文 العربية ไทย',
  '\'; DROP TABLE documents; -- " * (',
];
const EMPTY_TEXTS = ['', ' \n\t ', '🚀🚀', '\u0000\u0007', '... !!! ---'];

/** Rounding to single precision, over at most a few thousand numbers. */
const UNIT_LENGTH_DIGITS = 4;

/** What every Embedder must do. Call inside a `describe`. */
export function testEmbedder({ create }: EmbedderUnderTest): void {
  test('has a name and tells how long its vectors are and whether texts leave the machine', async () => {
    const embedder = await create();
    expect(embedder.name).toMatch(/\S/);
    expect(Number.isInteger(embedder.dimensions) && embedder.dimensions > 0).toBe(true);
    expect(typeof embedder.sendsTextAway).toBe('boolean');
  });

  test('gives no vectors for no texts', async () => {
    const embedder = await create();
    expect(await embedder.embedDocuments([])).toEqual([]);
  });

  test('gives a text the same vector each time, alone and among others, also from a second instance', async () => {
    const embedder = await create();
    const [alone] = await embedder.embedDocuments([PLAIN]);
    const [, among] = await embedder.embedDocuments(['Another text.', PLAIN, '']);
    const [second] = await (await create()).embedDocuments([PLAIN]);
    expect(among).toEqual(alone);
    expect(second).toEqual(alone);
  });

  test('keeps the order of the texts and does not change the list given', async () => {
    const embedder = await create();
    const texts = Object.freeze(['alpha budget', '', 'beta', 'gamma delta', 'alpha budget']);
    const together = await embedder.embedDocuments(texts);
    expect(together).toHaveLength(texts.length);
    for (const [index, text] of texts.entries()) {
      const [alone] = await embedder.embedDocuments([text]);
      expect(together[index]).toEqual(alone);
    }
  });

  test('gives vectors of unit length and of its dimensions for texts with words', async () => {
    const embedder = await create();
    for (const vector of [...(await embedder.embedDocuments([PLAIN, 'budget'])), await embedder.embedQuery(PLAIN)]) {
      expect(vector).toBeInstanceOf(Float32Array);
      expect(vector).toHaveLength(embedder.dimensions);
      expect(lengthOf(vector)).toBeCloseTo(1, UNIT_LENGTH_DIGITS);
    }
  });

  test.each(EMPTY_TEXTS)('gives a zero vector for %j, which has no word', async (text) => {
    const embedder = await create();
    const zero = new Float32Array(embedder.dimensions);
    expect(await embedder.embedDocuments([text])).toEqual([zero]);
    expect(await embedder.embedQuery(text)).toEqual(zero);
  });

  test.each(ODD_TEXTS)('gives a unit or zero vector for %j', async (text) => {
    const embedder = await create();
    const [vector] = await embedder.embedDocuments([text]);
    expectUnitOrZero(vector, embedder.dimensions);
    expectUnitOrZero(await embedder.embedQuery(text), embedder.dimensions);
  });

  test('takes a text of a megabyte, and one word of a megabyte', async () => {
    const embedder = await create();
    for (const vector of await embedder.embedDocuments([MEGABYTE, 'x'.repeat(1_000_000)])) {
      expectUnitOrZero(vector, embedder.dimensions);
    }
  });
}

function expectUnitOrZero(vector: Float32Array | undefined, dimensions: number): void {
  expect(vector).toHaveLength(dimensions);
  const length = lengthOf(vector ?? []);
  expect(length === 0 || Math.abs(length - 1) < 10 ** -UNIT_LENGTH_DIGITS).toBe(true);
}

function lengthOf(vector: Iterable<number>): number {
  return Math.hypot(...vector);
}
