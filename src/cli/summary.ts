import { SUMMED_DOCUMENTS } from '../app.ts';
import type { Summary } from '../core/answer.ts';
import { citationToJson } from '../core/answer.ts';
import type { DocumentSummary } from '../core/ports.ts';
import { printJson, printLine } from './output.ts';
import { type CommonOptions, refreshQuietly, withDesk } from './with-desk.ts';

interface SummaryOptions extends CommonOptions {
  readonly source?: string;
  readonly since?: string;
  readonly until?: string;
}

/** `desk summary [topic]`. */
export async function runSummary(topic: readonly string[], options: SummaryOptions): Promise<void> {
  await withDesk(options, async (desk) => {
    await refreshQuietly(desk, options);
    const isWanted = (one: DocumentSummary) => isInRange(one, options) && isOfSource(one, options.source);
    const about = topic.join(' ').trim();
    const summary = await desk.summarise({
      topics: about === '' ? [] : [about],
      isWanted,
      most: SUMMED_DOCUMENTS,
      title: about === '' ? 'Summary of the sources' : `Summary: ${about}`,
    });
    await printSummary(summary, options);
  });
}

/** `desk digest --preview [--date D]`: what became known on that day. Sending is not built yet. */
export async function runDigest(options: CommonOptions & { date?: string }): Promise<void> {
  await withDesk(options, async (desk) => {
    await refreshQuietly(desk, options);
    const date = options.date ?? new Date().toISOString().slice(0, 10);
    const isWanted = ({ published }: DocumentSummary) => published?.slice(0, 10) === date;
    await printSummary(
      await desk.summarise({ topics: [], isWanted, most: SUMMED_DOCUMENTS, title: `Digest of ${date}` }),
      options,
    );
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
