import { randomBytes as randomBytesOfNode } from 'node:crypto';
import { z } from 'zod';
import { ANSWER_REASONS, type Answer, type Citation } from '../core/answer.ts';
import type { AnswerStore } from '../core/ports.ts';
import { type Database, damagedStore, describeParseFailure, encodeUtf8, Utf8 } from './database.ts';
import type { PersonHash } from './person-hash.ts';

export interface AnswerStoreOptions {
  readonly database: Database;
  /** Of the database, for messages. */
  readonly path: string;
  readonly hashPerson: PersonHash;
  /** As of `node:crypto`; the default. */
  readonly randomBytes?: (size: number) => Uint8Array;
}

/** 128 bits, 22 characters of base64url: not to be guessed. */
const ID_BYTES = 16;

/**
 * Answers under permanent links. An answer lives as long as all the documents that it shows: removing one of them
 * (see `knowledge-store.ts`) deletes it, and an answer whose document went away while it was made is not kept at all;
 * its id then leads nowhere.
 */
export function createAnswerStore({
  database,
  path,
  hashPerson,
  randomBytes = randomBytesOfNode,
}: AnswerStoreOptions): AnswerStore {
  return {
    async keepAnswer(answer, askedAt, person) {
      const id = Buffer.from(randomBytes(ID_BYTES)).toString('base64url');
      const personHash = person === undefined ? undefined : await hashPerson(person);
      const documentIds = new Set([...answer.citations, ...answer.related].map((citation) => citation.document));
      await database.write(async (queries) => {
        for (const documentId of documentIds) {
          const [live] = await queries.all('SELECT 1 AS found FROM documents WHERE id = $1', [documentId]);
          if (live === undefined) return;
        }
        await queries.run('INSERT INTO answers (id, asked_at, answer) VALUES ($1, $2, $3)', [
          id,
          askedAt.getTime(),
          encodeUtf8(JSON.stringify(answer)),
        ]);
        if (personHash !== undefined)
          await queries.run('INSERT INTO answer_askers (answer_id, person) VALUES ($1, $2)', [id, personHash]);
        for (const documentId of documentIds) {
          await queries.run('INSERT INTO answer_documents (document_id, answer_id) VALUES ($1, $2)', [documentId, id]);
        }
      });
      return id;
    },

    async readAnswer(id) {
      // The database cannot hold a NUL in a text, and a link may say anything.
      if (!ID.test(id)) return undefined;
      const [row] = await database.all('SELECT asked_at, answer FROM answers WHERE id = $1', [id]);
      if (row === undefined) return undefined;
      try {
        const { asked_at: askedAt, answer } = AnswerRow.parse(row);
        return { id, askedAt: new Date(askedAt), answer: AnswerSchema.parse(JSON.parse(answer)) };
      } catch (thrown) {
        throw damagedStore(path, `the kept answer ${id} cannot be read: ${describeParseFailure(thrown)}`, thrown);
      }
    },
  };
}

const ID = /^[\w-]{22}$/;

const AnswerRow = z.object({ asked_at: z.number(), answer: Utf8 });

const Words = z.string().optional();
const CitationSchema: z.ZodType<Citation> = z.object({
  n: z.int(),
  start: z.int(),
  end: z.int(),
  document: z.string(),
  title: z.string(),
  publisher: Words,
  attribution: z.string(),
  url: Words,
  published: Words,
  quote: z.string(),
  speaker: z.object({ name: Words, role: Words, organisation: Words }).optional(),
  via: Words,
});

const AnswerSchema: z.ZodType<Answer> = z.object({
  question: z.string(),
  understoodAs: Words,
  status: z.enum(['answered', 'not_found']),
  reason: z.enum(ANSWER_REASONS).optional(),
  text: z.string(),
  sentences: z.array(z.object({ text: z.string(), citations: z.array(z.int()) })),
  citations: z.array(CitationSchema),
  related: z.array(CitationSchema),
  conflicts: z.array(z.object({ about: z.string(), citations: z.array(z.int()) })),
  mode: z.enum(['extractive', 'generated']),
  confidence: z.number().optional(),
  newest: Words,
  tookMs: z.number(),
});
