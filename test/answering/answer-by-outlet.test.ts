import { describe, expect, it } from 'vitest';
import { makeAnswerer } from '../support/make-answerer.ts';
import { makeStoredDocument } from '../support/make-document.ts';

const post = makeStoredDocument({
  id: 'post',
  title: 'Terminal to close',
  publisher: 'Harbour Post',
  text: 'The port of Lindvik will close its grain terminal in March. Ship owners were told on Monday. The cranes are forty years old.',
});
const ledger = makeStoredDocument({
  id: 'ledger',
  title: 'Buyer found',
  publisher: 'The Ledger',
  text: 'A Danish group has offered to buy the grain terminal of Lindvik for nine million euros. Talks began in autumn.',
});
const other = makeStoredDocument({
  id: 'other',
  title: 'Weather',
  publisher: 'Coast Radio',
  text: 'Storms are expected along the coast. Schools in Lindvik stay open.',
});

describe('a question that sets the texts of outlets beside each other', () => {
  it('is answered with a sentence of each, credited to each', async () => {
    const { ask } = makeAnswerer([post, ledger, other]);
    const answer = await ask(
      'Does the Harbour Post article say that the port will close its grain terminal in March, while The Ledger reports that a Danish group has offered to buy the terminal?',
    );
    expect(answer.status).toBe('answered');
    expect(answer.citations.map(({ document }) => document)).toEqual(['post', 'ledger']);
    expect(answer.citations[0]?.quote).toBe('The port of Lindvik will close its grain terminal in March.');
    expect(answer.citations[1]?.quote).toContain('A Danish group has offered');
  });

  it('cites no other outlet, however near its words are', async () => {
    const { ask } = makeAnswerer([post, ledger, other]);
    const answer = await ask(
      'Which port, according to Coast Radio, will close its grain terminal in March after ship owners were told on Monday that the cranes are forty years old?',
    );
    for (const { document } of answer.citations) expect(document).toBe('other');
  });

  it('is refused where none of the outlets’ texts speaks to its part', async () => {
    const { ask } = makeAnswerer([post, ledger, other]);
    const answer = await ask(
      'Considering the Harbour Post review of the opera season and the interview in The Ledger with its conductor, which singer was praised in both for her voice?',
    );
    expect(answer.status).toBe('not_found');
  });
});
