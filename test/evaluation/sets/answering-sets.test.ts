import { describe, expect, it } from 'vitest';
import type { EvaluationRow } from '../../../src/evaluation/report.ts';
import { evaluateDomain, evaluateDomainAmong2000 } from '../../../src/evaluation/sets/domain.ts';
import { evaluateRamdocs } from '../../../src/evaluation/sets/ramdocs.ts';
import { evaluateRgbFact, meetsAnswer } from '../../../src/evaluation/sets/rgb-fact.ts';
import { evaluateSquad2Dev } from '../../../src/evaluation/sets/squad2-dev.ts';
import { createFakeWorkbench } from '../fake-workbench.ts';
import { createFixtureFolder } from '../fixture-folder.ts';

function figure(rows: readonly EvaluationRow[], measure: string): number | undefined {
  return rows.find((row) => row.measure.startsWith(measure))?.ours;
}

describe('squad2-dev', () => {
  const paragraphs = [
    {
      id: 'p1',
      title: 'Boats',
      context: 'Ada sailed in May.',
      qas: [
        { id: '1', question: 'When did Ada sail?', is_impossible: false, answers: ['May'] },
        { id: '2', question: 'When did Bob sail?', is_impossible: true, answers: [] },
      ],
    },
    {
      id: 'p2',
      title: 'Boats',
      context: 'Bob sailed in June.',
      qas: [{ id: '3', question: 'What did Carla sail?', is_impossible: false, answers: ['a boat'] }],
    },
  ];

  it('asks every question of its own paragraph, so that another one cannot answer', async () => {
    const setsDir = await createFixtureFolder({ 'squad2-dev/paragraphs.jsonl': paragraphs });
    const workbench = createFakeWorkbench();
    const rows = await evaluateSquad2Dev(setsDir, workbench);
    // Question 2 is answered by the other paragraph only and must count as declined.
    expect(figure(rows, 'abstain recall')).toBe(1);
    expect(figure(rows, 'abstain precision')).toBe(0.5);
    expect(figure(rows, 'wrongly abstains')).toBe(0.5);
    expect(figure(rows, 'accepted answer stands')).toBe(0.5);
    expect(figure(rows, 'EM')).toBeCloseTo(1 / 3, 12);
    expect(figure(rows, 'recall@1')).toBe(0.5);
    expect(workbench.opened.map((documents) => documents.length)).toEqual([1, 1, 2]);
    expect(workbench.openCount()).toBe(0);
  });
});

describe('rgb-fact', () => {
  it('meets every member of an answer by any of its wordings', () => {
    expect(meetsAnswer('On 3 March 2017', [['Mar 3, 2017', '3 march 2017']])).toBe(true);
    expect(meetsAnswer('Ada alone', ['Ada', 'Bob'])).toBe(false);
    expect(meetsAnswer('Ada and Bob', ['Ada', ['Robert', 'Bob']])).toBe(true);
  });

  it('drops negative passages that hold the answer, and asks each mixture by itself', async () => {
    const setsDir = await createFixtureFolder({
      'rgb-fact/questions.jsonl': [
        {
          id: 'r1',
          query: 'Who bought Acme?',
          answer: 'Globex',
          fakeanswer: 'Initech',
          positive: ['Globex bought Acme.'],
          positive_wrong: ['Initech bought Acme.'],
          negative: ['Acme is old.', 'Acme thanks GLOBEX.'],
        },
      ],
    });
    const workbench = createFakeWorkbench();
    const rows = await evaluateRgbFact(setsDir, workbench);
    expect(workbench.opened.map((documents) => documents.map(({ text }) => text))).toEqual([
      ['Globex bought Acme.', 'Acme is old.'],
      ['Acme is old.'],
      ['Globex bought Acme.', 'Initech bought Acme.'],
      ['Initech bought Acme.'],
    ]);
    expect(figure(rows, 'accepted answer')).toBe(1);
    expect(figure(rows, 'negative rejection')).toBe(0);
    expect(figure(rows, 'counterfactual')).toBe(1);
    expect(figure(rows, 'falsified only')).toBe(1);
  });
});

