import type { StatementKind } from '../../core/statement.ts';
import type { Span } from '../../core/text/span.ts';
import type { Attribution } from './attribution.ts';
import {
  type AttributionModel,
  cueProbability,
  keepProbability,
  mayBeCue,
  readParts,
  SAME_SPAN,
} from './attribution-model.ts';
import { kindOf } from './content-kind.ts';
import { readCueSource } from './cue-sources.ts';
import { type KeepView, keepFeatures } from './keep-features.ts';
import type { Token, Unit } from './tokens.ts';
import { type UnitView, viewUnit } from './unit-view.ts';

/** A reading of the model: one cue with what it attributes. */
export interface ChosenAttribution extends Attribution {
  readonly kind: StatementKind;
  /** The token of the cue. */
  readonly at: number;
  /** Of its likeliest part. */
  readonly probability: number;
}

/** "now", "which", "the plan" alone tell nothing; quotations do. */
const FEWEST_WORDS_OF_PART = 2;

/** 'In such cases, she said, “the owner pays.”': a quotation that goes on with the clause before the cue, as the rules saw. */
function goesOn(rule: Attribution, read: readonly Span[]): boolean {
  return rule.frame === 'quotation' && rule.contents.length === 2 && read.some((part) => rule.contents.includes(part));
}

/** Where the model hardly differs from the rules, their ends stand: they know "as", "that" and the like. */
function asRuled(rule: Attribution | undefined, { start, end }: Span): Span {
  const ruled = rule?.contents.find((content) => {
    const shared = Math.min(content.end, end) - Math.max(content.start, start);
    return shared >= SAME_SPAN * (content.end - content.start + end - start - shared);
  });
  return ruled ?? { start, end };
}

function saysSomething(unit: Unit, part: Span): boolean {
  const inside = unit.tokens.filter((token) => token.start >= part.start && token.end <= part.end);
  return (
    inside.some((token) => token.kind === 'quotation') ||
    inside.filter((token) => token.kind === 'word').length >= FEWEST_WORDS_OF_PART
  );
}

/** A part of a content that may be kept. */
export interface PartCandidate extends Span {
  readonly at: number;
  readonly kind: StatementKind;
  /** How likely it is, before its neighbours are looked at. */
  readonly probability: number;
  readonly features: readonly number[];
}

interface KeptPart {
  readonly candidate: PartCandidate;
  readonly probability: number;
}

/** Cues less likely than this are not read. */
const LEAST_CUE = 0.12;
/** No sentence of prose has more cues. */
const MOST_CUES = 20;
/** A part is kept from this likelihood on, by kind; best F1 in cross-validation, of equally good ones the strictest. */
const KEEP_FROM: Readonly<Record<StatementKind, number>> = { direct: 0.6, mixed: 0.3, indirect: 0.3 };
/** The same for what cues that no rule knows attribute without quotation marks: a wrong statement is worse than none, and few of them are asked for. */
const KEEP_UNKNOWN_FROM = 0.45;
/** Of two contents that share so much of the longer one only the likelier is kept. */
const SAME_CONTENT = 0.7;

/** What a unit attributes beside its full quotations, likeliest reading of every cue, in the order of the cues. */
export function chooseAttributions(
  unit: Unit,
  at: { attributions: readonly Attribution[]; model: AttributionModel },
): ChosenAttribution[] {
  const view = viewUnit(unit, at.attributions);
  const kept: KeptPart[] = [];
  const ranked = partCandidates(view, at.model)
    .map((candidate) => ({ candidate, probability: keepProbability(at.model, candidate.features) }))
    .filter(({ candidate, probability }) => probability >= leastOf(view, candidate))
    .sort((a, b) => b.probability - a.probability);
  for (const one of ranked) if (!kept.some((other) => sharesMuch(other.candidate, one.candidate))) kept.push(one);
  const byCue = new Map<number, KeptPart[]>();
  for (const one of kept) {
    const parts = byCue.get(one.candidate.at);
    if (parts === undefined) byCue.set(one.candidate.at, [one]);
    else parts.push(one);
  }
  return [...byCue].sort(([a], [b]) => a - b).map(([cue, parts]) => describe(view, cue, parts));
}

