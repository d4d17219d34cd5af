import { describe, expect, it } from 'vitest';
import {
  containsPhrase,
  exactMatch,
  normaliseAnswerText,
  tokenF1,
} from '../../../src/evaluation/metrics/answer-text-metrics.ts';

describe('SQuAD measures', () => {
  it('compare without case, punctuation and articles', () => {
    expect(normaliseAnswerText('The  Duchy, of a "Normandy"!')).toBe('duchy of normandy');
    expect(exactMatch('the Richard I.', ['Edward', 'Richard I'])).toBe(1);
    expect(exactMatch('Richard II', ['Richard I'])).toBe(0);
  });

  it('hold the empty answer right exactly where there is no accepted answer', () => {
    expect(exactMatch('', [])).toBe(1);
    expect(tokenF1('', [])).toBe(1);
    expect(tokenF1('something', [])).toBe(0);
    expect(tokenF1('', ['something'])).toBe(0);
  });

  it('give the best token overlap, counting a repeated word as often as both have it', () => {
    // Two of three predicted words, two of two accepted words: P 2/3, R 1, F1 0.8.
    expect(tokenF1('in Paris France', ['Rome', 'Paris, France'])).toBeCloseTo(0.8, 12);
    expect(tokenF1('no no', ['no'])).toBeCloseTo(2 / 3, 12);
  });
});

describe('a phrase in a text', () => {
  it('counts as whole words only, case and white space aside', () => {
    expect(containsPhrase('He lives in  NEW\nYork.', 'new york')).toBe(true);
    expect(containsPhrase('Yorkshire', 'York')).toBe(false);
    expect(containsPhrase('13,559 people, then 3,559 people', '3,559 people')).toBe(true);
    expect(containsPhrase('13,559 people', '3,559 people')).toBe(false);
    expect(containsPhrase('13,559 people, then 3,559 people', '3,559 people')).toBe(true);
    expect(containsPhrase('anything', ' ')).toBe(false);
  });
});
