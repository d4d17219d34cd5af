import type { StatementKind } from '../../core/statement.ts';
import type { Span } from '../../core/text/span.ts';
import type { Attribution } from './attribution.ts';
import { readAttributions } from './attributions.ts';
import { carryOn, type Floor, takeFloor } from './carried.ts';
import { type Draft, spanOf } from './draft.ts';
import { knowsLanguage, readForeignAttributions } from './foreign-attributions.ts';
import { isWorthKeeping } from './frame-choice.ts';
import { draftLoose, findLooseQuotations } from './loose-quotations.ts';
import { isOutlet } from './outlets.ts';
import { findQuotations, type Quotation } from './quotations.ts';
import { tokeniseUnit, type Unit } from './tokens.ts';
import { createVoice } from './voice.ts';

/** From this share of quoted characters on a content is a direct quotation; as the evaluation sets define it. */
const DIRECT_SHARE = 0.9;

/** All statements of the units, in the order of the text. */
export function draftStatements(text: string, units: readonly Unit[], language = 'en'): Draft[] {
  const drafts: Draft[] = [];
  const foreign = knowsLanguage(language);
  const attributions = units.map((unit) =>
    foreign ? readForeignAttributions(unit, language) : readAttributions(unit),
  );
  const voice = createVoice(units);
  let floor: Floor | undefined;
  units.forEach((unit, index) => {
    const own = draftUnit(unit, { index, attributions: attributions[index] ?? [], all: foreign });
    const covered = own.map((draft) => draft.content);
    const loose = findLooseQuotations(text, unit, covered).map((one) =>
      draftLoose({ unit, index, own, units, attributions, voice }, one),
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
    all.push(...all.flatMap((draft) => draftInside(text, unit, draft)));
    all.sort((a, b) => a.content.start - b.content.start);
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
    titles: new Set(),
    heading: false,
    first: false,
  };
  return draftUnit(inner, { index: draft.unit, attributions: readAttributions(inner), all: false }).filter(
    (one) => one.source !== undefined,
  );
}

/** `direct` from `DIRECT_SHARE` of the content's characters in quotation marks on, `mixed` with some, else `indirect`. */
export function kindOf(contents: readonly Span[], quotations: readonly Quotation[]): StatementKind {
  let inside = 0;
  let all = 0;
  for (const content of contents) {
    all += content.end - content.start;
    for (const one of quotations)
      inside += Math.max(0, Math.min(one.end, content.end) - Math.max(one.start, content.start));
  }
  if (inside === 0) return 'indirect';
  return inside >= all * DIRECT_SHARE ? 'direct' : 'mixed';
}

function sharesMost(a: Span, b: Span): boolean {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared > 0 && shared >= 0.8 * Math.max(a.end - a.start, b.end - b.start);
}
