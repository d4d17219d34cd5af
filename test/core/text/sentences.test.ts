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
    'French guillemets set off by spaces': [
      '« Le plan est mort. »',
      'Elle est partie.',
      '« Et alors ? », a-t-il demandé.',
    ],
    'French guillemets behind a colon': [
      'Il a dit : « Le plan est mort. Personne ne le pleure. » et il est parti.',
      'Fin.',
    ],
    'French marks inside a sentence': ['Elle répond : « Oui ! » et s’en va.', 'Pourquoi ?', 'Parce que !'],
    'French abbreviations': [
      'M. Dupont, MM. Roux et le Pr. Petit vivent au n° 5, cf. art. 12, al. 3.',
      'Prenez p. ex. le cloud.',
      'Il coûte env. 3 M€ en 50 av. J.-C. environ.',
    ],
    'French dialogue': ['— Vous venez ?', '— Oui.', '— Bien.'],
    'German guillemets pointing inwards': ['»Der Plan ist tot.«', 'Sie ging.', '»Und jetzt?«, fragte er.', 'Stille.'],
    'German quotation marks': ['„Der Plan ist tot.“', 'Sie ging.', '„Wer zahlt das?“ fragte Anna Koch.', 'Niemand.'],
    'German ordinals before nouns': ['Am 3. Mai tagt der 5. Senat in der 2. Kammer.', 'Seit Ende 2019.', 'Das war es.'],
    'more German abbreviations': [
      'Nach Art. 12 Abs. 3 Nr. 4 i. V. m. § 5 gilt das u. a. in der Goethestr. 5, vgl. Abb. 3.',
      'Server, Platten usw.',
      'Alles kostet max. 3 Mio. Euro inkl. MwSt.',
    ],
    'bracketed remarks between sentences': ['The law is old.', '(Source: Nimbus Research, 2024)', 'It was never used.'],
    'emoji behind the final mark': ['We did it! 🎉🎉', 'Great news. 🚀', 'We launch today.'],
    'emoji for a full stop': ['Many thanks to all of you 🙏', 'See you at the next one.'],
    'raised footnote marks': ['The law is old.¹', 'It was never used.²', 'Nobody cares.'],
    'careless small letters': ['They moved it here.', 'we liked it.', 'They did too.'],
    'teasers that break off': ['The plan is old.', 'Nobody liked it until last year when the…', 'Read more'],
    'teasers with brackets': ['The plan is old.', 'Nobody liked it [...]', 'Continue reading'],
    'questions and answers': ['Q: Who pays?', 'A: We do.', 'It is cheap.'],
    'datelines and bylines': ['BRUSSELS (AP) — The plan is old.', 'It failed.'],
    'prices and versions': ['Basic: $5/mo.', 'Pro: $10/mo.', 'Node.js 20.1 and ASP.NET run.', 'Done.'],
    'a lost full stop': ['The site gets noticeably better and larger', 'We now have just under 500 articles.'],
    'a caption whose line break was lost': [
      'Ida Marsh of Nimbus',
      'In the north of the region, voters chose a new mayor for the town.',
    ],
    'the credit of a picture': ['Ida Marsh at the opening of the hall', 'Image: Nimbus / Ida Berg.'],
    'an embedded quotation of two sentences': ['Marsh said "it failed. Nobody came" and left.', 'It rained.'],
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

  it('splits scripts without capitals', () => {
    expect(split('من أين أنت؟ أنا من هناك. وأنت من هنا.')).toHaveLength(3);
    expect(split('率は３．２％です。次です。')).toEqual(['率は３．２％です。', '次です。']);
  });

  it('splits no headline at its capitals', () => {
    for (const line of ['Why We Need a Cloud of Our Own', 'What It Means for the Market', 'Made In the open: a plan'])
      expect(split(line)).toEqual([line]);
  });

  it('keeps hearts and flags, which stand for words, inside the sentence', () => {
    expect(split('We really do ❤️ Open source here.')).toHaveLength(1);
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
      '«',
      ' »',
      '„',
      '§ ',
      'z. B. ',
      ' We are',
      '🎉 ',
      '¹',
      'Image: ',
      '[…]',
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

  it('reads long runs of openings, emoji and capitals', () => {
    for (const piece of ['« a. ', '„a ', ' »', '🎉 A b ', 'a We a ', ': A', 'a Image: A b ', '(a. ', 'der 5. A ']) {
      const text = piece.repeat(200_000 / piece.length);
      expect(splitSentences(text).length).toBeGreaterThan(0);
    }
  });

  it('reads a megabyte of one mark', () => {
    for (const mark of ['"', '(', '.', '“', "'", '!?', 'A. ', '1. ', '\n', '- ']) {
      const text = mark.repeat(1_000_000 / mark.length);
      expect(splitSentences(text).length).toBeGreaterThanOrEqual(text.trim() === '' ? 0 : 1);
    }
  }, 30_000);
});
