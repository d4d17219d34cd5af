import { join } from 'node:path';
import Libsql from 'libsql';
import { expect, it, onTestFinished } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { makeTemporaryFolder, silentLogger, sketchDocument } from './indexed-documents.ts';

/** The tables of the first version of the schema. */
const FIRST_TABLES = new Set(
  'state documents document_bodies files segments segment_bodies removals answers answer_documents'.split(' '),
);

/** Takes a store back to the first version of the schema. */
function makeOld(path: string): void {
  const database = new Libsql(path);
  const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all() as { name: string }[];
  for (const { name } of tables) {
    if (!FIRST_TABLES.has(name) && !name.startsWith('sqlite_')) database.exec(`DROP TABLE ${name}`);
  }
  database.exec('DROP INDEX documents_outdated');
  database.exec('ALTER TABLE documents DROP COLUMN speakers');
  database.exec("UPDATE state SET value = 1 WHERE name = 'schema'");
  database.close();
}

it('names the documents of a store from before speakers were kept, until they are put again', async () => {
  const dataDir = makeTemporaryFolder(onTestFinished);
  const open = () => openStore({ dataDir, logger: silentLogger });
  const first = await open();
  const put = [sketchDocument({ id: 'a', passages: ['one'] }), sketchDocument({ id: 'b', passages: ['two'] })];
  await first.knowledge.applyChange({ put, removeIds: [] });
  expect(await first.knowledge.listOutdated()).toEqual([]);
  await first.close();
  makeOld(join(dataDir, 'desk.db'));
  const again = await open();
  onTestFinished(() => again.close());
  expect(await again.knowledge.listOutdated()).toHaveLength(2);
  expect((await again.knowledge.findDocuments(['a'])).map(({ text }) => text)).toEqual(['one']);
  await again.knowledge.applyChange({ put: put.slice(0, 1), removeIds: [] });
  const [left] = await again.knowledge.findDocuments(['b']);
  expect(await again.knowledge.listOutdated()).toEqual([left?.seq]);
});
