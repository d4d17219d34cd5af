import { type OpenDesk, openDesk } from '../app.ts';
import { DeskError } from '../core/errors.ts';
import type { Logger } from '../core/ports.ts';
import { createLogger } from '../log.ts';
import { readSettings, type Settings } from '../settings.ts';
import { createProgressLine, isSkipped, tell } from './output.ts';

/** The options that every command takes. */
export interface CommonOptions {
  readonly knowledge?: string;
  readonly data?: string;
  readonly json?: boolean;
  readonly debug?: boolean;
}

/** Opens the desk for one command and closes it whatever happens. */
export async function withDesk<Result>(
  options: CommonOptions,
  use: (desk: OpenDesk, logger: Logger) => Promise<Result>,
): Promise<Result> {
  const settings = readSettings(process.env);
  const logger = createLogger((process.env.LOG_LEVEL ?? '') === '' ? 'error' : settings.LOG_LEVEL);
  const { desk, progress } = await openConfiguredDesk(settings, options, logger);
  try {
    return await use(desk, logger);
  } finally {
    progress.clear();
    await desk.close();
  }
}

/** Opens the desk as settings and options say; long work is drawn while a terminal watches. */
export async function openConfiguredDesk(settings: Settings, options: CommonOptions, logger: Logger) {
  const progress = createProgressLine();
  const dataDir = options.data ?? settings.DATA_DIR;
  const knowledgeDir = options.knowledge ?? settings.KNOWLEDGE_DIR;
  const desk = await openDesk({
    dataDir,
    knowledgeDir,
    logger,
    embedder: settings.EMBEDDER,
    chatModel: settings.CHAT_MODEL,
    conversationLifetimeMs: settings.CONVERSATION_HOURS * 3_600_000,
    answerDeadlineMs: settings.ANSWER_DEADLINE_SECONDS * 1000,
    encryptionKeys:
      settings.ENCRYPTION_KEY === undefined ? [] : [settings.ENCRYPTION_KEY, ...settings.ENCRYPTION_KEY_PREVIOUS],
    environment: process.env,
    onProgress: ({ filesDone, filesTotal, documentsDone }) =>
      progress.draw(filesDone, filesTotal, `indexing: ${documentsDone.toLocaleString('en')} documents read`),
  });
  return { desk, progress, dataDir, knowledgeDir };
}

/** Brings the index up to date before a question; what could not be read is said in one line. */
export async function refreshQuietly(desk: OpenDesk, options: CommonOptions): Promise<void> {
  const problems = await desk.refresh().then(
    (report) => report.problems,
    async (error: unknown) => {
      if (!(await canDoWithoutFolder(desk, options, error))) throw error;
      return [];
    },
  );
  const skipped = problems.filter(isSkipped).length;
  if (skipped === 0) return;
  const what = skipped === 1 ? 'one document is' : `${skipped.toLocaleString('en')} documents are`;
  tell(`note: ${what} left out as unreadable; "desk doctor" says which and what to do.`);
}

/** Who works with "desk add" alone needs no folder; one that was named must be there. */
async function canDoWithoutFolder(desk: OpenDesk, options: CommonOptions, error: unknown): Promise<boolean> {
  const isNamed = options.knowledge !== undefined || (process.env.KNOWLEDGE_DIR ?? '') !== '';
  if (isNamed || !(error instanceof DeskError) || error.code !== 'not_there') return false;
  return (await desk.store.counts()).documents > 0;
}
