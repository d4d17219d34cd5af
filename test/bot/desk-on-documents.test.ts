import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenDesk, openDesk } from '../../src/app.ts';
import type { Citation } from '../../src/core/answer.ts';
import type { Message, Reply } from '../../src/core/message.ts';
import { DEFAULT_PLACE_SETTINGS, type PlaceSettings } from '../../src/core/platform.ts';
import { silentLogger } from '../support/open-test-desk.ts';
import { writeFiles } from '../support/write-files.ts';

const NOW = new Date('2026-06-18T15:00:00Z');

const QUAY = `---
id: quay-fees
title: Varn raises its port fees
publisher: The Quay
published: 2026-06-18
---
The port of Varn raised its fees for container ships by 12 percent on Monday. Ada Quill, director of the port of Varn, said the money would pay for shore power.

"Every berth will have shore power by 2029," Quill said. The last increase was six years ago.
`;
const LEDGER = `---
id: ledger-fees
title: Shipowners object to Varn
publisher: Harbour Ledger
published: 2026-06-17
---
The shipowners of the coast object to the new fees of the port of Varn. Tomas Brandt, chairman of the Coastal Shipowners, said the fees would drive container ships to Osk.

Ada Quill, director of the port of Varn, told the Harbour Ledger that the pilots of Varn are paid badly.
`;
const CHIPS = `---
id: chip-plant
title: A chip plant for Osk
publisher: The Quay
published: 2026-06-18
---
The government of Osk approved a chip plant with 900 jobs on Thursday. Construction of the chip plant begins in March, the ministry of industry said.
`;

let folder: string;
let open: OpenDesk;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'desk-places-'));
  await writeFiles(join(folder, 'knowledge', 'documents'), { 'quay.md': QUAY, 'ledger.md': LEDGER, 'chips.md': CHIPS });
  open = await openDesk({
    dataDir: join(folder, 'data'),
    knowledgeDir: join(folder, 'knowledge'),
    logger: silentLogger,
    clock: { now: () => NOW, monotonicMs: () => performance.now() },
  });
  await open.refresh();
});
afterAll(async () => {
  await open.close();
  await rm(folder, { recursive: true, force: true });
});

let sent = 0;
async function ask(text: string, settings: Partial<PlaceSettings> = {}): Promise<Reply> {
  const place = `T1:C${++sent}`;
  const changed = { ...DEFAULT_PLACE_SETTINGS, ...settings };
  await open.services.changeSettings({ platform: 'slack', place, settings: changed, isAdmin: false });
  const message: Message = {
    id: `e${sent}`,
    platform: 'slack',
    conversation: `${place}:thread`,
    text,
    receivedAt: NOW,
    person: 'T1:U1',
    place,
  };
  return open.desk.handleMessage(message);
}

/** What a reply cites, each checked against its document word for word. */
async function citedBy(reply: Reply): Promise<Citation[]> {
  const citations =
    reply.kind === 'answer'
      ? [...reply.answer.citations, ...reply.answer.related]
      : reply.kind === 'summary'
        ? reply.summary.citations
        : reply.kind === 'check'
          ? reply.sources.flatMap((source) => source.citations)
          : reply.kind === 'speaker'
            ? reply.citations
            : [];
  for (const { document, start, end, quote } of citations) {
    const text = (await open.desk.findDocument(document))?.text.slice(start, end);
    expect(text?.replace(/\s+/g, ' ').trim()).toBe(quote);
  }
  return [...citations];
}
const documentsOf = (citations: readonly Citation[]) => [...new Set(citations.map(({ document }) => document))].sort();

