import { describe, expect, it, onTestFinished } from 'vitest';
import { createDesk, type DeskDeps } from '../../src/bot/desk.ts';
import type { Summary } from '../../src/core/answer.ts';
import type { Entity, EntityRecord } from '../../src/core/entity.ts';
import type { Message } from '../../src/core/message.ts';
import { DEFAULT_PLACE_SETTINGS, type PlaceSettings } from '../../src/core/platform.ts';
import type { ConversationTurn, DocumentSummary } from '../../src/core/ports.ts';
import { openStore } from '../../src/store/open-store.ts';
import { makeTemporaryFolder, silentLogger } from '../store/indexed-documents.ts';
import { BRIEF, conflictAnswer, DAILY, notFoundAnswer, pricesAnswer } from '../support/fake-desk.ts';

const NOW = new Date('2026-06-18T09:00:00Z');
const SUMMARY: Summary = { title: 'T', text: 'x [1]', sentences: [], citations: [], range: {} };

/** A desk on a real store that answers with what it was asked. */
async function makeDesk(given: Partial<DeskDeps> & { settings?: Partial<PlaceSettings> } = {}) {
  const store = await openStore({ dataDir: makeTemporaryFolder(onTestFinished), logger: silentLogger });
  onTestFinished(() => store.close());
  const settings = { ...DEFAULT_PLACE_SETTINGS, ...given.settings };
  await store.places.saveSettings('slack:T1:C1', settings);
  const asked: { question: string; turns: readonly ConversationTurn[]; sources: readonly string[] }[] = [];
  const summed: Parameters<DeskDeps['summarise']>[0][] = [];
  const documents = [DAILY, BRIEF];
  const desk = createDesk({
    store: {
      listDocuments: async () => documents.map((one) => ({ ...one, statements: 1, passages: 1 })),
      findDocuments: async (ids) => documents.filter(({ id }) => ids.includes(id)),
      generation: async () => 1,
    },
    answers: store.answers,
    entities: { listEntities: async () => [], findEntity: async () => undefined, identifySpeakers: async () => [] },
    conversations: store.conversations,
    places: store.places,
    privacy: store.privacy,
    ask: async (question, turns, sources) => {
      asked.push({ question, turns, sources });
      // Documents that the store does not hold would keep the answer from being kept.
      return { ...notFoundAnswer(question), related: [] };
    },
    summarise: async (request) => {
      summed.push(request);
      return SUMMARY;
    },
    suggestQuestions: async () => [],
    notReadyReason: () => undefined,
    clock: { now: () => NOW, monotonicMs: () => 0 },
    logger: silentLogger,
    ...given,
  });
  return { desk, store, asked, summed };
}

let sent = 0;
const message = (text: string, parts: Partial<Message> = {}): Message => ({
  id: `event-${++sent}`,
  platform: 'slack',
  conversation: 'T1:C1:thread',
  text,
  receivedAt: NOW,
  person: 'T1:U1',
  place: 'T1:C1',
  ...parts,
});

describe('what a private channel or a private question was about', () => {
  it('is known neither in another conversation, nor to others in the same one, nor on another platform', async () => {
    const { desk, asked } = await makeDesk();
    const secret = 'What does the merger with Holt cost?';
    await desk.handleMessage(message(secret, { isPrivate: true }));
    await desk.handleMessage(message(secret, { conversation: 'T1:G9:thread', place: 'T1:G9' }));
    const elsewhere: Partial<Message>[] = [
      { isPrivate: true, person: 'T1:U2' },
      { person: 'T1:U1' },
      { person: 'T1:U2', conversation: 'T1:C1:other' },
      { conversation: 'T2:G9:thread', place: 'T2:G9' },
      { isPrivate: true, conversation: 'T1:G9:thread', place: 'T1:G9' },
      { platform: 'teams', isPrivate: true },
    ];
    for (const parts of elsewhere) {
      const reply = await desk.handleMessage(message('Why?', parts));
      expect(asked.at(-1)?.turns).toEqual([]);
      expect(JSON.stringify(reply)).not.toContain('merger');
    }
    await desk.handleMessage(message('Why?', { isPrivate: true }));
    expect(asked.at(-1)?.turns.map(({ question }) => question)).toContain(secret);
  });

  it('stands in no reply to a command elsewhere', async () => {
    const { desk } = await makeDesk();
    await desk.handleMessage(message('What does the merger with Holt cost?', { isPrivate: true }));
    for (const command of ['help', 'sources', 'settings', 'digest', 'summary', 'summary of the merger', 'forget']) {
      const reply = await desk.handleMessage(message(command, { person: 'T1:U2', conversation: 'T1:C2:x' }));
      expect(JSON.stringify(reply)).not.toContain('Holt cost');
    }
  });
});

