// @ts-check
/** @import { EntityJson } from '../render-speakers.ts' */
import { fetchSpeakers } from './api.js';
import { announce, button, element } from './dom.js';
import { formatCount } from './format.js';
import { speakerPath } from './paths.js';
import { renderProblem } from './problem-view.js';

/** How many are put on the screen at a time. */
const PAGE_SIZE = 60;
/** Rest after the last key before the desk is asked. */
const SEARCH_AFTER_MS = 200;
/** What one entry of the list tells of a speaker who has many names and posts. */
const POSTS_SHOWN = 2;
const ALIASES_SHOWN = 4;

/**
 * The persons and bodies that speak in the sources. The name sought stands in the address (`?name=`).
 * @param {HTMLElement} main
 */
export async function openSpeakersPage(main) {
  document.title = 'Speakers – Sovereignty Desk';
  const field = element('input', {
    id: 'speaker-name',
    attributes: { type: 'search', placeholder: 'Search by name', autocomplete: 'off', spellcheck: 'false' },
  });
  field.value = new URLSearchParams(location.search).get('name') ?? '';
  const note = element('p', { class: 'sources-note' });
  const list = element('ul', { class: 'speaker-list' });
  const more = element('p', { class: 'more-sources' });
  main.replaceChildren(
    element(
      'header',
      { class: 'reading-head' },
      element('h1', { text: 'Who speaks in the sources', attributes: { tabindex: '-1' } }),
      element('p', {
        class: 'lead-note',
        text: 'Every person and body whose words the sources report, with everything each of them said.',
      }),
    ),
    element(
      'form',
      { class: 'filter', attributes: { role: 'search' }, on: { submit: (event) => event.preventDefault() } },
      element('label', { class: 'visually-hidden', text: 'Name of a person or body', attributes: { for: field.id } }),
      field,
    ),
    note,
    list,
    more,
  );
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  field.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const name = field.value.trim();
      history.replaceState(history.state, '', name === '' ? '/speakers' : `?${new URLSearchParams({ name })}`);
      load(PAGE_SIZE, { isTold: true });
    }, SEARCH_AFTER_MS);
  });
  /** Counts searches, so that what arrives late for an earlier one is dropped. */
  let searching = 0;
  await load(PAGE_SIZE, { isTold: false });

  /**
   * @param {number} limit
   * @param {{ isTold: boolean }} how `isTold`: a screen reader is told the outcome
   */
  async function load(limit, { isTold }) {
    searching += 1;
    const mine = searching;
    const name = field.value.trim();
    const outcome = await fetchSpeakers({ name, limit });
    if (mine !== searching) return;
    if (!outcome.ok) {
      list.replaceChildren();
      more.replaceChildren(renderProblem(outcome, () => load(limit, { isTold })));
      return;
    }
    const { speakers } = outcome.value;
    const had = list.childElementCount;
    list.replaceChildren(...speakers.map(renderSpeaker));
    note.textContent = describeFound(speakers.length, { name, more: outcome.value.more });
    if (isTold) announce(note.textContent);
    more.replaceChildren(
      ...(outcome.value.more
        ? [button({ class: 'quiet-button', text: 'Show more' }, () => load(limit + PAGE_SIZE, { isTold: true }))]
        : []),
    );
    // Who asked for more reads on where the list was longer than before.
    if (limit > PAGE_SIZE) list.children[had]?.querySelector('a')?.focus();
  }
}

/**
 * @param {number} count
 * @param {{ name: string, more: boolean }} query
 */
function describeFound(count, { name, more }) {
  if (count === 0) {
    return name === ''
      ? 'The sources at hand report nobody’s words.'
      : `Nobody of the name “${name}” speaks in the sources.`;
  }
  const counted = more ? `The first ${formatCount(count, 'speaker')}` : formatCount(count, 'speaker');
  return name === '' ? `${counted}, most statements first.` : `${counted} of the name “${name}”.`;
}

/** @param {EntityJson} speaker */
function renderSpeaker(speaker) {
  return element(
    'li',
    { class: 'speaker-entry' },
    element(
      'p',
      { class: 'speaker-line' },
      element('a', { class: 'speaker-name', text: speaker.name, attributes: { href: speakerPath(speaker.id) } }),
      element('span', { class: 'tag', text: speaker.kind }),
    ),
    speaker.posts.length === 0
      ? undefined
      : element('p', {
          class: 'speaker-posts',
          text: speaker.posts.slice(0, POSTS_SHOWN).map(formatPost).join('; '),
        }),
    speaker.aliases.length === 0
      ? undefined
      : element('p', {
          class: 'speaker-aliases',
          text: `Also “${speaker.aliases.slice(0, ALIASES_SHOWN).join('”, “')}”`,
        }),
    element('p', { class: 'source-meta', text: formatSaid(speaker) }),
  );
}

/** @param {{ role: string | null, organisation: string | null }} post */
export function formatPost({ role, organisation }) {
  return [role, organisation].filter((part) => part !== null).join(', ');
}

/** @param {EntityJson} speaker */
export function formatSaid(speaker) {
  return `${formatCount(speaker.statements, 'statement')} in ${formatCount(speaker.documents, 'document')}`;
}
