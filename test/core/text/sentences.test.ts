import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LONGEST_SENTENCE, splitSentences } from '../../../src/core/text/sentences.ts';

function split(text: string): string[] {
  return splitSentences(text).map(({ start, end }) => text.slice(start, end));
}

function kinds(text: string): string[] {
  return splitSentences(text).map(({ kind }) => kind);
}

describe('sentences end where a reader would end them', () => {
  // Each case: the sentences one a line; the text is the lines joined by a space.
  const cases: Record<string, readonly string[]> = {
    'plain full stops': ['The vote is on Tuesday.', 'Nobody expects a surprise.'],
    'question and exclamation marks': ['Who pays for it?', 'Nobody does!', 'That is the point.'],
    'marks in a row': ['You did what?!', 'Say it again.'],
    'initials in a name': ['The book by Jane Q. Porter sold well.', 'A. B. Marsh wrote the preface.'],
    'courtesy titles': ['Mrs. Alder met Dr. Voss and Prof. Lindqvist.', 'Sen. Marsh stayed away.'],
    'country abbreviations before a noun': ['The U.S. export rules changed.', 'The U.K. Treasury agreed.'],
    'country abbreviations at the end': ['The servers stand in the U.S.', 'They were moved last year.'],
    'company suffixes before a verb': ['Nimbus Inc. said profits rose.', 'Corvid Ltd. agreed.'],
    'company suffixes at the end': ['She works for Nimbus Corp.', 'Her brother does not.'],
    'months and numbers': ['The rules of Jan. 5 and Sept. 12 apply.', 'See No. 7 on p. 55.'],
    'decimals, amounts and versions': ['It costs $1.15 billion or €200.50 a seat.', 'Version 2.0.1 fixes that.'],
    'times of day': ['The call began at 9 a.m. Eastern and ended at 11 p.m. on Friday.', 'It was long.'],
    'Latin abbreviations': ['Use a tool, e.g. a saw, i.e. a blade, vs. a knife.', 'Keep it dry.'],
    'ellipses inside a sentence': ['Well ... it may work.', 'Or not.'],
    'an ellipsis at the end': ['They waited and waited...', 'Nothing came.'],
    'a quotation that ends inside': ['“The plan is dead.”', 'She left the room.'],
    'a quotation that goes on': ['“Is it dead?” she asked.', 'Nobody knew.'],
    'a speaker after a question': ['“Is it dead?” Marsh asked.', 'Nobody knew.'],
    'a quotation that ends outside': ['He called it "a mess".', 'She agreed.'],
    brackets: ['The bill (it was short.) passed.', '(Nobody voted against it.)', 'It is law.'],
    'web addresses and mail': ['Write to info@example.org or see https://example.org/a.html.', 'It helps.'],
    'names with a capital inside': ['The phone is old.', 'iPhone sales fell.'],
    French: ['M. Martin est arrivé.', 'Il a parlé de Mme. Petit.'],
    'German ordinals': ['Am 12. Juni wird gewählt.', 'Das steht auf Seite 12.', 'Dort steht es.'],
    'German abbreviations': ['Das gilt z. B. für Server.', 'Dr. Koch stimmt zu.'],
    'front matter in prose': ['Cost control.', 'In H1 the group spent 43% of revenue.'],
  };
  for (const [name, sentences] of Object.entries(cases)) {
    it(name, () => {
      expect(split(sentences.join(' '))).toEqual(sentences);
    });
  }

  it('splits where the space is missing, but not inside addresses', () => {
    expect(split('The vote failed.Nobody cared.')).toEqual(['The vote failed.', 'Nobody cared.']);
    expect(split('See www.Example.Org for more.')).toEqual(['See www.Example.Org for more.']);
  });

  it('keeps the gaps of old wire copy and of removed footnotes inside the sentence', () => {
    expect(split('He fled the U.S . Army base . The guards slept .')).toEqual([
      'He fled the U.S . Army base .',
      'The guards slept .',
    ]);
    expect(split('The rule applies\n.\nThe order stands.')).toEqual(['The rule applies\n.', 'The order stands.']);
  });

  it('splits upper-case text', () => {
    expect(split('THE MINISTER RESIGNED. MR. VOSS OF NIMBUS INC. STAYED. WHY?')).toEqual([
      'THE MINISTER RESIGNED.',
      'MR. VOSS OF NIMBUS INC. STAYED.',
      'WHY?',
    ]);
  });

  it('keeps footnote marks with the sentence that they stand behind', () => {
    expect(split('The law is old.[3] It was never used.')).toEqual(['The law is old.[3]', 'It was never used.']);
  });

  it('separates the items of a list in one line', () => {
    expect(split('1. Buy the land 2. Build the hall 3. Sell it')).toEqual([
      '1. Buy the land',
      '2. Build the hall',
      '3. Sell it',
    ]);
    expect(split('a) one thing b) another thing')).toEqual(['a) one thing', 'b) another thing']);
  });
});

