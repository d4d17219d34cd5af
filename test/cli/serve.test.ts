import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { AnswerContract, IndexContract } from '../support/contract.ts';
import { DELIVERED_KNOWLEDGE, finish, runDesk, startDesk } from '../support/desk-process.ts';
import { writeFiles } from '../support/write-files.ts';

vi.setConfig({ testTimeout: 60_000 });

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'desk-serve-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Served {
  readonly child: ChildProcessWithoutNullStreams;
  readonly address: string;
  /** The line of standard output that begins so. */
  line(beginning: string): Promise<string>;
  readonly finished: ReturnType<typeof finish>;
}

/** Starts `desk serve` on a free port; it is killed when the test is over, whatever happened. */
async function serve(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Served> {
  const child = startDesk(['serve', ...args], { env: { PORT: '0', LOG_LEVEL: 'warn', ...env } });
  onTestFinished(() => void child.kill('SIGKILL'));
  const lines: string[] = [];
  const waiting: (() => void)[] = [];
  createInterface({ input: child.stdout })
    .on('line', (line) => {
      lines.push(line);
      for (const wake of waiting.splice(0)) wake();
    })
    .on('close', () => {
      for (const wake of waiting.splice(0)) wake();
    });
  const finished = finish(child);
  const line = async (beginning: string): Promise<string> => {
    for (;;) {
      const found = lines.find((one) => one.startsWith(beginning));
      if (found !== undefined) return found;
      if (child.exitCode !== null || child.signalCode !== null)
        throw new Error(`the server ended: ${(await finished).stderr}`);
      await new Promise<void>((resolve) => waiting.push(resolve));
    }
  };
  const address = /http:\S+/.exec(await line('The desk listens on '))?.[0] ?? '';
  return { child, address, line, finished };
}

async function getJson(url: string): Promise<{ status: number; body: unknown }> {
  const response = await fetch(url);
  return { status: response.status, body: await response.json() };
}

async function ask(address: string, question: string) {
  const response = await fetch(`${address}/api/ask`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ question }),
  });
  return AnswerContract.parse(await response.json());
}

describe('desk serve', () => {
  it('says where it listens, what it knows, which platforms are on and where data stays; answers; and ends on SIGTERM', async () => {
    const dataDir = join(folder, 'data');
    const server = await serve(['--knowledge', DELIVERED_KNOWLEDGE, '--data', dataDir]);
    expect(server.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(await server.line('Indexed: ')).toMatch(/2 documents, \d+ passages, \d+ statements/);
    expect(await server.line('Platforms: ')).toMatch(/web page on; Slack off .*; Teams off/);
    expect(await server.line('Data stays in ')).toBe(`Data stays in ${dataDir}; nothing is sent anywhere`);

    expect(await getJson(`${server.address}/healthz`)).toMatchObject({ status: 200 });
    expect(await getJson(`${server.address}/readyz`)).toMatchObject({ status: 200, body: { ready: true } });
    const answer = await ask(server.address, 'What did Forrester say about the budget?');
    expect(answer.citations[0]).toMatchObject({ document: 'wedoany', attribution: 'Wedoany' });

    const env = { PORT: new URL(server.address).port };
    const second = await runDesk(['serve', '--knowledge', DELIVERED_KNOWLEDGE, '--data', dataDir], { env });
    expect(second).toMatchObject({ status: 1, stdout: '' });
    expect(second.stderr).toMatch(
      /^desk: Port \d+ of 127\.0\.0\.1 is taken by another program\. Set PORT to another port.*\n$/,
    );

    server.child.kill('SIGTERM');
    expect(await server.finished).toMatchObject({ status: 0, stderr: '' });
  });

  it('answers from what the command line adds to the same data folder meanwhile, and forgets what it removes', async () => {
    const knowledgeDir = await writeFiles(join(folder, 'shared'), {
      'one.txt': 'The port will cost €4 million, said Ana Lima, director of the port.\n',
    });
    const added = await writeFiles(join(folder, 'added'), {
      'two.txt': 'The bridge will cost €9 million, said Paul Roy, mayor of Douai.\n',
    });
    const args = ['--knowledge', knowledgeDir, '--data', join(folder, 'shared-data')];
    const server = await serve(args);
    await server.line('Data stays in ');
    const sources = async () =>
      (await ask(server.address, 'What did Paul Roy say about the bridge?')).citations.map(({ document }) => document);
    expect(await sources()).toEqual([]);

    const add = await runDesk(['add', join(added, 'two.txt'), ...args, '--json']);
    expect(IndexContract.parse(JSON.parse(add.stdout))).toMatchObject({ documents: 2, added: 1 });
    expect(await sources()).toEqual(['two']);

    expect(await runDesk(['remove', 'two', ...args])).toMatchObject({ status: 0 });
    expect(await sources()).toEqual([]);
    server.child.kill('SIGINT');
    expect(await server.finished).toMatchObject({ status: 0 });
  });

  it('ends on SIGTERM while it still indexes, and goes on from there at the next start', async () => {
    const count = 3_000;
    const documents = Array.from({ length: count }, (_, n) =>
      JSON.stringify({
        id: `d${n}`,
        text: `Mill ${n} closed in May, said its owner Ana Lima${n}. “Nobody wants flour,” she told the Mill Post.`,
      }),
    );
    const knowledgeDir = await writeFiles(join(folder, 'large'), { 'large.jsonl': documents.join('\n') });
    const args = ['--knowledge', knowledgeDir, '--data', join(folder, 'large-data')];
    const server = await serve(args);
    expect(await getJson(`${server.address}/readyz`)).toMatchObject({ status: 503, body: { ready: false } });
    server.child.kill('SIGTERM');
    expect(await server.finished).toMatchObject({ status: 0, stderr: '' });

    const { stdout } = await runDesk(['index', ...args, '--json']);
    expect(IndexContract.parse(JSON.parse(stdout))).toMatchObject({ documents: count, changed: 0, removed: 0 });
  });

  it('does not start without its knowledge folder', async () => {
    const env = { PORT: '0', LOG_LEVEL: 'warn' };
    const finished = await runDesk(['serve', '--knowledge', join(folder, 'none'), '--data', join(folder, 'd')], {
      env,
    });
    expect(finished).toMatchObject({ status: 1, stderr: expect.stringMatching(/^desk: There is no knowledge folder/) });
  });
});
