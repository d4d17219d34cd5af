import { type IndexReport, type OpenDesk, openDesk } from '../app.ts';
import type { Logger } from '../core/ports.ts';
import { createLogger } from '../log.ts';
import { readSettings } from '../settings.ts';
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
  const logger = createLogger(process.env.LOG_LEVEL === undefined ? 'error' : settings.LOG_LEVEL);
  const progress = createProgressLine();
  const desk = await openDesk({
    dataDir: options.data ?? settings.DATA_DIR,
    knowledgeDir: options.knowledge ?? settings.KNOWLEDGE_DIR,
    logger,
    embedder: settings.EMBEDDER,
    chatModel: settings.CHAT_MODEL,
    environment: process.env,
    onProgress: ({ filesDone, filesTotal, documentsDone }) =>
      progress.draw(filesDone, filesTotal, `indexing: ${documentsDone.toLocaleString('en')} documents read`),
  });
  try {
    return await use(desk, logger);
  } finally {
    progress.clear();
    await desk.close();
  }
}

/** Brings the index up to date before a question; what could not be read is said in one line. */
export async function refreshQuietly(desk: OpenDesk): Promise<IndexReport> {
  const report = await desk.refresh();
  const skipped = report.problems.filter(isSkipped).length;
  if (skipped > 0) {
    const what = skipped === 1 ? 'one document is' : `${skipped.toLocaleString('en')} documents are`;
    tell(`note: ${what} left out, as they cannot be read; "desk doctor" says which and what to do.`);
  }
  return report;
}
