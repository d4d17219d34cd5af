import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const DESK = fileURLToPath(new URL('../../src/desk.mjs', import.meta.url));

/** The two documents that come with the desk. */
export const DELIVERED_KNOWLEDGE = fileURLToPath(new URL('../../knowledge', import.meta.url));

export interface Finished {
  /** Exit status; `null` when a signal ended it. */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface StartOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Where it is run; the checkout unless given. */
  readonly cwd?: string;
  /** A command that is run with the desk's as its arguments, such as `sh -c "… exec \"$@\"" sh`. */
  readonly through?: readonly string[];
}

/** Starts `desk …` as a process of its own, with nothing of this process's settings. */
export function startDesk(args: readonly string[], options: StartOptions = {}): ChildProcessWithoutNullStreams {
  const [command = process.execPath, ...rest] = [...(options.through ?? []), process.execPath, DESK, ...args];
  return spawn(command, rest, {
    cwd: options.cwd ?? ROOT,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...options.env },
  });
}

/** Runs `desk …` to its end; `input` is its standard input. */
export async function runDesk(
  args: readonly string[],
  options: StartOptions & { input?: string } = {},
): Promise<Finished> {
  const child = startDesk(args, options);
  child.stdin.on('error', () => undefined); // a command that does not read closes it
  child.stdin.end(options.input ?? '');
  return finish(child);
}

export async function finish(child: ChildProcessWithoutNullStreams): Promise<Finished> {
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const status = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  return { status, stdout, stderr: withoutNodeWarnings(stderr) };
}

/** Node 22 warns of running TypeScript; that is not the desk's word. */
function withoutNodeWarnings(stderr: string): string {
  return stderr.replace(/^\(node:\d+\) ExperimentalWarning: .*\n(?:\(Use `node .*\n)?/gm, '');
}

/** The JSON values that stand one a line. */
export function parseLines(stdout: string): unknown[] {
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line));
}
