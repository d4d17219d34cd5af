import type { types } from '@slack/bolt';
import { cleanText, escapeMrkdwn, safeUrl } from './escape.ts';
import { BLOCK_BUDGET } from './limits.ts';

/** A piece of text in one style. In rich text nothing is interpreted: what a source says stays words. */
export interface Run {
  readonly text: string;
  readonly isBold?: boolean;
  readonly isItalic?: boolean;
  /** Links to it when it is a safe address; else it is plain text. */
  readonly url?: string;
  /** A person of the workspace, by id; only ever from Slack itself. */
  readonly user?: string;
}

/** What stands between two line breaks. */
export type Line = readonly Run[];

export type Block = types.KnownBlock;

/** What a line costs of a message's budget: its escaped text and its addresses. */
export function costOf(lines: readonly Line[]): number {
  return lines.reduce((sum, line) => sum + 1 + line.reduce((inLine, run) => inLine + runCost(run), 0), 0);
}

function runCost({ text, url, user }: Run): number {
  const address = safeUrl(url);
  const link = address === undefined ? 0 : address.length + 3;
  return escapeMrkdwn(cleanText(text)).length + link + (user === undefined ? 0 : user.length + 3);
}

/** The lines as blocks of rich text, each within a block's budget; a line too long for one is broken between words. */
export function toRichText(lines: readonly Line[]): types.RichTextBlock[] {
  const blocks: types.RichTextBlock[] = [];
  for (const group of groupLines(lines.flatMap((line) => breakLine(line, BLOCK_BUDGET)))) {
    const elements = group.flatMap((line, at) => [
      ...(at === 0 ? [] : [{ type: 'text' as const, text: '\n' }]),
      ...line.flatMap(toElement),
    ]);
    if (elements.length > 0) blocks.push({ type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] });
  }
  return blocks;
}

/** The lines as text for notifications, screen readers and for when the blocks are refused. */
export function toPlainText(lines: readonly Line[]): string {
  return lines
    .map((line) =>
      line
        .map(({ text, url, user }) => {
          const address = safeUrl(url);
          const words = escapeMrkdwn(cleanText(text));
          if (user !== undefined) return `<@${user}>`;
          return address === undefined ? words : `${words} <${escapeMrkdwn(address)}>`;
        })
        .join(''),
    )
    .join('\n')
    .trim();
}

function toElement(run: Run): types.RichTextSection['elements'] {
  if (run.user !== undefined) return [{ type: 'user', user_id: run.user }];
  const text = cleanText(run.text);
  if (text === '') return [];
  const style =
    run.isBold === true || run.isItalic === true
      ? { style: { ...(run.isBold === true && { bold: true }), ...(run.isItalic === true && { italic: true }) } }
      : {};
  const url = safeUrl(run.url);
  return [url === undefined ? { type: 'text', text, ...style } : { type: 'link', url, text, ...style }];
}

/** Lines that together fit one block. */
function groupLines(lines: readonly Line[]): Line[][] {
  const groups: Line[][] = [];
  let room = 0;
  for (const line of lines) {
    const cost = costOf([line]);
    const last = groups.at(-1);
    if (last === undefined || cost > room) {
      groups.push([line]);
      room = BLOCK_BUDGET - cost;
    } else {
      last.push(line);
      room -= cost;
    }
  }
  return groups;
}

/** One line as lines of at most `budget` each. */
export function breakLine(line: Line, budget: number): Line[] {
  if (costOf([line]) <= budget) return [line];
  const lines: Run[][] = [[]];
  let room = budget - 1;
  for (const run of line) {
    for (const piece of breakRun(run, Math.floor(budget / 2))) {
      const cost = runCost(piece);
      if (cost > room && lines.at(-1)?.length !== 0) {
        lines.push([]);
        room = budget - 1;
      }
      lines.at(-1)?.push(piece);
      room -= cost;
    }
  }
  return lines;
}

/** A run in pieces of at most `budget` each, cut after a space where there is one. An address goes with the first. */
function breakRun(run: Run, budget: number): Run[] {
  if (runCost(run) <= budget) return [run];
  const { url: _url, ...style } = run;
  const pieces: Run[] = [];
  let rest = run.text;
  let isFirst = true;
  while (rest !== '') {
    const piece = cutAt(rest, isFirst && runCost({ ...run, text: '' }) < budget ? run : style, budget);
    // An address that alone is too long for a block is left out; the words stay.
    const carries = isFirst && runCost({ ...run, text: piece }) <= budget;
    pieces.push(carries ? { ...run, text: piece } : { ...style, text: piece });
    rest = rest.slice(piece.length);
    isFirst = false;
  }
  return pieces;
}

/** The longest beginning of `text` that costs at most `budget`, at least one character. */
function cutAt(text: string, style: Omit<Run, 'text'>, budget: number): string {
  let [low, high] = [1, text.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (runCost({ ...style, text: text.slice(0, middle) }) <= budget) low = middle;
    else high = middle - 1;
  }
  if (low === text.length) return text;
  const space = text.lastIndexOf(' ', low - 1);
  // Only a space in the last part is worth it: words without spaces (an address, Chinese) are cut where the room ends.
  const end = space > low * 0.7 ? space + 1 : low;
  // Not between the halves of a character.
  const code = text.charCodeAt(end - 1);
  return text.slice(0, code >= 0xd800 && code <= 0xdbff ? end + 1 : end);
}
