import { genderOfGivenName } from './foreign-names.ts';
import {
  GERMAN_DETERMINERS,
  GERMAN_NOMINATIVE,
  isBodyNoun,
  isNameWord,
  isRoleNoun,
  isSourceNoun,
} from './foreign-words.ts';
import type { TokenRange } from './noun-phrases.ts';
import { isOutlet } from './outlets.ts';
import type { Token } from './tokens.ts';

/** Longest phrase read for a speaker, its description included. Tokens. */
const LONGEST = 26;
const MONTH_OR_DAY =
  /^(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember)s?$/;

/** The noun phrase from `from` on that can be a subject, with a description or name between commas behind it. */
export function speakerAfter(tokens: readonly Token[], from: number, dative = false): TokenRange | undefined {
  const first = tokens[from];
  if (first === undefined || first.kind !== 'word') return undefined;
  if (/^(?:er|sie)$/.test(first.lower)) return { from, to: from + 1 };
  const to = endOfPhrase(tokens, from, dative);
  return to === undefined ? undefined : { from, to: endOfDescription(tokens, { from, to }) };
}

/** Determiner, adjectives, nouns and names, with genitives and "von ..." parts. */
function endOfPhrase(tokens: readonly Token[], from: number, dative: boolean): number | undefined {
  let at = from;
  const first = tokens[at] as Token;
  if (GERMAN_DETERMINERS.has(first.lower)) {
    if (!dative && !GERMAN_NOMINATIVE.has(first.lower)) return undefined;
    at++;
  }
  let last = endOfNouns(tokens, at);
  if (last === undefined) return undefined;
  while (last - from < LONGEST) {
    const next = linkedNouns(tokens, { from, at: last });
    if (next === undefined) break;
    last = next;
  }
  return last;
}

/** Adjectives in small letters and the capitalised run behind them. */
function endOfNouns(tokens: readonly Token[], from: number): number | undefined {
  let at = from;
  while (at < from + 5 && isAdjective(tokens[at])) at++;
  const first = tokens[at];
  if (first === undefined || !isNoun(first)) return undefined;
  while (at < from + 10 && tokens[at] !== undefined && (isNoun(tokens[at] as Token) || isParticle(tokens, at))) {
    at++;
    if (tokens[at]?.text === '&' && tokens[at + 1]?.capital === true) at++;
  }
  return at;
}

function isNoun(token: Token): boolean {
  return (
    token.kind === 'word' &&
    (isNameWord(token.text, 'de') || /^\d+-Jährige[rn]?$/.test(token.text)) &&
    !MONTH_OR_DAY.test(token.lower)
  );
}

/** "von der Leyen": between capitals of which the first is a given name. */
function isParticle(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.lower ?? '';
  const before = tokens[at - 1];
  if (!/^(?:von|van|der|den|de|zu|ten|ter|la|di|da)$/.test(word) || before === undefined) return false;
  const given = before.capital && genderOfGivenName(before.text) !== undefined;
  const inside = /^(?:von|van|de|zu)$/.test(before.lower) && /^(?:der|den|dem|la)$/.test(word);
  if (!given && !inside) return false;
  const next = tokens[at + 1];
  return next !== undefined && (next.capital || /^(?:der|den|la|dem)$/.test(next.lower)) && word !== 'der'
    ? true
    : inside;
}

function isAdjective(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    token.kind === 'word' &&
    /^\p{Ll}[\p{L}-]*(?:e|er|en|es|em)$/u.test(token.text) &&
    !GERMAN_DETERMINERS.has(token.lower)
  );
}

