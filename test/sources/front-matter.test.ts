import { describe, expect, it } from 'vitest';
import { nearestField } from '../../src/sources/front-matter.ts';
import { readContent } from './reading.ts';

const withFrontMatter = (yaml: string, body = 'The body of the text.') =>
  readContent('file.md', `---\n${yaml}\n---\n${body}`);

describe('front matter', () => {
  it('gives every known field', async () => {
    const { documents, problems } = await withFrontMatter(
      [
        'id: my-article',
        'title: "A title: with a colon"',
        'title_given_by_desk: true',
        'publisher: The Publisher',
        'attribution: Credit Line',
        'terms: >-',
        '  Two lines',
        '  of terms.',
        'url: https://news.example/a?b=c',
        'author: [Ada Lovelace, Charles Babbage]',
        'published: 2026-06-19 08:30:00+0200',
        'language: en-gb',
      ].join('\n'),
    );
    expect(problems).toEqual([]);
    expect(documents).toHaveLength(1);
    expect(documents[0]).toMatchObject({
      id: 'my-article',
      title: 'A title: with a colon',
      titleGivenByDesk: true,
      publisher: 'The Publisher',
      attribution: 'Credit Line',
      terms: 'Two lines of terms.',
      url: 'https://news.example/a?b=c',
      author: 'Ada Lovelace, Charles Babbage',
      published: '2026-06-19T08:30:00+02:00',
      language: 'en-GB',
      text: 'The body of the text.',
      origin: 'added:file.md',
      fileName: 'file.md',
    });
  });

  it('takes scalars as they are written', async () => {
    const { documents } = await withFrontMatter('id: 007\ntitle: 2026\npublished: 2026\nauthor: null\nterms:\nurl: ~');
    expect(documents[0]).toMatchObject({ id: '007', title: '2026', published: '2026' });
    expect(documents[0]?.author).toBeUndefined();
    expect(documents[0]?.terms).toBeUndefined();
    expect(documents[0]?.url).toBeUndefined();
  });

  it('needs no front matter: id from the file, title from the first heading', async () => {
    const { documents } = await readContent('My article (2).md', '# A *real* heading #\n\nThe text.');
    expect(documents[0]).toMatchObject({ id: 'My-article-2', title: 'A real heading', titleGivenByDesk: false });
    expect(documents[0]?.publisher).toBeUndefined();
  });

  it('gives a title of its own, and says so, where there is none', async () => {
    const { documents } = await readContent('desk-notes_june.txt', 'The desk opened in June. It answers questions.');
    expect(documents[0]).toMatchObject({ title: 'desk notes june', titleGivenByDesk: true });
    const long = await readContent(`${'a-'.repeat(90)}.txt`, 'The desk opened.');
    expect(long.documents[0]?.title.length).toBeLessThanOrEqual(80);
  });

  it.each([
    ['id: has space', 'id', 2],
    [`title: ok\nid: ${'x'.repeat(201)}`, 'id', 3],
    ['url: ftp://files.example/a', 'url', 2],
    ['url: javascript:alert(1)', 'url', 2],
    ['url: https://user:secret@news.example/', 'url', 2],
    ['published: June 2026', 'published', 2],
    ['published: 2026-02-30', 'published', 2],
    ['published: 2026-13', 'published', 2],
    ['published: 2026-06-19T25:00', 'published', 2],
    ['language: English', 'language', 2],
    ['language: en_US', 'language', 2],
    ['title: ""', 'title', 2],
    ['title_given_by_desk: yes', 'title_given_by_desk', 2],
    ['title:\n  nested: map', 'title', 2],
    ['publisher: [a, b]', 'publisher', 2],
    [`attribution: ${'x'.repeat(201)}`, 'attribution', 2],
  ])('skips the file and names line and field: %s', async (yaml, field, line) => {
    const { documents, problems } = await withFrontMatter(yaml);
    expect(documents).toEqual([]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ origin: 'added:file.md', field, line, effect: 'skipped' });
    expect(problems[0]?.mend).not.toBe('');
  });

  it('names all problems at once', async () => {
    const { problems } = await withFrontMatter('id: a b\nurl: x\npublished: y\npubisher: z');
    expect(problems.map(({ field, line }) => [field, line])).toEqual([
      ['id', 2],
      ['url', 3],
      ['published', 4],
      ['pubisher', 5],
    ]);
  });

  it('notes an unknown field with the nearest known one and reads the file', async () => {
    const { documents, problems } = await withFrontMatter('pubisher: Somebody\ndate: 2026');
    expect(documents).toHaveLength(1);
    expect(problems.map(({ effect, mend }) => [effect, mend])).toEqual([
      ['noted', 'Did you mean "publisher"? If not, take it out.'],
      ['noted', 'Did you mean "published"? If not, take it out.'],
    ]);
    expect(nearestField('topic')).toBeUndefined();
    expect(nearestField('constructor')).toBeUndefined();
    expect(nearestField('Title given by desk')).toBe('title_given_by_desk');
  });

  it.each([
    ['aliases that multiply', ['a: &a [x,x]', 'b: &b [*a,*a]', 'c: &c [*b,*b]', 'title: *c'].join('\n')],
    ['an alias of a text', 'id: &x abc\ntitle: *x'],
    ['a language tag', "title: !!js/function 'function () { return 1 }'"],
    ['a custom tag', 'title: !evil x'],
    ['a field given twice', 'title: a\ntitle: b'],
    ['a tab as indentation', 'title:\n\tx: y'],
    ['an open quotation mark', 'title: "never closed'],
    ['an open bracket', 'author: [a, b'],
    ['a bare word', 'just words'],
    ['a list', '- a\n- b'],
    ['brackets without end', '['.repeat(60_000)],
    ['maps without end', '{a: '.repeat(15_000)],
    ['a prototype', '__proto__:\n  polluted: yes\ntitle: [x]'],
  ])('skips hostile or broken YAML: %s', async (_, yaml) => {
    const { documents, problems } = await withFrontMatter(yaml);
    expect(documents).toEqual([]);
    const [problem] = problems.filter(({ effect }) => effect === 'skipped');
    expect(problem?.line).toBeGreaterThan(1);
    expect(problem?.problem.length).toBeLessThan(300);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('names the line of a YAML fault as it stands in the file', async () => {
    const { problems } = await withFrontMatter('id: a\ntitle: b\nid: c');
    expect(problems[0]).toMatchObject({
      line: 4,
      problem: 'its front matter is not valid YAML: a field is given twice',
    });
  });

  it('asks for the closing line', async () => {
    const { documents, problems } = await readContent('a.txt', '---\ntitle: x\n\nThe text.');
    expect(documents).toEqual([]);
    expect(problems[0]).toMatchObject({ line: 1, effect: 'skipped' });
    expect(problems[0]?.problem).toContain('never closed');
    const long = await readContent('a.txt', `---\ntitle: x\nterms: ${'y'.repeat(70_000)}\n---\nText.`);
    expect(long.problems[0]?.problem).toContain('65536');
  });

  it('reads Windows line ends, a byte order mark and an empty block', async () => {
    const { documents } = await readContent('a.txt', '\ufeff---\r\nid: w\r\n---\r\nText.\r\n---\r\nMore.');
    expect(documents[0]).toMatchObject({ id: 'w', text: 'Text.\n---\nMore.' });
    const empty = await readContent('b.txt', '---\n---\nText.');
    expect(empty.documents[0]).toMatchObject({ id: 'b', text: 'Text.' });
  });

  it('gives another hash for another word of text or metadata, and the same for the same', async () => {
    const hash = async (yaml: string, body?: string) => (await withFrontMatter(yaml, body)).documents[0]?.contentHash;
    const first = await hash('id: a');
    expect(first).toMatch(/^[0-9a-f]{64}$/);
    expect(await hash('id: a  # a comment')).toBe(first);
    expect(await hash('id: b')).not.toBe(first);
    expect(await hash('id: a\nauthor: B')).not.toBe(first);
    expect(await hash('id: a', 'Another body.')).not.toBe(first);
  });
});

describe('a credit that the text demands', () => {
  const demand = 'All AI citations must indicate the source as "Wedoany".';

  it('is taken where nothing else tells one, and noted', async () => {
    const { documents, problems } = await withFrontMatter('id: a', `Text.\n\n${demand}`);
    expect(documents[0]?.attribution).toBe('Wedoany');
    expect(problems).toMatchObject([{ effect: 'noted', field: 'attribution' }]);
  });

  it('gives way to the front matter', async () => {
    const { documents, problems } = await withFrontMatter('attribution: Somebody', `Text.\n\n${demand}`);
    expect(documents[0]?.attribution).toBe('Somebody');
    expect(problems).toEqual([]);
  });

  it('is taken beside a publisher that it resembles, and only noted beside another', async () => {
    const same = await withFrontMatter('publisher: wedoany.com', `Text.\n\n${demand}`);
    expect(same.documents[0]?.attribution).toBe('Wedoany');
    const other = await withFrontMatter('publisher: Reuters', `Text.\n\n${demand}`);
    expect(other.documents[0]?.attribution).toBeUndefined();
    expect(other.problems).toMatchObject([{ effect: 'noted' }]);
    expect(other.problems[0]?.problem).toContain('Reuters');
  });

  it('is noted and not shown when it is not plain words', async () => {
    const { documents, problems } = await withFrontMatter('id: a', 'Citations must indicate the source as "<!here>".');
    expect(documents[0]?.attribution).toBeUndefined();
    expect(problems).toMatchObject([{ effect: 'noted', field: 'attribution' }]);
  });
});
