/** A stretch of days, both ends included, as ISO 8601 dates; an open end is absent. */
export interface DateRange {
  readonly from?: string;
  readonly until?: string;
}

/** A date that a text names: the days it stands for, or a month (and day) of a year that the text does not tell. */
export interface DateMention {
  readonly start: number;
  readonly end: number;
  readonly words: string;
  readonly range?: DateRange;
  readonly month?: number;
  readonly day?: number;
  /** A year alone, which is as often part of a name ("Horizon 2020"). */
  readonly isBareYear: boolean;
}

const MONTHS: readonly (readonly string[])[] = [
  ['january', 'jan', 'janvier', 'januar'],
  ['february', 'feb', 'fevrier', 'février', 'februar'],
  ['march', 'mar', 'mars', 'märz', 'maerz'],
  ['april', 'apr', 'avril'],
  ['may', 'mai'],
  ['june', 'jun', 'juin', 'juni'],
  ['july', 'jul', 'juillet', 'juli'],
  ['august', 'aug', 'août', 'aout'],
  ['september', 'sep', 'sept', 'septembre'],
  ['october', 'oct', 'octobre', 'oktober'],
  ['november', 'nov', 'novembre'],
  ['december', 'dec', 'décembre', 'decembre', 'dezember'],
];
const MONTH = `(?:${MONTHS.flat()
  .sort((a, b) => b.length - a.length)
  .join('|')})(?![\\p{L}])\\.?`;
const NUMBER_WORDS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven'];
const COUNT = `(?:\\d{1,3}|a|an|${NUMBER_WORDS.slice(1).join('|')}|few|couple of)`;
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const QUARTERS = ['first', 'second', 'third', 'fourth'];

type Reading = Pick<DateMention, 'range' | 'month' | 'day'> & { readonly isBareYear?: boolean };

/** A form of dates. `read` gets the named groups and the day that "today" is (absent: unknown); nothing when it is no date. */
interface DateForm {
  readonly pattern: RegExp;
  read(groups: Readonly<Record<string, string | undefined>>, today: string | undefined): Reading | undefined;
}

