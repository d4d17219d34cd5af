// @ts-check
/** @import { WebCitationJson } from '../render.ts' */
/** @import { DocumentJson } from '../render-document.ts' */
import { fetchDocument } from './api.js';
import { renderFacts } from './document-facts.js';
import { renderDocumentText } from './document-text.js';
import { button, element } from './dom.js';
import { formatSpeaker } from './format.js';
import { openPanel, scrollPanelTo } from './panel.js';
import { documentPath, speakerPath } from './paths.js';
import { renderProblem } from './problem-view.js';
import { findQuote } from './segments.js';

/**
 * Opens a document in the panel. With a citation, its quoted words are marked and scrolled into view; without, its
 * statements are marked by speaker. `at` asks for another part of a long text.
 * @param {{
 *   id: string, title: string, at?: number, citation?: WebCitationJson, isNumbered?: boolean,
 *   opener?: HTMLElement, back?: () => void,
 * }} wanted
 */
export async function openDocument(wanted) {
  const { citation } = wanted;
  const at = wanted.at ?? citation?.start ?? 0;
  const waiting = element('p', { class: 'waiting', text: 'Opening the source…' });
  const title = wanted.isNumbered ? `[${citation?.n}] ${wanted.title}` : wanted.title;
  const view = openPanel({ title, credit: citation?.attribution, content: waiting, opener: wanted.opener });
  const outcome = await fetchDocument(wanted.id, at);
  if (!view.isCurrent()) return;
  if (!outcome.ok) {
    view.setContent(
      element(
        'div',
        {},
        citation === undefined ? undefined : renderCitedWords(citation),
        renderProblem(outcome, () => openDocument(wanted)),
      ),
    );
    return;
  }
  const shown = outcome.value;
  const quoted = citation === undefined ? undefined : locate(shown, citation);
  const address = documentPath(shown.id, quoted);
  view.setContent(
    element(
      'article',
      { class: 'document' },
      wanted.back === undefined ? undefined : button({ class: 'back-button', text: '‹ All sources' }, wanted.back),
      shown.titleGivenByDesk ? element('p', { class: 'tag', text: 'title given by the desk' }) : undefined,
      renderFacts(shown, [
        ['Said by', citation === undefined ? undefined : renderSpeaker(citation)],
        ['Through', citation?.via],
      ]),
      element(
        'p',
        { class: 'whole-page' },
        element('a', { text: 'Open as a page, with who says what', attributes: { href: address } }),
      ),
      citation !== undefined && quoted === undefined ? renderMoved(citation) : undefined,
      renderText(shown, { quoted, at: wanted.at, openAt: (next) => openDocument({ ...wanted, at: next }) }),
    ),
    shown.credit,
  );
  const sought = document.querySelector(wanted.at === undefined ? '#panel-body .sought' : '#panel-body .asked-for');
  if (sought instanceof HTMLElement) scrollPanelTo(sought);
}

/**
 * @param {DocumentJson} shown
 * @param {WebCitationJson} citation
 */
function locate(shown, citation) {
  const offset = shown.textStart;
  const span = { start: citation.start - offset, end: citation.end - offset };
  const found = findQuote(shown.text, citation.quote, span);
  return found === undefined ? undefined : { start: found.start + offset, end: found.end + offset };
}

/** @param {WebCitationJson} citation */
function renderSpeaker({ speaker, speakerId }) {
  const said = formatSpeaker(speaker);
  if (said === '') return undefined;
  return speakerId === null ? said : element('a', { text: said, attributes: { href: speakerPath(speakerId) } });
}

/** The document was changed after the answer was given. @param {WebCitationJson} citation */
function renderMoved(citation) {
  return element(
    'div',
    { class: 'moved' },
    element('p', { text: 'This source has changed since the answer was given; these words are no longer in it:' }),
    renderCitedWords(citation),
  );
}

/** @param {WebCitationJson} citation */
function renderCitedWords(citation) {
  return element(
    'figure',
    { class: 'cited' },
    element('blockquote', { text: citation.quote }),
    element('figcaption', { class: 'credit', text: `Credit: ${citation.attribution}` }),
  );
}

/**
 * @param {DocumentJson} shown
 * @param {{ quoted: { start: number, end: number } | undefined, at: number | undefined, openAt: (at: number) => void }} view
 */
function renderText(shown, { quoted, at, openAt }) {
  const holder = element('div');
  /** @param {boolean} withStatements */
  const show = (withStatements) =>
    holder.replaceChildren(
      renderDocumentText(shown, { statements: withStatements ? shown.statements : [], sought: quoted, at }),
    );
  show(quoted === undefined);
  return element(
    'div',
    {},
    shown.statements.length === 0
      ? undefined
      : renderStatementSwitch(shown.statements.length, { isOn: quoted === undefined, show }),
    shown.textStart === 0
      ? undefined
      : button({ class: 'quiet-button', text: 'Earlier part' }, () => openAt(shown.textStart - 1)),
    holder,
    shown.textEnd >= shown.textLength
      ? undefined
      : button({ class: 'quiet-button', text: 'Later part' }, () => openAt(shown.textEnd)),
  );
}

/**
 * @param {number} count
 * @param {{ isOn: boolean, show: (withStatements: boolean) => void }} control
 */
function renderStatementSwitch(count, { isOn, show }) {
  const box = element('input', { attributes: { type: 'checkbox' } });
  box.checked = isOn;
  box.addEventListener('change', () => show(box.checked));
  return element('label', { class: 'switch' }, box, `Mark who says what (${count})`);
}
