import { createDecipheriv, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import fc from 'fast-check';
import Libsql from 'libsql';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { openSecret, sealSecret } from '../../src/store/sealed-secret.ts';
import { makeTemporaryFolder, silentLogger } from './indexed-documents.ts';

const KEY = randomBytes(32);
const NAME = 'slack:T1';

describe('a sealed secret', () => {
  it('opens to the same text under its key and name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, name) => {
        const sealed = sealSecret(text, { name, key: KEY });
        expect(openSecret(sealed, { name, keys: [KEY] })).toEqual({ kind: 'opened', text, isOfOldKey: false });
      }),
    );
  });

  it('is AES-256-GCM as Node’s own decipher reads it, by the layout that is described', () => {
    const sealed = Buffer.from(sealSecret('{"token":"t"}', { name: NAME, key: KEY }));
    const decipher = createDecipheriv('aes-256-gcm', KEY, sealed.subarray(9, 21));
    decipher.setAAD(Buffer.from(`desk-installation ${NAME}`)).setAuthTag(sealed.subarray(21, 37));
    expect(decipher.update(sealed.subarray(37), undefined, 'utf8') + decipher.final('utf8')).toBe('{"token":"t"}');
  });

  it('does not open when any bit of it is altered', () => {
    const sealed = sealSecret('{"token":"t"}', { name: NAME, key: KEY });
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const altered = Uint8Array.from(sealed);
      altered[bit >> 3] = (altered[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(openSecret(altered, { name: NAME, keys: [KEY] }).kind).not.toBe('opened');
    }
  });

  it('does not open when it is cut off, or lengthened', () => {
    const sealed = sealSecret('{"token":"t"}', { name: NAME, key: KEY });
    for (let length = 0; length < sealed.length; length += 1) {
      expect(openSecret(sealed.subarray(0, length), { name: NAME, keys: [KEY] }).kind).not.toBe('opened');
    }
    expect(openSecret(Buffer.concat([sealed, Buffer.of(0)]), { name: NAME, keys: [KEY] }).kind).toBe('damaged');
  });

  it('does not open under another name or another key', () => {
    const sealed = sealSecret('{"token":"t"}', { name: NAME, key: KEY });
    expect(openSecret(sealed, { name: 'slack:T2', keys: [KEY] }).kind).toBe('damaged');
    expect(openSecret(sealed, { name: NAME, keys: [randomBytes(32)] }).kind).toBe('unknown_key');
    expect(openSecret(sealed, { name: NAME, keys: [] }).kind).toBe('unknown_key');
  });

  it('is never the same twice, and does not hold its text', () => {
    const seal = () => Buffer.from(sealSecret('xoxb-very-secret', { name: NAME, key: KEY }));
    const seals = Array.from({ length: 200 }, seal);
    expect(new Set(seals.map((one) => one.subarray(9, 21).toString('hex'))).size).toBe(200);
    for (const one of seals) expect(one.includes('secret')).toBe(false);
  });
});

describe('the installations of a store', () => {
  const open = async (dataDir: string, ...encryptionKeys: Uint8Array[]) => {
    const store = await openStore({ dataDir, logger: silentLogger, encryptionKeys });
    onTestFinished(() => store.close());
    return store;
  };

  it('are read after the key was changed while the old one is known, and after that without it', async () => {
    const dataDir = makeTemporaryFolder(onTestFinished);
    const [first, second, third] = [randomBytes(32), randomBytes(32), randomBytes(32)];
    await (await open(dataDir, first)).installations.save(NAME, '{"token":"one"}');
    expect(await (await open(dataDir, third, second, first)).installations.read(NAME)).toBe('{"token":"one"}');
    expect(await (await open(dataDir, third)).installations.read(NAME)).toBe('{"token":"one"}');
    await expect((await open(dataDir, first)).installations.read(NAME)).rejects.toMatchObject({
      code: 'bad_setting',
      hint: expect.stringContaining('ENCRYPTION_KEY_PREVIOUS'),
    });
  });

  it('are neither kept nor read without a key, and can be removed all the same', async () => {
    const dataDir = makeTemporaryFolder(onTestFinished);
    await (await open(dataDir, KEY)).installations.save(NAME, '{}');
    const { installations } = await open(dataDir);
    await expect(installations.save(NAME, '{}')).rejects.toMatchObject({ code: 'bad_setting' });
    await expect(installations.read(NAME)).rejects.toMatchObject({ code: 'bad_setting' });
    await installations.remove(NAME);
    expect(await installations.read(NAME)).toBeUndefined();
  });

  it('tell of tampering, and of a secret put in the place of another', async () => {
    const dataDir = makeTemporaryFolder(onTestFinished);
    const { installations } = await open(dataDir, KEY);
    await installations.save('slack:T1', '{"of":"T1"}');
    await installations.save('slack:T2', '{"of":"T2"}');
    const database = new Libsql(join(dataDir, 'desk.db'));
    database.exec(`UPDATE installations SET secret = (SELECT secret FROM installations WHERE id = 'slack:T2')
                     WHERE id = 'slack:T1'`);
    database.close();
    await expect(installations.read('slack:T1')).rejects.toMatchObject({ code: 'store_damaged' });
    expect(await installations.read('slack:T2')).toBe('{"of":"T2"}');
  });
});
