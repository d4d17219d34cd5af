import { DeskError } from '../../core/errors.ts';
import type { Clock, Delivery, Logger, Poster } from '../../core/ports.ts';
import type { SlackMessage } from './compose-messages.ts';
import { type Envelope, envelope } from './parse.ts';
import { phrasesIn } from './phrases.ts';
import { type MessagePoster, markerOf, markMessage } from './post-messages.ts';
import { renderReply } from './render-reply.ts';
import type { SignOfLife } from './signs-of-life.ts';
import { readThread, type ThreadBook } from './threads.ts';
import type { Workspaces } from './workspaces.ts';

/** What this process has under work, by the message's id. */
export interface UnderWork {
  readonly signs: Map<string, SignOfLife>;
  /** Messages whose work a person stopped. */
  readonly stopped: Set<string>;
  /** Where a slash command or a button is answered. A secret of 30 minutes: never written down. */
  readonly responseUrls: Map<string, string>;
}

/** Sends the desk's replies to Slack. */
export function createSlackPoster(deps: {
  readonly workspaces: Workspaces;
  readonly messages: MessagePoster;
  readonly underWork: UnderWork;
  readonly threads: ThreadBook;
  readonly clock: Clock;
  readonly logger: Logger;
}): Poster {
  const { workspaces, messages, underWork, threads, clock, logger } = deps;

  function render({ reply, settings, message }: Delivery, target: Envelope): [SlackMessage, ...SlackMessage[]] {
    const phrases = phrasesIn(settings.language);
    const isStopped = underWork.stopped.delete(message.id);
    return renderReply(isStopped ? { kind: 'problem', problem: phrases.stopped, hint: '' } : reply, {
      phrases,
      now: clock.now(),
      isPrivate: target.how !== 'post' && !target.isDirect,
      remarks: target.isThreadUnread === true ? [phrases.threadUnread] : [],
    });
  }

  async function postInThread(delivery: Delivery, target: Envelope, parts: [SlackMessage, ...SlackMessage[]]) {
    const { message, settings } = delivery;
    const { client } = await workspaces.find(target.team);
    const [first, ...rest] = parts;
    const marker = markerOf(message.id);
    const sign = underWork.signs.get(message.id);
    if ((await sign?.finish(markMessage(first, marker))) === true) {
      await messages.postAll(client, target, rest, marker);
    } else if (!(await messages.postAll(client, target, parts, marker))) {
      const phrases = phrasesIn(settings.language);
      const [busy] = renderReply(
        { kind: 'problem', problem: phrases.busy, hint: phrases.busyHint },
        { phrases, now: clock.now(), isPrivate: true },
      );
      logger.warn({ channel: target.channel }, 'too many posts wait for a channel: the person was told');
      await client.chat.postEphemeral({
        channel: target.channel,
        user: target.user,
        thread_ts: target.threadTs,
        text: busy.text,
        blocks: [...busy.blocks],
      });
      return;
    }
    threads.noteAnswer(message.conversation, target.user);
  }

  return {
    platform: 'slack',

    async post(delivery) {
      const target = readEnvelope(delivery.envelope);
      const parts = render(delivery, target);
      const sign = underWork.signs.get(delivery.message.id);
      switch (target.how) {
        case 'post':
          await postInThread(delivery, target, parts);
          return;
        case 'private': {
          await sign?.cancel();
          const url = underWork.responseUrls.get(delivery.message.id);
          if (url !== undefined) {
            await messages.respond(url, parts, { replacesOriginal: sign?.hasNote() ?? false });
            return;
          }
          const { client } = await workspaces.find(target.team);
          await messages.postPrivately(client, target, parts);
        }
      }
    },

    async wasPosted(request) {
      const target = readEnvelope(request.envelope);
      const { channel, threadTs } = target;
      if (target.how !== 'post' || threadTs === undefined) return undefined;
      const { client } = await workspaces.find(target.team);
      // The reply stands behind the question; the id ends with the question's own time.
      const oldest = request.message.id.split(':').at(-1);
      const thread = await readThread(client, { channel, threadTs, oldest, logger });
      if (thread === undefined) return undefined;
      const marker = markerOf(request.message.id);
      return thread.some(({ blocks = [] }) => blocks.some(({ block_id }) => block_id === marker));
    },
  };
}

function readEnvelope(json: string): Envelope {
  const parsed = envelope.safeParse(JSON.parse(json));
  if (parsed.success) return parsed.data;
  throw new DeskError({
    code: 'defect',
    message: `What was kept of a Slack message has no shape that is known: ${parsed.error.issues[0]?.path.join('.') ?? ''}.`,
    hint: 'It was written by another version of the desk; it can be left to expire.',
  });
}
