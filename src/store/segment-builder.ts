import type { IndexedDocument } from '../core/ports.ts';
import { createByteWriter } from './byte-writer.ts';
import { at, type Segment } from './segment.ts';

/** What a segment is built of; `seq` ascending. */
export interface SegmentDocument {
  readonly seq: number;
  readonly headTerms: IndexedDocument['headTerms'];
  readonly passageTerms: IndexedDocument['passageTerms'];
}

export function buildSegment(documents: readonly SegmentDocument[]): Segment {
  const seqs = Uint32Array.from(documents, (document) => document.seq);
  const firstUnits = new Uint32Array(documents.length + 1);
  const unitLengths: number[] = [];
  const occurrences = createOccurrences();
  for (const [index, document] of documents.entries()) {
    for (const terms of [document.headTerms, ...document.passageTerms]) {
      occurrences.addUnit(unitLengths.length, terms);
      unitLengths.push(terms.length);
    }
    firstUnits[index + 1] = unitLengths.length;
  }
  const layout = { documentCount: documents.length, seqs, firstUnits, unitLengths: Uint32Array.from(unitLengths) };
  return { ...layout, unitCount: unitLengths.length, ...occurrences.encode(unitDocuments(layout), firstUnits) };
}

/** The number of the document of each unit. */
export function unitDocuments(segment: Pick<Segment, 'documentCount' | 'firstUnits' | 'unitLengths'>): Uint32Array {
  const documents = new Uint32Array(segment.unitLengths.length);
  for (let document = 0; document < segment.documentCount; document += 1) {
    documents.fill(document, at(segment.firstUnits, document), at(segment.firstUnits, document + 1));
  }
  return documents;
}

/** In how many documents and passages these units stand. */
export function countUnits(units: Uint32Array, documentOfUnit: Uint32Array, firstUnits: Uint32Array) {
  let [documents, passages, lastDocument] = [0, 0, -1];
  for (const unit of units) {
    const document = at(documentOfUnit, unit);
    if (document !== lastDocument) documents += 1;
    if (unit !== at(firstUnits, document)) passages += 1;
    lastDocument = document;
  }
  return { documents, passages };
}

/** Collects (term, unit, frequency) triples in the order of the units. */
function createOccurrences() {
  const numbers = new Map<string, number>();
  /** Per term: where its triple of the unit at hand stands, if `>= unitStart`; how many triples it has. */
  const latest: number[] = [];
  const triples: number[] = [];
  const [termOf, unitOf, frequencyOf]: [number[], number[], number[]] = [[], [], []];

  const numberOf = (term: string): number => {
    const known = numbers.get(term);
    if (known !== undefined) return known;
    // Halves of surrogate pairs have no UTF-8 of their own and become U+FFFD.
    const clean = Buffer.from(term, 'utf8').toString('utf8');
    const number = numbers.get(clean) ?? latest.push(-1) - 1;
    if (number === triples.length) triples.push(0);
    numbers.set(clean, number);
    return number;
  };

  return {
    addUnit(unit: number, terms: readonly string[]): void {
      const unitStart = termOf.length;
      for (const term of terms) {
        const number = numberOf(term);
        const place = latest[number] ?? -1;
        if (place >= unitStart) {
          frequencyOf[place] = (frequencyOf[place] ?? 0) + 1;
        } else {
          latest[number] = termOf.length;
          triples[number] = (triples[number] ?? 0) + 1;
          termOf.push(number);
          unitOf.push(unit);
          frequencyOf.push(1);
        }
      }
    },

    /** Sorts the triples by term (a counting sort, which keeps the units in order) and writes them. */
    encode(documentOfUnit: Uint32Array, firstUnits: Uint32Array) {
      const sorted = sortTerms([...numbers.keys()]);
      const next = new Uint32Array(triples.length);
      let start = 0;
      for (const term of sorted) {
        const number = numbers.get(term) ?? 0;
        next[number] = start;
        start += triples[number] ?? 0;
      }
      const order = new Uint32Array(termOf.length);
      for (let place = 0; place < termOf.length; place += 1) {
        const number = termOf[place] ?? 0;
        const target = at(next, number);
        order[target] = place;
        next[number] = target + 1;
      }
      const writer = createTermWriter(sorted.length);
      let position = 0;
      for (const term of sorted) {
        const places = order.subarray(position, position + (triples[numbers.get(term) ?? 0] ?? 0));
        position += places.length;
        const units = places.map((place) => unitOf[place] ?? 0);
        writer.startTerm(Buffer.from(term, 'utf8'), countUnits(units, documentOfUnit, firstUnits));
        for (let index = 0; index < units.length; index += 1) {
          writer.addPosting(at(units, index), frequencyOf[at(places, index)] ?? 0);
        }
      }
      return writer.finish();
    },
  };
}

/** Writes terms in ascending order of their bytes, each with its postings in ascending order of their units. */
export function createTermWriter(expectedTerms: number) {
  const terms = createByteWriter(8 * expectedTerms + 16);
  const postings = createByteWriter(16 * expectedTerms + 16);
  const termOffsets: number[] = [];
  const postingOffsets: number[] = [];
  let lastUnit = 0;
  return {
    startTerm(term: Uint8Array, frequencies: { documents: number; passages: number }): void {
      termOffsets.push(terms.length);
      postingOffsets.push(postings.length);
      terms.writeBytes(term);
      postings.writeVarint(frequencies.documents);
      postings.writeVarint(frequencies.passages);
      lastUnit = 0;
    },
    addPosting(unit: number, frequency: number): void {
      postings.writeVarint((unit - lastUnit) * 2 + (frequency > 1 ? 1 : 0));
      if (frequency > 1) postings.writeVarint(frequency);
      lastUnit = unit;
    },
    finish(): Pick<Segment, 'termCount' | 'termOffsets' | 'postingOffsets' | 'terms' | 'postings'> {
      return {
        termCount: termOffsets.length,
        termOffsets: Uint32Array.from([...termOffsets, terms.length]),
        postingOffsets: Uint32Array.from([...postingOffsets, postings.length]),
        terms: terms.bytes(),
        postings: postings.bytes(),
      };
    },
  };
}

/** By UTF-8 bytes. JavaScript's own order is the same but for characters beyond U+FFFF. */
function sortTerms(terms: string[]): string[] {
  return terms.some((term) => SURROGATE.test(term))
    ? terms.sort((a, b) => Buffer.compare(Buffer.from(a, 'utf8'), Buffer.from(b, 'utf8')))
    : terms.sort();
}

const SURROGATE = /[\ud800-\udfff]/;
