import { describe, expect, it } from 'vitest';
import { createFakeDesk, QUESTIONS } from '../../support/fake-desk.ts';
import {
  channelMessage,
  commandForm,
  directMessage,
  mention,
  nextTs,
  type SlackDesk,
  startRealSlackDesk,
  startSlackDesk,
  textIn,
} from './slack-desk.ts';

/** Everything sent so far was handled: the desk has nothing under work, and its last post is there. */
async function settled({ services }: SlackDesk): Promise<void> {
  await services.whenIdle();
}

describe('a mention in a channel', () => {
  it('is answered in its thread with sentences, markers, sources, speakers, dates and the demanded credit', async () => {
    const { slack, send } = await startSlackDesk();
    const asked = mention(QUESTIONS.answered);
    expect(await send(asked)).toMatchObject({ status: 200 });
    await slack.until(() => slack.posts.length === 1);
    const [post] = slack.posts;
    expect(post).toMatchObject({ method: 'chat.postMessage', channel: 'C1', threadTs: asked.ts });
    const shown = textIn(post?.blocks);
    expect(shown).toContain('Without them [fine-tuning, storage, security and support], she [Priya Natarajan] said');
    expect(shown).toContain('[4]');
    expect(shown).toContain('Credit: Wedoany');
    expect(shown).toContain('2026-06');
    expect(shown).toContain('Elias Brandt, Principal Analyst, Fenwick & Rowe');
    expect(post?.text).toContain('Credit: Wedoany');
    expect(slack.refused).toEqual([]);
  });

  it('complaint 4: an event that Slack sends three times, and a mention that also comes as a message, get one answer', async () => {
    const running = await startSlackDesk();
    const { slack, send, desk } = running;
    const asked = mention(QUESTIONS.answered);
    const retry = { num: 1, reason: 'http_timeout' };
    const asMessage = { ...asked, type: 'message', channel_type: 'channel' };
    const sent = await Promise.all([
      send(asked, { eventId: 'Ev-same' }),
      send(asked, { eventId: 'Ev-same', retry }),
      send(asMessage, { eventId: 'Ev-other' }),
    ]);
    expect(sent.map(({ status }) => status)).toEqual([200, 200, 200]);
    await slack.until(() => slack.posts.length === 1);
    await settled(running);
    await send(asked, { eventId: 'Ev-same', retry: { num: 2, reason: 'http_error' } });
    await settled(running);
    expect(slack.posts).toHaveLength(1);
    expect(desk.messages).toHaveLength(1);
  });

  it('complaint 5: a retry of an event that never arrived is answered, for only what is claimed is dropped', async () => {
    const { slack, send } = await startSlackDesk();
    await send(mention(QUESTIONS.answered), { retry: { num: 3, reason: 'http_timeout' } });
    await slack.until(() => slack.posts.length === 1);
    expect(textIn(slack.posts[0]?.blocks)).toContain('Credit: Wedoany');
  });

  it('complaint 5: an event that cannot be claimed is refused, so that Slack sends it again', async () => {
    const { slack, send, services } = await startSlackDesk();
    services.handleOnce = async () => 'failed';
    expect(await send(mention(QUESTIONS.answered))).toMatchObject({ status: 500 });
    expect(slack.posts).toEqual([]);
  });

  it('complaint 28: other bots, the desk itself, edits and joins get no answer', async () => {
    const running = await startSlackDesk();
    const { send, desk } = running;
    const ignored = [
      mention(QUESTIONS.answered, { bot_id: 'BOTHER' }),
      mention(QUESTIONS.answered, { bot_id: 'BOTHER', subtype: 'bot_message', user: undefined }),
      mention(QUESTIONS.answered, { user: 'UDESK' }),
      directMessage(QUESTIONS.answered, { app_id: 'A9' }),
      directMessage('', { subtype: 'message_changed', message: { text: 'x' } }),
      directMessage('<@U1> has joined', { subtype: 'channel_join' }),
      channelMessage('Nobody asks the desk here.'),
    ];
    for (const event of ignored) expect(await send(event)).toMatchObject({ status: 200 });
    await settled(running);
    expect(desk.messages).toEqual([]);
  });

  it('complaint 15: what takes longer than the deadline ends in an honest failure, not in silence', async () => {
    const desk = createFakeDesk();
    desk.beforeReply = () => new Promise(() => undefined);
    const { slack, send } = await startSlackDesk({ desk, deadlineMs: 50 });
    await send(mention(QUESTIONS.answered));
    await slack.until(() => slack.posts.length === 1);
    expect(textIn(slack.posts[0]?.blocks)).toMatch(/too long|longer|second/i);
  });

  it('complaint 3: says that nothing was found, and shows the nearest material apart', async () => {
    const { slack, send } = await startSlackDesk();
    await send(mention(QUESTIONS.notFound));
    await slack.until(() => slack.posts.length === 1);
    const shown = textIn(slack.posts[0]?.blocks);
    expect(shown).toContain('nothing that Gartner said about Aurel was found');
    expect(shown).toContain('Nearest material (not an answer)');
    expect(shown.indexOf('nothing that Gartner')).toBeLessThan(shown.indexOf('What decides in the market'));
    expect(shown.match(/What decides in the market/g)).toHaveLength(1);
  });

  it('shows a conflict under the names of those who differ', async () => {
    const { slack, send } = await startSlackDesk();
    await send(mention(QUESTIONS.conflict));
    await slack.until(() => slack.posts.length === 1);
    const shown = textIn(slack.posts[0]?.blocks);
    expect(shown).toContain('The sources differ: Whether training a model has become cheaper');
    expect(shown).toContain('[1] Jonas Verhelst, CEO, Rhinecloud, via Reuters: “Verhelst said');
  });

  it('complaint 26: gives the date of the newest evidence, and remarks when it is old', async () => {
    const clock = { now: () => new Date('2027-02-10T00:00:00Z'), monotonicMs: () => performance.now() };
    const { slack, send } = await startSlackDesk({ clock });
    await send(mention(QUESTIONS.answered));
    await slack.until(() => slack.posts.length === 1);
    expect(textIn(slack.posts[0]?.blocks)).toContain('Newest evidence: 2026-06. It is 8 months old');
  });

  it('is answered in the language of the channel’s settings, its quotations untranslated', async () => {
    const { slack, send, saveSettings } = await startSlackDesk();
    await saveSettings('T1:C1', { language: 'fr' });
    await send(mention(QUESTIONS.answered));
    await slack.until(() => slack.posts.length === 1);
    const shown = textIn(slack.posts[0]?.blocks);
    expect(shown).toContain('Crédit : Wedoany');
    expect(shown).toContain('cautioned that the €180 million');
  });
});

