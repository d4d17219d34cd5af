import type { AnswerStore, KeywordIndex, KnowledgeStore, Logger, VectorIndex } from '../core/ports.ts';
import { createAnswerStore } from './answer-store.ts';
import { prepareDataFolder } from './data-folder.ts';
import { openDatabase } from './database.ts';
import { createExactVectorIndex } from './exact-vector-index.ts';
import { createKeywordIndex } from './keyword-index.ts';
import { createKnowledgeStore } from './knowledge-store.ts';
import { migrateDatabase } from './migrations.ts';
import { createSegmentCache } from './segment-cache.ts';

export interface OpenStoreOptions {
  /** The data folder; created when missing. */
  readonly dataDir: string;
  readonly logger: Logger;
}

export interface Store {
  readonly knowledge: KnowledgeStore;
  readonly keywords: KeywordIndex;
  readonly vectors: VectorIndex;
  readonly answers: AnswerStore;
  close(): Promise<void>;
}

/**
 * Opens the embedded store in a data folder. Several processes may have it open at the same time.
 * @throws DeskError `store_unavailable`, `store_damaged` or `busy`
 */
export async function openStore({ dataDir, logger }: OpenStoreOptions): Promise<Store> {
  const { databasePath: path } = prepareDataFolder(dataDir);
  const database = openDatabase(path);
  try {
    await migrateDatabase(database, path);
  } catch (thrown) {
    await database.close();
    throw thrown;
  }
  const segments = createSegmentCache(database, path);
  return {
    knowledge: createKnowledgeStore({ database, path, logger }),
    keywords: createKeywordIndex({ segments }),
    vectors: createExactVectorIndex({ segments }),
    answers: createAnswerStore({ database, path }),
    close: () => database.close(),
  };
}
