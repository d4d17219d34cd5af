// @ts-check
/** The only way in which the page makes elements: what comes from a document becomes text, never markup. */

/**
 * @typedef {{
 *   class?: string, id?: string, text?: string, attributes?: Record<string, string>,
 *   on?: Record<string, (event: Event) => void>,
 * }} Parts
 */

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Parts} [parts]
 * @param {(Node | string | undefined)[]} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, parts = {}, ...children) {
  const made = document.createElement(tag);
  if (parts.class !== undefined) made.className = parts.class;
  if (parts.id !== undefined) made.id = parts.id;
  if (parts.text !== undefined) made.textContent = parts.text;
  for (const [name, value] of Object.entries(parts.attributes ?? {})) made.setAttribute(name, value);
  for (const [type, listener] of Object.entries(parts.on ?? {})) made.addEventListener(type, listener);
  made.append(...children.filter((child) => child !== undefined));
  return made;
}

/**
 * A button that does something on this page.
 * @param {Parts} parts
 * @param {() => void} act
 * @param {(Node | string | undefined)[]} children
 */
export function button(parts, act, ...children) {
  const attributes = { type: 'button', ...parts.attributes };
  return element('button', { ...parts, attributes, on: { ...parts.on, click: act } }, ...children);
}

/**
 * A link to an outside page, in a tab of its own; `undefined` for any address that is not http or https.
 * @param {string | null} address
 * @param {string} text
 */
export function outsideLink(address, text) {
  if (address === null || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined;
  return element('a', {
    class: 'outside-link',
    text,
    attributes: { href: url.href, target: '_blank', rel: 'noopener noreferrer' },
  });
}

/**
 * An element that index.html has.
 * @template {HTMLElement} [Kind=HTMLElement]
 * @param {string} id
 * @returns {Kind}
 */
export function byId(id) {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The page has no element "${id}".`);
  return /** @type {Kind} */ (found);
}

/** Whether movement on the screen is unwelcome. */
export function prefersStillness() {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let pendingAnnouncement;

/**
 * Tells a screen reader something in its own time. The region is emptied first, so that the same words twice are
 * told twice.
 * @param {string} words
 */
export function announce(words) {
  const region = byId('announcer');
  region.textContent = '';
  clearTimeout(pendingAnnouncement);
  pendingAnnouncement = setTimeout(() => {
    region.textContent = words;
  }, 50);
}
