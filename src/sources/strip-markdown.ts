/**
 * The words of a Markdown text without its marks: headings and emphasis keep their words, links keep their text,
 * images, HTML comments and tags go, code keeps its characters, list items keep a "- " or their number, table cells are
 * set apart by " | ". Soft line breaks become spaces (CommonMark 0.31, 6.8), so that a paragraph is one line.
 * Not a whole CommonMark parser: what is not recognised stays as it is written.
 */
export function stripMarkdown(markdown: string): { readonly text: string; readonly title: string | undefined } {
  const blocks = createBlocks();
  for (const line of dropHtmlComments(markdown.replace(/\r\n?/g, '\n')).split('\n')) readLine(line, blocks);
  return { text: blocks.finish(), title: blocks.title };
}

type Blocks = ReturnType<typeof createBlocks>;

/** The lines written so far, and the paragraph or code that is open. */
function createBlocks() {
  const lines: string[] = [];
  let paragraph: string[] = [];
  const blocks = {
    /** The first heading. */
    title: undefined as string | undefined,
    /** The mark that opened a code block, while it is open. */
    fence: undefined as string | undefined,
    hasOpenParagraph: () => paragraph.length > 0,
    addToParagraph(line: string): void {
      paragraph.push(line);
    },
    closeParagraph(): void {
      if (paragraph.length > 0) lines.push(stripInline(joinSoftBreaks(paragraph)));
      paragraph = [];
    },
    addHeading(words: string): void {
      blocks.closeParagraph();
      const heading = stripInline(words).trim();
      if (heading === '') return;
      blocks.title ??= heading;
      lines.push('', heading, '');
    },
    /** The open paragraph turns out to be a heading (it is underlined). */
    closeAsHeading(): void {
      const words = joinSoftBreaks(paragraph);
      paragraph = [];
      blocks.addHeading(words);
    },
    addLine(line: string): void {
      blocks.closeParagraph();
      lines.push(line);
    },
    finish(): string {
      blocks.closeParagraph();
      return lines.join('\n');
    },
  };
  return blocks;
}

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const HEADING = /^ {0,3}#{1,6}(?:[ \t]+(.*))?$/;
const CLOSING_HASHES = /(?:^|[ \t])#+[ \t]*$/;
const HEADING_UNDERLINE = /^ {0,3}(?:=+|-+)[ \t]*$/;
const RULE = /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const QUOTE_MARKS = /^ {0,3}(?:>[ \t]?)+/;
const LINK_DEFINITION = /^ {0,3}\[(?!\^)[^\]]{1,200}\]:[ \t]*\S+/;
const FOOTNOTE_DEFINITION = /^ {0,3}\[\^[^\]]{1,100}\]:[ \t]*/;
const LIST_ITEM = /^[ \t]*(?:[-*+]|(\d{1,9}[.)]))[ \t]+(?:\[[ xX]\][ \t]+)?/;
const TABLE_RULE = /^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;

function readLine(raw: string, blocks: Blocks): void {
  if (blocks.fence !== undefined) {
    const closing = FENCE.exec(raw)?.[1];
    if (closing?.startsWith(blocks.fence) === true && raw.trim() === closing) blocks.fence = undefined;
    else blocks.addLine(raw);
    return;
  }
  const line = raw.replace(QUOTE_MARKS, '');
  const heading = HEADING.exec(line);
  const fence = FENCE.exec(line)?.[1];
  if (fence !== undefined) {
    blocks.closeParagraph();
    blocks.fence = fence;
  } else if (line.trim() === '') blocks.addLine('');
  else if (heading !== null) blocks.addHeading((heading[1] ?? '').replace(CLOSING_HASHES, ''));
  else if (blocks.hasOpenParagraph() && HEADING_UNDERLINE.test(line)) blocks.closeAsHeading();
  else if (RULE.test(line) || LINK_DEFINITION.test(line)) blocks.addLine('');
  else if (line.includes('|') && TABLE_RULE.test(line)) blocks.closeParagraph();
  else if (/^[ \t]*\|/.test(line)) blocks.addLine(readTableRow(line));
  else readWords(line, blocks);
}

