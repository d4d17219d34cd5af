import { describe, expect, it } from 'vitest';
import { evaluateMultihopRagSample } from '../../../src/evaluation/sets/multihop-rag-sample.ts';
import { evaluateRetrieval } from '../../../src/evaluation/sets/retrieval.ts';
import { createFakeWorkbench } from '../fake-workbench.ts';
import { createFixtureFolder } from '../fixture-folder.ts';

describe('a retrieval set', () => {
  const files = {
    'retrieval-cacm/docs.jsonl': [
      { id: '1', title: 'On sorting', author: null, text: '' },
      { id: '2', text: 'Sorting numbers fast.' },
      { id: '3', text: 'Cooking rice.' },
    ],
    'retrieval-cacm/queries.jsonl': [
      { id: 'q1', text: 'sorting numbers' },
      { id: 'q2', text: 'rice' },
      { id: 'q3', text: 'no judgements' },
    ],
    'retrieval-cacm/qrels.tsv': 'query_id\tdoc_id\tgrade\nq1\t1\t-1\nq1\t2\t4\nq2\t2\t1\n',
  };

  it('takes every judged pair as relevant and leaves out queries without judgements', async () => {
    const setsDir = await createFixtureFolder(files);
    const rows = await evaluateRetrieval('cacm', setsDir, createFakeWorkbench());
    // q1 finds both, q2 finds only the document that was not judged.
    expect(rows.map((row) => [row.measure, row.ours, row.items])).toEqual([
      ['MAP@1000', 0.5, 2],
      ['nDCG@10', 0.5, 2],
      ['P@10', 0.1, 2],
      ['MRR', 0.5, 2],
      ['recall@10', 0.5, 2],
      ['recall@100', 0.5, 2],
    ]);
    expect(rows[0]?.target).toBe(0.271);
  });

  it('indexes a document that has only a title by its title', async () => {
    const setsDir = await createFixtureFolder(files);
    const workbench = createFakeWorkbench();
    await evaluateRetrieval('cacm', setsDir, workbench);
    expect(workbench.opened[0]?.[0]).toMatchObject({ id: '1', text: 'On sorting' });
  });
});

describe('multihop-rag-sample', () => {
  it('scores the ranking over answerable questions and refusals over all', async () => {
    const fact = {
      title: 't',
      source: 'S',
      author: 'A',
      published_at: '2023-09-26T17:01:22+00:00',
      url: 'https://a.example',
    };
    const setsDir = await createFixtureFolder({
      'multihop-rag-sample/facts.jsonl': [
        { ...fact, id: 'f1', fact: 'Acme bought Globex.' },
        { ...fact, id: 'f2', fact: 'Globex sells boats.' },
      ],
      'multihop-rag-sample/queries.jsonl': [
        { id: '1', question: 'Who bought Globex?', type: 'inference_query', answer: 'Acme', evidence: ['f1', 'f2'] },
        { id: '2', question: 'Who bought Initech?', type: 'null_query', answer: 'Insufficient', evidence: [] },
      ],
    });
    const rows = await evaluateMultihopRagSample(setsDir, createFakeWorkbench());
    const figures = new Map(rows.map((row) => [row.measure, [row.ours, row.items]]));
    expect(figures.get('Hits@10')).toEqual([1, 1]);
    expect(figures.get('all in 10')).toEqual([1, 1]);
    expect(figures.get('MRR@10')).toEqual([1, 1]);
    expect(figures.get('null questions refused')).toEqual([1, 1]);
    expect(figures.get('answerable wrongly refused')).toEqual([0, 1]);
    expect(figures.get('name asked for stands in the answer')).toEqual([1, 1]);
  });
});
