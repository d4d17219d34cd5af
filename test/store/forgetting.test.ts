import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Libsql from 'libsql';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Answer } from '../../src/core/answer.ts';
import { DEFAULT_PLACE_SETTINGS } from '../../src/core/platform.ts';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { makeTemporaryFolder, silentLogger, sketchDocument } from './indexed-documents.ts';

const NOON = new Date('2026-06-18T12:00:00Z');
const later = (ms: number) => new Date(NOON.getTime() + ms);

const answerTo = (question: string): Answer => ({
  question,
  status: 'answered',
  text: 'x [1]',
  sentences: [{ text: 'x', citations: [1] }],
  citations: [{ n: 1, document: 'a', title: 'T', attribution: 'C', quote: 'x', start: 0, end: 1 }],
  related: [],
  conflicts: [],
  mode: 'extractive',
  tookMs: 1,
});

async function openWithDocument(): Promise<{ store: Store; dataDir: string }> {
  const dataDir = makeTemporaryFolder(onTestFinished);
  const store = await openStore({ dataDir, logger: silentLogger, encryptionKeys: [randomBytes(32)] });
  onTestFinished(() => store.close());
  await store.knowledge.applyChange({ put: [sketchDocument({ id: 'a', passages: ['x'] })], removeIds: [] });
  return { store, dataDir };
}

/** All that a person leaves behind: questions, kept answers, feedback, an event settled and one that is not. */
async function live(store: Store, { person, word, at = NOON }: { person: string; word: string; at?: Date }) {
  // Longer than a page of the database, so that it also stands on pages of its own.
  const question = `Does ${word} pay? ${`${word} `.repeat(1_500)}`;
  const answerId = await store.answers.keepAnswer(answerTo(question), at, person);
  await store.conversations.addQuestion(`of ${word}`, { question, answerId, askedAt: at }, person);
  await store.feedback.record({ answerId, verdict: 'helpful', person, place: `slack:T1:D${word}`, at });
  for (const state of ['settled', 'unsettled']) {
    const eventId = `slack:T1:D${word}:${state}`;
    const message = {
      id: eventId,
      platform: 'slack' as const,
      conversation: `D${word}`,
      text: question,
      receivedAt: at,
      person,
    };
    await store.events.claim(eventId, {
      place: `slack:T1:D${word}`,
      person,
      request: { message, envelope: '{}' },
      now: at,
    });
    if (state === 'settled') await store.events.settle(eventId, at);
  }
  return { answerId, question };
}

/** In which files of the data folder the words stand, as bytes. */
function filesWith(dataDir: string, words: string): string[] {
  return readdirSync(dataDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => readFileSync(path).includes(words));
}

function rowsOfPersons(dataDir: string): number {
  const database = new Libsql(join(dataDir, 'desk.db'), { readonly: true });
  const count = (table: string) =>
    (database.prepare(`SELECT COUNT(person) AS n FROM ${table}`).all() as { n: number }[])[0]?.n ?? 0;
  const total = ['conversation_questions', 'answer_askers', 'feedback', 'events'].map(count).reduce((a, b) => a + b);
  database.close();
  return total;
}

