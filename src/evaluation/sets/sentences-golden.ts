import { z } from 'zod';
import { splitSentences } from '../../core/text/sentences.ts';
import { isSameSplit } from '../metrics/sentence-metrics.ts';
import type { EvaluationRow } from '../report.ts';
import { pathInSet, readItems } from '../set-files.ts';

const SET = 'sentences-golden';

const CaseLine = z.object({
  id: z.string(),
  golden: z.boolean().optional(),
  text: z.string(),
  sentences: z.array(z.string()),
  /** The source's own switches; such cases are left out. */
  options: z.unknown().optional(),
});

/** Shares of the English golden rules, as the source's README gives them. */
const PUBLISHED = [
  { system: 'Pragmatic Segmenter', value: 0.9808 },
  { system: 'CoreNLP', value: 0.5962 },
  { system: 'Punkt', value: 0.4615 },
] as const;

/** Hard cases of sentence splitting: a case is right when its list of sentences is the expected one. */
export async function evaluateSentencesGolden(setsDir: string): Promise<EvaluationRow[]> {
  const english = await readCases(setsDir, 'english.jsonl');
  const others = await readCases(setsDir, 'other-languages.jsonl');
  const golden = english.filter((one) => one.golden === true);
  return [
    {
      set: SET,
      measure: 'English golden rules',
      ours: shareRight(golden),
      others: PUBLISHED,
      target: 0.94,
      items: golden.length,
    },
    { set: SET, measure: 'all English cases', ours: shareRight(english), others: [], items: english.length },
    {
      set: SET,
      measure: 'golden rules of other languages',
      ours: shareRight(others),
      others: [],
      items: others.length,
    },
  ];
}

type Case = z.output<typeof CaseLine>;

async function readCases(setsDir: string, file: string): Promise<Case[]> {
  const cases = await readItems(pathInSet(setsDir, SET, file), CaseLine);
  return cases.filter(({ options }) => options === undefined || options === null || Object.keys(options).length === 0);
}

function shareRight(cases: readonly Case[]): number {
  const right = cases.filter(({ text, sentences }) =>
    isSameSplit(
      splitSentences(text).map(({ start, end }) => text.slice(start, end)),
      sentences,
    ),
  );
  return right.length / cases.length;
}
