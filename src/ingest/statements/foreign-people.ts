import { germanOrganisation, readRole } from './foreign-descriptions.ts';
import { findPersonNames, joinTokens, type PersonName } from './foreign-names.ts';
import { bareWord, type ForeignLanguage, isBodyNoun, isNameWord, isRoleNoun } from './foreign-words.ts';
import type { Token, Unit } from './tokens.ts';

/** A person as far as the document tells. Filled while the table is built, then only read. */
export interface Person {
  name: string;
  gender?: 'male' | 'female';
  role?: string;
  organisation?: string;
}

interface PersonMention {
  readonly start: number;
  readonly unit: number;
  readonly person: Person;
}

export interface PeopleTable {
  /** In the order of the text. */
  readonly mentions: readonly PersonMention[];
  /** The one person of that name or surname; absent where several bear it or nobody does. */
  find(name: string): Person | undefined;
}

/** As far back as a role may stand before the name that it is about. Tokens. */
const ROLE_REACH = 12;

/** Everyone whom the document names, with role and organisation from the words around the name. */
export function buildPeopleTable(units: readonly Unit[], language: ForeignLanguage): PeopleTable {
  const names = units.flatMap((unit, index) => namesIn(unit.tokens, language).map((name) => ({ unit, index, name })));
  const byName = new Map<string, Person>();
  const bySurname = new Map<string, Set<Person>>();
  for (const { name } of names) {
    if (!name.name.includes(' ')) continue;
    const key = name.name.toLowerCase();
    const person = byName.get(key) ?? { name: name.name };
    byName.set(key, person);
    const surname = surnameOf(name.name);
    const known = bySurname.get(surname);
    if (known === undefined) bySurname.set(surname, new Set([person]));
    else known.add(person);
  }
  const find = (name: string): Person | undefined => {
    const key = name.toLowerCase();
    const whole = byName.get(key);
    if (whole !== undefined) return whole;
    const same = bySurname.get(key);
    return same?.size === 1 ? [...same][0] : undefined;
  };
  const mentions = names.map(({ unit, index, name }): PersonMention => {
    let person = find(name.name);
    if (person === undefined) {
      person = { name: name.name };
      byName.set(name.name.toLowerCase(), person);
    }
    person.gender ??= name.gender;
    describe(person, unit.tokens, { name, language });
    return { start: (unit.tokens[name.from] as Token).start, unit: index, person };
  });
  return { mentions: withSurnames(mentions, { units, find, language }), find };
}

/** Names with a title, a given name or a role; and capitals that a description between commas follows. */
function namesIn(tokens: readonly Token[], language: ForeignLanguage): PersonName[] {
  const sure = findPersonNames(tokens, language);
  const described: PersonName[] = [];
  for (let at = 0; at + 1 < tokens.length; at++) {
    if ((tokens[at + 2] !== undefined && tokens[at + 2]?.kind !== 'mark') || tokens[at - 1]?.capital === true) continue;
    const first = tokens[at] as Token;
    const second = tokens[at + 1] as Token;
    if (!first.capital || !second.capital || sure.some((one) => one.from < at + 2 && at < one.to)) continue;
    if (![first, second].every((word) => isNameWord(word.text, language) && !isBodyNoun(word.text, language))) continue;
    if ([first, second].some((word) => isRoleNoun(word.text, language))) continue;
    const hasRole = (from: number, to: number): boolean =>
      tokens.slice(Math.max(0, from), to).some((word) => word.kind === 'word' && isRoleNoun(word.text, language));
    const after = tokens[at + 2]?.text === ',' && hasRole(at + 3, at + 6);
    const before =
      tokens[at - 1]?.text === ',' && hasRole(at - ROLE_REACH, at - 1) && linksBack(tokens, at - 1, language);
    if (after || before) described.push({ from: at, to: at + 2, name: joinTokens(tokens, at, at + 2), titled: false });
  }
  return [...sure, ...described].sort((a, b) => a.from - b.from);
}

/** The phrase that a comma at `comma` closes begins with a role: "der Präsident des Bitkom,". */
function linksBack(tokens: readonly Token[], comma: number, language: ForeignLanguage): boolean {
  for (let at = comma - 1; at >= 0 && at >= comma - ROLE_REACH; at--) {
    const token = tokens[at] as Token;
    if (token.kind !== 'word') return false;
    if (isRoleNoun(token.text, language)) return linksTo(tokens, at, comma, language);
  }
  return false;
}

/** Surnames alone stand for whoever was named in full. */
function withSurnames(
  mentions: readonly PersonMention[],
  at: { units: readonly Unit[]; find: (name: string) => Person | undefined; language: ForeignLanguage },
): PersonMention[] {
  const known = new Set(mentions.map(({ start }) => start));
  const more: PersonMention[] = [];
  at.units.forEach((unit, index) => {
    for (const token of unit.tokens) {
      if (!token.capital || known.has(token.start) || !isNameWord(token.text, at.language)) continue;
      const person = at.find(bareWord(token.text));
      if (person?.name.includes(' ') === true) more.push({ start: token.start, unit: index, person });
    }
  });
  return [...mentions, ...more].sort((a, b) => a.start - b.start);
}

function surnameOf(name: string): string {
  const words = name.split(' ');
  const particle = words.findIndex((word, at) => at > 0 && /^(?:von|van|de|du|di|zu)$/.test(word));
  return (
    particle > 0 && words[particle] !== 'von' ? words.slice(particle).join(' ') : (words.at(-1) ?? '')
  ).toLowerCase();
}

