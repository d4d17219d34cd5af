import { describe, expect, it } from 'vitest';
import type { ConversationTurn } from '../../src/core/ports.ts';
import { makeAnswerer } from '../support/make-answerer.ts';
import { makeStoredDocument } from '../support/make-document.ts';

// The clock of makeAnswerer stands at 18 June 2026, a Thursday.
const HARBOUR_2025 = makeStoredDocument({
  id: 'harbour-2025',
  title: 'Harbour plan presented',
  publisher: 'Coast Courier',
  published: '2025-03-02',
  text: 'The city of Marlow presented its harbour plan on Sunday. The harbour will cost €40 million, mayor Ada Brook said. "We will pay for it out of our own pocket," Brook told the Coast Courier.',
});
const HARBOUR_MAY = makeStoredDocument({
  id: 'harbour-may',
  title: 'Harbour gets dearer',
  publisher: 'North Bulletin',
  published: '2026-05-20',
  text: 'The harbour will now cost €55 million, according to a report of the city of Marlow. Engineer Tom Reed said that the sea wall needs deeper foundations. The works began in April 2026.',
});
const HARBOUR_JUNE = makeStoredDocument({
  id: 'harbour-june',
  title: 'Council votes on the harbour',
  publisher: 'Coast Courier',
  published: '2026-06-17',
  text: 'The council of Marlow approved the harbour on Wednesday. The harbour will cost €61 million, the council said. Union leader Jane Moss warned that the harbour would swallow the money for schools. Three firms are to build it: Kell Marine, Dryden Works and Otto Bau.',
});
const UNDATED = makeStoredDocument({
  id: 'harbour-undated',
  title: 'A word on the harbour',
  text: 'The harbour will cost a great deal of money, about €70 million, a leaflet of residents claims.',
});
const FERRIES = makeStoredDocument({
  id: 'ferries',
  title: 'Ferry lines',
  publisher: 'North Bulletin',
  published: '2026-02-11',
  text: 'Norline bought two ferries in 2024. In March 2025 Norline sold its oldest ferry. Skyferry opened a line to Aberdale last week. The ferry fair SeaTech took place on 5 February 2026 in Aberdale.',
});
const ALL = [HARBOUR_2025, HARBOUR_MAY, HARBOUR_JUNE, UNDATED, FERRIES];
const { ask } = makeAnswerer(ALL);
const cited = (answer: Awaited<ReturnType<typeof ask>>) => answer.citations.map(({ document }) => document);

describe('a question about a time', () => {
  it.each([
    ['What will the harbour cost, as of the latest news?', 'harbour-june'],
    ['How much will the harbour cost in 2025?', 'harbour-2025'],
    ['How much did the harbour cost last year?', 'harbour-2025'],
    ['How much will the harbour cost in May 2026?', 'harbour-may'],
    ['How much will the harbour cost, between April and May 2026?', 'harbour-may'],
    ['What did the council say yesterday about the cost of the harbour?', 'harbour-june'],
    ['How much will the harbour cost in Q2 2026?', 'harbour-june'],
    ['What did Norline sell in March 2025?', 'ferries'],
  ])('is answered from a source of that time: %s', async (question, document) => {
    const answer = await ask(question);
    expect(answer.status).toBe('answered');
    expect(cited(answer)).toContain(document);
    for (const other of cited(answer).filter((id) => id !== document))
      expect(['harbour-may', 'harbour-june']).toContain(other);
  });

  it('says the date of the newest source', async () => {
    const answer = await ask('What is the latest on the cost of the harbour?');
    expect(cited(answer)).toEqual(['harbour-june']);
    expect(answer.text).toContain('2026-06-17');
    expect(answer.newest).toBe('2026-06-17');
  });

  it('refuses what the sources tell only of another time, and shows that with its date', async () => {
    const answer = await ask('How much did the harbour cost in 2019?');
    expect(answer.status).toBe('not_found');
    expect(answer.text).toContain('“in 2019”');
    expect(answer.related.length).toBeGreaterThan(0);
    expect(answer.text.split('\n')[0]).toMatch(/of another time: .*\b202[56]-\d{2}-\d{2}/);
  });

  it('takes an undated source for nothing but the dates that it tells itself', async () => {
    const { ask: askUndated } = makeAnswerer([UNDATED]);
    expect((await askUndated('How much will the harbour cost?')).status).toBe('answered');
    expect((await askUndated('How much will the harbour cost in June 2026?')).status).toBe('not_found');
    const told = makeStoredDocument({ id: 'told', text: 'In June 2026 the harbour cost €70 million, a leaflet says.' });
    expect((await makeAnswerer([told]).ask('How much did the harbour cost in June 2026?')).status).toBe('answered');
  });

  it('tells what the sources of a period open with when nothing else is asked', async () => {
    const answer = await ask('What happened in June 2026?');
    expect(answer.status).toBe('answered');
    expect(cited(answer)).toEqual(['harbour-june']);
  });

  it('dates an event from the sources', async () => {
    const answer = await ask('How much will the harbour cost after SeaTech?');
    expect(answer.status).toBe('answered');
    expect(cited(answer)).not.toContain('harbour-2025');
    expect(answer.text).toContain('The sources date SeaTech: 5 February 2026.');
    const before = await ask('How much will the harbour cost before SeaTech?');
    expect(cited(before)).toEqual(['harbour-2025']);
  });
});

