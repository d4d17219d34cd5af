import { mkdir, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listKnowledgeFiles } from '../../src/sources/knowledge-folder.ts';
import { openNamedFiles } from '../../src/sources/named-files.ts';
import { readAll, withFolder } from './reading.ts';

describe('listKnowledgeFiles', () => {
  it('lists documents/ alone where there is one, sorted, without hidden files and README.md', async () => {
    const files = {
      'documents/b.txt': 'B',
      'documents/a/z.MD': 'Z',
      'documents/a/README.md': 'not this',
      'documents/.hidden.txt': 'not this',
      'documents/.git/x.txt': 'not this',
      'documents/B.txt': 'B',
      'README.md': 'not this',
      'other.txt': 'not this',
    };
    await withFolder(files, async (folder) => {
      const listing = await listKnowledgeFiles(folder);
      expect(listing.files.map(({ origin }) => origin)).toEqual([
        'documents/B.txt',
        'documents/a/z.MD',
        'documents/b.txt',
      ]);
      expect(listing.problems).toEqual([]);
    });
  });

  it('lists the folder itself where there is no documents/', async () => {
    await withFolder({ 'a.txt': 'A', 'sub/b.md': 'B', 'readme.MD': 'no' }, async (folder) => {
      const { files } = await listKnowledgeFiles(folder);
      expect(files.map(({ origin }) => origin)).toEqual(['a.txt', 'sub/b.md']);
    });
  });

  it('names each file that it does not read, with the endings that it reads', async () => {
    await withFolder({ 'a.txt': 'A', 'picture.png': 'x', noending: 'x' }, async (folder) => {
      const { files, problems } = await listKnowledgeFiles(folder);
      expect(files).toHaveLength(1);
      expect(problems.map(({ origin, effect }) => [origin, effect])).toEqual([
        ['noending', 'skipped'],
        ['picture.png', 'skipped'],
      ]);
      expect(problems[0]?.mend).toContain('.md, .txt, .html, .htm, .pdf, .docx, .jsonl');
    });
  });

  it('follows links within the folder only, and no link to a folder', async () => {
    await withFolder({ 'outside.txt': 'secret', 'k/in.txt': 'in', 'k/sub/x.txt': 'x' }, async (folder) => {
      const k = join(folder, 'k');
      await symlink(join(folder, 'outside.txt'), join(k, 'leaves.txt'));
      await symlink(join(k, 'in.txt'), join(k, 'stays.txt'));
      await symlink(k, join(k, 'sub', 'loop'));
      await symlink(join(k, 'nowhere.txt'), join(k, 'dangling.txt'));
      const { files, problems } = await listKnowledgeFiles(k);
      expect(files.map(({ origin }) => origin)).toEqual(['in.txt', 'stays.txt', 'sub/x.txt']);
      expect(problems.map(({ origin }) => origin)).toEqual(['dangling.txt', 'leaves.txt', 'sub/loop']);
    });
  });

  it('gives another stamp for another size or time and the same for an untouched file', async () => {
    await withFolder({ 'a.txt': 'A' }, async (folder) => {
      const stamp = async () => (await listKnowledgeFiles(folder)).files[0]?.stamp;
      const path = join(folder, 'a.txt');
      await utimes(path, 1000, 1000);
      const first = await stamp();
      expect(await stamp()).toBe(first);
      await utimes(path, 1000, 1001);
      const second = await stamp();
      expect(second).not.toBe(first);
      await writeFile(path, 'AB');
      await utimes(path, 1000, 1000);
      expect(await stamp()).not.toBe(first);
    });
  });

  it('says what to do when the folder is missing or a file, and takes an empty one', async () => {
    await withFolder({ 'a.txt': 'A' }, async (folder) => {
      await expect(listKnowledgeFiles(join(folder, 'none'))).rejects.toMatchObject({ code: 'not_there' });
      await expect(listKnowledgeFiles(join(folder, 'a.txt'))).rejects.toMatchObject({ code: 'bad_input' });
      await mkdir(join(folder, 'empty'));
      expect(await listKnowledgeFiles(join(folder, 'empty'))).toEqual({ files: [], problems: [] });
    });
  });

  it('turns a file that went away since into its problem', async () => {
    const file = await withFolder({ 'a.txt': 'A' }, async (folder) => (await listKnowledgeFiles(folder)).files[0]);
    const { problems } = file === undefined ? { problems: [] } : await readAll(file);
    expect(problems).toMatchObject([{ origin: 'a.txt', effect: 'skipped' }]);
  });
});

describe('openNamedFiles', () => {
  it('opens files in the order given, each once', async () => {
    await withFolder({ 'b.txt': 'B', 'x/a.md': 'A' }, async (folder) => {
      const [b, a] = [join(folder, 'b.txt'), join(folder, 'x', 'a.md')];
      expect((await openNamedFiles([b, a, b])).map(({ origin }) => origin)).toEqual(['added:b.txt', 'added:a.md']);
    });
  });

  it('refuses a missing file, a folder, another ending and two files of one name', async () => {
    await withFolder({ 'a.txt': 'A', 'x/a.txt': 'A', 'p.png': 'P' }, async (folder) => {
      const at = (name: string) => join(folder, name);
      await expect(openNamedFiles([at('none.txt')])).rejects.toMatchObject({ code: 'not_there' });
      await expect(openNamedFiles([at('a.txt/b.txt')])).rejects.toMatchObject({ code: 'not_there' });
      await expect(openNamedFiles([tmpdir()])).rejects.toMatchObject({ code: 'bad_input' });
      await expect(openNamedFiles([at('p.png')])).rejects.toMatchObject({ code: 'bad_input' });
      await expect(openNamedFiles([at('a.txt'), at('x/a.txt')])).rejects.toMatchObject({ code: 'bad_input' });
    });
  });
});
