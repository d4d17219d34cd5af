// @ts-check
/** @import { WebCitationJson } from '../render.ts' */
/** @import { OpenSource } from './answer-view.js' */
import { button, element, outsideLink } from './dom.js';
import { formatDate, formatSpeaker } from './format.js';

/**
 * One card per document: what it is, its credit, and each of its quotations that was used.
 * @param {readonly WebCitationJson[]} citations
 * @param {OpenSource} openSource
 * @param {{ numbered: boolean, withQuotes: boolean }} show `numbered`: the markers of an answer; nearest material has none
 */
export function renderSourceCards(citations, openSource, show) {
  /** @type {Map<string, WebCitationJson[]>} */
  const byDocument = new Map();
  for (const citation of citations) {
    byDocument.set(citation.document, [...(byDocument.get(citation.document) ?? []), citation]);
  }
  return element(
    'ul',
    { class: 'source-cards' },
    ...[...byDocument.values()].map((group) => renderCard(group, openSource, show)),
  );
}

/**
 * @param {readonly WebCitationJson[]} group of one document, at least one
 * @param {OpenSource} openSource
 * @param {{ numbered: boolean, withQuotes: boolean }} show
 */
function renderCard(group, openSource, show) {
  const [first] = group;
  if (first === undefined) return undefined;
  const origin = outsideLink(first.url, 'Original page');
  return element(
    'li',
    { class: 'source-card' },
    element(
      'p',
      { class: 'source-title' },
      element('cite', { text: first.title }),
      first.titleGivenByDesk === true ? element('span', { class: 'tag', text: 'title given by the desk' }) : undefined,
      first.titleGivenByDesk === null ? element('span', { class: 'tag', text: 'since withdrawn' }) : undefined,
    ),
    element(
      'p',
      { class: 'source-meta' },
      element('span', { text: first.publisher ?? 'Publisher not known' }),
      element('span', { text: formatDate(first.published) ?? 'date not known' }),
      origin,
    ),
    element('p', { class: 'credit', text: `Credit: ${first.attribution}` }),
    element(
      'ul',
      { class: 'source-quotes' },
      ...group.map((citation) => element('li', {}, renderQuoteButton(citation, openSource, show))),
    ),
  );
}

/**
 * @param {WebCitationJson} citation
 * @param {OpenSource} openSource
 * @param {{ numbered: boolean, withQuotes: boolean }} show
 */
function renderQuoteButton(citation, openSource, show) {
  const who = formatSpeaker(citation.speaker);
  const via = citation.via === null ? '' : `via ${citation.via}`;
  const made = button(
    { class: 'source-quote' },
    () => openSource(citation, made),
    show.numbered ? element('span', { class: 'source-number', text: `[${citation.n}]` }) : undefined,
    element(
      'span',
      { class: 'source-who' },
      show.withQuotes ? element('span', { class: 'source-words', text: `“${citation.quote}”` }) : undefined,
      element('span', { text: [who === '' ? 'No speaker named' : who, via].filter((part) => part !== '').join(', ') }),
    ),
    element('span', { class: 'source-open', text: 'Read in context' }),
  );
  return made;
}
