import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { listKnowledgeFiles } from '../../src/sources/knowledge-folder.ts';
import { createAliasReader, parseAliases } from '../../src/sources/read-alias-file.ts';
import { withTemporaryFolder } from '../support/open-test-desk.ts';

describe('the alias file', () => {
  it('gives names with what they are also called, and from what they are kept apart', () => {
    const text =
      '- name: Harbour Board\n  kind: body\n  also: [HB, Board]\n  apart: Harbour Bank\n- name: Ada Holm\n  of: [Kelp]\n';
    expect(parseAliases(text, 'aliases.yaml')).toEqual({
      entries: [
        { name: 'Harbour Board', kind: 'body', also: ['HB', 'Board'], apart: ['Harbour Bank'], of: [] },
        { name: 'Ada Holm', also: [], apart: [], of: ['Kelp'] },
      ],
      problems: [],
    });
  });

  it.each<[string, number, RegExp]>([
    ['- name: A\n- also: [B]\n', 2, /name is missing/],
    ['- name: A\n- name: ""\n', 2, /name is empty/],
    ['- name: A\n\n- name: B\n  kind: firm\n', 3, /kind is neither person nor body/],
    ['- name: A\n- name: B\n  alias: [C]\n', 2, /field "alias" is not known/],
    ['- name: A\n- just words\n', 2, /not "name: …"/],
    ['- name: A\n  also: [Bee]\n- name: C\n  also: [BEE]\n', 3, /"BEE" is a name of "A" already/],
    ['- name: A\n- name: "…"\n', 2, /no letter/],
    ['- name: A\n- name: B\n  also: {x: y}\n', 2, /not a list of names/],
  ])('names the line of a bad entry and keeps the others: %j', (text, line, problem) => {
    const { entries, problems } = parseAliases(text, 'aliases.yaml');
    expect(entries.map(({ name }) => name)).toEqual(['A']);
    expect(problems).toMatchObject([{ origin: 'aliases.yaml', line, effect: 'noted' }]);
    expect(problems[0]?.problem).toMatch(problem);
    expect(problems[0]?.mend).not.toBe('');
  });

  it.each([
    ['- name: [\n', /not valid YAML/],
    ['name: A\n', /not a list of names/],
    ['- name: A\n  name: B\n', /not valid YAML/],
  ])('uses nothing of a file that is no list: %j', (text, problem) => {
    const { entries, problems } = parseAliases(text, 'aliases.yaml');
    expect(entries).toEqual([]);
    expect(problems[0]?.problem).toMatch(problem);
  });

  it.each(['', '\n# nothing yet\n', '\uFEFF'])('may be empty: %j', (text) => {
    expect(parseAliases(text, 'aliases.yaml')).toEqual({ entries: [], problems: [] });
  });

  it('is read again when it changes, and may be missing', async () => {
    await withTemporaryFolder(async (folder) => {
      const path = join(folder, 'aliases.yaml');
      const read = createAliasReader(path);
      expect((await read()).entries).toEqual([]);
      await writeFile(path, '- name: Ada\n');
      const first = await read();
      expect(first.entries.map(({ name }) => name)).toEqual(['Ada']);
      expect(await read()).toBe(first);
      await writeFile(path, '- name: Ada Holm\n');
      expect((await read()).entries.map(({ name }) => name)).toEqual(['Ada Holm']);
      await rm(path);
      expect((await read()).entries).toEqual([]);
    });
  });

  it('is no document, also where the documents stand beside it', async () => {
    await withTemporaryFolder(async (folder) => {
      await writeFile(join(folder, 'aliases.yaml'), '- name: Ada\n');
      await writeFile(join(folder, 'a.txt'), 'A text.');
      const { files, problems } = await listKnowledgeFiles(folder);
      expect(files.map(({ origin }) => origin)).toEqual(['a.txt']);
      expect(problems).toEqual([]);
    });
  });

  it('that comes with the desk is sound', async () => {
    const path = fileURLToPath(new URL('../../knowledge/aliases.yaml', import.meta.url));
    const { entries, problems } = parseAliases(await readFile(path, 'utf8'), 'aliases.yaml');
    expect(problems).toEqual([]);
    expect(entries.length).toBeGreaterThan(5);
  });
});
