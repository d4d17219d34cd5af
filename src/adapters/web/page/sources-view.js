// @ts-check
/** @import { SourceJson } from '../render.ts' */
import { fetchSources } from './api.js';
import { openDocument } from './document-view.js';
import { announce, button, element } from './dom.js';
import { formatCount, formatDate, formatLanguage } from './format.js';
import { openPanel } from './panel.js';
import { renderProblem } from './problem-view.js';

/** How many sources are put on the screen at a time, and from how many on a filter is offered. */
const PAGE_SIZE = 50;
const FILTER_FROM = 8;
/** Rest after the last key before the filter asks the desk. */
const FILTER_AFTER_MS = 200;

/**
 * Opens the list of all sources in the panel.
 * @param {HTMLElement} opener
 */
export async function openSources(opener) {
  const waiting = element('p', { class: 'waiting', text: 'Listing the sources…' });
  const view = openPanel({ title: 'All sources', content: waiting, opener });
  const outcome = await fetchSources({ limit: PAGE_SIZE });
  if (!view.isCurrent()) return;
  if (!outcome.ok) {
    view.setContent(renderProblem(outcome, () => openSources(opener)));
    return;
  }
  const { total } = outcome.value;
  if (total === 0) {
    view.setContent(
      element('p', {
        text: 'No source is indexed yet. Put documents into the knowledge folder and start the desk again.',
      }),
    );
    return;
  }
  const list = element('ul', { class: 'all-sources' });
  const more = element('p', { class: 'more-sources' });
  const note = element('p', { class: 'sources-note', text: `${formatCount(total, 'source')} at hand.` });
  const filter = total < FILTER_FROM ? undefined : renderFilter((q) => show(q));
  view.setContent(element('div', {}, note, filter, list, more));
  append(outcome.value, '');

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
    const next = await fetchSources({ q, offset, limit: PAGE_SIZE });
    if (!view.isCurrent()) return;
    if (next.ok) append(next.value, q);
    else more.replaceChildren(renderProblem(next, () => load(q, offset)));
  }

  /**
   * @param {{ matching: number, offset: number, sources: SourceJson[] }} page
   * @param {string} q
   */
  function append(page, q) {
    list.append(...page.sources.map((source) => renderSource(source, opener)));
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
 * @param {HTMLElement} opener
 */
function renderSource(source, opener) {
  const open = () => openDocument({ id: source.id, title: source.title, back: () => openSources(opener) });
  return element(
    'li',
    { class: 'source-card' },
    element(
      'p',
      { class: 'source-title' },
      button({ class: 'title-button', text: source.title }, open),
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
