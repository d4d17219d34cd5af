import { DeskError } from '../core/errors.ts';
import { type Database, damagedStore, type Queries, Utf8 } from './database.ts';

/**
 * One list of statements per schema version, oldest first; a released one is never changed.
 *
 * Texts that are only read, never compared, are blobs of UTF-8 (why: `Utf8` in `database.ts`).
 *
 * - `documents` one row per live document; `seq` is never used again, so it names one version of a document for good.
 * - `document_bodies` apart, so that listing documents does not read their texts. `parts` is of `document-parts.ts`.
 * - `segments` the keyword index and the vectors (formats: `segment.ts`, `vector-rows.ts`), in pieces that are
 *   written once. A segment covers the documents with `first_seq <= seq <= last_seq`; no two overlap.
 * - `segment_bodies` apart, as SQLite writes a row of 30 MB anew when one number in it changes.
 * - `removals` documents withdrawn that still stand in a segment.
 * - `speakers` one row per document and way in which it names a speaker, its `words` parted by spaces; `speaker_words` the
 *   words of all rows of a key, each once; `speaker_links` as `SpeakerLink`.
 * - `conversation_questions` the last questions of each conversation (its name's SHA-256) for follow-ups.
 * - `events` one row per event of a chat platform (its id's SHA-256); all that tells of it goes when it is settled.
 * - `person` is always the keyed hash of `person-hash.ts`, with the key in `person_key`.
 * - `answer_askers` whose question a kept answer is; `feedback` the newest verdict of a person on an answer.
 * - `place_settings` as JSON; `installations` sealed as in `sealed-secret.ts`.
 */
const MIGRATIONS: readonly (readonly string[])[] = [
  [
    `CREATE TABLE documents (
      seq INTEGER PRIMARY KEY AUTOINCREMENT,
      id TEXT NOT NULL UNIQUE,
      language TEXT,
      passages INTEGER NOT NULL,
      statements INTEGER NOT NULL,
      about BLOB NOT NULL
    )`,
    'CREATE INDEX documents_counts ON documents (language, passages, statements)',
    `CREATE TABLE document_bodies (
      seq INTEGER PRIMARY KEY,
      statements BLOB NOT NULL,
      parts BLOB NOT NULL,
      text BLOB NOT NULL
    )`,
    'CREATE TABLE files (origin TEXT PRIMARY KEY, record BLOB NOT NULL)',
    `CREATE TABLE segments (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      first_seq INTEGER NOT NULL,
      last_seq INTEGER NOT NULL,
      documents INTEGER NOT NULL,
      removed INTEGER NOT NULL,
      size_bytes INTEGER NOT NULL,
      embedder TEXT,
      dimensions INTEGER NOT NULL
    )`,
    'CREATE TABLE segment_bodies (segment_id INTEGER PRIMARY KEY, keywords BLOB NOT NULL, vectors BLOB)',
    'CREATE TABLE removals (id INTEGER PRIMARY KEY AUTOINCREMENT, seq INTEGER NOT NULL)',
    'CREATE TABLE answers (id TEXT PRIMARY KEY, asked_at INTEGER NOT NULL, answer BLOB NOT NULL)',
    'CREATE TABLE answer_documents (document_id TEXT NOT NULL, answer_id TEXT NOT NULL, PRIMARY KEY (document_id, answer_id))',
    "INSERT INTO state (name, value) VALUES ('generation', 0)",
  ],
  [
    // How many rows of `speakers` a document has; NULL where an older desk wrote it.
    'ALTER TABLE documents ADD COLUMN speakers INTEGER',
    'CREATE INDEX documents_outdated ON documents (seq) WHERE speakers IS NULL',
    `CREATE TABLE speakers (
      seq INTEGER NOT NULL,
      key TEXT NOT NULL,
      published TEXT NOT NULL,
      kind TEXT NOT NULL,
      name BLOB NOT NULL,
      alias BLOB NOT NULL,
      role BLOB,
      organisation BLOB,
      statements INTEGER NOT NULL,
      words TEXT NOT NULL
    )`,
    'CREATE INDEX speakers_seq ON speakers (seq)',
    'CREATE INDEX speakers_key ON speakers (key, published, seq, statements)',
    'CREATE TABLE speaker_words (word TEXT NOT NULL, key TEXT NOT NULL, PRIMARY KEY (word, key))',
    'CREATE INDEX speaker_words_key ON speaker_words (key)',
    'CREATE TABLE speaker_links (seq INTEGER NOT NULL, from_key TEXT NOT NULL, to_key TEXT NOT NULL)',
    'CREATE INDEX speaker_links_seq ON speaker_links (seq)',
    'CREATE INDEX speaker_links_from ON speaker_links (from_key, to_key)',
    'CREATE INDEX speaker_links_to ON speaker_links (to_key, from_key)',
  ],
  [
    `CREATE TABLE conversation_questions (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      conversation TEXT NOT NULL,
      question BLOB NOT NULL,
      answer_id TEXT NOT NULL,
      asked_at INTEGER NOT NULL
    )`,
    'CREATE INDEX conversation_questions_of ON conversation_questions (conversation, id)',
    'CREATE INDEX conversation_questions_age ON conversation_questions (asked_at)',
    'CREATE INDEX conversation_questions_answer ON conversation_questions (answer_id)',
  ],
  [
    `CREATE TABLE events (
      id TEXT PRIMARY KEY,
      state INTEGER NOT NULL,
      claimed_at INTEGER NOT NULL,
      takeovers INTEGER NOT NULL,
      owner TEXT NOT NULL,
      event_id BLOB,
      place TEXT,
      person TEXT,
      request BLOB
    )`,
    'CREATE INDEX events_age ON events (claimed_at)',
    'CREATE INDEX events_unsettled ON events (claimed_at) WHERE event_id IS NOT NULL',
    'CREATE INDEX events_person ON events (person) WHERE person IS NOT NULL',
    'CREATE TABLE place_settings (place TEXT PRIMARY KEY, settings BLOB NOT NULL)',
    'CREATE TABLE installations (id TEXT PRIMARY KEY, secret BLOB NOT NULL)',
    `CREATE TABLE feedback (
      answer_id TEXT NOT NULL,
      person TEXT NOT NULL,
      verdict TEXT NOT NULL,
      place TEXT NOT NULL,
      given_at INTEGER NOT NULL,
      PRIMARY KEY (answer_id, person)
    )`,
    'CREATE INDEX feedback_person ON feedback (person)',
    'CREATE TABLE answer_askers (answer_id TEXT PRIMARY KEY, person TEXT NOT NULL)',
    'CREATE INDEX answer_askers_person ON answer_askers (person)',
    // SQLite's own randomness; another database has a function of another name.
    'CREATE TABLE person_key (key BLOB NOT NULL)',
    'INSERT INTO person_key (key) VALUES (randomblob(32))',
    'ALTER TABLE conversation_questions ADD COLUMN person TEXT',
    'CREATE INDEX conversation_questions_person ON conversation_questions (person) WHERE person IS NOT NULL',
  ],
];

