// @ts-check
import { fetchSources } from './api.js';
import { element } from './dom.js';
import { documentPath } from './paths.js';
import { renderProblem } from './problem-view.js';
import { renderSourceList, SOURCES_SHOWN } from './source-list.js';

/**
 * All sources as a page of its own.
 * @param {HTMLElement} main
 */
export async function openSourcesPage(main) {
  document.title = 'Sources – Sovereignty Desk';
  const outcome = await fetchSources({ limit: SOURCES_SHOWN });
  main.replaceChildren(
    element(
      'header',
      { class: 'reading-head' },
      element('h1', { text: 'All sources', attributes: { tabindex: '-1' } }),
      element('p', { class: 'lead-note', text: 'What the desk answers from. Open one to read who says what in it.' }),
    ),
    outcome.ok
      ? renderSourceList(outcome.value, {
          isCurrent: () => true,
          renderTitle: ({ id, title }) =>
            element('a', { class: 'title-button', text: title, attributes: { href: documentPath(id) } }),
        })
      : renderProblem(outcome, () => openSourcesPage(main)),
  );
}
