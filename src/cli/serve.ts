import type { SlackAdapter } from '../adapters/slack/adapter.ts';
import { createWebServer, type RouteMount } from '../adapters/web/server.ts';
import { type IndexReport, type OpenDesk, systemClock } from '../app.ts';
import { DeskError, messageOf } from '../core/errors.ts';
import type { Logger } from '../core/ports.ts';
import { createLogger } from '../log.ts';
import { PLATFORM_VARIABLES, readSettings, type Settings } from '../settings.ts';
import { readSlackSettings } from '../slack-settings.ts';
import { countOf, describeProblems, printLine, tell } from './output.ts';
import { type CommonOptions, openConfiguredDesk } from './with-desk.ts';

/** How often a running server looks for changed files; a look costs one `stat` a file. */
const REFRESH_EVERY_MS = 30_000;
/** Requests under way may end within this time after SIGTERM; with 2 s to close the store it makes the 10 s promised. */
const CLOSE_DEADLINE_MS = 8_000;

/** `desk serve`: the web page and the server that chat platforms use; runs until it is told to stop. */
export async function runServe(options: CommonOptions): Promise<void> {
  const settings = readSettings(process.env);
  const logger = createLogger(settings.LOG_LEVEL);
  const { desk, progress, dataDir, knowledgeDir } = await openConfiguredDesk(settings, options, logger);
  const outside = textGoesTo(desk, settings.CHAT_MODEL);
  const slack = await openSlack(settings, { desk, logger, outside });
  const gate = { isOpen: false };
  const server = createWebServer({
    desk: desk.desk,
    logger,
    clock: systemClock,
    host: settings.HOST,
    port: settings.PORT,
    allowedHosts: settings.ALLOWED_HOSTS,
    textGoesTo: outside,
    extraRoutes: slack === undefined ? [] : [mountSlack(slack, gate)],
  });
  const stopped = waitForSignal();
  let refreshing: { stop(): void } | undefined;
  try {
    const { address, port } = await server.listen();
    await printLine(`The desk listens on http://${address.includes(':') ? `[${address}]` : address}:${port}`);
    const report = await Promise.race([stopped, desk.refresh()]);
    progress.clear();
    if (typeof report !== 'string') {
      if (slack !== undefined) {
        // The first answer of a process takes some hundred milliseconds longer, and Slack's acknowledgements would wait.
        await desk.desk.suggestQuestions();
        await slack.start();
        gate.isOpen = true;
      }
      await tellWhatIsOn(report, { desk, dataDir, knowledgeDir, outside, slack });
      // Search is right without it, only slower.
      void desk.settle();
      refreshing = refreshRegularly(desk, logger);
    }
    const signal = await stopped;
    logger.info({ signal }, 'stopping');
  } finally {
    refreshing?.stop();
    await Promise.all([server.close(CLOSE_DEADLINE_MS), slack?.stop(CLOSE_DEADLINE_MS)]);
    await desk.close();
  }
}

async function tellWhatIsOn(
  report: IndexReport,
  {
    desk,
    dataDir,
    knowledgeDir,
    outside,
    slack,
  }: {
    desk: OpenDesk;
    dataDir: string;
    knowledgeDir: string;
    outside: string | undefined;
    slack: SlackAdapter | undefined;
  },
): Promise<void> {
  for (const line of describeProblems(report.problems)) tell(line);
  const { documents, passages, statements } = report;
  await printLine(
    `Indexed: ${countOf(documents, 'document')}, ${countOf(passages, 'passage')}, ${countOf(statements, 'statement')} from ${knowledgeDir}`,
  );
  await printLine(`Search: keywords and ${await desk.vectors.describe()}, embedder ${desk.embedder?.name ?? 'none'}`);
  await printLine(`Platforms: web page on; ${platformsSaid(process.env, slack)}`);
  await printLine(
    `Data stays in ${dataDir}; ${outside === undefined ? 'nothing is sent anywhere' : `texts go to ${outside}`}`,
  );
}

/** The models that get to see questions and passages; an address of this machine is not told from another. */
function textGoesTo({ embedder }: OpenDesk, chatModel: string | undefined): string | undefined {
  const models = [embedder?.sendsTextAway === true ? embedder.name : undefined, chatModel].filter(
    (name) => name !== undefined,
  );
  return models.length === 0 ? undefined : models.join(' and ');
}

/** Opened only where it is configured: its packages take a while to load. */
async function openSlack(
  settings: Settings,
  { desk, logger, outside }: { desk: OpenDesk; logger: Logger; outside: string | undefined },
): Promise<SlackAdapter | undefined> {
  const hasEncryptionKey = settings.ENCRYPTION_KEY !== undefined;
  const slackSettings = readSlackSettings(process.env, { hasEncryptionKey });
  if (slackSettings === undefined) return undefined;
  const { createSlackAdapter } = await import('../adapters/slack/adapter.ts');
  return createSlackAdapter({
    settings: slackSettings,
    desk: desk.desk,
    services: desk.services,
    installations: hasEncryptionKey ? desk.installations : undefined,
    textGoesTo: outside,
    memoryHours: settings.CONVERSATION_HOURS,
    clock: systemClock,
    logger,
  });
}

/** Slack's addresses on the common server; before the desk is ready Slack is told to send its events again. */
function mountSlack({ routes }: SlackAdapter, gate: { readonly isOpen: boolean }): RouteMount {
  return {
    path: '/slack',
    // Events are signed, installations carry a state.
    authenticatesItself: true,
    mount(app) {
      for (const [path, listener] of Object.entries(routes)) {
        app.all(path, (request, response) => {
          if (gate.isOpen) listener(request, response);
          else response.status(503).set('Retry-After', '5').end();
        });
      }
    },
  };
}

/** A configured chat platform that this version does not speak to must not seem to be on. */
function platformsSaid(
  environment: Readonly<Record<string, string | undefined>>,
  slack: SlackAdapter | undefined,
): string {
  const isTeamsSet = PLATFORM_VARIABLES.Teams.some((name) => (environment[name] ?? '') !== '');
  return [
    slack === undefined ? 'Slack off (not configured)' : `Slack on (${slack.description})`,
    isTeamsSet ? 'Teams is configured, but this version has no Teams adapter' : 'Teams off (not configured)',
  ].join('; ');
}

function waitForSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve(signal));
  });
}

/** Looks for changed files now and then; a failure is logged and tried again at the next turn. */
function refreshRegularly(desk: OpenDesk, logger: Logger): { stop(): void } {
  let isStopped = false;
  const timer = setInterval(() => {
    desk.refresh().then(
      ({ added, changed, removed, problems }) => {
        if (added + changed + removed > 0)
          logger.info({ added, changed, removed, problems: problems.length }, 'index brought up to date');
      },
      (error: unknown) => {
        // Closing the desk ends the run under way.
        if (isStopped) return;
        const hint = error instanceof DeskError ? error.hint : undefined;
        logger.error({ error: messageOf(error), hint }, 'the knowledge folder could not be indexed');
      },
    );
  }, REFRESH_EVERY_MS);
  timer.unref();
  return {
    stop: () => {
      isStopped = true;
      clearInterval(timer);
    },
  };
}
