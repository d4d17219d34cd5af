import type { StatementKind } from '../../core/statement.ts';
import { goesOn, LONGEST_CARRY } from './carried.ts';
import type { Span } from '../../core/text/span.ts';
import { type Attribution, readAttributions } from './attributions.ts';
import { knowsLanguage, readForeignAttributions } from './foreign-attributions.ts';
import { isWorthKeeping } from './frame-choice.ts';
import { isOutlet } from './outlets.ts';
import { findQuotations, type Quotation } from './quotations.ts';
import { mainSubject, type TokenRange } from './subjects.ts';
import { type Token, tokeniseUnit, type Unit } from './tokens.ts';
import { PERSON_PRONOUNS } from './word-classes.ts';

/** A statement before its speaker is resolved. */
export interface Draft {
  readonly content: Span;
  readonly kind: StatementKind;
  readonly cue?: Span;
  /** The words that name the speaker, here or (carried) earlier. */
  readonly source?: Span;
  readonly addressee?: Span;
  readonly unit: number;
  readonly carried: boolean;
  /** Lemma and frame, for choosing and explaining. */
  readonly frame: string;
}

/** The frame of a sentence without a cue that goes on with the statement before it. */
export const CARRIED_SENTENCE = 'carried/sentence';
/** A quotation of fewer words is a term or a name unless a cue governs it. Tuned on PolNeAR train. */
const FEWEST_QUOTED_WORDS = 4;
/** From this share of quoted characters on a content is a direct quotation; as the evaluation sets define it. */
const DIRECT_SHARE = 0.9;

/** All statements of the units, in the order of the text. */
export function draftStatements(text: string, units: readonly Unit[], language = 'en'): Draft[] {
  const drafts: Draft[] = [];
  const foreign = knowsLanguage(language);
  const attributions = units.map((unit) => (foreign ? readForeignAttributions(unit, language) : readAttributions(unit)));
  const voice = new Voice(units);
  let floor: Floor | undefined;
  units.forEach((unit, index) => {
    const own = draftUnit(unit, { index, attributions: attributions[index] ?? [], all: foreign });
    const covered = own.map((draft) => draft.content);
    const rest = unit.quotations.filter((one) => !covered.some((span) => span.start < one.end && one.start < span.end));
    const loose = joinNeighbours(text, rest)
      .filter((one) => isSpoken(text, unit, one))
      .map((one) => draftLoose({ unit, index, own, units, attributions, voice }, one));
    const all = [...own, ...loose].sort((a, b) => a.content.start - b.content.start);
    const next = floor === undefined ? undefined : carryOn(text, { unit, index, floor, own: all, attributions: attributions[index] ?? [] });
    if (next !== undefined) {
      drafts.push(next.draft);
      floor = next.floor;
      voice.hear(unit, index, { drafts: [next.draft], attributions: [] });
      return;
    }
    floor = takeFloor(unit, index, all);
    all.push(...all.flatMap((draft) => draftInside(text, unit, draft)));
    voice.hear(unit, index, { drafts: all, attributions: attributions[index] ?? [] });
    drafts.push(...all);
  });
  return drafts;
}

function draftUnit(unit: Unit, at: { index: number; attributions: readonly Attribution[]; all: boolean }): Draft[] {
  const drafts: Draft[] = [];
  for (const attribution of at.attributions) {
    const kind = kindOf(attribution.contents, unit.quotations);
    const frame = `${attribution.lemma}/${attribution.frame}`;
    if (!at.all && kind !== 'direct' && !isWorthKeeping(unit, attribution)) continue;
    for (const content of attribution.contents) {
      // Only marks followed the cue: there is no content.
      if (content.end <= content.start) continue;
      if (drafts.some((one) => sharesMost(one.content, content))) continue;
      drafts.push({
        content,
        kind,
        cue: attribution.cue,
        source: spanOf(unit.tokens, attribution.source),
        addressee: spanOf(unit.tokens, attribution.addressee),
        unit: at.index,
        carried: false,
        frame,
      });
    }
  }
  return drafts;
}

/**
 * What is said inside a quotation that an outlet is the source of ('"In a statement, the firm said ...," Le Monde
 * reported'): the outlet's words report another's.
 */
