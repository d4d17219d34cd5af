import { describe, expect, it, onTestFinished } from 'vitest';
import type { SourceDocument } from '../../src/core/document.ts';
import type { KnowledgeStore, SourceFile, SourceItem, SourceProblem } from '../../src/core/ports.ts';
import { type FileListing, indexFiles } from '../../src/ingest/index-knowledge.ts';
import { withdrawDocuments } from '../../src/ingest/withdraw-documents.ts';
import { openStore } from '../../src/store/open-store.ts';
import { makeTemporaryFolder, silentLogger } from '../store/indexed-documents.ts';

/** A file by what stands in it; it counts how often it was read. */
function makeFile(file: {
  origin: string;
  stamp?: string;
  documents?: readonly { id: string; text?: string }[];
  problems?: readonly Partial<SourceProblem>[];
}): SourceFile & { reads: number } {
  const { origin, stamp = '1', documents = [], problems = [] } = file;
  const items: SourceItem[] = [
    ...documents.map(({ id, text = `Text of ${id}.` }) => ({
      kind: 'document' as const,
      document: makeDocument({ id, text, origin }),
    })),
    ...problems.map((problem) => ({
      kind: 'problem' as const,
      problem: { origin, problem: 'it is bad', mend: 'Mend it.', effect: 'skipped' as const, ...problem },
    })),
  ];
  const made = {
    origin,
    stamp,
    reads: 0,
    async *read() {
      made.reads += 1;
      yield* items;
    },
  };
  return made;
}

function makeDocument({ id, text, origin }: { id: string; text: string; origin: string }): SourceDocument {
  const contentHash = JSON.stringify([id, text, origin]);
  return { id, title: id, titleGivenByDesk: false, text, origin, fileName: origin, contentHash };
}

function openKnowledge(): Promise<KnowledgeStore> {
  return openStore({ dataDir: makeTemporaryFolder(onTestFinished), logger: silentLogger }).then(({ knowledge }) => {
    onTestFinished(() => knowledge.close());
    return knowledge;
  });
}

const index = (store: KnowledgeStore, files: readonly SourceFile[], problems: FileListing['problems'] = []) =>
  indexFiles(
    { store, embedder: undefined, statements: false },
    { list: async () => ({ files, problems }), withdrawVanished: true },
  );

const add = (store: KnowledgeStore, files: readonly SourceFile[]) =>
  indexFiles(
    { store, embedder: undefined, statements: false },
    { list: async () => ({ files, problems: [] }), withdrawVanished: false },
  );

const withdraw = (store: KnowledgeStore, ids: readonly string[]) =>
  withdrawDocuments({ store, embedder: undefined }, ids);

async function holdings(store: KnowledgeStore): Promise<Record<string, string>> {
  const summaries = await store.listDocuments();
  return Object.fromEntries(summaries.map(({ id, contentHash }) => [id, contentHash]).sort());
}

const numbered = (prefix: string, from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => ({ id: `${prefix}${from + index}` }));

