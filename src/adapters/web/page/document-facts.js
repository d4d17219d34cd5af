// @ts-check
/** @import { MetaJson } from '../render-document.ts' */
import { element, outsideLink } from './dom.js';
import { formatDate, formatLanguage } from './format.js';

/**
 * What is known of a document, after what is known of its words.
 * @param {MetaJson} document
 * @param {readonly [string, Node | string | null | undefined][]} before
 */
export function renderFacts(document, before = []) {
  const link = outsideLink(document.url, document.url ?? '');
  /** @type {(readonly [string, Node | string | null | undefined])[]} */
  const facts = [
    ...before,
    ['Publisher', document.publisher ?? 'not known'],
    ['Author', document.author ?? 'not known'],
    ['Date', formatDate(document.published) ?? 'date not known'],
    ['Language', formatLanguage(document.language)],
    ['Address', link ?? document.url ?? 'not known'],
    ['Terms', document.terms === null ? undefined : element('q', { text: document.terms })],
  ];
  const list = element('dl', { class: 'facts' });
  for (const [name, value] of facts) {
    if (value === undefined || value === null) continue;
    list.append(element('div', {}, element('dt', { text: name }), element('dd', {}, value)));
  }
  return list;
}
