import { describe, expect, it } from 'vitest';
import { splitByOutlets } from '../../src/retrieval/outlet-parts.ts';

const PUBLISHERS = ['Harbour Post', 'The Ledger', 'City Wire - Markets', 'Fortune'];

describe('taking a question apart by the outlets it names', () => {
  it('gives each outlet the clause that names it', () => {
    const parts = splitByOutlets(
      'Does the Harbour Post article say that the port will close its grain terminal, while The Ledger reports that the terminal is to be sold to a Danish group?',
      PUBLISHERS,
    );
    expect(parts.map(({ publisher }) => publisher)).toEqual(['Harbour Post', 'The Ledger']);
    expect(parts[0]?.topic).toContain('grain terminal');
    expect(parts[0]?.topic).not.toContain('Danish');
    expect(parts[1]?.topic).toContain('sold to a Danish group');
    expect(parts.map(({ topic }) => topic).join(' ')).not.toMatch(/Harbour Post|Ledger/);
  });

  it('knows an outlet by the first part of its name, which leaves out the section', () => {
    const parts = splitByOutlets(
      "Which lender, described in City Wire's coverage as short of capital, did the Ledger say would cut eight hundred jobs before the winter?",
      PUBLISHERS,
    );
    expect(parts.map(({ publisher }) => publisher)).toEqual(['The Ledger', 'City Wire - Markets']);
  });

  it('gives clauses before the first outlet to every outlet', () => {
    const parts = splitByOutlets(
      'Which minister, who opened the new tunnel, was praised by the Harbour Post for honesty, and was accused of vanity by the Ledger in the same week?',
      PUBLISHERS,
    );
    for (const { topic } of parts) expect(topic).toContain('opened the new tunnel');
  });

  it('leaves short questions alone, for they may ask what the outlet itself says', () => {
    expect(splitByOutlets('What did the Harbour Post say about the terminal?', PUBLISHERS)).toEqual([]);
  });

  it('takes a common word for an outlet only when it is written as a name', () => {
    expect(
      splitByOutlets(
        'How much of his fortune did the shipowner put into the terminal before the bank asked him to pay back the loan in full?',
        PUBLISHERS,
      ),
    ).toEqual([]);
  });

  it('takes signs in a publisher’s name as they are', () => {
    const parts = splitByOutlets(
      'Does the C++ (Weekly) article say that the committee put off the vote on the new library for strings until the spring meeting?',
      ['C++ (Weekly)'],
    );
    expect(parts).toHaveLength(1);
  });
});
