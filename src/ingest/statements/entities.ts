import type { Span } from '../../core/text/span.ts';
import { BODY_WORD } from './body-words.ts';
import { CUE_VERBS } from './cue-verbs.ts';
import { closingMark, readApposition, readPossessiveRole } from './descriptions.ts';
import { type Gender, genderOfName } from './given-names.ts';
import { isCreditLine } from './line-labels.ts';
import { findNameRuns, type NameRun, nameText } from './name-runs.ts';
import { isOutlet } from './outlets.ts';
import { isTitleCase, type Token, type Unit } from './tokens.ts';
import { ADVERBS, AUXILIARIES, IRREGULAR_PASTS } from './word-classes.ts';

/** A person or body as far as the document tells. Filled while the table is built, then only read. */
export interface Entity {
  kind: 'person' | 'body' | 'unknown';
  /** The longest name. */
  name: string;
  surname: string;
  gender?: Gender;
  role?: string;
  organisation?: string;
  mentions: number;
}

export interface Mention extends Span {
  readonly entity: Entity;
  readonly unit: number;
  /** The mention opens its unit, or stands right after its opening phrase: it is likely what the sentence is about. */
  readonly subject: boolean;
  readonly possessive: boolean;
}

export interface EntityTable {
  readonly entities: readonly Entity[];
  /** In the order of the text. */
  readonly mentions: readonly Mention[];
}

interface Candidate {
  readonly run: NameRun;
  readonly unit: number;
  readonly tokens: readonly Token[];
  entity?: Entity;
}

/** Everyone and everything named, with roles and organisations from titles and descriptions. Linear in the tokens. */
export function buildEntityTable(units: readonly Unit[]): EntityTable {
  const candidates = units.flatMap((unit, index) =>
    (isCreditLine(unit) ? [] : findNameRuns(unit.tokens))
      .filter((run) => !(unit.heading || (unit.first && isTitleCase(unit.tokens))) || isSureInHeadline(run))
      .map((run): Candidate => ({ run, unit: index, tokens: unit.tokens })),
  );
  const byName = new Map<string, Entity>();
  const bySurname = new Map<string, Set<Entity>>();
  for (const candidate of candidates)
    if (wordsOf(candidate.run.name).length > 1) enterFull(candidate, byName, bySurname);
  const mentions: Mention[] = [];
  const recent = new Map<string, Entity>();
  const bodies = bodiesByLastWord([...byName.values()]);
  for (const candidate of candidates) {
    candidate.entity ??= enterShort(candidate, { byName, bySurname, recent, bodies });
    const { entity, run, tokens } = candidate;
    if (entity === undefined) continue;
    entity.mentions++;
    if (entity.surname !== '') recent.set(entity.surname.toLowerCase(), entity);
    describe(entity, candidate, mentions);
    const first = tokens[Math.min(run.nameFrom, run.to - 1)] as Token;
    mentions.push({
      start: first.start,
      end: (tokens[run.to - 1] as Token).end,
      entity,
      unit: candidate.unit,
      subject: isSubject(tokens, run),
      possessive: run.possessive,
    });
  }
  return { entities: [...new Set(byName.values())], mentions };
}

/** In a headline every word may be a capital: of several words only one with a given name in front is a name. */
function isSureInHeadline(run: NameRun): boolean {
  const words = wordsOf(run.name);
  return (
    words.length < 2 ||
    run.titled ||
    genderOfName(words[0] ?? '') !== undefined ||
    words.some((word) => BODY_WORD.test(word))
  );
}

function enterFull(candidate: Candidate, byName: Map<string, Entity>, bySurname: Map<string, Set<Entity>>): void {
  const { run } = candidate;
  const key = keyOf(run.name);
  const known = byName.get(key);
  if (known !== undefined) {
    candidate.entity = known;
    if (run.name.length > known.name.length) known.name = run.name;
    refine(known, candidate);
    return;
  }
  const words = wordsOf(run.name);
  const entity: Entity = { kind: 'unknown', name: run.name, surname: surnameOf(words), mentions: 0 };
  refine(entity, candidate);
  if (entity.kind === 'body') entity.surname = '';
  byName.set(key, entity);
  candidate.entity = entity;
  if (entity.surname !== '') addTo(bySurname, entity.surname.toLowerCase(), entity);
}

