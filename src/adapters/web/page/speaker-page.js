// @ts-check
/** @import { EntityJson, EntityRecordJson } from '../render-speakers.ts' */
import { fetchSpeaker } from './api.js';
import { button, element, outsideLink } from './dom.js';
import { formatDate } from './format.js';
import { documentPath } from './paths.js';
import { renderProblem } from './problem-view.js';
import { cutSegments } from './segments.js';
import { formatPost, formatSaid } from './speakers-page.js';
import { describeHow } from './voices.js';

/** @typedef {EntityRecordJson['documents'][number]} SpokenIn */
/** @typedef {SpokenIn['excerpts'][number]} Excerpt */

/** Of how many documents the statements are shown at a time. */
const PAGE_SIZE = 20;

/**
 * Everything one person or body said, newest document first.
 * @param {string} id
 * @param {HTMLElement} main
 */
export async function openSpeakerPage(id, main) {
  await load(PAGE_SIZE);

  /** @param {number} limit of documents */
  async function load(limit) {
    const outcome = await fetchSpeaker(id, limit);
    if (!outcome.ok) {
      main.replaceChildren(
        renderProblem(outcome, outcome.kind === 'refused' ? undefined : () => load(limit)),
        element('p', {}, element('a', { text: 'All speakers', attributes: { href: '/speakers' } })),
      );
      return;
    }
    const { speaker, total, documents } = outcome.value;
    document.title = `${speaker.name} – Sovereignty Desk`;
    const left = total - documents.length;
    main.replaceChildren(
      element(
        'article',
        { class: 'speaker-page' },
        renderHead(speaker),
        ...documents.map(renderDocument),
        left <= 0
          ? undefined
          : element(
              'p',
              { class: 'more-sources' },
              button({ class: 'quiet-button', text: `Show older documents (${left} left)` }, () =>
                load(limit + PAGE_SIZE),
              ),
            ),
      ),
    );
    if (limit > PAGE_SIZE) {
      const next = main.querySelectorAll('h2 a')[limit - PAGE_SIZE];
      if (next instanceof HTMLElement) next.focus();
    }
  }
}

/** @param {EntityJson} speaker */
function renderHead(speaker) {
  return element(
    'header',
    { class: 'reading-head' },
    element('p', { class: 'back-link' }, element('a', { text: '‹ All speakers', attributes: { href: '/speakers' } })),
    element('h1', { text: speaker.name, attributes: { tabindex: '-1' } }),
    speaker.posts.length === 0
      ? undefined
      : element('p', { class: 'speaker-posts', text: speaker.posts.map(formatPost).join('; ') }),
    speaker.aliases.length === 0
      ? undefined
      : element('p', { class: 'speaker-aliases', text: `Also named “${speaker.aliases.join('”, “')}”` }),
    element('p', { class: 'source-meta', text: `${formatSaid(speaker)}, newest first` }),
  );
}

/** @param {SpokenIn} spoken */
function renderDocument(spoken) {
  const origin = outsideLink(spoken.url, 'Original page');
  return element(
    'section',
    { class: 'spoken' },
    element(
      'p',
      { class: 'spoken-date' },
      spoken.published === null
        ? 'date not known'
        : element('time', {
            text: formatDate(spoken.published) ?? spoken.published,
            attributes: { datetime: spoken.published },
          }),
    ),
    element(
      'div',
      { class: 'spoken-words' },
      element('h2', {}, element('a', { text: spoken.title, attributes: { href: documentPath(spoken.id) } })),
      element(
        'p',
        { class: 'source-meta' },
        element('span', { text: spoken.publisher ?? 'Publisher not known' }),
        spoken.titleGivenByDesk ? element('span', { text: 'title given by the desk' }) : undefined,
        origin,
      ),
      element('p', { class: 'credit', text: `Credit: ${spoken.credit}` }),
      ...spoken.excerpts.map((excerpt) => renderExcerpt(excerpt, spoken)),
    ),
  );
}

/**
 * The sentences as they stand in the document, the words that are attributed to the speaker marked.
 * @param {Excerpt} excerpt
 * @param {SpokenIn} spoken
 */
function renderExcerpt(excerpt, { id, language }) {
  const words = element('blockquote', { class: 'words', attributes: language === null ? {} : { lang: language } });
  if (excerpt.isCutBefore) words.append('… ');
  for (const segment of cutSegments(excerpt, excerpt.statements)) {
    const text = excerpt.text.slice(segment.start - excerpt.start, segment.end - excerpt.start);
    const [innermost] = [...segment.ranges].sort((a, b) => a.end - a.start - (b.end - b.start));
    words.append(
      innermost === undefined ? text : element('mark', { class: `statement voice-0 kind-${innermost.kind}`, text }),
    );
  }
  if (excerpt.isCutAfter) words.append(' …');
  const [first] = excerpt.statements;
  const span = first === undefined || excerpt.statements.length > 1 ? excerpt : first;
  return element(
    'figure',
    { class: 'excerpt' },
    words,
    element(
      'figcaption',
      {},
      element('span', { text: describeHow(excerpt.statements) }),
      element('a', { text: 'Read in context', attributes: { href: documentPath(id, span) } }),
    ),
  );
}
