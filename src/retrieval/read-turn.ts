import type { ConversationTurn } from '../core/ports.ts';
import { parseComparison } from './comparison-question.ts';
import { stripCourtesy } from './courtesy.ts';
import { findNames } from './question-terms.ts';
import { parseQuestionTime } from './question-time.ts';
import { parseSpeakerQuestion } from './speaker-question.ts';

/** What an earlier turn gives a follow-up to stand on. */
export interface TurnContext {
  /** The question of the turn, without courtesies and question mark. */
  readonly turnText: string;
  /** It asked what somebody said, or who said something. */
  readonly isAboutSpeech: boolean;
  /** The speaker that was asked about, or the only one that the answer quotes. */
  readonly speaker: string | undefined;
  /** The words of the question that name its speaker. */
  readonly speakerWords: string | undefined;
  readonly topic: string | undefined;
  readonly names: readonly string[];
  /** What the turn was about, for a question that must name it: its topic, or its subject, or its own words. */
  readonly matter: string;
  /** What "he", "they" and "it" stand for. */
  readonly person: string | undefined;
  readonly body: string | undefined;
  readonly thing: string | undefined;
  /** "did X cancel Y" out of "Did X cancel Y?" or "When did X cancel Y?". */
  readonly auxiliaryClause: string | undefined;
  readonly quote: string | undefined;
  withSpeaker(name: string): string;
  withName(name: string): string;
  withTopic(topic: string): string;
  withCircumstance(words: string): string;
}

const AUX = '(?:did|does|do|has|have|had|is|are|was|were|will|would|can|could|should)';
const WHO_IS = /^(?:who|what)(?: exactly)? (?:is|was|are|were) (?<name>.+)$/i;
/** Dates beside a question are read for their words only: any day after them will do. */
const ANY_DAY = new Date('2100-06-15T00:00:00Z');

/** Reads a turn; `turns` are all of the conversation, for names that only an earlier one tells. */
export function readTurn(turn: ConversationTurn, turns: readonly ConversationTurn[]): TurnContext {
  const turnText = stripCourtesy(turn.question).replace(/[?!.\s]+$/, '');
  const spoken = parseSpeakerQuestion(turnText);
  const comparison = parseComparison(turnText);
  const timeless = parseQuestionTime(turnText, ANY_DAY);
  const names = findNames(turnText);
  const only = turn.speakers.length === 1 ? turn.speakers.flatMap(plainName)[0] : undefined;
  const speakerWords = spoken?.speaker ?? spoken?.speakerClass;
  const whoIs = spoken === undefined ? WHO_IS.exec(turnText)?.groups?.name : undefined;
  const isPersonAsked = /^who\b/i.test(turnText);
  const speaker = spoken?.speaker ?? (isPersonAsked && whoIs !== undefined ? nameOf(whoIs) : only);
  const topic =
    nonEmpty(spoken?.topic ?? comparison?.topic) ??
    whoIs?.replace(/^the /i, 'the ') ??
    (spoken === undefined ? topicOf(timeless?.rest ?? turnText) : undefined);
  const earlier = [...turns].reverse().flatMap((one) => one.speakers.flatMap(plainName));
  const person = speaker ?? names.at(-1) ?? earlier[0];
  const thing = spoken === undefined && whoIs === undefined ? (subjectOf(turnText) ?? topic) : topic;
  return {
    turnText,
    isAboutSpeech: spoken !== undefined,
    speaker,
    speakerWords,
    topic,
    names,
    matter: (spoken === undefined && whoIs === undefined ? subjectOf(turnText, false) : topic) ?? `“${turnText}”`,
    person,
    body: spoken?.speaker ?? names[0] ?? speaker,
    thing: thing ?? names[0] ?? (spoken?.speaker === undefined ? undefined : `the ${spoken.speaker}`),
    auxiliaryClause: new RegExp(
      `^(?:(?:why|when|where|how|how much|how many [\\p{L}-]+|how long|what) )?(?<clause>${AUX} .+)$`,
      'iu',
    )
      .exec(turnText)
      ?.groups?.clause?.replace(/^\p{Lu}/u, (first) => first.toLowerCase()),
    quote: turn.quotes[0],
    withSpeaker: (name) =>
      speakerWords === undefined
        ? `what did ${name} say${topic === undefined ? '' : ` about ${topic}`}`
        : replaceLast(turnText, speakerWords, name.replace(/^the /i, '')),
    withName: (name) => (names[0] === undefined ? `${turnText}: ${name}` : turnText.replace(names[0], name)),
    withTopic: (about) => {
      const name = names[0];
      return `what do the sources say about ${about}${name === undefined || about.includes(name) ? '' : ` of ${name}`}`;
    },
    withCircumstance: (words) => {
      if (
        timeless !== undefined &&
        timeless.time.kind !== 'newest' &&
        parseQuestionTime(`x ${words}`, ANY_DAY) !== undefined
      )
        return `${timeless.rest.replace(/[?!.\s]+$/, '')} ${words}`;
      const place = /\b(?<link>in|at|from|under) (?:the )?\p{Lu}[\p{L}-]*(?: \p{Lu}[\p{L}-]*)*$/u.exec(turnText);
      const isSameLink = place?.groups?.link === words.split(' ')[0]?.toLowerCase();
      return place === null || !isSameLink ? `${turnText} ${words}` : `${turnText.slice(0, place.index)}${words}`;
    },
  };
}

