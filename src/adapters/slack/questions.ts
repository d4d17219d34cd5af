import type { z } from 'zod';
import type { Message } from '../../core/message.ts';
import type { Clock, Logger, PlatformServices, Poster } from '../../core/ports.ts';
import type { Asked, Envelope } from './parse.ts';
import { readMessageEvent, readSlashCommand } from './parse.ts';
import type { MessageEvent, slashCommand } from './payloads.ts';
import { phrasesIn } from './phrases.ts';
import type { UnderWork } from './poster.ts';
import type { SignsOfLife } from './signs-of-life.ts';
import { earlierTexts, isTalkWithDesk, readThread, type ThreadBook } from './threads.ts';
import type { Workspace, Workspaces } from './workspaces.ts';

export interface QuestionDeps {
  readonly services: PlatformServices;
  readonly workspaces: Workspaces;
  readonly poster: Poster;
  readonly signs: SignsOfLife;
  readonly underWork: UnderWork;
  readonly threads: ThreadBook;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** What came of an event: `refused` is one that could not be claimed and is to be sent again. */
export type Taken = 'taken' | 'refused';

/** How questions reach the desk, whatever they came by. */
export interface Questions {
  /** An `app_mention` or `message` event. `claimed` is called as soon as Slack may be told that it was received. */
  hear(event: MessageEvent, from: { team: string; enterprise?: string }, claimed: () => void): Promise<Taken>;
  command(command: z.output<typeof slashCommand>, claimed: () => void): Promise<Taken>;
  /** A question from a button or a shortcut. */
  ask(
    asked: Pick<Asked, 'message' | 'envelope'>,
    options?: { responseUrl?: string; claimed?: () => void },
  ): Promise<Taken>;
  /** Stops what is under work in a thread: its reply says so. */
  stop(conversation: string): void;
}

export function createQuestions(deps: QuestionDeps): Questions {
  const { services, workspaces, poster, signs, underWork, threads, clock, logger } = deps;
  /** Messages under work, by conversation. */
  const running = new Map<string, Set<string>>();

  async function ask(
    { message, envelope }: Pick<Asked, 'message' | 'envelope'>,
    { responseUrl, claimed = () => undefined }: { responseUrl?: string; claimed?: () => void } = {},
  ): Promise<Taken> {
    const { client } = await workspaces.find(envelope.team);
    const settings = await services.readSettings('slack', message.place ?? '');
    let isClaimed = false;
    let isOurs = false;
    const whenClaimed = () => {
      isClaimed = true;
      // The same message may be on its way by another event: its first delivery shows the sign.
      if (!underWork.signs.has(message.id)) {
        isOurs = true;
        const sign = signs.begin(client, envelope, { phrases: phrasesIn(settings.language), responseUrl });
        underWork.signs.set(message.id, sign);
        if (responseUrl !== undefined) underWork.responseUrls.set(message.id, responseUrl);
        noteRunning(message, true);
      }
      claimed();
    };
    const outcome = await services.handleOnce({ message, envelope: JSON.stringify(envelope) }, poster, whenClaimed);
    if (isOurs) {
      if (outcome !== 'posted') await underWork.signs.get(message.id)?.cancel();
      underWork.signs.delete(message.id);
      underWork.responseUrls.delete(message.id);
      underWork.stopped.delete(message.id);
      noteRunning(message, false);
    }
    return isClaimed ? 'taken' : 'refused';
  }

  function noteRunning({ conversation, id }: Message, isRunning: boolean): void {
    const ids = running.get(conversation) ?? new Set<string>();
    if (isRunning) ids.add(id);
    else ids.delete(id);
    if (ids.size > 0) running.set(conversation, ids);
    else running.delete(conversation);
  }

  /** A question with what its thread tells: asked in somebody else's thread, it may lean on what was said there. */
  async function withThread(asked: Asked, workspace: Workspace): Promise<Asked> {
    const { message, envelope } = asked;
    const { channel, threadTs } = envelope;
    const isOwnThread = threads.find(message.conversation)?.isAnswered === true;
    if (!asked.isInThread || threadTs === undefined || (isOwnThread && !asked.isBare)) return asked;
    const thread = await readThread(workspace.client, { channel, threadTs, logger });
    if (thread === undefined) return { ...asked, envelope: { ...envelope, isThreadUnread: true } };
    const { isAnswered, people } = isTalkWithDesk(thread, workspace.self);
    if (isAnswered) for (const person of people) threads.noteAnswer(message.conversation, person);
    const before = message.id.split(':').at(-1) ?? '';
    const earlier = earlierTexts(thread, { before, selfId: workspace.self.userId });
    return { ...asked, message: { ...message, earlier } };
  }

  /** Only the desk's name: it is asked what the sources tell about the thread's subject. */
  function aboutThread(asked: Asked): Asked {
    const { message } = asked;
    const earlier = message.earlier ?? [];
    const question = earlier.findLast((text) => /[?？]\s*$/.test(text));
    if (question !== undefined) return { ...asked, message: { ...message, text: question } };
    const subject = earlier.at(0);
    if (subject !== undefined) return { ...asked, message: { ...message, command: { kind: 'check', text: subject } } };
    return { ...asked, message: { ...message, command: { kind: 'help' } } };
  }

  async function isFollowUp(asked: Asked, workspace: Workspace): Promise<boolean> {
    const { message, envelope } = asked;
    const known = threads.find(message.conversation);
    if (known !== undefined) threads.notePerson(message.conversation, envelope.user);
    const settings = await services.readSettings('slack', message.place ?? '');
    if (!settings.followUpWithoutMention || envelope.threadTs === undefined) return false;
    if (known !== undefined) return known.isAnswered && isAlone(known.people, envelope.user);
    const { channel, threadTs } = envelope;
    const thread = await readThread(workspace.client, { channel, threadTs, logger });
    // Where the thread cannot be read, nobody knows whether the desk is meant: it keeps quiet.
    if (thread === undefined) return false;
    const { isAnswered, people } = isTalkWithDesk(thread, workspace.self);
    for (const person of people) {
      if (isAnswered) threads.noteAnswer(message.conversation, person);
      else threads.notePerson(message.conversation, person);
    }
    return isAnswered && isAlone(new Set(people), envelope.user);
  }

  return {
    ask,

    async hear(event, { team, enterprise }, claimed) {
      const workspace = await workspaces.find(team, enterprise);
      const read = readMessageEvent(event, { team, self: workspace.self, receivedAt: clock.now() });
      if (read.kind === 'ignored') return 'taken';
      if (read.kind === 'overheard' && !(await isFollowUp(read.asked, workspace))) return 'taken';
      const inThread = await withThread(read.asked, workspace);
      const asked = inThread.isBare ? aboutThread(inThread) : inThread;
      const { answers } = await services.readSettings('slack', asked.message.place ?? '');
      const isPrivate = answers === 'private' && !asked.envelope.isDirect;
      return ask(isPrivate ? makePrivate(asked) : asked, { claimed });
    },

    command(command, claimed) {
      const asked = readSlashCommand(command, clock.now());
      return ask(asked, { responseUrl: command.response_url, claimed });
    },

    stop(conversation) {
      for (const id of running.get(conversation) ?? []) underWork.stopped.add(id);
    },
  };
}

function isAlone(people: ReadonlySet<string>, person: string): boolean {
  return [...people].every((one) => one === person);
}

function makePrivate(asked: Asked): { message: Message; envelope: Envelope } {
  return {
    message: { ...asked.message, isPrivate: true },
    envelope: { ...asked.envelope, how: 'private' },
  };
}
