import { describe, expect, it } from 'vitest';
import { QUESTIONS } from '../../support/fake-desk.ts';
import { envelopeOf, mention, startSlackDesk } from './slack-desk.ts';
import { signatureOf } from './stand-in/slack.ts';

const JSON_TYPE = { 'Content-Type': 'application/json' };

describe('the address that Slack calls', () => {
  it('answers the check of the address', async () => {
    const { sendRaw } = await startSlackDesk();
    const body = JSON.stringify({ type: 'url_verification', token: 'old', challenge: '3eZbrw1aBm2rZgRNFdxV' });
    const sent = await sendRaw(body, { ...JSON_TYPE, ...signatureOf(body) });
    expect(sent.status).toBe(200);
    expect(JSON.parse(sent.body)).toEqual({ challenge: '3eZbrw1aBm2rZgRNFdxV' });
  });

  it('refuses a wrong signature, an old one and none with 401, and logs nothing of the body', async () => {
    const { send, sendRaw, desk, logged } = await startSlackDesk();
    const asked = mention('a secret question');
    expect(await send(asked, { secret: 'another secret' })).toMatchObject({ status: 401 });
    expect(await send(asked, { at: new Date(Date.now() - 6 * 60_000) })).toMatchObject({ status: 401 });
    const body = JSON.stringify(envelopeOf(asked, { eventId: 'Ev1', team: 'T1' }));
    expect(await sendRaw(body, JSON_TYPE)).toMatchObject({ status: 401 });
    const tampered = await sendRaw(body.replace('secret', 'other'), { ...JSON_TYPE, ...signatureOf(body) });
    expect(tampered.status).toBe(401);
    expect(desk.messages).toEqual([]);
    expect(logged.some(({ level }) => level === 'warn')).toBe(true);
    expect(JSON.stringify(logged)).not.toContain('secret question');
  });

  it.each([['null'], ['7'], ['"text"'], ['not json'], ['']])(
    'bears the signed body %s without ending',
    async (body) => {
      const { sendRaw, send, slack } = await startSlackDesk();
      expect((await sendRaw(body, { ...JSON_TYPE, ...signatureOf(body) })).status).toBe(400);
      expect((await sendRaw(body, JSON_TYPE)).status).toBe(401);
      const form = new URLSearchParams({ payload: 'null' }).toString();
      const type = { 'Content-Type': 'application/x-www-form-urlencoded' };
      expect((await sendRaw(form, { ...type, ...signatureOf(form) })).status).toBe(400);
      await send(mention(QUESTIONS.answered));
      await slack.until(() => slack.posts.length === 1);
    },
  );

  it.each([[{ event: null }], [{ event: {} }], [{ event: { type: 'app_mention' } }], [{ team_id: 5 }]])(
    'bears the signed envelope %j',
    async (change) => {
      const { sendRaw, send, slack } = await startSlackDesk();
      const body = JSON.stringify({ ...envelopeOf(mention('x'), { eventId: 'Ev1', team: 'T1' }), ...change });
      await sendRaw(body, { ...JSON_TYPE, ...signatureOf(body) });
      await send(mention(QUESTIONS.answered));
      await slack.until(() => slack.posts.length >= 1);
    },
  );

  it('refuses bodies longer than any of Slack’s, and other methods', async () => {
    const { origin, sendRaw } = await startSlackDesk();
    const body = JSON.stringify({ text: 'x'.repeat(1_100_000) });
    expect((await sendRaw(body, { ...JSON_TYPE, ...signatureOf(body) })).status).toBe(413);
    expect((await fetch(`${origin}/slack/events`)).status).toBe(405);
  });

  it('writes no text of a question or an answer to the log', async () => {
    const { slack, send, logged, services } = await startSlackDesk();
    await send(mention(QUESTIONS.answered));
    await slack.until(() => slack.posts.length === 1);
    slack.failures.set('chat.postMessage', ['invalid_blocks', 'channel_not_found']);
    await send(mention(QUESTIONS.conflict));
    await services.whenIdle();
    const written = JSON.stringify(logged);
    expect(written).not.toContain('Aurel');
    expect(written).not.toContain('xoxb-');
  });
});
