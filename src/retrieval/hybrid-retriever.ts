import type {
  Embedder,
  Evidence,
  KeywordIndex,
  KnowledgeStore,
  PassageHit,
  Retriever,
  VectorIndex,
  WeightedTerm,
} from '../core/ports.ts';
import { isStopWord, stemWord, tokenise } from '../core/text/terms.ts';
import { fuseDocuments, fusePassages, type RankedDocument } from './fuse-ranks.ts';

export interface HybridRetrieverDeps {
  readonly store: Pick<KnowledgeStore, 'readDocuments'>;
  readonly keywords: KeywordIndex;
  readonly vectors: VectorIndex;
  readonly embedder: Embedder | undefined;
}

/** Candidates taken from each rank before fusion, at least. */
const POOL = 100;

/** Keyword and vector ranks, fused. */
export function createHybridRetriever(deps: HybridRetrieverDeps) {
  async function findVectorHits(text: string, limit: number): Promise<PassageHit[]> {
    if (deps.embedder === undefined) return [];
    const vector = await deps.embedder.embedQuery(text);
    return vector.some((value) => value !== 0) ? deps.vectors.searchPassages({ vector, limit }) : [];
  }

  /** Documents for a query, best first: BM25 over the whole document, and the nearness of its best passage. */
  async function rankDocuments(query: { text: string; limit: number }): Promise<RankedDocument[]> {
    const terms = queryTerms(query.text);
    const pool = Math.max(POOL, query.limit);
    const [documents, passages, near] = await Promise.all([
      deps.keywords.searchDocuments({ terms, limit: pool }),
      deps.keywords.searchPassages({ terms, limit: pool }),
      findVectorHits(query.text, pool),
    ]);
    return fuseDocuments({ documents, passages, near }).slice(0, query.limit);
  }

  async function rankPassages(query: { text: string; limit: number }): Promise<PassageHit[]> {
    const terms = queryTerms(query.text);
    const pool = Math.max(POOL, query.limit);
    const [documents, passages, near] = await Promise.all([
      deps.keywords.searchDocuments({ terms, limit: pool }),
      deps.keywords.searchPassages({ terms, limit: pool }),
      findVectorHits(query.text, pool),
    ]);
    return fusePassages({ documents, passages, near }).slice(0, query.limit);
  }

  const retriever: Retriever = {
    async retrieve(query) {
      const hits = await rankPassages(query);
      const seqs = [...new Set(hits.map(({ seq }) => seq))];
      const documents = new Map((await deps.store.readDocuments(seqs)).map((document) => [document.seq, document]));
      return hits.flatMap(({ seq, passage: passageIndex, score }): Evidence[] => {
        const document = documents.get(seq);
        const passage = document?.passages[passageIndex];
        return document === undefined || passage === undefined ? [] : [{ document, passage, passageIndex, score }];
      });
    },
  };

  return { ...retriever, rankDocuments, rankPassages };
}

export type HybridRetriever = ReturnType<typeof createHybridRetriever>;

/** The index terms of a query in every language of the index; a word that stands twice counts twice. */
export function queryTerms(text: string): WeightedTerm[] {
  const weights = new Map<string, number>();
  for (const { word } of tokenise(text)) {
    if (isStopWord(word)) continue;
    for (const term of new Set(['en', 'fr', 'de'].map((language) => stemWord(word, language)))) {
      weights.set(term, (weights.get(term) ?? 0) + 1);
    }
  }
  return [...weights].map(([term, weight]) => ({ term, weight }));
}
