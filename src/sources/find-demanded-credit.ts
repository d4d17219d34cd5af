/** A demand for credit in a text's own closing lines. */
export interface DemandedCredit {
  /** The words that demand it. */
  readonly demand: string;
  /** The credit line; `undefined` when the name that is demanded cannot be shown safely. */
  readonly name: string | undefined;
}

/** Demands stand at the end; one in the middle is what somebody is reported to have said. */
const CLOSING_PARAGRAPHS = 3;
/** A closing note is a few sentences; the demand is sought near the end only. */
const CLOSING_CHARACTERS = 1500;
const LONGEST_NAME = 80;
/** An unquoted name has no closing sign to tell where it ends, so it must be short and look like a name. */
const MOST_WORDS_UNQUOTED = 6;

const QUOTED =
  '(?:"([^"\\n]{1,200})"|“([^“”\\n]{1,200})”|„([^„“”\\n]{1,200})[“”]|«\\s?([^«»\\n]{1,200}?)\\s?»|‘([^‘’\\n]{1,200})’)';
const UNQUOTED = "([\\p{Lu}\\p{N}][\\p{L}\\p{M}\\p{N}&+.'’ \\-]{0,200}?)(?=[.!;)]?(?:$|\\s*\\n)|[.!;)]\\s)";
const NAME = `(?:${QUOTED}|${UNQUOTED})`;
const MUST = '(?:must|shall|should|has to|have to|needs? to|is to|are to|(?:is|are) required to)';
const WORK =
  '(?:(?:this|the|any|our|these) )?(?:article|text|story|report|content|material|page|post|source|work|publication|translation)s?';

/** Phrasings of the demand, each ending in the name. Named for what they say; all are matched without regard to case. */
const DEMANDS: readonly RegExp[] = [
  // "All AI citations must indicate the source as "X"", "reprints must credit X"
  `${MUST} (?:\\w+ )?(?:indicate|cite|name|state|give|mention|list|show) (?:the |their |its )?source (?:as|to be|:)[ :]*${NAME}`,
  `${MUST} (?:\\w+ )?(?:credit|acknowledge) ${NAME}`,
  // "must be credited to X", "is to be attributed to X"
  `${MUST} be (?:\\w+ )?(?:credited|attributed) (?:to|as) ${NAME}`,
  `${MUST} be (?:\\w+ )?cited as ${NAME}`,
  // "Please cite as: X", "Please credit this article to X", "cite this article as X"
  `(?:please|kindly) (?:cite|quote|reference)(?: ${WORK})? as[: ]+${NAME}`,
  `cite(?: ${WORK}) as[: ]+${NAME}`,
  `(?:please|kindly) (?:credit|attribute)(?: ${WORK})?(?: to)?[: ]+${NAME}`,
  `(?:with the |required |mandatory )credit(?: line)?[: ]+${NAME}`,
  // German: "Quelle: X angeben", "als Quelle ist X anzugeben", "unter Angabe der Quelle X"
  `(?:als )?quelle:? (?:ist |bitte )?${QUOTED} (?:angeben|nennen|anzugeben|zu nennen)`,
  `(?:als )?quelle:? (?:ist |bitte )?([\\p{Lu}\\p{N}][\\p{L}\\p{M}\\p{N}&+.'’ \\-]{0,200}?) (?:angeben|nennen|anzugeben|zu nennen)`,
  `unter (?:angabe|nennung) der quelle[: ]+${NAME}`,
  `(?:mit|erforderliche|verpflichtende) quellenangabe[: ]+${NAME}`,
  // French: "citer la source : X", "mention obligatoire : X"
  `(?:citer|mentionner|indiquer) (?:la source|comme source)[ :]+${NAME}`,
  `mention obligatoire[ :]+${NAME}`,
].map((pattern) => new RegExp(`(?<![\\p{L}\\p{N}])${pattern}`, 'giu'));

/**
 * Finds the credit line that a normalised text itself demands in its last paragraphs ("All AI citations must indicate
 * the source as "NAME""). The last demand counts. A name with markup, links, mentions or line breaks, or with more
 * than 80 characters, is reported without the name: text from outside never decides what a reply is made of.
 */
