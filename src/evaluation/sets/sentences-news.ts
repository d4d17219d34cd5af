import { z } from 'zod';
import { splitSentences } from '../../core/text/sentences.ts';
import type { Span } from '../../core/text/span.ts';
import { addSpanCounts, countExactSpans, spanF1 } from '../metrics/sentence-metrics.ts';
import type { EvaluationRow } from '../report.ts';
import { pathInSet, readItems } from '../set-files.ts';

const SET = 'sentences-news';

const DocumentLine = z.object({ id: z.string(), text: z.string(), paragraphs: z.array(z.array(z.string())) });

/** Ordinary news and interviews: F1 over exact spans of sentences. */
export async function evaluateSentencesNews(setsDir: string): Promise<EvaluationRow[]> {
  const documents = await readItems(pathInSet(setsDir, SET, 'docs.jsonl'), DocumentLine);
  const counts = documents
    .map(({ text, paragraphs }) => countExactSpans(splitSentences(text), locate(text, paragraphs.flat())))
    .reduce(addSpanCounts, { found: 0, expected: 0, right: 0 });
  return [
    {
      set: SET,
      measure: 'F1 of exact sentences',
      ours: spanF1(counts),
      others: [],
      target: 0.97,
      items: counts.expected,
    },
  ];
}

/** Where the sentences stand in the text, each after the one before. */
function locate(text: string, sentences: readonly string[]): Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const sentence of sentences) {
    const start = text.indexOf(sentence, from);
    if (start < 0) continue;
    from = start + sentence.length;
    spans.push({ start, end: from });
  }
  return spans;
}
