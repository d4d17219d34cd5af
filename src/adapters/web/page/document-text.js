// @ts-check
/** @import { DocumentJson } from '../render-document.ts' */
import { element } from './dom.js';
import { documentPath, spanHash } from './paths.js';
import { cutSegments, findParagraphs, sweepSpans } from './segments.js';
import { describeKind, nameOfVoice, postOfVoice, voiceClass } from './voices.js';

/** @typedef {DocumentJson['statements'][number]} DocumentStatement */
/** @typedef {{ start: number, end: number, statement?: DocumentStatement, labelId?: string }} Highlight `statement` absent: the words sought */
/** What was told of the speakers so far: whose post, and which statements have their label. @typedef {Set<number | string>} Told */

/**
 * The text of a document: every statement in a `mark` with its speaker named before it, the words that were sought
 * in a mark of their own. Nothing of the text is left out or changed.
 * @param {DocumentJson} shown
 * @param {{ statements: readonly DocumentStatement[], sought?: { start: number, end: number }, at?: number }} view
 *   `statements`: those to mark; `at`: an offset whose paragraph gets the class `asked-for`
 */
export function renderDocumentText(shown, { statements, sought, at }) {
  /** @type {Highlight[]} */
  const highlights = statements.map((statement, index) => ({
    start: statement.start,
    end: statement.end,
    statement,
    labelId: `said-${index}`,
  }));
  if (sought !== undefined) highlights.push(sought);
  const paragraphs = findParagraphs(shown.text).map((paragraph) => ({
    start: paragraph.start + shown.textStart,
    end: paragraph.end + shown.textStart,
  }));
  const highlighted = sweepSpans(paragraphs, highlights);
  const headings = sweepSpans(
    paragraphs,
    shown.sentences.filter((sentence) => sentence.kind === 'heading'),
  );
  const text = element('div', {
    class: 'document-text',
    attributes: shown.language === null ? {} : { lang: shown.language },
  });
  /** @type {Told} */
  const told = new Set();
  for (const [index, whole] of paragraphs.entries()) {
    const isHeading = (headings[index] ?? []).length > 0;
    const made = element('p', {
      class: isHeading ? 'document-heading' : 'document-paragraph',
      attributes: { 'data-start': String(whole.start) },
    });
    if (at !== undefined && whole.start <= at && at <= whole.end) made.classList.add('asked-for');
    for (const segment of cutSegments(whole, highlighted[index] ?? [])) {
      const words = shown.text.slice(segment.start - shown.textStart, segment.end - shown.textStart);
      made.append(...renderSegment(segment, words, { told, documentId: shown.id }));
    }
    text.append(made);
  }
  return text;
}

/**
 * @param {{ ranges: Highlight[] }} segment
 * @param {string} words
 * @param {{ told: Told, documentId: string }} so
 * @returns {(Node | string)[]}
 */
function renderSegment(segment, words, { told, documentId }) {
  const isSought = segment.ranges.some(({ statement }) => statement === undefined);
  const inner = isSought ? element('mark', { class: 'sought', text: words }) : words;
  /** @type {HTMLElement[]} */
  const labels = [];
  /** @type {DocumentStatement | undefined} */
  let innermost;
  let describedBy = '';
  for (const { statement, labelId = '' } of segment.ranges) {
    if (statement === undefined) continue;
    if (!told.has(labelId)) labels.push(renderLabel(statement, { id: labelId, told, documentId }));
    if (innermost !== undefined && innermost.end - innermost.start < statement.end - statement.start) continue;
    innermost = statement;
    describedBy = labelId;
  }
  if (innermost === undefined) return [inner];
  const spans = segment.ranges.flatMap(({ statement }) => (statement === undefined ? [] : spanHash(statement)));
  const said = element(
    'mark',
    {
      class: `statement kind-${innermost.kind} ${voiceClass(innermost.voice, innermost.speaker)}`,
      attributes: {
        'data-spans': spans.join(' '),
        'aria-describedby': describedBy,
      },
    },
    inner,
  );
  return [...labels, said];
}

/**
 * Who speaks, before the words; a link to this very statement.
 * @param {DocumentStatement} statement
 * @param {{ id: string, told: Told, documentId: string }} so
 */
function renderLabel(statement, { id, told, documentId }) {
  const { speaker, voice, kind, via, carried } = statement;
  const post = speaker === null || told.has(voice) ? '' : postOfVoice(speaker);
  if (post !== '') told.add(voice);
  told.add(id);
  return element(
    'a',
    {
      id,
      class: `who ${voiceClass(voice, speaker)}${carried ? ' is-carried' : ''}`,
      attributes: {
        href: documentPath(documentId, statement),
        'data-span': spanHash(statement),
      },
    },
    element('span', { class: 'who-name', text: nameOfVoice(speaker) }),
    post === '' ? undefined : element('span', { class: 'who-post', text: `, ${post}` }),
    element('span', { class: 'who-kind', text: `, ${describeKind(kind)}` }),
    via === null ? undefined : element('span', { class: 'who-via', text: `, via ${via}` }),
    carried ? element('span', { class: 'who-kind', text: ', carried on' }) : undefined,
    element('span', { class: 'visually-hidden', text: ': ' }),
  );
}
