// @ts-check
/** @import { DocumentJson } from '../render-document.ts' */
/** @import { DocumentStatement } from './document-text.js' */
import { fetchDocument } from './api.js';
import { renderFacts } from './document-facts.js';
import { renderDocumentText } from './document-text.js';
import { announce, button, element, outsideLink, prefersStillness } from './dom.js';
import { formatDate, formatLanguage } from './format.js';
import { createLegend } from './legend.js';
import { readSpanHash, spanHash } from './paths.js';
import { renderProblem } from './problem-view.js';
import { readSelectedSpan } from './selected-span.js';
import { createStatementBar } from './statement-bar.js';
import { describeHow, nameOfVoice } from './voices.js';

/** How much of a statement is told to a screen reader that steps through them. */
const ANNOUNCED_LENGTH = 300;

/** @typedef {{ start: number, end: number }} Span */

/**
 * A document as a page of its own: its whole text, its statements marked by speaker. The address may name words
 * (`#s=start-end`), which are then marked and scrolled into view.
 * @param {string} id
 * @param {HTMLElement} main
 */
export async function openDocumentPage(id, main) {
  /** @type {{ leave: () => void } | undefined} */
  let current;
  window.addEventListener('hashchange', () => {
    const span = readSpanHash(location.hash);
    if (span !== undefined) open(span.start, 'words');
  });
  await open(readSpanHash(location.hash)?.start ?? 0, 'words');

  /**
   * @param {number} at offset that must be on the page
   * @param {'words' | 'part'} goTo what to scroll to: the words in the address, or the paragraph of `at`
   */
  async function open(at, goTo) {
    const outcome = await fetchDocument(id, at);
    current?.leave();
    current = undefined;
    if (!outcome.ok) {
      main.replaceChildren(
        renderProblem(outcome, outcome.kind === 'refused' ? undefined : () => open(at, goTo)),
        element('p', {}, element('a', { text: 'All sources', attributes: { href: '/documents' } })),
      );
      return;
    }
    document.title = `${outcome.value.title} – Sovereignty Desk`;
    current = showPart(outcome.value, {
      main,
      at: goTo === 'part' ? at : undefined,
      openAt: (next) => open(next, 'part'),
    });
  }
}

/**
 * @param {DocumentJson} shown
 * @param {{ main: HTMLElement, at: number | undefined, openAt: (at: number) => void }} view
 */
