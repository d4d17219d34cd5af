import type { Span } from '../../core/text/span.ts';
import type { Quotation } from './quotations.ts';

/** A word, a mark, or a whole quotation. */
export interface Token extends Span {
  readonly kind: 'word' | 'mark' | 'quotation';
  /** As written; empty for quotations. */
  readonly text: string;
  /** Lower case, curly apostrophes straight. */
  readonly lower: string;
  /** A word that begins with a capital. */
  readonly capital: boolean;
}

/** Sentences (or one, or several that a quotation holds together) as one line of tokens. */
export interface Unit extends Span {
  readonly block: number;
  readonly tokens: readonly Token[];
  readonly quotations: readonly Quotation[];
  /** Starts of the quotations that end in punctuation inside their marks: sentences of their own. */
  readonly endsInside: ReadonlySet<number>;
  /** Of these, those that end a sentence: not in a comma or dash. */
  readonly endsFully: ReadonlySet<number>;
  /** Starts of the quotations that begin in lower case: they go on with a sentence. */
  readonly beginsLower: ReadonlySet<number>;
  /** Starts of the quotations that are titles: few words, all capitalised. */
  readonly titles: ReadonlySet<number>;
  readonly heading: boolean;
  /** The text's first sentence. */
  readonly first: boolean;
}

const WORD_OR_MARK =
  /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:(?:[.'’&@‑-]|,(?=\d))[\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*\.?|--+|\.{3}|\$?\d|[^\s]/gu;
/** Short words that keep their full stop. */
const ABBREVIATION =
  /^(?:\p{Lu}|(?:\p{L}\.)+\p{L}|mr|mrs|ms|dr|prof|sen|sens|rep|reps|gov|gen|lt|col|capt|sgt|st|jr|sr|inc|corp|co|ltd|llc|no|jan|feb|aug|sept|oct|nov|dec|rev|hon|sec|adm|maj|ala|ariz|ark|calif|colo|conn|del|fla|ga|ill|ind|ky|la|md|mass|mich|minn|miss|mo|mont|neb|nev|okla|ore|pa|penn|tenn|tex|va|vt|wash|wis|d\.c)$/iu;

/** The tokens of a span; `quotations` (those that lie in it) stand as one token each. */
export function tokeniseUnit(text: string, span: Span, quotations: readonly Quotation[]): Token[] {
  const tokens: Token[] = [];
  let from = span.start;
  for (const quotation of quotations) {
    pushWords(text, { start: from, end: quotation.start }, tokens);
    tokens.push({ kind: 'quotation', start: quotation.start, end: quotation.end, text: '', lower: '', capital: false });
    from = quotation.end;
  }
  pushWords(text, { start: from, end: span.end }, tokens);
  return tokens;
}

function pushWords(text: string, span: Span, tokens: Token[]): void {
  if (span.start >= span.end) return;
  const slice = text.slice(span.start, span.end);
  for (const match of slice.matchAll(WORD_OR_MARK)) {
    const start = span.start + match.index;
    let raw = match[0];
    let stop = false;
    if (raw.endsWith('.') && raw.length > 1 && /[\p{L}\p{N}]/u.test(raw.charAt(0))) {
      const bare = raw.slice(0, -1);
      if (!ABBREVIATION.test(bare) || start + raw.length === span.end) {
        raw = bare;
        stop = true;
      }
    }
    tokens.push(makeToken(raw, start));
    if (stop) tokens.push(makeToken('.', start + raw.length));
  }
}

function makeToken(raw: string, start: number): Token {
  const word = /^[\p{L}\p{N}]/u.test(raw);
  const lower = raw.toLowerCase().replaceAll('’', "'").replaceAll('‑', '-');
  return {
    kind: word ? 'word' : 'mark',
    start,
    end: start + raw.length,
    text: raw,
    lower,
    capital: word && /^\p{Lu}/u.test(raw),
  };
}

/** A headline with capitals throughout. */
export function isTitleCase(tokens: readonly Token[]): boolean {
  let words = 0;
  let capitals = 0;
  for (const token of tokens) {
    if (token.kind !== 'word' || token.text.length < 4) continue;
    words++;
    if (token.capital) capitals++;
  }
  return words >= 3 && capitals >= words * 0.8;
}
