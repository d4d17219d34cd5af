import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { BATCH_ID, readBatch } from '../../src/cli/read-batch.ts';
import { withTemporaryFolder } from '../support/open-test-desk.ts';

const LINE = z.object({ id: BATCH_ID, text: z.string() });

/** What was read of a file with this content, and the failure that ended it, if any. */
function readContent(content: string | Uint8Array): Promise<{ lines: unknown[]; failure: unknown }> {
  return withTemporaryFolder(async (folder) => {
    await writeFile(join(folder, 'batch.jsonl'), content);
    const lines: unknown[] = [];
    try {
      for await (const line of readBatch(join(folder, 'batch.jsonl'), LINE)) lines.push(line);
    } catch (failure) {
      return { lines, failure };
    }
    return { lines, failure: undefined };
  });
}

describe('readBatch', () => {
  it('reads lines of any ending, passes over empty ones, and keeps separators that stand in a text', async () => {
    const { lines, failure } = await readContent(
      '\ufeff{"id":1,"text":"a"}\r\n\n  \n{"text":"b\u2028c","id":"two","more":[]}\n{"id":0,"text":""}',
    );
    expect(failure).toBeUndefined();
    expect(lines).toEqual([
      { id: 1, text: 'a' },
      { id: 'two', text: 'b\u2028c' },
      { id: 0, text: '' },
    ]);
  });

  it.each([
    ['not JSON', 'What?', /line 3 is not JSON/],
    ['not an object', '[1]', /line 3 does not fit/],
    ['without a text', '{"id":1}', /line 3 does not fit: text/],
    ['without an id', '{"text":"x"}', /line 3 does not fit: id/],
    ['binary', '{"id":1,"text":"\0"}', /line 3: it holds NUL bytes/],
  ])('gives the lines before one that is %s, and names that line', async (_, bad, message) => {
    const { lines, failure } = await readContent(`{"id":1,"text":"a"}\n\n${bad}\n{"id":2,"text":"b"}\n`);
    expect(lines).toEqual([{ id: 1, text: 'a' }]);
    expect(failure).toMatchObject({ code: 'bad_input', message: expect.stringMatching(message) });
  });

  it('names a line that is not UTF-8', async () => {
    const { failure } = await readContent(Buffer.from('{"id":1,"text":"Gr\u00f6\u00dfe"}', 'latin1'));
    expect(failure).toMatchObject({ message: expect.stringMatching(/line 1: it is not valid UTF-8/) });
  });

  it('reads nothing from an empty file, and names what cannot be read', async () => {
    expect(await readContent('')).toEqual({ lines: [], failure: undefined });
    const readAll = async (file: string) => {
      for await (const line of readBatch(file, LINE)) throw new Error(`read ${JSON.stringify(line)}`);
    };
    await withTemporaryFolder(async (folder) => {
      await expect(readAll(folder)).rejects.toMatchObject({
        code: 'not_there',
        message: expect.stringContaining('EISDIR'),
      });
      await expect(readAll(join(folder, 'none'))).rejects.toMatchObject({ code: 'not_there' });
    });
  });
});
