import { describe, expect, it } from 'vitest';
import { createFakeDesk, QUESTIONS } from '../../support/fake-desk.ts';
import { directMessage, mention, nextTs, startSlackDesk, textIn } from './slack-desk.ts';

/** A desk that replies when the test says so. */
function createSlowDesk() {
  const desk = createFakeDesk();
  const waiting: (() => void)[] = [];
  desk.beforeReply = () => new Promise((resolve) => waiting.push(resolve));
  return { desk, reply: () => waiting.shift()?.() };
}

describe('what Slack refuses', () => {
  it('complaint 6: refused blocks are sent as text with the sources, not dropped', async () => {
    for (const refusal of ['invalid_blocks', 'msg_too_long', 'msg_blocks_too_long']) {
      const { slack, send } = await startSlackDesk();
      slack.failures.set('chat.postMessage', [refusal]);
      await send(mention(QUESTIONS.answered));
      await slack.until(() => slack.posts.length === 1);
      expect(slack.posts[0]?.blocks).toEqual([]);
      expect(slack.posts[0]?.text).toContain('buys the first lap, not the race');
      expect(slack.posts[0]?.text).toContain('Credit: Wedoany');
    }
  });

  it('waits as long as Slack says after a 429, and posts once', async () => {
    const { slack, send, services } = await startSlackDesk();
    slack.upsets.set('chat.postMessage', [{ status: 429, retryAfter: 1 }]);
    await send(mention(QUESTIONS.answered));
    await slack.until(() => slack.posts.length === 1);
    await services.whenIdle();
    expect(slack.posts).toHaveLength(1);
    const tries = slack.calls.filter(({ method }) => method === 'chat.postMessage');
    expect(tries).toHaveLength(2);
    // The stand-in's own clock: Slack asked for one second.
    expect((tries[1]?.at ?? 0) - (tries[0]?.at ?? 0)).toBeGreaterThanOrEqual(990);
  });

  it('one channel’s 429 does not hold up another channel', async () => {
    const { slack, send } = await startSlackDesk();
    slack.upsets.set('chat.postMessage', [{ status: 429, retryAfter: 2 }]);
    await send(mention(QUESTIONS.answered));
    await slack.until(() => slack.calls.some(({ method }) => method === 'chat.postMessage'));
    await send(mention(QUESTIONS.answered, { channel: 'C2' }));
    await slack.until(() => slack.posts.length === 1);
    expect(slack.posts[0]?.channel).toBe('C2');
    await slack.until(() => slack.posts.length === 2);
    expect(slack.posts[1]?.channel).toBe('C1');
  });

  it('a channel that is not known and a token that was revoked are told in the log with what to do', async () => {
    const { slack, send, services, logged } = await startSlackDesk();
    await send(mention(QUESTIONS.answered, { channel: 'C404' }));
    await services.whenIdle();
    slack.tokens.set('xoxb-good', 'revoked');
    await send(mention(QUESTIONS.answered));
    await services.whenIdle();
    expect(slack.posts).toEqual([]);
    const failures = logged.filter(({ level }) => level === 'error').map(({ fields }) => JSON.stringify(fields));
    expect(failures.some((one) => one.includes('channel_not_found'))).toBe(true);
    expect(failures.some((one) => one.includes('token_revoked'))).toBe(true);
  });

  it('a revoked token stops the start with a message that says what to set', async () => {
    const { slack } = await startSlackDesk();
    slack.tokens.set('xoxb-good', 'revoked');
    await expect(startSlackDesk({ slack })).rejects.toMatchObject({
      code: 'bad_setting',
      message: expect.stringContaining('SLACK_BOT_TOKEN: token_revoked'),
      hint: expect.stringContaining('Install the app again'),
    });
  });

  it('a server error is not repeated blindly: the reply stays claimed for the recovery', async () => {
    const { slack, send, services } = await startSlackDesk();
    slack.upsets.set('chat.postMessage', [{ status: 500 }]);
    await send(mention(QUESTIONS.answered));
    await services.whenIdle();
    expect(slack.calls.filter(({ method }) => method === 'chat.postMessage')).toHaveLength(1);
    expect(slack.posts).toEqual([]);
  });
});

