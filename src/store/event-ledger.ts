import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { EventLedger, UnsettledEvent } from '../core/ports.ts';
import { type Database, encodeUtf8, parseRows, type Queries, Utf8 } from './database.ts';
import { encodeRequest, RequestText } from './event-request.ts';
import type { PersonHash } from './person-hash.ts';

/**
 * How long a settled event is remembered. Slack repeats one for about two hours at most when delayed events are on, the
 * Bot Framework for minutes; the rest is for a queue that stood still over a weekend.
 */
export const EVENT_LIFETIME_MS = 3 * 24 * 60 * 60 * 1000;
/** How often a process clears away what is older. */
const EXPIRY_EVERY_MS = 60 * 60 * 1000;

const CLAIMED = 0;
const POSTING = 1;
const SETTLED = 2;

/**
 * One row an event, under the SHA-256 of its id. What tells of the event (its id, place, person, request) is there only
 * until it is settled.
 */
export function createEventLedger({
  database,
  path,
  hashPerson,
  owner,
}: {
  readonly database: Database;
  /** Of the database, for messages. */
  readonly path: string;
  readonly hashPerson: PersonHash;
  /** This process. */
  readonly owner: string;
}): EventLedger {
  let expireAfterMs = Number.NEGATIVE_INFINITY;

  async function expire(queries: Queries, nowMs: number): Promise<void> {
    if (nowMs < expireAfterMs) return;
    await queries.run('DELETE FROM events WHERE claimed_at < $1', [nowMs - EVENT_LIFETIME_MS]);
    expireAfterMs = nowMs + EXPIRY_EVERY_MS;
  }

  return {
    async claim(eventId, { place, person, request, now }) {
      const personHash = person === undefined ? null : await hashPerson(person);
      return database.write(async (queries) => {
        await expire(queries, now.getTime());
        const inserted = await queries.all(
          `INSERT INTO events (id, state, claimed_at, takeovers, owner, event_id, place, person, request)
             VALUES ($1, $2, $3, 0, $4, $5, $6, $7, $8) ON CONFLICT (id) DO NOTHING RETURNING 1 AS inserted`,
          [
            keyOf(eventId),
            CLAIMED,
            now.getTime(),
            owner,
            encodeUtf8(eventId),
            place,
            personHash,
            request === undefined ? null : encodeRequest(request),
          ],
        );
        return inserted.length === 1 ? 'claimed' : 'known';
      });
    },

    async markPosting(eventId) {
      await database.run('UPDATE events SET state = $2 WHERE id = $1 AND state = $3', [
        keyOf(eventId),
        POSTING,
        CLAIMED,
      ]);
    },

    async settle(eventId, now) {
      await database.erase(async (queries) => {
        await queries.run(
          `UPDATE events SET state = $2, claimed_at = $3, event_id = NULL, place = NULL, person = NULL, request = NULL
             WHERE id = $1 AND event_id IS NOT NULL`,
          [keyOf(eventId), SETTLED, now.getTime()],
        );
      });
    },

    async listUnsettled() {
      const rows = await database.all(
        `SELECT state, claimed_at, takeovers, CAST(owner AS BLOB) AS owner, event_id, request FROM events
           WHERE event_id IS NOT NULL ORDER BY claimed_at, id`,
      );
      return parseRows(EventRow, rows, path);
    },

    takeOver(event, now) {
      return database.write(async (queries) => {
        const taken = await queries.all(
          `UPDATE events SET claimed_at = $2, owner = $3, takeovers = takeovers + 1
             WHERE id = $1 AND event_id IS NOT NULL AND takeovers = $4 RETURNING 1 AS taken`,
          [keyOf(event.eventId), now.getTime(), owner, event.takeovers],
        );
        return taken.length === 1;
      });
    },
  };
}

function keyOf(eventId: string): string {
  return createHash('sha256').update(eventId).digest('hex');
}

const EventRow = z
  .object({
    state: z.int(),
    claimed_at: z.number(),
    takeovers: z.int(),
    owner: Utf8,
    event_id: Utf8,
    request: RequestText.nullable(),
  })
  .transform(
    ({ state, claimed_at: claimedAt, takeovers, owner, event_id: eventId, request }): UnsettledEvent => ({
      eventId,
      ...(request === null ? {} : { request }),
      state: state === POSTING ? 'posting' : 'claimed',
      owner,
      claimedAt: new Date(claimedAt),
      takeovers,
    }),
  );
