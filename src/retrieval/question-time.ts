import { addDays, type DateMention, type DateRange, findDates, isoDay } from './calendar.ts';

/** When a question wants its answer to be of. `words` are the question's own. */
export type QuestionTime =
  /** "in June 2026", "last year", "since May 2026". */
  | { readonly kind: 'range'; readonly words: string; readonly range: DateRange }
  /** A month (and day) of no year: of whichever year the sources speak. */
  | { readonly kind: 'recurring'; readonly words: string; readonly month: number; readonly day?: number }
  /** "latest", "any news on": the newest that answers. */
  | { readonly kind: 'newest'; readonly words: string }
  /** "after VivaTech": the sources may tell when that was. */
  | {
      readonly kind: 'event';
      readonly words: string;
      readonly relation: 'after' | 'before';
      /** Without article. */
      readonly event: string;
      /** The question without the words of the event. */
      readonly rest: string;
    };

export interface TimedQuestion {
  readonly time: QuestionTime;
  /** The question without the words of time. */
  readonly rest: string;
}

/**
 * Reads when a question wants its answer to be of; nothing when it does not say. A date that lies ahead ("by 2030", "the
 * target for 2030") is what the question is about, not when its answer was given.
 */
export function parseQuestionTime(text: string, now: Date): TimedQuestion | undefined {
  return parsePeriod(text, isoDay(now)) ?? parseNewest(text) ?? parseEvent(text);
}

// -------------------------------------------------------------------- periods

