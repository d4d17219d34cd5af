import { createWebServer } from '../adapters/web/server.ts';
import { type OpenDesk, openDesk, systemClock } from '../app.ts';
import { DeskError, messageOf } from '../core/errors.ts';
import type { Logger } from '../core/ports.ts';
import { createLogger } from '../log.ts';
import { PLATFORM_VARIABLES, readSettings } from '../settings.ts';
import { createProgressLine, describeProblem, printLine, tell } from './output.ts';
import type { CommonOptions } from './with-desk.ts';

/** How often a running server looks for changed files; a look costs one `stat` a file. */
const REFRESH_EVERY_MS = 30_000;
/** Work under way may end within this time after SIGTERM. */
const CLOSE_DEADLINE_MS = 10_000;

/** `desk serve`: the web page and the server that chat platforms use; runs until it is told to stop. */
export async function runServe(options: CommonOptions): Promise<void> {
  const settings = readSettings(process.env);
  const logger = createLogger(settings.LOG_LEVEL);
  const dataDir = options.data ?? settings.DATA_DIR;
  const knowledgeDir = options.knowledge ?? settings.KNOWLEDGE_DIR;
  const progress = createProgressLine();
  const desk = await openDesk({
    dataDir,
    knowledgeDir,
    logger,
    embedder: settings.EMBEDDER,
    chatModel: settings.CHAT_MODEL,
    environment: process.env,
    onProgress: ({ filesDone, filesTotal, documentsDone }) =>
      progress.draw(filesDone, filesTotal, `indexing: ${documentsDone.toLocaleString('en')} documents read`),
  });
  const server = createWebServer({
    desk: desk.desk,
    logger,
    clock: systemClock,
    host: settings.HOST,
    port: settings.PORT,
    allowedHosts: settings.ALLOWED_HOSTS,
  });
  const stopped = waitForSignal();
  let refreshing: { stop(): Promise<void> } | undefined;
  try {
    const { address, port } = await server.listen();
    await printLine(`The desk listens on http://${address.includes(':') ? `[${address}]` : address}:${port}`);
    const report = await desk.refresh();
    progress.clear();
    for (const problem of report.problems) tell(describeProblem(problem));
    const { documents, passages, statements } = report;
    await printLine(`Indexed: ${documents} documents, ${passages} passages, ${statements} statements from ${knowledgeDir}`);
    await printLine(`Search: keywords and ${await desk.vectors.describe()}, embedder ${desk.embedder?.name ?? 'none'}`);
    await printLine(`Platforms: web page on; ${platformsSaid(process.env)}`);
    await printLine(
      `Data stays in ${dataDir}${desk.embedder?.sendsTextAway === true ? ', but texts go to the embedder’s service' : '; nothing is sent anywhere'}`,
    );
    refreshing = refreshRegularly(desk, logger);
    const signal = await stopped;
    logger.info({ signal }, 'stopping');
  } finally {
    await refreshing?.stop();
    await server.close(CLOSE_DEADLINE_MS);
    await desk.close();
  }
}

/** This build speaks to the web page only; a configured chat platform must not seem to be on. */
function platformsSaid(environment: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(PLATFORM_VARIABLES)
    .map(([platform, names]) => {
      const isSet = names.some((name) => (environment[name] ?? '') !== '');
      return isSet ? `${platform} is configured, but this version has no ${platform} adapter` : `${platform} off (not configured)`;
    })
    .join('; ');
}

function waitForSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve(signal));
  });
}

/** Looks for changed files now and then; a failure is logged and tried again at the next turn. */
function refreshRegularly(desk: OpenDesk, logger: Logger): { stop(): Promise<void> } {
  let running: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    running = desk.refresh().then(
      ({ added, changed, removed, problems }) => {
        if (added + changed + removed > 0) logger.info({ added, changed, removed, problems: problems.length }, 'index brought up to date');
      },
      (error: unknown) => {
        const hint = error instanceof DeskError ? error.hint : undefined;
        logger.error({ error: messageOf(error), hint }, 'the knowledge folder could not be indexed');
      },
    );
  }, REFRESH_EVERY_MS);
  timer.unref();
  return {
    stop: () => {
      clearInterval(timer);
      return running;
    },
  };
}
