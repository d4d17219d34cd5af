import type { UnsettledEvent } from '../core/ports.ts';

/**
 * What is done with an event that an earlier process left behind: its answer made now; the person told that it is lost,
 * or may be; nothing but a note, as it was posted or nothing can be done any more.
 */
export type RecoveryStep = 'finish' | 'say_lost' | 'say_maybe_lost' | 'found_posted' | 'give_up';

/** A later answer than this only confuses; the person is told to ask again. */
const LATEST_ANSWER_MS = 60 * 60 * 1000;
/** Older ones are let go: nobody waits any more, and the channel has moved on. */
const LATEST_APOLOGY_MS = 24 * 60 * 60 * 1000;
/** Tries to reach the platform with an apology, after which the event is given up. */
const MOST_TAKEOVERS = 4;

/**
 * `wasPosted`: whether the platform has the reply, where it was being sent; `undefined`: nobody can tell. The question
 * itself is only tried again once: it may be what ended the process.
 */
export function decideRecovery(
  { state, takeovers, claimedAt, request }: UnsettledEvent,
  { wasPosted, now }: { readonly wasPosted: boolean | undefined; readonly now: Date },
): RecoveryStep {
  if (wasPosted === true) return 'found_posted';
  const ageMs = now.getTime() - (request?.message.receivedAt ?? claimedAt).getTime();
  if (request === undefined || takeovers >= MOST_TAKEOVERS || ageMs > LATEST_APOLOGY_MS) return 'give_up';
  // What was being sent when a recovery ended was an apology, or an answer for the second time: one of both is enough.
  if (state === 'posting' && wasPosted === undefined) return takeovers === 0 ? 'say_maybe_lost' : 'give_up';
  return takeovers === 0 && ageMs <= LATEST_ANSWER_MS ? 'finish' : 'say_lost';
}
