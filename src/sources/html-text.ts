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
  'script:not([type="application/ld+json"]), style, template, noscript, iframe, object, svg, [hidden], [aria-hidden="true"]';
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
  /** Line breaks, and the mark of a list item, that are due before the next word. */
  let breaks = 0;
  let mark = '';
  const addText = (text: string) => {
    if (text.trim() === '' && (breaks > 0 || mark !== '')) return;
    parts.push('\n'.repeat(breaks), mark, text);
    [breaks, mark] = [0, ''];
  };
  walk(
    root,
    (node) => {
      if (node.nodeType === TEXT) {
        const text = node.textContent ?? '';
        addText(preformatted > 0 ? text : text.replace(/\s+/g, ' '));
      } else if (node.nodeType === ELEMENT) {
        const name = node.nodeName.toUpperCase();
        if (name === 'PRE') preformatted += 1;
        breaks = Math.max(breaks, breaksAround(name, node));
        if (name === 'LI') mark = '- ';
      }
    },
    (node) => {
      if (node.nodeType !== ELEMENT) return;
      const name = node.nodeName.toUpperCase();
      if (name === 'PRE') preformatted -= 1;
      if (CELLS.has(name) && hasCellAfter(node)) addText(' | ');
      breaks = Math.max(breaks, breaksAround(name, node));
    },
  );
  return parts.join('');
}

/** How many elements stand within one another at the most. */
export function nestingDepth(root: HtmlNode): number {
  let depth = 0;
  let deepest = 0;
  walk(
    root,
    () => {
      depth += 1;
      deepest = Math.max(deepest, depth);
    },
    () => {
      depth -= 1;
    },
  );
  return deepest;
}

/** Calls `enter` before and `leave` after the children of every node but those of scripts. */
function walk(root: HtmlNode, enter: (node: HtmlNode) => void, leave: (node: HtmlNode) => void): void {
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
}

function breaksAround(name: string, node: HtmlNode): number {
  if (name === 'P' && node.parentNode?.nodeName.toUpperCase() === 'LI') return 1;
  if (PARAGRAPHS.has(name)) return 2;
  return LINES.has(name) || name === 'BR' ? 1 : 0;
}

function hasCellAfter(cell: HtmlNode): boolean {
  for (let next = cell.nextSibling; next !== null; next = next.nextSibling) {
    if (next.nodeType === ELEMENT) return CELLS.has(next.nodeName.toUpperCase());
  }
  return false;
}
