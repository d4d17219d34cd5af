import type { Attribution } from './attribution.ts';
import { CUE_VERBS } from './cue-verbs.ts';
import { opensWithMereLabel } from './line-labels.ts';
import type { TokenRange } from './noun-phrases.ts';
import { COARSE, hashWord, readTokenSigns, type TokenSigns } from './token-signs.ts';
import type { Token, Unit } from './tokens.ts';

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

export const OUTSIDE = 99;

export function num(values: Int32Array | Uint8Array, at: number): number {
  return at < 0 || at >= values.length ? OUTSIDE : (values[at] as number);
}
