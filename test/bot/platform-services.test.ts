import { describe, expect, it, onTestFinished } from 'vitest';
import { createPlatformServices, type PlatformServicesDeps } from '../../src/bot/platform-services.ts';
import type { Message, Reply } from '../../src/core/message.ts';
import { DEFAULT_PLACE_SETTINGS } from '../../src/core/platform.ts';
import type { Delivery, OnceRequest, Poster } from '../../src/core/ports.ts';
import { openStore } from '../../src/store/open-store.ts';
import { makeTemporaryFolder, silentLogger } from '../store/indexed-documents.ts';

const NOON = Date.parse('2026-06-18T12:00:00Z');
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DEADLINE_MS = 30_000;
const ANSWER: Reply = { kind: 'help', text: 'an answer', suggestions: [] };

const messageOf = (id: string, parts: Partial<Message> = {}): Message => ({
  id,
  platform: 'slack',
  conversation: 'c',
  text: 'Who?',
  receivedAt: new Date(NOON),
  person: 'T1:U1',
  place: 'T1:C1',
  ...parts,
});
const requestOf = (id: string, parts: Partial<Message> = {}): OnceRequest => ({
  message: messageOf(id, parts),
  envelope: `{"to":"${id}"}`,
});

/** Services of one process on a store; `restart` gives those of a later process on the same store. */
async function open(given: Partial<PlatformServicesDeps> = {}) {
  const dataDir = makeTemporaryFolder(onTestFinished);
  const time = { nowMs: NOON };
  const start = async (owner: string, more: Partial<PlatformServicesDeps> = {}) => {
    const store = await openStore({ dataDir, logger: silentLogger, owner });
    onTestFinished(() => store.close());
    const services = createPlatformServices({
      desk: { handleMessage: async () => ANSWER },
      events: store.events,
      places: store.places,
      feedback: store.feedback,
      privacy: store.privacy,
      clock: { now: () => new Date(time.nowMs), monotonicMs: () => time.nowMs },
      logger: silentLogger,
      answerDeadlineMs: DEADLINE_MS,
      waitAtMost: (_, work) => work,
      isGone: (name) => name !== owner,
      ...given,
      ...more,
    });
    return { services, store };
  };
  return { ...(await start('first')), time, restart: (more?: Partial<PlatformServicesDeps>) => start('second', more) };
}

function recordingPoster(parts: Partial<Poster> = {}): Poster & { readonly posted: Delivery[] } {
  const posted: Delivery[] = [];
  return {
    posted,
    platform: 'slack',
    post: async (delivery) => void posted.push(delivery),
    ...parts,
  };
}

/** A promise that never settles, as the work of a process that was killed. */
const NEVER = new Promise<never>(() => {});
/** An answer that is there when `finish` is called. */
function laterAnswer(): { answered: Promise<Reply>; finish: () => void } {
  let finish = () => {};
  const answered = new Promise<Reply>((resolve) => {
    finish = () => resolve(ANSWER);
  });
  return { answered, finish: () => finish() };
}
/** Gives the first steps of what is under way time to be taken. */
async function untilListed(store: Awaited<ReturnType<typeof open>>['store'], state: string) {
  await expect.poll(async () => (await store.events.listUnsettled()).map((one) => one.state)).toEqual([state]);
}

const textOf = (delivery: Delivery | undefined): string =>
  delivery?.reply.kind === 'help'
    ? delivery.reply.text
    : delivery?.reply.kind === 'problem'
      ? delivery.reply.problem
      : 'nothing';

