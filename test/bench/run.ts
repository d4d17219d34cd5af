/** The benchmark: figures of this machine in one run. `npm run bench -- --help` tells its options. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { DeskError, messageOf } from '../../src/core/errors.ts';
import { findSetsDir } from '../../src/evaluation/set-files.ts';
import { type BenchFigures, renderBenchReport, type SizeFigures } from './bench-report.ts';
import { measureInChild } from './child-process.ts';
import { measureAsk, measureServeReady } from './command-line.ts';
import { prepareCorpus } from './prepare-corpus.ts';
import { readSourceTexts, type SourceText } from './source-texts.ts';
import { COMPETITORS, type Competitor } from './systems/search-system.ts';
import {
  CompetitorResult,
  IndexResult,
  OpenResult,
  QuestionsResult,
  StatementsResult,
  WARM_UP_QUESTIONS,
} from './tasks.ts';

const HELP = `Usage: npm run bench -- [options]

  --sizes LIST        numbers of documents, with commas (default 2,1000,10000)
  --full              also 100,000 documents
  --systems LIST      of ${COMPETITORS.join(', ')}, or "none" (default: all)
  --questions N       questions a size, besides ${WARM_UP_QUESTIONS} to warm up (default 240)
  --seed N            of the generator (default 1)
  --sets DIR          folder of the evaluation sets, whose news texts are multiplied
  --skip-starts       leave out the cold starts of the command line
  --limit-seconds N   longest time of one competitor at one size (default 600)
  --json FILE         write the figures there as well
`;

const DEFAULT_SIZES = '2,1000,10000';
const FULL_SIZE = 100_000;
const DESK_TIMEOUT_MS = 3_600_000;
const CHECKOUT = fileURLToPath(new URL('../..', import.meta.url));

interface Plan {
  readonly sizes: readonly number[];
  readonly systems: readonly Competitor[];
  readonly questions: number;
  readonly seed: number;
  readonly limitMs: number;
}

await main();

async function main(): Promise<void> {
  try {
    await runBenchmark(readOptions());
  } catch (error) {
    if (!(error instanceof DeskError)) throw error;
    process.stderr.write(`${error.message} ${error.hint}\n`);
    process.exitCode = error.code === 'bad_input' ? 2 : 1;
  }
}

function readOptions() {
  try {
    return parseArgs({
      options: {
        sizes: { type: 'string', default: DEFAULT_SIZES },
        full: { type: 'boolean', default: false },
        systems: { type: 'string', default: COMPETITORS.join(',') },
        questions: { type: 'string', default: '240' },
        seed: { type: 'string', default: '1' },
        sets: { type: 'string' },
        'skip-starts': { type: 'boolean', default: false },
        'limit-seconds': { type: 'string', default: '600' },
        json: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new DeskError({
      code: 'bad_input',
      message: `The benchmark cannot be started so: ${messageOf(error)}.`,
      hint: 'See npm run bench -- --help.',
      cause: error,
    });
  }
}

async function runBenchmark(values: ReturnType<typeof readOptions>): Promise<void> {
  if (values.help) {
    process.stdout.write(HELP);
    return;
  }
  const sizes = values.sizes === '' ? [] : values.sizes.split(',').map((text) => readCount('--sizes', text));
  const plan: Plan = {
    sizes: values.full ? [...new Set([...sizes, FULL_SIZE])] : sizes,
    systems: readSystems(values.systems),
    questions: readCount('--questions', values.questions),
    seed: readCount('--seed', values.seed),
    limitMs: readCount('--limit-seconds', values['limit-seconds']) * 1000,
  };
  const setsDir = findSetsDir({ given: values.sets, env: process.env });
  const texts = await readSourceTexts(setsDir);
  const figures: BenchFigures = {
    date: new Date().toISOString().slice(0, 10),
    cpu: cpus()[0]?.model.trim() ?? 'unknown processor',
    cores: cpus().length,
    memoryBytes: totalmem(),
    node: process.versions.node,
    seed: plan.seed,
    questions: plan.questions,
    starts: values['skip-starts'] ? [] : await measureStarts(),
    statements: await measureStatements(setsDir),
    sizes: await measureSizes(plan, texts),
  };
  if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify(figures, null, 2)}\n`);
  process.stdout.write(renderBenchReport(figures));
}

async function measureStarts(): Promise<BenchFigures['starts']> {
  const starts = [
    { name: 'node src/desk.mjs ask, first run (indexes the folder)', through: 'node', fresh: true },
    { name: 'node src/desk.mjs ask, index ready', through: 'node', fresh: false },
    { name: 'npx desk ask, index ready', through: 'npx', fresh: false },
  ] as const;
  const figures: BenchFigures['starts'][number][] = [];
  for (const { name, through, fresh } of starts) {
    tell(`cold start: ${name}`);
    figures.push({ name, figures: await measureAsk({ checkout: CHECKOUT, through, fresh }) });
  }
  return figures;
}

async function measureStatements(setsDir: string): Promise<BenchFigures['statements']> {
  tell('who said what');
  const task = { kind: 'statements', setsDir } as const;
  return measureInChild({ task, schema: StatementsResult, timeoutMs: DESK_TIMEOUT_MS });
}

async function measureSizes(plan: Plan, texts: readonly SourceText[]): Promise<SizeFigures[]> {
  const sizes: SizeFigures[] = [];
  for (const documents of plan.sizes) {
    const folder = await mkdtemp(join(tmpdir(), 'desk-bench-'));
    try {
      sizes.push(await measureSize({ plan, texts, documents, folder }));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
  return sizes;
}

async function measureSize(input: {
  plan: Plan;
  texts: readonly SourceText[];
  documents: number;
  folder: string;
}): Promise<SizeFigures> {
  const { plan, texts, documents, folder } = input;
  const step = (what: string) => tell(`${documents.toLocaleString('en')} documents: ${what}`);
  step('making the texts');
  const questions = plan.questions + WARM_UP_QUESTIONS;
  const prepared = await prepareCorpus({ texts, documents, questions, seed: plan.seed, folder });
  const { corpusFile, questionsFile, sentencesPerDocument, wordsPerDocument, firstQuestion } = prepared;
  const timeoutMs = DESK_TIMEOUT_MS;
  const plainDir = join(folder, 'plain');
  const dataDir = join(folder, 'data');
  const knowledgeDir = join(folder, 'empty');
  await mkdir(knowledgeDir);

  step('indexing without statements');
  const indexPlain = await measureInChild({
    task: { kind: 'desk-index', corpusFile, dataDir: plainDir, statements: false },
    schema: IndexResult,
    timeoutMs,
  });
  await rm(plainDir, { recursive: true, force: true });
  step('indexing with statements');
  const indexStatements = await measureInChild({
    task: { kind: 'desk-index', corpusFile, dataDir, statements: true },
    schema: IndexResult,
    timeoutMs,
  });
  step('asking');
  const asked = await measureInChild({
    task: { kind: 'desk-questions', dataDir, questionsFile },
    schema: QuestionsResult,
    timeoutMs,
  });
  step('opening a ready index');
  const open = await measureInChild({
    task: { kind: 'desk-open', dataDir, question: firstQuestion },
    schema: OpenResult,
    timeoutMs,
  });
  const serve = await measureServeReady({ checkout: CHECKOUT, dataDir, knowledgeDir });
  const competitors: SizeFigures['competitors'][number][] = [];
  for (const name of plan.systems) {
    step(name);
    const ownFolder = join(folder, name);
    await mkdir(ownFolder);
    const figures = await measureInChild({
      task: { kind: 'competitor', name, corpusFile, questionsFile, folder: ownFolder },
      schema: CompetitorResult,
      timeoutMs: plan.limitMs,
    });
    competitors.push({ name, figures });
    await rm(ownFolder, { recursive: true, force: true });
  }
  return {
    documents,
    sentencesPerDocument,
    wordsPerDocument,
    indexPlain,
    indexStatements,
    questions: asked,
    open,
    serve,
    competitors,
  };
}

function readCount(option: string, text: string): number {
  const value = Number(text.trim().replaceAll('_', ''));
  if (Number.isSafeInteger(value) && value > 0) return value;
  throw new DeskError({
    code: 'bad_input',
    message: `${option} was given "${text}", which is not a whole number above 0.`,
    hint: 'See npm run bench -- --help.',
  });
}

function readSystems(list: string): Competitor[] {
  if (list === 'none') return [];
  return list.split(',').map((text) => {
    const found = COMPETITORS.find((name) => name === text.trim());
    if (found !== undefined) return found;
    throw new DeskError({
      code: 'bad_input',
      message: `--systems was given "${text}", which the benchmark does not know.`,
      hint: `Choose from ${COMPETITORS.join(', ')} or none.`,
    });
  });
}

function tell(what: string): void {
  process.stderr.write(`${what}\n`);
}
