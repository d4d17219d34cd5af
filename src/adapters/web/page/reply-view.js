// @ts-check
/** @import { OtherReplyJson } from '../render.ts' */
/** @import { OpenSource } from './answer-view.js' */
import { element } from './dom.js';
import { formatDate } from './format.js';
import { speakerPath } from './paths.js';
import { renderSourceCards } from './source-cards.js';

/** @typedef {Extract<OtherReplyJson, { kind: 'summary' | 'speaker' | 'choice' | 'check' }>} CommandReply */

/**
 * What a command other than a question came to.
 * @param {CommandReply} reply
 * @param {OpenSource} openSource
 */
export function renderCommandReply(reply, openSource) {
  switch (reply.kind) {
    case 'summary':
      return renderSummary(reply, openSource);
    case 'speaker':
      return renderSpeaker(reply, openSource);
    case 'choice':
      return renderChoice(reply);
    case 'check':
      return renderCheck(reply, openSource);
  }
}

/**
 * @param {Extract<CommandReply, { kind: 'summary' }>} summary
 * @param {OpenSource} openSource
 */
function renderSummary(summary, openSource) {
  if (summary.citations.length === 0) return renderNothing(summary.title, summary.text);
  const { since, until } = summary.range;
  const dates = [...new Set([formatDate(since), formatDate(until)])].filter((date) => date !== undefined);
  return element(
    'div',
    { class: 'answer' },
    element('h3', { text: summary.title }),
    ...summary.sentences.map(({ text, citations }) =>
      element('p', { class: 'words', text: `${text} ${citations.map((n) => `[${n}]`).join('')}` }),
    ),
    element(
      'section',
      { class: 'sources' },
      element('h3', { text: 'Sources' }),
      renderSourceCards(summary.citations, openSource, { numbered: true, withQuotes: false }),
    ),
    dates.length === 0 ? undefined : element('p', { class: 'answer-facts', text: `Sources of ${dates.join(' to ')}.` }),
  );
}

/**
 * @param {Extract<CommandReply, { kind: 'speaker' }>} reply
 * @param {OpenSource} openSource
 */
function renderSpeaker({ speaker, citations }, openSource) {
  const link = element('a', {
    text: `Everything ${speaker.name} said`,
    attributes: { href: speakerPath(speaker.id) },
  });
  return element(
    'div',
    { class: 'answer' },
    element('h3', { text: `What ${speaker.name} said` }),
    renderSourceCards(citations, openSource, { numbered: false, withQuotes: true }),
    element('p', { class: 'answer-facts' }, link, ` (${speaker.statements} in all)`),
  );
}

/** @param {Extract<CommandReply, { kind: 'choice' }>} reply */
function renderChoice({ name, speakers }) {
  const links = speakers.map(({ id, name: full, posts }) => {
    const post = [posts[0]?.role, posts[0]?.organisation].filter((part) => part).join(', ');
    const link = element('a', { text: full, attributes: { href: speakerPath(id) } });
    return element('li', {}, link, post === '' ? undefined : `, ${post}`);
  });
  return element(
    'div',
    { class: 'help' },
    element('p', { text: `Several bear the name “${name}”. Which one is meant?` }),
    element('ul', {}, ...links),
  );
}

/**
 * @param {Extract<CommandReply, { kind: 'check' }>} reply
 * @param {OpenSource} openSource
 */
function renderCheck({ citations }, openSource) {
  if (citations.length === 0)
    return renderNothing('No source speaks to this', 'No sentence of the sources is about what the text says.');
  return element(
    'div',
    { class: 'answer' },
    element('h3', { text: 'What the sources say on it' }),
    renderSourceCards(citations, openSource, { numbered: false, withQuotes: true }),
    element('p', {
      class: 'answer-facts',
      text: 'Whether they bear the text out is for the reader to judge; the desk shows the sentences that speak to it.',
    }),
  );
}

/**
 * @param {string} title
 * @param {string} text
 */
function renderNothing(title, text) {
  return element(
    'div',
    { class: 'not-found' },
    element('h3', { class: 'not-found-title', text: title }),
    element('p', { class: 'not-found-text', text }),
  );
}
