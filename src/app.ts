import { join } from 'node:path';
import { createAnswerer } from './answering/answer-question.ts';
import { createSpeakerCasting } from './answering/cast-speakers.ts';
import { createSuggester } from './answering/suggest-questions.ts';
import { composeSummary, summariseDocuments } from './answering/summarise.ts';
import { createDesk } from './bot/desk.ts';
import { createPlatformServices } from './bot/platform-services.ts';
import type { Answer, Summary } from './core/answer.ts';
import { DeskError } from './core/errors.ts';
import type {
  Clock,
  ConversationTurn,
  Desk,
  DocumentHit,
  DocumentSummary,
  Embedder,
  FeedbackStore,
  InstallationStore,
  KnowledgeStore,
  Logger,
  PlatformServices,
  SourceFile,
  SourceProblem,
  StoredDocument,
  VectorIndex,
  WordKnowledge,
} from './core/ports.ts';
import { createEntityDirectory } from './entities/entity-directory.ts';
import { type IndexProgress, type IndexReport, indexFiles } from './ingest/index-knowledge.ts';
import { type Withdrawal, withdrawDocuments } from './ingest/withdraw-documents.ts';
import { createEmbedder } from './models/create-embedder.ts';
import { createWordNetRelations } from './models/word-net-relations.ts';
import { createWordVectorEmbedder } from './models/word-vector-embedder.ts';
import { createProcessName, isProcessGone } from './process-name.ts';
import { createHybridRetriever, type HybridRetriever } from './retrieval/hybrid-retriever.ts';
import { createSourceAnswerers } from './source-answerers.ts';
import { listKnowledgeFiles } from './sources/knowledge-folder.ts';
import { openNamedFiles } from './sources/named-files.ts';
import { ALIAS_FILE, createAliasReader } from './sources/read-alias-file.ts';
import { openStore } from './store/open-store.ts';
import { createTurns } from './take-turns.ts';
import { openTerms } from './terms.ts';
import { waitAtMost } from './wait-at-most.ts';

export interface DeskOptions {
  readonly dataDir: string;
  /** Absent: there is no folder, documents come through `addFiles` only. */
  readonly knowledgeDir: string | undefined;
  readonly logger: Logger;
  readonly clock?: Clock;
  /** As the setting EMBEDDER; what it needs is read from `environment`. */
  readonly embedder?: string;
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** As the setting CHAT_MODEL; unset: no chat model. */
  readonly chatModel?: string;
  /** How long the questions of a conversation are remembered; a day unless set. */
  readonly conversationLifetimeMs?: number;
  /** How long a person on a chat platform waits for an answer; `ANSWER_DEADLINE_MS` unless set. */
  readonly answerDeadlineMs?: number;
  /** 32 bytes each, the one in use first; none: no installation of a workspace can be kept. */
  readonly encryptionKeys?: readonly Uint8Array[];
  /** Off only for measuring: documents are then not read into statements. */
  readonly statements?: boolean;
  readonly onProgress?: (progress: IndexProgress) => void;
}

/** The desk with all its parts picked: what the command line, the server and the measurements use. */
export interface OpenDesk {
  readonly desk: Desk;
  readonly store: KnowledgeStore;
  readonly vectors: VectorIndex;
  readonly embedder: Embedder | undefined;
  readonly retriever: HybridRetriever;
  /** What chat platforms need besides `desk`. */
  readonly services: PlatformServices;
  readonly installations: InstallationStore;
  readonly feedback: FeedbackStore;
  /** `turns` are the earlier questions of the conversation, oldest first. */
  ask(question: string, turns?: readonly ConversationTurn[]): Promise<Answer>;
  /** Brings the store in line with the knowledge folder. */
  refresh(): Promise<IndexReport>;
  addFiles(paths: readonly string[]): Promise<IndexReport>;
  /** For sources that are not files, such as an evaluation's documents. */
  addSources(files: readonly SourceFile[]): Promise<IndexReport>;
  removeDocuments(ids: readonly string[]): Promise<Withdrawal>;
  /** Makes searching faster where much was added: worth the wait after indexing, not before a question. */
  settle(): Promise<void>;
  search(query: string, limit: number): Promise<{ document: StoredDocument; passage: number; score: number }[]>;
  /** Document ids only, without reading their texts. */
  rankDocuments(query: string, limit: number): Promise<DocumentHit[]>;
  /** Of the wanted documents: on the topics, or the newest where there are none. */
  summarise(request: {
    readonly topics: readonly string[];
    readonly isWanted: (document: DocumentSummary) => boolean;
    readonly most: number;
    readonly title: string;
  }): Promise<Summary>;
  close(): Promise<void>;
}

/** Documents that one summary or digest is made from: the newest. */
export const SUMMED_DOCUMENTS = 6;
/** As the setting ANSWER_DEADLINE_SECONDS, where it is not given. */
const ANSWER_DEADLINE_MS = 30_000;

export const systemClock: Clock = { now: () => new Date(), monotonicMs: () => performance.now() };

/**
 * Opens the desk on a data folder. Nothing is indexed yet: see `refresh`.
 * @throws DeskError when the data folder or the embedder cannot be used.
 */
