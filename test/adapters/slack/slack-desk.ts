import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createSlackAdapter, type SlackAdapter, type SlackSettings } from '../../../src/adapters/slack/adapter.ts';
import { createWebServer } from '../../../src/adapters/web/server.ts';
import { openDesk, systemClock } from '../../../src/app.ts';
import { createPlatformServices } from '../../../src/bot/platform-services.ts';
import type { PlaceSettings } from '../../../src/core/platform.ts';
import { DEFAULT_PLACE_SETTINGS } from '../../../src/core/platform.ts';
import type { Clock, Desk, InstallationStore, Logger, PlatformServices } from '../../../src/core/ports.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { waitAtMost } from '../../../src/wait-at-most.ts';
import { DELIVERED_KNOWLEDGE } from '../../support/desk-process.ts';
import { createFakeDesk, type FakeDesk } from '../../support/fake-desk.ts';
import { silentLogger } from '../../support/open-test-desk.ts';
import { APP_TOKEN, BOT_TOKEN, SIGNING_SECRET, type Slack, signatureOf, startSlack } from './stand-in/slack.ts';

export interface Sent {
  readonly status: number;
  readonly body: string;
}

export interface SlackDesk {
  readonly slack: Slack;
  readonly adapter: SlackAdapter;
  readonly services: PlatformServices;
  readonly installations: InstallationStore;
  readonly origin: string;
  readonly logged: { readonly level: string; readonly fields: Record<string, unknown>; readonly message: string }[];
  /** Sends an event of the Events API, signed. */
  send(event: Record<string, unknown>, options?: SendOptions): Promise<Sent>;
  /** Sends a form: a command's fields, or an interactive payload. */
  sendForm(fields: Record<string, string>): Promise<Sent>;
  sendPayload(payload: Record<string, unknown>): Promise<Sent>;
  sendRaw(body: string, headers: Record<string, string>): Promise<Sent>;
  saveSettings(place: string, settings: Partial<PlaceSettings>): Promise<void>;
}

export interface SendOptions {
  readonly eventId?: string;
  readonly team?: string;
  readonly retry?: { readonly num: number; readonly reason: string };
  readonly secret?: string;
  readonly at?: Date;
}

interface StartOptions {
  readonly slack?: Slack;
  readonly settings?: Partial<SlackSettings>;
  readonly deadlineMs?: number;
  readonly clock?: Clock;
  readonly signTiming?: { readonly statusAfterMs: number; readonly streamAfterMs: number };
}

let counter = 0;
function nextId(beginning: string): string {
  counter += 1;
  return `${beginning}${counter}`;
}

/** The adapter before a desk that knows its questions by heart, with the desk's real services and store. */
export async function startSlackDesk(
  options: StartOptions & { desk?: FakeDesk } = {},
): Promise<SlackDesk & { desk: FakeDesk }> {
  const desk = options.desk ?? createFakeDesk();
  const dataDir = await temporaryFolder();
  const { logger, logged } = createMemoryLogger();
  const store = await openStore({ dataDir, logger: silentLogger, encryptionKeys: [new Uint8Array(32).fill(7)] });
  onTestFinished(() => store.close());
  const services = createPlatformServices({
    ...store,
    desk,
    clock: systemClock,
    logger,
    answerDeadlineMs: options.deadlineMs ?? 30_000,
    waitAtMost,
    isGone: () => false,
  });
  const { installations } = store;
  return { ...(await startAdapter({ ...options, desk, services, installations, logger, logged })), desk };
}

/** The adapter before the real desk with the documents that come with it. */
export async function startRealSlackDesk(options: StartOptions = {}): Promise<SlackDesk> {
  const { logger, logged } = createMemoryLogger();
  const desk = await openDesk({ dataDir: await temporaryFolder(), knowledgeDir: DELIVERED_KNOWLEDGE, logger });
  onTestFinished(() => desk.close());
  await desk.refresh();
  const { services, installations } = desk;
  return startAdapter({ ...options, desk: desk.desk, services, installations, logger, logged });
}

