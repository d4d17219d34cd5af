import { RunnableLambda } from '@langchain/core/runnables';
import { describe, expect, test } from 'vitest';
import type { Evidence, Retriever, StoredDocument } from '../../src/core/ports.ts';
import { createLangChainRetriever } from '../../src/models/langchain-retriever.ts';

const text = 'First sentence.\nThe plan costs\n90 million euros. Last sentence.';

function storedDocument(meta: Partial<StoredDocument>): StoredDocument {
  return {
    seq: 1,
    id: 'plan',
    title: 'A plan',
    titleGivenByDesk: false,
    text,
    origin: 'documents/plan.md',
    fileName: 'plan.md',
    contentHash: '00',
    sentences: [],
    passages: [],
    statements: [],
    ...meta,
  };
}

function retrieverOf(...documents: StoredDocument[]): Retriever & { asked: unknown[] } {
  const asked: unknown[] = [];
  return {
    asked,
    async retrieve(query) {
      asked.push(query);
      return documents.map(
        (document, index): Evidence => ({
          document,
          passage: { start: 16, end: 48, firstSentence: 1, endSentence: 2 },
          passageIndex: 3,
          score: 1 / (index + 1),
        }),
      );
    },
  };
}

describe('the retriever for LangChain', () => {
  test('gives passages to the letter, with their document, credit, span and score', async () => {
    const document = storedDocument({
      attribution: 'Source: The Gazette',
      publisher: 'Gazette Ltd',
      url: 'https://example.org/plan',
      published: '2026-06-01',
    });
    const found = await createLangChainRetriever(retrieverOf(document)).invoke('What does the plan cost?');
    expect(found.map(({ id, pageContent, metadata }) => ({ id, pageContent, metadata }))).toEqual([
      {
        id: 'plan#3',
        pageContent: 'The plan costs\n90 million euros.',
        metadata: {
          document: 'plan',
          title: 'A plan',
          credit: 'Source: The Gazette',
          url: 'https://example.org/plan',
          published: '2026-06-01',
          start: 16,
          end: 48,
          score: 1,
        },
      },
    ]);
  });

  test('credits the publisher, else the file, and leaves out what is unknown', async () => {
    const retriever = retrieverOf(storedDocument({ publisher: 'Gazette Ltd' }), storedDocument({}));
    const [first, second] = await createLangChainRetriever(retriever).invoke('plan');
    expect(first?.metadata.credit).toBe('Gazette Ltd');
    expect(second?.metadata).toEqual({
      document: 'plan',
      title: 'A plan',
      credit: 'plan.md',
      start: 16,
      end: 48,
      score: 0.5,
    });
  });

  test('takes its place in a chain and asks for as many passages as told', async () => {
    const retriever = retrieverOf(storedDocument({}));
    const chain = createLangChainRetriever(retriever, { limit: 5 }).pipe(
      RunnableLambda.from((documents: { pageContent: string }[]) => documents.map(({ pageContent }) => pageContent)),
    );
    expect(await chain.invoke('cost?')).toEqual(['The plan costs\n90 million euros.']);
    expect(retriever.asked).toEqual([{ text: 'cost?', limit: 5 }]);
  });
});
