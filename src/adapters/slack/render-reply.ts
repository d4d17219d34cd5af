import type { Summary } from '../../core/answer.ts';
import { creditOf } from '../../core/document.ts';
import type { Entity } from '../../core/entity.ts';
import type { CheckedSource, Reply } from '../../core/message.ts';
import type { DocumentSummary } from '../../core/ports.ts';
import { ACTIONS } from './actions.ts';
import { type Content, composeMessages, type SlackMessage } from './compose-messages.ts';
import { shorten } from './escape.ts';
import { SLACK_LIMITS } from './limits.ts';
import { fill, type Phrases } from './phrases.ts';
import { type RenderOptions, renderAnswer } from './render-answer.ts';
import { summariseSettings } from './render-settings.ts';
import { describeSpeaker, nameSpeaker, sourceLines, titleRuns } from './render-sources.ts';
import type { Block, Line } from './rich-text.ts';

/** Sources of a list that are named; the rest is counted. */
const LISTED_SOURCES = 30;
const LISTED_STATEMENTS = 20;

/** A reply as posts, the first with the buttons. Everything from documents and people is text that cannot act. */
export function renderReply(reply: Reply, options: RenderOptions): [SlackMessage, ...SlackMessage[]] {
  const { phrases, remarks = [] } = options;
  const compose = (content: Partial<Content> & Pick<Content, 'body'>) =>
    composeMessages({
      tail: [],
      controls: [],
      cutNote: () => [{ text: '…' }],
      continued: [{ text: phrases.continued, isItalic: true }],
      ...content,
      head: [...remarks.map((text) => [{ text, isItalic: true }]), ...(content.head ?? [])],
    });
  switch (reply.kind) {
    case 'answer':
      return renderAnswer(reply, options);
    case 'summary':
      return compose(summaryContent(reply.summary, phrases));
    case 'speaker':
      return compose({
        head: [[{ text: nameEntity(reply.entity), isBold: true }]],
        body: reply.citations.slice(0, LISTED_STATEMENTS).map(({ n, quote }) => [{ text: `[${n}] “${quote}”` }]),
        tail: sourcesTail(reply.citations.slice(0, LISTED_STATEMENTS), phrases),
      });
    case 'choice':
      return compose({
        head: [[{ text: `${reply.name}: ?`, isBold: true }]],
        body: reply.entities.map((entity) => [{ text: `• ${nameEntity(entity)}` }]),
      });
    case 'check':
      return compose(checkContent(reply.sources, phrases));
    case 'sources':
      return compose(sourcesContent(reply.sources, phrases));
    case 'settings':
      return compose({
        body: summariseSettings(reply.settings, phrases).map((text) => [{ text }]),
        controls: [
          {
            type: 'actions',
            elements: [
              {
                type: 'button',
                action_id: ACTIONS.settings,
                text: { type: 'plain_text', text: phrases.change },
                value: 'open',
              },
            ],
          },
        ],
      });
    case 'help':
      return compose({
        body: [
          ...reply.text.split('\n').map((text) => [{ text }]),
          ...(reply.suggestions.length === 0 ? [] : [[{ text: `\n${phrases.tryThese}`, isBold: true }]]),
        ],
        controls: suggestionButtons(reply.suggestions),
      });
    case 'problem':
      return compose({ body: [[{ text: reply.problem, isBold: true }, { text: ` ${reply.hint}` }]] });
  }
}

function summaryContent(summary: Summary, phrases: Phrases) {
  const isEmpty = summary.sentences.length === 0;
  return {
    head: [[{ text: summary.title, isBold: true }]],
    body: isEmpty
      ? [[{ text: summary.text }]]
      : summary.sentences.map(({ text, citations }) => [
          { text: `• ${text} ` },
          { text: citations.map((n) => `[${n}]`).join(''), isBold: true },
        ]),
    tail: sourcesTail(summary.citations, phrases, summary.text),
  };
}

function checkContent(sources: readonly CheckedSource[], phrases: Phrases) {
  const citations = sources.flatMap((source) => source.citations);
  if (citations.length === 0) return { body: [[{ text: phrases.checkNothing }]] };
  return {
    head: [[{ text: phrases.checkTitle, isBold: true }]],
    body: citations.map((citation) => {
      const speaker = nameSpeaker(citation, phrases);
      return [{ text: `[${citation.n}] ${speaker === '' ? '' : `${speaker}: `}“${citation.quote}”` }];
    }),
    tail: sourcesTail(citations, phrases),
  };
}

function sourcesContent(sources: readonly DocumentSummary[], phrases: Phrases) {
  const hidden = sources.length - LISTED_SOURCES;
  return {
    head: [[{ text: countDocuments(sources.length, phrases), isBold: true }]],
    body: [],
    tail: [
      ...sources.slice(0, LISTED_SOURCES).map((source) => documentLine(source, phrases)),
      ...(hidden > 0 ? [[{ text: fill(phrases.moreSources, { count: hidden }) }]] : []),
    ],
  };
}

export function documentLine(source: DocumentSummary, phrases: Phrases): Line {
  const { publisher = phrases.noPublisher, published = phrases.noDate } = source;
  const credit = fill(phrases.credit, { credit: creditOf(source) });
  return [
    { text: '• ' },
    ...titleRuns(source.title, source.url),
    { text: `${source.titleGivenByDesk ? ` (${phrases.titleByDesk})` : ''} — ${publisher}, ${published}. ${credit}` },
  ];
}

export function countDocuments(count: number, phrases: Phrases): string {
  return count === 1 ? phrases.oneSource : fill(phrases.allSources, { count });
}

function sourcesTail(citations: Parameters<typeof sourceLines>[0], phrases: Phrases, text?: string): Line[] {
  if (citations.length === 0) return [];
  return [[{ text: `\n${phrases.sources}`, isBold: true }], ...sourceLines(citations, phrases, text)];
}

function nameEntity({ name, posts }: Entity): string {
  const post = posts[0];
  return describeSpeaker({ name, role: post?.role, organisation: post?.organisation });
}

/** Questions that can be asked by pressing them. */
export function suggestionButtons(suggestions: readonly string[]): Block[] {
  if (suggestions.length === 0) return [];
  return [
    {
      type: 'actions',
      elements: suggestions.slice(0, SLACK_LIMITS.suggestedPrompts).map((question, at) => ({
        type: 'button',
        // Action ids must differ within a block.
        action_id: `${ACTIONS.ask}_${at}`,
        text: { type: 'plain_text', text: shorten(question, SLACK_LIMITS.buttonText) },
        value: shorten(question, SLACK_LIMITS.buttonValue),
      })),
    },
  ];
}
