import { describe, expect, it } from 'vitest';
import type { Answer, Citation } from '../../../src/core/answer.ts';
import {
  everySentenceIsCited,
  hasEvidence,
  hasRightSpeaker,
  isVerbatim,
  matchesAll,
  showsCredits,
} from '../../../src/evaluation/metrics/evidence-metrics.ts';

function cite(quote: string, extra: Partial<Citation> = {}): Citation {
  return { n: 1, document: 'd', title: 'T', attribution: 'Gazette', quote, start: 0, end: quote.length, ...extra };
}

function answerOf(citations: readonly Citation[], extra: Partial<Answer> = {}): Answer {
  return {
    question: 'q',
    status: 'answered',
    text: `${citations.map((citation) => citation.quote).join(' ')} [1] Source: Gazette`,
    sentences: [{ text: 's', citations: [1] }],
    citations: citations.map((citation, index) => ({ ...citation, n: index + 1 })),
    related: [],
    conflicts: [],
    mode: 'extractive',
    tookMs: 1,
    ...extra,
  };
}

describe('evidence', () => {
  const groups = [['ten ships', '10 ships'], ['in spring']];

  it('asks one wording of every group, among the first three citations', () => {
    expect(hasEvidence(answerOf([cite('We sent 10  Ships.'), cite('It was in spring.')]), groups)).toBe(true);
    expect(hasEvidence(answerOf([cite('We sent 10 ships.')]), groups)).toBe(false);
    const late = [cite('a'), cite('b'), cite('c'), cite('10 ships in spring')];
    expect(hasEvidence(answerOf(late), groups)).toBe(false);
  });

  it('is not there in a refusal, whatever is related', () => {
    expect(hasEvidence(answerOf([cite('10 ships in spring')], { status: 'not_found' }), groups)).toBe(false);
  });

  it('looks through typographic quotation marks', () => {
    expect(hasEvidence(answerOf([cite('It’s “ready”')]), [['it\'s "ready"']])).toBe(true);
  });
});

describe('the speaker', () => {
  const groups = [['10 ships']];

  it('must be named by every citation that holds the evidence', () => {
    const right = cite('10 ships', { speaker: { name: 'Ada Byron' } });
    const wrong = cite('10 ships left', { speaker: { name: 'Bob' } });
    expect(hasRightSpeaker(answerOf([right, cite('other')]), groups, 'ada byron')).toBe(true);
    expect(hasRightSpeaker(answerOf([right, wrong]), groups, 'Ada Byron')).toBe(false);
    expect(hasRightSpeaker(answerOf([cite('10 ships')]), groups, 'Ada Byron')).toBe(false);
    expect(hasRightSpeaker(answerOf([cite('other')]), groups, 'Ada Byron')).toBe(false);
  });
});

describe('citations', () => {
  it('are verbatim when the span holds the quote with white space folded', () => {
    expect(isVerbatim(cite('one two', { start: 4, end: 12 }), 'say one\n two!')).toBe(true);
    expect(isVerbatim(cite('one too', { start: 4, end: 12 }), 'say one\n two!')).toBe(false);
    expect(isVerbatim(cite('one two'), undefined)).toBe(false);
  });

  it('show their credit in the text, and the one that the source demands', () => {
    expect(showsCredits(answerOf([cite('q')]), new Map())).toBe(true);
    expect(showsCredits(answerOf([cite('q')], { text: 'q [1]' }), new Map())).toBe(false);
    expect(showsCredits(answerOf([cite('q')]), new Map([['d', 'The Gazette']]))).toBe(false);
    expect(showsCredits(answerOf([cite('q', { attribution: ' ' })]), new Map())).toBe(false);
  });

  it('stand under every sentence and exist', () => {
    expect(everySentenceIsCited(answerOf([cite('q')]))).toBe(true);
    expect(everySentenceIsCited(answerOf([cite('q')], { sentences: [{ text: 's', citations: [] }] }))).toBe(false);
    expect(everySentenceIsCited(answerOf([cite('q')], { sentences: [{ text: 's', citations: [7] }] }))).toBe(false);
    expect(everySentenceIsCited(answerOf([cite('q')], { sentences: [] }))).toBe(false);
  });
});

it('matches patterns that must all occur', () => {
  expect(matchesAll('1.7 million', ['1\\.7 million'])).toBe(true);
  expect(matchesAll('1x7 million', ['1\\.7 million'])).toBe(false);
});
