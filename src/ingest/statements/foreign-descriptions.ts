import { endOfCapitals, isAcronym, joinTokens } from './foreign-names.ts';
import {
  bareWord,
  type ForeignLanguage,
  FRENCH_DETERMINERS,
  GERMAN_DETERMINERS,
  isBodyNoun,
  isCapital,
  isRoleNoun,
  isSourceNoun,
} from './foreign-words.ts';
import type { TokenRange } from './noun-phrases.ts';
import type { Token } from './tokens.ts';

interface RoleDescription {
  readonly role: string;
  readonly organisation?: string;
}

/** Offices whose field or place belongs to the role: "ministre de l'Économie", "maire de Lyon". */
const OFFICE =
  /^(?:ministre|secrétaire|commissaire|maire|préfet|préfète|député|députée|sénateur|sénatrice|eurodéputé|eurodéputée|ambassadeur|ambassadrice|garde|élu|élue|gouverneur|haut-commissaire|premier|première)$/;
/** "Frankreichs Präsident": a country is no employer. */
const COUNTRY_GENITIVE =
  /(?:lands|reichs|iens|Polens|Chinas|Europas|Ungarns|Amerikas|Bayerns|Sachsens|Hessens|Berlins|Israels|Irans|Japans)$/;
/** Prefixes of German compounds that name no organisation. */
const NO_ORGANISATION =
  /^(?:eu|us|un|uno|nato|vize|co|ex|alt|it|ki|ai|pr|tech|top|cloud|ost|west|nord|süd|cyber|internet|daten|energie|sicherheits|chef|haupt|presse|junior|senior|digital|security|cyber-security|online|medien|markt|rechts)$/i;

/** Role and organisation of "directrice générale de Nuage", "Präsidentin des Verbands Bitkom", "Bitkom-Präsidentin". */
export function readRole(
  tokens: readonly Token[],
  range: TokenRange,
  language: ForeignLanguage,
): RoleDescription | undefined {
  const at = tokens.findIndex(
    (token, i) => i >= range.from && i < range.to && token.kind === 'word' && isRoleNoun(token.text, language),
  );
  if (at < 0) return undefined;
  return language === 'fr' ? frenchRole(tokens, at, range) : germanRole(tokens, at, range);
}

function frenchRole(tokens: readonly Token[], at: number, range: TokenRange): RoleDescription | undefined {
  // Only articles and adjectives stand before the role's noun.
  if (at - range.from > 3) return undefined;
  let from = at;
  while (
    from > range.from &&
    /^(?:ancien|ancienne|ex|nouveau|nouvelle|premier|première|vice)$/.test(tokens[from - 1]?.lower ?? '')
  )
    from--;
  let link = at + 1;
  while (link < range.to && !isFrenchLink(tokens[link] as Token)) {
    const token = tokens[link] as Token;
    if (token.kind !== 'word' || (token.capital && !isAcronymRole(tokens, at))) break;
    link++;
  }
  const head = joinTokens(tokens, from, Math.min(link, range.to));
  const first = tokens[link];
  if (first === undefined || link >= range.to || !isFrenchLink(first)) return { role: head };
  const isChez = first.lower === 'chez';
  const office = OFFICE.test(bareWord((tokens[at] as Token).lower)) && !isChez;
  const end = endOfOrganisation(tokens, link, range.to);
  const republic = /république|état\b/i.test(joinTokens(tokens, link, end));
  if (office || republic) return { role: joinTokens(tokens, from, end) };
  const organisation = frenchOrganisation(tokens, link, end);
  return organisation === undefined ? { role: joinTokens(tokens, from, end) } : { role: head, organisation };
}

function isAcronymRole(tokens: readonly Token[], at: number): boolean {
  return /^(?:pdg|dg|ceo)$/.test(bareWord((tokens[at] as Token).lower));
}

