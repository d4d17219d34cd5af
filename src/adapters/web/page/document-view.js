// @ts-check
/** @import { DocumentJson, WebCitationJson } from '../render.ts' */
import { fetchDocument } from './api.js';
import { button, element, outsideLink } from './dom.js';
import { formatDate, formatLanguage, formatSpeaker } from './format.js';
import { openPanel, scrollPanelTo } from './panel.js';
import { renderProblem } from './problem-view.js';
import { cutSegments, findParagraphs, findQuote } from './segments.js';

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
  view.setContent(
    element(
      'article',
      { class: 'document' },
      wanted.back === undefined ? undefined : button({ class: 'back-button', text: '‹ All sources' }, wanted.back),
      shown.titleGivenByDesk ? element('p', { class: 'tag', text: 'title given by the desk' }) : undefined,
      renderFacts(shown, citation),
      citation !== undefined && quoted === undefined ? renderMoved(citation) : undefined,
      renderText(shown, { quoted, at: wanted.at, openAt: (next) => openDocument({ ...wanted, at: next }) }),
    ),
    shown.credit,
  );
  const sought = document.querySelector(wanted.at === undefined ? '#panel-body mark' : '#panel-body .asked-for');
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

/**
 * @param {DocumentJson} shown
 * @param {WebCitationJson | undefined} citation
 */
function renderFacts(shown, citation) {
  const speaker = citation === undefined ? '' : formatSpeaker(citation.speaker);
  const link = outsideLink(shown.url, shown.url ?? '');
  /** @type {[string, Node | string | null | undefined][]} */
  const facts = [
    ['Said by', speaker === '' ? undefined : speaker],
    ['Through', citation?.via],
    ['Publisher', shown.publisher ?? 'not known'],
    ['Author', shown.author ?? 'not known'],
    ['Date', formatDate(shown.published) ?? 'date not known'],
    ['Language', formatLanguage(shown.language)],
    ['Address', link ?? shown.url ?? 'not known'],
    ['Terms', shown.terms === null ? undefined : element('q', { text: shown.terms })],
  ];
  const list = element('dl', { class: 'facts' });
  for (const [name, value] of facts) {
    if (value === undefined || value === null) continue;
    list.append(element('div', {}, element('dt', { text: name }), element('dd', {}, value)));
  }
  return list;
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

/** @typedef {{ start: number, end: number, kind: 'quote' | 'statement', voice: number, who: string }} Highlight */

/** The stylesheet has this many colours for speakers; then they begin again. */
const VOICES = 6;

/**
 * @param {DocumentJson} shown
 * @param {{ quoted: { start: number, end: number } | undefined, at: number | undefined, openAt: (at: number) => void }} view
 */
function renderText(shown, { quoted, at, openAt }) {
  const speakers = [...new Set(shown.statements.map((statement) => nameOf(statement)))];
  /** @type {Highlight[]} */
  const highlights = shown.statements.map((statement) => {
    const who = nameOf(statement);
    return {
      start: statement.start,
      end: statement.end,
      kind: 'statement',
      voice: speakers.indexOf(who) % VOICES,
      who,
    };
  });
  if (quoted !== undefined) highlights.push({ ...quoted, kind: 'quote', voice: 0, who: '' });

  const text = element('div', {
    class: 'document-text',
    attributes: shown.language === null ? {} : { lang: shown.language },
  });
  text.classList.toggle('shows-statements', quoted === undefined);
  const headings = shown.sentences.filter((sentence) => sentence.kind === 'heading');
  for (const paragraph of findParagraphs(shown.text)) {
    const whole = { start: paragraph.start + shown.textStart, end: paragraph.end + shown.textStart };
    const isHeading = headings.some((heading) => heading.start < whole.end && whole.start < heading.end);
    const made = element('p', { class: isHeading ? 'document-heading' : 'document-paragraph' });
    if (at !== undefined && whole.start <= at && at <= whole.end) made.classList.add('asked-for');
    for (const segment of cutSegments(whole, highlights)) {
      made.append(
        ...renderSegment(segment, shown.text.slice(segment.start - shown.textStart, segment.end - shown.textStart)),
      );
    }
    text.append(made);
  }
  return element(
    'div',
    {},
    shown.statements.length === 0
      ? undefined
      : renderStatementSwitch(text, shown.statements.length, quoted === undefined),
    shown.textStart === 0
      ? undefined
      : button({ class: 'quiet-button', text: 'Earlier part' }, () => openAt(shown.textStart - 1)),
    text,
    shown.textEnd >= shown.textLength
      ? undefined
      : button({ class: 'quiet-button', text: 'Later part' }, () => openAt(shown.textEnd)),
  );
}

/**
 * The quoted words become a `mark`; a statement is underlined in the colour of its speaker, the name before it.
 * @param {{ start: number, ranges: Highlight[] }} segment
 * @param {string} words
 */
function renderSegment(segment, words) {
  const isQuoted = segment.ranges.some((range) => range.kind === 'quote');
  const statements = segment.ranges.filter((range) => range.kind === 'statement');
  const innermost = statements.sort((a, b) => a.end - a.start - (b.end - b.start))[0];
  const inner = isQuoted ? element('mark', { text: words }) : words;
  if (innermost === undefined) return [inner];
  const said = element('span', { class: `statement voice-${innermost.voice}` }, inner);
  if (innermost.start !== segment.start) return [said];
  return [element('span', { class: `who voice-${innermost.voice}`, text: keepTogether(innermost.who) }), said];
}

/**
 * @param {HTMLElement} text
 * @param {number} count
 * @param {boolean} isOn
 */
function renderStatementSwitch(text, count, isOn) {
  const box = element('input', { attributes: { type: 'checkbox' } });
  box.checked = isOn;
  box.addEventListener('change', () => text.classList.toggle('shows-statements', box.checked));
  return element('label', { class: 'switch' }, box, `Mark who says what (${count})`);
}

/** A longer name than this may break: in a narrow panel it would stand out of the line. */
const LONGEST_UNBROKEN_NAME = 28;

/** @param {string} name */
function keepTogether(name) {
  return name.length > LONGEST_UNBROKEN_NAME ? name : name.replaceAll(' ', '\u00a0');
}

/** @param {DocumentJson['statements'][number]} statement */
function nameOf(statement) {
  const { speaker } = statement;
  return speaker?.name ?? speaker?.organisation ?? speaker?.role ?? 'Speaker not named';
}
