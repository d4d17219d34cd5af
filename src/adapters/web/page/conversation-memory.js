// @ts-check
/**
 * The conversation lives in the history entry of its page: it outlasts a reload and a look at another page, and a page
 * opened anew begins another one. Nothing is kept beyond the tab.
 */

/** @typedef {{ name: string, answers: string[] }} Remembered `answers`: the ids of those kept, oldest first */

/** How many exchanges are shown again; the desk itself forgets older ones sooner. */
const MOST_REMEMBERED = 20;

/** @returns {Remembered} the conversation of this page; a new one, named at random, where there is none */
export function recallConversation() {
  /** @type {{ conversation?: Remembered } | null} */
  const state = history.state;
  return state?.conversation ?? { name: createName(), answers: [] };
}

/**
 * @param {Remembered} conversation
 * @param {string} answerId
 * @returns {Remembered}
 */
export function rememberAnswer({ name, answers }, answerId) {
  const conversation = { name, answers: [...answers, answerId].slice(-MOST_REMEMBERED) };
  history.replaceState({ conversation }, '');
  return conversation;
}

/** For a link from the page to itself, which a browser may take for a reload. */
export function forgetConversation() {
  if (location.pathname === '/') history.replaceState(null, '');
}

/** Nobody can guess it, so that nobody can join the conversation of another. */
function createName() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
