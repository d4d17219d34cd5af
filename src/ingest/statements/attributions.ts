import type { Span } from '../../core/text/span.ts';
import type { Attribution } from './attribution.ts';
import { type RightContent, readRightContent } from './contents.ts';
import { CUE_VERBS, type CueVerb } from './cue-verbs.ts';
import { lastWord, leftContent, readInverted, readLeadingVerb } from './inverted-cues.ts';
import { opensWithMereLabel } from './line-labels.ts';
import type { TokenRange } from './noun-phrases.ts';
import { readAccordingTo, readAs, readHeadlineColon, readNamedQuotation } from './other-cues.ts';
import { mainSubject, subjectAfter, subjectBefore } from './subjects.ts';
import { isTitleCase, type Token, type Unit } from './tokens.ts';
import { ADVERBS, AUXILIARIES, DETERMINERS, POSSESSIVES, PREPOSITIONS, SUBORDINATORS } from './word-classes.ts';

/** All attributions of a unit, in the order of their cues. */
export function readAttributions(unit: Unit): Attribution[] {
  const { tokens } = unit;
  const found: Attribution[] = [];
  const headline = readNamedQuotation(unit) ?? readHeadlineColon(unit);
  if (headline !== undefined) found.push(headline);
  // "Key quote:" is no verb.
  const first = opensWithMereLabel(unit) ? tokens.findIndex((token) => token.text === ':') : 0;
  for (let at = first; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    if (token.kind !== 'word') continue;
    const attribution =
      token.lower === 'according'
        ? readAccordingTo(unit, at)
        : token.lower === 'as'
          ? readAs(unit, at)
          : readVerb(unit, { at, earlier: found });
    if (attribution !== undefined && !found.some((one) => one.cue.start === attribution.cue.start))
      found.push(attribution);
  }
  return found;
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
  const source =
    verb.form === 'ing' && !group.progressive
      ? participleSubject(unit, { verbAt, earlier: at.earlier })
      : group.infinitive
        ? (mainSubject(tokens, 0, group.from) ?? at.earlier.at(-1)?.source)
        : (subjectBefore(tokens, group.from) ?? coordinatedSubject(tokens, group.from, at.earlier));
  if (source === undefined && verb.form !== 'ing') return undefined;
  if (verb.form === 'base' && !group.infinitive && !group.auxiliary && !isPlural(tokens, source)) return undefined;
  const right = readRightContent(unit, { verb, verbAt });
  if (right !== undefined) {
    const left =
      right.parenthetical || goesOnInQuotation(unit, { source, right })
        ? leftContent(unit, { before: source?.from ?? group.from, after: right.end })
        : undefined;
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

/** 'In such cases, it said, “the owner pays.”': the quotation goes on with the clause before the speaker. */
function goesOnInQuotation(unit: Unit, at: { source: TokenRange | undefined; right: RightContent }): boolean {
  const { tokens } = unit;
  const { source, right } = at;
  const quotation = tokens[right.end + 1];
  if (right.frame !== 'quotation' || source === undefined || tokens[right.end]?.text !== ',') return false;
  return (
    quotation?.kind === 'quotation' &&
    unit.beginsLower.has(quotation.start) &&
    tokens[source.from - 1]?.text === ',' &&
    !/^(?:asked|speaking|on|earlier|later|yesterday|meanwhile)$/.test(tokens[0]?.lower ?? '')
  );
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

const BE = new Set([
  'is',
  'are',
  'was',
  'were',
  'be',
  'been',
  'being',
  "isn't",
  "wasn't",
  "aren't",
  "weren't",
  "'s",
  "he's",
  "she's",
  "they're",
]);

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
  return {
    from,
    passive: be && form === 'past' && !infinitive,
    progressive: be && form === 'ing',
    infinitive,
    auxiliary,
    negated,
    hypothetical,
  };
}

/** "the report", "his claims", "Trump's plan", "in comment": a noun of the same form. */
function isNounHere(verb: CueVerb, before: Token | undefined, after: Token | undefined): boolean {
  if (before === undefined || before.kind !== 'word') return verb.form === 'base';
  const { lower } = before;
  if (lower === 'that' || lower === 'who' || lower === 'which' || lower === 'it' || lower === 'this') return false;
  if (verb.form === 'past')
    return (
      (DETERMINERS.has(lower) && !QUANTIFIER_SUBJECTS.has(lower)) || (PREPOSITIONS.has(lower) && lower !== 'since')
    );
  if (verb.form === 'ing')
    return (DETERMINERS.has(lower) && !POSSESSIVES.has(lower)) || (after?.lower === 'of' && verb.lemma !== 'speak');
  if (lower === 'to') return false;
  if (DETERMINERS.has(lower) && !QUANTIFIER_SUBJECTS.has(lower)) return true;
  return (
    PREPOSITIONS.has(lower) ||
    lower.endsWith("'s") ||
    (lower.endsWith('s') && after?.lower === 'of' && verb.lemma !== 'say' && verb.lemma !== 'warn')
  );
}

const QUANTIFIER_SUBJECTS = new Set([
  'some',
  'many',
  'several',
  'most',
  'few',
  'both',
  'all',
  'others',
  'another',
  'two',
  'one',
  'more',
]);

function isPlural(tokens: readonly Token[], source: TokenRange | undefined): boolean {
  if (source === undefined) return false;
  const last = tokens[source.to - 1] as Token;
  if (
    /^(?:they|we|you|i|who|people|police|some|many|most|others|both|several|few|that|two|three|four|pair|couple|percent)$/.test(
      last.lower,
    )
  )
    return true;
  for (let at = source.from; at < source.to; at++) {
    const { lower, capital } = tokens[at] as Token;
    if (lower === 'and') return true;
    if (
      (!capital || at === 0) &&
      /(?:s|men|women|people)$/.test(lower) &&
      !DETERMINERS.has(lower) &&
      !lower.endsWith("'s")
    )
      return true;
  }
  return last.capital && /s$/.test(last.lower);
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
    return {
      contents: [{ start: (tokens[from] as Token).start, end: (tokens[end] as Token).end }],
      cue,
      lemma: verb.lemma,
      frame: 'passive',
      source: by,
    };
  }
  if (
    (verb.frames.has('c') || verb.frames.has('t')) &&
    (first.lower === 'that' || first.lower === 'to') &&
    verb.lemma !== 'ask'
  ) {
    return {
      contents: [{ start: first.start, end: (tokens[end] as Token).end }],
      cue,
      lemma: verb.lemma,
      frame: `passive-${first.lower}`,
      source: by,
    };
  }
  // "was told", "was quoted as saying" name the hearer or nobody: left alone.
  return undefined;
}

function participleSubject(
  unit: Unit,
  at: { verbAt: number; earlier: readonly Attribution[] },
): TokenRange | undefined {
  const { tokens } = unit;
  const { verbAt } = at;
  const before = tokens[verbAt - 1];
  // "with the Commission citing": the phrase right before is the subject.
  if (
    before !== undefined &&
    before.kind === 'word' &&
    !PREPOSITIONS.has(before.lower) &&
    !SUBORDINATORS.has(before.lower)
  ) {
    const subject = subjectBefore(tokens, verbAt);
    if (subject !== undefined) return subject;
  }
  const last = at.earlier.at(-1);
  return last?.source ?? mainSubject(tokens, 0, verbAt);
}

/** "He resigned and said ...": the subject of the verb before the conjunction. */
function coordinatedSubject(
  tokens: readonly Token[],
  from: number,
  earlier: readonly Attribution[],
): TokenRange | undefined {
  const before = tokens[from - 1];
  if (before === undefined || !/^(?:and|but|then|or|,)$/.test(before.text.toLowerCase())) return undefined;
  return earlier.at(-1)?.source ?? mainSubject(tokens, 0, from - 1);
}

function cueSpan(tokens: readonly Token[], from: number, end: number): Span {
  let first = from;
  while (tokens[first]?.kind === 'mark') first++;
  return { start: (tokens[first] as Token).start, end };
}
