import { describe, expect, it } from 'vitest';
import { createSuggester } from '../../src/answering/suggest-questions.ts';
import type { DocumentSummary, StoredDocument } from '../../src/core/ports.ts';
import { createWordVectorEmbedder } from '../../src/models/word-vector-embedder.ts';
import { makeAnswerer } from '../support/make-answerer.ts';
import { makeStoredDocument } from '../support/make-document.ts';

const port = makeStoredDocument({
  id: 'port',
  text: `The shipping company Nordhafen plans a cloud. Tomas Reyes, Senior Analyst at Bluewater Research, noted that the budget covers the first year of Nordhafen. Mira Osei, Chief Analyst at Lantern Institute, warned that the timetable of Nordhafen is short.`,
});

function suggest(documents: readonly StoredDocument[], ask = makeAnswerer(documents).ask) {
  let generation = 1;
  const summaries = documents.map(
    (one): DocumentSummary => ({ ...one, statements: one.statements.length, passages: 1 }),
  );
  const suggester = createSuggester({
    store: {
      listDocuments: async () => summaries,
      readDocuments: async () => [...documents],
      generation: async () => generation,
    },
    knowledge: createWordVectorEmbedder(),
    ask,
  });
  return { suggester, change: () => (generation += 1) };
}

describe('suggested questions', () => {
  it('are questions that the documents at hand answer', async () => {
    const questions = await suggest([port]).suggester();
    expect(questions).toContain('Which analysts commented on Nordhafen?');
    expect(questions.length).toBeGreaterThan(1);
    for (const question of questions) expect((await makeAnswerer([port]).ask(question)).status).toBe('answered');
  });

  it('are at most four, and none without documents', async () => {
    expect(
      (await suggest([port, port, port].map((one, at) => ({ ...one, seq: 100 + at }))).suggester()).length,
    ).toBeLessThanOrEqual(4);
    expect(await suggest([]).suggester()).toEqual([]);
  });

  it('are made anew only when the documents have changed', async () => {
    let asked = 0;
    const { ask } = makeAnswerer([port]);
    const counting = (question: string) => {
      asked += 1;
      return ask(question);
    };
    const { suggester, change } = suggest([port], counting);
    await suggester();
    const first = asked;
    await suggester();
    expect(asked).toBe(first);
    change();
    await suggester();
    expect(asked).toBeGreaterThan(first);
  });
});
