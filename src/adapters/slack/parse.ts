import { z } from 'zod';
import type { Message } from '../../core/message.ts';
import { unescapeMrkdwn } from './escape.ts';
import type { MessageEvent, slashCommand } from './payloads.ts';

/** Where a reply goes, in the form that is kept while a message is under work. */
export const envelope = z.object({
  team: z.string(),
  channel: z.string(),
  user: z.string(),
  /** The thread that is answered in; absent for slash commands. */
  threadTs: z.string().optional(),
  /** `post`: for all who read there. `private`: for who asked only. */
  how: z.enum(['post', 'private']),
  isDirect: z.boolean(),
  /** The thread's earlier messages were wanted and could not be read. */
  isThreadUnread: z.boolean().optional(),
});
export type Envelope = z.output<typeof envelope>;

/** The desk in one workspace, as Slack names it. */
export interface Self {
  readonly userId: string | undefined;
  readonly botId: string | undefined;
}

/** What a message event is to the desk. */
export type ReadEvent =
  /** To be left alone: who wrote it, what it is, or nobody asked the desk. */
  | { readonly kind: 'ignored'; readonly why: 'bot' | 'not_a_question' | 'nobody' }
  /** The desk is asked. */
  | { readonly kind: 'asked'; readonly asked: Asked }
  /** Somebody wrote in a thread without naming the desk: it may be a follow-up. */
  | { readonly kind: 'overheard'; readonly asked: Asked };

export interface Asked {
  readonly message: Message;
  readonly envelope: Envelope;
  /** It stands in a thread that it did not begin. */
  readonly isInThread: boolean;
  /** Only the desk's name, no words. */
  readonly isBare: boolean;
}

/** What people write that is not a plain message but may be a question all the same. */
const ASKING_SUBTYPES = new Set(['file_share', 'thread_broadcast', 'me_message']);

/**
 * Reads an `app_mention` or `message` event. A mention that Slack also sends as a message gets the same id both times:
 * workspace, channel and the message's own time.
 */
export function readMessageEvent(
  event: MessageEvent,
  { team, self, receivedAt }: { team: string; self: Self; receivedAt: Date },
): ReadEvent {
  // Another bot is known by its id, not by a subtype: those who post with a token have none.
  if (event.bot_id !== undefined || event.app_id !== undefined || event.user === self.userId) {
    return { kind: 'ignored', why: 'bot' };
  }
  if (event.user === undefined) return { kind: 'ignored', why: 'nobody' };
  if (event.subtype !== undefined && !ASKING_SUBTYPES.has(event.subtype)) {
    return { kind: 'ignored', why: 'not_a_question' };
  }
  const isDirect = event.channel_type === 'im';
  const isMention = event.type === 'app_mention' || mentions(event.text, self.userId);
  const isInThread = event.thread_ts !== undefined && event.thread_ts !== event.ts;
  if (!isDirect && !isMention && !isInThread) return { kind: 'ignored', why: 'nobody' };
  const threadTs = event.thread_ts ?? event.ts;
  const text = readText(event.text, self.userId);
  const asked: Asked = {
    message: {
      // Unlike the conversation that it begins.
      id: `${team}:message:${event.channel}:${event.ts}`,
      platform: 'slack',
      conversation: `${team}:${event.channel}:${threadTs}`,
      text,
      receivedAt,
      person: `${team}:${event.user}`,
      place: `${team}:${event.channel}`,
      ...(isDirect && { isPrivate: true }),
    },
    envelope: { team, channel: event.channel, user: event.user, threadTs, how: 'post', isDirect },
    isInThread,
    isBare: text === '',
  };
  return { kind: isDirect || isMention ? 'asked' : 'overheard', asked };
}

/** Reads a slash command. A person's commands in one channel are one conversation. */
export function readSlashCommand(command: z.output<typeof slashCommand>, receivedAt: Date): Asked {
  const { team_id: team, channel_id: channel, user_id: user } = command;
  const text = readText(command.text, undefined);
  return {
    message: {
      id: `${team}:command:${command.trigger_id}`,
      platform: 'slack',
      conversation: `${team}:${channel}:${user}`,
      text: text === '' ? 'help' : text,
      receivedAt,
      person: `${team}:${user}`,
      place: `${team}:${channel}`,
      isPrivate: true,
    },
    envelope: {
      team,
      channel,
      user,
      how: 'private',
      isDirect: channel.startsWith('D'),
    },
    isInThread: false,
    isBare: text === '',
  };
}

/**
 * What a person wrote, as they saw it: without mentions of the desk, links by their words, Slack's escapes undone
 * (docs.slack.dev/messaging/formatting-message-text).
 */
export function readText(text: string, selfId: string | undefined): string {
  const words = text.replace(/<([^<>]*)>/g, (_whole, inside: string) => {
    const [target = '', label] = splitOnce(inside);
    if (target === `@${selfId}`) return ' ';
    if (target.startsWith('@') || target.startsWith('!')) return label === undefined ? ' ' : label;
    if (target.startsWith('#')) return `#${label ?? target.slice(1)}`;
    return label ?? target;
  });
  return unescapeMrkdwn(words)
    .replace(/[^\S\n]+/g, ' ')
    .trim()
    .replace(/^[,:;]\s*/, '');
}

function splitOnce(inside: string): [string, string | undefined] {
  const at = inside.indexOf('|');
  return at === -1 ? [inside, undefined] : [inside.slice(0, at), inside.slice(at + 1)];
}

function mentions(text: string, selfId: string | undefined): boolean {
  return selfId !== undefined && (text.includes(`<@${selfId}>`) || text.includes(`<@${selfId}|`));
}
