import { z } from 'zod';
import { VERDICTS } from '../core/platform.ts';
import type { AnswerStore, FeedbackStore } from '../core/ports.ts';
import { type Database, parseRows, Utf8 } from './database.ts';
import type { PersonHash } from './person-hash.ts';

/** What people think of kept answers. A verdict stays in the counts when its answer goes with a document. */
export function createFeedbackStore({
  database,
  path,
  hashPerson,
  answers,
}: {
  readonly database: Database;
  /** Of the database, for messages. */
  readonly path: string;
  readonly hashPerson: PersonHash;
  readonly answers: Pick<AnswerStore, 'readAnswer'>;
}): FeedbackStore {
  return {
    async record({ answerId, verdict, person, place, at }) {
      if ((await answers.readAnswer(answerId)) === undefined) return false;
      const hash = await hashPerson(person);
      await database.write((queries) =>
        queries.run(
          `INSERT INTO feedback (answer_id, person, verdict, place, given_at) VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT (answer_id, person)
             DO UPDATE SET verdict = excluded.verdict, place = excluded.place, given_at = excluded.given_at`,
          [answerId, hash, verdict, place, at.getTime()],
        ),
      );
      return true;
    },

    async counts() {
      const rows = await database.all(
        'SELECT CAST(verdict AS BLOB) AS verdict, COUNT(*) AS total FROM feedback GROUP BY verdict',
      );
      const totals = new Map(parseRows(CountRow, rows, path).map(({ verdict, total }) => [verdict, total]));
      return { helpful: totals.get('helpful') ?? 0, unhelpful: totals.get('unhelpful') ?? 0 };
    },

    async *listWithAnswers() {
      const rows = await database.all(
        `SELECT CAST(answer_id AS BLOB) AS answer_id, CAST(verdict AS BLOB) AS verdict, CAST(place AS BLOB) AS place, given_at
           FROM feedback ORDER BY given_at, answer_id, person`,
      );
      for (const { answer_id: answerId, verdict, place, given_at: givenAt } of parseRows(FeedbackRow, rows, path)) {
        const kept = await answers.readAnswer(answerId);
        if (kept !== undefined) yield { answerId, verdict, place, at: new Date(givenAt), kept };
      }
    },
  };
}

const Verdict = Utf8.pipe(z.enum(VERDICTS));
const CountRow = z.object({ verdict: Verdict, total: z.int() });
const FeedbackRow = z.object({ answer_id: Utf8, verdict: Verdict, place: Utf8, given_at: z.number() });
