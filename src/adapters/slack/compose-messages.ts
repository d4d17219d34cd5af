import { BLOCK_BUDGET, MESSAGE_BUDGET } from './limits.ts';
import { type Block, breakLine, costOf, type Line, toPlainText, toRichText } from './rich-text.ts';

/** One post: its blocks, and the same as text for notifications, screen readers and refused blocks. */
export interface SlackMessage {
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** What must be told and how much of it may be cut. */
export interface Content {
  /** First lines, never cut. */
  readonly head: readonly Line[];
  /** What may be cut: whole lines from the end, or the end of the first. */
  readonly body: readonly Line[];
  /** Sources, credits, remarks: never cut; what does not fit goes on in another message. */
  readonly tail: readonly Line[];
  /** Buttons under the first message. */
  readonly controls: readonly Block[];
  /** The line that says how much of the body is shown. */
  readonly cutNote: (shown: number) => Line;
  /** The first line of every message after the first. */
  readonly continued: Line;
}

/** Some of the body is shown however long the tail is. */
const LEAST_BODY = 1_500;

/**
 * The content as messages within every limit of Slack: sources and credits are reserved first, the body is cut last,
 * and a tail that fills more than one message is continued in further ones.
 */
export function composeMessages(content: Content): [SlackMessage, ...SlackMessage[]] {
  const fixed = costOf(content.head) + costOf(content.tail) + costOf([content.cutNote(content.body.length)]);
  const bodyBudget = Math.max(LEAST_BODY, MESSAGE_BUDGET - fixed);
  const body = cutBody(content.body, bodyBudget, content.cutNote);
  const pages = paginate([...content.head, ...body, ...content.tail], content.continued);
  const [first = [], ...rest] = pages;
  return [
    { text: toPlainText(first), blocks: [...toRichText(first), ...content.controls] },
    ...rest.map((lines) => ({ text: toPlainText(lines), blocks: toRichText(lines) })),
  ];
}

/** The lines of the body that fit, and the note where not all do. A first line that is too long alone is broken. */
function cutBody(body: readonly Line[], budget: number, note: (shown: number) => Line): Line[] {
  if (costOf(body) <= budget) return [...body];
  const kept: Line[] = [];
  let room = budget;
  for (const line of body) {
    const cost = costOf([line]);
    if (cost > room) break;
    kept.push(line);
    room -= cost;
  }
  if (kept.length > 0) return [...kept, note(kept.length)];
  const [beginning] = body[0] === undefined ? [] : breakLine(body[0], budget);
  return beginning === undefined ? [] : [[...beginning, { text: ' …' }], note(0)];
}

/**
 * Lines in groups that each fit one message. Every block but the last holds at least half its budget, so that a message
 * has at most 8 of them and needs no check of their number.
 */
function paginate(lines: readonly Line[], continued: Line): Line[][] {
  const pieces = lines.flatMap((line) => breakLine(line, Math.floor(BLOCK_BUDGET / 2)));
  const pages: Line[][] = [];
  let room = 0;
  for (const line of pieces) {
    const cost = costOf([line]);
    const last = pages.at(-1);
    if (last === undefined) {
      pages.push([line]);
      room = MESSAGE_BUDGET - cost;
    } else if (cost > room) {
      pages.push([continued, line]);
      room = MESSAGE_BUDGET - costOf([continued, line]);
    } else {
      last.push(line);
      room -= cost;
    }
  }
  return pages;
}
