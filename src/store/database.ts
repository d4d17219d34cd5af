import { setTimeout as sleep } from 'node:timers/promises';
import Libsql from 'libsql';
import { z } from 'zod';
import { DeskError, messageOf } from '../core/errors.ts';

/** What may be bound. Booleans are written 0 and 1, times as milliseconds, structures as JSON text. */
export type SqlValue = string | number | null | Uint8Array;

/** A row as the database gives it: to be parsed before it is trusted. Blobs are Uint8Arrays. */
export type Row = Readonly<Record<string, unknown>>;

/** Statements with `$1` … `$n` parameters, in the dialect that SQLite and PostgreSQL share. */
export interface Queries {
  all(sql: string, params?: readonly SqlValue[]): Promise<Row[]>;
  run(sql: string, params?: readonly SqlValue[]): Promise<void>;
}

/**
 * One database file. Reads and writes have a connection each, so that a read never sees what a running write
 * has not committed. Every failure is a DeskError.
 */
export interface Database extends Queries {
  /** A transaction for reading: all its queries see one state. */
  read<T>(work: (queries: Queries) => Promise<T>): Promise<T>;
  /** A transaction for writing, whole or not at all; one at a time, also among processes. */
  write<T>(work: (queries: Queries) => Promise<T>): Promise<T>;
  /**
   * A transaction for writing after which what it deleted or replaced stands nowhere in the database's files: not on
   * pages that became free, and, with `log`, not in the write-ahead log either (unless another process is reading an
   * older state at that moment).
   */
  erase<T>(work: (queries: Queries) => Promise<T>, options?: { readonly log?: boolean }): Promise<T>;
  close(): Promise<void>;
}

/**
 * How long a write waits for another process. The longest single write (a merge of full segments) takes about a
 * second; ten leave room for a slow disk, and a person still waits for an answer.
 */
const BUSY_TIMEOUT_MS = 10_000;
/**
 * A write that finds another process writing tries again after up to so long, and lets this process go on meanwhile.
 * SQLite itself would sleep in this thread, in steps of up to 100 ms, and lose the race again and again.
 */
const BUSY_STEP_MS = 10;
/** The log file shrinks back to this after a large write; a batch of 256 documents writes about 3 MB. */
const LOG_SIZE_BYTES = 16 * 2 ** 20;

type Connection = InstanceType<typeof Libsql>;

/** Opens the file, which must exist (it may be empty). */
export function openDatabase(path: string): Database {
  const fail = (thrown: unknown): never => {
    throw thrown instanceof DeskError ? thrown : translateDatabaseError(thrown, path);
  };
  const connect = (): Connection => {
    let connection: Connection | undefined;
    try {
      connection = new Libsql(path);
      connection.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS}`);
      connection.exec('PRAGMA journal_mode = WAL');
      connection.exec('PRAGMA synchronous = FULL');
      connection.exec('PRAGMA secure_delete = FAST');
      connection.exec(`PRAGMA journal_size_limit = ${LOG_SIZE_BYTES}`);
      return connection;
    } catch (thrown) {
      connection?.close();
      return fail(thrown);
    }
  };
  const writing = connect();
  const reading = connect();
  writing.exec('PRAGMA busy_timeout = 0');
  const [write, read] = [queriesOf(writing, fail), queriesOf(reading, fail)];
  const [writeInTurn, readInTurn] = [createTurns(), createTurns()];

  const transact = async <T>(
    connection: Connection,
    queries: Queries,
    begin: string,
    work: (queries: Queries) => Promise<T>,
  ): Promise<T> => {
    await whenFree(async () => {
      try {
        connection.exec(begin);
      } catch (thrown) {
        fail(thrown);
      }
    });
    try {
      const result = await work(queries);
      connection.exec('COMMIT');
      return result;
    } catch (thrown) {
      // SQLite has already rolled back after some failures (a full disk); ROLLBACK would then fail itself.
      if (connection.inTransaction) connection.exec('ROLLBACK');
      return fail(thrown);
    }
  };

  return {
    all: (sql, params) => readInTurn(() => read.all(sql, params)),
    run: (sql, params) => writeInTurn(() => whenFree(() => write.run(sql, params))),
    read: (work) => readInTurn(() => transact(reading, read, 'BEGIN', work)),
    write: (work) => writeInTurn(() => transact(writing, write, 'BEGIN IMMEDIATE', work)),
    erase: (work, { log = false } = {}) =>
      writeInTurn(async () => {
        // FAST leaves the content of pages that become free; ON for all writes would double the cost of a merge.
        writing.exec('PRAGMA secure_delete = ON');
        try {
          const result = await transact(writing, write, 'BEGIN IMMEDIATE', work);
          // In the readers' turn: a reader of this process that waits for this thread would hold the log for good.
          if (log) {
            await readInTurn(async () => {
              // Here SQLite must wait for the readers of other processes itself.
              writing.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS}`);
              try {
                await write.all('PRAGMA wal_checkpoint(TRUNCATE)');
              } finally {
                writing.exec('PRAGMA busy_timeout = 0');
              }
            });
          }
          return result;
        } finally {
          writing.exec('PRAGMA secure_delete = FAST');
        }
      }),
    close: async () => {
      await writeInTurn(async () => writing.close());
      await readInTurn(async () => reading.close());
    },
  };
}

