import type { Span } from '../../core/text/span.ts';
import { CARRIED_SENTENCE, type Draft, spanOf } from './draft.ts';
import type { EntityTable } from './entities.ts';
import { readLineLabel } from './line-labels.ts';
import { isDash } from './noun-phrases.ts';
import type { Token, Unit } from './tokens.ts';
import { AUXILIARIES } from './word-classes.ts';

/** Who speaks by the layout: names before colons in transcripts and lists, a line "— Name, role" under a quotation. */
export interface LayoutVoices {
  /** By unit: what it says by its layout, if anything. */
  readonly drafts: ReadonlyMap<number, Draft>;
  /** By unit: whose quotation it is, as the line below tells. */
  readonly sources: ReadonlyMap<number, Span>;
  /** Units that are such lines. */
  readonly lines: ReadonlySet<number>;
}

/** A label must open so many paragraphs to be a voice of a transcript by that alone. */
const TRANSCRIPT_TURNS = 2;

export function readLayoutVoices(units: readonly Unit[], table: EntityTable): LayoutVoices {
  const drafts = new Map<number, Draft>();
  const sources = new Map<number, Span>();
  const lines = new Set<number>();
  const known = knownNames(units, table);
  let turn: { readonly source: Span; readonly block: number } | undefined;
  units.forEach((unit, index) => {
    const opensBlock = units[index - 1]?.block !== unit.block;
    // Headlines are read for themselves.
    const label = opensBlock && !unit.heading && !unit.first ? readLineLabel(unit) : undefined;
    const source =
      label === undefined ? undefined : spanOf(unit.tokens, { from: label.from, to: nameEnd(unit, label.colon) });
    if (label !== undefined && source !== undefined && known.has(nameKey(unit, label))) {
      turn = { source, block: unit.block };
      const draft = draftOf(unit, { from: label.colon + 1, source, index, carried: false, verbatim: false });
      if (draft !== undefined) drafts.set(index, draft);
    } else if (turn?.block === unit.block) {
      const draft = draftOf(unit, { source: turn.source, from: 0, index, carried: true, verbatim: false });
      if (draft !== undefined) drafts.set(index, draft);
    }
    const signed = signature(unit);
    if (signed === undefined) return;
    const quoted = quotedAbove(units, index);
    for (const at of quoted) sources.set(at, signed.source);
    if (quoted.length > 0 || signed.described) lines.add(index);
    if (quoted.length === 0 && signed.described)
      for (const at of blockAbove(units, index)) {
        const draft = draftOf(units[at] as Unit, {
          from: 0,
          source: signed.source,
          index: at,
          carried: false,
          verbatim: true,
        });
        if (draft !== undefined) drafts.set(at, draft);
      }
  });
  return { drafts, sources, lines };
}

function nameEnd(unit: Unit, colon: number): number {
  let end = colon;
  while (end > 0 && unit.tokens[end - 1]?.text === '*') end--;
  return end;
}

function nameKey(unit: Unit, label: { from: number; colon: number }): string {
  return unit.tokens
    .slice(label.from, nameEnd(unit, label.colon))
    .map((token) => token.lower)
    .join(' ');
}

/** Labels that name somebody: they come back as labels, or the document speaks of them elsewhere. */
function knownNames(units: readonly Unit[], table: EntityTable): Set<string> {
  const turns = new Map<string, { count: number; spans: Span[]; words: string[] }>();
  for (const [index, unit] of units.entries()) {
    if (units[index - 1]?.block === unit.block) continue;
    const label = readLineLabel(unit);
    if (label === undefined || unit.heading || unit.first || unit.tokens[label.colon + 1]?.kind === 'quotation')
      continue;
    const key = nameKey(unit, label);
    const seen = turns.get(key) ?? { count: 0, spans: [], words: key.split(' ') };
    seen.count++;
    seen.spans.push({ start: unit.start, end: (unit.tokens[label.colon] as Token).end });
    turns.set(key, seen);
  }
  const known = new Set<string>();
  for (const [key, { count, spans, words }] of turns) {
    const last = words.at(-1) ?? '';
    const elsewhere = table.mentions.some(
      (mention) =>
        (mention.entity.name.toLowerCase() === key || mention.entity.surname.toLowerCase() === last) &&
        !spans.some((span) => span.start <= mention.start && mention.end <= span.end),
    );
    const person = table.entities.some((entity) => entity.kind === 'person' && entity.name.toLowerCase() === key);
    if (elsewhere || (person && words.length > 1) || count >= TRANSCRIPT_TURNS) known.add(key);
  }
  return known;
}

