import { createReadStream } from 'node:fs';
import { open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { z } from 'zod';

/**
 * The graph of the approximate vector index as it lies in the data folder:
 *
 * - `vectors.hnsw` the graph as hnswlib writes it; its point n is passage n of
 * - `vectors.ids` uint32 pairs (seq of the document, place of the passage), little-endian, by ascending seq
 * - `vectors.json` the manifest, written last: what the other two are, and their checksums
 *
 * hnswlib loads a file of other dimensions without a word, so nothing is opened that the manifest does not vouch for.
 */
export interface GraphFiles {
  readonly graphPath: string;
  readonly idsPath: string;
  readonly manifestPath: string;
}

export function graphFiles(dataDir: string): GraphFiles {
  return {
    graphPath: join(dataDir, 'vectors.hnsw'),
    idsPath: join(dataDir, 'vectors.ids'),
    manifestPath: join(dataDir, 'vectors.json'),
  };
}

const FORMAT = 1;

const ManifestSchema = z.object({
  format: z.literal(FORMAT),
  embedder: z.string(),
  dimensions: z.int().positive(),
  m: z.int().positive(),
  efConstruction: z.int().positive(),
  /** Passages in `vectors.ids`; those with a zero vector are no points of the graph. */
  passages: z.int().positive(),
  points: z.int().positive(),
  graphBytes: z.int(),
  graphChecksum: z.int(),
  idsBytes: z.int(),
  idsChecksum: z.int(),
});
export type Manifest = z.infer<typeof ManifestSchema>;
export type ManifestFacts = Omit<Manifest, 'format' | 'graphBytes' | 'graphChecksum' | 'idsBytes' | 'idsChecksum'>;

/** What lies in the data folder: nothing, files that cannot be used (and why), or sound ones. */
export type GraphState =
  | { readonly kind: 'absent' }
  | { readonly kind: 'unusable'; readonly reason: string }
  | { readonly kind: 'sound'; readonly manifest: Manifest; readonly ids: Uint32Array };

/** Checks the files against the manifest and the manifest against what is wanted. */
export async function inspectGraph(
  files: GraphFiles,
  wanted: { readonly embedder: string; readonly dimensions: number },
): Promise<GraphState> {
  const text = await readIfThere(files.manifestPath);
  if (text === undefined) return { kind: 'absent' };
  const unusable = (reason: string): GraphState => ({ kind: 'unusable', reason });
  const manifest = parseManifest(text.toString('utf8'));
  if (manifest === undefined) return unusable('its manifest cannot be read');
  if (manifest.embedder !== wanted.embedder) return unusable(`it is of the embedder ${manifest.embedder}`);
  if (manifest.dimensions !== wanted.dimensions) return unusable(`its vectors have ${manifest.dimensions} dimensions`);
  const ids = await readIfThere(files.idsPath);
  if (
    ids?.length !== manifest.idsBytes ||
    crc32(ids) !== manifest.idsChecksum ||
    ids.length !== manifest.passages * 8
  ) {
    return unusable('its list of passages is not the one of the manifest');
  }
  const graph = await checksumOf(files.graphPath);
  if (graph?.bytes !== manifest.graphBytes || graph.checksum !== manifest.graphChecksum) {
    return unusable('its graph is not the one of the manifest');
  }
  const copy = new Uint8Array(ids);
  return { kind: 'sound', manifest, ids: new Uint32Array(copy.buffer) };
}

/** Puts freshly written files in place of the old ones; the manifest last, so that a kill in between is noticed. */
export async function publishGraph(
  files: GraphFiles,
  facts: ManifestFacts,
  written: { readonly graphPath: string; readonly idsPath: string },
): Promise<void> {
  const [graph, ids] = [await checksumOf(written.graphPath), await checksumOf(written.idsPath)];
  if (graph === undefined || ids === undefined) throw new Error('the files of the vector graph are gone');
  await flush(written.graphPath);
  await flush(written.idsPath);
  const manifest: Manifest = {
    format: FORMAT,
    ...facts,
    graphBytes: graph.bytes,
    graphChecksum: graph.checksum,
    idsBytes: ids.bytes,
    idsChecksum: ids.checksum,
  };
  const manifestPath = temporaryPath(files.manifestPath);
  await writeFile(manifestPath, `${JSON.stringify(manifest, undefined, 2)}\n`, { mode: 0o600, flush: true });
  await rename(written.graphPath, files.graphPath);
  await rename(written.idsPath, files.idsPath);
  await rename(manifestPath, files.manifestPath);
}

/** A name beside the file that no other process uses. */
export function temporaryPath(path: string): string {
  return `${path}.${process.pid}.tmp`;
}

/** Removes what builds that were killed have left. */
export async function removeStaleFiles(dataDir: string): Promise<void> {
  for (const name of await readdir(dataDir)) {
    const pid = /^vectors\.\w+\.(\d+)\.tmp$/.exec(name)?.[1];
    if (pid !== undefined && !isAlive(Number(pid))) await rm(join(dataDir, name), { force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    return thrown instanceof Error && 'code' in thrown && thrown.code === 'EPERM';
  }
}

/** Tells one state of the manifest from another; `undefined` when there is none. */
export async function stampOf(path: string): Promise<string | undefined> {
  try {
    const { mtimeMs, size, ino } = await stat(path);
    return `${mtimeMs} ${size} ${ino}`;
  } catch (thrown) {
    if (isMissing(thrown)) return undefined;
    throw thrown;
  }
}

function parseManifest(text: string): Manifest | undefined {
  try {
    return ManifestSchema.parse(JSON.parse(text));
  } catch {
    // Whatever is wrong with it, it vouches for nothing.
    return undefined;
  }
}

async function readIfThere(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (thrown) {
    if (isMissing(thrown)) return undefined;
    throw thrown;
  }
}

async function checksumOf(path: string): Promise<{ bytes: number; checksum: number } | undefined> {
  let [bytes, checksum] = [0, 0];
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 2 ** 20 })) {
      const data: unknown = chunk;
      if (!(data instanceof Uint8Array)) throw new TypeError('a file stream gave no bytes');
      checksum = crc32(data, checksum);
      bytes += data.length;
    }
    return { bytes, checksum };
  } catch (thrown) {
    if (isMissing(thrown)) return undefined;
    throw thrown;
  }
}

async function flush(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.chmod(0o600);
    await file.sync();
  } finally {
    await file.close();
  }
}

function isMissing(thrown: unknown): boolean {
  return thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT';
}
