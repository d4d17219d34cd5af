import { z } from 'zod';
import { speakerToJson } from '../core/answer.ts';
import { DeskError } from '../core/errors.ts';
import type { Statement } from '../core/statement.ts';
import { splitSentences } from '../core/text/sentences.ts';
import { extractStatements } from '../ingest/statements/extract-statements.ts';
import { printJson, printLine } from './output.ts';
import { BATCH_ID, readBatch } from './read-batch.ts';
import { type CommonOptions, refreshQuietly, withDesk } from './with-desk.ts';

const TEXT_LINE = z.object({ id: BATCH_ID, text: z.string() });

/** `desk sentences --batch FILE`. */
export async function runSentences(options: CommonOptions & { batch: string }): Promise<void> {
  for await (const { id, text } of readBatch(options.batch, TEXT_LINE)) {
    const sentences = splitSentences(text).map(({ start, end }) => ({ start, end }));
    if (options.json === true) await printJson({ id, sentences });
    else for (const { start, end } of sentences) await printLine(text.slice(start, end).replace(/\s+/g, ' '));
  }
}

/** `desk statements [--document ID]` and `desk statements --batch FILE`. */
export async function runStatements(options: CommonOptions & { batch?: string; document?: string }): Promise<void> {
  if (options.batch !== undefined) {
    for await (const { id, text } of readBatch(options.batch, TEXT_LINE)) {
      await printStatements(id, extractStatements({ text, sentences: splitSentences(text) }), options);
    }
    return;
  }
  await withDesk(options, async (desk) => {
    await refreshQuietly(desk, options);
    const ids =
      options.document === undefined ? (await desk.store.listDocuments()).map(({ id }) => id) : [options.document];
    for (const id of ids) {
      const document = await desk.desk.findDocument(id);
      if (document === undefined) {
        throw new DeskError({
          code: 'not_there',
          message: `There is no document "${id}".`,
          hint: 'See the ids with "desk sources".',
        });
      }
      await printStatements(id, document.statements, options);
    }
  });
}

async function printStatements(
  id: string | number,
  statements: readonly Statement[],
  options: CommonOptions,
): Promise<void> {
  if (options.json === true) return printJson({ id, statements: statements.map(statementToJson) });
  for (const { speaker, via, text } of statements) {
    const who = speaker?.name ?? speaker?.organisation ?? speaker?.role ?? 'speaker not told';
    await printLine(`${id}: ${who}${via === undefined ? '' : `, via ${via}`}: ${text.replace(/\s+/g, ' ')}`);
  }
}

function statementToJson({ text, start, end, kind, speaker, cue, via, carried }: Statement) {
  return {
    text,
    start,
    end,
    kind,
    speaker:
      speaker === undefined
        ? null
        : { text: speaker.text, start: speaker.start, end: speaker.end, ...speakerToJson(speaker) },
    cue: cue === undefined ? null : { text: cue.text, start: cue.start, end: cue.end },
    via: via ?? null,
    carried,
  };
}
