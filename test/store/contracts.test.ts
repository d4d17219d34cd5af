import { randomBytes } from 'node:crypto';
import { MemoryVectorStore } from '@langchain/classic/vectorstores/memory';
import { HNSWLib } from '@langchain/community/vectorstores/hnswlib';
import type { Embeddings } from '@langchain/core/embeddings';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Answer } from '../../src/core/answer.ts';
import type { VectorIndex } from '../../src/core/ports.ts';
import { DOCUMENT_BM25, PASSAGE_BM25 } from '../../src/store/bm25.ts';
import { createExactVectorIndex } from '../../src/store/exact-vector-index.ts';
import { loadHnswLibrary } from '../../src/store/hnsw-library.ts';
import { createLangChainVectorIndex } from '../../src/store/langchain-vector-index.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { SegmentCache } from '../../src/store/segment-cache.ts';
import { testAnswerStore } from '../contracts/answer-store.ts';
import { testConversationStore } from '../contracts/conversation-store.ts';
import { testEventLedger } from '../contracts/event-ledger.ts';
import { testFeedbackStore } from '../contracts/feedback-store.ts';
import { testInstallationStore } from '../contracts/installation-store.ts';
import { testKeywordIndex } from '../contracts/keyword-index.ts';
import { testKnowledgeStore } from '../contracts/knowledge-store.ts';
import { testPlaceSettingsStore } from '../contracts/place-settings-store.ts';
import { testSpeakerIndex } from '../contracts/speaker-index.ts';
import { testVectorIndex } from '../contracts/vector-index.ts';
import { createMemoryConversations } from '../support/memory-conversations.ts';
import { makeTemporaryFolder, silentLogger, sketchDocument } from './indexed-documents.ts';

/** A store in a folder of its own, which is removed when the test is over. */
async function openEmpty(
  options: {
    graphMinPassages?: number;
    createVectorIndex?: (segments: SegmentCache) => VectorIndex;
    encryptionKeys?: readonly Uint8Array[];
  } = {},
) {
  return openStore({ dataDir: makeTemporaryFolder(onTestFinished), logger: silentLogger, ...options });
}

testKnowledgeStore('the embedded store', async () => (await openEmpty()).knowledge);
testAnswerStore('the embedded store', () => openEmpty());
testSpeakerIndex('the embedded store', () => openEmpty());
testConversationStore('the embedded store', async () => (await openEmpty()).conversations);
testConversationStore('the memory of tests', async () => createMemoryConversations());
testEventLedger('the embedded store', async () => (await openEmpty()).events);
testPlaceSettingsStore('the embedded store', async () => (await openEmpty()).places);
testFeedbackStore('the embedded store', () => openEmpty());
testInstallationStore(
  'the embedded store',
  async () => (await openEmpty({ encryptionKeys: [randomBytes(32)] })).installations,
);
testKeywordIndex('the segment index', () => openEmpty(), { documents: DOCUMENT_BM25, passages: PASSAGE_BM25 });

testVectorIndex(
  'exact search',
  () => openEmpty({ createVectorIndex: (segments) => createExactVectorIndex({ segments }) }),
  { leastRecall: 1, describedAs: /^exact search over \d{3,4}|^exact search over 1,\d{3} passages$/ },
);

/** It is never asked: the desk hands over vectors. */
const NO_EMBEDDINGS = {} as Embeddings;

testVectorIndex(
  "LangChain's memory store",
  () =>
    openEmpty({
      createVectorIndex: (segments) =>
        createLangChainVectorIndex({
          segments,
          openVectorStore: async () => new MemoryVectorStore(NO_EMBEDDINGS),
          name: 'MemoryVectorStore',
        }),
    }),
  { leastRecall: 1, describedAs: /^LangChain MemoryVectorStore over 1,\d{3} passages$/ },
);

// The package needs a compiler; without one the desk searches exactly.
const hasHnswLibrary = (await loadHnswLibrary()) !== undefined;

describe.skipIf(!hasHnswLibrary)('with hnswlib-node', () => {
  testVectorIndex('the HNSW index', () => openEmpty({ graphMinPassages: 1 }), {
    leastRecall: 0.95,
    describedAs: /^hnsw over \d{3} passages, \d{3} scanned exactly$/,
  });

  testVectorIndex(
    "LangChain's HNSWLib",
    () =>
      openEmpty({
        createVectorIndex: (segments) =>
          createLangChainVectorIndex({
            segments,
            openVectorStore: async () => new HNSWLib(NO_EMBEDDINGS, { space: 'cosine' }),
            name: 'HNSWLib',
          }),
      }),
    { leastRecall: 0.95, describedAs: /^LangChain HNSWLib over 1,\d{3} passages$/ },
  );
});

describe('the questions of a conversation', () => {
  it('go with the documents that their answers show', async () => {
    const { knowledge, answers, conversations } = await openEmpty();
    const put = ['a', 'b'].map((id) => sketchDocument({ id, passages: ['x'] }));
    await knowledge.applyChange({ put, removeIds: [] });
    const askedAt = new Date('2026-06-18T08:00:00Z');
    for (const id of ['a', 'b']) {
      const answerId = await answers.keepAnswer(makeCitingAnswer(id), askedAt);
      await conversations.addQuestion('c', { question: `About ${id}?`, answerId, askedAt });
    }
    await knowledge.applyChange({ put: [], removeIds: ['a'] });
    const left = await conversations.readQuestions('c', askedAt);
    expect(left.map(({ question }) => question)).toEqual(['About b?']);
  });
});

function makeCitingAnswer(document: string): Answer {
  return {
    question: 'Q?',
    status: 'answered',
    text: 'x [1]',
    sentences: [{ text: 'x', citations: [1] }],
    citations: [{ n: 1, document, title: 'T', attribution: 'C', quote: 'x', start: 0, end: 1 }],
    related: [],
    conflicts: [],
    mode: 'extractive',
    tookMs: 1,
  };
}
