import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createWordVectorEmbedder } from '../../src/models/word-vector-embedder.ts';
import { decodeTable, encodeTable, loadTable } from '../../src/models/word-vectors/word-vector-table.ts';
import { testEmbedder } from '../contracts/embedder.ts';

const embedder = createWordVectorEmbedder();

describe('the built-in embedder as an Embedder', () => {
  testEmbedder({ create: () => createWordVectorEmbedder() });
});

describe('the built-in embedder', () => {
  test('keeps every text on this machine', () => {
    expect(embedder.sendsTextAway).toBe(false);
  });

  test.each([
    [
      'How many clients does the company have?',
      'The firm serves a million customers.',
      'Rain fell over the mountains.',
    ],
    ['Who criticised the budget?', 'The funding was attacked by an analyst.', 'The cat sleeps on a warm sofa.'],
    ['plans for a language model', 'The group intends to train neural networks.', 'The chef cooks soup with onions.'],
  ])('finds %j nearer to %j than to %j, without a shared word', (question, near, far) => {
    expect(cosine(question, near)).toBeGreaterThan(cosine(question, far) + 0.2);
  });

  test('gives a zero vector for stop words and single letters alone', () => {
    expect(embedder.embedText('of the and a I x')).toEqual(new Float32Array(100));
  });

  test('gives a name that it does not know the same vector in all its written forms', () => {
    for (const form of ['OVHcloud', 'ovhcloud', "OVHcloud's", 'OVHcloud’s', 'OVHcloud.']) {
      expect(cosine('OVHcloud', form)).toBeCloseTo(1, 5);
    }
  });

  test('brings unknown words with mostly the same letters near, and leaves other unknown words apart', () => {
    expect(cosine('OVHcloud', 'OVHclouds')).toBeGreaterThan(0.4);
    for (const other of ['Zyxelbrand', 'qwertzuiop', '238', '2380']) {
      expect(Math.abs(cosine('OVHcloud', other))).toBeLessThan(0.35);
    }
    expect(Math.abs(cosine('238', '2380'))).toBeLessThan(0.35);
  });

  test('takes common words to weigh less than rare ones', () => {
    expect(cosine('made sovereignty', 'sovereignty')).toBeGreaterThan(cosine('made sovereignty', 'made'));
  });

  test('gives unit or zero vectors for any text, and the same for the text with other white space', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 12 }), { maxLength: 30 }), (parts) => {
        const vector = embedder.embedText(parts.join(' '));
        const length = Math.hypot(...vector);
        expect(vector).toHaveLength(100);
        expect(length === 0 || Math.abs(length - 1) < 1e-4).toBe(true);
        expect(embedder.embedText(parts.join('\n\t'))).toEqual(vector);
      }),
    );
  });

  test('gives a sum: the order of the words does not count', () => {
    const words = fc.constantFrom('cloud', 'budget', 'europe', 'OVHcloud', 'the', '238', 'analyst');
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 12 }), (list) => {
        const forward = embedder.embedText(list.join(' '));
        const backward = embedder.embedText(list.toReversed().join(' '));
        for (const [i, value] of forward.entries()) expect(backward[i]).toBeCloseTo(value, 4);
      }),
    );
  });
});

describe('the knowledge of words', () => {
  test('knows near-synonyms from strangers', () => {
    expect(embedder.similarity('customers', 'clients')).toBeGreaterThan(0.6);
    expect(embedder.similarity('company', 'firm')).toBeGreaterThan(0.6);
    expect(embedder.similarity('budget', 'cat')).toBeLessThan(0.3);
  });

  test('is symmetric, and 1 for a word and itself', () => {
    expect(embedder.similarity('budget', 'budget')).toBeCloseTo(1, 6);
    expect(embedder.similarity('budget', 'funding')).toBe(embedder.similarity('funding', 'budget'));
  });

  test.each(['', 'ovhcloud', 'Budget', 'budget\nfunding', 'été', '\u0162he'])('does not know %j', (word) => {
    expect(embedder.similarity(word, 'budget')).toBeUndefined();
    expect(embedder.similarity('budget', word)).toBeUndefined();
    expect(embedder.rank(word)).toBeUndefined();
  });

  test('ranks words by how frequent they are', () => {
    expect(embedder.rank('the')).toBe(1);
    const ranks = ['said', 'budget', 'sovereignty', 'misinterpreting'].map((word) => embedder.rank(word) ?? 0);
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
    expect(ranks[0]).toBeGreaterThan(1);
    expect(ranks.at(-1)).toBeLessThanOrEqual(embedder.words);
  });

  test('finds every word of the list at its line', () => {
    const url = new URL('../../src/models/word-vectors/words.txt', import.meta.url);
    const lines = readFileSync(url, 'ascii').trimEnd().split('\n');
    expect(lines).toHaveLength(embedder.words);
    expect(lines.findIndex((word, index) => embedder.rank(word) !== index + 1)).toBe(-1);
  });
});

