import type { Span } from '../../core/text/span.ts';
import { CUE_VERBS } from './cue-verbs.ts';
import { CARRIED_SENTENCE, type Draft } from './draft.ts';
import type { Token, Unit } from './tokens.ts';
import { SUBJECT_PRONOUNS } from './word-classes.ts';

/** At most so many sentences go on with a statement. */
const LONGEST_CARRY = 3;

/** Who was last said to hold something, up to the end of a sentence, and may go on. */
export interface Floor {
  readonly source: Span;
  readonly block: number;
  readonly unit: number;
  readonly carried: number;
}

/** Frames in which a person's view is told as a whole clause. */
const CLAUSE_FRAME = /\/(?:that|clause)$/;

/** Whoever a unit leaves with the word: a person whose view was told as a clause up to the unit's end. */
export function takeFloor(unit: Unit, index: number, drafts: readonly Draft[]): Floor | undefined {
  const last = drafts.at(-1);
  if (last?.source === undefined || last.kind === 'direct' || !CLAUSE_FRAME.test(last.frame) || last.carried)
    return undefined;
  const lastToken = unit.tokens.findLast((token) => token.kind !== 'mark');
  if (lastToken === undefined || last.content.end < lastToken.end) return undefined;
  const first = unit.tokens.find((token) => token.start === last.source?.start);
  const isPerson =
    first !== undefined &&
    (/^s?he$/.test(first.lower) ||
      (first.capital && first.kind === 'word' && !/^(?:the|a|an|some|many|most)$/.test(first.lower)));
  return isPerson ? { source: last.source, block: unit.block, unit: index, carried: 0 } : undefined;
}

/** The statement of a unit that goes on with the one before it, if it does. */
export function carryOn(
  text: string,
  at: { unit: Unit; index: number; floor: Floor; own: readonly Draft[] },
): { draft: Draft; floor: Floor } | undefined {
  const { unit, index, floor } = at;
  if (unit.block !== floor.block || index !== floor.unit + 1 || floor.carried >= LONGEST_CARRY) return undefined;
  if (
    at.own.some((draft) => CLAUSE_FRAME.test(draft.frame) || draft.kind !== 'indirect') ||
    !goesOn(text, unit, floor.source)
  )
    return undefined;
  const first = unit.tokens.find((token) => token.kind === 'word');
  const last = unit.tokens.findLast((token) => token.kind === 'word' || /^[)\]%]$/.test(token.text));
  if (first === undefined || last === undefined) return undefined;
  const content = { start: first.start, end: last.end };
  const draft: Draft = {
    content,
    kind: 'indirect',
    source: floor.source,
    unit: index,
    carried: true,
    frame: CARRIED_SENTENCE,
  };
  return { draft, floor: { ...floor, unit: index, carried: floor.carried + 1 } };
}

/**
 * Whether a sentence without a cue can go on with what a person was said to hold in the sentence before ("However,
 * competitiveness depends on more than training"): it speaks in general, in the present or of what must or may be.
 * A sentence that tells what happened, points at the news itself, or speaks of the speaker is the reporter's own.
 */
function goesOn(text: string, unit: Unit, speaker: Span): boolean {
  const { tokens } = unit;
  if (unit.heading || unit.quotations.length > 0 || tokens.length < 6) return false;
  const words = tokens.filter((token) => token.kind === 'word');
  const opening = words
    .slice(0, 3)
    .map((token) => token.lower)
    .join(' ');
  if (
    REPORTERS_OPENING.test(opening) ||
    (SUBJECT_PRONOUNS.has(words[0]?.lower ?? '') && !/^(?:it|they|we|you)$/.test(words[0]?.lower ?? ''))
  )
    return false;
  const name = text.slice(speaker.start, speaker.end).split(',', 1)[0] ?? '';
  const names = name.split(/\s+/).filter((word) => /^\p{Lu}/u.test(word));
  if (words.slice(0, 4).some((token) => names.includes(token.text.replace(/[’']s?$/, '')))) return false;
  if (words.some((token) => TELLS_WHAT_HAPPENED.test(token.lower) || tellsSpeech(token))) return false;
  return words.some((token) => GENERAL.test(token.lower));
}

const REPORTERS_OPENING =
  /^(?:meanwhile|separately|earlier|yesterday|today|last|on (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)|in (?:a|an) (?:statement|interview|report)|this (?:article|move|comes|announcement|plan|story|report|is|was)|the (?:move|announcement|news|comments?|remarks|statement|decision|report) |these concerns|it is unclear|it remains unclear|neither|according|asked)/;
const TELLS_WHAT_HAPPENED =
  /^(?:was|were|had|did|didn't|wasn't|weren't|went|came|took|gave|made|became|began|won|lost|met|led|left|held|ran|got|monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday)$/;
const GENERAL =
  /^(?:is|are|isn't|aren't|can|cannot|can't|will|won't|must|may|might|should|could|would|needs?|depends?|requires?|remains?|means?|makes?|matters?|costs?|lacks?|faces?|offers?|gives?|takes?|allows?|helps?|leaves?|shows?|reduces?|increases?|has|have)$/;

function tellsSpeech(token: Token): boolean {
  const verb = CUE_VERBS.get(token.lower);
  return (
    verb !== undefined &&
    verb.form === 'past' &&
    !token.capital &&
    /^(?:say|tell|add|note|write|argue|state|announce|claim|warn|ask|report)$/.test(verb.lemma)
  );
}
