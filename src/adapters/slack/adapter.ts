import type { RequestListener } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { App, type Receiver } from '@slack/bolt';
import { DeskError, messageOf } from '../../core/errors.ts';
import type { Clock, Desk, InstallationStore, Logger, PlatformServices } from '../../core/ports.ts';
import { createButtons } from './buttons.ts';
import { createInstalling } from './installing.ts';
import { listenTo } from './listeners.ts';
import { COMMAND } from './manifest.ts';
import { createMessagePoster } from './post-messages.ts';
import { createPostQueue } from './post-queue.ts';
import { createSlackPoster, type UnderWork } from './poster.ts';
import { createQuestions } from './questions.ts';
import { acknowledgeWhenClaimed, createHttpReceiver, createSocketReceiver } from './receiver.ts';
import { createSignsOfLife, SIGN_TIMING, type SignTiming } from './signs-of-life.ts';
import { readFailure, toDeskError } from './slack-failure.ts';
import { toSlackLogger } from './slack-logger.ts';
import { createSurfaces } from './surfaces.ts';
import { createThreadBook } from './threads.ts';
import { clientOptions, createWorkspaces } from './workspaces.ts';

export const EVENTS_PATH = '/slack/events';
/** What was left behind is looked for so often: what another process dropped is found within a minute or so. */
const RECOVER_EVERY_MS = 60_000;

/** How the desk reaches Slack; which variables set it: `src/settings.ts`. */
export interface SlackSettings {
  /** Of one workspace; without it, workspaces install the desk themselves (`install`). */
  readonly botToken?: string;
  /** Socket Mode, without a public address. */
  readonly appToken?: string;
  /** HTTP mode. */
  readonly signingSecret?: string;
  readonly install?: { readonly clientId: string; readonly clientSecret: string; readonly stateSecret: string };
  /** Another address of Slack's Web API. */
  readonly apiUrl?: string;
}

export interface SlackAdapter {
  /** For people: "Socket Mode, one workspace". */
  readonly description: string;
  /** What is to be mounted on the common server, by path. */
  readonly routes: Readonly<Record<string, RequestListener>>;
  /**
   * Connects, and finishes what an earlier run left behind.
   * @throws DeskError `bad_setting` when a token does not work.
   */
  start(): Promise<void>;
  /** Takes no further events, and waits for what is under work for at most `deadlineMs`. */
  stop(deadlineMs: number): Promise<void>;
}

