import { MemoryVectorStore } from '@langchain/classic/vectorstores/memory';
import { Document } from '@langchain/core/documents';
import { RecursiveCharacterTextSplitter } from '@langchain/textsplitters';
import { createLangChainEmbeddings } from '../../../src/models/langchain-embeddings.ts';
import { createWordVectorEmbedder } from '../../../src/models/word-vector-embedder.ts';
import type { SearchSystem } from './search-system.ts';

/** LangChain's own splitter and in-memory vector store at their defaults, with the desk's built-in embedder. */
export function createLangChainMemorySystem(): SearchSystem {
  const store = new MemoryVectorStore(createLangChainEmbeddings(createWordVectorEmbedder()));
  const splitter = new RecursiveCharacterTextSplitter();
  return {
    name: 'LangChain in-memory vectors',
    async add(documents) {
      const whole = documents.map(({ id, text }) => new Document({ pageContent: text, metadata: { id } }));
      await store.addDocuments(await splitter.splitDocuments(whole));
    },
    async finish() {},
    async search(query, k) {
      const hits = await store.similaritySearch(query, k);
      return [...new Set(hits.map((hit) => String(hit.metadata.id)))];
    },
    async close() {},
  };
}
