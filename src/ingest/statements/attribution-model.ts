import { cueFeatures } from './cue-features.ts';
import type { TokenRange } from './noun-phrases.ts';
import { endFeatures, type PartState, startFeatures, stopFeatures } from './part-features.ts';
import { COARSE } from './token-signs.ts';
import type { Token } from './tokens.ts';
import type { UnitView } from './unit-view.ts';

/** Weights by feature place, to be multiplied by `scale`: log-odds. */
export interface AttributionModel {
  readonly weights: ArrayLike<number>;
  readonly scale: number;
  /** Weights of what decides whether a part is kept. */
  readonly keepWeights: ArrayLike<number>;
}

export interface ContentPart extends TokenRange {
  /** How likely this span is the part of the content, given that the cue attributes. */
  readonly probability: number;
}

/** Tokens before and behind a cue within which its content begins. */
const REACH_BEFORE = 60;
const REACH_BEHIND = 30;
/** Tokens of a part of content. */
const LONGEST_PART = 140;
const MOST_PARTS = 3;
/** So many of the likeliest beginnings are looked at. */
const BEST_STARTS = 3;
/** From this likelihood on that nothing more follows, no further part is read. */
const MOST_STOP = 0.5;
/** Beginnings less likely than this are passed over. */
const LEAST_START = 0.06;

/** Tokens that may be a cue: open words, and whatever the rules took for one; not where it is denied. */
export function mayBeCue(view: UnitView, at: number): boolean {
  const coarse = view.signs.coarse[at];
  if (view.negated[at] === 1 || at < view.labelEnd) return false;
  return coarse === COARSE.verb || coarse === COARSE.word || coarse === COARSE.name || view.rules.has(at);
}

/** How likely the token is a cue. */
export function cueProbability(model: AttributionModel, view: UnitView, at: number): number {
  return logistic(scoreOf(model, cueFeatures(view, at)));
}

/** How likely a part of a content is right, all things seen. */
export function keepProbability(model: AttributionModel, features: readonly number[]): number {
  let score = 0;
  for (const feature of features) score += model.keepWeights[feature] as number;
  return logistic(score * model.scale);
}

/** The tokens at which a part of a cue's content may begin. */
export function startsOf(view: UnitView, state: PartState): number[] {
  const { tokens } = view.unit;
  const starts: number[] = [];
  const first = Math.max(state.after, state.cue - REACH_BEFORE, 0);
  const end = Math.min(tokens.length, Math.max(state.cue, state.after) + REACH_BEHIND);
  for (let at = first; at < end; at++)
    if (at !== state.cue && opensPart(tokens[at] as Token) && (at === state.cue + 1 || !isInsidePhrase(view, at)))
      starts.push(at);
  return starts;
}

/** The tokens with which a part may end. */
export function lastsOf(view: UnitView, state: PartState, from: number): number[] {
  const { tokens } = view.unit;
  const lasts: number[] = [];
  const end = Math.min(from < state.cue ? state.cue : tokens.length, from + LONGEST_PART);
  for (let at = from; at < end; at++) if (closesPart(tokens[at] as Token) && !leansOnNext(view, at)) lasts.push(at);
  return lasts;
}

function opensPart(token: Token): boolean {
  return token.kind !== 'mark' || /^[$€£#@([]$/.test(token.text);
}

function closesPart(token: Token): boolean {
  return token.kind !== 'mark' || /^[)\]%]$/.test(token.text);
}

/** Right behind a determiner or inside a name no content begins. */
function isInsidePhrase(view: UnitView, at: number): boolean {
  const { coarse } = view.signs;
  const before = coarse[at - 1];
  const here = coarse[at];
  if (before === COARSE.determiner) return here === COARSE.word || here === COARSE.name || here === COARSE.number;
  return before === COARSE.name && here === COARSE.name && !view.unit.heading;
}

