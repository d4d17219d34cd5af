import { DeskError, messageOf } from '../core/errors.ts';
import type { SourceProblem } from '../core/ports.ts';

/** Standard output carries the result and nothing else; a reader that closed the pipe early is no failure. */
export async function printLine(text: string): Promise<void> {
  if (process.stdout.write(`${text}\n`)) return;
  await new Promise<void>((resolve) => process.stdout.once('drain', resolve));
}

export function printJson(value: unknown): Promise<void> {
  return printLine(JSON.stringify(value));
}

/** "1 document", "2,300 documents". */
export function countOf(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}

/** Words for the person at the terminal: standard error. */
export function tell(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** "documents/x.md, line 3, published: …. …." */
export function describeProblem({ origin, line, field, problem, mend, effect }: SourceProblem): string {
  const place = [origin, line === undefined ? '' : `line ${line}`, field ?? '']
    .filter((part) => part !== '')
    .join(', ');
  return `${effect === 'skipped' ? 'skipped' : 'note'}: ${place}: ${endSentence(problem)} ${endSentence(mend)}`;
}

/** More lines than a person reads at once; "desk index" on a folder of thousands of bad files stays readable. */
const MOST_PROBLEMS_TOLD = 20;

/** One line a problem, those first that left a document out; what is too many is counted. */
export function describeProblems(problems: readonly SourceProblem[]): string[] {
  const [skipped, noted] = [problems.filter(isSkipped), problems.filter((problem) => !isSkipped(problem))];
  const lines = [...skipped, ...noted].slice(0, MOST_PROBLEMS_TOLD).map(describeProblem);
  const untold = problems.length - lines.length;
  return untold === 0 ? lines : [...lines, `and ${untold.toLocaleString('en')} more problems like these.`];
}

export function isSkipped({ effect }: SourceProblem): boolean {
  return effect === 'skipped';
}

function endSentence(text: string): string {
  return /[.!?][”"]?$/.test(text) ? text : `${text}.`;
}

/** What is wrong and what to do, in one line each; the stack only when asked for. */
export function tellFailure(thrown: unknown, options: { debug: boolean }): void {
  if (thrown instanceof DeskError) tell(`desk: ${endSentence(thrown.message)} ${endSentence(thrown.hint)}`);
  else tell(`desk: it failed unexpectedly: ${endSentence(messageOf(thrown))} Run it again with --debug to see where.`);
  if (options.debug && thrown instanceof Error) tell(thrown.stack ?? '');
}

/** A line on standard error that is drawn anew; nothing at all when no terminal watches. */
export function createProgressLine(stream: NodeJS.WriteStream = process.stderr) {
  let drawnAtMs = 0;
  let isDrawn = false;
  return {
    draw(done: number, total: number, what: string): void {
      const nowMs = performance.now();
      if (!stream.isTTY || (nowMs - drawnAtMs < REDRAW_MS && done < total)) return;
      drawnAtMs = nowMs;
      isDrawn = true;
      const share = total === 0 ? 0 : Math.min(1, done / total);
      const filled = Math.round(share * BAR_WIDTH);
      const bar =
        total === 0 ? '' : `[${'='.repeat(filled)}${' '.repeat(BAR_WIDTH - filled)}] ${Math.floor(share * 100)} % `;
      stream.write(`\r\u001b[2K${bar}${what}`);
    },
    clear(): void {
      if (isDrawn) stream.write('\r\u001b[2K');
      isDrawn = false;
    },
  };
}

const REDRAW_MS = 80;
const BAR_WIDTH = 24;
