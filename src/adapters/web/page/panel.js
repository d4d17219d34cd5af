// @ts-check
import { byId } from './dom.js';
import { hidePreview } from './preview.js';

/**
 * The panel beside the answer; on a narrow screen a sheet over it. Beside, the page stays in reach and nothing traps
 * the keyboard; as a sheet it covers the page, so the page behind is out of reach until it closes.
 */

/** As in panel.css: below this the panel is a sheet. */
const NARROW = window.matchMedia('(max-width: 59.99rem)');

const panel = byId('panel');
const title = byId('panel-title');
const body = byId('panel-body');
const credit = byId('panel-credit');
const scrim = byId('scrim');
const behind = [byId('masthead'), byId('main'), byId('dock')];

/** @type {HTMLElement | undefined} */
let opener;
/** Counts openings, so that what arrives late for an earlier one is dropped. */
let opening = 0;

byId('panel-close').addEventListener('click', closePanel);
scrim.addEventListener('click', closePanel);
// Not every browser lets the keyboard into what scrolls.
body.tabIndex = 0;
body.setAttribute('role', 'group');
body.setAttribute('aria-labelledby', 'panel-title');
NARROW.addEventListener('change', fitToScreen);

/**
 * Opens the panel (or gives it new content) and moves the focus to its title. The credit stands in the head, where
 * it stays in sight however far the text is scrolled.
 * @param {{ title: string, credit?: string, content: Node, opener?: HTMLElement }} view
 * @returns {{ isCurrent: () => boolean, setContent: (content: Node, credit?: string) => void }}
 */
export function openPanel(view) {
  if (view.opener !== undefined) opener = view.opener;
  opening += 1;
  const mine = opening;
  title.textContent = view.title;
  body.replaceChildren(view.content);
  showCredit(view.credit);
  body.scrollTop = 0;
  panel.hidden = false;
  document.documentElement.classList.add('has-panel');
  fitToScreen();
  title.focus({ preventScroll: true });
  const isCurrent = () => mine === opening && !panel.hidden;
  return {
    isCurrent,
    setContent(content, newCredit) {
      if (!isCurrent()) return;
      body.replaceChildren(content);
      if (newCredit !== undefined) showCredit(newCredit);
    },
  };
}

/** Closes the panel and gives the focus back to what opened it. @returns {boolean} whether it was open */
export function closePanel() {
  if (!hidePanel()) return false;
  const target = opener?.isConnected ? opener : byId('question');
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: 'nearest' });
  // What was just read needs no preview.
  hidePreview();
  return true;
}

/** Closes the panel and leaves the focus where it is. @returns {boolean} whether it was open */
export function hidePanel() {
  if (panel.hidden) return false;
  panel.hidden = true;
  body.replaceChildren();
  document.documentElement.classList.remove('has-panel');
  fitToScreen();
  return true;
}

/**
 * Scrolls the panel so that `target` stands in its upper third, where the eye falls, with its context around it.
 * @param {HTMLElement} target
 */
export function scrollPanelTo(target) {
  const offset = target.getBoundingClientRect().top - body.getBoundingClientRect().top;
  body.scrollTop += offset - body.clientHeight / 3;
}

/** @param {string | undefined} line */
function showCredit(line) {
  credit.textContent = line === undefined ? '' : `Credit: ${line}`;
  credit.hidden = line === undefined;
}

function fitToScreen() {
  const isSheet = NARROW.matches && !panel.hidden;
  for (const part of behind) part.inert = isSheet;
  scrim.hidden = !isSheet;
  if (isSheet) {
    panel.setAttribute('role', 'dialog');
    panel.setAttribute('aria-modal', 'true');
  } else {
    panel.removeAttribute('role');
    panel.removeAttribute('aria-modal');
  }
}
