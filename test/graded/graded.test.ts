import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Answer, Citation } from '../../src/core/answer.ts';
import { type GradedQuestion, gradeAnswer } from '../../src/evaluation/metrics/graded-marks.ts';

const TEXT =
  'Prices rose .\n\n“Fish is  dear,” Ann Lee told the council. Bread stayed cheap all winter long, Bo Ray said.';
const TEXTS = new Map([['a', TEXT]]);

describe('marking a graded answer', () => {
  it('finds evidence in a quote whose spaces and gaps were mended', () => {
    const question = ask([[spanOf('“Fish is  dear,” Ann Lee told the council')]]);
    const marks = gradeAnswer(question, answer(['a', '“Fish is dear,” Ann Lee told the council.']), TEXTS);
    expect(marks).toMatchObject({ hasEvidence: true, precision: 1 });
  });

  it('takes no other document with the same words for the evidence', () => {
    const marks = gradeAnswer(ask([[spanOf('Prices rose .')]]), answer(['b', 'Prices rose.']), TEXTS);
    expect(marks).toMatchObject({ hasEvidence: false, precision: 0 });
  });

  it('wants every group and looks no further than the third citation', () => {
    const question = ask([[spanOf('Prices rose .')], [spanOf('Bread stayed cheap all winter long')]]);
    const bread: [string, string] = ['a', 'Bread stayed cheap all winter long, Bo Ray said.'];
    const prices: [string, string] = ['a', 'Prices rose.'];
    const other: [string, string] = ['a', 'Nothing of the kind was heard.'];
    expect(gradeAnswer(question, answer(bread), TEXTS).hasEvidence).toBe(false);
    expect(gradeAnswer(question, answer(bread, other, prices), TEXTS)).toMatchObject({
      hasEvidence: true,
      precision: 2 / 3,
    });
    expect(gradeAnswer(question, answer(bread, other, other, prices), TEXTS).hasEvidence).toBe(false);
  });

  it('takes a fuller name for the expected speaker and another name for none', () => {
    const question = ask([[spanOf('Fish is  dear')]], 'Lee');
    const quote = '“Fish is dear,” Ann Lee told the council.';
    expect(gradeAnswer(question, answer(['a', quote, 'Ann Lee']), TEXTS).isSpeakerRight).toBe(true);
    expect(gradeAnswer(question, answer(['a', quote, 'Bo Ray']), TEXTS).isSpeakerRight).toBe(false);
    expect(gradeAnswer(question, answer(['a', quote]), TEXTS).isSpeakerRight).toBe(false);
  });

  it('counts a refusal as no evidence', () => {
    const refusal: Answer = { ...answer(), status: 'not_found' };
    expect(gradeAnswer(ask([[spanOf('Prices rose .')]]), refusal, TEXTS).hasEvidence).toBe(false);
  });
});

describe('the graded questions', () => {
  const questions = readLines<GradedQuestion>('questions.jsonl');
  const documents = readLines<{ id: string; split: string }>('documents.jsonl');
  const splitOf = new Map(documents.map(({ id, split }) => [id, split]));

  it('are at least 200, each with an id of its own', () => {
    expect(questions.length).toBeGreaterThanOrEqual(200);
    expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
  });

  it('have evidence exactly when they are no traps', () => {
    const wrong = questions.filter(({ evidence, trap }) => (evidence.length === 0) !== (trap !== undefined));
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  it('never lean on a document of the other half', () => {
    const wrong = questions.filter(({ split, document, evidence, also }) => {
      const used = [...evidence.flat(), ...(also ?? [])].map((span) => span.document);
      return [...used, ...(document === undefined ? [] : [document])].some((id) => splitOf.get(id) !== split);
    });
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });
});

function spanOf(words: string) {
  const start = TEXT.indexOf(words);
  return { document: 'a', start, end: start + words.length };
}

function ask(evidence: GradedQuestion['evidence'], speaker?: string): GradedQuestion {
  return {
    id: 'q',
    kind: 'value',
    split: 'tune',
    question: '?',
    evidence,
    ...(speaker === undefined ? {} : { speaker }),
  };
}

function answer(...quotes: [document: string, quote: string, speaker?: string][]): Answer {
  const citations = quotes.map(
    ([document, quote, name], at): Citation => ({
      n: at + 1,
      document,
      title: document,
      attribution: document,
      quote,
      start: 0,
      end: 1,
      ...(name === undefined ? {} : { speaker: { name } }),
    }),
  );
  return {
    question: '?',
    status: 'answered',
    text: '',
    sentences: [],
    citations,
    related: [],
    conflicts: [],
    mode: 'extractive',
    tookMs: 0,
  };
}

function readLines<Line>(name: string): Line[] {
  const file = new URL(name, import.meta.url);
  expect(existsSync(file)).toBe(true);
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line): Line => JSON.parse(line));
}
