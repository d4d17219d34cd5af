import type { Span } from '../../core/text/span.ts';
import type { Attribution } from './attribution.ts';
import { CUE_VERBS, type CueVerb } from './cue-verbs.ts';
import { isDash, type TokenRange } from './noun-phrases.ts';
import { subjectAfter, subjectBefore } from './subjects.ts';
import type { Token, Unit } from './tokens.ts';
import { AUXILIARIES, DETERMINERS, PREPOSITIONS, SUBJECT_PRONOUNS, SUBORDINATORS } from './word-classes.ts';

/** 'Said Dorothy Poynter, who grew up there, "..."' */
export function readLeadingVerb(unit: Unit, verb: CueVerb): Attribution | undefined {
  const { tokens } = unit;
  const cue = tokens[0];
  if (cue === undefined || !verb.frames.has('q') || verb.form === 'ing' || verb.form === 'base') return undefined;
  const source = subjectAfter(tokens, 1);
  if (source === undefined) return undefined;
  let at = skipDescription(tokens, source.to);
  while (tokens[at]?.kind === 'mark') at++;
  const first = tokens[at];
  if (first?.kind !== 'quotation') return undefined;
  return {
    contents: [{ start: first.start, end: first.end }],
    cue: { start: cue.start, end: cue.end },
    lemma: verb.lemma,
    frame: 'leading',
    source,
  };
}

/** '"...," said Smith', '..., says the report': only where content stands to the left. */
export function readInverted(unit: Unit, at: { verb: CueVerb; verbAt: number }): Attribution | undefined {
  const { tokens } = unit;
  const { verb, verbAt } = at;
  if (verb.form === 'ing' || !(verb.frames.has('c') || verb.frames.has('q'))) return undefined;
  const before = tokens[verbAt - 1];
  if (
    before === undefined ||
    !(before.kind === 'quotation' || before.text === ',' || isDash(before) || before.text === '?')
  )
    return undefined;
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
  if (after !== undefined && after.kind === 'word' && (AUXILIARIES.has(after.lower) || after.lower === 'to'))
    return undefined;
  if (!(source.to - source.from <= 12)) return undefined;
  const left = leftContent(unit, { before: verbAt, after: source.to });
  if (left === undefined) return undefined;
  if (before.kind !== 'quotation' && (!isLikelySpeaker(tokens, source) || isDescribedSubject(tokens, verbAt)))
    return undefined;
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
  return (
    subject !== undefined &&
    subject.from <= 1 &&
    tokens.slice(subject.from, verbAt).filter((token) => token.text === ',').length >= 2
  );
}

function isLikelySpeaker(tokens: readonly Token[], source: TokenRange): boolean {
  const after = tokens[source.to];
  if (
    after !== undefined &&
    after.kind === 'word' &&
    !PREPOSITIONS.has(after.lower) &&
    !SUBORDINATORS.has(after.lower) &&
    !after.lower.endsWith('ly') &&
    !/day$/.test(after.lower)
  )
    return false;
  for (let at = source.from; at < source.to; at++) if ((tokens[at] as Token).capital) return true;
  return DETERMINERS.has((tokens[source.from] as Token).lower) || source.to - source.from <= 2;
}

/** After "said Carl Anthony, historian at the Library, ...": past the description between commas. */
export function skipDescription(tokens: readonly Token[], from: number): number {
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
  if (
    separator === undefined ||
    first === undefined ||
    !(separator.text === ',' || isDash(separator) || separator.text === ':')
  )
    return undefined;
  const opens =
    first.kind === 'quotation' ||
    first.lower === 'that' ||
    AUXILIARIES.has(first.lower) ||
    (SUBJECT_PRONOUNS.has(first.lower) && first.lower !== 'who');
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
    if (!(separator.text === ',' || isDash(separator) || separator.text === '?' || separator.text === '!'))
      return undefined;
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
  while (from < end && (tokens[from] as Token).kind === 'mark' && !/^[$([#@€£]$/.test((tokens[from] as Token).text))
    from++;
  const first = tokens[from] as Token;
  const words = end - from + 1;
  if (last.kind !== 'quotation' && words < 3) return undefined;
  return { start: first.start, end: last.end };
}

/** Whether the words before a quotation are of its clause: not after a full stop, colon or other cue. */
function wordsBelong(tokens: readonly Token[], quotationAt: number): boolean {
  const before = tokens[quotationAt - 1] as Token;
  if (before.kind === 'mark' && !/^[($[,]$/.test(before.text)) return false;
  for (let at = quotationAt - 1; at >= 0; at--) {
    const token = tokens[at] as Token;
    if (/^[.:;]$/.test(token.text) || token.kind === 'quotation') return false;
    const verb = CUE_VERBS.get(token.lower);
    if (verb?.frames.has('c') === true && verb.form !== 'base' && !token.capital) return false;
  }
  return before.text !== ',' || quotationAt >= 4;
}
