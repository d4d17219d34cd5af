import { readDistractors } from '../../src/evaluation/sets/distractors.ts';

/** A real news text, cut into blocks that can be taken apart and put together again. */
export interface SourceText {
  /** Paragraphs, or some sentences each where the source has no paragraphs. */
  readonly blocks: readonly string[];
  /** The words that name persons, places and bodies: capitalised in the middle of a sentence. */
  readonly names: ReadonlySet<string>;
}

/** Sentences to a block in texts that came without paragraphs. */
const SENTENCES_A_BLOCK = 3;

/** A word of an all-capitals text that stands in no more of its texts than this counts as a name. */
const NAME_TEXTS = 2;

/** The real texts of the sets folder that the benchmark multiplies. Read at run time, never kept. */
export async function readSourceTexts(setsDir: string): Promise<SourceText[]> {
  const texts: string[] = [];
  for await (const document of readDistractors(setsDir, Number.POSITIVE_INFINITY)) texts.push(document.text);
  return cutTexts(texts);
}

export function cutTexts(texts: readonly string[]): SourceText[] {
  const rare = findRareWords(texts.filter(isAllCapitals));
  return texts.map((text) => {
    const readable = isAllCapitals(text) ? toSentenceCase(text, rare) : text;
    const blocks = cutBlocks(readable);
    return { blocks, names: findNames(blocks) };
  });
}

function cutBlocks(text: string): string[] {
  const paragraphs = text
    .split(/\n\s*/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
  if (paragraphs.length > SENTENCES_A_BLOCK) return paragraphs;
  const sentences = text.split(/(?<=[.!?]["”’]?)\s+(?=["“‘A-Z])/);
  const blocks: string[] = [];
  for (let first = 0; first < sentences.length; first += SENTENCES_A_BLOCK) {
    blocks.push(sentences.slice(first, first + SENTENCES_A_BLOCK).join(' '));
  }
  return blocks;
}

function findNames(blocks: readonly string[]): Set<string> {
  const names = new Set<string>();
  for (const block of blocks) {
    for (const match of block.matchAll(/(?<=[a-z,;] )[A-Z][a-z]{2,}\b/g)) names.add(match[0]);
  }
  return names;
}

function isAllCapitals(text: string): boolean {
  return !/[a-z]{3}/.test(text);
}

function findRareWords(texts: readonly string[]): Set<string> {
  const textsOfWord = new Map<string, number>();
  for (const text of texts) {
    for (const word of new Set(text.match(/[A-Z]{4,}/g))) textsOfWord.set(word, (textsOfWord.get(word) ?? 0) + 1);
  }
  return new Set([...textsOfWord].filter(([, count]) => count <= NAME_TEXTS).map(([word]) => word));
}

/** Texts of 1963 are in capitals throughout: they get sentences back, and capitals on rare words. */
function toSentenceCase(text: string, rare: ReadonlySet<string>): string {
  return text
    .replace(/\s+\./g, '.')
    .replace(/[A-Z]+/g, (word) =>
      rare.has(word) ? word.slice(0, 1) + word.slice(1).toLowerCase() : word.toLowerCase(),
    )
    .replace(/(^|[.!?]["”’]?\s+)([a-z])/g, (_, before: string, letter: string) => before + letter.toUpperCase());
}