describe('a message', () => {
  it('is claimed before the work, marked before it is sent, and settled after the platform took it', async () => {
    const seen: string[] = [];
    const { services, store } = await open({
      desk: {
        handleMessage: async () => {
          seen.push(`work: ${(await store.events.listUnsettled())[0]?.state}`);
          return ANSWER;
        },
      },
    });
    const poster = recordingPoster({
      post: async ({ envelope }) => {
        seen.push(`post to ${envelope}: ${(await store.events.listUnsettled())[0]?.state}`);
      },
    });
    expect(await services.handleOnce(requestOf('e1'), poster)).toBe('posted');
    expect(seen).toEqual(['work: claimed', 'post to {"to":"e1"}: posting']);
    expect(await store.events.listUnsettled()).toEqual([]);
  });

  it('is answered once however often it comes, to one desk or to two on one store', async () => {
    const { services, restart, store } = await open();
    // Two connections of one thread would wait for each other; `event-processes.test.ts` has two processes.
    const other = await restart({ events: store.events });
    const poster = recordingPoster();
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        (at % 2 === 0 ? services : other.services).handleOnce(requestOf('e1'), poster),
      ),
    );
    expect(await services.handleOnce(requestOf('e1'), poster)).toBe('known');
    expect(outcomes.filter((outcome) => outcome === 'posted')).toHaveLength(1);
    expect(poster.posted).toHaveLength(1);
  });

  it('of another platform is another one though it bears the same id', async () => {
    const { services } = await open();
    const [slack, teams] = [recordingPoster(), recordingPoster({ platform: 'teams' })];
    await services.handleOnce(requestOf('e1'), slack);
    expect(await services.handleOnce(requestOf('e1', { platform: 'teams' }), teams)).toBe('posted');
  });

  it('gets its reply with the settings of its place', async () => {
    const { services } = await open();
    await services.changeSettings({
      platform: 'slack',
      place: 'T1:C1',
      settings: { ...DEFAULT_PLACE_SETTINGS, language: 'de' },
      isAdmin: false,
    });
    const poster = recordingPoster();
    await services.handleOnce(requestOf('e1'), poster);
    await services.handleOnce(requestOf('e2', { place: 'T1:C2' }), poster);
    expect(poster.posted.map(({ settings }) => settings.language)).toEqual(['de', 'en']);
  });

  it('gets its reply though the settings of its place cannot be read', async () => {
    const broken = { readSettings: () => Promise.reject(new Error('damaged')), saveSettings: async () => {} };
    const { services } = await open({ places: broken });
    const poster = recordingPoster();
    expect(await services.handleOnce(requestOf('e1'), poster)).toBe('posted');
    expect(textOf(poster.posted[0])).toBe('an answer');
  });

  it('gets an honest failure at the deadline, in the language of the place, and no second reply', async () => {
    const { answered, finish } = laterAnswer();
    const { services } = await open({
      desk: { handleMessage: () => answered },
      waitAtMost: async () => undefined,
    });
    await services.changeSettings({
      platform: 'slack',
      place: 'T1:C1',
      settings: { ...DEFAULT_PLACE_SETTINGS, language: 'fr' },
      isAdmin: true,
    });
    const poster = recordingPoster();
    expect(await services.handleOnce(requestOf('e1'), poster)).toBe('posted');
    finish();
    await services.whenIdle();
    expect(poster.posted.map(textOf)).toEqual(['Le service n’a pas trouvé de réponse en 30 secondes.']);
  });

  it('is told to be received when it is claimed, the first time and each other, before its reply is there', async () => {
    const { answered, finish } = laterAnswer();
    const { services } = await open({
      desk: { handleMessage: () => answered },
    });
    const poster = recordingPoster();
    const told: string[] = [];
    const handled = ['first', 'second'].map((name) =>
      services.handleOnce(requestOf('e1'), poster, () => void told.push(name)),
    );
    await expect.poll(() => told).toEqual(['first', 'second']);
    expect(poster.posted).toEqual([]);
    finish();
    expect(await Promise.all(handled)).toEqual(['posted', 'known']);
    await services.handleOnce(requestOf('e1'), poster, () => void told.push('later'));
    expect(told).toEqual(['first', 'second', 'later']);
  });

  it('is not told to be received when it cannot be claimed, so that the platform sends it again', async () => {
    const { services, store } = await open();
    let isBroken = true;
    const claim: typeof store.events.claim = async (...args) => {
      if (isBroken) throw new Error('the disk is full');
      return store.events.claim(...args);
    };
    const again = (await open({ events: { ...store.events, claim } })).services;
    const poster = recordingPoster();
    let told = 0;
    const tell = () => {
      told += 1;
    };
    expect(
      await Promise.all([
        again.handleOnce(requestOf('e1'), poster, tell),
        again.handleOnce(requestOf('e1'), poster, tell),
      ]),
    ).toEqual(['failed', 'failed']);
    expect(told).toBe(0);
    isBroken = false;
    expect(await again.handleOnce(requestOf('e1'), poster, tell)).toBe('posted');
    expect([told, poster.posted.length]).toEqual([1, 1]);
    expect(await services.handleOnce(requestOf('e1'), poster, tell)).toBe('known');
  });

  it('whose reply the platform refuses stays unsettled', async () => {
    const { services, store } = await open();
    const refusing = recordingPoster({ post: () => Promise.reject(new Error('not now')) });
    expect(await services.handleOnce(requestOf('e1'), refusing)).toBe('failed');
    expect(await store.events.listUnsettled()).toMatchObject([{ state: 'posting' }]);
  });

  it('is waited for by who wants to stop', async () => {
    const { answered, finish } = laterAnswer();
    const { services } = await open({
      desk: { handleMessage: () => answered },
    });
    const poster = recordingPoster();
    const handled = services.handleOnce(requestOf('e1'), poster);
    const idle = services.whenIdle().then(() => poster.posted.length);
    finish();
    expect(await idle).toBe(1);
    expect(await handled).toBe('posted');
    await services.whenIdle();
  });
});

