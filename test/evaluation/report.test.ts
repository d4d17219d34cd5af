import { describe, expect, it } from 'vitest';
import type { EvaluationRow } from '../../src/evaluation/report.ts';
import {
  evaluationToJson,
  judgeTarget,
  renderEvaluationTable,
  renderMarkdownTable,
} from '../../src/evaluation/report.ts';

const row = (extra: Partial<EvaluationRow>): EvaluationRow => ({
  set: 'news',
  measure: 'MAP',
  ours: 0.5,
  others: [],
  items: 10,
  ...extra,
});

describe('a target', () => {
  it('is met at its value, from above or, for rates of failure, from below', () => {
    expect(judgeTarget(row({ target: 0.5 }))).toBe('met');
    expect(judgeTarget(row({ target: 0.51 }))).toBe('missed');
    expect(judgeTarget(row({ target: 0.5, lowerIsBetter: true }))).toBe('met');
    expect(judgeTarget(row({ target: 0, lowerIsBetter: true }))).toBe('missed');
    expect(judgeTarget(row({}))).toBe('none');
  });

  it('is missed over no items, whatever the figure', () => {
    expect(judgeTarget(row({ target: 0.1, items: 0 }))).toBe('missed');
    expect(judgeTarget(row({ target: 0.1, ours: Number.NaN }))).toBe('missed');
  });
});

describe('the table', () => {
  it('shows our figure beside the others and lists the targets that are missed', () => {
    const text = renderEvaluationTable([
      row({ target: 0.6, others: [{ system: 'Stock', value: 0.55 }] }),
      row({ measure: 'P@10', target: 0.4 }),
    ]);
    expect(text).toContain('Stock 0.550');
    expect(text).toMatch(/1 of 2 targets are missed:\n- news: MAP is 0\.500, target >= 0\.600/);
    expect(text).toContain('>= 0.400 met');
  });

  it('says when all are met, and is silent on targets where there are none', () => {
    expect(renderEvaluationTable([row({ target: 0.1 })])).toContain('All 1 targets are met.');
    expect(renderEvaluationTable([row({})])).not.toContain('targets');
  });

  it('keeps its columns when a cell holds a bar or a line break', () => {
    expect(renderMarkdownTable(['a', 'b'], [['x|y', 'one\ntwo']])).toBe(
      ['| a    | b       |', '| ---- | ------- |', '| x\\|y | one two |'].join('\n'),
    );
  });
});

it('gives programs null for what could not be measured', () => {
  expect(evaluationToJson([row({ ours: Number.NaN })])[0]).toMatchObject({ ours: null, target: null, verdict: 'none' });
});
