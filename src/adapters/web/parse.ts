import { z } from 'zod';
import type { Message } from '../../core/message.ts';
import { RefusedRequest } from './problem.ts';

/** What the page names its conversation: random letters, so that a follow-up question finds its context. */
const conversationName = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
const askBody = z.object({ question: z.string(), conversation: conversationName.optional() });

/**
 * The body of `POST /api/ask` as a Message. Length and content of the question are the desk's to judge.
 * @throws RefusedRequest (400) when the body has another shape.
 */
export function parseAsk(body: unknown, envelope: { id: string; receivedAt: Date }): Message {
  const parsed = askBody.safeParse(body);
  if (!parsed.success) {
    const field = parsed.error.issues[0]?.path[0];
    throw new RefusedRequest({
      status: 400,
      problem:
        field === 'conversation'
          ? 'The conversation is not named by 1 to 64 letters, digits, "_" or "-".'
          : 'The body of the request has no question that is a text.',
      hint: 'Send {"question": "…"} as JSON.',
    });
  }
  return {
    id: envelope.id,
    platform: 'web',
    conversation: parsed.data.conversation ?? envelope.id,
    text: parsed.data.question,
    receivedAt: envelope.receivedAt,
  };
}

/** How many sources one page of the list holds, unless asked otherwise, and at most. */
const SOURCES_PER_PAGE = 100;
const MAX_SOURCES_PER_PAGE = 1000;

const wholeNumber = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);
const listQuery = z.object({
  offset: wholeNumber.default(0),
  limit: wholeNumber.pipe(z.number().max(MAX_SOURCES_PER_PAGE)).default(SOURCES_PER_PAGE),
  q: z.string().max(200).default(''),
});

/** `?offset=&limit=&q=` of the list of sources. @throws RefusedRequest (400). */
export function parseListQuery(query: unknown): z.output<typeof listQuery> {
  const parsed = listQuery.safeParse(query);
  if (parsed.success) return parsed.data;
  throw new RefusedRequest({
    status: 400,
    problem: `"${String(parsed.error.issues[0]?.path[0])}" of the list of sources has a value that cannot be used.`,
    hint: `Give offset from 0, limit from 0 to ${MAX_SOURCES_PER_PAGE}, and q of at most 200 characters.`,
  });
}

const documentQuery = z.object({ at: wholeNumber.default(0) });

/** `?at=` of a document: the offset that must be within the part that is shown. @throws RefusedRequest (400). */
export function parseDocumentQuery(query: unknown): { at: number } {
  const parsed = documentQuery.safeParse(query);
  if (parsed.success) return parsed.data;
  throw new RefusedRequest({
    status: 400,
    problem: '"at" of a document has a value that cannot be used.',
    hint: 'Give the offset of a character, from 0.',
  });
}

/** How many persons and bodies one page of their list holds unless asked otherwise, and at most. */
const SPEAKERS_PER_PAGE = 60;
const MAX_SPEAKERS_PER_PAGE = 2000;
const MAX_NAME_LENGTH = 200;

const speakersQuery = z.object({
  limit: wholeNumber.pipe(z.number().min(1).max(MAX_SPEAKERS_PER_PAGE)).default(SPEAKERS_PER_PAGE),
  name: z.string().max(MAX_NAME_LENGTH).default(''),
});

/** `?name=&limit=` of the list of speakers. @throws RefusedRequest (400). */
export function parseSpeakersQuery(query: unknown): z.output<typeof speakersQuery> {
  const parsed = speakersQuery.safeParse(query);
  if (parsed.success) return parsed.data;
  throw new RefusedRequest({
    status: 400,
    problem: `"${String(parsed.error.issues[0]?.path[0])}" of the list of speakers has a value that cannot be used.`,
    hint: `Give limit from 1 to ${MAX_SPEAKERS_PER_PAGE}, and name of at most ${MAX_NAME_LENGTH} characters.`,
  });
}

/** Of how many documents the statements of one speaker are given unless asked otherwise, and at most. */
const DOCUMENTS_PER_SPEAKER = 20;
const MAX_DOCUMENTS_PER_SPEAKER = 500;

const speakerQuery = z.object({
  limit: wholeNumber.pipe(z.number().min(1).max(MAX_DOCUMENTS_PER_SPEAKER)).default(DOCUMENTS_PER_SPEAKER),
});

/** `?limit=` of one speaker: of how many documents, newest first. @throws RefusedRequest (400). */
export function parseSpeakerQuery(query: unknown): { limit: number } {
  const parsed = speakerQuery.safeParse(query);
  if (parsed.success) return parsed.data;
  throw new RefusedRequest({
    status: 400,
    problem: '"limit" of a speaker has a value that cannot be used.',
    hint: `Give the number of documents, from 1 to ${MAX_DOCUMENTS_PER_SPEAKER}.`,
  });
}
