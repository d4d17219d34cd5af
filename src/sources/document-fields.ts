import { z } from 'zod';
import { foldWhiteSpace } from '../core/text/span.ts';

/** What a file, a line or a page tells of its document, checked. What is not told is left out. */
export interface DocumentFields {
  readonly id?: string;
  readonly title?: string;
  readonly titleGivenByDesk?: boolean;
  readonly publisher?: string;
  readonly attribution?: string;
  readonly terms?: string;
  readonly url?: string;
  readonly author?: string;
  readonly published?: string;
  readonly language?: string;
}

/** Characters at most; longer values are text that slipped into a field. */
const LONGEST = { id: 200, title: 500, name: 200, terms: 2000, url: 2000 } as const;

const ID = new RegExp(`^[\\p{L}\\p{N}._:-]{1,${LONGEST.id}}$`, 'u');

function oneLine(longest: number) {
  return z
    .string('must be text')
    .transform((value) => foldWhiteSpace(value.replace(INVISIBLE, '')))
    .pipe(
      z
        .string()
        .min(1, 'is empty; leave the field out when it is not known')
        .max(longest, `is longer than ${longest} characters`),
    );
}

const INVISIBLE = /(?!\s)[\p{Cc}\p{Default_Ignorable_Code_Point}]/gu;

/** One check per field; each gives the value in its kept form. */
export const FIELD_CHECKS = {
  id: z
    .string('must be text')
    .regex(ID, `must be 1 to ${LONGEST.id} letters, digits, ".", "_", ":" or "-"; for example "my-article"`),
  title: oneLine(LONGEST.title),
  publisher: oneLine(LONGEST.name),
  attribution: oneLine(LONGEST.name),
  terms: oneLine(LONGEST.terms),
  url: oneLine(LONGEST.url).refine(isWebAddress, 'must be a full web address that starts with https:// or http://'),
  author: oneLine(LONGEST.name),
  published: z
    .string('must be text')
    .transform(normaliseIsoDate)
    .pipe(
      z.string(
        'must be an ISO 8601 date: 2026, 2026-06, 2026-06-19 or 2026-06-19T08:30:00Z; leave it out when unknown',
      ),
    ),
  language: z
    .string('must be text')
    .transform(canonicalLanguage)
    .pipe(z.string('must be a language tag of BCP 47: for example en, fr or de-AT')),
} as const;

export type FieldName = keyof typeof FIELD_CHECKS;

/** Checks one field. */
export function checkField(
  field: FieldName,
  value: unknown,
): { readonly ok: true; readonly value: string } | { readonly ok: false; readonly problem: string } {
  const result = FIELD_CHECKS[field].safeParse(value);
  if (result.success) return { ok: true, value: result.data };
  return { ok: false, problem: result.error.issues[0]?.message ?? 'is not right' };
}

function isWebAddress(value: string): boolean {
  if (!/^https?:\/\//i.test(value) || /\s/.test(value) || !URL.canParse(value)) return false;
  const url = new URL(value);
  return url.username === '' && url.password === '';
}

const ISO_DATE =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(Z|[+-]\d{2}(?::?\d{2})?)?)?)?)?$/;

/** A date of ISO 8601 as the desk keeps it ("T" before the time, ":" in the offset), or `undefined`. */
function normaliseIsoDate(value: string): string | undefined {
  const text = value.trim();
  const match = ISO_DATE.exec(text);
  if (match === null) return undefined;
  const [, year, month, day, hour, minute, second, offset] = match;
  if (month !== undefined && (Number(month) < 1 || Number(month) > 12)) return undefined;
  if (day !== undefined && (Number(day) < 1 || Number(day) > daysInMonth(Number(year), Number(month))))
    return undefined;
  if (Number(hour ?? 0) > 23 || Number(minute ?? 0) > 59 || Number(second ?? 0) > 59) return undefined;
  if (offset === undefined || offset === 'Z') return text.replace(' ', 'T');
  if (Number(offset.slice(1, 3)) > 14 || Number(offset.slice(-2)) > 59) return undefined;
  const written = offset.length === 3 ? `${offset}:00` : `${offset.slice(0, 3)}:${offset.slice(-2)}`;
  return text.slice(0, text.length - offset.length).replace(' ', 'T') + written;
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** A well-formed BCP 47 tag in its canonical form, its first part of two or three letters; else `undefined`. */
function canonicalLanguage(value: string): string | undefined {
  const tag = value.trim();
  if (!/^[A-Za-z]{2,3}(?:-|$)/.test(tag)) return undefined;
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
