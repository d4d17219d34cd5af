import { createAnswerer } from '../../src/answering/answer-question.ts';
import type { Evidence, Logger, SentenceChooser, StoredDocument } from '../../src/core/ports.ts';
import { indexTerms } from '../../src/core/text/terms.ts';
import { createWordNetRelations } from '../../src/models/word-net-relations.ts';
import { createWordVectorEmbedder } from '../../src/models/word-vector-embedder.ts';

/** A logger that keeps what it is told. */
export function createKeepingLogger() {
  const told: { level: string; message: string; fields: Record<string, unknown> }[] = [];
  const tell = (level: string) => (fields: Record<string, unknown>, message: string) => {
    told.push({ level, message, fields });
  };
  const logger: Logger = { debug: tell('debug'), info: tell('info'), warn: tell('warn'), error: tell('error') };
  return { logger, told };
}

/** An answerer over a few documents whose retrieval simply hands over everything. */
export function makeAnswerer(documents: readonly StoredDocument[], options: { chooser?: SentenceChooser } = {}) {
  const { logger, told } = createKeepingLogger();
  const evidence = documents.flatMap((document) =>
    document.passages.map((passage, passageIndex): Evidence => ({ document, passage, passageIndex, score: 1 })),
  );
  const answerer = createAnswerer({
    store: { counts: async () => ({ documents: documents.length, passages: evidence.length, statements: 0 }) },
    retriever: { retrieve: async () => evidence },
    keywords: {
      documentFrequencies: async (terms) => ({
        documents: documents.length,
        frequencies: terms.map((term) => documents.filter(({ text }) => indexTerms(text).includes(term)).length),
      }),
    },
    knowledge: createWordVectorEmbedder(),
    relations: createWordNetRelations(),
    chooser: options.chooser,
    clock: { now: () => new Date('2026-06-18T08:00:00Z'), monotonicMs: () => 0 },
    logger,
  });
  return { ask: answerer.ask, told };
}
