import { expect, it } from 'vitest';
import type { Statement } from '../../../src/core/statement.ts';
import { splitSentences } from '../../../src/core/text/sentences.ts';
import { extractStatements } from '../../../src/ingest/statements/extract-statements.ts';

/** What is read of a text in a language (English by itself). */
export function readStatements(text: string, language?: string): Statement[] {
  return extractStatements({ text, sentences: splitSentences(text), language });
}

interface Expected {
  readonly content: string;
  readonly kind?: Statement['kind'];
  /** The words at this place. */
  readonly by?: string;
  readonly name?: string;
  readonly role?: string;
  readonly organisation?: string;
  readonly cue?: string;
  readonly via?: string;
  readonly carried?: boolean;
}

/** The statement whose content is `content`; fails with what was found instead. */
export function statementOf(statements: readonly Statement[], content: string): Statement {
  const found = statements.find((one) => one.text === content);
  expect(found?.text, `found: ${statements.map((one) => one.text).join(' | ')}`).toBe(content);
  return found as Statement;
}

function check(statements: readonly Statement[], expected: Expected): void {
  const one = statementOf(statements, expected.content);
  if (expected.kind !== undefined) expect(one.kind).toBe(expected.kind);
  if (expected.by !== undefined) expect(one.speaker?.text).toBe(expected.by);
  if ('name' in expected) expect(one.speaker?.name).toBe(expected.name);
  if ('role' in expected) expect(one.speaker?.role).toBe(expected.role);
  if ('organisation' in expected) expect(one.speaker?.organisation).toBe(expected.organisation);
  if (expected.cue !== undefined) expect(one.cue?.text).toBe(expected.cue);
  if ('via' in expected) expect(one.via).toBe(expected.via);
  if (expected.carried !== undefined) expect(one.carried).toBe(expected.carried);
}

type StatementCase = readonly [title: string, text: string, ...expected: Expected[]];

/** One test a case: every statement that is expected is there, with what is expected of it. */
export function runStatementCases(language: string, cases: readonly StatementCase[]): void {
  for (const [title, text, ...expected] of cases) {
    it(title, () => {
      const statements = readStatements(text, language);
      for (const one of expected) check(statements, one);
    });
  }
}
