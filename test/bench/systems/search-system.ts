import type { GeneratedDocument } from '../generate-corpus.ts';

/** What a user would pick instead of the desk: something that holds texts and finds them again. */
export interface SearchSystem {
  readonly name: string;
  /** Called with batches, in order. */
  add(documents: readonly GeneratedDocument[]): Promise<void>;
  /** Called once, when everything has been added. */
  finish(): Promise<void>;
  /** Ids of documents, best first, at most `k`. */
  search(query: string, k: number): Promise<string[]>;
  close(): Promise<void>;
}

export const COMPETITORS = ['minisearch', 'orama', 'langchain-memory', 'fts5'] as const;
export type Competitor = (typeof COMPETITORS)[number];

export async function openCompetitor(name: Competitor, folder: string): Promise<SearchSystem> {
  switch (name) {
    case 'minisearch':
      return (await import('./minisearch.ts')).createMiniSearchSystem();
    case 'orama':
      return (await import('./orama.ts')).createOramaSystem();
    case 'langchain-memory':
      return (await import('./langchain-memory.ts')).createLangChainMemorySystem();
    case 'fts5':
      return (await import('./fts5.ts')).createFts5System(folder);
  }
}
