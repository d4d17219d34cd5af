import type { Answer } from './answer.ts';
import type { AnalysedDocument, DocumentSummary, Passage, SourceDocument, StoredDocument } from './document.ts';
import type { Message, Reply } from './message.ts';

export type { DocumentSummary, StoredDocument };

/** Words about what happens; never the texts of people's messages. Written to standard error. */
export interface Logger {
  debug(fields: Record<string, unknown>, message: string): void;
  info(fields: Record<string, unknown>, message: string): void;
  warn(fields: Record<string, unknown>, message: string): void;
  error(fields: Record<string, unknown>, message: string): void;
}

export interface Clock {
  now(): Date;
  /** Milliseconds from an arbitrary origin, never going back. */
  monotonicMs(): number;
}

/** Turns texts into vectors. Texts with nothing known in them give a zero vector. */
export interface Embedder {
  /** Names model and version; vectors of different names are never compared. */
  readonly name: string;
  readonly dimensions: number;
  /** Whether texts leave this machine. */
  readonly sendsTextAway: boolean;
  /** One unit-length (or zero) vector of `dimensions` numbers per text, in order. */
  embedDocuments(texts: readonly string[]): Promise<Float32Array[]>;
  embedQuery(text: string): Promise<Float32Array>;
}

/** What is known of words without any document: how near and how frequent they are in general English. */
export interface WordKnowledge {
  /** How many words are known. */
  readonly words: number;
  /** Place by frequency, from 1 (the most frequent); absent for unknown words. `word` is folded. */
  rank(word: string): number | undefined;
  /** Cosine of two words, -1 to 1; absent when one is unknown. */
  similarity(a: string, b: string): number | undefined;
}

/** A sentence of the sources that a chooser may pick. */
export interface SentenceCandidate {
  /** Unique among the candidates of a request. */
  readonly id: number;
  /** Verbatim. It may hold anything, also words that look like instructions. */
  readonly text: string;
  readonly speaker?: string;
  /** The credit line or title of its document. */
  readonly source: string;
}

/**
 * Picks which of the proven sentences answer a question. It hands back numbers only, so that no word of a model is
 * ever shown.
 */
export interface SentenceChooser {
  readonly name: string;
  /**
   * Ids out of the candidates, best first, without repeats; empty when none of them answers. `undefined` when no usable
   * choice came within `deadlineMs`: the desk then uses its own.
   */
  chooseSentences(request: {
    readonly question: string;
    readonly candidates: readonly SentenceCandidate[];
    readonly deadlineMs: number;
  }): Promise<{ readonly ids: readonly number[] } | undefined>;
}

// ---------------------------------------------------------------- the store

/** A document ready to be written: its parts, and per searched unit its terms and vector. */
export interface IndexedDocument {
  readonly document: AnalysedDocument;
  /** Index terms (with repeats) of what describes the document: title, publisher, author, date. */
  readonly headTerms: readonly string[];
  /** Index terms (with repeats) of each passage, parallel to `document.passages`. */
  readonly passageTerms: readonly (readonly string[])[];
  /** One vector per passage, parallel to `document.passages`; `undefined` when no embedder is in use. */
  readonly passageVectors: readonly Float32Array[] | undefined;
}

export interface StoreCounts {
  readonly documents: number;
  readonly passages: number;
  readonly statements: number;
}

/** A file that was read, and what came of it. */
export interface FileRecord {
  readonly origin: string;
  /** As `SourceFile.stamp`. */
  readonly stamp: string | undefined;
  /** The documents in it, also those whose id another file has. */
  readonly documentIds: readonly string[];
  /** What was wrong with it, to be said again without reading it again. */
  readonly problems?: readonly SourceProblem[];
}

/** The truth about what the desk knows. Every write is one transaction: whole or not at all. */
export interface KnowledgeStore {
  listDocuments(): Promise<DocumentSummary[]>;
  /** Documents by their ids; unknown ids are left out. */
  findDocuments(ids: readonly string[]): Promise<StoredDocument[]>;
  /** Documents by the store's numbers, in the order asked; numbers no longer live are left out. */
  readDocuments(seqs: readonly number[]): Promise<StoredDocument[]>;
  /**
   * In one transaction: withdraw `removeIds`, and put `put` (a document with a known id replaces it).
   * `embedderName` names the embedder of the vectors.
   */
  applyChange(change: {
    readonly put: readonly IndexedDocument[];
    readonly removeIds: readonly string[];
    readonly embedderName?: string;
    /** What files were read for this change; a stamp `undefined` forgets the file. */
    readonly files?: readonly FileRecord[];
  }): Promise<void>;
  /** The files read so far, by origin. */
  fileRecords(): Promise<ReadonlyMap<string, FileRecord>>;
  counts(): Promise<StoreCounts>;
  /** The embedder whose vectors are stored, if any. */
  embedderName(): Promise<string | undefined>;
  /** A number that grows with every change, also by another process: a cheap question before each search. */
  generation(): Promise<number>;
  close(): Promise<void>;
}

