// @ts-check
/** @import { DocumentJson } from '../render-document.ts' */
import { button, element } from './dom.js';
import { formatCount } from './format.js';
import { speakerPath } from './paths.js';
import { describeKind, nameOfVoice, postOfVoice, voiceClass } from './voices.js';

/** From this width on the legend stands beside the text and is open (as in reading.css). */
const BESIDE = '(min-width: 64rem)';

/** So many speakers are listed at once; the others, who say less, are a click away. */
const SPEAKERS_LISTED = 12;

/**
 * Who speaks in a document, how often, and how the marks are to be read. A click on a speaker leaves only that
 * speaker's statements marked; a second click brings the others back.
 * @param {DocumentJson} shown
 * @param {(voice: number | undefined) => void} pick
 */
export function createLegend(shown, pick) {
  const total = shown.speakers.reduce((sum, { statements }) => sum + statements, 0);
  const named = shown.speakers.filter((speaker) => nameOfVoice(speaker) !== nameOfVoice(null));
  /** @type {number | undefined} */
  let picked;
  const buttons = shown.speakers.map((speaker, voice) =>
    button(
      { class: `legend-speaker ${voiceClass(voice, speaker)}`, attributes: { 'aria-pressed': 'false' } },
      () => {
        picked = picked === voice ? undefined : voice;
        showPicked();
        pick(picked);
      },
      element('span', { class: 'legend-name', text: nameOfVoice(speaker) }),
      element('span', { class: 'legend-count', text: String(speaker.statements) }),
      element('span', { class: 'visually-hidden', text: speaker.statements === 1 ? ' statement' : ' statements' }),
      element('span', { class: 'legend-post', text: postOfVoice(speaker) }),
    ),
  );
  const items = shown.speakers.map((speaker, voice) => element('li', {}, buttons[voice], renderSpeakerLink(speaker)));
  const more =
    items.length <= SPEAKERS_LISTED
      ? undefined
      : button({ class: 'legend-more', text: `Show all ${items.length.toLocaleString('en')}` }, () => {
          for (const item of items) item.hidden = false;
          more?.remove();
          buttons[SPEAKERS_LISTED]?.focus();
        });
  if (more !== undefined) for (const item of items.slice(SPEAKERS_LISTED)) item.hidden = true;
  const node = element(
    'details',
    { class: 'legend' },
    element(
      'summary',
      {},
      element('h2', { class: 'legend-title', text: 'Who says what' }),
      element('span', {
        class: 'legend-sum',
        text: `${formatCount(total, 'statement')}, ${formatCount(named.length, 'speaker')}`,
      }),
    ),
    element(
      'ul',
      { class: 'legend-speakers', attributes: { 'aria-label': 'Speakers: choose one to see only their statements' } },
      ...items,
    ),
    more,
    renderKey(shown),
  );
  node.open = window.matchMedia(BESIDE).matches;

  function showPicked() {
    for (const [voice, made] of buttons.entries()) made.setAttribute('aria-pressed', String(voice === picked));
  }

  return {
    node,
    /** Shows a choice that was made elsewhere. @param {number | undefined} voice */
    setPicked(voice) {
      picked = voice;
      showPicked();
    },
  };
}

/** @param {DocumentJson['speakers'][number]} speaker */
function renderSpeakerLink(speaker) {
  if (speaker.speakerId === null) return undefined;
  return element('a', {
    class: 'legend-link',
    text: 'All ›',
    attributes: {
      href: speakerPath(speaker.speakerId),
      'aria-label': `Everything ${nameOfVoice(speaker)} said`,
      title: `Everything ${nameOfVoice(speaker)} said`,
    },
  });
}

/** @type {('direct' | 'mixed' | 'indirect')[]} */
const KINDS = ['direct', 'mixed', 'indirect'];

/** How the lines under the words are to be read; only what occurs. @param {DocumentJson} shown */
function renderKey(shown) {
  const kinds = KINDS.filter((kind) => shown.statements.some((statement) => statement.kind === kind));
  const isCarried = shown.statements.some(({ carried }) => carried);
  return element(
    'ul',
    { class: 'legend-key', attributes: { 'aria-label': 'How the marks are to be read' } },
    ...kinds.map((kind) =>
      element('li', {}, element('span', { class: `sample kind-${kind}`, text: describeKind(kind) })),
    ),
    isCarried
      ? element('li', {}, element('span', { class: 'is-carried' }), 'carried on: the speaker is not named again')
      : undefined,
  );
}
