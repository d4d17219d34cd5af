import { access, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { expect, it } from 'vitest';
import type { Answer } from '../../src/core/answer.ts';
import type { Message } from '../../src/core/message.ts';
import type { DocumentSummary, SourceProblem, StoredDocument } from '../../src/core/ports.ts';
import { createTemporaryWorkbench, type EvaluatedDesk } from '../../src/evaluation/temporary-workbench.ts';
import { withCorpus } from '../../src/evaluation/workbench.ts';

const PROBLEM: SourceProblem = { origin: 'x', problem: 'is empty', mend: 'fill it', effect: 'skipped' };

function stored(id: string, seq: number): StoredDocument {
  return {
    id,
    seq,
    title: 'Given',
    titleGivenByDesk: true,
    attribution: 'Gazette',
    text: `Text of ${id}.`,
    origin: `added:${id}`,
    fileName: 'corpus.jsonl',
    contentHash: '0',
    sentences: [],
    passages: [],
    statements: [],
  };
}

function answerTo(question: string): Answer {
  return {
    question,
    status: 'not_found',
    text: '',
    sentences: [],
    citations: [],
    related: [],
    conflicts: [],
    mode: 'extractive',
    tookMs: 0,
  };
}

/** Holds two documents whatever it is given, and records what it was given. */
function createRecordingDesk(held: readonly StoredDocument[]) {
  const files: { path: string; text: string }[] = [];
  const messages: Message[] = [];
  const desk: EvaluatedDesk = {
    desk: {
      async handleMessage(message) {
        messages.push(message);
        return message.text === 'help'
          ? { kind: 'help', text: '', suggestions: [] }
          : { kind: 'answer', answer: answerTo(message.text), permalinkId: '' };
      },
    },
    store: {
      listDocuments: async () => held.map((one): DocumentSummary => ({ ...one, statements: 0, passages: 0 })),
      findDocuments: async (ids) => held.filter(({ id }) => ids.includes(id)),
    },
    refresh: async () => undefined,
    async addFiles(paths) {
      for (const path of paths) files.push({ path, text: await readFile(path, 'utf8') });
      return { problems: [PROBLEM] };
    },
    ask: async () => {
      throw new Error('not asked here');
    },
    rankDocuments: async () => [
      { seq: 2, score: 0.9 },
      { seq: 99, score: 0.5 },
    ],
    close: async () => undefined,
  };
  return { desk, files, messages };
}

it('hands the documents to the desk as lines of a file, and leaves nothing behind', async () => {
  const { desk, files } = createRecordingDesk([stored('a', 1), stored('b', 2)]);
  const problems: SourceProblem[] = [];
  const workbench = createTemporaryWorkbench({
    openDesk: async () => desk,
    knowledgeDir: 'none',
    onProblem: (problem) => problems.push(problem),
  });
  const documents = [
    { id: 'a', text: 'One.' },
    { id: 'b', text: 'Two.', title: 'T' },
  ];
  await withCorpus(workbench, documents, async (corpus) => {
    expect(await corpus.search('q', 5)).toEqual([{ document: 'b', score: 0.9 }]);
    expect(await corpus.documentText('a')).toBe('Text of a.');
    expect(await corpus.documentText('zzz')).toBeUndefined();
  });
  expect(files[0]?.text).toBe('{"id":"a","text":"One."}\n{"id":"b","text":"Two.","title":"T"}\n');
  expect(problems).toEqual([PROBLEM]);
  await expect(access(dirname(files[0]?.path ?? ''))).rejects.toThrow();
});

it('removes its folder also when the desk does not open', async () => {
  let dataDir = '';
  const workbench = createTemporaryWorkbench({
    async openDesk(options) {
      dataDir = options.dataDir;
      throw new Error('broken');
    },
    knowledgeDir: 'none',
  });
  const opening = withCorpus(workbench, [], async () => undefined);
  await expect(opening).rejects.toThrow('broken');
  await expect(access(dirname(dataDir))).rejects.toThrow();
});

it('gives the documents of the knowledge folder with their titles and the credit that they demand', async () => {
  const { desk } = createRecordingDesk([stored('a', 1)]);
  let opened: string | undefined;
  const workbench = createTemporaryWorkbench({
    async openDesk({ knowledgeDir }) {
      opened = knowledgeDir;
      return desk;
    },
    knowledgeDir: 'some/folder',
  });
  const documents = [];
  for await (const document of workbench.knowledgeDocuments()) documents.push(document);
  expect(opened).toBe('some/folder');
  expect(documents).toEqual([
    expect.objectContaining({ id: 'a', text: 'Text of a.', title: 'Given', attribution: 'Gazette' }),
  ]);
});

it('hands Markdown to the desk as files of that kind, whose front matter says what the set knows', async () => {
  const { desk, files } = createRecordingDesk([]);
  const workbench = createTemporaryWorkbench({ openDesk: async () => desk, knowledgeDir: 'none' });
  const document = { id: 'm', text: '# Head\n\nWords.', title: 'A "B": c', format: 'markdown' as const };
  await withCorpus(workbench, [document], async () => undefined);
  expect(files.map(({ path }) => path.slice(path.lastIndexOf('.')))).toEqual(['.jsonl', '.md']);
  expect(files[1]?.text).toBe('---\nid: "m"\ntitle: "A \\"B\\": c"\n---\n\n# Head\n\nWords.\n');
});

it('sends messages one after another in a conversation of their own and gives the last answer', async () => {
  const { desk, messages } = createRecordingDesk([]);
  const workbench = createTemporaryWorkbench({ openDesk: async () => desk, knowledgeDir: 'none' });
  const corpus = await workbench.openFolder('some/folder');
  expect((await corpus.converse(['One?', 'Two?'])).question).toBe('Two?');
  await corpus.converse(['Three?']);
  await expect(corpus.converse(['help'])).rejects.toThrow(/kind "help"/);
  await corpus.close();
  const [first, second, third] = messages.map(({ conversation }) => conversation);
  expect(first).toBe(second);
  expect(third).not.toBe(first);
});
