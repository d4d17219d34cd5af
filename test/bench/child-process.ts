import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { z } from 'zod';
import type { Task } from './tasks.ts';

export type Measured<Result> =
  | { readonly kind: 'measured'; readonly result: Result }
  /** Why there is no figure, in words for the table. */
  | { readonly kind: 'stopped'; readonly why: string };

interface ChildResult {
  readonly exitCode: number | null;
  readonly timedOut: boolean;
  readonly stdout: string;
  readonly stderr: string;
  readonly tookMs: number;
}

/** The exit status of a process that V8 ended for want of heap (SIGABRT). */
const OUT_OF_HEAP = 134;

/** Runs a program to its end, or ends it after `timeoutMs`. */
export function runChild(options: {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly timeoutMs: number;
}): Promise<ChildResult> {
  const { command, args, cwd, timeoutMs } = options;
  return new Promise((resolve, reject) => {
    const startedAt = performance.now();
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    let timedOut = false;
    const timer = setTimeout(() => {
      timedOut = true;
      child.kill('SIGKILL');
    }, timeoutMs);
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      const exitCode = signal === 'SIGABRT' ? OUT_OF_HEAP : code;
      resolve({ exitCode, timedOut, stdout, stderr, tookMs: performance.now() - startedAt });
    });
  });
}

/** Does a task in a process of its own. A task that fails or takes too long gives its reason instead of a figure. */
export async function measureInChild<Schema extends z.ZodType>(options: {
  readonly task: Task;
  readonly schema: Schema;
  readonly timeoutMs: number;
}): Promise<Measured<z.output<Schema>>> {
  const { task, schema, timeoutMs } = options;
  const program = fileURLToPath(new URL('run-task.ts', import.meta.url));
  const args = ['--import', 'tsx', program, JSON.stringify(task)];
  const cwd = fileURLToPath(new URL('../..', import.meta.url));
  const child = await runChild({ command: process.execPath, args, cwd, timeoutMs });
  const failure = describeFailure(child, timeoutMs);
  if (failure !== undefined) return { kind: 'stopped', why: failure };
  return { kind: 'measured', result: schema.parse(JSON.parse(child.stdout)) };
}

/** Why a process gave no result; `undefined` when it did. */
export function describeFailure(child: ChildResult, timeoutMs: number): string | undefined {
  if (child.timedOut) return `stopped after ${Math.round(timeoutMs / 1000)} s`;
  if (child.exitCode === 0) return undefined;
  if (child.exitCode === OUT_OF_HEAP) return "out of memory (Node's default heap)";
  const lines = child.stderr.split('\n').map((line) => line.trim());
  const line = lines.find((text) => /^\w*Error\b.*: /.test(text)) ?? lines.findLast((text) => text !== '') ?? '';
  return `failed (${child.exitCode}): ${line.slice(0, 160)}`;
}
