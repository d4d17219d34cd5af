import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentToJson } from '../../../src/adapters/web/render-document.ts';
import { cutExcerpts, entityRecordToJson } from '../../../src/adapters/web/render-speakers.ts';
import { findCitedDocuments, speakerIdOf } from '../../../src/adapters/web/speaker-links.ts';
import type { StoredDocument } from '../../../src/core/ports.ts';
import type { SpeakerIdentity, Statement } from '../../../src/core/statement.ts';
import { makeDocument, pricesAnswer } from '../../support/fake-desk.ts';

const TEXT = [
  'The price will fall, Ada Moor said. She added that demand would double. Nobody else spoke.',
  'The plan is sound, according to Moor.',
].join('\n');

function documentOf(text: string): StoredDocument {
  return makeDocument({ id: 'd', title: 'T', titleGivenByDesk: false, fileName: 'd.txt', text });
}

function said(text: string, words: string, more: Partial<Statement> = {}): Statement {
  const start = text.indexOf(words);
  return { text: words, start, end: start + words.length, kind: 'indirect', carried: false, ...more };
}

function withSpeakers(speakers: readonly (SpeakerIdentity | undefined)[]): StoredDocument {
  const text = speakers.map((_, index) => `Sentence ${index}.`).join(' ');
  const statements = speakers.map((speaker, index) =>
    said(text, `Sentence ${index}.`, {
      speaker: speaker === undefined ? undefined : { ...speaker, text: 'x', start: 0, end: 1 },
    }),
  );
  return { ...documentOf(text), statements };
}

describe('the excerpts of what somebody said', () => {
  it('are the sentences in which the words stand, those that follow each other as one', () => {
    const statements = [
      said(TEXT, 'The plan is sound'),
      said(TEXT, 'demand would double'),
      said(TEXT, 'The price will fall'),
    ];
    const excerpts = cutExcerpts(statements, documentOf(TEXT));
    expect(excerpts.map(({ text }) => text)).toEqual([
      'The price will fall, Ada Moor said. She added that demand would double.',
      'The plan is sound, according to Moor.',
    ]);
    expect(excerpts.map((excerpt) => excerpt.statements.length)).toEqual([2, 1]);
  });

  it('go on over a line break only where the statement is carried on', () => {
    const text = '“One.\nTwo.\nThree.”';
    const parts = [said(text, '“One.'), said(text, 'Two.', { carried: true }), said(text, 'Three.”')];
    expect(cutExcerpts(parts, documentOf(text)).map((excerpt) => excerpt.text)).toEqual(['“One.\nTwo.', 'Three.”']);
  });

  it('are the words alone where the document is no longer at hand', () => {
    const statement = said(TEXT, 'demand would double');
    expect(cutExcerpts([statement], undefined)).toEqual([
      {
        start: statement.start,
        end: statement.end,
        text: 'demand would double',
        isCutBefore: false,
        isCutAfter: false,
        statements: [statement],
      },
    ]);
  });

  it('are the words alone where the document has changed since', () => {
    const document = { ...documentOf(TEXT), statements: [said(TEXT, 'demand would double')] };
    const { text: _text, sentences: _sentences, ...rest } = document;
    const summary = { ...rest, passages: 1, statements: 1 };
    const [statement] = document.statements;
    if (statement === undefined) throw new Error('The document has no statement.');
    const record = {
      entity: { id: 'a', kind: 'person' as const, name: 'A', aliases: [], posts: [], statements: 1, documents: 1 },
      statements: [{ document: summary, statement }],
    };
    const excerptsWith = (now: StoredDocument) =>
      entityRecordToJson(record, new Map([['d', now]])).documents[0]?.excerpts.map(({ text }) => text);
    expect(excerptsWith(document)).toEqual(['She added that demand would double.']);
    expect(excerptsWith({ ...documentOf('Another text of the same id.'), seq: document.seq + 1 })).toEqual([
      'demand would double',
    ]);
  });

  it('leave out what of a very long sentence is far away, and say so', () => {
    const text = `${'before '.repeat(200)}HERE ${'after '.repeat(200)}end.`;
    const [excerpt] = cutExcerpts([said(text, 'HERE')], documentOf(text));
    expect(excerpt).toMatchObject({ isCutBefore: true, isCutAfter: true });
    expect(excerpt?.text.length).toBeLessThan(700);
    expect(excerpt?.text).toMatch(/^before .*HERE .*after$/s);
  });

  it('hold every statement whole, stand in the document as they are, and never overlap', () => {
    const words = fc.constantFrom('one', 'two. ', 'three.\n', ' ', 'four');
    fc.assert(
      fc.property(
        fc.array(words, { minLength: 4, maxLength: 40 }),
        fc.array(fc.tuple(fc.nat(100), fc.nat(40), fc.boolean()), { minLength: 1, maxLength: 8 }),
        (parts, spans) => {
          const text = `x${parts.join('')}x`;
          const statements = spans.map(([from, length, carried]): Statement => {
            const start = from % text.length;
            const end = Math.min(text.length, start + 1 + length);
            return { text: text.slice(start, end), start, end, kind: 'direct', carried };
          });
          const excerpts = cutExcerpts(statements, documentOf(text));
          expect(excerpts.flatMap((excerpt) => excerpt.statements)).toHaveLength(statements.length);
          for (const [index, excerpt] of excerpts.entries()) {
            expect(text.slice(excerpt.start, excerpt.end)).toBe(excerpt.text);
            for (const { start, end } of excerpt.statements) {
              expect(start).toBeGreaterThanOrEqual(excerpt.start);
              expect(end).toBeLessThanOrEqual(excerpt.end);
            }
            expect(excerpt.start).toBeGreaterThanOrEqual(excerpts[index - 1]?.end ?? 0);
          }
        },
      ),
    );
  });
});

