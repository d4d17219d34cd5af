import { expect, it, onTestFinished } from 'vitest';
import { chooseSets, EVALUATION_SETS } from '../../../src/evaluation/run-evaluation.ts';
import { evaluateFeedback } from '../../../src/evaluation/sets/feedback.ts';
import { makeTemporaryFolder } from '../../store/indexed-documents.ts';
import { writeFiles } from '../../support/write-files.ts';
import { createFakeWorkbench } from '../fake-workbench.ts';

const KNOWLEDGE = [
  { id: 'a', text: 'The harbour of Varn raised its fees.' },
  { id: 'b', text: 'Ada Quill leads the port of Osk.' },
];
const quoted = (id: string) => ({ document: id, quote: KNOWLEDGE.find((one) => one.id === id)?.text ?? '' });

/** Answers of the fake desk quote whole the documents that hold the names of the question. */
const CASES = [
  {
    id: '1',
    question: 'Who raised fees in Varn?',
    helpful: 2,
    unhelpful: 0,
    status: 'answered',
    evidence: [quoted('a')],
  },
  { id: '2', question: 'Who leads Osk?', helpful: 1, unhelpful: 0, status: 'answered', evidence: [quoted('a')] },
  { id: '3', question: 'Who leads Lund?', helpful: 1, unhelpful: 0, status: 'not_found', evidence: [] },
  { id: '4', question: 'Who leads Osk?', helpful: 0, unhelpful: 1, status: 'not_found', evidence: [] },
  {
    id: '5',
    question: 'Who raised fees in Varn?',
    helpful: 1,
    unhelpful: 3,
    status: 'answered',
    evidence: [quoted('a')],
  },
  { id: '6', question: 'Who leads Varn?', helpful: 1, unhelpful: 1, status: 'answered', evidence: [] },
];

it('counts helpful answers that are still given, and unhelpful ones that no longer are; a tie counts for neither', async () => {
  const folder = makeTemporaryFolder(onTestFinished);
  await writeFiles(folder, { 'feedback/cases.jsonl': CASES.map((one) => JSON.stringify(one)).join('\n') });
  const verdicts: string[] = [];
  const rows = await evaluateFeedback(folder, createFakeWorkbench(KNOWLEDGE), {
    onOutcome: ({ verdict }) => verdicts.push(verdict),
  });
  expect(rows.map(({ measure, ours, items }) => ({ measure, ours, items }))).toEqual([
    { measure: 'helpful answers kept', ours: 2 / 3, items: 3 },
    { measure: 'unhelpful answers changed', ours: 1 / 2, items: 2 },
  ]);
  expect(verdicts).toEqual(['right', 'helpful answer lost', 'right', 'right', 'unhelpful answer as before']);
});

it('is run only when it is named', () => {
  expect(EVALUATION_SETS.has('feedback')).toBe(true);
  expect(chooseSets([], ['a', 'feedback'])).toEqual(['a']);
  expect(chooseSets(['feedback'], ['a', 'feedback'])).toEqual(['feedback']);
});
