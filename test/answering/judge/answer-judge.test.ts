import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createAnswerJudge } from '../../../src/answering/judge/answer-judge.ts';
import {
  type BoostedTrees,
  decodeTrees,
  encodeTrees,
  predictLogOdds,
  predictProbability,
} from '../../../src/answering/judge/boosted-trees.ts';
import { FEATURES, TREES } from '../../../src/answering/judge/judge-model.ts';
import { type ReadDocument, readDocument } from '../../../src/answering/read-document.ts';
import { createSentenceScorer } from '../../../src/answering/score-sentences.ts';
import { splitSentences } from '../../../src/core/text/sentences.ts';
import { createWordNetRelations } from '../../../src/models/word-net-relations.ts';
import { createWordVectorEmbedder } from '../../../src/models/word-vector-embedder.ts';
import { parseQuestion } from '../../../src/retrieval/parse-question.ts';

const knowledge = createWordVectorEmbedder();
const relations = createWordNetRelations();
const judgeQuestion = createAnswerJudge({ knowledge, relations });

const TEXT =
  'The harbour of Lundby was enlarged in 1987 by the engineer Astrid Holm. ' +
  'Its western pier carries three cranes, which were bought from a Polish shipyard. ' +
  'The town sold its eastern pier to a fishing company in 2003. ' +
  'Fishermen had asked for a deeper basin, and the council refused to pay for it.';

function read(text: string, language = 'en'): ReadDocument {
  return readDocument({
    seq: 1,
    id: 'harbour',
    title: 'Lundby harbour',
    titleGivenByDesk: false,
    text,
    origin: 'harbour.txt',
    fileName: 'harbour.txt',
    contentHash: '',
    language,
    sentences: splitSentences(text),
    passages: [],
    statements: [],
  });
}

/** The judgement of the sentence that ranks first. */
function judgeBest(text: string, document = read(TEXT)) {
  const question = parseQuestion(text, knowledge);
  const scored = createSentenceScorer(question, knowledge).score({ read: document, searched: 1, retrieval: () => 1 });
  const best = [...scored].sort((a, b) => b.score - a.score)[0];
  if (best === undefined) throw new Error('no sentence');
  return judgeQuestion(question).judge(best, scored);
}

describe('the judge of answers', () => {
  test.each([
    ['When was the harbour of Lundby enlarged?', 'When was the harbour of Lundby closed?'],
    ['Who enlarged the harbour of Lundby?', 'Who never enlarged the harbour of Lundby?'],
    ['What does the western pier carry?', 'What does the northern pier carry?'],
    ['When did the town sell its eastern pier?', 'When did the town buy its eastern pier?'],
    ['Where were the three cranes bought?', 'Where were the seven locomotives bought?'],
  ])('holds %j for better answered than %j', (asked, twisted) => {
    expect(judgeBest(asked)?.probability).toBeGreaterThan(judgeBest(twisted)?.probability ?? 1);
  });

  test('says nothing about documents that are not English', () => {
    expect(judgeBest('When was the harbour enlarged?', read(TEXT, 'de'))).toBeUndefined();
  });

  test('was trained on the very features that it reads', () => {
    expect(Object.keys(judgeBest('Who enlarged the harbour?')?.features ?? {})).toEqual(FEATURES);
  });

  test('gives a probability and finite features for whatever is asked', () => {
    const words = 'who what when not harbour Lundby Holm sold 1987 1990 the of pier never zxqv ? ,'.split(' ');
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 12 }), (asked) => {
        const judgement = judgeBest(asked.join(' '));
        expect(judgement?.probability).toBeGreaterThan(0);
        expect(judgement?.probability).toBeLessThan(1);
        expect(Object.values(judgement?.features ?? {}).filter((value) => !Number.isFinite(value))).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });
});

describe('boosted trees', () => {
  const model: BoostedTrees = {
    base: -0.5,
    trees: [
      { feature: [1, -1, 0, -1, -1], value: [0.5, -1, 2, 0.25, 1], left: [1, 0, 3, 0, 0], right: [2, 0, 4, 0, 0] },
      { feature: [-1], value: [0.125], left: [0], right: [0] },
    ],
  };

  test.each([
    [[0, 0.5], -0.5 - 1 + 0.125],
    [[2, 0.6], -0.5 + 0.25 + 0.125],
    [[2.5, 1], -0.5 + 1 + 0.125],
  ])('add up the leaves that %j falls into', (values, expected) => {
    expect(predictLogOdds(model, values)).toBeCloseTo(expected);
    expect(predictProbability(model, values)).toBeCloseTo(1 / (1 + Math.exp(-expected)));
  });

  test('come back from their text as they were', () => {
    expect(decodeTrees(encodeTrees(model))).toEqual(model);
    expect(encodeTrees(decodeTrees(TREES))).toBe(TREES);
  });
});
