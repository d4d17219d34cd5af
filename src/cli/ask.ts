import { z } from 'zod';
import { answerToJson } from '../core/answer.ts';
import { printJson, printLine } from './output.ts';
import { BATCH_ID, readBatch } from './read-batch.ts';
import { type CommonOptions, refreshQuietly, withDesk } from './with-desk.ts';

const QUESTION_LINE = z.object({ id: BATCH_ID, question: z.string() });

/** `desk ask "question"` and `desk ask --batch FILE`. */
export async function runAsk(words: readonly string[], options: CommonOptions & { batch?: string }): Promise<void> {
  const { batch } = options;
  await withDesk(options, async (desk) => {
    await refreshQuietly(desk, options);
    if (batch === undefined) {
      const answer = await desk.ask(words.join(' '));
      await (options.json === true ? printJson(answerToJson(answer)) : printLine(answer.text));
      return;
    }
    for await (const { id, question } of readBatch(batch, QUESTION_LINE)) {
      const answer = await desk.ask(question);
      await (options.json === true
        ? printJson({ id, ...answerToJson(answer) })
        : printLine(`${question}\n${answer.text}\n`));
    }
  });
}