describe('a direct message', () => {
  it('is answered in a thread of its own', async () => {
    const { slack, send } = await startSlackDesk();
    const asked = directMessage(QUESTIONS.answered);
    await send(asked);
    await slack.until(() => slack.posts.length === 1);
    expect(slack.posts[0]).toMatchObject({ channel: 'D1', threadTs: asked.ts });
    expect(JSON.stringify(slack.posts[0]?.blocks)).not.toContain('desk_share');
  });
});

describe('the slash command', () => {
  it('complaint 16: is answered to who asked only, with a button to share', async () => {
    const { slack, sendForm } = await startSlackDesk();
    const response_url = slack.responseUrl('r1');
    expect(await sendForm({ ...commandForm(`ask ${QUESTIONS.answered}`), response_url })).toEqual({
      status: 200,
      body: '',
    });
    await slack.until(() => slack.responses.length === 1);
    const body = slack.responses[0]?.body;
    expect(body).toMatchObject({ response_type: 'ephemeral', replace_original: false });
    expect(JSON.stringify(body)).toContain('desk_share');
    expect(slack.posts).toEqual([]);
  });

  it('shows help when it stands alone', async () => {
    const { slack, sendForm, desk } = await startSlackDesk();
    await sendForm({ ...commandForm(''), response_url: slack.responseUrl('r1') });
    await slack.until(() => slack.responses.length === 1);
    expect(desk.messages[0]).toMatchObject({ text: 'help', isPrivate: true, person: 'T1:U1', place: 'T1:C1' });
    expect(textIn(slack.responses[0]?.body.blocks)).toContain('Ask a question about the sources.');
  });

  it('knows ask, summary, who-said, digest, sources and help on the delivered documents', async () => {
    const { slack, sendForm } = await startRealSlackDesk();
    const expected: Readonly<Record<string, RegExp>> = {
      'ask What did Forrester say about the budget?': /Charlie Dai.*title given by the desk.*Credit: Wedoany/s,
      'summary costs': /Summary.*Credit: /s,
      'who-said Gogia': /Gogia.*Credit: Wedoany/s,
      digest: /igest/,
      sources: /2 documents.*Credit: Wedoany/s,
      help: /sources/,
    };
    for (const [at, [text, shown]] of Object.entries(expected).entries()) {
      await sendForm({ ...commandForm(text), response_url: slack.responseUrl(`r${at}`) });
      await slack.until(() => slack.responses.length === at + 1);
      expect(textIn(slack.responses[at]?.body.blocks), text).toMatch(shown);
    }
    expect(slack.refused).toEqual([]);
  });
});

