import { splitSentences } from '../../core/text/sentences.ts';
import { extractStatements } from '../../ingest/statements/extract-statements.ts';
import type { EvaluationRow } from '../report.ts';
import { pickSample } from '../set-files.ts';
import type { EvaluationOptions, Workbench } from '../workbench.ts';
import { readDistractors } from './distractors.ts';

const SET = 'statement-speed';

/** The issue counts documents of so many words, and asks for so many of them a second. */
const WORDS_A_DOCUMENT = 500;
const TARGET_A_SECOND = 150;
/** Read before the clock counts, so that code is compiled. */
const WARM_UP_DOCUMENTS = 60;
const MEASURED_DOCUMENTS = 600;

interface StatementSpeed {
  readonly documents: number;
  readonly statements: number;
  /** Processor time of all threads, so that other work on the machine counts less. */
  readonly cpuMs: number;
}

/** How fast one core reads documents of 500 words of real news into sentences and statements. */
export async function evaluateStatementSpeed(
  setsDir: string,
  _workbench?: Workbench,
  options: EvaluationOptions = {},
): Promise<EvaluationRow[]> {
  const { documents, cpuMs } = await measureStatementSpeed(setsDir, options.sampleSize);
  return [
    {
      set: SET,
      measure: `documents of ${WORDS_A_DOCUMENT} words a second on one core, into sentences and statements`,
      ours: (documents / cpuMs) * 1000,
      others: [],
      target: TARGET_A_SECOND,
      items: documents,
      note: 'by processor time',
    },
  ];
}

/** Articles of polnear in their own order, cut and joined to documents of 500 words. */
export async function measureStatementSpeed(setsDir: string, sampleSize = MEASURED_DOCUMENTS): Promise<StatementSpeed> {
  const texts: string[] = [];
  for await (const { id, text } of readDistractors(setsDir, Number.POSITIVE_INFINITY)) {
    if (id.startsWith('polnear:')) texts.push(text);
  }
  const documents = cutToWords(texts.join('\n\n'), WORDS_A_DOCUMENT);
  for (const text of documents.slice(0, WARM_UP_DOCUMENTS)) readStatements(text);
  const measured = pickSample(documents.slice(WARM_UP_DOCUMENTS), sampleSize);
  const before = process.cpuUsage();
  let statements = 0;
  for (const text of measured) statements += readStatements(text);
  const { user, system } = process.cpuUsage(before);
  return { documents: measured.length, statements, cpuMs: (user + system) / 1000 };
}

function readStatements(text: string): number {
  return extractStatements({ text, sentences: splitSentences(text), language: 'en' }).length;
}

/** Pieces of so many words each; what is left at the end is dropped. */
export function cutToWords(text: string, words: number): string[] {
  const pieces: string[] = [];
  let start = 0;
  let count = 0;
  for (const { index } of text.matchAll(/\S+\s*/g)) {
    if (count === words) {
      pieces.push(text.slice(start, index));
      [start, count] = [index, 0];
    }
    count += 1;
  }
  if (count === words) pieces.push(text.slice(start));
  return pieces;
}
