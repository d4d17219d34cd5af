import { describe, expect, it } from 'vitest';
import type { SpeakerEntry } from '../../src/core/entity.ts';
import type { IndexedDocument, KnowledgeStore, SpeakerIndex } from '../../src/core/ports.ts';
import { sketchDocument } from '../store/indexed-documents.ts';

function speaker(key: string, given: Partial<SpeakerEntry> = {}): SpeakerEntry {
  return { key, kind: 'person', name: key, alias: '', statements: 1, words: key.split(' '), ...given };
}

function document(
  id: string,
  entries: readonly SpeakerEntry[],
  given: { published?: string; links?: readonly { from: string; to: string }[] } = {},
): IndexedDocument {
  const made = sketchDocument({ id, passages: [`text of ${id}`] });
  return {
    ...made,
    document: { ...made.document, published: given.published },
    speakers: { entries, links: given.links ?? [] },
  };
}

/** What every index of speakers must do; `open` gives an empty one with its store. */
export function testSpeakerIndex(
  name: string,
  open: () => Promise<{ speakers: SpeakerIndex; knowledge: KnowledgeStore }>,
): void {
  describe(`${name} as an index of speakers`, () => {
    async function withDocuments(...put: IndexedDocument[]) {
      const { speakers, knowledge } = await open();
      await knowledge.applyChange({ put, removeIds: [] });
      const idOf = new Map((await knowledge.listDocuments()).map(({ seq, id }) => [seq, id]));
      const idsOf = async (keys: string[], limit = 10) =>
        (await speakers.findDocuments({ keys, limit })).map(({ seq }) => idOf.get(seq));
      return { speakers, knowledge, idsOf };
    }

    it('finds the keys that have one word of every list', async () => {
      const { speakers } = await withDocuments(
        document('a', [
          speaker('ada holm', { words: ['ada', 'holm', 'ceo', 'nebulo'] }),
          speaker('jo march', { words: ['jo', 'march', 'analyst', 'nebulo'] }),
        ]),
      );
      expect(await speakers.findKeys({ words: [['nebulo']], limit: 9 })).toEqual(['ada holm', 'jo march']);
      expect(await speakers.findKeys({ words: [['nebulo']], limit: 1 })).toEqual(['ada holm']);
      expect(await speakers.findKeys({ words: [['chief', 'ceo'], ['nebulo']], limit: 9 })).toEqual(['ada holm']);
      expect(await speakers.findKeys({ words: [['ceo'], ['march']], limit: 9 })).toEqual([]);
      expect(await speakers.findKeys({ words: [], limit: 9 })).toEqual([]);
      expect(await speakers.findKeys({ words: [['ceo'], []], limit: 9 })).toEqual([]);
      expect(await speakers.findWords({ begin: 'ne', limit: 9 })).toEqual(['nebulo']);
    });

    it('finds keys by how they begin and by what they hold, without wildcards of its own', async () => {
      const { speakers } = await withDocuments(
        document('a', [speaker('holm@a'), speaker('holm@b'), speaker('ada holm'), speaker('holmes')]),
      );
      expect(await speakers.findKeysLike({ begin: 'holm@', limit: 9 })).toEqual(['holm@a', 'holm@b']);
      expect(await speakers.findKeysLike({ hold: 'a holm', limit: 9 })).toEqual(['ada holm']);
      expect(await speakers.findKeysLike({ hold: '%', limit: 9 })).not.toContain('holmes');
      expect(await speakers.findKeysLike({ limit: 9 })).toEqual([]);
    });

    it('gives documents newest first, undated ones last, each once', async () => {
      const { idsOf, speakers } = await withDocuments(
        document('undated', [speaker('ada holm')]),
        document('old', [speaker('ada holm')], { published: '2024' }),
        document('new', [speaker('ada holm'), speaker('holm@new')], { published: '2026-06-19' }),
        document('other', [speaker('jo march')], { published: '2026-07-01' }),
      );
      expect(await idsOf(['ada holm', 'holm@new'])).toEqual(['new', 'old', 'undated']);
      expect(await idsOf(['ada holm', 'holm@new'], 2)).toEqual(['new', 'old']);
      expect(await speakers.countDocuments(['ada holm', 'holm@new'])).toBe(3);
      expect(await idsOf([])).toEqual([]);
    });

    it('sums statements over documents, and apart by the way of naming', async () => {
      const { speakers } = await withDocuments(
        document('a', [speaker('ada holm', { statements: 2, role: 'CEO' }), speaker('jo march')]),
        document('b', [speaker('ada holm', { statements: 3, role: 'CEO' }), speaker('ada holm', { alias: 'Holm' })]),
      );
      expect(await speakers.sumStatements()).toEqual([
        { key: 'ada holm', statements: 6 },
        { key: 'jo march', statements: 1 },
      ]);
      expect(await speakers.readTotals(['ada holm'])).toEqual([
        { key: 'ada holm', kind: 'person', name: 'ada holm', alias: '', role: 'CEO', statements: 5 },
        { key: 'ada holm', kind: 'person', name: 'ada holm', alias: 'Holm', statements: 1 },
      ]);
    });

    it('finds links both ways', async () => {
      const { speakers } = await withDocuments(
        document('a', [speaker('hbt')], { links: [{ from: 'hbt', to: 'harbour board' }] }),
        document('b', [], {
          links: [
            { from: 'hbt', to: 'harbour board' },
            { from: 'nebulo/ceo', to: 'ada holm' },
          ],
        }),
      );
      expect(await speakers.findLinks({ from: ['hbt', 'x'] })).toEqual([{ from: 'hbt', to: 'harbour board' }]);
      expect(await speakers.findLinks({ to: ['ada holm'] })).toEqual([{ from: 'nebulo/ceo', to: 'ada holm' }]);
      expect(await speakers.listLinkedKeys()).toEqual([{ from: 'hbt', to: 'harbour board' }]);
    });

    it('forgets a removed or replaced document, also the words that only it had', async () => {
      const { speakers, knowledge, idsOf } = await withDocuments(
        document('a', [speaker('ada holm', { words: ['ada', 'holm', 'ceo'] })], { links: [{ from: 'x', to: 'y' }] }),
        document('b', [speaker('ada holm', { words: ['ada', 'holm', 'founder'] })]),
      );
      await knowledge.applyChange({ put: [document('b', [speaker('jo march')])], removeIds: [] });
      expect(await speakers.findKeys({ words: [['founder']], limit: 9 })).toEqual([]);
      expect(await speakers.findKeys({ words: [['ceo']], limit: 9 })).toEqual(['ada holm']);
      expect(await idsOf(['ada holm'])).toEqual(['a']);
      await knowledge.applyChange({ put: [], removeIds: ['a', 'b'] });
      expect(await speakers.findWords({ begin: '', limit: 9 })).toEqual([]);
      expect(await speakers.sumStatements()).toEqual([]);
      expect(await speakers.findLinks({ from: ['x'] })).toEqual([]);
    });

    it('keeps names that no text column could hold', async () => {
      const odd = { name: 'A\u0000da \ud800 Holm', role: '\u{1F600}', organisation: '' };
      const { speakers } = await withDocuments(document('a', [speaker('ada holm', odd)]));
      expect(await speakers.readTotals(['ada holm'])).toMatchObject([
        { name: 'A\u0000da \ufffd Holm', role: '\u{1F600}' },
      ]);
    });

    it('asks for more keys than a query takes parameters', async () => {
      const { speakers, idsOf } = await withDocuments(document('a', [speaker('ada holm')]));
      const many = [...Array.from({ length: 1_500 }, (_, at) => `nobody ${at}`), 'ada holm'];
      expect(await idsOf(many)).toEqual(['a']);
      expect(await speakers.countDocuments(many)).toBe(1);
    });
  });
}
