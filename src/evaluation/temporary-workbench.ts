import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Answer } from '../core/answer.ts';
import type { DocumentHit, KnowledgeStore, SourceProblem } from '../core/ports.ts';
import type { EvaluationDocument, OpenCorpus, Workbench } from './workbench.ts';

/** The desk as far as an evaluation uses it. */
export interface EvaluatedDesk {
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
        const file = join(folder, 'corpus.jsonl');
        await pipeline(Readable.from(toLines(documents)), createWriteStream(file));
        const desk = await deps.openDesk({
          dataDir: join(folder, 'data'),
          knowledgeDir: undefined,
          statements: options?.statements ?? true,
        });
        return await fillCorpus({ desk, file, discard, onProblem: deps.onProblem });
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
  file: string;
  discard: () => Promise<void>;
  onProblem: ((problem: SourceProblem) => void) | undefined;
}): Promise<OpenCorpus> {
  const { desk, file, discard, onProblem } = input;
  try {
    const { problems } = await desk.addFiles([file]);
    for (const problem of problems) onProblem?.(problem);
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
  } catch (error) {
    await desk.close();
    throw error;
  }
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

async function* toLines(documents: AsyncIterable<EvaluationDocument>): AsyncGenerator<string> {
  for await (const document of documents) yield `${JSON.stringify(document)}\n`;
}
