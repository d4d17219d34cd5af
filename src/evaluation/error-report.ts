import { type ItemOutcome, RIGHT } from './outcome.ts';
import { formatFigure, renderMarkdownTable } from './report.ts';

/** One kind of error in a set. */
export interface ErrorKind {
  readonly set: string;
  readonly part?: string;
  readonly kind: string;
  readonly verdict: string;
  readonly count: number;
  /** Items of that kind in the part, right ones included. */
  readonly of: number;
  /** Share of all errors of the part. */
  readonly share: number;
  /** An item of it, for the terminal only. */
  readonly example: string;
}

/** How many kinds of error are shown of each part of a set. */
const WORST = 10;

/** The commonest kinds of error of every part of every set, most frequent first. */
export function rankErrors(outcomes: readonly ItemOutcome[], worst = WORST): ErrorKind[] {
  return groupBy(outcomes, ({ set, part }) => `${set}\n${part ?? ''}`).flatMap((group) => {
    const errors = group.filter(({ verdict }) => verdict !== RIGHT);
    return groupBy(errors, ({ kind, verdict }) => `${kind}\n${verdict}`)
      .flatMap((same): ErrorKind[] => {
        const first = same[0];
        if (first === undefined) return [];
        const { set, part, kind, verdict, item } = first;
        return [
          {
            set,
            ...(part === undefined ? {} : { part }),
            kind,
            verdict,
            count: same.length,
            of: group.filter((one) => one.kind === kind).length,
            share: same.length / errors.length,
            example: item,
          },
        ];
      })
      .sort((a, b) => b.count - a.count || a.kind.localeCompare(b.kind))
      .slice(0, worst);
  });
}

/** A Markdown table. The examples may be words of a corpus: they are for the terminal, never for a file. */
export function renderErrors(errors: readonly ErrorKind[]): string {
  const head = ['set', 'kind', 'error', 'count', 'of', 'share of errors', 'example'];
  const rows = errors.map(({ set, part, kind, verdict, count, of, share, example }) => [
    part === undefined ? set : `${set}, ${part}`,
    kind,
    verdict,
    String(count),
    String(of),
    formatFigure(share),
    shorten(example),
  ]);
  return `${renderMarkdownTable(head, rows)}\n`;
}

/** For programs, without words of a corpus. */
export function errorsToJson(errors: readonly ErrorKind[]) {
  return errors.map(({ example: _, part, ...figures }) => ({ ...figures, part: part ?? null }));
}

const LONGEST_EXAMPLE = 90;

function shorten(text: string): string {
  const folded = text.replace(/\s+/g, ' ').trim();
  return folded.length <= LONGEST_EXAMPLE ? folded : `${folded.slice(0, LONGEST_EXAMPLE - 1)}…`;
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups.values()];
}
