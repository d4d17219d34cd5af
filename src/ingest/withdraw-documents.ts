import type { Embedder, FileRecord, KnowledgeStore } from '../core/ports.ts';
import { STAMP_TO_READ } from './change-writer.ts';
import { isAddedOrigin } from './id-claims.ts';

export interface Withdrawal {
  readonly removed: number;
  /** Of the ids given, those that no document has. */
  readonly unknown: readonly string[];
  /** Withdrawn documents whose file still lies in the knowledge folder. */
  readonly fromFolder: readonly { readonly id: string; readonly origin: string }[];
}

/**
 * Withdraws documents by their ids. A document whose file lies in the knowledge folder stays away until that file is
 * changed; one that was added by name comes back when it is added again.
 */
export async function withdrawDocuments(
  deps: { readonly store: KnowledgeStore; readonly embedder: Embedder | undefined },
  ids: readonly string[],
): Promise<Withdrawal> {
  const { store, embedder } = deps;
  const wanted = new Set(ids);
  const held = await store.findDocuments([...wanted]);
  const heldIds = new Set(held.map(({ id }) => id));
  if (held.length > 0) {
    const files = [...(await store.fileRecords()).values()].flatMap((record) => withoutDocuments(record, heldIds));
    await store.applyChange({ put: [], removeIds: [...heldIds], embedderName: embedder?.name, files });
  }
  return {
    removed: held.length,
    unknown: [...wanted].filter((id) => !heldIds.has(id)),
    fromFolder: held.filter(({ origin }) => !isAddedOrigin(origin)).map(({ id, origin }) => ({ id, origin })),
  };
}

/** The record to be written, if it names one of the documents. */
function withoutDocuments(record: FileRecord, ids: ReadonlySet<string>): FileRecord[] {
  const documentIds = record.documentIds.filter((id) => !ids.has(id));
  if (documentIds.length === record.documentIds.length) return [];
  return [{ ...record, documentIds, stamp: isAddedOrigin(record.origin) ? STAMP_TO_READ : record.stamp }];
}
