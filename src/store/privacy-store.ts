import type { PrivacyStore } from '../core/ports.ts';
import type { Database } from './database.ts';
import type { PersonHash } from './person-hash.ts';

/** What is kept of persons and of workspaces, over all tables. */
export function createPrivacyStore({
  database,
  hashPerson,
}: {
  readonly database: Database;
  readonly hashPerson: PersonHash;
}): PrivacyStore {
  return {
    async forgetPerson(person) {
      const hash = await hashPerson(person);
      await database.erase(
        async (queries) => {
          for (const statement of FORGET_PERSON) await queries.run(statement, [hash]);
        },
        { log: true },
      );
    },

    async forgetWorkspace(workspace) {
      await database.erase(
        async (queries) => {
          await queries.run('DELETE FROM installations WHERE id = $1', [workspace]);
          for (const table of ['place_settings', 'feedback']) {
            await queries.run(`DELETE FROM ${table} WHERE substr(place, 1, $2) = $1`, placesOf(workspace));
          }
          await queries.run(`${ERASE_EVENTS} WHERE substr(place, 1, $2) = $1`, placesOf(workspace));
        },
        { log: true },
      );
    },
  };
}

/** The row stays, with nothing but a hash and a time: a repeat of the event is still known. State 2: settled. */
const ERASE_EVENTS = 'UPDATE events SET state = 2, event_id = NULL, place = NULL, person = NULL, request = NULL';

const FORGET_PERSON: readonly string[] = [
  'DELETE FROM conversation_questions WHERE person = $1 OR answer_id IN (SELECT answer_id FROM answer_askers WHERE person = $1)',
  'DELETE FROM answer_documents WHERE answer_id IN (SELECT answer_id FROM answer_askers WHERE person = $1)',
  'DELETE FROM answers WHERE id IN (SELECT answer_id FROM answer_askers WHERE person = $1)',
  'DELETE FROM feedback WHERE person = $1',
  'DELETE FROM answer_askers WHERE person = $1',
  `${ERASE_EVENTS} WHERE person = $1`,
];

/** The beginning that the names of a workspace's places share, and its length in characters as SQL counts them. */
function placesOf(workspace: string): [string, number] {
  const begin = `${workspace}:`;
  return [begin, [...begin].length];
}
