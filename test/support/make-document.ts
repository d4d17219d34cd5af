import type { SourceDocument } from '../../src/core/document.ts';
import type { StoredDocument } from '../../src/core/ports.ts';
import { analyseDocument } from '../../src/ingest/analyse-document.ts';

/** A document as the store would give it back, read by the real ingest. Each call takes the next number. */
export function makeStoredDocument(given: Partial<SourceDocument> & { id: string; text: string }): StoredDocument {
  lastSeq += 1;
  const source: SourceDocument = {
    title: `About ${given.id}`,
    titleGivenByDesk: true,
    origin: `documents/${given.id}.txt`,
    fileName: `${given.id}.txt`,
    contentHash: `hash of ${given.id}`,
    ...given,
  };
  return { ...analyseDocument(source, { statements: true }), seq: lastSeq };
}

let lastSeq = 0;
