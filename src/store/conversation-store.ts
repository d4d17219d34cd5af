import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { ConversationStore } from '../core/ports.ts';
import { type Database, encodeUtf8, parseRows, Utf8 } from './database.ts';
import type { PersonHash } from './person-hash.ts';

/** Follow-ups lean on the last few questions; more are not kept. */
const MOST_QUESTIONS = 8;
/** How long a question is remembered unless set otherwise: a conversation that rested for a day begins anew. */
const LIFETIME_MS = 24 * 60 * 60 * 1000;

/**
 * The last questions of conversations. A conversation is kept under a digest of its name, so that any name will do and
 * the database tells nobody's. A question goes with its answer when a document that the answer shows is removed (see
 * `knowledge-store.ts`).
 */
export function createConversationStore({
  database,
  path,
  hashPerson,
  lifetimeMs = LIFETIME_MS,
}: {
  readonly database: Database;
  /** Of the database, for messages. */
  readonly path: string;
  readonly hashPerson: PersonHash;
  readonly lifetimeMs?: number;
}): ConversationStore {
  return {
    async readQuestions(conversation, now) {
      const rows = await database.all(
        'SELECT question, CAST(answer_id AS BLOB) AS answer_id, asked_at FROM conversation_questions WHERE conversation = $1 AND asked_at > $2 ORDER BY id DESC LIMIT $3',
        [keyOf(conversation), now.getTime() - lifetimeMs, MOST_QUESTIONS],
      );
      return parseRows(QuestionRow, rows, path)
        .reverse()
        .map(({ question, answer_id: answerId, asked_at: askedAt }) => ({
          question,
          answerId,
          askedAt: new Date(askedAt),
        }));
    },

    async addQuestion(conversation, { question, answerId, askedAt }, person) {
      const key = keyOf(conversation);
      const personHash = person === undefined ? null : await hashPerson(person);
      await database.erase(async (queries) => {
        await queries.run(
          'INSERT INTO conversation_questions (conversation, question, answer_id, asked_at, person) VALUES ($1, $2, $3, $4, $5)',
          [key, encodeUtf8(question), answerId, askedAt.getTime(), personHash],
        );
        await queries.run('DELETE FROM conversation_questions WHERE asked_at <= $1', [askedAt.getTime() - lifetimeMs]);
        await queries.run(
          'DELETE FROM conversation_questions WHERE conversation = $1 AND id NOT IN (SELECT id FROM conversation_questions WHERE conversation = $1 ORDER BY id DESC LIMIT $2)',
          [key, MOST_QUESTIONS],
        );
      });
    },

    async forget(conversation) {
      await database.erase(async (queries) => {
        await queries.run('DELETE FROM conversation_questions WHERE conversation = $1', [keyOf(conversation)]);
      });
    },
  };
}

function keyOf(conversation: string): string {
  return createHash('sha256').update(conversation).digest('hex');
}

const QuestionRow = z.object({ question: Utf8, answer_id: Utf8, asked_at: z.number() });