describe('what people wrote before in a thread', () => {
  it('is leant on where the desk was asked nothing there yet, and not after', async () => {
    const { desk, asked } = await makeDesk();
    const earlier = ['The port of Varn raised its fees.', 'By how much?'];
    await desk.handleMessage(message('Why?', { earlier }));
    await desk.handleMessage(message('Since when?', { earlier }));
    expect(asked.map(({ turns }) => turns.map(({ question }) => question))).toEqual([earlier, ['Why?']]);
  });
});

describe('forget', () => {
  it('erases what the person asked anywhere, and nothing of others', async () => {
    const { desk, asked } = await makeDesk();
    const mine = await desk.handleMessage(message('My question?'));
    const theirs = await desk.handleMessage(message('Their question?', { person: 'T1:U2' }));
    await desk.handleMessage(message('Mine in private?', { isPrivate: true, conversation: 'D1' }));
    expect(await desk.handleMessage(message('forget', { isPrivate: true }))).toMatchObject({
      kind: 'help',
      text: expect.stringContaining('erased'),
    });
    await desk.handleMessage(message('Why?', { person: 'T1:U2' }));
    expect(asked.at(-1)?.turns.map(({ question }) => question)).toEqual(['Their question?']);
    if (mine.kind !== 'answer' || theirs.kind !== 'answer') throw new Error('there was no answer');
    expect(await desk.findAnswer(mine.permalinkId)).toBeUndefined();
    expect(await desk.findAnswer(theirs.permalinkId)).toBeDefined();
  });

  it('ends the conversation where nobody is known', async () => {
    const { desk, asked } = await makeDesk();
    const said = (text: string) => {
      const { person: _person, place: _place, ...rest } = message(text, { platform: 'web', conversation: 'c' });
      return desk.handleMessage(rest);
    };
    await said('A question?');
    await said('forget');
    await said('Why?');
    expect(asked.at(-1)?.turns).toEqual([]);
  });
});

describe('a place', () => {
  it('has answers from its sources only, and lists only these', async () => {
    const { desk, asked } = await makeDesk({ settings: { sources: ['WEDOANY'] } });
    await desk.handleMessage(message('Who pays?'));
    await desk.handleMessage(message('Who pays?', { place: 'T1:C2', conversation: 'x' }));
    expect(asked.map(({ sources }) => sources)).toEqual([['WEDOANY'], []]);
    const list = async (place: string) => {
      const reply = await desk.handleMessage(message('sources', { place }));
      return reply.kind === 'sources' ? reply.sources.map(({ id }) => id) : [];
    };
    expect(await list('T1:C1')).toEqual([DAILY.id]);
    expect(await list('T1:C2')).toEqual([DAILY.id, BRIEF.id]);
  });

  it('hears the desk in its language, also of failures', async () => {
    const { desk } = await makeDesk({
      settings: { language: 'de' },
      ask: () => Promise.reject(new TypeError('inside')),
    });
    expect(await desk.handleMessage(message('help'))).toMatchObject({ text: expect.stringContaining('Stellen Sie') });
    expect(await desk.handleMessage(message('Wer?'))).toMatchObject({
      kind: 'problem',
      problem: 'Das Desk ist an dieser Frage gescheitert.',
    });
  });

  it('shows its settings; where there is no place it is said that there are none', async () => {
    const { desk } = await makeDesk({ settings: { answers: 'private' } });
    expect(await desk.handleMessage(message('settings'))).toEqual({
      kind: 'settings',
      settings: { ...DEFAULT_PLACE_SETTINGS, answers: 'private' },
    });
    const { place: _, ...nowhere } = message('settings');
    expect(await desk.handleMessage(nowhere)).toMatchObject({ kind: 'help', text: expect.stringContaining('channel') });
  });
});