describe('threads', () => {
  it('complaint 13: pulled into a thread, the desk hands on what people wrote there before', async () => {
    const { slack, send, desk } = await startSlackDesk();
    const root = nextTs();
    const reply = nextTs();
    slack.threads.set(root, [
      { ts: root, user: 'U1', text: 'What does OVHcloud plan?' },
      { ts: reply, user: 'U2', text: 'No idea &amp; no time' },
      { ts: nextTs(), user: 'UX', bot_id: 'BX', text: 'I am another bot' },
    ]);
    await send(mention('what about costs?', { thread_ts: root }));
    await slack.until(() => slack.posts.length === 1);
    expect(desk.messages[0]?.earlier).toEqual(['What does OVHcloud plan?', 'No idea & no time']);
    expect(desk.messages[0]?.conversation).toBe(`T1:C1:${root}`);
  });

  it('complaint 13: a bare mention in a thread asks about the thread’s subject', async () => {
    const { slack, send, desk } = await startSlackDesk();
    const root = nextTs();
    slack.threads.set(root, [{ ts: root, user: 'U1', text: QUESTIONS.answered }]);
    await send(mention('', { thread_ts: root }));
    await slack.until(() => slack.posts.length === 1);
    expect(desk.messages[0]?.text).toBe(QUESTIONS.answered);
    const plain = nextTs();
    slack.threads.set(plain, [{ ts: plain, user: 'U1', text: 'Rhinecloud trains in Bologna.' }]);
    await send(mention('', { thread_ts: plain }));
    await slack.until(() => slack.posts.length === 2);
    expect(desk.messages[1]?.command).toEqual({ kind: 'check', text: 'Rhinecloud trains in Bologna.' });
  });

  it('complaint 14: its own transcript goes first, and it says so when a thread could not be read', async () => {
    const running = await startSlackDesk();
    const { slack, send, desk } = running;
    slack.missingScopes.add('channels:history');
    const root = nextTs();
    await send(mention('what about costs?', { thread_ts: root }));
    await slack.until(() => slack.posts.length === 1);
    expect(textIn(slack.posts[0]?.blocks)).toContain('The earlier messages of this thread could not be read');
    await settled(running);
    const reads = () => slack.calls.filter(({ method }) => method === 'conversations.replies').length;
    expect(reads()).toBe(1);
    await send(mention('why?', { thread_ts: root }));
    await slack.until(() => slack.posts.length === 2);
    expect(reads()).toBe(1);
    expect(desk.messages[1]?.conversation).toBe(desk.messages[0]?.conversation);
    expect(textIn(slack.posts[1]?.blocks)).not.toContain('could not be read');
  });

  it('understands “and Gogia?” in the thread of the question before it', async () => {
    const { slack, send } = await startRealSlackDesk();
    const asked = mention('What did Forrester say about the budget?');
    await send(asked);
    await slack.until(() => slack.posts.length === 1);
    await send(mention('and Gogia?', { thread_ts: asked.ts }));
    await slack.until(() => slack.posts.length === 2);
    expect(textIn(slack.posts[1]?.blocks)).toMatch(/Understood as: .*Gogia/);
  });

  it('complaint 12: answers no follow-up without a mention unless the channel wants it', async () => {
    const running = await startSlackDesk();
    const { slack, send, desk } = running;
    const asked = mention(QUESTIONS.answered);
    await send(asked);
    await slack.until(() => slack.posts.length === 1);
    await send(channelMessage(QUESTIONS.followUp, { thread_ts: asked.ts }));
    await settled(running);
    expect(desk.messages).toHaveLength(1);
  });

  it('complaint 11: answers follow-ups without a mention where the channel wants it, until another person joins in', async () => {
    const running = await startSlackDesk();
    const { slack, send, desk, saveSettings } = running;
    await saveSettings('T1:C1', { followUpWithoutMention: true });
    const asked = mention(QUESTIONS.answered);
    await send(asked);
    await slack.until(() => slack.posts.length === 1);
    await settled(running);
    await send(channelMessage(QUESTIONS.followUp, { thread_ts: asked.ts }));
    await slack.until(() => slack.posts.length === 2);
    await send(channelMessage('Let us talk about lunch.', { thread_ts: asked.ts, user: 'U2' }));
    await send(channelMessage('Pizza?', { thread_ts: asked.ts }));
    await settled(running);
    expect(desk.messages.map(({ text }) => text)).toEqual([QUESTIONS.answered, QUESTIONS.followUp]);
  });

  it('complaint 12: keeps quiet in threads it was never asked in, also after a restart', async () => {
    const first = await startSlackDesk();
    await first.saveSettings('T1:C1', { followUpWithoutMention: true });
    const root = nextTs();
    first.slack.threads.set(root, [{ ts: root, user: 'U1', text: 'Morning!' }]);
    await first.send(channelMessage('Who is in?', { thread_ts: root }));
    await settled(first);
    expect(first.desk.messages).toEqual([]);
    const asked = mention(QUESTIONS.answered);
    await first.send(asked);
    await first.slack.until(() => first.slack.posts.length === 1);
    first.slack.threads.set(asked.ts, [{ ts: asked.ts, user: 'U1', text: asked.text }]);

    const second = await startSlackDesk({ slack: first.slack });
    await second.saveSettings('T1:C1', { followUpWithoutMention: true });
    await second.send(channelMessage(QUESTIONS.followUp, { thread_ts: asked.ts }));
    await first.slack.until(() => first.slack.posts.length === 2);
    expect(second.desk.messages).toHaveLength(1);
  });
});

describe('private answers in a channel', () => {
  it('are shown to who asked only, with a button to share', async () => {
    const { slack, send, saveSettings } = await startSlackDesk();
    await saveSettings('T1:C1', { answers: 'private' });
    const asked = mention(QUESTIONS.answered);
    await send(asked);
    await slack.until(() => slack.posts.length === 1);
    expect(slack.posts[0]).toMatchObject({ method: 'chat.postEphemeral', user: 'U1', threadTs: asked.ts });
    expect(JSON.stringify(slack.posts[0]?.blocks)).toContain('desk_share');
  });
});