describe('a place that answers from some sources', () => {
  const QUESTION = 'Why do the shipowners object to the fees of Varn?';

  it('does not answer from others, and says in how many documents it looked', async () => {
    const everywhere = await ask(QUESTION);
    expect(documentsOf(await citedBy(everywhere))).toContain('ledger-fees');
    const reply = await ask(QUESTION, { sources: ['the quay'] });
    expect(documentsOf(await citedBy(reply))).not.toContain('ledger-fees');
    expect(reply).toMatchObject({ kind: 'answer', answer: { status: 'not_found' } });
    expect(reply.kind === 'answer' && reply.answer.text).toContain('2 documents searched');
  });

  it('hears what a speaker said in its sources, and nothing that the same speaker said elsewhere', async () => {
    const question = 'What did Ada Quill say?';
    expect(documentsOf(await citedBy(await ask(question)))).toEqual(['ledger-fees', 'quay-fees']);
    for (const text of [question, 'who-said Ada Quill']) {
      expect(documentsOf(await citedBy(await ask(text, { sources: ['Harbour Ledger'] })))).toEqual(['ledger-fees']);
      expect(documentsOf(await citedBy(await ask(text, { sources: ['chip-plant'] })))).toEqual([]);
    }
  });

  it('has nothing to answer from where no document is of its sources', async () => {
    const reply = await ask(QUESTION, { sources: ['The Daily Nothing'] });
    expect(reply).toMatchObject({ kind: 'answer', answer: { status: 'not_found', reason: 'no_documents' } });
  });
});

describe('who-said', () => {
  it('gives the statements of a speaker, newest document first, with who said it', async () => {
    const reply = await ask('who-said Quill');
    const citations = await citedBy(reply);
    expect(reply).toMatchObject({ kind: 'speaker', entity: { name: 'Ada Quill' } });
    expect(citations.map(({ document }) => document)).toEqual(
      citations.map(({ document }) => document).toSorted((a, b) => (a === b ? 0 : a === 'quay-fees' ? -1 : 1)),
    );
    expect(citations.every(({ speaker }) => speaker?.name === 'Ada Quill')).toBe(true);
    expect(citations.map(({ quote }) => quote).join(' ')).toContain('Every berth will have shore power by 2029');
  });

  it('answers on a topic', async () => {
    const reply = await ask('who-said Tomas Brandt about container ships');
    expect(documentsOf(await citedBy(reply))).toEqual(['ledger-fees']);
    expect(reply).toMatchObject({ kind: 'answer', answer: { status: 'answered' } });
  });
});

describe('digest', () => {
  it('tells what became known today, or on the day named', async () => {
    expect(documentsOf(await citedBy(await ask('digest')))).toEqual(['chip-plant', 'quay-fees']);
    expect(documentsOf(await citedBy(await ask('digest 2026-06-17')))).toEqual(['ledger-fees']);
    expect(await ask('digest 2026-06-16')).toMatchObject({ kind: 'summary', summary: { sentences: [] } });
  });

  it('keeps to the topics of the place', async () => {
    expect(documentsOf(await citedBy(await ask('digest', { topics: ['chip plant'] })))).toEqual(['chip-plant']);
    expect(documentsOf(await citedBy(await ask('digest', { topics: ['chip plant', 'port fees'] })))).toEqual([
      'chip-plant',
      'quay-fees',
    ]);
    expect(await citedBy(await ask('digest', { topics: ['football'] }))).toEqual([]);
  });
});

describe('check', () => {
  it('shows which sources speak to a text, with their sentences', async () => {
    const reply = await ask(
      'check Heard on the train: the port of Varn raised its fees by 12 percent. A chip plant in Osk was approved. I had soup.',
    );
    const citations = await citedBy(reply);
    expect(documentsOf(citations)).toEqual(expect.arrayContaining(['chip-plant', 'quay-fees']));
    expect(citations.map(({ quote }) => quote)).toContain(
      'The government of Osk approved a chip plant with 900 jobs on Thursday.',
    );
  });

  it('says plainly that none does', async () => {
    for (const text of ['Lunch is at noon in the canteen.', 'Lund built a new opera house in 2031.', 'lol', '😀'])
      expect(await ask(`check ${text}`)).toMatchObject({ kind: 'check', sources: [] });
  });
});
