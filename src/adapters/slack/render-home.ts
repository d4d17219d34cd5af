import type { types } from '@slack/bolt';
import type { Summary } from '../../core/answer.ts';
import type { DocumentSummary } from '../../core/ports.ts';
import { SLACK_LIMITS } from './limits.ts';
import { fill, type Phrases } from './phrases.ts';
import { countDocuments, documentLine, suggestionButtons } from './render-reply.ts';
import { sourceLines } from './render-sources.ts';
import { type Block, type Line, toRichText } from './rich-text.ts';

const NEWEST_SHOWN = 5;
const DIGEST_SENTENCES = 5;

/** The Home tab: what is indexed, what is new, how answers come about, what happens to questions. */
export function renderHome(
  home: {
    readonly sources: readonly DocumentSummary[];
    readonly digest: Summary | undefined;
    readonly suggestions: readonly string[];
    /** Models outside this machine that see questions; unset: none. */
    readonly textGoesTo: string | undefined;
    readonly memoryHours: number;
    readonly command: string;
  },
  phrases: Phrases,
): types.HomeView {
  const { sources, digest, suggestions, textGoesTo, memoryHours, command } = home;
  const statements = sources.reduce((sum, source) => sum + source.statements, 0);
  const newest = [...sources]
    .sort((a, b) => (b.published ?? '').localeCompare(a.published ?? ''))
    .slice(0, NEWEST_SHOWN);
  const data = [
    fill(phrases.homeDataText, { hours: memoryHours, command }),
    textGoesTo === undefined ? phrases.homeStays : fill(phrases.homeSentAway, { names: textGoesTo }),
  ].join(' ');
  const blocks: Block[] = [
    ...part(phrases.homeAsk, [[{ text: fill(phrases.homeAskText, { command }) }]]),
    ...suggestionButtons(suggestions),
    ...part(phrases.homeIndexed, [
      [{ text: `${countDocuments(sources.length, phrases)}, ${fill(phrases.statements, { count: statements })}` }],
    ]),
    ...part(
      phrases.homeNewest,
      newest.map((source) => documentLine(source, phrases)),
    ),
    ...(digest === undefined || digest.sentences.length === 0
      ? []
      : part(phrases.homeDigest, digestLines(digest, phrases))),
    ...part(phrases.homeHow, [[{ text: phrases.homeHowText }]]),
    ...part(phrases.homeData, [[{ text: data }]]),
  ];
  return { type: 'home', blocks: blocks.slice(0, SLACK_LIMITS.blocksPerView) };
}

function digestLines(digest: Summary, phrases: Phrases): Line[] {
  const sentences = digest.sentences.slice(0, DIGEST_SENTENCES);
  const shown = new Set(sentences.flatMap(({ citations }) => citations));
  return [
    ...sentences.map(({ text, citations }) => [{ text: `• ${text} ${citations.map((n) => `[${n}]`).join('')}` }]),
    ...sourceLines(
      digest.citations.filter(({ n }) => shown.has(n)),
      phrases,
    ),
  ];
}

function part(title: string, lines: readonly Line[]): Block[] {
  if (lines.length === 0) return [];
  return [{ type: 'header', text: { type: 'plain_text', text: title } }, ...toRichText(lines)];
}
