// @ts-check
/** @import { OtherReplyJson, SourcesJson, WebAnswerJson } from '../render.ts' */
/** @import { DocumentJson } from '../render-document.ts' */
/** @import { EntityRecordJson, SpeakersJson } from '../render-speakers.ts' */

/**
 * @template Value
 * @typedef {{ ok: true, value: Value }
 *   | { ok: false, kind: 'refused' | 'failed' | 'unreachable', problem: string, hint: string }} Outcome
 */

/** A local desk answers in milliseconds; one that lets a chat model write may take this long. */
const PATIENCE_MS = 90_000;

/**
 * @param {string} question
 * @param {string} conversation
 * @returns {Promise<Outcome<WebAnswerJson | OtherReplyJson>>}
 */
export function askDesk(question, conversation) {
  return request('/api/ask', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ question, conversation }),
  });
}

/**
 * @param {string} id
 * @returns {Promise<Outcome<WebAnswerJson>>}
 */
export function fetchAnswer(id) {
  return request(`/api/answers/${encodeURIComponent(id)}`);
}

/**
 * @param {string} id
 * @param {number} at offset that must be within the part of the text that comes back
 * @returns {Promise<Outcome<DocumentJson>>}
 */
export function fetchDocument(id, at) {
  return request(`/api/documents/${encodeURIComponent(id)}?at=${at}`);
}

/**
 * @param {{ offset?: number, limit?: number, q?: string }} query
 * @returns {Promise<Outcome<SourcesJson>>}
 */
export function fetchSources({ offset = 0, limit = 100, q = '' }) {
  return request(`/api/sources?${new URLSearchParams({ offset: `${offset}`, limit: `${limit}`, q })}`);
}

/**
 * @param {{ name: string, limit: number }} query
 * @returns {Promise<Outcome<SpeakersJson>>}
 */
export function fetchSpeakers({ name, limit }) {
  return request(`/api/speakers?${new URLSearchParams({ name, limit: `${limit}` })}`);
}

/**
 * @param {string} id
 * @param {number} limit of how many documents
 * @returns {Promise<Outcome<EntityRecordJson>>}
 */
export function fetchSpeaker(id, limit) {
  return request(`/api/speakers/${encodeURIComponent(id)}?limit=${limit}`);
}

/** @returns {Promise<Outcome<{ suggestions: string[] }>>} */
export function fetchSuggestions() {
  return request('/api/suggestions');
}

/** @returns {Promise<Outcome<{ textGoesTo: string | null }>>} */
export function fetchAbout() {
  return request('/api/about');
}

/** @returns {Promise<string | undefined>} why the desk cannot answer now */
export async function fetchNotReadyReason() {
  try {
    const response = await fetch('/readyz', { signal: AbortSignal.timeout(PATIENCE_MS) });
    /** @type {{ reason?: string }} */
    const body = await response.json();
    return response.ok ? undefined : body.reason;
  } catch (error) {
    return describeSilence(error);
  }
}

/**
 * @param {string} path
 * @param {RequestInit} [init]
 * @returns {Promise<Outcome<any>>}
 */
async function request(path, init = {}) {
  try {
    const response = await fetch(path, { ...init, signal: AbortSignal.timeout(PATIENCE_MS) });
    const body = await response.json();
    if (response.ok) return { ok: true, value: body };
    return {
      ok: false,
      kind: response.status < 500 ? 'refused' : 'failed',
      problem: body.problem ?? `The desk answered with status ${response.status}.`,
      hint: body.hint ?? 'Try again.',
    };
  } catch (error) {
    return {
      ok: false,
      kind: 'unreachable',
      problem: describeSilence(error),
      hint: 'Check that it is still running (npm start), then try again.',
    };
  }
}

/** @param {unknown} error */
function describeSilence(error) {
  return error instanceof DOMException && error.name === 'TimeoutError'
    ? `The desk has not answered within ${PATIENCE_MS / 1000} seconds.`
    : 'The desk does not answer.';
}
