import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startDeskServer } from './desk-server.ts';
import { channelMessage, mention, textIn } from './slack-desk.ts';
import { type Slack, startSlack } from './stand-in/slack.ts';

/** A minute is asked for (`SLACK_LOAD_SECONDS=60`, which also prints the figures); so many seconds in every run of the tests. */
const LOAD_SECONDS = Number(process.env.SLACK_LOAD_SECONDS ?? '4');
const EVENTS_A_SECOND = 50;
const CHANNELS = 100;
const QUESTIONS = [
  'What did Forrester say about the budget?',
  'What did Neil Shah say about the cost?',
  'What did Gogia say?',
  'When will the models be open source?',
  'What did Gartner say about OVHcloud?',
];

async function prepare(): Promise<{ slack: Slack; dataDir: string }> {
  const dataDir = await mkdtemp(join(tmpdir(), 'desk-slack-'));
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }));
  const slack = await startSlack();
  onTestFinished(() => slack.close());
  return { slack, dataDir };
}

/** How many posts stand in the thread of each of the events. */
function postsFor(slack: Slack, events: readonly { readonly ts: string }[]): number[] {
  const counts = new Map<string | undefined, number>();
  for (const { threadTs } of slack.posts) counts.set(threadTs, (counts.get(threadTs) ?? 0) + 1);
  return events.map(({ ts }) => counts.get(ts) ?? 0);
}

describe('desk serve with Slack', () => {
  it('says that Slack is on, answers, and on SIGTERM finishes what it has claimed', async () => {
    const { slack, dataDir } = await prepare();
    const server = await startDeskServer(slack, dataDir);
    const asked = mention(QUESTIONS[0] ?? '');
    expect(await server.send(asked, 'Ev1')).toMatchObject({ status: 200 });
    server.child.kill('SIGTERM');
    expect(await server.finished).toMatchObject({ status: 0, stderr: '' });
    expect(postsFor(slack, [asked])).toEqual([1]);
    expect(textIn(slack.posts[0]?.blocks)).toContain('Credit: Wedoany');
  });

  it('names every wrong Slack setting at once and does not start', async () => {
    const { slack, dataDir } = await prepare();
    const environment = { SLACK_BOT_TOKEN: 'wrong', SLACK_APP_TOKEN: 'wrong too' };
    await expect(startDeskServer(slack, dataDir, environment)).rejects.toThrow(
      /SLACK_BOT_TOKEN must begin with "xoxb-".*SLACK_APP_TOKEN must begin with "xapp-"/,
    );
  });
});

describe('a process killed in the middle', () => {
  it('leaves nothing unanswered and answers nothing twice: the next start finishes what was claimed', async () => {
    const { slack, dataDir } = await prepare();
    const killed = await startDeskServer(slack, dataDir);
    const events = Array.from({ length: 12 }, (_, at) =>
      mention(QUESTIONS[at % QUESTIONS.length] ?? '', { channel: `K${at}` }),
    );
    for (const { channel } of events) slack.channels.add(channel);
    // The answers of some posts get lost on the way, others are never carried out: then the process dies.
    slack.upsets.set('chat.postMessage', ['lost', 'dropped', 'lost', 'dropped', 'dropped', 'lost']);
    const sent = await Promise.all(events.map((event, at) => killed.send(event, `Ev${at}`)));
    expect(sent.map(({ status }) => status)).toEqual(events.map(() => 200));
    await slack.until(() => slack.calls.filter(({ method }) => method === 'chat.postMessage').length >= 6);
    killed.child.kill('SIGKILL');
    await killed.finished;

    const restarted = await startDeskServer(slack, dataDir);
    // Slack repeats some of them as well.
    for (const at of [0, 5, 11]) await restarted.send(events[at] ?? {}, `Ev${at}`);
    await slack.until(() => postsFor(slack, events).every((count) => count > 0));
    restarted.child.kill('SIGTERM');
    expect(await restarted.finished).toMatchObject({ status: 0 });
    expect(postsFor(slack, events)).toEqual(events.map(() => 1));
  });

  it('answers once when it is killed at any moment', async () => {
    const { slack, dataDir } = await prepare();
    let server = await startDeskServer(slack, dataDir);
    const events: { readonly ts: string }[] = [];
    for (let round = 0; round < 3; round += 1) {
      const batch = Array.from({ length: 10 }, (_, at) =>
        mention(QUESTIONS[at % QUESTIONS.length] ?? '', { channel: `R${round}x${at}` }),
      );
      for (const { channel } of batch) slack.channels.add(channel);
      events.push(...batch);
      const before = slack.posts.length;
      await Promise.all(batch.map((event) => server.send(event, `Ev${event.ts}`)));
      // After a different number of replies each time.
      await slack.until(() => slack.posts.length >= before + round * 3);
      server.child.kill('SIGKILL');
      await server.finished;
      server = await startDeskServer(slack, dataDir);
    }
    await slack.until(() => postsFor(slack, events).every((count) => count > 0));
    server.child.kill('SIGTERM');
    await server.finished;
    expect(postsFor(slack, events)).toEqual(events.map(() => 1));
  });
});

