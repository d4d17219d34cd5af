import type { Answer, CitationJson } from '../../core/answer.ts';
import { answerToJson, speakerToJson } from '../../core/answer.ts';
import type { DocumentMeta } from '../../core/document.ts';
import { creditOf } from '../../core/document.ts';
import type { Reply } from '../../core/message.ts';
import type { DocumentSummary, StoredDocument } from '../../core/ports.ts';
import type { Statement } from '../../core/statement.ts';
import type { Span } from '../../core/text/span.ts';
import { spansOverlap } from '../../core/text/span.ts';

/** How much of a document's text one response holds, in UTF-16 code units: a long report, and quick to lay out. */
const MAX_TEXT_SHOWN = 200_000;

/** Whether the desk gave the title, by document id; a document that is no longer held is missing. */
export type TitlesGiven = ReadonlyMap<string, boolean>;

/** The Answer of the contract, with where it is kept and which titles the desk gave. */
export function webAnswerToJson(
  answer: Answer,
  kept: { permalinkId: string; askedAt: Date; titlesGiven: TitlesGiven },
) {
  const json = answerToJson(answer);
  const withTitle = (citation: CitationJson) => ({
    ...citation,
    /** `null`: the document is no longer held. */
    titleGivenByDesk: kept.titlesGiven.get(citation.document) ?? null,
  });
  return {
    kind: 'answer' as const,
    ...json,
    citations: json.citations.map(withTitle),
    related: json.related.map(withTitle),
    askedAt: kept.askedAt.toISOString(),
    permalink: `/answers/${kept.permalinkId}`,
  };
}

/** Replies other than answers and problems, as the page gets them. */
export function otherReplyToJson(reply: Extract<Reply, { kind: 'sources' | 'help' }>) {
  switch (reply.kind) {
    case 'sources':
      return { kind: reply.kind, total: reply.sources.length, sources: reply.sources.map(sourceToJson) };
    case 'help':
      return { kind: reply.kind, text: reply.text, suggestions: reply.suggestions };
  }
}

function sourceToJson(source: DocumentSummary) {
  return { ...metaToJson(source), statements: source.statements, passages: source.passages };
}

/** One page of the sources whose title, id, publisher, author or credit contains `q`, upper and lower case alike. */
export function sourcesToJson(
  sources: readonly DocumentSummary[],
  query: { offset: number; limit: number; q: string },
) {
  const wanted = query.q.trim().toLowerCase();
  const found = wanted === '' ? sources : sources.filter((source) => describe(source).includes(wanted));
  return {
    /** How many the desk holds. */
    total: sources.length,
    /** How many of them match `q`. */
    matching: found.length,
    offset: query.offset,
    sources: found.slice(query.offset, query.offset + query.limit).map(sourceToJson),
  };
}

/** A document with the part of its text around offset `at`; all offsets count in the whole text. */
export function documentToJson(document: StoredDocument, at: number) {
  const shown = cutWindow(document.text, at, MAX_TEXT_SHOWN);
  const isShown = (span: Span) => spansOverlap(span, shown);
  return {
    ...metaToJson(document),
    text: document.text.slice(shown.start, shown.end),
    textStart: shown.start,
    textEnd: shown.end,
    textLength: document.text.length,
    sentences: document.sentences.filter(isShown).map(({ start, end, block, kind }) => ({ start, end, block, kind })),
    statements: document.statements.filter(isShown).map(statementToJson),
  };
}

/** At most `size` code units of `text` around `at`, beginning and ending at line breaks where there are any. */
export function cutWindow(text: string, at: number, size: number): Span {
  if (text.length <= size) return { start: 0, end: text.length };
  const middle = Math.min(at, text.length);
  const earliest = Math.max(0, Math.min(middle - Math.floor(size / 2), text.length - size));
  const latest = earliest + size;
  const breakAfter = earliest === 0 ? 0 : text.indexOf('\n', earliest) + 1;
  const breakBefore = latest === text.length ? latest : text.lastIndexOf('\n', latest - 1);
  return {
    start: breakAfter > earliest && breakAfter <= middle ? breakAfter : earliest,
    end: breakBefore > middle ? breakBefore : latest,
  };
}

function statementToJson(statement: Statement) {
  return {
    start: statement.start,
    end: statement.end,
    text: statement.text,
    kind: statement.kind,
    speaker: statement.speaker === undefined ? null : speakerToJson(statement.speaker),
    via: statement.via ?? null,
  };
}

function metaToJson(meta: DocumentMeta & { fileName: string }) {
  return {
    id: meta.id,
    title: meta.title,
    titleGivenByDesk: meta.titleGivenByDesk,
    publisher: meta.publisher ?? null,
    attribution: meta.attribution ?? null,
    /** The credit line to show; never empty. */
    credit: creditOf(meta),
    terms: meta.terms ?? null,
    url: meta.url ?? null,
    author: meta.author ?? null,
    published: meta.published ?? null,
    language: meta.language ?? null,
  };
}

function describe(source: DocumentSummary): string {
  return [source.id, source.title, source.publisher, source.author, creditOf(source)].join('\n').toLowerCase();
}

export type WebAnswerJson = ReturnType<typeof webAnswerToJson>;
/** @public The page's annotations use it. */
export type WebCitationJson = WebAnswerJson['citations'][number];
/** @public The page's annotations use it. */
export type OtherReplyJson = ReturnType<typeof otherReplyToJson>;
/** @public The page's annotations use it. */
export type SourceJson = ReturnType<typeof sourceToJson>;
export type SourcesJson = ReturnType<typeof sourcesToJson>;
export type DocumentJson = ReturnType<typeof documentToJson>;
