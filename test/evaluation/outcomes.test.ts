import { describe, expect, it } from 'vitest';
import type { Answer, Citation } from '../../src/core/answer.ts';
import { curveToJson, renderCurve, traceCurves } from '../../src/evaluation/curve-report.ts';
import { errorsToJson, rankErrors, renderErrors } from '../../src/evaluation/error-report.ts';
import { type ItemOutcome, judgeQuestion } from '../../src/evaluation/outcome.ts';

const citation: Citation = {
  n: 3,
  document: 'd',
  title: 'T',
  attribution: 'G',
  quote: 'Fish is dear.',
  start: 0,
  end: 13,
};

function answerOf(status: Answer['status'], confidence?: number): Answer {
  const answer: Answer & { confidence?: number } = {
    question: 'How dear is fish?',
    status,
    text: '',
    sentences: [],
    citations: status === 'answered' ? [citation] : [],
    related: status === 'answered' ? [] : [citation],
    conflicts: [],
    mode: 'extractive',
    tookMs: 0,
  };
  if (confidence !== undefined) answer.confidence = confidence;
  return answer;
}

function judge(answerable: boolean, answer: Answer, isRight = (given: Answer) => given.citations.length > 0) {
  return judgeQuestion({ set: 's', part: 'p', kind: 'value', item: 'How dear is fish?', answerable, answer, isRight });
}

describe('the verdict on a question', () => {
  it('tells the two ways of being right from the three of being wrong', () => {
    expect(judge(true, answerOf('answered')).verdict).toBe('right');
    expect(judge(false, answerOf('not_found')).verdict).toBe('right');
    expect(judge(true, answerOf('answered'), () => false).verdict).toBe('wrong answer');
    expect(judge(true, answerOf('not_found')).verdict).toBe('wrongly refused');
    expect(judge(false, answerOf('answered')).verdict).toBe('answered what the texts do not say');
  });

  it('asks of a refusal whether the nearest material would have been right', () => {
    expect(judge(true, answerOf('not_found', 0.3)).selective).toEqual({
      answerable: true,
      answered: false,
      isRight: true,
      confidence: 0.3,
    });
    expect(judge(false, answerOf('not_found')).selective?.isRight).toBe(false);
  });
});

describe('the report of curves', () => {
  const outcomes = [
    judge(true, answerOf('answered', 0.9)),
    judge(false, answerOf('answered', 0.7)),
    judge(true, answerOf('not_found', 0.2)),
  ];

  it('draws one curve for each part of a set, with the place where the desk stands', () => {
    const [curve, ...others] = traceCurves([...outcomes, { set: 'x', kind: 'k', verdict: 'missed', item: 'i' }]);
    expect(others).toEqual([]);
    if (curve === undefined) throw new Error('no curve');
    const text = renderCurve(curve);
    expect(text).toContain('### s, p: wrong answers against wrong refusals');
    expect(text).toMatch(/\| desk +\| +\| 0.667 +\| 0.333 +\| 0.500 +\| 0.500 +\|/);
    expect(text).toMatch(/^0.333 \|\*? +D/m);
    expect(curveToJson(curve)).toMatchObject({ set: 's', part: 'p', items: 3, hasConfidence: true });
  });

  it('says so when there are no confidences', () => {
    const [curve] = traceCurves([judge(true, answerOf('answered'))]);
    expect(curve === undefined ? '' : renderCurve(curve)).toContain('no confidence');
  });
});

describe('the report of errors', () => {
  const outcome = (kind: string, verdict: string): ItemOutcome => ({ set: 's', kind, verdict, item: 'secret words' });
  const outcomes = [
    outcome('a', 'right'),
    outcome('a', 'missed'),
    outcome('b', 'missed'),
    outcome('b', 'missed'),
    outcome('b', 'spurious'),
  ];

  it('counts every kind of error, the commonest first', () => {
    const errors = rankErrors(outcomes);
    expect(errors.map(({ kind, verdict, count, of, share }) => [kind, verdict, count, of, share])).toEqual([
      ['b', 'missed', 2, 3, 0.5],
      ['a', 'missed', 1, 2, 0.25],
      ['b', 'spurious', 1, 3, 0.25],
    ]);
    expect(rankErrors(outcomes, 1)).toHaveLength(1);
  });

  it('shows words of the sets on the terminal and never hands them to a program', () => {
    const errors = rankErrors(outcomes);
    expect(renderErrors(errors)).toContain('secret words');
    expect(JSON.stringify(errorsToJson(errors))).not.toContain('secret');
  });
});
