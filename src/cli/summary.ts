import { citationToJson } from '../core/answer.ts';
import { DeskError } from '../core/errors.ts';
import type { DocumentSummary } from '../core/ports.ts';
import type { Summary } from '../answering/summarise.ts';
import { printJson, printLine } from './output.ts';
import { type CommonOptions, refreshQuietly, withDesk } from './with-desk.ts';

/** Documents that one summary is made from at most: the newest. */
const MOST_DOCUMENTS = 6;

interface SummaryOptions extends CommonOptions {
  readonly source?: string;
  readonly since?: string;
  readonly until?: string;
}

/** `desk summary [topic]`. */
export async function runSummary(topic: readonly string[], options: SummaryOptions): Promise<void> {
  for (const date of [options.since, options.until]) checkDate(date);
  await withDesk(options, async (desk) => {
    await refreshQuietly(desk);
    const isWanted = (one: DocumentSummary) => isInRange(one, options) && isOfSource(one, options.source);
    const about = topic.join(' ').trim();
    const summary = await desk.summarise({ topic: about === '' ? undefined : about, isWanted, most: MOST_DOCUMENTS });
    await printSummary(summary, options);
  });
}

/** `desk digest --preview [--date D]`: what became known on that day. Sending is not built yet. */
export async function runDigest(options: CommonOptions & { preview?: boolean; date?: string }): Promise<void> {
  checkDate(options.date);
  if (options.preview !== true) {
    throw new DeskError({ code: 'bad_input', message: 'Digests are not sent by this version.', hint: 'Use --preview to see one.' });
  }
  await withDesk(options, async (desk) => {
    await refreshQuietly(desk);
    const date = options.date ?? new Date().toISOString().slice(0, 10);
    const isWanted = ({ published }: DocumentSummary) => published?.slice(0, 10) === date;
    await printSummary(await desk.summarise({ topic: undefined, isWanted, most: MOST_DOCUMENTS, title: `Digest of ${date}` }), options);
  });
}

function printSummary(summary: Summary, options: CommonOptions): Promise<void> {
  const { title, text, sentences, citations, range } = summary;
  if (options.json !== true) return printLine(`${title}\n\n${text}`);
  return printJson({
    title,
    text,
    sentences,
    citations: citations.map(citationToJson),
    stories: [],
    range: { since: range.since ?? null, until: range.until ?? null },
  });
}

function checkDate(date: string | undefined): void {
  if (date === undefined || (/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(date) && !Number.isNaN(Date.parse(date)))) return;
  throw new DeskError({ code: 'bad_input', message: `"${date}" is not a date.`, hint: 'Write it as 2026-06-18, 2026-06 or 2026.' });
}

/** Dates are compared as far as both are known: "2026-06" lies in any range that touches June. Unknown dates lie in none. */
function isInRange({ published }: DocumentSummary, { since, until }: SummaryOptions): boolean {
  if (since === undefined && until === undefined) return true;
  if (published === undefined) return false;
  const isFrom = since === undefined || published.slice(0, since.length) >= since.slice(0, published.length);
  const isTo = until === undefined || published.slice(0, until.length) <= until;
  return isFrom && isTo;
}

function isOfSource({ id, publisher }: DocumentSummary, source: string | undefined): boolean {
  return source === undefined || id === source || publisher?.toLowerCase() === source.toLowerCase();
}
