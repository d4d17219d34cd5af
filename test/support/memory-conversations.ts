import type { ConversationStore, RememberedQuestion } from '../../src/core/ports.ts';

const MOST = 8;
const REST_MS = 24 * 60 * 60 * 1000;

/** A ConversationStore in memory, for tests that need no database. */
export function createMemoryConversations(): ConversationStore {
  const kept = new Map<string, RememberedQuestion[]>();
  return {
    readQuestions: async (conversation, now) =>
      (kept.get(conversation) ?? []).filter(({ askedAt }) => now.getTime() - askedAt.getTime() < REST_MS).slice(-MOST),
    async addQuestion(conversation, question) {
      kept.set(conversation, [...(kept.get(conversation) ?? []), question].slice(-MOST));
    },
    async forget(conversation) {
      kept.delete(conversation);
    },
  };
}
