import { z } from 'zod';
import type { SlackSettings } from './adapters/slack/adapter.ts';
import { DeskError } from './core/errors.ts';

const unset = z.literal('').transform(() => undefined);
const secret = z.union([unset, z.string().min(1)]).optional();

const ENVIRONMENT = z.object({
  SLACK_BOT_TOKEN: z.union([unset, z.string().startsWith('xoxb-')]).optional(),
  SLACK_APP_TOKEN: z.union([unset, z.string().startsWith('xapp-')]).optional(),
  SLACK_SIGNING_SECRET: secret,
  SLACK_CLIENT_ID: secret,
  SLACK_CLIENT_SECRET: secret,
  SLACK_STATE_SECRET: secret,
  SLACK_API_URL: z.union([unset, z.url({ protocol: /^https?$/ })]).optional(),
});

const MENDS: Readonly<Record<string, string>> = {
  SLACK_BOT_TOKEN: 'must begin with "xoxb-" (OAuth & Permissions, "Bot User OAuth Token")',
  SLACK_APP_TOKEN: 'must begin with "xapp-" (Basic Information, "App-Level Tokens", scope connections:write)',
  SLACK_API_URL: 'must be an address that begins with http:// or https://',
};

/**
 * The settings of Slack; `undefined` when none is set. Values are never printed.
 * @throws DeskError `bad_setting` that names every variable that is wrong or missing, each with its mend.
 */
export function readSlackSettings(
  environment: Readonly<Record<string, string | undefined>>,
  { hasEncryptionKey }: { readonly hasEncryptionKey: boolean },
): SlackSettings | undefined {
  const parsed = ENVIRONMENT.safeParse(environment);
  if (!parsed.success) {
    const names = [...new Set(parsed.error.issues.map(({ path }) => String(path[0])))];
    throw wrong(names.map((name) => `${name} ${MENDS[name] ?? 'cannot be used'}`));
  }
  const {
    SLACK_BOT_TOKEN: botToken,
    SLACK_APP_TOKEN: appToken,
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_CLIENT_ID: clientId,
    SLACK_CLIENT_SECRET: clientSecret,
    SLACK_STATE_SECRET: stateSecret,
    SLACK_API_URL: apiUrl,
  } = parsed.data;
  if ([botToken, appToken, signingSecret, clientId].every((value) => value === undefined)) return undefined;

  const problems: string[] = [];
  if (appToken === undefined && signingSecret === undefined) {
    problems.push('SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP) must be set');
  }
  if (botToken === undefined && clientId === undefined) {
    problems.push('SLACK_BOT_TOKEN (one workspace) or SLACK_CLIENT_ID (many) must be set');
  }
  if (botToken !== undefined && clientId !== undefined) {
    problems.push('SLACK_BOT_TOKEN is for one workspace and SLACK_CLIENT_ID for many: unset one of them');
  }
  if (clientId !== undefined) {
    if (clientSecret === undefined) problems.push('SLACK_CLIENT_SECRET must be set with SLACK_CLIENT_ID');
    if (stateSecret === undefined)
      problems.push('SLACK_STATE_SECRET must be set with SLACK_CLIENT_ID: any long random text');
    if (!hasEncryptionKey) problems.push('ENCRYPTION_KEY must be set with SLACK_CLIENT_ID: tokens are kept encrypted');
  }
  if (problems.length > 0) throw wrong(problems);
  return {
    botToken,
    appToken,
    signingSecret,
    apiUrl,
    ...(clientId !== undefined &&
      clientSecret !== undefined &&
      stateSecret !== undefined && { install: { clientId, clientSecret, stateSecret } }),
  };
}

function wrong(problems: readonly string[]): DeskError {
  return new DeskError({
    code: 'bad_setting',
    message: `Slack cannot be used as it is set: ${problems.join('; ')}.`,
    hint: 'Correct these environment variables, or unset all that begin with SLACK_, and start again.',
  });
}