describe('the queue of a channel', () => {
  it('posts once a second and channel, in order, where Slack enforces it', async () => {
    const { slack, send } = await startSlackDesk();
    slack.enforceRate(900);
    const asked = [QUESTIONS.answered, QUESTIONS.conflict, QUESTIONS.notFound].map((text) => mention(text));
    for (const event of asked) await send(event);
    await slack.until(() => slack.posts.length === 3);
    expect(slack.posts.map(({ threadTs }) => threadTs)).toEqual(asked.map(({ ts }) => ts));
    expect(slack.calls.filter(({ method }) => method === 'chat.postMessage')).toHaveLength(3);
  });

  it('tells the person when too many wait', async () => {
    const { slack, send } = await startSlackDesk();
    // The first post is held up by Slack; 30 may wait behind it.
    slack.upsets.set('chat.postMessage', [{ status: 429, retryAfter: 60 }]);
    const sent = Array.from({ length: 32 }, () => send(mention(QUESTIONS.answered)));
    await Promise.all(sent);
    await slack.until(() => slack.posts.some(({ method }) => method === 'chat.postEphemeral'));
    const told = slack.posts.filter(({ method }) => method === 'chat.postEphemeral');
    expect(told[0]).toMatchObject({ user: 'U1', channel: 'C1' });
    expect(told[0]?.text).toContain('Too many questions wait in this channel');
  });
});

describe('signs of life', () => {
  it('complaint 17: shows a status with its thread while it works, and none for a quick answer', async () => {
    const { desk, reply } = createSlowDesk();
    const { slack, send } = await startSlackDesk({ desk });
    const asked = mention(QUESTIONS.answered);
    await send(asked);
    await slack.until(() => slack.statuses.length === 1);
    expect(slack.statuses[0]).toMatchObject({
      channel_id: 'C1',
      thread_ts: asked.ts,
      status: 'is searching the sources…',
    });
    reply();
    await slack.until(() => slack.posts.length === 1);
    expect(slack.posts[0]).toMatchObject({ method: 'chat.postMessage', threadTs: asked.ts });
  });

  it('complaint 9: writes the answer of long work into a streamed message, and posts it where the stream has died', async () => {
    for (const dies of [false, true]) {
      const { desk, reply } = createSlowDesk();
      const { slack, send, services } = await startSlackDesk({
        desk,
        signTiming: { statusAfterMs: 5, streamAfterMs: 20 },
      });
      const asked = mention(QUESTIONS.answered);
      await send(asked);
      await slack.until(() => slack.streams.size === 1);
      const start = slack.calls.find(({ method }) => method === 'chat.startStream')?.given;
      expect(start).toMatchObject({
        channel: 'C1',
        thread_ts: asked.ts,
        recipient_user_id: 'U1',
        recipient_team_id: 'T1',
      });
      if (dies) for (const stream of slack.streams.values()) stream.isOpen = false;
      reply();
      await slack.until(() => slack.posts.length === 1);
      await services.whenIdle();
      expect(slack.posts.map(({ method }) => method)).toEqual([dies ? 'chat.postMessage' : 'chat.stopStream']);
      expect(textIn(slack.posts[0]?.blocks)).toContain('Credit: Wedoany');
    }
  });

  it('shows Slack’s stop button in the agent view, and stops when it is pressed', async () => {
    const { desk, reply } = createSlowDesk();
    const { slack, send } = await startSlackDesk({ desk, signTiming: { statusAfterMs: 5, streamAfterMs: 20 } });
    const asked = directMessage(QUESTIONS.answered);
    await send(asked);
    await slack.until(() => slack.sessions.length === 1);
    expect(slack.sessions[0]).toMatchObject({ channel_id: 'D1', thread_ts: asked.ts, status: 'processing' });
    const event_ts = nextTs();
    await send({
      type: 'agent_session_stopped',
      channel: 'D1',
      thread_ts: asked.ts,
      user: 'U1',
      event_ts,
      streaming_message_ts: [],
    });
    reply();
    await slack.until(() => slack.posts.length === 1 && slack.sessions.length === 2);
    expect(textIn(slack.posts[0]?.blocks)).toContain('Stopped.');
    expect(slack.sessions[1]).toMatchObject({ status: 'active' });
  });
});

describe('an answer larger than a message', () => {
  it('complaint 7: keeps every source and the buttons, cuts the body last and says so', async () => {
    const desk = createFakeDesk();
    const { slack, send } = await startSlackDesk({ desk });
    const handle = desk.handleMessage;
    desk.handleMessage = async (message) => {
      const reply = await handle(message);
      if (reply.kind !== 'answer') return reply;
      const sentence = reply.answer.sentences[0];
      const sentences = sentence === undefined ? [] : Array.from({ length: 200 }, () => sentence);
      return { ...reply, answer: { ...reply.answer, sentences } };
    };
    await send(mention(QUESTIONS.answered));
    await slack.until(() => slack.posts.length === 1);
    const shown = textIn(slack.posts[0]?.blocks);
    expect(shown).toMatch(/Shortened: \d+ of 200 sentences are shown/);
    expect(shown).toContain('Credit: Wedoany');
    expect(JSON.stringify(slack.posts[0]?.blocks)).toContain('desk_evidence');
    expect(slack.refused).toEqual([]);
  });
});