function queriesOf(connection: Connection, fail: (thrown: unknown) => never): Queries {
  const prepared = new Map<string, ReturnType<Connection['prepare']>>();
  const prepare = (sql: string) => {
    let statement = prepared.get(sql);
    if (statement === undefined) {
      statement = connection.prepare(sql);
      // Lists of parameters of many lengths would fill the map.
      if (prepared.size >= LARGEST_STATEMENT_CACHE) prepared.clear();
      prepared.set(sql, statement);
    }
    return statement;
  };
  return {
    async all(sql, params = []) {
      try {
        return prepare(sql).all(bind(params)).map(cleanRow);
      } catch (thrown) {
        return fail(thrown);
      }
    },
    async run(sql, params = []) {
      try {
        prepare(sql).run(bind(params));
      } catch (thrown) {
        fail(thrown);
      }
    },
  };
}

const LARGEST_STATEMENT_CACHE = 200;

/** `{1: a, 2: b}`: the form in which libsql binds `$1`, `$2`. It aborts the whole process on a boolean, hence the check. */
function bind(params: readonly SqlValue[]): Record<string, SqlValue> {
  const bound: Record<string, SqlValue> = {};
  for (const [index, value] of params.entries()) bound[index + 1] = checkValue(value);
  return bound;
}

function checkValue(value: unknown): SqlValue {
  if (value === null || value instanceof Uint8Array) return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  // libsql cuts a text at its first NUL, silently.
  if (typeof value === 'string' && !value.includes('\0')) return value;
  throw new DeskError({
    code: 'defect',
    message: `The value ${JSON.stringify(value)} cannot be bound to a query.`,
    hint: 'Please report this: the desk should have turned it into a number, a text without NUL, or bytes.',
  });
}

/** libsql gives blobs as ArrayBuffer or Buffer. (It adds `_metadata` to the row of `get`, which is not used here.) */
function cleanRow(raw: unknown): Row {
  const row = raw as Record<string, unknown>;
  for (const name in row) {
    if (row[name] instanceof ArrayBuffer) row[name] = new Uint8Array(row[name]);
  }
  return row;
}

/**
 * The text in a blob. What the store writes as text is read as a blob (`CAST(x AS BLOB)` where the column is a text), as
 * libsql aborts the whole process on a text that is not UTF-8, which a damaged file may hold.
 * @throws TypeError when it is not UTF-8.
 */
export const Utf8 = z.instanceof(Uint8Array).transform((bytes) => UTF8.decode(bytes));
const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * The rows as the schema gives them.
 * @throws DeskError `store_damaged` when a row is not what the desk writes.
 */
