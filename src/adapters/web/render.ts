import type { Answer, Citation } from '../../core/answer.ts';
import { answerToJson, citationToJson } from '../../core/answer.ts';
import { creditOf } from '../../core/document.ts';
import type { Reply } from '../../core/message.ts';
import type { DocumentSummary } from '../../core/ports.ts';
import { metaToJson } from './render-document.ts';
import { entityToJson } from './render-speakers.ts';
import type { CitedDocuments } from './speaker-links.ts';
import { speakerIdOf } from './speaker-links.ts';

/** The Answer of the contract, with where it is kept, which titles the desk gave, and whose page is whose. */
export function webAnswerToJson(answer: Answer, kept: { permalinkId: string; askedAt: Date; cited: CitedDocuments }) {
  const render = (citation: Citation) => webCitationToJson(citation, kept.cited);
  return {
    kind: 'answer' as const,
    ...answerToJson(answer),
    citations: answer.citations.map(render),
    related: answer.related.map(render),
    askedAt: kept.askedAt.toISOString(),
    permalink: `/answers/${kept.permalinkId}`,
  };
}

function webCitationToJson(citation: Citation, documents: CitedDocuments) {
  const cited = documents.get(citation.document);
  return {
    ...citationToJson(citation),
    /** `null`: the document is no longer held. */
    titleGivenByDesk: cited?.document.titleGivenByDesk ?? null,
    /** The page of who said it; `null` when the desk knows none. */
    speakerId: cited === undefined ? null : speakerIdOf(citation, cited),
  };
}

export type OtherReply = Exclude<Reply, { kind: 'answer' | 'problem' }>;

/** The citations that a reply other than an answer shows. */
export function citationsOf(reply: OtherReply): readonly Citation[] {
  switch (reply.kind) {
    case 'summary':
      return reply.summary.citations;
    case 'speaker':
      return reply.citations;
    case 'check':
      return reply.sources.flatMap(({ citations }) => citations);
    default:
      return [];
  }
}

/** Replies other than answers and problems, as the page gets them; `cited` as for an answer. */
export function otherReplyToJson(reply: OtherReply, cited: CitedDocuments) {
  const render = (citation: Citation) => webCitationToJson(citation, cited);
  switch (reply.kind) {
    case 'summary': {
      const { title, text, sentences, citations, range } = reply.summary;
      const dates = { since: range.since ?? null, until: range.until ?? null };
      return { kind: reply.kind, title, text, sentences, citations: citations.map(render), range: dates };
    }
    case 'speaker':
      return { kind: reply.kind, speaker: entityToJson(reply.entity), citations: reply.citations.map(render) };
    case 'choice':
      return { kind: reply.kind, name: reply.name, speakers: reply.entities.map(entityToJson) };
    case 'check':
      return { kind: reply.kind, text: reply.text, citations: citationsOf(reply).map(render) };
    case 'settings':
      return { kind: reply.kind, settings: reply.settings };
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
