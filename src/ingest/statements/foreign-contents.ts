import type { Span } from '../../core/text/span.ts';
import type { Token, Unit } from './tokens.ts';

/** Fewer words before a cue are no clause. */
const FEWEST_CLAUSE_WORDS = 3;
/** Words between the clause's start and a quotation that only link it to the sentence before. */
const LINKS =
  /^(?:mais|et|or|car|puis|enfin|ainsi|donc|alors|und|aber|doch|denn|dann|auch|also|zudem|außerdem|weiter|allerdings)$/;

/** Index of the last token that is more than punctuation. */
export function lastWordAt(tokens: readonly Token[]): number {
  return tokens.findLastIndex((token) => token.kind !== 'mark' || /^[)\]%€$]$/.test(token.text));
}

/** The content from token `from` to the unit's end; a quotation alone where nothing else follows it. */
export function contentFrom(unit: Unit, from: number, end = lastWordAt(unit.tokens)): Span | undefined {
  const first = unit.tokens[from];
  if (first === undefined || from > end) return undefined;
  if (first.kind === 'quotation' && (unit.endsFully.has(first.start) || startsAnew(unit, from + 1))) return first;
  return { start: first.start, end: (unit.tokens[end] as Token).end };
}

/** A comma and an inverted cue behind a quotation, or another sentence. */
function startsAnew(unit: Unit, at: number): boolean {
  const token = unit.tokens[at];
  return token === undefined || /^[.;!?]$/.test(token.text);
}

/** A sentence has at most so many cues; more are a list or an attack. */
export const MOST_CUES = 12;

/** As far back as a clause is read. Tokens; sentences of news stay below some 100. */
const LONGEST_CLAUSE = 400;

/** What stands before a cue at `before`, back to the start of its clause; at least `fewest` words. */
export function contentBefore(unit: Unit, before: number, fewest = FEWEST_CLAUSE_WORDS): Span | undefined {
  const { tokens } = unit;
  const from = Math.max(0, before - LONGEST_CLAUSE);
  let end = before - 1;
  while (end >= from && (tokens[end] as Token).kind === 'mark' && !/^[)\]%€$]$/.test((tokens[end] as Token).text))
    end--;
  const last = tokens[end];
  if (last === undefined || end < from) return undefined;
  let start = end;
  while (start > from && !endsClause(tokens[start - 1] as Token)) start--;
  start = Math.max(start, Math.min(end, endOfDateline(tokens)));
  while (start < end && ((tokens[start] as Token).kind === 'mark' || isMereLink(tokens, start, end))) start++;
  if (last.kind === 'quotation') {
    const lead = tokens[end - 1];
    if (start === end || lead === undefined || (lead.kind === 'mark' && /^[,:–—-]$/.test(lead.text))) return last;
  } else if (tokens.slice(start, end + 1).filter((token) => token.kind !== 'mark').length < fewest) {
    if (!tokens.slice(start, end + 1).some((token) => token.kind === 'quotation')) return undefined;
  }
  return { start: (tokens[start] as Token).start, end: last.end };
}

/** Behind "PARIS (Reuters) –", "Berlin (dpa) -"; 0 where there is none. */
function endOfDateline(tokens: readonly Token[]): number {
  const dash = tokens.findIndex((token, at) => at > 2 && at < 10 && /^[–—-]$/.test(token.text));
  return dash > 0 && tokens[dash - 1]?.text === ')' ? dash + 1 : 0;
}

function isMereLink(tokens: readonly Token[], start: number, end: number): boolean {
  if (!LINKS.test((tokens[start] as Token).lower)) return false;
  const next = tokens[start + 1];
  return start + 1 <= end && next?.kind === 'quotation';
}

function endsClause(token: Token): boolean {
  return token.kind === 'mark' && /^[.:;!?]$/.test(token.text);
}
