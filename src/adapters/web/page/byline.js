// @ts-check
/** @import { WebCitationJson } from '../render.ts' */
import { element } from './dom.js';
import { formatByline } from './format.js';
import { speakerPath } from './paths.js';

/**
 * "**Charlie Dai**, Principal Analyst, Forrester, via Reuters", and the credit beside it where it is asked for.
 * @param {WebCitationJson} citation
 * @param {{ withCredit?: boolean, withLink?: boolean }} [show] `withLink`: the name leads to everything they said
 */
export function renderByline(citation, show = {}) {
  const { who, rest } = formatByline(citation);
  return element(
    'p',
    { class: 'byline' },
    element(
      'span',
      {},
      show.withLink && citation.speakerId !== null
        ? element('a', {
            class: 'byline-who',
            text: who,
            attributes: { href: speakerPath(citation.speakerId), title: `Everything ${who} said` },
          })
        : element('span', { class: 'byline-who', text: who }),
      rest === '' ? undefined : element('span', { class: 'byline-rest', text: `, ${rest}` }),
    ),
    show.withCredit ? element('span', { class: 'byline-credit', text: `Credit: ${citation.attribution}` }) : undefined,
  );
}
