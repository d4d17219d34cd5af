import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Installation, InstallationStore as SlackInstallationStore } from '@slack/bolt';
import { InstallProvider } from '@slack/oauth';
import { DeskError } from '../../core/errors.ts';
import type { InstallationStore, Logger } from '../../core/ports.ts';
import { BOT_SCOPES } from './manifest.ts';
import { toSlackLogger } from './slack-logger.ts';
import { clientOptions } from './workspaces.ts';

export const INSTALL_PATH = '/slack/install';
export const REDIRECT_PATH = '/slack/oauth_redirect';

/** The two addresses by which an admin of another workspace installs the desk there (OAuth 2, state checked). */
export function createInstalling(deps: {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly stateSecret: string;
  readonly apiUrl: string | undefined;
  readonly installations: InstallationStore;
  /** A workspace was installed, anew or again. */
  readonly onInstalled: (workspace: string) => void;
  readonly logger: Logger;
}): Readonly<Record<typeof INSTALL_PATH | typeof REDIRECT_PATH, RequestListener>> {
  const { clientId, clientSecret, stateSecret, apiUrl, installations, logger } = deps;
  const provider = new InstallProvider({
    clientId,
    clientSecret,
    stateSecret,
    // Straight to Slack: no page of ours that loads a button from elsewhere.
    directInstall: true,
    logger: toSlackLogger(logger),
    clientOptions: clientOptions(apiUrl, logger),
    installationStore: keepInstallations(installations, deps.onInstalled),
  });
  const guard =
    (handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>): RequestListener =>
    (request, response) => {
      if (request.method !== 'GET') {
        response.writeHead(405, { Allow: 'GET' }).end();
        return;
      }
      handle(request, response).catch((error: unknown) => {
        logger.error({ error: error instanceof Error ? error.message : '' }, 'an installation in Slack failed');
        if (!response.headersSent) response.writeHead(500).end('The installation failed: try again.');
      });
    };
  return {
    [INSTALL_PATH]: guard((request, response) =>
      provider.handleInstallPath(request, response, {}, { scopes: [...BOT_SCOPES] }),
    ),
    [REDIRECT_PATH]: guard((request, response) => provider.handleCallback(request, response)),
  };
}

function keepInstallations(store: InstallationStore, onInstalled: (workspace: string) => void): SlackInstallationStore {
  return {
    async storeInstallation(installation) {
      const workspace = workspaceOf(installation);
      await store.save(`slack:${workspace}`, JSON.stringify(installation));
      onInstalled(workspace);
    },
    // Tokens are read in `workspaces.ts`; the provider asks for none.
    fetchInstallation: async () => {
      throw new DeskError({
        code: 'defect',
        message: 'The installation was asked for by another way than the desk’s.',
        hint: 'Report this.',
      });
    },
  };
}

/** An app installed for a whole organisation has no workspace of its own. */
function workspaceOf({ isEnterpriseInstall, enterprise, team }: Installation): string {
  const workspace = isEnterpriseInstall === true ? enterprise?.id : team?.id;
  if (workspace !== undefined) return workspace;
  throw new DeskError({
    code: 'bad_input',
    message: 'Slack named neither a workspace nor an organisation for the installation.',
    hint: 'Install the desk again.',
  });
}
