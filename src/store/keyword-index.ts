import type { DocumentHit, KeywordIndex, PassageHit, WeightedTerm } from '../core/ports.ts';
import { type Bm25Parameters, DOCUMENT_BM25, inverseDocumentFrequency, lengthNorm, PASSAGE_BM25 } from './bm25.ts';
import { at, createPostingBuffer, decodePostings, findTerm, type PostingBuffer, readFrequencies } from './segment.ts';
import type { IndexPart, IndexSnapshot, SegmentCache } from './segment-cache.ts';
import { createTopHits, type TopHits, wholeLimit } from './top-hits.ts';

export interface KeywordIndexOptions {
  readonly segments: SegmentCache;
  readonly documentParameters?: Bm25Parameters;
  readonly passageParameters?: Bm25Parameters;
}

/** BM25 over the segments in memory, one term after the other. Scores are exact: removed documents count nowhere. */
export function createKeywordIndex(options: KeywordIndexOptions): KeywordIndex {
  const { segments, documentParameters = DOCUMENT_BM25, passageParameters = PASSAGE_BM25 } = options;
  const workspace = createWorkspace();

  return {
    async searchPassages({ terms, limit }) {
      const snapshot = await segments.current();
      const query = lookUpTerms(snapshot, mergeTerms(terms), workspace);
      const { passages, passageTerms } = sumTotals(snapshot);
      const norm = lengthNorm(passageParameters, passageTerms / passages);
      const top = createTopHits(wholeLimit(limit));
      for (const [index, part] of snapshot.parts.entries()) {
        const scores = workspace.clearScores(part.segment.unitCount);
        for (const { weight, passages: withTerm, places } of query) {
          const factor = weight * inverseDocumentFrequency(passages, withTerm) * (passageParameters.k1 + 1);
          const place = places[index] ?? -1;
          if (place >= 0) addPassageScores(part, place, { factor, ...norm }, scores, workspace);
        }
        offerPassages(part, scores, top);
      }
      return top.sorted().map(({ seq, row, score }): PassageHit => ({ seq, passage: row, score }));
    },

    async searchDocuments({ terms, limit }) {
      const snapshot = await segments.current();
      const query = lookUpTerms(snapshot, mergeTerms(terms), workspace);
      const { documents, documentTerms } = sumTotals(snapshot);
      const norm = lengthNorm(documentParameters, documentTerms / documents);
      const top = createTopHits(wholeLimit(limit));
      for (const [index, part] of snapshot.parts.entries()) {
        const scores = workspace.clearScores(part.segment.documentCount);
        for (const { weight, documents: withTerm, places } of query) {
          const factor = weight * inverseDocumentFrequency(documents, withTerm) * (documentParameters.k1 + 1);
          const place = places[index] ?? -1;
          if (place >= 0) addDocumentScores(part, place, { factor, ...norm }, scores, workspace);
        }
        offerDocuments(part, scores, top);
      }
      return top.sorted().map(({ seq, score }): DocumentHit => ({ seq, score }));
    },

    async documentFrequencies(terms) {
      const snapshot = await segments.current();
      const query = lookUpTerms(snapshot, new Map(terms.map((term) => [term, 1])), workspace);
      const byTerm = new Map(query.map((found) => [found.term, found.documents]));
      return {
        frequencies: terms.map((term) => byTerm.get(term) ?? 0),
        documents: sumTotals(snapshot).documents,
      };
    },
  };
}

/** A term of the query with where and in how many live texts it stands. */
interface FoundTerm {
  readonly term: string;
  readonly weight: number;
  readonly documents: number;
  readonly passages: number;
  /** Its number in each part; -1 where it is not. */
  readonly places: readonly number[];
}

interface Workspace {
  /** Zeros, at least `length` of them; the same memory each time. */
  clearScores(length: number): Float64Array;
  postings(part: IndexPart): PostingBuffer;
}

function createWorkspace(): Workspace {
  let scores = new Float64Array(0);
  let buffer = createPostingBuffer(0);
  return {
    clearScores(length) {
      if (scores.length < length) scores = new Float64Array(length);
      else scores.fill(0, 0, length);
      return scores;
    },
    postings({ segment }) {
      if (buffer.units.length < segment.unitCount) buffer = createPostingBuffer(segment.unitCount);
      return buffer;
    },
  };
}

/** One entry per term, with the sum of its weights; weights that are not above 0 count nothing. */
function mergeTerms(terms: readonly WeightedTerm[]): Map<string, number> {
  const weights = new Map<string, number>();
  for (const { term, weight } of terms) {
    if (weight > 0 && Number.isFinite(weight)) weights.set(term, (weights.get(term) ?? 0) + weight);
  }
  return weights;
}

