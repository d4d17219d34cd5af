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
      CONVERSATION_HOURS: 24,
      ANSWER_DEADLINE_SECONDS: 30,
      ENCRYPTION_KEY_PREVIOUS: [],
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

  it('reads keys of 32 bytes in base64, the one in use and those from before', () => {
    const key = (byte: number) => Buffer.alloc(32, byte).toString('base64');
    const settings = readSettings({ ENCRYPTION_KEY: key(1), ENCRYPTION_KEY_PREVIOUS: ` ${key(2)} ,${key(3)}` });
    expect(settings.ENCRYPTION_KEY).toEqual(new Uint8Array(32).fill(1));
    expect(settings.ENCRYPTION_KEY_PREVIOUS).toEqual([2, 3].map((byte) => new Uint8Array(32).fill(byte)));
    expect(readSettings({ ENCRYPTION_KEY: '', ENCRYPTION_KEY_PREVIOUS: '' })).toEqual(readSettings({}));
  });

  it.each([
    ['ENCRYPTION_KEY', Buffer.alloc(31, 7).toString('base64')],
    ['ENCRYPTION_KEY', 'a passphrase that somebody made up'],
    ['ENCRYPTION_KEY_PREVIOUS', `${Buffer.alloc(32, 7).toString('base64')},BwcH`],
    ['CONVERSATION_HOURS', '-5'],
    ['CONVERSATION_HOURS', '0.5'],
    ['ANSWER_DEADLINE_SECONDS', '601'],
  ])('refuses %s "%s" without printing it', (name, value) => {
    const { message } = failureOf({ [name]: value });
    expect(message).toContain(`${name}: must be`);
    expect(message).not.toContain(value);
  });

  it('names everything that is wrong at once and prints no value, as it may be a secret', () => {
    const { message, hint } = failureOf({ PORT: 'xoxb-secret', LOG_LEVEL: 'hunter2', DATA_DIR: '' });
    for (const name of ['PORT', 'LOG_LEVEL', 'DATA_DIR']) expect(message).toContain(name);
    expect(`${message} ${hint}`).not.toMatch(/xoxb|hunter2/);
  });
});
