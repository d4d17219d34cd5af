import type { Span } from '../../core/text/span.ts';
import type { Attribution } from './attribution.ts';
import { readLayoutVoices } from './attribution-lines.ts';
import type { AttributionModel } from './attribution-model.ts';
import { readAttributions } from './attributions.ts';
import { carryOn, type Floor, takeFloor } from './carried.ts';
import { chooseAttributions } from './chosen-attributions.ts';
import { kindOf } from './content-kind.ts';
import { type Draft, spanOf } from './draft.ts';
import type { EntityTable } from './entities.ts';
import { draftLoose, findLooseQuotations } from './loose-quotations.ts';
import { nameText } from './name-runs.ts';
import type { TokenRange } from './noun-phrases.ts';
import { isOutlet } from './outlets.ts';
import { findQuotations } from './quotations.ts';
import { tokeniseUnit, type Unit } from './tokens.ts';
import { createVoice } from './voice.ts';

/** All statements of the units, in the order of the text. */
export function draftStatements(
  text: string,
  units: readonly Unit[],
  options: { model: AttributionModel; table: EntityTable },
): Draft[] {
  const { model, table } = options;
  const layout = readLayoutVoices(units, table);
  const drafts: Draft[] = [];
  const attributions = units.map((unit) => readAttributions(unit));
  const voice = createVoice(units);
  let floor: Floor | undefined;
  units.forEach((unit, index) => {
    if (layout.lines.has(index)) return;
    const read = draftUnit(unit, { index, attributions: attributions[index] ?? [], model });
    const said = layout.drafts.get(index);
    const own = said === undefined || read.some((draft) => isNamed(text, draft)) ? read : [said];
    const covered = own.map((draft) => draft.content);
    const loose = findLooseQuotations(text, unit, covered).map((one) =>
      signedBy(layout.sources.get(index), draftLoose({ unit, index, own, units, attributions, voice }, one)),
    );
    const all = [...own, ...loose].sort((a, b) => a.content.start - b.content.start);
    const next = floor === undefined ? undefined : carryOn(text, { unit, index, floor, own: all });
    if (next !== undefined) {
      drafts.push(next.draft);
      floor = next.floor;
      voice.hear(unit, index, { drafts: [next.draft], attributions: [] });
      return;
    }
    floor = takeFloor(unit, index, all);
    all.push(...all.flatMap((draft) => draftInside(text, { unit, draft })));
    all.sort((a, b) => a.content.start - b.content.start);
    voice.hear(unit, index, { drafts: all, attributions: attributions[index] ?? [] });
    drafts.push(...all);
  });
  return drafts;
}

/** A quotation whose speaker stands in the line below it. */
function signedBy(source: Span | undefined, draft: Draft): Draft {
  return source === undefined ? draft : { ...draft, source, carried: false, frame: 'layout/signature' };
}

/** Whether the words that name the speaker hold a name. */
function isNamed(text: string, draft: Draft): boolean {
  return draft.source !== undefined && /\p{Lu}\p{L}/u.test(text.slice(draft.source.start, draft.source.end));
}

interface UnitReading {
  readonly index: number;
  readonly attributions: readonly Attribution[];
  /** Chooses what is kept; without it all that the rules read is. */
  readonly model?: AttributionModel;
}

function draftUnit(unit: Unit, at: UnitReading): Draft[] {
  const drafts: Draft[] = [];
  const attributions = at.model === undefined ? at.attributions : weigh(unit, at.attributions, at.model);
  for (const attribution of attributions) {
    const kind = attribution.kind ?? kindOf(attribution.contents, unit.quotations);
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
        frame: `${attribution.lemma}/${attribution.frame}`,
      });
    }
  }
  return drafts;
}

/** From this likelihood on a content that is more than a quotation takes the place of the quotation that the rules read. */
const REPLACE_FROM = 0.8;

