import type { DocumentHit, PassageHit } from '../core/ports.ts';

export interface Ranks {
  /** Keyword rank of whole documents. */
  readonly documents: readonly DocumentHit[];
  /** Keyword rank of passages. */
  readonly passages: readonly PassageHit[];
  /** Vector rank of passages. */
  readonly near: readonly PassageHit[];
}

export interface RankedDocument extends DocumentHit {
  /** Index of the document's best passage; 0 when only its head was met. */
  readonly passage: number;
}

/**
 * Shares of the three ranks in the fused score, each rank scaled to its best score. Scores are fused, not ranks: BM25
 * tells by how much the first is better. The rank of passages adds nothing to that of documents and mainly tells which
 * passage to show. Set on the retrieval sets (`desk eval retrieval-`).
 */
const SHARES = { document: 0.84, passage: 0.01, vector: 0.15 } as const;

/** Documents by the weighted sum of their scaled scores. Ties keep the older document first. */
export function fuseDocuments(ranks: Ranks): RankedDocument[] {
  const scores = new Map<number, { score: number; passage: number; best: number }>();
  const add = (seq: number, share: number, passage: number) => {
    const known = scores.get(seq) ?? { score: 0, passage: 0, best: 0 };
    const isBetter = passage >= 0 && share > known.best;
    scores.set(seq, {
      score: known.score + share,
      passage: isBetter ? passage : known.passage,
      best: isBetter ? share : known.best,
    });
  };
  for (const [seq, score] of scaled(ranks.documents.map(({ seq, score }) => [seq, score, -1])))
    add(seq, SHARES.document * score, -1);
  for (const [seq, score, passage] of bestOfDocument(ranks.passages)) add(seq, SHARES.passage * score, passage);
  for (const [seq, score, passage] of bestOfDocument(ranks.near)) add(seq, SHARES.vector * score, passage);
  return [...scores]
    .map(([seq, { score, passage }]) => ({ seq, score, passage }))
    .sort((a, b) => b.score - a.score || a.seq - b.seq);
}

/** What the best part adds to the score of the whole query. Set on multihop-rag-sample. */
const PART_SHARE = 1;

/** The whole query's ranking, lifted by the part of the query that a document meets best. */
export function blendParts(
  whole: readonly RankedDocument[],
  parts: readonly (readonly RankedDocument[])[],
): RankedDocument[] {
  const lifts = new Map<number, RankedDocument>();
  for (const part of parts) {
    const best = part[0]?.score ?? 1;
    for (const hit of part) {
      const score = hit.score / best;
      if (score > (lifts.get(hit.seq)?.score ?? 0)) lifts.set(hit.seq, { ...hit, score });
    }
  }
  const all = new Map([...lifts].map(([seq, hit]) => [seq, { ...hit, score: PART_SHARE * hit.score }]));
  const best = whole[0]?.score ?? 1;
  for (const hit of whole) {
    all.set(hit.seq, { ...hit, score: hit.score / best + (all.get(hit.seq)?.score ?? 0) });
  }
  return [...all.values()].sort((a, b) => b.score - a.score || a.seq - b.seq);
}

/** Shares for ranking passages: the document's own rank lends its passages a part. */
const PASSAGE_SHARES = { document: 0.3, passage: 0.5, vector: 0.2 } as const;

export function fusePassages(ranks: Ranks): PassageHit[] {
  const documentScores = new Map(
    scaled(ranks.documents.map(({ seq, score }) => [seq, score, -1])).map(([seq, score]) => [seq, score]),
  );
  const scores = new Map<string, { seq: number; passage: number; score: number }>();
  const add = (hits: readonly Scored[], share: number) => {
    for (const [seq, score, passage] of hits) {
      const key = `${seq}:${passage}`;
      const known = scores.get(key) ?? {
        seq,
        passage,
        score: PASSAGE_SHARES.document * (documentScores.get(seq) ?? 0),
      };
      scores.set(key, { ...known, score: known.score + share * score });
    }
  };
  add(scaled(ranks.passages.map(({ seq, passage, score }) => [seq, score, passage])), PASSAGE_SHARES.passage);
  add(scaled(ranks.near.map(({ seq, passage, score }) => [seq, score, passage])), PASSAGE_SHARES.vector);
  return [...scores.values()].sort((a, b) => b.score - a.score || a.seq - b.seq || a.passage - b.passage);
}

type Scored = readonly [seq: number, score: number, passage: number];

function bestOfDocument(hits: readonly PassageHit[]): Scored[] {
  const best = new Map<number, PassageHit>();
  for (const hit of hits)
    if (hit.score > (best.get(hit.seq)?.score ?? Number.NEGATIVE_INFINITY)) best.set(hit.seq, hit);
  return scaled([...best.values()].map(({ seq, score, passage }) => [seq, score, passage]));
}

/** Scores scaled so that the best is 1 and nothing is below 0. */
function scaled(hits: readonly Scored[]): Scored[] {
  const best = Math.max(0, ...hits.map(([, score]) => score));
  return best === 0 ? [] : hits.map(([seq, score, passage]) => [seq, Math.max(0, score) / best, passage]);
}
