import { describe, expect, it, onTestFinished } from 'vitest';
import type { Answer, Citation } from '../../src/core/answer.ts';
import type { AnswerStore, KnowledgeStore } from '../../src/core/ports.ts';
import { sketchDocument } from '../store/indexed-documents.ts';

export interface AnswerSubject {
  readonly knowledge: KnowledgeStore;
  readonly answers: AnswerStore;
  close(): Promise<void>;
}

/** What every AnswerStore must do. `openSubject` gives an empty one beside an empty KnowledgeStore. */
export function testAnswerStore(name: string, openSubject: () => Promise<AnswerSubject>): void {
  const open = async (...ids: string[]): Promise<AnswerSubject> => {
    const subject = await openSubject();
    onTestFinished(() => subject.close());
    await subject.knowledge.applyChange({
      put: ids.map((id) => sketchDocument({ id, passages: ['x'] })),
      removeIds: [],
    });
    return subject;
  };
  const askedAt = new Date('2025-11-03T10:20:30.456Z');

  describe(`${name} as an AnswerStore`, () => {
    it('gives an answer back as it was kept', async () => {
      const { answers } = await open('a', 'b');
      const answer = makeAnswer({
        citations: [cite('a', 1), { ...cite('b', 2), speaker: { name: 'N' }, via: 'Reuters' }],
      });
      const id = await answers.keepAnswer(answer, askedAt);
      expect(await answers.readAnswer(id)).toEqual({ id, askedAt, answer });
    });

    it('gives back everything that an answer can hold', async () => {
      const { answers } = await open('a');
      const whole: Required<Answer> = {
        question: 'And the costs?',
        understoodAs: 'What are the costs?',
        status: 'not_found',
        reason: 'speaker_silent',
        text: 'No.',
        sentences: [],
        citations: [],
        related: [cite('a', 1)],
        conflicts: [],
        mode: 'generated',
        confidence: 0.25,
        newest: '2025-10',
        tookMs: 1.25,
      };
      const id = await answers.keepAnswer(whole, askedAt);
      expect((await answers.readAnswer(id))?.answer).toEqual(whole);
    });

    it('gives ids of 22 URL-safe characters that differ', async () => {
      const { answers } = await open('a');
      const ids = await Promise.all(Array.from({ length: 20 }, () => answers.keepAnswer(makeAnswer({}), askedAt)));
      for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9_-]{22}$/);
      expect(new Set(ids).size).toBe(20);
    });

    it('knows nothing of other ids, whatever they are', async () => {
      const { answers } = await open();
      for (const id of ['', 'x', 'A'.repeat(22), '\u0000', "' OR 1=1 --", '😀', 'a'.repeat(10_000)]) {
        expect(await answers.readAnswer(id)).toBeUndefined();
      }
    });

    it('drops an answer when a document that it shows is removed, cited or nearest', async () => {
      const { answers, knowledge } = await open('a', 'b', 'c');
      const cited = await answers.keepAnswer(makeAnswer({ citations: [cite('a', 1), cite('b', 2)] }), askedAt);
      const related = await answers.keepAnswer(makeAnswer({ related: [cite('b', 1)] }), askedAt);
      const other = await answers.keepAnswer(makeAnswer({ citations: [cite('c', 1)] }), askedAt);
      await knowledge.applyChange({ put: [], removeIds: ['b'] });
      expect(await answers.readAnswer(cited)).toBeUndefined();
      expect(await answers.readAnswer(related)).toBeUndefined();
      expect(await answers.readAnswer(other)).toBeDefined();
    });

    it('keeps an answer when a document that it shows is changed', async () => {
      const { answers, knowledge } = await open('a');
      const id = await answers.keepAnswer(makeAnswer({ citations: [cite('a', 1)] }), askedAt);
      await knowledge.applyChange({ put: [sketchDocument({ id: 'a', passages: ['changed'] })], removeIds: [] });
      expect(await answers.readAnswer(id)).toBeDefined();
    });

    it('does not keep an answer whose document was removed while it was made', async () => {
      const { answers, knowledge } = await open('a');
      await knowledge.applyChange({ put: [], removeIds: ['a'] });
      const id = await answers.keepAnswer(makeAnswer({ citations: [cite('a', 1)] }), askedAt);
      expect(id).toMatch(/^[\w-]{22}$/);
      expect(await answers.readAnswer(id)).toBeUndefined();
    });
  });
}

function cite(document: string, n: number): Citation {
  return { n, document, title: `Title of ${document}`, attribution: 'Credit', quote: 'x', start: 0, end: 1 };
}

function makeAnswer(parts: Partial<Answer>): Answer {
  return {
    question: 'Who said “x”? 😀',
    status: 'answered',
    text: 'x [1]',
    sentences: [{ text: 'x', citations: [1] }],
    citations: [],
    related: [],
    conflicts: [{ about: 'x', citations: [1, 2] }],
    mode: 'extractive',
    newest: '2025-10-01',
    tookMs: 1.25,
    ...parts,
  };
}
