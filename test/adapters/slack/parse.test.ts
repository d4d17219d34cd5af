import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  escapeMrkdwn,
  looksLikeAddress,
  safeUrl,
  shorten,
  unescapeMrkdwn,
} from '../../../src/adapters/slack/escape.ts';
import { readMessageEvent, readText } from '../../../src/adapters/slack/parse.ts';
import { messageEvent } from '../../../src/adapters/slack/payloads.ts';

const AT = new Date('2026-11-22T00:00:00Z');
const from = { team: 'T1', self: { userId: 'UDESK', botId: 'BDESK' }, receivedAt: AT };

describe('the text of a message', () => {
  it.each([
    ['<@UDESK> what about costs?', 'what about costs?'],
    ['Hi <@UDESK|desk>, what about costs?', 'Hi , what about costs?'],
    ['<@UDESK>: why?', 'why?'],
    ['see <https://a.example/x|the page> &amp; <https://b.example/>', 'see the page & https://b.example/'],
    ['in <#C1|general> and <#C2>', 'in #general and #C2'],
    ['<!here> &lt;b&gt; <@U2> <!subteam^S1|@policy>', '<b> @policy'],
    ['  two   spaces\nand a line  ', 'two spaces\nand a line'],
  ])('%j is read as %j', (text, read) => {
    expect(readText(text, 'UDESK')).toBe(read);
  });

  it('comes through Slack’s escaping unaltered', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => unescapeMrkdwn(escapeMrkdwn(text)) === text));
    fc.assert(fc.property(fc.string(), (text) => !/[<>]/.test(escapeMrkdwn(text))));
  });

  it('is never cut inside a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-composite' }), fc.integer({ min: 1, max: 20 }), (text, length) => {
        const cut = shorten(text, length);
        return cut.length <= Math.max(length, 1) && !/\p{Surrogate}/u.test(cut);
      }),
    );
  });
});

describe('links', () => {
  it.each([
    ['https://a.example/x?y=1', 'https://a.example/x?y=1'],
    ['http://a.example', 'http://a.example/'],
    ['javascript:alert(1)', undefined],
    ['data:text/html,x', undefined],
    ['https://user:word@a.example/', undefined],
    ['//a.example', undefined],
    ['https://a.example/|bank.example>', 'https://a.example/%7Cbank.example%3E'],
  ])('%s leads to %s', (url, safe) => {
    expect(safeUrl(url)).toBe(safe);
  });

  it.each([
    ['bank.example', true],
    ['Log in at www.bank', true],
    ['https://bank', true],
    ['The U.S. plan', false],
    ['OVHcloud plans its own frontier models', false],
  ])('“%s” reads like an address: %s', (title, isOne) => {
    expect(looksLikeAddress(title)).toBe(isOne);
  });
});

describe('a message event', () => {
  const event = (more: Record<string, unknown>) =>
    messageEvent.parse({ type: 'message', channel: 'C1', user: 'U1', text: 'x', ts: '1780000000.000001', ...more });

  it('and the mention that it also comes as have one id', () => {
    const asMessage = readMessageEvent(event({ text: '<@UDESK> x' }), from);
    const asMention = readMessageEvent(event({ type: 'app_mention', text: '<@UDESK> x' }), from);
    expect(asMessage).toEqual(asMention);
    expect(asMention).toMatchObject({
      kind: 'asked',
      asked: { message: { text: 'x', person: 'T1:U1', place: 'T1:C1' } },
    });
  });

  it('in a thread without the desk’s name is only overheard, and outside of threads of no concern', () => {
    expect(readMessageEvent(event({ thread_ts: '1780000000.000000' }), from).kind).toBe('overheard');
    expect(readMessageEvent(event({}), from)).toEqual({ kind: 'ignored', why: 'nobody' });
    expect(readMessageEvent(event({ channel_type: 'im' }), from).kind).toBe('asked');
  });
});
