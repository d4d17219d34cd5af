import type { Span } from '../../core/text/span.ts';
import { readRightContent } from './contents.ts';
import { CUE_VERBS, type CueVerb } from './cue-verbs.ts';
import { isDash, mainSubject, subjectAfter, subjectBefore, type TokenRange } from './subjects.ts';
import type { Token, Unit } from './tokens.ts';
import { ADVERBS, AUXILIARIES, DETERMINERS, POSSESSIVES, PREPOSITIONS, SUBJECT_PRONOUNS, SUBORDINATORS } from './word-classes.ts';

/** One cue with what it attributes and to whom, as the words of one unit tell. */
export interface Attribution {
  /** The parts of the content, in order; a part is a stretch without a gap. */
  readonly contents: readonly Span[];
  readonly cue: Span;
  /** Lemma of the verb, or "according to" and the like. */
  readonly lemma: string;
  /** How the content stands to the cue; for choosing and for explaining. */
  readonly frame: string;
  /** The words that name the speaker; absent where none stand here. */
  readonly source?: TokenRange;
  /** Whoever was told: an outlet, perhaps. */
  readonly addressee?: TokenRange;
  /** The unit ends in a colon: the content is what follows. */
  readonly opensNext?: boolean;
}

/** All attributions of a unit, in the order of their cues. */
export function readAttributions(unit: Unit): Attribution[] {
  const { tokens } = unit;
  const found: Attribution[] = [];
  const headline = readHeadlineColon(unit);
  if (headline !== undefined) found.push(headline);
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    if (token.kind !== 'word') continue;
    const attribution = token.lower === 'according'
      ? readAccordingTo(unit, at)
      : token.lower === 'as'
        ? readAs(unit, at)
        : readVerb(unit, { at, earlier: found });
    if (attribution !== undefined && !found.some((one) => one.cue.start === attribution.cue.start)) found.push(attribution);
  }
  return found;
}

/** How many words a speaker before a headline's colon has at most. */
const LONGEST_HEADLINE_SPEAKER = 5;

/** "Minister: The plan is dead", "Report: ..." in the text's first line or a heading. */
function readHeadlineColon(unit: Unit): Attribution | undefined {
  const { tokens } = unit;
  if (!(unit.heading || unit.first)) return undefined;
  const colon = tokens.findIndex((token) => token.text === ':');
  if (colon < 1 || colon > LONGEST_HEADLINE_SPEAKER || tokens.length - colon < 4) return undefined;
  for (let at = 0; at < colon; at++) {
    const token = tokens[at] as Token;
    if (token.kind !== 'word' || !(token.capital || /^(?:of|the|for|and|on)$/.test(token.lower))) return undefined;
  }
  if (CUE_VERBS.has((tokens[colon - 1] as Token).lower) && colon > 1 && (tokens[colon - 1] as Token).lower !== 'report') return undefined;
  const first = tokens[colon + 1] as Token;
  const mark = tokens[colon] as Token;
  const content = { start: first.start, end: (tokens[lastWord(tokens)] as Token).end };
  return { contents: [content], cue: { start: mark.start, end: mark.end }, lemma: 'headline', frame: 'colon', source: { from: 0, to: colon } };
}

