import { describe, expect, it } from 'vitest';
import { createDesk, type DeskDeps } from '../../src/bot/desk.ts';
import type { Answer } from '../../src/core/answer.ts';
import { DeskError } from '../../src/core/errors.ts';
import type { Message } from '../../src/core/message.ts';
import type { Logger } from '../../src/core/ports.ts';
import { createFakeDesk, QUESTIONS } from '../support/fake-desk.ts';

const message = (text: string): Message => ({
  id: 'event-1',
  platform: 'terminal',
  conversation: 'c',
  text,
  receivedAt: new Date(0),
});

const answer: Answer = {
  question: 'q',
  status: 'not_found',
  text: 'Nothing.',
  sentences: [],
  citations: [],
  related: [],
  conflicts: [],
  mode: 'extractive',
  tookMs: 1,
};