function draftOf(
  unit: Unit,
  at: { from: number; source: Span; index: number; carried: boolean; verbatim: boolean },
): Draft | undefined {
  const { tokens } = unit;
  let from = at.from;
  while (tokens[from]?.kind === 'mark' && /^[>*"]$/.test(tokens[from]?.text ?? '')) from++;
  const first = tokens[from];
  const last = tokens.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const words = tokens.slice(from).filter((token) => token.kind === 'word' && /^\p{L}/u.test(token.text)).length;
  if (words < FEWEST_WORDS && !tokens.slice(from).some((token) => token.kind === 'quotation')) return undefined;
  if (unit.heading && at.carried) return undefined;
  return {
    content: { start: first.start, end: last.end },
    kind: at.verbatim || tokens.slice(from).every((token) => token.kind !== 'word') ? 'direct' : 'indirect',
    source: at.source,
    unit: at.index,
    carried: at.carried,
    frame: at.carried ? `layout ${CARRIED_SENTENCE}` : 'layout/label',
  };
}

/** A name before a colon with fewer words behind it opens a table or a score, no turn of speech. */
const FEWEST_WORDS = 4;

/** Tokens of "— Charlie Dorn, Principal Analyst, Foresight" at most. */
const LONGEST_SIGNATURE = 16;

/** "— Charlie Dorn, Principal Analyst, Foresight": a dash, a name, perhaps what they are, and no verb. */
function signature(unit: Unit): { source: Span; described: boolean } | undefined {
  const { tokens } = unit;
  let from = 0;
  while (tokens[from]?.text === '>') from++;
  if (!isDash(tokens[from]) || tokens.length - from > LONGEST_SIGNATURE) return undefined;
  const first = tokens[from + 1];
  if (
    first === undefined ||
    first.start === (tokens[from] as Token).end ||
    !first.capital ||
    first.text.length < 2 ||
    NO_SIGNATURE.test(first.lower)
  )
    return undefined;
  const rest = tokens.slice(from + 1);
  if (rest.some((token) => token.kind === 'quotation' || AUXILIARIES.has(token.lower))) return undefined;
  const last = tokens.at(-1) as Token;
  const end = /^[.*]$/.test(last.text) ? (tokens.at(-2) as Token).end : last.end;
  return { source: { start: first.start, end }, described: rest.some((token) => token.text === ',') };
}

const NO_SIGNATURE =
  /^(?:with|reporting|editing|writing|by|additional|read|see|more|this|the|a|an|photo|source|updated|contact)$/;

/** The units above a signature that are a quotation, in its paragraph or the one before. */
function quotedAbove(units: readonly Unit[], index: number): number[] {
  const found: number[] = [];
  for (let at = index - 1; at >= 0 && at >= index - LONGEST_QUOTATION; at--) {
    const unit = units[at] as Unit;
    if (isEmptyLine(unit)) continue;
    if (unit.tokens.some((token) => token.kind === 'word') || unit.quotations.length === 0) break;
    found.push(at);
  }
  return found;
}

/** The paragraph above a signature. */
function blockAbove(units: readonly Unit[], index: number): number[] {
  let at = index - 1;
  while (at >= 0 && isEmptyLine(units[at] as Unit)) at--;
  const block = units[at]?.block;
  const found: number[] = [];
  for (; at >= 0 && units[at]?.block === block && found.length < LONGEST_QUOTATION; at--) {
    if (units[at]?.heading === true || (units[at]?.quotations.length ?? 0) > 0) return [];
    found.unshift(at);
  }
  return found;
}

/** Sentences. */
const LONGEST_QUOTATION = 6;

function isEmptyLine(unit: Unit): boolean {
  return unit.tokens.every((token) => token.text === '>');
}
