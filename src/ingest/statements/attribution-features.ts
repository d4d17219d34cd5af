import type { StatementKind } from '../../core/statement.ts';
import type { Attribution } from './attribution.ts';
import { CUE_VERBS } from './cue-verbs.ts';
import { opensWithMereLabel } from './line-labels.ts';
import type { TokenRange } from './noun-phrases.ts';
import { COARSE, hashWord, readTokenSigns, type TokenSigns } from './token-signs.ts';
import type { Token, Unit } from './tokens.ts';

/** Features are hashed into so many places. A power of two. */
export const FEATURE_PLACES = 1 << 18;

/** What the rules read at one cue, as tokens; the model takes it for one opinion among others. */
export interface RuleReading {
  /** Hash of its frame without marks. */
  readonly frame: number;
  /** Class of the words that name its speaker. */
  readonly source: number;
  readonly sourceRange?: TokenRange;
  readonly parts: readonly TokenRange[];
  readonly attribution: Attribution;
}

/** A unit as the model sees it. */
export interface UnitView {
  readonly unit: Unit;
  readonly signs: TokenSigns;
  /** By the token of the cue. */
  readonly rules: ReadonlyMap<number, RuleReading>;
  /** First token of the verb group that a token ends ("has since [stressed]"). */
  readonly groupFrom: Int32Array;
  /** Tokens before this one are a mere label ("Key quote:"). */
  readonly labelEnd: number;
  /** Tokens whose verb group denies that anything was said ("has not [confirmed]"). */
  readonly negated: Uint8Array;
  /** Marks and quotations before each token, for counting between two places. */
  readonly commasBefore: Int32Array;
  readonly quotationsBefore: Int32Array;
  readonly verbsBefore: Int32Array;
  readonly bracketsBefore: Int32Array;
  readonly dashesBefore: Int32Array;
}

export function viewUnit(unit: Unit, attributions: readonly Attribution[]): UnitView {
  const { tokens } = unit;
  const signs = readTokenSigns(unit);
  const size = tokens.length;
  const view = {
    unit,
    signs,
    rules: readRules(unit, attributions),
    labelEnd: opensWithMereLabel(unit) ? tokens.findIndex((token) => token.text === ':') : 0,
    groupFrom: new Int32Array(size),
    negated: new Uint8Array(size),
    commasBefore: new Int32Array(size + 1),
    quotationsBefore: new Int32Array(size + 1),
    verbsBefore: new Int32Array(size + 1),
    bracketsBefore: new Int32Array(size + 1),
    dashesBefore: new Int32Array(size + 1),
  };
  for (let at = 0; at < size; at++) {
    const coarse = signs.coarse[at];
    view.commasBefore[at + 1] = num(view.commasBefore, at) + (coarse === COARSE.comma ? 1 : 0);
    view.quotationsBefore[at + 1] = num(view.quotationsBefore, at) + (coarse === COARSE.quotation ? 1 : 0);
    view.dashesBefore[at + 1] = num(view.dashesBefore, at) + (coarse === COARSE.dash ? 1 : 0);
    view.verbsBefore[at + 1] =
      num(view.verbsBefore, at) + (coarse === COARSE.auxiliary || coarse === COARSE.verb ? 1 : 0);
    const text = coarse === COARSE.bracket ? (tokens[at] as Token).text : '';
    view.bracketsBefore[at + 1] =
      num(view.bracketsBefore, at) + (text === '(' || text === '[' ? 1 : text === ')' || text === ']' ? -1 : 0);
    const before = at === 0 ? 0 : signs.coarse[at - 1];
    const helps =
      at > 0 &&
      (before === COARSE.auxiliary ||
        before === COARSE.adverb ||
        (tokens[at - 1] as Token).lower === 'since' ||
        (before === COARSE.word && (tokens[at - 1] as Token).lower.endsWith('ly')));
    view.groupFrom[at] = helps ? num(view.groupFrom, at - 1) : at;
    view.negated[at] = helps && (view.negated[at - 1] === 1 || NEGATION.test((tokens[at - 1] as Token).lower)) ? 1 : 0;
  }
  return view;
}

const NEGATION = /^(?:not|never|cannot)$|n't$/;