/** A determiner, preposition, auxiliary or name that goes on with the next word ends no content. */
function leansOnNext(view: UnitView, at: number): boolean {
  const { coarse } = view.signs;
  const here = coarse[at];
  const next = coarse[at + 1] ?? COARSE.mark;
  const isNoun = next === COARSE.word || next === COARSE.name || next === COARSE.number;
  if (here === COARSE.determiner) return isNoun;
  if (here === COARSE.preposition) return isNoun || next === COARSE.determiner;
  if (here === COARSE.auxiliary || (here === COARSE.subordinator && !isRelative(view, at)))
    return isNoun || next === COARSE.verb || next === COARSE.determiner;
  return here === COARSE.name && next === COARSE.name && !view.unit.heading;
}

/** "which", "what" alone may be all that stands of a content before its cue. */
function isRelative(view: UnitView, at: number): boolean {
  return /^(?:which|that|what|who|whom)$/.test((view.unit.tokens[at] as Token).lower);
}

/** The parts of a cue's content, in the order of the text; none where it likely has none in this unit. */
export function readParts(model: AttributionModel, view: UnitView, cue: number): ContentPart[] {
  const parts: ContentPart[] = [];
  let after = 0;
  while (parts.length < MOST_PARTS) {
    const state: PartState = { cue, count: parts.length, after };
    const starts = startsOf(view, state);
    const scores = starts.map((from) => scoreOf(model, startFeatures(view, state, from)));
    scores.push(scoreOf(model, stopFeatures(view, state)));
    const chances = softmax(scores);
    const stop = chances.at(-1) as number;
    const ranked = starts
      .map((from, index) => ({ from, chance: chances[index] as number }))
      .sort((a, b) => b.chance - a.chance)
      .slice(0, BEST_STARTS);
    const best = ranked[0];
    if (best === undefined || stop > MOST_STOP) break;
    const part = bestPart(
      model,
      view,
      state,
      ranked.filter((one) => one.chance >= LEAST_START),
    );
    if (part === undefined) break;
    parts.push(part);
    after = part.to;
  }
  return parts;
}

/** The span that shares most with whatever the content may be: least risk under the measure of the evaluation sets. */
function bestPart(
  model: AttributionModel,
  view: UnitView,
  state: PartState,
  starts: readonly { from: number; chance: number }[],
): ContentPart | undefined {
  const { tokens } = view.unit;
  const spans: { from: number; to: number; start: number; end: number; chance: number }[] = [];
  for (const { from, chance } of starts) {
    const lasts = lastsOf(view, state, from);
    const chances = softmax(lasts.map((last) => scoreOf(model, endFeatures(view, state, { from, last }))));
    lasts.forEach((last, index) => {
      const joint = chance * (chances[index] as number);
      if (joint >= LEAST_SPAN)
        spans.push({
          from,
          to: last + 1,
          start: (tokens[from] as Token).start,
          end: (tokens[last] as Token).end,
          chance: joint,
        });
    });
  }
  let best: ContentPart | undefined;
  let bestMass = 0;
  for (const span of spans) {
    let mass = 0;
    for (const other of spans) if (sharesMost(span, other)) mass += other.chance;
    // Of equal spans the likeliest itself.
    const worth = mass + span.chance * OWN_SHARE;
    if (worth > bestMass) {
      bestMass = worth;
      best = { from: span.from, to: span.to, probability: Math.min(1, mass) };
    }
  }
  return best;
}

/** Spans less likely than this count for nothing. */
const LEAST_SPAN = 0.008;
/** How much a span's own likelihood counts beside that of its neighbours. */
const OWN_SHARE = 0.5;
/** From this share of common characters on two spans count as the same (as in the evaluation sets). */
export const SAME_SPAN = 0.8;

function sharesMost(a: { start: number; end: number }, b: { start: number; end: number }): boolean {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared >= SAME_SPAN * (a.end - a.start + b.end - b.start - shared);
}

function scoreOf(model: AttributionModel, features: readonly number[]): number {
  const { weights } = model;
  let score = 0;
  for (let at = 0; at < features.length; at++) score += weights[features[at] as number] as number;
  return score * model.scale;
}

function logistic(score: number): number {
  return 1 / (1 + Math.exp(-score));
}

export function softmax(scores: readonly number[]): number[] {
  const top = Math.max(...scores);
  const raised = scores.map((score) => Math.exp(score - top));
  const sum = raised.reduce((total, one) => total + one, 0);
  return raised.map((one) => one / sum);
}