describe('ramdocs', () => {
  it('scores the answers given, whom they cite, and citations of passages that do not say', async () => {
    const setsDir = await createFixtureFolder({
      'ramdocs/questions.jsonl': [
        {
          id: 'm1',
          question: 'Where does Kim live?',
          documents: [
            { text: 'Kim lives in Oslo.', type: 'correct', answer: 'Oslo' },
            { text: 'Kim lives in Rome.', type: 'misinfo', answer: 'Rome' },
            { text: 'Kim likes tea.', type: 'noise', answer: 'unknown' },
          ],
          gold_answers: ['Oslo'],
          wrong_answers: ['Rome'],
        },
        {
          id: 'm2',
          question: 'Where does Lee live?',
          documents: [{ text: 'Lee lives in Bern.', type: 'correct', answer: 'Bern' }],
          gold_answers: ['Bern'],
          wrong_answers: [],
        },
      ],
    });
    const rows = await evaluateRamdocs(setsDir, createFakeWorkbench());
    expect(figure(rows, 'exact match')).toBe(0.5);
    expect(figure(rows, 'every gold answer')).toBe(1);
    expect(figure(rows, 'answers given that cite')).toBe(1);
    expect(figure(rows, 'citations of passages')).toBeCloseTo(1 / 4, 12);
    expect(figure(rows, 'disagreement reported')).toBe(0);
    expect(figure(rows, 'refused')).toBe(0);
  });
});

describe('domain', () => {
  it('asks the knowledge and checks evidence, refusals, credits and quotes', async () => {
    const setsDir = await createFixtureFolder({
      'domain/questions.jsonl': [
        { id: 'd1', kind: 'fact', question: 'What did Ada build?', evidence: [['a boat', 'a ship']], must: ['ship'] },
        { id: 'd2', kind: 'fact', question: 'What did Carla build?', evidence: [['a car']] },
        { id: 'd3', kind: 'unanswerable', question: 'What did Zoe build?', evidence: [], trap: 'absent' },
      ],
    });
    const knowledge = [{ id: 'k', text: 'Ada built a ship.', attribution: 'Gazette' }];
    const rows = await evaluateDomain(setsDir, createFakeWorkbench(knowledge));
    expect(figure(rows, 'evidence')).toBe(0.5);
    expect(rows[0]?.note).toBe('missed d2');
    expect(figure(rows, 'value')).toBe(1);
    expect(figure(rows, 'traps refused')).toBe(1);
    expect(figure(rows, 'wrongly refused')).toBe(0.5);
    expect(figure(rows, 'credits shown')).toBe(1);
    expect(figure(rows, 'quotes verbatim')).toBe(1);
  });

  it('asks the same beside unrelated texts and allows two hundredths less than without them', async () => {
    const article = { publisher: 'P', date: '2016-01-01', title: 'T', text: 'Nothing of the kind.' };
    const setsDir = await createFixtureFolder({
      'domain/questions.jsonl': [
        { id: 'd1', kind: 'fact', question: 'What did Ada build?', evidence: [['a ship']] },
        { id: 'd2', kind: 'fact', question: 'What did Carla build?', evidence: [['a car']] },
      ],
      'polnear/dev.jsonl': [
        { ...article, id: 'a' },
        { ...article, id: 'b' },
      ],
      'polnear/train-1.jsonl': [],
      'polnear/train-2.jsonl': [],
      'retrieval-time/docs.jsonl': [{ id: '1', date: null, text: 'Neither here. '.repeat(40) }],
    });
    const workbench = createFakeWorkbench([{ id: 'k', text: 'Ada built a ship.', attribution: 'Gazette' }]);
    const rows = await evaluateDomainAmong2000(setsDir, workbench, { distractors: 4 });
    // The knowledge alone, then beside three texts of which the long one was cut in two.
    expect(workbench.opened.map((documents) => documents.length)).toEqual([1, 5]);
    expect(rows[0]).toMatchObject({ measure: 'evidence in the first 3 citations', ours: 0.5, target: 0.48 });
    expect(rows.find(({ measure }) => measure === 'wrongly refused')?.target).toBeCloseTo(0.52, 12);
  });
});