/** The token that a rule's cue turns on: its last verb, else its first token. */
export function cueToken(tokens: readonly Token[], cue: { readonly start: number; readonly end: number }): number {
  const first = tokenFrom(tokens, cue.start);
  let verb = -1;
  for (let at = first; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    if (token.start >= cue.end) break;
    if (token.kind === 'word' && CUE_VERBS.has(token.lower)) verb = at;
  }
  return verb >= 0 ? verb : first < tokens.length ? first : -1;
}

/** Index of the first token that begins at or behind `offset`. */
function tokenFrom(tokens: readonly Token[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle] as Token).start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function readRules(unit: Unit, attributions: readonly Attribution[]): Map<number, RuleReading> {
  const { tokens } = unit;
  const rules = new Map<number, RuleReading>();
  for (const attribution of attributions) {
    const at = cueToken(tokens, attribution.cue);
    if (at < 0 || rules.has(at)) continue;
    const parts: TokenRange[] = [];
    for (const content of attribution.contents) {
      if (content.end <= content.start) continue;
      const from = tokenFrom(tokens, content.start);
      const to = tokenFrom(tokens, content.end);
      if (to > from) parts.push({ from, to });
    }
    rules.set(at, {
      frame: hashWord(attribution.frame.split('+', 1)[0] ?? ''),
      source: sourceClass(tokens, attribution.source),
      sourceRange: attribution.source,
      parts,
      attribution,
    });
  }
  return rules;
}

const REPORTING_THING =
  /^(?:polls?|surveys?|report|reports|study|studies|data|research|analysis|documents?|letter|statement|emails?|voters|percent)$/;

function sourceClass(tokens: readonly Token[], source: TokenRange | undefined): number {
  if (source === undefined) return 0;
  const words = tokens.slice(source.from, source.to);
  const first = words[0];
  const last = words.at(-1);
  if (first === undefined || last === undefined) return 0;
  if (words.length === 1 && !first.capital) return hashWord(first.lower);
  if (words.some((token) => REPORTING_THING.test(token.lower))) return 2;
  if (last.capital) return 3;
  if (words.some((token) => token.capital)) return 4;
  return last.lower.endsWith('s') ? 5 : 6;
}

/** Tells features of different questions apart. */
const QUESTION = { cue: 1000, start: 2000, stop: 3000, end: 4000, keep: 5000 } as const;

function mix(question: number, a: number, b = 0, c = 0): number {
  let hash = Math.imul(question, 0x9e3779b1) ^ a;
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) ^ b;
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35) ^ c;
  hash = Math.imul(hash ^ (hash >>> 16), 0x27d4eb2f);
  return (hash ^ (hash >>> 15)) & (FEATURE_PLACES - 1);
}

const OUTSIDE = 99;

function num(values: Int32Array | Uint8Array, at: number): number {
  return at < 0 || at >= values.length ? OUTSIDE : (values[at] as number);
}