export async function openDesk(options: DeskOptions): Promise<OpenDesk> {
  const { logger, clock = systemClock, environment = {} } = options;
  const embedder = await createEmbedder(options.embedder, environment);
  const chooser =
    options.chatModel === undefined
      ? undefined
      : await (await import('./models/chat-model-chooser.ts')).createChatModelChooser(
          options.chatModel,
          environment,
          logger,
        );
  const processName = createProcessName();
  const {
    knowledge: store,
    keywords,
    vectors,
    answers,
    conversations,
    speakers,
    events,
    places,
    feedback,
    installations,
    privacy,
    settle,
    close,
  } = await openStore({
    dataDir: options.dataDir,
    logger,
    owner: processName,
    conversationLifetimeMs: options.conversationLifetimeMs,
    encryptionKeys: options.encryptionKeys,
  });
  const words: WordKnowledge = createWordVectorEmbedder();
  const retriever = createHybridRetriever({ store, keywords, vectors, embedder });
  const readAliases = createAliasReader(
    options.knowledgeDir === undefined ? undefined : join(options.knowledgeDir, ALIAS_FILE),
  );
  const entities = createEntityDirectory({ store, speakers, aliases: async () => (await readAliases()).entries });
  const castSpeakers = createSpeakerCasting({ entities, store, keywords, knowledge: words });
  const terms = await openTerms(options.knowledgeDir);
  const answering = {
    store,
    lexicon: terms.lexicon,
    castSpeakers,
    retriever,
    keywords,
    knowledge: words,
    relations: createWordNetRelations(),
    chooser,
    clock,
    logger,
  };
  const answerer = createAnswerer(answering);
  const answerersOfSources = createSourceAnswerers(answering);
  const suggestQuestions = createSuggester({ store, knowledge: words, ask: answerer.ask });
  const closing = new AbortController();
  const ingest = {
    store,
    embedder,
    statements: options.statements ?? true,
    onProgress: options.onProgress,
    signal: closing.signal,
  };

  let refreshing: Promise<IndexReport> | undefined;
  let isRefreshed = false;

  async function refreshOnce(): Promise<IndexReport> {
    const { knowledgeDir } = options;
    const report = await indexFiles(ingest, {
      list: async () => {
        if (knowledgeDir === undefined) return { files: [], problems: [] };
        const { files, problems } = await listKnowledgeFiles(knowledgeDir);
        return { files, problems: [...problems, ...(await terms.refresh()), ...(await readAliases()).problems] };
      },
      withdrawVanished: knowledgeDir !== undefined,
    });
    isRefreshed = true;
    return report;
  }

  /** One at a time: a second caller waits for the run under way. */
  function refresh(): Promise<IndexReport> {
    refreshing ??= refreshOnce().finally(() => {
      refreshing = undefined;
    });
    return refreshing;
  }

  function addSources(files: readonly SourceFile[]): Promise<IndexReport> {
    return indexFiles(ingest, { list: async () => ({ files, problems: [] }), withdrawVanished: false });
  }

  const summarise: OpenDesk['summarise'] = async ({ topics, isWanted, most, title }) => {
    const wanted = (await store.listDocuments()).filter(isWanted);
    if (topics.length > 0) {
      const ids = new Set(wanted.map(({ id }) => id));
      const found = [];
      for (const topic of topics) found.push(...(await answerer.findOnTopic(topic, (id) => ids.has(id))));
      const distinct = new Map(found.map((claim) => [`${claim.read.document.id} ${claim.sentence.index}`, claim]));
      return composeSummary([...distinct.values()], title);
    }
    const newest = wanted.sort((a, b) => (b.published ?? '').localeCompare(a.published ?? '')).slice(0, most);
    return summariseDocuments(await store.readDocuments(newest.map(({ seq }) => seq)), title);
  };

  const desk = createDesk({
    store,
    answers,
    conversations,
    places,
    privacy,
    entities,
    ask: (question, turns, sources) =>
      (sources.length === 0 ? answerer : answerersOfSources.get(sources)).ask(question, turns),
    summarise: (request) => summarise({ ...request, most: SUMMED_DOCUMENTS }),
    suggestQuestions,
    notReadyReason: () => (isRefreshed ? undefined : 'The knowledge folder is still being indexed.'),
    clock,
    logger,
  });

  const inTurn = createTurns();
  const services = createPlatformServices({
    desk: { handleMessage: (message) => inTurn(() => desk.handleMessage(message)) },
    events,
    places,
    feedback,
    privacy,
    clock,
    logger,
    answerDeadlineMs: options.answerDeadlineMs ?? ANSWER_DEADLINE_MS,
    waitAtMost,
    isGone: (owner) => isProcessGone(owner, processName),
  });

  return {
    desk,
    services,
    installations,
    feedback,
    store,
    vectors,
    embedder,
    retriever,
    ask: answerer.ask,
    refresh,
    addSources,
    addFiles: async (paths) => addSources(await openNamedFiles(paths)),
    removeDocuments: (ids) => withdrawDocuments({ store, embedder }, ids),
    async search(query, limit) {
      const hits = await retriever.rankDocuments({ text: query, limit });
      const documents = new Map((await store.readDocuments(hits.map(({ seq }) => seq))).map((one) => [one.seq, one]));
      return hits.flatMap(({ seq, passage, score }) => {
        const document = documents.get(seq);
        return document === undefined ? [] : [{ document, passage, score }];
      });
    },
    rankDocuments: (query, limit) => retriever.rankDocuments({ text: query, limit }),
    summarise,
    settle,
    async close() {
      closing.abort(
        new DeskError({ code: 'busy', message: 'The desk was closed while it indexed.', hint: 'Index again.' }),
      );
      await refreshing?.catch(() => undefined);
      await close();
    },
  };
}

export type { IndexReport, SourceProblem };
