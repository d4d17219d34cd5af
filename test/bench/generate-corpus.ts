import { createRandom, type Random } from './random.ts';
import type { SourceText } from './source-texts.ts';

export interface GeneratedDocument {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly publisher: string;
  /** ISO 8601 date. */
  readonly published: string;
  readonly language: 'en';
}

/** Length of a news article in the terms. */
const WORDS_A_DOCUMENT = 500;

/** Enough invented names that a large corpus has the long tail of words that real news has. */
const INVENTED_NAMES = 40_000;

const PUBLISHERS = ['Morning Post', 'Evening Ledger', 'The Dispatch', 'Daily Courier', 'Union Wire', 'The Standard'];

/**
 * `count` documents of about 500 words: real paragraphs put together anew, with other names and other numbers.
 * The same seed gives the same documents, and a larger count begins with the documents of a smaller one.
 */
export function* generateCorpus(options: {
  readonly texts: readonly SourceText[];
  readonly count: number;
  readonly seed: number;
}): Generator<GeneratedDocument> {
  const { texts, count, seed } = options;
  const names = inventNames(createRandom(seed), INVENTED_NAMES);
  for (let index = 0; index < count; index += 1) {
    const random = createRandom(seed + Math.imul(index + 1, 0x9e3779b1));
    const { blocks, namesUsed } = takeBlocks(texts, index, random);
    const renamed = renameAll(blocks, namesUsed, names, random).map((block) => changeNumbers(block, random));
    const [first = ''] = renamed;
    yield {
      id: `generated-${index}`,
      title: first.split(/\s+/).slice(0, 10).join(' '),
      text: renamed.join('\n\n'),
      publisher: random.pick(PUBLISHERS),
      published: new Date(Date.UTC(2020, 0, 1 + random.below(2400))).toISOString().slice(0, 10),
      language: 'en',
    };
  }
}

/** Paragraphs of one text from a random place on, continued with the next texts until there are enough words. */
function takeBlocks(texts: readonly SourceText[], index: number, random: Random) {
  const blocks: string[] = [];
  const namesUsed = new Set<string>();
  let words = 0;
  for (let step = 0; words < WORDS_A_DOCUMENT; step += 1) {
    const text = texts[(index + step) % texts.length];
    if (text === undefined || step > WORDS_A_DOCUMENT) throw new RangeError('The source texts are empty.');
    for (const name of text.names) namesUsed.add(name);
    for (const block of text.blocks.slice(random.below(Math.max(1, text.blocks.length - 2)))) {
      if (words >= WORDS_A_DOCUMENT) break;
      blocks.push(block);
      words += block.split(/\s+/).length;
    }
  }
  return { blocks, namesUsed };
}

/** Within a document a name is always replaced by the same name, so that it still tells of the same people. */
function renameAll(
  blocks: readonly string[],
  namesUsed: ReadonlySet<string>,
  names: readonly string[],
  random: Random,
): string[] {
  const renamed = new Map([...namesUsed].map((name) => [name, random.pick(names)]));
  return blocks.map((block) => block.replace(/\b[A-Z][a-z]{2,}\b/g, (word) => renamed.get(word) ?? word));
}

/** Every number gets other digits, as many as before; a year stays a year. */
export function changeNumbers(text: string, random: Random): string {
  return text.replace(/\d+/g, (digits) => {
    if (/^(?:19|20)\d\d$/.test(digits)) return String(1990 + random.below(40));
    const rest = Array.from(digits.slice(1), () => String(random.below(10))).join('');
    return `${1 + random.below(9)}${rest}`;
  });
}

const ONSETS = [
  'b',
  'br',
  'd',
  'dr',
  'f',
  'g',
  'gr',
  'h',
  'k',
  'kl',
  'l',
  'm',
  'n',
  'p',
  'r',
  's',
  'st',
  't',
  'v',
  'z',
];
const RHYMES = ['a', 'an', 'ar', 'e', 'el', 'en', 'er', 'i', 'in', 'is', 'o', 'on', 'or', 'u', 'und', 'ath'];

function inventNames(random: Random, count: number): string[] {
  const names = new Set<string>();
  while (names.size < count) {
    let name = '';
    const syllables = 2 + random.below(2);
    for (let index = 0; index < syllables; index += 1) name += random.pick(ONSETS) + random.pick(RHYMES);
    names.add(name.slice(0, 1).toUpperCase() + name.slice(1));
  }
  return [...names];
}
