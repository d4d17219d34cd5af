import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { DeskError } from '../core/errors.ts';
import { printLine } from './output.ts';

export interface ManifestOptions {
  readonly mode: 'socket' | 'http';
  /** The desk's public address, for HTTP: `https://desk.example.org`. */
  readonly url?: string;
  /** Also the events by which the desk hears follow-ups without a mention. */
  readonly followUps?: boolean;
}

const MANIFEST = new URL('../../manifests/slack.json', import.meta.url);
/** Delivered only where follow-ups without a mention are wanted: with them Slack sends every message of a channel. */
const FOLLOW_UP_EVENTS = ['message.channels', 'message.groups'];

const command = z.looseObject({ command: z.string() });
const manifest = z.looseObject({
  features: z.looseObject({ slash_commands: z.array(command) }),
  oauth_config: z.looseObject({}),
  settings: z.looseObject({
    event_subscriptions: z.looseObject({ bot_events: z.array(z.string()) }),
    interactivity: z.looseObject({ is_enabled: z.boolean() }),
  }),
});

/** `desk manifest slack`: prints the manifest to paste at api.slack.com/apps, with the admin's address filled in. */
export async function runManifest(options: ManifestOptions): Promise<void> {
  const text = await readFile(MANIFEST, 'utf8');
  await printLine(JSON.stringify(fillManifest(manifest.parse(JSON.parse(text)), options), null, 2));
}

/**
 * The manifest for Socket Mode, or for HTTP at an address.
 * @throws DeskError `bad_input` when HTTP mode has no https address.
 */
export function fillManifest(given: z.output<typeof manifest>, { mode, url, followUps = false }: ManifestOptions) {
  const { features, oauth_config, settings } = given;
  const bot_events = [...settings.event_subscriptions.bot_events, ...(followUps ? FOLLOW_UP_EVENTS : [])].sort();
  if (mode === 'socket') {
    return {
      ...given,
      settings: { ...settings, event_subscriptions: { bot_events }, socket_mode_enabled: true },
    };
  }
  const address = readAddress(url);
  const request_url = `${address}/slack/events`;
  return {
    ...given,
    features: { ...features, slash_commands: features.slash_commands.map((one) => ({ ...one, url: request_url })) },
    oauth_config: { ...oauth_config, redirect_urls: [`${address}/slack/oauth_redirect`] },
    settings: {
      ...settings,
      event_subscriptions: { request_url, bot_events },
      interactivity: { ...settings.interactivity, request_url },
      socket_mode_enabled: false,
    },
  };
}

/** Without a path or a slash at the end. */
function readAddress(url: string | undefined): string {
  if (url !== undefined && URL.canParse(url)) {
    const { protocol, origin, pathname } = new URL(url);
    if (protocol === 'https:') return `${origin}${pathname.replace(/\/+$/, '')}`;
  }
  throw new DeskError({
    code: 'bad_input',
    message: url === undefined ? 'HTTP mode needs the public address of the desk.' : `Slack does not call "${url}".`,
    hint: 'Give an address that begins with https://, for example --url https://desk.example.org.',
  });
}
