import { copyFile, mkdtemp, open, readFile, rm, stat, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { AnswerContract, DoctorContract, IndexContract } from '../support/contract.ts';
import { DELIVERED_KNOWLEDGE, type Finished, runDesk } from '../support/desk-process.ts';
import { withOpenDesk } from '../support/open-test-desk.ts';
import { writeFiles } from '../support/write-files.ts';

vi.setConfig({ testTimeout: 60_000 });

let folder: string;
/** A data folder with the delivered documents in it; copied, never changed. */
let goodData: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'desk-bad-input-'));
  goodData = join(folder, 'good');
  // By a process of its own: with its end everything stands in the one file.
  await runDesk(['index', '--knowledge', DELIVERED_KNOWLEDGE, '--data', goodData]);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function copyGoodData(name: string): Promise<string> {
  const dataDir = await writeFiles(join(folder, name), {});
  await copyFile(join(goodData, 'desk.db'), join(dataDir, 'desk.db'));
  return dataDir;
}

/** One sentence that says what is wrong, one that says what to do, on one line; no stack. */
function expectOneFailure(finished: Finished, message: RegExp): void {
  expect(finished).toMatchObject({ status: 1, stdout: '' });
  expect(finished.stderr).toMatch(message);
  expect(finished.stderr).toMatch(/^desk: \S.+[.!?][”"]? \S.+\.\n$/);
}

describe.concurrent('a data folder that cannot be used', () => {
  const ask = (dataDir: string) =>
    runDesk(['ask', 'Who is Klaba?', '--knowledge', DELIVERED_KNOWLEDGE, '--data', dataDir]);

  it('that is a file, or lies below one, is named with another way', async () => {
    await writeFiles(folder, { 'a-file': 'kept' });
    const finished = await Promise.all([ask(join(folder, 'a-file')), ask(join(folder, 'a-file', 'below'))]);
    for (const one of finished) expectOneFailure(one, /^desk: The data folder \S+a-file\S* cannot be used.*--data/);
    expect(await readFile(join(folder, 'a-file'), 'utf8')).toBe('kept');
  });

  it('whose database is garbage is left as it is', async () => {
    const garbage = 'this is no database. '.repeat(500);
    const dataDir = await writeFiles(join(folder, 'garbage'), { 'desk.db': garbage });
    expectOneFailure(await ask(dataDir), /^desk: The store \S+desk\.db is damaged .*Move the data folder aside/);
    expect(await readFile(join(dataDir, 'desk.db'), 'utf8')).toBe(garbage);
    const doctor = await runDesk(['doctor', '--json', '--knowledge', DELIVERED_KNOWLEDGE, '--data', dataDir]);
    expect(doctor.status).toBe(1);
    expect(DoctorContract.parse(JSON.parse(doctor.stdout)).find(({ ok }) => !ok)?.detail).toContain('damaged');
  });

  it('whose database was cut off is found damaged, with a stack only when asked for', async () => {
    const dataDir = await copyGoodData('truncated');
    const { size } = await stat(join(dataDir, 'desk.db'));
    await truncate(join(dataDir, 'desk.db'), Math.floor(size / 2 / 4096) * 4096);
    expectOneFailure(await ask(dataDir), /is damaged/);
    const debugged = await runDesk(['ask', 'x', '--debug', '--knowledge', DELIVERED_KNOWLEDGE, '--data', dataDir]);
    expect(debugged.stderr).toMatch(/^ {4}at .*database\.ts/m);
  });

  it.skipIf(process.platform === 'win32')(
    'whose disk takes no more is told, and works when there is room',
    async () => {
      const dataDir = await copyGoodData('full');
      const { size } = await stat(join(dataDir, 'desk.db'));
      const long = await writeFiles(join(folder, 'long'), {
        'long.txt': Array.from({ length: 8_000 }, (_, n) => `Sentence number ${n} says nothing new.`).join('\n'),
      });
      // A file that grows beyond the limit fails to be written, as on a full disk; 512 bytes a block.
      const through = ['sh', '-c', `trap '' XFSZ; ulimit -f ${Math.ceil(size / 512) + 200}; exec "$@"`, 'sh'];
      const args = ['add', join(long, 'long.txt'), '--data', dataDir, '--json'];
      expectOneFailure(
        await runDesk(args, { through }),
        /^desk: The disk that holds \S+desk\.db .*(full|failed to).*space/,
      );
      const answer = await runDesk([
        'ask',
        'What did Forrester say?',
        '--json',
        '--knowledge',
        DELIVERED_KNOWLEDGE,
        '--data',
        dataDir,
      ]);
      expect(AnswerContract.parse(JSON.parse(answer.stdout)).citations[0]?.document).toBe('wedoany');
      const again = await runDesk(args);
      expect(IndexContract.parse(JSON.parse(again.stdout))).toMatchObject({ documents: 3, added: 1 });
    },
  );
});

describe.concurrent('a knowledge folder that cannot be used', () => {
  it('that is missing, or a file, is named with what to do, and costs nothing that was indexed', async () => {
    const dataDir = await copyGoodData('without-knowledge');
    const [missing, file, doctor] = await Promise.all([
      runDesk(['ask', 'x', '--knowledge', join(folder, 'nowhere'), '--data', dataDir]),
      runDesk(['index', '--knowledge', join(goodData, 'desk.db'), '--data', dataDir]),
      runDesk(['doctor', '--json', '--knowledge', join(folder, 'nowhere'), '--data', dataDir]),
    ]);
    expectOneFailure(missing, /^desk: There is no knowledge folder ".*nowhere"\. .*--knowledge/);
    expectOneFailure(file, /^desk: The knowledge folder ".*desk\.db" is a file/);
    expect(doctor.status).toBe(1);
    expect(DoctorContract.parse(JSON.parse(doctor.stdout)).filter(({ ok }) => !ok)).toMatchObject([
      { check: 'knowledge folder' },
    ]);
    await withOpenDesk({ dataDir, knowledgeDir: DELIVERED_KNOWLEDGE }, async (desk) => {
      expect(await desk.store.counts()).toMatchObject({ documents: 2 });
    });
  });

  it('that is empty makes a desk that says so', async () => {
    const args = [
      '--knowledge',
      await writeFiles(join(folder, 'empty'), {}),
      '--data',
      join(folder, 'empty-data'),
      '--json',
    ];
    const asked = await runDesk(['ask', 'Who is Klaba?', ...args]);
    expect(AnswerContract.parse(JSON.parse(asked.stdout))).toMatchObject({ status: 'not_found', related: [] });
    const doctor = await runDesk(['doctor', ...args]);
    expect(doctor.status).toBe(1);
    expect(DoctorContract.parse(JSON.parse(doctor.stdout)).filter(({ ok }) => !ok)).toMatchObject([{ check: 'index' }]);
  });

  it('with bad files among good ones names each with its mend and reads the rest', async () => {
    const knowledgeDir = await writeFiles(join(folder, 'mixed'), {
      'good.md':
        '---\ntitle: Tariffs\npublisher: Trade Post\n---\nThe tariff will cost €4 million, said Ana Lima, director of the port.\n',
      'binary.txt': Uint8Array.from({ length: 4096 }, (_, n) => (n * 37) % 256),
      'latin1.txt': Buffer.from('Fine first line.\nDie Größe zählt.\n', 'latin1'),
      'broken.md': '---\ntitle: "never closed\npublisher: X\n---\nText.\n',
      'bomb.md': `---\n${'bcdefgh'.replace(/./g, (c) => `${c}: &${c} [${'*?,'.replace('?', String.fromCharCode(c.charCodeAt(0) - 1)).repeat(9)}]\n`).replace(/\*a/g, 'x')}title: *h\n---\nText.\n`,
      'prototype.md': '---\n__proto__: {polluted: true}\nconstructor: x\n---\nA text that stays.\n',
      'code.md': '---\ntitle: !!js/function "function(){ process.exit(3) }"\n---\nText.\n',
      'empty.txt': '',
      'lines.jsonl': '{"id":"one","text":"One stands here."}\nnot json\n{"id":"three"}\n',
      'picture.png': 'PNG',
      '.hidden.md': 'Not read.',
    });
    const huge = await open(join(knowledgeDir, 'huge.txt'), 'w');
    await huge.truncate(50_000_000);
    await huge.close();
    const args = ['--knowledge', knowledgeDir, '--data', join(folder, 'mixed-data')];

    const indexed = await runDesk(['index', '--json', ...args]);
    expect(indexed.status).toBe(0);
    const { documents } = IndexContract.parse(JSON.parse(indexed.stdout));
    const told = indexed.stderr.trimEnd().split('\n');
    const skipped = told.filter((line) => line.startsWith('skipped: '));
    for (const [file, what] of [
      ['binary.txt', /not a text file/],
      ['latin1.txt, line 2', /not valid UTF-8.*Save it as UTF-8/],
      ['broken.md, line 3', /not valid YAML/],
      ['bomb.md, line 9, title', /is a reference/],
      ['code.md, line 2', /YAML/],
      ['empty.txt', /empty/],
      ['huge.txt', /50\.0 MB/],
      ['lines.jsonl, line 2', /not JSON/],
      ['lines.jsonl, line 3', /has no "text"/],
      ['picture.png', /ending/],
    ] as const) {
      const lines = skipped.filter((line) => line.startsWith(`skipped: ${file}`));
      expect(lines, file).toHaveLength(1);
      expect(lines[0]).toMatch(what);
    }
    expect(indexed.stderr).not.toContain('hidden');

    const asked = await runDesk(['ask', 'What did Ana Lima say about the tariff?', '--json', ...args]);
    expect(AnswerContract.parse(JSON.parse(asked.stdout)).citations).toMatchObject([{ attribution: 'Trade Post' }]);
    expect(asked.stderr).toBe(
      `note: ${skipped.length} documents are left out as unreadable; "desk doctor" says which and what to do.\n`,
    );

    const again = await runDesk(['index', '--json', ...args]);
    expect(again.stderr).toBe(indexed.stderr);
    expect(JSON.parse(again.stdout)).toMatchObject({ documents, added: 0, changed: 0, removed: 0 });

    const doctor = await runDesk(['doctor', ...args]);
    expect(doctor.status).toBe(1);
    expect(doctor.stdout).toMatch(/NOT OK {2}knowledge folder: .*\n +skipped: /);
  });

  it('with thousands of problems tells twenty and counts the rest', async () => {
    const knowledgeDir = await writeFiles(
      join(folder, 'many'),
      Object.fromEntries(Array.from({ length: 30 }, (_, file) => [`f${file}.jsonl`, 'not json\n'.repeat(90)])),
    );
    const args = ['--knowledge', knowledgeDir, '--data', join(folder, 'many-data')];
    const { status, stdout, stderr } = await runDesk(['index', '--json', ...args]);
    expect(status).toBe(0);
    expect(IndexContract.parse(JSON.parse(stdout)).documents).toBe(0);
    const lines = stderr.trimEnd().split('\n');
    expect(lines).toHaveLength(21);
    expect(lines.at(-1)).toBe('and 2,680 more problems like these.');
  });
});

describe.concurrent('documents to add', () => {
  const add = (name: string, ...paths: string[]) => runDesk(['add', ...paths, '--data', join(folder, name), '--json']);

  it('that are not there, folders, or of an unread kind add nothing of what was named with them', async () => {
    const files = await writeFiles(join(folder, 'named'), { 'good.txt': 'Good text.', 'p.png': 'P' });
    const good = join(files, 'good.txt');
    const [missing, dir, kind] = await Promise.all([
      add('named-data', good, join(files, 'none.txt')),
      add('named-data', good, files),
      add('named-data', good, join(files, 'p.png')),
    ]);
    expectOneFailure(missing, /^desk: There is no file ".*none\.txt"/);
    expectOneFailure(dir, /is a folder, not a file/);
    expectOneFailure(kind, /is not a file that the desk reads\. Save it as one of \.md, \.txt/);
  });

  it('that cannot be read are named, the others are added, and the status says that it is not all', async () => {
    const files = await writeFiles(join(folder, 'half'), {
      'good.txt': 'Good text.',
      'bad.txt': Buffer.from([0xff, 0x41, 0xfe]),
    });
    const { status, stdout, stderr } = await add('half-data', join(files, 'good.txt'), join(files, 'bad.txt'));
    expect(status).toBe(1);
    expect(IndexContract.parse(JSON.parse(stdout))).toMatchObject({ documents: 1, added: 1 });
    expect(stderr).toMatch(/^skipped: added:bad\.txt.*\ndesk: 1 of the documents named could not be added/);
  });
});

describe.concurrent('a batch that cannot be read', () => {
  it('is told with the line, though more lines could come', async () => {
    const finished = await runDesk(['sentences', '--batch', '-', '--json'], { input: 'What?\n'.repeat(100_000) });
    expectOneFailure(finished, /^desk: standard input, line 1 is not JSON/);
  });
});

describe.concurrent('settings that are wrong', () => {
  it('are named all at once, before any work', async () => {
    const env = { PORT: '99999', LOG_LEVEL: 'loud' };
    const finished = await runDesk(['ask', 'x', '--data', join(folder, 'unset')], { env });
    expectOneFailure(finished, /PORT: must be a whole number .*LOG_LEVEL: must be one of/);
    await expect(stat(join(folder, 'unset'))).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
