import { isDigit, isLetter, isLower, isWhiteSpace } from './character-classes.ts';
import type { Span } from './span.ts';

/** Marks that open a quotation, with those that close it. */
const CLOSING_OF: Readonly<Record<string, string>> = { '"': '"', '“': '”', '„': '“”', '«': '»' };
const OPENING = /["“„«]/g;
/** A longer quotation is split although it stands inside a sentence. Characters. */
const LONGEST_EMBEDDED = 320;

/**
 * Quotations of several sentences that are part of the sentence around them: they begin in its middle without a comma
 * or colon ('he said "it failed. Nobody came"'), or the sentence goes on behind them ('cried, "Go! Go!" and ran').
 * In order.
 */
export function findEmbeddedQuotations(text: string, block: Span): Span[] {
  const found: Span[] = [];
  OPENING.lastIndex = block.start;
  for (let match = OPENING.exec(text); match !== null && match.index < block.end; match = OPENING.exec(text)) {
    const start = match.index;
    if (start === block.start || !isWhiteSpace(text.charCodeAt(start - 1))) continue;
    const end = closingAfter(text, start, block.end);
    if (end === undefined) continue;
    if (isEmbedded(text, { start, end }, block)) found.push({ start, end });
    OPENING.lastIndex = end;
  }
  return found;
}

function isEmbedded(text: string, quotation: Span, block: Span): boolean {
  const { start, end } = quotation;
  let at = start - 1;
  while (at > block.start && isWhiteSpace(text.charCodeAt(at))) at--;
  const before = text.charCodeAt(at);
  if (isLetter(before) || isDigit(before)) return true;
  if (!/[,:]/.test(text.charAt(at)) || /[,.…]/.test(text.charAt(end - 2))) return false;
  const next = isWhiteSpace(text.charCodeAt(end)) ? end + 1 : end;
  return next < block.end && isLower(text.charCodeAt(next));
}

function closingAfter(text: string, start: number, limit: number): number | undefined {
  const mark = text.charAt(start);
  const closing = CLOSING_OF[mark] ?? mark;
  const stop = Math.min(limit, start + LONGEST_EMBEDDED);
  for (let at = start + 1; at < stop; at++) {
    const here = text.charAt(at);
    if (closing.includes(here)) return mark === '"' && isWhiteSpace(text.charCodeAt(at - 1)) ? undefined : at + 1;
    if (here === mark) return undefined;
  }
  return undefined;
}
