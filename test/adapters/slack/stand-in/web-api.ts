import { checkMessageBlocks, checkView } from './check-blocks.ts';

/** The arguments of a call, as the package sends them: strings, with JSON in them where a list or object is meant. */
export type Arguments = Readonly<Record<string, string>>;
export type Answer = Record<string, unknown> & { readonly ok: boolean };

export interface Post {
  readonly method: string;
  readonly channel: string;
  readonly threadTs: string | undefined;
  readonly ts: string;
  readonly text: string;
  readonly blocks: readonly Record<string, unknown>[];
  /** Of an ephemeral message. */
  readonly user?: string;
}

interface Stream {
  readonly channel: string;
  readonly threadTs: string;
  isOpen: boolean;
  length: number;
}

/** What Slack would know of one workspace, and what it would refuse. */
export function createWebApi(world: {
  readonly tokens: ReadonlyMap<string, 'good' | 'revoked'>;
  readonly channels: ReadonlySet<string>;
  /** Threads that exist before the desk writes: messages by thread. */
  readonly threads: ReadonlyMap<string, readonly Record<string, unknown>[]>;
  readonly admins: ReadonlySet<string>;
  readonly missingScopes: ReadonlySet<string>;
  /** Errors to give once for a method, first in first out. */
  readonly failures: Map<string, string[]>;
  readonly triggers: ReadonlySet<string>;
}) {
  const posts: Post[] = [];
  const streams = new Map<string, Stream>();
  const statuses: Arguments[] = [];
  const prompts: Arguments[] = [];
  const sessions: Arguments[] = [];
  const views: { readonly method: string; readonly view: Record<string, unknown>; readonly trigger?: string }[] = [];
  const refused: string[] = [];
  let counter = 0;
  const nextTs = () => {
    counter += 1;
    return `1790000000.${String(counter).padStart(6, '0')}`;
  };

  function call(method: string, token: string | undefined, given: Arguments): Answer {
    const standing = world.tokens.get(token ?? '');
    if (standing === undefined) return refuse(method, token === undefined ? 'not_authed' : 'invalid_auth');
    if (standing === 'revoked') return refuse(method, 'token_revoked');
    const failure = world.failures.get(method)?.shift();
    if (failure !== undefined) return refuse(method, failure);
    return answer(method, given);
  }

  function answer(method: string, given: Arguments): Answer {
    switch (method) {
      case 'auth.test':
        return { ok: true, user_id: 'UDESK', bot_id: 'BDESK', team_id: 'T1', team: 'Policy', user: 'desk' };
      case 'chat.postMessage':
        return post(method, given);
      case 'chat.postEphemeral':
        return given.user === undefined ? refuse(method, 'user_not_in_channel') : post(method, given);
      case 'chat.startStream':
        return startStream(given);
      case 'chat.appendStream':
        return appendStream(given);
      case 'chat.stopStream':
        return stopStream(given);
      case 'assistant.threads.setStatus':
        if (!isTs(given.thread_ts) || given.channel_id === undefined || given.status === undefined)
          return refuse(method, 'invalid_arguments');
        statuses.push(given);
        return { ok: true };
      case 'assistant.threads.setSuggestedPrompts': {
        const list = readJson(given.prompts);
        if (!Array.isArray(list) || list.length === 0 || list.length > 4) return refuse(method, 'too_many_prompts');
        prompts.push(given);
        return { ok: true };
      }
      case 'agents.sessions.setStatus':
        if (!['active', 'processing', 'suspended', 'closed'].includes(given.status ?? ''))
          return refuse(method, 'invalid_arguments');
        sessions.push(given);
        return { ok: true };
      case 'conversations.replies':
        return replies(given);
      case 'users.info':
        if (world.missingScopes.has('users:read')) return refuse(method, 'missing_scope');
        return { ok: true, user: { id: given.user, is_admin: world.admins.has(given.user ?? '') } };
      case 'views.open':
      case 'views.publish':
        return showView(method, given);
      default:
        return refuse(method, 'unknown_method');
    }
  }

  function refuse(method: string, error: string): Answer {
    refused.push(`${method}: ${error}`);
    return { ok: false, error };
  }

  function post(method: string, given: Arguments): Answer {
    const { channel = '', text = '', thread_ts: threadTs, user } = given;
    if (!world.channels.has(channel) && !/^[UD]/.test(channel)) return refuse(method, 'channel_not_found');
    if (threadTs !== undefined && !isTs(threadTs)) return refuse(method, 'invalid_thread_ts');
    const blocks = given.blocks === undefined ? [] : readJson(given.blocks);
    if (text === '' && given.blocks === undefined) return refuse(method, 'no_text');
    if (text.length > 40_000) return refuse(method, 'msg_too_long');
    if (given.blocks !== undefined) {
      const problems = checkMessageBlocks(blocks);
      if (problems.length > 0) {
        refused.push(...problems);
        return refuse(
          method,
          problems.some((one) => one.startsWith('text:')) ? 'msg_blocks_too_long' : 'invalid_blocks',
        );
      }
      // Slack shows `text` in notifications and reads it aloud: without it a message is silent.
      if (text === '') refused.push(`${method}: blocks without text`);
    }
    const ts = nextTs();
    posts.push({
      method,
      channel,
      threadTs,
      ts,
      text,
      blocks: readBlocks(blocks),
      ...(user !== undefined && { user }),
    });
    return { ok: true, channel, ts, message_ts: ts };
  }

  function startStream(given: Arguments): Answer {
    const { channel = '', thread_ts: threadTs, recipient_user_id: user, recipient_team_id: team } = given;
    if (!world.channels.has(channel) && !channel.startsWith('D'))
      return refuse('chat.startStream', 'channel_not_found');
    if (threadTs === undefined || !isTs(threadTs)) return refuse('chat.startStream', 'invalid_thread_ts');
    if (channel.startsWith('C') && user === undefined) return refuse('chat.startStream', 'missing_recipient_user_id');
    if (channel.startsWith('C') && team === undefined) return refuse('chat.startStream', 'missing_recipient_team_id');
    const ts = nextTs();
    streams.set(ts, { channel, threadTs, isOpen: true, length: chunkLength(given) });
    return { ok: true, channel, ts };
  }

  function appendStream(given: Arguments): Answer {
    const stream = streams.get(given.ts ?? '');
    if (stream === undefined || !stream.isOpen) return refuse('chat.appendStream', 'message_not_in_streaming_state');
    stream.length += chunkLength(given);
    return stream.length > 12_000 ? refuse('chat.appendStream', 'msg_too_long') : { ok: true, ts: given.ts };
  }

  function stopStream(given: Arguments): Answer {
    const { ts = '', channel = '' } = given;
    const stream = streams.get(ts);
    if (stream === undefined || !stream.isOpen) return refuse('chat.stopStream', 'message_not_in_streaming_state');
    if (stream.channel !== channel) return refuse('chat.stopStream', 'channel_not_found');
    const blocks = given.blocks === undefined ? [] : readJson(given.blocks);
    const problems = checkMessageBlocks(blocks);
    if (problems.length > 0) {
      refused.push(...problems);
      return refuse('chat.stopStream', 'invalid_blocks');
    }
    stream.isOpen = false;
    const { threadTs } = stream;
    posts.push({ method: 'chat.stopStream', channel, threadTs, ts, text: '', blocks: readBlocks(blocks) });
    return { ok: true, channel, ts };
  }

  function replies({ channel = '', ts = '', limit = '1000', oldest }: Arguments): Answer {
    const scope = channel.startsWith('G') ? 'groups:history' : 'channels:history';
    if (world.missingScopes.has(scope)) return refuse('conversations.replies', 'missing_scope');
    const own = posts
      .filter((one) => one.channel === channel && one.threadTs === ts && one.user === undefined)
      .map(({ ts: at, text, blocks }) => ({ ts: at, user: 'UDESK', bot_id: 'BDESK', text, blocks }));
    const all = [...(world.threads.get(ts) ?? []), ...own].filter(
      (message) => oldest === undefined || Number(message.ts) >= Number(oldest),
    );
    return { ok: true, messages: all.slice(0, Number(limit)) };
  }

  function showView(method: string, given: Arguments): Answer {
    const view = readJson(given.view);
    const problems = checkView(view);
    if (problems.length > 0) {
      refused.push(...problems);
      return refuse(method, 'invalid_arguments');
    }
    if (method === 'views.open' && !world.triggers.has(given.trigger_id ?? ''))
      return refuse(method, 'invalid_trigger_id');
    views.push({ method, view: readRecord(view), trigger: given.trigger_id });
    return { ok: true };
  }

  return { call, posts, streams, statuses, prompts, sessions, views, refused };
}

function isTs(ts: string | undefined): boolean {
  return ts !== undefined && /^\d{10}\.\d{6}$/.test(ts);
}

function readJson(text: string | undefined): unknown {
  return text === undefined ? undefined : (JSON.parse(text) as unknown);
}

function readRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function readBlocks(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.map(readRecord) : [];
}

function chunkLength(given: Arguments): number {
  const chunks = readJson(given.chunks);
  return Array.isArray(chunks)
    ? chunks.reduce((sum: number, chunk) => sum + String(readRecord(chunk).text ?? '').length, 0)
    : 0;
}
