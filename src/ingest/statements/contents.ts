import type { Span } from '../../core/text/span.ts';
import { readAddressee, skipAdjuncts } from './adjuncts.ts';
import { isOpenQuotation, spanTo } from './clause-end.ts';
import { CUE_PREPOSITIONS, CUE_VERBS, type CueVerb } from './cue-verbs.ts';
import { isDash, type TokenRange } from './noun-phrases.ts';
import type { Token, Unit } from './tokens.ts';
import {
  AUXILIARIES,
  CLAUSE_WORDS,
  DETERMINERS,
  IRREGULAR_PASTS,
  PREPOSITIONS,
  SUBJECT_PRONOUNS,
  SUBORDINATORS,
} from './word-classes.ts';

export interface RightContent {
  readonly contents: readonly Span[];
  readonly frame: string;
  /** End of the cue's own words. */
  readonly cueEnd: number;
  /** Token after the cue and its adjuncts. */
  readonly end: number;
  readonly addressee?: TokenRange;
  readonly opensNext?: boolean;
  /** Nothing follows: the content stands to the left. */
  readonly parenthetical: boolean;
}

/** What follows a verb as its content, in the order in which the frames are surest. */
export function readRightContent(unit: Unit, at: { verb: CueVerb; verbAt: number }): RightContent | undefined {
  const { tokens } = unit;
  const { verb, verbAt } = at;
  const { frames } = verb;
  let next = verbAt + 1;
  let cueEnd = (tokens[verbAt] as Token).end;
  let addressee: TokenRange | undefined;
  if (frames.has('a')) {
    addressee = readAddressee(unit, next);
    if (addressee !== undefined) next = addressee.to;
  }
  const after = skipAdjuncts(tokens, next);
  const lead = readLead(unit, { from: next, after, frames });
  const common = { addressee, cueEnd };
  if (lead !== undefined) return { ...common, ...lead, parenthetical: false };
  const first = tokens[next];
  if (frames.has('p') && first !== undefined) {
    const preposition = (CUE_PREPOSITIONS[verb.lemma] ?? []).includes(first.lower) ? first : undefined;
    const beyond = tokens[next + 1];
    if (preposition !== undefined && beyond !== undefined && !(beyond.kind === 'mark' && beyond.text !== '$')) {
      cueEnd = preposition.end;
      const objectStart =
        preposition.lower === 'out' || preposition.lower === 'up' ? skipAdjuncts(tokens, next + 1) : next + 1;
      if (tokens[objectStart] === undefined) return undefined;
      return {
        ...common,
        cueEnd,
        contents: [spanTo(unit, objectStart, CLAUSE_WORDS.has(tokens[objectStart]?.lower ?? '') ? 'clause' : 'object')],
        frame: `prep-${preposition.lower}`,
        end: objectStart,
        parenthetical: false,
      };
    }
  }
  const speaks = frames.has('c') || frames.has('q');
  // Nothing but adjuncts up to the end or a comma: the content is on the left.
  const stop = tokens[after];
  if (
    speaks &&
    (stop === undefined || stop.kind === 'mark') &&
    (stop === undefined || /^[,.;?!:)]$/.test(stop.text) || isDash(stop))
  ) {
    const rest = stop !== undefined && (stop.text === ',' || isDash(stop)) ? continuation(unit, after) : undefined;
    return { ...common, contents: rest === undefined ? [] : [rest], frame: 'left', end: after, parenthetical: true };
  }
  if (first === undefined) return undefined;
  if (frames.has('i') && first.lower === 'to' && tokens[next + 1] !== undefined && tokens[next + 1]?.kind !== 'mark') {
    // "urged ministers to act": whom it is asked of belongs to what is asked.
    return {
      ...common,
      contents: [spanTo(unit, addressee?.from ?? next)],
      frame: 'infinitive',
      end: next,
      parenthetical: false,
    };
  }
  if (frames.has('i') && addressee === undefined) {
    const to = infinitiveAfterObject(tokens, next);
    if (to !== undefined)
      return { ...common, contents: [spanTo(unit, next)], frame: 'object-infinitive', end: next, parenthetical: false };
  }
  if (frames.has('n') && isObjectStart(tokens, next)) {
    if (hasNaming(tokens, next, verb))
      return { ...common, contents: [spanTo(unit, next, 'object')], frame: 'naming', end: next, parenthetical: false };
  }
  if (frames.has('c') && isClauseStart(tokens, next)) {
    return { ...common, contents: [spanTo(unit, next)], frame: 'clause', end: next, parenthetical: false };
  }
  if (frames.has('o') && isObjectStart(tokens, next)) {
    return { ...common, contents: [spanTo(unit, next, 'object')], frame: 'object', end: next, parenthetical: false };
  }
  // "..., she said when asked", "..., he went on": more follows that is no content.
  if (
    speaks &&
    first.kind === 'word' &&
    (SUBORDINATORS.has(first.lower) ||
      PREPOSITIONS.has(first.lower) ||
      first.lower.endsWith('ly') ||
      first.lower === 'out')
  ) {
    return { ...common, contents: [], frame: 'left', end: next, parenthetical: true };
  }
  return undefined;
}

