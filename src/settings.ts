import { z } from 'zod';
import { DeskError } from './core/errors.ts';

const port = z.coerce.number().int().min(0).max(65_535);

/** "NAME=" in a file of settings means that it is not set. */
const unlessEmpty = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema);

/** 32 bytes in base64, as `openssl rand -base64 32` prints them. */
const encryptionKey = z
  .base64()
  .transform((written) => new Uint8Array(Buffer.from(written, 'base64')))
  .refine((key) => key.length === 32);

/** A list with commas; empty entries do not count. */
const list = z
  .string()
  .default('')
  .transform((entries) =>
    entries
      .split(',')
      .map((entry) => entry.trim())
      .filter((entry) => entry !== ''),
  );

/** What the environment may set; the texts are what a person reads when a value is wrong. */
const ENVIRONMENT = z.object({
  HOST: z.string().min(1, 'is empty; unset it or give an address').default('127.0.0.1'),
  PORT: unlessEmpty(port.default(3000)),
  KNOWLEDGE_DIR: z.string().min(1, 'is empty; unset it or name a folder').default('knowledge'),
  DATA_DIR: z.string().min(1, 'is empty; unset it or name a folder').default('data'),
  ALLOWED_HOSTS: list,
  LOG_LEVEL: unlessEmpty(z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info')),
  EMBEDDER: unlessEmpty(z.string().optional()),
  CHAT_MODEL: unlessEmpty(z.string().optional()),
  /** How long the questions of a conversation are remembered for follow-ups. */
  CONVERSATION_HOURS: unlessEmpty(z.coerce.number().int().min(1).max(720).default(24)),
  /** How long a person on a chat platform waits for an answer before an honest failure. */
  ANSWER_DEADLINE_SECONDS: unlessEmpty(z.coerce.number().int().min(1).max(600).default(30)),
  /** Under which tokens of workspaces are kept. */
  ENCRYPTION_KEY: unlessEmpty(encryptionKey.optional()),
  /** Keys used before it: what they encrypted can still be read, and is encrypted anew when it is. */
  ENCRYPTION_KEY_PREVIOUS: list.pipe(z.array(encryptionKey)),
});

export type Settings = z.infer<typeof ENVIRONMENT>;

/** Settings of chat platforms that are said at start; those of Slack are read in `slack-settings.ts`. */
export const PLATFORM_VARIABLES = {
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
    (issue) => `${String(issue.path[0])}: ${MENDS[String(issue.path[0])] ?? issue.message}`,
  );
  throw new DeskError({
    code: 'bad_setting',
    message: `Some settings cannot be used: ${problems.join('; ')}.`,
    hint: 'Correct or unset these environment variables and start again.',
  });
}

const MENDS: Readonly<Record<string, string>> = {
  PORT: 'must be a whole number from 0 to 65535 (0 takes a free port)',
  CONVERSATION_HOURS: 'must be a whole number of hours from 1 to 720',
  ANSWER_DEADLINE_SECONDS: 'must be a whole number of seconds from 1 to 600',
  ENCRYPTION_KEY: 'must be 32 bytes in base64, as "openssl rand -base64 32" prints them',
  ENCRYPTION_KEY_PREVIOUS: 'must be one or several keys of 32 bytes in base64, with commas between them',
  LOG_LEVEL: 'must be one of trace, debug, info, warn, error, fatal, silent',
};
