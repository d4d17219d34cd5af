// @ts-check
import { button, element } from './dom.js';

/**
 * What went wrong and what to do, with a way to try again where that may help.
 * @param {{ problem: string, hint: string }} what
 * @param {() => void} [retry]
 */
export function renderProblem(what, retry) {
  return element(
    'div',
    { class: 'problem', attributes: { role: 'alert' } },
    element('p', { class: 'problem-what', text: what.problem }),
    element('p', { class: 'problem-hint', text: what.hint }),
    retry === undefined ? undefined : button({ class: 'quiet-button', text: 'Try again' }, retry),
  );
}
