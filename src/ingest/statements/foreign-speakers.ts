import type { SpeakerIdentity } from '../../core/statement.ts';
import type { Span } from '../../core/text/span.ts';
import { isGenericBody, nominative, readBody, readRole } from './foreign-descriptions.ts';
import { findPersonNames, joinTokens } from './foreign-names.ts';
import { buildPeopleTable, type PeopleTable, type Person } from './foreign-people.ts';
import { bareWord, type ForeignLanguage, isBodyNoun, isNameWord, isRoleNoun } from './foreign-words.ts';
import { isOutlet } from './outlets.ts';
import type { SpeakerReader } from './speakers.ts';
import { type Token, tokeniseUnit, type Unit } from './tokens.ts';

/** A pronoun stands for somebody named at most so many units before. */
const PRONOUN_REACH = 4;

/** Names whoever the French or German words of a source stand for, as far as the document tells. */
export function createForeignSpeakerReader(
  text: string,
  units: readonly Unit[],
  language: ForeignLanguage,
): SpeakerReader {
  const people = buildPeopleTable(units, language);
  const context: Context = { text, units, language, people, bodies: collectBodies(units, { people, language }) };
  return { identify: (source) => identify(source, context) };
}

interface Context {
  readonly text: string;
  readonly units: readonly Unit[];
  readonly language: ForeignLanguage;
  readonly people: PeopleTable;
  readonly bodies: Bodies;
}

function identify(source: Span, context: Context): SpeakerIdentity {
  const { text, language, people } = context;
  const words = text.slice(source.start, source.end);
  const pronoun = /^(?:il|elle|lui|er|sie)$/i.exec(words)?.[0].toLowerCase();
  if (pronoun !== undefined) return identityOf(resolvePronoun(source.start, pronoun, context));
  if (/^(?:ils|elles|on|nous|je|wir|ich)$/i.test(words)) return {};
  const outlet = outletName(words);
  if (outlet !== undefined) return { name: outlet };
  const tokens = tokensOf(source, context);
  const range = { from: 0, to: tokens.length };
  const person = findPersonNames(tokens, language).find((one) => !isLinked(tokens, one.from));
  if (person !== undefined && person.name !== '') {
    const known = people.find(person.name);
    return known === undefined ? { name: person.name } : identityOf(known);
  }
  const plain = plainName(tokens, language);
  const named = plain === undefined ? undefined : people.find(plain);
  if (named !== undefined) return identityOf(named);
  // "Xiu Li, analyste chez Forrester": the name is on no list, but its description tells.
  const first = tokens.findIndex((token) => token.text === ',');
  if (first > 0 && first < 5) {
    const head = plainName(tokens.slice(0, first), language);
    const known = head === undefined ? undefined : people.find(head);
    if (known !== undefined) return identityOf(known);
    // "Nuage, le spécialiste de l'hébergement": a name that is nobody's known surname is a body's, or a person's first.
    if (head !== undefined) return { name: head };
  }
  if (isPlural(tokens, language)) return {};
  const roleAt = tokens.findIndex((token) => token.kind === 'word' && isRoleNoun(token.text, language));
  if (roleAt >= 0 && roleAt < 4 && !isBodyFirst(tokens, roleAt, language)) return identifyRole(tokens, roleAt, context);
  const body = readBody(tokens, range, language);
  if (body !== undefined) return body;
  return identityOfBody(tokens, source.start, context);
}

/** The unit's own tokens where the source begins with one; else (behind an elided word) its words by themselves. */
function tokensOf(source: Span, context: Context): readonly Token[] {
  const unit = context.units.find((one) => one.start <= source.start && source.end <= one.end);
  const own = unit?.tokens.filter((token) => source.start <= token.start && token.end <= source.end) ?? [];
  return own[0]?.start === source.start ? own : tokeniseUnit(context.text, source, []);
}

/** "Le Monde", "des Handelsblatts": the name of an outlet without article and case ending. */
function outletName(words: string): string | undefined {
  if (isOutlet(words)) return words;
  const bare = words.replace(/^(?:der|die|das|des|dem|den|le|la|les)\s+/i, '').replace(/^[„“"«»]\s?|\s?[“”"«»]$/gu, '');
  return [bare, bare.replace(/s$/, '')].find((form) => /^\p{Lu}[\p{L} .-]{0,40}$/u.test(form) && isOutlet(form));
}

