import { describe, expect, it } from 'vitest';
import { createDesk, type DeskDeps } from '../../src/bot/desk.ts';
import type { Answer } from '../../src/core/answer.ts';
import { DeskError } from '../../src/core/errors.ts';
import type { Message } from '../../src/core/message.ts';
import { DEFAULT_PLACE_SETTINGS } from '../../src/core/platform.ts';
import type { ConversationTurn, KeptAnswer } from '../../src/core/ports.ts';
import { BRIEF, DAILY, notFoundAnswer } from '../support/fake-desk.ts';
import { createMemoryConversations } from '../support/memory-conversations.ts';

const NOW = new Date('2026-06-18T09:00:00Z');

function makeDesk(given: Partial<DeskDeps> = {}) {
  const asked: string[] = [];
  const turnsSeen: (readonly ConversationTurn[])[] = [];
  const kept = new Map<string, KeptAnswer>();
  const logged: unknown[][] = [];
  const log = (...line: unknown[]) => void logged.push(line);
  const sources = [DAILY, BRIEF].map((one) => ({ ...one, statements: 1, passages: 1 }));
  const desk = createDesk({
    store: {
      listDocuments: async () => sources,
      findDocuments: async (ids) => [DAILY, BRIEF].filter(({ id }) => ids.includes(id)),
      generation: async () => 1,
    },
    answers: {
      async keepAnswer(answer: Answer, askedAt: Date) {
        const id = `kept-${kept.size + 1}`;
        kept.set(id, { id, answer, askedAt });
        return id;
      },
      readAnswer: async (id) => kept.get(id),
    },
    entities: { listEntities: async () => [], findEntity: async () => undefined, identifySpeakers: async () => [] },
    conversations: createMemoryConversations(),
    places: { readSettings: async () => DEFAULT_PLACE_SETTINGS },
    privacy: { forgetPerson: async () => {} },
    summarise: async ({ title }) => ({ title, text: 'Nothing.', sentences: [], citations: [], range: {} }),
    ask: async (question, turns) => {
      asked.push(question);
      turnsSeen.push(turns);
      return notFoundAnswer(question);
    },
    suggestQuestions: async () => ['Who is Klaba?'],
    notReadyReason: () => undefined,
    clock: { now: () => NOW, monotonicMs: () => 0 },
    logger: { debug: log, info: log, warn: log, error: log },
    ...given,
  });
  return { desk, asked, turnsSeen, logged };
}

const message = (text: string): Message => ({
  id: 'event-1',
  platform: 'terminal',
  conversation: 'c',
  text,
  receivedAt: NOW,
});

describe('a conversation', () => {
  it('hands the earlier questions of the same conversation to the next one, as they were understood', async () => {
    const { desk, turnsSeen } = makeDesk({});
    await desk.handleMessage({ ...message('Who is Klaba?'), id: 'e1' });
    await desk.handleMessage({ ...message('What did he say?'), id: 'e2' });
    await desk.handleMessage({ ...message('And the budget?'), id: 'e3', conversation: 'another' });
    expect(turnsSeen.map((turns) => turns.map(({ question }) => question))).toEqual([[], ['Who is Klaba?'], []]);
  });

  it('keeps conversations of two platforms apart though they bear one name', async () => {
    const { desk, turnsSeen } = makeDesk();
    await desk.handleMessage({ ...message('Who is Klaba?'), platform: 'slack' });
    await desk.handleMessage({ ...message('Why?'), platform: 'teams' });
    expect(turnsSeen.at(-1)).toEqual([]);
  });

  it('remembers who was quoted, and forgets it with the document', async () => {
    const speakers = ['Octave Klaba'];
    const answered: Answer = {
      ...notFoundAnswer('Who is Klaba?'),
      citations: [
        {
          n: 1,
          document: 'd',
          title: 'T',
          attribution: 'C',
          quote: 'It grows.',
          start: 0,
          end: 9,
          speaker: { name: 'Octave Klaba' },
        },
      ],
    };
    const kept = new Map<string, KeptAnswer>();
    const turnsSeen: (readonly ConversationTurn[])[] = [];
    const { desk } = makeDesk({
      answers: {
        keepAnswer: async (answer, askedAt) => {
          kept.set('id', { id: 'id', answer, askedAt });
          return 'id';
        },
        readAnswer: async (id) => kept.get(id),
      },
      ask: async (_, turns) => {
        turnsSeen.push(turns);
        return answered;
      },
    });
    await desk.handleMessage(message('Who is Klaba?'));
    await desk.handleMessage(message('Why?'));
    expect(turnsSeen.at(-1)).toEqual([{ question: 'Who is Klaba?', speakers, quotes: ['It grows.'] }]);
    kept.clear();
    await desk.handleMessage(message('Why?'));
    expect(turnsSeen.at(-1)?.every((turn) => turn.speakers.length === 0 && turn.quotes.length === 0)).toBe(true);
  });

  it('is not made of a message that has no conversation', async () => {
    const { desk, turnsSeen } = makeDesk();
    await desk.handleMessage({ ...message('Who is Klaba?'), conversation: 'event-1' });
    await desk.handleMessage({ ...message('Why?'), conversation: 'event-1' });
    expect(turnsSeen).toEqual([[], []]);
  });

  it('is forgotten when told so', async () => {
    const { desk, asked, turnsSeen } = makeDesk();
    await desk.handleMessage(message('Who is Klaba?'));
    expect(await desk.handleMessage(message('forget'))).toMatchObject({
      kind: 'help',
      text: expect.stringContaining('forgotten'),
    });
    await desk.handleMessage(message('Why?'));
    expect(asked).toEqual(['Who is Klaba?', 'Why?']);
    expect(turnsSeen.at(-1)).toEqual([]);
  });
});

