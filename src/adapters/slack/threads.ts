import { setTimeout as sleep } from 'node:timers/promises';
import type { webApi } from '@slack/bolt';
import { z } from 'zod';
import type { Logger } from '../../core/ports.ts';
import { readText } from './parse.ts';
import { type ThreadMessage, threadMessage } from './payloads.ts';
import { readFailure } from './slack-failure.ts';

/** Messages of a thread that are read: what `conversations.replies` gives at most to apps of limited access. */
const MESSAGES_READ = 15;
/** A thread that is not read by then is taken for unreadable: Slack waits three seconds for the acknowledgement. */
const READ_WAIT_MS = 1_500;
/** Threads remembered; the ones not used for longest go first. */
const THREADS_KEPT = 2_000;

/** Who wrote in a thread, as far as the desk knows. */
export interface ThreadKnowledge {
  /** The desk has answered there: its own transcript tells what a follow-up leans on. */
  readonly isAnswered: boolean;
  readonly people: ReadonlySet<string>;
}

export interface ThreadBook {
  find(conversation: string): ThreadKnowledge | undefined;
  /** The desk answers there, asked by `person`. */
  noteAnswer(conversation: string, person: string): void;
  notePerson(conversation: string, person: string): void;
}

/** Remembers threads in this process; after a restart they are read from Slack again where that is allowed. */
export function createThreadBook(): ThreadBook {
  const threads = new Map<string, { isAnswered: boolean; people: Set<string> }>();
  const touch = (conversation: string) => {
    const thread = threads.get(conversation) ?? { isAnswered: false, people: new Set<string>() };
    threads.delete(conversation);
    threads.set(conversation, thread);
    const oldest = threads.keys().next();
    if (threads.size > THREADS_KEPT && oldest.done !== true) threads.delete(oldest.value);
    return thread;
  };
  return {
    find: (conversation) => threads.get(conversation),
    noteAnswer(conversation, person) {
      const thread = touch(conversation);
      thread.isAnswered = true;
      thread.people.add(person);
    },
    notePerson(conversation, person) {
      touch(conversation).people.add(person);
    },
  };
}

const replies = z.object({ messages: z.array(threadMessage).default([]) });

/**
 * The first messages of a thread, or those from `oldest` on, oldest first. `undefined` when the scope is missing, too much
 * was asked for (some apps may ask once a minute) or Slack does not answer.
 */
export async function readThread(
  client: webApi.WebClient,
  { channel, threadTs, oldest, logger }: { channel: string; threadTs: string; oldest?: string; logger: Logger },
): Promise<ThreadMessage[] | undefined> {
  try {
    const reading = client.conversations.replies({
      channel,
      ts: threadTs,
      limit: MESSAGES_READ,
      ...(oldest !== undefined && { oldest, inclusive: true }),
    });
    const answer = await Promise.race([reading, sleep(READ_WAIT_MS, undefined, { ref: false })]);
    // Whatever comes of it later, nobody waits for it.
    reading.catch(() => undefined);
    const parsed = replies.safeParse(answer);
    return parsed.success ? parsed.data.messages : undefined;
  } catch (error) {
    const failure = readFailure(error);
    logger.info({ failure: 'code' in failure ? failure.code : failure.kind }, 'a thread could not be read');
    return undefined;
  }
}

/** What people wrote in a thread before a message, oldest first, as they saw it. */
export function earlierTexts(
  messages: readonly ThreadMessage[],
  { before, selfId }: { before: string; selfId: string | undefined },
): string[] {
  return messages
    .filter(({ ts, bot_id, app_id }) => Number(ts) < Number(before) && bot_id === undefined && app_id === undefined)
    .map(({ text }) => readText(text, selfId))
    .filter((text) => text !== '');
}

/** Whether a follow-up without a mention is meant for the desk: it answers there, and one person alone talks with it. */
export function isTalkWithDesk(
  messages: readonly ThreadMessage[],
  self: { readonly userId: string | undefined; readonly botId: string | undefined },
): { isAnswered: boolean; people: string[] } {
  const isOwn = ({ user, bot_id }: ThreadMessage) =>
    (self.userId !== undefined && user === self.userId) || (self.botId !== undefined && bot_id === self.botId);
  const people = messages.flatMap((message) => (isOwn(message) || message.user === undefined ? [] : [message.user]));
  return { isAnswered: messages.some(isOwn), people: [...new Set(people)] };
}
