import type { webApi } from '@slack/bolt';
import { messageOf } from '../../core/errors.ts';
import type { Logger } from '../../core/ports.ts';
import type { SlackMessage } from './compose-messages.ts';
import { shorten } from './escape.ts';
import { SLACK_LIMITS } from './limits.ts';
import type { Envelope } from './parse.ts';
import type { Phrases } from './phrases.ts';
import type { MessagePoster } from './post-messages.ts';
import { toRichText } from './rich-text.ts';

/** When each sign is shown, from the claim on. */
export interface SignTiming {
  /** After this a person wonders: well before a second is over. Most answers are there before it. */
  readonly statusAfterMs: number;
  /** Work that lasts longer is shown in a message that the answer is then written into. */
  readonly streamAfterMs: number;
}
export const SIGN_TIMING: SignTiming = { statusAfterMs: 400, streamAfterMs: 4_000 };
/** A streamed message dies by itself after about five minutes: another is begun before that. */
const STREAM_FOR_MS = SLACK_LIMITS.streamLifeMs * 0.8;
/** The status goes by itself after two minutes: it is set again before. */
const STATUS_EVERY_MS = SLACK_LIMITS.statusLifeMs * 0.75;
/** `chat.startStream` is meant for 20 a minute: beyond so many at a time, the answer comes in one post. */
const MOST_STREAMS = 5;

const TASK = 'search';

/** What is shown while one message is under work. */
export interface SignOfLife {
  /**
   * Ends it with the reply. `true`: the first message was written into the streamed one. `false`: there was none, or it
   * is gone, and the reply is to be posted.
   */
  finish(first: SlackMessage): Promise<boolean>;
  /** Ends it without a reply. */
  cancel(): Promise<void>;
  /** A note that was sent by the response URL stands there: the reply replaces it. */
  hasNote(): boolean;
}

export interface SignOptions {
  readonly phrases: Phrases;
  /** Of a slash command or a button. */
  readonly responseUrl?: string;
}

export interface SignsOfLife {
  /** For a message that was claimed. */
  begin(client: webApi.WebClient, target: Envelope, options: SignOptions): SignOfLife;
}

/** Failures here cost a person a sign of life, never the answer: they are logged and that is all. */
export function createSignsOfLife(deps: {
  readonly logger: Logger;
  readonly respond: MessagePoster['respond'];
  readonly timing: SignTiming;
  /** Runs `act` after `ms` unless cancelled. */
  readonly later: (ms: number, act: () => void) => { cancel(): void };
}): SignsOfLife {
  const { logger, later, respond, timing } = deps;
  let streams = 0;
  const quietly = async (what: string, act: () => Promise<unknown>) => {
    try {
      await act();
      return true;
    } catch (error) {
      logger.info({ what, error: messageOf(error) }, 'a sign of life was not taken');
      return false;
    }
  };

  /** Beside a response URL there is no thread to show a status in: a note that the reply replaces. */
  function beginNote(url: string, phrases: Phrases): SignOfLife {
    let sending: Promise<boolean> | undefined;
    let isSent = false;
    const timer = later(timing.statusAfterMs, () => {
      const text = `${phrases.stillWorking} …`;
      const blocks = toRichText([[{ text, isItalic: true }]]);
      sending = quietly('note', () => respond(url, [{ text, blocks }]));
    });
    const end = async () => {
      timer.cancel();
      isSent = (await sending) ?? false;
    };
    return {
      finish: async () => {
        await end();
        return false;
      },
      cancel: end,
      hasNote: () => isSent,
    };
  }

  return {
    begin(client, target, { phrases, responseUrl }) {
      const { channel, threadTs, team, user } = target;
      if (responseUrl !== undefined) return beginNote(responseUrl, phrases);
      if (threadTs === undefined) return NOTHING;
      const thread = threadTs;
      let isOver = false;
      let hasStatus = false;
      let isSession = false;
      let streamer: ReturnType<webApi.WebClient['chatStream']> | undefined;
      let underWay: Promise<unknown> = Promise.resolve();
      const timers = new Set<{ cancel(): void }>();

      const plan = (ms: number, act: () => Promise<unknown>) => {
        const timer = later(ms, () => {
          timers.delete(timer);
          if (isOver) return;
          underWay = underWay.then(() => (isOver ? undefined : act()));
        });
        timers.add(timer);
      };

      const showStatus = async () => {
        hasStatus = true;
        await quietly('status', () =>
          client.assistant.threads.setStatus({ channel_id: channel, thread_ts: thread, status: phrases.working }),
        );
        plan(STATUS_EVERY_MS, showStatus);
      };
      const startStream = async () => {
        if (streams >= MOST_STREAMS && streamer === undefined) return;
        const opened = client.chatStream({
          channel,
          thread_ts: thread,
          recipient_team_id: team,
          recipient_user_id: user,
        });
        const task = taskUpdate(phrases, 'in_progress');
        const isTaken = await quietly('stream', () => opened.append({ chunks: [task] }));
        if (!isTaken) return;
        const before = streamer;
        streamer = opened;
        if (before === undefined) streams += 1;
        else await quietly('end of stream', () => before.stop({ chunks: [taskUpdate(phrases, 'complete')] }));
        plan(STREAM_FOR_MS, startStream);
      };
      const startSession = async () => {
        // Shows Slack's own Stop button; only apps with an agent view have sessions.
        isSession = await quietly('session', () =>
          client.agents.sessions.setStatus({ channel_id: channel, thread_ts: thread, status: 'processing' }),
        );
      };
      plan(timing.statusAfterMs, showStatus);
      if (target.isDirect) plan(timing.streamAfterMs, startSession);
      if (target.how === 'post') plan(timing.streamAfterMs, startStream);

      const end = async () => {
        isOver = true;
        for (const timer of timers) timer.cancel();
        await underWay;
        if (isSession) {
          await quietly('end of session', () =>
            client.agents.sessions.setStatus({ channel_id: channel, thread_ts: thread, status: 'active' }),
          );
        }
      };
      return {
        hasNote: () => false,
        async finish(first) {
          await end();
          if (streamer === undefined) return false;
          streams -= 1;
          const stream = streamer;
          const chunks = [taskUpdate(phrases, 'complete')];
          if (await quietly('answer in stream', () => stream.stop({ chunks, blocks: [...first.blocks] }))) return true;
          // The stream has died or refuses the blocks: it is ended without them, and the answer is posted.
          await quietly('end of stream', () => stream.stop({ chunks }));
          return false;
        },
        async cancel() {
          await end();
          const stream = streamer;
          if (stream !== undefined) {
            streams -= 1;
            await quietly('end of stream', () => stream.stop({ chunks: [taskUpdate(phrases, 'error')] }));
          } else if (hasStatus) {
            // A post takes the status away by itself; without one it would stand for two minutes.
            await quietly('end of status', () =>
              client.assistant.threads.setStatus({ channel_id: channel, thread_ts: thread, status: '' }),
            );
          }
        },
      };
    },
  };
}

const NOTHING: SignOfLife = {
  finish: async () => false,
  cancel: async () => undefined,
  hasNote: () => false,
};

function taskUpdate(phrases: Phrases, status: 'in_progress' | 'complete' | 'error') {
  return { type: 'task_update' as const, id: TASK, title: shorten(phrases.stillWorking, 200), status };
}
