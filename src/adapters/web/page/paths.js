// @ts-check
/** The permanent addresses of what is read here. Ids may hold any character. */

/**
 * @param {string} id
 * @param {{ start: number, end: number }} [span] the words the link leads to, as offsets in the document's text
 */
export function documentPath(id, span) {
  const path = `/documents/${encodeURIComponent(id)}`;
  return span === undefined ? path : `${path}#${spanHash(span)}`;
}

/** @param {string} id */
export function speakerPath(id) {
  return `/speakers/${encodeURIComponent(id)}`;
}

/** @param {{ start: number, end: number }} span */
export function spanHash({ start, end }) {
  return `s=${start}-${end}`;
}

/**
 * The span that `#s=start-end` names; anything else names none.
 * @param {string} hash
 * @returns {{ start: number, end: number } | undefined}
 */
export function readSpanHash(hash) {
  const match = /^#s=(\d{1,9})-(\d{1,9})$/.exec(hash);
  const [start, end] = [Number(match?.[1]), Number(match?.[2])];
  return match !== null && start < end ? { start, end } : undefined;
}

/**
 * @param {string} pathname
 * @returns {{ view: 'documents' | 'speakers', id: string | undefined } | undefined}
 */
export function readPath(pathname) {
  const match = /^\/(documents|speakers)(?:\/([^/]*))?\/?$/.exec(pathname);
  if (match === null) return undefined;
  const id = match[2] === undefined || match[2] === '' ? undefined : decodeURIComponent(match[2]);
  return { view: match[1] === 'documents' ? 'documents' : 'speakers', id };
}
