// @ts-check
/** @import { AnswerReason } from '../../../core/answer.ts' */
/** @import { WebAnswerJson, WebCitationJson } from '../render.ts' */
import { renderByline } from './byline.js';
import { copyButton } from './copy-button.js';
import { button, element } from './dom.js';
import { formatDate, formatMoment, formatSpeaker } from './format.js';
import { speakerPath } from './paths.js';
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
  if (answer.status === 'not_found') return `${refusalOf(answer).title}. ${explainRefusal(answer)}`;
  const credits = [...new Set(answer.citations.map((citation) => citation.attribution))].join(', ');
  return `Answer: ${answer.sentences.map((sentence) => sentence.text).join(' ')} Credit: ${credits}.`;
}

/**
 * @param {WebAnswerJson} answer
 * @param {OpenSource} openSource
 */
function renderAnswered(answer, openSource) {
  const byNumber = new Map(answer.citations.map((citation) => [citation.n, citation]));
  const said = groupBySpeaker(answer.sentences, byNumber).map((group) => renderSaid(group, byNumber, openSource));
  return element(
    'div',
    { class: 'answer' },
    renderUnderstanding(answer),
    ...(said.length < LIST_FROM
      ? said
      : [element('ul', { class: 'said-list' }, ...said.map((group) => element('li', {}, group)))]),
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

/** From so many voices on they are a list, whose length is told to who cannot see it. */
const LIST_FROM = 3;

/** A follow-up question is shown as what the desk took it for. @param {WebAnswerJson} answer */
function renderUnderstanding({ understoodAs }) {
  if (understoodAs === null) return undefined;
  return element('p', { class: 'understood' }, 'Understood as: ', element('q', { text: understoodAs }));
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
  return element('div', { class: 'said' }, renderByline(said.first, { withCredit: true, withLink: true }), words);
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
                renderByline(citation, { withCredit: true, withLink: true }),
                element('q', { text: citation.quote }),
                renderMarker(citation, openSource),
              ),
            ),
        ),
      ),
    ),
  );
}

const NOT_FOUND = { title: 'Not found in the sources', related: 'Nearest material – not an answer' };
const NO_QUESTION = { ...NOT_FOUND, title: 'Not a question that the desk can answer' };

/**
 * What stands over a refusal. Somebody who spoke, but not about this, is not taken for somebody whom the sources do not
 * know.
 * @type {ReadonlyMap<AnswerReason | null, { title: string, related: string }>}
 */
const REFUSALS = new Map([
  [
    'speaker_silent',
    { title: 'Nothing said about this in the sources', related: 'What they did speak about – not an answer' },
  ],
  ['speaker_unquoted', { ...NOT_FOUND, title: 'Named in the sources, but not quoted' }],
  ['speaker_unknown', { ...NOT_FOUND, title: 'Not a speaker in the sources' }],
  ['premise', { title: 'The sources do not say so', related: 'What they do say – not an answer' }],
  ['outside_time', { title: 'Nothing from that time in the sources', related: 'From other times – not an answer' }],
  ['no_words', NO_QUESTION],
  ['too_long', NO_QUESTION],
  ['task', NO_QUESTION],
  ['no_documents', { ...NOT_FOUND, title: 'No source to answer from' }],
  ['defect', { ...NOT_FOUND, title: 'The answer was withheld' }],
]);

/** @param {WebAnswerJson} answer */
function refusalOf({ reason }) {
  return { reason: reason ?? 'nothing', ...(REFUSALS.get(reason) ?? NOT_FOUND) };
}

/**
 * @param {WebAnswerJson} answer
 * @param {OpenSource} openSource
 */
function renderNotFound(answer, openSource) {
  const { reason, title, related } = refusalOf(answer);
  return element(
    'div',
    { class: 'not-found', attributes: { 'data-reason': reason } },
    renderUnderstanding(answer),
    element('h3', { class: 'not-found-title', text: title }),
    element('p', { class: 'not-found-text', text: explainRefusal(answer) }),
    reason === 'speaker_silent' ? renderSpeakerLink(answer.related) : undefined,
    answer.related.length === 0
      ? undefined
      : element(
          'section',
          { class: 'related' },
          element('h4', { text: related }),
          renderSourceCards(answer.related, openSource, { numbered: false, withQuotes: true }),
        ),
    renderFoot(answer),
  );
}

/** Where the nearest material is all of one speaker, everything else they said. @param {readonly WebCitationJson[]} related */
function renderSpeakerLink(related) {
  const [first] = related;
  const id = first?.speakerId ?? null;
  if (first === undefined || id === null || related.some(({ speakerId }) => speakerId !== id)) return undefined;
  const name = first.speaker?.name ?? first.speaker?.organisation ?? 'they';
  return element(
    'p',
    { class: 'not-found-more' },
    element('a', { text: `Everything ${name} said`, attributes: { href: speakerPath(id) } }),
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
      copyButton('Copy link', 'Link copied', () => address),
      copyButton('Copy text', 'Text copied', () => answer.text),
    ),
  );
}

/**
 * Why there is no answer. What the question was understood as stands before it in the text, the nearest material
 * behind; here both have places of their own.
 * @param {WebAnswerJson} answer
 */
function explainRefusal({ text, understoodAs }) {
  const paragraphs = text.split('\n').filter((paragraph) => paragraph.trim() !== '');
  const isUnderstanding = understoodAs !== null && paragraphs[0]?.includes(understoodAs);
  return (isUnderstanding ? paragraphs[1] : paragraphs[0]) ?? '';
}