function showPart(shown, { main, at, openAt }) {
  const statements = [...shown.statements].sort((a, b) => a.start - b.start || b.end - a.end);
  /** @type {Span | undefined} */
  let chosen;
  /** @type {number | undefined} */
  let picked;
  /** Whether the bar speaks of words that the reader has marked. */
  let hasOffered = false;
  let text = renderDocumentText(shown, { statements, at });
  const bar = createStatementBar({ step, close: () => choose(undefined) });
  const legend = createLegend(shown, pick);
  const leaving = new AbortController();

  main.replaceChildren(
    element(
      'article',
      { class: 'document-page' },
      renderHead(shown),
      element(
        'div',
        { class: 'reading-grid' },
        shown.speakers.length === 0
          ? element('p', { class: 'legend-none', text: 'The desk found no statement of anybody in this text.' })
          : legend.node,
        element(
          'div',
          { class: 'reading-text' },
          shown.textStart === 0
            ? undefined
            : button({ class: 'quiet-button', text: 'Earlier part' }, () => openAt(shown.textStart - 1)),
          text,
          shown.textEnd >= shown.textLength
            ? undefined
            : button({ class: 'quiet-button', text: 'Later part' }, () => openAt(shown.textEnd)),
        ),
      ),
    ),
    bar.node,
  );
  main.addEventListener('click', chooseClicked, { signal: leaving.signal });
  document.addEventListener('keydown', leaveOnEscape, { signal: leaving.signal });
  document.addEventListener('selectionchange', offerSelected, { signal: leaving.signal });

  const wanted = readSpanHash(location.hash);
  if (at !== undefined) main.querySelector('.asked-for')?.scrollIntoView({ block: 'start' });
  else if (wanted !== undefined) choose(wanted, { isInAddress: true });
  return { leave: () => leaving.abort() };

  /**
   * Marks the words of a span and tells of them; `undefined` chooses nothing.
   * @param {Span | undefined} span
   * @param {{ isInAddress?: boolean, isInView?: boolean }} [already]
   */
  function choose(span, { isInAddress = false, isInView = false } = {}) {
    chosen = span;
    if (!isInAddress) {
      history.replaceState(history.state, '', span === undefined ? location.pathname : `#${spanHash(span)}`);
    }
    const statement = span === undefined ? undefined : statements.find((one) => isSame(one, span));
    const sought = span === undefined || statement !== undefined ? undefined : span;
    if (sought !== undefined || text.querySelector('.sought') !== null) renderAgain(sought);
    for (const mark of text.querySelectorAll('.is-chosen')) mark.classList.remove('is-chosen');
    if (span === undefined) {
      bar.hide();
      return;
    }
    if (statement === undefined) {
      const found = text.querySelector('.sought');
      bar.showWords(
        found === null ? 'The link leads to words that are not in this text.' : 'The words of the link',
        span,
      );
      if (!isInView) scrollTo(found);
      return;
    }
    for (const part of text.querySelectorAll(`[data-spans~="${spanHash(span)}"], [data-span="${spanHash(span)}"]`)) {
      part.classList.add('is-chosen');
    }
    const walk = walked(statement);
    const index = walk.findIndex((one) => isSame(one, span));
    const isPart = shown.text.length < shown.textLength;
    bar.showStatement({ statement, speaker: shown.speakers[statement.voice], index, count: walk.length, isPart });
    if (!isInView) scrollTo(text.querySelector('mark.is-chosen'));
  }

  /** The statements that "next" and "previous" lead through. @param {DocumentStatement} [from] */
  function walked(from) {
    const isWanted = picked !== undefined && (from === undefined || from.voice === picked);
    return isWanted ? statements.filter(({ voice }) => voice === picked) : statements;
  }

  /** @param {-1 | 1} by */
  function step(by) {
    const here = statements.find((one) => chosen !== undefined && isSame(one, chosen));
    if (here === undefined) return;
    const walk = walked(here);
    const next = walk[walk.indexOf(here) + by];
    if (next === undefined) return;
    choose(next);
    announce(`${nameOfVoice(next.speaker)}, ${describeHow([next])}: ${next.text.slice(0, ANNOUNCED_LENGTH)}`);
  }

  /** @param {number | undefined} voice */
  function pick(voice) {
    picked = voice;
    renderAgain();
    if (voice === undefined) {
      choose(undefined);
      return;
    }
    const first = statements.find((one) => one.voice === voice);
    const speaker = shown.speakers[voice];
    if (first !== undefined) choose(first);
    else if (speaker !== undefined) openAt(speaker.first);
  }

  /** @param {Span} [sought] */
  function renderAgain(sought) {
    const isMarked = (/** @type {DocumentStatement} */ { voice }) => picked === undefined || voice === picked;
    const again = renderDocumentText(shown, { statements: statements.filter(isMarked), sought });
    text.replaceWith(again);
    text = again;
  }

  /** @param {MouseEvent} event */
  function chooseClicked(event) {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const target = event.target instanceof Element ? event.target : null;
    const label = target?.closest('.document-text .who');
    const mark = target?.closest('.document-text .statement');
    const span = label?.getAttribute('data-span') ?? mark?.getAttribute('data-spans')?.split(' ').at(-1);
    if (span === undefined || (label === null && hasSelectedWords())) return;
    event.preventDefault();
    choose(readSpanHash(`#${span}`));
  }

  /** Any words that the reader marks have an address, too. */
  function offerSelected() {
    const span = readSelectedSpan(window.getSelection(), text);
    if (span !== undefined) bar.showWords('The selected words', span);
    else if (hasOffered) choose(chosen, { isInAddress: true, isInView: true });
    hasOffered = span !== undefined;
  }

  /** @param {KeyboardEvent} event */
  function leaveOnEscape(event) {
    if (event.key !== 'Escape') return;
    if (chosen !== undefined) choose(undefined);
    else if (picked !== undefined) {
      legend.setPicked(undefined);
      pick(undefined);
    }
  }
}

/** @param {DocumentJson} shown */
function renderHead(shown) {
  const origin = outsideLink(shown.url, 'Original page');
  return element(
    'header',
    { class: 'reading-head' },
    element('h1', { text: shown.title, attributes: { tabindex: '-1' } }),
    element(
      'p',
      { class: 'source-meta' },
      element('span', { text: shown.publisher ?? 'Publisher not known' }),
      element('span', { text: formatDate(shown.published) ?? 'date not known' }),
      shown.author === null ? undefined : element('span', { text: shown.author }),
      shown.language === null ? undefined : element('span', { text: formatLanguage(shown.language) }),
      origin,
    ),
    element('p', { class: 'credit', text: `Credit: ${shown.credit}` }),
    shown.titleGivenByDesk ? element('p', { class: 'tag', text: 'title given by the desk' }) : undefined,
    element(
      'details',
      { class: 'about-source' },
      element('summary', { text: 'About this source' }),
      renderFacts(shown, [['Name', shown.id]]),
    ),
  );
}

/**
 * @param {Span} a
 * @param {Span} b
 */
function isSame(a, b) {
  return a.start === b.start && a.end === b.end;
}

/** Whether the reader is marking words with the pointer, not choosing a statement. */
function hasSelectedWords() {
  const selection = window.getSelection();
  return selection !== null && !selection.isCollapsed;
}

/** @param {Element | null} target */
function scrollTo(target) {
  target?.scrollIntoView({ block: 'center', behavior: prefersStillness() ? 'auto' : 'smooth' });
}
