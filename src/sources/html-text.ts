/** As much of the DOM as the readers of pages use; linkedom's own types need the browser's library. */
export interface HtmlNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly firstChild: HtmlNode | null;
  readonly nextSibling: HtmlNode | null;
  readonly parentNode: HtmlNode | null;
}

export interface HtmlElement extends HtmlNode {
  getAttribute(name: string): string | null;
  querySelector(selector: string): HtmlElement | null;
  querySelectorAll(selector: string): Iterable<HtmlElement>;
  remove(): void;
}

const ELEMENT = 1;
const TEXT = 3;

/** Linked data (JSON-LD) stays for the time being: it tells the page's title, author and date. */
const NOT_SHOWN =
  'script:not([type="application/ld+json"]), style, template, noscript, iframe, object, svg, head title, [hidden], [aria-hidden="true"]';
const HIDING_STYLE =
  /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0*(?:\.0+)?%?\s*(?:;|!|$)|font-size\s*:\s*0)/i;
/** Usual names of classes for text that only screen readers get ("opens in a new tab"). */
const HIDING_CLASS = /(?:^|\s)(?:sr-only|visually-hidden|screen-reader-text)(?:\s|$)/;

/** Removes what a reader of the page does not see, as its marks tell; style sheets are not applied. */
export function removeHidden(root: HtmlElement): void {
  for (const element of [...root.querySelectorAll(NOT_SHOWN)]) {
    if (element.nodeName !== 'HTML' && element.nodeName !== 'BODY') element.remove();
  }
  for (const element of [...root.querySelectorAll('[style], [class]')]) {
    const isHidden =
      HIDING_STYLE.test(element.getAttribute('style') ?? '') || HIDING_CLASS.test(element.getAttribute('class') ?? '');
    if (isHidden && element.nodeName !== 'HTML' && element.nodeName !== 'BODY') element.remove();
  }
}

/** Elements set apart by an empty line, and those that only begin a line. */
const PARAGRAPHS = new Set(
  'P H1 H2 H3 H4 H5 H6 BLOCKQUOTE PRE UL OL DL TABLE FIGURE SECTION ARTICLE HEADER FOOTER ASIDE NAV MAIN'.split(' '),
);
const LINES = new Set('DIV LI TR DT DD FIGCAPTION CAPTION ADDRESS DETAILS SUMMARY FORM FIELDSET HR'.split(' '));
const CELLS = new Set(['TD', 'TH']);

/** The visible words below a node, blocks on lines of their own. Walks without recursion: pages can nest deeply. */
export function htmlText(root: HtmlNode): string {
  const parts: string[] = [];
  let preformatted = 0;
  const enter = (node: HtmlNode) => {
    if (node.nodeType === TEXT) {
      const text = node.textContent ?? '';
      parts.push(preformatted > 0 ? text : text.replace(/\s+/g, ' '));
    } else if (node.nodeType === ELEMENT) {
      const name = node.nodeName.toUpperCase();
      if (name === 'PRE') preformatted += 1;
      parts.push(breakOf(name));
      if (name === 'LI') parts.push('- ');
    }
  };
  const leave = (node: HtmlNode) => {
    if (node.nodeType !== ELEMENT) return;
    const name = node.nodeName.toUpperCase();
    if (name === 'PRE') preformatted -= 1;
    parts.push(CELLS.has(name) ? (hasCellAfter(node) ? ' | ' : '') : name === 'BR' ? '' : breakOf(name));
  };
  let node: HtmlNode | null = root;
  enter(root);
  while (node !== null) {
    let next: HtmlNode | null = node.nodeName.toUpperCase() === 'SCRIPT' ? null : node.firstChild;
    while (next === null && node !== null && node !== root) {
      leave(node);
      next = node.nextSibling;
      if (next === null) node = node.parentNode;
    }
    if (next === null) break;
    enter(next);
    node = next;
  }
  // A line break within "- " and the words of a list item comes from a paragraph in the item.
  return parts.join('').replace(/(^|\n)- [ \n]*\n[ \n]*/g, '$1- ');
}

function breakOf(name: string): string {
  if (PARAGRAPHS.has(name)) return '\n\n';
  return LINES.has(name) || name === 'BR' ? '\n' : '';
}

function hasCellAfter(cell: HtmlNode): boolean {
  for (let next = cell.nextSibling; next !== null; next = next.nextSibling) {
    if (next.nodeType === ELEMENT) return CELLS.has(next.nodeName.toUpperCase());
  }
  return false;
}
