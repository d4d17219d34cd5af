import type { Span } from '../../core/text/span.ts';
import type { TokenRange } from './noun-phrases.ts';
import { mainSubject } from './subjects.ts';
import type { Token, Unit } from './tokens.ts';
import { PERSON_PRONOUNS } from './word-classes.ts';

export function personSubject(unit: Unit, content: Span): TokenRange | undefined {
  const { tokens } = unit;
  const limit = tokens.findIndex((token) => token.start >= content.start);
  const subject = mainSubject(tokens, 0, limit <= 0 ? tokens.length : limit);
  if (subject === undefined) return undefined;
  const first = tokens[subject.from] as Token;
  return first.capital ||
    PERSON_PRONOUNS.has(first.lower) ||
    tokens.slice(subject.from, subject.to).some((token) => token.capital)
    ? subject
    : undefined;
}
