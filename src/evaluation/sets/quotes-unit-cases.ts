import { z } from 'zod';
import type { Statement } from '../../core/statement.ts';
import { splitSentences } from '../../core/text/sentences.ts';
import { extractStatements } from '../../ingest/statements/extract-statements.ts';
import type { EvaluationRow } from '../report.ts';
import { pathInSet, readItems } from '../set-files.ts';

const SET = 'quotes-unit-cases';

const CaseLine = z.object({
  id: z.string(),
  text: z.string(),
  quotes: z.array(z.object({ speaker: z.string(), content: z.string() })).optional(),
  /** All words of all speakers, quote after quote. */
  speakers_in_order_words: z.array(z.string()).optional(),
});
export type QuotesCase = z.output<typeof CaseLine>;

/** The unit cases of two open extractors of direct quotations: quotations and speakers as expected. */
export async function evaluateQuotesUnitCases(setsDir: string): Promise<EvaluationRow[]> {
  const cases = await readItems(pathInSet(setsDir, SET, 'cases.jsonl'), CaseLine);
  const right = cases.filter((one) => isCaseRight(one, directQuotations(one.text)));
  return [
    {
      set: SET,
      measure: 'cases as expected',
      ours: right.length / cases.length,
      others: [{ system: 'the tools on their own cases', value: 1 }],
      target: 15 / 17,
      items: cases.length,
    },
  ];
}

function directQuotations(text: string): Statement[] {
  return extractStatements({ text, sentences: splitSentences(text) }).filter((one) => one.kind === 'direct');
}

/** Exactly the expected contents, each with a speaker that has the expected speaker's words at its head. */
export function isCaseRight(expected: QuotesCase, found: readonly Pick<Statement, 'text' | 'speaker'>[]): boolean {
  if (expected.quotes !== undefined) {
    return (
      expected.quotes.length === found.length &&
      expected.quotes.every(({ speaker, content }, at) => {
        const one = found[at];
        return (
          one !== undefined && one.text.trim() === content.trim() && namesSpeaker(one.speaker?.text, speaker.split(' '))
        );
      })
    );
  }
  let words = expected.speakers_in_order_words ?? [];
  for (const one of found) {
    const named = leadingWords(words, one.speaker?.text);
    if (named === 0) return false;
    words = words.slice(named);
  }
  return words.length === 0;
}

/** How many of the next words stand, in order, in the speaker's words. */
function leadingWords(words: readonly string[], speaker: string | undefined): number {
  const own = wordsOf(speaker);
  let from = 0;
  let count = 0;
  for (const word of words) {
    const at = own.indexOf(word.toLowerCase(), from);
    if (at < 0) break;
    from = at + 1;
    count++;
  }
  return count;
}

function namesSpeaker(speaker: string | undefined, expected: readonly string[]): boolean {
  return leadingWords(expected, speaker) === expected.length;
}

function wordsOf(speaker: string | undefined): string[] {
  return (speaker ?? '').toLowerCase().split(/[\s,]+/);
}
