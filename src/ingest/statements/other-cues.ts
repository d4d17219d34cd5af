import type { Span } from '../../core/text/span.ts';
import type { Attribution } from './attribution.ts';
import { CUE_VERBS } from './cue-verbs.ts';
import { lastWord, leftContent, rightAfterParenthesis, skipDescription } from './inverted-cues.ts';
import { readLineLabel } from './line-labels.ts';
import { nameText } from './name-runs.ts';
import { isDash, type TokenRange } from './noun-phrases.ts';
import { isOutlet } from './outlets.ts';
import { subjectAfter, subjectBefore } from './subjects.ts';
import type { Token, Unit } from './tokens.ts';

/** How many words a speaker before a headline's colon has at most. */
const LONGEST_HEADLINE_SPEAKER = 5;

/** "Minister: The plan is dead", "Report: ..." in the text's first line or a heading. */
export function readHeadlineColon(unit: Unit): Attribution | undefined {
  const { tokens } = unit;
  if (!(unit.heading || unit.first)) return undefined;
  const colon = readLineLabel(unit)?.colon ?? -1;
  if (colon < 1 || colon > LONGEST_HEADLINE_SPEAKER || tokens.length - colon < 4) return undefined;
  for (let at = 0; at < colon; at++) {
    const token = tokens[at] as Token;
    if (token.kind !== 'word' || !(token.capital || /^(?:of|the|for|and|on)$/.test(token.lower))) return undefined;
  }
  if (CUE_VERBS.has((tokens[colon - 1] as Token).lower) && colon > 1 && (tokens[colon - 1] as Token).lower !== 'report')
    return undefined;
  const first = tokens[colon + 1] as Token;
  const mark = tokens[colon] as Token;
  const content = { start: first.start, end: (tokens[lastWord(tokens)] as Token).end };
  return {
    contents: [content],
    cue: { start: mark.start, end: mark.end },
    lemma: 'headline',
    frame: 'colon',
    source: { from: 0, to: colon },
  };
}

/** 'Anna Berg: “We will build it.”' at the beginning of a line. */
export function readNamedQuotation(unit: Unit): Attribution | undefined {
  const { tokens } = unit;
  const label = readLineLabel(unit);
  if (label === undefined) return undefined;
  const mark = tokens[label.colon] as Token;
  const first = tokens[label.colon + 1];
  if (first?.kind !== 'quotation') return undefined;
  let last = label.colon + 1;
  while (tokens[last + 1]?.kind === 'quotation') last++;
  return {
    contents: [{ start: first.start, end: (tokens[last] as Token).end }],
    cue: { start: mark.start, end: mark.end },
    lemma: 'label',
    frame: 'colon',
    source: { from: label.from, to: label.colon },
  };
}

/** "according to a report by Bloomberg": the outlet behind the report. */
function reportOf(tokens: readonly Token[], source: TokenRange): TokenRange | undefined {
  const noun = tokens[source.to - 1];
  if (noun === undefined || !/^(?:report|reports|story|article|interview)$/.test(noun.lower)) return undefined;
  if (!/^(?:by|in|from)$/.test(tokens[source.to]?.lower ?? '')) return undefined;
  const maker = subjectAfter(tokens, source.to + 1);
  return maker !== undefined && isOutlet(nameText(tokens, maker.from, maker.to)) ? maker : undefined;
}

export function readAccordingTo(unit: Unit, at: number): Attribution | undefined {
  const { tokens } = unit;
  const to = tokens[at + 1];
  if (to?.lower !== 'to') return undefined;
  const named =
    subjectAfter(tokens, at + 2) ?? (tokens[at + 2]?.kind === 'word' ? { from: at + 2, to: at + 3 } : undefined);
  if (named === undefined) return undefined;
  const source = reportOf(tokens, named) ?? named;
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
    const comma =
      tokens[afterSource]?.text === ','
        ? afterSource
        : tokens.findIndex((token, index) => index >= source.to && token.text === ',');
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
export function readAs(unit: Unit, at: number): Attribution | undefined {
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
  else if (
    stop !== undefined &&
    (stop.text === ',' || stop.text === ':' || isDash(stop)) &&
    tokens[end + 1] !== undefined
  ) {
    const first = tokens[end + 1] as Token;
    contents.push({ start: first.start, end: (tokens[lastWord(tokens)] as Token).end });
  }
  return contents.length === 0 ? undefined : { contents, cue, lemma, frame: 'as', source };
}

function isAsVerb(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token;
  const verb = CUE_VERBS.get(token.lower);
  if (verb === undefined || token.capital || verb.form === 'ing' || !(verb.frames.has('c') || verb.frames.has('q')))
    return false;
  const next = tokens[at + 1];
  if (verb.lemma === 'put') return next?.lower === 'it';
  return (
    next === undefined ||
    next.kind === 'mark' ||
    /^(?:in|on|it|to|at|during|earlier|last|recently|this|when)$/.test(next.lower)
  );
}

function clauseStart(unit: Unit, end: number): number {
  const { tokens } = unit;
  for (let at = end - 1; at > 0; at--) if ((tokens[at] as Token).text === ';') return (tokens[at + 1] as Token).start;
  const first = tokens[0] as Token;
  return first.kind === 'mark' && tokens[1] !== undefined && !/^[$([#]$/.test(first.text)
    ? tokens[1].start
    : first.start;
}
