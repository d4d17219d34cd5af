import MiniSearch from 'minisearch';
import type { SearchSystem } from './search-system.ts';

/** MiniSearch with its default options over title and text. */
export function createMiniSearchSystem(): SearchSystem {
  const index = new MiniSearch({ fields: ['title', 'text'] });
  return {
    name: 'MiniSearch',
    async add(documents) {
      index.addAll(documents);
    },
    async finish() {},
    async search(query, k) {
      return index
        .search(query)
        .slice(0, k)
        .map((hit) => String(hit.id));
    },
    async close() {},
  };
}
