import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openNamedFiles } from '../../src/sources/named-files.ts';
import { makeDocx, makePdf } from './make-files.ts';
import { readAll, readContent, withFolder } from './reading.ts';

describe('encodings', () => {
  const words = 'Maurice Lévy said “no” for €5.';
  const swap = (bytes: Buffer) => Buffer.from(bytes).swap16();
  it.each([
    ['UTF-8', Buffer.from(words)],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${words}`)],
    ['UTF-16 little-endian', Buffer.from(`\ufeff${words}`, 'utf16le')],
    ['UTF-16 big-endian', swap(Buffer.from(`\ufeff${words}`, 'utf16le'))],
  ])('reads %s', async (_, bytes) => {
    const { documents, problems } = await readContent('a.txt', bytes);
    expect(problems).toEqual([]);
    expect(documents[0]?.text).toBe(words);
  });

  it.each([
    ['Latin-1, naming the line', Buffer.from('one\ntwo\nMaurice Lévy', 'latin1'), 3, 'not valid UTF-8'],
    ['NUL bytes', Buffer.from('a\0b'), undefined, 'NUL'],
    ['UTF-16 without a byte order mark', Buffer.from(words, 'utf16le'), undefined, 'NUL'],
    ['a cut UTF-16 pair', Buffer.from([0xff, 0xfe, 0x00, 0xd8]), undefined, 'not valid UTF-16'],
    ['an empty file', Buffer.alloc(0), undefined, 'empty'],
    ['a file of white space', Buffer.from(' \n\u00a0\n'), undefined, 'no text'],
  ])('refuses %s', async (_, bytes, line, words_) => {
    const { documents, problems } = await readContent('a.txt', bytes);
    expect(documents).toEqual([]);
    expect(problems).toMatchObject([{ effect: 'skipped' }]);
    expect(problems[0]?.line).toBe(line);
    expect(problems[0]?.problem).toContain(words_);
  });

  it('refuses 21 MB, naming size and limit', async () => {
    await withFolder({ 'a.txt': 'x', 'b.pdf': 'x' }, async (folder) => {
      for (const name of ['a.txt', 'b.pdf']) {
        await truncate(join(folder, name), 21_000_000);
        const [file] = await openNamedFiles([join(folder, name)]);
        const { documents, problems } = file === undefined ? { documents: [], problems: [] } : await readAll(file);
        expect(documents).toEqual([]);
        expect(problems[0]?.problem).toBe('it has 21.0 MB; a document may have 20.0 MB');
      }
    });
  });
});

describe('plain text', () => {
  it('is not taken for Markdown', async () => {
    const { documents } = await readContent('a.txt', '# not a heading\n\n*stars* and [brackets](x)');
    expect(documents[0]?.text).toBe('# not a heading\n\n*stars* and [brackets](x)');
  });
});

describe('a .jsonl file', () => {
  const line = (value: unknown) => `${JSON.stringify(value)}\n`;

  it('gives a document a line with what it tells', async () => {
    const { documents, problems } = await readContent(
      'set.jsonl',
      `\ufeff${line({ id: 'a', text: 'The text .', title: 'T', publisher: 'P', attribution: 'A', author: 'W', url: 'https://x.example/', published: '2026-06-19', language: 'fr', unknown: { deep: [1] } })}\n\r\n${line({ id: 7, text: 'Seven', title: null, url: null, language: '' })}${line({ id: 'c', text: '', title: 'Only a title' })}`,
    );
    expect(problems).toEqual([]);
    expect(documents).toMatchObject([
      {
        id: 'a',
        text: 'The text.',
        title: 'T',
        titleGivenByDesk: false,
        publisher: 'P',
        attribution: 'A',
        author: 'W',
        url: 'https://x.example/',
        published: '2026-06-19',
        language: 'fr',
        origin: 'added:set.jsonl',
        fileName: 'set.jsonl',
      },
      { id: '7', text: 'Seven', title: '7', titleGivenByDesk: true },
      { id: 'c', text: '', title: 'Only a title' },
    ]);
    expect(documents[1]?.url).toBeUndefined();
  });

  it('names bad lines by number, skips them and reads the others', async () => {
    const lines = [
      line({ id: 'a', text: 'A' }),
      '{"id": "b", "text"\n',
      line({ text: 'no id' }),
      line({ id: 'bad id', text: 'x' }),
      line({ id: 'd' }),
      line({ id: 'e', text: 5 }),
      line(['id']),
      line(null),
      line({ id: 'f', text: '' }),
      line({ id: 'g', text: 'G' }),
    ];
    const { documents, problems } = await readContent('set.jsonl', lines.join(''));
    expect(documents.map(({ id }) => id)).toEqual(['a', 'g']);
    expect(problems.map(({ line: number }) => number)).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
    expect(problems.every(({ effect }) => effect === 'skipped')).toBe(true);
  });

  it('notes bad optional fields and leaves them unknown', async () => {
    const { documents, problems } = await readContent(
      'set.jsonl',
      line({ id: 'a', text: 'A', url: 'nowhere', published: 'yesterday', language: 'Klingonian', title: 5 }),
    );
    expect(documents).toHaveLength(1);
    expect(documents[0]?.url ?? documents[0]?.published ?? documents[0]?.language).toBeUndefined();
    expect(problems.map(({ field, line: number, effect }) => [field, number, effect])).toEqual([
      ['title', 1, 'noted'],
      ['url', 1, 'noted'],
      ['published', 1, 'noted'],
      ['language', 1, 'noted'],
    ]);
  });

  it('names bytes that are no UTF-8 by their line', async () => {
    const latin1 = Buffer.from('{"id":"b","text":"Lévy"}\n', 'latin1');
    const { documents, problems } = await readContent(
      'set.jsonl',
      Buffer.concat([Buffer.from(line({ id: 'a', text: 'A' })), latin1]),
    );
    expect(documents).toHaveLength(1);
    expect(problems).toMatchObject([{ line: 2, problem: 'the line is not valid UTF-8' }]);
    const utf16 = await readContent('set.jsonl', Buffer.from(`\ufeff${line({ id: 'a', text: 'A' })}`, 'utf16le'));
    expect(utf16.problems).toMatchObject([{ problem: 'it is UTF-16' }]);
  });

  it('reads what follows a line of more than 20 MB', async () => {
    await withFolder({}, async (folder) => {
      const path = join(folder, 'big.jsonl');
      const stream = createWriteStream(path);
      stream.write('{"id":"big","text":"');
      for (let i = 0; i < 21; i += 1) stream.write('x'.repeat(1_000_000));
      stream.end(`"}\n${line({ id: 'next', text: 'N' })}`);
      await once(stream, 'close');
      const [file] = await openNamedFiles([path]);
      const { documents, problems } = file === undefined ? { documents: [], problems: [] } : await readAll(file);
      expect(documents.map(({ id }) => id)).toEqual(['next']);
      expect(problems).toMatchObject([{ line: 1, problem: 'the line has 21.0 MB; a document may have 20.0 MB' }]);
    });
  });

  it('counts the problems after the first hundred, and names an empty file', async () => {
    const { problems } = await readContent('set.jsonl', 'x\n'.repeat(250));
    expect(problems).toHaveLength(101);
    expect(problems.at(-1)?.problem).toBe('150 more problems were found in it');
    expect((await readContent('set.jsonl', '\n\n')).problems).toMatchObject([{ problem: 'it is empty' }]);
  });
});

