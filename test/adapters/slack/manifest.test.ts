import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { CALLBACKS } from '../../../src/adapters/slack/actions.ts';
import { BOT_SCOPES, COMMAND } from '../../../src/adapters/slack/manifest.ts';
import { runDesk } from '../../support/desk-process.ts';

/**
 * Slack's schema of a manifest, as far as the desk's goes (github.com/slackapi/manifest-schema, version 2, and
 * docs.slack.dev/reference/app-manifest): every property that is not named here is refused.
 */
const address = z
  .string()
  .max(3000)
  .regex(/^https:\/\//);
const between = (least: number, most: number) => z.string().min(least).max(most);
const schema = z.strictObject({
  _metadata: z.strictObject({ major_version: z.literal(2), minor_version: z.int() }),
  display_information: z.strictObject({
    name: between(1, 35),
    description: between(1, 140),
    long_description: between(175, 4000),
    background_color: z.string().regex(/^#[0-9a-f]{3}(?:[0-9a-f]{3})?$/i),
  }),
  features: z.strictObject({
    app_home: z.strictObject({
      home_tab_enabled: z.boolean(),
      messages_tab_enabled: z.boolean(),
      messages_tab_read_only_enabled: z.boolean(),
    }),
    bot_user: z.strictObject({ display_name: between(1, 80), always_online: z.boolean() }),
    agent_view: z.strictObject({ agent_description: z.string().max(300) }),
    shortcuts: z
      .array(
        z.strictObject({
          name: between(1, 24),
          type: z.enum(['message', 'global']),
          callback_id: between(1, 255),
          description: between(1, 150),
        }),
      )
      .min(1)
      .max(10),
    slash_commands: z
      .array(
        z.strictObject({
          command: between(2, 32).regex(/^\//),
          url: address.optional(),
          description: between(1, 2000),
          usage_hint: between(1, 1000),
          should_escape: z.boolean(),
        }),
      )
      .min(1)
      .max(50),
  }),
  oauth_config: z.strictObject({
    redirect_urls: z.array(address).max(1000).optional(),
    scopes: z.strictObject({ bot: z.array(z.string().regex(/^[a-z_.]+(?::[a-z_.]+)?$/)).max(255) }),
  }),
  settings: z.strictObject({
    event_subscriptions: z.strictObject({
      request_url: address.optional(),
      bot_events: z
        .array(z.string().regex(/^[a-z_.]+$/))
        .min(1)
        .max(100),
    }),
    interactivity: z.strictObject({ is_enabled: z.boolean(), request_url: address.optional() }),
    org_deploy_enabled: z.boolean(),
    socket_mode_enabled: z.boolean(),
    token_rotation_enabled: z.boolean(),
  }),
});

async function print(args: readonly string[]) {
  const { status, stdout } = await runDesk(['manifest', 'slack', ...args]);
  expect(status).toBe(0);
  return schema.parse(JSON.parse(stdout));
}

describe('desk manifest slack', () => {
  it('prints a manifest for Socket Mode that has no address', async () => {
    const manifest = await print([]);
    expect(manifest.settings.socket_mode_enabled).toBe(true);
    expect(JSON.stringify(manifest)).not.toContain('https://');
    expect(manifest).toEqual(schema.parse(JSON.parse(await readFile('manifests/slack.json', 'utf8'))));
  });

  it('fills the admin’s address in for HTTP, and refuses one that Slack would not call', async () => {
    const manifest = await print(['--mode', 'http', '--url', 'https://desk.example.org/']);
    expect(manifest.settings).toMatchObject({
      socket_mode_enabled: false,
      event_subscriptions: { request_url: 'https://desk.example.org/slack/events' },
      interactivity: { request_url: 'https://desk.example.org/slack/events' },
    });
    expect(manifest.features.slash_commands[0]?.url).toBe('https://desk.example.org/slack/events');
    expect(manifest.oauth_config.redirect_urls).toEqual(['https://desk.example.org/slack/oauth_redirect']);
    for (const args of [[], ['--url', 'http://desk.example.org'], ['--url', 'desk']]) {
      const refused = await runDesk(['manifest', 'slack', '--mode', 'http', ...args]);
      expect(refused).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining('--url https://') });
    }
  });

  it('hears whole channels only where follow-ups are wanted', async () => {
    const events = async (args: readonly string[]) => (await print(args)).settings.event_subscriptions.bot_events;
    expect(await events([])).not.toContain('message.channels');
    expect(await events(['--follow-ups'])).toEqual(expect.arrayContaining(['message.channels', 'message.groups']));
  });

  it('names what the code listens to, and the scopes that it installs with', async () => {
    const { features, oauth_config } = await print([]);
    expect(features.slash_commands.map(({ command }) => command)).toEqual([COMMAND]);
    expect(features.shortcuts.map(({ callback_id }) => callback_id)).toEqual([CALLBACKS.check]);
    expect(oauth_config.scopes.bot).toEqual([...BOT_SCOPES]);
  });
});
