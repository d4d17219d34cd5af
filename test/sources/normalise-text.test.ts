import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseText } from '../../src/sources/normalise-text.ts';

describe('normaliseText', () => {
  it.each([
    ['closes the gap before a full stop', 'a cause of concern . This was', 'a cause of concern. This was'],
    ['closes the gap that is a line break', 'export controls\n.\nThe order', 'export controls.\nThe order'],
    ['closes the gap before a comma', 'in Paris , where', 'in Paris, where'],
    ['closes the gap behind a closing quotation mark', 'the war "has begun" .', 'the war "has begun".'],
    ['closes the gap in old wire copy', 'the U.S . and the U.N .', 'the U.S. and the U.N.'],
    ['closes the gap behind a per cent sign', 'up 43 % .', 'up 43 %.'],
    ['keeps an ellipsis', 'and then ... nothing', 'and then ... nothing'],
    ['keeps a spaced ellipsis', 'and then . . . nothing', 'and then . . . nothing'],
    ['keeps names that begin with a dot', 'written in .NET and .js', 'written in .NET and .js'],
    ['keeps a decimal without its zero', 'a value of .5 or ,5', 'a value of .5 or ,5'],
    ['keeps a full stop that begins a paragraph', 'one\n\n. two', 'one\n\n. two'],
    ['keeps what follows an opening bracket', 'see ( . )', 'see ( . )'],
    ['folds spaces of all kinds', 'a\u00a0b\u2009c\t d  e', 'a b c d e'],
    ['trims lines', '  one  \n  two  ', 'one\ntwo'],
    ['makes one kind of line end', 'a\r\nb\rc\u2028d\u2029e', 'a\nb\nc\nd\ne'],
    ['keeps one empty line of many', 'a\n \n\n\n\nb', 'a\n\nb'],
    ['takes out marks that nobody sees', '\ufeffzero\u200b width\u00ad\u202e\u0007 \u{e0041}', 'zero width'],
    ['composes letters', 'Le\u0301vy', 'Lévy'],
    ['keeps the joiners of Persian and of emoji', 'می\u200cخواهم 👩\u200d💻', 'می\u200cخواهم 👩\u200d💻'],
    ['takes joiners out of Latin words', 'sover\u200deign', 'sovereign'],
    ['replaces half a surrogate pair', 'a\ud800b', 'a\ufffdb'],
    ['drops the comments box at the end', 'The end.\nComments\n0 comments', 'The end.'],
    ['drops a line of the page between paragraphs', 'One.\nShare this article\nTwo.', 'One.\nTwo.'],
    ['drops a newsletter line with its dot', 'One.\n\nSubscribe to our newsletter.\n\nTwo.', 'One.\n\nTwo.'],
    ['drops a cookie line', 'We use cookies to improve your experience.\nOne.', 'One.'],
    ['keeps a sentence about comments', 'Comments were invited until May.', 'Comments were invited until May.'],
    ['keeps a heading "Comments" with text behind', 'A.\nComments\nB.', 'A.\nComments\nB.'],
    [
      'keeps a sentence about cookies',
      'We use cookies to show how the law failed, said the judge in a ruling that ran to more than a hundred pages and was read out in court for hours.',
      'We use cookies to show how the law failed, said the judge in a ruling that ran to more than a hundred pages and was read out in court for hours.',
    ],
    ['gives nothing for nothing', ' \n\t\u200b\n ', ''],
  ])('%s', (_, raw, expected) => {
    expect(normaliseText(raw)).toBe(expected);
  });

  it('joins a paragraph that is broken by a column limit', () => {
    const wrapped =
      'The European Commission said on Tuesday that the plan for a\n' +
      'sovereign cloud would be put before the member states in the\n' +
      'autumn of this year.\n\nA second paragraph.';
    expect(normaliseText(wrapped)).toBe(
      'The European Commission said on Tuesday that the plan for a sovereign cloud would be put before the member ' +
        'states in the autumn of this year.\n\nA second paragraph.',
    );
  });

  it('leaves lists, verse and one-line paragraphs on their lines', () => {
    const list = `- ${'a'.repeat(60)}\n- ${'b'.repeat(60)}\n- ${'c'.repeat(60)}`;
    expect(normaliseText(list)).toBe(list);
    const verse = 'Tyger Tyger, burning bright,\nIn the forests of the night;\nWhat immortal hand or eye,';
    expect(normaliseText(verse)).toBe(verse);
    const sentences = Array.from({ length: 4 }, (_, i) => `This is a whole sentence of a paragraph, number ${i}.`).join(
      '\n',
    );
    expect(normaliseText(sentences)).toBe(sentences);
  });

  const pieces = fc.array(
    fc.oneof(
      fc.constantFrom(
        ' ',
        '\n',
        '\r\n',
        '.',
        ',',
        ' .',
        '\n.',
        '...',
        '"',
        '”',
        '\u00a0',
        '\u200d',
        '\u200c',
        '\u00ad',
      ),
      fc.constantFrom(
        'Comments',
        '0 comments',
        'Share',
        'Share this article',
        'Advertisement',
        'We use cookies to improve',
      ),
      fc.constantFrom(
        'e',
        '\u0301',
        'é',
        'ب',
        '\u0300',
        '👩',
        '\ufe0f',
        '\u1fef',
        '\u037e',
        '\ud800',
        '\udc00',
        '|',
        '- ',
      ),
      fc.constantFrom('word', 'U.S', '.NET', '5', '%', 'x'.repeat(50), `${'word '.repeat(11)}end`),
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
    { maxLength: 40 },
  );

  it('changes nothing more when applied twice', () => {
    fc.assert(
      fc.property(pieces, (parts) => {
        const once = normaliseText(parts.join(''));
        expect(normaliseText(once)).toBe(once);
      }),
      { numRuns: 3000 },
    );
  });

  it('neither joins nor alters words', () => {
    const words = fc.array(fc.stringMatching(/^[a-zäéß]{1,9}$/), { minLength: 1, maxLength: 30 });
    const gaps = fc.array(
      fc.constantFrom(' ', '  ', '\n', '\n\n', '\t', ' , ', ' . ', '\r\n', ' ...', '\u00a0\u00a0', '\n.\n'),
      {
        minLength: 30,
        maxLength: 30,
      },
    );
    fc.assert(
      fc.property(words, gaps, (list, between) => {
        const raw = list.map((word, index) => word + (between[index] ?? ' ')).join('');
        const furniture = new Set(['share', 'print', 'comment', 'related', 'email', 'tweet']);
        fc.pre(!list.some((word) => furniture.has(word)));
        expect(normaliseText(raw).match(/\p{L}+/gu)).toEqual(list.map((word) => word.normalize('NFC')));
      }),
      { numRuns: 2000 },
    );
  });

  it('reads long runs of hostile characters without falling into quadratic time', () => {
    for (const hostile of [' .', '\n', '. ', '\u200d', 'a\n', ' \n.']) {
      expect(normaliseText(hostile.repeat(300_000)).length).toBeLessThan(1_000_000);
    }
  });
});
