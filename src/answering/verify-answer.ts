import type { Answer, Citation } from '../core/answer.ts';
import { creditOf } from '../core/document.ts';
import type { StoredDocument } from '../core/ports.ts';
import { readSpan, spanContains, spansOverlap } from '../core/text/span.ts';
import { tokenise } from '../core/text/terms.ts';
import type { Draft } from './compose-answer.ts';

/**
 * Checks a finished answer against the documents it cites. Returns what is wrong, in words for the log; empty when every
 * quotation is verbatim, every speaker is that of the span, every credit is shown and every explanation is grounded.
 */
export function findFaults(answer: Answer, draft: Draft, documents: ReadonlyMap<string, StoredDocument>): string[] {
  const faults: string[] = [];
  for (const citation of [...answer.citations, ...answer.related]) {
    const document = documents.get(citation.document);
    if (document === undefined) faults.push(`citation ${citation.n} names the unknown document "${citation.document}"`);
    else faults.push(...citationFaults(citation, document, answer.text));
  }
  const cited = new Map(answer.citations.map((citation) => [citation.n, citation]));
  draft.sentences.forEach(({ parts, citations }, at) => {
    const proofs = citations.flatMap((n) => cited.get(n) ?? []);
    if (proofs.length === 0) faults.push(`sentence ${at + 1} has no citation`);
    const quoted = parts.flatMap(({ kind, text }) => (kind === 'quote' ? [text] : [])).join('');
    if (quoted !== proofs.map(({ quote }) => quote).join(' '))
      faults.push(`sentence ${at + 1} is not its citation's words`);
    for (const { kind, text } of parts) {
      if (kind === 'note') faults.push(...noteFaults(text, proofs, documents));
    }
    if (answer.sentences[at]?.text !== parts.map(({ text }) => text).join(''))
      faults.push(`sentence ${at + 1} was altered`);
  });
  if (answer.status === 'answered' && answer.sentences.length === 0) faults.push('an answer without a sentence');
  faults.push(...refusalFaults(answer, documents));
  for (const remark of draft.remarks ?? []) faults.push(...remarkFaults(remark, answer, documents));
  for (const { citations } of answer.conflicts) {
    if (citations.length < 2 || citations.some((n) => !cited.has(n))) faults.push('a conflict that is not cited');
  }
  for (const { about } of answer.conflicts) {
    const quotes = answer.citations.map(({ quote }) => quote);
    faults.push(...ownWordsFaults(about, [answer.question, answer.understoodAs ?? '', ...quotes]));
  }
  return faults;
}

function citationFaults(citation: Citation, document: StoredDocument, text: string): string[] {
  const faults: string[] = [];
  const name = `citation ${citation.n}`;
  if (readSpan(document.text, citation) !== citation.quote || citation.quote === '')
    faults.push(`${name} is not verbatim`);
  if (citation.attribution.trim() === '' || citation.attribution !== creditOf(document))
    faults.push(`${name} has the wrong credit`);
  if (!text.includes(citation.attribution)) faults.push(`${name} has a credit that is not shown`);
  for (const fact of ['title', 'publisher', 'url', 'published'] as const) {
    if (citation[fact] !== document[fact]) faults.push(`${name} has another ${fact} than its document`);
  }
  const { speaker } = citation;
  const isOutletThere = document.statements.some((one) => spansOverlap(citation, one) && one.via === citation.via);
  if (citation.via !== undefined && !isOutletThere) faults.push(`${name} names an outlet that it did not come through`);
  if (speaker !== undefined) {
    const isItsSpeaker = document.statements.some(
      (statement) =>
        (spanContains(citation, statement) || spansOverlap(citation, statement)) &&
        statement.speaker?.name === speaker.name &&
        statement.speaker?.role === speaker.role &&
        statement.speaker?.organisation === speaker.organisation &&
        statement.via === citation.via,
    );
    if (!isItsSpeaker) faults.push(`${name} has a speaker who does not speak there`);
  }
  return faults;
}

/**
 * A refusal gives nothing as an answer; what stands near is shown as it is, and the desk's own sentence before it holds
 * no name and no number that neither the question nor a document that was read has.
 */