describe('indexFiles', () => {
  it('reaches the same state as a clean run after a failure at any of its writes', async () => {
    const before = [
      makeFile({ origin: 'big.jsonl', documents: numbered('d', 0, 600) }),
      makeFile({ origin: 'gone.jsonl', documents: [{ id: 'moving' }, { id: 'leaving' }] }),
    ];
    const after = [
      makeFile({ origin: 'big.jsonl', stamp: '2', documents: [...numbered('d', 300, 900), { id: 'moving' }] }),
      makeFile({ origin: 'last.md', documents: [{ id: 'new' }] }),
    ];
    const clean = await openKnowledge();
    await index(clean, after);
    let writes = Number.POSITIVE_INFINITY;
    for (let failAt = 0; failAt < writes; failAt += 1) {
      const store = await openKnowledge();
      await index(store, before);
      let write = 0;
      const failing: KnowledgeStore = {
        ...store,
        async applyChange(change) {
          write += 1;
          if (write > failAt) throw new Error('pulled the plug');
          await store.applyChange(change);
        },
      };
      await index(failing, after).catch(() => undefined);
      if (write <= failAt) writes = write;
      await index(store, after);
      expect(await holdings(store)).toEqual(await holdings(clean));
      expect(await index(store, after)).toMatchObject({ added: 0, changed: 0, removed: 0, documents: 602 });
    }
    expect(writes).toBeGreaterThan(1);
  });

  it('withdraws what a broken-off run left of a file that is gone since', async () => {
    const store = await openKnowledge();
    const failing: KnowledgeStore = {
      ...store,
      async applyChange(change) {
        if ((await store.counts()).documents > 0) throw new Error('pulled the plug');
        await store.applyChange(change);
      },
    };
    await index(failing, [makeFile({ origin: 'big.jsonl', documents: numbered('d', 0, 600) })]).catch(() => undefined);
    expect((await store.counts()).documents).toBeGreaterThan(0);
    expect(await index(store, [])).toMatchObject({ documents: 0 });
  });

  it('brings back a document that was lost to another process, without any change of its file', async () => {
    const store = await openKnowledge();
    const file = makeFile({ origin: 'a.md', documents: [{ id: 'a' }] });
    await index(store, [file]);
    await store.applyChange({ put: [], removeIds: ['a'] });
    expect(await index(store, [file])).toMatchObject({ added: 1, documents: 1 });
  });

  it('says the problem of a line again without reading the file again, and reads a file again that it could not read', async () => {
    const store = await openKnowledge();
    const flawed = makeFile({ origin: 'flawed.jsonl', documents: [{ id: 'a' }], problems: [{ line: 2 }] });
    const noted = makeFile({ origin: 'noted.md', documents: [{ id: 'b' }], problems: [{ effect: 'noted' }] });
    const unreadable = makeFile({ origin: 'unreadable.md', problems: [{ problem: 'permission denied' }] });
    const files = [flawed, noted, unreadable];
    const { problems } = await index(store, files);
    expect(problems.map(({ origin }) => origin)).toEqual(['flawed.jsonl', 'noted.md', 'unreadable.md']);
    expect((await index(store, files)).problems).toEqual(problems);
    expect(files.map(({ reads }) => reads)).toEqual([1, 1, 2]);
  });

  it('keeps a removed document away from a file with a flaw in it', async () => {
    const store = await openKnowledge();
    const file = makeFile({ origin: 'a.jsonl', documents: [{ id: 'a' }, { id: 'b' }], problems: [{ line: 3 }] });
    await index(store, [file]);
    await withdraw(store, ['a']);
    expect(await index(store, [file])).toMatchObject({ documents: 1, added: 0 });
    expect(Object.keys(await holdings(store))).toEqual(['b']);
  });

  it('names both places of an id that two files have, and the file where it stands twice', async () => {
    const store = await openKnowledge();
    const { problems, documents } = await index(store, [
      makeFile({ origin: 'a.md', documents: [{ id: 'same' }] }),
      makeFile({ origin: 'b.jsonl', documents: [{ id: 'same' }, { id: 'twin' }, { id: 'twin' }] }),
    ]);
    expect(documents).toBe(2);
    expect(problems).toMatchObject([
      { origin: 'b.jsonl', field: 'id', problem: 'its id "same" is already that of a.md', effect: 'skipped' },
      { origin: 'b.jsonl', field: 'id', problem: expect.stringContaining('"twin" is given twice'), effect: 'skipped' },
    ]);
  });

  it('leaves out a document on which the desk itself fails, and takes in the rest of its file', async () => {
    const store = await openKnowledge();
    const broken = {
      ...makeDocument({ id: 'broken', text: '', origin: 'a.jsonl' }),
      get text(): string {
        throw new RangeError('a defect');
      },
    };
    const file: SourceFile = {
      ...makeFile({ origin: 'a.jsonl' }),
      async *read() {
        yield { kind: 'document', document: broken };
        yield { kind: 'document', document: makeDocument({ id: 'sound', text: 'Sound.', origin: 'a.jsonl' }) };
      },
    };
    const report = await index(store, [file]);
    expect(report).toMatchObject({ documents: 1, problems: [{ effect: 'skipped' }] });
    expect(report.problems[0]?.problem).toContain('"broken": a defect');
  });

  it('keeps what lies in a folder that cannot be listed, and withdraws what is gone elsewhere', async () => {
    const store = await openKnowledge();
    await index(store, [
      makeFile({ origin: 'documents/away/a.md', documents: [{ id: 'a' }] }),
      makeFile({ origin: 'documents/b.md', documents: [{ id: 'b' }] }),
    ]);
    const unlisted = { origin: 'documents/away/', problem: 'no right', mend: 'Give it.', effect: 'skipped' as const };
    expect(await index(store, [], [unlisted])).toMatchObject({ removed: 1, problems: [unlisted] });
    expect(Object.keys(await holdings(store))).toEqual(['a']);
  });

  it('writes nothing, and lists no documents, when nothing has changed', async () => {
    const store = await openKnowledge();
    const files = [makeFile({ origin: 'a.md', documents: [{ id: 'a' }], problems: [{ effect: 'noted' }] })];
    await index(store, files);
    const refuse = () => Promise.reject(new Error('this costs time'));
    const frozen: KnowledgeStore = { ...store, applyChange: refuse, listDocuments: refuse };
    expect(await index(frozen, files)).toMatchObject({ documents: 1, added: 0, changed: 0, removed: 0 });
  });

  it('stops between two documents when it is told to, and goes on in the next run', async () => {
    const store = await openKnowledge();
    const files = [makeFile({ origin: 'a.jsonl', documents: numbered('d', 0, 400) })];
    const stop = new AbortController();
    const deps = {
      store,
      embedder: undefined,
      statements: false,
      signal: stop.signal,
      onProgress: ({ documentsDone }: { documentsDone: number }) => {
        if (documentsDone === 300) stop.abort(new Error('closing'));
      },
    };
    const run = indexFiles(deps, { list: async () => ({ files, problems: [] }), withdrawVanished: true });
    await expect(run).rejects.toThrow('closing');
    expect((await store.counts()).documents).toBe(256);
    expect(await index(store, files)).toMatchObject({ documents: 400, added: 144, changed: 0 });
  });
});

