import { z } from 'zod';
import type { IndexReport } from '../app.ts';
import { creditOf } from '../core/document.ts';
import { DeskError } from '../core/errors.ts';
import { countOf, describeProblems, isSkipped, printJson, printLine, tell } from './output.ts';
import { BATCH_ID, readBatch } from './read-batch.ts';
import { type CommonOptions, refreshQuietly, withDesk } from './with-desk.ts';

/** `desk index`: brings the store in line with the knowledge folder. */
export async function runIndex(options: CommonOptions): Promise<void> {
  await withDesk(options, async (desk) => {
    const startedMs = performance.now();
    const report = await desk.refresh();
    await desk.settle();
    await reportIndex(report, performance.now() - startedMs, options);
  });
}

/** `desk add FILE…`. Fails when nothing of a file could be used. */
export async function runAdd(files: readonly string[], options: CommonOptions): Promise<void> {
  await withDesk(options, async (desk) => {
    const startedMs = performance.now();
    const report = await desk.addFiles(files);
    await desk.settle();
    await reportIndex(report, performance.now() - startedMs, options);
    const skipped = report.problems.filter(isSkipped).length;
    if (skipped > 0) {
      throw new DeskError({
        code: 'bad_input',
        message: `${skipped} of the documents named could not be added, as said above`,
        hint: 'Mend them and add them again; everything else was added.',
      });
    }
  });
}

async function reportIndex(report: IndexReport, tookMs: number, options: CommonOptions): Promise<void> {
  for (const line of describeProblems(report.problems)) tell(line);
  const { documents, passages, statements, added, changed, removed } = report;
  const figures = { documents, passages, statements, added, changed, removed, tookMs: Math.round(tookMs) };
  await (options.json === true
    ? printJson(figures)
    : printLine(
        `${countOf(documents, 'document')}, ${countOf(passages, 'passage')}, ${countOf(statements, 'statement')} (${added} added, ${changed} changed, ${removed} removed) in ${figures.tookMs} ms`,
      ));
}

/** `desk remove ID…`. */
export async function runRemove(ids: readonly string[], options: CommonOptions): Promise<void> {
  await withDesk(options, async (desk) => {
    const { removed, unknown, fromFolder } = await desk.removeDocuments(ids);
    for (const { id, origin } of fromFolder) {
      tell(
        `note: "${id}" stays away until ${origin} in the knowledge folder is changed; delete that file to be rid of it.`,
      );
    }
    await (options.json === true ? printJson({ removed }) : printLine(`${removed} removed`));
    if (unknown.length > 0) {
      throw new DeskError({
        code: 'not_there',
        message: `There is no document ${unknown.map((id) => `"${id}"`).join(', ')}`,
        hint: 'See the ids with "desk sources".',
      });
    }
  });
}

/** `desk sources`. */
export async function runSources(options: CommonOptions): Promise<void> {
  await withDesk(options, async (desk) => {
    await refreshQuietly(desk, options);
    const summaries = await desk.store.listDocuments();
    const rows = summaries.map((one) => ({
      id: one.id,
      title: one.title,
      titleGivenByDesk: one.titleGivenByDesk,
      publisher: one.publisher ?? null,
      attribution: creditOf(one),
      url: one.url ?? null,
      published: one.published ?? null,
      language: one.language ?? null,
      statements: one.statements,
    }));
    if (options.json === true) return printJson(rows);
    for (const row of rows) {
      const title = row.titleGivenByDesk ? `${row.title} (title given by the desk)` : row.title;
      const facts = [
        row.publisher ?? 'publisher not known',
        row.published ?? 'date not known',
        `${row.statements} statements`,
      ];
      await printLine(`${row.id}\n  ${title}\n  ${facts.join(', ')}. Credit: ${row.attribution}`);
    }
    return undefined;
  });
}

const QUERY_LINE = z.object({ id: BATCH_ID, query: z.string() });

/** `desk search "query"` and `desk search --batch FILE`. */
export async function runSearch(
  words: readonly string[],
  options: CommonOptions & { batch?: string; k: number; passages?: boolean },
): Promise<void> {
  const { batch } = options;
  await withDesk(options, async (desk) => {
    await refreshQuietly(desk, options);
    const search = async (id: string | number | null, query: string) => {
      const hits =
        options.passages === true
          ? (await desk.retriever.retrieve({ text: query, limit: options.k })).map(({ document, passage, score }) => ({
              document,
              passage,
              score,
            }))
          : (await desk.search(query, options.k)).map((hit) => ({
              ...hit,
              passage: hit.document.passages[hit.passage],
            }));
      const rows = hits.map(({ document, passage, score }) => ({
        document: document.id,
        passage: document.text.slice(passage?.start ?? 0, passage?.end ?? 0),
        start: passage?.start ?? 0,
        end: passage?.end ?? 0,
        credit: creditOf(document),
        score,
      }));
      if (options.json === true) return printJson({ id, hits: rows });
      for (const row of rows)
        await printLine(
          `${row.score.toFixed(3)}  ${row.document}  (${row.credit})\n  ${row.passage.replace(/\s+/g, ' ')}`,
        );
      return undefined;
    };
    if (batch === undefined) await search(null, words.join(' '));
    else for await (const { id, query } of readBatch(batch, QUERY_LINE)) await search(id, query);
  });
}