export function findDemandedCredit(text: string): DemandedCredit | undefined {
  const closing = closingParagraphs(text);
  if (!MAY_DEMAND.test(closing)) return undefined;
  let last: { at: number; demand: string; name: string } | undefined;
  for (const pattern of DEMANDS) {
    for (const match of closing.matchAll(pattern)) {
      const found = match.slice(1).find((group) => group !== undefined) ?? '';
      const isQuoted = /["“„«‘]\s?$/.test(match[0].slice(0, match[0].lastIndexOf(found)));
      const name = isQuoted ? found.trim() : leadingName(found);
      if (name === '' || (STARTS_WITH_MUST.test(match[0]) && !isAboutUse(closing.slice(0, match.index)))) continue;
      if (last === undefined || match.index > last.at) last = { at: match.index, demand: match[0], name };
    }
  }
  if (last === undefined) return undefined;
  return { demand: last.demand, name: isSafeName(last.name) ? last.name : undefined };
}

/** Each phrasing holds one of these; spares most texts the long patterns. */
const MAY_DEMAND = /cite|credit|source|quelle|attribute|acknowledge|quote|reference|mention obligatoire/i;
const STARTS_WITH_MUST = new RegExp(`^${MUST}\\b`, 'i');
const USE_OF_A_TEXT =
  /\b(?:citations?|citing|quotations?|quot(?:es|ing)|references|reproduc\w+|republi\w+|reprint\w*|re-?uses?|uses?|copies|excerpts?|articles?|texts?|contents?|materials?|users|readers|anyone|whoever)\b/i;
const REPORTED =
  /\b(?:said|says|told|tells|ruled|argued|wrote|warned|stated|insisted|demanded|according|believes?|companies|startups?|court|judge|minister|commission)\b/i;

/** Whether the words before a "must" speak of the use of a text, and not of what somebody said that others must do. */
function isAboutUse(before: string): boolean {
  const sentence = before.slice(Math.max(before.lastIndexOf('\n'), before.lastIndexOf('. ')) + 1);
  return USE_OF_A_TEXT.test(sentence) && !REPORTED.test(sentence);
}

function closingParagraphs(text: string): string {
  const paragraphs = text
    .slice(-CLOSING_CHARACTERS)
    .split('\n')
    .filter((line) => line.trim() !== '');
  return paragraphs.slice(-CLOSING_PARAGRAPHS).join('\n');
}

const CONNECTORS: ReadonlySet<string> = new Set('of the and & for de du la le les der die das und et von'.split(' '));

/** The capitalised words with which unquoted words begin: "Wedoany" of "Wedoany when you quote"; empty when none. */
function leadingName(words: string): string {
  const name: string[] = [];
  for (const word of words.trim().split(/\s+/)) {
    if (!/^[\p{Lu}\p{N}]/u.test(word) && (name.length === 0 || !CONNECTORS.has(word))) break;
    name.push(word);
  }
  while (CONNECTORS.has(name.at(-1) ?? '')) name.pop();
  return name.length > MOST_WORDS_UNQUOTED ? '' : name.join(' ');
}

const MARKUP = /[<>[\]{}|\\`*_~#@$^=]|\p{Cc}|\p{Default_Ignorable_Code_Point}/u;
/** Addresses and bare host names, which chat platforms turn into links. */
const LINK = /:\/\/|\/|www\.|\b(?:https?|mailto|javascript|data):|[\p{L}\p{N}]\.\p{L}{2,}/iu;

function isSafeName(name: string): boolean {
  return name.length <= LONGEST_NAME && /\p{L}/u.test(name) && !MARKUP.test(name) && !LINK.test(name);
}

/** Whether two names mean the same body: equal but for case and signs, one within the other, or its initials. */
export function namesResemble(a: string, b: string): boolean {
  const [left, right] = [nameWords(a), nameWords(b)];
  const [shorter, longer] = left.join('').length <= right.join('').length ? [left, right] : [right, left];
  if (shorter.length === 0) return false;
  if (longer.join('') === shorter.join('')) return true;
  if (` ${longer.join(' ')} `.includes(` ${shorter.join(' ')} `)) return true;
  const initials = longer.map((word) => word.charAt(0)).join('');
  return initials.length > 1 && initials === shorter.join('');
}

function nameWords(name: string): string[] {
  const folded = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const words = folded.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter(
    (word) => !['the', 'der', 'die', 'das', 'le', 'la', 'les', 'com', 'www', 'inc', 'ltd', 'gmbh'].includes(word),
  );
}
