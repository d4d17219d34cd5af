import type { Citation } from '../../core/answer.ts';
import type { SpeakerIdentity } from '../../core/statement.ts';
import { looksLikeAddress, safeUrl, shorten } from './escape.ts';
import { fill, type Phrases } from './phrases.ts';
import type { Line, Run } from './rich-text.ts';

/** A title longer than this is cut; the credit never is. */
const TITLE_LENGTH = 200;
/** How an answer's text marks a title that its source does not have (`composeAnswer`). */
const TITLE_BY_DESK = '(title given by the desk)';

/**
 * The sources of citations, one line a document: its markers, title, publisher, date, credit, and who speaks where.
 * `text` is what the desk wrote of them: it tells which titles are its own.
 */
export function sourceLines(citations: readonly Citation[], phrases: Phrases, text = ''): Line[] {
  return groupBySource(citations).map((group) => {
    const first = group[0];
    const speakers = group.flatMap((citation) => {
      const speaker = nameSpeaker(citation, phrases);
      return speaker === '' ? [] : [`[${citation.n}] ${speaker}`];
    });
    return [
      { text: `${[...new Set(group.map(({ n }) => `[${n}]`))].join('')} ` },
      ...titleRuns(first.title, first.url),
      ...(text.includes(`${first.title} ${TITLE_BY_DESK}`) ? [{ text: ` (${phrases.titleByDesk})` }] : []),
      {
        text: ` — ${first.publisher ?? phrases.noPublisher}, ${first.published ?? phrases.noDate}. ${fill(phrases.credit, { credit: first.attribution })}`,
      },
      ...(speakers.length === 0 ? [] : [{ text: `\n${[...new Set(speakers)].join('; ')}`, isItalic: true }]),
    ];
  });
}

/** Who said it, in which role, through whom; empty where nobody is known. */
export function nameSpeaker({ speaker, via }: Pick<Citation, 'speaker' | 'via'>, phrases: Phrases): string {
  const told = via === undefined ? '' : fill(phrases.via, { outlet: via });
  return [speaker === undefined ? '' : describeSpeaker(speaker), told].filter((part) => part !== '').join(', ');
}

/** "Priya Natarajan, Vice President, Lodestar Research". */
export function describeSpeaker({ name, role, organisation }: SpeakerIdentity): string {
  return [name, role, organisation].filter((part) => part !== undefined && part !== '').join(', ');
}

/** A title that links to its document; one that reads like an address shows where it really leads. */
export function titleRuns(title: string, address: string | undefined): Run[] {
  const text = shorten(title, TITLE_LENGTH);
  const url = safeUrl(address);
  if (url === undefined) return [{ text, isBold: true }];
  if (looksLikeAddress(text))
    return [{ text: `${text} (`, isBold: true }, { text: new URL(url).host, url }, { text: ')' }];
  return [{ text, url, isBold: true }];
}

type Group = readonly [Citation, ...Citation[]];

/** Citations of one document together, in the order of their first markers. */
function groupBySource(citations: readonly Citation[]): Group[] {
  const groups = new Map<string, [Citation, ...Citation[]]>();
  for (const citation of citations) {
    const { document, title, attribution, publisher, published, url } = citation;
    const key = JSON.stringify([document, title, attribution, publisher, published, url]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [citation]);
    else group.push(citation);
  }
  return [...groups.values()];
}
