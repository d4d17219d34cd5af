import { Document } from '@langchain/core/documents';
import { BaseRetriever, type BaseRetrieverInput } from '@langchain/core/retrievers';
import { creditOf } from '../core/document.ts';
import type { Evidence, Retriever } from '../core/ports.ts';

/** What each LangChain document tells beside its text; spans count in the source document's normalised text. */
export interface PassageMetadata {
  /** Source document id. */
  document: string;
  title: string;
  /** The credit line to show with whatever is made of the passage. */
  credit: string;
  url?: string;
  published?: string;
  start: number;
  end: number;
  /** Above 0, best first. */
  score: number;
}

export interface LangChainRetrieverOptions extends BaseRetrieverInput {
  /** Passages per query. Default 8. */
  readonly limit?: number;
}

const PASSAGES_PER_QUERY = 8;

/** The desk's search as a LangChain retriever, for any chain. `pageContent` is the passage, verbatim. */
export function createLangChainRetriever(
  retriever: Retriever,
  options: LangChainRetrieverOptions = {},
): BaseRetriever<PassageMetadata> {
  return new DeskRetriever(retriever, options);
}

class DeskRetriever extends BaseRetriever<PassageMetadata> {
  override lc_namespace = ['sovereignty-desk', 'retrievers'];
  readonly #retriever: Retriever;
  readonly #limit: number;

  static override lc_name(): string {
    return 'DeskRetriever';
  }

  constructor(retriever: Retriever, { limit = PASSAGES_PER_QUERY, ...fields }: LangChainRetrieverOptions) {
    super(fields);
    this.#retriever = retriever;
    this.#limit = limit;
  }

  override async _getRelevantDocuments(query: string): Promise<Document<PassageMetadata>[]> {
    const found = await this.#retriever.retrieve({ text: query, limit: this.#limit });
    return found.map(toDocument);
  }
}

function toDocument({ document, passage, passageIndex, score }: Evidence): Document<PassageMetadata> {
  return new Document<PassageMetadata>({
    id: `${document.id}#${passageIndex}`,
    pageContent: document.text.slice(passage.start, passage.end),
    metadata: {
      document: document.id,
      title: document.title,
      credit: creditOf(document),
      ...(document.url === undefined ? {} : { url: document.url }),
      ...(document.published === undefined ? {} : { published: document.published }),
      start: passage.start,
      end: passage.end,
      score,
    },
  });
}
