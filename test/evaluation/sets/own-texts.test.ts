import { describe, expect, it } from 'vitest';
import { cutToCount } from '../../../src/evaluation/sets/distractors.ts';
import { readFeedTexts } from '../../../src/evaluation/sets/feed-texts.ts';
import { cutToWords } from '../../../src/evaluation/sets/statement-speed.ts';
import { createFixtureFolder } from '../fixture-folder.ts';

const FEED_FILES = [
  ...['the-guardian', 'bbc-news-world', 'the-financial-times-uk-homepage', 'sky-news', 'nyt-top-stories'],
  ...['macrumors-all-stories', 'engadget', 'the-verge-front-pages'],
].map((name) => `sample-feeds/real-world/${name}.xml`);
const OTHER_FILES = [
  'rss-parser/heise.atom',
  'feed-rs/rss2/rss_2.0_element_io.xml',
  'feed-rs/rss2/rss_2.0_cloudflare.xml',
];

describe('cutting documents until there are enough', () => {
  const text =
    'The first half is here, and it is long enough. '.repeat(6) +
    'The second half is here as well. '.repeat(6).trimEnd();

  it('cuts the longest first, keeps every word, and gives every piece an id of its own', () => {
    const documents = [
      { id: 'long', text },
      { id: 'short', text: 'Too short to cut.' },
    ];
    const pieces = cutToCount(documents, 3);
    expect(pieces.map(({ id }) => id)).toEqual(['long.1', 'long.2', 'short']);
    expect(
      pieces
        .slice(0, 2)
        .map((one) => one.text)
        .join(' '),
    ).toBe(text);
    expect(cutToCount(documents, 2)).toEqual(documents);
  });

  it('stops where nothing is long enough to be cut', () => {
    expect(cutToCount([{ id: 'a', text: 'Short.' }], 5)).toHaveLength(1);
  });
});

describe('the texts of feeds', () => {
  it('are title and words, and once more with their marks as Markdown', async () => {
    const html =
      '<h2>Why</h2><p>See <a href="https://x.example/">here</a> &amp; <b>now</b>.</p><ul><li>one</li><li>two</li></ul>';
    const item = `<title>Fish &amp;amp; chips</title><pubDate>Tue, 05 Apr 2022 21:06:47 GMT</pubDate><description><![CDATA[${html}]]></description>`;
    const setsDir = await createFixtureFolder(
      Object.fromEntries(
        [...FEED_FILES, ...OTHER_FILES].map((file, at) => [
          `feeds/files/${file}`,
          at === 0 ? `<rss><item>${item}</item></rss>` : '<rss></rss>',
        ]),
      ),
    );
    const [plain, marked, ...others] = await readFeedTexts(setsDir);
    expect(others).toEqual([]);
    expect(plain).toMatchObject({
      id: 'feed:guardian:0',
      title: 'Fish & chips',
      published: '2022-04-05T21:06:47.000Z',
    });
    expect(plain?.text).toBe('Fish & chips\n\nWhy\n\nSee here & now.\n\none\ntwo');
    expect(marked).toMatchObject({ id: 'markdown:guardian:0', format: 'markdown' });
    expect(marked?.text).toBe(
      '# Fish & chips\n\n## Why\n\nSee [here](https://x.example/) & **now**.\n\n- one\n- two\n',
    );
  });
});

it('cuts a text into pieces of so many words and drops the rest', () => {
  expect(cutToWords('a b\n\nc d  e', 2)).toEqual(['a b\n\n', 'c d  ']);
  expect(cutToWords('a b', 2)).toEqual(['a b']);
  expect(cutToWords('a', 2)).toEqual([]);
});
