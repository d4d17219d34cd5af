import type { Answer } from './answer.ts';
import type { AnalysedDocument, DocumentSummary, Passage, SourceDocument, StoredDocument } from './document.ts';
import type { DocumentSpeakers, Entity, EntityKind, EntityRecord, SpeakerLink } from './entity.ts';
import type { Message, Platform, Reply } from './message.ts';
import type { Feedback, FeedbackCounts, PlaceSettings } from './platform.ts';

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

/** How two words stand to each other, as far as the dictionary knows; every number 0 to 1. */
export interface WordComparison {
  /** They mean the same; 1 for forms of one word. */
  readonly synonymy: number;
  /** As `synonymy`, and less where one is a kind of the other ("buy", "acquire") or similar to it: 0.6, then 0.3 … */
  readonly kinship: number;
  /** They are kinds of one thing without being the same ("engine" and "generator"). */
  readonly siblinghood: number;
  /** The first deed cannot be without the second, or causes it: "kill" and "die". */
  readonly entailment: number;
  /** "rise" and "fall", also through a synonym of one. */
  readonly isAntonym: boolean;
  /** Words of one family over the parts of speech: "acquire" and "acquisition", "France" and "French". */
  readonly isDerived: boolean;
}

/**
 * What a dictionary tells of English words. Words are folded; inflected forms are taken back to their base. A word of
 * several meanings counts by its common ones: 1 joins the commonest meanings of both words. Unknown words are related
 * to nothing.
 */
export interface WordRelations {
  isKnown(word: string): boolean;
  /** Base forms that the word may stand for, most likely first; empty when unknown. */
  baseForms(word: string): string[];
  /** Fastest where one `a` is compared with many `b`. */
  compare(a: string, b: string): WordComparison;
  /**
   * Whether what `word` names is a `kind` or an instance of it, 0 to 1: a "tanker" is a "ship", "Berlin" a "city". Names
   * of up to three words are known as well. Absent when one of the two is not known as a noun: then nothing is told.
   */
  isA(word: string, kind: string): number | undefined;
  /** How common the word is as this part of speech, 0 to 1 (1: mostly); absent when unknown. */
  partShare(word: string, part: 'noun' | 'verb' | 'adjective' | 'adverb'): number | undefined;
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
  readonly speakers: DocumentSpeakers;
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
  /** Documents that an older desk wrote, without their speakers: to be put again. */
  listOutdated(): Promise<number[]>;
  /** The files read so far, by origin. */
  fileRecords(): Promise<ReadonlyMap<string, FileRecord>>;
  counts(): Promise<StoreCounts>;
  /** The embedder whose vectors are stored, if any. */
  embedderName(): Promise<string | undefined>;
  /** A number that grows with every change, also by another process: a cheap question before each search. */
  generation(): Promise<number>;
  close(): Promise<void>;
}

/** What documents that name a speaker alike say of it together. */
export interface SpeakerTotal {
  readonly key: string;
  readonly kind: EntityKind | 'unknown';
  readonly name: string;
  readonly alias: string;
  readonly role?: string;
  readonly organisation?: string;
  readonly statements: number;
}

/** Who speaks in which documents, by the keys of `SpeakerEntry`. Always speaks of the store's newest content. */
export interface SpeakerIndex {
  /** The keys that have one word of every list, in the order of their names; at most `limit`. */
  findKeys(query: { words: readonly (readonly string[])[]; limit: number }): Promise<string[]>;
  /** The keys that begin so or hold it, in the order of their names; at most `limit`. */
  findKeysLike(query: { begin?: string; hold?: string; limit: number }): Promise<string[]>;
  /** The words that begin so; at most `limit`. */
  findWords(query: { begin: string; limit: number }): Promise<string[]>;
  /** Links from or to one of the keys. */
  findLinks(query: { from: readonly string[] } | { to: readonly string[] }): Promise<SpeakerLink[]>;
  /** Every key that is linked to another and speaks itself. */
  listLinkedKeys(): Promise<SpeakerLink[]>;
  /** Statements of every key, most first. */
  sumStatements(): Promise<{ readonly key: string; readonly statements: number }[]>;
  readTotals(keys: readonly string[]): Promise<SpeakerTotal[]>;
  /** The documents in which any of the keys speaks, newest first. */
  findDocuments(query: {
    keys: readonly string[];
    limit: number;
  }): Promise<{ readonly seq: number; readonly statements: number }[]>;
  countDocuments(keys: readonly string[]): Promise<number>;
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
  /**
   * Keeps an answer; the id is unguessable, 22 URL-safe characters. `person` (as `Feedback.person`) asked for it: it goes
   * when that person is forgotten.
   */
  keepAnswer(answer: Answer, askedAt: Date, person?: string): Promise<string>;
  readAnswer(id: string): Promise<KeptAnswer | undefined>;
}

