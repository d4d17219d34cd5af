// @ts-check
/** @import { WebCitationJson } from '../render.ts' */
import { renderByline } from './byline.js';
import { element } from './dom.js';

/** Long enough that a pointer passing over does not open it, short enough to feel at once. */
const SHOW_AFTER_MS = 140;
/** Time to move the pointer from the marker onto the preview. */
const HIDE_AFTER_MS = 180;
/** Between marker and preview, and to the edge of the window, in CSS pixels. */
const GAP_PX = 8;

/** @type {HTMLElement | undefined} */
let shown;
/** @type {HTMLElement | undefined} */
let shownFor;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

/**
 * Shows the quotation and its credit while the marker is pointed at or focused. Escape hides it.
 * @param {HTMLElement} marker
 * @param {WebCitationJson} citation
 */
export function attachPreview(marker, citation) {
  marker.addEventListener('pointerenter', (event) => {
    if (event.pointerType === 'mouse') later(SHOW_AFTER_MS, () => show(marker, citation));
  });
  marker.addEventListener('pointerleave', () => later(HIDE_AFTER_MS, hidePreview));
  marker.addEventListener('focus', () => {
    if (marker.matches(':focus-visible')) show(marker, citation);
  });
  marker.addEventListener('blur', hidePreview);
  marker.addEventListener('click', hidePreview);
}

/** @returns {boolean} whether there was one to hide */
export function hidePreview() {
  clearTimeout(timer);
  if (shown === undefined) return false;
  shown.remove();
  shownFor?.removeAttribute('aria-describedby');
  shown = undefined;
  shownFor = undefined;
  return true;
}

/**
 * @param {HTMLElement} marker
 * @param {WebCitationJson} citation
 */
function show(marker, citation) {
  hidePreview();
  shown = element(
    'div',
    { class: 'preview', id: 'preview', attributes: { role: 'tooltip' } },
    renderByline(citation),
    element('p', { class: 'preview-words', text: `“${citation.quote}”` }),
    element('p', { class: 'preview-title', text: citation.title }),
    element('p', { class: 'credit', text: `Credit: ${citation.attribution}` }),
  );
  shown.addEventListener('pointerenter', () => clearTimeout(timer));
  shown.addEventListener('pointerleave', () => later(HIDE_AFTER_MS, hidePreview));
  document.body.append(shown);
  shownFor = marker;
  marker.setAttribute('aria-describedby', 'preview');
  place(shown, marker.getBoundingClientRect());
}

/**
 * Above the marker where there is room, else below; never out of the window.
 * @param {HTMLElement} preview
 * @param {DOMRect} anchor
 */
function place(preview, anchor) {
  const { width, height } = preview.getBoundingClientRect();
  const above = anchor.top - height - GAP_PX;
  const furthestLeft = document.documentElement.clientWidth - width - GAP_PX;
  preview.style.top = `${above >= GAP_PX ? above : anchor.bottom + GAP_PX}px`;
  preview.style.left = `${Math.max(GAP_PX, Math.min(anchor.left - GAP_PX * 2, furthestLeft))}px`;
}

/**
 * @param {number} ms
 * @param {() => void} act
 */
function later(ms, act) {
  clearTimeout(timer);
  timer = setTimeout(act, ms);
}