function isFrenchLink(token: Token): boolean {
  return /^(?:de|du|des|chez|à|au|aux)$|^d['’]/.test(token.lower);
}

function endOfOrganisation(tokens: readonly Token[], from: number, limit: number): number {
  let to = from + 1;
  while (
    to < limit &&
    (tokens[to] as Token).kind === 'word' &&
    !/^(?:qui|que|dont|et|où|depuis|pour|dans|lors)$/.test(tokens[to]?.lower ?? '')
  )
    to++;
  return to;
}

/** "Cour des comptes", "Conseil supérieur de l'audiovisuel". Words. */
const LONGEST_BODY_NAME = 5;

/** "de la Commission européenne", "d'OVHcloud", "chez Forrester", "du groupe Nuage", "du ministère". */
function frenchOrganisation(tokens: readonly Token[], link: number, end: number): string | undefined {
  let from = /^d['’]/.test((tokens[link] as Token).lower) ? link : link + 1;
  while (from < end && FRENCH_DETERMINERS.has((tokens[from] as Token).lower)) from++;
  const first = tokens[from];
  if (first === undefined || from >= end || end - from > 10) return undefined;
  const name = bareWord(first.text);
  if (/^\p{Lu}|^\p{Ll}+\p{Lu}/u.test(name)) {
    if (isBodyNoun(name, 'fr') && end - from <= LONGEST_BODY_NAME) return joinTokens(tokens, from, end);
    const capitals = Math.min(end, endOfCapitals(tokens, from));
    const adjective = tokens[capitals];
    const withAdjective =
      adjective !== undefined &&
      capitals < end &&
      isBodyNoun(name, 'fr') &&
      /(?:enne|ien|aise?|ande?|ique|ale?|aine?|ois|oise)$/.test(adjective.lower);
    return joinTokens(tokens, from, withAdjective ? capitals + 1 : capitals);
  }
  if (!isBodyNoun(name, 'fr')) return undefined;
  const named = tokens.findIndex((token, at) => at > from && at < end && isCapital(token.text));
  const linked = tokens.slice(from + 1, named < 0 ? end : named + 1).some((token) => isFrenchLink(token));
  if (named > 0 && !linked) return joinTokens(tokens, named, Math.min(end, endOfCapitals(tokens, named)));
  return joinTokens(tokens, from, end);
}

function germanRole(tokens: readonly Token[], at: number, range: TokenRange): RoleDescription {
  const noun = (tokens[at] as Token).text;
  let from = at;
  while (
    from > range.from &&
    /^\p{Ll}\p{L}*(?:e|er|en)$/u.test(tokens[from - 1]?.text ?? '') &&
    !GERMAN_DETERMINERS.has(tokens[from - 1]?.lower ?? '')
  )
    from--;
  const compound = /^(.+?)-(\p{Lu}\p{L}+)$/u.exec(noun);
  const prefix = compound?.[1] ?? '';
  const isOwn = compound !== null && !NO_ORGANISATION.test(prefix);
  const before = tokens[at - 1];
  // "Microsoft Sprecherin"
  const leading =
    !isOwn &&
    from === at &&
    before !== undefined &&
    at - 1 >= range.from &&
    before.capital &&
    !GERMAN_DETERMINERS.has(before.lower) &&
    !COUNTRY_GENITIVE.test(before.text)
      ? before.text
      : undefined;
  const adjectives = from < at ? `${joinTokens(tokens, from, at)} ` : '';
  const role = `${adjectives}${isOwn ? (compound?.[2] ?? noun) : noun}`;
  const organisation = isOwn ? prefix : leading;
  const link = tokens[at + 1];
  if (link === undefined || at + 1 >= range.to || link.kind !== 'word') return { role, organisation };
  if (link.lower === 'für') {
    const end = endOfGermanNouns(tokens, at + 2, range.to);
    return { role: `${role} ${joinTokens(tokens, at + 1, end)}`, organisation };
  }
  if (!/^(?:des|der|von|vom|bei|beim|im|in)$/.test(link.lower)) return { role, organisation };
  const named = germanOrganisation(tokens, at + 2, range.to);
  return { role, organisation: organisation ?? named };
}

function endOfGermanNouns(tokens: readonly Token[], from: number, limit: number): number {
  let to = from;
  while (
    to < limit &&
    (tokens[to] as Token).kind === 'word' &&
    ((tokens[to] as Token).capital || to === from || GERMAN_DETERMINERS.has(tokens[from]?.lower ?? ''))
  ) {
    if (!(tokens[to] as Token).capital && to > from + 2) break;
    to++;
  }
  return Math.max(to, from);
}

/** "des Verbands Bitkom" gives "Bitkom", "des Bundesinnenministeriums" its nominative. */
export function germanOrganisation(tokens: readonly Token[], start: number, limit: number): string | undefined {
  let from = start;
  while (from < limit && tokens[from]?.capital === false && tokens[from]?.kind === 'word' && from < start + 4) from++;
  let to = Math.min(limit, endOfCapitals(tokens, from));
  if (to <= from) return undefined;
  if (/amt(?:e?s)?$/.test(tokens[to - 1]?.lower ?? '') && tokens[to]?.lower === 'für')
    to = endOfAgency(tokens, to, limit);
  const generic = to - from > 1 && isGenericBody((tokens[from] as Token).text);
  const name = joinTokens(tokens, generic ? from + 1 : from, to);
  return generic || to - from > 1 ? name : nominative(name);
}

function endOfAgency(tokens: readonly Token[], from: number, limit: number): number {
  let to = from + 1;
  while (
    to < limit &&
    tokens[to]?.kind === 'word' &&
    (tokens[to]?.capital === true || /^(?:in|der|und|die|das)$/.test(tokens[to]?.lower ?? ''))
  )
    to++;
  return to;
}

/** "Digitalverband", "Konzern", "Softwarehersteller": a noun that only says what the name behind it is. */
export function isGenericBody(word: string): boolean {
  return /(?:verband|verbands|verbandes|konzern|konzerns|unternehmen|unternehmens|firma|hersteller|herstellers|anbieter|anbieters|betreiber|betreibers|institut|instituts|agentur|zeitung|magazin|gewerkschaft|partei|startup|start-up|initiative|organisation|stiftung|plattform|bank|gruppe|riese|riesen|dienst|verein|vereins|allianz|spezialist|marktforscher|berater|haus|hauses)$/i.test(
    word,
  );
}

export function nominative(name: string): string {
  return name.replace(/(ministerium|institut|amt|verband|konzern|unternehmen|rat|parlament|bundestag)(?:e?s)$/iu, '$1');
}

/** The body's name that a phrase without a person tells, or the organisation behind a report. */
export function readBody(
  tokens: readonly Token[],
  range: TokenRange,
  language: ForeignLanguage,
): { name?: string; organisation?: string } | undefined {
  let from = range.from;
  const determiners = language === 'fr' ? FRENCH_DETERMINERS : GERMAN_DETERMINERS;
  while (from < range.to && determiners.has((tokens[from] as Token).lower)) from++;
  const first = tokens[from];
  if (first === undefined || from >= range.to) return undefined;
  const comma = tokens.findIndex((token, at) => at > from && at < range.to && /^[,(]$/.test(token.text));
  const end = comma < 0 ? range.to : comma;
  return language === 'fr' ? frenchBody(tokens, from, end) : germanBody(tokens, { from, start: range.from, end });
}

function frenchBody(tokens: readonly Token[], from: number, end: number) {
  const first = tokens[from] as Token;
  const word = bareWord(first.text);
  if (isSourceNoun(word, 'fr') && !isCapital(word)) {
    const link = tokens.findIndex((token, at) => at > from && at < end && isFrenchLink(token));
    const organisation = link < 0 ? undefined : frenchOrganisation(tokens, link, endOfOrganisation(tokens, link, end));
    return organisation === undefined || !/\p{Lu}/u.test(organisation) ? undefined : { organisation };
  }
  if (/^\p{Lu}|^\p{Ll}+\p{Lu}/u.test(word)) {
    const to = Math.min(end, endOfCapitals(tokens, from));
    const next = tokens[to];
    if (next === undefined || to >= end) return { name: joinTokens(tokens, from, to) };
    // "Commission européenne", "Cour des comptes", "Conseil d'État".
    if (isBodyNoun(word, 'fr') || /(?:enne|éen|ienne)$/.test(next.lower))
      return { name: joinTokens(tokens, from, end) };
    return { name: joinTokens(tokens, from, to) };
  }
  if (!isBodyNoun(word, 'fr')) return undefined;
  const named = tokens.findIndex((token, at) => at > from && at < end && isCapital(token.text));
  if (named < 0) return undefined;
  const linked = tokens.slice(from + 1, named + 1).some((token) => isFrenchLink(token));
  if (!linked) return { name: joinTokens(tokens, named, Math.min(end, endOfCapitals(tokens, named))) };
  return { name: joinTokens(tokens, from, end) };
}

function germanBody(tokens: readonly Token[], at: { from: number; start: number; end: number }) {
  const { end, start } = at;
  let { from } = at;
  const determined = from > start;
  while (from < end && tokens[from]?.capital === false) from++;
  const first = tokens[from];
  if (first === undefined || from >= end) return undefined;
  let to = Math.min(end, endOfCapitals(tokens, from));
  if (RULES.test(first.text)) return undefined;
  if (isSourceNoun(first.text, 'de')) {
    const link = tokens[to];
    if (link === undefined || !/^(?:des|der|von|vom|beim|bei)$/.test(link.lower) || to >= end) return undefined;
    const organisation = germanOrganisation(tokens, to + 1, end);
    return organisation === undefined ? undefined : { organisation };
  }
  if (to - from > 1 && isGenericBody(first.text)) return { name: joinTokens(tokens, from + 1, to) };
  const word = first.text;
  if (/amt$/.test(word) && tokens[to]?.lower === 'für') to = endOfAgency(tokens, to, end);
  else if (isBodyNoun(word, 'de') && tokens[to]?.lower === 'für') to = endOfAgency(tokens, to, end);
  if (!determined && to - from === 1 && isGenericBody(word) && /s$/.test(word)) return undefined;
  if (!determined && to - from >= 1)
    return isPlural(word) && to - from === 1 ? undefined : { name: joinTokens(tokens, from, to) };
  const proper = isAcronym(word) || /\p{Ll}\p{Lu}|^\p{Lu}{2,}-/u.test(word) || to - from > 1;
  const specific = isBodyNoun(word, 'de') && PROPER_BODY.test(word);
  return proper || specific ? { name: joinTokens(tokens, from, to) } : undefined;
}

/** Bodies whose common noun is as good as a name; others ("die Behörde", "der Verband") stand for one named before. */
const PROPER_BODY =
  /^(?:Bundes|Landes|Europa|Verfassungs|Rechnungs|Kartell|Kanzler)|^\p{L}{3,}(?:ministerium|kommission|gericht|gerichtshof)s?$|^(?:Kommission|Bundestag|Parlament|Senat|Landtag)s?$/u;
/** Texts that rule something: a source, but nobody. */
const RULES =
  /(?:gesetz|verordnung|vertrag|artikel|plan|vereinbarung|urteil|beschluss|satzung|regel|definition|berichten|angaben|paragraf|richtlinie|tabelle|grafik)e?s?$/i;

/** Nouns that stand without an article because they are plurals: "Experten", "Kritiker", "Analysten". */
function isPlural(word: string): boolean {
  return (
    isRoleNoun(word.replace(/(?:innen|en|n)$/, ''), 'de') ||
    isRoleNoun(word, 'de') ||
    /(?:Experten|Kritiker|Beobachter|Fachleute|Insider|Behörden|Medien|Forscher|Politiker|Händler|Hersteller|Anbieter|Verbände|Gewerkschaften|Unternehmen|Anwohner|Kunden|Nutzer|Juristen|Leute|Zeugen|Ärzte|Investoren)$/.test(
      word,
    )
  );
}
