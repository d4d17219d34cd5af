import { creditOf } from '../core/document.ts';
import type { DocumentSummary, Evidence, KnowledgeStore, PassageHit, Retriever } from '../core/ports.ts';

/** Passages ranked before those of other sources are put aside: enough to find a small source behind large ones. */
const RANKED_PASSAGES = 2_000;

/** Whether a document is of one of the sources: ids, publishers or credits, upper and lower case alike; empty: all. */
export function isOfSources(
  document: Pick<DocumentSummary, 'id' | 'publisher' | 'attribution' | 'fileName'>,
  sources: readonly string[],
): boolean {
  if (sources.length === 0) return true;
  const names = [document.id, document.publisher, creditOf(document)].flatMap((name) => name?.toLowerCase() ?? []);
  return sources.some((source) => names.includes(source.trim().toLowerCase()));
}

/** Which documents are of some sources, by the store's numbers; read anew when the store has changed. */
export function createSourceMembers(store: Pick<KnowledgeStore, 'listDocuments' | 'generation'>) {
  let known: { readonly generation: number; readonly documents: readonly DocumentSummary[] } | undefined;

  return async function findMembers(sources: readonly string[]): Promise<ReadonlySet<number>> {
    const generation = await store.generation();
    if (known?.generation !== generation) known = { generation, documents: await store.listDocuments() };
    return new Set(known.documents.filter((one) => isOfSources(one, sources)).map(({ seq }) => seq));
  };
}

export interface RestrictedDeps {
  readonly rankPassages: (query: Parameters<Retriever['retrieve']>[0]) => Promise<readonly PassageHit[]>;
  readonly store: Pick<KnowledgeStore, 'readDocuments'>;
  readonly findMembers: () => Promise<ReadonlySet<number>>;
}

/** Finds passages in some documents only. */
export function createRestrictedRetriever({ rankPassages, store, findMembers }: RestrictedDeps): Retriever {
  return {
    async retrieve(query) {
      const members = await findMembers();
      const ranked = await rankPassages({ ...query, limit: Math.max(query.limit, RANKED_PASSAGES) });
      const hits = ranked.filter(({ seq }) => members.has(seq)).slice(0, query.limit);
      const documents = new Map(
        (await store.readDocuments([...new Set(hits.map(({ seq }) => seq))])).map((document) => [
          document.seq,
          document,
        ]),
      );
      return hits.flatMap(({ seq, passage: passageIndex, score }): Evidence[] => {
        const document = documents.get(seq);
        const passage = document?.passages[passageIndex];
        return document === undefined || passage === undefined ? [] : [{ document, passage, passageIndex, score }];
      });
    },
  };
}
