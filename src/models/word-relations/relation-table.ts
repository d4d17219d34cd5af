import { readFileSync } from 'node:fs';
import { DeskError, messageOf } from '../../core/errors.ts';

/** Lists of numbers, one a row, laid end to end: row `i` is `values[starts[i]]` up to `values[starts[i + 1]]`. */
export interface Rows {
  readonly starts: Uint32Array;
  readonly values: Uint32Array;
}

/** How a meaning (a synset) is used: as a noun, verb, adjective or adverb. */
export const PARTS_OF_SPEECH = ['noun', 'verb', 'adjective', 'adverb'] as const;
export type PartOfSpeech = (typeof PARTS_OF_SPEECH)[number];

/** What `build.ts` makes of WordNet. Words and meanings are numbers from 0. */
export interface RelationContent {
  /** Base forms in rising order of their UTF-16 units, folded; names of several words with spaces. */
  readonly words: readonly string[];
  /** Per word its meanings, commonest first within a part of speech. */
  readonly meanings: Rows;
  /** Parallel to `meanings.values`: how common the meaning is for the word, 1 to 255 for its commonest. */
  readonly shares: Uint8Array;
  /** Per meaning the index of its part of speech. */
  readonly parts: Uint8Array;
  /** Per meaning what it is a kind or an instance of. */
  readonly broader: Rows;
  /** Per meaning what it entails or causes (verbs). */
  readonly entailed: Rows;
  /** Per meaning what is similar to it (adjectives) or of its group (verbs). */
  readonly similar: Rows;
  /** Per word its opposites, and the words derived from it or that it is derived from. */
  readonly opposites: Rows;
  readonly derived: Rows;
}

export interface RelationTable extends Omit<RelationContent, 'words'> {
  readonly wordCount: number;
  readonly meaningCount: number;
  /** Number of a base form, -1 when unknown. */
  findWord(word: string): number;
  readWord(index: number): string;
}

/*
 * relations.bin, little-endian: uint32 magic, version, words, meanings, bytes of the words; then for each list of
 * `ROWS` its length (uint32). Then the starts and values of each list (uint32 each), then bytes: shares, parts, the
 * words, one a line.
 */
const MAGIC = 0x52574453; // "SDWR"
const VERSION = 1;
const ROWS = ['meanings', 'broader', 'entailed', 'similar', 'opposites', 'derived'] as const;
const HEADER_NUMBERS = 5 + ROWS.length;
const LINE_FEED = 10;

export function encodeRelations(content: RelationContent): Buffer {
  const words = Buffer.from(`${content.words.join('\n')}\n`, 'latin1');
  const header = Uint32Array.from([
    MAGIC,
    VERSION,
    content.words.length,
    content.parts.length,
    words.length,
    ...ROWS.map((name) => content[name].values.length),
  ]);
  const numbers = ROWS.flatMap((name) => [content[name].starts, content[name].values]);
  return Buffer.concat([
    ...[header, ...numbers].map((list) => Buffer.from(list.buffer, list.byteOffset, list.byteLength)),
    content.shares,
    content.parts,
    words,
  ]);
}

/** Reads the file (blocking, a few milliseconds). Throws DeskError `defect` when it cannot be used. */
export function loadRelations(file: URL): RelationTable {
  try {
    return decodeRelations(readFileSync(file));
  } catch (error) {
    throw new DeskError({
      code: 'defect',
      message: `The built-in word relations cannot be read: ${messageOf(error)}.`,
      hint: 'Install the desk anew.',
      cause: error,
    });
  }
}

/** The inverse of `encodeRelations`. Throws RangeError when the bytes are not such a file. */
export function decodeRelations(file: Buffer): RelationTable {
  // Views of 32-bit numbers must start at a multiple of 4.
  const bytes = file.byteOffset % 4 === 0 ? file : Buffer.from(Uint8Array.from(file).buffer);
  if (bytes.length < 4 * HEADER_NUMBERS) throw new RangeError('relations.bin is cut off');
  const header = new Uint32Array(bytes.buffer, bytes.byteOffset, HEADER_NUMBERS);
  const [magic, version, wordCount = 0, meaningCount = 0, wordBytes = 0] = header;
  if (magic !== MAGIC || version !== VERSION) throw new RangeError('relations.bin has an unknown format');
  const rowCounts = { meanings: wordCount, opposites: wordCount, derived: wordCount };
  let offset = 4 * HEADER_NUMBERS;
  const take = (length: number) => {
    if (offset + 4 * length > bytes.length) throw new RangeError('relations.bin is cut off');
    const taken = new Uint32Array(bytes.buffer, bytes.byteOffset + offset, length);
    offset += 4 * length;
    return taken;
  };
  const readRows = (name: (typeof ROWS)[number]): Rows => {
    const rows = name in rowCounts ? wordCount : meaningCount;
    return { starts: take(rows + 1), values: take(header[5 + ROWS.indexOf(name)] ?? 0) };
  };
  const lists = {
    meanings: readRows('meanings'),
    broader: readRows('broader'),
    entailed: readRows('entailed'),
    similar: readRows('similar'),
    opposites: readRows('opposites'),
    derived: readRows('derived'),
  };
  const shares = bytes.subarray(offset, offset + lists.meanings.values.length);
  offset += shares.length;
  const parts = bytes.subarray(offset, offset + meaningCount);
  offset += parts.length;
  const text = bytes.subarray(offset);
  if (text.length !== wordBytes)
    throw new RangeError(`relations.bin has ${text.length} bytes of words instead of ${wordBytes}`);
  return { ...lists, shares, parts, wordCount, meaningCount, ...indexWords(text, wordCount) };
}

/** Binary search over the bytes of the sorted words: makes no string per word. */
function indexWords(text: Buffer, count: number): Pick<RelationTable, 'findWord' | 'readWord'> {
  const starts = new Uint32Array(count + 1);
  let line = 0;
  for (let end = text.indexOf(LINE_FEED); end >= 0; end = text.indexOf(LINE_FEED, end + 1)) {
    line += 1;
    if (line > count) break;
    starts[line] = end + 1;
  }
  if (line !== count) throw new RangeError(`relations.bin has ${line} words instead of ${count}`);

  function compare(word: string, at: number): number {
    const start = starts[at] as number;
    const length = (starts[at + 1] as number) - 1 - start;
    const shared = Math.min(length, word.length);
    for (let i = 0; i < shared; i++) {
      const difference = word.charCodeAt(i) - (text[start + i] as number);
      if (difference !== 0) return difference;
    }
    return word.length - length;
  }

  return {
    findWord(word) {
      let low = 0;
      let high = count - 1;
      while (low <= high) {
        const middle = (low + high) >>> 1;
        const order = compare(word, middle);
        if (order === 0) return middle;
        if (order < 0) high = middle - 1;
        else low = middle + 1;
      }
      return -1;
    },
    readWord: (index) => text.toString('latin1', starts[index], (starts[index + 1] ?? 1) - 1),
  };
}

export function rowOf({ starts, values }: Rows, row: number): Uint32Array {
  return values.subarray(starts[row], starts[row + 1]);
}
