import { writeFile } from 'node:fs/promises';
import type { OpenDesk } from '../app.ts';
import { DeskError, messageOf } from '../core/errors.ts';
import type { KeptAnswer } from '../core/ports.ts';
import { countOf, printLine, tell } from './output.ts';
import { type CommonOptions, withDesk } from './with-desk.ts';

/** An answer with what people think of it: a line of the export, and a case of `desk eval feedback`. */
interface FeedbackCase {
  readonly id: string;
  /** As it was understood. */
  readonly question: string;
  readonly askedAt: string;
  readonly helpful: number;
  readonly unhelpful: number;
  readonly status: 'answered' | 'not_found';
  /** What the answer quoted; for a refusal nothing. */
  readonly evidence: readonly { readonly document: string; readonly quote: string }[];
}

/** `desk feedback export [--out FILE]`: JSONL that `desk eval feedback` runs; nothing of who gave it, or where. */
export async function runFeedbackExport(options: CommonOptions & { out?: string }): Promise<void> {
  const cases = await withDesk(options, (desk) => collectCases(desk.feedback));
  const lines = cases.map((one) => JSON.stringify(one));
  if (options.out === undefined) {
    for (const line of lines) await printLine(line);
    return;
  }
  try {
    await writeFile(options.out, lines.map((line) => `${line}\n`).join(''), { mode: PRIVATE_FILE });
  } catch (error) {
    throw new DeskError({
      code: 'bad_input',
      message: `The feedback cannot be written to "${options.out}": ${messageOf(error)}.`,
      hint: 'Give a file in a folder that exists and may be written with --out.',
      cause: error,
    });
  }
  tell(`${countOf(cases.length, 'answer')} with feedback written to ${options.out}.`);
}

/** People's questions stand in it. */
const PRIVATE_FILE = 0o600;

/** One case an answer, oldest feedback first. */
async function collectCases(feedback: Pick<OpenDesk['feedback'], 'listWithAnswers'>): Promise<FeedbackCase[]> {
  const byAnswer = new Map<string, FeedbackCase>();
  for await (const { answerId, verdict, kept } of feedback.listWithAnswers()) {
    const known = byAnswer.get(answerId) ?? toCase(kept);
    byAnswer.set(answerId, { ...known, [verdict]: known[verdict] + 1 });
  }
  return [...byAnswer.values()];
}

function toCase({ id, askedAt, answer }: KeptAnswer): FeedbackCase {
  return {
    id,
    question: answer.understoodAs ?? answer.question,
    askedAt: askedAt.toISOString(),
    helpful: 0,
    unhelpful: 0,
    status: answer.status,
    evidence: answer.citations.map(({ document, quote }) => ({ document, quote })),
  };
}
