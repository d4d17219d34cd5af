import { z } from 'zod';

/** Parts of Slack's payloads that the desk reads; everything else in them is left alone. */
const id = z.string().min(1).max(64);
const ts = z.string().regex(/^\d{1,12}\.\d{1,9}$/);

/** `app_mention` and `message` events (docs.slack.dev/reference/events). */
export const messageEvent = z.object({
  type: z.enum(['app_mention', 'message']),
  subtype: z.string().optional(),
  channel: id,
  channel_type: z.string().optional(),
  user: id.optional(),
  bot_id: z.string().optional(),
  app_id: z.string().optional(),
  text: z.string().default(''),
  ts,
  thread_ts: ts.optional(),
  edited: z.unknown().optional(),
  /** Workspace of the author; another one in shared channels. */
  team: id.optional(),
});
export type MessageEvent = z.infer<typeof messageEvent>;

export const eventEnvelope = z.object({
  team_id: id.optional(),
  enterprise_id: z.string().nullish(),
  event_id: z.string().optional(),
  authorizations: z.array(z.object({ team_id: z.string().nullish(), user_id: z.string().nullish() })).optional(),
});

export const slashCommand = z.object({
  team_id: id,
  channel_id: id,
  user_id: id,
  command: z.string(),
  text: z.string().default(''),
  trigger_id: z.string(),
  response_url: z.string(),
});

export const homeOpened = z.object({ user: id, tab: z.string(), channel: id.optional() });
export const sessionStopped = z.object({ channel: id, thread_ts: ts });

/** A button that was pressed, in a message or the Home tab. */
export const blockAction = z.object({
  team: z.object({ id }).nullish(),
  user: z.object({ id, team_id: id.optional() }),
  channel: z.object({ id }).optional(),
  message: z.object({ ts: ts.optional(), thread_ts: ts.optional() }).optional(),
  container: z.object({ thread_ts: ts.optional(), is_ephemeral: z.boolean().optional() }).optional(),
  trigger_id: z.string().optional(),
  response_url: z.string().optional(),
});

/** What a button says. */
export const actionValue = z.object({
  action_id: z.string(),
  action_ts: z.string().default(''),
  value: z.string(),
});

export const messageShortcut = z.object({
  team: z.object({ id }).nullish(),
  user: z.object({ id, team_id: id.optional() }),
  channel: z.object({ id }),
  message: z.object({ ts: ts.optional(), thread_ts: ts.optional(), text: z.string().default('') }),
  trigger_id: z.string(),
  response_url: z.string(),
});

export const sentView = z.object({
  team: z.object({ id }).nullish(),
  user: z.object({ id, team_id: id.optional() }),
  view: z.object({ private_metadata: z.string(), state: z.object({ values: z.unknown() }) }),
});

/** A message of a thread, as `conversations.replies` gives it. */
export const threadMessage = z.object({
  ts,
  user: z.string().optional(),
  bot_id: z.string().optional(),
  app_id: z.string().optional(),
  subtype: z.string().optional(),
  text: z.string().default(''),
  blocks: z.array(z.object({ block_id: z.string().optional() })).optional(),
});
export type ThreadMessage = z.infer<typeof threadMessage>;
