import { findQuotations } from './quotations.ts';
import { type Token, tokeniseUnit, type Unit } from './tokens.ts';

/**
 * A unit whose full stops inside a sentence are part of the word before them ("am 3. Mai", "z. B.", "bzw."), as a
 * unit's words outside quotations are one sentence.
 */
export function joinAbbreviations(unit: Unit): Unit {
  if (!unit.tokens.some((token, at) => isInnerStop(unit.tokens, at, token))) return unit;
  const tokens: Token[] = [];
  unit.tokens.forEach((token, at) => {
    const last = tokens.at(-1);
    if (last === undefined || !isInnerStop(unit.tokens, at, token)) tokens.push(token);
    else tokens[tokens.length - 1] = { ...last, end: token.end, text: `${last.text}.`, lower: `${last.lower}.` };
  });
  return { ...unit, tokens };
}

function isInnerStop(tokens: readonly Token[], at: number, token: Token): boolean {
  const before = tokens[at - 1];
  return (
    token.text === '.' &&
    at + 1 < tokens.length &&
    before !== undefined &&
    before.kind === 'word' &&
    before.end === token.start
  );
}

/** The words inside a quotation of a unit, as a unit. */
export function innerUnit(text: string, unit: Unit, start: number): Unit | undefined {
  const quotation = unit.quotations.find((one) => one.start === start);
  if (quotation === undefined) return undefined;
  const span = { start: quotation.start + quotation.openLength, end: quotation.end - quotation.closeLength };
  const quotations = findQuotations(text, span);
  const tokens = tokeniseUnit(text, span, quotations);
  return { ...unit, ...span, tokens, quotations, endsInside: new Set(), endsFully: new Set(), titles: new Set() };
}