function enterShort(
  candidate: Candidate,
  at: {
    byName: Map<string, Entity>;
    bySurname: Map<string, Set<Entity>>;
    recent: Map<string, Entity>;
    bodies: ReadonlyMap<string, Entity | 'several'>;
  },
): Entity | undefined {
  const { run } = candidate;
  if (run.name === '') return undefined;
  const lower = run.name.toLowerCase();
  const same = [...(at.bySurname.get(lower) ?? [])].filter(
    (entity) => entity.kind !== 'body' && fitsGender(entity, run.gender),
  );
  if (same.length === 1) return same[0];
  if (same.length > 1) {
    const last = at.recent.get(lower);
    if (last !== undefined && same.includes(last)) return last;
  }
  const key = keyOf(run.name);
  const whole = candidate.tokens[run.from - 1]?.lower === 'the' ? bodyEndingIn(lower, at.bodies) : undefined;
  if (whole !== undefined) return whole;
  const known = at.byName.get(key);
  if (known !== undefined) {
    refine(known, candidate);
    return known;
  }
  const entity: Entity = { kind: 'unknown', name: run.name, surname: run.name, mentions: 0 };
  refine(entity, candidate);
  at.byName.set(key, entity);
  return entity;
}

/** "the Commission" after "European Commission": the one body whose name ends in that word. */
function bodyEndingIn(word: string, bodies: ReadonlyMap<string, Entity | 'several'>): Entity | undefined {
  const body = bodies.get(word);
  return body === 'several' ? undefined : body;
}

function bodiesByLastWord(entities: readonly Entity[]): Map<string, Entity | 'several'> {
  const bodies = new Map<string, Entity | 'several'>();
  for (const entity of entities) {
    const last = wordsOf(entity.name).at(-1)?.toLowerCase() ?? '';
    if (entity.kind === 'body' && BODY_WORD.test(last)) bodies.set(last, bodies.has(last) ? 'several' : entity);
  }
  return bodies;
}

/** Kind and gender from the name's own words and the title before it. */
function refine(entity: Entity, candidate: Candidate): void {
  const { run, tokens } = candidate;
  const words = wordsOf(run.name);
  const gender = genderOfName(words[0] ?? '');
  const initials = words.length > 1 && /^(?:\p{Lu}\.)+$/u.test(words[0] ?? '');
  if (entity.kind === 'unknown') {
    if (words.some((word) => BODY_WORD.test(word)) || isOutlet(run.name) || isAcronym(run.name) || isCamelCase(words))
      entity.kind = 'body';
    else if (run.titled || initials || (words.length > 1 && words.length < 5 && gender !== undefined))
      entity.kind = 'person';
    else if (tokens[run.from - 1]?.lower === 'the' && !run.titled) entity.kind = 'body';
  } else if (entity.kind === 'body' && run.titled && run.gender !== undefined) entity.kind = 'person';
  if (entity.kind === 'person') {
    if (run.gender !== undefined) entity.gender = run.gender;
    else if (gender === 'male' || gender === 'female') entity.gender ??= gender;
  }
}

/** Role and organisation from what stands before and after the name at this place. */
function describe(entity: Entity, candidate: Candidate, mentions: readonly Mention[]): void {
  const { run, tokens } = candidate;
  if (entity.kind === 'body') return;
  const after = readApposition(tokens, run.to);
  const before = run.role === undefined ? readPossessiveRole(tokens, run.from) : undefined;
  const house = after?.organisation ?? signedHouse(tokens, run) ?? possessiveHouse(tokens, run, mentions);
  const role = run.role ?? after?.role ?? before?.role;
  const named = run.organisation ?? before?.organisation ?? house;
  const organisation = named === undefined ? undefined : nameBody(named, mentions);
  if (role !== undefined || after?.organisation !== undefined) {
    if (entity.kind === 'unknown') entity.kind = 'person';
  }
  // The first full description stands; later ones only fill what it lacks.
  entity.role ??= role;
  if (role === undefined || entity.role === role || entity.organisation === undefined)
    entity.organisation ??= organisation;
}

/** "— Charlie Dorn, Principal Analyst, Foresight": the last part of a signature. */
function signedHouse(tokens: readonly Token[], run: NameRun): string | undefined {
  if (tokens[run.to]?.text !== ',' || !/^(?:[—–>-]|--)$/.test(tokens[run.from - 1]?.text ?? '')) return undefined;
  const commas = tokens.flatMap((token, at) => (token.text === ',' ? [at] : []));
  const last = commas.at(-1);
  if (commas.length < 2 || last === undefined || last < run.to) return undefined;
  const words = tokens.slice(last + 1).filter((token) => token.text !== '.');
  return words.length > 0 &&
    words.length <= 5 &&
    words.every((word) => word.capital || /^(?:of|the|for|&)$/.test(word.text))
    ? nameText(words, 0, words.length)
    : undefined;
}