function identityOf(person: Person | undefined): SpeakerIdentity {
  if (person === undefined) return {};
  const { name, role, organisation } = person;
  return { name, ...(role === undefined ? {} : { role }), ...(organisation === undefined ? {} : { organisation }) };
}

/** "l'avocat de Jean Petit", "Sprecher von Anna Koch": the name tells whose. */
function isLinked(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token;
  return /^(?:de|du|von|vom|des|der|für|pour)$/.test(tokens[at - 1]?.lower ?? '') || /^d['’]/.test(token.lower);
}

/** A phrase of capitals only. */
function plainName(tokens: readonly Token[], language: ForeignLanguage): string | undefined {
  const names = tokens.every((token) => token.kind === 'word' && isNameWord(token.text, language));
  return names && tokens.length > 0 && tokens.length < 5 ? joinTokens(tokens, 0, tokens.length) : undefined;
}

function isPlural(tokens: readonly Token[], language: ForeignLanguage): boolean {
  const first = tokens[0]?.lower ?? '';
  if (language === 'fr')
    return (
      /^(?:les|des|plusieurs|certains|certaines|deux|trois|ces|ses|d'autres|leurs|quelques)$/.test(first) &&
      !tokens.some((token) => token.capital)
    );
  return /^(?:mehrere|viele|einige|beide|zwei|drei)$/.test(first);
}

function isBodyFirst(tokens: readonly Token[], roleAt: number, language: ForeignLanguage): boolean {
  return tokens.slice(0, roleAt).some((token) => isBodyNoun(token.text, language));
}

function identifyRole(tokens: readonly Token[], roleAt: number, context: Context): SpeakerIdentity {
  const { language, people } = context;
  const described = readRole(tokens, { from: 0, to: tokens.length }, language);
  if (described === undefined) return {};
  const { role } = described;
  const first = tokens[0] as Token;
  const definite = /^(?:le|la|der|die|das|ce|cette|dieser|diese)$|^l['’]/.test(first.lower);
  const noun = bareWord((tokens[roleAt] as Token).text).toLowerCase();
  if (definite) {
    const start = first.start;
    const bearers = new Set(
      people.mentions
        .filter((mention) => mention.start < start && bears(mention.person, noun))
        .filter(
          ({ person }) =>
            described.organisation === undefined ||
            person.organisation === undefined ||
            described.organisation === person.organisation,
        )
        .map(({ person }) => person),
    );
    if (bearers.size === 1) return identityOf([...bearers][0]);
  }
  if (noun.endsWith('s') && language === 'fr' && !/^(?:pdg|dg)$/.test(noun)) return {};
  return { role, ...(described.organisation === undefined ? {} : { organisation: described.organisation }) };
}

/** "le ministre" for the one "ministre de l'Économie", "die Präsidentin" for the "Bitkom-Präsidentin". */
function bears(person: Person, noun: string): boolean {
  const words = (person.role ?? '').toLowerCase().split(/[\s-]+/);
  return words.some((word) => word === noun || (noun.length > 4 && word.endsWith(noun)));
}

function resolvePronoun(start: number, pronoun: string, context: Context): Person | undefined {
  const { people, units } = context;
  const gender = /^(?:il|lui|er)$/.test(pronoun) ? 'male' : 'female';
  const unit = units.findLastIndex((one) => one.start <= start);
  const near = people.mentions.filter(
    (mention) =>
      mention.start < start &&
      mention.unit >= unit - PRONOUN_REACH &&
      (mention.person.gender === undefined || mention.person.gender === gender),
  );
  const candidates = new Set(near.map(({ person }) => person));
  if (candidates.size < 2) return [...candidates][0];
  const last = near.at(-1);
  if (last === undefined || last.unit < unit - 2) return undefined;
  const inLast = new Set(near.filter((mention) => mention.unit === last.unit).map(({ person }) => person));
  return inLast.size === 1 && last.person.gender === gender ? last.person : undefined;
}

interface NamedBody {
  readonly start: number;
  readonly name: string;
}

interface Bodies {
  /** Bodies by the common noun in their name: "ministère de l'Économie" under "ministère". */
  readonly byNoun: ReadonlyMap<string, readonly NamedBody[]>;
  /** Companies and the like: employers of named people, and names behind "groupe", "Konzern". */
  readonly companies: readonly NamedBody[];
}

function collectBodies(units: readonly Unit[], at: { people: PeopleTable; language: ForeignLanguage }): Bodies {
  const byNoun = new Map<string, NamedBody[]>();
  const companies: NamedBody[] = [];
  const enter = (noun: string, body: NamedBody): void => {
    const known = byNoun.get(noun);
    if (known === undefined) byNoun.set(noun, [body]);
    else known.push(body);
  };
  for (const unit of units) {
    unit.tokens.forEach((token, i) => {
      if (token.kind !== 'word' || !isBodyNoun(token.text, at.language)) return;
      const end = phraseEnd(unit.tokens, i);
      const body = readBody(unit.tokens, { from: i, to: end }, at.language)?.name;
      if (body === undefined) return;
      const noun = bareWord(token.lower);
      const own = { start: token.start, name: body };
      const isCompany = COMPANY.test(noun) || /konzern|unternehmen|hersteller|anbieter|firma$/.test(noun);
      if (isCompany && !body.toLowerCase().includes(noun)) companies.push(own);
      for (const ending of commonNouns(noun, at.language)) enter(ending, own);
    });
  }
  for (const { start, person } of at.people.mentions)
    if (person.organisation !== undefined && !isBodyNoun(person.organisation.split(' ')[0] ?? '', at.language))
      companies.push({ start, name: person.organisation });
  return { byNoun, companies };
}

const COMPANY =
  /^(?:groupe|entreprise|société|firme|éditeur|constructeur|opérateur|hébergeur|fournisseur|géant|startup|start-up|unternehmen|konzern|firma|hersteller|anbieter|betreiber)$/;
const GERMAN_NOUNS = [
  'ministerium',
  'kommission',
  'verband',
  'amt',
  'behörde',
  'regierung',
  'institut',
  'gewerkschaft',
  'gericht',
  'partei',
  'agentur',
  'stiftung',
  'konzern',
  'unternehmen',
];

function commonNouns(noun: string, language: ForeignLanguage): string[] {
  return language === 'fr' ? [noun] : GERMAN_NOUNS.filter((ending) => noun.endsWith(ending));
}

function phraseEnd(tokens: readonly Token[], from: number): number {
  let to = from + 1;
  while (to < tokens.length && to - from < 6) {
    const token = tokens[to] as Token;
    if (token.kind !== 'word') break;
    if (
      !(
        token.capital ||
        /^(?:de|du|des|la|le|les|européenne|européen|fédérale?|nationale?|für|in|der|et|und)$|^[dl]['’]/.test(
          token.lower,
        )
      )
    )
      break;
    to++;
  }
  while (to > from + 1 && /^(?:de|du|des|la|le|les|et|und|in|der|für)$/.test(tokens[to - 1]?.lower ?? '')) to--;
  return to;
}

/** "le ministère", "das Unternehmen": the one body of that kind that was named before. */
function identityOfBody(tokens: readonly Token[], start: number, context: Context): SpeakerIdentity {
  const noun = nominative(bareWord(tokens.findLast((token) => token.kind === 'word')?.lower ?? ''));
  const { bodies, language } = context;
  // "des Bitkom" after "Bitkom-Präsident": an article before a name that stands elsewhere as an organisation.
  const word = bareWord(tokens.findLast((token) => token.kind === 'word')?.text ?? '');
  if (bodies.companies.some((body) => body.name === word)) return { name: word };
  const found = bodies.byNoun.get(noun)?.filter((body) => body.start < start) ?? [];
  const names = new Set(found.map(({ name }) => name));
  if (names.size === 1) return { name: [...names][0] as string };
  const isCompany =
    COMPANY.test(noun) ||
    (language === 'de' && isGenericBody(noun) && /konzern|unternehmen|firma|hersteller|anbieter/.test(noun));
  if (isCompany && names.size === 0) {
    const companies = new Set(bodies.companies.filter((body) => body.start < start).map(({ name }) => name));
    if (companies.size === 1) return { name: [...companies][0] as string };
  }
  return PUBLIC.test(noun) && names.size === 0 ? { name: noun } : {};
}

/** Bodies of which there is one in a country's news, so that the noun is as good as a name. */
const PUBLIC = /^(?:gouvernement|élysée|matignon|parquet)$/;