describe('the files of word vectors', () => {
  const content = {
    words: ['north', 'east', 'diagonal'],
    rows: Int8Array.from([0, 127, 127, 0, 100, 100]),
    scales: Float32Array.from([0.5, 0.25, 2]),
    commonComponent: Float32Array.from([0, 1]),
    typicalNorm: 3,
  };

  test('come back as they were written', () => {
    const { words, vectors } = encodeTable(content);
    const table = decodeTable(words, vectors);
    expect({ ...table, findRow: undefined }).toEqual({
      count: 3,
      dimensions: 2,
      rows: content.rows,
      scales: content.scales,
      commonComponent: content.commonComponent,
      typicalNorm: 3,
      findRow: undefined,
    });
    expect(content.words.map(table.findRow)).toEqual([0, 1, 2]);
    expect(['nort', 'northe', 'n', '', 'west'].map(table.findRow)).toEqual([-1, -1, -1, -1, -1]);
  });

  test('give the cosine of two words by hand', () => {
    const { words, vectors } = encodeTable(content);
    const small = createWordVectorEmbedder({ table: decodeTable(words, vectors) });
    expect(small.similarity('north', 'east')).toBe(0);
    expect(small.similarity('north', 'diagonal')).toBeCloseTo(Math.SQRT1_2, 6);
  });

  test('are used without their common component when that is removed, and with it when not', () => {
    const { words, vectors } = encodeTable(content);
    const table = decodeTable(words, vectors);
    const removing = createWordVectorEmbedder({ table });
    const keeping = createWordVectorEmbedder({ table, removesCommonComponent: false });
    expect(Array.from(removing.embedText('diagonal'))).toEqual([1, 0]);
    expect(Array.from(keeping.embedText('diagonal'), (value) => value.toFixed(4))).toEqual(['0.7071', '0.7071']);
    expect(Array.from(removing.embedText('north'))).toEqual([0, 0]);
  });

  test('find any word in a list of any words, and no other word', () => {
    const word = fc.stringMatching(/^[a-z0-9]{1,6}$/);
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 200 }), fc.array(word), (list, others) => {
        const { words, vectors } = encodeTable({
          words: list,
          rows: new Int8Array(list.length),
          scales: new Float32Array(list.length),
          commonComponent: new Float32Array(1),
          typicalNorm: 1,
        });
        const { findRow } = decodeTable(words, vectors);
        for (const asked of [...list, ...others]) expect(findRow(asked)).toBe(list.indexOf(asked));
      }),
    );
  });

  test('are refused when one is cut, foreign, or of another size than the other', () => {
    const { words, vectors } = encodeTable(content);
    expect(() => decodeTable(words, vectors.subarray(0, -1))).toThrow(/bytes instead of/);
    expect(() => decodeTable(words, vectors.subarray(0, 7))).toThrow(/unknown format/);
    expect(() => decodeTable(words, Buffer.alloc(vectors.length))).toThrow(/unknown format/);
    expect(() => decodeTable(words.subarray(0, -5), vectors)).toThrow(/2 words instead of 3/);
    expect(() => decodeTable(Buffer.concat([words, Buffer.from('west\n')]), vectors)).toThrow(/more than 3/);
    expect(() => decodeTable(Buffer.from(`${words}`.replaceAll('\n', '\r\n')), vectors)).toThrow(/Windows/);
  });

  test('are named with a mend when they are not there', () => {
    const nowhere = new URL('./no-such-file', import.meta.url);
    expect(() => loadTable(nowhere, nowhere)).toThrow(
      expect.objectContaining({ code: 'defect', hint: expect.stringContaining('EMBEDDER=none') }),
    );
  });
});

function cosine(a: string, b: string): number {
  const x = embedder.embedText(a);
  const y = embedder.embedText(b);
  return x.reduce((sum, value, i) => sum + value * (y[i] ?? 0), 0);
}
