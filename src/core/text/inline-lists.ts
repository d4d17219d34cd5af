import type { Span } from './span.ts';

/** How list items are numbered: "1.", "1)", "1.)", "a.", "a)", "(a)", each perhaps after a bullet. */
const ITEM_MARK = /(?<=^|\s)(?:[•⁃▪◦‣●]\s?)?(\(?)(\d{1,3}|[a-z]|[A-Z])(\.\)|\.|\))(?=\s?\S)/gu;

/**
 * Where the items of a list inside one line begin ("1. One thing 2. Another"): marks of one style that count on
 * from the first, at least two of them. In order; the first item's beginning is included.
 */
export function findInlineItems(text: string, block: Span): number[] {
  const slice = text.slice(block.start, block.end);
  if (!/[.)]/.test(slice) || !FIRST_MARK.test(slice)) return [];
  let items: number[] = [];
  let found: number[] = [];
  let lastAt = 0;
  let expected: { style: string; value: string } | undefined;
  const close = (): void => {
    if (items.length > 1) found = found.concat(items);
    items = [];
    expected = undefined;
  };
  for (const match of slice.matchAll(ITEM_MARK)) {
    const [whole, open = '', value = '', shut = ''] = match;
    const style = `${open}${shut}${whole.startsWith('•') || whole.startsWith('⁃')}`;
    const fits = expected !== undefined && expected.style === style && expected.value === value;
    if (!fits && !canBegin(slice, { at: match.index, value, bulleted: /^[^\w(]/u.test(whole) })) continue;
    // "A. B. Marsh" is a name: an item has words.
    if (fits && match.index - lastAt < SHORTEST_ITEM) {
      items = [];
      expected = undefined;
      continue;
    }
    lastAt = match.index;
    if (!fits) close();
    if (shut === '.' && !/^\s/.test(slice.slice(match.index + whole.length))) continue;
    items.push(block.start + match.index);
    expected = { style, value: following(value) };
  }
  close();
  return found;
}

/** Characters from one mark to the next. */
const SHORTEST_ITEM = 5;
const FIRST_MARK = /(?:^|\s)(?:[•⁃▪◦‣●]\s?\(?\d|\(?(?:1|a|A)(?:\.\)|\.|\)))/u;

/** A list begins with its first number or letter, at the line's start or after punctuation; after a bullet with any. */
function canBegin(slice: string, mark: { at: number; value: string; bulleted: boolean }): boolean {
  const atStart = mark.at === 0 || /[.!?:;]\s*$/.test(slice.slice(Math.max(0, mark.at - 3), mark.at));
  return atStart && (mark.bulleted || mark.value === '1' || mark.value === 'a' || mark.value === 'A');
}

function following(value: string): string {
  return /^\d/.test(value) ? String(Number(value) + 1) : String.fromCharCode(value.charCodeAt(0) + 1);
}
