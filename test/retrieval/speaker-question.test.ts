import { describe, expect, it } from 'vitest';
import { parseSpeakerQuestion } from '../../src/retrieval/speaker-question.ts';

describe('questions about one speaker', () => {
  it.each([
    ['What did Acme say about rents?', { ask: 'said', speaker: 'Acme', topic: 'rents' }],
    ['what did acme say about rents', { ask: 'said', speaker: 'acme', topic: 'rents' }],
    ["Acme's view on rents", { ask: 'said', speaker: 'Acme', topic: 'rents' }],
    ['quotes by Jo March', { ask: 'said', speaker: 'Jo March', topic: '' }],
    ['reaction of the Council to the ban', { ask: 'said', speaker: 'Council', topic: 'the ban' }],
    ["Jo March's criticism of the ban", { ask: 'said', speaker: 'Jo March', topic: 'the ban' }],
    ['How did Jo March react to the ban?', { ask: 'said', speaker: 'Jo March', topic: 'the ban', presupposes: false }],
    ["What's the Council's position on rents?", { ask: 'said', speaker: 'Council', topic: 'rents' }],
    ['Where does Acme stand on rents?', { ask: 'said', speaker: 'Acme', topic: 'rents' }],
    ['Did the minister comment on rents?', { ask: 'did', speaker: 'minister', topic: 'rents' }],
    ['Has Jo March said anything about rents?', { ask: 'did', speaker: 'Jo March', topic: 'rents' }],
    ['According to Acme, what do tenants need?', { speaker: 'Acme', topic: 'what do tenants need' }],
    ['Jo March on rents', { speaker: 'Jo March', topic: 'rents', isLoose: true }],
    ['What does Acme reproach the Council with?', { speaker: 'Acme', topic: 'the Council', isLoose: true }],
    ['Which error does Acme see in the plan?', { speaker: 'Acme', topic: 'error the plan', isLoose: true }],
    ['Everything Jo March said about rents', { speaker: 'Jo March', topic: 'rents', wantsAll: true }],
    ['List all statements by Jo March', { speaker: 'Jo March', topic: '', wantsAll: true }],
    ['Which statements did Jo March make about rents?', { speaker: 'Jo March', topic: 'rents', wantsAll: true }],
    ['Which outlets quote Jo March on rents?', { ask: 'outlets', speaker: 'Jo March', topic: 'rents' }],
    ['Where is Jo March quoted?', { ask: 'outlets', speaker: 'Jo March', topic: '' }],
  ])('%s', (question, expected) => {
    expect(parseSpeakerQuestion(question)).toMatchObject(expected);
  });

  it.each([
    ['What did Jo March tell Reuters about rents?', 'Reuters', 'rents'],
    ['what did jo march tell reuters about rents', 'reuters', 'rents'],
    ['What did Jo March tell reporters about rents?', undefined, 'rents'],
    ['What did Jo March tell her staff about rents?', undefined, 'rents'],
    ['What did Jo March say to Le Monde?', 'Le Monde', ''],
  ])('the outlet of “%s”', (question, outlet, topic) => {
    const asked = parseSpeakerQuestion(question);
    expect(asked?.outlet).toBe(outlet);
    expect(asked?.topic).toBe(topic);
  });
});

describe('questions about several speakers', () => {
  it.each([
    ['Who said that rents will fall?', { ask: 'who', topic: 'rents will fall' }],
    ['Who fears higher rents?', { ask: 'who', topic: 'higher rents' }],
    ['Who told Reuters that rents will fall?', { ask: 'who', outlet: 'Reuters', topic: 'rents will fall' }],
    ['Who commented on the ban?', { ask: 'who', speakerClass: 'people', topic: 'the ban' }],
    ['Who is quoted on rents?', { ask: 'who', speakerClass: 'people', topic: 'rents' }],
    ['Who is quoted?', { ask: 'who', speakerClass: 'people', topic: '' }],
    ['Which analysts commented on the ban?', { ask: 'who', speakerClass: 'analysts', topic: 'the ban' }],
    ['What do analysts think of the ban?', { ask: 'said', speakerClass: 'analysts', topic: 'the ban' }],
    ['expert opinion on rents', { ask: 'said', speakerClass: 'expert', topic: 'rents' }],
    ['Reactions to the ban', { ask: 'who', speakerClass: 'people', topic: 'the ban' }],
  ])('%s', (question, expected) => {
    expect(parseSpeakerQuestion(question)).toMatchObject(expected);
  });
});

describe('questions about the matter', () => {
  it.each([
    'How much does the hall cost?',
    'What did the report say about rents?',
    'Have the police been told of the theft?',
    'Did the annual report offer proof of fraud?',
    'Why did Acme reject the offer?',
    'When does the law apply?',
    'criticism of the plan',
  ])('name no speaker: %s', (question) => {
    expect(parseSpeakerQuestion(question)?.speaker).toBeUndefined();
  });

  it('is read in time that grows with its length only', () => {
    const long = `what did ${'the and of to '.repeat(140)} say about ${'x on y '.repeat(60)}`;
    expect(() => parseSpeakerQuestion(long)).not.toThrow();
  });
});
