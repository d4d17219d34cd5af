import { z } from 'zod';
import { pathInSet, readJsonLines } from '../set-files.ts';
import type { EvaluationDocument } from '../workbench.ts';

const PolnearLine = z.object({
  id: z.string(),
  publisher: z.string(),
  date: z.string(),
  title: z.string(),
  text: z.string(),
});
const TimeLine = z.object({ id: z.string(), date: z.string().nullish(), text: z.string() });

const POLNEAR_FILES = ['dev.jsonl', 'train-1.jsonl', 'train-2.jsonl'] as const;

/** News that has nothing to do with the knowledge folder: US politics of 2016, then the world of 1963. */
export async function* readDistractors(setsDir: string, limit: number): AsyncGenerator<EvaluationDocument> {
  if (limit <= 0) return;
  let count = 0;
  for await (const document of readUnrelatedNews(setsDir)) {
    yield document;
    count += 1;
    if (count >= limit) return;
  }
}

async function* readUnrelatedNews(setsDir: string): AsyncGenerator<EvaluationDocument> {
  for (const file of POLNEAR_FILES) {
    for await (const line of readJsonLines(pathInSet(setsDir, 'polnear', file), PolnearLine)) {
      yield {
        id: distractorId('polnear', line.id),
        text: line.text,
        title: line.title,
        publisher: line.publisher,
        published: line.date,
        language: 'en',
      };
    }
  }
  for await (const line of readJsonLines(pathInSet(setsDir, 'retrieval-time', 'docs.jsonl'), TimeLine)) {
    yield {
      id: distractorId('time', line.id),
      text: line.text,
      publisher: 'TIME',
      published: line.date ?? undefined,
      language: 'en',
    };
  }
}

/** The ids of the sets with what the desk does not allow replaced, and never those of the knowledge folder. */
function distractorId(set: string, id: string): string {
  return `${set}:${id.replace(/[^\w.:-]/g, '-')}`.slice(0, 200);
}
