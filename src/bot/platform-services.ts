import { messageOf } from '../core/errors.ts';
import type { Message, Reply } from '../core/message.ts';
import { DEFAULT_PLACE_SETTINGS, type PlaceSettings } from '../core/platform.ts';
import type {
  Clock,
  Desk,
  EventLedger,
  FeedbackStore,
  Logger,
  OnceOutcome,
  OnceRequest,
  PlaceSettingsStore,
  PlatformServices,
  Poster,
  PrivacyStore,
  RecoveryReport,
  UnsettledEvent,
} from '../core/ports.ts';
import { keyOn, personKey, placeKey } from './keys.ts';
import { phrasesIn } from './phrases/phrases-in.ts';
import { cleanSettings, mayChangeSettings } from './place-settings.ts';
import { decideRecovery, type RecoveryStep } from './recovery.ts';

export interface PlatformServicesDeps {
  readonly desk: Pick<Desk, 'handleMessage'>;
  readonly events: EventLedger;
  readonly places: PlaceSettingsStore;
  readonly feedback: Pick<FeedbackStore, 'record'>;
  readonly privacy: Pick<PrivacyStore, 'forgetWorkspace'>;
  readonly clock: Clock;
  readonly logger: Logger;
  /** How long a person waits for an answer before an honest failure. */
  readonly answerDeadlineMs: number;
  /** The result of `work`, or `undefined` when it is not there within `deadlineMs`. */
  readonly waitAtMost: <T>(deadlineMs: number, work: Promise<T>) => Promise<T | undefined>;
  /** Whether the process that so named itself in the ledger has certainly ended. */
  readonly isGone: (owner: string) => boolean;
}

/** What is under work: whether its event could be claimed, and when it is over. */
interface Work<T> {
  readonly isClaimed: Promise<boolean>;
  readonly done: Promise<T>;
}

const CLAIMED = Promise.resolve(true);

