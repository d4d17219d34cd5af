import type { AnalysedDocument, SourceDocument } from '../core/document.ts';
import type { Embedder, IndexedDocument } from '../core/ports.ts';
import { guessLanguage } from '../core/text/language.ts';
import { splitSentences } from '../core/text/sentences.ts';
import { indexTerms } from '../core/text/terms.ts';
import { readSpeakers } from '../entities/read-speakers.ts';
import { splitPassages } from './split-passages.ts';
import { extractStatements } from './statements/extract-statements.ts';

/** Reads a document into its sentences, passages and statements. */
export function analyseDocument(document: SourceDocument, options: { statements: boolean }): AnalysedDocument {
  const sentences = splitSentences(document.text);
  const passages = splitPassages(document.text, sentences);
  const { text, publisher, author } = document;
  const language = document.language ?? guessLanguage(text);
  const statements = options.statements ? extractStatements({ text, sentences, publisher, author, language }) : [];
  return { ...document, sentences, passages, statements };
}

/** Gives documents their index terms and, where an embedder is in use, their vectors. */
export async function indexDocuments(
  documents: readonly AnalysedDocument[],
  embedder: Embedder | undefined,
): Promise<IndexedDocument[]> {
  const texts = documents.flatMap((document) =>
    document.passages.map((passage) => document.text.slice(passage.start, passage.end)),
  );
  const vectors = await embedder?.embedDocuments(texts);
  let next = 0;
  return documents.map((document) => {
    const first = next;
    next += document.passages.length;
    const language = document.language ?? guessLanguage(document.text);
    return {
      document,
      headTerms: indexTerms(headText(document), language),
      passageTerms: texts.slice(first, next).map((text) => indexTerms(text, language)),
      passageVectors: vectors?.slice(first, next),
      speakers: readSpeakers(document),
    };
  });
}

/** What describes a document beside its text. A title that only repeats the id names a file, not a subject. */
function headText({ id, title, publisher, author, published }: AnalysedDocument): string {
  const letters = (name: string) => name.replace(/[^\p{L}\p{N}]/gu, '');
  const ownTitle = letters(title) === letters(id) ? undefined : title;
  return [ownTitle, publisher, author, published].filter((part) => part !== undefined).join(' ');
}
