import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describeFailure, type Measured, runChild } from './child-process.ts';
import { percentile } from './measure.ts';

/** Starts of a program differ by some percent: the median of so many is told. */
const RUNS = 7;

const ONE_RUN_TIMEOUT_MS = 60_000;
const READY_TIMEOUT_MS = 120_000;
const READY_POLL_MS = 5;
const STOP_TIMEOUT_MS = 12_000;

const QUESTION = 'What did Forrester say about the budget?';

export interface StartFigures {
  /** Median over the runs. */
  readonly medianMs: number;
  readonly runs: number;
}

/**
 * From the start of the command to its end with an answer on the documents of the knowledge folder.
 * `fresh`: every run begins without a data folder, so it also indexes.
 */
export async function measureAsk(options: {
  readonly checkout: string;
  readonly through: 'node' | 'npx';
  readonly fresh: boolean;
}): Promise<Measured<StartFigures>> {
  const { checkout, through, fresh } = options;
  const folder = await mkdtemp(join(tmpdir(), 'desk-bench-'));
  try {
    const times: number[] = [];
    // Where the data folder is kept, one run more fills it and does not count.
    for (let run = fresh ? 1 : 0; run <= RUNS; run += 1) {
      const dataDir = join(folder, fresh ? `data-${run}` : 'data');
      const child = await runChild({
        ...deskCommand(through, ['ask', QUESTION, '--json', '--data', dataDir]),
        cwd: checkout,
        timeoutMs: ONE_RUN_TIMEOUT_MS,
      });
      const failure = describeFailure(child, ONE_RUN_TIMEOUT_MS);
      if (failure !== undefined) return { kind: 'stopped', why: failure };
      const answer = JSON.parse(child.stdout) as { status?: unknown };
      if (answer.status !== 'answered') return { kind: 'stopped', why: `the answer was "${String(answer.status)}"` };
      if (run > 0) times.push(child.tookMs);
    }
    return { kind: 'measured', result: { medianMs: percentile(times, 0.5), runs: times.length } };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** From the start of `desk serve` on an index that is ready until /readyz says so. */
export async function measureServeReady(options: {
  readonly checkout: string;
  readonly dataDir: string;
  /** An empty folder: the documents were added, none is withdrawn. */
  readonly knowledgeDir: string;
}): Promise<Measured<{ readyMs: number }>> {
  const { checkout, dataDir, knowledgeDir } = options;
  const port = await findFreePort();
  const { command, args } = deskCommand('node', ['serve', '--data', dataDir, '--knowledge', knowledgeDir]);
  const startedAt = performance.now();
  const child = spawn(command, args, {
    cwd: checkout,
    env: { ...process.env, HOST: '127.0.0.1', PORT: String(port) },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr = (stderr + text).slice(-2000);
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  try {
    while (performance.now() - startedAt < READY_TIMEOUT_MS) {
      if (child.exitCode !== null) return { kind: 'stopped', why: `ended: ${stderr.trim().split('\n').at(-1) ?? ''}` };
      if (await isReady(port)) return { kind: 'measured', result: { readyMs: performance.now() - startedAt } };
      await delay(READY_POLL_MS);
    }
    return { kind: 'stopped', why: `not ready after ${READY_TIMEOUT_MS / 1000} s` };
  } finally {
    child.kill('SIGTERM');
    const stopper = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
    await ended;
    clearTimeout(stopper);
  }
}

function deskCommand(through: 'node' | 'npx', args: readonly string[]): { command: string; args: string[] } {
  return through === 'node'
    ? { command: process.execPath, args: ['src/desk.mjs', ...args] }
    : { command: 'npx', args: ['desk', ...args] };
}

async function isReady(port: number): Promise<boolean> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/readyz`);
    await response.body?.cancel();
    return response.status === 200;
  } catch (error) {
    // Nobody listens yet: that is what is being waited for.
    if (error instanceof TypeError) return false;
    throw error;
  }
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
