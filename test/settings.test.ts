import { describe, expect, it } from 'vitest';
import { DeskError } from '../src/core/errors.ts';
import { readSettings } from '../src/settings.ts';

function failureOf(environment: Record<string, string>): DeskError {
  try {
    readSettings(environment);
  } catch (error) {
    if (error instanceof DeskError) return error;
    throw error;
  }
  throw new Error('these settings were taken');
}

describe('readSettings', () => {
  it('serves this machine only, from the folders of the checkout, when nothing is set', () => {
    expect(readSettings({ UNRELATED: 'x' })).toEqual({
      HOST: '127.0.0.1',
      PORT: 3000,
      KNOWLEDGE_DIR: 'knowledge',
      DATA_DIR: 'data',
      ALLOWED_HOSTS: [],
      LOG_LEVEL: 'info',
    });
  });

  it('takes what is set, and an empty value as not set', () => {
    expect(
      readSettings({ PORT: '0', ALLOWED_HOSTS: ' desk.example , ,other.example', DATA_DIR: '/srv/desk' }),
    ).toMatchObject({
      PORT: 0,
      ALLOWED_HOSTS: ['desk.example', 'other.example'],
      DATA_DIR: '/srv/desk',
    });
    expect(readSettings({ PORT: '', LOG_LEVEL: '', EMBEDDER: '', CHAT_MODEL: '' })).toEqual(readSettings({}));
  });

  it.each(['-1', '65536', '80.5', 'http', '0x'])('refuses the port "%s"', (PORT) => {
    expect(failureOf({ PORT })).toMatchObject({
      code: 'bad_setting',
      message: expect.stringContaining('PORT: must be'),
    });
  });

  it('names everything that is wrong at once and prints no value, as it may be a secret', () => {
    const { message, hint } = failureOf({ PORT: 'xoxb-secret', LOG_LEVEL: 'hunter2', DATA_DIR: '' });
    for (const name of ['PORT', 'LOG_LEVEL', 'DATA_DIR']) expect(message).toContain(name);
    expect(`${message} ${hint}`).not.toMatch(/xoxb|hunter2/);
  });
});