/** Whether the token at `at` attributes something. */
export function cueFeatures(view: UnitView, at: number): number[] {
  const { signs, rules, unit } = view;
  const { word, lemma, kind, coarse } = signs;
  const rule = rules.get(at);
  const group = num(view.groupFrom, at);
  const l = num(lemma, at);
  const k = num(kind, at);
  const w = num(word, at);
  const p1 = num(kind, at - 1);
  const p2 = num(kind, at - 2);
  const g1 = num(kind, group - 1);
  const gc = num(coarse, group - 1);
  const n1 = num(kind, at + 1);
  const n2 = num(kind, at + 2);
  const nc1 = num(coarse, at + 1);
  const nc2 = num(coarse, at + 2);
  const auxiliary = group < at ? num(word, group) : 0;
  const q = QUESTION.cue;
  const place = (unit.heading ? 1 : 0) + (unit.first ? 2 : 0);
  const quotation = nearestQuotation(view, at);
  const token = unit.tokens[at] as Token;
  const ending = hashWord(token.lower.slice(-3));
  const features = [
    mix(q, 1),
    mix(q + 1, l),
    mix(q + 2, w),
    mix(q + 3, k),
    mix(q + 4, l, n1),
    mix(q + 5, l, p1),
    mix(q + 6, l, g1),
    mix(q + 7, l, gc, nc1),
    mix(q + 8, l, nc1, nc2),
    mix(q + 9, l, n1, n2),
    mix(q + 10, k, g1, n1),
    mix(q + 11, k, gc, nc1),
    mix(q + 12, k, p1, p2),
    mix(q + 13, k, n1, n2),
    mix(q + 14, ending, n1),
    mix(q + 15, ending, gc),
    mix(q + 16, l, quotation),
    mix(q + 17, k, quotation),
    mix(q + 18, l, place),
    mix(q + 19, k, auxiliary),
    mix(q + 20, l, auxiliary),
    mix(q + 21, num(word, at - 1), l),
    mix(q + 22, num(word, at + 1), l),
    mix(q + 23, p1, n1),
    mix(q + 24, num(word, group - 1), k),
    mix(q + 25, num(lemma, at + 1), k),
    mix(q + 26, num(coarse, 0), l),
    mix(q + 27, num(kind, 0), k),
    mix(q + 28, token.capital ? 1 : 0, k, at === 0 ? 1 : 0),
    mix(q + 29, num(lemma, group - 1)),
    mix(q + 30, thatAhead(view, at), l),
    mix(q + 31, thatAhead(view, at), k, gc),
    mix(q + 32, num(coarse, group - 1), num(coarse, group - 2), k),
    mix(q + 33, num(signs.quotation, at + 1), l),
    mix(q + 34, num(signs.quotation, at - 1), k),
    mix(q + 35, num(lemma, group - 1), l),
    mix(q + 36, num(word, at + 1), num(word, at + 2), k),
  ];
  if (rule === undefined) {
    features.push(mix(q + 40, 1), mix(q + 41, k), mix(q + 42, l));
  } else {
    const content = rule.parts[0];
    const length = content === undefined ? 0 : lengthClass(content.to - content.from);
    const opens = content === undefined ? 0 : num(kind, content.from);
    const marks = rule.attribution.frame.includes('+') ? hashWord(rule.attribution.frame) : 0;
    features.push(
      mix(q + 43, rule.frame),
      mix(q + 44, rule.frame, l),
      mix(q + 45, rule.frame, rule.source),
      mix(q + 46, rule.source, l),
      mix(q + 47, rule.source),
      mix(q + 48, rule.frame, length),
      mix(q + 49, rule.frame, opens),
      mix(q + 50, marks),
      mix(q + 51, l, length),
      mix(q + 52, rule.parts.length, rule.frame),
      mix(q + 53, rule.attribution.addressee === undefined ? 0 : 1, l),
      mix(q + 54, rule.frame, auxiliary),
      mix(q + 55, rule.frame, place),
    );
  }
  return features;
}

/** How far "that" stands behind a cue; 0 where it does not soon. */
function thatAhead(view: UnitView, at: number): number {
  const { tokens } = view.unit;
  for (let i = at + 1; i < Math.min(tokens.length, at + 8); i++) {
    const token = tokens[i] as Token;
    if (token.lower === 'that') return i - at < 3 ? i - at : 3;
    if (token.kind === 'mark') return 0;
  }
  return 0;
}

/** Where the nearest quotation stands: right before or behind, soon behind, in the unit, nowhere. */
function nearestQuotation(view: UnitView, at: number): number {
  const { coarse } = view.signs;
  if (coarse[at + 1] === COARSE.quotation) return 1;
  if (coarse[at - 1] === COARSE.quotation) return 2;
  const behind = num(view.quotationsBefore, Math.min(coarse.length, at + 8)) - num(view.quotationsBefore, at);
  if (behind > 0) return 3;
  if (num(view.quotationsBefore, coarse.length) > 0) return 4;
  return 0;
}

function lengthClass(count: number): number {
  if (count <= 3) return count;
  if (count <= 5) return 4;
  if (count <= 8) return 5;
  if (count <= 12) return 6;
  if (count <= 18) return 7;
  if (count <= 26) return 8;
  return count <= 40 ? 9 : 10;
}

