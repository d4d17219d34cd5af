import type { Token, Unit } from './tokens.ts';

/** What stands before a colon and names no speaker, lower case: parts of an article, credits, the roles of an interview. */
const LABELS = new Set(
  `photo photos image images picture pictures credit credits caption video audio source sources watch read more update updated
  updates correction note notes editor's quote quotes key summary topic topics tags tag title subject subtitle headline date dated
  location contact contacts background context breaking live exclusive opinion analysis explainer interview fact check q a question
  answer questions answers interviewer interviewee moderator host reporter why how what when where who takeaway takeaways highlights
  highlight bottom line example examples details status result results risk risks cost costs price prices impact outlook conclusion
  introduction overview category categories related author authors by published language url link links website email phone fax table
  figure chart graphic illustration file warning tip important disclaimer about for against pros cons number numbers timeline next
  steps press media release embargo agenda in brief short brief data facts points point statement statements reaction reactions`
    .trim()
    .split(/\s+/),
);

/** A label's words at most. */
const LONGEST_LABEL = 6;

/** The tokens of a name before a colon that opens a line ("Anna Berg: ...", "- Foresight: ..."); none for a mere label. */
export function readLineLabel(unit: Unit): { readonly from: number; readonly colon: number } | undefined {
  const { tokens } = unit;
  let from = 0;
  while (tokens[from]?.kind === 'mark' && /^[-–—•*·>]$/.test(tokens[from]?.text ?? '')) from++;
  // "**Foresight**:" keeps its stars where the text was not Markdown.
  while (tokens[from]?.text === '*') from++;
  let colon = from;
  while (colon < tokens.length && tokens[colon]?.text !== ':' && colon - from <= LONGEST_LABEL + 4) colon++;
  if (tokens[colon]?.text !== ':' || colon === from || tokens[colon + 1] === undefined) return undefined;
  let end = colon;
  while (end > from && tokens[end - 1]?.text === '*') end--;
  const words = tokens.slice(from, end);
  const comma = words.findIndex((word) => word.text === ',');
  if (comma >= 0) {
    // "Henna Lund, Commission: “...”": what follows the comma describes, before a quotation only.
    const describes = words.slice(comma + 1).every((word) => word.kind === 'word' || word.text === ',');
    if (tokens[colon + 1]?.kind !== 'quotation' || comma < 2 || !describes) return undefined;
    return isName(words.slice(0, comma)) ? { from, colon } : undefined;
  }
  if (words.length > LONGEST_LABEL || !isName(words)) return undefined;
  return { from, colon };
}

function isName(words: readonly Token[]): boolean {
  const first = words[0];
  if (first === undefined || !first.capital) return false;
  let names = 0;
  for (const [at, word] of words.entries()) {
    if (word.kind !== 'word') {
      if (/^[&().'’-]$/.test(word.text)) continue;
      return false;
    }
    if (LABELS.has(word.lower.replace(/s$/, '')) || LABELS.has(word.lower)) continue;
    if (!word.capital && !/^(?:of|the|de|van|von|der|and|for)$/.test(word.lower)) return false;
    if (at > 0 && !word.capital) continue;
    names++;
  }
  return names > 0 && !LABELS.has(first.lower);
}

/** "Key quote:", "Photo:": words that open a line and name nobody. */
export function opensWithMereLabel(unit: Unit): boolean {
  const colon = unit.tokens.findIndex((token) => token.text === ':');
  if (colon < 1 || colon > LONGEST_LABEL) return false;
  const words = unit.tokens.slice(0, colon).filter((token) => token.kind === 'word');
  return words.length > 0 && words.every((word) => LABELS.has(word.lower));
}

/** Bylines and credits ("By Carla Winter", "Photo: Anna Berg / Nimbus"): whoever is named there is not in the story. */
export function isCreditLine(unit: Unit): boolean {
  const { tokens } = unit;
  if (tokens.length > LONGEST_CREDIT) return false;
  const first = tokens[0];
  if (first === undefined || first.kind !== 'word') return false;
  if (/^(?:photo|photos|image|images|picture|credit|credits|caption|video|illustration|graphic)$/.test(first.lower))
    return tokens[1]?.text === ':' || /^(?:by|credit|courtesy|source)$/.test(tokens[1]?.lower ?? '');
  if (first.lower === 'by')
    return tokens[1]?.capital === true && tokens.every((token) => token.text !== ',') && unit.heading;
  return /^(?:reporting|editing|writing)$/.test(first.lower) && tokens[1]?.lower === 'by';
}

/** Tokens. */
const LONGEST_CREDIT = 14;

/**
 * Length of the dateline that opens a paragraph: "BRUSSELS (Reuters) — ", "Paris, June 3 – ", "BERLIN – 12 May 2026 – ".
 * A place in small letters counts only with a date or an agency.
 */
export function datelineLength(text: string): number {
  return (CAPITALS_DATELINE.exec(text) ?? DATED_DATELINE.exec(text))?.[0].length ?? 0;
}

const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\\.?';
const DATE = `(?:${MONTH}\\s\\d{1,2}|\\d{1,2}\\s${MONTH})(?:,?\\s(?:19|20)\\d\\d)?`;
const DASH = '(?:[—–]|--?)';
const CAPITALS_DATELINE = new RegExp(
  `^\\p{Lu}{2}[\\p{Lu} .'’/-]{1,30}(?:,\\s[\\p{L}. ]{2,20})?(?:,?\\s(?:${DATE}))?\\s*(?:\\([\\p{L} /.-]{2,30}\\)\\s*)?${DASH}\\s+(?:${DATE}\\s*${DASH}\\s+)?`,
  'u',
);
const DATED_DATELINE = new RegExp(
  `^\\p{Lu}[\\p{L}’'.-]+(?:\\s\\p{Lu}[\\p{L}’'.-]+){0,2}(?:,\\s\\p{Lu}[\\p{L}. ]{1,20})?(?:,?\\s+${DATE}(?:\\s*\\([\\p{L} /.-]{2,30}\\))?|\\s+\\([\\p{L} /.-]{2,30}\\)|\\s*${DASH}\\s+${DATE})\\s*${DASH}\\s+`,
  'u',
);
