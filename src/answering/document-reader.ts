import type { StoredDocument } from '../core/ports.ts';
import { type ReadDocument, readDocument } from './read-document.ts';

/** Sentences kept laid out: about 2 kB each, so some 20 MB. */
const KEPT_SENTENCES = 10_000;

/** Lays out documents and keeps the last used ones. Versions of a document have different numbers, so nothing goes stale. */
export function createDocumentReader() {
  const kept = new Map<number, ReadDocument>();
  let sentences = 0;

  function read(document: StoredDocument): ReadDocument {
    const known = kept.get(document.seq);
    if (known !== undefined) {
      kept.delete(document.seq);
      kept.set(document.seq, known);
      return known;
    }
    const made = readDocument(document);
    kept.set(document.seq, made);
    sentences += made.sentences.length;
    for (const [seq, oldest] of kept) {
      if (sentences <= KEPT_SENTENCES || kept.size === 1) break;
      kept.delete(seq);
      sentences -= oldest.sentences.length;
    }
    return made;
  }

  return { read };
}
