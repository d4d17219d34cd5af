import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  at,
  createPostingBuffer,
  decodePostings,
  encodeSegment,
  findDocument,
  findTerm,
  openSegment,
  readFrequencies,
  type Segment,
} from '../../src/store/segment.ts';
import { buildSegment, type SegmentDocument } from '../../src/store/segment-builder.ts';
import { mergeSegments } from '../../src/store/segment-merge.ts';

const term = fc.oneof(
  fc.constantFrom('a', 'b', 'ab', 'é', '日本', '😀', '\uffff'),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
);
const terms = fc.array(term, { maxLength: 12 });
const documents: fc.Arbitrary<SegmentDocument[]> = fc
  .array(fc.record({ headTerms: terms, passageTerms: fc.array(terms, { maxLength: 4 }) }), {
    minLength: 1,
    maxLength: 8,
  })
  .map((sketches) => sketches.map((sketch, index) => ({ ...sketch, seq: 3 * index + 5 })));

/** What a segment says, term by term, in plain values: `term -> [[seq, unit in document, frequency], …]`. */
function readOut(segment: Segment): Map<string, number[][]> {
  const buffer = createPostingBuffer(segment.unitCount);
  const content = new Map<string, number[][]>();
  for (let number = 0; number < segment.termCount; number += 1) {
    const bytes = segment.terms.subarray(at(segment.termOffsets, number), at(segment.termOffsets, number + 1));
    const count = decodePostings(segment, number, buffer);
    const postings = Array.from({ length: count }, (_, index) => {
      const unit = at(buffer.units, index);
      const document = segment.firstUnits.findLastIndex((first) => first <= unit);
      return [at(segment.seqs, document), unit - at(segment.firstUnits, document), at(buffer.frequencies, index)];
    });
    content.set(Buffer.from(bytes).toString('utf8'), postings);
  }
  return content;
}

/** The same, counted from the documents. */
function countOut(sources: readonly SegmentDocument[]): Map<string, number[][]> {
  const content = new Map<string, number[][]>();
  for (const { seq, headTerms, passageTerms } of sources) {
    for (const [unit, unitTerms] of [headTerms, ...passageTerms].entries()) {
      for (const unitTerm of new Set(unitTerms)) {
        const postings = content.get(unitTerm) ?? [];
        postings.push([seq, unit, unitTerms.filter((other) => other === unitTerm).length]);
        content.set(unitTerm, postings);
      }
    }
  }
  return content;
}

describe('a segment', () => {
  it('says after encoding and opening what its documents say', () => {
    fc.assert(
      fc.property(documents, (sources) => {
        const segment = openSegment(encodeSegment(buildSegment(sources)));
        const expected = countOut(sources);
        expect(readOut(segment)).toEqual(expected);
        for (const [expectedTerm, postings] of expected) {
          const number = findTerm(segment, Buffer.from(expectedTerm, 'utf8'));
          expect(readFrequencies(segment, number)).toEqual({
            documents: new Set(postings.map(([seq]) => seq)).size,
            passages: postings.filter(([, unit]) => unit !== 0).length,
          });
        }
        expect(findTerm(segment, Buffer.from('not there'))).toBe(-1);
        for (const [index, { seq }] of sources.entries()) expect(findDocument(segment, seq)).toBe(index);
        expect(findDocument(segment, 6)).toBe(-1);
      }),
    );
  });

  it('keeps its terms sorted by bytes', () => {
    fc.assert(
      fc.property(documents, (sources) => {
        const read = [...readOut(buildSegment(sources)).keys()].map((key) => Buffer.from(key, 'utf8'));
        expect(read).toEqual([...read].sort(Buffer.compare));
      }),
    );
  });

  it('made by merging is the segment built of the live documents', () => {
    fc.assert(
      fc.property(
        fc.array(documents, { minLength: 1, maxLength: 4 }),
        fc.infiniteStream(fc.boolean()),
        (groups, coins) => {
          const numbered = groups.map((group, place) =>
            group.map((source, index) => ({ ...source, seq: 100 * place + 2 * index + 1 })),
          );
          const kept: SegmentDocument[] = [];
          const inputs = numbered.map((group) => {
            const live = Uint8Array.from(group, () => (coins.next().value === true ? 1 : 0));
            kept.push(...group.filter((_, index) => live[index] === 1));
            return { segment: openSegment(encodeSegment(buildSegment(group))), live };
          });
          expect(encodeSegment(mergeSegments(inputs))).toEqual(encodeSegment(buildSegment(kept)));
        },
      ),
    );
  });

  it('holds units and frequencies that need several bytes', () => {
    const passageTerms = Array.from({ length: 70_000 }, (_, passage) =>
      passage % 30_000 === 0 ? Array(300).fill('far') : ['near'],
    );
    const segment = openSegment(encodeSegment(buildSegment([{ seq: 4_000_000_000, headTerms: [], passageTerms }])));
    const buffer = createPostingBuffer(segment.unitCount);
    const count = decodePostings(segment, findTerm(segment, Buffer.from('far')), buffer);
    expect([...buffer.units.subarray(0, count)]).toEqual([1, 30_001, 60_001]);
    expect([...buffer.frequencies.subarray(0, count)]).toEqual([300, 300, 300]);
    expect(segment.seqs[0]).toBe(4_000_000_000);
  });

  it('is not opened when any byte of it is wrong or missing', () => {
    const encoded = encodeSegment(buildSegment([{ seq: 1, headTerms: ['a'], passageTerms: [['b', 'c', 'b']] }]));
    for (let index = 0; index < encoded.length; index += 1) {
      const damaged = encoded.slice();
      damaged[index] = (damaged[index] ?? 0) ^ 0x10;
      expect(() => openSegment(damaged)).toThrow(RangeError);
      expect(() => openSegment(encoded.slice(0, index))).toThrow(RangeError);
    }
  });

  it('is opened from bytes at any place in memory', () => {
    const encoded = encodeSegment(buildSegment([{ seq: 7, headTerms: ['a'], passageTerms: [] }]));
    for (const shift of [0, 1, 2, 3]) {
      const shifted = new Uint8Array(encoded.length + shift);
      shifted.set(encoded, shift);
      expect([...openSegment(shifted.subarray(shift)).seqs]).toEqual([7]);
    }
  });
});
