// @ts-check
/** @import { DocumentStatement } from './document-text.js' */
/** @import { DocumentJson } from '../render-document.ts' */
import { copyButton } from './copy-button.js';
import { button, element } from './dom.js';
import { spanHash, speakerPath } from './paths.js';
import { describeHow, nameOfVoice, postOfVoice, voiceClass } from './voices.js';

/**
 * What is known of the statement that was chosen, and the way to the ones before and after it.
 * @param {{ step: (by: -1 | 1) => void, close: () => void }} acts
 */
export function createStatementBar({ step, close }) {
  /** Where the words stand. */
  let address = '';
  const who = element('p', { class: 'bar-who' });
  const place = element('span', { class: 'bar-place' });
  const previous = button(
    { class: 'quiet-button', text: '‹', attributes: { 'aria-label': 'Previous statement' } },
    () => step(-1),
  );
  const next = button({ class: 'quiet-button', text: '›', attributes: { 'aria-label': 'Next statement' } }, () =>
    step(1),
  );
  const node = element(
    'section',
    { class: 'statement-bar', attributes: { 'aria-label': 'The chosen words' } },
    who,
    element(
      'div',
      { class: 'bar-actions' },
      element('span', { class: 'bar-steps' }, previous, place, next),
      copyButton('Copy link', 'Link copied', () => new URL(address, location.href).href),
      button({ class: 'close-button', text: '×', attributes: { 'aria-label': 'Choose nothing' } }, close),
    ),
  );
  node.hidden = true;
  // A press on the bar leaves the words marked that it speaks of.
  node.addEventListener('mousedown', (event) => event.preventDefault());

  return {
    node,
    hide() {
      node.hidden = true;
    },
    /** @param {{ statement: DocumentStatement, speaker: DocumentJson['speakers'][number] | undefined, index: number, count: number, isPart: boolean }} chosen */
    showStatement({ statement, speaker, index, count, isPart }) {
      address = `#${spanHash(statement)}`;
      const name = nameOfVoice(statement.speaker);
      const post = speaker === undefined ? '' : postOfVoice(speaker);
      who.className = `bar-who ${voiceClass(statement.voice, statement.speaker)}`;
      who.replaceChildren(
        speaker?.speakerId === null || speaker === undefined
          ? element('span', { class: 'bar-name', text: name })
          : element('a', {
              class: 'bar-name',
              text: name,
              attributes: { href: speakerPath(speaker.speakerId), title: `Everything ${name} said` },
            }),
        [post === '' ? '' : `, ${post}`, ` – ${describeHow([statement])}`].join(''),
      );
      place.textContent = `${index + 1} of ${count}${isPart ? ' in this part' : ''}`;
      previous.disabled = index === 0;
      next.disabled = index === count - 1;
      previous.hidden = next.hidden = place.hidden = false;
      node.hidden = false;
    },
    /** Words that are no statement. @param {string} words @param {{ start: number, end: number }} span */
    showWords(words, span) {
      address = `#${spanHash(span)}`;
      who.className = 'bar-who';
      who.textContent = words;
      previous.hidden = next.hidden = place.hidden = true;
      node.hidden = false;
    },
  };
}