/** What chat platforms need besides the desk itself: exactly one reply, settings, feedback, forgetting. */
export function createPlatformServices(deps: PlatformServicesDeps): PlatformServices {
  const { desk, events, places, clock, logger } = deps;
  /** By event id: what is under work in this process. */
  const underWork = new Map<string, Work<unknown>>();

  /** Registers the work at once, before anything is awaited. */
  function track<T>(eventId: string, work: Work<T>): Promise<T> {
    underWork.set(eventId, work);
    return work.done.finally(() => {
      if (underWork.get(eventId) === work) underWork.delete(eventId);
    });
  }

  async function claim(eventId: string, request: OnceRequest): Promise<'claimed' | 'known' | 'unclaimed'> {
    const { message } = request;
    try {
      return await events.claim(eventId, {
        place: placeKey(message) ?? keyOn(message.platform, ''),
        person: personKey(message),
        request,
        now: clock.now(),
      });
    } catch (error) {
      logger.error({ eventId, error: messageOf(error) }, 'a message could not be claimed');
      return 'unclaimed';
    }
  }

  async function deliverClaimed(eventId: string, request: OnceRequest, poster: Poster): Promise<OnceOutcome> {
    try {
      await deliver(eventId, request, poster);
      return 'posted';
    } catch (error) {
      logger.error({ eventId, error: messageOf(error) }, 'a reply could not be delivered');
      return 'failed';
    }
  }

  async function handleFirst(eventId: string, request: OnceRequest, poster: Poster, whenClaimed?: () => void) {
    const claiming = claim(eventId, request);
    const handle = async (): Promise<OnceOutcome> => {
      const claimed = await claiming;
      if (claimed === 'unclaimed') return 'failed';
      whenClaimed?.();
      return claimed === 'known' ? 'known' : deliverClaimed(eventId, request, poster);
    };
    return track(eventId, { isClaimed: claiming.then((claimed) => claimed !== 'unclaimed'), done: handle() });
  }

  /** Makes the reply, sends it, settles the event. @throws what `post` throws: the event is then left unsettled. */
  async function deliver(eventId: string, request: OnceRequest, poster: Poster, given?: Reply): Promise<void> {
    const { message } = request;
    const settings = await settingsFor(message);
    const reply = given ?? (await replyInTime(message, settings));
    await events.markPosting(eventId);
    await poster.post({ ...request, reply, settings });
    await events.settle(eventId, clock.now());
  }

  async function replyInTime(message: Message, settings: PlaceSettings): Promise<Reply> {
    const reply = await deps.waitAtMost(deps.answerDeadlineMs, desk.handleMessage(message));
    if (reply !== undefined) return reply;
    logger.warn({ messageId: message.id, deadlineMs: deps.answerDeadlineMs }, 'no answer before the deadline');
    return { kind: 'problem', ...phrasesIn(settings.language).late(Math.round(deps.answerDeadlineMs / 1000)) };
  }

  /** A reply goes out even where the settings cannot be read. */
  async function settingsFor(message: Message): Promise<PlaceSettings> {
    const place = placeKey(message);
    if (place === undefined) return DEFAULT_PLACE_SETTINGS;
    try {
      return await places.readSettings(place);
    } catch (error) {
      logger.error({ error: messageOf(error) }, 'the settings of a place cannot be read');
      return DEFAULT_PLACE_SETTINGS;
    }
  }

  async function recover(event: UnsettledEvent, poster: Poster): Promise<keyof RecoveryReport | undefined> {
    try {
      if (!(await events.takeOver(event, clock.now()))) return undefined;
      const wasPosted = event.state === 'posting' ? await findPosted(event, poster) : false;
      return await carryOut(decideRecovery(event, { wasPosted, now: clock.now() }), event, poster);
    } catch (error) {
      logger.error({ eventId: event.eventId, error: messageOf(error) }, 'an unsettled event could not be recovered');
      return 'failed';
    }
  }

  async function findPosted({ request }: UnsettledEvent, poster: Poster): Promise<boolean | undefined> {
    return request === undefined ? undefined : poster.wasPosted?.(request);
  }

  async function carryOut(
    step: RecoveryStep,
    { eventId, request }: UnsettledEvent,
    poster: Poster,
  ): Promise<keyof RecoveryReport> {
    if (request !== undefined && step === 'finish') {
      await deliver(eventId, request, poster);
      return 'finished';
    }
    if (request !== undefined && (step === 'say_lost' || step === 'say_maybe_lost')) {
      const phrases = phrasesIn((await settingsFor(request.message)).language);
      const words = step === 'say_lost' ? phrases.lost : phrases.maybeLost;
      await deliver(eventId, request, poster, { kind: 'problem', ...words });
      return 'apologised';
    }
    await events.settle(eventId, clock.now());
    if (step === 'found_posted') return 'foundPosted';
    logger.warn({ eventId }, 'an event was given up without a reply');
    return 'failed';
  }

  return {
    async handleOnce(request, poster, whenClaimed) {
      const eventId = keyOn(poster.platform, request.message.id);
      const first = underWork.get(eventId);
      if (first === undefined) return handleFirst(eventId, request, poster, whenClaimed);
      // The second delivery of an event to this process: the ledger will say the same once the first is claimed.
      if (!(await first.isClaimed)) return 'failed';
      whenClaimed?.();
      return 'known';
    },

    async recoverUnsettled(poster) {
      const report = { finished: 0, apologised: 0, foundPosted: 0, failed: 0 };
      const own = (await events.listUnsettled()).filter(
        ({ eventId }) => eventId.startsWith(keyOn(poster.platform, '')) && !underWork.has(eventId),
      );
      const now = clock.now().getTime();
      for (const event of own) {
        // Another process, or this one under another name, may still be at work on it.
        const isLeftBehind = now - event.claimedAt.getTime() > leaseMs(deps.answerDeadlineMs);
        if (!isLeftBehind && !deps.isGone(event.owner)) continue;
        const outcome = await track(event.eventId, { isClaimed: CLAIMED, done: recover(event, poster) });
        if (outcome !== undefined) report[outcome] += 1;
      }
      return report;
    },

    async whenIdle() {
      while (underWork.size > 0) await Promise.allSettled([...underWork.values()].map(({ done }) => done));
    },

    readSettings: (platform, place) => places.readSettings(keyOn(platform, place)),

    async changeSettings({ platform, place, settings, isAdmin }) {
      const key = keyOn(platform, place);
      if (!mayChangeSettings({ before: await places.readSettings(key), after: settings, isAdmin })) return 'refused';
      await places.saveSettings(key, cleanSettings(settings));
      return 'changed';
    },

    async recordFeedback({ platform, person, place, answerId, verdict }) {
      const isKept = await deps.feedback.record({
        answerId,
        verdict,
        person: keyOn(platform, person),
        place: keyOn(platform, place),
        at: clock.now(),
      });
      return isKept ? 'kept' : 'answer_gone';
    },

    forgetWorkspace: (platform, workspace) => deps.privacy.forgetWorkspace(keyOn(platform, workspace)),
  };
}

/** An event of a process that still runs is settled by then: its deadline, and as long again for a slow platform. */
function leaseMs(answerDeadlineMs: number): number {
  return 2 * answerDeadlineMs + SLOW_PLATFORM_MS;
}
/** Slack asks clients to wait up to 60 s after a 429, and a post is tried again after it. */
const SLOW_PLATFORM_MS = 120_000;