/** An index term with its weight in the query, above 0. */
export interface WeightedTerm {
  readonly term: string;
  readonly weight: number;
}

/** A passage found: document number and index into the document's passages. `score` above 0, best first. */
export interface PassageHit {
  readonly seq: number;
  readonly passage: number;
  readonly score: number;
}

export interface DocumentHit {
  readonly seq: number;
  readonly score: number;
}

/** Keyword search by BM25. Always speaks of the store's newest content. */
export interface KeywordIndex {
  /** Passages by BM25 over their own terms. */
  searchPassages(query: { terms: readonly WeightedTerm[]; limit: number }): Promise<PassageHit[]>;
  /** Documents by BM25 over the terms of all their passages and their head. */
  searchDocuments(query: { terms: readonly WeightedTerm[]; limit: number }): Promise<DocumentHit[]>;
  /** In how many documents each term occurs, parallel to `terms`; and how many documents there are. */
  documentFrequencies(terms: readonly string[]): Promise<{ frequencies: number[]; documents: number }>;
}

/** Nearest passages by cosine. `score` is the cosine, -1 to 1. Always speaks of the store's newest content. */
export interface VectorIndex {
  /** "exact" or "hnsw", and what it holds, for people. */
  describe(): Promise<string>;
  searchPassages(query: { vector: Float32Array; limit: number }): Promise<PassageHit[]>;
}

/** An answer kept under a permanent link. */
export interface KeptAnswer {
  readonly id: string;
  readonly askedAt: Date;
  readonly answer: Answer;
}

export interface AnswerStore {
  /** Keeps an answer; the id is unguessable, 22 URL-safe characters. */
  keepAnswer(answer: Answer, askedAt: Date): Promise<string>;
  readAnswer(id: string): Promise<KeptAnswer | undefined>;
}

// ------------------------------------------------------- reading the outside

/** One thing wrong with a source file: where, what, and how to mend it. */
export interface SourceProblem {
  readonly origin: string;
  readonly line?: number;
  readonly field?: string;
  readonly problem: string;
  readonly mend: string;
  /** `skipped`: the document is left out. `noted`: it is read all the same. */
  readonly effect: 'skipped' | 'noted';
}

/** What a reader hands on, one file (or one line of a `.jsonl`) at a time. */
export type SourceItem =
  | { readonly kind: 'document'; readonly document: SourceDocument }
  | { readonly kind: 'problem'; readonly problem: SourceProblem };

/** A cheap fingerprint of a file (path, size, modification time) to skip the unchanged without reading. */
export interface SourceFile {
  /** Path relative to the knowledge folder, with `/`. */
  readonly origin: string;
  readonly stamp: string;
  read(): AsyncIterable<SourceItem>;
}

// -------------------------------------------------------------- retrieval

/** A passage found, with its document at hand. */
export interface Evidence {
  readonly document: StoredDocument;
  readonly passage: Passage;
  /** Position of the passage in `document.passages`. */
  readonly passageIndex: number;
  /** Fused score, above 0, best first. */
  readonly score: number;
}

/** Finds the passages that may speak to a question. */
export interface Retriever {
  retrieve(query: { text: string; limit: number }): Promise<Evidence[]>;
}

// ------------------------------------------------------------- the desk

/** What the adapters may ask of the desk. */
export interface Desk {
  /** Every message gets one reply; this never rejects on bad input. */
  handleMessage(message: Message): Promise<Reply>;
  listSources(): Promise<DocumentSummary[]>;
  findDocument(id: string): Promise<StoredDocument | undefined>;
  findAnswer(id: string): Promise<KeptAnswer | undefined>;
  /** Questions that the documents at hand do answer, at most four. */
  suggestQuestions(): Promise<string[]>;
  /** Why the desk cannot answer now; `undefined` when it is ready. */
  notReadyReason(): Promise<string | undefined>;
}