/** A genitive, "von ..." or a name behind a role: where it ends. */
function linkedNouns(tokens: readonly Token[], place: { from: number; at: number }): number | undefined {
  const { at, from } = place;
  const link = tokens[at];
  const before = tokens[at - 1];
  if (link === undefined || before === undefined) return undefined;
  if (link.text === '(') {
    const close = tokens.findIndex((token, i) => i > at && i < at + 6 && token.text === ')');
    return close < 0 ? undefined : close + 1;
  }
  if (link.kind !== 'word') return undefined;
  const general = isRoleNoun(before.text, 'de') || isBodyNoun(before.text, 'de') || isSourceNoun(before.text, 'de');
  if (link.lower === 'des' || (link.lower === 'der' && general && !isOutletAt(tokens, at + 1)))
    return endOfNouns(tokens, at + 1);
  if (/^(?:von|vom|beim|bei)$/.test(link.lower)) {
    const start = GERMAN_DETERMINERS.has(tokens[at + 1]?.lower ?? '') ? at + 2 : at + 1;
    if (/^bei/.test(link.lower) && !general && tokens[at + 1]?.lower !== 'der' && link.lower !== 'beim')
      return undefined;
    return endOfNouns(tokens, start);
  }
  if (link.lower === 'für' && (general || /^(?:beauftragte|bundesamt|institut|ministerium)/.test(before.lower))) {
    const start = GERMAN_DETERMINERS.has(tokens[at + 1]?.lower ?? '') ? at + 2 : at + 1;
    const end = endOfNouns(tokens, start);
    if (end === undefined) return undefined;
    // "Bundesamt für Sicherheit in der Informationstechnik"
    const more = /amt$/.test(before.lower) && tokens[end]?.lower === 'in' && tokens[end + 1]?.lower === 'der';
    return more ? (endOfNouns(tokens, end + 2) ?? end) : end;
  }
  if (link.lower === 'und') {
    const start = GERMAN_DETERMINERS.has(tokens[at + 1]?.lower ?? '') ? at + 2 : at + 1;
    return (tokens[from] as Token).capital || start > at + 1 || general ? endOfNouns(tokens, start) : undefined;
  }
  return undefined;
}

function isOutletAt(tokens: readonly Token[], at: number): boolean {
  const first = tokens[at]?.text ?? '';
  const second = tokens[at + 1];
  if (isOutlet(first) || isOutlet(first.toUpperCase())) return true;
  if (second?.capital === true && isOutlet(`${first} ${second.text}`)) return true;
  return (
    /(?:zeitung|agentur|magazin|presse|nachrichten|rundschau|anzeiger|sender)$/.test(tokens[at]?.lower ?? '') ||
    tokens[at]?.kind === 'quotation'
  );
}

/** ", Präsident des Bitkom," behind a name; ", Ralf Berg," behind a role. */
function endOfDescription(tokens: readonly Token[], phrase: TokenRange): number {
  const { to } = phrase;
  if (tokens[to]?.text !== ',') return to;
  const end = descriptionEnd(tokens, to + 1) ?? nameEnd(tokens, phrase);
  if (end === undefined) return to;
  const close = tokens[end];
  return close === undefined || close.kind !== 'word' ? end : to;
}

/** "der Präsident des Bitkom, [Bernd Rohle],": capitals behind a role that a comma closes are its bearer. */
function nameEnd(tokens: readonly Token[], phrase: TokenRange): number | undefined {
  if (!tokens.slice(phrase.from, phrase.to).some((token) => isRoleNoun(token.text, 'de'))) return undefined;
  const from = phrase.to + 1;
  let end = from;
  while (end < from + 4 && tokens[end] !== undefined && isNoun(tokens[end] as Token)) end++;
  return end - from >= 2 && (tokens[end] === undefined || tokens[end]?.kind === 'mark') ? end : undefined;
}

/** Where a description or a person's name from `from` on ends; absent where neither begins there. */
function descriptionEnd(tokens: readonly Token[], from: number): number | undefined {
  const first = tokens[from];
  if (first === undefined || first.kind !== 'word') return undefined;
  const end = endOfPhrase(tokens, from, false);
  if (end === undefined) return undefined;
  const isRole = tokens.slice(from, Math.min(end, from + 5)).some((token) => isRoleNoun(token.text, 'de'));
  const isName = end - from >= 2 && end - from <= 5 && genderOfGivenName(first.text) !== undefined;
  return isRole || isName ? end : undefined;
}

