import { indexTerms } from '../core/text/terms.ts';

/** Queries with fewer telling words ask one thing. Set on multihop-rag-sample. */
const FEWEST_WORDS = 18;
/** A part with fewer telling words joins the next. */
const FEWEST_PART_WORDS = 8;

/** The parts of a long query at commas, "and", "while", "between" …; a query that asks one thing is one part. */
export function splitQuery(text: string): string[] {
  if (indexTerms(text).length < FEWEST_WORDS) return [text];
  const parts: string[] = [];
  let current = '';
  for (const piece of text.split(
    /(?<=[,;:.?!]['”"’]?)\s+|\s+(?=(?:and|while|but|whereas|between|than|compared|versus|or)\b)/i,
  )) {
    current = current === '' ? piece : `${current} ${piece}`;
    if (indexTerms(current).length < FEWEST_PART_WORDS) continue;
    parts.push(current);
    current = '';
  }
  if (current !== '') parts.push(`${parts.pop() ?? ''} ${current}`.trim());
  return parts;
}
