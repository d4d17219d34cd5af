import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { DeskError } from '../../core/errors.ts';
import { scoreAbstention } from '../metrics/abstention-metrics.ts';
import { type GradedOutcome, type GradedQuestion, type GradedSpan, gradeAnswer } from '../metrics/graded-marks.ts';
import { mean, shareOf } from '../metrics/ranking-metrics.ts';
import type { EvaluationRow } from '../report.ts';
import { readItems } from '../set-files.ts';
import type { EvaluationOptions, OpenCorpus, Workbench } from '../workbench.ts';
import { judgeGraded } from './graded.ts';

const SET = 'gate';

/** Texts and questions that belong to the repository: see `test/gate/README.md`. */
const GATE_DIR = resolve(dirname(fileURLToPath(import.meta.url)), '../../../test/gate');

const QuestionLine = z.object({
  id: z.string(),
  kind: z.string(),
  question: z.string(),
  /** Questions asked before it in the same conversation. */
  after: z.array(z.string()).optional(),
  document: z.string().optional(),
  /** Groups of alternatives in words of `document`, or of another one as `id::words`. */
  evidence: z.array(z.array(z.string())),
  also: z.array(z.string()).optional(),
  speaker: z.string().optional(),
  trap: z.string().optional(),
  languages: z.string().optional(),
});
type GateLine = z.output<typeof QuestionLine>;

/** The least that the tests accept: somewhat below what was reached when this was written (test/gate/README.md). */
const LEAST = { evidence: 0.55, toThePoint: 0.75, trapsRefused: 0.65, speakerRight: 0.42 } as const;
const MOST_WRONGLY_REFUSED = 0.35;

/** The repository's own questions, asked message by message of the desk on the repository's own texts. Needs no sets. */
export async function evaluateGate(
  _setsDir: string,
  workbench: Pick<Workbench, 'openFolder'>,
  options: EvaluationOptions & { readonly gateDir?: string } = {},
): Promise<EvaluationRow[]> {
  const folder = options.gateDir ?? GATE_DIR;
  const lines = await readItems(join(folder, 'questions.jsonl'), QuestionLine, options.sampleSize);
  const corpus = await workbench.openFolder(join(folder, 'documents'));
  try {
    const outcomes: GradedOutcome[] = [];
    const texts = await readTexts(lines, corpus);
    for (const line of lines) {
      const answer = await corpus.converse([...(line.after ?? []), line.question]);
      const outcome = gradeAnswer(toQuestion(line, texts), answer, texts);
      outcomes.push(outcome);
      options.onOutcome?.(judgeGraded(SET, outcome, texts));
      options.onProgress?.({ set: SET, done: outcomes.length, total: lines.length });
    }
    return summarise(outcomes);
  } finally {
    await corpus.close();
  }
}

async function readTexts(lines: readonly GateLine[], corpus: OpenCorpus): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  const used = lines.flatMap(({ document, evidence, also = [] }) => [
    ...(document === undefined ? [] : [document]),
    ...[...evidence.flat(), ...also].flatMap((words) => /^([\w-]+)::/.exec(words)?.[1] ?? []),
  ]);
  for (const id of new Set(used)) {
    const text = await corpus.documentText(id);
    if (text !== undefined) texts.set(id, text);
  }
  return texts;
}

function toQuestion(line: GateLine, texts: ReadonlyMap<string, string>): GradedQuestion {
  const locate = (words: string) => locateWords(line, words, texts);
  return {
    ...line,
    split: SET,
    evidence: line.evidence.map((group) => group.map(locate)),
    also: (line.also ?? []).map(locate),
  };
}

/** @throws DeskError `bad_input` when the words do not stand in the text, or more than once. */
function locateWords(line: GateLine, given: string, texts: ReadonlyMap<string, string>): GradedSpan {
  const [, other, words = ''] = /^(?:([\w-]+)::)?(.*)$/s.exec(given) ?? [];
  const document = other ?? line.document ?? '';
  const text = texts.get(document) ?? '';
  const start = text.indexOf(words);
  if (start >= 0 && !text.includes(words, start + 1)) return { document, start, end: start + words.length };
  throw new DeskError({
    code: 'bad_input',
    message: `The evidence "${words}" of question ${line.id} stands ${start < 0 ? 'nowhere' : 'more than once'} in "${document}".`,
    hint: 'Mend test/gate/questions.jsonl.',
  });
}

function summarise(outcomes: readonly GradedOutcome[]): EvaluationRow[] {
  const isRefused = ({ answer }: GradedOutcome) => answer.status === 'not_found';
  const answerable = outcomes.filter(({ question }) => question.trap === undefined);
  const traps = outcomes.filter(({ question }) => question.trap !== undefined);
  const answered = answerable.filter((outcome) => !isRefused(outcome));
  const asksSpeaker = answerable.filter(({ question }) => question.speaker !== undefined);
  const { wronglyAbstained } = scoreAbstention(
    answerable.map((one) => ({ answerable: true, abstained: isRefused(one) })),
  );
  const row = (measure: string, ours: number, target: number, items: number): EvaluationRow => ({
    set: SET,
    measure,
    ours,
    others: [],
    target,
    items,
  });
  return [
    row(
      'evidence in the first 3 citations',
      shareOf(answerable.map((one) => one.hasEvidence)),
      LEAST.evidence,
      answerable.length,
    ),
    row('to the point', mean(answered.map((one) => one.precision)), LEAST.toThePoint, answered.length),
    { ...row('wrongly refused', wronglyAbstained, MOST_WRONGLY_REFUSED, answerable.length), lowerIsBetter: true },
    row('speaker right', shareOf(asksSpeaker.map((one) => one.isSpeakerRight)), LEAST.speakerRight, asksSpeaker.length),
    row('traps refused', shareOf(traps.map(isRefused)), LEAST.trapsRefused, traps.length),
  ];
}
