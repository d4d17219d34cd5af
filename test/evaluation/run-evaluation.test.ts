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
    const request = { findSetsDir: () => '/none', workbench: createFakeWorkbench(), available };
    const rows = await runEvaluation({ ...request, sets: ['b-', 'a'] });
    expect(ran).toEqual(['a', 'b-1', 'b-2']);
    expect(rows.map(({ set }) => set)).toEqual(['a', 'b-1', 'b-2']);
  });

  it('looks for the folder of evaluation data only when a set needs it', async () => {
    let looked = 0;
    const findSetsDir = () => {
      looked += 1;
      throw new Error('no folder');
    };
    const workbench = createFakeWorkbench();
    const available = new Map([
      ['gate', async () => [row('gate')]],
      ['other', async () => [row('other')]],
    ]);
    await runEvaluation({ findSetsDir, workbench, available, sets: ['gate'] });
    expect(looked).toBe(0);
    await expect(runEvaluation({ findSetsDir, workbench, available })).rejects.toThrow('no folder');
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