describe('a .html file', () => {
  const article = Array.from(
    { length: 6 },
    (_, i) => `<p>Paragraph ${i} of the <b>article</b> has a good many words, some commas, and an end.</p>`,
  ).join('\n');
  const page = (head: string, body: string) =>
    `<!doctype html><html lang="en-GB"><head>${head}</head><body>${body}</body></html>`;

  it('gives the article and what the page tells', async () => {
    const head = `<title>The title - The Site</title><meta property="og:title" content="The title"><meta property="og:site_name" content="The Site">
      <meta name="author" content="By Ada Lovelace"><meta property="article:published_time" content="2026-06-19T08:00:00+0200">
      <link rel="canonical" href="https://site.example/a"><script>document.title = 'changed'</script>`;
    const body = `<nav><a href="/">Home</a></nav><article><h1>The title</h1>${article}</article><footer>Imprint</footer>`;
    const { documents, problems } = await readContent('page.html', page(head, body));
    expect(problems).toEqual([]);
    expect(documents[0]).toMatchObject({
      id: 'page',
      title: 'The title',
      titleGivenByDesk: false,
      publisher: 'The Site',
      author: 'Ada Lovelace',
      published: '2026-06-19T08:00:00+02:00',
      url: 'https://site.example/a',
      language: 'en-GB',
    });
    expect(documents[0]?.text.split('\n\n')).toHaveLength(6);
    expect(documents[0]?.text).toMatch(/^Paragraph 0 of the article has/);
    expect(documents[0]?.text).not.toMatch(/Home|Imprint|changed/);
  });

  it('leaves out what is marked as hidden, and scripts', async () => {
    const hidden = [
      '<p style="display:none">secret words, a good many of them, with commas.</p>',
      '<p style="color:red; visibility: hidden">secret</p>',
      '<p hidden>secret</p>',
      '<div aria-hidden="true">secret</div>',
      '<span style="font-size:0px">secret</span>',
      '<span style="opacity: 0">secret</span>',
      '<span class="x sr-only">secret</span>',
      '<!-- secret -->',
      '<template>secret</template><noscript>secret</noscript><script>secret()</script><style>.secret{}</style>',
    ].join('');
    const long = await readContent(
      'a.html',
      page('<title>T</title>', `<article>${article}${hidden}<p style="opacity:0.9">shown</p></article>`),
    );
    expect(long.documents[0]?.text).not.toContain('secret');
    expect(long.documents[0]?.text).toContain('shown');
    const short = await readContent('b.html', page('', `<p>Short.</p>${hidden}`));
    expect(short.documents[0]?.text).toBe('Short.');
  });

  it.each([
    ['a fragment', '<p>One.</p><p>Two.</p>', 'One.\n\nTwo.'],
    ['a page without a body mark', '<html><head><title>T</title></head><p>One.<p>Two.</html>', 'One.\n\nTwo.'],
    [
      'lists, tables and breaks',
      '<ul><li>a</li><li><p>b</p></li></ul><table><tr><td>1</td><td>2</td></tr></table>x<br>y',
      '- a\n- b\n\n1 | 2\n\nx\ny',
    ],
    ['plain words', 'just words', 'just words'],
  ])('reads %s', async (_, html, text) => {
    expect((await readContent('a.html', html)).documents[0]?.text).toBe(text);
  });

  it('notes a date that it cannot use and keeps none', async () => {
    const { documents, problems } = await readContent(
      'a.html',
      page('<meta name="date" content="last week">', article),
    );
    expect(documents[0]?.published).toBeUndefined();
    expect(problems).toMatchObject([{ field: 'published', effect: 'noted' }]);
  });

  it('heeds the encoding that the page declares', async () => {
    const html = '<html><head><meta charset="iso-8859-1"></head><body><p>Maurice Lévy</p></body></html>';
    const { documents } = await readContent('a.html', Buffer.from(html, 'latin1'));
    expect(documents[0]?.text).toBe('Maurice Lévy');
    const undeclared = await readContent('a.html', Buffer.from('<p>Lévy</p>', 'latin1'));
    expect(undeclared.problems).toMatchObject([{ problem: 'it is not valid UTF-8' }]);
    const unknown = await readContent('a.html', '<meta charset="x-nothing"><p>a</p>');
    expect(unknown.problems[0]?.problem).toContain('x-nothing');
  });

  it('survives nesting of 20,000 elements', async () => {
    const { documents } = await readContent('a.html', `${'<div>'.repeat(20_000)}deep words`);
    expect(documents[0]?.text).toBe('deep words');
  });

  it('says when a page holds no text', async () => {
    expect((await readContent('a.html', page('', '<img src="a.png">'))).problems).toMatchObject([{ field: 'text' }]);
  });
});

