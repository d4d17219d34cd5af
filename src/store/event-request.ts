import { z } from 'zod';
import type { Command, Message } from '../core/message.ts';
import type { OnceRequest } from '../core/ports.ts';
import { encodeUtf8, Utf8 } from './database.ts';

export function encodeRequest(request: OnceRequest): Uint8Array {
  return encodeUtf8(JSON.stringify(request));
}

const CommandSchema: z.ZodType<Command> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ask'), question: z.string() }),
  z.object({ kind: z.literal('summary'), topic: z.string().optional() }),
  z.object({ kind: z.literal('who-said'), name: z.string(), topic: z.string().optional() }),
  z.object({ kind: z.literal('digest'), date: z.string().optional() }),
  z.object({ kind: z.literal('check'), text: z.string() }),
  z.object({ kind: z.literal(['sources', 'settings', 'forget', 'help']) }),
]);

const MessageSchema: z.ZodType<Message> = z.object({
  id: z.string(),
  platform: z.enum(['web', 'slack', 'teams', 'terminal']),
  conversation: z.string(),
  text: z.string(),
  receivedAt: z.iso.datetime().transform((written) => new Date(written)),
  person: z.string().optional(),
  place: z.string().optional(),
  isPrivate: z.boolean().optional(),
  command: CommandSchema.optional(),
  earlier: z.array(z.string()).optional(),
});

const RequestSchema: z.ZodType<OnceRequest> = z.object({ message: MessageSchema, envelope: z.string() });

/** The request in a blob that `encodeRequest` made. */
export const RequestText = Utf8.transform((text) => RequestSchema.parse(JSON.parse(text)));
