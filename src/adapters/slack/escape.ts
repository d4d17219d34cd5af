import { SLACK_LIMITS } from './limits.ts';

/** Characters that turn the direction of the text around them: a source could show words in another order with them. */
const BIDI_CONTROLS = /[\u202A-\u202E\u2066-\u2069]/gu;
/** Not printable, refused or dropped by Slack; line breaks and tabs stay. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROLS = /[\u0000-\u0008\u000B-\u001F\u007F]/gu;

/** Text as it may be shown: half characters replaced, control characters gone; nothing else is altered. */
export function cleanText(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(BIDI_CONTROLS, '')
    .replace(CONTROLS, ' ');
}

/**
 * Text for fields that Slack reads as mrkdwn: the three characters that begin mentions, links and commands
 * (docs.slack.dev/messaging/formatting-message-text). Formatting characters stay: use rich text where they must not act.
 */
export function escapeMrkdwn(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** What a person typed: Slack's escapes undone, so that the desk reads what the person saw. */
export function unescapeMrkdwn(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** An address that may become a link: http or https only, no credentials in it, within Slack's length. */
export function safeUrl(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const parsed = new URL(url);
  if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:') return undefined;
  if (parsed.username !== '' || parsed.password !== '') return undefined;
  // "|" and ">" end an address in mrkdwn; `href` has all other dangerous characters encoded.
  const href = parsed.href.replaceAll('|', '%7C').replaceAll('>', '%3E').replaceAll('<', '%3C');
  return href.length > SLACK_LIMITS.url ? undefined : href;
}

/** Words that look like an address must not lead to another one: a link is then shown under its own host. */
export function looksLikeAddress(text: string): boolean {
  return /:\/\/|\bwww\.|[\p{L}\p{N}-]\.[\p{L}]{2,}(?:[/?#:\s]|$)/iu.test(text);
}

/** Cut to at most `length` UTF-16 units, never inside a character, with "…" where something is missing. */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  const kept = text.slice(0, Math.max(0, length - 1)).replace(/\p{Surrogate}$/u, '');
  return `${kept.trimEnd()}…`;
}
