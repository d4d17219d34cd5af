import { describe, expect, it, onTestFinished } from 'vitest';
import type { AnalysedDocument } from '../../src/core/document.ts';
import type { KnowledgeStore } from '../../src/core/ports.ts';
import { sketchDocument } from '../store/indexed-documents.ts';

/** What every KnowledgeStore must do. `openStore` gives an empty one. */
export function testKnowledgeStore(name: string, openStore: () => Promise<KnowledgeStore>): void {
  const open = async (): Promise<KnowledgeStore> => {
    const store = await openStore();
    onTestFinished(() => store.close());
    return store;
  };
  const put = (store: KnowledgeStore, ...ids: string[]) =>
    store.applyChange({ put: ids.map((id) => sketchDocument({ id, passages: [`words of ${id}`] })), removeIds: [] });

  describe(`${name} as a KnowledgeStore`, () => {
    it('is empty at first', async () => {
      const store = await open();
      expect(await store.listDocuments()).toEqual([]);
      expect(await store.counts()).toEqual({ documents: 0, passages: 0, statements: 0 });
      expect(await store.embedderName()).toBeUndefined();
      expect(await store.fileRecords()).toEqual(new Map());
      expect(await store.findDocuments(['a'])).toEqual([]);
      expect(await store.readDocuments([1])).toEqual([]);
    });

    it('gives a document back as it was put, to the last field', async () => {
      const store = await open();
      await store.applyChange({
        put: [{ ...sketchDocument({ id: 'x', passages: [] }), document: FULL, passageTerms: [['a']] }],
        removeIds: [],
      });
      const [found] = await store.findDocuments([FULL.id]);
      expect(found).toEqual({ ...FULL, seq: found?.seq });
      expect(await store.readDocuments([found?.seq ?? 0])).toEqual([found]);
      const { text, sentences, ...summary } = FULL;
      expect(await store.listDocuments()).toEqual([{ ...summary, seq: found?.seq, passages: 1, statements: 2 }]);
    });

    it('leaves out what is not known instead of giving it as null', async () => {
      const store = await open();
      await put(store, 'bare');
      const [found] = await store.findDocuments(['bare']);
      expect(Object.keys(found ?? {})).not.toContain('publisher');
      expect(Object.values(found ?? {})).not.toContain(null);
    });

    it('gives documents in the order asked, without those it does not know', async () => {
      const store = await open();
      await put(store, 'a', 'b', 'c');
      expect((await store.findDocuments(['c', 'nobody', 'a', 'c'])).map(({ id }) => id)).toEqual(['c', 'a', 'c']);
      const seqs = (await store.findDocuments(['c', 'a'])).map(({ seq }) => seq);
      expect((await store.readDocuments([...seqs, 999_999])).map(({ id }) => id)).toEqual(['c', 'a']);
    });

    it('reads more documents at once than a query takes parameters', async () => {
      const store = await open();
      const ids = Array.from({ length: 1_203 }, (_, index) => `d${index}`);
      await put(store, ...ids);
      expect((await store.findDocuments(ids)).map(({ id }) => id)).toEqual(ids);
    });

    it('gives a changed document a new number and withdraws the old one', async () => {
      const store = await open();
      await put(store, 'a', 'b');
      const [before] = await store.findDocuments(['a']);
      await store.applyChange({ put: [sketchDocument({ id: 'a', passages: ['new', 'words'] })], removeIds: [] });
      const [after] = await store.findDocuments(['a']);
      expect(after?.text).toBe('new\nwords');
      expect(after?.seq).toBeGreaterThan(before?.seq ?? Number.POSITIVE_INFINITY);
      expect(await store.readDocuments([before?.seq ?? 0])).toEqual([]);
      expect(await store.counts()).toEqual({ documents: 2, passages: 3, statements: 0 });
    });

    it('never uses a number twice, even when the newest document was removed', async () => {
      const store = await open();
      await put(store, 'a');
      const [before] = await store.findDocuments(['a']);
      await store.applyChange({ put: [], removeIds: ['a'] });
      await put(store, 'b');
      const [after] = await store.findDocuments(['b']);
      expect(after?.seq).toBeGreaterThan(before?.seq ?? Number.POSITIVE_INFINITY);
    });

    it('keeps the last of several documents with one id in a change', async () => {
      const store = await open();
      const versions = ['first', 'second'].map((text) => sketchDocument({ id: 'a', passages: [text] }));
      await store.applyChange({ put: versions, removeIds: [] });
      expect((await store.findDocuments(['a'])).map(({ text }) => text)).toEqual(['second']);
    });

    it('puts a document that the same change also removes', async () => {
      const store = await open();
      await put(store, 'a');
      await store.applyChange({ put: [sketchDocument({ id: 'a', passages: ['again'] })], removeIds: ['a', 'nobody'] });
      expect((await store.findDocuments(['a'])).map(({ text }) => text)).toEqual(['again']);
    });

    it('takes nothing of a change when a part of it is wrong', async () => {
      const store = await open();
      await put(store, 'a');
      const generation = await store.generation();
      const wrong = { ...sketchDocument({ id: 'bad', passages: ['x', 'y'] }), passageTerms: [['x']] };
      const change = { put: [sketchDocument({ id: 'b', passages: ['b'] }), wrong], removeIds: ['a'] };
      await expect(store.applyChange(change)).rejects.toMatchObject({
        code: 'defect',
        message: expect.stringContaining('bad'),
      });
      expect((await store.listDocuments()).map(({ id }) => id)).toEqual(['a']);
      expect(await store.generation()).toBe(generation);
    });

    it('counts the generation on with every change of documents', async () => {
      const store = await open();
      const generations = [await store.generation()];
      await put(store, 'a');
      generations.push(await store.generation());
      await store.applyChange({ put: [], removeIds: ['a'] });
      generations.push(await store.generation());
      expect(generations).toEqual([...new Set(generations)].sort((a, b) => a - b));
    });

    it('remembers files, replaces their record, and forgets them', async () => {
      const store = await open();
      const files = [
        { origin: 'a.md', stamp: '1', documentIds: ['a'] },
        { origin: 'b.jsonl', stamp: '2', documentIds: ['b1', 'b2'] },
      ];
      await store.applyChange({ put: [], removeIds: [], files });
      expect([...(await store.fileRecords()).values()]).toEqual(files);
      await store.applyChange({
        put: [],
        removeIds: [],
        files: [
          { origin: 'a.md', stamp: '3', documentIds: [] },
          { origin: 'b.jsonl', stamp: undefined, documentIds: [] },
        ],
      });
      expect(await store.fileRecords()).toEqual(new Map([['a.md', { origin: 'a.md', stamp: '3', documentIds: [] }]]));
    });

    it('lists primary language tags', async () => {
      const store = await open();
      const languages = ['en-GB', 'en', 'de-AT', undefined];
      await store.applyChange({
        put: languages.map((language, index) => sketchDocument({ id: `d${index}`, passages: ['x'], language })),
        removeIds: [],
      });
    });

    it('names an embedder only while all vectors are of that one', async () => {
      const store = await open();
      const embedded = (id: string) => sketchDocument({ id, passages: ['x'], vectors: [Float32Array.of(1, 0)] });
      await store.applyChange({ put: [embedded('a'), embedded('b')], removeIds: [], embedderName: 'old' });
      expect(await store.embedderName()).toBe('old');
      await store.applyChange({ put: [embedded('a')], removeIds: [], embedderName: 'new' });
      expect(await store.embedderName()).toBeUndefined();
      await store.applyChange({ put: [embedded('b')], removeIds: [], embedderName: 'new' });
      expect(await store.embedderName()).toBe('new');
    });

    it('refuses vectors that cannot be compared', async () => {
      const store = await open();
      const attempts = [
        { vectors: [Float32Array.of(1, 0)], embedderName: undefined },
        { vectors: [Float32Array.of(1, 0), Float32Array.of(1, 0)], embedderName: 'e' },
        { vectors: [Float32Array.of(Number.NaN, 0)], embedderName: 'e' },
      ];
      for (const { vectors, embedderName } of attempts) {
        const change = { put: [sketchDocument({ id: 'a', passages: ['x'], vectors })], removeIds: [], embedderName };
        await expect(store.applyChange(change)).rejects.toMatchObject({ code: 'defect' });
      }
      expect(await store.counts()).toMatchObject({ documents: 0 });
    });

    it('refuses vectors of one change, or of one embedder, that differ in their dimensions', async () => {
      const store = await open();
      const embedded = (id: string, ...vectors: Float32Array[]) =>
        sketchDocument({ id, passages: vectors.map(() => 'x'), vectors });
      const [two, three] = [Float32Array.of(1, 0), Float32Array.of(1, 0, 0)];
      const change = { removeIds: [], embedderName: 'e' };
      const without = sketchDocument({ id: 'b', passages: ['x'] });
      await expect(store.applyChange({ ...change, put: [embedded('a', two), embedded('b', three)] })).rejects.toThrow();
      await expect(store.applyChange({ ...change, put: [embedded('a', two), without] })).rejects.toThrow(
        /unlike others/,
      );
      await store.applyChange({ ...change, put: [embedded('a', two), embedded('empty')] });
      await expect(store.applyChange({ ...change, put: [embedded('b', three)] })).rejects.toMatchObject({
        code: 'defect',
        message: expect.stringContaining('3 dimensions, while e gave 2'),
      });
      await store.applyChange({ put: [embedded('a', three)], removeIds: ['empty'], embedderName: 'f' });
      expect(await store.embedderName()).toBe('f');
    });

    it('says that there is no embedder when documents were put without vectors', async () => {
      const store = await open();
      await store.applyChange({
        put: [sketchDocument({ id: 'a', passages: ['x'] })],
        removeIds: [],
        embedderName: 'e',
      });
      expect(await store.embedderName()).toBeUndefined();
    });

    it('does all changes that are asked for at once', async () => {
      const store = await open();
      const ids = Array.from({ length: 40 }, (_, index) => `d${index}`);
      await Promise.all(ids.map((id) => put(store, id)));
      expect((await store.listDocuments()).map(({ id }) => id).sort()).toEqual([...ids].sort());
    });
  });
}

