import { SLACK_LIMITS } from './limits.ts';

/** Posts that may wait for one channel: at one a second, the last of them is sent within half a minute. */
const LONGEST_LANE = 30;
/** Posts that may wait in all, whatever their channels: bounds memory. */
const MOST_WAITING = 5_000;
/** Lanes remembered before the idle ones are dropped. */
const LANES_KEPT = 2_000;
/** How often a post is sent again after Slack said "too many"; with Slack's usual waits this is some minutes. */
const MOST_TRIES = 6;
const POST_EVERY_MS = 1_000 / SLACK_LIMITS.postsPerSecondAndChannel;

/** What to do about a failed post. */
export type FailureAdvice = { readonly kind: 'wait'; readonly ms: number } | { readonly kind: 'give_up' };

export interface PostQueue {
  /**
   * Runs the task when it is the channel's turn: in order, one a second, after what Slack asked to wait.
   * `undefined` when too many wait already: nothing is run then.
   */
  add<Result>(channel: string, task: () => Promise<Result>): Promise<Result> | undefined;
  /** How many wait or run. */
  waiting(): number;
}

interface Lane {
  waiting: number;
  tail: Promise<unknown>;
  /** No post before this time (monotonic). */
  notBefore: number;
}

export function createPostQueue(deps: {
  readonly monotonicMs: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  /** Judges what a task threw. */
  readonly judge: (error: unknown) => FailureAdvice;
}): PostQueue {
  const { monotonicMs, sleep, judge } = deps;
  const lanes = new Map<string, Lane>();
  let total = 0;

  function laneOf(channel: string): Lane {
    const known = lanes.get(channel);
    if (known !== undefined) return known;
    if (lanes.size >= LANES_KEPT) {
      for (const [name, lane] of lanes) if (lane.waiting === 0 && lane.notBefore <= monotonicMs()) lanes.delete(name);
    }
    const lane: Lane = { waiting: 0, tail: Promise.resolve(), notBefore: 0 };
    lanes.set(channel, lane);
    return lane;
  }

  async function run<Result>(lane: Lane, task: () => Promise<Result>): Promise<Result> {
    for (let tries = 1; ; tries += 1) {
      const wait = lane.notBefore - monotonicMs();
      if (wait > 0) await sleep(wait);
      lane.notBefore = monotonicMs() + POST_EVERY_MS;
      try {
        return await task();
      } catch (error) {
        const advice = judge(error);
        if (advice.kind === 'give_up' || tries >= MOST_TRIES) throw error;
        lane.notBefore = monotonicMs() + advice.ms;
      }
    }
  }

  return {
    add(channel, task) {
      const lane = laneOf(channel);
      if (lane.waiting >= LONGEST_LANE || total >= MOST_WAITING) return undefined;
      lane.waiting += 1;
      total += 1;
      const result = lane.tail
        .then(() => run(lane, task))
        .finally(() => {
          lane.waiting -= 1;
          total -= 1;
        });
      // The next in line does not care how this one ended; who asked for it does.
      lane.tail = result.catch(() => undefined);
      return result;
    },
    waiting: () => total,
  };
}
