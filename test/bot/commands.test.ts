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
    ['ask', { kind: 'ask', question: 'ask' }],
    ['', { kind: 'ask', question: '' }],
    ['constructor', { kind: 'ask', question: 'constructor' }],
    ['__proto__', { kind: 'ask', question: '__proto__' }],
  ])('reads "%s"', (text, command) => {
    expect(parseCommand(text)).toEqual(command);
  });
});