describe('forgetting a person', () => {
  it('leaves no row and no byte of the person in the files of the store', async () => {
    const { store, dataDir } = await openWithDocument();
    await live(store, { person: 'slack:T1:U1', word: 'xylophone' });
    expect(filesWith(dataDir, 'xylophone')).not.toEqual([]);
    expect(rowsOfPersons(dataDir)).toBe(4);
    await store.privacy.forgetPerson('slack:T1:U1');
    expect(filesWith(dataDir, 'xylophone')).toEqual([]);
    expect(filesWith(dataDir, 'slack:T1:U1')).toEqual([]);
    expect(rowsOfPersons(dataDir)).toBe(0);
    expect(await store.checkIntegrity()).toEqual([]);
  });

  it('also clears what had expired or been pushed out before', async () => {
    const { store, dataDir } = await openWithDocument();
    for (let at = 0; at < 12; at += 1) await live(store, { person: 'slack:T1:U1', word: 'xylophone', at: later(at) });
    await live(store, { person: 'slack:T1:U2', word: 'marimba', at: later(30 * 3_600_000) });
    await store.privacy.forgetPerson('slack:T1:U1');
    expect(filesWith(dataDir, 'xylophone')).toEqual([]);
  });

  it('leaves no byte where the rows of many stood among each other', async () => {
    const { store, dataDir } = await openWithDocument();
    for (let at = 0; at < 60; at += 1) {
      const person = `slack:T1:U${at % 6}`;
      const answerId = await store.answers.keepAnswer(answerTo(`Short ${at}, theremin${at % 6}?`), NOON, person);
      const remembered = { question: `Short, theremin${at % 6}?`, answerId, askedAt: later(at) };
      await store.conversations.addQuestion(`c${at % 4}`, remembered, person);
    }
    await store.privacy.forgetPerson('slack:T1:U3');
    expect(filesWith(dataDir, 'theremin3')).toEqual([]);
    expect(filesWith(dataDir, 'theremin2')).not.toEqual([]);
  });

  it('leaves what is others’', async () => {
    const { store } = await openWithDocument();
    const mine = await live(store, { person: 'slack:T1:U1', word: 'xylophone' });
    const theirs = await live(store, { person: 'slack:T1:U2', word: 'marimba' });
    await store.feedback.record({
      answerId: theirs.answerId,
      verdict: 'unhelpful',
      person: 'slack:T1:U1',
      place: 'slack:T1:C1',
      at: NOON,
    });
    await store.privacy.forgetPerson('slack:T1:U1');
    expect(await store.answers.readAnswer(mine.answerId)).toBeUndefined();
    expect((await store.answers.readAnswer(theirs.answerId))?.answer.question).toBe(theirs.question);
    expect(await store.conversations.readQuestions('of xylophone', NOON)).toEqual([]);
    expect(await store.conversations.readQuestions('of marimba', NOON)).toHaveLength(1);
    expect(await store.feedback.counts()).toEqual({ helpful: 1, unhelpful: 0 });
    expect((await store.events.listUnsettled()).map(({ eventId }) => eventId)).toEqual(['slack:T1:Dmarimba:unsettled']);
  });

  it('does not let an event of the person be answered a second time', async () => {
    const { store } = await openWithDocument();
    await live(store, { person: 'slack:T1:U1', word: 'xylophone' });
    await store.privacy.forgetPerson('slack:T1:U1');
    for (const state of ['settled', 'unsettled'])
      expect(await store.events.claim(`slack:T1:Dxylophone:${state}`, { place: 'p', now: NOON })).toBe('known');
  });

  it('says nothing of persons who never asked, and keeps persons by a hash that differs from store to store', async () => {
    const [one, two] = [await openWithDocument(), await openWithDocument()];
    await one.store.privacy.forgetPerson('slack:T1:U9');
    const hashes = [];
    for (const { store, dataDir } of [one, two]) {
      await live(store, { person: 'slack:T1:U1', word: 'xylophone' });
      const database = new Libsql(join(dataDir, 'desk.db'), { readonly: true });
      hashes.push((database.prepare('SELECT person FROM answer_askers').all() as { person: string }[])[0]?.person);
      database.close();
    }
    expect(hashes[0]).toMatch(/^[0-9a-f]{64}$/);
    expect(hashes[0]).not.toBe(hashes[1]);
  });

  it('goes on while another process reads and this one searches', async () => {
    const { store, dataDir } = await openWithDocument();
    const other = await openStore({ dataDir, logger: silentLogger });
    onTestFinished(() => other.close());
    await live(store, { person: 'slack:T1:U1', word: 'xylophone' });
    const searches = [store, other].map(({ keywords }) =>
      Promise.all(
        Array.from({ length: 20 }, () => keywords.searchDocuments({ terms: [{ term: 'x', weight: 1 }], limit: 5 })),
      ),
    );
    await Promise.all([...searches, store.privacy.forgetPerson('slack:T1:U1')]);
    expect(rowsOfPersons(dataDir)).toBe(0);
  });
});

describe('settling an event', () => {
  it('leaves nothing of what was asked', async () => {
    const { store, dataDir } = await openWithDocument();
    const message = {
      id: 'e',
      platform: 'slack' as const,
      conversation: 'c',
      text: 'the glockenspiel '.repeat(1_000),
      receivedAt: NOON,
    };
    await store.events.claim('e', { place: 'p', request: { message, envelope: '{}' }, now: NOON });
    await store.events.settle('e', NOON);
    await store.privacy.forgetPerson('nobody'); // empties the write-ahead log
    expect(filesWith(dataDir, 'glockenspiel')).toEqual([]);
  });
});

describe('forgetting a workspace', () => {
  it('removes its installation and all of its places, and nothing of a workspace whose name begins alike', async () => {
    const { store } = await openWithDocument();
    const answerId = await store.answers.keepAnswer(answerTo('Q?'), NOON);
    for (const workspace of ['slack:T1', 'slack:T10', 'teams:T1']) {
      await store.installations.save(workspace, '{}');
      await store.places.saveSettings(`${workspace}:C1`, { ...DEFAULT_PLACE_SETTINGS, language: 'fr' });
      const place = `${workspace}:C1`;
      await store.feedback.record({ answerId, verdict: 'helpful', person: `${workspace}:U1`, place, at: NOON });
      await store.events.claim(`${workspace}:e`, { place, now: NOON });
    }
    await store.privacy.forgetWorkspace('slack:T1');
    expect(await store.installations.listIds()).toEqual(['slack:T10', 'teams:T1']);
    expect((await store.places.readSettings('slack:T1:C1')).language).toBe('en');
    expect((await store.places.readSettings('slack:T10:C1')).language).toBe('fr');
    expect(await store.feedback.counts()).toEqual({ helpful: 2, unhelpful: 0 });
    expect((await store.events.listUnsettled()).map(({ eventId }) => eventId)).toEqual(['slack:T10:e', 'teams:T1:e']);
    expect(await store.answers.readAnswer(answerId)).toBeDefined();
  });
});

describe('the memory of conversations', () => {
  it('lasts as long as it is set to', async () => {
    const dataDir = makeTemporaryFolder(onTestFinished);
    const store = await openStore({ dataDir, logger: silentLogger, conversationLifetimeMs: 60_000 });
    onTestFinished(() => store.close());
    await store.conversations.addQuestion('c', { question: 'Q?', answerId: 'A'.repeat(22), askedAt: NOON });
    expect(await store.conversations.readQuestions('c', later(59_999))).toHaveLength(1);
    expect(await store.conversations.readQuestions('c', later(60_001))).toEqual([]);
  });
});
