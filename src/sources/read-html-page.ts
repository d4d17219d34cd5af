import type { DocumentFields, FieldName } from './document-fields.ts';
import { checkField } from './document-fields.ts';
import type { HtmlElement } from './html-text.ts';
import { htmlText, nestingDepth, removeHidden } from './html-text.ts';
import { importOnce } from './import-once.ts';

const loadPageLibraries = importOnce(() => Promise.all([import('linkedom'), import('@mozilla/readability')]));

/** The article of a web page. Every field is what the page itself tells; what it does not tell is absent. */
export interface HtmlPage {
  readonly fields: DocumentFields;
  readonly ownTitle: string | undefined;
  /** Blocks on lines of their own; not normalised. */
  readonly rawText: string;
  /** What the page tells in a form that cannot be used. */
  readonly doubts: readonly { readonly field: FieldName; readonly problem: string }[];
}

/** Pages with more elements are lists of data; finding the article in them would take many seconds. */
const MOST_ELEMENTS = 50_000;
/** Readability's time grows with the cube of the depth (1,000 levels took 9 s); real pages stay below some 60. */
const DEEPEST_NESTING = 200;
/** A byline is a name or a few. */
const LONGEST_BYLINE = 120;

/** Reads a page's article with Readability, or the whole body where no article is found. No script runs. */
export async function readHtmlPage(html: string): Promise<HtmlPage> {
  const [{ parseHTML }, { Readability }] = await loadPageLibraries();
  const whole = withBody(html);
  const parseVisible = (): HtmlElement => {
    const document: HtmlElement = parseHTML(whole).document;
    removeHidden(document);
    return document;
  };

  const document = parseVisible();
  const told = readTold(document);
  const heading = document.querySelector('h1')?.textContent?.trim() || undefined;
  const article = parseArticle(document, () =>
    new Readability(document as never, {
      maxElemsToParse: MOST_ELEMENTS,
      serializer: (node) => htmlText(node as unknown as HtmlElement),
    }).parse(),
  );
  const candidates: Candidates = {
    title: [article?.title, told.title],
    author: [article?.byline].map(cleanByline),
    publisher: [article?.siteName],
    url: told.urls,
    published: [article?.publishedTime, ...told.published],
    language: [told.language],
  };
  const text = article?.content?.trim();
  return {
    ...chooseFields(candidates),
    ownTitle: heading,
    rawText: text === undefined || text === '' ? bodyText(parseVisible()) : text,
  };
}

/** Puts a `<body>` in where the page leaves it out, as HTML allows and the parser does not mend. */
function withBody(html: string): string {
  if (/<body[\s>]/i.test(html)) return html;
  const before = /<\/head\s*>/i.exec(html) ?? /<html(?:\s[^>]*)?>/i.exec(html);
  if (before === null) return `<!doctype html><html><body>${html}</body></html>`;
  const at = before.index + before[0].length;
  return `${html.slice(0, at)}<body>${html.slice(at)}`;
}

function bodyText(document: HtmlElement): string {
  return htmlText(document.querySelector('body') ?? document);
}

/** `undefined` where there is no article, or the page is too large or nests too deeply to look for one. */
function parseArticle<T>(document: HtmlElement, parse: () => T | null): T | undefined {
  if (nestingDepth(document.querySelector('html') ?? document) > DEEPEST_NESTING) return undefined;
  try {
    return parse() ?? undefined;
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('Aborting parsing')) return undefined;
    throw error;
  }
}

type Candidates = Partial<Record<FieldName, readonly (string | null | undefined)[]>>;

/** Per field the first candidate that is right; a doubt where there are only wrong ones. */
function chooseFields(candidates: Candidates): Pick<HtmlPage, 'fields' | 'doubts'> {
  const fields: Partial<Record<FieldName, string>> = {};
  const doubts: { field: FieldName; problem: string }[] = [];
  for (const field of Object.keys(candidates) as FieldName[]) {
    let doubt: string | undefined;
    for (const candidate of candidates[field] ?? []) {
      if (candidate === undefined || candidate === null || candidate.trim() === '') continue;
      const checked = checkField(field, candidate);
      if (checked.ok) {
        fields[field] = checked.value;
        doubt = undefined;
        break;
      }
      doubt ??= checked.problem;
    }
    if (doubt !== undefined) doubts.push({ field, problem: doubt });
  }
  return { fields, doubts };
}

function cleanByline(byline: string | null | undefined): string | undefined {
  const name = byline
    ?.replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:by|von|par)\s+/i, '');
  const isName = name !== undefined && name.length <= LONGEST_BYLINE && !/@|:\/\//.test(name);
  return isName ? name : undefined;
}

/** Where pages write when they were published; besides what Readability knows (Open Graph, JSON-LD). */
const PUBLISHED = [
  ['meta[property="article:published_time"]', 'content'],
  ['meta[itemprop="datePublished"]', 'content'],
  ['meta[name="parsely-pub-date"]', 'content'],
  ['meta[name="dc.date"], meta[name="DC.date"], meta[name="DC.date.issued"], meta[name="dcterms.date"]', 'content'],
  ['meta[name="date"], meta[name="pubdate"], meta[name="publish-date"]', 'content'],
  ['time[itemprop="datePublished"], time[pubdate]', 'datetime'],
] as const;

function readTold(document: HtmlElement) {
  const read = (selector: string, attribute: string) => document.querySelector(selector)?.getAttribute(attribute);
  return {
    urls: [read('link[rel="canonical"]', 'href'), read('meta[property="og:url"]', 'content')],
    published: PUBLISHED.map(([selector, attribute]) => read(selector, attribute)),
    title: document.querySelector('title')?.textContent,
    language: (read('html', 'lang') ?? read('meta[http-equiv="content-language"]', 'content'))?.replaceAll('_', '-'),
  };
}
