import type { types } from '@slack/bolt';
import type { Answer, Citation } from '../../core/answer.ts';
import type { StoredDocument } from '../../core/document.ts';
import { shorten } from './escape.ts';
import { SLACK_LIMITS } from './limits.ts';
import { fill, type Phrases } from './phrases.ts';
import { nameSpeaker, titleRuns } from './render-sources.ts';
import { type Block, costOf, type Line, toRichText } from './rich-text.ts';

/** Sentences shown before and after the one that is quoted. */
const SENTENCES_AROUND = 2;
/**
 * What a modal holds. Slack documents 100 blocks and no sum of text; views of about 250 KB are refused, so that this
 * stays far below.
 */
const EVIDENCE_BUDGET = 60_000;
/** Blocks kept back for the note that not everything is shown. */
const SPARE_BLOCKS = 2;

/** The quoted sentences of an answer, each in its context: what stands before and after it in the document. */
export function renderEvidence(
  answer: Answer,
  documents: ReadonlyMap<string, StoredDocument>,
  phrases: Phrases,
): types.ModalView {
  const cited = answer.status === 'answered' ? answer.citations : answer.related;
  const blocks: Block[] = [];
  let room = EVIDENCE_BUDGET;
  let shown = 0;
  for (const citation of cited) {
    const lines = evidenceLines(citation, documents.get(citation.document), phrases);
    const made = toRichText(lines);
    const cost = costOf(lines);
    if (cost > room || blocks.length + made.length + 1 > SLACK_LIMITS.blocksPerView - SPARE_BLOCKS) break;
    blocks.push(...made, { type: 'divider' });
    room -= cost;
    shown += 1;
  }
  const hidden = cited.length - shown;
  if (hidden > 0) blocks.push(...toRichText([[{ text: fill(phrases.evidenceMore, { count: hidden }) }]]));
  if (blocks.length === 0) blocks.push(...toRichText([[{ text: shorten(answer.text, SLACK_LIMITS.sectionText / 2) }]]));
  return modal(phrases.evidenceTitle, blocks, phrases);
}

/** A modal that only says something. */
export function renderNotice(text: string, phrases: Phrases): types.ModalView {
  return modal(phrases.evidenceTitle, toRichText([[{ text }]]), phrases);
}

function modal(title: string, blocks: readonly Block[], phrases: Phrases): types.ModalView {
  return {
    type: 'modal',
    title: { type: 'plain_text', text: shorten(title, SLACK_LIMITS.viewTitle) },
    close: { type: 'plain_text', text: shorten(phrases.close, SLACK_LIMITS.viewButton) },
    blocks: [...blocks],
  };
}

function evidenceLines(citation: Citation, document: StoredDocument | undefined, phrases: Phrases): Line[] {
  const { n, title, url, publisher, published, attribution } = citation;
  const speaker = nameSpeaker(citation, phrases);
  const context = document === undefined ? undefined : findContext(citation, document);
  return [
    [{ text: `[${n}] `, isBold: true }, ...titleRuns(title, url)],
    [
      {
        text: `${publisher ?? phrases.noPublisher}, ${published ?? phrases.noDate}. ${fill(phrases.credit, { credit: attribution })}`,
      },
    ],
    ...(speaker === '' ? [] : [[{ text: speaker, isItalic: true }]]),
    context === undefined
      ? [{ text: `“${citation.quote}”`, isBold: true }]
      : [
          { text: context.before === '' ? '' : `…${context.before} ` },
          { text: citation.quote, isBold: true },
          { text: context.after === '' ? '' : ` ${context.after}…` },
        ],
    ...(context === undefined ? [[{ text: phrases.documentGone, isItalic: true }]] : []),
  ];
}

/** What stands around a quotation; `undefined` when it no longer stands where it did. */
function findContext(citation: Citation, document: StoredDocument): { before: string; after: string } | undefined {
  const here = fold(document.text.slice(citation.start, citation.end));
  if (here !== fold(citation.quote)) return undefined;
  const before = document.sentences.filter(({ end }) => end <= citation.start).slice(-SENTENCES_AROUND);
  const after = document.sentences.filter(({ start }) => start >= citation.end).slice(0, SENTENCES_AROUND);
  const text = (span: { start: number; end: number }) => fold(document.text.slice(span.start, span.end));
  return { before: before.map(text).join(' '), after: after.map(text).join(' ') };
}

function fold(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
