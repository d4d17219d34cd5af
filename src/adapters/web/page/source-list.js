// @ts-check
/** @import { SourceJson, SourcesJson } from '../render.ts' */
import { fetchSources } from './api.js';
import { announce, button, element } from './dom.js';
import { formatCount, formatDate, formatLanguage } from './format.js';
import { renderProblem } from './problem-view.js';

/** How many sources are put on the screen at a time, and from how many on a filter is offered. */
export const SOURCES_SHOWN = 50;
const FILTER_FROM = 8;
/** Rest after the last key before the filter asks the desk. */
const FILTER_AFTER_MS = 200;

/**
 * The list of all sources, which can be filtered and read on.
 * @param {SourcesJson} first the first part of the list
 * @param {{ renderTitle: (source: SourceJson) => HTMLElement, isCurrent: () => boolean }} view
 */
export function renderSourceList(first, { renderTitle, isCurrent }) {
  const { total } = first;
  if (total === 0) {
    return element('p', {
      text: 'No source is indexed yet. Put documents into the knowledge folder and start the desk again.',
    });
  }
  const list = element('ul', { class: 'all-sources' });
  const more = element('p', { class: 'more-sources' });
  const note = element('p', { class: 'sources-note' });
  const filter = total < FILTER_FROM ? undefined : renderFilter((q) => show(q));
  append(first, '');
  return element('div', {}, note, filter, list, more);

  /** @param {string} q */
  async function show(q) {
    list.replaceChildren();
    await load(q, 0);
  }

  /**
   * @param {string} q
   * @param {number} offset
   */
  async function load(q, offset) {
    const next = await fetchSources({ q, offset, limit: SOURCES_SHOWN });
    if (!isCurrent()) return;
    if (next.ok) append(next.value, q);
    else more.replaceChildren(renderProblem(next, () => load(q, offset)));
  }

  /**
   * @param {SourcesJson} page
   * @param {string} q
   */
  function append(page, q) {
    list.append(...page.sources.map((source) => renderSource(source, renderTitle(source))));
    const shown = page.offset + page.sources.length;
    note.textContent =
      q === ''
        ? `${formatCount(total, 'source')} at hand.`
        : `${formatCount(page.matching, 'source')} of ${total.toLocaleString('en')} match.`;
    if (q !== '') announce(note.textContent);
    more.replaceChildren(
      ...(shown < page.matching
        ? [button({ class: 'quiet-button', text: `Show more (${page.matching - shown} left)` }, () => load(q, shown))]
        : []),
    );
  }
}

/** @param {(q: string) => void} apply */
function renderFilter(apply) {
  const field = element('input', {
    attributes: {
      type: 'search',
      placeholder: 'Filter by title, publisher or credit',
      'aria-label': 'Filter the sources',
    },
  });
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  field.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => apply(field.value), FILTER_AFTER_MS);
  });
  return element('p', { class: 'filter' }, field);
}

/**
 * @param {SourceJson} source
 * @param {HTMLElement} title
 */
function renderSource(source, title) {
  return element(
    'li',
    { class: 'source-card' },
    element(
      'p',
      { class: 'source-title' },
      title,
      source.titleGivenByDesk ? element('span', { class: 'tag', text: 'title given by the desk' }) : undefined,
    ),
    element(
      'p',
      { class: 'source-meta' },
      element('span', { text: source.publisher ?? 'Publisher not known' }),
      element('span', { text: formatDate(source.published) ?? 'date not known' }),
      element('span', { text: source.language === null ? 'language not known' : formatLanguage(source.language) }),
      element('span', { text: formatCount(source.statements, 'statement') }),
    ),
    element('p', { class: 'credit', text: `Credit: ${source.credit}` }),
    element('p', { class: 'source-id', text: source.id }),
  );
}
