import { describe, expect, it } from 'vitest';
import { changeNumbers, generateCorpus } from './generate-corpus.ts';
import { askAbout, generateQuestions } from './generate-questions.ts';
import { createRandom } from './random.ts';
import { cutTexts } from './source-texts.ts';

/** Short invented news, with paragraphs and without, and one in capitals as old collections have them. */
const TEXTS = [
  Array.from(
    { length: 40 },
    (_, index) =>
      `On Monday the mayor Hilda Brandt met ${120 + index} farmers. “It works,” said Brandt about harvest prices.`,
  ).join('\n\n'),
  Array.from(
    { length: 60 },
    (_, index) => `In 1998 the port of Quillhaven shipped ${3000 + index} crates to Arne.`,
  ).join(' '),
  'THE KING OF ZEMBLA SPOKE . HE ASKED THE PEOPLE FOR BREAD . THE PEOPLE CAME . THE KING LEFT .',
];
const texts = cutTexts(TEXTS);
const generate = (count: number, seed = 7) => [...generateCorpus({ texts, count, seed })];

describe('source texts', () => {
  it('are cut at paragraphs, and by sentences where there are none', () => {
    expect(texts[0]?.blocks).toHaveLength(40);
    expect(texts[1]?.blocks).toHaveLength(20);
  });

  it('know the names in the middle of sentences', () => {
    expect(texts[0]?.names).toContain('Brandt');
    expect(texts[1]?.names).toContain('Quillhaven');
    expect(texts[0]?.names.has('On')).toBe(false);
  });

  it('in capitals become sentences, rare words their names', () => {
    const [first] =
      cutTexts(['THE KING CAME . THE KING LEFT ZEMBLA .', 'THE KING SAT .', 'THE KING .'])[0]?.blocks ?? [];
    expect(first).toBe('The king Came. The king Left Zembla.');
  });
});

describe('generated documents', () => {
  it('are the same for the same seed, and other for another', () => {
    expect(generate(5)).toEqual(generate(5));
    expect(generate(5)).not.toEqual(generate(5, 8));
  });

  it('of a small corpus begin a large one', () => {
    expect(generate(20).slice(0, 5)).toEqual(generate(5));
  });

  it('have about 500 words, ids of their own, and ISO dates', () => {
    const documents = generate(30);
    for (const { text, published } of documents) {
      const words = text.split(/\s+/).length;
      expect(words).toBeGreaterThanOrEqual(500);
      expect(words).toBeLessThan(800);
      expect(published).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
    expect(new Set(documents.map(({ id }) => id)).size).toBe(30);
  });

  it('keep no name of the sources, and use one new name for one old within a document', () => {
    const documents = generate(30);
    for (const { text } of documents) expect(text).not.toMatch(/Brandt|Quillhaven|Hilda/);
    const first = documents[0]?.text ?? '';
    const met = new Set([...first.matchAll(/mayor \w+ (\w+) met/g)].map((match) => match[1]));
    const said = new Set([...first.matchAll(/said (\w+) about/g)].map((match) => match[1]));
    expect(met.size).toBe(1);
    expect(said).toEqual(met);
  });

  it('never repeat the paragraphs of another document word for word', () => {
    const documents = generate(12);
    const texts = documents.map(({ text }) => text);
    expect(new Set(texts.flatMap((text) => text.split('\n\n').slice(0, 1))).size).toBe(12);
  });
});

it('changes the digits of numbers, not how many there are, and leaves years years', () => {
  const changed = changeNumbers('12 of 3,456 in 1998 and 7.5 %', createRandom(3));
  expect(changed).toMatch(/^[1-9]\d of [1-9],[1-9]\d\d in (?:199\d|20[0-2]\d) and [1-9]\.[1-9] %$/);
  expect(changed).not.toBe('12 of 3,456 in 1998 and 7.5 %');
});

describe('generated questions', () => {
  it('take their kinds in turn and are the same for the same seed', () => {
    const options = { texts: generate(10).map(({ text }) => text), count: 12, seed: 1 };
    const questions = generateQuestions(options);
    expect(generateQuestions(options)).toEqual(questions);
    expect(questions).toHaveLength(12);
    expect(questions.filter(({ kind }) => kind === 'who-said').length).toBeGreaterThan(0);
  });

  it('ask for what the sentence holds, and nothing of a sentence that holds it not', () => {
    const random = createRandom(1);
    expect(askAbout('who-said', 'Mara Lind said bread prices fall.', random)).toBe(
      'What did Mara Lind say about bread prices?',
    );
    expect(askAbout('who-said', 'He said bread prices fall.', random)).toBeUndefined();
    expect(askAbout('number', 'They lost 40 million crates before winter began.', random)).toMatch(
      /^How many crates before for (?:winter began|million winter)\?$/,
    );
    expect(askAbout('number', 'They lost crates before winter.', random)).toBeUndefined();
  });
});
