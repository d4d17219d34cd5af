import type { Answer } from '../core/answer.ts';
import type { AnswerStore, ConversationStore, ConversationTurn } from '../core/ports.ts';

/** Quotations that a follow-up may point at ("who said that?"): those a reader has in view. */
const MOST_QUOTES = 3;
/** Earlier turns whose answers are read; older ones give their question only. */
const ANSWERS_READ = 3;

/** What a follow-up needs to know of a question and its answer. */
export function turnOf(answer: Pick<Answer, 'question' | 'understoodAs' | 'citations'>): ConversationTurn {
  const speakers = answer.citations.flatMap(
    ({ speaker }) => speaker?.name ?? speaker?.organisation ?? speaker?.role ?? [],
  );
  return {
    question: answer.understoodAs ?? answer.question,
    speakers: [...new Set(speakers)],
    quotes: answer.citations.slice(0, MOST_QUOTES).map(({ quote }) => quote),
  };
}

/** The turns of a conversation, oldest first, from what is remembered of it. */
export async function recallTurns(
  conversation: string,
  now: Date,
  stores: { readonly conversations: ConversationStore; readonly answers: Pick<AnswerStore, 'readAnswer'> },
): Promise<ConversationTurn[]> {
  const questions = await stores.conversations.readQuestions(conversation, now);
  const firstRead = questions.length - ANSWERS_READ;
  return Promise.all(
    questions.map(async ({ question, answerId }, at) => {
      const kept = at < firstRead ? undefined : await stores.answers.readAnswer(answerId);
      return kept === undefined ? { question, speakers: [], quotes: [] } : { ...turnOf(kept.answer), question };
    }),
  );
}

/** What somebody wrote before the desk was asked anything there, as a turn to lean on. */
export function turnOfText(text: string): ConversationTurn {
  return { question: text, speakers: [], quotes: [] };
}