/** An earlier question of a conversation and what its answer showed: what a follow-up is understood from. */
export interface ConversationTurn {
  /** The full question, as it was understood. */
  readonly question: string;
  /** The speakers whom the answer quotes, each once, in its order; empty when it quotes none or found nothing. */
  readonly speakers: readonly string[];
  /** The sentences that the answer quotes, in its order. */
  readonly quotes: readonly string[];
}

/** A question as it is remembered: without the answer, which is kept (and dropped with its documents) elsewhere. */
export interface RememberedQuestion {
  /** As it was understood. */
  readonly question: string;
  /** Of the answer in the AnswerStore. */
  readonly answerId: string;
  readonly askedAt: Date;
}

/** The last questions of conversations, bounded in number and age; what is older is gone. */
export interface ConversationStore {
  /** The newest questions of a conversation at `now`, oldest first. */
  readQuestions(conversation: string, now: Date): Promise<RememberedQuestion[]>;
  /**
   * Adds a question; what is too many or too old goes, also of other conversations. `person` (as `Feedback.person`) asked
   * it: it goes when that person is forgotten.
   */
  addQuestion(conversation: string, question: RememberedQuestion, person?: string): Promise<void>;
  /** Drops all of a conversation; nothing happens when there is none. */
  forget(conversation: string): Promise<void>;
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
  /** `also` are index terms that count beside those of the text: what its words are called in other languages. */
  retrieve(query: { text: string; limit: number; also?: readonly WeightedTerm[] }): Promise<Evidence[]>;
}

// ------------------------------------------------------------- the desk

/** What the adapters may ask of the desk. */
export interface Desk {
  /** Every message gets one reply; this never rejects on bad input. */
  handleMessage(message: Message): Promise<Reply>;
  listSources(): Promise<DocumentSummary[]>;
  findDocument(id: string): Promise<StoredDocument | undefined>;
  findAnswer(id: string): Promise<KeptAnswer | undefined>;
  /** The persons and bodies that speak in the sources, most statements first; `name` narrows to names that hold it. */
  listEntities(query: { name?: string; limit: number }): Promise<Entity[]>;
  /** What one of them said; the statements of at most `limit` documents, newest first. */
  findEntity(id: string, limit: number): Promise<EntityRecord | undefined>;
  /** Whose each statement of a document is, parallel to its statements; `undefined` where nobody in particular speaks. */
  identifySpeakers(document: StoredDocument): Promise<(string | undefined)[]>;
  /** Questions that the documents at hand do answer, at most four. */
  suggestQuestions(): Promise<string[]>;
  /** Why the desk cannot answer now; `undefined` when it is ready. */
  notReadyReason(): Promise<string | undefined>;
}

// ---------------------------------------------------- what chat platforms need

/** A message with where its reply must go. */
export interface OnceRequest {
  readonly message: Message;
  /** In the adapter's own form (JSON): channel, thread, what it takes to post there after a restart. No secrets. */
  readonly envelope: string;
}

/** An event that was claimed and whose reply is not known to have been taken by the platform. */
export interface UnsettledEvent {
  readonly eventId: string;
  /** What finishes the work; absent when the claimer kept nothing. */
  readonly request?: OnceRequest;
  /** `claimed`: no reply was sent. `posting`: it was being sent, so the platform may have it. */
  readonly state: 'claimed' | 'posting';
  /** The process that claimed it or took it over last. */
  readonly owner: string;
  /** When that was. */
  readonly claimedAt: Date;
  /** How often it was taken over, from 0. */
  readonly takeovers: number;
}

/**
 * Which events were taken, over all processes: one row an event. An event is claimed before the work and settled after
 * the platform took the reply; what is claimed and not settled when a process ends is found again at the next start.
 * Settled rows expire when no platform repeats their event any more.
 */
export interface EventLedger {
  /**
   * `claimed` for exactly one caller of an id, among all processes and for as long as the row lives; `known` for every
   * other. What is told of the event is erased when it is settled.
   */
  claim(
    eventId: string,
    details: {
      /** As `Feedback.place`. */
      readonly place: string;
      /** As `Feedback.person`: when that person is forgotten, so is this. */
      readonly person?: string;
      readonly request?: OnceRequest;
      readonly now: Date;
    },
  ): Promise<'claimed' | 'known'>;
  /** The reply is about to be sent: from here on the platform may have it. */
  markPosting(eventId: string): Promise<void>;
  /** The platform took the reply (or nothing more will be sent). Unknown ids and settled ones are left as they are. */
  settle(eventId: string, now: Date): Promise<void>;
  /** Claimed and not settled, oldest first. */
  listUnsettled(): Promise<UnsettledEvent[]>;
  /**
   * Takes an unsettled event over, as it was listed. `true` for exactly one caller; `false` when another process took it
   * or settled it since.
   */
  takeOver(event: UnsettledEvent, now: Date): Promise<boolean>;
}

