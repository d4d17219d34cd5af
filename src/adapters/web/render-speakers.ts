import type { Entity, EntityRecord } from '../../core/entity.ts';
import type { DocumentSummary, StoredDocument } from '../../core/ports.ts';
import type { Statement } from '../../core/statement.ts';
import type { Span } from '../../core/text/span.ts';
import { spansOverlap } from '../../core/text/span.ts';
import { metaToJson, statementToJson } from './render-document.ts';

/** Of a sentence around a statement, on each side, in UTF-16 code units: some four lines of a page. */
const MAX_CONTEXT = 320;

/** A page of the persons and bodies; `found` holds one more than `limit` when there are more. */
export function speakersToJson(found: readonly Entity[], limit: number) {
  return { speakers: found.slice(0, limit).map(entityToJson), more: found.length > limit };
}

/**
 * What one person or body said, document by document. `documents` are those of the record by id, as they are now; one
 * that was changed or withdrawn since gives its statements without the sentences around them.
 */
export function entityRecordToJson(record: EntityRecord, documents: ReadonlyMap<string, StoredDocument>) {
  const byId = new Map<string, { source: DocumentSummary; statements: Statement[] }>();
  for (const { document, statement } of record.statements) {
    const group = byId.get(document.id);
    if (group === undefined) byId.set(document.id, { source: document, statements: [statement] });
    else group.statements.push(statement);
  }
  const findText = ({ id, seq }: DocumentSummary) => {
    const document = documents.get(id);
    return document?.seq === seq ? document : undefined;
  };
  return {
    speaker: entityToJson(record.entity),
    /** How many documents there are, of which `documents` may be the newest only. */
    total: record.entity.documents,
    documents: [...byId.values()].map(({ source, statements }) => ({
      ...metaToJson(source),
      excerpts: cutExcerpts(statements, findText(source)).map((excerpt) => ({
        ...excerpt,
        statements: excerpt.statements.map(statementToJson),
      })),
    })),
  };
}

/** A piece of a document as it stands there, with the statements in it. Offsets count in the document's text. */
interface Excerpt extends Span {
  readonly text: string;
  /** Whether it begins or ends within a sentence. */
  readonly isCutBefore: boolean;
  readonly isCutAfter: boolean;
  readonly statements: readonly Statement[];
}

/**
 * The sentences in which the statements stand; those that follow each other in one paragraph, or are carried on, as
 * one piece. Without a document: each statement's own words.
 */
export function cutExcerpts(statements: readonly Statement[], document: StoredDocument | undefined): Excerpt[] {
  const inOrder = [...statements].sort((a, b) => a.start - b.start || b.end - a.end);
  if (document === undefined) {
    return inOrder.map((statement) => ({
      start: statement.start,
      end: statement.end,
      text: statement.text,
      isCutBefore: false,
      isCutAfter: false,
      statements: [statement],
    }));
  }
  const { text } = document;
  const runs: (Span & { statements: Statement[] })[] = [];
  for (const statement of inOrder) {
    const around = spanOfSentences(document, statement);
    const last = runs.at(-1);
    const between = last === undefined ? '' : text.slice(last.end, around.start);
    if (last !== undefined && between.trim() === '' && (statement.carried || !between.includes('\n'))) {
      runs[runs.length - 1] = {
        start: last.start,
        end: Math.max(last.end, around.end),
        statements: [...last.statements, statement],
      };
    } else {
      runs.push({ ...around, statements: [statement] });
    }
  }
  return runs.map((run) => {
    const start = cutContextBefore(text, run.start, Math.min(...run.statements.map((one) => one.start)));
    const end = cutContextAfter(text, run.end, Math.max(...run.statements.map((one) => one.end)));
    return {
      start,
      end,
      text: text.slice(start, end),
      isCutBefore: start > run.start,
      isCutAfter: end < run.end,
      statements: run.statements,
    };
  });
}

function spanOfSentences(document: StoredDocument, statement: Statement): Span {
  const around = document.sentences.filter((sentence) => spansOverlap(sentence, statement));
  return {
    start: Math.min(statement.start, around[0]?.start ?? statement.start),
    end: Math.max(statement.end, around.at(-1)?.end ?? statement.end),
  };
}

/** Where the context begins: with its sentence, or with a word of it when that is too far away. */
function cutContextBefore(text: string, sentenceStart: number, wordsStart: number): number {
  const earliest = wordsStart - MAX_CONTEXT;
  if (sentenceStart >= earliest) return sentenceStart;
  const space = text.indexOf(' ', earliest);
  return space === -1 || space >= wordsStart ? wordsStart : space + 1;
}

function cutContextAfter(text: string, sentenceEnd: number, wordsEnd: number): number {
  const latest = wordsEnd + MAX_CONTEXT;
  if (sentenceEnd <= latest) return sentenceEnd;
  const space = text.lastIndexOf(' ', latest);
  return space <= wordsEnd ? wordsEnd : space;
}

export function entityToJson(entity: Entity) {
  return {
    id: entity.id,
    kind: entity.kind,
    name: entity.name,
    aliases: entity.aliases,
    posts: entity.posts.map(({ role, organisation }) => ({ role: role ?? null, organisation: organisation ?? null })),
    statements: entity.statements,
    documents: entity.documents,
  };
}

/** @public The page's annotations use it. */
export type EntityJson = ReturnType<typeof entityToJson>;
export type SpeakersJson = ReturnType<typeof speakersToJson>;
export type EntityRecordJson = ReturnType<typeof entityRecordToJson>;
