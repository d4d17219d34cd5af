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
import { createDocumentCache } from './document-cache.ts';
import { expandQuery, FEEDBACK } from './expand-query.ts';
import { blendParts, fuseDocuments, fusePassages, type RankedDocument, type Ranks } from './fuse-ranks.ts';
import { splitQuery } from './split-query.ts';

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
  const cache = createDocumentCache(deps.store);

  async function findVectorHits(text: string, limit: number): Promise<PassageHit[]> {
    if (deps.embedder === undefined) return [];
    const vector = await deps.embedder.embedQuery(text);
    return vector.some((value) => value !== 0) ? deps.vectors.searchPassages({ vector, limit }) : [];
  }

  async function findRanks(terms: readonly WeightedTerm[], near: readonly PassageHit[], pool: number): Promise<Ranks> {
    const [documents, passages] = await Promise.all([
      deps.keywords.searchDocuments({ terms, limit: pool }),
      deps.keywords.searchPassages({ terms, limit: pool }),
    ]);
    return { documents, passages, near };
  }

  /**
   * Documents for a query, best first: BM25 over whole documents and passages, and nearness of the best passage. A query
   * gets a second pass with the terms that mark its best documents out; one of several parts ("what A says of B, and
   * whether C …") is also searched part by part, as each part may live in another document.
   */
  async function rankDocuments(query: { text: string; limit: number }): Promise<RankedDocument[]> {
    const pool = Math.max(POOL, query.limit);
    const terms = queryTerms(query.text);
    const near = await findVectorHits(query.text, pool);
    const first = fuseDocuments(await findRanks(terms, near, pool));
    const parts = splitQuery(query.text);
    const share = parts.length === 1 ? FEEDBACK.share : FEEDBACK.shareOfParts;
    const expanded = await expandWithBest(terms, first, share);
    const whole = expanded === undefined ? first : fuseDocuments(await findRanks(expanded, near, pool));
    if (parts.length === 1) return whole.slice(0, query.limit);
    return blendParts(whole, await Promise.all(parts.map((part) => rankPart(part, pool)))).slice(0, query.limit);
  }

  async function rankPart(text: string, pool: number): Promise<RankedDocument[]> {
    return fuseDocuments(await findRanks(queryTerms(text), await findVectorHits(text, pool), pool));
  }

  /** The query with what its best documents add; nothing when it found none. */
  async function expandWithBest(
    terms: readonly WeightedTerm[],
    first: readonly RankedDocument[],
    share: number,
  ): Promise<WeightedTerm[] | undefined> {
    const best = first.slice(0, FEEDBACK.documents);
    const documents = new Map((await cache.readDocuments(best.map(({ seq }) => seq))).map((one) => [one.seq, one]));
    const feedback = best.flatMap(({ seq, score }) => {
      const document = documents.get(seq);
      return document === undefined ? [] : [{ document, score }];
    });
    return feedback.length === 0 ? undefined : expandQuery({ terms, feedback, share }, deps.keywords);
  }

  async function rankPassages(query: Parameters<Retriever['retrieve']>[0]): Promise<PassageHit[]> {
    const terms = addTerms(queryTerms(query.text), query.also ?? []);
    const pool = Math.max(POOL, query.limit);
    const near = await findVectorHits(query.text, pool);
    return fusePassages(await findRanks(terms, near, pool)).slice(0, query.limit);
  }

  const retriever: Retriever = {
    async retrieve(query) {
      const hits = await rankPassages(query);
      const seqs = [...new Set(hits.map(({ seq }) => seq))];
      const documents = new Map((await cache.readDocuments(seqs)).map((document) => [document.seq, document]));
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

/** Terms that the query has already keep their weight. */
function addTerms(terms: readonly WeightedTerm[], also: readonly WeightedTerm[]): readonly WeightedTerm[] {
  if (also.length === 0) return terms;
  const known = new Set(terms.map(({ term }) => term));
  return [...terms, ...also.filter(({ term }) => !known.has(term))];
}

/** The index terms of a query in every language of the index; a word that stands n times weighs the square root of n. */
export function queryTerms(text: string): WeightedTerm[] {
  const weights = new Map<string, number>();
  for (const { word } of tokenise(text)) {
    if (isStopWord(word)) continue;
    for (const term of new Set(['en', 'fr', 'de'].map((language) => stemWord(word, language)))) {
      weights.set(term, (weights.get(term) ?? 0) + 1);
    }
  }
  return [...weights].map(([term, count]) => ({ term, weight: Math.sqrt(count) }));
}
