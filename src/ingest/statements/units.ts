import type { Sentence } from '../../core/document.ts';
import { findQuotations, type Quotation } from './quotations.ts';
import { tokeniseUnit, type Unit } from './tokens.ts';

/** The document's sentences as units: sentences that one quotation holds together are one unit. */
export function readUnits(document: { text: string; sentences: readonly Sentence[] }): Unit[] {
  const { text, sentences } = document;
  const units: Unit[] = [];
  let first = 0;
  while (first < sentences.length) {
    const block = (sentences[first] as Sentence).block;
    let end = first;
    while (end < sentences.length && sentences[end]?.block === block) end++;
    const next = sentences[end];
    const reopened = next !== undefined && /^(?:[“"„«]|''|``)/.test(text.slice(next.start, next.start + 2));
    pushBlock(text, { sentences: sentences.slice(first, end), reopened }, units);
    first = end;
  }
  return units;
}

function pushBlock(text: string, block: { sentences: readonly Sentence[]; reopened: boolean }, units: Unit[]): void {
  const { sentences } = block;
  const start = (sentences[0] as Sentence).start;
  const blockEnd = (sentences.at(-1) as Sentence).end;
  const quotations = findQuotations(text, { start, end: blockEnd }, block.reopened);
  let next = 0;
  let started = 0;
  let open: Sentence | undefined;
  for (const [at, sentence] of sentences.entries()) {
    open ??= sentence;
    // A quotation that goes on behind this sentence holds the next one to it.
    while (started < quotations.length && (quotations[started] as Quotation).start < sentence.end) started++;
    const last = quotations[started - 1];
    if (last !== undefined && last.end > sentence.end && at + 1 < sentences.length) continue;
    const unitStart = open.start;
    const inside: Quotation[] = [];
    while (next < quotations.length && (quotations[next] as Quotation).start < sentence.end)
      inside.push(quotations[next++] as Quotation);
    const span = { start: unitStart, end: Math.max(sentence.end, inside.at(-1)?.end ?? 0) };
    units.push({
      ...span,
      block: sentence.block,
      tokens: tokeniseUnit(text, span, inside),
      quotations: inside,
      endsInside: new Set(inside.filter((one) => endsInPunctuation(text, one)).map((one) => one.start)),
      endsFully: new Set(
        inside.filter((one) => endsInPunctuation(text, one, /[.!?…]['’)\]]*$/)).map((one) => one.start),
      ),
      titles: new Set(inside.filter((one) => isTitle(text, one)).map((one) => one.start)),
      first: units.length === 0,
      heading: sentence.kind === 'heading',
    });
    open = undefined;
  }
}

const INNER_END = /[.!?…,—–-]['’)\]]*$/;

function endsInPunctuation(text: string, quotation: Quotation, pattern = INNER_END): boolean {
  const end = quotation.end - quotation.closeLength;
  return pattern.test(text.slice(Math.max(quotation.start + 1, end - 3), end).trimEnd());
}

const LONGEST_TITLE_WORDS = 6;

function isTitle(text: string, quotation: Quotation): boolean {
  const words = text
    .slice(quotation.start + quotation.openLength, quotation.end - quotation.closeLength)
    .trim()
    .split(/\s+/, LONGEST_TITLE_WORDS + 1);
  return (
    words.length <= LONGEST_TITLE_WORDS &&
    words.every((word) => /^\p{Lu}/u.test(word) || /^(?:of|the|and|a|in|on|for|to|with)$/.test(word))
  );
}
