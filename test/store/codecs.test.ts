import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createByteReader, createByteWriter } from '../../src/store/byte-writer.ts';
import { decodeParts, encodeParts } from '../../src/store/document-parts.ts';
import { createTopHits } from '../../src/store/top-hits.ts';
import {
  concatenateVectorRows,
  encodeVectorRows,
  openVectorRows,
  quantiseVectors,
} from '../../src/store/vector-rows.ts';
import { createRandom, randomVector } from './indexed-documents.ts';

describe('varints', () => {
  it('give back every number of 32 bits, with and without sign', () => {
    const edges = [0, 1, 127, 128, 16_383, 16_384, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1];
    const numbers = fc.array(fc.oneof(fc.constantFrom(...edges), fc.nat(2 ** 31 - 1)));
    const signed = fc.array(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }));
    fc.assert(
      fc.property(numbers, signed, (unsigned, withSign) => {
        const writer = createByteWriter(1);
        for (const value of unsigned) writer.writeVarint(value);
        for (const value of withSign) writer.writeSigned(value);
        const reader = createByteReader(writer.bytes());
        expect(unsigned.map(() => reader.readVarint())).toEqual(unsigned);
        expect(withSign.map(() => reader.readSigned())).toEqual(withSign);
        expect(reader.position).toBe(writer.length);
        expect(() => reader.readVarint()).toThrow(RangeError);
      }),
    );
  });
});

describe('the parts of a document', () => {
  const span = fc.tuple(fc.nat(5_000), fc.nat(5_000)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
  const parts = fc.record({
    sentences: fc.array(
      fc
        .tuple(span, fc.nat(300), fc.constantFrom('prose' as const, 'heading' as const, 'list' as const))
        .map(([place, block, kind]) => ({ ...place, block, kind })),
      { minLength: 1 },
    ),
    passages: fc.array(span.map((place) => ({ ...place, firstSentence: 0, endSentence: 1 }))),
  });

  it('come back as they were written, in whatever order they stand', () => {
    fc.assert(
      fc.property(parts, (written) => {
        expect(decodeParts(encodeParts(written), 5_000)).toEqual(written);
      }),
    );
  });

  it('are refused when they are cut off, have bytes left over, or point outside the text', () => {
    fc.assert(
      fc.property(parts, fc.double({ min: 0, max: 0.999, noNaN: true }), (written, share) => {
        const bytes = encodeParts(written);
        expect(() => decodeParts(bytes.slice(0, Math.floor(bytes.length * share)), 5_000)).toThrow(RangeError);
        expect(() => decodeParts(Uint8Array.of(...bytes, 0), 5_000)).toThrow(RangeError);
        const end = Math.max(...[...written.sentences, ...written.passages].map((part) => part.end));
        if (end > 0) expect(() => decodeParts(bytes, end - 1)).toThrow(RangeError);
      }),
    );
  });
});

describe('vectors in one byte a number', () => {
  const random = createRandom(3);
  const vectors = Array.from({ length: 50 }, () => randomVector(random, 100));

  it('keep their direction to within a thousandth or two', () => {
    const { numbers, scales } = quantiseVectors(vectors, 100);
    for (const [row, vector] of vectors.entries()) {
      const kept = Array.from(numbers.subarray(row * 100, (row + 1) * 100), (number) => number * (scales[row] ?? 0));
      expect(Math.hypot(...kept)).toBeCloseTo(1, 5);
      expect(kept.reduce((sum, value, index) => sum + value * (vector[index] ?? 0), 0)).toBeGreaterThan(0.9995);
    }
  });

  it('come back from their bytes, and not from damaged ones', () => {
    const rows = quantiseVectors(vectors, 100);
    const encoded = encodeVectorRows(rows);
    expect(openVectorRows(encoded)).toEqual(rows);
    for (const index of [0, 4, 8, 17, 300, encoded.length - 1]) {
      const damaged = encoded.slice();
      damaged[index] = (damaged[index] ?? 0) ^ 1;
      expect(() => openVectorRows(damaged)).toThrow(RangeError);
      expect(() => openVectorRows(encoded.slice(0, index))).toThrow(RangeError);
    }
  });

  it('are chosen and joined row by row', () => {
    const [first, second] = [quantiseVectors(vectors.slice(0, 3), 100), quantiseVectors(vectors.slice(3, 6), 100)];
    const joined = concatenateVectorRows(
      [
        { rows: first, keep: (row) => row !== 1 },
        { rows: second, keep: (row) => row === 2 },
      ],
      100,
    );
    const expected = quantiseVectors(
      [vectors[0], vectors[2], vectors[5]].flatMap((vector) => vector ?? []),
      100,
    );
    expect(joined).toEqual(expected);
  });
});

describe('the best hits', () => {
  it('are those that sorting everything gives', () => {
    const row = fc.record({ score: fc.constantFrom(0.5, 1, 1.5, 2), seq: fc.nat(5), row: fc.nat(5) });
    fc.assert(
      fc.property(fc.array(row), fc.nat(12), (rows, limit) => {
        const top = createTopHits(limit);
        for (const { score, seq, row: place } of rows) top.offer(score, seq, place);
        const sorted = [...rows].sort((a, b) => b.score - a.score || a.seq - b.seq || a.row - b.row);
        expect(top.sorted()).toEqual(sorted.slice(0, limit));
      }),
    );
  });
});
