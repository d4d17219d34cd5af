// @ts-check
/** @import { StatementJson } from '../render-document.ts' */
/** How speakers and their statements are named and coloured, wherever they are shown. */

/** The stylesheet has this many colours for speakers; then they begin again. The name always stands by. */
const COLOURS = 6;

/**
 * @param {number} voice position of the speaker in its document
 * @param {{ name: string | null, role: string | null, organisation: string | null } | null | undefined} speaker
 */
export function voiceClass(voice, speaker) {
  const isKnown = [speaker?.name, speaker?.role, speaker?.organisation].some((part) => typeof part === 'string');
  return isKnown ? `voice-${voice % COLOURS}` : 'voice-unknown';
}

/** @type {Record<StatementJson['kind'], string>} */
const KIND_WORDS = { direct: 'word for word', mixed: 'partly word for word', indirect: 'paraphrased' };

/** @param {StatementJson['kind']} kind */
export function describeKind(kind) {
  return KIND_WORDS[kind];
}

/**
 * "paraphrased, via Reuters, carried on": of one statement, or of several that stand together.
 * @param {readonly Pick<StatementJson, 'kind' | 'via' | 'carried'>[]} statements at least one
 */
export function describeHow(statements) {
  const kinds = [...new Set(statements.map(({ kind }) => KIND_WORDS[kind]))];
  const outlets = [...new Set(statements.flatMap(({ via }) => via ?? []))];
  const carried = statements.filter((statement) => statement.carried).length;
  const parts = [
    kinds.join(' and '),
    outlets.length === 0 ? undefined : `via ${outlets.join(' and ')}`,
    carried === 0 ? undefined : carried === statements.length ? 'carried on' : 'in part carried on',
  ];
  return parts.filter((part) => part !== undefined).join(', ');
}

/**
 * The speaker's name, else the body's, else the post; for one without any of them, what the text calls it.
 * @param {{ name: string | null, role: string | null, organisation: string | null, text?: string } | null} speaker
 */
export function nameOfVoice(speaker) {
  if (speaker === null) return 'Speaker not named';
  if (speaker.name !== null) return speaker.name;
  const post = [speaker.role, speaker.organisation].filter((part) => part !== null).join(', ');
  if (post !== '') return post;
  return speaker.text === undefined || speaker.text === '' ? 'Speaker not named' : `“${speaker.text}”, not named`;
}

/**
 * The post of somebody who is called by name; empty when none is known.
 * @param {{ name: string | null, role: string | null, organisation: string | null }} speaker
 */
export function postOfVoice({ name, role, organisation }) {
  if (name === null) return '';
  return [role, organisation === name ? null : organisation].filter((part) => part !== null).join(', ');
}