describe('a command that the platform tells', () => {
  it('counts instead of the text', async () => {
    const { desk, asked } = await makeDesk();
    const text = 'help';
    await desk.handleMessage(message('whatever', { command: { kind: 'ask', question: 'Who?' } }));
    expect(asked.at(-1)?.question).toBe('Who?');
    expect(await desk.handleMessage(message(text, { command: { kind: 'check', text } }))).toMatchObject({
      kind: 'check',
    });
  });
});

describe('summary and digest', () => {
  const wanted = (request: { isWanted: (document: DocumentSummary) => boolean } | undefined) =>
    [DAILY, BRIEF]
      .map((one) => ({ ...one, statements: 1, passages: 1 }))
      .filter((one) => request?.isWanted(one))
      .map(({ id }) => id);

  it('sums up the newest, or a topic, of the sources of the place', async () => {
    const { desk, summed } = await makeDesk({ settings: { sources: [DAILY.id] } });
    await desk.handleMessage(message('summary'));
    await desk.handleMessage(message('summary of the price'));
    expect(summed.map(({ topics, title }) => ({ topics, title }))).toEqual([
      { topics: [], title: 'Summary of the sources' },
      { topics: ['the price'], title: 'Summary: the price' },
    ]);
    expect(wanted(summed[0])).toEqual([DAILY.id]);
  });

  it('digests today, or the day named, on the topics of the place', async () => {
    const dated = { ...DAILY, published: '2026-06-18T22:00:00Z', statements: 1, passages: 1 };
    const { desk, summed } = await makeDesk({ settings: { topics: ['chips', 'power'], language: 'fr' } });
    await desk.handleMessage(message('digest'));
    await desk.handleMessage(message('digest 2026-06-17'));
    expect(summed.map(({ topics, title }) => ({ topics, title }))).toEqual([
      { topics: ['chips', 'power'], title: 'Revue du 2026-06-18' },
      { topics: ['chips', 'power'], title: 'Revue du 2026-06-17' },
    ]);
    expect(summed.map(({ isWanted }) => isWanted(dated))).toEqual([true, false]);
  });

  it('says in the language of the place that there is nothing', async () => {
    const { desk } = await makeDesk({ settings: { language: 'de' } });
    expect(await desk.handleMessage(message('digest'))).toMatchObject({
      kind: 'summary',
      summary: { text: 'Die Quellen enthalten dazu nichts.' },
    });
  });
});

