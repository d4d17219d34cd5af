import type { Span } from '../../core/text/span.ts';
import { CUE_VERBS } from './cue-verbs.ts';
import { isDash } from './noun-phrases.ts';
import { subjectBefore } from './subjects.ts';
import type { Token, Unit } from './tokens.ts';
import { AUXILIARIES, SUBJECT_PRONOUNS } from './word-classes.ts';

/** A quotation that is a sentence of its own: it ends in final punctuation or a comma inside the marks. */
export function isOpenQuotation(unit: Unit, at: number): boolean {
  const token = unit.tokens[at] as Token;
  return token.kind === 'quotation' && unit.endsInside.has(token.start);
}

/** From a token to the end of its clause. `object`s end sooner than clauses. */
export function spanTo(unit: Unit, from: number, kind: 'clause' | 'object' = 'clause'): Span {
  const { tokens } = unit;
  const end = clauseEnd(unit, from, kind);
  return { start: (tokens[from] as Token).start, end: (tokens[end] as Token).end };
}

/** Index of the last token of the clause that begins at `from`. */
function clauseEnd(unit: Unit, from: number, kind: 'clause' | 'object'): number {
  const { tokens } = unit;
  // "While the minister said the plan was sound, ...": the main clause follows the comma.
  const subordinate = isSubordinate(tokens, from);
  for (let at = from + 1; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    const next = tokens[at + 1];
    if (token.kind === 'mark' && (token.text === ',' || token.text === ';' || isDash(token))) {
      if (next === undefined || subordinate || endsClause(tokens, at, kind)) return trimBack(tokens, at - 1, from);
    } else if (
      token.kind === 'word' &&
      kind === 'object' &&
      token.lower === 'and' &&
      next !== undefined &&
      /(?:ed|ing)$/.test(next.lower) &&
      !next.capital
    ) {
      return trimBack(tokens, at - 1, from);
    } else if (token.kind === 'word' && (token.lower === 'and' || token.lower === 'but') && next !== undefined) {
      const verb = CUE_VERBS.get(next.lower);
      if (verb?.form === 'past' && (SAYING.test(next.lower) || tokens[at + 2]?.lower === 'that'))
        return trimBack(tokens, at - 1, from);
      if (verb?.form === 'ing' && CUE_VERBS.get(tokens[from - 1]?.lower ?? '')?.form === 'ing')
        return trimBack(tokens, at - 1, from);
    } else if (token.lower === 'according' && next?.lower === 'to' && at > from + 1) {
      return trimBack(tokens, at - 1, from);
    } else if (token.kind === 'quotation' && isOpenQuotation(unit, at) && at > from && !runsOn(unit, at)) {
      return at;
    }
  }
  return trimBack(tokens, tokens.length - 1, from);
}

/** '... be “the best of both,” because it gives ...': the comma inside the marks does not end the clause. */
function runsOn(unit: Unit, at: number): boolean {
  const { tokens } = unit;
  const next = tokens[at + 1];
  if (next === undefined || next.kind !== 'word' || unit.endsFully.has((tokens[at] as Token).start)) return false;
  if (!/^(?:because|and|but|or|if|that|to|while|giving|so)$/.test(next.lower)) return false;
  return !endsClause(tokens, at, 'clause');
}

/** Whether the cue before token `from` stands in a clause that "while", "after" and the like open. */
function isSubordinate(tokens: readonly Token[], from: number): boolean {
  for (let at = from - 1; at >= 0 && at >= from - SUBORDINATE_REACH; at--) {
    const token = tokens[at] as Token;
    if (token.kind !== 'word') return false;
    if (SUBORDINATE_OPENERS.has(token.lower)) return true;
  }
  return false;
}

/** So far before the content a conjunction is looked for. Tokens. */
const SUBORDINATE_REACH = 10;
const SUBORDINATE_OPENERS = new Set([
  'while',
  'although',
  'though',
  'if',
  'when',
  'as',
  'because',
  'since',
  'after',
  'even',
  'despite',
  'whereas',
  'once',
  'before',
  'until',
]);

const SAYING =
  /^(?:said|added|told|noted|argued|warned|asked|called|wrote|declared|promised|vowed|urged|insisted|suggested)$/;

/** What after a comma is no longer part of an object: by count on PolNeAR train. */
const OBJECT_ENDS =
  /^(?:who|which|and|but|while|when|after|before|saying|with|even|though|although|because|so|whose|where|nor|yet|the|a|an|he|she|it|they|we|i|you|is|are|was|were|has|have|had|will|would|can|could|compared)$/;

function endsClause(tokens: readonly Token[], comma: number, kind: 'clause' | 'object'): boolean {
  const next = tokens[comma + 1] as Token;
  if (next.kind !== 'word') return false;
  const { lower } = next;
  if (lower === 'according' || lower === 'compared') return true;
  const second = tokens[comma + 2];
  if (lower === 'but' && second !== undefined && (SUBJECT_PRONOUNS.has(second.lower) || second.lower === 'for'))
    return true;
  // "... - a high sum": an afterthought of the reporter's.
  if (isDash(tokens[comma]) && /^(?:a|an|though|although|while)$/.test(lower)) return true;
  const verb = CUE_VERBS.get(lower);
  if (verb?.form === 'ing') return true;
  if (kind === 'object' && (OBJECT_ENDS.test(lower) || /ing$/.test(lower))) return true;
  if (/^(?:and|but|while|as|though|although|yet|with)$/.test(lower) || tokens[comma]?.text === ';') {
    const first = tokens[comma]?.text === ';' ? comma + 1 : comma + 2;
    for (let at = first; at < Math.min(tokens.length, first + 9); at++) {
      const token = tokens[at] as Token;
      if (token.kind !== 'word') return false;
      if (token.capital) continue;
      const cue = CUE_VERBS.get(token.lower);
      if (cue !== undefined && cue.form !== 'base' && (cue.frames.has('c') || cue.frames.has('q'))) {
        if (at === first) return cue.form === 'past';
        const subject = subjectBefore(tokens, at);
        return subject !== undefined && subject.from >= first && subject.from <= first + 1;
      }
      if (AUXILIARIES.has(token.lower) && !/^(?:has|have|had)$/.test(token.lower)) return false;
    }
  }
  // "..., Smith said" closes a clause that another speaker's cue began.
  return false;
}

function trimBack(tokens: readonly Token[], from: number, first: number): number {
  let at = from;
  while (at > first && (tokens[at] as Token).kind === 'mark' && !/^[)\]%]$/.test((tokens[at] as Token).text)) at--;
  return at;
}