/** A name is a document's word: nothing of it but letters, figures and what stands inside names is repeated. */
function plainName(name: string): string[] {
  const plain = (name.match(/[\p{L}\p{M}\p{N}.'’&-]+/gu) ?? []).join(' ').slice(0, LONGEST_NAME).trim();
  return plain === '' ? [] : [plain];
}

/** In code units. */
const LONGEST_NAME = 80;

function nonEmpty(text: string | undefined): string | undefined {
  return text === undefined || text.trim() === '' ? undefined : text.trim();
}

/** "the CEO of Acme" stays as it is; "Shane Shook of Acme" is Shane Shook. */
function nameOf(words: string): string {
  return /^\p{Lu}/u.test(words) ? (findNames(words)[0] ?? words) : words.replace(/^the /i, '');
}

/** What comes after "about" or "on", or what is asked about. */
function topicOf(text: string): string | undefined {
  const about = /\b(?:about|regarding|concerning) (?<topic>.+)$/i.exec(text)?.groups?.topic;
  if (about !== undefined) return about;
  const clause = text
    .replace(/^(?:and |but |so )?(?:which|what|who|whom|when|where|why|how)(?: (?:much|many|long|often))?\b */i, '')
    .replace(new RegExp(`^${AUX} `, 'i'), '')
    .trim();
  return clause === '' ? undefined : clause;
}

/** The noun phrase that stands for the matter: the one after the auxiliary, or the object of a "who" question. */
function subjectOf(text: string, mayBeName = true): string | undefined {
  const phrase =
    /\b(?<phrase>(?:the|its|their|a|an|this) (?:[\p{L}\p{N}’'-]+ ){0,2}?[\p{L}\p{N}’'-]+(?: of (?:the )?[\p{L}\p{N}’'-]+)?)(?=$| (?:cost|mean|work|say|last|end|begin|start|stop|fail|succeed|run|pay|take|need|cover|include|involve|apply|affect|happen|close|open|planned|expected|made|done|over|in|on|at|for|to|by|with|since|after|before|and|be)\b)/iu.exec(
      text,
    )?.groups?.phrase;
  return phrase ?? (mayBeName ? findNames(text).at(-1) : undefined);
}

/** Replaces the last occurrence, so that a class word in "Which analysts …" is the one that is replaced. */
function replaceLast(text: string, words: string, by: string): string {
  const at = text.toLowerCase().lastIndexOf(words.toLowerCase());
  return at < 0 ? `what did ${by} say` : `${text.slice(0, at)}${by}${text.slice(at + words.length)}`;
}
