import type { KnowledgeStore, StoredDocument } from '../core/ports.ts';

/** Characters of text kept at most: some 40 MB with what hangs on them. */
const KEPT_CHARACTERS = 4_000_000;

/**
 * Reads documents and keeps the last used. A number names one version of a document for good, so nothing goes stale; a
 * withdrawn document is no longer found by the indexes and so no longer asked for.
 */
export function createDocumentCache(
  store: Pick<KnowledgeStore, 'readDocuments'>,
): Pick<KnowledgeStore, 'readDocuments'> {
  const kept = new Map<number, StoredDocument>();
  let characters = 0;

  function keep(document: StoredDocument): void {
    kept.set(document.seq, document);
    characters += document.text.length;
    for (const [seq, oldest] of kept) {
      if (characters <= KEPT_CHARACTERS || kept.size === 1) return;
      kept.delete(seq);
      characters -= oldest.text.length;
    }
  }

  return {
    async readDocuments(seqs) {
      const missing = seqs.filter((seq) => !kept.has(seq));
      const read = missing.length === 0 ? [] : await store.readDocuments(missing);
      const fresh = new Map(read.map((document) => [document.seq, document]));
      const found = seqs.flatMap((seq) => {
        const document = kept.get(seq) ?? fresh.get(seq);
        if (document === undefined) return [];
        kept.delete(seq);
        if (!fresh.has(seq)) kept.set(seq, document);
        return [document];
      });
      for (const document of read) keep(document);
      return found;
    },
  };
}