function draftInside(text: string, unit: Unit, draft: Draft): Draft[] {
  if (draft.kind !== 'direct' || draft.source === undefined || !isOutlet(text.slice(draft.source.start, draft.source.end))) return [];
  const quotation = unit.quotations.find((one) => one.start === draft.content.start);
  if (quotation === undefined) return [];
  const span = { start: quotation.start + quotation.openLength, end: quotation.end - quotation.closeLength };
  const quotations = findQuotations(text, span);
  const inner: Unit = { ...span, block: unit.block, tokens: tokeniseUnit(text, span, quotations), quotations, endsInside: new Set(), titles: new Set(), heading: false, first: false };
  return draftUnit(inner, { index: draft.unit, attributions: readAttributions(inner), all: false }).filter((one) => one.source !== undefined);
}

/** Who was last said to hold something, up to the end of a sentence, and may go on. */
interface Floor {
  readonly source: Span;
  readonly block: number;
  readonly unit: number;
  readonly carried: number;
}

/** Frames in which a person's view is told as a whole clause. */
const CLAUSE_FRAME = /\/(?:that|clause)$/;

function takeFloor(unit: Unit, index: number, drafts: readonly Draft[]): Floor | undefined {
  const last = drafts.at(-1);
  if (last?.source === undefined || last.kind === 'direct' || !CLAUSE_FRAME.test(last.frame) || last.carried) return undefined;
  const lastToken = unit.tokens.findLast((token) => token.kind !== 'mark');
  if (lastToken === undefined || last.content.end < lastToken.end) return undefined;
  const first = unit.tokens.find((token) => token.start === last.source?.start);
  const isPerson = first !== undefined && (/^s?he$/.test(first.lower) || (first.capital && first.kind === 'word' && !/^(?:the|a|an|some|many|most)$/.test(first.lower)));
  return isPerson ? { source: last.source, block: unit.block, unit: index, carried: 0 } : undefined;
}