/** What stands before the speaker and after the cue: a cue between two marks is put into its content. */
function cueEdges(view: UnitView, cue: number): number {
  const { coarse, quotation } = view.signs;
  const range = view.rules.get(cue)?.sourceRange;
  const from = range === undefined || range.from > cue ? num(view.groupFrom, cue) : range.from;
  const edge = (at: number): number => {
    const c = num(coarse, at);
    return c === COARSE.quotation
      ? 1
      : c === COARSE.comma
        ? 2
        : c === COARSE.dash
          ? 3
          : c === COARSE.stop
            ? 4
            : c === OUTSIDE
              ? 5
              : 0;
  };
  const behind = range !== undefined && range.from > cue ? range.to : cue + 1;
  const first = edge(behind);
  const second = first === 2 || first === 3 ? edge(behind + 1) : 0;
  const lower = second === 1 && num(quotation, behind + 1) > 30 ? 1 : 0;
  return 1 + edge(from - 1) + 6 * (first + 6 * (second + 6 * lower)) + (range === undefined ? 1000 : 0);
}

/** How many tokens of the part follow its last quotation; 0 where it has none. */
function sinceQuotation(view: UnitView, from: number, last: number): number {
  for (let at = last; at >= from && last - at < 12; at--)
    if (view.signs.coarse[at] === COARSE.quotation) return 1 + distanceClass(last - at);
  return 0;
}

/** Whether a quotation stands in the unit behind `from`, and how near. */
function aheadQuotation(view: UnitView, from: number): number {
  const { coarse } = view.signs;
  const near = num(view.quotationsBefore, Math.min(coarse.length, from + 6)) - num(view.quotationsBefore, from);
  if (near > 0) return 1;
  return num(view.quotationsBefore, coarse.length) - num(view.quotationsBefore, Math.min(coarse.length, from)) > 0
    ? 2
    : 0;
}

/** What a comma or dash at `mark` opens: how long it is, whether it has a verb, how it closes. */
function segmentAfter(view: UnitView, mark: number): number {
  const { coarse } = view.signs;
  const opens = coarse[mark];
  if (opens !== COARSE.comma && opens !== COARSE.dash) return 0;
  let at = mark + 1;
  while (at < coarse.length && at - mark < 40) {
    const c = coarse[at];
    if (c === COARSE.comma || c === COARSE.dash || c === COARSE.stop) break;
    at++;
  }
  const verbs = Math.min(2, num(view.verbsBefore, at) - num(view.verbsBefore, mark));
  const closes = at >= coarse.length ? 3 : coarse[at] === COARSE.stop ? 2 : 1;
  return 1 + distanceClass(at - mark) + 11 * (verbs + 3 * closes);
}

/** What was read of a cue's content so far. */
export interface PartState {
  /** The token of the cue. */
  readonly cue: number;
  /** Parts of the content already chosen. */
  readonly count: number;
  /** First token after the last part chosen; 0 before the first. */
  readonly after: number;
}

