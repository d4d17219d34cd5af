import { readFile } from 'node:fs/promises';
import { pathInSet } from '../set-files.ts';
import type { EvaluationDocument } from '../workbench.ts';

/** The feeds whose entries the graded questions use: real ones, captured by the set `feeds`. */
const FEEDS: Readonly<Record<string, { file: string; publisher: string; language: string }>> = {
  guardian: { file: 'sample-feeds/real-world/the-guardian.xml', publisher: 'The Guardian', language: 'en' },
  bbc: { file: 'sample-feeds/real-world/bbc-news-world.xml', publisher: 'BBC News', language: 'en' },
  ft: { file: 'sample-feeds/real-world/the-financial-times-uk-homepage.xml', publisher: 'FT', language: 'en' },
  sky: { file: 'sample-feeds/real-world/sky-news.xml', publisher: 'Sky News', language: 'en' },
  nyt: { file: 'sample-feeds/real-world/nyt-top-stories.xml', publisher: 'New York Times', language: 'en' },
  macrumors: { file: 'sample-feeds/real-world/macrumors-all-stories.xml', publisher: 'MacRumors', language: 'en' },
  engadget: { file: 'sample-feeds/real-world/engadget.xml', publisher: 'Engadget', language: 'en' },
  verge: { file: 'sample-feeds/real-world/the-verge-front-pages.xml', publisher: 'The Verge', language: 'en' },
  heise: { file: 'rss-parser/heise.atom', publisher: 'heise online', language: 'de' },
  element: { file: 'feed-rs/rss2/rss_2.0_element_io.xml', publisher: 'Element', language: 'en' },
  cloudflare: { file: 'feed-rs/rss2/rss_2.0_cloudflare.xml', publisher: 'Cloudflare', language: 'en' },
};

const ENTRY = /<(item|entry)\b[^>]*>([\s\S]*?)<\/\1>/g;

/**
 * The entries of those feeds, each in two forms: `feed:NAME:N` is title and text without markup, as a reader of the feed
 * sees it; `markdown:NAME:N` keeps headings, links, lists and emphasis in Markdown. `N` counts from 0 in the feed's order.
 * Made only to be read beside offsets, which a checksum guards: no feed reader, which the desk has elsewhere.
 */
export async function readFeedTexts(setsDir: string): Promise<EvaluationDocument[]> {
  const texts: EvaluationDocument[] = [];
  for (const [name, { file, publisher, language }] of Object.entries(FEEDS)) {
    const xml = await readFile(pathInSet(setsDir, 'feeds', `files/${file}`), 'utf8');
    [...xml.matchAll(ENTRY)].forEach(([, , entry = ''], at) => {
      const title = inPlainWords(readField(entry, ['title']));
      const html = readField(entry, ['content:encoded', 'content', 'description', 'summary']);
      const published = new Date(readField(entry, ['pubDate', 'published', 'updated', 'dc:date']));
      const meta = {
        title,
        publisher,
        language,
        ...(Number.isNaN(published.getTime()) ? {} : { published: published.toISOString() }),
      };
      texts.push({ ...meta, id: `feed:${name}:${at}`, text: `${title}\n\n${inPlainWords(html)}` });
      texts.push({
        ...meta,
        id: `markdown:${name}:${at}`,
        text: `# ${title}\n\n${toMarkdown(html)}\n`,
        format: 'markdown',
      });
    });
  }
  return texts;
}

/** The first of the named fields that is there, with CDATA opened and, where it is escaped, one level of it undone. */
function readField(entry: string, names: readonly string[]): string {
  for (const name of names) {
    const inside = new RegExp(`<${name}\\b[^>]*>([\\s\\S]*?)</${name}>`).exec(entry)?.[1];
    if (inside === undefined || inside.trim() === '') continue;
    const data = /<!\[CDATA\[([\s\S]*?)\]\]>/.exec(inside)?.[1];
    return data ?? decodeEntities(inside);
  }
  return '';
}

function toMarkdown(html: string): string {
  const marked = html
    .replace(/<h([1-6])\b[^>]*>([\s\S]*?)<\/h\1>/gi, (_, level: string, text: string) => {
      return `<p>${'#'.repeat(Math.max(2, Number(level)))} ${inPlainWords(text)}</p>`;
    })
    .replace(/<a\b[^>]*?href="([^"]*)"[^>]*>([\s\S]*?)<\/a>/gi, (_, to: string, text: string) => {
      return inPlainWords(text) === '' ? '' : `[${inPlainWords(text)}](${to})`;
    })
    .replace(/<\/?(?:strong|b)>/gi, '**')
    .replace(/<\/?(?:em|i)>/gi, '*')
    .replace(/<blockquote\b[^>]*>/gi, '<p>> ')
    .replace(/<li\b[^>]*>\s*(?:<p\b[^>]*>)?/gi, '<br>- ')
    .replace(/<\/li>/gi, '');
  return inPlainWords(marked);
}

function inPlainWords(html: string): string {
  const spaced = html
    .replace(/<(script|style|figure)\b[\s\S]*?<\/\1>/gi, '')
    .replace(/\s+/g, ' ')
    .replace(/<br\s*\/?>|<\/li>/gi, '\n')
    .replace(/<\/(?:p|div|ul|ol|h[1-6]|blockquote|pre|table)>/gi, '\n\n')
    .replace(/<[^>]*>/g, '');
  return decodeEntities(spaced)
    .replace(/[ \u00a0]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', amp: '&' };

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    return NAMED[name ?? ''] ?? whole;
  });
}
