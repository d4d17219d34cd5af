import type { TokenRange } from './noun-phrases.ts';
import { isAdjunct } from './subjects.ts';
import type { Token, Unit } from './tokens.ts';
import {
  ADVERBS,
  AUXILIARIES,
  CLAUSE_WORDS,
  DETERMINERS,
  OBJECT_PRONOUNS,
  PREPOSITIONS,
  SUBJECT_PRONOUNS,
  TIME_WORDS,
  WEEKDAYS,
} from './word-classes.ts';

/** "told Reuters", "warned lawmakers in Brussels": who is addressed. */
export function readAddressee(unit: Unit, from: number): TokenRange | undefined {
  const { tokens } = unit;
  const first = tokens[from];
  if (first === undefined || first.kind !== 'word') return undefined;
  if (OBJECT_PRONOUNS.has(first.lower) || first.lower === 'you') return { from, to: from + 1 };
  if (
    CLAUSE_WORDS.has(first.lower) ||
    first.lower === 'to' ||
    PREPOSITIONS.has(first.lower) ||
    first.lower === 'he' ||
    first.lower === 'she' ||
    first.lower === 'they' ||
    first.lower === 'i'
  )
    return undefined;
  let to = from;
  let noun = false;
  while (to < tokens.length && to - from < 16) {
    const token = tokens[to] as Token;
    if (token.kind !== 'word') {
      if (noun && token.kind === 'quotation' && unit.titles.has(token.start) && tokens[to + 1]?.kind === 'word') {
        to++;
        continue;
      }
      if (/^[&/’'(]$/.test(token.text) && tokens[to + 1]?.kind === 'word') {
        to++;
        continue;
      }
      if (token.text === ')') {
        to++;
        continue;
      }
      break;
    }
    const { lower } = token;
    if (CLAUSE_WORDS.has(lower) || AUXILIARIES.has(lower) || lower === 'to') break;
    if (SUBJECT_PRONOUNS.has(lower) || WEEKDAYS.has(lower) || (TIME_WORDS.has(lower) && !token.capital)) break;
    if (
      noun &&
      DETERMINERS.has(lower) &&
      !(tokens[to - 1]?.lower === 'of' || NOUN_JOIN.has(tokens[to - 1]?.lower ?? ''))
    )
      break;
    if (
      noun &&
      !token.capital &&
      tokens[to - 1]?.capital === true &&
      !PREPOSITIONS.has(lower) &&
      lower !== 'and' &&
      !NEWS_NOUN.test(lower) &&
      !endsAddressee(tokens[to + 1])
    )
      break;
    if (
      noun &&
      token.capital &&
      tokens[to - 1]?.capital !== true &&
      !NOUN_JOIN.has(tokens[to - 1]?.lower ?? '') &&
      !DETERMINERS.has(tokens[to - 1]?.lower ?? '') &&
      !NEWS_NOUN.test(tokens[to - 1]?.lower ?? '')
    )
      break;
    if (PREPOSITIONS.has(lower) && isAdjunct(tokens, to)) break;
    if (PREPOSITIONS.has(lower) && !/^(?:of|for|at|in|from|with)$/.test(lower)) break;
    if (lower === 'and' && tokens[to + 1]?.capital !== true) break;
    if (!DETERMINERS.has(lower) && !PREPOSITIONS.has(lower)) noun = true;
    to++;
  }
  return noun && to > from ? { from, to } : undefined;
}

function endsAddressee(token: Token | undefined): boolean {
  return (
    token === undefined ||
    token.kind !== 'word' ||
    token.lower === 'that' ||
    token.lower === 'to' ||
    PREPOSITIONS.has(token.lower)
  );
}

const NOUN_JOIN = new Set(['of', 'for', 'at', 'in', 'from', 'with', 'and', '&']);

const NEWS_NOUN =
  /^(?:host|anchor|reporter|correspondent|news|newspaper|magazine|television|radio|editor|columnist|agency|channel|presenter|hosts|anchors)$/;

/** Past "on Monday", "in a statement to Reuters", "Tuesday" up to what may be the content; else `from`. */
export function skipAdjuncts(tokens: readonly Token[], from: number): number {
  let at = from;
  while (at < tokens.length && at - from < 24) {
    const token = tokens[at] as Token;
    if (token.kind !== 'word') break;
    const { lower } = token;
    if (/^(?:this|last|next|earlier|late|early)$/.test(lower) && TIME_WORDS.has(tokens[at + 1]?.lower ?? '')) {
      at += 2;
      continue;
    }
    if (
      TIME_WORDS.has(lower) ||
      (ADVERBS.has(lower) && !AUXILIARIES.has(lower) && lower !== 'to' && lower !== 'all' && lower !== 'both')
    ) {
      at++;
      continue;
    }
    if (lower.endsWith('ly') && !token.capital) {
      at++;
      continue;
    }
    const phrase =
      isAdjunct(tokens, at) ||
      (lower === 'to' && isToAudience(tokens, at)) ||
      lower === 'of' ||
      (lower === 'as' && at > from);
    if (!phrase && !(PREPOSITIONS.has(lower) && at > from)) break;
    const end = endOfPhrase(tokens, at + 1);
    if (end === undefined) break;
    at = end;
  }
  return at;
}

function isToAudience(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  if (next === undefined || next.kind !== 'word') return false;
  return next.capital || DETERMINERS.has(next.lower) || OBJECT_PRONOUNS.has(next.lower) || /s$/.test(next.lower);
}

/** The end of a noun phrase inside an adjunct: before a clause word, a verb, a mark. */
function endOfPhrase(tokens: readonly Token[], from: number): number | undefined {
  let at = from;
  while (at < tokens.length && at - from < 12) {
    const token = tokens[at] as Token;
    if (token.kind !== 'word') {
      if (token.kind === 'quotation' || !/^[&/’']$/.test(token.text)) break;
      at++;
      continue;
    }
    const { lower } = token;
    if (CLAUSE_WORDS.has(lower) || (SUBJECT_PRONOUNS.has(lower) && at > from)) break;
    if (at > from && (PREPOSITIONS.has(lower) || AUXILIARIES.has(lower) || TIME_WORDS.has(lower))) break;
    if (at > from && DETERMINERS.has(lower)) break;
    at++;
  }
  return at > from ? at : undefined;
}
