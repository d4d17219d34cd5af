import { describe, expect, it } from 'vitest';
import { createFakeDesk, DAILY, HOSTILE, QUESTIONS } from '../../support/fake-desk.ts';
import { buttonPress, commandForm, mention, startRealSlackDesk, startSlackDesk, textIn } from './slack-desk.ts';

/** Every button and feedback value in the blocks of a post, by action id. */
function valuesIn(blocks: unknown): Record<string, string> {
  const found: Record<string, string> = {};
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(walk);
    else if (typeof value === 'object' && value !== null) {
      const { action_id, value: own, negative_button } = value as Record<string, unknown>;
      if (typeof action_id === 'string') {
        const negative = typeof negative_button === 'object' && negative_button !== null ? negative_button : {};
        found[action_id] = String(own ?? ('value' in negative ? negative.value : ''));
      }
      Object.values(value).forEach(walk);
    }
  };
  walk(blocks);
  return found;
}

describe('feedback', () => {
  it('is kept with the answer once a person, and thanked for to that person only', async () => {
    const { slack, send, sendPayload, logged } = await startRealSlackDesk();
    await send(mention('What did Forrester say about the budget?'));
    await slack.until(() => slack.posts.length === 1);
    const value = valuesIn(slack.posts[0]?.blocks).desk_feedback ?? '';
    expect(value).toMatch(/^unhelpful:[\w-]{22}$/);
    const press = buttonPress({ type: 'feedback_buttons', action_id: 'desk_feedback', value });
    await sendPayload({ ...press, response_url: slack.responseUrl('f1') });
    await slack.until(() => slack.responses.length === 1);
    expect(slack.responses[0]?.body).toMatchObject({
      response_type: 'ephemeral',
      text: expect.stringContaining('Thank you'),
    });
    expect(logged.filter(({ level }) => level === 'error')).toEqual([]);
  });
});

describe('“Show evidence”', () => {
  it('complaint 2: shows each quoted sentence under its own number, in its context, with its source and credit', async () => {
    const { slack, send, sendPayload } = await startSlackDesk();
    await send(mention(QUESTIONS.answered));
    await slack.until(() => slack.posts.length === 1);
    const value = valuesIn(slack.posts[0]?.blocks).desk_evidence ?? '';
    const press = buttonPress({ action_id: 'desk_evidence', value });
    slack.triggers.add(press.trigger_id);
    await sendPayload(press);
    await slack.until(() => slack.views.length === 1);
    const shown = textIn(slack.views[0]?.view);
    expect(slack.views[0]?.view).toMatchObject({ type: 'modal' });
    const own = DAILY.text.split('\n')[2] ?? '';
    expect(shown).toContain('[2] ');
    expect(shown).toContain(own.slice(own.indexOf('Without them'), own.indexOf('within a year.')));
    expect(shown).toContain('Credit: Wedoany');
    expect(slack.refused).toEqual([]);
  });

  it('says so when a document has changed since, or the answer is gone', async () => {
    const desk = createFakeDesk();
    const { slack, send, sendPayload } = await startSlackDesk({ desk });
    await send(mention(QUESTIONS.moved));
    await slack.until(() => slack.posts.length === 1);
    for (const value of [valuesIn(slack.posts[0]?.blocks).desk_evidence ?? '', 'nothing-under-this-id']) {
      const press = buttonPress({ action_id: 'desk_evidence', value });
      slack.triggers.add(press.trigger_id);
      await sendPayload(press);
    }
    await slack.until(() => slack.views.length === 2);
    expect(textIn(slack.views[0]?.view)).toContain('no longer held by the desk, or has changed since');
    expect(textIn(slack.views[1]?.view)).toContain('no longer kept');
  });
});

describe('sharing', () => {
  it('posts a private answer in the channel with who shared it, once, and takes the button away', async () => {
    const { slack, sendForm, sendPayload, services } = await startSlackDesk();
    await sendForm({ ...commandForm(QUESTIONS.answered), response_url: slack.responseUrl('r1') });
    await slack.until(() => slack.responses.length === 1);
    const value = valuesIn(slack.responses[0]?.body.blocks).desk_share ?? '';
    const press = { ...buttonPress({ action_id: 'desk_share', value }), response_url: slack.responseUrl('r2') };
    await Promise.all([sendPayload(press), sendPayload(press)]);
    await slack.until(() => slack.posts.length === 1 && slack.responses.length === 2);
    await services.whenIdle();
    expect(slack.posts).toHaveLength(1);
    expect(slack.posts[0]?.text).toContain('Shared by <@U1>');
    expect(textIn(slack.posts[0]?.blocks)).toContain('Credit: Wedoany');
    expect(slack.responses[1]?.body).toMatchObject({ replace_original: true, text: 'Shared in this channel.' });
  });

  it('also works where the desk is no member', async () => {
    const { slack, sendForm, sendPayload } = await startSlackDesk();
    await sendForm({
      ...commandForm(QUESTIONS.answered, { channel_id: 'C404' }),
      response_url: slack.responseUrl('r1'),
    });
    await slack.until(() => slack.responses.length === 1);
    const value = valuesIn(slack.responses[0]?.body.blocks).desk_share ?? '';
    const channel = { id: 'C404', name: 'elsewhere' };
    await sendPayload({
      ...buttonPress({ action_id: 'desk_share', value }, { channel }),
      response_url: slack.responseUrl('r2'),
    });
    await slack.until(() => slack.responses.length === 2);
    expect(slack.responses[1]?.body).toMatchObject({ response_type: 'in_channel' });
  });
});

