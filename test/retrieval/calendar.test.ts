import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, findDates, rangeOfPublished, rangesMeet } from '../../src/retrieval/calendar.ts';

const day = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2049-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const written = (iso: string, options: Intl.DateTimeFormatOptions, language = 'en-GB') =>
  new Intl.DateTimeFormat(language, { timeZone: 'UTC', ...options }).format(new Date(iso));

describe('dates in a text', () => {
  it('are read as the calendar of the platform writes them', () => {
    fc.assert(
      fc.property(day, (iso) => {
        const forms = [
          iso,
          written(iso, { day: 'numeric', month: 'long', year: 'numeric' }),
          written(iso, { day: 'numeric', month: 'long', year: 'numeric' }, 'en-US'),
          written(iso, { day: 'numeric', month: 'long', year: 'numeric' }, 'fr-FR'),
          written(iso, { day: 'numeric', month: 'long', year: 'numeric' }, 'de-DE'),
        ];
        for (const form of forms)
          expect(findDates(`It was said on ${form}.`, undefined).map(({ range }) => range)).toEqual([
            { from: iso, until: iso },
          ]);
      }),
    );
  });

  it('of a month end with its last day', () => {
    fc.assert(
      fc.property(day, (iso) => {
        const [mention] = findDates(`in ${written(iso, { month: 'long', year: 'numeric' })}`, undefined);
        const until = mention?.range?.until ?? '';
        expect(mention?.range?.from).toBe(`${iso.slice(0, 7)}-01`);
        expect(until.slice(0, 7)).toBe(iso.slice(0, 7));
        // The day after the last one is of the next month.
        expect(new Date(Date.parse(until) + 86_400_000).toISOString().slice(8, 10)).toBe('01');
      }),
    );
  });

  it.each([
    ['yesterday', { from: '2026-06-17', until: '2026-06-17' }],
    ['last year', { from: '2025-01-01', until: '2025-12-31' }],
    ['next month', { from: '2026-07-01', until: '2026-07-31' }],
    ['the last three days', { from: '2026-06-15', until: '2026-06-18' }],
    ['a week ago', { from: '2026-06-08', until: '2026-06-14' }],
    ['hier', { from: '2026-06-17', until: '2026-06-17' }],
    ['17 to 20 June 2026', { from: '2026-06-17', until: '2026-06-20' }],
    ['Q4', { from: '2025-10-01', until: '2025-12-31' }],
    ['Q1', { from: '2026-01-01', until: '2026-03-31' }],
  ])('count from the day given: %s', (text, range) => {
    expect(findDates(text, '2026-06-18').map((mention) => mention.range)).toEqual([range]);
  });

  it.each(['€2026', '2,026 people', '2026 jobs', 'version 1.2026', 'he may go', 'the march went on', 'July-born'])(
    'are not seen in “%s”',
    (text) => {
      expect(findDates(text, undefined)).toEqual([]);
    },
  );

  it('are passed over where only today could tell them', () => {
    expect(findDates('It was said yesterday, last week and two days ago.', undefined)).toEqual([]);
  });
});

describe('days', () => {
  it('are added as the clock adds them', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -4000, max: 4000 }), (iso, days) => {
        expect(addDays(iso, days)).toBe(new Date(Date.parse(iso) + days * 86_400_000).toISOString().slice(0, 10));
      }),
    );
  });

  it.each([
    ['2026', { from: '2026-01-01', until: '2026-12-31' }],
    ['2024-02', { from: '2024-02-01', until: '2024-02-29' }],
    ['2026-06-17T10:00:00Z', { from: '2026-06-17', until: '2026-06-17' }],
    ['soon', undefined],
    [undefined, undefined],
  ])('of publication: %s', (published, range) => {
    expect(rangeOfPublished(published)).toEqual(range);
  });

  it('of two stretches meet when one day is in both', () => {
    fc.assert(
      fc.property(day, day, day, day, (a, b, c, d) => {
        const [first, second] = [[a, b].sort(), [c, d].sort()];
        const days = (list: readonly (string | undefined)[]) => ({ from: list[0], until: list[1] });
        const isShared = (first[0] ?? '') <= (second[1] ?? '') && (second[0] ?? '') <= (first[1] ?? '');
        expect(rangesMeet(days(first), days(second))).toBe(isShared);
        expect(rangesMeet({}, days(second))).toBe(true);
      }),
    );
  });
});