describe('what a process left behind', () => {
  async function leaveBehind(state: 'claimed' | 'posting', parts: Partial<Message> = {}) {
    const opened = await open({ ...(state === 'claimed' ? { desk: { handleMessage: () => NEVER } } : {}) });
    const lost = recordingPoster({ post: () => NEVER });
    void opened.services.handleOnce(requestOf('e1', parts), lost);
    await untilListed(opened.store, state);
    const working: Partial<PlatformServicesDeps> = { desk: { handleMessage: async () => ANSWER } };
    return { ...opened, next: (more = {}) => opened.restart({ ...working, ...more }) };
  }
  const NONE = { finished: 0, apologised: 0, foundPosted: 0, failed: 0 };

  it('before its reply was sent is answered by the next one, once', async () => {
    const { next, store } = await leaveBehind('claimed');
    const { services } = await next();
    const poster = recordingPoster();
    expect(await services.recoverUnsettled(poster)).toEqual({ ...NONE, finished: 1 });
    expect(await services.recoverUnsettled(poster)).toEqual(NONE);
    expect(poster.posted).toMatchObject([{ envelope: '{"to":"e1"}', message: messageOf('e1') }]);
    expect(await store.events.listUnsettled()).toEqual([]);
  });

  it('is left alone while its process may still be at work on it, and not for ever', async () => {
    const { next, time } = await leaveBehind('claimed');
    const { services } = await next({ isGone: () => false });
    const poster = recordingPoster();
    time.nowMs += DEADLINE_MS + MINUTE_MS;
    expect(await services.recoverUnsettled(poster)).toEqual(NONE);
    time.nowMs += 2 * MINUTE_MS;
    expect(await services.recoverUnsettled(poster)).toEqual({ ...NONE, finished: 1 });
  });

  it('is never taken from this process itself', async () => {
    const { services, time } = await leaveBehind('claimed');
    time.nowMs += HOUR_MS;
    const poster = recordingPoster();
    expect(await services.recoverUnsettled(poster)).toEqual(NONE);
    expect(poster.posted).toEqual([]);
  });

  it('is recovered by one of two that try at the same moment', async () => {
    const { next, store } = await leaveBehind('claimed');
    const { events } = store;
    const both = [(await next({ events })).services, (await next({ events })).services];
    const poster = recordingPoster();
    await Promise.all(both.map((services) => services.recoverUnsettled(poster)));
    expect(poster.posted).toHaveLength(1);
  });

  it('on another platform is left to that one', async () => {
    const { next } = await leaveBehind('claimed');
    const { services } = await next();
    expect(await services.recoverUnsettled(recordingPoster({ platform: 'teams' }))).toEqual(NONE);
  });

  it('while it was sent is left as it is where the platform has it', async () => {
    const { next, store } = await leaveBehind('posting');
    const poster = recordingPoster({ wasPosted: async () => true });
    expect(await (await next()).services.recoverUnsettled(poster)).toEqual({ ...NONE, foundPosted: 1 });
    expect(poster.posted).toEqual([]);
    expect(await store.events.listUnsettled()).toEqual([]);
  });

  it('while it was sent is answered where the platform does not have it', async () => {
    const { next } = await leaveBehind('posting');
    const poster = recordingPoster({ wasPosted: async () => false });
    expect(await (await next()).services.recoverUnsettled(poster)).toEqual({ ...NONE, finished: 1 });
    expect(poster.posted.map(textOf)).toEqual(['an answer']);
  });

  it('while it was sent is apologised for once where nobody can tell', async () => {
    const { next, restart, store } = await leaveBehind('posting');
    const { services } = await next();
    // The apology is cut off as well.
    void services.recoverUnsettled(recordingPoster({ post: () => NEVER }));
    await expect.poll(async () => (await store.events.listUnsettled())[0]?.takeovers).toBe(1);
    const poster = recordingPoster();
    const third = await restart({ isGone: () => true });
    expect(await third.services.recoverUnsettled(poster)).toEqual({ ...NONE, failed: 1 });
    expect(poster.posted).toEqual([]);

    const again = await leaveBehind('posting');
    const apology = recordingPoster();
    expect(await (await again.next()).services.recoverUnsettled(apology)).toEqual({ ...NONE, apologised: 1 });
    expect(apology.posted.map(textOf)).toEqual(['The desk was interrupted while it sent its answer.']);
  });

  it('is told lost after an hour, and let go after a day', async () => {
    const hour = await leaveBehind('claimed');
    hour.time.nowMs += HOUR_MS + 1;
    const poster = recordingPoster();
    expect(await (await hour.next()).services.recoverUnsettled(poster)).toEqual({ ...NONE, apologised: 1 });
    expect(textOf(poster.posted[0])).toMatch(/its answer is lost/);
    const day = await leaveBehind('claimed');
    day.time.nowMs += 24 * HOUR_MS + 1;
    expect(await (await day.next()).services.recoverUnsettled(poster)).toEqual({ ...NONE, failed: 1 });
    expect(poster.posted).toHaveLength(1);
    expect(await day.store.events.listUnsettled()).toEqual([]);
  });

  it('is not tried again when the question itself may have ended the process: the person is told', async () => {
    const { next, restart, store } = await leaveBehind('claimed');
    const { services } = await next({ desk: { handleMessage: () => NEVER } });
    void services.recoverUnsettled(recordingPoster());
    await expect.poll(async () => (await store.events.listUnsettled())[0]?.takeovers).toBe(1);
    let asked = 0;
    const desk = {
      handleMessage: async () => {
        asked += 1;
        return ANSWER;
      },
    };
    const poster = recordingPoster();
    const third = await restart({ desk, isGone: () => true });
    expect(await third.services.recoverUnsettled(poster)).toEqual({ ...NONE, apologised: 1 });
    expect(asked).toBe(0);
    expect(textOf(poster.posted[0])).toMatch(/its answer is lost/);
  });

  it('is given up when the platform takes nothing, after some tries', async () => {
    const { next, store, time } = await leaveBehind('claimed');
    const { services } = await next();
    let tries = 0;
    const refusing = recordingPoster({
      post: () => {
        tries += 1;
        return Promise.reject(new Error('channel_not_found'));
      },
      wasPosted: async () => false,
    });
    for (let at = 0; at < 12; at += 1) {
      expect((await services.recoverUnsettled(refusing)).finished).toBe(0);
      time.nowMs += 5 * MINUTE_MS;
    }
    expect(tries).toBe(4);
    expect(await store.events.listUnsettled()).toEqual([]);
  });
});