describe('a question for a list', () => {
  it('gets every item with its sentence, none twice', async () => {
    const towns = makeStoredDocument({
      id: 'towns',
      text: 'The town of Belford banned diesel buses. Rents rose in spring. The town of Carwick banned diesel buses too. Later the town of Dunmore banned diesel buses as well. The town of Belford banned diesel buses, as was said. Bakers complained about flour.',
    });
    const answer = await makeAnswerer([towns]).ask('Which towns banned diesel buses?');
    expect(answer.citations.map(({ quote }) => quote)).toEqual([
      'The town of Belford banned diesel buses.',
      'The town of Carwick banned diesel buses too.',
      'Later the town of Dunmore banned diesel buses as well.',
    ]);
  });

  it('is answered by one sentence that lists them all', async () => {
    const answer = await ask('Which firms are to build the harbour?');
    expect(answer.citations.map(({ quote }) => quote)).toEqual([
      'Three firms are to build it: Kell Marine, Dryden Works and Otto Bau.',
    ]);
  });

  it('brings the points under the sentence that announces them', async () => {
    const law = makeStoredDocument({
      id: 'law',
      text: 'The new law names three duties of providers:\n- Providers must publish their prices.\n- They must keep logs for a year.\n- They must name a contact.\n\nThe weather was fine.',
    });
    const answer = await makeAnswerer([law]).ask('What are the duties of providers under the new law?');
    expect(answer.citations).toHaveLength(4);
    expect(answer.text).toContain('name a contact');
    expect(answer.text).not.toContain('weather');
  });
});

describe('a comparison', () => {
  it('sets both sides under their names', async () => {
    const answer = await ask('How do Ada Brook and Jane Moss differ on the harbour?');
    const speakers = answer.citations.map(({ speaker }) => speaker?.name);
    expect(speakers).toContain('Ada Brook');
    expect(speakers).toContain('Jane Moss');
  });

  it('tells one side and says plainly that the other is silent', async () => {
    const answer = await ask('Compare what Jane Moss and Olaf Nobody said about the harbour');
    expect(answer.status).toBe('answered');
    expect(answer.citations.map(({ speaker }) => speaker?.name)).toEqual(['Jane Moss']);
    expect(answer.text).toContain('No statement by “Olaf Nobody”');
  });

  it('refuses when both sides are silent', async () => {
    expect((await ask('How do Olaf Nobody and Nina Nowhere differ on the harbour?')).status).toBe('not_found');
  });

  it('sets the sources beside each other when they are asked about as a whole', async () => {
    const answer = await ask('Do the sources agree on the cost of the harbour?');
    expect(new Set(cited(answer)).size).toBeGreaterThan(1);
  });

  it('says so when only one source speaks to it', async () => {
    const answer = await ask('Is there disagreement about the deeper foundations of the sea wall?');
    expect(cited(answer)).toEqual(['harbour-may']);
    expect(answer.text).toContain('Only one of the sources');
  });
});

describe('two questions in one', () => {
  it('are both answered', async () => {
    const answer = await ask('Who are to build the harbour and what did Jane Moss warn of?');
    expect(answer.text).toContain('Kell Marine');
    expect(answer.text).toContain('swallow the money');
  });

  it('name the part that the sources do not answer', async () => {
    const answer = await ask('How much will the harbour cost and who pays for the zoo in Belford?');
    expect(answer.status).toBe('answered');
    expect(answer.text).toContain('The sources do not answer “who pays for the zoo in Belford?”.');
  });

  it('are refused when neither is answered', async () => {
    const answer = await ask('Who painted the ceiling and when did the violinist retire?');
    expect(answer.status).toBe('not_found');
  });
});

describe('a follow-up', () => {
  const asked = (question: string): ConversationTurn[] => [{ question, speakers: [], quotes: [] }];

  it('is answered as the full question, which is shown', async () => {
    const answer = await ask('and Jane Moss?', asked('What did Tom Reed say about the harbour?'));
    expect(answer).toMatchObject({
      question: 'and Jane Moss?',
      understoodAs: 'What did Jane Moss say about the harbour?',
      status: 'answered',
    });
    expect(answer.text.startsWith('Understood as: “What did Jane Moss say about the harbour?”')).toBe(true);
    expect(answer.citations[0]?.speaker?.name).toBe('Jane Moss');
  });

  it('of time is answered from the sources of that time', async () => {
    const answer = await ask('and in 2025?', asked('How much will the harbour cost?'));
    expect(answer.understoodAs).toBe('How much will the harbour cost in 2025?');
    expect(cited(answer)).toEqual(['harbour-2025']);
  });

  it('is refused plainly where its full question is not answered', async () => {
    const answer = await ask('what did he say about opera?', [
      { question: 'Who is Tom Reed?', speakers: ['Tom Reed'], quotes: [] },
    ]);
    expect(answer).toMatchObject({ status: 'not_found', understoodAs: 'What did Tom Reed say about opera?' });
  });

  it('without anything before it is a question by itself', async () => {
    expect((await ask('and Jane Moss?')).understoodAs).toBeUndefined();
  });
});

describe('how people type', () => {
  it.each([
    ['jane mos harbour', 'swallow the money'],
    ['what did jane mosss say about the harbor', 'swallow the money'],
    ['I wonder whether the council approved the harbour', 'approved the harbour'],
    ['can you check if the council approved the harbour, please?', 'approved the harbour'],
    ['is it true that the council of Marlow approved the harbour?', 'approved the harbour'],
    ['wat will the harbour cost', '€'],
    ['harbour cost', '€'],
    ['tell me more about the sea wall', 'deeper foundations'],
    ['any news on the harbour?', 'approved the harbour'],
  ])('%s', async (question, words) => {
    const answer = await ask(question);
    expect(answer.status).toBe('answered');
    expect(answer.text).toContain(words);
  });

  it.each([
    'Why did the council of Marlow reject the harbour?',
    'When did Norline sell the harbour?',
    'How much did Norline pay for Skyferry?',
  ])('is refused when it takes for granted what nobody said: %s', async (question) => {
    expect((await ask(question)).status).toBe('not_found');
  });
});
