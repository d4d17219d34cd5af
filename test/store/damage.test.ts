import { chmodSync, mkdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Libsql from 'libsql';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { openDatabase, translateDatabaseError } from '../../src/store/database.ts';
import { createKnowledgeStore } from '../../src/store/knowledge-store.ts';
import { openStore } from '../../src/store/open-store.ts';
import { makeTemporaryFolder, silentLogger, sketchDocument } from './indexed-documents.ts';

let dataDir = '';
beforeEach(() => {
  dataDir = join(makeTemporaryFolder(onTestFinished), 'data');
});

const open = async () => {
  const store = await openStore({ dataDir, logger: silentLogger });
  onTestFinished(() => store.close());
  return store;
};

/** A closed store with so many documents that the file has some hundred pages. */
async function fillStore(): Promise<string> {
  const store = await openStore({ dataDir, logger: silentLogger });
  const put = Array.from({ length: 200 }, (_, index) =>
    sketchDocument({ id: `d${index}`, passages: [`word${index} `.repeat(200)] }),
  );
  await store.knowledge.applyChange({ put, removeIds: [] });
  await store.close();
  const path = join(dataDir, 'desk.db');
  change(path, 'PRAGMA wal_checkpoint(TRUNCATE)');
  return path;
}

function change(path: string, ...statements: string[]): void {
  const database = new Libsql(path);
  for (const statement of statements) database.exec(statement);
  database.close();
}

/** Everything that a reader may ask; what it throws. */
async function useStore(): Promise<void> {
  const store = await open();
  await store.knowledge.listDocuments();
  await store.knowledge.findDocuments(Array.from({ length: 200 }, (_, index) => `d${index}`));
  await store.keywords.searchDocuments({ terms: [{ term: 'word1', weight: 1 }], limit: 5 });
  await store.vectors.searchPassages({ vector: Float32Array.of(1, 0), limit: 5 });
}

const DAMAGED = {
  code: 'store_damaged',
  message: expect.stringContaining('desk.db'),
  hint: expect.stringContaining('desk index'),
};

describe('a damaged store', () => {
  it('that was cut off is a DeskError that says what to do', async () => {
    const path = await fillStore();
    const { size } = statSync(path);
    for (const share of [0.9, 0.5, 0.1]) {
      truncateSync(path, Math.floor((size * share) / 4096) * 4096);
      await expect(useStore()).rejects.toMatchObject(DAMAGED);
    }
    truncateSync(path, 1_000);
    await expect(useStore()).rejects.toMatchObject(DAMAGED);
  });

  it('of random bytes is a DeskError, and is left as it was', async () => {
    mkdirSync(dataDir);
    const garbage = Buffer.from('this is no database. '.repeat(500));
    writeFileSync(join(dataDir, 'desk.db'), garbage);
    await expect(open()).rejects.toMatchObject(DAMAGED);
    expect(readFileSync(join(dataDir, 'desk.db'))).toEqual(garbage);
  });

  it('with pages of noise in its middle is a DeskError', async () => {
    const path = await fillStore();
    const bytes = readFileSync(path);
    for (let page = 8; page < bytes.length / 4096; page += 1) bytes.fill(0xa5, page * 4096 + 200, page * 4096 + 900);
    writeFileSync(path, bytes);
    await expect(useStore()).rejects.toMatchObject(DAMAGED);
  });

  it('that is the database of another program is a DeskError, and is not migrated', async () => {
    mkdirSync(dataDir);
    change(join(dataDir, 'desk.db'), 'CREATE TABLE bookmarks (url TEXT)');
    await expect(open()).rejects.toMatchObject({ ...DAMAGED, message: expect.stringContaining('another program') });
  });

  it.each([
    ['a document', "UPDATE documents SET about = CAST('{' AS BLOB) WHERE id = 'd7'", /document 8/],
    [
      'a document without a title',
      "UPDATE documents SET about = CAST('{}' AS BLOB) WHERE id = 'd7'",
      /document 8.*title/,
    ],
    ['the sentences', "UPDATE document_bodies SET parts = x'05' WHERE seq = 8", /document 8/],
    ['bytes that are not UTF-8', "UPDATE documents SET about = x'7b22ff227d' WHERE id = 'd7'", /document 8/],
    ['the text', "UPDATE document_bodies SET text = x'41' WHERE seq = 8", /document 8/],
    ['the statements', "UPDATE document_bodies SET statements = CAST('[{}]' AS BLOB) WHERE seq = 8", /document 8/],
    ['a segment', "UPDATE segment_bodies SET keywords = x'00'", /segment/],
  ])('with %s broken is a DeskError that names the place', async (_name, statement, place) => {
    change(await fillStore(), statement);
    await expect(useStore()).rejects.toMatchObject({ code: 'store_damaged', message: expect.stringMatching(place) });
  });

  it('with a broken kept answer is a DeskError for that answer only', async () => {
    const path = await fillStore();
    const id = 'A'.repeat(22);
    change(path, `INSERT INTO answers (id, asked_at, answer) VALUES ('${id}', 1, CAST('{"question":1}' AS BLOB))`);
    const { answers } = await open();
    await expect(answers.readAnswer(id)).rejects.toMatchObject({
      code: 'store_damaged',
      message: expect.stringContaining(id),
    });
    expect(await answers.readAnswer('B'.repeat(22))).toBeUndefined();
  });

  it('is found by the check of integrity', async () => {
    const path = await fillStore();
    expect(await (await open()).checkIntegrity()).toEqual([]);
    change(
      path,
      'PRAGMA writable_schema = ON',
      "UPDATE sqlite_master SET sql = replace(sql, 'language, passages', 'passages, language') WHERE name = 'documents_counts'",
    );
    expect(await (await open()).checkIntegrity()).not.toEqual([]);
  });
});

describe('a store that cannot be used', () => {
  it('was written by a newer desk', async () => {
    change(await fillStore(), "UPDATE state SET value = 99 WHERE name = 'schema'");
    await expect(open()).rejects.toMatchObject({
      code: 'store_unavailable',
      message: expect.stringContaining('newer desk (schema 99'),
      hint: expect.stringContaining('Update'),
    });
  });

  it('has a file where its folder should be', async () => {
    writeFileSync(dataDir, 'x');
    const refusal = {
      code: 'store_unavailable',
      message: expect.stringContaining('is a file'),
      hint: expect.stringContaining('--data'),
    };
    await expect(open()).rejects.toMatchObject(refusal);
    dataDir = join(dataDir, 'below');
    await expect(open()).rejects.toMatchObject(refusal);
  });

  it('has a folder where its database should be', async () => {
    mkdirSync(join(dataDir, 'desk.db'), { recursive: true });
    await expect(open()).rejects.toMatchObject({
      code: 'store_unavailable',
      message: expect.stringContaining('desk.db in it is a folder'),
    });
  });

  it('stands in a folder that may not be written', async () => {
    await fillStore();
    chmodSync(join(dataDir, 'desk.db'), 0o400);
    chmodSync(dataDir, 0o500);
    onTestFinished(() => chmodSync(dataDir, 0o700));
    // Permissions do not bind the superuser.
    if (process.getuid?.() === 0) actAsNobody();
    await expect(open()).rejects.toMatchObject({ code: 'store_unavailable', hint: expect.stringContaining('right') });
  });

  it.each([
    ['SQLITE_FULL', 'store_unavailable', /disk .* is full/],
    ['SQLITE_BUSY', 'busy', /locked by another process/],
    ['SQLITE_BUSY_SNAPSHOT', 'busy', /locked by another process/],
    ['SQLITE_READONLY', 'store_unavailable', /cannot be opened for writing/],
    ['SQLITE_READONLY_DIRECTORY', 'store_unavailable', /cannot be opened for writing/],
    ['SQLITE_CANTOPEN', 'store_unavailable', /cannot be opened for writing/],
    ['SQLITE_IOERR_WRITE', 'store_unavailable', /failed to read or write/],
    ['SQLITE_CORRUPT_VTAB', 'store_damaged', /damaged/],
    ['SQLITE_NOTADB', 'store_damaged', /damaged/],
    ['SQLITE_ERROR', 'defect', /refused a query/],
  ])('gives %s as a DeskError of the kind %s', (code, kind, message) => {
    const error = translateDatabaseError(Object.assign(new Error('text'), { code }), '/x/desk.db');
    expect(error).toMatchObject({ code: kind, message: expect.stringMatching(message) });
    expect(error.message).toContain('/x/desk.db');
    expect(error.hint).not.toBe('');
  });
});

/** For the rest of a test, the rights of a user who owns nothing. */
function actAsNobody(): void {
  process.seteuid?.(65_534);
  onTestFinished(() => process.seteuid?.(0));
}

describe('a store on a full disk', () => {
  it('refuses the change with a DeskError, keeps what it had, and works again when there is room', async () => {
    const path = await fillStore();
    const database = openDatabase(path);
    onTestFinished(() => database.close());
    const knowledge = createKnowledgeStore({ database, path, logger: silentLogger });
    const [pages] = await database.all('PRAGMA page_count');
    await database.run(`PRAGMA max_page_count = ${Number(pages?.page_count)}`);
    const large = sketchDocument({
      id: 'large',
      passages: [Array.from({ length: 60_000 }, (_, n) => `w${n}`).join(' ')],
    });
    const change = { put: [large], removeIds: ['d0'] };
    await expect(knowledge.applyChange(change)).rejects.toMatchObject({
      code: 'store_unavailable',
      message: expect.stringContaining('full'),
    });
    expect(await knowledge.counts()).toMatchObject({ documents: 200 });
    expect(await knowledge.findDocuments(['d0', 'large'])).toHaveLength(1);
    await database.run('PRAGMA max_page_count = 1000000');
    await knowledge.applyChange(change);
    expect((await knowledge.findDocuments(['d0', 'large'])).map(({ id }) => id)).toEqual(['large']);
  });
});

describe('the files of a store', () => {
  it('leave the rights of a folder alone that holds something else', async () => {
    mkdirSync(dataDir, { mode: 0o755 });
    chmodSync(dataDir, 0o755);
    writeFileSync(join(dataDir, 'notes.txt'), 'x');
    await open();
    expect(statSync(dataDir).mode & 0o777).toBe(0o755);
    expect(statSync(join(dataDir, 'desk.db')).mode & 0o777).toBe(0o600);
  });

  it('can be read by their owner only, also in an empty folder that was open to others', async () => {
    mkdirSync(dataDir, { mode: 0o755 });
    chmodSync(dataDir, 0o755);
    await open();
    expect(statSync(dataDir).mode & 0o777).toBe(0o700);
    for (const name of ['desk.db', 'desk.db-wal', 'desk.db-shm']) {
      expect(statSync(join(dataDir, name)).mode & 0o777).toBe(0o600);
    }
  });
});
