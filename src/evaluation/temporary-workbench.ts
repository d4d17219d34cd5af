import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Answer } from '../core/answer.ts';
import { DeskError } from '../core/errors.ts';
import type { Reply } from '../core/message.ts';
import type { Desk, DocumentHit, KnowledgeStore, SourceProblem } from '../core/ports.ts';
import type { EvaluationDocument, OpenCorpus, Workbench } from './workbench.ts';

/** The desk as far as an evaluation uses it. */
export interface EvaluatedDesk {
  readonly desk: Pick<Desk, 'handleMessage'>;
  readonly store: Pick<KnowledgeStore, 'listDocuments' | 'findDocuments'>;
  /** Reads the knowledge folder. */
  refresh(): Promise<unknown>;
  addFiles(paths: readonly string[]): Promise<{ readonly problems: readonly SourceProblem[] }>;
  ask(question: string): Promise<Answer>;
  rankDocuments(query: string, limit: number): Promise<DocumentHit[]>;
  close(): Promise<void>;
}

/** What the composition root lends to an evaluation. */
interface WorkbenchDeps {
  openDesk(options: {
    readonly dataDir: string;
    readonly knowledgeDir: string | undefined;
    readonly statements: boolean;
  }): Promise<EvaluatedDesk>;
  /** The folder with the documents that the domain questions are about. */
  readonly knowledgeDir: string;
  /** Told of every document of a set that the desk does not take as it is. */
  readonly onProblem?: (problem: SourceProblem) => void;
}

/** A workbench whose data folders are temporary and leave nothing behind. */
export function createTemporaryWorkbench(deps: WorkbenchDeps): Workbench {
  return {
    async openCorpus(documents, options) {
      const folder = await mkdtemp(join(tmpdir(), 'desk-evaluation-'));
      const discard = () => rm(folder, { recursive: true, force: true });
      try {
        const files = await writeDocuments(folder, documents);
        const desk = await deps.openDesk({
          dataDir: join(folder, 'data'),
          knowledgeDir: undefined,
          statements: options?.statements ?? true,
        });
        const fill = async () => {
          const { problems } = await desk.addFiles(files);
          for (const problem of problems) deps.onProblem?.(problem);
        };
        return await fillCorpus({ desk, fill, discard });
      } catch (error) {
        await discard();
        throw error;
      }
    },
    async openFolder(knowledgeDir) {
      const folder = await mkdtemp(join(tmpdir(), 'desk-evaluation-'));
      const discard = () => rm(folder, { recursive: true, force: true });
      try {
        const desk = await deps.openDesk({ dataDir: join(folder, 'data'), knowledgeDir, statements: true });
        return await fillCorpus({ desk, fill: () => desk.refresh(), discard });
      } catch (error) {
        await discard();
        throw error;
      }
    },
    knowledgeDocuments: () => readKnowledge(deps),
  };
}

async function fillCorpus(input: {
  desk: EvaluatedDesk;
  fill: () => Promise<unknown>;
  discard: () => Promise<void>;
}): Promise<OpenCorpus> {
  const { desk, fill, discard } = input;
  try {
    await fill();
    return await toCorpus(desk, discard);
  } catch (error) {
    await desk.close();
    throw error;
  }
}

async function toCorpus(desk: EvaluatedDesk, discard: () => Promise<void>): Promise<OpenCorpus> {
  const idOfSeq = new Map((await desk.store.listDocuments()).map(({ seq, id }) => [seq, id]));
  return {
    async search(query, k) {
      const hits = await desk.rankDocuments(query, k);
      return hits.flatMap(({ seq, score }) => {
        const document = idOfSeq.get(seq);
        return document === undefined ? [] : [{ document, score }];
      });
    },
    ask: (question) => desk.ask(question),
    converse: (messages) => converse(desk, messages),
    async documentText(id) {
      const [document] = await desk.store.findDocuments([id]);
      return document?.text;
    },
    async close() {
      try {
        await desk.close();
      } finally {
        await discard();
      }
    },
  };
}

async function converse({ desk }: EvaluatedDesk, messages: readonly string[]): Promise<Answer> {
  const conversation = randomUUID();
  let last: Reply | undefined;
  for (const text of messages) {
    last = await desk.handleMessage({
      id: randomUUID(),
      platform: 'terminal',
      conversation,
      text,
      receivedAt: new Date(),
    });
  }
  if (last?.kind === 'answer') return last.answer;
  throw new DeskError({
    code: 'bad_input',
    message: `The desk gave a reply of the kind "${last?.kind ?? 'none'}" to the question "${messages.at(-1) ?? ''}".`,
    hint: 'Ask a question that is no command.',
  });
}

async function* readKnowledge(deps: WorkbenchDeps): AsyncGenerator<EvaluationDocument> {
  const folder = await mkdtemp(join(tmpdir(), 'desk-evaluation-'));
  try {
    const desk = await deps.openDesk({
      dataDir: join(folder, 'data'),
      knowledgeDir: deps.knowledgeDir,
      statements: false,
    });
    try {
      await desk.refresh();
      const ids = (await desk.store.listDocuments()).map(({ id }) => id);
      for (const document of await desk.store.findDocuments(ids)) {
        const { id, text, title, publisher, attribution, author, published, url, language } = document;
        yield { id, text, title, publisher, attribution, author, published, url, language };
      }
    } finally {
      await desk.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Plain texts as one file of lines, each Markdown text as a file of its own. */
async function writeDocuments(folder: string, documents: AsyncIterable<EvaluationDocument>): Promise<string[]> {
  const lines = join(folder, 'corpus.jsonl');
  const files = [lines];
  async function* toLines(): AsyncGenerator<string> {
    for await (const { format, ...document } of documents) {
      if (format !== 'markdown') {
        yield `${JSON.stringify(document)}\n`;
        continue;
      }
      const file = join(folder, `document-${files.length}.md`);
      await writeFile(file, toMarkdownFile(document));
      files.push(file);
    }
  }
  await pipeline(Readable.from(toLines()), createWriteStream(lines));
  return files;
}

/** JSON's strings are YAML as well. */
function toMarkdownFile({ text, ...fields }: EvaluationDocument): string {
  const lines = Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`);
  return `---\n${lines.join('')}---\n\n${text}\n`;
}
