import { describe, expect, it, onTestFinished } from 'vitest';
import type { Answer } from '../../src/core/answer.ts';
import type { Feedback } from '../../src/core/platform.ts';
import type { AnswerStore, FeedbackStore, KnowledgeStore } from '../../src/core/ports.ts';
import { sketchDocument } from '../store/indexed-documents.ts';

export interface FeedbackSubject {
  readonly knowledge: KnowledgeStore;
  readonly answers: AnswerStore;
  readonly feedback: FeedbackStore;
  close(): Promise<void>;
}

const AT = new Date('2026-06-18T12:00:00.123Z');
const ANSWER: Answer = {
  question: 'Who pays?',
  status: 'answered',
  text: 'x [1]',
  sentences: [{ text: 'x', citations: [1] }],
  citations: [{ n: 1, document: 'a', title: 'T', attribution: 'C', quote: 'x', start: 0, end: 1 }],
  related: [],
  conflicts: [],
  mode: 'extractive',
  tookMs: 1,
};

/** What every FeedbackStore must do. `openSubject` gives an empty one beside its AnswerStore. */
export function testFeedbackStore(name: string, openSubject: () => Promise<FeedbackSubject>): void {
  const open = async (answers = 1) => {
    const subject = await openSubject();
    onTestFinished(() => subject.close());
    await subject.knowledge.applyChange({ put: [sketchDocument({ id: 'a', passages: ['x'] })], removeIds: [] });
    const ids: string[] = [];
    for (let at = 0; at < answers; at += 1) ids.push(await subject.answers.keepAnswer(ANSWER, AT));
    const list = async () => {
      const found = [];
      for await (const one of subject.feedback.listWithAnswers()) found.push(one);
      return found;
    };
    return { ...subject, id: ids[0] ?? '', ids, list };
  };
  const give = (answerId: string, parts: Partial<Feedback> = {}): Feedback => ({
    answerId,
    verdict: 'helpful',
    person: 'slack:T1:U1',
    place: 'slack:T1:C1',
    at: AT,
    ...parts,
  });

  describe(`${name} as a FeedbackStore`, () => {
    it('keeps a verdict with its answer and evidence, and tells nothing of the person', async () => {
      const { feedback, id, list } = await open();
      expect(await feedback.record(give(id))).toBe(true);
      const listed = await list();
      expect(listed).toEqual([
        { answerId: id, verdict: 'helpful', place: 'slack:T1:C1', at: AT, kept: { id, askedAt: AT, answer: ANSWER } },
      ]);
      expect(JSON.stringify(listed)).not.toContain('U1');
    });

    it('lets the newest verdict of a person on an answer stand, and each person have one', async () => {
      const { feedback, id } = await open();
      await feedback.record(give(id));
      await feedback.record(give(id, { verdict: 'unhelpful', at: new Date(AT.getTime() + 1) }));
      await feedback.record(give(id, { person: 'slack:T1:U2' }));
      await feedback.record(give(id, { person: 'teams:T1:U1' }));
      expect(await feedback.counts()).toEqual({ helpful: 2, unhelpful: 1 });
    });

    it('records nothing on an answer that is not kept', async () => {
      const { feedback } = await open();
      for (const id of ['A'.repeat(22), '', "' OR 1=1 --"]) expect(await feedback.record(give(id))).toBe(false);
      expect(await feedback.counts()).toEqual({ helpful: 0, unhelpful: 0 });
    });

    it('lists in the order in which it was given', async () => {
      const { feedback, ids, list } = await open(3);
      for (const [at, id] of ids.entries()) await feedback.record(give(id, { at: new Date(AT.getTime() - at) }));
      expect((await list()).map(({ answerId }) => answerId)).toEqual(ids.toReversed());
    });

    it('shows an answer no more whose document was withdrawn, and counts its verdict all the same', async () => {
      const { feedback, knowledge, id, list } = await open();
      await feedback.record(give(id));
      await knowledge.applyChange({ put: [], removeIds: ['a'] });
      expect(await list()).toEqual([]);
      expect(await feedback.counts()).toEqual({ helpful: 1, unhelpful: 0 });
    });
  });
}