/** "Foresight's Charlie Dorn": a body that the text has spoken of, or that its name shows to be one. */
function possessiveHouse(tokens: readonly Token[], run: NameRun, mentions: readonly Mention[]): string | undefined {
  const owner = tokens[run.from - 1];
  if (owner === undefined || !owner.capital || !/[’']s$/.test(owner.text) || wordsOf(run.name).length < 2)
    return undefined;
  const mention = mentions.at(-1);
  if (mention === undefined || mention.end !== owner.end || isRegionOrTerm(mention.entity.name)) return undefined;
  return mention.entity.kind === 'body' ? mention.entity.name : undefined;
}

/** The body that "the company", "its" and the like stand for, or the name itself; absent where none is near. */
export function nameBody(described: string, mentions: readonly Mention[]): string | undefined {
  const words = described.replace(/^(?:Former|Ex)[ -]/, '');
  // A party's adjective is no employer.
  if (/^(?:Republican|Democratic|Democrat|Conservative|Liberal|Former|Senior)$/.test(words)) return undefined;
  if (/^\p{Lu}/u.test(words) && !/^The \p{Ll}/u.test(words)) return words;
  return nearestBody(mentions, mentions.length)?.name;
}

/** How many names are looked back over for the body that a description stands for. */
const BODY_REACH = 25;

/** The nearest body before mention `end` that a sentence was about; else none. Outlets and regions are passed over. */
export function nearestBody(mentions: readonly Mention[], end: number, noun?: string): Entity | undefined {
  for (let at = end - 1; at >= 0 && at >= end - BODY_REACH; at--) {
    const { entity, subject } = mentions[at] as Mention;
    if (entity.kind === 'person' || isRegionOrTerm(entity.name) || isOutlet(entity.name)) continue;
    if (noun !== undefined && entity.name.toLowerCase().split(' ').includes(noun)) return entity;
    if (noun !== undefined && !COMPANY_NOUN.test(noun)) continue;
    if (subject && (entity.kind === 'body' || entity.mentions > 1) && !PUBLIC_BODY.test(entity.name)) return entity;
  }
  return undefined;
}

export const COMPANY_NOUN =
  /^(?:company|group|firm|startup|start-up|vendor|provider|maker|business|corporation|manufacturer|operator|retailer|its|carrier|developer|giant|organi[sz]ation)$/;

const PUBLIC_BODY =
  /\b(?:Commission|Parliament|Government|Ministry|Department|Senate|House|Court|Council|Union|Congress|Administration)\b/;

const REGIONS = new Set(
  `ai us u.s. u.s eu e.u. uk u.k. it gpu cpu api ram ceo gdpr ebitda capex iso nis2 gop llm llms europe america germany france china russia britain asia africa
  american european chinese french german british russian western washington brussels paris berlin london un u.n. nato internet`.split(
    /\s+/,
  ),
);

function isRegionOrTerm(name: string): boolean {
  return REGIONS.has(name.toLowerCase()) || /\d/.test(name);
}

/** A verb follows, perhaps behind a description between commas. */
function isSubject(tokens: readonly Token[], run: NameRun): boolean {
  let at = run.to;
  if (run.possessive) return false;
  if (tokens[at]?.text === ',') {
    const end = closingMark(tokens, at + 1);
    if (end !== undefined && tokens[end]?.text === ',') at = end + 1;
  }
  const next = tokens[at];
  if (next === undefined || next.kind !== 'word' || next.capital) return false;
  return (
    AUXILIARIES.has(next.lower) ||
    CUE_VERBS.has(next.lower) ||
    ADVERBS.has(next.lower) ||
    /(?:ed|[^s]s|ly)$/.test(next.lower) ||
    IRREGULAR_PASTS.has(next.lower)
  );
}

function keyOf(name: string): string {
  const words = wordsOf(name.replace(/^The\s+/u, '')).filter(
    (word, at, all) =>
      !(at > 0 && at < all.length - 1 && /^\p{Lu}\.?$/u.test(word)) && !/^(?:Jr|Sr|III|II)\.?$/.test(word),
  );
  return words.join(' ').toLowerCase();
}

function surnameOf(words: readonly string[]): string {
  const last = words.findLast((word) => !/^(?:Jr|Sr|II|III|IV)\.?$/.test(word));
  return last ?? '';
}

function wordsOf(name: string): string[] {
  return name.split(' ').filter((word) => word !== '');
}

function isAcronym(name: string): boolean {
  return /^(?:[A-Z]\.?){2,6}$/.test(name) && !name.includes(' ');
}

/** "OVHcloud", "VivaTech", "OpenAI": capitals inside a word, which few surnames have. */
function isCamelCase(words: readonly string[]): boolean {
  return words.some(
    (word) => /\p{Ll}\p{Lu}|\p{Lu}{2,}\p{Ll}/u.test(word) && !/^(?:Mc|Mac|De|Di|Du|La|Le|Van|O['’])/u.test(word),
  );
}

function fitsGender(entity: Entity, gender: Gender | undefined): boolean {
  return gender === undefined || entity.gender === undefined || entity.gender === gender;
}

function addTo(map: Map<string, Set<Entity>>, key: string, entity: Entity): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, new Set([entity]));
  else known.add(entity);
}
