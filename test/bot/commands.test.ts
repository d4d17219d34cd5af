import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCommand } from '../../src/bot/commands.ts';

describe('parseCommand', () => {
  it.each([
    ['help', { kind: 'help' }],
    [' /Help ', { kind: 'help' }],
    ['?', { kind: 'help' }],
    ['sources', { kind: 'sources' }],
    ['List the Sources', { kind: 'sources' }],
    ['ask Who is Klaba?', { kind: 'ask', question: 'Who is Klaba?' }],
    ['/ask  Who is Klaba?', { kind: 'ask', question: 'Who is Klaba?' }],
    ['Who is Klaba?', { kind: 'ask', question: 'Who is Klaba?' }],
    [
      'Which sources are there on help for ports?',
      { kind: 'ask', question: 'Which sources are there on help for ports?' },
    ],
    ['settings', { kind: 'settings' }],
    ['summary', { kind: 'summary' }],
    ['Summary of the chip shortage', { kind: 'summary', topic: 'the chip shortage' }],
    ['/summarise port fees', { kind: 'summary', topic: 'port fees' }],
    ['summary on\ntwo lines', { kind: 'summary', topic: 'two lines' }],
    ['who-said Ada Quill', { kind: 'who-said', name: 'Ada Quill' }],
    ['WHO-SAID Ada Quill about port fees', { kind: 'who-said', name: 'Ada Quill', topic: 'port fees' }],
    ['who-said Ada Quill über Hafengebühren', { kind: 'who-said', name: 'Ada Quill', topic: 'Hafengebühren' }],
    ['who-said Zuhause AG', { kind: 'who-said', name: 'Zuhause AG' }],
    ['who-said', { kind: 'who-said', name: '' }],
    ['Who said that?', { kind: 'ask', question: 'Who said that?' }],
    ['digest', { kind: 'digest' }],
    ['digest 2026-06-18', { kind: 'digest', date: '2026-06-18' }],
    ['digest the report for me', { kind: 'ask', question: 'digest the report for me' }],
    ['check The port doubled its fees.', { kind: 'check', text: 'The port doubled its fees.' }],
    ['check', { kind: 'check', text: '' }],
    ['checking accounts: who offers them?', { kind: 'ask', question: 'checking accounts: who offers them?' }],
    ['forget me', { kind: 'forget' }],
    ['ask', { kind: 'ask', question: 'ask' }],
    ['', { kind: 'ask', question: '' }],
    ['constructor', { kind: 'ask', question: 'constructor' }],
    ['__proto__', { kind: 'ask', question: '__proto__' }],
  ])('reads "%s"', (text, command) => {
    expect(parseCommand(text)).toEqual(command);
  });

  it('reads any text quickly, and a question as it stands', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 5_000 }), (text) => {
        const command = parseCommand(text);
        if (command.kind === 'ask') expect(text.trim()).toContain(command.question);
      }),
    );
    expect(parseCommand(`who-said ${'a '.repeat(20_000)}`)).toMatchObject({ kind: 'who-said' });
  });
});