export function parseRows<T>(schema: z.ZodType<T>, rows: readonly Row[], path: string): T[] {
  try {
    return rows.map((row) => schema.parse(row));
  } catch (thrown) {
    throw damagedStore(path, `a row is not what it should be: ${describeParseFailure(thrown)}`, thrown);
  }
}

/** What zod or a decoder found wrong, on one line. */
export function describeParseFailure(thrown: unknown): string {
  const text = thrown instanceof z.ZodError ? z.prettifyError(thrown) : messageOf(thrown);
  return text.replace(/\s+/g, ' ').trim();
}

/** The bytes of a text, to be read by `Utf8`. */
export function encodeUtf8(text: string): Uint8Array {
  return Buffer.from(text, 'utf8');
}

/** Runs what cannot begin while another process writes, as soon as it can. @throws DeskError `busy` when it takes too long. */
async function whenFree<T>(work: () => Promise<T>): Promise<T> {
  const giveUpAtMs = performance.now() + BUSY_TIMEOUT_MS;
  for (;;) {
    try {
      return await work();
    } catch (thrown) {
      if (!(thrown instanceof DeskError) || thrown.code !== 'busy' || performance.now() > giveUpAtMs) throw thrown;
      await sleep(Math.random() * BUSY_STEP_MS);
    }
  }
}

/** Runs one piece of work after the other. */
function createTurns(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work);
    // The next turn comes whether this one succeeds or not; who asked for this one hears of its failure.
    last = mine.catch(() => undefined);
    return mine;
  };
}

/** The DeskError for what libsql threw. Result codes: https://sqlite.org/rescode.html */
export function translateDatabaseError(thrown: unknown, path: string): DeskError {
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
  const text = messageOf(thrown);
  const is = (...names: string[]) => names.some((name) => code === name || code.startsWith(`${name}_`));
  if (is('SQLITE_FULL')) {
    return new DeskError({
      code: 'store_unavailable',
      message: `The disk that holds ${path} is full.`,
      hint: 'Free some space and run the command again; what was stored before is unharmed.',
      cause: thrown,
    });
  }
  if (is('SQLITE_BUSY', 'SQLITE_LOCKED')) {
    return new DeskError({
      code: 'busy',
      message: `The store ${path} has been locked by another process for more than ${BUSY_TIMEOUT_MS / 1000} seconds.`,
      hint: 'Wait until the other command that writes to this data folder is done, then run this one again.',
      cause: thrown,
    });
  }
  if (is('SQLITE_NOTADB', 'SQLITE_CORRUPT')) return damagedStore(path, `SQLite says: ${text}`, thrown);
  if (is('SQLITE_READONLY', 'SQLITE_CANTOPEN', 'SQLITE_PERM', 'SQLITE_AUTH') || /ConnectionFailed/.test(text)) {
    return new DeskError({
      code: 'store_unavailable',
      message: `The store ${path} cannot be opened for writing.`,
      hint: 'Give this user the right to write to the data folder and the files in it, or choose another one with --data.',
      cause: thrown,
    });
  }
  if (is('SQLITE_IOERR')) {
    return new DeskError({
      code: 'store_unavailable',
      message: `The disk that holds ${path} failed to read or write (${code}).`,
      hint: 'Check the disk and its free space, then run the command again; what was stored before is unharmed.',
      cause: thrown,
    });
  }
  return new DeskError({
    code: 'defect',
    message: `The store ${path} refused a query: ${text}.`,
    hint: 'Please report this with the command that led to it.',
    cause: thrown,
  });
}

/** The store opens but what it holds cannot be trusted. `what` says what was found. */
export function damagedStore(path: string, what: string, cause?: unknown): DeskError {
  return new DeskError({
    code: 'store_damaged',
    message: `The store ${path} is damaged (${what.replace(/\.$/, '')}).`,
    hint: 'Move the data folder aside and run `desk index` again: everything but added files and kept answers is made anew from the knowledge folder.',
    cause,
  });
}
