import type { Answer } from '../core/answer.ts';
import { DeskError } from '../core/errors.ts';
import type { Message, Reply } from '../core/message.ts';
import type {
  AnswerStore,
  Clock,
  ConversationStore,
  ConversationTurn,
  Desk,
  KnowledgeStore,
  Logger,
} from '../core/ports.ts';
import { FORGOTTEN_TEXT, HELP_TEXT, parseCommand } from './commands.ts';
import { recallTurns } from './conversation.ts';

export interface DeskDeps {
  readonly store: Pick<KnowledgeStore, 'listDocuments' | 'findDocuments' | 'generation'>;
  readonly answers: AnswerStore;
  readonly entities: Pick<Desk, 'listEntities' | 'findEntity' | 'identifySpeakers'>;
  /** Remembers what follow-up questions lean on. */
  readonly conversations: ConversationStore;
  readonly ask: (question: string, turns: readonly ConversationTurn[]) => Promise<Answer>;
  readonly suggestQuestions: () => Promise<string[]>;
  /** Why the knowledge is not ready to be asked yet. */
  readonly notReadyReason: () => string | undefined;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** The desk as the adapters see it: a message in, one reply out. */
export function createDesk(deps: DeskDeps): Desk {
  const { store, answers, conversations, clock, logger } = deps;

  async function reply(message: Message): Promise<Reply> {
    const command = parseCommand(message.text);
    switch (command.kind) {
      case 'help':
        return { kind: 'help', text: HELP_TEXT, suggestions: await deps.suggestQuestions() };
      case 'sources':
        return { kind: 'sources', sources: await store.listDocuments() };
      case 'forget':
        await conversations.forget(conversationKey(message));
        return { kind: 'help', text: FORGOTTEN_TEXT, suggestions: [] };
      case 'ask':
        return answerQuestion(command.question, message);
    }
  }

  async function answerQuestion(question: string, message: Message): Promise<Reply> {
    const key = conversationKey(message);
    // A message that is a conversation by itself has nothing to lean on, and nothing will lean on it.
    const isLone = message.conversation === message.id;
    const turns = isLone ? [] : await recallTurns(key, clock.now(), { conversations, answers });
    const answer = await deps.ask(question, turns);
    const permalinkId = await answers.keepAnswer(answer, clock.now());
    if (!isLone) {
      const understood = answer.understoodAs ?? answer.question;
      await conversations.addQuestion(key, { question: understood, answerId: permalinkId, askedAt: clock.now() });
    }
    return { kind: 'answer', answer, permalinkId };
  }

  return {
    async handleMessage(message) {
      try {
        return await reply(message);
      } catch (error) {
        if (error instanceof DeskError) {
          logger.error(
            { code: error.code, error: error.message, messageId: message.id },
            'a message could not be answered',
          );
          return { kind: 'problem', problem: error.message, hint: error.hint };
        }
        logger.error({ error, messageId: message.id }, 'defect: a message could not be answered');
        return {
          kind: 'problem',
          problem: 'The desk failed on this question.',
          hint: 'Try again; if it fails again, look at the log.',
        };
      }
    },
    listSources: () => store.listDocuments(),
    findDocument: async (id) => (await store.findDocuments([id]))[0],
    findAnswer: (id) => answers.readAnswer(id),
    listEntities: (query) => deps.entities.listEntities(query),
    findEntity: (id, limit) => deps.entities.findEntity(id, limit),
    identifySpeakers: (document) => deps.entities.identifySpeakers(document),
    suggestQuestions: deps.suggestQuestions,
    notReadyReason: async () => {
      const reason = deps.notReadyReason();
      if (reason !== undefined) return reason;
      await store.generation();
      return undefined;
    },
  };
}

/** Conversations of different platforms never meet, whatever they are called. */
function conversationKey({ platform, conversation }: Message): string {
  return `${platform}:${conversation}`;
}
