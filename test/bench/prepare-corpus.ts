import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { splitSentences } from '../../src/core/text/sentences.ts';
import { type GeneratedDocument, generateCorpus } from './generate-corpus.ts';
import { generateQuestions } from './generate-questions.ts';
import type { SourceText } from './source-texts.ts';

interface PreparedCorpus {
  readonly corpusFile: string;
  readonly questionsFile: string;
  readonly sentencesPerDocument: number;
  readonly wordsPerDocument: number;
  readonly firstQuestion: string;
}

/** Documents that questions are made from, spread evenly over the corpus. */
const QUESTION_DOCUMENTS = 1000;

/** Writes a generated corpus and questions about it into a folder. */
export async function prepareCorpus(options: {
  readonly texts: readonly SourceText[];
  readonly documents: number;
  readonly questions: number;
  readonly seed: number;
  readonly folder: string;
}): Promise<PreparedCorpus> {
  const { texts, documents, questions, seed, folder } = options;
  const corpusFile = join(folder, 'corpus.jsonl');
  const questionsFile = join(folder, 'questions.json');
  const sample: GeneratedDocument[] = [];
  const stride = Math.max(1, Math.floor(documents / QUESTION_DOCUMENTS));
  let index = 0;
  function* lines(): Generator<string> {
    for (const document of generateCorpus({ texts, count: documents, seed })) {
      if (index % stride === 0) sample.push(document);
      index += 1;
      yield `${JSON.stringify(document)}\n`;
    }
  }
  await pipeline(Readable.from(lines()), createWriteStream(corpusFile));
  const asked = generateQuestions({ texts: sample.map(({ text }) => text), count: questions, seed });
  await writeFile(questionsFile, JSON.stringify(asked));
  const total = (count: (text: string) => number) => sample.reduce((sum, { text }) => sum + count(text), 0);
  return {
    corpusFile,
    questionsFile,
    sentencesPerDocument: total((text) => splitSentences(text).length) / sample.length,
    wordsPerDocument: total((text) => text.split(/\s+/).length) / sample.length,
    firstQuestion: asked[0]?.text ?? '',
  };
}
