import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { type Database, damagedStore } from './database.ts';

/** HMAC-SHA-256 in hex: the ids of a platform are few enough to be tried one by one against a plain hash. */
export type PersonHash = (person: string) => Promise<string>;

/** Under the key that the database was made with, so that a person's rows can be found again and told from no copy of them. */
export function createPersonHash(database: Database, path: string): PersonHash {
  let key: Uint8Array | undefined;
  return async (person) => {
    key ??= await readKey(database, path);
    return createHmac('sha256', key).update(person).digest('hex');
  };
}

async function readKey(database: Database, path: string): Promise<Uint8Array> {
  const [row] = await database.all('SELECT key FROM person_key');
  const parsed = KeyRow.safeParse(row);
  if (!parsed.success) throw damagedStore(path, 'it lacks the key under which it keeps persons');
  return parsed.data.key;
}

const KeyRow = z.object({ key: z.instanceof(Uint8Array) });
