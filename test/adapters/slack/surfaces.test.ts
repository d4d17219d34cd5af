import { describe, expect, it } from 'vitest';
import { QUESTIONS } from '../../support/fake-desk.ts';
import { mention, SOCKET_MODE, startRealSlackDesk, startSlackDesk, textIn } from './slack-desk.ts';
import { BOT_TOKEN } from './stand-in/slack.ts';

describe('the Home tab', () => {
  it('shows what is indexed, the newest documents with their credit, how answers come about and where data stays', async () => {
    const { slack, send } = await startRealSlackDesk();
    await send({ type: 'app_home_opened', user: 'U1', channel: 'D1', tab: 'home', event_ts: '1.1' });
    await slack.until(() => slack.views.length === 1);
    expect(slack.views[0]).toMatchObject({ method: 'views.publish', view: { type: 'home' } });
    const shown = textIn(slack.views[0]?.view);
    expect(shown).toMatch(/2 documents, \d+ statements/);
    expect(shown).toContain('Credit: Wedoany');
    expect(shown).toContain('Nothing is sent to any other service.');
    expect(shown).toContain('“/sovereignty forget” erases yours');
    expect(slack.refused).toEqual([]);
  });

  it('lets a suggested question be pressed, and answers in the person’s own conversation', async () => {
    const { slack, send, sendPayload } = await startSlackDesk();
    await send({ type: 'app_home_opened', user: 'U1', channel: 'D1', tab: 'home', event_ts: '1.1' });
    await slack.until(() => slack.views.length === 1);
    expect(JSON.stringify(slack.views[0]?.view)).toContain(`"value":${JSON.stringify(QUESTIONS.answered)}`);
    await sendPayload({
      type: 'block_actions',
      user: { id: 'U1', team_id: 'T1' },
      team: { id: 'T1' },
      container: { type: 'view', view_id: 'V1' },
      trigger_id: 't',
      actions: [
        { type: 'button', action_id: 'desk_ask_0', block_id: 'b', action_ts: '1.2', value: QUESTIONS.answered },
      ],
    });
    await slack.until(() => slack.posts.length === 1);
    expect(slack.posts[0]).toMatchObject({ channel: 'U1' });
  });
});

describe('the agent view', () => {
  it('suggests questions that the documents answer', async () => {
    const { slack, send } = await startSlackDesk();
    await send({ type: 'app_home_opened', user: 'U1', channel: 'D1', tab: 'messages', event_ts: '1.1' });
    await slack.until(() => slack.prompts.length === 1);
    const prompts: unknown = JSON.parse(slack.prompts[0]?.prompts ?? '[]');
    expect(slack.prompts[0]).toMatchObject({ channel_id: 'D1' });
    expect(prompts).toContainEqual({ title: QUESTIONS.answered, message: QUESTIONS.answered });
  });
});

describe('many workspaces', () => {
  const install = { clientId: '1.2', clientSecret: 'client secret', stateSecret: 'a long random text' };
  const settings = { botToken: undefined, install };

  it('install the desk by OAuth with a checked state, ask it, and take it away again', async () => {
    const { slack, send, origin, installations, services } = await startSlackDesk({ settings });
    const begun = await fetch(`${origin}/slack/install`, { redirect: 'manual' });
    expect(begun.status).toBe(302);
    const target = new URL(begun.headers.get('location') ?? '');
    expect(target.searchParams.get('scope')?.split(',')).toContain('chat:write');
    const state = target.searchParams.get('state') ?? '';
    const cookie = (begun.headers.get('set-cookie') ?? '').split(';')[0] ?? '';

    const forged = await fetch(`${origin}/slack/oauth_redirect?code=good-code&state=forged`, { headers: { cookie } });
    expect(forged.status).toBeGreaterThanOrEqual(400);
    expect(await installations.listIds()).toEqual([]);

    const done = await fetch(`${origin}/slack/oauth_redirect?code=good-code&state=${encodeURIComponent(state)}`, {
      headers: { cookie },
    });
    expect(done.status).toBe(200);
    expect(await installations.listIds()).toEqual(['slack:T9']);

    await send(mention(QUESTIONS.answered), { team: 'T9' });
    await slack.until(() => slack.posts.length === 1);
    const post = slack.calls.find(({ method }) => method === 'chat.postMessage');
    expect(post).toBeDefined();

    await send({ type: 'tokens_revoked', tokens: { oauth: ['U1'], bot: [] } }, { team: 'T9' });
    await services.whenIdle();
    expect(await installations.listIds()).toEqual(['slack:T9']);
    await send({ type: 'app_uninstalled' }, { team: 'T9' });
    expect(await installations.listIds()).toEqual([]);
    await send(mention(QUESTIONS.answered), { team: 'T9' });
    await services.whenIdle();
    expect(slack.posts).toHaveLength(1);
  });

  it('a workspace that did not install the desk gets nothing, and the log says what to do', async () => {
    const { slack, send, logged } = await startSlackDesk({ settings });
    expect(await send(mention(QUESTIONS.answered), { team: 'T404' })).toMatchObject({ status: 200 });
    expect(slack.posts).toEqual([]);
    expect(JSON.stringify(logged)).toContain('not installed in the Slack workspace T404');
  });
});

describe('Socket Mode', () => {
  const envelope = (id: string, payload: Record<string, unknown>) => ({
    envelope_id: id,
    type: 'events_api',
    payload: { type: 'event_callback', team_id: 'T1', event_id: `Ev-${id}`, event: payload },
    accepts_response_payload: false,
  });

  it('needs no public address: events are acknowledged and answered, also after the connection broke', async () => {
    const { slack, adapter, origin } = await startSlackDesk({ settings: SOCKET_MODE });
    expect(adapter.description).toBe('Socket Mode, one workspace');
    slack.sendSocket(envelope('one', mention(QUESTIONS.answered)));
    await slack.until(() => slack.posts.length === 1 && slack.envelopes.length === 1);
    expect(slack.envelopes[0]).toMatchObject({ envelope_id: 'one' });
    expect((await fetch(`${origin}/slack/events`, { method: 'POST', body: '{}' })).status).toBe(404);

    slack.dropSockets();
    await slack.until(() => slack.socketCount() === 1);
    slack.sendSocket({ ...envelope('two', mention(QUESTIONS.conflict)), retry_attempt: 1, retry_reason: 'timeout' });
    await slack.until(() => slack.posts.length === 2);
  }, 30_000);

  it('a wrong app token stops the start with a message that names it', async () => {
    await expect(startSlackDesk({ settings: { ...SOCKET_MODE, appToken: 'xapp-wrong' } })).rejects.toMatchObject({
      code: 'bad_setting',
      message: expect.stringContaining('SLACK_APP_TOKEN'),
    });
  });
});

describe('a Slack that is not there at the start', () => {
  it('does not keep the desk from starting: the first event that comes is answered', async () => {
    const { slack } = await startSlackDesk();
    slack.upsets.set('auth.test', [{ status: 500 }]);
    const { send, logged } = await startSlackDesk({ slack, settings: { botToken: BOT_TOKEN } });
    expect(logged.some(({ message }) => message === 'Slack is not reached yet')).toBe(true);
    await send(mention(QUESTIONS.answered));
    await slack.until(() => slack.posts.length === 1);
  });
});
