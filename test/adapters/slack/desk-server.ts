import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';
import { DELIVERED_KNOWLEDGE, finish, startDesk } from '../../support/desk-process.ts';
import { envelopeOf } from './slack-desk.ts';
import { BOT_TOKEN, SIGNING_SECRET, type Slack, signatureOf } from './stand-in/slack.ts';

/** `desk serve` as a process of its own, connected to the stand-in by HTTP. */
export interface DeskServer {
  readonly child: ChildProcessWithoutNullStreams;
  readonly finished: ReturnType<typeof finish>;
  /** Sends one signed event; gives the status and how long the acknowledgement took, in milliseconds. */
  send(event: Record<string, unknown>, eventId: string): Promise<{ status: number; tookMs: number }>;
}

/** Starts it on a data folder and waits until it says that it is ready; killed when the test is over. */
export async function startDeskServer(
  slack: Slack,
  dataDir: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<DeskServer> {
  const child = startDesk(['serve', '--knowledge', DELIVERED_KNOWLEDGE, '--data', dataDir], {
    env: {
      PORT: '0',
      LOG_LEVEL: 'error',
      SLACK_BOT_TOKEN: BOT_TOKEN,
      SLACK_SIGNING_SECRET: SIGNING_SECRET,
      SLACK_API_URL: slack.apiUrl,
      ...environment,
    },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const finished = finish(child);
  let origin = '';
  for await (const line of createInterface({ input: child.stdout })) {
    origin = /^The desk listens on (\S+)/.exec(line)?.[1] ?? origin;
    if (line.startsWith('Data stays in ')) break;
  }
  if (origin === '') throw new Error(`The desk did not start: ${(await finished).stderr}`);
  child.stdout.resume();

  return {
    child,
    finished,
    async send(event, eventId) {
      const body = JSON.stringify(envelopeOf(event, { eventId, team: 'T1' }));
      const begun = performance.now();
      const response = await fetch(`${origin}/slack/events`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...signatureOf(body) },
        body,
      });
      await response.arrayBuffer();
      return { status: response.status, tookMs: performance.now() - begun };
    },
  };
}
