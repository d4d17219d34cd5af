import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { OpenDesk } from '../../src/app.ts';
import { finish, startDesk } from '../support/desk-process.ts';
import { withOpenDesk } from '../support/open-test-desk.ts';
import { writeFiles } from '../support/write-files.ts';

vi.setConfig({ testTimeout: 120_000 });

const FILES = 300;
const KILLS = 10;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'desk-killed-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** In each round a third of the files says something new, and the ids of another third move on by one file. */
function filesOfRound(round: number): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: FILES }, (_, n) => {
      const id = n % 3 === 1 ? `moving-${(n + 3 * round) % FILES}` : `mill-${n}`;
      const price = n % 3 === 0 ? n + 1_000 * round : n;
      return [
        `mill-${n}.md`,
        `---\nid: ${id}\npublisher: Mill Post\n---\nMill ${n} will cost €${price} million, said its owner Ana Lima. “Nobody wants flour,” she told the Mill Post.\n`,
      ];
    }),
  );
}

/** Everything that is stored of the documents, but for the numbers that the store gives them. */
async function fingerprint(desk: OpenDesk): Promise<string[]> {
  const ids = (await desk.store.listDocuments()).map(({ id }) => id).sort();
  const documents = await desk.store.findDocuments(ids);
  return documents.map(
    ({ seq: _, ...document }) =>
      `${document.id} ${createHash('sha256').update(JSON.stringify(document)).digest('hex')}`,
  );
}

const QUESTION = 'What did Ana Lima say about mill 7?';

async function answerOf(desk: OpenDesk): Promise<unknown> {
  const { tookMs: _, ...answer } = await desk.ask(QUESTION);
  return answer;
}

describe('desk index, killed at random moments', () => {
  it('leaves a store that opens and answers, and the next run reaches the state of a clean index', async () => {
    const knowledgeDir = await writeFiles(join(folder, 'knowledge'), filesOfRound(0));
    const dataDir = join(folder, 'data');
    const args = ['index', '--knowledge', knowledgeDir, '--data', dataDir];
    const started = performance.now();
    await finish(startDesk(args));
    const wholeRunMs = performance.now() - started;

    let killed = 0;
    for (let round = 1; round <= KILLS; round += 1) {
      await writeFiles(knowledgeDir, filesOfRound(round));
      const child = startDesk(args);
      const timer = setTimeout(() => child.kill('SIGKILL'), wholeRunMs * (0.3 + 0.6 * Math.random()));
      if ((await finish(child)).status === null) killed += 1;
      clearTimeout(timer);

      const [state, answer] = await withOpenDesk({ dataDir, knowledgeDir }, async (desk) => {
        expect(await answerOf(desk)).toMatchObject({ question: QUESTION });
        await desk.refresh();
        expect(await desk.refresh()).toMatchObject({
          documents: FILES,
          added: 0,
          changed: 0,
          removed: 0,
          problems: [],
        });
        return [await fingerprint(desk), await answerOf(desk)];
      });
      if (round % 3 > 0) continue;
      await withOpenDesk({ dataDir: join(folder, `clean-${round}`), knowledgeDir }, async (clean) => {
        await clean.refresh();
        expect(state).toEqual(await fingerprint(clean));
        expect(answer).toEqual(await answerOf(clean));
      });
    }
    expect(killed).toBeGreaterThan(0);
  });
});
