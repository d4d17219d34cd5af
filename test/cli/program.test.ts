import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runCommandLine } from '../../src/cli/program.ts';

let [stdout, stderr] = ['', ''];

beforeEach(() => {
  [stdout, stderr] = ['', ''];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    stdout += String(text);
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    stderr += String(text);
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe('runCommandLine', () => {
  it.each([
    [['frobnicate'], /unknown command 'frobnicate'/],
    [['ask', 'x', '--colour', 'red'], /unknown option '--colour'/],
    [['ask'], /a question is missing/],
    [['ask', 'x', '--batch', 'f'], /cannot be given together/],
    [['search'], /a query is missing/],
    [['search', 'x', '--k', '0'], /whole number from 1/],
    [['search', 'x', '--k', 'ten'], /whole number from 1/],
    [['ask', 'x', '--data'], /argument missing/],
    [['add'], /missing required argument 'file'/],
    [['remove'], /missing required argument 'id'/],
    [['sentences'], /required option '--batch <file>'/],
    [['statements', '--document', 'x', '--batch', 'f'], /cannot be used with/],
    [['summary', '--since', 'yesterday'], /Write a date as/],
    [['digest', '--preview', '--date', '2026-13'], /Write a date as/],
    [['digest'], /required option '--preview'/],
  ])('%j is wrong usage, and the help is pointed to', async (args, message) => {
    expect(await runCommandLine(args)).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(message);
    expect(stderr).toContain('desk --help');
  });

  it('shows the commands when none is given, which is wrong usage, and when help is asked for, which is not', async () => {
    expect(await runCommandLine([])).toBe(2);
    expect([stdout, stderr.includes('Commands:')]).toEqual(['', true]);
    expect(await runCommandLine(['--help'])).toBe(0);
    expect(stdout).toContain('Commands:');
  });

  it('gives 1 for work that failed', async () => {
    expect(await runCommandLine(['sentences', '--batch', 'no-such-file.jsonl'])).toBe(1);
    expect([stdout, stderr]).toEqual([
      '',
      expect.stringMatching(/^desk: The batch "no-such-file\.jsonl" cannot be read/),
    ]);
  });
});
