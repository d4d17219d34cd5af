import type { SourceDocument } from '../core/document.ts';
import type { Embedder, FileRecord, KnowledgeStore, SourceFile, SourceProblem, StoreCounts } from '../core/ports.ts';
import { analyseDocument, indexDocuments } from './analyse-document.ts';

export interface IndexReport extends StoreCounts {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly problems: readonly SourceProblem[];
}

export interface IndexProgress {
  readonly filesDone: number;
  readonly filesTotal: number;
  readonly documentsDone: number;
}

export interface IngestDeps {
  readonly store: KnowledgeStore;
  readonly embedder: Embedder | undefined;
  /** Whether documents are read into statements; off only for measuring. */
  readonly statements: boolean;
  readonly onProgress?: (progress: IndexProgress) => void;
}

/** Documents written in one transaction: large enough to be fast, small enough to hold a few megabytes. */
const BATCH_DOCUMENTS = 256;

/**
 * Brings the store in line with the files: new and changed ones in, vanished ones out. Files whose stamp is known cost
 * nothing. `scope` says which known files are withdrawn when they are no longer listed: all of the knowledge folder's,
 * or none (files added by name).
 */
export async function indexFiles(
  deps: IngestDeps,
  request: {
    readonly files: readonly SourceFile[];
    readonly problems: readonly SourceProblem[];
    readonly withdrawVanished: boolean;
  },
): Promise<IndexReport> {
  const { store, embedder } = deps;
  const isOtherEmbedder = (await store.embedderName()) !== embedder?.name && (await store.counts()).documents > 0;
  if (isOtherEmbedder) await reindexStored(deps);

  const known = await store.fileRecords();
  const summaries = await store.listDocuments();
  const hashes = new Map(summaries.map(({ id, contentHash }) => [id, contentHash]));
  const owners = new Map(summaries.map(({ id, origin }) => [id, origin]));
  const listed = new Set(request.files.map(({ origin }) => origin));

  const vanished = request.withdrawVanished
    ? [...known.values()].filter(({ origin }) => !isAddedOrigin(origin) && !listed.has(origin))
    : [];
  const vanishedOrigins = new Set(vanished.map(({ origin }) => origin));
  const removeIds = new Set(vanished.flatMap(({ documentIds }) => documentIds));
  const problems = [...request.problems];
  const taken = new Map<string, string>();
  for (const { origin, documentIds } of known.values()) {
    if (!vanishedOrigins.has(origin)) for (const id of documentIds) taken.set(id, origin);
  }

  const counts = { added: 0, changed: 0, removed: 0 };
  let batch: SourceDocument[] = [];
  let fileRecords: FileRecord[] = vanished.map(({ origin }) => ({ origin, stamp: undefined, documentIds: [] }));
  let documentsDone = 0;

  // Withdrawals wait for the last batch: until then an id may turn up in another file.
  const flush = async (removals: ReadonlySet<string>) => {
    const put = await indexDocuments(
      batch.map((document) => analyseDocument(document, { statements: deps.statements })),
      embedder,
    );
    for (const { document } of put) {
      if (hashes.has(document.id)) counts.changed += 1;
      else counts.added += 1;
      hashes.set(document.id, document.contentHash);
    }
    counts.removed += removals.size;
    if (put.length > 0 || removals.size > 0 || fileRecords.length > 0) {
      await store.applyChange({ put, removeIds: [...removals], embedderName: embedder?.name, files: fileRecords });
    }
    batch = [];
    fileRecords = [];
  };

  for (const [fileIndex, file] of request.files.entries()) {
    const record = known.get(file.origin);
    if (record?.stamp !== file.stamp) {
      const ids: string[] = [];
      let isClean = true;
      for (const id of record?.documentIds ?? []) {
        if (taken.get(id) === file.origin) taken.delete(id);
        removeIds.add(id);
      }
      for await (const item of file.read()) {
        if (item.kind === 'problem') {
          problems.push(item.problem);
          isClean = false;
          continue;
        }
        const { document } = item;
        const owner = taken.get(document.id);
        const isTwin = ids.includes(document.id);
        if (isTwin || (owner !== undefined && owner !== file.origin && !isAddedOrigin(owner))) {
          problems.push(duplicateProblem(document, owner ?? file.origin));
          isClean = false;
          continue;
        }
        taken.set(document.id, file.origin);
        ids.push(document.id);
        if (hashes.get(document.id) === document.contentHash && owners.get(document.id) === file.origin) continue;
        batch.push(document);
        documentsDone += 1;
        if (batch.length >= BATCH_DOCUMENTS) await flush(new Set());
        deps.onProgress?.({ filesDone: fileIndex, filesTotal: request.files.length, documentsDone });
      }
      // A file with something to say about it is read again next time, so that it is said again.
      fileRecords.push({ origin: file.origin, stamp: isClean ? file.stamp : '', documentIds: [...new Set(ids)] });
    }
    deps.onProgress?.({ filesDone: fileIndex + 1, filesTotal: request.files.length, documentsDone });
  }
  await flush(new Set([...removeIds].filter((id) => hashes.has(id) && !taken.has(id))));
  return { ...(await store.counts()), ...counts, problems };
}

/** Origins of documents that were handed to `desk add`: no folder stands behind them. */
export function isAddedOrigin(origin: string): boolean {
  return origin.startsWith('added:');
}

function duplicateProblem(document: SourceDocument, owner: string): SourceProblem {
  return {
    origin: document.origin,
    field: 'id',
    problem: `the id "${document.id}" is already taken by ${owner}`,
    mend: 'give one of the two another id',
    effect: 'skipped',
  };
}

/** Writes every stored document anew with the vectors of the embedder now in use. */
async function reindexStored(deps: IngestDeps): Promise<void> {
  const seqs = (await deps.store.listDocuments()).map(({ seq }) => seq);
  for (let first = 0; first < seqs.length; first += BATCH_DOCUMENTS) {
    const documents = await deps.store.readDocuments(seqs.slice(first, first + BATCH_DOCUMENTS));
    const put = await indexDocuments(documents, deps.embedder);
    await deps.store.applyChange({ put, removeIds: [], embedderName: deps.embedder?.name });
    deps.onProgress?.({ filesDone: 0, filesTotal: 0, documentsDone: first + documents.length });
  }
}
