// @ts-check
/** Pure functions over texts and spans; offsets are UTF-16 code units, `[start, end)`. */

/**
 * @typedef {{ start: number, end: number }} Span
 */

/**
 * Cuts `[start, end)` wherever a range begins or ends. Each segment tells the ranges that cover it; the segments
 * follow each other without gap.
 * @template {Span} Range
 * @param {Span} whole
 * @param {readonly Range[]} ranges
 * @returns {{ start: number, end: number, ranges: Range[] }[]}
 */
export function cutSegments(whole, ranges) {
  const touching = ranges.filter((range) => range.start < whole.end && whole.start < range.end);
  const cuts = new Set([whole.start, whole.end]);
  for (const range of touching) {
    cuts.add(Math.max(range.start, whole.start));
    cuts.add(Math.min(range.end, whole.end));
  }
  const sorted = [...cuts].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((start, index) => {
    const end = sorted[index + 1] ?? whole.end;
    return { start, end, ranges: touching.filter((range) => range.start <= start && end <= range.end) };
  });
}

/**
 * For each of the `pieces` (in order, not overlapping) the ranges that touch it, in one pass over both: a long text
 * with thousands of ranges is laid out in one go.
 * @template {Span} Range
 * @param {readonly Span[]} pieces
 * @param {readonly Range[]} ranges
 * @returns {Range[][]}
 */
export function sweepSpans(pieces, ranges) {
  const coming = [...ranges].sort((a, b) => a.start - b.start);
  /** @type {Range[]} */
  let open = [];
  let next = 0;
  return pieces.map((piece) => {
    open = open.filter((range) => range.end > piece.start);
    for (; next < coming.length; next += 1) {
      const range = coming[next];
      if (range === undefined || range.start >= piece.end) break;
      if (range.end > piece.start) open.push(range);
    }
    return [...open];
  });
}

/**
 * The paragraphs of a text: what stands between line breaks, without the empty ones.
 * @param {string} text
 * @returns {Span[]}
 */
export function findParagraphs(text) {
  return [...text.matchAll(/[^\n]*\S[^\n]*/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/**
 * Where the quote stands in `text`: at `span` if its words are still there, else at their only other place, else
 * nowhere. White space counts as equal.
 * @param {string} text
 * @param {string} quote
 * @param {Span} span
 * @returns {Span | undefined}
 */
export function findQuote(text, quote, span) {
  const wanted = foldWhiteSpace(quote);
  if (foldWhiteSpace(text.slice(span.start, span.end)) === wanted) return span;
  if (wanted === '') return undefined;
  const pattern = new RegExp(wanted.split(' ').map(escapePattern).join('\\s+'), 'g');
  const matches = [...text.matchAll(pattern)];
  const [only] = matches;
  if (only === undefined || matches.length > 1) return undefined;
  return { start: only.index, end: only.index + only[0].length };
}

/**
 * Cuts a sentence of an answer into the source's words and the desk's explanations in square brackets. A bracket
 * that stands in a quote itself is the source's.
 * @param {string} text
 * @param {readonly string[]} quotes
 * @returns {{ text: string, byDesk: boolean }[]}
 */
export function splitExplanations(text, quotes) {
  return text
    .split(/(\[[^[\]]*\])/)
    .filter((part) => part !== '')
    .map((part) => ({ text: part, byDesk: /^\[.*\]$/s.test(part) && !quotes.some((quote) => quote.includes(part)) }));
}

/** @param {string} text */
function foldWhiteSpace(text) {
  return text.replace(/\s+/g, ' ').trim();
}

/** @param {string} text */
function escapePattern(text) {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}
