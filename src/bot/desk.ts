import type { Answer } from '../core/answer.ts';
import { DeskError } from '../core/errors.ts';
import type { Message, Reply } from '../core/message.ts';
import type { AnswerStore, Clock, Desk, KnowledgeStore, Logger } from '../core/ports.ts';
import { HELP_TEXT, parseCommand } from './commands.ts';

export interface DeskDeps {
  readonly store: Pick<KnowledgeStore, 'listDocuments' | 'findDocuments' | 'generation'>;
  readonly answers: AnswerStore;
  readonly ask: (question: string) => Promise<Answer>;
  readonly suggestQuestions: () => Promise<string[]>;
  /** Why the knowledge is not ready to be asked yet. */
  readonly notReadyReason: () => string | undefined;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** The desk as the adapters see it: a message in, one reply out. */
export function createDesk(deps: DeskDeps): Desk {
  const { store, answers, clock, logger } = deps;

  async function reply(message: Message): Promise<Reply> {
    const command = parseCommand(message.text);
    switch (command.kind) {
      case 'help':
        return { kind: 'help', text: HELP_TEXT, suggestions: await deps.suggestQuestions() };
      case 'sources':
        return { kind: 'sources', sources: await store.listDocuments() };
      case 'ask': {
        const answer = await deps.ask(command.question);
        return { kind: 'answer', answer, permalinkId: await answers.keepAnswer(answer, clock.now()) };
      }
    }
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
    suggestQuestions: deps.suggestQuestions,
    notReadyReason: async () => {
      const reason = deps.notReadyReason();
      if (reason !== undefined) return reason;
      await store.generation();
      return undefined;
    },
  };
}