describe('blocks and kinds', () => {
  it('counts paragraphs and names headings, prose and list lines', () => {
    const text = 'A new cloud for Europe\n\nThe plan is old. It was revived.\n• cheap power\n• open code\n\nComments';
    expect(splitSentences(text).map(({ block, kind }) => [block, kind])).toEqual([
      [0, 'heading'],
      [1, 'prose'],
      [1, 'prose'],
      [2, 'list'],
      [3, 'list'],
      [4, 'heading'],
    ]);
  });

  it('takes a line that leads with a colon or ends in punctuation for prose', () => {
    expect(kinds('The plan has three parts:\nIt is cheap.')).toEqual(['prose', 'prose']);
  });

  it('joins lines that were only wrapped', () => {
    expect(split('The minister said on Monday that the plan would\nneed another year.')).toHaveLength(1);
    const lines = Array.from(
      { length: 6 },
      (_, at) => `Line ${at} of a text that was cut at a fixed width by an old machine`,
    );
    expect(splitSentences(`${lines.join('\n')}.`)).toHaveLength(1);
    expect(split('price\nterms of use\nhelp')).toEqual(['price', 'terms of use', 'help']);
  });

  it('takes a text of one line without punctuation for prose', () => {
    expect(kinds('who pays for the cloud')).toEqual(['prose']);
  });
});

describe('whatever the text', () => {
  it('spans are in order, apart, trimmed, and cover every visible character', () => {
    const piece = fc.constantFrom(
      'a',
      'B',
      '.',
      '. ',
      '\n',
      '\n\n',
      '"',
      '“',
      '”',
      ' ',
      '?',
      '!',
      '…',
      '1.',
      'U.S. ',
      'Mr. ',
      '(',
      ')',
      '\u00a0',
      '\u{1f600}',
      '、',
      '。',
      '•',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('');
        let covered = '';
        let from = 0;
        for (const { start, end } of splitSentences(text)) {
          expect(start).toBeGreaterThanOrEqual(from);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
          covered += text.slice(start, end);
          from = end;
        }
        expect(covered.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      }),
      { numRuns: 400 },
    );
  });

  it('cuts runs without punctuation at gaps, and never inside a character', () => {
    const words = splitSentences('word '.repeat(2_000));
    expect(Math.max(...words.map(({ start, end }) => end - start))).toBeLessThanOrEqual(LONGEST_SENTENCE);
    const faces = '\u{1f600}'.repeat(3_001);
    for (const { start, end } of splitSentences(`a${faces}`)) {
      expect(faces).toContain(`a${faces}`.slice(start, end).replace('a', ''));
      expect((end - start) % 2 === 0 || start === 0).toBe(true);
    }
  });

  it('has nothing to say of empty and blank texts', () => {
    expect(splitSentences('')).toEqual([]);
    expect(splitSentences(' \n\t ')).toEqual([]);
  });

  it('reads a megabyte of one mark', () => {
    for (const mark of ['"', '(', '.', '“', "'", '!?', 'A. ', '1. ', '\n', '- ']) {
      const text = mark.repeat(1_000_000 / mark.length);
      expect(splitSentences(text).length).toBeGreaterThanOrEqual(text.trim() === '' ? 0 : 1);
    }
  });
});