/** Whether a part of the content begins at token `from`. */
export function startFeatures(view: UnitView, state: PartState, from: number): number[] {
  const { signs, rules } = view;
  const { word, lemma, kind, coarse } = signs;
  const { cue } = state;
  const rule = rules.get(cue);
  const right = from > cue;
  const l = num(lemma, cue);
  const ck = num(kind, cue);
  const k = num(kind, from);
  const c = num(coarse, from);
  const p = num(kind, from - 1);
  const pc = num(coarse, from - 1);
  const side = (right ? 1 : 2) + 4 * Math.min(2, state.count);
  const distance = right ? distanceClass(from - cue) : distanceClass(cue - from) + 20;
  const low = Math.min(from, cue);
  const high = Math.max(from, cue);
  const commas = Math.min(3, num(view.commasBefore, high) - num(view.commasBefore, low));
  const quotations = Math.min(2, num(view.quotationsBefore, high) - num(view.quotationsBefore, low));
  const verbs = Math.min(3, num(view.verbsBefore, high) - num(view.verbsBefore, low + 1));
  const n1 = num(kind, cue + 1);
  const nc1 = num(coarse, cue + 1);
  const frame = rule?.frame ?? 0;
  const part = rule?.parts.findIndex((one) => one.from === from) ?? -1;
  const inSource =
    rule?.sourceRange !== undefined && from >= rule.sourceRange.from && from < rule.sourceRange.to
      ? from === rule.sourceRange.from
        ? 2
        : 1
      : 0;
  const fromStart = from === 0 ? 0 : num(coarse, 0) > 6 ? Math.min(3, from) : Math.min(3, from) + 4;
  const frameOfCue = cueEdges(view, cue);
  const sinceLast = state.count === 0 ? 0 : distanceClass(from - state.after) + 1;
  const q = QUESTION.start;
  return [
    mix(q, side, distance),
    mix(q + 1, side, k),
    mix(q + 2, side, p),
    mix(q + 3, side, k, p),
    mix(q + 4, l, distance),
    mix(q + 5, l, k, side),
    mix(q + 6, l, p, side),
    mix(q + 7, ck, distance),
    mix(q + 8, ck, c, distance),
    mix(q + 9, ck, k, p),
    mix(q + 10, side, commas, quotations),
    mix(q + 11, side, verbs, c),
    mix(q + 12, n1, distance),
    mix(q + 13, n1, k, side),
    mix(q + 14, nc1, side, pc),
    mix(q + 15, l, n1, distance),
    mix(q + 16, part + 2, side),
    mix(q + 17, part + 2, frame, state.count),
    mix(q + 18, part + 2, l),
    mix(q + 19, rule === undefined ? 1 : 0, distance),
    mix(q + 20, inSource, side, c),
    mix(q + 21, fromStart, side),
    mix(q + 22, fromStart, side, n1),
    mix(q + 23, num(word, from), num(word, from - 1)),
    mix(q + 24, num(kind, from - 2), p, c),
    mix(q + 25, k, num(kind, from + 1), side),
    mix(q + 26, sinceLast, side),
    mix(q + 27, sinceLast, p, c),
    mix(q + 28, num(lemma, from), side),
    mix(q + 29, frame, k, side),
    mix(q + 30, quotations, c, side),
    mix(q + 34, num(signs.quotation, from), side, l),
    mix(q + 35, num(signs.quotation, from), p, n1),
    mix(q + 36, aheadQuotation(view, from), c, side),
    mix(q + 37, aheadQuotation(view, from), ck, distance),
    mix(q + 38, frameOfCue, side, fromStart),
    mix(q + 39, frameOfCue, side, k),
    mix(q + 40, frameOfCue, distance),
    mix(q + 41, frameOfCue, num(kind, 0), side),
    mix(q + 42, frameOfCue, num(word, 0), fromStart + 10 * side),
    mix(q + 31, frame, distance),
    mix(q + 32, num(word, from - 1), distance),
    mix(q + 33, pc, verbs, commas + 4 * side),
  ];
}

/** Whether the content has no further part. */
export function stopFeatures(view: UnitView, state: PartState): number[] {
  const { signs, rules, unit } = view;
  const { lemma, kind, coarse } = signs;
  const { cue, after } = state;
  const rule = rules.get(cue);
  const next = state.count === 0 ? cue + 1 : Math.max(after, cue + 1);
  const side = after > cue ? 1 : 2;
  const q = QUESTION.stop;
  const rest = distanceClass(unit.tokens.length - next);
  return [
    mix(q, state.count, side),
    mix(q + 1, state.count, num(kind, next), side),
    mix(q + 2, state.count, num(lemma, cue)),
    mix(q + 3, rule?.parts.length ?? 9, state.count),
    mix(q + 4, rule?.parts.length ?? 9, state.count, rule?.frame ?? 0),
    mix(q + 5, side, num(kind, next), num(kind, next + 1)),
    mix(q + 6, side, rest),
    mix(q + 7, side, num(coarse, next), num(coarse, next + 1)),
    mix(q + 8, num(kind, cue), num(coarse, next), side),
    mix(q + 9, state.count, num(coarse, cue + 1), side),
    mix(q + 10, num(kind, cue), num(kind, cue + 1), side),
    mix(q + 12, cueEdges(view, cue), state.count, side),
    mix(q + 13, cueEdges(view, cue), num(coarse, next), side),
    mix(q + 11, side, num(view.quotationsBefore, unit.tokens.length) - num(view.quotationsBefore, next) > 0 ? 1 : 0),
  ];
}