/** How the desk behaves in each place. Places are named with their platform: `slack:T123:C456`. */
export interface PlaceSettingsStore {
  /** The settings of a place; the defaults where nobody changed them. */
  readSettings(place: string): Promise<PlaceSettings>;
  saveSettings(place: string, settings: PlaceSettings): Promise<void>;
}

/** What people think of answers: the newest verdict of a person on an answer stands. */
export interface FeedbackStore {
  /** `false`: the answer is no longer kept, and so nothing is recorded. */
  record(feedback: Feedback): Promise<boolean>;
  counts(): Promise<FeedbackCounts>;
  /** The verdicts whose answers are still kept, oldest first, with the answers; nothing of the persons. */
  listWithAnswers(): AsyncIterable<Omit<Feedback, 'person'> & { readonly kept: KeptAnswer }>;
}

/**
 * The secrets by which the desk acts in a workspace (or tenant), as the platform's package gives them, encrypted at rest.
 * Ids are named with their platform: `slack:T123`.
 */
export interface InstallationStore {
  /** Replaces what was kept. */
  save(id: string, secretJson: string): Promise<void>;
  /**
   * `undefined` when there is none.
   * @throws DeskError `bad_setting` when no known key opens it, `store_damaged` when it was tampered with.
   */
  read(id: string): Promise<string | undefined>;
  remove(id: string): Promise<void>;
  /** In the order of their ids. */
  listIds(): Promise<string[]>;
}

/** What is kept of persons and workspaces, in all tables. */
export interface PrivacyStore {
  /**
   * Erases all that is kept of a person: conversations, kept answers, feedback, payloads of events. Afterwards no byte
   * of it stands in the database's files.
   */
  forgetPerson(person: string): Promise<void>;
  /**
   * Erases all that is kept of a workspace (`slack:T123`): installation, settings of its places, feedback and events of
   * them. Kept answers stay under their links.
   */
  forgetWorkspace(workspace: string): Promise<void>;
}

/** What goes out for a message. `language` is that of the place, for the adapter's own words. */
export interface Delivery {
  readonly message: Message;
  readonly envelope: string;
  readonly reply: Reply;
  readonly settings: PlaceSettings;
}

/** How an adapter sends. Each resolves when the platform took it and rejects when it did not. */
export interface Poster {
  readonly platform: Platform;
  post(delivery: Delivery): Promise<void>;
  /**
   * Whether the reply to this message is there already, where the platform can tell; asked only after a crash in the
   * middle of sending. `undefined`: it cannot tell. Absent: it never can.
   */
  wasPosted?(request: OnceRequest): Promise<boolean | undefined>;
}

/** What came of a message: `known` is a repeat, `failed` one whose reply the platform did not take. */
export type OnceOutcome = 'posted' | 'known' | 'failed';

/** What came of the events that an earlier run left behind. */
export interface RecoveryReport {
  /** Answered now. */
  readonly finished: number;
  /** Told once that their answer was lost. */
  readonly apologised: number;
  /** Found posted already. */
  readonly foundPosted: number;
  /** The platform took neither; they are tried again at the next recovery, a few times. */
  readonly failed: number;
}

/** What every chat platform's adapter is handed besides the Desk. */
export interface PlatformServices {
  /**
   * Claims the message, makes its reply within the deadline, posts it, and settles it: exactly one reply per
   * `message.id` and platform, over all processes. Never rejects.
   * `whenClaimed` is called once as soon as the message is claimed, or known to be: from here on it is answered even
   * when this process ends, so that the platform may be told that it was received. Not called where it cannot be claimed.
   */
  handleOnce(request: OnceRequest, poster: Poster, whenClaimed?: () => void): Promise<OnceOutcome>;
  /**
   * Finishes what was claimed and not answered when a process ended, or apologises once. To be called at the start and
   * every minute or so; what another process may still be at work on is left alone.
   */
  recoverUnsettled(poster: Poster): Promise<RecoveryReport>;
  /** Resolves when no message is under work here; what remains at the end of a process is recovered later. */
  whenIdle(): Promise<void>;
  readSettings(platform: Platform, place: string): Promise<PlaceSettings>;
  /** `refused` when only admins may change them and this is none. */
  changeSettings(change: {
    readonly platform: Platform;
    readonly place: string;
    readonly settings: PlaceSettings;
    readonly isAdmin: boolean;
  }): Promise<'changed' | 'refused'>;
  /** `person` and `place` as in a Message. `answer_gone`: it is no longer kept, and nothing was recorded. */
  recordFeedback(feedback: Omit<Feedback, 'at'> & { readonly platform: Platform }): Promise<'kept' | 'answer_gone'>;
  /** The workspace's id on its platform. */
  forgetWorkspace(platform: Platform, workspace: string): Promise<void>;
}