function carryOn(
  text: string,
  at: { unit: Unit; index: number; floor: Floor; own: readonly Draft[]; attributions: readonly Attribution[] },
): { draft: Draft; floor: Floor } | undefined {
  const { unit, index, floor } = at;
  if (unit.block !== floor.block || index !== floor.unit + 1 || floor.carried >= LONGEST_CARRY) return undefined;
  if (at.own.some((draft) => CLAUSE_FRAME.test(draft.frame) || draft.kind !== 'indirect') || !goesOn(text, unit, floor.source)) return undefined;
  const first = unit.tokens.find((token) => token.kind === 'word');
  const last = unit.tokens.findLast((token) => token.kind === 'word' || /^[)\]%]$/.test(token.text));
  if (first === undefined || last === undefined) return undefined;
  const content = { start: first.start, end: last.end };
  const draft: Draft = { content, kind: 'indirect', source: floor.source, unit: index, carried: true, frame: CARRIED_SENTENCE };
  return { draft, floor: { ...floor, unit: index, carried: floor.carried + 1 } };
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
function draftLoose(place: LoosePlace, content: Span): Draft {
  const { unit, index, own, voice } = place;
  const here = own.filter((draft) => draft.source !== undefined);
  const before = here.filter((draft) => (draft.cue?.start ?? 0) <= content.start).at(-1);
  const governing = before ?? here[0];
  const base = { content, kind: 'direct' as const, unit: index };
  if (governing !== undefined) return { ...base, source: governing.source, carried: true, frame: 'quotation/near' };
  const words = unit.tokens.some((token) => token.kind === 'word');
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

/** `“...,” an angry Smith shot back`: a name or pronoun right behind the quotation, then a verb that is on no list. */
function speakerAfter(unit: Unit, content: Span): Span | undefined {
  const { tokens } = unit;
  const at = tokens.findIndex((token) => token.end >= content.end && token.kind === 'quotation') + 1;
  const first = tokens[at];
  if (first === undefined || first.kind !== 'word' || !unit.endsInside.has(tokens[at - 1]?.start ?? -1)) return undefined;
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
  return words.length <= 3 && words.every((token) => token.end <= content.start);
}

/** `“One.” “Two,” she said.`: the next sentence of the paragraph names who speaks. */
function speakerAhead(place: LoosePlace): Span | undefined {
  const next = place.units[place.index + 1];
  if (next === undefined || next.block !== place.unit.block || next.tokens[0]?.kind !== 'quotation') return undefined;
  const first = place.attributions[place.index + 1]?.find((one) => one.source !== undefined);
  return spanOf(next.tokens, first?.source);
}

function personSubject(unit: Unit, content: Span): TokenRange | undefined {
  const { tokens } = unit;
  const limit = tokens.findIndex((token) => token.start >= content.start);
  const subject = mainSubject(tokens, 0, limit <= 0 ? tokens.length : limit);
  if (subject === undefined) return undefined;
  const first = tokens[subject.from] as Token;
  return first.capital || PERSON_PRONOUNS.has(first.lower) || tokens.slice(subject.from, subject.to).some((token) => token.capital) ? subject : undefined;
}

/** Who has the word, sentence by sentence: what a quotation without a cue may be carried from. */
class Voice {
  private readonly units: readonly Unit[];
  private last: { source: Span; unit: number; block: number; open: boolean; quoted: boolean } | undefined;
  private announced: { source: Span | undefined; unit: number } | undefined;

  constructor(units: readonly Unit[]) {
    this.units = units;
  }

  /** The speaker that a pure quotation in unit `index` goes on from. */
  before(index: number): Span | undefined {
    const unit = this.units[index];
    if (unit === undefined) return undefined;
    if (this.announced !== undefined && this.announced.unit === index - 1) return this.announced.source;
    if (this.last === undefined) return undefined;
    if (this.last.block === unit.block) return this.last.unit === index - 1 || this.last.quoted ? this.last.source : undefined;
    const blockBefore = this.units[index - 1]?.block;
    if (this.last.block !== blockBefore) return undefined;
    // Across paragraphs only from a quotation: left open, or the last words of the paragraph before.
    return this.last.open || (this.last.quoted && this.last.unit === index - 1) ? this.last.source : undefined;
  }

  hear(unit: Unit, index: number, at: { drafts: readonly Draft[]; attributions: readonly Attribution[] }): void {
    const named = at.drafts.filter((draft) => draft.source !== undefined);
    const source = named.at(-1)?.source ?? spanOf(unit.tokens, at.attributions.findLast((one) => one.source !== undefined)?.source);
    const lastQuotation = unit.quotations.at(-1);
    const open = lastQuotation !== undefined && lastQuotation.closeLength === 0;
    const quoted = unit.quotations.length > 0;
    if (source !== undefined) this.last = { source, unit: index, block: unit.block, open, quoted };
    else {
      const limit = unit.tokens.length;
      const subject = personSubject(unit, { start: unit.end, end: unit.end }) ?? mainSubject(unit.tokens, 0, limit);
      const span = spanOf(unit.tokens, subject);
      const first = subject === undefined ? undefined : unit.tokens[subject.from];
      if (span !== undefined && first !== undefined && (first.capital || PERSON_PRONOUNS.has(first.lower))) {
        this.last = { source: span, unit: index, block: unit.block, open, quoted };
      } else this.last = undefined;
    }
    const final = unit.tokens.at(-1);
    const opens = at.attributions.find((one) => one.opensNext === true);
    if (opens !== undefined || final?.text === ':') {
      this.announced = { source: spanOf(unit.tokens, opens?.source) ?? this.last?.source, unit: index };
    } else this.announced = undefined;
  }
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

/** `direct` from `DIRECT_SHARE` of the content's characters in quotation marks on, `mixed` with some, else `indirect`. */
export function kindOf(contents: readonly Span[], quotations: readonly Quotation[]): StatementKind {
  let inside = 0;
  let all = 0;
  for (const content of contents) {
    all += content.end - content.start;
    for (const one of quotations) inside += Math.max(0, Math.min(one.end, content.end) - Math.max(one.start, content.start));
  }
  if (inside === 0) return 'indirect';
  return inside >= all * DIRECT_SHARE ? 'direct' : 'mixed';
}

function sharesMost(a: Span, b: Span): boolean {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared > 0 && shared >= 0.8 * Math.max(a.end - a.start, b.end - b.start);
}

function spanOf(tokens: readonly Token[], range: TokenRange | undefined): Span | undefined {
  if (range === undefined) return undefined;
  const first = tokens[range.from];
  const last = tokens[range.to - 1];
  return first === undefined || last === undefined ? undefined : { start: first.start, end: last.end };
}
