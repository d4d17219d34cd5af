import { type AnsweringDeps, createAnswerer } from './answering/answer-question.ts';
import { createRestrictedRetriever, createSourceMembers } from './bot/source-filter.ts';
import type { KnowledgeStore } from './core/ports.ts';
import type { HybridRetriever } from './retrieval/hybrid-retriever.ts';

/** Sets of sources whose answerers are held: each keeps some documents in memory, and few channels choose differently. */
const MOST_HELD = 16;

type Answerer = ReturnType<typeof createAnswerer>;

/** Answerers that know some of the sources only, for places that answer from these. */
export function createSourceAnswerers(
  deps: Omit<AnsweringDeps, 'store' | 'retriever'> & {
    readonly store: Pick<KnowledgeStore, 'counts' | 'listDocuments' | 'readDocuments' | 'generation'>;
    readonly retriever: Pick<HybridRetriever, 'rankPassages'>;
  },
) {
  const findMembers = createSourceMembers(deps.store);
  const held = new Map<string, Answerer>();

  function create(sources: readonly string[]): Answerer {
    const membersNow = () => findMembers(sources);
    const { castSpeakers } = deps;
    return createAnswerer({
      ...deps,
      store: { counts: async () => ({ ...(await deps.store.counts()), documents: (await membersNow()).size }) },
      retriever: createRestrictedRetriever({
        rankPassages: (query) => deps.retriever.rankPassages(query),
        store: deps.store,
        findMembers: membersNow,
      }),
      ...(castSpeakers === undefined
        ? {}
        : {
            // It adds documents by their speakers alone.
            castSpeakers: async (...args) => {
              const [candidates, members] = [await castSpeakers(...args), await membersNow()];
              return candidates.filter(({ read }) => members.has(read.document.seq));
            },
          }),
    });
  }

  return {
    /** `sources` as in PlaceSettings, at least one. */
    get(sources: readonly string[]): Answerer {
      const key = JSON.stringify([...sources].map((source) => source.toLowerCase()).sort());
      const answerer = held.get(key) ?? create(sources);
      held.delete(key);
      held.set(key, answerer);
      const [oldest] = held.keys();
      if (oldest !== undefined && held.size > MOST_HELD) held.delete(oldest);
      return answerer;
    },
  };
}
