import type { Span } from '../../core/text/span.ts';
import type { Attribution } from './attribution.ts';
import { type Draft, spanOf } from './draft.ts';
import { opensWithMereLabel } from './line-labels.ts';
import { isDash } from './noun-phrases.ts';
import { personSubject } from './person-subject.ts';
import type { Quotation } from './quotations.ts';
import type { Token, Unit } from './tokens.ts';
import type { Voice } from './voice.ts';
import { AUXILIARIES, PERSON_PRONOUNS } from './word-classes.ts';

/** A quotation of fewer words is a term or a name unless a cue governs it. Tuned on PolNeAR train. */
const FEWEST_QUOTED_WORDS = 4;

/** The quotations of a unit that no cue governs and that are speech, neighbours joined. */
export function findLooseQuotations(text: string, unit: Unit, covered: readonly Span[]): Span[] {
  const rest = unit.quotations.filter((one) => !covered.some((span) => span.start < one.end && one.start < span.end));
  return joinNeighbours(text, rest).filter((one) => isSpoken(text, unit, one));
}

interface LoosePlace {
  readonly unit: Unit;
  readonly index: number;
  readonly own: readonly Draft[];
  readonly units: readonly Unit[];
  readonly attributions: readonly (readonly Attribution[])[];
  readonly voice: Voice;
}

/** A quotation without a cue of its own: who speaks is told by its neighbours, or not at all. */
export function draftLoose(place: LoosePlace, content: Span): Draft {
  const { unit, index, own, voice } = place;
  const here = own.filter((draft) => draft.source !== undefined);
  const before = here.filter((draft) => (draft.cue?.start ?? 0) <= content.start).at(-1);
  const governing = before ?? here[0];
  const base = { content, kind: 'direct' as const, unit: index };
  if (governing !== undefined) return { ...base, source: governing.source, carried: true, frame: 'quotation/near' };
  const words = unit.tokens.some((token) => token.kind === 'word');
  const signed = signedBehind(unit, content);
  if (signed !== undefined) return { ...base, source: signed, carried: false, frame: 'quotation/signed' };
  if (words && opensWithMereLabel(unit)) return { ...base, carried: false, frame: 'quotation/none' };
  if (words) {
    const named = (place.attributions[index] ?? []).find((one) => one.source !== undefined);
    const subject = spanOf(unit.tokens, named?.source ?? personSubject(unit, content));
    if (subject !== undefined) return { ...base, source: subject, carried: false, frame: 'quotation/subject' };
    const after = speakerAfter(unit, content);
    if (after !== undefined) return { ...base, source: after, carried: false, frame: 'quotation/after' };
    // "But “...”", "Then, “...”": nothing but a link to the sentence before.
    const earlier = isMereLink(unit, content) ? voice.before(index) : undefined;
    return { ...base, source: earlier, carried: earlier !== undefined, frame: 'quotation/none' };
  }
  const earlier = voice.before(index);
  if (earlier !== undefined) return { ...base, source: earlier, carried: true, frame: 'quotation/carried' };
  const later = speakerAhead(place);
  return { ...base, source: later, carried: later !== undefined, frame: 'quotation/ahead' };
}

/** Words of a signature at most. */
const LONGEST_SIGNATURE = 12;

/** '“...” – Anna Berg, CEO, Nimbus': a dash, a name and what they are up to the end. */
function signedBehind(unit: Unit, content: Span): Span | undefined {
  const { tokens } = unit;
  const dash = tokens.findIndex((token) => token.start >= content.end);
  const first = tokens[dash + 1];
  const rest = tokens.slice(dash + 1);
  if (dash < 0 || !isDash(tokens[dash]) || first?.capital !== true || tokens[dash + 2]?.capital !== true)
    return undefined;
  if (
    rest.length > LONGEST_SIGNATURE ||
    rest.some((token) => token.kind === 'quotation' || AUXILIARIES.has(token.lower))
  )
    return undefined;
  const last = rest.findLast((token) => token.kind === 'word');
  return last === undefined ? undefined : { start: first.start, end: last.end };
}

/** `“...,” an angry Smith shot back`: a name or pronoun right behind the quotation, then a verb that is on no list. */
function speakerAfter(unit: Unit, content: Span): Span | undefined {
  const { tokens } = unit;
  const at = tokens.findIndex((token) => token.end >= content.end && token.kind === 'quotation') + 1;
  const first = tokens[at];
  if (first === undefined || first.kind !== 'word' || !unit.endsInside.has(tokens[at - 1]?.start ?? -1))
    return undefined;
  if (PERSON_PRONOUNS.has(first.lower)) return { start: first.start, end: first.end };
  let from = at;
  while (from < at + 3 && tokens[from]?.kind === 'word' && tokens[from]?.capital === false) from++;
  let to = from;
  while (tokens[to]?.kind === 'word' && tokens[to]?.capital === true) to++;
  const verb = tokens[to];
  if (to === from || verb === undefined || verb.kind !== 'word' || !/(?:ed|s)$/.test(verb.lower)) return undefined;
  return { start: (tokens[from] as Token).start, end: (tokens[to - 1] as Token).end };
}

function isMereLink(unit: Unit, content: Span): boolean {
  const words = unit.tokens.filter((token) => token.kind === 'word');
  if (unit.tokens.some((token) => token.text === ':')) return false;
  return words.length <= 3 && words.every((token, at) => token.end <= content.start && (at === 0 || !token.capital));
}

/** `“One.” “Two,” she said.`: the next sentence of the paragraph names who speaks. */
function speakerAhead(place: LoosePlace): Span | undefined {
  const next = place.units[place.index + 1];
  if (next === undefined || next.block !== place.unit.block || next.tokens[0]?.kind !== 'quotation') return undefined;
  const first = place.attributions[place.index + 1]?.find((one) => one.source !== undefined);
  return spanOf(next.tokens, first?.source);
}

function isSpoken(text: string, unit: Unit, span: Span): boolean {
  const words = text.slice(span.start, span.end).trim().split(/\s+/).length;
  if (words >= FEWEST_QUOTED_WORDS) return true;
  // A short quotation that is a sentence of its own ("No.").
  return unit.tokens.every((token) => token.kind !== 'word') && unit.endsInside.has(span.start);
}

function joinNeighbours(text: string, quotations: readonly Quotation[]): Span[] {
  const joined: { start: number; end: number }[] = [];
  for (const { start, end } of quotations) {
    const last = joined.at(-1);
    if (last !== undefined && text.slice(last.end, start).trim() === '') last.end = end;
    else joined.push({ start, end });
  }
  return joined;
}
