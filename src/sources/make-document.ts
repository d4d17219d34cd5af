import { createHash } from 'node:crypto';
import type { DocumentMeta, SourceDocument } from '../core/document.ts';
import type { SourceItem, SourceProblem } from '../core/ports.ts';
import type { DocumentFields } from './document-fields.ts';
import { findDemandedCredit, namesResemble } from './find-demanded-credit.ts';
import { normaliseText } from './normalise-text.ts';
import { noted, problemItem, skipped } from './source-problem.ts';

/** What a reader got out of a file (or a line of it). */
export interface RawDocument {
  readonly fields: DocumentFields;
  /** Not normalised; Markdown and HTML marks already taken out. */
  readonly rawText: string;
  /** The title that the text itself tells (a heading, a page's title), used when `fields` has none. */
  readonly ownTitle?: string;
  readonly origin: string;
  /** Without its folder. */
  readonly fileName: string;
  /** Line of the file where it stands, for problems. */
  readonly line?: number;
  /** A record with a title may have no text. */
  readonly emptyTextAllowed?: boolean;
}

/** Normalises the text, fills in what the desk may give (id, title, demanded credit), and hashes the whole. */
export function makeDocument(raw: RawDocument): SourceItem[] {
  const { fields, origin, fileName, line } = raw;
  const text = normaliseText(raw.rawText);
  const ownTitle = fields.title ?? fittingTitle(raw.ownTitle);
  if (text === '' && !(raw.emptyTextAllowed === true && ownTitle !== undefined)) {
    const mend = 'Put the text in, or remove the document.';
    return [problemItem(skipped({ origin, line, field: 'text', problem: 'it holds no text', mend }))];
  }
  const credit = creditFromText(raw, text);
  const id = fields.id ?? idFromFileName(fileName);
  const meta: DocumentMeta = {
    id,
    title: ownTitle ?? titleFromId(id),
    titleGivenByDesk: ownTitle === undefined || fields.titleGivenByDesk === true,
    publisher: fields.publisher,
    attribution: fields.attribution ?? credit.attribution,
    terms: fields.terms,
    url: fields.url,
    author: fields.author,
    published: fields.published,
    language: fields.language,
  };
  const document: SourceDocument = {
    ...meta,
    text,
    origin,
    fileName,
    contentHash: hashOf({ meta, text, origin, fileName }),
  };
  return [...credit.notes.map(problemItem), { kind: 'document', document }];
}

/** The credit that the text itself demands, where nothing else tells one. */
function creditFromText(raw: RawDocument, text: string): { attribution?: string; notes: SourceProblem[] } {
  const { fields, origin, line } = raw;
  if (fields.attribution !== undefined) return { notes: [] };
  const demanded = findDemandedCredit(text);
  if (demanded === undefined) return { notes: [] };
  const note = (problem: string, mend: string) => [noted({ origin, line, field: 'attribution', problem, mend })];
  if (demanded.name === undefined) {
    const problem = `its closing lines demand a credit that cannot be shown as it stands: ${demanded.demand}`;
    return { notes: note(problem, 'Write the credit line as "attribution", in plain words.') };
  }
  if (fields.publisher !== undefined && !namesResemble(fields.publisher, demanded.name)) {
    const problem = `its closing lines demand the credit "${demanded.name}", which is not its publisher "${fields.publisher}"; the publisher is credited`;
    return { notes: note(problem, 'Write the right credit line as "attribution".') };
  }
  const problem = `its closing lines demand the credit "${demanded.name}", and so it is credited`;
  return { attribution: demanded.name, notes: note(problem, 'Confirm it by giving it as "attribution".') };
}

const LONGEST_ID = 200;

/** An id made of a file's name without its ending: "My article (2).md" gives "My-article-2". */
function idFromFileName(fileName: string): string {
  const stem = fileName.replace(/(?<=.)\.[^.]*$/, '').normalize('NFC');
  const id = stem.replace(/[^\p{L}\p{N}._:-]+/gu, '-').replace(/^-+|-+$/g, '');
  return id === '' ? 'document' : id.slice(0, LONGEST_ID);
}

const LONGEST_OWN_TITLE = 500;
/** About one line of a listing. */
const LONGEST_GIVEN_TITLE = 80;

function fittingTitle(title: string | undefined): string | undefined {
  const folded = title === undefined ? '' : normaliseText(title).replace(/\n+/g, ' ');
  return folded === '' || folded.length > LONGEST_OWN_TITLE ? undefined : folded;
}

/**
 * What the desk calls a document that has no title: its id in words. Not the text's first words: a title is shown
 * outside quotation marks, and what a document says must not be.
 */
function titleFromId(id: string): string {
  const words = id.replace(/[-_.:]+/g, ' ').trim();
  return words === '' ? id : words.slice(0, LONGEST_GIVEN_TITLE);
}

/** SHA-256 (hex) over everything that is kept of a document, in a fixed order. */
function hashOf(whole: { meta: DocumentMeta; text: string; origin: string; fileName: string }): string {
  const { meta, text, origin, fileName } = whole;
  const head = [
    meta.id,
    meta.title,
    meta.titleGivenByDesk,
    meta.publisher ?? null,
    meta.attribution ?? null,
    meta.terms ?? null,
    meta.url ?? null,
    meta.author ?? null,
    meta.published ?? null,
    meta.language ?? null,
    origin,
    fileName,
  ];
  return createHash('sha256').update(JSON.stringify(head)).update('\n').update(text).digest('hex');
}
