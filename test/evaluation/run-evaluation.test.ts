import { describe, expect, it } from 'vitest';
import { chooseSets, EVALUATION_SETS, runEvaluation } from '../../src/evaluation/run-evaluation.ts';
import { createFakeWorkbench } from './fake-workbench.ts';

const row = (set: string) => ({ set, measure: 'm', ours: 1, others: [], items: 1 });

describe('an evaluation', () => {
  it('runs the wanted sets one after another in the order of the list', async () => {
    const ran: string[] = [];
    const available = new Map(
      ['a', 'b-1', 'b-2'].map((name) => [
        name,
        async () => {
          ran.push(name);
          return [row(name)];
        },
      ]),
    );
    const request = { setsDir: '/none', workbench: createFakeWorkbench(), available };
    const rows = await runEvaluation({ ...request, sets: ['b-', 'a'] });
    expect(ran).toEqual(['a', 'b-1', 'b-2']);
    expect(rows.map(({ set }) => set)).toEqual(['a', 'b-1', 'b-2']);
  });

  it('refuses an unknown set before any work', () => {
    expect(() => chooseSets(['a', 'x'], ['a', 'b'])).toThrow(/no evaluation set "x"/);
  });

  it('knows the sets of the collection by their folders’ names', () => {
    for (const name of ['domain', 'retrieval-time', 'squad2-dev', 'ramdocs', 'injection-garak']) {
      expect(EVALUATION_SETS.has(name)).toBe(true);
    }
  });
});
