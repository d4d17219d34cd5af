import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { DeskError } from '../../core/errors.ts';
import type { GradedQuestion } from '../metrics/graded-marks.ts';
import { pathInSet, readItems } from '../set-files.ts';
import type { EvaluationDocument, Workbench } from '../workbench.ts';
import { readDistractors } from './distractors.ts';
import { readFeedTexts } from './feed-texts.ts';

const SpanLine = z.object({ document: z.string(), start: z.number().int().min(0), end: z.number().int().min(1) });
const QuestionLine = z.object({
  id: z.string(),
  kind: z.string(),
  split: z.enum(['tune', 'report']),
  question: z.string(),
  document: z.string().optional(),
  evidence: z.array(z.array(SpanLine)),
  also: z.array(SpanLine).optional(),
  speaker: z.string().optional(),
  trap: z.string().optional(),
  languages: z
    .string()
    .regex(/^[a-z]{2}>[a-z]{2}$/)
    .optional(),
});
const DocumentLine = z.object({ id: z.string(), split: z.enum(['tune', 'report']), sha256: z.string() });
const ArticleLine = z.object({ id: z.string(), url: z.string(), article_body: z.string() });
const PageLine = z.object({
  id: z.string(),
  title: z.string().nullish(),
  byline: z.string().nullish(),
  lang: z.string().nullish(),
  siteName: z.string().nullish(),
  publishedTime: z.string().nullish(),
  expected_text: z.string(),
});

/** The questions, in the file's order. */
export async function readGradedQuestions(folder: string, sampleSize?: number): Promise<GradedQuestion[]> {
  return readItems(join(folder, 'questions.jsonl'), QuestionLine, sampleSize);
}

/**
 * The texts that the questions are about, and the other texts of polnear and retrieval-time, to stand beside them.
 * @throws DeskError `bad_input` when a text is missing or is not the one whose offsets were taken.
 */
export async function readGradedTexts(input: {
  readonly folder: string;
  readonly setsDir: string;
  readonly workbench: Pick<Workbench, 'knowledgeDocuments'>;
}): Promise<{ readonly texts: EvaluationDocument[]; readonly others: EvaluationDocument[] }> {
  const { folder, setsDir, workbench } = input;
  const chosen = await readItems(join(folder, 'documents.jsonl'), DocumentLine);
  const wanted = new Map(chosen.map(({ id, sha256 }) => [id, sha256]));
  const texts: EvaluationDocument[] = [];
  const others: EvaluationDocument[] = [];
  for await (const text of workbench.knowledgeDocuments()) if (wanted.has(text.id)) texts.push(text);
  for (const read of [readArticles, readPages, readFeedTexts]) {
    texts.push(...(await read(setsDir)).filter(({ id }) => wanted.has(id)));
  }
  for await (const text of readDistractors(setsDir, Number.POSITIVE_INFINITY)) {
    (wanted.has(text.id) ? texts : others).push(text);
  }
  requireSameTexts(wanted, texts);
  return { texts, others };
}

/** The true bodies of saved news pages. */
async function readArticles(setsDir: string): Promise<EvaluationDocument[]> {
  const lines = await readItems(pathInSet(setsDir, 'article-extraction', 'ground-truth.jsonl'), ArticleLine);
  return lines.map((line) => ({
    id: `article:${line.id}`,
    text: line.article_body,
    publisher: new URL(line.url).hostname.replace(/^www\./, ''),
    url: line.url,
  }));
}

/** What a reading view shows of saved pages, with what the page tells of itself. */
async function readPages(setsDir: string): Promise<EvaluationDocument[]> {
  const lines = await readItems(pathInSet(setsDir, 'readability-pages', 'expected.jsonl'), PageLine);
  return lines.map((line) => ({
    id: `page:${line.id}`,
    text: line.expected_text,
    title: line.title ?? undefined,
    author: line.byline ?? undefined,
    language: line.lang?.slice(0, 2) ?? undefined,
    publisher: line.siteName ?? undefined,
    published: /^\d{4}-\d\d-\d\d/.exec(line.publishedTime ?? '')?.[0],
  }));
}

/** Offsets mean nothing in another text than the one they were taken from. */
function requireSameTexts(wanted: ReadonlyMap<string, string>, texts: readonly EvaluationDocument[]): void {
  for (const [id, sha256] of wanted) {
    const text = texts.find((one) => one.id === id);
    if (text !== undefined && createHash('sha256').update(text.text).digest('hex') === sha256) continue;
    throw new DeskError({
      code: 'bad_input',
      message: `The graded questions are about a text "${id}" that is ${text === undefined ? 'not there' : 'no longer the same'}.`,
      hint: 'Use the sets that test/graded/README.md names, or take the offsets of its questions anew.',
    });
  }
}