const BETWEEN = /\b(?:between|from) (?:the )?$/i;
const JOINED = /^ ?(?:and|to|until|till|through|-|–) ?(?:the )?$/i;
/** What may stand before a date, and how the date is then meant. */
const RELATION =
  /(?:^|[\s,(])(?<word>since|after|before|prior to|as of|from|in|on|during|for|of|throughout|within|over|around)(?: the)?(?: (?:early|late|mid|beginning of|start of|end of|course of|month of|months of|year))?[ -]?$/i;
const LOOSE_YEAR = /^(?:in|during|since|after|before|throughout|within|as of|from|over)$/;

function parsePeriod(text: string, today: string): TimedQuestion | undefined {
  const mentions = findDates(text, today);
  return parseBetween(text, mentions, today) ?? mentions.flatMap((one) => parseMention(text, one, today) ?? [])[0];
}

function parseBetween(text: string, mentions: readonly DateMention[], today: string): TimedQuestion | undefined {
  const [first, second] = mentions;
  if (first === undefined || second === undefined) return undefined;
  const opening = BETWEEN.exec(text.slice(0, first.start));
  if (opening === null || !JOINED.test(text.slice(first.end, second.start))) return undefined;
  const until = rangeIn(second, today);
  const from = rangeIn(first, until?.until ?? today);
  if (until?.until === undefined || from?.from === undefined || from.from > today) return undefined;
  const range = { from: from.from, until: until.until };
  return timed(text, { start: opening.index, end: second.end }, (words) => ({ kind: 'range', words, range }));
}

/** The days of a mention; of a month without a year, the latest that has begun by `day`. */
function rangeIn(mention: DateMention, day: string): DateRange | undefined {
  if (mention.range !== undefined) return mention.range;
  const year = Number(day.slice(0, 4));
  const inYear = (of: number) =>
    findDates(
      `${of}-${String(mention.month).padStart(2, '0')}${mention.day === undefined ? '' : `-${String(mention.day).padStart(2, '0')}`}`,
      undefined,
    )[0]?.range;
  const thisYear = inYear(year);
  return thisYear?.from !== undefined && thisYear.from <= day ? thisYear : inYear(year - 1);
}

function parseMention(text: string, mention: DateMention, today: string): TimedQuestion | undefined {
  const before = RELATION.exec(text.slice(0, mention.start));
  const word = before?.groups?.word?.toLowerCase() ?? '';
  const after = text.slice(mention.end);
  if (mention.isBareYear && !isYearOfTime(text, mention, word)) return undefined;
  // "the March elections", "last year's budget": the date tells which, not when.
  if (mention.range === undefined && (word === '' || /^ (?!and\b|or\b|about\b|on\b|to\b)\p{Ll}/u.test(after)))
    return undefined;
  if (
    /(?:^|\s)(?:by|until|till|than|to)(?: the)?(?: (?:early|late|mid|end of))?[ -]?$/i.test(
      text.slice(0, mention.start),
    )
  )
    return undefined;
  if (/^today$/i.test(mention.words) && IS_NOW.test(text))
    return timed(text, mention, (words) => ({ kind: 'newest', words }));
  const start = before === null || word === '' ? mention.start : before.index + (/^[\s,(]/.test(before[0]) ? 1 : 0);
  const onwards = /^(?: on| onwards?)\b/i.exec(after)?.[0] ?? '';
  const end = mention.end + onwards.length;
  const isSince = word === 'since' || word === 'as of' || onwards !== '';
  if (mention.range === undefined && !isSince && word !== 'after' && word !== 'before') {
    const { month = 1, day } = mention;
    return timed(text, { start, end }, (words) => ({
      kind: 'recurring',
      words,
      month,
      ...(day === undefined ? {} : { day }),
    }));
  }
  const range = relateRange(word, isSince, rangeIn(mention, today) ?? {});
  if ((range.from ?? '') > today || (range.from === undefined && (range.until ?? '') >= today)) return undefined;
  return timed(text, { start, end }, (words) => ({ kind: 'range', words, range }));
}

function relateRange(word: string, isSince: boolean, range: DateRange): DateRange {
  if (isSince) return { from: range.from };
  if (word === 'after') return range.until === undefined ? {} : { from: addDays(range.until, 1) };
  if (word === 'before' || word === 'prior to')
    return range.from === undefined ? {} : { until: addDays(range.from, -1) };
  return range;
}

/** "in 2025" tells when; "Horizon 2020" and "the Act of 2015" are names. At the end of bare words a year tells when too. */
function isYearOfTime(text: string, mention: DateMention, word: string): boolean {
  if (LOOSE_YEAR.test(word)) return true;
  if (word !== '') return false;
  const isLast = /^[\s?.!]*$/.test(text.slice(mention.end));
  return isLast && /(?:^|\s)\p{Ll}[\p{Ll}-]*\s$/u.test(text.slice(0, mention.start));
}

/** "How many ferries are there today?" asks how things stand, not what was said on this day. */
const IS_NOW =
  /^(?:and |but |so )?(?:(?:what|who|which|where|how)(?: [\p{L}-]+){0,3}? )?(?:is|are|does|do|has|have|can)\b/iu;

// --------------------------------------------------------------------- newest

const NEWEST =
  /\b(?:the )?(?:(?:very )?latest|newest|most recent(?:ly)?|recently|lately|up[ -]to[ -]date)\b|^(?:is there |are there |have you )?(?:got )?any(?:thing)? (?:new |fresh )?(?:news|updates?|new)(?= (?:on|about|from|of|regarding)\b)|^what(?:'s|’s| is) (?:the )?(?:news?|latest)(?= (?:on|about|with|from|in|regarding)\b)|^news(?= (?:on|about)\b)/iu;

function parseNewest(text: string): TimedQuestion | undefined {
  const match = NEWEST.exec(text);
  if (match === null) return undefined;
  const span = { start: match.index, end: match.index + match[0].length };
  return timed(text, span, (words) => ({ kind: 'newest', words }));
}

// --------------------------------------------------------------------- events

const EVENT_WORDS = "(?:the |its |their |his |her )?(?<event>[\\p{L}\\p{N}'’&.-]+(?: [\\p{L}\\p{N}'’&.-]+){0,5}?)";
const EVENT_LAST = new RegExp(
  `[ ,](?<relation>after|before|since|following|ahead of|prior to) ${EVENT_WORDS}[?.! ]*$`,
  'iu',
);
const EVENT_FIRST = new RegExp(
  `^(?<relation>after|before|since|following|ahead of|prior to) ${EVENT_WORDS}, ?(?=\\p{L})`,
  'iu',
);
/** A clause ("before he left", "after X resigned") tells no event by a name. */
const CLAUSE =
  /\b(?:he|she|it|they|we|you|i|that|which|who|what|when|was|were|is|are|had|has|have|did|does|do|being|having|about|and|or)\b|(?:ed|ing)\b/i;

function parseEvent(text: string): TimedQuestion | undefined {
  const match = EVENT_FIRST.exec(text) ?? EVENT_LAST.exec(text);
  const { event, relation } = match?.groups ?? {};
  if (match === null || event === undefined || CLAUSE.test(event) || /^\d/.test(event)) return undefined;
  const isBefore = /^(?:before|ahead|prior)/i.test(relation ?? '');
  return timed(text, { start: match.index, end: match.index + match[0].length }, (words, rest) => ({
    kind: 'event',
    words,
    relation: isBefore ? 'before' : 'after',
    event,
    rest,
  }));
}

function timed(
  text: string,
  span: { readonly start: number; readonly end: number },
  make: (words: string, rest: string) => QuestionTime,
): TimedQuestion {
  const words = text.slice(span.start, span.end).replace(/^[\s,]+|[\s,?.!]+$/g, '');
  const rest = `${text.slice(0, span.start)} ${text.slice(span.end)}`
    .replace(/\s+/g, ' ')
    .replace(/ (?=[?.!,])/g, '')
    .replace(/^[\s,]+|\s+$/g, '');
  return { time: make(words, rest), rest };
}