async function startAdapter(
  options: StartOptions & {
    desk: Desk;
    services: PlatformServices;
    installations: InstallationStore;
    logger: Logger;
    logged: SlackDesk['logged'];
  },
): Promise<SlackDesk> {
  const { desk, services, installations, logger, logged, clock = systemClock } = options;
  const slack = options.slack ?? (await startSlack());
  if (options.slack === undefined) onTestFinished(() => slack.close());
  const adapter = createSlackAdapter({
    settings: { botToken: BOT_TOKEN, signingSecret: SIGNING_SECRET, apiUrl: slack.apiUrl, ...options.settings },
    desk,
    services,
    installations,
    textGoesTo: undefined,
    memoryHours: 24,
    signTiming: options.signTiming,
    clock,
    logger,
  });
  const server = createWebServer({
    desk,
    logger,
    clock: systemClock,
    host: '127.0.0.1',
    port: 0,
    extraRoutes: [
      {
        path: '/slack',
        authenticatesItself: true,
        mount: (app) => {
          for (const [path, listener] of Object.entries(adapter.routes)) app.all(path, listener);
        },
      },
    ],
  });
  const { port } = await server.listen();
  await adapter.start();
  onTestFinished(async () => {
    await Promise.all([server.close(2_000), adapter.stop(2_000)]);
  });
  const origin = `http://127.0.0.1:${port}`;

  async function sendRaw(body: string, headers: Record<string, string>): Promise<Sent> {
    const response = await fetch(`${origin}/slack/events`, { method: 'POST', headers, body });
    return { status: response.status, body: await response.text() };
  }
  const sendForm = (fields: Record<string, string>) => {
    const body = new URLSearchParams(fields).toString();
    return sendRaw(body, { 'Content-Type': 'application/x-www-form-urlencoded', ...signatureOf(body) });
  };
  return {
    slack,
    adapter,
    services,
    installations,
    origin,
    logged,
    sendRaw,
    sendForm,
    sendPayload: (payload) => sendForm({ payload: JSON.stringify(payload) }),
    send(event, { eventId = nextId('Ev'), team = 'T1', retry, secret, at } = {}) {
      const body = JSON.stringify(envelopeOf(event, { eventId, team }));
      return sendRaw(body, {
        'Content-Type': 'application/json',
        ...signatureOf(body, { secret, at }),
        ...(retry !== undefined && { 'X-Slack-Retry-Num': String(retry.num), 'X-Slack-Retry-Reason': retry.reason }),
      });
    },
    async saveSettings(place, settings) {
      await services.changeSettings({
        platform: 'slack',
        place,
        settings: { ...DEFAULT_PLACE_SETTINGS, ...settings },
        isAdmin: true,
      });
    },
  };
}

/** The adapter in Socket Mode. */
export const SOCKET_MODE = { appToken: APP_TOKEN, signingSecret: undefined } as const;

/** The outside of an event (docs.slack.dev/apis/events-api, "Event type structure"). */
export function envelopeOf(event: Record<string, unknown>, { eventId, team }: { eventId: string; team: string }) {
  return {
    token: 'old',
    team_id: team,
    api_app_id: 'A1',
    event,
    type: 'event_callback',
    event_id: eventId,
    event_time: 1_790_000_000,
    authorizations: [
      { enterprise_id: null, team_id: team, user_id: 'UDESK', is_bot: true, is_enterprise_install: false },
    ],
    is_ext_shared_channel: false,
    event_context: 'EC1',
  };
}

let clockTicks = 0;

/** A time as Slack stamps messages, later with every call. */
export function nextTs(): string {
  clockTicks += 1;
  return `1780000000.${String(clockTicks).padStart(6, '0')}`;
}

/** `app_mention` (docs.slack.dev/reference/events/app_mention). */
export function mention(text: string, more: Record<string, unknown> = {}) {
  const ts = nextTs();
  return { type: 'app_mention', user: 'U1', text: `<@UDESK> ${text}`, ts, channel: 'C1', event_ts: ts, ...more };
}

/** `message.im` (docs.slack.dev/reference/events/message.im). */
export function directMessage(text: string, more: Record<string, unknown> = {}) {
  const ts = nextTs();
  return { type: 'message', channel_type: 'im', user: 'U1', text, ts, channel: 'D1', event_ts: ts, ...more };
}

/** `message.channels` (docs.slack.dev/reference/events/message.channels). */
export function channelMessage(text: string, more: Record<string, unknown> = {}) {
  const ts = nextTs();
  return { type: 'message', channel_type: 'channel', user: 'U1', text, ts, channel: 'C1', event_ts: ts, ...more };
}

/** A slash command's form (docs.slack.dev/interactivity/implementing-slash-commands). */
export function commandForm(text: string, more: Record<string, string> = {}) {
  counter += 1;
  return {
    token: 'old',
    team_id: 'T1',
    team_domain: 'policy',
    channel_id: 'C1',
    channel_name: 'general',
    user_id: 'U1',
    user_name: 'ana',
    command: '/sovereignty',
    text,
    api_app_id: 'A1',
    trigger_id: `trigger-${counter}`,
    ...more,
  };
}

/** A pressed button (docs.slack.dev/reference/interaction-payloads/block_actions-payload). */
export function buttonPress(action: Record<string, unknown>, more: Record<string, unknown> = {}) {
  counter += 1;
  return {
    type: 'block_actions',
    user: { id: 'U1', username: 'ana', team_id: 'T1' },
    api_app_id: 'A1',
    container: { type: 'message', channel_id: 'C1', is_ephemeral: false },
    trigger_id: `trigger-${counter}`,
    team: { id: 'T1', domain: 'policy' },
    channel: { id: 'C1', name: 'general' },
    actions: [{ type: 'button', block_id: 'b', action_ts: `1790000000.${counter}`, ...action }],
    ...more,
  };
}

/** Everything that a reader of blocks sees, in order. */
export function textIn(value: unknown): string {
  if (Array.isArray(value)) return value.map(textIn).join('');
  if (typeof value !== 'object' || value === null) return '';
  return Object.entries(value)
    .map(([key, inner]) => (key === 'text' && typeof inner === 'string' ? inner : textIn(inner)))
    .join('');
}

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'desk-slack-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

function createMemoryLogger(): {
  logger: Logger;
  logged: { level: string; fields: Record<string, unknown>; message: string }[];
} {
  const logged: { level: string; fields: Record<string, unknown>; message: string }[] = [];
  const log = (level: string) => (fields: Record<string, unknown>, message: string) => {
    logged.push({ level, fields, message });
  };
  return { logged, logger: { debug: log('debug'), info: log('info'), warn: log('warn'), error: log('error') } };
}
