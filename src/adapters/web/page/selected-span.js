// @ts-check

/**
 * The words that the reader has marked with the pointer, as a span of the document; `undefined` when there are none,
 * or when they are not all in `text`. The names that the page puts before statements do not count.
 * @param {Selection | null} selection
 * @param {HTMLElement} text as `renderDocumentText` makes it
 * @returns {{ start: number, end: number } | undefined}
 */
export function readSelectedSpan(selection, text) {
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  const start = offsetOf(range.startContainer, range.startOffset, text);
  const end = offsetOf(range.endContainer, range.endOffset, text);
  return start === undefined || end === undefined || start >= end ? undefined : { start, end };
}

/**
 * @param {Node} node
 * @param {number} offset
 * @param {HTMLElement} text
 */
function offsetOf(node, offset, text) {
  const element = node instanceof Element ? node : node.parentElement;
  const paragraph = element?.closest('[data-start]');
  if (paragraph === null || paragraph === undefined || !text.contains(paragraph)) return undefined;
  const before = document.createRange();
  before.setStart(paragraph, 0);
  before.setEnd(node, offset);
  const words = before.cloneContents();
  for (const label of words.querySelectorAll('.who')) label.remove();
  return Number(paragraph.getAttribute('data-start')) + (words.textContent ?? '').length;
}
