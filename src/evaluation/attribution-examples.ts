import { z } from 'zod';
import { splitSentences } from '../core/text/sentences.ts';
import type { Span } from '../core/text/span.ts';
import { type AttributionModel, lastsOf, mayBeCue, startsOf } from '../ingest/statements/attribution-model.ts';
import { readAttributions } from '../ingest/statements/attributions.ts';
import { partCandidates } from '../ingest/statements/chosen-attributions.ts';
import { cueFeatures } from '../ingest/statements/cue-features.ts';
import { CUE_VERBS } from '../ingest/statements/cue-verbs.ts';
import { endFeatures, type PartState, startFeatures, stopFeatures } from '../ingest/statements/part-features.ts';
import type { Token } from '../ingest/statements/tokens.ts';
import { type UnitView, viewUnit } from '../ingest/statements/unit-view.ts';
import { readUnits } from '../ingest/statements/units.ts';
import type { Choice, Judgement } from './linear-training.ts';
import { joinParts, matchSpans } from './metrics/quotation-metrics.ts';
import { pathInSet, readItems } from './set-files.ts';

const PAIR = z.tuple([z.number(), z.number()]);
const ArticleLine = z.object({
  text: z.string(),
  attributions: z.array(
    z.object({
      type: z.enum(['direct', 'mixed', 'indirect', 'none']),
      source: z.array(PAIR),
      cue: z.array(PAIR),
      content: z.array(PAIR),
    }),
  ),
});
export type AnnotatedArticle = z.output<typeof ArticleLine>;

/** What one part of the corpus teaches. */
export interface AttributionExamples {
  readonly articles: readonly { readonly article: AnnotatedArticle; readonly views: readonly UnitView[] }[];
  readonly cues: readonly Judgement[];
  readonly choices: readonly Choice[];
}

/** Contents in more parts than this are left out; few are, and most of those by mistake. */
const MOST_PARTS = 3;

/** Reads a part of PolNeAR and lays out its cues and the parts of their contents as examples. */
export async function readExamples(setsDir: string, file: string): Promise<AttributionExamples> {
  const cues: Judgement[] = [];
  const choices: Choice[] = [];
  const lines = await readItems(pathInSet(setsDir, 'polnear', file), ArticleLine);
  const articles = lines.map((article) => {
    const { text } = article;
    const views = readUnits({ text, sentences: splitSentences(text) }).map((unit) =>
      viewUnit(unit, readAttributions(unit)),
    );
    const heads = new Map<UnitView, Set<number>>();
    for (const attribution of article.attributions) {
      const cue = toSpans(attribution.cue);
      const view = views.find(({ unit }) => unit.start <= (cue[0]?.start ?? -1) && (cue[0]?.start ?? -1) < unit.end);
      const head = view === undefined ? undefined : headOf(view, cue);
      if (view === undefined || head === undefined || attribution.type === 'none') continue;
      const known = heads.get(view) ?? new Set();
      heads.set(view, known.add(head));
      const spans = joinParts(text, toSpans(attribution.content));
      const parts = spans.map((span) => tokensOf(view, span)).filter((part) => part !== undefined);
      const crossed = parts.some(({ from, last }) => from <= head && head <= last);
      if (parts.length !== spans.length || parts.length > MOST_PARTS || crossed) continue;
      choices.push(...choicesOf(view, head, parts));
    }
    for (const view of views)
      for (let at = 0; at < view.unit.tokens.length; at++)
        if (mayBeCue(view, at))
          cues.push({ features: Int32Array.from(cueFeatures(view, at)), right: heads.get(view)?.has(at) === true });
    return { article, views };
  });
  return { articles, cues, choices };
}