/** Whether the part that begins at `from` ends with token `last`. */
export function endFeatures(view: UnitView, state: PartState, range: { from: number; last: number }): number[] {
  const { signs, rules, unit } = view;
  const { word, lemma, kind, coarse } = signs;
  const { cue } = state;
  const { from, last } = range;
  const rule = rules.get(cue);
  const right = from > cue;
  const side = right ? 1 : 2;
  const l = num(lemma, cue);
  const k = num(kind, last);
  const c = num(coarse, last);
  const n1 = num(kind, last + 1);
  const n2 = num(kind, last + 2);
  const nc1 = num(coarse, last + 1);
  const nc2 = num(coarse, last + 2);
  const nc3 = num(coarse, last + 3);
  const length = lengthClass(last - from + 1);
  const commas = Math.min(3, num(view.commasBefore, last + 1) - num(view.commasBefore, from));
  const dashes = Math.min(3, num(view.dashesBefore, last + 1) - num(view.dashesBefore, from));
  const verbs = Math.min(2, num(view.verbsBefore, last + 1) - num(view.verbsBefore, from));
  const brackets = num(view.bracketsBefore, last + 1) - num(view.bracketsBefore, from);
  const quotations = Math.min(2, num(view.quotationsBefore, last + 1) - num(view.quotationsBefore, from));
  const opens = num(kind, from);
  const oc = num(coarse, from);
  const part = rule?.parts.find((one) => one.from === from) ?? rule?.parts[0];
  const ruled = part === undefined ? 0 : part.to === last + 1 ? 1 : last + 1 < part.to ? 2 : 3;
  const frame = rule?.frame ?? 0;
  const restTokens = unit.tokens.length - last - 1;
  const rest = Math.min(3, restTokens);
  const gap = right ? OUTSIDE : cue - last;
  const toCue = gap > 6 ? 6 : gap;
  const atSource = rule?.sourceRange === undefined ? 0 : Math.min(4, Math.max(0, rule.sourceRange.from - last));
  const openComma = commas === 0 ? num(coarse, from - 1) === COARSE.comma : false;
  const q = QUESTION.end;
  const features = [
    mix(q, side, rest),
    mix(q + 1, n1, side),
    mix(q + 2, n1, n2),
    mix(q + 3, k, n1),
    mix(q + 4, c, nc1, nc2),
    mix(q + 5, nc1, nc2, nc3),
    mix(q + 6, length, oc, side),
    mix(q + 7, opens, length),
    mix(q + 8, opens, n1, verbs),
    mix(q + 9, opens, n1, n2),
    mix(q + 10, l, n1, side),
    mix(q + 11, l, length),
    mix(q + 12, l, rest, side),
    mix(q + 13, ruled, side),
    mix(q + 14, ruled, frame),
    mix(q + 15, ruled, n1, frame),
    mix(q + 16, ruled, l),
    mix(q + 17, ruled, n1, n2),
    mix(q + 18, commas, n1, n2),
    mix(q + 19, commas, dashes, nc1),
    mix(q + 20, verbs, nc1, oc),
    mix(q + 21, brackets, nc1),
    mix(q + 22, quotations, c, nc1),
    mix(q + 23, quotations, k, n1),
    mix(q + 24, toCue, side, nc1),
    mix(q + 25, atSource, side, nc1),
    mix(q + 26, num(word, last + 1), num(word, last + 2)),
    mix(q + 27, num(word, last + 1), verbs, side),
    mix(q + 28, num(word, last), n1),
    mix(q + 29, frame, n1, n2),
    mix(q + 30, frame, n1, length),
    mix(q + 31, num(kind, cue), n1, oc),
    mix(q + 32, openComma ? 1 : 0, n1, side),
    mix(q + 33, num(lemma, last + 1), nc2, side),
    mix(q + 34, n1, n2, num(kind, last + 3)),
    mix(q + 35, nc1, num(kind, last + 2), verbs),
    mix(q + 36, length, n1, side),
    mix(q + 37, rest === 3 ? distanceClass(restTokens) : rest, nc1, side),
    mix(q + 38, state.count, n1, side),
    mix(q + 39, k, n1, side),
  ];
  const afterQuotation = sinceQuotation(view, from, last);
  const ahead = segmentAfter(view, last + 1);
  const look = num(signs.quotation, last);
  features.push(
    mix(q + 60, afterQuotation, nc1, side),
    mix(q + 61, afterQuotation, n1, nc2),
    mix(q + 62, ahead, n1),
    mix(q + 63, ahead, n1, n2),
    mix(q + 64, ahead, num(word, last + 2), commas),
    mix(q + 65, look, n1, n2),
    mix(q + 66, look, num(signs.quotation, from), rest),
    mix(q + 67, look, l),
    mix(q + 68, look, frame, nc1),
    mix(q + 69, quotations, aheadQuotation(view, last + 1), nc1),
    mix(q + 70, num(word, last + 1), num(word, last + 2), num(kind, last + 3)),
    mix(q + 71, num(kind, last - 1), k, n1),
    mix(q + 72, l, n1, n2),
  );
  if (ruled === 2 && part !== undefined) features.push(mix(q + 50, distanceClass(part.to - last - 1), nc1));
  if (ruled === 3 && part !== undefined) features.push(mix(q + 51, distanceClass(last + 1 - part.to), nc1));
  return features;
}