describe('a .docx file', () => {
  it('gives its paragraphs', async () => {
    const { documents, problems } = await readContent(
      'My report.docx',
      makeDocx(['First & foremost .', 'Second, by Lévy.']),
    );
    expect(problems).toEqual([]);
    expect(documents[0]).toMatchObject({
      id: 'My-report',
      text: 'First & foremost.\n\nSecond, by Lévy.',
      title: 'My report',
      titleGivenByDesk: true,
    });
  });

  it.each([
    ['something else', Buffer.from('not a zip archive at all, but long enough to be looked at')],
    ['a cut file', makeDocx(['words']).subarray(0, 200)],
    ['an archive without a document', makeDocx([], { withoutDocument: true })],
  ])('refuses %s', async (_, bytes) => {
    const { documents, problems } = await readContent('a.docx', bytes);
    expect(documents).toEqual([]);
    expect(problems).toMatchObject([{ effect: 'skipped' }]);
  });

  it('refuses an archive that unpacks to far more than it is', async () => {
    const bomb = makeDocx(['x'.repeat(201_000_000)], { lieAboutSize: true });
    expect(bomb.length).toBeLessThan(1_000_000);
    const { problems } = await readContent('a.docx', bomb);
    expect(problems).toMatchObject([{ problem: 'it unpacks to more than 200.0 MB of text' }]);
  });
});

describe('a .pdf file', () => {
  it('joins lines to paragraphs, closes hyphens at line ends and sets pages apart', async () => {
    const pdf = makePdf([
      [
        { y: 700, text: 'The European plan for a sove-' },
        { y: 686, text: 'reign cloud is a state-of-the-' },
        { y: 672, text: 'art plan .' },
        { y: 630, text: 'A second paragraph.' },
      ],
      [{ y: 700, text: 'Another page.' }],
    ]);
    const { documents, problems } = await readContent('a.pdf', pdf);
    expect(problems).toEqual([]);
    expect(documents[0]?.text).toBe(
      'The European plan for a sovereign cloud is a state-of-the-art plan.\n\nA second paragraph.\n\nAnother page.',
    );
  });

  it('says that a page without a text layer seems to be scanned', async () => {
    const { documents, problems } = await readContent('a.pdf', makePdf([[], []]));
    expect(documents).toEqual([]);
    expect(problems[0]?.problem).toBe('its 2 pages have no text layer; it seems to be scanned');
  });

  it('refuses what is no PDF', async () => {
    const { problems } = await readContent('a.pdf', 'not a PDF');
    expect(problems).toMatchObject([{ effect: 'skipped', mend: 'Open it in a PDF viewer and print it to a new PDF.' }]);
  });
});
