import {
  addDays,
  type DateMention,
  type DateRange,
  findDates,
  rangeOfPublished,
  rangesMeet,
} from '../retrieval/calendar.ts';
import type { QuestionTime } from '../retrieval/question-time.ts';
import { muteSentences } from './mute-sentences.ts';
import type { ReadDocument, ReadSentence } from './read-document.ts';
import type { Candidate } from './score-sentences.ts';

/** A time that a document or sentence can be held against. */
export type Period = Extract<QuestionTime, { kind: 'range' | 'recurring' }>;

/**
 * The candidates as far as they may speak for a period. A document published in it may answer with any sentence; of one
 * published at another time, or at none that is known, only sentences that tell the time themselves, and the one after:
 * nothing else shows that they are of it.
 */
export function narrowToPeriod(candidates: readonly Candidate[], period: Period): Candidate[] {
  return candidates.flatMap((candidate) => {
    const { read } = candidate;
    if (isPublishedIn(read, period)) return [candidate];
    const telling = new Set(read.sentences.flatMap((one) => (tellsOf(one, read, period) ? [one.index] : [])));
    if (telling.size === 0) return [];
    const follows = (one: ReadSentence) =>
      telling.has(one.index - 1) && read.sentences[one.index - 1]?.sentence.block === one.sentence.block;
    return [muteSentences(candidate, (one) => !telling.has(one.index) && !follows(one))];
  });
}

export function isPublishedIn({ document }: ReadDocument, period: Period): boolean {
  const published = rangeOfPublished(document.published);
  if (published === undefined) return false;
  if (period.kind === 'range') return isWithin(published, period.range);
  const { from, until } = published;
  return (
    from?.slice(0, 7) === until?.slice(0, 7) && Number(from?.slice(5, 7)) === period.month && isDay(from, until, period)
  );
}

function isDay(from: string | undefined, until: string | undefined, { day }: { readonly day?: number }): boolean {
  return day === undefined || (from === until && Number(from?.slice(8, 10)) === day);
}

/** Whether a sentence names a date of the period. A month without a year is that of the document's own time. */
export function tellsOf(sentence: ReadSentence, { document }: ReadDocument, period: Period): boolean {
  const published = rangeOfPublished(document.published)?.until;
  return findDates(sentence.text, published).some((mention) => {
    if (period.kind === 'recurring') {
      const month = mention.month ?? monthOf(mention.range);
      const day =
        mention.day ??
        (mention.range?.from === mention.range?.until ? Number(mention.range?.from?.slice(8, 10)) : undefined);
      return month === period.month && (period.day === undefined || day === period.day);
    }
    const range = mention.range ?? yearOf(mention, published);
    return range !== undefined && isWithin(range, period.range);
  });
}

/** "2026" tells nothing of June: the days named must all lie in the period. */
function isWithin(inner: DateRange, outer: DateRange): boolean {
  return (
    (outer.from === undefined || (inner.from ?? '') >= outer.from) &&
    (outer.until === undefined || (inner.until !== undefined && inner.until <= outer.until))
  );
}

function monthOf(range: DateRange | undefined): number | undefined {
  return range?.from?.slice(0, 7) === range?.until?.slice(0, 7) && range?.from !== undefined
    ? Number(range.from.slice(5, 7))
    : undefined;
}

/** The days of a month without a year: the nearest to the day of publication that is not far ahead of it. */
function yearOf({ month, day }: DateMention, published: string | undefined): DateRange | undefined {
  if (month === undefined || published === undefined) return undefined;
  const year = Number(published.slice(0, 4));
  const iso = (of: number) => `${of}-${pad(month)}${day === undefined ? '' : `-${pad(day)}`}`;
  const own = rangeOfPublished(iso(year));
  const isFarAhead = (own?.from ?? '') > addDays(published, FAR_AHEAD_DAYS);
  return isFarAhead ? rangeOfPublished(iso(year - 1)) : own;
}

/** News in January that speaks of "December" means the last one; in June, "September" the next. */
const FAR_AHEAD_DAYS = 200;

function pad(number: number): string {
  return String(number).padStart(2, '0');
}

/** When the sources say that an event was: its days, and the words that tell them. */
export interface EventDate {
  readonly range: DateRange;
  readonly words: string;
}

/**
 * The day of an event that a sentence of the candidates names together with it ("VivaTech, on 17 June"); nothing when
 * none does or they tell different days. Years that the sentence leaves out are those of publication.
 */
export function findEventDate(
  event: readonly (readonly string[])[],
  candidates: readonly Candidate[],
): EventDate | undefined {
  if (event.length === 0) return undefined;
  const found: EventDate[] = [];
  for (const { read } of candidates) {
    const published = rangeOfPublished(read.document.published)?.until;
    for (const sentence of read.sentences) {
      if (!event.every((stems) => stems.some((stem) => sentence.stemSet.has(stem)))) continue;
      for (const mention of findDates(sentence.text, undefined)) {
        const range = mention.range ?? yearOf(mention, published);
        if (range?.from === undefined || range.until === undefined || isLong(range)) continue;
        found.push({ range, words: mention.words.trim() });
      }
    }
  }
  const first = found[0];
  return first !== undefined && found.every(({ range }) => rangesMeet(range, first.range)) ? first : undefined;
}

/** An event that is told by its month or year only says no day. */
function isLong({ from = '', until = '' }: DateRange): boolean {
  return until > addDays(from, LONGEST_EVENT_DAYS);
}

/** Fairs and summits last a week and a half at most. */
const LONGEST_EVENT_DAYS = 10;