/**
 * Brings the schema to this program's version.
 * @throws DeskError `store_damaged` when the file is a database of something else, `store_unavailable` when a newer
 * desk wrote it.
 */
export async function migrateDatabase(database: Database, path: string): Promise<void> {
  if ((await readSchemaVersion(database, path)) === MIGRATIONS.length) return;
  await database.write(async (queries) => {
    // Another process may have done it meanwhile.
    const version = await readSchemaVersion(queries, path);
    if (version > MIGRATIONS.length) {
      throw new DeskError({
        code: 'store_unavailable',
        message: `The store ${path} was written by a newer desk (schema ${version}, this one knows ${MIGRATIONS.length}).`,
        hint: 'Update the desk, or choose another data folder with --data.',
      });
    }
    if (version === 0) await queries.run('CREATE TABLE state (name TEXT PRIMARY KEY, value INTEGER NOT NULL)');
    for (const statement of MIGRATIONS.slice(version).flat()) await queries.run(statement);
    await queries.run(
      "INSERT INTO state (name, value) VALUES ('schema', $1) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
      [MIGRATIONS.length],
    );
  });
}

/** 0 for an empty database. */
async function readSchemaVersion(queries: Queries, path: string): Promise<number> {
  const tables = await queries.all("SELECT CAST(name AS BLOB) AS name FROM sqlite_master WHERE type = 'table'");
  if (tables.length === 0) return 0;
  if (!tables.some((table) => Utf8.parse(table.name) === 'state'))
    throw damagedStore(path, 'it is the database of another program');
  const [row] = await queries.all("SELECT value FROM state WHERE name = 'schema'");
  const version = row?.value;
  if (typeof version !== 'number' || version < 1) throw damagedStore(path, 'it does not say its schema version');
  return version;
}
