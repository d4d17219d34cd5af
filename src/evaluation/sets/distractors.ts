import { z } from 'zod';
import { breakNearestMiddle } from '../cut-text.ts';
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

/** Characters; a shorter text is no document worth cutting. */
const SHORTEST_TO_CUT = 200;

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

/**
 * So many unrelated documents of the same news. There are 999 texts: where more are asked for, the longest is cut in two
 * until there are enough, so that the words stay the same and every piece is a document of its own.
 */
export async function readManyDistractors(setsDir: string, count: number): Promise<EvaluationDocument[]> {
  const texts: EvaluationDocument[] = [];
  for await (const document of readDistractors(setsDir, count)) texts.push(document);
  return cutToCount(texts, count);
}

/** Cuts the longest text in two, again and again, until there are `count`. Ids of pieces get a number behind. */
export function cutToCount(documents: readonly EvaluationDocument[], count: number): EvaluationDocument[] {
  const pieces = documents.map((document) => ({ document, cuts: '' }));
  while (pieces.length < count) {
    const longest = pieces.reduce<(typeof pieces)[number] | undefined>(
      (best, one) => (best === undefined || one.document.text.length > best.document.text.length ? one : best),
      undefined,
    );
    if (longest === undefined || longest.document.text.length < SHORTEST_TO_CUT) break;
    const { document, cuts } = longest;
    const at = breakNearestMiddle(document.text);
    pieces.splice(
      pieces.indexOf(longest),
      1,
      { document: { ...document, text: document.text.slice(0, at).trimEnd() }, cuts: `${cuts}1` },
      { document: { ...document, text: document.text.slice(at).trimStart() }, cuts: `${cuts}2` },
    );
  }
  return pieces.map(({ document, cuts }) => (cuts === '' ? document : { ...document, id: `${document.id}.${cuts}` }));
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
