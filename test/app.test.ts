import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Message } from '../src/core/message.ts';
import { DELIVERED_KNOWLEDGE } from './support/desk-process.ts';
import { withOpenDesk, withTemporaryFolder } from './support/open-test-desk.ts';
import { writeFiles } from './support/write-files.ts';

const message = (text: string): Message => ({
  id: 'm',
  platform: 'terminal',
  conversation: 'c',
  text,
  receivedAt: new Date(),
});

describe('openDesk', () => {
  it('is not ready before the folder is indexed, and answers from it afterwards', () =>
    withTemporaryFolder((folder) =>
      withOpenDesk({ dataDir: join(folder, 'data'), knowledgeDir: DELIVERED_KNOWLEDGE }, async ({ desk, refresh }) => {
        expect(await desk.notReadyReason()).toMatch(/being indexed/);
        await refresh();
        expect(await desk.notReadyReason()).toBeUndefined();
        const reply = await desk.handleMessage(message('What did Forrester say about the budget?'));
        expect(reply).toMatchObject({
          kind: 'answer',
          answer: { status: 'answered', citations: [{ document: 'wedoany' }] },
        });
      }),
    ));

  it('indexes once for all who ask for it at the same time', () =>
    withTemporaryFolder((folder) =>
      withOpenDesk({ dataDir: join(folder, 'data'), knowledgeDir: DELIVERED_KNOWLEDGE }, async ({ refresh }) => {
        const [one, two] = await Promise.all([refresh(), refresh()]);
        expect(two).toBe(one);
        expect(await refresh()).toMatchObject({ added: 0 });
      }),
    ));

  it('withdraws a document from search, from answers, and from the links to answers that quote it', () =>
    withTemporaryFolder((folder) =>
      withOpenDesk({ dataDir: join(folder, 'data'), knowledgeDir: DELIVERED_KNOWLEDGE }, async (open) => {
        await open.refresh();
        const question = 'What did Forrester say about the budget?';
        const reply = await open.desk.handleMessage(message(question));
        const link = reply.kind === 'answer' ? reply.permalinkId : '';
        expect(await open.desk.findAnswer(link)).toBeDefined();

        expect(await open.removeDocuments(['wedoany'])).toMatchObject({ removed: 1, unknown: [] });
        expect((await open.ask(question)).citations).toEqual([]);
        expect((await open.search('Forrester budget', 10)).map(({ document }) => document.id)).not.toContain('wedoany');
        expect(await open.desk.findAnswer(link)).toBeUndefined();
        await open.refresh();
        expect((await open.desk.listSources()).map(({ id }) => id)).toEqual(['export-controls']);
      }),
    ));

  it('takes up at once what another desk on the same data folder writes', () =>
    withTemporaryFolder(async (folder) => {
      const dataDir = join(folder, 'data');
      await writeFiles(folder, { 'bridge.txt': 'The bridge will cost €9 million, said Paul Roy, mayor of Douai.' });
      await withOpenDesk({ dataDir, knowledgeDir: undefined }, (reader) =>
        withOpenDesk({ dataDir, knowledgeDir: undefined }, async (writer) => {
          const question = 'What did Paul Roy say about the bridge?';
          expect((await reader.ask(question)).status).toBe('not_found');
          await writer.addFiles([join(folder, 'bridge.txt')]);
          expect((await reader.ask(question)).citations).toMatchObject([{ document: 'bridge' }]);
          await writer.removeDocuments(['bridge']);
          expect((await reader.ask(question)).status).toBe('not_found');
        }),
      );
    }));

  it('ends a run under way when it is closed, and goes on from there when it is opened again', () =>
    withTemporaryFolder(async (folder) => {
      const lines = Array.from({ length: 1_000 }, (_, n) => JSON.stringify({ id: `d${n}`, text: `Mill ${n} closed.` }));
      const knowledgeDir = await writeFiles(join(folder, 'knowledge'), { 'mills.jsonl': lines.join('\n') });
      const given = { dataDir: join(folder, 'data'), knowledgeDir, statements: false };
      let stopped: Promise<unknown> | undefined;
      await withOpenDesk(given, async (desk) => {
        stopped = desk.refresh().catch((error: unknown) => error);
      });
      expect(await stopped).toMatchObject({ code: 'busy' });
      await withOpenDesk(given, async ({ refresh }) => {
        expect(await refresh()).toMatchObject({ documents: 1_000, changed: 0, removed: 0 });
      });
    }));

  it('says what is wrong with the folder and tries again', () =>
    withTemporaryFolder(async (folder) => {
      const knowledgeDir = join(folder, 'knowledge');
      await withOpenDesk({ dataDir: join(folder, 'data'), knowledgeDir }, async (open) => {
        await expect(open.refresh()).rejects.toMatchObject({ code: 'not_there' });
        await mkdir(knowledgeDir);
        await writeFiles(knowledgeDir, { 'a.txt': 'Rain fell.' });
        expect(await open.refresh()).toMatchObject({ added: 1 });
        await rm(knowledgeDir, { recursive: true });
        await expect(open.refresh()).rejects.toMatchObject({ code: 'not_there' });
        expect(await open.store.counts()).toMatchObject({ documents: 1 });
      });
    }));
});
