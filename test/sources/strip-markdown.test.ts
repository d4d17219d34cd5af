import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseText } from '../../src/sources/normalise-text.ts';
import { stripMarkdown } from '../../src/sources/strip-markdown.ts';

const read = (markdown: string) => normaliseText(stripMarkdown(markdown).text);

describe('stripMarkdown', () => {
  it.each([
    ['headings', '# One #\nText.\n\nTwo\n===\nMore.', 'One\n\nText.\n\nTwo\n\nMore.'],
    [
      'links',
      'See [the *act*](https://eu.example/a_(b) "T") and [more][1].\n\n[1]: https://x.example',
      'See the act and more.',
    ],
    ['addresses', 'See <https://eu.example/a_b_c>.', 'See https://eu.example/a_b_c.'],
    ['images', 'A ![chart of *x*](a.png) B', 'A B'],
    ['a linked image', 'A [![logo](a.png)](https://x.example) B', 'A B'],
    ['emphasis', '**Bold *and* more**, *it*, __b__, _i_, ***all***, ~~old~~', 'Bold and more, it, b, i, all, old'],
    ['no emphasis in words and sums', 'snake_case_name, 2 * 3 * 4, a*b', 'snake_case_name, 2 * 3 * 4, a*b'],
    ['inline code', 'Run `a *b* _c_` and ``x ` y``.', 'Run a *b* _c_ and x ` y.'],
    ['fenced code', '```js\nlet *a* = [1](2);\n```\nText.', 'let *a* = [1](2);\nText.'],
    ['comments', 'A <!-- hidden\n\nwords --> B', 'A B'],
    ['tags', 'A <span class="x">B</span> <br>C 1 <5 and 6> 4', 'A B\nC 1 <5 and 6> 4'],
    ['footnote marks', 'A claim[^1] .\n\n[^1]: The proof.', 'A claim.\n\nThe proof.'],
    ['lists', '* one\n* two\n  goes on\n1. three', '- one\n- two goes on\n1. three'],
    ['quotes', '> one\n> two', 'one two'],
    ['rules', 'A\n\n***\n\nB\n\n- - -\n\nC', 'A\n\nB\n\nC'],
    ['tables', '| A | B |\n| --- | :-: |\n| 1 | **2** |', 'A | B\n1 | 2'],
    ['soft and hard breaks', 'one\ntwo  \nthree\\\nfour', 'one two\nthree\nfour'],
    ['escapes and entities', '\\*not\\* &amp; 5 &lt; 6 &#8364; &unknown;', '*not* & 5 < 6 € &unknown;'],
  ])('reads %s', (_, markdown, expected) => {
    expect(read(markdown)).toBe(expected);
  });

  it('takes the first heading for the title', () => {
    expect(stripMarkdown('Text\n\n## The [title](x)\n\n# Other').title).toBe('The title');
    expect(stripMarkdown('Text').title).toBeUndefined();
  });

  it('keeps the words of an unclosed comment', () => {
    expect(read('A <!-- B C')).toContain('B C');
  });

  it('loses no plain word', () => {
    const mark = fc.constantFrom(
      ' ',
      '\n',
      '\n\n',
      ' *',
      '* ',
      ' **',
      '_',
      '`',
      ' # ',
      '\n# ',
      ' > ',
      '\n- ',
      ' | ',
      '~',
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.stringMatching(/^[a-z]{1,6}$/), mark), { maxLength: 30 }), (parts) => {
        const words = parts.map(([word]) => word).join('');
        expect(read(parts.flat().join('')).replace(/[^a-z]/g, '')).toBe(words);
      }),
    );
  });

  it('reads hostile repetition without falling into quadratic time', () => {
    for (const hostile of ['[', '![', '](', '**a ', '<a', '<!--', '`', '_a ', '\\', '| ', '> ', '[^', '&#', '***']) {
      expect(stripMarkdown(hostile.repeat(100_000)).text).toBeDefined();
    }
  });
});