function readVerb(unit: Unit, at: { at: number; earlier: readonly Attribution[] }): Attribution | undefined {
  const { tokens } = unit;
  const verbAt = at.at;
  const token = tokens[verbAt] as Token;
  const verb = CUE_VERBS.get(token.lower);
  if (verb === undefined) return undefined;
  if (verbAt === 0 && token.capital) return readLeadingVerb(unit, verb);
  if (token.capital && verbAt > 0 && !unit.heading && !isTitleCase(tokens)) return undefined;
  const before = tokens[verbAt - 1];
  if (isNounHere(verb, before, tokens[verbAt + 1])) return undefined;
  const group = readVerbGroup(tokens, verbAt);
  if (group.negated || (group.hypothetical && !verb.frames.has('q'))) return undefined;
  if (group.passive) return readPassive(unit, { verb, verbAt, group });
  const inverted = readInverted(unit, { verb, verbAt });
  if (inverted !== undefined) return inverted;
  const source = verb.form === 'ing' && !group.progressive
    ? participleSubject(unit, { verbAt, earlier: at.earlier })
    : group.infinitive
      ? mainSubject(tokens, 0, group.from) ?? at.earlier.at(-1)?.source
      : subjectBefore(tokens, group.from) ?? coordinatedSubject(tokens, group.from, at.earlier);
  if (source === undefined && verb.form !== 'ing') return undefined;
  if (verb.form === 'base' && !group.infinitive && !group.auxiliary && !isPlural(tokens, source)) return undefined;
  const right = readRightContent(unit, { verb, verbAt });
  if (right !== undefined) {
    const left = right.parenthetical ? leftContent(unit, { before: source?.from ?? group.from, after: right.end }) : undefined;
    const contents = [...(left === undefined ? [] : [left]), ...right.contents];
    if (contents.length === 0 && right.opensNext !== true) return undefined;
    return {
      contents,
      cue: cueSpan(tokens, group.from, right.cueEnd),
      lemma: verb.lemma,
      frame: `${right.frame}${verb.form === 'ing' && !group.progressive ? '+ing' : group.infinitive ? '+inf' : ''}`,
      source,
      addressee: right.addressee,
      opensNext: right.opensNext,
    };
  }
  return undefined;
}

/** 'Said Dorothy Poynter, who grew up there, "..."' */
function readLeadingVerb(unit: Unit, verb: CueVerb): Attribution | undefined {
  const { tokens } = unit;
  const cue = tokens[0];
  if (cue === undefined || !verb.frames.has('q') || verb.form === 'ing' || verb.form === 'base') return undefined;
  const source = subjectAfter(tokens, 1);
  if (source === undefined) return undefined;
  let at = skipDescription(tokens, source.to);
  while (tokens[at]?.kind === 'mark') at++;
  const first = tokens[at];
  if (first?.kind !== 'quotation') return undefined;
  return { contents: [{ start: first.start, end: first.end }], cue: { start: cue.start, end: cue.end }, lemma: verb.lemma, frame: 'leading', source };
}

interface VerbGroup {
  /** Index of the first auxiliary or adverb of the verb. */
  readonly from: number;
  readonly passive: boolean;
  readonly progressive: boolean;
  readonly infinitive: boolean;
  readonly auxiliary: boolean;
  /** "has not said", "never confirmed": nothing was said. */
  readonly negated: boolean;
  /** "could order", "might propose". */
  readonly hypothetical: boolean;
}

const BE = new Set(['is', 'are', 'was', 'were', 'be', 'been', 'being', "isn't", "wasn't", "aren't", "weren't", "'s", "he's", "she's", "they're"]);

function readVerbGroup(tokens: readonly Token[], verbAt: number): VerbGroup {
  let from = verbAt;
  let be = false;
  let infinitive = false;
  let auxiliary = false;
  let negated = false;
  let hypothetical = false;
  while (from > 0) {
    const { lower, kind, capital } = tokens[from - 1] as Token;
    if (kind !== 'word' || capital) break;
    if (AUXILIARIES.has(lower)) auxiliary = true;
    else if (lower === 'to') infinitive = true;
    else if (!(ADVERBS.has(lower) || lower.endsWith('ly'))) break;
    if (BE.has(lower)) be = true;
    if (lower === 'not' || lower === 'never' || lower.endsWith("n't") || lower === 'cannot') negated = true;
    if (/^(?:can|could|may|might|should|must)$/.test(lower)) hypothetical = true;
    from--;
    if (infinitive) break;
  }
  const form = CUE_VERBS.get((tokens[verbAt] as Token).lower)?.form;
  return { from, passive: be && form === 'past' && !infinitive, progressive: be && form === 'ing', infinitive, auxiliary, negated, hypothetical };
}

