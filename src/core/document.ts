import type { Statement } from './statement.ts';
import type { Span } from './text/span.ts';

/** What is known of a source document; what is not known is left out, never guessed. */
export interface DocumentMeta {
  /** Stable name, unique in the desk: letters, digits, `.`, `_`, `:`, `-`; 1 to 200 characters. */
  readonly id: string;
  /** Title for readers. */
  readonly title: string;
  /** The source has no title (or none is known): this one was given by the desk. */
  readonly titleGivenByDesk: boolean;
  readonly publisher?: string;
  /** The credit line that the source demands, to the letter. */
  readonly attribution?: string;
  /** The source's terms of use, in its own words. */
  readonly terms?: string;
  readonly url?: string;
  readonly author?: string;
  /** ISO 8601: year, year-month, date or date-time. */
  readonly published?: string;
  /** BCP 47 tag, for example `en`. */
  readonly language?: string;
}

/** A document as a reader gives it: described, its text normalised. */
export interface SourceDocument extends DocumentMeta {
  /** The normalised text: every span in the desk counts in it. Never changed after reading. */
  readonly text: string;
  /** Where it came from: a path relative to the knowledge folder, or `added:<name>`. */
  readonly origin: string;
  /** The file's name without its folder; the credit of last resort. */
  readonly fileName: string;
  /** SHA-256 (hex) over metadata and text: equal hash, nothing to do. */
  readonly contentHash: string;
}

export type SentenceKind = 'prose' | 'heading' | 'list';

/** The unit that is quoted. */
export interface Sentence extends Span {
  /** Index of the paragraph (block between line breaks) it stands in, from 0. */
  readonly block: number;
  readonly kind: SentenceKind;
}

/** The unit that is retrieved: some consecutive sentences. */
export interface Passage extends Span {
  /** Indexes into the document's sentences: `[firstSentence, endSentence)`. */
  readonly firstSentence: number;
  readonly endSentence: number;
}

/** A document read into its parts. */
export interface AnalysedDocument extends SourceDocument {
  readonly sentences: readonly Sentence[];
  readonly passages: readonly Passage[];
  readonly statements: readonly Statement[];
}

/** What the listing of sources tells of a document. */
export interface DocumentSummary extends DocumentMeta {
  /** The store's number of this version of the document; a changed document gets a new one. */
  readonly seq: number;
  readonly origin: string;
  readonly fileName: string;
  readonly contentHash: string;
  readonly statements: number;
  readonly passages: number;
}

export interface StoredDocument extends AnalysedDocument {
  readonly seq: number;
}

/**
 * The credit line to show for a document: the one it demands, else its publisher, else its file's name.
 * Never empty.
 */
export function creditOf(document: Pick<SourceDocument, 'attribution' | 'publisher' | 'fileName'>): string {
  return document.attribution ?? document.publisher ?? document.fileName;
}
