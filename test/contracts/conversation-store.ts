import { describe, expect, it } from 'vitest';
import type { ConversationStore, RememberedQuestion } from '../../src/core/ports.ts';

const NOON = new Date('2026-06-18T12:00:00Z');
const later = (ms: number) => new Date(NOON.getTime() + ms);
const HOUR_MS = 3_600_000;

function question(text: string, askedAt = NOON): RememberedQuestion {
  return { question: text, answerId: 'A'.repeat(22), askedAt };
}

/** What every ConversationStore must do. `openStore` gives an empty one. */
export function testConversationStore(name: string, openStore: () => Promise<ConversationStore>): void {
  describe(`${name} as a ConversationStore`, () => {
    it('gives the questions of a conversation back as they were added, oldest first', async () => {
      const store = await openStore();
      const asked = [
        question('Who said “x”? 😀'),
        question('Why, on “x”?', later(1)),
        question('Et après ?', later(2)),
      ];
      for (const one of asked) await store.addQuestion('c', one);
      expect(await store.readQuestions('c', later(3))).toEqual(asked);
    });

    it('keeps conversations apart, whatever they are called', async () => {
      const store = await openStore();
      const names = ['a', 'A', '', ' a', 'a\u0000b', 'a'.repeat(5_000), "'; DROP TABLE answers; --", '😀'];
      for (const [at, conversation] of names.entries()) await store.addQuestion(conversation, question(`Q${at}`));
      for (const [at, conversation] of names.entries())
        expect((await store.readQuestions(conversation, NOON)).map((one) => one.question)).toEqual([`Q${at}`]);
      expect(await store.readQuestions('never', NOON)).toEqual([]);
    });

    it('keeps the newest eight questions of a conversation', async () => {
      const store = await openStore();
      for (let at = 0; at < 12; at += 1) await store.addQuestion('c', question(`Q${at}`, later(at)));
      const kept = (await store.readQuestions('c', later(20))).map((one) => one.question);
      expect(kept).toEqual(['Q4', 'Q5', 'Q6', 'Q7', 'Q8', 'Q9', 'Q10', 'Q11']);
    });

    it('begins anew after a day of rest', async () => {
      const store = await openStore();
      await store.addQuestion('c', question('Old?'));
      expect(await store.readQuestions('c', later(23 * HOUR_MS))).toHaveLength(1);
      expect(await store.readQuestions('c', later(25 * HOUR_MS))).toEqual([]);
      await store.addQuestion('c', question('New?', later(30 * HOUR_MS)));
      expect((await store.readQuestions('c', later(30 * HOUR_MS))).map((one) => one.question)).toEqual(['New?']);
    });

    it('forgets one conversation and no other, and one that is not there without complaint', async () => {
      const store = await openStore();
      await store.addQuestion('a', question('A?'));
      await store.addQuestion('b', question('B?'));
      await store.forget('a');
      await store.forget('never');
      expect(await store.readQuestions('a', NOON)).toEqual([]);
      expect(await store.readQuestions('b', NOON)).toHaveLength(1);
    });

    it('takes questions of several turns at once', async () => {
      const store = await openStore();
      await Promise.all(Array.from({ length: 6 }, (_, at) => store.addQuestion('c', question(`Q${at}`, later(at)))));
      expect(await store.readQuestions('c', later(10))).toHaveLength(6);
    });
  });
}