/** A colon, a quotation or a clause word after the verb and its adjuncts. */
function readLead(
  unit: Unit,
  at: { from: number; after: number; frames: CueVerb['frames'] },
): Pick<RightContent, 'contents' | 'frame' | 'end' | 'opensNext'> | undefined {
  const { tokens } = unit;
  const { frames } = at;
  const speaks = frames.has('c') || frames.has('q');
  for (const place of at.from === at.after ? [at.from] : [at.from, at.after]) {
    const first = tokens[place];
    if (first === undefined) continue;
    const second = tokens[place + 1];
    if (first.text === ':' && speaks) {
      if (second === undefined) return { contents: [], frame: 'colon', end: place, opensNext: true };
      return { contents: quotedOrAll(unit, place + 1), frame: 'colon', end: place };
    }
    if (first.kind === 'quotation') {
      if (isTitleLike(unit, place) && !speaks) continue;
      return { contents: quotedOrAll(unit, place), frame: 'quotation', end: place };
    }
    if (first.text === ',' && second?.kind === 'quotation' && speaks && isOpenQuotation(unit, place + 1)) {
      return { contents: quotedOrAll(unit, place + 1), frame: 'quotation', end: place };
    }
    if (first.text === ',' && second?.lower === 'that' && speaks) {
      return { contents: [spanTo(unit, place + 1)], frame: 'that', end: place };
    }
    if (CLAUSE_WORDS.has(first.lower) && first.kind === 'word' && (frames.has('c') || frames.has('t'))) {
      if (
        first.lower === 'when' ||
        first.lower === 'where' ||
        first.lower === 'if' ||
        first.lower === 'which' ||
        first.lower === 'who'
      ) {
        if (!frames.has('t') || first.lower === 'when') {
          continue;
        }
      }
      if (second === undefined) continue;
      return { contents: [spanTo(unit, place)], frame: first.lower === 'that' ? 'that' : 'question', end: place };
    }
  }
  return undefined;
}

/** The quotation alone when it is the whole content; else all to the end of the clause. */
function quotedOrAll(unit: Unit, at: number): Span[] {
  const { tokens } = unit;
  const quotation = tokens[at] as Token;
  if (quotation.kind !== 'quotation') return [spanTo(unit, at)];
  const next = tokens[at + 1];
  const closed = isOpenQuotation(unit, at);
  if (next === undefined || closed) {
    let last = quotation;
    if (closed) return [{ start: quotation.start, end: quotation.end }];
    if (next?.kind === 'quotation') last = next;
    return [{ start: quotation.start, end: last.end }];
  }
  return [spanTo(unit, at)];
}

function isTitleLike(unit: Unit, at: number): boolean {
  const token = unit.tokens[at] as Token;
  return token.end - token.start < 8;
}