export function createSlackAdapter(deps: {
  readonly settings: SlackSettings;
  readonly desk: Desk;
  readonly services: PlatformServices;
  readonly installations: InstallationStore | undefined;
  /** Models outside this machine that see questions; unset: none. */
  readonly textGoesTo: string | undefined;
  /** How long conversations are remembered. */
  readonly memoryHours: number;
  readonly signTiming?: SignTiming;
  readonly clock: Clock;
  readonly logger: Logger;
}): SlackAdapter {
  const { settings, desk, services, installations, clock, logger } = deps;
  const { botToken, apiUrl, install } = settings;
  const workspaces = createWorkspaces({ token: botToken, installations, apiUrl, logger });
  const threads = createThreadBook();
  const underWork: UnderWork = { signs: new Map(), stopped: new Set(), responseUrls: new Map() };
  const queue = createPostQueue({
    monotonicMs: () => clock.monotonicMs(),
    sleep: (ms) => sleep(ms, undefined, { ref: false }),
    judge(error) {
      const failure = readFailure(error);
      if (failure.kind === 'rate_limited') return { kind: 'wait', ms: failure.retryAfterMs };
      return failure.kind === 'unreached' ? { kind: 'wait', ms: UNREACHED_WAIT_MS } : { kind: 'give_up' };
    },
  });
  const messages = createMessagePoster({ queue, fetch, logger });
  const signs = createSignsOfLife({
    logger,
    respond: messages.respond,
    timing: deps.signTiming ?? SIGN_TIMING,
    later: runLater,
  });
  const poster = createSlackPoster({ workspaces, messages, underWork, threads, clock, logger });
  const questions = createQuestions({ services, workspaces, poster, signs, underWork, threads, clock, logger });
  const buttons = createButtons({ desk, services, workspaces, messages, questions, command: COMMAND, clock, logger });
  const { textGoesTo, memoryHours } = deps;
  const surfaces = createSurfaces({
    desk,
    services,
    workspaces,
    textGoesTo,
    memoryHours,
    command: COMMAND,
    clock,
    logger,
  });

  /** Bodies of events whose workspace could not be asked just now: Slack is to send them again. */
  const unauthorised = new WeakSet<object>();
  const { receiver, listener } = openReceiver(settings, logger);
  const app = new App({
    receiver: acknowledgeWhenClaimed(receiver, (body) => unauthorised.has(body)),
    authorize: async ({ teamId = '', enterpriseId }, body) => {
      try {
        const { token, self } = await workspaces.find(teamId, enterpriseId);
        return { botToken: token, botId: self.botId, botUserId: self.userId, teamId, enterpriseId };
      } catch (error) {
        const isForGood = error instanceof DeskError && error.code === 'bad_setting';
        if (!isForGood && typeof body === 'object' && body !== null) unauthorised.add(body);
        throw error;
      }
    },
    convoStore: false,
    clientOptions: clientOptions(apiUrl, logger),
    logger: toSlackLogger(logger),
    attachFunctionToken: false,
  });
  listenTo(app, { questions, buttons, surfaces, services, workspaces, logger });

  let isStopping = false;
  let recovering: Promise<unknown> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  const recover = () => {
    recovering = services.recoverUnsettled(poster).then(
      ({ finished, apologised, foundPosted, failed }) => {
        if (finished + apologised + foundPosted + failed > 0)
          logger.info({ finished, apologised, foundPosted, failed }, 'finished what an earlier run left behind');
      },
      (error: unknown) => logger.error({ error: messageOf(error) }, 'what an earlier run left behind cannot be read'),
    );
  };

  return {
    description: `${settings.appToken === undefined ? 'HTTP' : 'Socket Mode'}, ${botToken === undefined ? 'many workspaces' : 'one workspace'}`,
    routes: {
      ...(listener !== undefined && { [EVENTS_PATH]: listener }),
      ...(install !== undefined &&
        installations !== undefined &&
        createInstalling({
          ...install,
          apiUrl,
          installations,
          onInstalled: (team) => workspaces.forget(team),
          logger,
        })),
    },
    async start() {
      if (botToken !== undefined) await checkToken();
      if (listener === undefined) await connect(receiver);
      recover();
      timer = setInterval(recover, RECOVER_EVERY_MS);
      timer.unref();
    },
    async stop(deadlineMs) {
      isStopping = true;
      clearInterval(timer);
      const deadline = sleep(deadlineMs, undefined, { ref: false });
      // Bolt does not wait for its listeners: what is under work ends before the connection does.
      await Promise.race([deadline, Promise.all([services.whenIdle(), recovering])]);
      if (listener === undefined) await receiver.stop();
    },
  };

  /** A token that does not work stops the start; a network that does not is waited for while the page is served. */
  async function checkToken(): Promise<void> {
    try {
      await workspaces.find('own');
    } catch (error) {
      if (error instanceof DeskError && error.code === 'bad_setting') throw error;
      logger.warn({ error: messageOf(error) }, 'Slack is not reached yet');
    }
  }

  async function connect(socket: Receiver): Promise<void> {
    const connecting = socket.start();
    const failing = connecting.then(
      () => undefined,
      (error: unknown) => error,
    );
    const failure = await Promise.race([failing, sleep(CONNECT_WAIT_MS, undefined, { ref: false })]);
    if (failure !== undefined) throw toDeskError('the connection by SLACK_APP_TOKEN', failure);
    // It goes on trying in the background; what ends that is told.
    void failing.then((later) => {
      if (later !== undefined && !isStopping)
        logger.error({ error: messageOf(later) }, 'the connection to Slack ended');
    });
  }
}

/** Between two tries when Slack is not reached at all. */
const UNREACHED_WAIT_MS = 5_000;
/** The start waits so long for the first connection; after it the desk is up and goes on trying. */
const CONNECT_WAIT_MS = 10_000;

function openReceiver(settings: SlackSettings, logger: Logger): { receiver: Receiver; listener?: RequestListener } {
  const { appToken, signingSecret, apiUrl } = settings;
  if (appToken !== undefined) return { receiver: createSocketReceiver({ appToken, apiUrl, logger }) };
  if (signingSecret !== undefined) return createHttpReceiver({ signingSecret, path: EVENTS_PATH, logger });
  throw new DeskError({
    code: 'bad_setting',
    message: 'Slack is configured without SLACK_APP_TOKEN and without SLACK_SIGNING_SECRET.',
    hint: 'Set SLACK_APP_TOKEN for Socket Mode, or SLACK_SIGNING_SECRET for HTTP.',
  });
}

function runLater(ms: number, act: () => void): { cancel(): void } {
  const timer = setTimeout(act, ms);
  timer.unref();
  return { cancel: () => clearTimeout(timer) };
}
