/** More questions at once than this are a list of tasks; what is over stays with the last. */
const MOST_QUESTIONS = 3;

/** A longer text is one question with much around it. In code units. */
const LONGEST_SPLIT = 220;

const ASK_WORD = '(?:what|who|whom|whose|which|when|where|why|how)';
const AUXILIARY = '(?:did|does|do|is|are|was|were|will|would|has|have|had|can|could|should)';
/** "When and where did X happen?" */
const DOUBLE = new RegExp(
  `^(?<a>${ASK_WORD}(?: much| many| long)?)(?:,? and|, ?| ?/) ?(?<b>${ASK_WORD}(?: much| many| long)?) (?<rest>\\S.+)$`,
  'i',
);
const NEXT = new RegExp(
  `(?:\\?+ +(?:and |but |also )?|[,;] (?:and|but) (?:also )?|[,;]? (?:and|but) (?:also )?)(?=(?:${ASK_WORD}\\b|${AUXILIARY} (?:he|she|it|they|the|there|this|that|\\p{Lu})))`,
  'giu',
);
const OPENING = new RegExp(`^(?:(?:in|on|at|for|from|to|by|with|of|since) )?(?:${ASK_WORD}|${AUXILIARY})\\b`, 'i');

/**
 * The questions that stand in one text: "Who is X and what did he say?" holds two. A question whose own words hold an
 * "and" stays whole.
 */
export function splitQuestions(text: string): string[] {
  const double = DOUBLE.exec(text)?.groups;
  if (
    double?.rest !== undefined &&
    /^(?:did|does|do|is|are|was|were|will|would|has|have|had|can|could|should)\b/i.test(double.rest)
  )
    return [`${double.a} ${double.rest}`, `${double.b} ${double.rest}`];
  if (!OPENING.test(text) || text.length > LONGEST_SPLIT) return [text];
  const parts: string[] = [];
  let start = 0;
  for (const match of text.matchAll(NEXT)) {
    const part = text.slice(start, match.index).trim();
    const rest = text.slice(match.index + match[0].length);
    if (
      parts.length >= MOST_QUESTIONS - 1 ||
      !isWhole(part) ||
      !isWhole(rest) ||
      (SECOND_ASKED.test(part) && rest.split(' ').length < 3) ||
      isInside(text, match.index) ||
      SPEAKS.test(part)
    )
      continue;
    parts.push(part);
    start = match.index + match[0].length;
  }
  return [...parts, text.slice(start).trim()];
}

/** "Who said that … and what …": what follows a verb of saying without a name of its own belongs to what was said. */
const SPEAKS = /\b(?:said|says|say|told|asked|know|knows|explained?)(?: that)?$/i;

/** A question that asks about a question: "What does it say about who pays and how much?" */
const SECOND_ASKED = new RegExp(`\\S ${ASK_WORD}\\b`, 'i');

/** Two words at least: "when and where" is no question by itself. */
function isWhole(part: string): boolean {
  return OPENING.test(part) && part.split(' ').length >= 2;
}

/** Inside quotation marks or brackets. */
function isInside(text: string, at: number): boolean {
  const before = text.slice(0, at);
  const count = (sign: string) => before.split(sign).length - 1;
  return count('“') > count('”') || count('(') > count(')') || count('"') % 2 === 1;
}
