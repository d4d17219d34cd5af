import { splitSentences } from '../../core/text/sentences.ts';
import { foldWhiteSpace, readSpan } from '../../core/text/span.ts';
import { isStopWord, stemWord, tokenise } from '../../core/text/terms.ts';

/** The usual values of BM25 (Robertson and Zaragoza 2009). */
const K1 = 1.2;
const B = 0.75;

interface QuotedSentence {
  readonly document: string;
  readonly quote: string;
}

/** What a keyword search alone gives: the sentences nearest to a question, however far they are. It refuses nothing. */
export interface SentenceBm25 {
  find(question: string, limit: number): QuotedSentence[];
}

/** BM25 over single sentences with English stems and without stop words: the least that a desk must beat. */
export function createSentenceBm25(documents: Iterable<{ readonly id: string; readonly text: string }>): SentenceBm25 {
  const sentences: (QuotedSentence & { readonly length: number })[] = [];
  const postings = new Map<string, Map<number, number>>();
  let totalLength = 0;
  for (const { id, text } of documents) {
    for (const span of splitSentences(text)) {
      const quote = foldWhiteSpace(readSpan(text, span));
      const terms = termsOf(quote);
      for (const term of terms) {
        const posting = postings.get(term) ?? new Map<number, number>();
        posting.set(sentences.length, (posting.get(sentences.length) ?? 0) + 1);
        postings.set(term, posting);
      }
      totalLength += terms.length;
      sentences.push({ document: id, quote, length: terms.length });
    }
  }
  const averageLength = totalLength / Math.max(1, sentences.length);

  return {
    find(question, limit) {
      const scores = new Map<number, number>();
      for (const term of new Set(termsOf(question))) {
        const posting = postings.get(term);
        if (posting === undefined) continue;
        const idf = Math.log(1 + (sentences.length - posting.size + 0.5) / (posting.size + 0.5));
        for (const [at, frequency] of posting) {
          const length = (sentences[at]?.length ?? 0) / averageLength;
          const gain = (frequency * (K1 + 1)) / (frequency + K1 * (1 - B + B * length));
          scores.set(at, (scores.get(at) ?? 0) + idf * gain);
        }
      }
      return [...scores]
        .sort(([a, scoreA], [b, scoreB]) => scoreB - scoreA || a - b)
        .slice(0, limit)
        .flatMap(([at]) => sentences[at] ?? []);
    },
  };
}

function termsOf(text: string): string[] {
  return tokenise(text)
    .map(({ word }) => word)
    .filter((word) => !isStopWord(word))
    .map((word) => stemWord(word, 'en'));
}
