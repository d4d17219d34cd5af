import { crc32 } from 'node:zlib';

/**
 * A segment: the keyword index of some documents, written once and never changed. All numbers little-endian.
 *
 * A document's searched units follow each other: first its head (what describes it), then its passages.
 *
 *     0   "DKS1"                       4  CRC-32 of all bytes from 8 on
 *     8   number of documents D        12 number of units U
 *     16  number of terms T            20 bytes of terms     24 bytes of postings     28 zero
 *     32  uint32 seqs[D]               ascending numbers of the documents
 *         uint32 firstUnits[D + 1]     a document's units are [firstUnits[d], firstUnits[d + 1])
 *         uint32 unitLengths[U]        number of index terms, with repeats
 *         uint32 termOffsets[T + 1]    into the terms: UTF-8, sorted by bytes
 *         uint32 postingOffsets[T + 1] into the postings
 *         terms, then postings
 *
 * The postings of a term are varints: in how many documents it stands; in how many passages (heads not counted); then
 * for each unit, ascending, `(unit - unit before) * 2 + (1 when it stands there more than once)`, followed in
 * that case by its frequency there.
 */
export interface Segment {
  readonly documentCount: number;
  readonly unitCount: number;
  readonly termCount: number;
  readonly seqs: Uint32Array;
  readonly firstUnits: Uint32Array;
  readonly unitLengths: Uint32Array;
  readonly termOffsets: Uint32Array;
  readonly postingOffsets: Uint32Array;
  readonly terms: Uint8Array;
  readonly postings: Uint8Array;
}

const MAGIC = 0x31534b44; // "DKS1"
const HEADER_BYTES = 32;

export function encodeSegment(segment: Segment): Uint8Array {
  const tables = [
    segment.seqs,
    segment.firstUnits,
    segment.unitLengths,
    segment.termOffsets,
    segment.postingOffsets,
  ] as const;
  const size = tables.reduce((sum, table) => sum + table.byteLength, HEADER_BYTES);
  const bytes = new Uint8Array(size + segment.terms.length + segment.postings.length);
  let offset = HEADER_BYTES;
  for (const table of tables) {
    bytes.set(new Uint8Array(table.buffer, table.byteOffset, table.byteLength), offset);
    offset += table.byteLength;
  }
  bytes.set(segment.terms, offset);
  bytes.set(segment.postings, offset + segment.terms.length);
  const header = new Uint32Array(bytes.buffer, 0, HEADER_BYTES / 4);
  header.set([MAGIC, 0, segment.documentCount, segment.unitCount, segment.termCount]);
  header.set([segment.terms.length, segment.postings.length], 5);
  header[1] = crc32(bytes.subarray(8));
  return bytes;
}

/**
 * A view of an encoded segment; the bytes are not copied where they lie on a multiple of four.
 * @throws RangeError when the bytes are damaged.
 */
export function openSegment(encoded: Uint8Array): Segment {
  const bytes = encoded.byteOffset % 4 === 0 ? encoded : encoded.slice();
  if (bytes.length < HEADER_BYTES) throw new RangeError('a segment of the keyword index is cut off');
  const [magic, checksum, documentCount = 0, unitCount = 0, termCount = 0, termBytes = 0, postingBytes = 0] =
    new Uint32Array(bytes.buffer, bytes.byteOffset, HEADER_BYTES / 4);
  const tableBytes = 4 * (documentCount + (documentCount + 1) + unitCount + 2 * (termCount + 1));
  if (magic !== MAGIC || bytes.length !== HEADER_BYTES + tableBytes + termBytes + postingBytes) {
    throw new RangeError('a segment of the keyword index is not what it says');
  }
  if (crc32(bytes.subarray(8)) !== checksum)
    throw new RangeError('a segment of the keyword index has a wrong checksum');
  let offset = bytes.byteOffset + HEADER_BYTES;
  const readTable = (length: number): Uint32Array => {
    const table = new Uint32Array(bytes.buffer, offset, length);
    offset += table.byteLength;
    return table;
  };
  const readBytes = (length: number): Uint8Array => {
    const part = new Uint8Array(bytes.buffer, offset, length);
    offset += length;
    return part;
  };
  return {
    documentCount,
    unitCount,
    termCount,
    seqs: readTable(documentCount),
    firstUnits: readTable(documentCount + 1),
    unitLengths: readTable(unitCount),
    termOffsets: readTable(termCount + 1),
    postingOffsets: readTable(termCount + 1),
    terms: readBytes(termBytes),
    postings: readBytes(postingBytes),
  };
}