/** What a model takes for parts of contents in articles that it has not seen, and whether they are. */
export function judgeCandidates(examples: AttributionExamples, model: AttributionModel): Judgement[] {
  return examples.articles.flatMap(({ article, views }) => {
    const found = views.flatMap((view) => partCandidates(view, model)).sort((a, b) => b.probability - a.probability);
    const right = new Set<number>();
    for (const kind of ['direct', 'mixed', 'indirect'] as const) {
      const own = found.map((one, index) => ({ ...one, index })).filter((one) => one.kind === kind);
      for (const { left } of matchSpans(own, goldSpans(article, kind), CONTENT_OVERLAP))
        right.add(own[left]?.index ?? -1);
    }
    return found.map(({ features }, index) => ({ features: Int32Array.from(features), right: right.has(index) }));
  });
}

/** As the metric of the set has it. */
const CONTENT_OVERLAP = 0.8;

function goldSpans(article: AnnotatedArticle, kind: string): Span[] {
  return article.attributions
    .filter((one) => one.type === kind)
    .flatMap((one) => joinParts(article.text, toSpans(one.content)));
}

function toSpans(pairs: readonly (readonly [number, number])[]): Span[] {
  return pairs.map(([start, end]) => ({ start, end }));
}

/** The word of an annotated cue that the model shall find: the rules' own, else its last verb, else its last word. */
function headOf(view: UnitView, cue: readonly Span[]): number | undefined {
  const { tokens } = view.unit;
  const inside = [...tokens.keys()].filter((at) => {
    const token = tokens[at] as Token;
    return token.kind !== 'quotation' && cue.some((span) => span.start < token.end && token.start < span.end);
  });
  const open = inside.filter((at) => mayBeCue(view, at));
  const word = (at: number) => (tokens[at] as Token).lower;
  return (
    inside.find((at) => view.rules.has(at)) ??
    open.findLast((at) => CUE_VERBS.has(word(at))) ??
    open.findLast((at) => !word(at).endsWith('ly'))
  );
}

/** The tokens of a span without outer marks; none when it reaches out of the unit or lies in a quotation. */
function tokensOf(view: UnitView, span: Span): { from: number; last: number } | undefined {
  const { tokens, start, end } = view.unit;
  if (span.start < start - 1 || span.end > end + 1) return undefined;
  let from = tokens.findIndex((token) => token.end > span.start);
  let last = tokens.findLastIndex((token) => token.start < span.end);
  while (from < last && isOuterMark(tokens[from], /^[$€£#@([]$/)) from++;
  while (last > from && isOuterMark(tokens[last], /^[)\]%]$/)) last--;
  const first = tokens[from];
  const final = tokens[last];
  if (first === undefined || final === undefined || last < from) return undefined;
  if (first.kind === 'quotation' && span.start > first.start + LONGEST_MARK) return undefined;
  if (final.kind === 'quotation' && span.end < final.end - LONGEST_MARK) return undefined;
  return { from, last };
}

/** Characters of a quotation mark with a stop beside it. */
const LONGEST_MARK = 3;

function isOuterMark(token: Token | undefined, kept: RegExp): boolean {
  return token !== undefined && token.kind === 'mark' && !kept.test(token.text);
}

function choicesOf(view: UnitView, cue: number, parts: readonly { from: number; last: number }[]): Choice[] {
  const choices: Choice[] = [];
  let after = 0;
  for (let count = 0; count <= parts.length; count++) {
    const state: PartState = { cue, count, after };
    const part = parts[count];
    const starts = startsOf(view, state);
    const chosen = part === undefined ? starts.length : starts.indexOf(part.from);
    if (chosen < 0) return choices;
    const options = [...starts.map((from) => startFeatures(view, state, from)), stopFeatures(view, state)];
    choices.push({ options: options.map((one) => Int32Array.from(one)), chosen });
    if (part === undefined) return choices;
    const { from } = part;
    const lasts = lastsOf(view, state, from);
    const end = lasts.indexOf(part.last);
    if (end >= 0) {
      const ends = lasts.map((last) => Int32Array.from(endFeatures(view, state, { from, last })));
      choices.push({ options: ends, chosen: end });
    }
    after = part.last + 1;
  }
  return choices;
}
