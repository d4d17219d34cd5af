import { at, compareBytes, createPostingBuffer, decodePostings, type Segment } from './segment.ts';
import { countUnits, createTermWriter, unitDocuments } from './segment-builder.ts';

/** A segment with the documents that are still live in it; `undefined`: all are. */
export interface MergeInput {
  readonly segment: Segment;
  /** 1 per live document, 0 per removed one. */
  readonly live: Uint8Array | undefined;
}

/** One segment that holds the live documents of the given ones, whose seqs ascend from input to input. */
export function mergeSegments(inputs: readonly MergeInput[]): Segment {
  const layout = layOut(inputs);
  const documentOfUnit = unitDocuments(layout);
  const cursors = inputs.map(({ segment }, input) => ({ segment, term: 0, unitMap: layout.unitMaps[input] ?? EMPTY }));
  const buffer = createPostingBuffer(Math.max(0, ...inputs.map(({ segment }) => segment.unitCount)));
  const merged = createPostingBuffer(layout.unitCount);
  const writer = createTermWriter(Math.max(0, ...inputs.map(({ segment }) => segment.termCount)));
  for (;;) {
    const term = smallestTerm(cursors);
    if (term === undefined) break;
    let length = 0;
    for (const cursor of cursors) {
      const { segment, unitMap } = cursor;
      if (cursor.term >= segment.termCount || compareTerm(segment, cursor.term, term) !== 0) continue;
      const count = decodePostings(segment, cursor.term, buffer);
      for (let index = 0; index < count; index += 1) {
        const unit = at(unitMap, at(buffer.units, index));
        if (unit === REMOVED) continue;
        merged.units[length] = unit;
        merged.frequencies[length] = at(buffer.frequencies, index);
        length += 1;
      }
      cursor.term += 1;
    }
    if (length === 0) continue;
    const units = merged.units.subarray(0, length);
    writer.startTerm(term, countUnits(units, documentOfUnit, layout.firstUnits));
    for (let index = 0; index < length; index += 1) writer.addPosting(at(units, index), at(merged.frequencies, index));
  }
  return { ...layout, ...writer.finish() };
}

/** In the map from old to new units: the unit's document was removed. */
const REMOVED = 0xffffffff;
const EMPTY = new Uint32Array(0);

function layOut(inputs: readonly MergeInput[]) {
  const seqs: number[] = [];
  const firstUnits: number[] = [0];
  const unitLengths: number[] = [];
  const unitMaps = inputs.map(({ segment, live }) => {
    const unitMap = new Uint32Array(segment.unitCount).fill(REMOVED);
    for (let document = 0; document < segment.documentCount; document += 1) {
      if (live !== undefined && at(live, document) === 0) continue;
      seqs.push(at(segment.seqs, document));
      for (let unit = at(segment.firstUnits, document); unit < at(segment.firstUnits, document + 1); unit += 1) {
        unitMap[unit] = unitLengths.length;
        unitLengths.push(at(segment.unitLengths, unit));
      }
      firstUnits.push(unitLengths.length);
    }
    return unitMap;
  });
  return {
    documentCount: seqs.length,
    unitCount: unitLengths.length,
    seqs: Uint32Array.from(seqs),
    firstUnits: Uint32Array.from(firstUnits),
    unitLengths: Uint32Array.from(unitLengths),
    unitMaps,
  };
}

function smallestTerm(cursors: readonly { segment: Segment; term: number }[]): Uint8Array | undefined {
  let smallest: Uint8Array | undefined;
  for (const { segment, term } of cursors) {
    if (term >= segment.termCount) continue;
    if (smallest === undefined || compareTerm(segment, term, smallest) < 0) {
      smallest = segment.terms.subarray(at(segment.termOffsets, term), at(segment.termOffsets, term + 1));
    }
  }
  return smallest;
}

function compareTerm(segment: Segment, term: number, other: Uint8Array): number {
  return compareBytes(segment.terms, at(segment.termOffsets, term), at(segment.termOffsets, term + 1), other);
}