/** "the report", "his claims", "Trump's plan", "in comment": a noun of the same form. */
function isNounHere(verb: CueVerb, before: Token | undefined, after: Token | undefined): boolean {
  if (before === undefined || before.kind !== 'word') return verb.form === 'base';
  const { lower } = before;
  if (lower === 'that' || lower === 'who' || lower === 'which' || lower === 'it' || lower === 'this') return false;
  if (verb.form === 'past') return (DETERMINERS.has(lower) && !QUANTIFIER_SUBJECTS.has(lower)) || (PREPOSITIONS.has(lower) && lower !== 'since');
  if (verb.form === 'ing') return (DETERMINERS.has(lower) && !POSSESSIVES.has(lower)) || after?.lower === 'of' && verb.lemma !== 'speak';
  if (lower === 'to') return false;
  if (DETERMINERS.has(lower) && !QUANTIFIER_SUBJECTS.has(lower)) return true;
  return PREPOSITIONS.has(lower) || lower.endsWith("'s") || (lower.endsWith('s') && after?.lower === 'of' && verb.lemma !== 'say' && verb.lemma !== 'warn');
}

const QUANTIFIER_SUBJECTS = new Set(['some', 'many', 'several', 'most', 'few', 'both', 'all', 'others', 'another', 'two', 'one', 'more']);

function isPlural(tokens: readonly Token[], source: TokenRange | undefined): boolean {
  if (source === undefined) return false;
  const last = tokens[source.to - 1] as Token;
  if (/^(?:they|we|you|i|who|people|police|some|many|most|others|both|several|few|that|two|three|four|pair|couple|percent)$/.test(last.lower)) return true;
  for (let at = source.from; at < source.to; at++) {
    const { lower, capital } = tokens[at] as Token;
    if (lower === 'and') return true;
    if (!capital && /(?:s|men|women|people)$/.test(lower) && !DETERMINERS.has(lower) && !lower.endsWith("'s")) return true;
  }
  return last.capital && /s$/.test(last.lower);
}

/** '"...," said Smith', '..., says the report': only where content stands to the left. */
function readInverted(unit: Unit, at: { verb: CueVerb; verbAt: number }): Attribution | undefined {
  const { tokens } = unit;
  const { verb, verbAt } = at;
  if (verb.form === 'ing' || !(verb.frames.has('c') || verb.frames.has('q'))) return undefined;
  const before = tokens[verbAt - 1];
  if (before === undefined || !(before.kind === 'quotation' || before.text === ',' || isDash(before) || before.text === '?')) return undefined;
  const next = tokens[verbAt + 1];
  if (next === undefined || next.kind !== 'word') return undefined;
  const source = subjectAfter(tokens, verbAt + 1);
  if (source === undefined) return undefined;
  const after = tokens[source.to];
  const last = tokens[source.to - 1] as Token;
  // "The chief executive, Anna Berg, told Reuters that": whoever follows is told.
  if (verb.frames.has('a') && verb.lemma !== 'ask') return undefined;
  if (before.kind !== 'quotation' && after?.lower === 'that') return undefined;
  if (CUE_VERBS.get(last.lower)?.form === 'past' && !last.capital) return undefined;
  // A verb after the noun phrase makes it a clause: "said the plan was bad".
  if (after !== undefined && after.kind === 'word' && (AUXILIARIES.has(after.lower) || after.lower === 'to')) return undefined;
  if (!(source.to - source.from <= 12)) return undefined;
  const left = leftContent(unit, { before: verbAt, after: source.to });
  if (left === undefined) return undefined;
  if (before.kind !== 'quotation' && (!isLikelySpeaker(tokens, source) || isDescribedSubject(tokens, verbAt))) return undefined;
  const contents = [left];
  const rest = rightAfterParenthesis(unit, skipDescription(tokens, source.to));
  if (rest !== undefined) contents.push(rest);
  return {
    contents,
    cue: { start: (tokens[verbAt] as Token).start, end: (tokens[verbAt] as Token).end },
    lemma: verb.lemma,
    frame: 'inverted',
    source: { from: source.from, to: source.to },
  };
}

