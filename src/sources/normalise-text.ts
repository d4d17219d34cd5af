import { dropPageFurniture } from './page-furniture.ts';

/**
 * The text in which every span of the desk counts. Only white space, invisible characters and evident page furniture
 * go; words are neither joined nor altered. Lines are paragraphs: a line break stays one, two or more empty lines
 * become one. Hard-wrapped paragraphs become one line. Applying it twice changes nothing more.
 */
export function normaliseText(raw: string): string {
  let text = tidySpaces(NEEDS_CLEANING.test(raw) ? cleanCharacters(raw) : raw);
  for (;;) {
    text = joinWrappedLines(closeFootnoteGaps(text));
    const article = tidySpaces(dropPageFurniture(text));
    if (article === text) return text;
    text = article; // what stood around the dropped line may now belong together
  }
}

/** Most texts hold nothing else than these, which are visible, composed and need no work; the check is ten times faster. */
const NEEDS_CLEANING = /[^\n -~\u00a1-\u00ac\u00ae-\u024f\u2010-\u2027\u2030-\u205e\u20a0-\u20b9]/;
const LINE_ENDS = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;
const OTHER_SPACES = /[\t\p{Zs}]/gu;

/**
 * Control and default-ignorable characters: byte order marks, zero-width spaces, soft hyphens, direction marks, and the
 * tag characters in which instructions can be hidden. The joiners and the two emoji selectors are handled apart.
 */
const INVISIBLE = /(?!\n|\u200c|\u200d|\ufe0e|\ufe0f)[\p{Cc}\p{Default_Ignorable_Code_Point}]/gu;
/** Joiners spell words in Persian and Indic scripts and hold emoji together; beside Latin letters they are only debris. */
const JOINERS = /[\u200c\u200d]+/gu;
const JOINED_SCRIPT = /\ufe0f|[^\p{ASCII}\p{Script=Latin}\p{Script=Inherited}\p{Z}\p{P}]/u;
const LONE_SURROGATE = /\p{Surrogate}/gu;

function cleanCharacters(raw: string): string {
  const spaced = raw.replace(LINE_ENDS, '\n').replace(OTHER_SPACES, ' ');
  const visible = spaced.replace(INVISIBLE, '').replace(LONE_SURROGATE, '\ufffd').normalize('NFC');
  const cleaned = visible.replace(JOINERS, (joiners: string, at: number) => {
    const before = [...visible.slice(Math.max(0, at - 2), at)].at(-1) ?? ' ';
    const after = String.fromCodePoint(visible.codePointAt(at + joiners.length) ?? 0x20);
    return JOINED_SCRIPT.test(before) && JOINED_SCRIPT.test(after) ? joiners.charAt(0) : '';
  });
  return cleaned.normalize('NFC');
}

function tidySpaces(text: string): string {
  const single = text.replace(/ {2,}/g, ' ');
  const hasLooseSpace = / \n|\n |^ | $/.test(single);
  return (hasLooseSpace ? single.replace(/^ | $/gm, '') : single).replace(/\n{3,}/g, '\n\n').replace(/^\n+|\n+$/g, '');
}

/**
 * Closes the gap that a removed footnote mark left before a full stop or comma: "concern ." and "controls\n.", also the
 * "U.S ." of old wire copy. The mark must follow a word, a number or a closing sign and be followed by a space, a
 * closing sign or the end, so that " .NET", " .5", " ..." and ". . ." stay.
 */
function closeFootnoteGaps(text: string): string {
  return text.replace(FOOTNOTE_GAP, '$1');
}

/** The look behind comes last, so that it is made only where a gap is. */
const FOOTNOTE_GAP = /[ \n]([.,])(?<=[\p{L}\p{M}\p{N}%‰€$£"'”’»)\]][ \n][.,])(?=$|[\s"'”’»)\]])(?!\s[.,])/gu;

/**
 * Lines this long that do not end a sentence are broken by a column limit and not by a writer (72 to 80 columns are
 * usual, narrow e-mail has about 60).
 */
const WRAPPED_LINE_CHARACTERS = { least: 45, most: 100 };
/** A shorter run of lines may be verse, an address or a heading with its line. */
const FEWEST_WRAPPED_LINES = 3;
const SENTENCE_END = /[.!?:;…]["'”’»)\]]*$/;
const LIST_ITEM = /^(?:[-*+•–·]|\d{1,3}[.)])\s|\s\|\s/;

/**
 * Joins the lines of hard-wrapped paragraphs with spaces. A paragraph is taken for hard-wrapped when it has three or
 * more lines, all but the last about as long as a column, more than half of these break inside a sentence, and none
 * looks like a list item.
 */
function joinWrappedLines(text: string): string {
  if (!text.includes('\n')) return text;
  return text
    .split('\n\n')
    .map((block) => {
      const lines = block.split('\n');
      return isHardWrapped(lines) ? lines.join(' ') : block;
    })
    .join('\n\n');
}

function isHardWrapped(lines: readonly string[]): boolean {
  if (lines.length < FEWEST_WRAPPED_LINES || lines.some((line) => LIST_ITEM.test(line))) return false;
  if (lines.some((line) => line.length > WRAPPED_LINE_CHARACTERS.most)) return false;
  const full = lines.slice(0, -1);
  if (full.some((line) => line.length < WRAPPED_LINE_CHARACTERS.least)) return false;
  const broken = full.filter((line) => !SENTENCE_END.test(line)).length;
  return broken * 2 > full.length;
}
