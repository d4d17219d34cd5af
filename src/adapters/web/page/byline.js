// @ts-check
/** @import { WebCitationJson } from '../render.ts' */
import { element } from './dom.js';
import { formatByline } from './format.js';

/**
 * "**Charlie Dai**, Principal Analyst, Forrester, via Reuters", and the credit beside it where it is asked for.
 * @param {WebCitationJson} citation
 * @param {{ withCredit?: boolean }} [show]
 */
export function renderByline(citation, show = {}) {
  const { who, rest } = formatByline(citation);
  return element(
    'p',
    { class: 'byline' },
    element(
      'span',
      {},
      element('span', { class: 'byline-who', text: who }),
      rest === '' ? undefined : element('span', { class: 'byline-rest', text: `, ${rest}` }),
    ),
    show.withCredit ? element('span', { class: 'byline-credit', text: `Credit: ${citation.attribution}` }) : undefined,
  );
}
