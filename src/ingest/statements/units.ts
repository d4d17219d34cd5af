import type { Sentence } from '../../core/document.ts';
import { datelineLength } from './line-labels.ts';
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
    const last = sentences[end - 1] as Sentence;
    const cutOff = next === undefined || CUT_OFF.test(text.slice(Math.max(0, last.end - 8), last.end));
    pushBlock(text, { sentences: sentences.slice(first, end), reopened, cutOff }, units);
    first = end;
  }
  return units;
}

/** A teaser that breaks off. */
const CUT_OFF = /(?:…|\.\.\.|\[…\]|\[\.\.\.\])\s*$/;

function pushBlock(
  text: string,
  block: { sentences: readonly Sentence[]; reopened: boolean; cutOff: boolean },
  units: Unit[],
): void {
  const { sentences } = block;
  const start = (sentences[0] as Sentence).start;
  const blockEnd = (sentences.at(-1) as Sentence).end;
  const quotations = findQuotations(text, { start, end: blockEnd }, block.reopened, block.cutOff);
  let next = 0;
  let started = 0;
  let open: Sentence | undefined;
  for (const [at, sentence] of sentences.entries()) {
    open ??= sentence;
    // A quotation that goes on behind this sentence holds the next one to it.
    while (started < quotations.length && (quotations[started] as Quotation).start < sentence.end) started++;
    const last = quotations[started - 1];
    if (last !== undefined && last.end > sentence.end && at + 1 < sentences.length) continue;
    // A dateline is no part of what is said.
    const unitStart =
      open.start +
      (open.start === start ? datelineLength(text.slice(start, Math.min(sentence.end, start + LONGEST_DATELINE))) : 0);
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
      beginsLower: new Set(inside.filter((one) => beginsLower(text, one)).map((one) => one.start)),
      titles: new Set(inside.filter((one) => isTitle(text, one)).map((one) => one.start)),
      first: units.length === 0,
      heading: sentence.kind === 'heading',
    });
    open = undefined;
  }
}

/** Characters. */
const LONGEST_DATELINE = 90;

const INNER_END = /[.!?…,—–-]['’)\]]*$/;

function endsInPunctuation(text: string, quotation: Quotation, pattern = INNER_END): boolean {
  const end = quotation.end - quotation.closeLength;
  return pattern.test(text.slice(Math.max(quotation.start + 1, end - 3), end).trimEnd());
}

function beginsLower(text: string, quotation: Quotation): boolean {
  const start = quotation.start + quotation.openLength;
  return /^[^\p{L}\p{N}]{0,4}\p{Ll}/u.test(text.slice(start, start + 5));
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
