import { webApi } from '@slack/bolt';
import { z } from 'zod';
import { DeskError } from '../../core/errors.ts';
import type { InstallationStore, Logger } from '../../core/ports.ts';
import type { Self } from './parse.ts';
import { toDeskError } from './slack-failure.ts';
import { toSlackLogger } from './slack-logger.ts';

/** Slack's own calls take some hundred milliseconds; beyond this the network is at fault. */
const CALL_TIMEOUT_MS = 10_000;

/** The desk in one workspace: the client that acts for it, and who it is there. */
export interface Workspace {
  readonly client: webApi.WebClient;
  readonly token: string;
  readonly self: Self;
}

export interface Workspaces {
  /** @throws DeskError `bad_setting` when the desk is not installed there or its token no longer works. */
  find(team: string, enterprise?: string): Promise<Workspace>;
  /** Drops what is remembered of a workspace. */
  forget(team: string): void;
}

/** What is read of a kept installation (`Installation` of @slack/oauth). */
const keptInstallation = z.object({
  bot: z.object({ token: z.string(), userId: z.string(), id: z.string() }),
});

/** `retryConfig` none: calls are repeated only where it is known that this cannot post twice (see `slack-failure`). */
export function clientOptions(apiUrl: string | undefined, logger: Logger): webApi.WebClientOptions {
  return {
    ...(apiUrl !== undefined && { slackApiUrl: withSlash(apiUrl) }),
    retryConfig: { retries: 0 },
    // Without it, one channel's 429 stops every call of the client.
    rejectRateLimitedCalls: true,
    timeout: CALL_TIMEOUT_MS,
    logger: toSlackLogger(logger),
    // An address out of an answer of Slack is never called.
    allowAbsoluteUrls: false,
  };
}

/** One workspace by its token, or many by their installations. */
export function createWorkspaces(deps: {
  readonly token: string | undefined;
  readonly installations: InstallationStore | undefined;
  readonly apiUrl: string | undefined;
  readonly logger: Logger;
}): Workspaces {
  const options = clientOptions(deps.apiUrl, deps.logger);
  const known = new Map<string, Promise<Workspace>>();

  async function openOwn(token: string): Promise<Workspace> {
    const client = new webApi.WebClient(token, options);
    try {
      const { user_id: userId, bot_id: botId } = await client.auth.test();
      return { client, token, self: { userId, botId } };
    } catch (error) {
      throw toDeskError('the token SLACK_BOT_TOKEN', error);
    }
  }

  async function openInstalled(team: string, enterprise: string | undefined): Promise<Workspace> {
    const store = deps.installations;
    // An app that was installed for a whole organisation is kept under the organisation.
    const json =
      (await store?.read(`slack:${team}`)) ??
      (enterprise === undefined ? undefined : await store?.read(`slack:${enterprise}`));
    const parsed = json === undefined ? undefined : keptInstallation.safeParse(JSON.parse(json));
    if (parsed === undefined || !parsed.success) {
      throw new DeskError({
        code: 'bad_setting',
        message: `The desk is not installed in the Slack workspace ${team}.`,
        hint: 'Open /slack/install on the desk’s public address and install it there.',
      });
    }
    const { token, userId, id } = parsed.data.bot;
    return { client: new webApi.WebClient(token, { ...options, teamId: team }), token, self: { userId, botId: id } };
  }

  return {
    find(team, enterprise) {
      // One token is one workspace, whatever a shared channel calls the author's.
      const key = deps.token === undefined ? team : 'own';
      const found = known.get(key);
      if (found !== undefined) return found;
      const opening = deps.token === undefined ? openInstalled(team, enterprise) : openOwn(deps.token);
      known.set(key, opening);
      opening.catch(() => known.delete(key));
      return opening;
    },
    forget: (team) => {
      known.delete(team);
    },
  };
}

function withSlash(url: string): string {
  return url.endsWith('/') ? url : `${url}/`;
}
