import type { DocumentSummary } from './document.ts';
import type { Statement } from './statement.ts';

export type EntityKind = 'person' | 'body';

export interface Post {
  readonly role?: string;
  readonly organisation?: string;
}

/** A person or body as the documents together know it. */
export interface Entity {
  /** Readable and unique in the desk ("octave-klaba"); the same as long as its name stays. */
  readonly id: string;
  readonly kind: EntityKind;
  /** The fullest name that a document or the alias file gives. */
  readonly name: string;
  /** Other words that name it in any document ("Klaba", "OVHcloud's CEO", "OPM"), without `name`. */
  readonly aliases: readonly string[];
  /** Posts that documents give it, most often named first; `statements` made in each. */
  readonly posts: readonly (Post & { readonly statements?: number })[];
  /** Statements of it in all documents. */
  readonly statements: number;
  /** Documents in which it speaks. */
  readonly documents: number;
}

export interface EntityStatement {
  readonly document: DocumentSummary;
  readonly statement: Statement;
}

/** Everything one person or body said, newest document first, in the document's order within each. */
export interface EntityRecord {
  readonly entity: Entity;
  readonly statements: readonly EntityStatement[];
}

/** What a person wrote about one person or body in the alias file. */
export interface AliasEntry {
  readonly name: string;
  readonly kind?: EntityKind;
  /** Other names of the same; they hold in every document. */
  readonly also: readonly string[];
  /** Names that it must never be taken for, whatever a document says. */
  readonly apart: readonly string[];
  /** Only where a document gives it one of these organisations: others of the same name stay apart. Empty: everywhere. */
  readonly of: readonly string[];
}

/** One way in which one document names one of its speakers. */
export interface SpeakerEntry {
  /** What it counts under, also across documents: see `src/entities/speaker-key.ts`. At most 200 characters. */
  readonly key: string;
  readonly kind: EntityKind | 'unknown';
  /** Its full name; empty where the document does not name it. */
  readonly name: string;
  /** The words that stand for it at the place, where they are more than a pronoun; else empty. */
  readonly alias: string;
  readonly role?: string;
  readonly organisation?: string;
  readonly statements: number;
  /** Folded words by which it is looked up. */
  readonly words: readonly string[];
}

/**
 * A document says that one key stands for another: an abbreviation for its long form, a post for its holder. Where both
 * are the same, it says that the key is the name of a body.
 */
export interface SpeakerLink {
  readonly from: string;
  readonly to: string;
}

/** Who speaks in a document. */
export interface DocumentSpeakers {
  readonly entries: readonly SpeakerEntry[];
  readonly links: readonly SpeakerLink[];
}