function lookUpTerms(snapshot: IndexSnapshot, weights: ReadonlyMap<string, number>, workspace: Workspace): FoundTerm[] {
  const found: FoundTerm[] = [];
  for (const [term, weight] of weights) {
    const bytes = Buffer.from(term, 'utf8');
    const places = snapshot.parts.map((part) => findTerm(part.segment, bytes));
    let [documents, passages] = [0, 0];
    for (const [index, part] of snapshot.parts.entries()) {
      const place = places[index] ?? -1;
      if (place < 0) continue;
      const counts = part.live === undefined ? readFrequencies(part.segment, place) : countLive(part, place, workspace);
      documents += counts.documents;
      passages += counts.passages;
    }
    if (documents > 0) found.push({ term, weight, documents, passages, places });
  }
  return found;
}

/** What `readFrequencies` tells, without the removed documents. */
function countLive(part: IndexPart, place: number, workspace: Workspace): { documents: number; passages: number } {
  const { segment, unitDocuments, live } = part;
  const buffer = workspace.postings(part);
  const count = decodePostings(segment, place, buffer);
  let [documents, passages, lastDocument] = [0, 0, -1];
  for (let index = 0; index < count; index += 1) {
    const unit = at(buffer.units, index);
    const document = at(unitDocuments, unit);
    if (live !== undefined && at(live, document) === 0) continue;
    if (document !== lastDocument) documents += 1;
    if (unit !== at(segment.firstUnits, document)) passages += 1;
    lastDocument = document;
  }
  return { documents, passages };
}

interface TermScoring {
  readonly factor: number;
  readonly base: number;
  readonly perTerm: number;
}

function addPassageScores(
  part: IndexPart,
  place: number,
  { factor, base, perTerm }: TermScoring,
  scores: Float64Array,
  workspace: Workspace,
): void {
  const { unitLengths } = part.segment;
  const buffer = workspace.postings(part);
  const { units, frequencies } = buffer;
  const count = decodePostings(part.segment, place, buffer);
  for (let index = 0; index < count; index += 1) {
    const unit = at(units, index);
    const frequency = at(frequencies, index);
    // Heads are scored too and left out when the best are picked: that is cheaper than to ask here.
    scores[unit] =
      (scores[unit] as number) + (factor * frequency) / (frequency + base + perTerm * at(unitLengths, unit));
  }
}

function addDocumentScores(
  part: IndexPart,
  place: number,
  { factor, base, perTerm }: TermScoring,
  scores: Float64Array,
  workspace: Workspace,
): void {
  const { unitDocuments, documentLengths } = part;
  const buffer = workspace.postings(part);
  const { units, frequencies } = buffer;
  const count = decodePostings(part.segment, place, buffer);
  for (let index = 0; index < count; ) {
    const document = at(unitDocuments, at(units, index));
    let frequency = 0;
    while (index < count && at(unitDocuments, at(units, index)) === document) {
      frequency += at(frequencies, index);
      index += 1;
    }
    const length = at(documentLengths, document);
    scores[document] = (scores[document] as number) + (factor * frequency) / (frequency + base + perTerm * length);
  }
}

function offerPassages(part: IndexPart, scores: Float64Array, top: TopHits): void {
  const { segment, unitDocuments, live } = part;
  for (let unit = 0; unit < segment.unitCount; unit += 1) {
    const score = scores[unit] as number;
    if (score <= 0 || score < top.lowestScore) continue;
    const document = at(unitDocuments, unit);
    const head = at(segment.firstUnits, document);
    if (unit === head || (live !== undefined && at(live, document) === 0)) continue;
    top.offer(score, at(segment.seqs, document), unit - head - 1);
  }
}

function offerDocuments(part: IndexPart, scores: Float64Array, top: TopHits): void {
  const { segment, live } = part;
  for (let document = 0; document < segment.documentCount; document += 1) {
    const score = scores[document] as number;
    if (score <= 0 || (live !== undefined && at(live, document) === 0)) continue;
    top.offer(score, at(segment.seqs, document), 0);
  }
}

function sumTotals(snapshot: IndexSnapshot) {
  let [documents, passages, documentTerms, passageTerms] = [0, 0, 0, 0];
  for (const { totals } of snapshot.parts) {
    documents += totals.documents;
    passages += totals.passages;
    documentTerms += totals.documentTerms;
    passageTerms += totals.passageTerms;
  }
  return { documents, passages, documentTerms, passageTerms };
}
