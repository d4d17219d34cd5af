import { create, insertMultiple, search } from '@orama/orama';
import type { SearchSystem } from './search-system.ts';

/** Orama's full-text search with its default options over title and text. */
export function createOramaSystem(): SearchSystem {
  const index = create({ schema: { id: 'string', title: 'string', text: 'string' } as const });
  return {
    name: 'Orama',
    async add(documents) {
      const rows = documents.map(({ id, title, text }) => ({ id, title, text }));
      await insertMultiple(index, rows, rows.length);
    },
    async finish() {},
    async search(query, k) {
      const found = await search(index, { term: query, properties: ['title', 'text'], limit: k });
      return found.hits.map((hit) => hit.id);
    },
    async close() {},
  };
}
