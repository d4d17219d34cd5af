import { z } from 'zod';
import { DeskError } from './core/errors.ts';

const port = z.coerce.number().int().min(0).max(65_535);

/** "NAME=" in a file of settings means that it is not set. */
const unlessEmpty = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema);

/** What the environment may set; the texts are what a person reads when a value is wrong. */
const ENVIRONMENT = z.object({
  HOST: z.string().min(1, 'is empty; unset it or give an address').default('127.0.0.1'),
  PORT: unlessEmpty(port.default(3000)),
  KNOWLEDGE_DIR: z.string().min(1, 'is empty; unset it or name a folder').default('knowledge'),
  DATA_DIR: z.string().min(1, 'is empty; unset it or name a folder').default('data'),
  ALLOWED_HOSTS: z
    .string()
    .default('')
    .transform((names) =>
      names
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== ''),
    ),
  LOG_LEVEL: unlessEmpty(z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info')),
  EMBEDDER: unlessEmpty(z.string().optional()),
  CHAT_MODEL: unlessEmpty(z.string().optional()),
});

export type Settings = z.infer<typeof ENVIRONMENT>;

/** Settings of chat platforms: which are switched on is said at start. */
export const PLATFORM_VARIABLES = {
  Slack: ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET', 'SLACK_CLIENT_ID'],
  Teams: ['MICROSOFT_APP_ID', 'TEAMS_LOCAL'],
} as const;

/**
 * Reads the settings; values are never printed, as they may be secrets.
 * @throws DeskError `bad_setting` that names every wrong variable at once.
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const parsed = ENVIRONMENT.safeParse(environment);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(
    (issue) => `${issue.path.join('.')}: ${MENDS[String(issue.path[0])] ?? issue.message}`,
  );
  throw new DeskError({
    code: 'bad_setting',
    message: `Some settings cannot be used: ${problems.join('; ')}.`,
    hint: 'Correct or unset these environment variables and start again.',
  });
}

const MENDS: Readonly<Record<string, string>> = {
  PORT: 'must be a whole number from 0 to 65535 (0 takes a free port)',
  LOG_LEVEL: 'must be one of trace, debug, info, warn, error, fatal, silent',
};
