/** The program of a measuring process: a task as its one argument, the result as JSON on standard output. */

import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import type { Logger } from '../../src/core/ports.ts';
import { measureStatementSpeed } from '../../src/evaluation/sets/statement-speed.ts';
import type { GeneratedDocument } from './generate-corpus.ts';
import type { GeneratedQuestion } from './generate-questions.ts';
import { peakMemoryBytes, percentile, summariseLatency, timed } from './measure.ts';
import { openCompetitor } from './systems/search-system.ts';
import type { CompetitorResult, IndexResult, OpenResult, QuestionsResult } from './tasks.ts';
import { Task, WARM_UP_QUESTIONS } from './tasks.ts';

/** Between two questions: enough for files to be read and a graph to be opened. */
const PAUSE_MS = 5;

/** How many hits a search asks for. */
const HITS = 10;

/** Documents handed to a competitor at a time. */
const BATCH = 500;

const quiet: Logger = { debug() {}, info() {}, warn() {}, error() {} };

const task = Task.parse(JSON.parse(process.argv[2] ?? 'null'));
process.stdout.write(`${JSON.stringify(await runTask(task))}\n`);

function runTask(one: Task): Promise<unknown> {
  switch (one.kind) {
    case 'desk-index':
      return indexCorpus(one);
    case 'desk-questions':
      return askQuestions(one);
    case 'statements':
      return measureStatementSpeed(one.setsDir);
    case 'desk-open':
      return openReadyIndex(one);
    case 'competitor':
      return measureCompetitor(one);
  }
}

async function openTheDesk(options: { dataDir: string; statements: boolean }) {
  const { openDesk } = await import('../../src/app.ts');
  return openDesk({ ...options, knowledgeDir: undefined, logger: quiet });
}

async function indexCorpus(one: Extract<Task, { kind: 'desk-index' }>): Promise<IndexResult> {
  const desk = await openTheDesk(one);
  const { tookMs, result } = await timed(() => desk.addFiles([one.corpusFile]));
  const graph = await timed(() => desk.settle());
  await desk.close();
  const [problem] = result.problems;
  if (problem !== undefined) throw new Error(`a text was not taken: ${problem.problem}`);
  return { documents: result.added, tookMs, graphMs: graph.tookMs, peakBytes: peakMemoryBytes() };
}

/** Questions come through a socket or a terminal: between two of them the event loop turns, and files are read. */
function letOthersWork(): Promise<void> {
  return setTimeout(PAUSE_MS);
}

async function askQuestions(one: Extract<Task, { kind: 'desk-questions' }>): Promise<QuestionsResult> {
  const questions = await readQuestions(one.questionsFile);
  const opened = await timed(() => openTheDesk({ dataDir: one.dataDir, statements: true }));
  const desk = opened.result;
  for (const question of questions.slice(0, WARM_UP_QUESTIONS)) {
    await letOthersWork();
    await desk.ask(question.text);
  }
  const asked: { kind: string; tookMs: number }[] = [];
  let answered = 0;
  for (const question of questions.slice(WARM_UP_QUESTIONS)) {
    await letOthersWork();
    const { tookMs, result } = await timed(() => desk.ask(question.text));
    asked.push({ kind: question.kind, tookMs });
    if (result.status === 'answered') answered += 1;
  }
  const searched: number[] = [];
  for (const question of questions.slice(WARM_UP_QUESTIONS)) {
    await letOthersWork();
    searched.push((await timed(() => desk.rankDocuments(question.text, HITS))).tookMs);
  }
  const peakBytes = peakMemoryBytes();
  await desk.close();
  const kinds = [...new Set(asked.map(({ kind }) => kind))];
  const p95Of = (kind: string) =>
    percentile(
      asked.filter((entry) => entry.kind === kind).map(({ tookMs }) => tookMs),
      0.95,
    );
  return {
    openMs: opened.tookMs,
    ask: summariseLatency(asked.map(({ tookMs }) => tookMs)),
    search: summariseLatency(searched),
    askP95ByKind: Object.fromEntries(kinds.map((kind) => [kind, p95Of(kind)])),
    answered,
    peakBytes,
  };
}

async function openReadyIndex(one: Extract<Task, { kind: 'desk-open' }>): Promise<OpenResult> {
  const imported = await timed(() => import('../../src/app.ts'));
  const opened = await timed(() => openTheDesk({ dataDir: one.dataDir, statements: true }));
  const first = await timed(() => opened.result.ask(one.question));
  await opened.result.close();
  return { importMs: imported.tookMs, openMs: opened.tookMs, firstAnswerMs: first.tookMs };
}

async function measureCompetitor(one: Extract<Task, { kind: 'competitor' }>): Promise<CompetitorResult> {
  const questions = await readQuestions(one.questionsFile);
  const system = await openCompetitor(one.name, one.folder);
  let documents = 0;
  let indexMs = 0;
  for await (const batch of readBatches(one.corpusFile)) {
    indexMs += (await timed(() => system.add(batch))).tookMs;
    documents += batch.length;
  }
  indexMs += (await timed(() => system.finish())).tookMs;
  for (const question of questions.slice(0, WARM_UP_QUESTIONS)) await system.search(question.text, HITS);
  const searched: number[] = [];
  for (const question of questions.slice(WARM_UP_QUESTIONS)) {
    searched.push((await timed(() => system.search(question.text, HITS))).tookMs);
  }
  await system.close();
  return { system: system.name, documents, indexMs, search: summariseLatency(searched), peakBytes: peakMemoryBytes() };
}

async function readQuestions(path: string): Promise<GeneratedQuestion[]> {
  return JSON.parse(await readFile(path, 'utf8')) as GeneratedQuestion[];
}

/** The benchmark's own file, written a moment ago: its lines are trusted. */
async function* readBatches(path: string): AsyncGenerator<GeneratedDocument[]> {
  let batch: GeneratedDocument[] = [];
  for await (const line of createInterface({ input: createReadStream(path, 'utf8') })) {
    batch.push(JSON.parse(line) as GeneratedDocument);
    if (batch.length >= BATCH) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}