describe('who-said', () => {
  const priya: Entity = {
    id: 'priya-natarajan',
    kind: 'person',
    name: 'Priya Natarajan',
    aliases: ['Natarajan'],
    posts: [],
    statements: 1,
    documents: 1,
  };
  const record = (): EntityRecord => ({
    entity: priya,
    statements: DAILY.statements
      .filter(({ speaker }) => speaker?.name === priya.name)
      .map((statement) => ({ document: { ...DAILY, statements: 5, passages: 1 }, statement })),
  });
  const entities = (bearers: Entity[]): DeskDeps['entities'] => ({
    listEntities: async ({ limit }) => bearers.slice(0, limit),
    findEntity: async (id) => (id === priya.id ? record() : undefined),
    identifySpeakers: async () => [],
  });

  it('cites the whole sentences in which the statements of the person stand, verbatim, with the credit', async () => {
    const { desk } = await makeDesk({ entities: entities([priya]) });
    const reply = await desk.handleMessage(message('who-said natarajan'));
    if (reply.kind !== 'speaker') throw new Error(`a reply of kind ${reply.kind}`);
    expect(reply.entity).toEqual(priya);
    expect(reply.citations).toHaveLength(1);
    const [citation] = reply.citations;
    expect(citation).toMatchObject({ n: 1, attribution: 'Wedoany', speaker: { name: 'Priya Natarajan' } });
    expect(DAILY.text.slice(citation?.start, citation?.end)).toBe(citation?.quote);
    expect(citation?.quote).toMatch(/^Priya Natarajan, Vice President .* come on top\.$/);
  });

  it('asks which one is meant when several bear the name, and not where one bears just that name', async () => {
    const other = { ...priya, id: 'arun-natarajan', name: 'Arun Natarajan', aliases: [] };
    const { desk } = await makeDesk({ entities: entities([other, priya]) });
    expect(await desk.handleMessage(message('who-said Natarajan-Rao'))).toEqual({
      kind: 'choice',
      name: 'Natarajan-Rao',
      entities: [other, priya],
    });
    expect(await desk.handleMessage(message('who-said priya natarajan'))).toMatchObject({ kind: 'speaker' });
  });

  it('is answered as a question where a topic is named or nobody of that name speaks', async () => {
    const { desk, asked } = await makeDesk({ entities: entities([]) });
    await desk.handleMessage(message('who-said Ada Quill about port fees'));
    await desk.handleMessage(message('who-said Ada Quill'));
    expect(asked.map(({ question }) => question)).toEqual([
      'What did Ada Quill say about port fees?',
      'What did Ada Quill say?',
    ]);
  });

  it('is answered as a question where the sources of the place hold nothing of the person', async () => {
    const { desk, asked } = await makeDesk({ entities: entities([priya]), settings: { sources: [BRIEF.id] } });
    expect(await desk.handleMessage(message('who-said Natarajan'))).toMatchObject({ kind: 'answer' });
    expect(asked.at(-1)?.sources).toEqual([BRIEF.id]);
  });

  it('without a name says what is missing', async () => {
    const { desk } = await makeDesk();
    expect(await desk.handleMessage(message('who-said'))).toMatchObject({ kind: 'problem' });
  });
});

describe('check', () => {
  it('asks of each sentence which sources speak to it, and cites each sentence once by source', async () => {
    const asked: string[] = [];
    const { desk } = await makeDesk({
      ask: async (question) => {
        asked.push(question);
        if (question.startsWith('Lunch')) return notFoundAnswer(question);
        return question.startsWith('Chips') ? conflictAnswer() : pricesAnswer();
      },
    });
    const text = 'The model got cheaper. Lunch is at noon. Chips did it. The model got much cheaper.';
    const reply = await desk.handleMessage(message(`check ${text}`));
    if (reply.kind !== 'check') throw new Error(`a reply of kind ${reply.kind}`);
    expect(asked).toEqual([
      'The model got cheaper.',
      'Lunch is at noon.',
      'Chips did it.',
      'The model got much cheaper.',
    ]);
    expect(reply.text).toBe(text);
    const shown = reply.sources.map(({ document, citations }) => [document, citations.map(({ n }) => n)]);
    expect(shown).toEqual([
      [DAILY.id, [1, 2, 3]],
      [BRIEF.id, [4]],
    ]);
    const [, , third, fourth] = reply.sources.flatMap(({ citations }) => citations);
    expect(third?.quote).toMatch(/^Elias Brandt/);
    expect(fourth?.quote).toMatch(/^The plan does not rest/);
  });

  it('says plainly that no source speaks to a text, and remembers nothing of it', async () => {
    const { desk, asked } = await makeDesk();
    expect(await desk.handleMessage(message('check Lunch is at noon.'))).toEqual({
      kind: 'check',
      text: 'Lunch is at noon.',
      sources: [],
    });
    await desk.handleMessage(message('Why?'));
    expect(asked.at(-1)?.turns).toEqual([]);
  });

  it('reads a dozen sentences of a long text and says which', async () => {
    const { desk, asked } = await makeDesk();
    const sentences = Array.from({ length: 40 }, (_, at) => `The harbour of town ${at} is open.`);
    const reply = await desk.handleMessage(message(`check ${sentences.join(' ')}`));
    expect(asked).toHaveLength(12);
    expect(reply).toMatchObject({ text: sentences.slice(0, 12).join(' ') });
  });

  it('without a text says what is missing', async () => {
    const { desk } = await makeDesk();
    expect(await desk.handleMessage(message('check'))).toMatchObject({ kind: 'problem' });
  });
});
