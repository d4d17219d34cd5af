import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { OpenDesk } from '../../src/app.ts';
import { withOpenDesk, withTemporaryFolder } from '../support/open-test-desk.ts';
import { writeFiles } from '../support/write-files.ts';

const LAUNCH = `---
title: Nebulo launches
published: 2026-05-02
publisher: Port Gazette
---
Nebulo will open a data centre in Ghent, said Ada Holm, chief executive of Nebulo. "Chips are dear," Holm said.
The Harbour Board of Trade (HBT) said that the port needs power.`;

const REPLY = `---
title: Nebulo replies
published: 2026-06-10
publisher: Quay Daily
---
"Prices will fall," Ada Holm told Quay Daily. Ms Holm added that the hall in Ghent is on time.
The HBT said that the cables are old.`;

const OTHER = `---
title: Another Holm
published: 2026-06-11
---
"The tide is late," Holm said at the pier on Monday. Nebulo's chief executive said that the hall will be cooled with river water.`;

async function withKnowledge<T>(
  files: Readonly<Record<string, string>>,
  use: (desk: OpenDesk, folder: string) => Promise<T>,
): Promise<T> {
  return withTemporaryFolder(async (folder) => {
    const knowledgeDir = join(folder, 'knowledge');
    await writeFiles(join(knowledgeDir, 'documents'), files);
    return withOpenDesk({ dataDir: join(folder, 'data'), knowledgeDir }, async (desk) => {
      await desk.refresh();
      return use(desk, knowledgeDir);
    });
  });
}

const THREE = { 'launch.md': LAUNCH, 'other.md': OTHER, 'reply.md': REPLY };

describe('people and bodies over documents', () => {
  it('joins a full name, its surname in the same document, and the post that the documents tie to it', async () => {
    await withKnowledge(THREE, async ({ desk }) => {
      const record = await desk.findEntity('ada-holm', 10);
      expect(record?.entity).toMatchObject({ id: 'ada-holm', kind: 'person', name: 'Ada Holm', documents: 3 });
      expect(record?.entity.aliases).toContain('Holm');
      expect(record?.entity.posts[0]).toMatchObject({ organisation: 'Nebulo' });
      expect([...new Set(record?.statements.map(({ document }) => document.id))]).toEqual(['other', 'reply', 'launch']);
      const words = record?.statements.map(({ statement }) => statement.text).join(' ') ?? '';
      expect(words).toContain('river water');
      expect(words).not.toContain('tide');
    });
  });

  it('never joins documents on a surname alone', async () => {
    await withKnowledge(THREE, async ({ desk }) => {
      const holms = await desk.listEntities({ name: 'holm', limit: 10 });
      expect(holms.map(({ id }) => id)).toEqual(['ada-holm', 'holm@other']);
    });
  });

  it('joins an abbreviation with the long form that another document explains', async () => {
    await withKnowledge(THREE, async ({ desk }) => {
      const [board] = await desk.listEntities({ name: 'HBT', limit: 1 });
      expect(board).toMatchObject({ id: 'harbour-board-of-trade', kind: 'body', documents: 2 });
    });
  });

  it('lists most statements first, and says so again in the same order', async () => {
    await withKnowledge(THREE, async ({ desk }) => {
      const all = await desk.listEntities({ limit: 50 });
      expect(all[0]?.id).toBe('ada-holm');
      const counts = all.map(({ statements }) => statements);
      expect(counts).toEqual([...counts].sort((a, b) => b - a));
      expect(await desk.listEntities({ limit: 50 })).toEqual(all);
      expect(await desk.listEntities({ limit: 1 })).toEqual(all.slice(0, 1));
    });
  });

  it('shows the statements of the newest documents only, as many as asked for', async () => {
    await withKnowledge(THREE, async ({ desk }) => {
      const record = await desk.findEntity('ada-holm', 1);
      expect(new Set(record?.statements.map(({ document }) => document.id))).toEqual(new Set(['other']));
      expect(record?.entity.documents).toBe(3);
    });
  });

  it('knows nothing more of a removed document', async () => {
    await withKnowledge(THREE, async ({ desk, removeDocuments }) => {
      await removeDocuments(['other']);
      expect((await desk.listEntities({ name: 'holm', limit: 10 })).map(({ id }) => id)).toEqual(['ada-holm']);
      expect((await desk.findEntity('ada-holm', 10))?.entity.documents).toBe(2);
      expect(await desk.findEntity('holm@other', 10)).toBeUndefined();
      await removeDocuments(['launch', 'reply']);
      expect(await desk.listEntities({ limit: 10 })).toEqual([]);
    });
  });

  it('finds nobody under an unknown or odd id', async () => {
    await withKnowledge(THREE, async ({ desk }) => {
      for (const id of ['nobody', '', '-', '@', '/', "x' OR 1=1", '%', 'ada-holm@']) {
        expect(await desk.findEntity(id, 10)).toBeUndefined();
      }
    });
  });
});

describe('the alias file', () => {
  it('joins names that only a person can know to be one, from the next question on', async () => {
    await withKnowledge(THREE, async ({ desk }, folder) => {
      await writeFile(join(folder, 'aliases.yaml'), '- name: Ada Holm-Reyes\n  also: [Ada Holm, Holm]\n');
      const record = await desk.findEntity('ada-holm-reyes', 10);
      expect(record?.entity).toMatchObject({ name: 'Ada Holm-Reyes', documents: 3 });
      expect(record?.statements.map(({ statement }) => statement.text).join(' ')).toContain('tide');
      expect((await desk.findEntity('ada-holm', 10))?.entity.id).toBe('ada-holm-reyes');
    });
  });

  it('keeps an abbreviation from what it is not', async () => {
    await withKnowledge(THREE, async ({ desk }, folder) => {
      await writeFile(join(folder, 'aliases.yaml'), '- name: HBT\n  kind: body\n  apart: [Harbour Board of Trade]\n');
      const board = await desk.findEntity('harbour-board-of-trade', 10);
      expect(board?.entity.documents).toBe(1);
      expect((await desk.findEntity('hbt', 10))?.entity.documents).toBe(1);
    });
  });

  it('splits one name by organisation', async () => {
    const files = {
      'a.md': 'Ada Holm, chief executive of Nebulo, said that chips are dear.',
      'b.md': 'Ada Holm, chief executive of Kelpworks, said that seaweed is cheap.',
    };
    await withKnowledge(files, async ({ desk }, folder) => {
      expect((await desk.findEntity('ada-holm', 10))?.entity.documents).toBe(2);
      await writeFile(join(folder, 'aliases.yaml'), '- name: Ada Holm\n  of: [Kelpworks]\n');
      expect((await desk.findEntity('ada-holm', 10))?.statements.map(({ document }) => document.id)).toEqual(['a']);
      const other = await desk.findEntity('ada-holm-of-kelpworks', 10);
      expect(other?.entity).toMatchObject({ name: 'Ada Holm', documents: 1 });
      expect(other?.statements.map(({ document }) => document.id)).toEqual(['b']);
      expect((await desk.listEntities({ name: 'holm', limit: 5 })).map(({ id }) => id).sort()).toEqual([
        'ada-holm',
        'ada-holm-of-kelpworks',
      ]);
    });
  });
});