function describe(person: Person, tokens: readonly Token[], at: { name: PersonName; language: ForeignLanguage }): void {
  const { name, language } = at;
  const found = roleBefore(tokens, name, language) ?? roleAfter(tokens, name, language);
  const organisation = found?.organisation ?? organisationAfter(tokens, name, language);
  if (found?.role !== undefined && person.role === undefined) {
    person.role = found.role;
    person.gender ??= found.gender;
    person.organisation ??= organisation;
  } else if (found === undefined || person.organisation === undefined) person.organisation ??= organisation;
}

interface FoundRole {
  readonly role: string;
  readonly organisation?: string;
  readonly gender?: 'male' | 'female';
}

/** "la présidente de la Commission, [Ursula von der Leyen]", "Bitkom-Präsident [Ralf Berg]". */
function roleBefore(tokens: readonly Token[], name: PersonName, language: ForeignLanguage): FoundRole | undefined {
  let end = name.from;
  while (end > 0 && /^(?:dr\.?|prof\.?|m\.|mme|herr|frau)$/.test(tokens[end - 1]?.lower ?? '')) end--;
  const comma = tokens[end - 1]?.text === ',';
  if (comma) end--;
  for (let at = end - 1; at >= 0 && at >= end - ROLE_REACH; at--) {
    const token = tokens[at] as Token;
    if (token.kind !== 'word' || /^(?:que|qui|et|und|oder|ou|wie|dass|als)$/.test(token.lower)) return undefined;
    if (!isRoleNoun(token.text, language)) continue;
    if (!linksTo(tokens, at, end, language)) return undefined;
    const before = tokens[at - 1];
    const from =
      language === 'de' && before?.capital === true && isNameWord(before.text, language) && !comma ? at - 1 : at;
    const start = widen(tokens, from);
    const role = readRole(tokens, { from: start, to: end }, language);
    return role;
  }
  return undefined;
}

function widen(tokens: readonly Token[], at: number): number {
  let from = at;
  while (
    from > 0 &&
    /^(?:ancienn?e?|ex|nouveau|nouvelle|stellvertretende[rn]?|ehemalige[rn]?|frühere[rn]?)$/.test(
      tokens[from - 1]?.lower ?? '',
    )
  )
    from--;
  return from;
}

/** Nothing but adjectives, or a link to a body, stands between a role and the name. */
function linksTo(tokens: readonly Token[], role: number, end: number, language: ForeignLanguage): boolean {
  let at = role + 1;
  const adjective =
    language === 'fr'
      ? /(?:al|ale|if|ive|eur|eure|ier|ière|ique|ain|aine|ien|ienne|éen|éenne|ais|aise|and|ande|ois|oise|délégué|déléguée|adjoint|adjointe|socialiste|écologiste)$/
      : /^$/;
  while (at < end && adjective.test(tokens[at]?.lower ?? '')) at++;
  if (at === end) return true;
  const link = tokens[at]?.lower ?? '';
  if (tokens[at]?.capital === true && language === 'de') return false;
  return language === 'fr'
    ? /^(?:de|du|des|chez|à|au|aux)$|^d['’]/.test(link)
    : /^(?:des|der|von|vom|für|bei|beim|im)$/.test(link);
}

/** "[Anne Petit], directrice générale de Nuage,". */
function roleAfter(tokens: readonly Token[], name: PersonName, language: ForeignLanguage): FoundRole | undefined {
  let at = name.to;
  if (tokens[at]?.text === '(') {
    const close = tokens.findIndex((token, i) => i > at && i < at + 6 && token.text === ')');
    if (close > 0) at = close + 1;
  }
  if (!/^[,(–—]$/.test(tokens[at]?.text ?? '')) return undefined;
  const from = at + 1;
  let to = from;
  while (to < tokens.length && to - from < 16 && (tokens[to] as Token).kind === 'word') to++;
  const role = tokens.slice(from, Math.min(to, from + 4)).findIndex((token) => isRoleNoun(token.text, language));
  if (role < 0) return undefined;
  // Only an article and adjectives lead to the role.
  if (
    tokens
      .slice(from, from + role)
      .some((token) => /^(?:qui|que|hat|ist|war|sagt|et|und|de|du|von|mit)$/.test(token.lower))
  )
    return undefined;
  return readRole(tokens, { from, to }, language);
}

/** "[Charlie Dai] de Forrester", "[Anna Koch] vom Verband Bitkom", "[Anna Koch] (CDU)". */
function organisationAfter(tokens: readonly Token[], name: PersonName, language: ForeignLanguage): string | undefined {
  let at = name.to;
  if (tokens[at]?.text === '(' && tokens[at + 2]?.text === ')' && tokens[at + 1]?.capital === true)
    return tokens[at + 1]?.text;
  const comma = tokens[at]?.text === ',';
  if (comma) at++;
  const link = tokens[at]?.lower ?? '';
  if (language === 'de')
    return !comma && /^(?:von|vom)$/.test(link) ? germanOrganisation(tokens, at + 1, at + 6) : undefined;
  const chez = link === 'chez' || (comma && /^(?:de|du)$/.test(link));
  const next = tokens[at + 1];
  if (comma && /^d['’]\p{Lu}/u.test(tokens[at]?.text ?? '')) return bareWord(tokens[at]?.text ?? '');
  return chez && next?.capital === true ? next.text : undefined;
}