/** "Smith, a lawmaker, said ...": the comma closes a description of the subject before the verb. */
function isDescribedSubject(tokens: readonly Token[], verbAt: number): boolean {
  const subject = subjectBefore(tokens, verbAt);
  return subject !== undefined && subject.from <= 1 && tokens.slice(subject.from, verbAt).filter((token) => token.text === ',').length >= 2;
}

function isLikelySpeaker(tokens: readonly Token[], source: TokenRange): boolean {
  const after = tokens[source.to];
  if (after !== undefined && after.kind === 'word' && !PREPOSITIONS.has(after.lower) && !SUBORDINATORS.has(after.lower) && !after.lower.endsWith('ly') && !/day$/.test(after.lower)) return false;
  for (let at = source.from; at < source.to; at++) if ((tokens[at] as Token).capital) return true;
  return DETERMINERS.has((tokens[source.from] as Token).lower) || source.to - source.from <= 2;
}

/** After "said Carl Anthony, historian at the Library, ...": past the description between commas. */
function skipDescription(tokens: readonly Token[], from: number): number {
  if (tokens[from]?.text !== ',') return from;
  for (let at = from + 1; at < tokens.length && at < from + 30; at++) {
    const token = tokens[at] as Token;
    if (token.kind === 'quotation') return at - 1;
    if (token.text === ',' && at > from + 1) {
      if (tokens[at + 1]?.capital === true && tokens[at + 2]?.text === ',') continue;
      const first = tokens[from + 1] as Token;
      const clause = SUBJECT_PRONOUNS.has(first.lower) || AUXILIARIES.has(first.lower);
      return clause ? from : at;
    }
  }
  return from;
}

/** "..., he said, ...": what goes on behind the cue, where it is a clause and not an adverbial. */
export function rightAfterParenthesis(unit: Unit, comma: number): Span | undefined {
  const { tokens } = unit;
  const separator = tokens[comma];
  const first = tokens[comma + 1];
  if (separator === undefined || first === undefined || !(separator.text === ',' || isDash(separator) || separator.text === ':')) return undefined;
  const opens = first.kind === 'quotation' || first.lower === 'that' || AUXILIARIES.has(first.lower) || (SUBJECT_PRONOUNS.has(first.lower) && first.lower !== 'who');
  if (!opens) return undefined;
  const last = lastWord(tokens);
  if (first.kind === 'quotation') {
    const next = tokens[comma + 2];
    if (next === undefined || next.kind === 'mark') return { start: first.start, end: first.end };
  }
  return { start: first.start, end: (tokens[last] as Token).end };
}

export function lastWord(tokens: readonly Token[]): number {
  let at = tokens.length - 1;
  while (at > 0 && (tokens[at] as Token).kind === 'mark' && !/^[)\]%]$/.test((tokens[at] as Token).text)) at--;
  return at;
}

