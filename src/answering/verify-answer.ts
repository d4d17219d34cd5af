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
  for (const { citations } of answer.conflicts) {
    if (citations.length < 2 || citations.some((n) => !cited.has(n))) faults.push('a conflict that is not cited');
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
  const { speaker } = citation;
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

function isShortened(title: string, words: ReadonlySet<string>): boolean {
  const short = SPELLED_TITLES.get(title);
  return short !== undefined && (words.has(short) || words.has(`${short}s`));
}
