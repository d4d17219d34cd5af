// @ts-check
/** @import { WebAnswerJson, WebCitationJson } from '../render.ts' */
import { renderByline } from './byline.js';
import { announce, button, element } from './dom.js';
import { formatDate, formatMoment, formatSpeaker } from './format.js';
import { attachPreview } from './preview.js';
import { splitExplanations } from './segments.js';
import { renderSourceCards } from './source-cards.js';

/** @typedef {(citation: WebCitationJson, opener: HTMLElement) => void} OpenSource */

/**
 * An Answer as people read it. An answer and a "not found" share no look, so that neither is taken for the other.
 * @param {WebAnswerJson} answer
 * @param {OpenSource} openSource
 */
export function renderAnswer(answer, openSource) {
  return answer.status === 'answered' ? renderAnswered(answer, openSource) : renderNotFound(answer, openSource);
}

/**
 * What a screen reader is told when the answer has come.
 * @param {WebAnswerJson} answer
 */
export function describeAnswer(answer) {
  if (answer.status === 'not_found') return `Not found in the sources. ${firstParagraph(answer.text)}`;
  const credits = [...new Set(answer.citations.map((citation) => citation.attribution))].join(', ');
  return `Answer: ${answer.sentences.map((sentence) => sentence.text).join(' ')} Credit: ${credits}.`;
}

/**
 * @param {WebAnswerJson} answer
 * @param {OpenSource} openSource
 */
function renderAnswered(answer, openSource) {
  const byNumber = new Map(answer.citations.map((citation) => [citation.n, citation]));
  return element(
    'div',
    { class: 'answer' },
    ...groupBySpeaker(answer.sentences, byNumber).map((group) => renderSaid(group, byNumber, openSource)),
    renderConflicts(answer, byNumber, openSource),
    element(
      'section',
      { class: 'sources' },
      element('h3', { text: 'Sources' }),
      renderSourceCards(answer.citations, openSource, { numbered: true, withQuotes: answer.mode === 'generated' }),
    ),
    renderFoot(answer),
  );
}

/** @typedef {{ first: WebCitationJson, sentences: WebAnswerJson['sentences'][number][] }} Said */

/**
 * Consecutive sentences of one speaker, heard through one outlet, in one document.
 * @param {WebAnswerJson['sentences']} sentences
 * @param {ReadonlyMap<number, WebCitationJson>} byNumber
 */
function groupBySpeaker(sentences, byNumber) {
  /** @type {Said[]} */
  const groups = [];
  for (const sentence of sentences) {
    const citation = byNumber.get(sentence.citations[0] ?? 0);
    if (citation === undefined) continue;
    const last = groups.at(-1);
    if (last !== undefined && isSaidAlike(last.first, citation)) last.sentences.push(sentence);
    else groups.push({ first: citation, sentences: [sentence] });
  }
  return groups;
}

/**
 * @param {WebCitationJson} a
 * @param {WebCitationJson} b
 */
function isSaidAlike(a, b) {
  return a.document === b.document && a.via === b.via && formatSpeaker(a.speaker) === formatSpeaker(b.speaker);
}

/**
 * @param {Said} said
 * @param {ReadonlyMap<number, WebCitationJson>} byNumber
 * @param {OpenSource} openSource
 */
function renderSaid(said, byNumber, openSource) {
  const words = element('p', { class: 'words' });
  for (const sentence of said.sentences) {
    const citations = sentence.citations.map((n) => byNumber.get(n)).filter((found) => found !== undefined);
    const parts = splitExplanations(
      sentence.text,
      citations.map((citation) => citation.quote),
    );
    const last = parts.at(-1);
    const [rest, lastWord] = last === undefined || last.byDesk ? [undefined, ''] : cutLastWord(last.text);
    for (const part of rest === undefined ? parts : parts.slice(0, -1)) {
      words.append(part.byDesk ? element('span', { class: 'by-desk', text: part.text }) : part.text);
    }
    const markers = citations.map((citation) => renderMarker(citation, openSource));
    words.append(rest ?? '', element('span', { class: 'tied' }, lastWord, ...markers), ' ');
  }
  return element('div', { class: 'said' }, renderByline(said.first, { withCredit: true }), words);
}

/** A longer word than this may break from its marker: holding both together would leave a hole in the line. */
const LONGEST_TIED_WORD = 20;

/**
 * The last word stays on one line with the markers behind it.
 * @param {string} text
 * @returns {[string, string]}
 */