function leastOf(view: UnitView, { at, kind }: PartCandidate): number {
  return view.rules.has(at) || kind !== 'indirect' ? KEEP_FROM[kind] : KEEP_UNKNOWN_FROM;
}

/** All parts of all likely cues of a unit. */
export function partCandidates(view: UnitView, model: AttributionModel): PartCandidate[] {
  const { unit } = view;
  const found: (Span & { at: number; kind: StatementKind; probability: number; keep: Omit<KeepView, 'neighbours'> })[] =
    [];
  for (const { at, cue } of likelyCues(view, model)) {
    const parts = readParts(model, view, at);
    const spans = parts.map((part) => ({
      start: (unit.tokens[part.from] as Token).start,
      end: (unit.tokens[part.to - 1] as Token).end,
    }));
    const kind = kindOf(spans, unit.quotations);
    parts.forEach((part, index) => {
      const span = spans[index] as Span;
      found.push({
        ...span,
        at,
        kind,
        probability: cue * part.probability,
        keep: { at, kind, cue, span: part.probability, part, index, count: parts.length },
      });
    });
  }
  return found.map(({ keep, ...one }) => ({
    ...one,
    features: keepFeatures(view, { ...keep, neighbours: neighboursOf(one, found) }),
  }));
}

/** The likeliest cues of a unit, in its order. */
function likelyCues(view: UnitView, model: AttributionModel): { at: number; cue: number }[] {
  const cues: { at: number; cue: number }[] = [];
  for (let at = 0; at < view.unit.tokens.length; at++) {
    if (!mayBeCue(view, at)) continue;
    const cue = cueProbability(model, view, at);
    if (cue >= LEAST_CUE) cues.push({ at, cue });
  }
  if (cues.length <= MOST_CUES) return cues;
  return cues
    .sort((a, b) => b.cue - a.cue)
    .slice(0, MOST_CUES)
    .sort((a, b) => a.at - b.at);
}

/** How a part lies to the likelier parts of other cues. */
function neighboursOf(
  one: Span & { at: number; probability: number },
  all: readonly (Span & { at: number; probability: number })[],
): number {
  let inside = 0;
  let around = 0;
  let crossing = 0;
  let same = 0;
  for (const other of all) {
    if (other.at === one.at) continue;
    const shared = Math.min(one.end, other.end) - Math.max(one.start, other.start);
    if (shared <= 0) continue;
    const grade = other.probability > 0.6 ? 3 : other.probability > 0.3 ? 2 : other.probability > 0.12 ? 1 : 0;
    const stronger = other.probability > one.probability;
    if (sharesMuch(one, other)) same = Math.max(same, stronger ? 1 + (grade > 1 ? 1 : 0) : 0);
    else if (other.start <= one.start && one.end <= other.end) inside = Math.max(inside, grade);
    else if (one.start <= other.start && other.end <= one.end) around = Math.max(around, grade);
    else crossing = Math.max(crossing, stronger ? grade : 0);
  }
  return inside + 4 * (around + 4 * (crossing + 4 * same));
}

function sharesMuch(a: Span, b: Span): boolean {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared > 0 && shared >= SAME_CONTENT * Math.max(a.end - a.start, b.end - b.start);
}

function describe(view: UnitView, cue: number, parts: readonly KeptPart[]): ChosenAttribution {
  const { unit, rules } = view;
  const rule = rules.get(cue)?.attribution;
  const read = parts.map(({ candidate }) => asRuled(rule, candidate)).sort((a, b) => a.start - b.start);
  const all = rule !== undefined && goesOn(rule, read) ? rule.contents : read;
  const contents = all.length > 1 ? all.filter((part) => saysSomething(unit, part)) : all;
  const token = unit.tokens[cue] as Token;
  const common = {
    contents,
    kind: kindOf(all, unit.quotations),
    at: cue,
    probability: Math.max(...parts.map((part) => part.probability)),
  };
  if (rule !== undefined) return { ...rule, ...common, source: rule.source ?? readCueSource(unit, cue) };
  return {
    ...common,
    cue: { start: (unit.tokens[view.groupFrom[cue] ?? cue] as Token).start, end: token.end },
    lemma: token.lower,
    frame: 'model',
    source: readCueSource(unit, cue),
  };
}
