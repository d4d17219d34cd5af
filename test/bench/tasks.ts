import { z } from 'zod';
import { COMPETITORS } from './systems/search-system.ts';

/** Questions asked before the clock counts, so that code is compiled and pages are read. */
export const WARM_UP_QUESTIONS = 40;

/** One measurement, done in a process of its own so that its memory is its own. */
export const Task = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('desk-index'), corpusFile: z.string(), dataDir: z.string(), statements: z.boolean() }),
  z.object({ kind: z.literal('desk-questions'), dataDir: z.string(), questionsFile: z.string() }),
  z.object({ kind: z.literal('statements'), setsDir: z.string() }),
  z.object({ kind: z.literal('desk-open'), dataDir: z.string(), question: z.string() }),
  z.object({
    kind: z.literal('competitor'),
    name: z.enum(COMPETITORS),
    corpusFile: z.string(),
    questionsFile: z.string(),
    folder: z.string(),
  }),
]);
export type Task = z.output<typeof Task>;

const LatencyResult = z.object({ p50Ms: z.number(), p95Ms: z.number(), p99Ms: z.number(), count: z.number() });

export const IndexResult = z.object({
  documents: z.number(),
  tookMs: z.number(),
  /** Building the vector graph afterwards, as `desk index` does. */
  graphMs: z.number(),
  peakBytes: z.number(),
});
export type IndexResult = z.output<typeof IndexResult>;

export const QuestionsResult = z.object({
  openMs: z.number(),
  ask: LatencyResult,
  search: LatencyResult,
  /** p95 of `ask` by kind of question. */
  askP95ByKind: z.record(z.string(), z.number()),
  answered: z.number(),
  peakBytes: z.number(),
});
export type QuestionsResult = z.output<typeof QuestionsResult>;

export const StatementsResult = z.object({ documents: z.number(), statements: z.number(), cpuMs: z.number() });
export type StatementsResult = z.output<typeof StatementsResult>;

export const OpenResult = z.object({ importMs: z.number(), openMs: z.number(), firstAnswerMs: z.number() });
export type OpenResult = z.output<typeof OpenResult>;

export const CompetitorResult = z.object({
  system: z.string(),
  documents: z.number(),
  indexMs: z.number(),
  search: LatencyResult,
  peakBytes: z.number(),
});
export type CompetitorResult = z.output<typeof CompetitorResult>;
