import type { Span } from '../../core/text/span.ts';
import { CUE_PREPOSITIONS, CUE_VERBS, type CueVerb } from './cue-verbs.ts';
import { isAdjunct, isDash, subjectBefore, type TokenRange } from './subjects.ts';
import type { Token, Unit } from './tokens.ts';
import {
  ADVERBS,
  AUXILIARIES,
  CLAUSE_WORDS,
  DETERMINERS,
  IRREGULAR_PASTS,
  OBJECT_PRONOUNS,
  PREPOSITIONS,
  SUBJECT_PRONOUNS,
  SUBORDINATORS,
  TIME_WORDS,
  WEEKDAYS,
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
      const objectStart = preposition.lower === 'out' || preposition.lower === 'up' ? skipAdjuncts(tokens, next + 1) : next + 1;
      if (tokens[objectStart] === undefined) return undefined;
      return { ...common, cueEnd, contents: [spanTo(unit, objectStart, CLAUSE_WORDS.has(tokens[objectStart]?.lower ?? '') ? 'clause' : 'object')], frame: `prep-${preposition.lower}`, end: objectStart, parenthetical: false };
    }
  }
  const speaks = frames.has('c') || frames.has('q');
  // Nothing but adjuncts up to the end or a comma: the content is on the left.
  const stop = tokens[after];
  if (speaks && (stop === undefined || stop.kind === 'mark') && (stop === undefined || /^[,.;?!:)]$/.test(stop.text) || isDash(stop))) {
    const rest = stop !== undefined && (stop.text === ',' || isDash(stop)) ? continuation(unit, after) : undefined;
    return { ...common, contents: rest === undefined ? [] : [rest], frame: 'left', end: after, parenthetical: true };
  }
  if (first === undefined) return undefined;
  if (frames.has('i') && first.lower === 'to' && tokens[next + 1]?.kind === 'word') {
    return { ...common, contents: [spanTo(unit, next)], frame: 'infinitive', end: next, parenthetical: false };
  }
  if (frames.has('i') && addressee === undefined) {
    const to = infinitiveAfterObject(tokens, next);
    if (to !== undefined) return { ...common, contents: [spanTo(unit, next)], frame: 'object-infinitive', end: next, parenthetical: false };
  }
  if (frames.has('n') && isObjectStart(tokens, next)) {
    if (hasNaming(tokens, next, verb)) return { ...common, contents: [spanTo(unit, next, 'object')], frame: 'naming', end: next, parenthetical: false };
  }
  if (frames.has('c') && isClauseStart(tokens, next)) {
    return { ...common, contents: [spanTo(unit, next)], frame: 'clause', end: next, parenthetical: false };
  }
  if (frames.has('o') && isObjectStart(tokens, next)) {
    return { ...common, contents: [spanTo(unit, next, 'object')], frame: 'object', end: next, parenthetical: false };
  }
  // "..., she said when asked", "..., he went on": more follows that is no content.
  if (speaks && first.kind === 'word' && (SUBORDINATORS.has(first.lower) || PREPOSITIONS.has(first.lower) || first.lower.endsWith('ly') || first.lower === 'out')) {
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
      if (first.lower === 'when' || first.lower === 'where' || first.lower === 'if' || first.lower === 'which' || first.lower === 'who') {
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

/** A quotation that is a sentence of its own: it ends in final punctuation or a comma inside the marks. */
export function isOpenQuotation(unit: Unit, at: number): boolean {
  const token = unit.tokens[at] as Token;
  return token.kind === 'quotation' && unit.endsInside.has(token.start);
}

function isTitleLike(unit: Unit, at: number): boolean {
  const token = unit.tokens[at] as Token;
  return token.end - token.start < 8;
}

/** "told Reuters", "warned lawmakers in Brussels": who is addressed. */
function readAddressee(unit: Unit, from: number): TokenRange | undefined {
  const { tokens } = unit;
  const first = tokens[from];
  if (first === undefined || first.kind !== 'word') return undefined;
  if (OBJECT_PRONOUNS.has(first.lower) || first.lower === 'you') return { from, to: from + 1 };
  if (CLAUSE_WORDS.has(first.lower) || first.lower === 'to' || PREPOSITIONS.has(first.lower) || first.lower === 'he' || first.lower === 'she' || first.lower === 'they' || first.lower === 'i') return undefined;
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
    if (noun && DETERMINERS.has(lower) && !(tokens[to - 1]?.lower === 'of' || NOUN_JOIN.has(tokens[to - 1]?.lower ?? ''))) break;
    if (noun && !token.capital && tokens[to - 1]?.capital === true && !PREPOSITIONS.has(lower) && lower !== 'and' && !NEWS_NOUN.test(lower) && !endsAddressee(tokens[to + 1])) break;
    if (noun && token.capital && tokens[to - 1]?.capital !== true && !NOUN_JOIN.has(tokens[to - 1]?.lower ?? '') && !DETERMINERS.has(tokens[to - 1]?.lower ?? '') && !NEWS_NOUN.test(tokens[to - 1]?.lower ?? '')) break;
    if (PREPOSITIONS.has(lower) && isAdjunct(tokens, to)) break;
    if (PREPOSITIONS.has(lower) && !/^(?:of|for|at|in|from|with)$/.test(lower)) break;
    if (lower === 'and' && tokens[to + 1]?.capital !== true) break;
    if (!DETERMINERS.has(lower) && !PREPOSITIONS.has(lower)) noun = true;
    to++;
  }
  return noun && to > from ? { from, to } : undefined;
}

function endsAddressee(token: Token | undefined): boolean {
  return token === undefined || token.kind !== 'word' || token.lower === 'that' || token.lower === 'to' || PREPOSITIONS.has(token.lower);
}

const NOUN_JOIN = new Set(['of', 'for', 'at', 'in', 'from', 'with', 'and', '&']);
const NEWS_NOUN = /^(?:host|anchor|reporter|correspondent|news|newspaper|magazine|television|radio|editor|columnist|agency|channel|presenter|hosts|anchors)$/;

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
    if (TIME_WORDS.has(lower) || ADVERBS.has(lower) && !AUXILIARIES.has(lower) && lower !== 'to' && lower !== 'all' && lower !== 'both') {
      at++;
      continue;
    }
    if (lower.endsWith('ly') && !token.capital) {
      at++;
      continue;
    }
    const phrase = isAdjunct(tokens, at) || lower === 'to' && isToAudience(tokens, at) || lower === 'of' || lower === 'as' && at > from;
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

function isClauseStart(tokens: readonly Token[], at: number): boolean {
  const first = tokens[at];
  if (first === undefined || tokens.length - at < 3) return false;
  if (first.kind !== 'word') return /^[$€£]$/.test(first.text);
  const { lower } = first;
  if (SUBJECT_PRONOUNS.has(lower.replace(/'(?:s|re|ve|d|ll|m)$/, '')) && lower !== 'who') return true;
  if (lower === 'there' || lower === "there's" || POSSESSIVE_START.test(lower)) return true;
  if (PREPOSITIONS.has(lower) && !/^(?:in|under|with|if|despite|among|without|after|before|since|until)$/.test(lower)) return false;
  if (SUBORDINATORS.has(lower) && !/^(?:if|while|although|though|because|unless|once|whether)$/.test(lower)) return false;
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
    if (!token.capital && /(?:ed|es|s)$/.test(token.lower) && (tokens[at - 1]?.capital === true || SUBJECT_PRONOUNS.has(tokens[at - 1]?.lower ?? ''))) return true;
  }
  return false;
}

function isObjectStart(tokens: readonly Token[], at: number): boolean {
  const first = tokens[at];
  if (first === undefined) return false;
  if (first.kind === 'quotation') return true;
  if (first.kind !== 'word') return /^[$€£#@]$/.test(first.text);
  const { lower } = first;
  if (PREPOSITIONS.has(lower) || AUXILIARIES.has(lower) || lower === 'and' || lower === 'but' || lower === 'or') return false;
  if (lower === 'as' || lower === 'so' || lower === 'than' || lower === 'back' || lower === 'up' || lower === 'down' || lower === 'out') return false;
  return true;
}

/** "called it a mess", "described the plan as": a second part that names. */
function hasNaming(tokens: readonly Token[], at: number, verb: CueVerb): boolean {
  if (verb.lemma === 'call' || verb.lemma === 'dub' || verb.lemma === 'label' || verb.lemma === 'deem' || verb.lemma === 'brand') return true;
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
    if (token.lower === 'to' && tokens[at + 1]?.kind === 'word' && !DETERMINERS.has(tokens[at + 1]?.lower ?? '') && tokens[at + 1]?.capital !== true) return at;
  }
  return undefined;
}

/** "..., he said, would cost more": what goes on behind the comma as part of the clause. */
function continuation(unit: Unit, comma: number): Span | undefined {
  const { tokens } = unit;
  const first = tokens[comma + 1];
  if (first === undefined) return undefined;
  const opens = first.kind === 'quotation' || first.lower === 'that' || AUXILIARIES.has(first.lower) || (SUBJECT_PRONOUNS.has(first.lower) && first.lower !== 'who');
  if (!opens) return undefined;
  if (first.kind === 'quotation' && isOpenQuotation(unit, comma + 1)) return { start: first.start, end: first.end };
  return spanTo(unit, comma + 1);
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
  const subordinate = SUBORDINATE_OPENERS.has(tokens[0]?.lower ?? '') && !tokens.slice(1, from).some((token) => token.text === ',');
  for (let at = from + 1; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    const next = tokens[at + 1];
    if (token.kind === 'mark' && (token.text === ',' || token.text === ';' || isDash(token))) {
      if (next === undefined || subordinate || endsClause(tokens, at, kind)) return trimBack(tokens, at - 1, from);
    } else if (token.kind === 'word' && kind === 'object' && token.lower === 'and' && next !== undefined && /(?:ed|ing)$/.test(next.lower) && !next.capital) {
      return trimBack(tokens, at - 1, from);
    } else if (token.kind === 'word' && (token.lower === 'and' || token.lower === 'but') && next !== undefined) {
      const verb = CUE_VERBS.get(next.lower);
      if (verb?.form === 'past' && SAYING.test(next.lower)) return trimBack(tokens, at - 1, from);
      if (verb?.form === 'ing' && CUE_VERBS.get(tokens[from - 1]?.lower ?? '')?.form === 'ing') return trimBack(tokens, at - 1, from);
    } else if (token.lower === 'according' && next?.lower === 'to' && at > from + 1) {
      return trimBack(tokens, at - 1, from);
    } else if (token.kind === 'quotation' && isOpenQuotation(unit, at) && at > from) {
      return at;
    }
  }
  return trimBack(tokens, tokens.length - 1, from);
}

const SUBORDINATE_OPENERS = new Set(['while', 'although', 'though', 'if', 'when', 'as', 'because', 'since', 'after', 'even', 'despite', 'whereas', 'once']);
const SAYING = /^(?:said|added|told|noted|argued|warned|asked|called|wrote|declared|promised|vowed|urged|insisted|suggested)$/;
/** What after a comma is no longer part of an object: by count on PolNeAR train. */
const OBJECT_ENDS =
  /^(?:who|which|and|but|while|when|after|before|saying|with|even|though|although|because|so|whose|where|nor|yet|the|a|an|he|she|it|they|we|i|you|is|are|was|were|has|have|had|will|would|can|could|compared)$/;

function endsClause(tokens: readonly Token[], comma: number, kind: 'clause' | 'object'): boolean {
  const next = tokens[comma + 1] as Token;
  if (next.kind !== 'word') return false;
  const { lower } = next;
  if (lower === 'according' || lower === 'compared') return true;
  const second = tokens[comma + 2];
  if (lower === 'but' && second !== undefined && SUBJECT_PRONOUNS.has(second.lower)) return true;
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
