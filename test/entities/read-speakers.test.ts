import { describe, expect, it } from 'vitest';
import type { SpeakerIdentity } from '../../src/core/statement.ts';
import { readSpeakers } from '../../src/entities/read-speakers.ts';
import { makeDocument } from '../support/fake-desk.ts';

function speakersOf(text: string, said: readonly (readonly [string, SpeakerIdentity, string?])[], id = 'd1') {
  const document = makeDocument({ id, title: 'T', titleGivenByDesk: false, fileName: `${id}.txt`, text, said });
  return readSpeakers(document);
}

describe('who speaks in a document', () => {
  it('counts one entry for each way of naming, with the words to find it by', () => {
    const { entries } = speakersOf('Chips are dear. Chips are scarce.', [
      ['Chips are dear.', { name: 'Ada Holm', role: 'CEO', organisation: 'Nebulo' }],
      ['Chips are scarce.', { name: 'Ada Holm', role: 'CEO', organisation: 'Nebulo' }],
    ]);
    expect(entries).toMatchObject([{ key: 'ada holm', kind: 'person', statements: 2 }]);
    expect(entries[0]?.words).toEqual(expect.arrayContaining(['ada', 'holm', 'ceo', 'nebulo']));
  });

  it('keeps a single word that may be a surname to its document, and a body to all of them', () => {
    const text = 'Chips are dear, Holm said. The rules are clear, analysts at Nebulo said.';
    const { entries } = speakersOf(text, [
      ['Chips are dear', { name: 'Holm' }],
      ['The rules are clear', { name: 'Nebulo' }],
    ]);
    expect(entries.map(({ key }) => key)).toEqual(['holm@d1', 'nebulo']);
  });

  it('puts an abbreviation under the long form that the document explains', () => {
    const text = 'The Harbour Board of Trade (HBT) met. Ports are full, the HBT said.';
    const { entries, links } = speakersOf(text, [['Ports are full', { name: 'HBT' }]]);
    expect(entries[0]).toMatchObject({ key: 'harbour board of trade', kind: 'body', name: 'HBT' });
    expect(links).toContainEqual({ from: 'hbt', to: 'harbour board of trade' });
  });

  it('ties a post that one person holds to its holder, and no other', () => {
    const { links } = speakersOf('Chips are dear. Rules are clear.', [
      ['Chips are dear.', { name: 'Ada Holm', role: 'Founder and CEO', organisation: 'Nebulo Systems' }],
      ['Rules are clear.', { name: 'Jo March', role: 'analyst', organisation: 'Nebulo Systems' }],
    ]);
    expect(links).toContainEqual({ from: 'nebulo systems/ceo', to: 'ada holm' });
    expect(links.filter(({ to }) => to === 'jo march')).toEqual([]);
  });

  it('counts a post without a name under the post, and nobody in particular under none', () => {
    const { entries } = speakersOf('Chips are dear. Rules are clear.', [
      ['Chips are dear.', { role: 'Chief Executive', organisation: 'Nebulo Systems' }],
      ['Rules are clear.', { role: 'minister' }],
    ]);
    expect(entries.map(({ key }) => key)).toEqual(['nebulo systems/ceo', '/minister']);
  });

  it('says nothing of a document without statements', () => {
    expect(speakersOf('The Harbour Board of Trade (HBT) met.', [])).toEqual({ entries: [], links: [] });
  });
});
