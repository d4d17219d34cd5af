import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { findSetsDir, pathInSet, pickSample, readItems, readTabbedRows } from '../../src/evaluation/set-files.ts';
import { createFixtureFolder } from './fixture-folder.ts';

const Line = z.object({ id: z.string() });

describe('lines of a set', () => {
  it('are read in order, empty ones passed over', async () => {
    const folder = await createFixtureFolder({ 'a.jsonl': '{"id":"1"}\n\n{"id":"2","more":true}\r\n' });
    expect(await readItems(join(folder, 'a.jsonl'), Line)).toEqual([{ id: '1' }, { id: '2' }]);
  });

  it('are named with file, line and field when they are wrong', async () => {
    const folder = await createFixtureFolder({ 'a.jsonl': '{"id":"1"}\n{"id":2}\n', 'b.jsonl': '{"id":\n' });
    await expect(readItems(join(folder, 'a.jsonl'), Line)).rejects.toThrow(/a\.jsonl:2 field "id"/);
    await expect(readItems(join(folder, 'b.jsonl'), Line)).rejects.toMatchObject({ code: 'bad_input' });
  });

  it('come from a file that exists, or the file is named', async () => {
    const folder = await createFixtureFolder({});
    expect(() => pathInSet(folder, 'news', 'docs.jsonl')).toThrow(/"news" lacks its file/);
    await expect(readItems(join(folder, 'none.jsonl'), Line)).rejects.toMatchObject({ code: 'not_there' });
  });

  it('of a tab-separated file are keyed by the header', async () => {
    const folder = await createFixtureFolder({ 'q.tsv': 'query\tdoc\n1\t7\n' });
    expect(await readTabbedRows(join(folder, 'q.tsv'))).toEqual([
      new Map([
        ['query', '1'],
        ['doc', '7'],
      ]),
    ]);
  });
});

describe('a sample', () => {
  it('is spread evenly, always the same, and never larger than the list', () => {
    const items = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
    expect(pickSample(items, 5)).toEqual([0, 2, 4, 6, 8]);
    expect(pickSample(items, 99)).toEqual(items);
    expect(pickSample(items)).toEqual(items);
    expect(pickSample(items, 0)).toEqual([]);
  });
});

describe('the folder of the sets', () => {
  it('is the one given, then the one of the environment', async () => {
    const given = await createFixtureFolder({});
    const other = await createFixtureFolder({});
    expect(findSetsDir({ given, env: { EVAL_SETS: other } })).toBe(given);
    expect(findSetsDir({ env: { EVAL_SETS: other } })).toBe(other);
  });

  it('is refused by name when it does not exist', () => {
    expect(() => findSetsDir({ given: '/no/such/folder', env: {} })).toThrow(/"\/no\/such\/folder" does not exist/);
  });
});
