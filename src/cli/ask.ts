import { z } from 'zod';
import { answerToJson } from '../core/answer.ts';
import { DeskError } from '../core/errors.ts';
import { printJson, printLine } from './output.ts';
import { readBatch } from './read-batch.ts';
import { type CommonOptions, refreshQuietly, withDesk } from './with-desk.ts';

const QUESTION_LINE = z.object({ id: z.union([z.string(), z.number()]), question: z.string() });

/** `desk ask "question"` and `desk ask --batch FILE`. */
export async function runAsk(words: readonly string[], options: CommonOptions & { batch?: string }): Promise<void> {
  const { batch } = options;
  if (batch === undefined && words.length === 0) {
    throw new DeskError({ code: 'bad_input', message: 'There is no question.', hint: 'Write it after "ask", in quotation marks.' });
  }
  await withDesk(options, async (desk) => {
    await refreshQuietly(desk);
    if (batch === undefined) {
      const answer = await desk.ask(words.join(' '));
      await (options.json === true ? printJson(answerToJson(answer)) : printLine(answer.text));
      return;
    }
    for await (const { id, question } of readBatch(batch, QUESTION_LINE)) {
      const answer = await desk.ask(question);
      await (options.json === true ? printJson({ id, ...answerToJson(answer) }) : printLine(`${question}\n${answer.text}\n`));
    }
  });
}
