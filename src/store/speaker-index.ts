import { z } from 'zod';
import type { SpeakerIndex } from '../core/ports.ts';
import { type Database, parseRows, type Row, Utf8 } from './database.ts';

/** Who speaks where, read from the tables of `speaker-rows.ts`. */
export function createSpeakerIndex({ database, path }: { database: Database; path: string }): SpeakerIndex {
  const read = <T>(schema: z.ZodType<T>, rows: readonly Row[]) => parseRows(schema, rows, path);

  /** Runs a query once for every `KEYS_PER_QUERY` keys; `sql` is given the list of marks. */
  async function forKeys<T>(
    schema: z.ZodType<T>,
    keys: readonly string[],
    sql: (marks: string) => string,
  ): Promise<T[]> {
    const found: T[] = [];
    const distinct = [...new Set(keys)];
    for (let start = 0; start < distinct.length; start += KEYS_PER_QUERY) {
      const some = distinct.slice(start, start + KEYS_PER_QUERY);
      // Filled up to lengths that repeat, so that few statements are prepared.
      const marks = some.map((_, at) => `$${at + 1}`).join(', ');
      found.push(...read(schema, await database.all(sql(marks), some)));
    }
    return found;
  }

  return {
    async findKeys({ words, limit }) {
      if (words.length === 0 || words.some((alternatives) => alternatives.length === 0)) return [];
      const params: string[] = [];
      const markOf = (word: string) => `$${params.push(word)}`;
      const tests = words.map((alternatives) => `word IN (${alternatives.map(markOf).join(', ')})`);
      const rows = await database.all(
        `SELECT CAST(key AS BLOB) AS key FROM
           (${tests.map((test) => `SELECT key FROM speaker_words WHERE ${test}`).join(' INTERSECT ')}) AS found
         ORDER BY found.key LIMIT ${wholeNumber(limit)}`,
        params,
      );
      return read(KeyRow, rows).map(({ key }) => key);
    },

    async findKeysLike({ begin, hold, limit }) {
      const tests: string[] = [];
      const params: string[] = [];
      if (begin !== undefined) tests.push(`key >= $${params.push(begin)} AND key < $${params.push(`${begin}${LAST}`)}`);
      if (hold !== undefined) tests.push(`key LIKE $${params.push(`%${hold.replace(/[%_]/g, ' ')}%`)}`);
      if (tests.length === 0) return [];
      const rows = await database.all(
        `SELECT CAST(found.key AS BLOB) AS key FROM (SELECT DISTINCT key FROM speakers WHERE ${tests.join(' AND ')}) AS found
         ORDER BY found.key LIMIT ${wholeNumber(limit)}`,
        params,
      );
      return read(KeyRow, rows).map(({ key }) => key);
    },

    async findWords({ begin, limit }) {
      const rows = await database.all(
        `SELECT DISTINCT CAST(word AS BLOB) AS word FROM speaker_words WHERE word >= $1 AND word < $2
         LIMIT ${wholeNumber(limit)}`,
        [begin, `${begin}${LAST}`],
      );
      return read(WordRow, rows).map(({ word }) => word);
    },

    findLinks(query) {
      const [column, keys] = 'from' in query ? ['from_key', query.from] : ['to_key', query.to];
      return forKeys(
        LinkRow,
        keys,
        (marks) =>
          `SELECT DISTINCT CAST(from_key AS BLOB) AS "from", CAST(to_key AS BLOB) AS "to" FROM speaker_links
           WHERE ${column} IN (${marks})`,
      );
    },

    async listLinkedKeys() {
      const rows = await database.all(
        `SELECT CAST(l.from_key AS BLOB) AS "from", CAST(l.to_key AS BLOB) AS "to"
         FROM (SELECT DISTINCT from_key, to_key FROM speaker_links) AS l
         WHERE EXISTS (SELECT 1 FROM speakers s WHERE s.key = l.from_key)`,
      );
      return read(LinkRow, rows);
    },

    async sumStatements() {
      const rows = await database.all(
        `SELECT CAST(key AS BLOB) AS key, sum(statements) AS statements FROM speakers GROUP BY speakers.key
         ORDER BY 2 DESC, speakers.key`,
      );
      return read(SumRow, rows);
    },

    async readTotals(keys) {
      const rows = await forKeys(
        TotalRow,
        keys,
        (marks) =>
          `SELECT CAST(key AS BLOB) AS key, CAST(kind AS BLOB) AS kind, name, alias, role, organisation,
             sum(statements) AS statements
           FROM speakers WHERE key IN (${marks})
           GROUP BY speakers.key, speakers.kind, name, alias, role, organisation
           ORDER BY speakers.key, 7 DESC, name, alias, role, organisation`,
      );
      return rows.map(({ role, organisation, ...total }) => ({
        ...total,
        ...(role === null ? {} : { role }),
        ...(organisation === null ? {} : { organisation }),
      }));
    },

    async findDocuments({ keys, limit }) {
      const rows = await forKeys(
        DocumentRow,
        keys,
        (marks) =>
          `SELECT seq, CAST(published AS BLOB) AS published, sum(statements) AS statements FROM speakers
           WHERE key IN (${marks}) GROUP BY seq, speakers.published
           ORDER BY speakers.published DESC, seq LIMIT ${wholeNumber(limit)}`,
      );
      const statements = new Map<number, { published: string; statements: number }>();
      for (const row of rows) {
        const known = statements.get(row.seq)?.statements ?? 0;
        statements.set(row.seq, { published: row.published, statements: known + row.statements });
      }
      return [...statements]
        .sort(([a, x], [b, y]) => (x.published === y.published ? a - b : x.published < y.published ? 1 : -1))
        .slice(0, limit)
        .map(([seq, row]) => ({ seq, statements: row.statements }));
    },

    async countDocuments(keys) {
      const rows = await forKeys(SeqRow, keys, (marks) => `SELECT DISTINCT seq FROM speakers WHERE key IN (${marks})`);
      return new Set(rows.map(({ seq }) => seq)).size;
    },
  };
}

const KEYS_PER_QUERY = 400;
/** Above every letter and digit: the end of the texts that begin with something. */
const LAST = '\u{10FFFF}';

/** Numbers in a query's own text are the program's, never a person's; this makes sure. */
function wholeNumber(limit: number): number {
  return Math.max(0, Math.min(Number.MAX_SAFE_INTEGER, Math.floor(limit)));
}

const KeyRow = z.object({ key: Utf8 });
const WordRow = z.object({ word: Utf8 });
const LinkRow = z.object({ from: Utf8, to: Utf8 });
const SumRow = z.object({ key: Utf8, statements: z.int() });
const DocumentRow = z.object({ seq: z.int(), published: Utf8, statements: z.int() });
const SeqRow = z.object({ seq: z.int() });
const TotalRow = z.object({
  key: Utf8,
  kind: Utf8.pipe(z.enum(['person', 'body', 'unknown'])),
  name: Utf8,
  alias: Utf8,
  role: Utf8.nullable(),
  organisation: Utf8.nullable(),
  statements: z.int(),
});
