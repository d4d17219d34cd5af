import { z } from 'zod';
import type { OpenDesk } from '../app.ts';
import { turnOf } from '../bot/conversation.ts';
import { type Answer, answerToJson } from '../core/answer.ts';
import type { ConversationTurn } from '../core/ports.ts';
import { printJson, printLine } from './output.ts';
import { BATCH_ID, readBatch } from './read-batch.ts';
import { type CommonOptions, refreshQuietly, withDesk } from './with-desk.ts';

/** Turns of a conversation that are looked back on. */
const MOST_TURNS = 8;
/** Conversations of a batch that are remembered at a time: the oldest one goes. */
const MOST_CONVERSATIONS = 10_000;

const QUESTION_LINE = z.object({
  id: BATCH_ID,
  question: z.string(),
  /** Lines of one conversation are its turns, in order. */
  conversation: z.string().min(1).max(200).optional(),
  /** Questions asked before this one, oldest first: the same for a line by itself. */
  after: z.array(z.string()).max(MOST_TURNS).optional(),
});

/** `desk ask "question"` and `desk ask --batch FILE`. */
export async function runAsk(words: readonly string[], options: CommonOptions & { batch?: string }): Promise<void> {
  const { batch } = options;
  await withDesk(options, async (desk) => {
    await refreshQuietly(desk, options);
    if (batch === undefined) {
      const answer = await desk.ask(words.join(' '));
      await (options.json === true ? printJson(answerToJson(answer)) : printLine(answer.text));
      return;
    }
    const conversations = new Map<string, ConversationTurn[]>();
    for await (const { id, question, conversation, after } of readBatch(batch, QUESTION_LINE)) {
      const known = conversation === undefined ? [] : (conversations.get(conversation) ?? []);
      const turns = await askBefore(desk, known, after ?? []);
      const answer = await desk.ask(question, turns);
      if (conversation !== undefined) remember(conversations, conversation, [...turns, turnOf(answer)]);
      await (options.json === true
        ? printJson({ id, ...answerToJson(answer) })
        : printLine(`${question}\n${answer.text}\n`));
    }
  });
}

/** The turns with the earlier questions asked after them, each understood from those before. */
async function askBefore(
  desk: Pick<OpenDesk, 'ask'>,
  known: readonly ConversationTurn[],
  questions: readonly string[],
): Promise<ConversationTurn[]> {
  const turns = [...known];
  for (const question of questions) {
    const answer: Answer = await desk.ask(question, turns);
    turns.push(turnOf(answer));
  }
  return turns;
}

function remember(
  conversations: Map<string, ConversationTurn[]>,
  conversation: string,
  turns: readonly ConversationTurn[],
): void {
  conversations.delete(conversation);
  conversations.set(conversation, turns.slice(-MOST_TURNS));
  const [oldest] = conversations.keys();
  if (oldest !== undefined && conversations.size > MOST_CONVERSATIONS) conversations.delete(oldest);
}
