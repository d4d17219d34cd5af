import { describe, expect, it } from 'vitest';
import type { ConversationTurn } from '../../src/core/ports.ts';
import { resolveFollowUp } from '../../src/retrieval/follow-up.ts';

const turn = (question: string, speakers: string[] = [], quotes: string[] = []): ConversationTurn => ({
  question,
  speakers,
  quotes,
});

describe('a follow-up is understood from the question before', () => {
  it.each([
    // Another speaker, another topic, another place, another time.
    ['What did Acme say about rents?', 'and Blue?', 'What did Blue say about rents?'],
    ['What did Acme say about rents?', 'and blue?', 'What did blue say about rents?'],
    ['What did Acme say about rents?', 'What about Ada Brook?', 'What did Ada Brook say about rents?'],
    ['What did Acme say about rents?', 'how about wages?', 'What did Acme say about wages?'],
    ['What did Acme say about rents?', 'and the analysts?', 'What did Acme say about the analysts?'],
    ['How many people does Norline employ?', 'and Skyferry?', 'How many people does Skyferry employ?'],
    ['How many people does Norline employ?', 'What about costs?', 'What do the sources say about costs of Norline?'],
    ['How many people work in France?', 'and in Germany?', 'How many people work in Germany?'],
    ['How many people does Norline employ?', 'and in Germany?', 'How many people does Norline employ in Germany?'],
    ['What did Acme say in 2025?', 'and in 2026?', 'What did Acme say in 2026?'],
    ['What did Acme say this year about rents?', 'what about last year?', 'What did Acme say about rents last year?'],
    // Asked another way.
    ['Did Norline cancel the ferry?', 'why?', 'Why did Norline cancel the ferry?'],
    ['Did Norline cancel the ferry?', 'When?', 'When did Norline cancel the ferry?'],
    ['Why did Norline buy the mill?', 'when was that?', 'When did Norline buy the mill?'],
    ['What did Acme say about rents?', 'why?', 'Why, on rents, according to Acme?'],
    ['What did Acme say about rents?', 'when?', 'When did Acme speak about rents?'],
    ['Who cancelled the ferry?', 'Why?', 'Why, on “Who cancelled the ferry”?'],
    ['What did Acme say about rents?', 'any numbers?', 'What number is given for rents?'],
    ['What did Acme say about rents?', 'any reactions?', 'Who commented on rents?'],
    // More of it.
    ['What did Acme say about rents?', 'anything else?', 'What else did Acme say about rents?'],
    ['What did Acme say about rents?', 'tell me more', 'What else did Acme say about rents?'],
    ['Why did the mill close?', 'tell me more', 'Tell me more about the mill?'],
    ['Which analysts commented on rents?', 'who else?', 'Who else spoke about rents?'],
    // Pronouns.
    ['What did Ada Brook say about rents?', 'What did she say about wages?', 'What did Ada Brook say about wages?'],
    ['What did Ada Brook say about rents?', 'what else did she say?', 'What else did Ada Brook say?'],
    ['Who is Ada Brook?', 'what did she say about rents?', 'What did Ada Brook say about rents?'],
    ['who is ada brook', 'and what did she say about rents?', 'What did ada brook say about rents?'],
    ['What did Tom Reed say about rents?', 'who agrees with him?', 'Who agrees with Tom Reed?'],
    ['What did Tom Reed say about rents?', 'did anyone disagree with him?', 'Did anyone disagree with Tom Reed?'],
    ['What did Tom Reed say about rents?', 'what is his role?', 'What is Tom Reed’s role?'],
    ['What did Ada Brook say about fines?', 'what did her office say?', 'What did Ada Brook’s office say?'],
    ['What does the plan cost?', 'who criticised it?', 'Who criticised the plan?'],
    ['What is the plan of Norline?', 'How much does it cost?', 'How much does the plan of Norline cost?'],
    ['What did Acme say about rents?', 'who else spoke about it?', 'Who else spoke about rents?'],
    ['Who runs Norline?', 'what did they announce?', 'What did Norline announce?'],
    ['What does the export order say?', 'is it legal?', 'Is the export order legal?'],
  ])('%s → %s → %s', (before, question, full) => {
    expect(resolveFollowUp(question, [turn(before)])).toBe(full);
  });

  it('names the speaker of the answer where the question named none', () => {
    const before = turn('Who warned of higher rents?', ['Jane Moss'], ['"Rents will rise," Moss said.']);
    expect(resolveFollowUp('what else did she say?', [before])).toBe('What else did Jane Moss say?');
    expect(resolveFollowUp('who is she?', [before])).toBe('Who is Jane Moss?');
  });

  it('asks for the speaker by the words that were quoted, without their signs', () => {
    const before = turn(
      'Will rents rise?',
      [],
      ['“Rents <b>will</b> rise” [9], @channel said the board of the mill on the hill by the lake in the north of it.'],
    );
    const full = resolveFollowUp('who said that?', [before]);
    expect(full).toBe('Who said “Rents b will b rise 9 channel said the board of the mill on the hill”?');
  });

  it('repeats nothing of a speaker that is no name', () => {
    const before = turn('Who warned of higher rents?', ['@channel <b>Jane</b> [1](http://x) Moss']);
    expect(resolveFollowUp('what else did she say?', [before])).toBe(
      'What else did channel b Jane b 1 http x Moss say?',
    );
  });

  it('reads the last of several turns, and a follow-up of a follow-up', () => {
    const turns = [turn('What did Acme say about rents?')];
    const second = resolveFollowUp('and Blue?', turns);
    expect(resolveFollowUp('and about wages?', [...turns, turn(second ?? '')])).toContain('Blue');
    expect(resolveFollowUp('why?', [...turns, turn('Did Norline cancel the ferry?')])).toBe(
      'Why did Norline cancel the ferry?',
    );
  });
});

describe('a complete question is never rewritten', () => {
  const before = [turn('What did Tom Reed say about rents?', ['Tom Reed'], ['It rises.'])];
  it.each([
    'What did Ada Brook say about rents?',
    'Did Ada Brook say she would leave?',
    'What did Acme say about its budget?',
    'Does the council think that its plan will hold?',
    'Is it true that rents fall?',
    'What happened this week?',
    'Who said that rents will fall?',
    'norline budget',
    'rents',
    'Which companies support the plan?',
    'Why did the mill close?',
    'In 2025, who spoke about dams?',
    'How much does the dam cost?',
    'What did the minister say about that plan?',
    '',
    '?',
    '😀',
  ])('%s', (question) => {
    expect(resolveFollowUp(question, before)).toBeUndefined();
  });

  it('nor is any question when nothing came before', () => {
    for (const question of ['why?', 'and Blue?', 'what did he say?'])
      expect(resolveFollowUp(question, [])).toBeUndefined();
  });

  it.each(['he '.repeat(90), 'and '.repeat(70), 'it '.repeat(100), 'what about '.repeat(25)])(
    'and hostile ones end (%#)',
    (question) => {
      expect(() => resolveFollowUp(question, [turn('who '.repeat(400)), turn(question)])).not.toThrow();
    },
  );
});
