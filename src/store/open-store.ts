import type {
  AnswerStore,
  ConversationStore,
  EventLedger,
  FeedbackStore,
  InstallationStore,
  KeywordIndex,
  KnowledgeStore,
  Logger,
  PlaceSettingsStore,
  PrivacyStore,
  SpeakerIndex,
  VectorIndex,
} from '../core/ports.ts';
import { createAnswerStore } from './answer-store.ts';
import { createConversationStore } from './conversation-store.ts';
import { prepareDataFolder } from './data-folder.ts';
import { openDatabase } from './database.ts';
import { createEventLedger } from './event-ledger.ts';
import { createFeedbackStore } from './feedback-store.ts';
import { createHnswVectorIndex } from './hnsw-vector-index.ts';
import { createInstallationStore } from './installation-store.ts';
import { createKeywordIndex } from './keyword-index.ts';
import { createKnowledgeStore } from './knowledge-store.ts';
import { migrateDatabase } from './migrations.ts';
import { createPersonHash } from './person-hash.ts';
import { createPlaceSettingsStore } from './place-settings-store.ts';
import { createPrivacyStore } from './privacy-store.ts';
import { createSegmentCache, type SegmentCache } from './segment-cache.ts';
import { createSpeakerIndex } from './speaker-index.ts';

export interface OpenStoreOptions {
  /** The data folder; created when missing. */
  readonly dataDir: string;
  readonly logger: Logger;
  /** Another vector index than the desk's own, such as `createLangChainVectorIndex`. */
  readonly createVectorIndex?: (segments: SegmentCache) => VectorIndex;
  /** From how many passages on the vector index keeps a graph; `HNSW_MIN_PASSAGES` unless set. */
  readonly graphMinPassages?: number;
  /** How long the questions of a conversation are remembered; a day unless set. */
  readonly conversationLifetimeMs?: number;
  /** Names this process in the ledger of events, unlike every other that has the store open. */
  readonly owner?: string;
  /** 32 bytes each, the one in use first; none: no installation can be kept. */
  readonly encryptionKeys?: readonly Uint8Array[];
}

export interface Store {
  readonly knowledge: KnowledgeStore;
  readonly keywords: KeywordIndex;
  readonly vectors: VectorIndex;
  readonly answers: AnswerStore;
  readonly conversations: ConversationStore;
  readonly speakers: SpeakerIndex;
  readonly events: EventLedger;
  readonly places: PlaceSettingsStore;
  readonly feedback: FeedbackStore;
  readonly installations: InstallationStore;
  readonly privacy: PrivacyStore;
  /**
   * Opens or builds the vector graph where that is due, and waits for it: worth doing at the end of an indexing run and
   * at the start of a server (there without waiting). Search is right with and without.
   */
  settle(): Promise<void>;
  /** What SQLite's own check finds wrong with the database; empty when it is sound. Reads the whole file. */
  checkIntegrity(): Promise<string[]>;
  close(): Promise<void>;
}

/**
 * Opens the embedded store in a data folder. Several processes may have it open at the same time.
 * @throws DeskError `store_unavailable`, `store_damaged` or `busy`
 */
export async function openStore(options: OpenStoreOptions): Promise<Store> {
  const { dataDir, logger, createVectorIndex, graphMinPassages: minPassages } = options;
  const { databasePath: path } = prepareDataFolder(dataDir);
  const database = openDatabase(path);
  try {
    await migrateDatabase(database, path);
  } catch (thrown) {
    await database.close();
    throw thrown;
  }
  const segments = createSegmentCache(database, path);
  // Does nothing and holds nothing until it is asked.
  const graph = createHnswVectorIndex({ segments, dataDir, logger, minPassages });
  const hashPerson = createPersonHash(database, path);
  const answers = createAnswerStore({ database, path, hashPerson });
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => {
    closing ??= graph.close().then(() => database.close());
    return closing;
  };
  return {
    knowledge: { ...createKnowledgeStore({ database, path, logger }), close },
    keywords: createKeywordIndex({ segments }),
    vectors: createVectorIndex?.(segments) ?? graph,
    answers,
    conversations: createConversationStore({ database, path, hashPerson, lifetimeMs: options.conversationLifetimeMs }),
    speakers: createSpeakerIndex({ database, path }),
    events: createEventLedger({ database, path, hashPerson, owner: options.owner ?? '' }),
    places: createPlaceSettingsStore({ database, path }),
    feedback: createFeedbackStore({ database, path, hashPerson, answers }),
    installations: createInstallationStore({ database, path, keys: options.encryptionKeys ?? [] }),
    privacy: createPrivacyStore({ database, hashPerson }),
    settle: async () => (createVectorIndex === undefined ? graph.settle() : undefined),
    checkIntegrity: async () => {
      const rows = await database.all('PRAGMA integrity_check');
      return rows.map((row) => String(row.integrity_check)).filter((finding) => finding !== 'ok');
    },
    close,
  };
}
