import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createWordNetRelations } from '../../src/models/word-net-relations.ts';
import { decodeRelations, encodeRelations } from '../../src/models/word-relations/relation-table.ts';

const relations = createWordNetRelations();

describe('the built-in word relations', () => {
  test.each([
    ['buy', 'purchased'],
    ['physicians', 'doctor'],
    ['big', 'large'],
    ['began', 'started'],
    ['went', 'go'],
  ])('hold %s and %s for the same', (a, b) => {
    expect(relations.compare(a, b).synonymy).toBe(1);
  });

  test.each([
    ['cost', 'river'],
    ['bank', 'minister'],
    ['zxqv', 'zxqw'],
  ])('see nothing in common between %s and %s', (a, b) => {
    expect(relations.compare(a, b).kinship).toBe(0);
  });

  test('hold a rare meaning for less than a common one', () => {
    expect(relations.compare('state', 'said').synonymy).toBeLessThan(1);
    expect(relations.compare('state', 'said').synonymy).toBeGreaterThan(relations.compare('cost', 'price').synonymy);
  });

  test('hold a kind of a thing for nearly the same as the thing', () => {
    expect(relations.compare('acquire', 'bought').synonymy).toBe(0);
    expect(relations.compare('acquire', 'bought').kinship).toBeCloseTo(0.6);
  });

  test.each([
    ['rises', 'fell'],
    ['cheaper', 'expensive'],
    ['won', 'losing'],
    ['prohibited', 'allows'],
  ])('oppose %s to %s, both ways', (a, b) => {
    expect(relations.compare(a, b).isAntonym).toBe(true);
    expect(relations.compare(b, a).isAntonym).toBe(true);
  });

  test('do not oppose words that are merely of one class', () => {
    expect(relations.compare('cat', 'dog').isAntonym).toBe(false);
  });

  test.each([
    ['acquire', 'acquisitions'],
    ['france', 'french'],
    ['died', 'death'],
    ['inventor', 'invented'],
  ])('derive %s and %s from each other', (a, b) => {
    expect(relations.compare(a, b).isDerived).toBe(true);
    expect(relations.compare(b, a).isDerived).toBe(true);
  });

  test('know what a deed causes, not the reverse', () => {
    expect(relations.compare('killed', 'die').entailment).toBe(1);
    expect(relations.compare('die', 'killed').entailment).toBe(0);
  });

  test.each([
    ['berlin', 'city', 1],
    ['new york', 'city', 1],
    ['tankers', 'ship', 1],
    ['minister', 'person', 1],
    ['nato', 'organization', 1],
    ['linux', 'software', 1],
    ['berlin', 'animal', 0],
    ['table', 'person', 0],
  ])('tell whether a %s is a %s', (word, kind, expected) => {
    expect(relations.isA(word, kind)).toBe(expected);
  });

  test('tell nothing about the class of a word they do not know', () => {
    expect(relations.isA('ovhcloud', 'company')).toBeUndefined();
    expect(relations.isKnown('ovhcloud')).toBe(false);
    expect(relations.partShare('ovhcloud', 'noun')).toBeUndefined();
    expect(relations.baseForms('ovhcloud')).toEqual([]);
  });

  test('know how a word is mostly used', () => {
    expect(relations.partShare('commission', 'noun')).toBe(1);
    expect(relations.partShare('commission', 'verb')).toBeLessThan(0.5);
    expect(relations.partShare('large', 'adjective')).toBe(1);
  });

  test('take inflected words to their base', () => {
    expect(relations.baseForms('stopped')).toContain('stop');
    expect(relations.baseForms('founded')).toEqual(['found']);
    expect(relations.baseForms('children')).toEqual(['child']);
  });

  test('give values from 0 to 1 that do not depend on the order', () => {
    const words = 'cost price rise fall rose war city run state may saw led better zxqv'.split(' ');
    fc.assert(
      fc.property(fc.constantFrom(...words), fc.constantFrom(...words), (a, b) => {
        const { entailment, ...forth } = relations.compare(a, b);
        const { entailment: _, ...back } = relations.compare(b, a);
        for (const value of [entailment, forth.synonymy, forth.kinship, forth.siblinghood]) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1);
        }
        expect(forth).toEqual(back);
      }),
    );
  });
});

describe('the file of word relations', () => {
  const content = {
    words: ['fall', 'go up', 'rise'],
    meanings: { starts: Uint32Array.of(0, 1, 2, 3), values: Uint32Array.of(0, 1, 1) },
    shares: Uint8Array.of(255, 90, 200),
    parts: Uint8Array.of(1, 1),
    broader: { starts: Uint32Array.of(0, 0, 0), values: new Uint32Array() },
    entailed: { starts: Uint32Array.of(0, 0, 0), values: new Uint32Array() },
    similar: { starts: Uint32Array.of(0, 0, 0), values: new Uint32Array() },
    opposites: { starts: Uint32Array.of(0, 1, 1, 2), values: Uint32Array.of(2, 0) },
    derived: { starts: Uint32Array.of(0, 0, 0, 0), values: new Uint32Array() },
  };

  test('gives back what was put in, also from bytes that do not start at a multiple of four', () => {
    const bytes = Buffer.concat([Buffer.of(0), encodeRelations(content)]).subarray(1);
    const table = decodeRelations(bytes);
    expect(content.words.map((word) => table.readWord(table.findWord(word)))).toEqual(content.words);
    expect(table.findWord('gone')).toBe(-1);
    const own = createWordNetRelations(table);
    expect(own.compare('rising', 'fell').isAntonym).toBe(true);
    expect(own.compare('go up', 'rise').synonymy).toBeCloseTo(90 / 255);
  });

  test('is refused when cut off or of another format', () => {
    const bytes = encodeRelations(content);
    for (let length = 0; length < bytes.length; length++) {
      expect(() => decodeRelations(bytes.subarray(0, length))).toThrow(RangeError);
    }
    expect(() => decodeRelations(Buffer.alloc(bytes.length))).toThrow('unknown format');
  });

  test('stays small enough to be kept with the code', () => {
    const file = readFileSync(new URL('../../src/models/word-relations/relations.bin', import.meta.url));
    expect(file.length).toBeLessThan(2_500_000);
  });
});
