// @ts-check
/** @import { WebCitationJson } from '../render.ts' */

/**
 * An ISO 8601 year, year-month, date or date-time as people write it; `undefined` when it is not known.
 * @param {string | null} iso
 */
export function formatDate(iso) {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(iso ?? '');
  if (match === null) return undefined;
  const [, year = '', month, day] = match;
  if (month === undefined) return year;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? '1')));
  /** @type {Intl.DateTimeFormatOptions} */
  const parts = { year: 'numeric', month: 'long', timeZone: 'UTC' };
  return new Intl.DateTimeFormat('en-GB', day === undefined ? parts : { ...parts, day: 'numeric' }).format(date);
}

/**
 * A moment in the reader's own time zone.
 * @param {string} iso
 */
export function formatMoment(iso) {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' }).format(new Date(iso));
}

/**
 * "Charlie Dai, Principal Analyst, Forrester", as far as it is known; empty when nothing is.
 * @param {{ name: string | null, role: string | null, organisation: string | null } | null} speaker
 */
export function formatSpeaker(speaker) {
  if (speaker === null) return '';
  return speakerParts(speaker).join(', ');
}

/** @param {{ name: string | null, role: string | null, organisation: string | null }} speaker */
function speakerParts(speaker) {
  return [...new Set([speaker.name, speaker.role, speaker.organisation])].filter((part) => part !== null);
}

/**
 * What stands above a quotation: who said it, or where it is stated when nobody is named; and what else is known of
 * the speaker.
 * @param {WebCitationJson} citation
 * @returns {{ who: string, rest: string }}
 */
export function formatByline(citation) {
  const { speaker, publisher, title } = citation;
  const via = citation.via === null ? [] : [`via ${citation.via}`];
  const [who, ...rest] = speaker === null ? [] : speakerParts(speaker);
  if (who !== undefined) return { who, rest: [...rest, ...via].join(', ') };
  return { who: publisher === null ? `Stated in “${title}”` : `Reported by ${publisher}`, rest: via.join() };
}

/** @param {string | null} tag BCP 47 */
export function formatLanguage(tag) {
  if (tag === null) return 'not known';
  try {
    return new Intl.DisplayNames(['en'], { type: 'language' }).of(tag) ?? tag;
  } catch {
    // Not a tag that the browser can read: the source's own word is the best there is.
    return tag;
  }
}

/**
 * @param {number} count
 * @param {string} singular
 * @param {string} [plural]
 */
export function formatCount(count, singular, plural = `${singular}s`) {
  return `${count.toLocaleString('en')} ${count === 1 ? singular : plural}`;
}
