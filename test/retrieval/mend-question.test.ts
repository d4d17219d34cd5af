import { describe, expect, it } from 'vitest';
import { mendQuestion } from '../../src/retrieval/mend-question.ts';
import { parseQuestion } from '../../src/retrieval/parse-question.ts';

/** How many documents of a made-up index hold each term. */
const FREQUENCIES: Readonly<Record<string, number>> = { harbour: 4, forrest: 2, cargo: 1, partner: 9, kelp: 3 };
const keywords = {
  documentFrequencies: async (terms: readonly string[]) => ({
    documents: 10,
    frequencies: terms.map((term) => FREQUENCIES[term] ?? 0),
  }),
};
const meantIn = async (text: string) => {
  const { terms } = await mendQuestion(parseQuestion(text, undefined), { keywords, knowledge: undefined });
  return Object.fromEntries(terms.flatMap(({ word, meant }) => (meant === undefined ? [] : [[word, meant[0]]])));
};

describe('a misspelt word of a question', () => {
  it.each([
    ['the harbur opened', 'harbur'],
    ['the harbouur opened', 'harbouur'],
    ['the habrour opened', 'habrour'],
    ['the harboar opened', 'harboar'],
  ])('is read as the word of the sources with one letter other: %s', async (text, word) => {
    expect(await meantIn(text)).toEqual({ [word]: 'harbour' });
  });

  it('keeps its first letter, so that a name is not taken for another word', async () => {
    expect(await meantIn('what did Gartner say')).toEqual({});
  });

  it('is left alone when the sources hold it, when it is short, and when nothing is near', async () => {
    expect(await meantIn('cargo kelq zzzzzzz')).toEqual({});
  });
});
