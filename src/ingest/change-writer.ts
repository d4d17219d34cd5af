import type { AnalysedDocument } from '../core/document.ts';
import type { Embedder, FileRecord, KnowledgeStore } from '../core/ports.ts';
import { indexDocuments } from './analyse-document.ts';

/** The stamp of a file that is to be read whatever its own stamp says: no file has this one. */
export const STAMP_TO_READ = '';

/** Documents written in one transaction: large enough to be fast, small enough to hold a few megabytes. */
export const BATCH_DOCUMENTS = 256;
/** Where documents are long, fewer are written at once: their parts and vectors are in memory until then. */
const BATCH_CHARACTERS = 4_000_000;

/**
 * Writes documents in batches, so that a kill at any moment leaves a store from which the same run goes on: a file is
 * recorded after its documents, and withdrawals come together with the records of the files that lost them.
 */
export interface ChangeWriter {
  readonly counts: { readonly added: number; readonly changed: number; readonly removed: number };
  put(document: AnalysedDocument): Promise<void>;
  /** The record of a file whose documents were all put. */
  noteFile(record: FileRecord): void;
  /** Writes what is left, and in the same transaction the withdrawals and the records of the files they come from. */
  finish(withdrawal: { readonly removeIds: readonly string[]; readonly files: readonly FileRecord[] }): Promise<void>;
}

export function createChangeWriter(deps: {
  readonly store: KnowledgeStore;
  readonly embedder: Embedder | undefined;
  /** Ids of the documents held before. */
  readonly heldIds: ReadonlySet<string>;
}): ChangeWriter {
  const { store, embedder, heldIds } = deps;
  const counts = { added: 0, changed: 0, removed: 0 };
  let batch: AnalysedDocument[] = [];
  let characters = 0;
  let files: FileRecord[] = [];

  async function write(removeIds: readonly string[]): Promise<void> {
    if (batch.length + files.length + removeIds.length === 0) return;
    const put = await indexDocuments(batch, embedder);
    await store.applyChange({ put, removeIds, embedderName: embedder?.name, files });
    for (const { id } of batch) counts[heldIds.has(id) ? 'changed' : 'added'] += 1;
    counts.removed += removeIds.length;
    batch = [];
    characters = 0;
    files = [];
  }

  return {
    counts,
    async put(document) {
      batch.push(document);
      characters += document.text.length;
      if (batch.length < BATCH_DOCUMENTS && characters < BATCH_CHARACTERS) return;
      await write([]);
    },
    noteFile: (record) => void files.push(record),
    async finish(withdrawal) {
      files.push(...withdrawal.files);
      await write(withdrawal.removeIds);
    },
  };
}
