import type { Statement } from '../core/statement.ts';
import { foldWhiteSpace, spanContains } from '../core/text/span.ts';
import { foldWord, tokenise } from '../core/text/terms.ts';
import { describeSpeaker, speakerKey } from './match-speakers.ts';
import type { ReadDocument, ReadSentence } from './read-document.ts';

/** A piece of a sentence of an answer: the document's own words, or the desk's explanation in square brackets. */
export interface AnswerPart {
  readonly kind: 'quote' | 'note';
  readonly text: string;
}

/** A note to set into a quotation: `at` counts in the document's text. */
interface Note {
  readonly at: number;
  readonly text: string;
}

const PRONOUN = /^(?:he|she|they|it|who)$/i;
const BODY_DESCRIPTION =
  /\b(?:the|this|that) (?:company|group|firm|startup|start-up|vendor|provider|organisation|organization|agency|bank|carmaker|chipmaker)\b(?:['’]s)?/iu;

/**
 * The sentence in pieces, with notes where it would not be understood alone: who "he" is, which company "the company"
 * is, who goes on speaking. `introduced` holds the speakers that this answer has already described; it is added to.
 */
export function explainQuote(options: {
  readonly read: ReadDocument;
  readonly sentence: ReadSentence;
  readonly statement: Statement | undefined;
  readonly introduced: Set<string>;
}): AnswerPart[] {
  const { read, sentence, statement, introduced } = options;
  const notes: Note[] = [];
  const speaker = statement?.speaker;
  if (statement !== undefined && speaker !== undefined) {
    const note = speakerNote(read, sentence, statement, introduced);
    if (note !== undefined) notes.push(note);
    introduced.add(speakerKey(statement));
  }
  const bodyNote = describeBody(read, sentence, statement);
  if (bodyNote !== undefined && !notes.some(({ at }) => at === bodyNote.at)) notes.push(bodyNote);
  return cutAtNotes(read.document.text, sentence, notes);
}

function speakerNote(
  read: ReadDocument,
  sentence: ReadSentence,
  statement: Statement,
  introduced: ReadonlySet<string>,
): Note | undefined {
  const { speaker } = statement;
  if (speaker === undefined) return undefined;
  const isKnown = introduced.has(speakerKey(statement));
  const full = describeSpeaker(speaker);
  const short = speaker.name ?? full;
  if (!spanContains(sentence.sentence, speaker)) {
    const isNamedInside = speaker.name !== undefined && sentence.text.includes(speaker.name);
    if (isNamedInside || full === '') return undefined;
    const via = statement.via !== undefined && !sentence.text.includes(statement.via) ? `, via ${statement.via}` : '';
    const goesOn = statement.carried ? ', continued' : '';
    return { at: sentence.sentence.start, text: `[${isKnown ? short : full}${via}${goesOn}:] ` };
  }
  const said = foldWhiteSpace(read.document.text.slice(speaker.start, speaker.end));
  if (PRONOUN.test(said) || isDescription(said, speaker.name)) {
    const note = isKnown ? short : full;
    return note === '' || holdsAll(sentence, note) ? undefined : { at: speaker.end, text: ` [${note}]` };
  }
  if (isKnown) return undefined;
  const isSurnameOnly = speaker.name !== undefined && !sentence.text.includes(speaker.name);
  const missing = isSurnameOnly ? full : describeSpeaker({ role: speaker.role, organisation: speaker.organisation });
  return missing === '' || holdsAll(sentence, missing) ? undefined : { at: speaker.end, text: ` [${missing}]` };
}

/** "the CEO", "the analyst": words that hold no part of the name. */
function isDescription(said: string, name: string | undefined): boolean {
  if (name === undefined) return false;
  const words = new Set(tokenise(said).map(({ word }) => word));
  return !tokenise(name).some(({ word }) => words.has(word));
}

/** Whether every telling word of the note stands in the sentence already. */
function holdsAll(sentence: ReadSentence, note: string): boolean {
  const words = new Set(sentence.words);
  return tokenise(note).every(({ word }) => words.has(word) || word === 'of' || word === 'at');
}

/** Names "the company" when one body alone can be meant: the speaker's, or the only body in the words before. */
function describeBody(read: ReadDocument, sentence: ReadSentence, statement: Statement | undefined): Note | undefined {
  const { text } = read.document;
  const match = BODY_DESCRIPTION.exec(text.slice(sentence.sentence.start, sentence.sentence.end));
  if (match === null) return undefined;
  const start = sentence.sentence.start + match.index;
  const end = start + match[0].length;
  const isPossessive = /['’]s$/.test(match[0]);
  const body = speakersBody(statement, start) ?? lastBodyBefore(read, sentence, start);
  if (body === undefined || text.slice(sentence.sentence.start, start).includes(body)) return undefined;
  return { at: end, text: ` [${body}${isPossessive ? '’s' : ''}]` };
}

/** "The company's CEO, Octave Klaba": the speaker's own organisation, when the description belongs to the speaker. */
function speakersBody(statement: Statement | undefined, start: number): string | undefined {
  const speaker = statement?.speaker;
  if (speaker?.organisation === undefined || speaker.role === undefined) return undefined;
  return Math.abs(speaker.start - start) <= REACH_OF_APPOSITION ? speaker.organisation : undefined;
}
/** Code units between "the company's CEO," and the name. */
const REACH_OF_APPOSITION = 30;
/** Sentences back in which the body must have been named. */
const SENTENCES_BACK = 3;

function lastBodyBefore(read: ReadDocument, sentence: ReadSentence, before: number): string | undefined {
  const bodies = bodyNames(read);
  for (let index = sentence.index; index >= Math.max(0, sentence.index - SENTENCES_BACK); index -= 1) {
    const earlier = read.sentences[index];
    if (earlier === undefined) continue;
    const seen = read.document.text.slice(earlier.sentence.start, Math.min(earlier.sentence.end, before));
    const named = bodies.filter((body) =>
      new RegExp(`(?<![\\p{L}\\p{N}])${escapePattern(body)}(?![\\p{L}\\p{N}])`, 'u').test(seen),
    );
    if (named.length === 1) return named[0];
    if (named.length > 1) return undefined;
  }
  return undefined;
}

/** Bodies that the document's statements know: speakers' organisations, and speakers that are bodies themselves. */
function bodyNames(read: ReadDocument): string[] {
  const bodies = new Set<string>();
  for (const { speaker, via } of read.document.statements) {
    if (speaker?.organisation !== undefined) bodies.add(speaker.organisation);
    if (speaker?.name !== undefined && speaker.role === undefined && read.centralNames.has(foldWord(speaker.name)))
      bodies.add(speaker.name);
    if (via !== undefined) bodies.delete(via);
  }
  return [...bodies];
}

function cutAtNotes(text: string, sentence: ReadSentence, notes: readonly Note[]): AnswerPart[] {
  const { start, end } = sentence.sentence;
  const parts: AnswerPart[] = [];
  let from = start;
  for (const note of [...notes].sort((a, b) => a.at - b.at)) {
    if (note.at > from) parts.push({ kind: 'quote', text: text.slice(from, note.at).replace(/\s+/g, ' ') });
    parts.push({ kind: 'note', text: note.text });
    from = note.at;
  }
  parts.push({ kind: 'quote', text: text.slice(from, end).replace(/\s+/g, ' ') });
  return parts;
}

function escapePattern(literal: string): string {
  return literal.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