describe('the settings of a place', () => {
  const change = (settings = {}, isAdmin = false) => ({
    platform: 'slack' as const,
    place: 'T1:C1',
    settings: { ...DEFAULT_PLACE_SETTINGS, ...settings },
    isAdmin,
  });

  it('may be changed by members until admins keep it to themselves', async () => {
    const { services } = await open();
    expect(await services.changeSettings(change({ language: 'fr' }))).toBe('changed');
    expect(await services.changeSettings(change({ changedBy: 'admins' }))).toBe('refused');
    expect(await services.changeSettings(change({ changedBy: 'admins', language: 'de' }, true))).toBe('changed');
    expect(await services.changeSettings(change({ language: 'en', changedBy: 'admins' }))).toBe('refused');
    expect(await services.changeSettings(change({ language: 'en' }))).toBe('refused');
    expect(await services.readSettings('slack', 'T1:C1')).toMatchObject({ language: 'de', changedBy: 'admins' });
    expect(await services.readSettings('teams', 'T1:C1')).toEqual(DEFAULT_PLACE_SETTINGS);
  });

  it('are kept without empty, repeated, endless or unprintable entries', async () => {
    const { services } = await open();
    const sources = [
      ' Wedoany ',
      '',
      'wedoany',
      'x'.repeat(500),
      'a\u0000b',
      ...Array.from({ length: 99 }, (_, n) => `s${n}`),
    ];
    await services.changeSettings(change({ sources }));
    const kept = (await services.readSettings('slack', 'T1:C1')).sources;
    expect(kept.slice(0, 3)).toEqual(['Wedoany', 'x'.repeat(200), 'ab']);
    expect(kept).toHaveLength(50);
  });
});

describe('feedback', () => {
  it('is kept on a kept answer, and told to be on none otherwise', async () => {
    const { services, store } = await open();
    const answer = {
      question: 'Q?',
      status: 'not_found' as const,
      text: 'No.',
      sentences: [],
      citations: [],
      related: [],
      conflicts: [],
      mode: 'extractive' as const,
      tookMs: 1,
    };
    const answerId = await store.answers.keepAnswer(answer, new Date(NOON));
    const given = { platform: 'slack' as const, person: 'T1:U1', place: 'T1:C1', verdict: 'unhelpful' as const };
    expect(await services.recordFeedback({ ...given, answerId })).toBe('kept');
    expect(await services.recordFeedback({ ...given, answerId: 'A'.repeat(22) })).toBe('answer_gone');
    expect(await store.feedback.counts()).toEqual({ helpful: 0, unhelpful: 1 });
    await services.forgetWorkspace('slack', 'T1');
    expect(await store.feedback.counts()).toEqual({ helpful: 0, unhelpful: 0 });
  });
});
