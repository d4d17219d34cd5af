import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Message } from '../../src/core/message.ts';
import type { EventLedger, OnceRequest } from '../../src/core/ports.ts';

const NOON = new Date('2026-06-18T12:00:00Z');
const later = (ms: number) => new Date(NOON.getTime() + ms);
const DAY_MS = 24 * 3_600_000;

/** With every field that a message can have. */
const messageOf = (id: string): Required<Message> => ({
  id,
  platform: 'slack',
  conversation: 'T1:C1:1700000000.000100',
  text: 'Who said “x”? 😀',
  receivedAt: NOON,
  person: 'T1:U1',
  place: 'T1:C1',
  isPrivate: true,
  command: { kind: 'who-said', name: 'Ada Quill', topic: 'costs' },
  earlier: ['The fees rose.', 'Why?'],
});
const request = (id: string): OnceRequest => ({ message: messageOf(id), envelope: '{"channel":"C1"}' });
const details = (now = NOON) => ({ place: 'slack:T1:C1', person: 'slack:T1:U1', now });

/** What every EventLedger must do. `openLedger` gives an empty one. */
export function testEventLedger(name: string, openLedger: () => Promise<EventLedger>): void {
  describe(`${name} as an EventLedger`, () => {
    it('gives an event to the first who claims it, and lists it with all that was told until it is settled', async () => {
      const ledger = await openLedger();
      expect(await ledger.claim('e', { ...details(), request: request('e') })).toBe('claimed');
      expect(await ledger.claim('e', { ...details(later(1)), request: request('other') })).toBe('known');
      expect(await ledger.listUnsettled()).toEqual([
        {
          eventId: 'e',
          request: request('e'),
          state: 'claimed',
          owner: expect.any(String),
          claimedAt: NOON,
          takeovers: 0,
        },
      ]);
      await ledger.settle('e', later(2));
      expect(await ledger.listUnsettled()).toEqual([]);
      expect(await ledger.claim('e', details(later(3)))).toBe('known');
    });

    it('claims each id once, whoever asks at the same moment', async () => {
      const ledger = await openLedger();
      const ids = Array.from({ length: 60 }, (_, at) => `e${at % 12}`);
      const claims = await Promise.all(ids.map(async (id) => [id, await ledger.claim(id, details())] as const));
      const claimed = claims.filter(([, claim]) => claim === 'claimed').map(([id]) => id);
      expect(claimed.sort()).toEqual([...new Set(ids)].sort());
    });

    it('takes any text for an id, and keeps each apart', async () => {
      const ledger = await openLedger();
      const ids = ['', ' ', 'a', 'A', 'é', 'é'.normalize('NFD'), 'a\u0000b', '😀', 'x'.repeat(10_000), "'; DROP --"];
      for (const id of ids) expect(await ledger.claim(id, details())).toBe('claimed');
      for (const id of ids) expect(await ledger.claim(id, details())).toBe('known');
      expect((await ledger.listUnsettled()).map(({ eventId }) => eventId).sort()).toEqual([...ids].sort());
    });

    it('lists the oldest first, and says of each whether its reply was being sent', async () => {
      const ledger = await openLedger();
      await ledger.claim('young', details(later(5)));
      await ledger.claim('old', details(later(1)));
      await ledger.markPosting('old');
      const listed = await ledger.listUnsettled();
      expect(listed.map(({ eventId, state }) => [eventId, state])).toEqual([
        ['old', 'posting'],
        ['young', 'claimed'],
      ]);
      expect(listed[0]).not.toHaveProperty('request');
    });

    it('lets one of several take an event over, and none once it is settled', async () => {
      const ledger = await openLedger();
      await ledger.claim('e', details());
      const [event] = await ledger.listUnsettled();
      if (event === undefined) throw new Error('nothing is listed');
      const taken = await Promise.all([1, 2, 3].map((ms) => ledger.takeOver(event, later(ms))));
      expect(taken.filter(Boolean)).toHaveLength(1);
      const [again] = await ledger.listUnsettled();
      expect(again).toMatchObject({ takeovers: 1 });
      await ledger.settle('e', later(10));
      expect(again !== undefined && (await ledger.takeOver(again, later(11)))).toBe(false);
    });

    it('leaves unknown ids and settled events as they are', async () => {
      const ledger = await openLedger();
      await ledger.settle('never', NOON);
      await ledger.markPosting('never');
      await ledger.claim('e', details());
      await ledger.settle('e', NOON);
      await ledger.markPosting('e');
      await ledger.settle('e', NOON);
      expect(await ledger.listUnsettled()).toEqual([]);
      expect(await ledger.claim('never', details())).toBe('claimed');
    });

    it('forgets an event after three days, when no platform repeats it any more', async () => {
      const ledger = await openLedger();
      await ledger.claim('settled', details());
      await ledger.settle('settled', NOON);
      await ledger.claim('left', details());
      expect(await ledger.claim('settled', details(later(2.9 * DAY_MS)))).toBe('known');
      expect(await ledger.claim('new', details(later(3.1 * DAY_MS)))).toBe('claimed');
      expect((await ledger.listUnsettled()).map(({ eventId }) => eventId)).toEqual(['new']);
      expect(await ledger.claim('settled', details(later(3.1 * DAY_MS)))).toBe('claimed');
    });

    it('does what a list of events written down naively does, whatever the order of steps', async () => {
      const ids = ['a', 'b', 'c'];
      const step = fc.record({
        kind: fc.constantFrom('claim', 'post', 'settle', 'takeOver'),
        id: fc.constantFrom(...ids),
      });
      let run = 0;
      const ledger = await openLedger();
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
          run += 1;
          const own = (id: string) => `${run}-${id}`;
          const known = new Map<string, { state: string; takeovers: number } | 'settled'>();
          for (const [at, { kind, id }] of steps.entries()) {
            const before = known.get(own(id));
            if (kind === 'claim') {
              const claim = await ledger.claim(own(id), details(later(at)));
              expect(claim).toBe(before === undefined ? 'claimed' : 'known');
              if (before === undefined) known.set(own(id), { state: 'claimed', takeovers: 0 });
            } else if (kind === 'settle') {
              await ledger.settle(own(id), later(at));
              if (before !== undefined) known.set(own(id), 'settled');
            } else if (kind === 'post') {
              await ledger.markPosting(own(id));
              if (before !== undefined && before !== 'settled') known.set(own(id), { ...before, state: 'posting' });
            } else {
              const listed = (await ledger.listUnsettled()).find(({ eventId }) => eventId === own(id));
              expect(listed !== undefined).toBe(before !== undefined && before !== 'settled');
              if (listed === undefined || before === undefined || before === 'settled') continue;
              expect(await ledger.takeOver(listed, later(at))).toBe(true);
              known.set(own(id), { ...before, takeovers: before.takeovers + 1 });
            }
          }
          const expected = [...known].filter(([, one]) => one !== 'settled').map(([id, one]) => [id, one]);
          const found = (await ledger.listUnsettled())
            .filter(({ eventId }) => eventId.startsWith(`${run}-`))
            .map(({ eventId, state, takeovers }) => [eventId, { state, takeovers }]);
          expect(new Map(found as [string, unknown][])).toEqual(new Map(expected as [string, unknown][]));
          for (const [id] of known) await ledger.settle(id, NOON);
        }),
        { numRuns: 30 },
      );
    });
  });
}