function cutLastWord(text) {
  const start = text.trimEnd().lastIndexOf(' ') + 1;
  return text.length - start > LONGEST_TIED_WORD ? [text, ''] : [text.slice(0, start), text.slice(start)];
}

/**
 * @param {WebCitationJson} citation
 * @param {OpenSource} openSource
 */
function renderMarker(citation, openSource) {
  const label = `Source ${citation.n}: ${citation.title}, credit: ${citation.attribution}`;
  const marker = button({ class: 'marker', text: `[${citation.n}]`, attributes: { 'aria-label': label } }, () =>
    openSource(citation, marker),
  );
  attachPreview(marker, citation);
  return marker;
}

/**
 * @param {WebAnswerJson} answer
 * @param {ReadonlyMap<number, WebCitationJson>} byNumber
 * @param {OpenSource} openSource
 */
function renderConflicts(answer, byNumber, openSource) {
  if (answer.conflicts.length === 0) return undefined;
  return element(
    'section',
    { class: 'conflicts' },
    element('h3', { text: 'The sources differ' }),
    ...answer.conflicts.map((conflict) =>
      element(
        'div',
        { class: 'conflict' },
        element('p', { class: 'conflict-about', text: conflict.about }),
        element(
          'ul',
          {},
          ...conflict.citations
            .map((n) => byNumber.get(n))
            .filter((found) => found !== undefined)
            .map((citation) =>
              element(
                'li',
                {},
                renderByline(citation, { withCredit: true }),
                element('q', { text: citation.quote }),
                renderMarker(citation, openSource),
              ),
            ),
        ),
      ),
    ),
  );
}

/**
 * @param {WebAnswerJson} answer
 * @param {OpenSource} openSource
 */
function renderNotFound(answer, openSource) {
  return element(
    'div',
    { class: 'not-found' },
    element('h3', { class: 'not-found-title', text: 'Not found in the sources' }),
    element('p', { class: 'not-found-text', text: firstParagraph(answer.text) }),
    answer.related.length === 0
      ? undefined
      : element(
          'section',
          { class: 'related' },
          element('h4', { text: 'Nearest material – not an answer' }),
          renderSourceCards(answer.related, openSource, { numbered: false, withQuotes: true }),
        ),
    renderFoot(answer),
  );
}

/** @param {WebAnswerJson} answer */
function renderFoot(answer) {
  const address = new URL(answer.permalink, location.href).href;
  const newest = formatDate(answer.newest);
  const facts = [
    answer.status === 'not_found'
      ? undefined
      : answer.mode === 'extractive'
        ? 'Quoted word for word; [brackets] are the desk’s.'
        : 'Worded by a language model, each sentence checked against its source.',
    newest === undefined ? undefined : `Newest evidence: ${newest}.`,
    `Asked ${formatMoment(answer.askedAt)}.`,
  ];
  return element(
    'footer',
    { class: 'answer-foot' },
    element('p', { class: 'answer-facts', text: facts.filter((fact) => fact !== undefined).join(' ') }),
    element(
      'p',
      { class: 'answer-actions' },
      element('a', { class: 'permalink', text: 'Permanent link', attributes: { href: answer.permalink } }),
      copyButton('Copy link', 'Link copied', address),
      copyButton('Copy text', 'Text copied', answer.text),
    ),
  );
}

/** How long "copied" stands on the button: long enough to be read, short enough to copy again. */
const COPIED_SHOWN_MS = 2000;

/**
 * @param {string} label
 * @param {string} done
 * @param {string} text
 */
function copyButton(label, done, text) {
  const made = button({ class: 'quiet-button', text: label }, async () => {
    const copied = await copyText(text);
    const outcome = copied ? done : 'The browser refused to copy';
    made.textContent = outcome;
    announce(outcome);
    setTimeout(() => {
      made.textContent = label;
    }, COPIED_SHOWN_MS);
  });
  return made;
}

/**
 * The clipboard interface exists on localhost and https only; elsewhere a selected text field is copied.
 * @param {string} text
 */
async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const before = document.activeElement;
    const field = element('textarea', { class: 'visually-hidden', attributes: { 'aria-hidden': 'true' } });
    field.value = text;
    document.body.append(field);
    field.select();
    const copied = document.execCommand('copy');
    field.remove();
    if (before instanceof HTMLElement) before.focus();
    return copied;
  }
}

/**
 * The nearest material stands in the further lines of the text; here it has its own place.
 * @param {string} text
 */
function firstParagraph(text) {
  return text.trim().split('\n')[0] ?? '';
}
