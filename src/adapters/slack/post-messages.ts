import type { webApi } from '@slack/bolt';
import { DeskError } from '../../core/errors.ts';
import type { Logger } from '../../core/ports.ts';
import type { SlackMessage } from './compose-messages.ts';
import { SLACK_LIMITS } from './limits.ts';
import type { Envelope } from './parse.ts';
import type { PostQueue } from './post-queue.ts';
import type { Block } from './rich-text.ts';
import { readFailure } from './slack-failure.ts';

/** A response URL answers in some hundred milliseconds. */
const RESPOND_TIMEOUT_MS = 10_000;

/** How posts leave the desk. All of them keep what a source says from acting: no link is unfurled, no name looked up. */
export interface MessagePoster {
  /**
   * Posts into a thread, in order, as the channel's rate allows.
   * @throws when Slack did not take one of them. `false`: too many wait in the channel, nothing was sent.
   */
  postAll(
    client: webApi.WebClient,
    target: Envelope,
    messages: readonly SlackMessage[],
    marker: string,
  ): Promise<boolean>;
  /** Shows the messages to who asked only. */
  postPrivately(client: webApi.WebClient, target: Envelope, messages: readonly SlackMessage[]): Promise<void>;
  /** Answers a slash command or a button by its response URL. */
  respond(
    url: string,
    messages: readonly SlackMessage[],
    options?: { readonly replacesOriginal?: boolean; readonly isPublic?: boolean },
  ): Promise<void>;
}

const QUIET = { unfurl_links: false, unfurl_media: false, mrkdwn: false } as const;

export function createMessagePoster(deps: {
  readonly queue: PostQueue;
  readonly fetch: typeof fetch;
  readonly logger: Logger;
}): MessagePoster {
  const { queue, logger } = deps;

  /** With its blocks, and where Slack refuses them as text: an answer never disappears for its form. */
  async function withFallback(
    message: SlackMessage,
    send: (content: { text: string; blocks?: Block[] }) => Promise<unknown>,
  ): Promise<void> {
    try {
      await send({ text: message.text, blocks: [...message.blocks] });
    } catch (error) {
      const failure = readFailure(error);
      if (failure.kind !== 'blocks_refused') throw error;
      logger.warn({ code: failure.code, blocks: message.blocks.length }, 'Slack refused the blocks: sent as text');
      await send({ text: message.text });
    }
  }

  return {
    async postAll(client, target, messages, marker) {
      for (const [at, message] of messages.entries()) {
        const { channel, threadTs } = target;
        const marked = at === 0 ? markMessage(message, marker) : message;
        const posted = queue.add(channel, () =>
          withFallback(marked, (content) =>
            client.chat.postMessage({ channel, thread_ts: threadTs, ...content, ...QUIET, parse: 'none' }),
          ),
        );
        if (posted === undefined) {
          if (at === 0) return false;
          throw new DeskError({
            code: 'busy',
            message: `Part ${at + 1} of ${messages.length} of a reply found no place in the queue of its channel.`,
            hint: 'Ask for less at a time in this channel.',
          });
        }
        await posted;
      }
      return true;
    },

    async postPrivately(client, target, messages) {
      const { channel, user, threadTs } = target;
      for (const message of messages) {
        const posted = queue.add(channel, () =>
          withFallback(message, ({ text, blocks }) =>
            client.chat.postEphemeral({ channel, user, thread_ts: threadTs, text, blocks, parse: 'none' }),
          ),
        );
        // Who is told only that too many wait must not wait for it.
        await (posted ?? client.chat.postEphemeral({ channel, user, thread_ts: threadTs, text: message.text }));
      }
    },

    async respond(url, messages, { replacesOriginal = false, isPublic = false } = {}) {
      for (const [at, message] of messages.slice(0, SLACK_LIMITS.responsesPerUrl).entries()) {
        const send = async (content: { text: string; blocks?: Block[] }) => {
          const response = await deps.fetch(url, {
            method: 'POST',
            redirect: 'error',
            headers: { 'Content-Type': 'application/json; charset=utf-8' },
            body: JSON.stringify({
              ...content,
              ...QUIET,
              response_type: isPublic ? 'in_channel' : 'ephemeral',
              replace_original: replacesOriginal && at === 0,
            }),
            signal: AbortSignal.timeout(RESPOND_TIMEOUT_MS),
          });
          return { isTaken: response.ok, said: await response.text(), status: response.status };
        };
        let sent = await send({ text: message.text, blocks: [...message.blocks] });
        if (!sent.isTaken && /block|too_long/.test(sent.said)) {
          logger.warn({ status: sent.status }, 'Slack refused the blocks of a response: sent as text');
          sent = await send({ text: message.text });
        }
        if (!sent.isTaken) {
          throw new DeskError({
            code: 'busy',
            message: `A response URL of Slack answered ${sent.status}.`,
            hint: 'It is good for 30 minutes and five answers: ask again.',
          });
        }
      }
    },
  };
}

/** How a posted reply is known again after a crash: the id of its first block. */
export function markerOf(messageId: string): string {
  return `desk:${messageId}`.slice(0, SLACK_LIMITS.blockId);
}

export function markMessage(message: SlackMessage, marker: string): SlackMessage {
  const [first, ...rest] = message.blocks;
  return first === undefined ? message : { ...message, blocks: [{ ...first, block_id: marker }, ...rest] };
}