const FORMS: readonly DateForm[] = [
  {
    pattern: /(?<![\d-])(?<y>(?:19|20)\d{2})-(?<m>0[1-9]|1[0-2])(?:-(?<d>[0-2]\d|3[01]))?(?![\d-])/g,
    read: ({ y, m, d }) => readDay(y, Number(m), d),
  },
  {
    pattern: new RegExp(
      `(?<![\\d.,])(?<d>[0-3]?\\d)(?:st|nd|rd|th|\\.)?(?: ?(?:[-–]|to|and) ?(?<d2>[0-3]?\\d)(?:st|nd|rd|th|\\.)?)? (?:of )?(?<m>${MONTH})(?:,? (?<y>(?:19|20)\\d{2}))?(?!\\d)`,
      'giu',
    ),
    read: ({ y, m, d, d2 }) => spanDays(readDay(y, monthOf(m), d), d2),
  },
  {
    pattern: new RegExp(
      `(?<!\\p{L})(?<m>${MONTH}) (?<d>[0-3]?\\d)(?:st|nd|rd|th)?(?: ?(?:[-–]|to) ?(?<d2>[0-3]?\\d))?(?:,? (?<y>(?:19|20)\\d{2}))?(?![\\d:])`,
      'giu',
    ),
    read: ({ y, m, d, d2 }) => spanDays(readDay(y, monthOf(m), d), d2),
  },
  {
    pattern: new RegExp(
      `(?<!\\p{L})(?<m>${MONTH})(?:,? (?:of )?(?<y>(?:19|20)\\d{2})(?!\\d)| of (?<rel>last|this) year| (?<rel2>last|this) year)`,
      'giu',
    ),
    read: ({ y, m, rel, rel2 }, today) => readDay(y ?? yearBeside(rel ?? rel2, today), monthOf(m), undefined),
  },
  {
    // "may" and "march" are words of other kinds too: small letters count only after a word of time.
    pattern: new RegExp(
      `(?<=\\b(?:in|since|until|during|last|this|by|early|late|mid|between|from|for|before|after|and|to|en|im|seit|depuis)[ -])(?<m>${MONTH})(?! \\d)`,
      'giu',
    ),
    read: ({ m }) => ({ month: monthOf(m) }),
  },
  {
    pattern: /\bQ(?<q>[1-4])(?:[ -]?(?:FY ?)?(?<y>(?:19|20)\d{2}))?(?!\d)/gi,
    read: ({ q, y }, today) => readQuarter(Number(q), y, today),
  },
  {
    pattern: /\b(?<q>first|second|third|fourth) quarter(?: of (?:(?<y>(?:19|20)\d{2})|(?<rel>this|last) year))?/gi,
    read: ({ q, y, rel }, today) =>
      readQuarter(QUARTERS.indexOf(q?.toLowerCase() ?? '') + 1, y ?? yearBeside(rel, today), today),
  },
  {
    pattern:
      /\bH(?<h>[12])[ -]?(?:FY ?)?(?<y>(?:19|20)\d{2})\b|\b(?<half>first|second) half of (?<y2>(?:19|20)\d{2})\b/gi,
    read: ({ h, y, half, y2 }) => {
      const isFirst = h === '1' || half?.toLowerCase() === 'first';
      const year = y ?? y2 ?? '';
      return { range: isFirst ? rangeOf(year, 1, 6) : rangeOf(year, 7, 12) };
    },
  },
  {
    pattern:
      /(?<![\p{L}\d.,€$£-])(?<y>(?:19|20)\d{2})(?![\d%]|[.,]\d| (?:people|users|customers|euros|dollars|jobs)\b)/gu,
    read: ({ y = '' }) => ({ range: rangeOf(y, 1, 12), isBareYear: true }),
  },
  {
    pattern: /\b(?<day>today|yesterday|tomorrow|aujourd['’]hui|hier|gestern|heute)\b/gi,
    read: ({ day = '' }, today) => {
      if (today === undefined) return undefined;
      const away = /^(?:yesterday|hier|gestern)$/i.test(day) ? -1 : /^tomorrow$/i.test(day) ? 1 : 0;
      return { range: sameDay(addDays(today, away)) };
    },
  },
  {
    pattern: new RegExp(
      `\\b(?:the )?(?<rel>last|past|previous) (?<n>${COUNT}) (?<unit>day|week|month|year)s\\b|\\b(?:the )?(?<rel1>past) (?<unit1>day|week|month|year)\\b`,
      'gi',
    ),
    read: ({ n, unit, unit1 }, today) =>
      today === undefined
        ? undefined
        : {
            range: { from: addUnits(today, -(n === undefined ? 1 : countOf(n)), unit ?? unit1 ?? 'day'), until: today },
          },
  },
  {
    pattern: /\b(?:the )?(?<rel>last|this|previous|current|next) (?<unit>week|weekend|month|quarter|year)\b/gi,
    read: ({ rel = '', unit = '' }, today) =>
      today === undefined ? undefined : { range: periodBeside(rel.toLowerCase(), unit.toLowerCase(), today) },
  },
  {
    pattern: new RegExp(`\\b(?<n>${COUNT}) (?<unit>day|week|month|year)s? ago\\b`, 'gi'),
    read: ({ n = '', unit = '' }, today) => {
      if (today === undefined) return undefined;
      const day = addUnits(today, -countOf(n), unit.toLowerCase());
      return { range: unit.toLowerCase() === 'day' ? sameDay(day) : around(day, unit.toLowerCase()) };
    },
  },
  {
    pattern: new RegExp(`\\b(?:on |last )(?<day>${WEEKDAYS.join('|')})\\b`, 'gi'),
    read: ({ day = '' }, today) => {
      if (today === undefined) return undefined;
      const back = (7 + new Date(today).getUTCDay() - WEEKDAYS.indexOf(day.toLowerCase())) % 7;
      return { range: sameDay(addDays(today, -back)) };
    },
  },
];

/**
 * The dates in a text, in order, the fuller form where two overlap. `today` (ISO date) is the day that words such as
 * "yesterday" count from: without it they are passed over.
 */
export function findDates(text: string, today: string | undefined): DateMention[] {
  const found: DateMention[] = [];
  for (const { pattern, read } of FORMS) {
    for (const match of text.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (found.some((other) => other.start < end && start < other.end)) continue;
      const reading = read(match.groups ?? {}, today);
      if (reading === undefined || (reading.range === undefined && reading.month === undefined)) continue;
      found.push({ start, end, words: match[0], isBareYear: false, ...reading });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Whether two stretches share a day. */
export function rangesMeet(a: DateRange, b: DateRange): boolean {
  return (
    (a.until === undefined || b.from === undefined || b.from <= a.until) &&
    (b.until === undefined || a.from === undefined || a.from <= b.until)
  );
}

/** The days that a date of publication stands for: a year, a month or a day; nothing when it is none. */
export function rangeOfPublished(published: string | undefined): DateRange | undefined {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(published ?? '');
  const [, year, month, day] = match ?? [];
  if (year === undefined) return undefined;
  if (month === undefined) return rangeOf(year, 1, 12);
  return day === undefined ? rangeOf(year, Number(month), Number(month)) : sameDay(`${year}-${month}-${day}`);
}

/** The day before or after. `day` is an ISO date. */
export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return isoDay(date);
}

export function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}

function sameDay(day: string): DateRange {
  return { from: day, until: day };
}

/** From the first day of one month to the last of another. */
function rangeOf(year: string, first: number, last: number): DateRange {
  const lastDay = new Date(Date.UTC(Number(year), last, 0)).getUTCDate();
  return { from: `${year}-${pad(first)}-01`, until: `${year}-${pad(last)}-${lastDay}` };
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}

function monthOf(words: string | undefined): number {
  const name = (words ?? '').toLowerCase().replace(/\.$/, '');
  return MONTHS.findIndex((names) => names.includes(name)) + 1;
}

function readDay(year: string | undefined, month: number, day: string | undefined): Reading | undefined {
  const dayOfMonth = day === undefined ? undefined : Number(day);
  if (month === 0 || (dayOfMonth !== undefined && (dayOfMonth < 1 || dayOfMonth > 31))) return undefined;
  if (year === undefined) return { month, ...(dayOfMonth === undefined ? {} : { day: dayOfMonth }) };
  if (dayOfMonth === undefined) return { range: rangeOf(year, month, month) };
  return { range: sameDay(`${year}-${pad(month)}-${pad(dayOfMonth)}`) };
}

/** "17 to 20 June". */
function spanDays(reading: Reading | undefined, last: string | undefined): Reading | undefined {
  const from = reading?.range?.from;
  if (last === undefined || from === undefined) return reading;
  return { range: { from, until: `${from.slice(0, 8)}${pad(Number(last))}` } };
}

function yearBeside(relation: string | undefined, today: string | undefined): string | undefined {
  if (relation === undefined || today === undefined) return undefined;
  const year = Number(today.slice(0, 4));
  return String(relation.toLowerCase() === 'last' ? year - 1 : year);
}

/** A quarter without a year is the latest one that has begun. */
function readQuarter(quarter: number, year: string | undefined, today: string | undefined): Reading | undefined {
  const first = quarter * 3 - 2;
  if (year !== undefined) return { range: rangeOf(year, first, first + 2) };
  if (today === undefined) return undefined;
  const thisYear = today.slice(0, 4);
  const range = rangeOf(thisYear, first, first + 2);
  return { range: (range.from ?? '') <= today ? range : rangeOf(String(Number(thisYear) - 1), first, first + 2) };
}

function countOf(word: string): number {
  const lower = word.toLowerCase();
  if (lower === 'a' || lower === 'an') return 1;
  if (lower === 'few') return 3;
  if (lower === 'couple of') return 2;
  const spelled = NUMBER_WORDS.indexOf(lower);
  return spelled > 0 ? spelled : Number(lower);
}

function addUnits(day: string, count: number, unit: string): string {
  if (unit === 'day') return addDays(day, count);
  if (unit === 'week') return addDays(day, count * 7);
  const date = new Date(`${day}T00:00:00Z`);
  const months = unit === 'year' ? count * 12 : count;
  const wanted = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months + 1, 0));
  wanted.setUTCDate(Math.min(wanted.getUTCDate(), date.getUTCDate()));
  return isoDay(wanted);
}

/** "two months ago" means no one day: the unit's length around it. */
function around(day: string, unit: string): DateRange {
  if (unit === 'week') return { from: addDays(day, -3), until: addDays(day, 3) };
  const year = day.slice(0, 4);
  return unit === 'year' ? rangeOf(year, 1, 12) : rangeOf(year, Number(day.slice(5, 7)), Number(day.slice(5, 7)));
}

function periodBeside(relation: string, unit: string, today: string): DateRange {
  const steps = relation === 'last' || relation === 'previous' ? -1 : relation === 'next' ? 1 : 0;
  if (unit === 'week' || unit === 'weekend') {
    // Weeks begin on Monday (ISO 8601).
    const monday = addDays(today, steps * 7 - ((new Date(today).getUTCDay() + 6) % 7));
    return unit === 'week'
      ? { from: monday, until: addDays(monday, 6) }
      : { from: addDays(monday, 5), until: addDays(monday, 6) };
  }
  const year = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7));
  if (unit === 'year') return rangeOf(String(year + steps), 1, 12);
  const length = unit === 'quarter' ? 3 : 1;
  const first = unit === 'quarter' ? month - ((month - 1) % 3) : month;
  const from = new Date(Date.UTC(year, first - 1 + steps * length, 1));
  return rangeOf(String(from.getUTCFullYear()), from.getUTCMonth() + 1, from.getUTCMonth() + length);
}
