// @ts-check
import { announce, button, element } from './dom.js';

/** How long "copied" stands on the button: long enough to be read, short enough to copy again. */
const COPIED_SHOWN_MS = 2000;

/**
 * @param {string} label
 * @param {string} done
 * @param {() => string} getText
 */
export function copyButton(label, done, getText) {
  const made = button({ class: 'quiet-button', text: label }, async () => {
    const copied = await copyText(getText());
    const outcome = copied ? done : 'The browser refused to copy';
    made.textContent = outcome;
    announce(outcome);
    setTimeout(() => {
      made.textContent = label;
    }, COPIED_SHOWN_MS);
  });
  return made;
}

/**
 * The clipboard interface exists on localhost and https only; elsewhere a selected text field is copied.
 * @param {string} text
 */
async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const before = document.activeElement;
    const field = element('textarea', { class: 'visually-hidden', attributes: { 'aria-hidden': 'true' } });
    field.value = text;
    document.body.append(field);
    field.select();
    const copied = document.execCommand('copy');
    field.remove();
    if (before instanceof HTMLElement) before.focus();
    return copied;
  }
}
