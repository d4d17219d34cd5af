/** What the desk must be allowed; why each is needed is told in the README. */
export const BOT_SCOPES = [
  'app_mentions:read',
  'assistant:write',
  'channels:history',
  'chat:write',
  'commands',
  'groups:history',
  'im:history',
  'users:read',
] as const;

/** The slash command that the manifest names. */
export const COMMAND = '/sovereignty';
