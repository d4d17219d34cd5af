import { mkdir, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OpenDesk } from '../../src/app.ts';
import { withOpenDesk, withTemporaryFolder } from '../support/open-test-desk.ts';
import { createKnowledgeModel } from './knowledge-model.ts';

/** Few names and ids, so that files meet: renamed over one another, claiming one id. */
const fileName = fc.constantFrom('a.jsonl', 'b.jsonl', 'm.jsonl', 'z.jsonl');
const documentId = fc.constantFrom('p', 'q', 'r', 's');
const content = fc.array(
  fc.record({ id: documentId, text: fc.constantFrom('Rain fell.', 'Snow fell.', 'Hail fell.') }),
  {
    minLength: 1,
    maxLength: 3,
  },
);
const change = fc.oneof(
  fc.record({ kind: fc.constant('write' as const), name: fileName, documents: content }),
  fc.record({ kind: fc.constant('delete' as const), name: fileName }),
  fc.record({ kind: fc.constant('rename' as const), name: fileName, to: fileName }),
  fc.record({ kind: fc.constant('remove' as const), id: documentId }),
);
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

async function holdings(desk: OpenDesk): Promise<Map<string, { file: string; text: string }>> {
  const summaries = await desk.store.listDocuments();
  const documents = await desk.store.findDocuments(summaries.map(({ id }) => id));
  return new Map(documents.map(({ id, fileName: file, text }) => [id, { file, text }]));
}

function createWorld(desk: OpenDesk, knowledgeDir: string) {
  const model = createKnowledgeModel();
  let version = 0;
  return {
    model,
    async apply(step: Change): Promise<void> {
      switch (step.kind) {
        case 'write': {
          version += 1;
          const path = join(knowledgeDir, step.name);
          await writeFile(path, step.documents.map((document) => `${JSON.stringify(document)}\n`).join(''));
          // Writes that follow at once may get one and the same time from the file system.
          await utimes(path, version, version);
          model.files.set(step.name, { version, documents: step.documents });
          return;
        }
        case 'delete':
          await rm(join(knowledgeDir, step.name), { force: true });
          model.files.delete(step.name);
          return;
        case 'rename': {
          const file = model.files.get(step.name);
          if (file === undefined || step.name === step.to) return;
          await rename(join(knowledgeDir, step.name), join(knowledgeDir, step.to));
          model.files.delete(step.name);
          model.files.set(step.to, file);
          return;
        }
        case 'remove':
          await desk.removeDocuments([step.id]);
          model.remove(step.id);
      }
    },
  };
}

describe('indexing a folder that changes', () => {
  it('holds after every run what a naive model holds, reports the difference, and finds nothing to do in the next run', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(change, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
        (rounds) =>
          withTemporaryFolder(async (folder) => {
            const knowledgeDir = join(folder, 'knowledge');
            await mkdir(knowledgeDir);
            await withOpenDesk({ dataDir: join(folder, 'data'), knowledgeDir, statements: false }, async (desk) => {
              const { model, apply } = createWorld(desk, knowledgeDir);
              for (const round of rounds) {
                for (const step of round) await apply(step);
                const expected = model.refresh();
                const report = await desk.refresh();
                expect(await holdings(desk)).toEqual(model.held());
                expect(report).toMatchObject({ ...expected, documents: model.held().size });

                const generation = await desk.store.generation();
                const again = await desk.refresh();
                expect(again).toEqual({ ...report, added: 0, changed: 0, removed: 0 });
                expect(await desk.store.generation()).toBe(generation);
              }
            });
          }),
      ),
      { numRuns: 60 },
    );
  });
});