describe('createDesk', () => {
  it('answers a question, and finds the answer again under its link with the time it was asked', async () => {
    const { desk, asked } = makeDesk();
    const reply = await desk.handleMessage(message('ask Who is Klaba?'));
    expect(reply).toMatchObject({ kind: 'answer', answer: { question: 'Who is Klaba?' }, permalinkId: 'kept-1' });
    expect(asked).toEqual(['Who is Klaba?']);
    expect(await desk.findAnswer('kept-1')).toMatchObject({ askedAt: NOW, answer: { question: 'Who is Klaba?' } });
    expect(await desk.findAnswer('kept-2')).toBeUndefined();
  });

  it('lists the sources and helps without asking anything', async () => {
    const { desk, asked } = makeDesk();
    expect(await desk.handleMessage(message('sources'))).toMatchObject({
      kind: 'sources',
      sources: [{ id: DAILY.id }, { id: BRIEF.id }],
    });
    expect(await desk.handleMessage(message('/help'))).toMatchObject({ kind: 'help', suggestions: ['Who is Klaba?'] });
    expect(asked).toEqual([]);
  });

  it('tells a failure with what to do', async () => {
    const failure = new DeskError({ code: 'store_damaged', message: 'The store is damaged.', hint: 'Move it aside.' });
    const { desk } = makeDesk({ ask: () => Promise.reject(failure) });
    expect(await desk.handleMessage(message('Who?'))).toEqual({
      kind: 'problem',
      problem: 'The store is damaged.',
      hint: 'Move it aside.',
    });
  });

  it('keeps the inside of a defect from people and the words of people from the log', async () => {
    const { desk, logged } = makeDesk({ ask: () => Promise.reject(new TypeError('x is not a function')) });
    const reply = await desk.handleMessage(message('What did the minister whisper?'));
    expect(reply).toMatchObject({ kind: 'problem', hint: expect.stringContaining('log') });
    expect(JSON.stringify(reply)).not.toContain('x is not a function');
    expect(logged).toHaveLength(1);
    expect(JSON.stringify(logged)).not.toContain('whisper');
  });

  it('is ready when the index is, and the store answers', async () => {
    expect(await makeDesk().desk.notReadyReason()).toBeUndefined();
    expect(await makeDesk({ notReadyReason: () => 'Indexing.' }).desk.notReadyReason()).toBe('Indexing.');
    const broken = {
      listDocuments: async () => [],
      findDocuments: async () => [],
      generation: () => Promise.reject(new Error('gone')),
    };
    await expect(makeDesk({ store: broken }).desk.notReadyReason()).rejects.toThrow('gone');
  });

  it('finds a document by its id, or none', async () => {
    const { desk } = makeDesk();
    expect(await desk.findDocument(BRIEF.id)).toMatchObject({ title: BRIEF.title });
    expect(await desk.findDocument('none')).toBeUndefined();
  });

  it('hands what is asked of people and bodies to the directory', async () => {
    const asked: unknown[] = [];
    const { desk } = makeDesk({
      entities: {
        listEntities: async (query) => {
          asked.push(query);
          return [];
        },
        identifySpeakers: async () => [],
        findEntity: async (id, limit) => {
          asked.push([id, limit]);
          return undefined;
        },
      },
    });
    expect(await desk.listEntities({ name: 'holm', limit: 3 })).toEqual([]);
    expect(await desk.findEntity('ada-holm', 5)).toBeUndefined();
    expect(asked).toEqual([{ name: 'holm', limit: 3 }, ['ada-holm', 5]]);
  });
});