/** A line of a paragraph, or the first of a list item or a footnote. */
function readWords(line: string, blocks: Blocks): void {
  const item = LIST_ITEM.exec(line);
  if (item !== null || FOOTNOTE_DEFINITION.test(line)) blocks.closeParagraph();
  if (item !== null) blocks.addToParagraph(`${item[1] ?? '-'} ${line.slice(item[0].length)}`);
  else blocks.addToParagraph(line.replace(FOOTNOTE_DEFINITION, ''));
}

function readTableRow(line: string): string {
  const cells = line
    .trim()
    .replace(/^\||(?<!\\)\|$/g, '')
    .split(/(?<!\\)\|/);
  return cells
    .map((cell) => stripInline(cell).trim())
    .filter((cell) => cell !== '')
    .join(' | ');
}

/** Two spaces or a backslash at the end of a line keep its break. */
function joinSoftBreaks(lines: readonly string[]): string {
  let text = '';
  lines.forEach((line, index) => {
    const isLast = index === lines.length - 1;
    const hard = /(?: {2,}|\\)$/.exec(line);
    text += (hard === null ? line : line.slice(0, hard.index)).trim();
    if (!isLast) text += hard === null ? ' ' : '\n';
  });
  return text;
}

/** A comment that is not closed stays: better too many words than the rest of a text lost. */
function dropHtmlComments(text: string): string {
  let kept = '';
  let from = 0;
  for (;;) {
    const start = text.indexOf('<!--', from);
    const end = start === -1 ? -1 : text.indexOf('-->', start + 4);
    if (end === -1) return kept + text.slice(from);
    kept += text.slice(from, start);
    from = end + 3;
  }
}

/** Takes out the marks within a line; what stands in `code` keeps its characters. */
function stripInline(text: string): string {
  return text
    .split(/(?<!`)(`{1,3})(?!`)((?:(?!\1(?!`))[^\n]){1,2000})(?<!`)\1(?!`)/)
    .map((part, index) => (index % 3 === 0 ? stripMarks(part) : index % 3 === 1 ? '' : part.trim()))
    .join('');
}

/** Every pattern stops at what would open it anew, or after some hundred characters, so that no text takes quadratic time. */
function stripMarks(text: string): string {
  const escaped: string[] = [];
  const hide = (character: string) => `\u0000${escaped.push(character) - 1}\u0000`;
  return text
    .replaceAll('\u0000', '')
    .replace(/\\([!-/:-@[-`{-~])/g, (_, character: string) => hide(character))
    .replace(/!\[[^[\]]*\](?:\([^()\n]*(?:\([^()\n]*\)[^()\n]*)?\)|\[[^[\]]*\])/g, '')
    .replace(/\[\^[^[\]\s]{1,100}\]/g, '')
    .replace(/\[([^[\]]*)\](?:\([^()\n]*(?:\([^()\n]*\)[^()\n]*)?\)|\[[^[\]]{0,200}\])/g, '$1')
    .replace(/<((?:https?:\/\/|mailto:)[^<>\s]*)>/gi, '$1')
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/<\/?[a-z][a-z0-9-]*(?:\s[^<>]*)?\/?>/gi, '')
    .replace(/(\*{1,3}|~~)(?=[^\s*~])([^*~\n]*[^\s*~])\1/g, '$2')
    .replace(/(\*{2})(?=[^\s*])([^*\n]*(?:\*[^*\n]+\*[^*\n]*)?)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}_])(_{1,3})(?=[^\s_])([^\n]{0,300}?[^\s_])\1(?![\p{L}\p{N}_])/gu, '$2')
    .replace(/&(?:amp|lt|gt|quot|apos|nbsp|ndash|mdash|hellip|#\d{1,7}|#x[\da-f]{1,6});/gi, decodeEntity)
    .replace(/\0(\d+)\0/g, (_, index: string) => escaped[Number(index)] ?? '');
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
};

function decodeEntity(entity: string): string {
  const name = entity.slice(1, -1).toLowerCase();
  if (!name.startsWith('#')) return ENTITIES[name] ?? entity;
  const codePoint = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  return codePoint > 0 && codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : entity;
}
