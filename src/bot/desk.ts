import type { Answer, Summary } from '../core/answer.ts';
import { DeskError } from '../core/errors.ts';
import type { Command, Message, Reply } from '../core/message.ts';
import { DEFAULT_PLACE_SETTINGS, type PlaceSettings } from '../core/platform.ts';
import type {
  AnswerStore,
  Clock,
  ConversationStore,
  ConversationTurn,
  Desk,
  DocumentSummary,
  KnowledgeStore,
  Logger,
  PlaceSettingsStore,
  PrivacyStore,
} from '../core/ports.ts';
import { checkText } from './check-text.ts';
import { parseCommand } from './commands.ts';
import { recallTurns, turnOfText } from './conversation.ts';
import { conversationKey, personKey, placeKey } from './keys.ts';
import type { Phrases } from './phrases/phrases.ts';
import { phrasesIn } from './phrases/phrases-in.ts';
import { isOfSources } from './source-filter.ts';
import { findWhatTheySaid } from './who-said.ts';

export interface DeskDeps {
  readonly store: Pick<KnowledgeStore, 'listDocuments' | 'findDocuments' | 'generation'>;
  readonly answers: AnswerStore;
  readonly entities: Pick<Desk, 'listEntities' | 'findEntity' | 'identifySpeakers'>;
  /** Remembers what follow-up questions lean on. */
  readonly conversations: ConversationStore;
  readonly places: Pick<PlaceSettingsStore, 'readSettings'>;
  readonly privacy: Pick<PrivacyStore, 'forgetPerson'>;
  /** `sources` as in PlaceSettings. */
  readonly ask: (question: string, turns: readonly ConversationTurn[], sources: readonly string[]) => Promise<Answer>;
  /** Of the wanted documents: on the topics, or the newest. */
  readonly summarise: (request: {
    readonly topics: readonly string[];
    readonly isWanted: (document: DocumentSummary) => boolean;
    readonly title: string;
  }) => Promise<Summary>;
  readonly suggestQuestions: () => Promise<string[]>;
  /** Why the knowledge is not ready to be asked yet. */
  readonly notReadyReason: () => string | undefined;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** What a command is carried out by: the message with what holds where it was said. */
interface Asking {
  readonly message: Message;
  readonly settings: PlaceSettings;
  readonly phrases: Phrases;
}

/** The desk as the adapters see it: a message in, one reply out. */
export function createDesk(deps: DeskDeps): Desk {
  const { store, answers, conversations, clock, logger } = deps;

  async function reply(asking: Asking): Promise<Reply> {
    const { message, settings, phrases } = asking;
    const command = message.command ?? parseCommand(message.text);
    switch (command.kind) {
      case 'ask':
        return answerQuestion(command.question, asking);
      case 'who-said':
        return tellWhoSaid(command, asking);
      case 'summary':
        return summarise({
          topics: command.topic === undefined ? [] : [command.topic],
          isWanted: () => true,
          title: phrases.summaryOf(command.topic),
          asking,
        });
      case 'digest': {
        const date = command.date ?? clock.now().toISOString().slice(0, 10);
        return summarise({
          topics: settings.topics,
          isWanted: ({ published }) => published?.slice(0, 10) === date,
          title: phrases.digestOf(date),
          asking,
        });
      }
      case 'check': {
        if (command.text === '') return { kind: 'problem', ...phrases.missing.text };
        return { kind: 'check', ...(await checkText(command.text, (one) => deps.ask(one, [], settings.sources))) };
      }
      case 'sources': {
        const sources = (await store.listDocuments()).filter((one) => isOfSources(one, settings.sources));
        return { kind: 'sources', sources };
      }
      case 'settings':
        return placeKey(message) === undefined
          ? { kind: 'help', text: phrases.noSettings, suggestions: [] }
          : { kind: 'settings', settings };
      case 'forget':
        return { kind: 'help', text: await forget(asking), suggestions: [] };
      case 'help':
        return { kind: 'help', text: phrases.help, suggestions: await deps.suggestQuestions() };
    }
  }

  async function answerQuestion(question: string, { message, settings }: Asking): Promise<Reply> {
    const key = conversationKey(message);
    const person = personKey(message);
    // A message that is a conversation by itself has nothing to lean on, and nothing will lean on it.
    const isLone = message.conversation === message.id;
    const remembered = isLone ? [] : await recallTurns(key, clock.now(), { conversations, answers });
    const turns = remembered.length > 0 ? remembered : (message.earlier ?? []).map(turnOfText);
    const answer = await deps.ask(question, turns, settings.sources);
    const permalinkId = await answers.keepAnswer(answer, clock.now(), person);
    if (!isLone) {
      const understood = answer.understoodAs ?? answer.question;
      const turn = { question: understood, answerId: permalinkId, askedAt: clock.now() };
      await conversations.addQuestion(key, turn, person);
    }
    return { kind: 'answer', answer, permalinkId };
  }

  async function tellWhoSaid({ name, topic }: Extract<Command, { kind: 'who-said' }>, asking: Asking): Promise<Reply> {
    if (name === '') return { kind: 'problem', ...asking.phrases.missing.name };
    if (topic !== undefined) return answerQuestion(`What did ${name} say about ${topic}?`, asking);
    const { sources } = asking.settings;
    const said = await findWhatTheySaid(
      { name, sources },
      { entities: deps.entities, findDocuments: (ids) => store.findDocuments(ids) },
    );
    // Who is not known as a speaker may be named all the same: an answer tells which.
    return said ?? answerQuestion(`What did ${name} say?`, asking);
  }

  async function summarise(request: {
    readonly topics: readonly string[];
    readonly isWanted: (document: DocumentSummary) => boolean;
    readonly title: string;
    readonly asking: Asking;
  }): Promise<Reply> {
    const { topics, isWanted, title, asking } = request;
    const summary = await deps.summarise({
      topics,
      isWanted: (one) => isWanted(one) && isOfSources(one, asking.settings.sources),
      title,
    });
    const text = summary.citations.length === 0 ? asking.phrases.nothingToSum : summary.text;
    return { kind: 'summary', summary: { ...summary, text } };
  }

  /** All that is kept of a person, or of the conversation where nobody is known. */
  async function forget({ message, phrases }: Asking): Promise<string> {
    const person = personKey(message);
    if (person === undefined) {
      await conversations.forget(conversationKey(message));
      return phrases.forgotten.conversation;
    }
    await deps.privacy.forgetPerson(person);
    return phrases.forgotten.person;
  }

  return {
    async handleMessage(message) {
      let phrases = phrasesIn(DEFAULT_PLACE_SETTINGS.language);
      try {
        const place = placeKey(message);
        const settings = place === undefined ? DEFAULT_PLACE_SETTINGS : await deps.places.readSettings(place);
        phrases = phrasesIn(settings.language);
        return await reply({ message, settings, phrases });
      } catch (error) {
        if (error instanceof DeskError) {
          logger.error(
            { code: error.code, error: error.message, messageId: message.id },
            'a message could not be answered',
          );
          return { kind: 'problem', problem: error.message, hint: error.hint };
        }
        logger.error({ error, messageId: message.id }, 'defect: a message could not be answered');
        return { kind: 'problem', ...phrases.failed };
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
