import { z } from 'zod';
import { DeskError } from '../core/errors.ts';
import type { InstallationStore } from '../core/ports.ts';
import { type Database, damagedStore, parseRows, Utf8 } from './database.ts';
import { openSecret, sealSecret } from './sealed-secret.ts';

/** Secrets of workspaces, sealed under the first of `keys`; one sealed under a later key is sealed anew when it is read. */
export function createInstallationStore({
  database,
  path,
  keys,
}: {
  readonly database: Database;
  /** Of the database, for messages. */
  readonly path: string;
  /** 32 bytes each: the one in use first, then those from before. Empty: nothing can be kept. */
  readonly keys: readonly Uint8Array[];
}): InstallationStore {
  const [key] = keys;

  return {
    async save(id, secretJson) {
      if (key === undefined) throw missingKey(id);
      const sealed = sealSecret(secretJson, { name: id, key });
      await database.erase((queries) =>
        queries.run(
          'INSERT INTO installations (id, secret) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET secret = excluded.secret',
          [id, sealed],
        ),
      );
    },

    async read(id) {
      const [row] = parseRows(
        SecretRow,
        await database.all('SELECT secret FROM installations WHERE id = $1', [id]),
        path,
      );
      if (row === undefined) return undefined;
      if (key === undefined) throw missingKey(id);
      const opened = openSecret(row.secret, { name: id, keys });
      switch (opened.kind) {
        case 'opened':
          if (opened.isOfOldKey) {
            // Only where nobody saved another one meanwhile.
            await database.erase((queries) =>
              queries.run('UPDATE installations SET secret = $2 WHERE id = $1 AND secret = $3', [
                id,
                sealSecret(opened.text, { name: id, key }),
                row.secret,
              ]),
            );
          }
          return opened.text;
        case 'unknown_key':
          throw new DeskError({
            code: 'bad_setting',
            message: `The installation ${id} was encrypted under another key than ENCRYPTION_KEY.`,
            hint: 'Give the key from before in ENCRYPTION_KEY_PREVIOUS, or install the app in that workspace again.',
          });
        case 'damaged':
          throw damagedStore(path, `the installation ${id} was altered since it was encrypted`);
      }
    },

    async remove(id) {
      await database.erase((queries) => queries.run('DELETE FROM installations WHERE id = $1', [id]), { log: true });
    },

    async listIds() {
      const rows = await database.all('SELECT CAST(id AS BLOB) AS id FROM installations ORDER BY id');
      return parseRows(IdRow, rows, path).map(({ id }) => id);
    },
  };
}

function missingKey(id: string): DeskError {
  return new DeskError({
    code: 'bad_setting',
    message: `The installation ${id} cannot be kept or read without ENCRYPTION_KEY.`,
    hint: 'Set ENCRYPTION_KEY to 32 random bytes in base64, for example from "openssl rand -base64 32".',
  });
}

const SecretRow = z.object({ secret: z.instanceof(Uint8Array) });
const IdRow = z.object({ id: Utf8 });
