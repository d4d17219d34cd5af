import { PassThrough } from 'node:stream';
import type { WriteStream } from 'node:tty';
import { describe, expect, it } from 'vitest';
import { countOf, createProgressLine, describeProblem, describeProblems } from '../../src/cli/output.ts';
import type { SourceProblem } from '../../src/core/ports.ts';

const problem = (given: Partial<SourceProblem>): SourceProblem => ({
  origin: 'documents/x.md',
  problem: 'the title is empty',
  mend: 'Write one',
  effect: 'skipped',
  ...given,
});

describe('describeProblem', () => {
  it('names file, line and field, and makes two sentences', () => {
    expect(describeProblem(problem({ line: 3, field: 'title' }))).toBe(
      'skipped: documents/x.md, line 3, title: the title is empty. Write one.',
    );
    expect(describeProblem(problem({ effect: 'noted', problem: 'credited as "X"', mend: 'Confirm it!' }))).toBe(
      'note: documents/x.md: credited as "X". Confirm it!',
    );
  });
});

describe('describeProblems', () => {
  it('tells twenty at most, those first that left a document out, and counts the rest', () => {
    const many = [...Array(1_500).fill(problem({ effect: 'noted' })), ...Array(5).fill(problem({}))];
    const lines = describeProblems(many);
    expect(lines).toHaveLength(21);
    expect(lines.slice(0, 5).every((line) => line.startsWith('skipped: '))).toBe(true);
    expect(lines.at(-1)).toBe('and 1,485 more problems like these.');
    expect(describeProblems(many.slice(-2))).toHaveLength(2);
    expect(describeProblems([])).toEqual([]);
  });
});

describe('createProgressLine', () => {
  function watch(isTTY: boolean) {
    const stream = Object.assign(new PassThrough(), { isTTY }) as unknown as WriteStream;
    const progress = createProgressLine(stream);
    progress.draw(1, 2, 'indexing');
    progress.clear();
    return String(stream.read() ?? '');
  }

  it('draws a bar and wipes it when a terminal watches', () => {
    expect(watch(true)).toContain('] 50 % indexing');
    expect(watch(true).endsWith('\r\u001b[2K')).toBe(true);
  });

  it('writes nothing into a pipe', () => {
    expect(watch(false)).toBe('');
  });
});

describe('countOf', () => {
  it.each([
    [0, '0 documents'],
    [1, '1 document'],
    [2_300, '2,300 documents'],
  ])('says %d in words', (count, words) => {
    expect(countOf(count, 'document')).toBe(words);
  });
});