/** Number of the term in the segment, or -1. */
export function findTerm(segment: Segment, term: Uint8Array): number {
  let [low, high] = [0, segment.termCount - 1];
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const order = compareBytes(
      segment.terms,
      at(segment.termOffsets, middle),
      at(segment.termOffsets, middle + 1),
      term,
    );
    if (order === 0) return middle;
    if (order < 0) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** Number of the document with this seq in the segment, or -1. */
export function findDocument(segment: Segment, seq: number): number {
  let [low, high] = [0, segment.documentCount - 1];
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = at(segment.seqs, middle);
    if (found === seq) return middle;
    if (found < seq) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** Order of `a[start, end)` and the whole of `b` by bytes, which for UTF-8 is the order of code points. */
export function compareBytes(a: Uint8Array, start: number, end: number, b: Uint8Array): number {
  const length = Math.min(end - start, b.length);
  for (let index = 0; index < length; index += 1) {
    const difference = at(a, start + index) - at(b, index);
    if (difference !== 0) return difference;
  }
  return end - start - b.length;
}

/** Room for the decoded postings of one term. */
export interface PostingBuffer {
  readonly units: Uint32Array;
  readonly frequencies: Uint32Array;
}

export function createPostingBuffer(unitCount: number): PostingBuffer {
  return { units: new Uint32Array(unitCount), frequencies: new Uint32Array(unitCount) };
}

/** Writes the units in which a term stands, ascending, and how often, into the buffer; gives their number. */
export function decodePostings(segment: Segment, term: number, into: PostingBuffer): number {
  const { postings } = segment;
  const { units, frequencies } = into;
  const end = at(segment.postingOffsets, term + 1);
  let position = skipVarint(postings, skipVarint(postings, at(segment.postingOffsets, term)));
  let [unit, count] = [0, 0];
  // The varint is read in place: this loop takes most of a query's time.
  while (position < end) {
    let byte = at(postings, position++);
    let value = byte & 0x7f;
    for (let shift = 7; byte >= 0x80; shift += 7) {
      byte = at(postings, position++);
      value |= (byte & 0x7f) << shift;
    }
    unit += value >>> 1;
    let frequency = 1;
    if ((value & 1) === 1) {
      byte = at(postings, position++);
      frequency = byte & 0x7f;
      for (let shift = 7; byte >= 0x80; shift += 7) {
        byte = at(postings, position++);
        frequency |= (byte & 0x7f) << shift;
      }
    }
    units[count] = unit;
    frequencies[count] = frequency;
    count += 1;
  }
  return count;
}

/** In how many of the segment's documents and passages the term stands, removed ones included. */
export function readFrequencies(segment: Segment, term: number): { documents: number; passages: number } {
  const start = at(segment.postingOffsets, term);
  return {
    documents: readVarint(segment.postings, start),
    passages: readVarint(segment.postings, skipVarint(segment.postings, start)),
  };
}

function readVarint(bytes: Uint8Array, start: number): number {
  let value = 0;
  for (let [position, shift] = [start, 0]; ; position += 1, shift += 7) {
    const byte = at(bytes, position);
    value |= (byte & 0x7f) << shift;
    if (byte < 0x80) return value >>> 0;
  }
}

function skipVarint(bytes: Uint8Array, start: number): number {
  let position = start;
  while (at(bytes, position) >= 0x80) position += 1;
  return position + 1;
}

/**
 * An element that is known to be there: checksum and sizes were verified when the segment was opened. A cast, as `?? 0`
 * costs in the loops that read postings.
 */
export function at(numbers: Uint32Array | Uint8Array, index: number): number {
  return numbers[index] as number;
}
