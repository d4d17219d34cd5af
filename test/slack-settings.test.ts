import { describe, expect, it } from 'vitest';
import { DeskError } from '../src/core/errors.ts';
import { readSlackSettings } from '../src/slack-settings.ts';

const read = (environment: Record<string, string>, hasEncryptionKey = false) =>
  readSlackSettings(environment, { hasEncryptionKey });

function problemOf(environment: Record<string, string>): string {
  try {
    read(environment);
  } catch (error) {
    if (error instanceof DeskError && error.code === 'bad_setting') return error.message;
    throw error;
  }
  return '';
}

describe('the settings of Slack', () => {
  it('are off when none is set, or all are empty', () => {
    expect(read({})).toBeUndefined();
    expect(
      read({ SLACK_BOT_TOKEN: '', SLACK_APP_TOKEN: '', SLACK_SIGNING_SECRET: '', SLACK_CLIENT_ID: '' }),
    ).toBeUndefined();
  });

  it('are Socket Mode with an app token, else HTTP with a signing secret', () => {
    expect(read({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' })).toMatchObject({
      botToken: 'xoxb-1',
      appToken: 'xapp-1',
    });
    expect(read({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 's' })).toMatchObject({ signingSecret: 's' });
  });

  it('are many workspaces with a client id, its secrets and an encryption key', () => {
    const many = {
      SLACK_CLIENT_ID: '1.2',
      SLACK_CLIENT_SECRET: 'c',
      SLACK_STATE_SECRET: 'st',
      SLACK_SIGNING_SECRET: 's',
    };
    expect(read(many, true)).toMatchObject({ install: { clientId: '1.2', clientSecret: 'c', stateSecret: 'st' } });
    expect(problemOf(many)).toContain('ENCRYPTION_KEY must be set');
  });

  it('name everything that is wrong or missing at once, and no value', () => {
    const problem = problemOf({ SLACK_CLIENT_ID: '1.2', SLACK_BOT_TOKEN: 'xoxb-very-secret' });
    for (const name of [
      'SLACK_APP_TOKEN',
      'SLACK_SIGNING_SECRET',
      'SLACK_CLIENT_SECRET',
      'SLACK_STATE_SECRET',
      'ENCRYPTION_KEY',
    ])
      expect(problem).toContain(name);
    expect(problem).not.toContain('very-secret');
    expect(problemOf({ SLACK_BOT_TOKEN: 'secret', SLACK_API_URL: 'ftp://x' })).toMatch(
      /SLACK_BOT_TOKEN must begin.*SLACK_API_URL must be/,
    );
    expect(problemOf({ SLACK_SIGNING_SECRET: 's' })).toContain(
      'SLACK_BOT_TOKEN (one workspace) or SLACK_CLIENT_ID (many)',
    );
  });
});
