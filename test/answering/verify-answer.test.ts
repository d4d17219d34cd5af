import { describe, expect, it } from 'vitest';
import { citeClaim, type Draft, draftAnswer, renderDraft } from '../../src/answering/compose-answer.ts';
import type { Claim } from '../../src/answering/find-claims.ts';
import { readDocument } from '../../src/answering/read-document.ts';
import { refuse } from '../../src/answering/refuse.ts';
import { findFaults } from '../../src/answering/verify-answer.ts';
import type { Answer, Citation } from '../../src/core/answer.ts';
import { parseQuestion } from '../../src/retrieval/parse-question.ts';
import { makeStoredDocument } from '../support/make-document.ts';

const document = makeStoredDocument({
  id: 'dam',
  publisher: 'River Post',
  attribution: 'River Post, all rights',
  text: 'Ada Holm, chief engineer at Vale Power, said that the dam is safe. She warned that the gates need repair.',
});
const documents = new Map([[document.id, document]]);

function makeAnswer(
  change: { citation?: Partial<Citation>; answer?: Partial<Answer>; draft?: (draft: Draft) => Draft } = {},
) {
  const read = readDocument(document);
  const claims = read.sentences.map(
    (sentence): Claim => ({ read, sentence, statement: sentence.statements[0], score: 1 }),
  );
  const made = draftAnswer(claims, () => []);
  const changed: Draft = {
    ...made,
    citations: made.citations.map((citation, at) => (at === 0 ? { ...citation, ...change.citation } : citation)),
  };
  const draft = change.draft?.(changed) ?? changed;
  const answer: Answer = {
    question: 'Is it safe?',
    status: 'answered',
    ...renderDraft(draft, new Set()),
    citations: draft.citations,
    related: [],
    conflicts: draft.conflicts,
    mode: 'extractive',
    tookMs: 1,
    ...change.answer,
  };
  return findFaults(answer, draft, documents);
}

describe('the checks of an answer', () => {
  it('find nothing wrong with a sound one', () => {
    expect(makeAnswer()).toEqual([]);
  });

  it.each<[string, Parameters<typeof makeAnswer>[0]]>([
    ['a quotation that was altered', { citation: { quote: 'The dam is not safe.' } }],
    ['a span that is off by one', { citation: { start: 1 } }],
    ['a document that is not there', { citation: { document: 'other' } }],
    ['a credit that is not the demanded one', { citation: { attribution: 'River Post' } }],
    ['an empty credit', { citation: { attribution: ' ' } }],
    ['a speaker who does not speak there', { citation: { speaker: { name: 'Ben Cole' } } }],
    ['a role that the document does not give', { citation: { speaker: { name: 'Ada Holm', role: 'minister' } } }],
    ['an outlet that the document does not name', { citation: { via: 'Reuters' } }],
    ['a credit that the text does not show', { answer: { text: 'The dam is safe. [1]' } }],
    ['a sentence that differs from its pieces', { answer: { sentences: [{ text: 'All is well.', citations: [1] }] } }],
    ['an answer without a sentence', { answer: { sentences: [] }, draft: (draft) => ({ ...draft, sentences: [] }) }],
    ['another title than the document has', { citation: { title: 'The dam breaks' } }],
    ['another date than the document has', { citation: { published: '2031-01-01' } }],
    ['another publisher than the document has', { citation: { publisher: 'Vale Times' } }],
    ['an outlet where nobody speaks', { citation: { speaker: undefined, via: 'Reuters' } }],
    ['a reason why there is no answer', { answer: { reason: 'nothing' } }],
    ['a conflict about what nobody names', { answer: { conflicts: [{ about: 'the Ghent hall', citations: [1, 2] }] } }],
    ['a conflict with one side', { answer: { conflicts: [{ about: 'safety', citations: [1] }] } }],
    [
      'a sentence without a citation',
      { draft: (draft) => ({ ...draft, sentences: draft.sentences.map((one) => ({ ...one, citations: [] })) }) },
    ],
    [
      'an explanation with a name that the source does not have',
      {
        draft: (draft) => ({
          ...draft,
          sentences: draft.sentences.map((one) => ({
            ...one,
            parts: [{ kind: 'note', text: '[Ben Cole:] ' }, ...one.parts],
          })),
        }),
      },
    ],
    [
      'words of the desk passed off as quotation',
      {
        draft: (draft) => ({
          ...draft,
          sentences: draft.sentences.map((one) => ({
            ...one,
            parts: [...one.parts, { kind: 'quote', text: ' Indeed.' }],
          })),
        }),
      },
    ],
  ])('find %s', (_name, change) => {
    expect(makeAnswer(change).length).toBeGreaterThan(0);
  });

  it('hold for related material too', () => {
    const read = readDocument(document);
    const [sentence] = read.sentences;
    if (sentence === undefined) throw new Error('the document has no sentence');
    const related = { ...citeClaim({ read, sentence, score: 1 }, 1), quote: 'made up' };
    expect(makeAnswer({ answer: { related: [related] } }).join()).toContain('not verbatim');
  });
});

describe('the checks of a refusal', () => {
  const read = readDocument(document);
  const related = read.sentences.map((sentence, at) =>
    citeClaim({ read, sentence, statement: sentence.statements[0], score: 1 }, at + 1),
  );

  function faultsOf(change: Partial<Answer> = {}, spoken: (text: string) => string = (text) => text): string[] {
    const made = refuse({
      question: parseQuestion('What did Ada Holm say about ferries?', undefined),
      refusal: { kind: 'speaker_silent', speaker: 'Ada Holm', topic: 'ferries' },
      documents: 1_234,
      related,
      titlesByDesk: new Set(),
      tookMs: 1,
    });
    const answer = { ...made, text: spoken(made.text), ...change };
    return findFaults(answer, { sentences: [], citations: [], conflicts: [] }, documents);
  }

  it('find nothing wrong with a sound one', () => {
    expect(faultsOf()).toEqual([]);
  });

  it.each<[string, Partial<Answer>, ((text: string) => string)?]>([
    ['a name that no source has', {}, (text) => text.replace(/^/, 'So does Ulla Quint. ')],
    ['a number that no source has', {}, (text) => text.replace('these sources', 'all 77 sources')],
    ['related words that were altered on the way to the page', {}, (text) => text.replace('is safe', 'is not safe')],
    ['a sentence given as an answer', { sentences: [{ text: 'The dam is safe.', citations: [1] }] }],
    [
      "words of nobody given as the speaker's",
      { related: related.map((citation) => ({ ...citation, speaker: undefined, via: undefined })) },
    ],
    ["somebody else's words", { related: related.map((citation) => ({ ...citation, speaker: { name: 'Ben Cole' } })) }],
  ])('find %s', (_name, change, spoken) => {
    expect(faultsOf(change, spoken).length).toBeGreaterThan(0);
  });
});
