import { describe, expect, it } from 'vitest';
import { createFixtureFolder } from '../evaluation/fixture-folder.ts';
import type { GeneratedDocument } from './generate-corpus.ts';
import { COMPETITORS, openCompetitor } from './systems/search-system.ts';

const document = (id: string, text: string): GeneratedDocument => ({
  id,
  title: `Title of ${id}`,
  text,
  publisher: 'The Standard',
  published: '2024-05-01',
  language: 'en',
});

const DOCUMENTS = [
  document('bread', 'The price of bread and flour rose again in every bakery of the city.'),
  document('ships', 'Two ships left the harbour with sailors and cargo at dawn.'),
  document('court', 'The court heard a lawyer and the judge read the verdict.'),
];

describe.each(COMPETITORS)('%s', (name) => {
  it('finds the document that a query is about', async () => {
    const system = await openCompetitor(name, await createFixtureFolder({}));
    try {
      await system.add(DOCUMENTS.slice(0, 2));
      await system.add(DOCUMENTS.slice(2));
      await system.finish();
      expect((await system.search('the judge and the court', 2))[0]).toBe('court');
      expect((await system.search('harbour ships', 2))[0]).toBe('ships');
      expect((await system.search('"; DROP TABLE ( AND', 2)).length).toBeLessThanOrEqual(2);
    } finally {
      await system.close();
    }
  });
});