describe('the speakers of a document', () => {
  it('come with their counts, most statements first, those not known last, with the fullest of their posts', () => {
    const document = withSpeakers([
      undefined,
      {},
      undefined,
      { name: 'Ada Moor' },
      { name: 'Ada Moor', role: 'Director', organisation: 'Tern' },
      { role: 'analyst', organisation: 'Tern' },
    ]);
    const { speakers, statements } = documentToJson(document, {
      at: 0,
      speakerIds: [undefined, undefined, undefined, 'ada', 'ada', undefined],
    });
    // Each sentence is 11 long, with a space behind it.
    expect(speakers).toEqual([
      { name: 'Ada Moor', role: 'Director', organisation: 'Tern', statements: 2, first: 3 * 12, speakerId: 'ada' },
      { name: null, role: 'analyst', organisation: 'Tern', statements: 1, first: 5 * 12, speakerId: null },
      { name: null, role: null, organisation: null, statements: 3, first: 0, speakerId: null },
    ]);
    expect(statements.map(({ voice }) => voice)).toEqual([2, 2, 2, 0, 0, 1]);
  });

  it('are one where the desk knows two names for one person, and two where it knows two persons of one name', () => {
    const names = [{ name: 'Moor' }, { name: 'Ada Moor' }, { name: 'Moor' }];
    const { speakers } = documentToJson(withSpeakers(names), { at: 0, speakerIds: ['ada', 'ada', 'bea'] });
    expect(speakers.map(({ name, statements, speakerId }) => [name, statements, speakerId])).toEqual([
      ['Ada Moor', 2, 'ada'],
      ['Moor', 1, 'bea'],
    ]);
  });
});

describe('the page of who is cited', () => {
  const citationOf = (document: StoredDocument, span: { start: number; end: number }, speaker?: SpeakerIdentity) => ({
    n: 1,
    document: document.id,
    title: document.title,
    attribution: 'Tern',
    quote: document.text.slice(span.start, span.end),
    ...span,
    speaker,
  });
  const moor = { name: 'Ada Moor' };
  const document = withSpeakers([moor, { name: 'Bea Lund' }, moor]);
  const [first = { start: 0, end: 0 }, second = { start: 0, end: 0 }] = document.statements;

  it('is that of the speaker under the quotation', () => {
    const speakerIds = ['ada', 'bea', 'another-ada'];
    expect(speakerIdOf(citationOf(document, first, moor), { document, speakerIds })).toBe('ada');
    const both = { start: first.start, end: second.end };
    expect(speakerIdOf(citationOf(document, both, { name: 'Bea Lund' }), { document, speakerIds })).toBe('bea');
  });

  it('is none where nobody speaks, the desk knows nobody, the words moved, or two persons share them', () => {
    const speakerIds = ['ada', undefined, 'another-ada'];
    const idOf = (span: { start: number; end: number }, speaker?: SpeakerIdentity) =>
      speakerIdOf(citationOf(document, span, speaker), { document, speakerIds });
    expect(idOf(first)).toBeNull();
    expect(idOf(second, { name: 'Bea Lund' })).toBeNull();
    expect(idOf(second, moor)).toBeNull();
    expect(idOf({ start: 0, end: document.text.length }, moor)).toBeNull();
  });

  it('asks for each cited document once, and does without those that are gone', async () => {
    const asked: string[] = [];
    const desk = {
      findDocument: async (id: string) => {
        asked.push(id);
        return id === 'd' ? document : undefined;
      },
      identifySpeakers: async () => ['ada', 'bea', 'ada'],
    };
    const cited = [citationOf(document, first, moor), citationOf(document, second), citationOf(document, first)];
    const answer = {
      ...pricesAnswer(),
      citations: cited,
      related: [{ ...citationOf(document, first), document: 'gone' }],
    };
    const found = await findCitedDocuments(desk, answer);
    expect(asked).toEqual(['d', 'gone']);
    expect([...found.keys()]).toEqual(['d']);
  });
});
