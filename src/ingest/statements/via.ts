import type { SpeakerIdentity } from '../../core/statement.ts';
import type { Span } from '../../core/text/span.ts';
import { CARRIED_SENTENCE, type Draft } from './draft.ts';
import { findNameRuns, nameText } from './name-runs.ts';
import { citeOutlet, isOutlet } from './outlets.ts';
import type { SpeakerReader } from './speakers.ts';
import type { Token, Unit } from './tokens.ts';

interface AttributedDraft {
  readonly draft: Draft;
  readonly speaker?: Span & SpeakerIdentity;
  readonly via?: string;
}

/**
 * Names the speakers and keeps the outlets apart from them: whoever was told, interviewed, or reports what another
 * said is the way a statement came, not its speaker.
 */
export function assignOutlets(at: {
  text: string;
  units: readonly Unit[];
  drafts: readonly Draft[];
  reader: SpeakerReader;
}): AttributedDraft[] {
  const { drafts, reader, text, units } = at;
  const read = drafts.map((draft): AttributedDraft => {
    const identity = draft.source === undefined ? undefined : reader.identify(draft.source);
    const cited =
      identity?.name !== undefined && isOutlet(identity.name)
        ? { ...identity, name: citeOutlet(identity.name) }
        : identity;
    const speaker = draft.source === undefined || cited === undefined ? undefined : { ...draft.source, ...cited };
    const unit = units[draft.unit];
    return {
      draft,
      speaker,
      via:
        draft.outlet ?? addressedOutlet(text, draft) ?? (unit === undefined ? undefined : interviewOutlet(unit, draft)),
    };
  });
  const byUnit = new Map<number, AttributedDraft[]>();
  for (const one of read) {
    const near = byUnit.get(one.draft.unit);
    if (near === undefined) byUnit.set(one.draft.unit, [one]);
    else near.push(one);
  }
  return read.flatMap((one) => {
    const near = byUnit.get(one.draft.unit) ?? [];
    // A sentence without a cue is carried only for a person whom the document introduces.
    const introduced =
      one.speaker?.name !== undefined && (one.speaker.role !== undefined || one.speaker.organisation !== undefined);
    if (one.draft.frame === CARRIED_SENTENCE && !introduced) return [];
    const relay = relayOf(one, near);
    if (relay !== undefined) return [{ ...one, via: one.via ?? relay }];
    return isRelayed(one, near) ? [] : [one];
  });
}

/** "told Bloomberg". */
function addressedOutlet(text: string, draft: Draft): string | undefined {
  if (draft.addressee === undefined) return undefined;
  const words = text.slice(draft.addressee.start, draft.addressee.end);
  const named = /(?:^|\s)(?:the\s+)?((?:\p{Lu}|\d)[^,;()]{0,60})$/u.exec(words)?.[1];
  if (named !== undefined && isOutlet(named)) return citeOutlet(named);
  // "told CNN's Jake Tapper", "told Fox News host Sean Hannity"
  const first = /^(?:the\s+)?(\p{Lu}[\p{L}&.]*(?:\s\p{Lu}[\p{L}&.]*){0,3}?)(?:['’]s)?(?:\s|$)/u.exec(words)?.[1];
  if (first !== undefined && isOutlet(first)) return citeOutlet(first);
  return undefined;
}

/** "in an interview with Le Monde", "in a statement to Reuters", "speaking on CNN" in the words around the cue. */
function interviewOutlet(unit: Unit, draft: Draft): string | undefined {
  const { tokens } = unit;
  for (let at = 0; at + 1 < tokens.length; at++) {
    const token = tokens[at] as Token;
    if (token.kind !== 'word' || !/^(?:with|to|on|by|in)$/.test(token.lower)) continue;
    if (token.start >= draft.content.start && token.end <= draft.content.end) continue;
    if (!leadsFromOccasion(tokens, at)) continue;
    const start = /^(?:the|a)$/.test(tokens[at + 1]?.lower ?? '') ? at + 2 : at + 1;
    const run = findNameRuns(tokens.slice(start, start + 8))[0];
    if (run === undefined || run.from > 0) continue;
    const name = nameText(tokens, start, start + run.to);
    if (isOutlet(name)) return citeOutlet(name);
  }
  return undefined;
}

function leadsFromOccasion(tokens: readonly Token[], at: number): boolean {
  const before = [tokens[at - 1]?.lower, tokens[at - 2]?.lower, tokens[at - 3]?.lower];
  return before.some(
    (word) =>
      word !== undefined &&
      /^(?:interview|interviews|statement|speaking|spoke|email|e-mail|comments?|remarks|appearance|conversation|op-ed|column|article|essay|written|told|appearing|response|appeared|interviewed|quoted|cited)$/.test(
        word,
      ),
  );
}

/** The outlet that reports this statement: the enclosing one's speaker, or the other speaker of the sentence. */
function relayOf(one: AttributedDraft, all: readonly AttributedDraft[]): string | undefined {
  for (const other of all) {
    if (other === one || other.speaker === undefined) continue;
    const outlet = other.speaker.name;
    if (outlet === undefined || !isOutlet(outlet) || one.speaker?.name === outlet) continue;
    const inside =
      other.draft.content.start <= one.draft.content.start && one.draft.content.end <= other.draft.content.end;
    const dependent = one.draft.frame.endsWith('+ing') && other.draft.content.start < one.draft.content.start;
    if ((inside || dependent) && one.speaker !== undefined) return citeOutlet(outlet);
  }
  return undefined;
}

/** An outlet's report that is hardly more than another's statement is given as that statement alone. */
function isRelayed(one: AttributedDraft, all: readonly AttributedDraft[]): boolean {
  const name = one.speaker?.name;
  if (name === undefined || !isOutlet(name)) return false;
  const { content } = one.draft;
  return all.some((other) => {
    if (other === one || other.speaker === undefined || other.speaker.name === name) return false;
    const inner = other.draft.content;
    const inside = content.start <= inner.start && inner.end <= content.end;
    return inside && inner.end - inner.start > (content.end - content.start) / 2;
  });
}
