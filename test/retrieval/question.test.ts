import { describe, expect, it } from 'vitest';
import { parseQuestion } from '../../src/retrieval/parse-question.ts';
import { findNames } from '../../src/retrieval/question-terms.ts';

const parse = (text: string) => parseQuestion(text, undefined);
const words = (text: string) => parse(text).terms.map(({ word }) => word);

describe('what a question asks about speakers', () => {
  it.each([
    ['What did Acme Research say about the price?', { ask: 'said', speaker: 'Acme Research', topic: 'the price' }],
    ['what does the minister think of taxes', { ask: 'said', speaker: 'minister', topic: 'taxes' }],
    [
      'What did Jo March tell Reuters about rents?',
      { ask: 'said', speaker: 'Jo March', outlet: 'Reuters', topic: 'rents' },
    ],
    ['What did Jo March tell Le Monde?', { ask: 'said', speaker: 'Jo March', outlet: 'Le Monde', topic: '' }],
    [
      'How did the Council react to the ban?',
      { ask: 'said', speaker: 'Council', topic: 'the ban', presupposes: false },
    ],
    [
      'Why did Jo March say rents will fall?',
      { ask: 'said', speaker: 'Jo March', topic: 'rents will fall', presupposes: true },
    ],
    ["What is the Council's position on the ban?", { ask: 'said', speaker: 'Council', topic: 'the ban' }],
    ['Did Jo March comment on rents?', { ask: 'did', speaker: 'Jo March', topic: 'rents' }],
    ['According to Acme, what do tenants need?', { ask: 'said', speaker: 'Acme', topic: 'what do tenants need' }],
    [
      'How much will it cost according to Jo March?',
      { ask: 'said', speaker: 'Jo March', topic: 'How much will it cost' },
    ],
    ['Who said that rents will fall?', { ask: 'who', topic: 'rents will fall' }],
    ['Who warned about the ban?', { ask: 'who', topic: 'the ban' }],
    ['Who is quoted on rents?', { ask: 'who', topic: 'rents' }],
    ['Which analysts commented on the ban?', { ask: 'who', speakerClass: 'analysts', topic: 'the ban' }],
    ['What do experts say about rents?', { ask: 'said', speakerClass: 'experts', topic: 'rents' }],
    ['please tell me what Jo March said about rents', undefined],
  ])('%s', (question, expected) => {
    const { speakers } = parse(question);
    if (expected === undefined) expect(speakers).toBeUndefined();
    else expect(speakers).toMatchObject(expected);
  });

  it.each([
    'What do the sources say about rents?',
    'What does it say about rents?',
    'How many houses are there?',
    'What is the price of bread?',
  ])('names no speaker in “%s”', (question) => {
    expect(parse(question).speakers?.speaker).toBeUndefined();
  });
});

describe('what kind of words would answer', () => {
  it.each([
    ['When did the bank close?', 'date'],
    ['In which year did it open?', 'date'],
    ['How much does the bridge cost?', 'amount'],
    ['What percentage of tenants agreed?', 'amount'],
    ['How many paying customers does the bank have?', 'count'],
    ['Who closed the bank?', 'person'],
    ['Where is the bank?', 'place'],
    ['Which city hosts the bank?', 'place'],
    ['Why did the bank close?', 'reason'],
    ['Which bridge was closed?', 'instance'],
    ['What happened to the bank?', 'claim'],
  ])('%s → %s', (question, kind) => {
    expect(parse(question).expects.kind).toBe(kind);
  });

  it('names what is counted', () => {
    const { expects } = parse('How many paying customers does the bank have?');
    expect(expects.kind === 'count' && expects.noun.map(({ word }) => word)).toEqual(['paying', 'customers']);
  });
});

describe('the words of a question', () => {
  it('leaves out words of asking and of courtesy', () => {
    expect(words('Please tell me what the minister said about rents?')).toEqual(['minister', 'rents']);
  });

  it('knows names by their capitals, not the word that opens the sentence', () => {
    const names = findNames('Which banks did the Ministry of Housing sue in Port Louis?');
    expect(names).toEqual(['Ministry of Housing', 'Port Louis']);
  });

  it('takes a post before a body for a word, and the body for the name', () => {
    expect(findNames('Who is the CEO of Acme Steel?')).toEqual(['Acme Steel']);
  });

  it('weighs words for the matter as a whole little, and class nouns that the sources need not use', () => {
    const { terms } = parse('Which companies support the plan?');
    expect(terms.filter(({ isGeneric }) => isGeneric).map(({ word }) => word)).toEqual(['companies', 'plan']);
  });

  it('takes a few bare words for keywords and an order for a demand', () => {
    expect(parse('acme rents').isKeywords).toBe(true);
    expect(parse('What did Acme say?').isKeywords).toBe(false);
    expect(parse('Could you please write a letter?').demand).toBe('write');
  });

  it('drops control characters and folds white space', () => {
    expect(parse('what\u0000 did\n\tAcme \u202e say?').text).toBe('what did Acme say?');
  });

  it.each([
    'a '.repeat(5_000),
    'A'.repeat(5_000),
    `${'(what did '.repeat(500)}`,
    'did '.repeat(1_000),
    '“'.repeat(3_000),
  ])('reads long hostile input without hanging (%#)', (text) => {
    expect(parse(text).terms.length).toBeLessThan(5_000);
  });
});