function refusalFaults(answer: Answer, documents: ReadonlyMap<string, StoredDocument>): string[] {
  const { status, reason, related, text } = answer;
  if (status === 'answered') return reason === undefined ? [] : ['an answer with a reason why there is none'];
  const faults: string[] = [];
  if (answer.sentences.length + answer.citations.length > 0) faults.push('a refusal with sentences or citations');
  for (const { n, quote, speaker } of related) {
    if (!text.includes(`“${quote}”`)) faults.push(`related material ${n} is not shown as it is`);
    if (reason === 'speaker_silent' && speaker === undefined)
      faults.push(`related material ${n} is given as the speaker's and has none`);
  }
  // Its numbers are the question's own length and the desk's limit.
  if (reason === 'too_long') return faults;
  const [own = ''] = text.split('\n\n', 1);
  const read = [...documents.values()].flatMap((document) => [document.text, document.title, document.published ?? '']);
  const known = [answer.question, answer.understoodAs ?? '', ...read];
  return [...faults, ...ownWordsFaults(own.replace(SEARCHED, ''), known)];
}

/** How many documents there are is known to the store and stands in none of them. */
const SEARCHED = /\bthe [\d,]+ documents? searched\b/g;

/** Names and numbers outside quotation marks that stand in none of the texts. */
function ownWordsFaults(own: string, texts: readonly string[]): string[] {
  const bare = own.replace(/“[^”]*”/g, (quoted) => ' '.repeat(quoted.length));
  const facts = tokenise(bare).filter(({ start }) => {
    const opensSentence = /(?:^|[.?!:]\s*)$/.test(bare.slice(0, start));
    return /[\p{Lu}\d]/u.test(bare.charAt(start)) && !opensSentence;
  });
  const unknown = new Set(facts.map(({ word }) => word));
  for (const text of texts) {
    if (unknown.size === 0) break;
    for (const { word } of tokenise(text)) unknown.delete(word);
  }
  return facts
    .filter(({ word }) => unknown.has(word))
    .map(({ word }) => `the desk's own words have "${word}", which neither question nor sources have`);
}

/** Words that the desk adds of its own between names. */
const NOTE_WORDS: ReadonlySet<string> = new Set(['of', 'at', 'via', 'the', 'continued']);

/** Titles that sources shorten and the desk spells out. */
const SPELLED_TITLES: ReadonlyMap<string, string> = new Map([
  ['governor', 'gov'],
  ['representative', 'rep'],
  ['senator', 'sen'],
  ['general', 'gen'],
  ['president', 'pres'],
  ['professor', 'prof'],
  ['doctor', 'dr'],
  ['secretary', 'sec'],
  ['lieutenant', 'lt'],
  ['colonel', 'col'],
  ['captain', 'capt'],
  ['sergeant', 'sgt'],
  ['reverend', 'rev'],
  ['admiral', 'adm'],
  ['major', 'maj'],
]);

/** Names, numbers and dates in an explanation must stand in the cited document. */
function noteFaults(
  note: string,
  proofs: readonly Citation[],
  documents: ReadonlyMap<string, StoredDocument>,
): string[] {
  const words = new Set<string>();
  for (const { document } of proofs) {
    for (const { word } of tokenise(documents.get(document)?.text ?? '')) words.add(word);
  }
  return tokenise(note)
    .filter(({ word }) => !words.has(word) && !NOTE_WORDS.has(word) && !isShortened(word, words))
    .map(({ word }) => `the explanation ${note.trim()} has "${word}", which its source has not`);
}

/** A remark is shown as it is; its numbers, dates and names stand in the question or in a document that was read. */
function remarkFaults(remark: string, answer: Answer, documents: ReadonlyMap<string, StoredDocument>): string[] {
  if (!answer.text.includes(remark)) return [`the remark “${remark}” is not shown`];
  const known = new Set(tokenise(answer.question).map(({ word }) => word));
  for (const { text, title, published } of documents.values()) {
    for (const { word } of tokenise(`${title} ${published ?? ''} ${text}`)) known.add(word);
  }
  return tokenise(remark)
    .filter(({ word, start }) => !known.has(word) && /[\p{Lu}\d]/u.test(remark.charAt(start)))
    .filter(({ start }) => start > 0 && remark.charAt(start - 1) !== '“')
    .map(({ word }) => `the remark “${remark}” has "${word}", which neither question nor sources have`);
}

function isShortened(title: string, words: ReadonlySet<string>): boolean {
  const short = SPELLED_TITLES.get(title);
  return short !== undefined && (words.has(short) || words.has(`${short}s`));
}