describe('documents added by name', () => {
  it('stay when the folder is indexed, and come back when they are added again after a removal', async () => {
    const store = await openKnowledge();
    const file = makeFile({ origin: 'added:a.jsonl', documents: [{ id: 'a' }, { id: 'b' }] });
    expect(await add(store, [file])).toMatchObject({ added: 2 });
    expect(await add(store, [file])).toMatchObject({ added: 0, changed: 0 });
    await index(store, []);
    await withdraw(store, ['a']);
    await index(store, []);
    expect(Object.keys(await holdings(store))).toEqual(['b']);
    expect(await add(store, [file])).toMatchObject({ added: 1, changed: 0, documents: 2 });
  });

  it('that a new version no longer has are withdrawn in the end, though the first try broke off', async () => {
    const store = await openKnowledge();
    await add(store, [makeFile({ origin: 'added:a.jsonl', documents: [{ id: 'old' }, { id: 'kept' }] })]);
    const files = [
      makeFile({ origin: 'added:a.jsonl', stamp: '2', documents: [{ id: 'kept' }, { id: 'new' }] }),
      makeFile({ origin: 'added:b.jsonl', documents: numbered('d', 0, 400) }),
    ];
    const failing: KnowledgeStore = {
      ...store,
      async applyChange(change) {
        if ((await store.counts()).documents > 200) throw new Error('pulled the plug');
        await store.applyChange(change);
      },
    };
    await expect(add(failing, files)).rejects.toThrow('pulled the plug');
    expect(await add(store, files)).toMatchObject({ documents: 402, removed: 1 });
    expect(Object.keys(await holdings(store))).not.toContain('old');
  });

  it('give their ids over to the folder, and cannot take one from it', async () => {
    const store = await openKnowledge();
    await add(store, [makeFile({ origin: 'added:x.md', documents: [{ id: 'same', text: 'Added.' }] })]);
    const own = makeFile({ origin: 'documents/x.md', documents: [{ id: 'same', text: 'In the folder.' }] });
    expect(await index(store, [own])).toMatchObject({ changed: 1, documents: 1, problems: [] });
    const refused = await add(store, [makeFile({ origin: 'added:y.md', documents: [{ id: 'same', text: 'Later.' }] })]);
    expect(refused).toMatchObject({
      changed: 0,
      problems: [{ problem: 'its id "same" is already that of documents/x.md' }],
    });
    expect(await holdings(store)).toMatchObject({ same: expect.stringContaining('In the folder.') });
    expect(await index(store, [own])).toMatchObject({ added: 0, changed: 0, removed: 0 });
  });
});

describe('withdrawDocuments', () => {
  it('tells what it removed, what there is not, and what still lies in the folder', async () => {
    const store = await openKnowledge();
    await index(store, [makeFile({ origin: 'documents/a.md', documents: [{ id: 'a' }] })]);
    await add(store, [makeFile({ origin: 'added:b.md', documents: [{ id: 'b' }] })]);
    expect(await withdraw(store, ['a', 'b', 'a', 'none'])).toEqual({
      removed: 2,
      unknown: ['none'],
      fromFolder: [{ id: 'a', origin: 'documents/a.md' }],
    });
    expect(await withdraw(store, ['a'])).toMatchObject({ removed: 0, unknown: ['a'] });
  });

  it('lets another file have the id', async () => {
    const store = await openKnowledge();
    const file = makeFile({ origin: 'documents/a.md', documents: [{ id: 'same', text: 'Old.' }] });
    await index(store, [file]);
    await withdraw(store, ['same']);
    const better = makeFile({ origin: 'documents/b.md', documents: [{ id: 'same', text: 'New.' }] });
    expect(await index(store, [file, better])).toMatchObject({ added: 1, problems: [] });
    expect(await holdings(store)).toMatchObject({ same: expect.stringContaining('New.') });
  });
});
