import { join } from 'node:path';
import Database from 'libsql';
import type { SearchSystem } from './search-system.ts';

/** SQLite's full-text index in a file: porter stemming, OR of the query's distinct words, ranked by bm25(). */
export function createFts5System(folder: string): SearchSystem {
  const database = new Database(join(folder, 'fts5.db'));
  database.exec('PRAGMA journal_mode = WAL');
  database.exec("CREATE VIRTUAL TABLE texts USING fts5(id UNINDEXED, title, body, tokenize = 'porter unicode61')");
  const insert = database.prepare('INSERT INTO texts VALUES (?, ?, ?)');
  const find = database.prepare('SELECT id FROM texts WHERE texts MATCH ? ORDER BY bm25(texts) LIMIT ?');
  return {
    name: 'SQLite FTS5',
    async add(documents) {
      database.exec('BEGIN');
      for (const { id, title, text } of documents) insert.run([id, title, text]);
      database.exec('COMMIT');
    },
    async finish() {},
    async search(query, k) {
      const words = [...new Set(query.toLowerCase().match(/[a-z0-9]+/g))];
      if (words.length === 0) return [];
      const match = words.map((word) => `"${word}"`).join(' OR ');
      return (find.all([match, k]) as { id: string }[]).map((row) => row.id);
    },
    async close() {
      database.close();
    },
  };
}
