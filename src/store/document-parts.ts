import type { Passage, Sentence, SentenceKind } from '../core/document.ts';
import { createByteReader, createByteWriter } from './byte-writer.ts';

/**
 * The sentences and passages of a document in some four bytes each. Numbers are varints, differences zigzag-coded:
 *
 *     sentences: count, then per sentence: start - end of the one before, length, block - block before, kind
 *     passages:  count, then per passage: start - start of the one before, length, firstSentence, endSentence
 */
export function encodeParts(parts: { sentences: readonly Sentence[]; passages: readonly Passage[] }): Uint8Array {
  const writer = createByteWriter(8 * (parts.sentences.length + parts.passages.length) + 8);
  writer.writeVarint(parts.sentences.length);
  let [end, block] = [0, 0];
  for (const sentence of parts.sentences) {
    writer.writeSigned(sentence.start - end);
    writer.writeVarint(sentence.end - sentence.start);
    writer.writeSigned(sentence.block - block);
    writer.writeVarint(KINDS.indexOf(sentence.kind));
    ({ end, block } = sentence);
  }
  writer.writeVarint(parts.passages.length);
  let start = 0;
  for (const passage of parts.passages) {
    writer.writeSigned(passage.start - start);
    writer.writeVarint(passage.end - passage.start);
    writer.writeVarint(passage.firstSentence);
    writer.writeVarint(passage.endSentence);
    start = passage.start;
  }
  return writer.bytes().slice();
}

/** The place of a kind is its code on disk: add at the end only. */
const KINDS: readonly SentenceKind[] = ['prose', 'heading', 'list'];

/**
 * The opposite of `encodeParts`.
 * @throws RangeError when the bytes are damaged or speak of a place outside a text of `textLength` code units.
 */
export function decodeParts(bytes: Uint8Array, textLength: number): { sentences: Sentence[]; passages: Passage[] } {
  const reader = createByteReader(bytes);
  const sentences: Sentence[] = [];
  let [end, block] = [0, 0];
  for (let left = reader.readVarint(); left > 0; left -= 1) {
    const start = end + reader.readSigned();
    end = start + reader.readVarint();
    block += reader.readSigned();
    const kind = KINDS[reader.readVarint()];
    if (kind === undefined || start < 0 || end > textLength || block < 0)
      throw new RangeError('a sentence is out of range');
    sentences.push({ start, end, block, kind });
  }
  const passages: Passage[] = [];
  let passageStart = 0;
  for (let left = reader.readVarint(); left > 0; left -= 1) {
    passageStart += reader.readSigned();
    const passageEnd = passageStart + reader.readVarint();
    const [firstSentence, endSentence] = [reader.readVarint(), reader.readVarint()];
    if (passageStart < 0 || passageEnd > textLength || firstSentence > endSentence || endSentence > sentences.length) {
      throw new RangeError('a passage is out of range');
    }
    passages.push({ start: passageStart, end: passageEnd, firstSentence, endSentence });
  }
  if (reader.position !== bytes.length) throw new RangeError('there are bytes left over');
  return { sentences, passages };
}
