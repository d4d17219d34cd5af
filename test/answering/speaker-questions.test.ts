import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/core/answer.ts';
import { withOpenDesk, withTemporaryFolder } from '../support/open-test-desk.ts';
import { writeFiles } from '../support/write-files.ts';

const front = (title: string, publisher: string, published: string) =>
  `---\ntitle: ${title}\npublisher: ${publisher}\npublished: ${published}\n---\n`;

const FILES = {
  'launch.md': `${front('Nebulo launches', 'Port Gazette', '2026-05-02')}
Nebulo will open a data centre in Ghent, said Ada Holm, chief executive of Nebulo. "Chips have become dear," Holm said.
Mira Tallis, senior analyst at Lodestar Research, warned that the data centre will strain the grid.
Elias Brandt, principal analyst at Fenwick Advisory, said that the plan is too small. Brandt added that the plan lacks money.
The city council of Ghent welcomed the plan. Pia Noor, the mayor, was in the hall.`,
  'reply.md': `${front('Nebulo replies', 'Quay Daily', '2026-06-10')}
"Chip prices will fall next year," Ada Holm told Reuters. Ms Holm added that the hall in Ghent is on time.
Mira Tallis, senior analyst at Lodestar Research, said that the plan needs a second supplier.`,
  'port.md': `${front('Port news', 'Harbour Times', '2026-04-01')}
The Harbour Board of Trade (HBT) said that the port needs more power.
Jo March, the transport minister, said that ferries will be free for students.`,
  'rivals.md': `${front('Kelpworks grows', 'Harbour Times', '2026-04-09')}
Kelpworks hired twenty engineers, its founder Sam Reed said. The firm makes seaweed paper.`,
};

async function ask(questions: readonly string[]): Promise<Map<string, Answer>> {
  return withTemporaryFolder(async (folder) => {
    const knowledgeDir = join(folder, 'knowledge');
    await writeFiles(join(knowledgeDir, 'documents'), FILES);
    return withOpenDesk({ dataDir: join(folder, 'data'), knowledgeDir }, async (desk) => {
      await desk.refresh();
      const answers = new Map<string, Answer>();
      for (const question of questions) answers.set(question, await desk.ask(question));
      return answers;
    });
  });
}

const quotesOf = ({ citations }: Answer) => citations.map(({ quote }) => quote).join(' ');

describe('what somebody said', () => {
  const byWhom = [
    'What did Ada Holm say about chips?',
    'what did holm say about chips',
    "What did Nebulo's chief executive say about chips?",
    "what has nebulo's ceo said about chips?",
    'Ada Holm on chips',
    "Holm's view on chips",
    'quotes by Ada Holm about chips',
    'Did Holm comment on chips?',
    'What did Ada Hollm say about chips?',
    'According to Ada Holm, what about chips?',
    'What did Nebulo say about chips?',
  ];

  it('is found by name, surname, post, organisation, in many forms and over documents', async () => {
    const answers = await ask(byWhom);
    for (const [question, answer] of answers) {
      expect({ question, status: answer.status }).toEqual({ question, status: 'answered' });
      expect(answer.citations.map(({ speaker }) => speaker?.name)).toContain('Ada Holm');
      expect(quotesOf(answer)).toMatch(/Chips have become dear|Chip prices will fall/);
    }
  });

  it('to an outlet is only what came through it', async () => {
    const answers = await ask(['What did Ada Holm tell Reuters?', 'what did holm tell reuters about chips']);
    for (const answer of answers.values()) {
      expect(quotesOf(answer)).toContain('Chip prices will fall next year');
      expect(quotesOf(answer)).not.toContain('become dear');
    }
  });

  it('is all of it where all is asked for, newest first', async () => {
    const answers = await ask(['Everything Ada Holm said', 'List all statements by Ada Holm']);
    for (const answer of answers.values()) {
      expect(answer.citations.length).toBeGreaterThanOrEqual(4);
      expect(answer.citations[0]?.document).toBe('reply');
      expect(new Set(answer.citations.map(({ speaker }) => speaker?.name))).toEqual(new Set(['Ada Holm']));
    }
  });

  it('by an organisation holds what its analysts said', async () => {
    const [answer] = (await ask(['What did Lodestar say about the grid?'])).values();
    expect(answer?.citations.map(({ speaker }) => speaker?.name)).toEqual(['Mira Tallis']);
  });
});

describe('lists of speakers', () => {
  it('give one sentence a person, also over documents', async () => {
    const answers = await ask(['Which analysts commented on the plan?', 'What do analysts think of the plan?']);
    const listed = [...answers.values()][0];
    const names = listed?.citations.map(({ speaker }) => speaker?.name) ?? [];
    expect([...names].sort()).toEqual(['Elias Brandt', 'Mira Tallis']);
  });

  it('of outlets give one sentence an outlet', async () => {
    const [answer] = (await ask(['Which outlets quote Ada Holm?'])).values();
    const outlets = answer?.citations.map(({ via, publisher }) => via ?? publisher) ?? [];
    expect(new Set(outlets).size).toBe(outlets.length);
    expect(outlets).toEqual(expect.arrayContaining(['Reuters', 'Port Gazette']));
  });
});

describe('nothing said', () => {
  it('by a speaker on the topic is said plainly, with what the speaker did speak about', async () => {
    const [answer] = (await ask(['What did Ada Holm say about ferries?'])).values();
    expect(answer).toMatchObject({ status: 'not_found', reason: 'speaker_silent', citations: [] });
    expect(answer?.text).toContain('said nothing about “ferries”');
    expect(answer?.text).toContain('What “Ada Holm” did speak about (not an answer)');
    expect(answer?.related.length).toBeGreaterThan(0);
    for (const { speaker } of answer?.related ?? []) expect(speaker?.name).toBe('Ada Holm');
    expect(answer?.text).toContain('2026-06-10');
  });

  it('by somebody who is only named is told apart', async () => {
    const [answer] = (await ask(['What did Pia Noor say about the plan?'])).values();
    expect(answer).toMatchObject({ status: 'not_found', reason: 'speaker_unquoted' });
    expect(answer?.related.map(({ quote }) => quote).join(' ')).toContain('Pia Noor, the mayor');
  });

  it('by somebody unknown is no statement of anybody else', async () => {
    const answers = await ask(['What did Ulla Quint say about the plan?', 'What did Ulla Quint say about chips?']);
    for (const answer of answers.values())
      expect(answer).toMatchObject({ status: 'not_found', reason: 'speaker_unknown' });
  });

  it('about a thing that the speaker never names is not answered with another', async () => {
    const [answer] = (await ask(["What did Elias Brandt say about Kelpworks' plan?"])).values();
    expect(answer?.status).toBe('not_found');
  });
});