/** What stands before the speaker and cue at token `before`: "[The plan failed], she said". */
export function leftContent(unit: Unit, at: { before: number; after: number }): Span | undefined {
  const { tokens } = unit;
  let end = at.before - 1;
  const separator = tokens[end];
  if (separator === undefined) return undefined;
  if (separator.kind === 'mark') {
    if (!(separator.text === ',' || isDash(separator) || separator.text === '?' || separator.text === '!')) return undefined;
    if (separator.text === ',' || isDash(separator)) end--;
  } else if (separator.kind !== 'quotation') return undefined;
  const last = tokens[end];
  if (last === undefined) return undefined;
  let from = 0;
  if (last.kind === 'quotation') {
    // Words before the quotation belong to the content unless another cue governs them.
    from = end;
    while (from > 0 && tokens[from - 1]?.kind === 'quotation') from--;
    if (from > 0 && wordsBelong(tokens, from)) from = 0;
  }
  while (from < end && (tokens[from] as Token).kind === 'mark' && !/^[$(\[#@€£]$/.test((tokens[from] as Token).text)) from++;
  const first = tokens[from] as Token;
  const words = end - from + 1;
  if (last.kind !== 'quotation' && words < 3) return undefined;
  return { start: first.start, end: last.end };
}

/** Whether the words before a quotation are of its clause: not after a full stop, colon or other cue. */
function wordsBelong(tokens: readonly Token[], quotationAt: number): boolean {
  const before = tokens[quotationAt - 1] as Token;
  if (before.kind === 'mark' && !/^[($\[,]$/.test(before.text)) return false;
  for (let at = quotationAt - 1; at >= 0; at--) {
    const token = tokens[at] as Token;
    if (/^[.:;]$/.test(token.text) || token.kind === 'quotation') return false;
    const verb = CUE_VERBS.get(token.lower);
    if (verb !== undefined && verb.frames.has('c') && verb.form !== 'base' && !token.capital) return false;
  }
  return before.text !== ',' || quotationAt >= 4;
}

function readAccordingTo(unit: Unit, at: number): Attribution | undefined {
  const { tokens } = unit;
  const to = tokens[at + 1];
  if (to?.lower !== 'to') return undefined;
  const source = subjectAfter(tokens, at + 2) ?? (tokens[at + 2]?.kind === 'word' ? { from: at + 2, to: at + 3 } : undefined);
  if (source === undefined) return undefined;
  const cue = { start: (tokens[at] as Token).start, end: to.end };
  const contents: Span[] = [];
  const before = tokens[at - 1];
  if (before !== undefined && at > 1) {
    let end = at - 1;
    if (before.kind === 'mark') end--;
    const last = tokens[end];
    if (last !== undefined && end >= 2) contents.push({ start: clauseStart(unit, end), end: last.end });
  }
  const afterSource = skipDescription(tokens, source.to);
  if (contents.length === 0) {
    const comma = tokens[afterSource]?.text === ',' ? afterSource : tokens.findIndex((token, index) => index >= source.to && token.text === ',');
    const first = comma < 0 ? undefined : tokens[comma + 1];
    if (first !== undefined) contents.push({ start: first.start, end: (tokens[lastWord(tokens)] as Token).end });
  } else {
    const rest = rightAfterParenthesis(unit, afterSource);
    if (rest !== undefined) contents.push(rest);
  }
  if (contents.length === 0) return undefined;
  return { contents, cue, lemma: 'according to', frame: 'according', source };
}

/** "As Klaba put it, ...", "..., as the minister noted". */
function readAs(unit: Unit, at: number): Attribution | undefined {
  const { tokens } = unit;
  const before = tokens[at - 1];
  if (before !== undefined && before.kind !== 'quotation' && before.text !== ',' && !isDash(before)) return undefined;
  let verbAt = at + 1;
  while (verbAt < tokens.length && verbAt - at < 24 && !isAsVerb(tokens, verbAt)) {
    if ((tokens[verbAt] as Token).kind === 'quotation') return undefined;
    verbAt++;
  }
  const verb = tokens[verbAt];
  if (verb === undefined || verbAt - at >= 24 || verbAt === at + 1) return undefined;
  const source = subjectBefore(tokens, verbAt);
  if (source === undefined || source.from > at + 2 || source.from <= at) return undefined;
  let end = verbAt + 1;
  while (end < tokens.length && (tokens[end] as Token).kind === 'word' && end - verbAt < 14) end++;
  const cue = { start: verb.start, end: verb.end };
  const lemma = CUE_VERBS.get(verb.lower)?.lemma ?? verb.lower;
  const stop = tokens[end];
  const contents: Span[] = [];
  const left = before === undefined ? undefined : leftContent(unit, { before: at, after: end });
  if (left !== undefined) contents.push(left);
  else if (stop !== undefined && (stop.text === ',' || stop.text === ':' || isDash(stop)) && tokens[end + 1] !== undefined) {
    const first = tokens[end + 1] as Token;
    contents.push({ start: first.start, end: (tokens[lastWord(tokens)] as Token).end });
  }
  return contents.length === 0 ? undefined : { contents, cue, lemma, frame: 'as', source };
}

function isAsVerb(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token;
  const verb = CUE_VERBS.get(token.lower);
  if (verb === undefined || token.capital || verb.form === 'ing' || !(verb.frames.has('c') || verb.frames.has('q'))) return false;
  const next = tokens[at + 1];
  if (verb.lemma === 'put') return next?.lower === 'it';
  return next === undefined || next.kind === 'mark' || /^(?:in|on|it|to|at|during|earlier|last|recently|this|when)$/.test(next.lower);
}

function clauseStart(unit: Unit, end: number): number {
  const { tokens } = unit;
  for (let at = end - 1; at > 0; at--) if ((tokens[at] as Token).text === ';') return (tokens[at + 1] as Token).start;
  const first = tokens[0] as Token;
  return first.kind === 'mark' && tokens[1] !== undefined && !/^[$(\[#]$/.test(first.text) ? tokens[1].start : first.start;
}

/** "was described by the minister as ...": subject and complement are the content, the agent is the speaker. */
function readPassive(unit: Unit, at: { verb: CueVerb; verbAt: number; group: VerbGroup }): Attribution | undefined {
  const { tokens } = unit;
  const { verb, verbAt, group } = at;
  const cueEnd = (tokens[verbAt] as Token).end;
  const cue = cueSpan(tokens, group.from, cueEnd);
  let by: TokenRange | undefined;
  let next = verbAt + 1;
  if (tokens[next]?.lower === 'by') {
    by = subjectAfter(tokens, next + 1);
    if (by !== undefined) next = by.to;
  }
  const end = lastWord(tokens);
  const first = tokens[next];
  if (first === undefined || next > end) return undefined;
  if (verb.frames.has('n') && (first.lower === 'as' || first.kind === 'quotation' || verb.lemma === 'call')) {
    const from = first.lower === 'as' ? next : next;
    if (tokens[from] === undefined) return undefined;
    return { contents: [{ start: (tokens[from] as Token).start, end: (tokens[end] as Token).end }], cue, lemma: verb.lemma, frame: 'passive', source: by };
  }
  if ((verb.frames.has('c') || verb.frames.has('t')) && (first.lower === 'that' || first.lower === 'to') && verb.lemma !== 'ask') {
    return { contents: [{ start: first.start, end: (tokens[end] as Token).end }], cue, lemma: verb.lemma, frame: `passive-${first.lower}`, source: by };
  }
  // "was told", "was quoted as saying" name the hearer or nobody: left alone.
  return undefined;
}

function participleSubject(unit: Unit, at: { verbAt: number; earlier: readonly Attribution[] }): TokenRange | undefined {
  const { tokens } = unit;
  const { verbAt } = at;
  const before = tokens[verbAt - 1];
  // "with the Commission citing": the phrase right before is the subject.
  if (before !== undefined && before.kind === 'word' && !PREPOSITIONS.has(before.lower) && !SUBORDINATORS.has(before.lower)) {
    const subject = subjectBefore(tokens, verbAt);
    if (subject !== undefined) return subject;
  }
  const last = at.earlier.at(-1);
  return last?.source ?? mainSubject(tokens, 0, verbAt);
}

/** "He resigned and said ...": the subject of the verb before the conjunction. */
function coordinatedSubject(tokens: readonly Token[], from: number, earlier: readonly Attribution[]): TokenRange | undefined {
  const before = tokens[from - 1];
  if (before === undefined || !/^(?:and|but|then|or|,)$/.test(before.text.toLowerCase())) return undefined;
  return earlier.at(-1)?.source ?? mainSubject(tokens, 0, from - 1);
}

function cueSpan(tokens: readonly Token[], from: number, end: number): Span {
  let first = from;
  while (tokens[first]?.kind === 'mark') first++;
  return { start: (tokens[first] as Token).start, end };
}

/** A headline with capitals throughout. */
function isTitleCase(tokens: readonly Token[]): boolean {
  let words = 0;
  let capitals = 0;
  for (const token of tokens) {
    if (token.kind !== 'word' || token.text.length < 4) continue;
    words++;
    if (token.capital) capitals++;
  }
  return words >= 3 && capitals >= words * 0.8;
}
