import type { Answer } from '../core/answer.ts';
import type { ItemOutcome } from './outcome.ts';

/** A document as the evaluation sets give it. */
export interface EvaluationDocument {
  /** Letters, digits, `.`, `_`, `:`, `-`; unique in its corpus. */
  readonly id: string;
  readonly text: string;
  readonly title?: string;
  readonly publisher?: string;
  /** The credit line that the source demands. */
  readonly attribution?: string;
  readonly author?: string;
  /** ISO 8601. */
  readonly published?: string;
  readonly url?: string;
  readonly language?: string;
  /** Markdown goes in as a file of that kind, so that its marks are read as marks. Default: plain text. */
  readonly format?: 'text' | 'markdown';
}

/** Documents indexed by the desk, to be searched and asked. */
export interface OpenCorpus {
  /** At most `k` documents, one hit a document, best first. */
  search(query: string, k: number): Promise<readonly { readonly document: string; readonly score: number }[]>;
  ask(question: string): Promise<Answer>;
  /** The desk's answer to the last of some messages, sent one after another in a conversation of their own. */
  converse(messages: readonly string[]): Promise<Answer>;
  /** The normalised text in which the spans of citations count; `undefined` for an unknown id. */
  documentText(id: string): Promise<string | undefined>;
  /** Gives back memory and removes the data folder. */
  close(): Promise<void>;
}

/** What an evaluation needs of the desk. */
export interface Workbench {
  /**
   * Reads the documents through the desk's own ingest into a data folder of their own.
   * Opening and closing is cheap enough for one corpus a question.
   * `statements` (default true): also find who said what.
   */
  openCorpus(
    documents: AsyncIterable<EvaluationDocument>,
    options?: { readonly statements?: boolean },
  ): Promise<OpenCorpus>;
  /** The documents of a folder, read as the desk reads its knowledge folder. */
  openFolder(folder: string): Promise<OpenCorpus>;
  /** The documents of the desk's knowledge folder. */
  knowledgeDocuments(): AsyncIterable<EvaluationDocument>;
}

/** What every evaluation takes besides its set and the desk. */
export interface EvaluationOptions {
  /** Use at most this many items of a set, picked evenly and always the same. Default: all. */
  readonly sampleSize?: number;
  readonly onProgress?: (progress: EvaluationProgress) => void;
  /** Told how every item came out, where a set tells that of single items. */
  readonly onOutcome?: (outcome: ItemOutcome) => void;
}

export interface EvaluationProgress {
  readonly set: string;
  readonly done: number;
  readonly total: number;
}

/** Opens a corpus, uses it, and closes it whatever happens. */
export async function withCorpus<Result>(
  workbench: Workbench,
  documents: Iterable<EvaluationDocument> | AsyncIterable<EvaluationDocument>,
  use: (corpus: OpenCorpus) => Promise<Result>,
  options?: { readonly statements?: boolean },
): Promise<Result> {
  const corpus = await workbench.openCorpus(toAsync(documents), options);
  try {
    return await use(corpus);
  } finally {
    await corpus.close();
  }
}

async function* toAsync<Item>(items: Iterable<Item> | AsyncIterable<Item>): AsyncIterable<Item> {
  yield* items;
}