const TEXT = 'Über „Cloud“: 😀 said A. Person.\nSecond line — it\u2019s “fine”.';
const FULL: AnalysedDocument = {
  id: 'a:full.one_2-3',
  title: 'A "title" with \u0000, \ud800 and 😀',
  titleGivenByDesk: true,
  publisher: 'Publisher',
  attribution: 'Credit  line ',
  terms: 'Terms\nof use',
  url: 'https://example.org/?a=1&b=2',
  author: 'An Author',
  published: '2025-10',
  language: 'de-AT',
  origin: 'folder/file.md',
  fileName: 'file.md',
  contentHash: 'f00d',
  text: TEXT,
  sentences: [
    { start: 0, end: 32, block: 0, kind: 'heading' },
    { start: 33, end: TEXT.length, block: 1, kind: 'list' },
  ],
  passages: [{ start: 0, end: TEXT.length, firstSentence: 0, endSentence: 2 }],
  statements: [
    {
      start: 5,
      end: 12,
      text: '„Cloud“',
      kind: 'mixed',
      speaker: { start: 22, end: 31, text: 'A. Person', name: 'Ada Person', role: 'Chair', organisation: 'Body' },
      cue: { start: 17, end: 21, text: 'said' },
      via: 'Reuters',
      carried: true,
    },
    { start: 33, end: 40, text: 'Second ', kind: 'indirect', carried: false },
  ],
};