/** The subject that opens the clause and ends before the finite verb at `end`. */
export function subjectBefore(tokens: readonly Token[], end: number): TokenRange | undefined {
  let from = end;
  while (from > 0 && end - from < LONGEST) {
    const token = tokens[from - 1] as Token;
    if (token.kind === 'quotation' || /^[.:;?!–—-]$/.test(token.text)) break;
    if (token.kind === 'word' && /^(?:dass|daß|weil|wenn|ob|wie|während|obwohl|denn|aber|doch)$/.test(token.lower))
      break;
    if (token.lower === 'und' && !isNounBoth(tokens, from)) break;
    from--;
  }
  while (from < end && (tokens[from] as Token).kind === 'mark' && (tokens[from] as Token).text !== '(') from++;
  if (from >= end) return undefined;
  const whole = speakerAfter(tokens, from);
  if (whole !== undefined && isClosed(tokens, whole.to, end)) return whole;
  // A relative clause between commas: "Anna Koch, die den Verband leitet, sagte".
  if (whole !== undefined && tokens[whole.to]?.text === ',' && tokens[end - 1]?.text === ',') {
    const word = tokens[whole.to + 1]?.lower ?? '';
    const inner = tokens.slice(whole.to + 1, end - 1).some((token) => token.text === ',');
    if (/^(?:der|die|das|dessen|deren)$/.test(word) && !inner) return whole;
  }
  // "..., und Koch sagte": after the last comma.
  const comma = tokens.findLastIndex((token, at) => at < end - 1 && at >= from && token.text === ',');
  if (comma < 0) return undefined;
  const start = /^(?:und|aber|doch|denn|sondern)$/.test(tokens[comma + 1]?.lower ?? '') ? comma + 2 : comma + 1;
  const short = speakerAfter(tokens, start);
  return short !== undefined && short.to === end && !isRelative(tokens, start) ? short : undefined;
}

function isRelative(tokens: readonly Token[], at: number): boolean {
  return /^(?:der|die|das)$/.test(tokens[at]?.lower ?? '') && tokens[at + 1]?.capital !== true;
}

function isNounBoth(tokens: readonly Token[], at: number): boolean {
  return (tokens[at]?.capital ?? false) && (tokens[at - 2]?.capital ?? false);
}

function isClosed(tokens: readonly Token[], at: number, end: number): boolean {
  if (at === end) return true;
  return (
    at === end - 1 &&
    (tokens[at]?.text === ',' || /^(?:selbst|auch|hingegen|dagegen|jedoch|aber)$/.test(tokens[at]?.lower ?? ''))
  );
}

/** Whether a phrase names somebody who can speak: a pronoun, a name, a role, a body. */
export function isGermanSpeaker(tokens: readonly Token[], range: TokenRange): boolean {
  const slice = tokens.slice(range.from, range.to);
  const first = slice[0];
  if (first === undefined) return false;
  if (/^(?:er|sie)$/.test(first.lower) && slice.length === 1) return true;
  const determined = GERMAN_DETERMINERS.has(first.lower);
  const nouns = slice.filter((token) => token.capital && token !== (determined ? first : undefined));
  if (nouns.length === 0) return false;
  if (
    slice
      .slice(0, 6)
      .some((token) => isRoleNoun(token.text, 'de') || isBodyNoun(token.text, 'de') || isSourceNoun(token.text, 'de'))
  )
    return true;
  // "Microsoft", "Koch", "Anna Koch": a noun that stands without an article is a name (or a plural).
  if (!determined) return true;
  return (
    nouns.some((token) => /^\p{Lu}{2,}$|\p{Ll}\p{Lu}|^\p{Lu}{2,}-/u.test(token.text) || isOutlet(token.text)) ||
    slice.some((token) => genderOfGivenName(token.text) !== undefined) ||
    /^\p{Lu}[\p{L}-]*(?:erin|er|or|ist|istin|ant|ent|kraft|eur|loge|login|jährige|jähriger)$/u.test(
      nouns[0]?.text ?? '',
    )
  );
}
