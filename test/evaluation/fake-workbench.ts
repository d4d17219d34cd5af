import type { Answer, Citation } from '../../src/core/answer.ts';
import { foldWhiteSpace } from '../../src/core/text/span.ts';
import type { EvaluationDocument, OpenCorpus, Workbench } from '../../src/evaluation/workbench.ts';

interface FakeWorkbench extends Workbench {
  /** The corpora that were opened, in order. */
  readonly opened: EvaluationDocument[][];
  /** How many are open now. */
  openCount(): number;
}

/**
 * A desk without cleverness: search counts shared words; an answer quotes whole the documents that hold every word
 * with a capital letter or digit of the question, in the order of the corpus, and is a refusal without one.
 */
export function createFakeWorkbench(knowledge: readonly EvaluationDocument[] = []): FakeWorkbench {
  const opened: EvaluationDocument[][] = [];
  let open = 0;
  return {
    opened,
    openCount: () => open,
    async openCorpus(documents) {
      const held: EvaluationDocument[] = [];
      for await (const document of documents) held.push(document);
      opened.push(held);
      open += 1;
      return openFakeCorpus(held, () => {
        open -= 1;
      });
    },
    openFolder: () => Promise.reject(new Error('the fake reads no folders')),
    async *knowledgeDocuments() {
      yield* knowledge;
    },
  };
}

function openFakeCorpus(held: readonly EvaluationDocument[], onClose: () => void): OpenCorpus {
  return {
    async search(query, k) {
      const wanted = wordsOf(query);
      return held
        .map((document) => ({
          document: document.id,
          score: [...wordsOf(`${document.title ?? ''} ${document.text}`)].filter((word) => wanted.has(word)).length,
        }))
        .filter((hit) => hit.score > 0)
        .sort((a, b) => b.score - a.score)
        .slice(0, k);
    },
    async ask(question) {
      const keys = (question.match(/\b[A-Z0-9]\w*/g) ?? []).slice(1);
      return answerFrom(
        question,
        held.filter((document) => keys.length > 0 && keys.every((key) => document.text.includes(key))),
      );
    },
    converse: () => Promise.reject(new Error('the fake holds no conversations')),
    async documentText(id) {
      return held.find((document) => document.id === id)?.text;
    },
    async close() {
      onClose();
    },
  };
}

function answerFrom(question: string, documents: readonly EvaluationDocument[]): Answer {
  const citations: Citation[] = documents.map((document, index) => ({
    n: index + 1,
    document: document.id,
    title: document.title ?? document.id,
    attribution: document.attribution ?? document.publisher ?? document.id,
    quote: foldWhiteSpace(document.text),
    start: 0,
    end: document.text.length,
  }));
  const sentences = citations.map((citation) => ({ text: citation.quote, citations: [citation.n] }));
  const credits = citations.map((citation) => citation.attribution).join(', ');
  const text = `${sentences.map((sentence) => sentence.text).join(' ')} Sources: ${credits}`;
  const isAnswered = citations.length > 0;
  return {
    question,
    status: isAnswered ? 'answered' : 'not_found',
    text: isAnswered ? text : 'Nothing was found.',
    sentences,
    citations,
    related: [],
    conflicts: [],
    mode: 'extractive',
    tookMs: 0,
  };
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/\w+/g) ?? []);
}
