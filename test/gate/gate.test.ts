import { beforeAll, describe, expect, it } from 'vitest';
import { openDesk } from '../../src/app.ts';
import type { ItemOutcome } from '../../src/evaluation/outcome.ts';
import { type EvaluationRow, judgeTarget } from '../../src/evaluation/report.ts';
import { evaluateGate } from '../../src/evaluation/sets/gate.ts';
import { createTemporaryWorkbench } from '../../src/evaluation/temporary-workbench.ts';
import { silentLogger } from '../support/open-test-desk.ts';

/** The whole desk as it is put together, asked message by message: README.md beside this file. */
describe('the desk on the texts of the gate', () => {
  const outcomes: ItemOutcome[] = [];
  let rows: EvaluationRow[] = [];

  beforeAll(async () => {
    const workbench = createTemporaryWorkbench({
      openDesk: (options) => openDesk({ ...options, logger: silentLogger, environment: {} }),
      knowledgeDir: 'not used',
    });
    rows = await evaluateGate('not used', workbench, { onOutcome: (outcome) => outcomes.push(outcome) });
  });

  it.each(['evidence in the first 3 citations', 'to the point', 'wrongly refused', 'speaker right', 'traps refused'])(
    'reaches what is asked for: %s',
    (measure) => {
      const row = rows.find((one) => one.measure === measure);
      const wrong = outcomes
        .filter(({ verdict }) => verdict !== 'right')
        .map(({ verdict, item }) => `${verdict}: ${item}`);
      expect(row === undefined ? 'not measured' : judgeTarget(row), `${row?.ours}\n${wrong.join('\n')}`).toBe('met');
    },
  );

  it('asks every kind of question, a fifth of them traps, in three languages', () => {
    const kinds = new Set(outcomes.map(({ kind }) => kind.replace(/:.*/, '')));
    for (const kind of ['who-said', 'reversed', 'list', 'comparison', 'time', 'why', 'typos', 'follow-up', 'trap']) {
      expect(kinds).toContain(kind);
    }
    expect(outcomes.filter(({ kind }) => kind.startsWith('trap')).length).toBeGreaterThanOrEqual(outcomes.length / 5);
  });
});