/** Full quotations and what outlets relay as the rules read them, all else as the model does. */
function weigh(unit: Unit, attributions: readonly Attribution[], model: AttributionModel): Attribution[] {
  const chosen = unit.tokens.length > LONGEST_WEIGHED ? [] : chooseAttributions(unit, { attributions, model });
  const byCue = new Map(chosen.map((one) => [one.cue.start, one]));
  const relayed = relays(unit, attributions);
  const kept = attributions.filter((one) => {
    if (relayed.has(one)) return true;
    const other = byCue.get(one.cue.start);
    const isReplaced = other !== undefined && other.kind === 'mixed' && other.probability >= REPLACE_FROM;
    return kindOf(one.contents, unit.quotations) === 'direct' && !isReplaced;
  });
  const sources = new Set(attributions.filter((one) => namesSourceOnly(unit, one)).map((one) => one.cue.start));
  const cues = new Set([...kept.map((one) => one.cue.start), ...sources]);
  return [...kept, ...chosen.filter((one) => !cues.has(one.cue.start))].sort((a, b) => a.cue.start - b.cue.start);
}

/** "Reuters reported, citing a spokesperson": whom an outlet cites is no content. */
function namesSourceOnly(unit: Unit, one: Attribution): boolean {
  if (one.lemma !== 'cite' || one.source === undefined || !isOutletPhrase(unit, one.source)) return false;
  return kindOf(one.contents, unit.quotations) === 'indirect';
}

/** No sentence is longer, in tokens; what is, is a list or a mishap, of which only the quotations count. */
const LONGEST_WEIGHED = 300;

/** "Reuters reported that Nimbus has confirmed ...": what an outlet says in a clause, and what it lets others say. */
function relays(unit: Unit, attributions: readonly Attribution[]): ReadonlySet<Attribution> {
  const found = new Set<Attribution>();
  for (const outer of attributions) {
    if (outer.source === undefined || !isClause(outer) || !isOutletPhrase(unit, outer.source)) continue;
    const inner = attributions.filter(
      (one) =>
        one !== outer &&
        one.source !== undefined &&
        !namesSourceOnly(unit, one) &&
        ((isClause(one) &&
          outer.contents.some((content) => content.start <= one.cue.start && one.cue.end <= content.end)) ||
          (one.frame.endsWith('+ing') && one.cue.start > outer.cue.end)),
    );
    if (inner.length === 0) continue;
    found.add(outer);
    for (const one of inner) found.add(one);
  }
  return found;
}

/** Frames of whole clauses and quotations. */
function isClause(attribution: Attribution): boolean {
  return /^(?:that|clause|quotation|colon|left|according|inverted)/.test(attribution.frame);
}

function isOutletPhrase(unit: Unit, source: TokenRange): boolean {
  return isOutlet(nameText(unit.tokens, source.from, source.to));
}

/**
 * What is said inside a quotation that an outlet is the source of ('"In a statement, the firm said ...," Le Monde
 * reported'): the outlet's words report another's.
 */
function draftInside(text: string, at: { unit: Unit; draft: Draft }): Draft[] {
  const { unit, draft } = at;
  if (
    draft.kind !== 'direct' ||
    draft.source === undefined ||
    !isOutlet(text.slice(draft.source.start, draft.source.end))
  )
    return [];
  const quotation = unit.quotations.find((one) => one.start === draft.content.start);
  if (quotation === undefined) return [];
  const span = { start: quotation.start + quotation.openLength, end: quotation.end - quotation.closeLength };
  const quotations = findQuotations(text, span);
  const inner: Unit = {
    ...span,
    block: unit.block,
    tokens: tokeniseUnit(text, span, quotations),
    quotations,
    endsInside: new Set(),
    endsFully: new Set(),
    beginsLower: new Set(),
    titles: new Set(),
    heading: false,
    first: false,
  };
  const attributions = readAttributions(inner).filter((one) => one.source !== undefined && isClause(one));
  return draftUnit(inner, { index: draft.unit, attributions });
}

function sharesMost(a: Span, b: Span): boolean {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared > 0 && shared >= 0.8 * Math.max(a.end - a.start, b.end - b.start);
}