function isClauseStart(tokens: readonly Token[], at: number): boolean {
  const first = tokens[at];
  if (first === undefined || tokens.length - at < 3) return false;
  if (first.kind !== 'word') return /^[$€£]$/.test(first.text);
  const { lower } = first;
  if (SUBJECT_PRONOUNS.has(lower.replace(/'(?:s|re|ve|d|ll|m)$/, '')) && lower !== 'who') return true;
  if (lower === 'there' || lower === "there's" || POSSESSIVE_START.test(lower)) return true;
  if (PREPOSITIONS.has(lower) && !/^(?:in|under|with|if|despite|among|without|after|before|since|until)$/.test(lower))
    return false;
  if (SUBORDINATORS.has(lower) && !/^(?:if|while|although|though|because|unless|once|whether)$/.test(lower))
    return false;
  if (AUXILIARIES.has(lower)) return false;
  return hasFiniteVerb(tokens, at + 1);
}

const POSSESSIVE_START = /^(?:his|her|its|their|our|my|your)$/;

/** An auxiliary or a verb-like word within reach. */
function hasFiniteVerb(tokens: readonly Token[], from: number): boolean {
  for (let at = from; at < Math.min(tokens.length, from + 25); at++) {
    const token = tokens[at] as Token;
    if (token.kind === 'quotation') return true;
    if (token.text === ':' || token.text === ';') return false;
    if (AUXILIARIES.has(token.lower) || (!token.capital && IRREGULAR_PASTS.has(token.lower))) return true;
    if (!token.capital && CUE_VERBS.has(token.lower)) return true;
    if (
      !token.capital &&
      /(?:ed|es|s)$/.test(token.lower) &&
      (tokens[at - 1]?.capital === true || SUBJECT_PRONOUNS.has(tokens[at - 1]?.lower ?? ''))
    )
      return true;
  }
  return false;
}

function isObjectStart(tokens: readonly Token[], at: number): boolean {
  const first = tokens[at];
  if (first === undefined) return false;
  if (first.kind === 'quotation') return true;
  if (first.kind !== 'word') return /^[$€£#@]$/.test(first.text);
  const { lower } = first;
  if (PREPOSITIONS.has(lower) || AUXILIARIES.has(lower) || lower === 'and' || lower === 'but' || lower === 'or')
    return false;
  if (
    lower === 'as' ||
    lower === 'so' ||
    lower === 'than' ||
    lower === 'back' ||
    lower === 'up' ||
    lower === 'down' ||
    lower === 'out'
  )
    return false;
  return true;
}

/** "called it a mess", "described the plan as": a second part that names. */
function hasNaming(tokens: readonly Token[], at: number, verb: CueVerb): boolean {
  if (
    verb.lemma === 'call' ||
    verb.lemma === 'dub' ||
    verb.lemma === 'label' ||
    verb.lemma === 'deem' ||
    verb.lemma === 'brand'
  )
    return true;
  for (let i = at + 1; i < Math.min(tokens.length, at + 16); i++) {
    const { lower } = tokens[i] as Token;
    if (lower === 'as') return true;
    if (verb.lemma === 'consider' && i > at + 1) return true;
  }
  return false;
}

function infinitiveAfterObject(tokens: readonly Token[], from: number): number | undefined {
  if (!isObjectStart(tokens, from)) return undefined;
  for (let at = from + 1; at < Math.min(tokens.length - 1, from + 9); at++) {
    const token = tokens[at] as Token;
    if (token.kind !== 'word' || AUXILIARIES.has(token.lower) || CLAUSE_WORDS.has(token.lower)) return undefined;
    if (
      token.lower === 'to' &&
      tokens[at + 1] !== undefined &&
      tokens[at + 1]?.kind !== 'mark' &&
      !DETERMINERS.has(tokens[at + 1]?.lower ?? '') &&
      tokens[at + 1]?.capital !== true
    )
      return at;
  }
  return undefined;
}

/** "..., he said, would cost more": what goes on behind the comma as part of the clause. */
function continuation(unit: Unit, comma: number): Span | undefined {
  const { tokens } = unit;
  const first = tokens[comma + 1];
  if (first === undefined) return undefined;
  const opens =
    first.kind === 'quotation' ||
    first.lower === 'that' ||
    AUXILIARIES.has(first.lower) ||
    (SUBJECT_PRONOUNS.has(first.lower) && first.lower !== 'who');
  if (!opens) return undefined;
  if (first.kind === 'quotation' && isOpenQuotation(unit, comma + 1)) return { start: first.start, end: first.end };
  return spanTo(unit, comma + 1);
}