function distanceClass(count: number): number {
  if (count <= 6) return count;
  if (count <= 9) return 7;
  if (count <= 14) return 8;
  return count <= 22 ? 9 : 10;
}

/** A part of a content, judged by all that is known of it. */
export interface KeepView {
  readonly at: number;
  readonly kind: StatementKind;
  /** How likely the cue and, given it, the span are. */
  readonly cue: number;
  readonly span: number;
  readonly part: TokenRange;
  readonly index: number;
  readonly count: number;
  /** How it lies to the parts of other cues. */
  readonly neighbours: number;
}

/** Places of the features that decide what is kept. A power of two. */
export const KEEP_PLACES = 1 << 14;

const KIND_NUMBER: Readonly<Record<StatementKind, number>> = { direct: 1, mixed: 2, indirect: 3 };

/** Whether a part of a content is kept. */
export function keepFeatures(view: UnitView, one: KeepView): number[] {
  const { signs, rules, unit } = view;
  const { kind, coarse } = signs;
  const rule = rules.get(one.at);
  const frame = rule?.frame ?? 0;
  const type = KIND_NUMBER[one.kind];
  const cue = logitStep(one.cue);
  const span = logitStep(one.span);
  const joint = logitStep(one.cue * one.span);
  const { from, to } = one.part;
  const side = from > one.at ? 1 : 2;
  const place = type * 16 + side * 4 + Math.min(2, one.index);
  const length = lengthClass(to - from);
  const quoteFirst = num(coarse, from) === COARSE.quotation ? 1 : 0;
  const quoteLast = num(coarse, to - 1) === COARSE.quotation ? 1 : 0;
  const ruled =
    rule === undefined
      ? 0
      : rule.parts.some((part) => part.from === from && part.to === to)
        ? 3
        : rule.parts.some((part) => part.from === from || part.to === to)
          ? 2
          : 1;
  const { neighbours } = one;
  const q = QUESTION.keep;
  const features = [
    mix(q, type),
    mix(q + 1, type, cue),
    mix(q + 2, type, span),
    mix(q + 3, type, joint),
    mix(q + 4, joint),
    mix(q + 5, cue, span),
    mix(q + 6, type, neighbours),
    mix(q + 7, neighbours, joint >> 1),
    mix(q + 8, neighbours & 15, type, joint >> 1),
    mix(q + 9, neighbours >> 4, type, joint >> 1),
    mix(q + 10, place),
    mix(q + 11, place, one.count),
    mix(q + 12, place, joint >> 1),
    mix(q + 13, type, length),
    mix(q + 14, type, length, joint >> 1),
    mix(q + 15, type, quoteFirst + 2 * quoteLast, side),
    mix(q + 16, type, quoteFirst + 2 * quoteLast, joint >> 1),
    mix(q + 17, type, ruled),
    mix(q + 18, type, ruled, joint >> 1),
    mix(q + 19, type, frame),
    mix(q + 20, frame, ruled),
    mix(q + 21, type, num(kind, from)),
    mix(q + 22, type, num(coarse, to)),
    mix(q + 23, type, unit.heading || unit.first ? 1 : 0),
    mix(q + 24, type, num(signs.quotation, to - 1)),
    mix(q + 25, type, num(signs.quotation, from)),
  ];
  return features.map((place) => place & (KEEP_PLACES - 1));
}

function logitStep(probability: number): number {
  const bounded = Math.min(0.998, Math.max(0.002, probability));
  return Math.round(Math.log(bounded / (1 - bounded)) * 2) + 16;
}
