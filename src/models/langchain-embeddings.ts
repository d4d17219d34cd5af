import { Embeddings } from '@langchain/core/embeddings';
import type { Embedder } from '../core/ports.ts';

/** An Embedder as LangChain's `Embeddings`, for its vector stores and chains. */
export function createLangChainEmbeddings(embedder: Embedder): Embeddings {
  return new DeskEmbeddings(embedder);
}

class DeskEmbeddings extends Embeddings {
  readonly #embedder: Embedder;

  constructor(embedder: Embedder) {
    super({});
    this.#embedder = embedder;
  }

  async embedDocuments(documents: string[]): Promise<number[][]> {
    const vectors = await this.#embedder.embedDocuments(documents);
    return vectors.map((vector) => Array.from(vector));
  }

  async embedQuery(document: string): Promise<number[]> {
    return Array.from(await this.#embedder.embedQuery(document));
  }
}