describe('under load', () => {
  it(`answers each of ${EVENTS_A_SECOND} events a second exactly once, over two processes`, {
    timeout: 60_000 + LOAD_SECONDS * 2_000,
  }, async () => {
    const { slack, dataDir } = await prepare();
    const first = await startDeskServer(slack, dataDir);
    const second = await startDeskServer(slack, dataDir);
    const channels = Array.from({ length: CHANNELS }, (_, at) => `L${at}`);
    for (const channel of channels) slack.channels.add(channel);
    const total = EVENTS_A_SECOND * LOAD_SECONDS;
    const events = Array.from({ length: total }, (_, at) =>
      mention(QUESTIONS[at % QUESTIONS.length] ?? '', { channel: channels[at % CHANNELS], user: `U${at % 40}` }),
    );
    const acknowledged: Promise<{ status: number; tookMs: number }>[] = [];
    const begun = performance.now();
    for (const [at, event] of events.entries()) {
      const [server, other] = at % 2 === 0 ? [first, second] : [second, first];
      acknowledged.push(server.send(event, `Ev${at}`));
      // Every tenth also comes as a message, and every seventh is repeated, to the other process.
      if (at % 10 === 0) acknowledged.push(other.send({ ...channelMessage(''), ...event, type: 'message' }, `Em${at}`));
      if (at % 7 === 0) acknowledged.push(other.send(event, `Ev${at}`));
      const due = begun + ((at + 1) * 1000) / EVENTS_A_SECOND;
      if (due > performance.now()) await new Promise((resolve) => setTimeout(resolve, due - performance.now()));
    }
    const answers = await Promise.all(acknowledged);
    await slack.until(() => postsFor(slack, events).every((count) => count > 0));
    first.child.kill('SIGTERM');
    second.child.kill('SIGTERM');
    await Promise.all([first.finished, second.finished]);
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    expect(postsFor(slack, events)).toEqual(events.map(() => 1));
    expect(slack.posts).toHaveLength(total);
    expect(slack.refused).toEqual([]);
    tellFigures(
      answers.map(({ tookMs }) => tookMs),
      slack,
      performance.now() - begun,
    );
  });
});

/** For the documentation; no figure decides whether the test passes. */
function tellFigures(tookMs: number[], slack: Slack, totalMs: number): void {
  if (process.env.SLACK_LOAD_SECONDS === undefined) return;
  const sorted = tookMs.sort((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(1);
  process.stdout.write(
    `${sorted.length} deliveries of ${slack.posts.length} questions in ${(totalMs / 1000).toFixed(1)} s: acknowledged p50 ${at(0.5)}, p95 ${at(0.95)}, p99 ${at(0.99)}, longest ${at(1)} ms\n`,
  );
}