describe('the message shortcut', () => {
  it('shows to one person which sources speak to a message', async () => {
    const { slack, sendPayload } = await startRealSlackDesk();
    await sendPayload({
      type: 'message_action',
      callback_id: 'desk_check_message',
      trigger_id: 'trigger-check',
      response_url: slack.responseUrl('c1'),
      team: { id: 'T1', domain: 'policy' },
      channel: { id: 'G1', name: 'privategroup' },
      user: { id: 'U1', name: 'ana', team_id: 'T1' },
      message: {
        type: 'message',
        user: 'U2',
        ts: '1780000001.000001',
        text: 'OVHcloud will train models from scratch.',
      },
    });
    await slack.until(() => slack.responses.length === 1);
    expect(slack.responses[0]?.body).toMatchObject({ response_type: 'ephemeral' });
    expect(textIn(slack.responses[0]?.body.blocks)).toMatch(/train a series of models from scratch.*Credit: Wedoany/s);
    expect(slack.posts).toEqual([]);
  });
});

describe('the settings of a channel', () => {
  it('are opened by the command, chosen in a form that Slack takes, and hold from then on', async () => {
    const { slack, sendForm, sendPayload, services } = await startSlackDesk();
    const form = { ...commandForm('settings'), response_url: slack.responseUrl('r1') };
    slack.triggers.add(form.trigger_id);
    await sendForm(form);
    await slack.until(() => slack.views.length === 1);
    const view = slack.views[0]?.view ?? {};
    expect(slack.refused).toEqual([]);
    const chosen = (value: string) => ({ value: { selected_option: { value } } });
    const values = {
      language: chosen('de'),
      answers: chosen('private'),
      followUp: { value: { selected_options: [{ value: 'on' }] } },
      sources: { value: { selected_options: [{ value: 'Wedoany' }] } },
      topics: { value: { value: 'costs, security' } },
      changedBy: chosen('members'),
    };
    const sent = await sendPayload({
      type: 'view_submission',
      team: { id: 'T1' },
      user: { id: 'U1', team_id: 'T1' },
      view: { ...view, id: 'V1', callback_id: 'desk_settings', state: { values } },
    });
    expect(sent).toEqual({ status: 200, body: '' });
    expect(await services.readSettings('slack', 'T1:C1')).toEqual({
      language: 'de',
      answers: 'private',
      followUpWithoutMention: true,
      sources: ['Wedoany'],
      topics: ['costs', 'security'],
      changedBy: 'members',
    });
    await slack.until(() => slack.posts.length === 1);
    expect(slack.posts[0]).toMatchObject({ method: 'chat.postEphemeral', user: 'U1' });
  });

  it('that only admins may change are refused to others, and taken from admins', async () => {
    const { slack, sendPayload, services, saveSettings } = await startSlackDesk();
    await saveSettings('T1:C1', { changedBy: 'admins' });
    const chosen = (value: string) => ({ value: { selected_option: { value } } });
    const values = {
      language: chosen('fr'),
      answers: chosen('public'),
      followUp: { value: { selected_options: [] } },
      topics: { value: { value: null } },
      changedBy: chosen('admins'),
    };
    const submission = {
      type: 'view_submission',
      team: { id: 'T1' },
      user: { id: 'U1', team_id: 'T1' },
      view: { id: 'V1', type: 'modal', callback_id: 'desk_settings', private_metadata: 'T1:C1', state: { values } },
    };
    const refused = await sendPayload(submission);
    expect(JSON.parse(refused.body)).toMatchObject({ response_action: 'errors' });
    expect(await services.readSettings('slack', 'T1:C1')).toMatchObject({ language: 'en' });
    slack.admins.add('U1');
    expect(await sendPayload(submission)).toEqual({ status: 200, body: '' });
    expect(await services.readSettings('slack', 'T1:C1')).toMatchObject({ language: 'fr' });
  });
});

describe('what a source or a person writes', () => {
  it('complaint 1: cannot mention, link or format: it is shown as words, and only http links lead anywhere', async () => {
    const desk = createFakeDesk([HOSTILE, DAILY]);
    const { slack, send } = await startSlackDesk({ desk });
    const handle = desk.handleMessage;
    desk.handleMessage = async (message) => {
      const reply = await handle(message);
      if (reply.kind !== 'answer') return reply;
      const text = '<!channel> <@U1> *bold* <https://evil.example|bank.example> & \u202Egnp.exe';
      const citations = reply.answer.citations.map((one) => ({
        ...one,
        title: 'bank.example',
        url: 'https://evil.example/',
      }));
      return { ...reply, answer: { ...reply.answer, sentences: [{ text, citations: [1] }], citations } };
    };
    await send(mention(QUESTIONS.hostile));
    await slack.until(() => slack.posts.length === 1);
    const { blocks, text } = slack.posts[0] ?? {};
    const sent = JSON.stringify(blocks);
    expect(sent).not.toMatch(/"type":"(?:user|broadcast|channel|usergroup|mrkdwn)"/);
    expect(textIn(blocks)).toContain('<!channel> <@U1> *bold*');
    expect(sent).not.toContain('\u202E');
    expect(text).toContain('&lt;!channel&gt; &lt;@U1&gt;');
    // A title that reads like an address is no link; its link shows where it really leads.
    expect(sent).toContain('{"type":"link","url":"https://evil.example/","text":"evil.example"}');
    expect(sent).not.toContain('javascript:');
  });
});
