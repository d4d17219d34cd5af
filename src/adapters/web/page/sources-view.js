// @ts-check
import { fetchSources } from './api.js';
import { openDocument } from './document-view.js';
import { button, element } from './dom.js';
import { openPanel } from './panel.js';
import { renderProblem } from './problem-view.js';
import { renderSourceList, SOURCES_SHOWN } from './source-list.js';

/**
 * Opens the list of all sources in the panel.
 * @param {HTMLElement} opener
 */
export async function openSources(opener) {
  const waiting = element('p', { class: 'waiting', text: 'Listing the sources…' });
  const view = openPanel({ title: 'All sources', content: waiting, opener });
  const outcome = await fetchSources({ limit: SOURCES_SHOWN });
  if (!view.isCurrent()) return;
  if (!outcome.ok) {
    view.setContent(renderProblem(outcome, () => openSources(opener)));
    return;
  }
  const list = renderSourceList(outcome.value, {
    isCurrent: view.isCurrent,
    renderTitle: ({ id, title }) =>
      button({ class: 'title-button', text: title }, () =>
        openDocument({ id, title, back: () => openSources(opener) }),
      ),
  });
  view.setContent(list);
}
