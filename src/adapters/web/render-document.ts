import { speakerToJson } from '../../core/answer.ts';
import type { DocumentMeta } from '../../core/document.ts';
import { creditOf } from '../../core/document.ts';
import type { StoredDocument } from '../../core/ports.ts';
import type { Speaker, Statement } from '../../core/statement.ts';
import type { Span } from '../../core/text/span.ts';
import { spansOverlap } from '../../core/text/span.ts';

/** How much of a document's text one response holds, in UTF-16 code units: a long report, and quick to lay out. */
const MAX_TEXT_SHOWN = 200_000;

/**
 * A document with the part of its text around offset `at`; all offsets count in the whole text. `speakerIds`: whose each
 * statement is, parallel to the document's statements.
 */
export function documentToJson(
  document: StoredDocument,
  options: { at: number; speakerIds: readonly (string | undefined)[] },
) {
  const shown = cutWindow(document.text, options.at, MAX_TEXT_SHOWN);
  const isShown = (span: Span) => spansOverlap(span, shown);
  const voices = groupVoices(document.statements, options.speakerIds);
  const voiceOf = new Map(voices.flatMap(({ held }, voice) => held.map((statement) => [statement, voice] as const)));
  return {
    ...metaToJson(document),
    text: document.text.slice(shown.start, shown.end),
    textStart: shown.start,
    textEnd: shown.end,
    textLength: document.text.length,
    sentences: document.sentences.filter(isShown).map(({ start, end, block, kind }) => ({ start, end, block, kind })),
    statements: document.statements.filter(isShown).map((statement) => ({
      ...statementToJson(statement),
      /** Position of its speaker in `speakers`. */
      voice: voiceOf.get(statement) ?? -1,
    })),
    /** Who speaks in the whole document: most statements first, those without a known speaker last. */
    speakers: voices.map(({ speaker, held, speakerId }) => ({
      ...(speaker === undefined ? { name: null, role: null, organisation: null } : speakerToJson(speaker)),
      /** Of the whole document. */
      statements: held.length,
      /** Where the first of them begins. */
      first: Math.min(...held.map(({ start }) => start)),
      /** The page of everything they said; `null` when the desk knows none. */
      speakerId: speakerId ?? null,
    })),
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

export function statementToJson(statement: Statement) {
  const { speaker, cue } = statement;
  return {
    start: statement.start,
    end: statement.end,
    text: statement.text,
    kind: statement.kind,
    speaker:
      speaker === undefined
        ? null
        : { text: speaker.text, start: speaker.start, end: speaker.end, ...speakerToJson(speaker) },
    cue: cue === undefined ? null : { text: cue.text, start: cue.start, end: cue.end },
    via: statement.via ?? null,
    carried: statement.carried,
  };
}

export function metaToJson(meta: DocumentMeta & { fileName: string }) {
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

/** The statements of one speaker in one document. */
interface Voice {
  /** As the text names them most fully; absent: the statements whose speaker the text does not tell. */
  readonly speaker: Speaker | undefined;
  readonly speakerId: string | undefined;
  readonly held: readonly Statement[];
}

/** By the person or body whom the desk knows them to be, else by name, else by post. */
function groupVoices(statements: readonly Statement[], speakerIds: readonly (string | undefined)[]): Voice[] {
  const groups = new Map<string, { speakerId: string | undefined; held: Statement[] }>();
  for (const [index, statement] of statements.entries()) {
    const speakerId = speakerIds[index];
    const key = speakerId === undefined ? describeIdentity(statement.speaker) : `id ${speakerId}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { speakerId, held: [statement] });
    else group.held.push(statement);
  }
  return [...groups]
    .map(([key, { speakerId, held }]) => ({
      speaker: key === UNKNOWN ? undefined : fullest(held.flatMap(({ speaker }) => speaker ?? [])),
      speakerId,
      held,
    }))
    .sort((a, b) => Number(a.speaker === undefined) - Number(b.speaker === undefined) || b.held.length - a.held.length);
}

/** What tells speakers apart whom the desk does not know; nothing else begins so. */
const UNKNOWN = 'nobody';

function describeIdentity(speaker: Speaker | undefined): string {
  const parts = speaker?.name === undefined ? [speaker?.role, speaker?.organisation] : [speaker.name];
  const known = parts.filter((part) => part !== undefined);
  return known.length === 0 ? UNKNOWN : `named ${known.join('\n').toLowerCase()}`;
}

/** The one of whom most parts are told; of those alike the one with the longest name. */
function fullest(speakers: readonly Speaker[]): Speaker | undefined {
  const told = ({ name, role, organisation }: Speaker) =>
    [name, role, organisation].filter((part) => part !== undefined).length;
  return [...speakers].sort((a, b) => told(b) - told(a) || (b.name?.length ?? 0) - (a.name?.length ?? 0))[0];
}

export type DocumentJson = ReturnType<typeof documentToJson>;
/** @public The page's annotations use it. */
export type StatementJson = ReturnType<typeof statementToJson>;
/** @public The page's annotations use it. */
export type MetaJson = ReturnType<typeof metaToJson>;
