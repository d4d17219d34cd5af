import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { tellFailure } from './output.ts';

/** Exit status. */
const DONE = 0;
export const FAILED = 1;
const WRONG_USAGE = 2;

/**
 * Runs one command line (without `node` and the script) and gives its exit status; what was wrong is said on standard
 * error.
 */
export async function runCommandLine(args: readonly string[]): Promise<number> {
  const program = createProgram();
  if (args.length === 0) {
    program.outputHelp({ error: true });
    return WRONG_USAGE;
  }
  try {
    await program.parseAsync(args, { from: 'user' });
    return DONE;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? DONE : WRONG_USAGE;
    tellFailure(error, { debug: args.includes('--debug') });
    return FAILED;
  }
}

/** `desk …`. Each command's code is loaded when it is run, so that none pays for the others at start. */
function createProgram(): Command {
  const program = new Command('desk')
    .description('Answers questions from a folder of source documents: every sentence quoted, attributed and credited.')
    .exitOverride()
    .showHelpAfterError('(“desk --help” lists the commands)')
    .configureOutput({ writeErr: (text) => process.stderr.write(text) });

  const command = (usage: string, description: string) => {
    return withCommonOptions(program.command(usage).description(description));
  };

  command('ask [question...]', 'answer a question, or a file of questions')
    .option('--batch <file>', 'JSONL of {id, question}; - for standard input')
    .action(async (words: string[], options, self: Command) => {
      requireOneOf(self, 'a question', words, options.batch);
      await (await import('./ask.ts')).runAsk(words, options);
    });
  command('index', 'bring the index in line with the knowledge folder').action(async (options) =>
    (await import('./knowledge.ts')).runIndex(options),
  );
  command('add <file...>', 'add documents: .md, .txt, .html, .pdf, .docx or .jsonl').action(
    async (files: string[], options) => (await import('./knowledge.ts')).runAdd(files, options),
  );
  command('remove <id...>', 'remove documents by their ids').action(async (ids: string[], options) =>
    (await import('./knowledge.ts')).runRemove(ids, options),
  );
  command('search [query...]', 'find the documents nearest to a query')
    .option('--batch <file>', 'JSONL of {id, query}; - for standard input')
    .option('-k, --k <n>', 'how many hits', parseCount, 10)
    .option('--passages', 'hits are passages, several of one document')
    .action(async (words: string[], options, self: Command) => {
      requireOneOf(self, 'a query', words, options.batch);
      await (await import('./knowledge.ts')).runSearch(words, options);
    });
  command('sources', 'list the source documents').action(async (options) =>
    (await import('./knowledge.ts')).runSources(options),
  );
  command('statements', 'list who said what')
    .addOption(new Option('--document <id>', 'of one document only').conflicts('batch'))
    .option('--batch <file>', 'JSONL of {id, text}; - for standard input')
    .action(async (options) => (await import('./texts.ts')).runStatements(options));
  command('sentences', 'split texts into sentences')
    .requiredOption('--batch <file>', 'JSONL of {id, text}; - for standard input')
    .action(async (options) => (await import('./texts.ts')).runSentences(options));
  command('summary [topic...]', 'sum up the sources, or what they say on a topic')
    .option('--source <id>', 'of one source only: a document id or a publisher')
    .option('--since <date>', 'published on or after this date', parseDate)
    .option('--until <date>', 'published on or before this date', parseDate)
    .action(async (topic: string[], options) => (await import('./summary.ts')).runSummary(topic, options));
  command('digest', 'show the digest of a day')
    .requiredOption('--preview', 'only show it; digests are not sent by this version')
    .option('--date <date>', 'the day, for example 2026-06-18 (default: today)', parseDate)
    .action(async (options) => (await import('./summary.ts')).runDigest(options));
  command('serve', 'run the web page and the configured chat platforms').action(async (options) =>
    (await import('./serve.ts')).runServe(options),
  );
  command('eval [set...]', 'measure the desk on evaluation sets')
    .option('--sets <dir>', 'the folder of the sets')
    .option('--sample <n>', 'at most so many items of each set', parseCount)
    .option('--errors', 'also show the commonest kinds of error, with words of the sets')
    .option('--out <file>', 'also write the figures to this file as JSON')
    .action(async (sets: string[], options) => (await import('./evaluate.ts')).runEval(sets, options));
  const manifest = program.command('manifest').description('what a chat platform is to be told of the desk');
  manifest
    .command('slack')
    .description('print the app manifest to paste at api.slack.com/apps')
    .addOption(
      new Option('--mode <mode>', 'socket: no public address; http: Slack calls the desk')
        .choices(['socket', 'http'])
        .default('socket'),
    )
    .option('--url <address>', 'with http: the public address of the desk, for example https://desk.example.org')
    .option('--follow-ups', 'also hear follow-ups without a mention, where a channel’s settings allow them')
    .option('--debug', 'show where a failure came from')
    .action(async (options) => (await import('./manifest.ts')).runManifest(options));
  const feedback = program.command('feedback').description('what people on chat platforms think of answers');
  withCommonOptions(feedback.command('export').description('print it as JSONL, as cases for “desk eval feedback”'))
    .option('--out <file>', 'write it to this file instead')
    .action(async (options) => (await import('./feedback.ts')).runFeedbackExport(options));
  command('doctor', 'check the installation, the data and the knowledge folder').action(async (options) =>
    (await import('./doctor.ts')).runDoctor(options),
  );
  return program;
}

function withCommonOptions(command: Command): Command {
  return command
    .option('--knowledge <dir>', 'the folder of source documents (default: knowledge)')
    .option('--data <dir>', 'the folder of the index and the state (default: data)')
    .option('--json', 'print JSON instead of text')
    .option('--debug', 'show where a failure came from');
}

function parseCount(value: string): number {
  const count = Number(value);
  if (!Number.isInteger(count) || count < 1) throw new InvalidArgumentError('It must be a whole number from 1.');
  return count;
}

function parseDate(value: string): string {
  if (/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(value) && !Number.isNaN(Date.parse(value))) return value;
  throw new InvalidArgumentError('Write a date as 2026-06-18, 2026-06 or 2026.');
}

/** Either words on the command line or a file of them. */
function requireOneOf(command: Command, what: string, words: readonly string[], batch: string | undefined): void {
  if (words.length === 0 && batch === undefined)
    command.error(`error: ${what} is missing: write it in quotation marks, or name a file with --batch`);
  if (words.length > 0 && batch !== undefined) command.error(`error: ${what} and --batch cannot be given together`);
}
