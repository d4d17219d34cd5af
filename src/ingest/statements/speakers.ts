import type { SpeakerIdentity } from '../../core/statement.ts';
import type { Span } from '../../core/text/span.ts';
import { readDescription, readPossessiveRole } from './descriptions.ts';
import { COMPANY_NOUN, type Entity, type EntityTable, type Mention, nameBody, nearestBody } from './entities.ts';
import { findNameRuns, type NameRun, nameText } from './name-runs.ts';
import { ROLE_NOUN } from './noun-phrases.ts';
import { type ResolvedPronoun, resolvePronouns } from './pronouns.ts';
import type { Token, Unit } from './tokens.ts';
import { DETERMINERS } from './word-classes.ts';

/** Names whoever the words of a source stand for, as far as the document tells. */
export interface SpeakerReader {
  identify(source: Span): SpeakerIdentity;
}

export function createSpeakerReader(text: string, units: readonly Unit[], table: EntityTable): SpeakerReader {
  const pronouns = resolvePronouns(units, table);
  return { identify: (source) => identify(source, { text, units, table, pronouns }) };
}

interface Context {
  readonly text: string;
  readonly units: readonly Unit[];
  readonly table: EntityTable;
  readonly pronouns: ReadonlyMap<number, ResolvedPronoun>;
}

function identify(source: Span, context: Context): SpeakerIdentity {
  const unit = context.units[unitAt(context.units, source.start)];
  if (unit === undefined) return {};
  const from = unit.tokens.findIndex((token) => token.start >= source.start);
  if (from < 0 || (unit.tokens[from] as Token).start >= source.end) return identifyQuoted(source, context);
  let to = from;
  while (to < unit.tokens.length && (unit.tokens[to] as Token).end <= source.end) to++;
  const tokens = unit.tokens.slice(from, to);
  const first = tokens[0];
  if (first === undefined) return {};
  const shouted = shoutedSurname(tokens, context.table);
  if (shouted !== undefined) return identityOf(shouted);
  const pronoun = context.pronouns.get(first.start);
  if (pronoun !== undefined && tokens.length === 1) return identityOf(pronoun.entity);
  if (/^(?:who|which|that)$/.test(first.lower) && tokens.length === 1) return antecedent(unit.tokens, from, context);
  if (first.lower === 'it' && tokens.length === 1)
    return bodyIdentity(nearestBody(context.table.mentions, mentionBefore(context.table, first.start)));
  if (tokens.length === 1 && /^(?:they|we|i|you|some|many|others|most)$/.test(first.lower)) return {};
  return identifyPhrase(tokens, { start: source.start, unit, from }, context);
}

/** "BERG:" in a transcript: the one person of that surname. */
function shoutedSurname(tokens: readonly Token[], table: EntityTable): Entity | undefined {
  const words = tokens.filter((token) => token.kind === 'word');
  const last = words.at(-1);
  if (last === undefined || words.some((word) => !/^\p{Lu}{3,}$/u.test(word.text))) return undefined;
  const bearers = table.entities.filter(
    (entity) => entity.kind !== 'body' && entity.surname.toLowerCase() === last.lower && entity.surname !== last.text,
  );
  return bearers.length === 1 ? bearers[0] : undefined;
}

/** A name inside a quotation, of which only the words are known: an entity of that very name, or the name itself. */
function identifyQuoted(source: Span, context: Context): SpeakerIdentity {
  const words = context.text.slice(source.start, source.end).replace(/^the\s+/i, '');
  if (!/^\p{Lu}[\p{L}\p{M}.&-]*(?:\s\p{Lu}[\p{L}\p{M}.&-]*){0,4}$/u.test(words)) return {};
  const known = context.table.entities.find((entity) => entity.name === words);
  return known === undefined ? { name: words } : identityOf(known);
}

function identifyPhrase(
  tokens: readonly Token[],
  at: { start: number; unit: Unit; from: number },
  context: Context,
): SpeakerIdentity {
  const runs = findNameRuns(tokens);
  const person = runs.find((run) => isPersonHead(tokens, run, context));
  if (person !== undefined) {
    const entity = entityAt(context.table, (tokens[person.nameFrom] as Token).start);
    if (entity !== undefined) return identityOf(entity);
    return { name: person.name, role: person.role, organisation: person.organisation };
  }
  const french = frenchBody(tokens, runs);
  if (french !== undefined) return { name: french };
  const head = headNoun(tokens);
  const end = endOfCore(tokens);
  const run = runs.findLast((one) => one.to <= end && !one.possessive) ?? runs[0];
  if (run !== undefined && head === undefined && run.nameFrom < run.to && run.to >= end) {
    const entity = entityAt(context.table, (tokens[run.nameFrom] as Token).start);
    const name = entity?.name ?? run.name;
    return entity === undefined || entity.kind === 'person' ? { name } : bodyIdentity(entity);
  }
  if (head === undefined) return {};
  return identifyDescription(tokens, { ...at, head, runs }, context);
}

/** "la Commission européenne": the adjective behind belongs to the name. */
function frenchBody(tokens: readonly Token[], runs: readonly NameRun[]): string | undefined {
  const run = runs[0];
  if (run === undefined || run.from !== 1 || !/^(?:la|le|les)$/.test((tokens[0] as Token).lower)) return undefined;
  const after = tokens[run.to];
  return after !== undefined &&
    !after.capital &&
    /(?:enne|ien|aise?|ande?|ique|ale?|aine?|éenne|ois(?:e)?)$/.test(after.lower)
    ? nameText(tokens, 1, run.to + 1)
    : undefined;
}

/** Where the phrase's core ends: before a comma or a preposition. */
function endOfCore(tokens: readonly Token[]): number {
  const at = tokens.findIndex(
    (token, index) =>
      index > 0 &&
      (token.kind !== 'word' || /^(?:of|for|from|at|to|in|on|with|by|who)$/.test(token.lower)) &&
      !/^[&/’'-]$/.test(token.text),
  );
  return at < 0 ? tokens.length : at;
}

/** A run names the speaker when nothing but its own title or a description leads to it. */
function isPersonHead(tokens: readonly Token[], run: NameRun, context: Context): boolean {
  if (run.possessive || run.nameFrom >= run.to) return false;
  const entity = entityAt(context.table, (tokens[run.nameFrom] as Token).start);
  if (entity?.kind === 'body') return false;
  const after = tokens[run.to];
  // "Trump supporters", "the Obama campaign": a name that only describes.
  if (
    after !== undefined &&
    after.kind === 'word' &&
    !/^(?:of|from|at|for|with|and|in|on|who|himself|herself)$/.test(after.lower)
  )
    return false;
  // "the Sanders and Clinton campaigns"
  if (after?.lower === 'and' && tokens.at(-1)?.capital === false && !tokens.some((token) => token.text === ','))
    return false;
  const before = tokens[run.from - 1];
  if (before === undefined) return true;
  if (before.text === ',')
    return !tokens.slice(0, run.from - 1).some((token) => token.text === ',') && hasRole(tokens, run.from - 1);
  if (before.kind !== 'word') return false;
  if (/^(?:of|for|from|at|to|by|with|in|on|under|against|behind|and|or)$/.test(before.lower)) return false;
  return entity?.kind === 'person' || DETERMINERS.has(before.lower) === false || run.titled;
}

function hasRole(tokens: readonly Token[], to: number): boolean {
  for (let at = 0; at < to; at++) if (ROLE_NOUN.test((tokens[at] as Token).lower)) return true;
  return false;
}

/** Index of the noun that a lower-case description is about: the last word before "of", "for", a comma. */
function headNoun(tokens: readonly Token[]): number | undefined {
  let head: number | undefined;
  for (const [at, token] of tokens.entries()) {
    if (token.kind !== 'word') break;
    if (
      head !== undefined &&
      /^(?:of|for|from|at|to|in|on|with|by|who|that|and|or|against|under|within|behind|among)$/.test(token.lower)
    )
      break;
    if (!DETERMINERS.has(token.lower)) head = at;
  }
  if (head === undefined) return undefined;
  const token = tokens[head] as Token;
  return token.capital && !ROLE_NOUN.test(token.lower) ? undefined : head;
}

function identifyDescription(
  tokens: readonly Token[],
  at: { start: number; head: number; runs: readonly NameRun[] },
  context: Context,
): SpeakerIdentity {
  const { table } = context;
  const noun = (tokens[at.head] as Token).lower;
  const first = tokens[0] as Token;
  const definite = /^(?:the|this|that|its|his|her|their)$/.test(first.lower) || at.runs.length > 0;
  const end = mentionBefore(table, at.start);
  if (ROLE_NOUN.test(noun)) {
    const described = readDescription(tokens, 0, tokens.length);
    const bare = tokens.length <= 3 && at.runs.every((run) => run.nameFrom >= run.to);
    const organisation =
      described?.organisation === undefined
        ? undefined
        : nameBody(described.organisation, table.mentions.slice(Math.max(0, end - 30), end));
    if (definite && !noun.endsWith('s')) {
      const known = holderOf(table, end, { noun, organisation });
      if (known !== undefined) return identityOf(known);
    }
    const employer =
      organisation ??
      (definite && bare && /^(?:ceo|cfo|cto|coo|founder|co-founder|chief|chair(?:man|woman|person)?|boss)$/.test(noun)
        ? nearestBody(table.mentions, end)?.name
        : undefined);
    if (noun.endsWith('s') && employer === undefined) return {};
    return { role: described?.role, organisation: employer };
  }
  const possessive = readPossessiveRole(tokens, tokens.length);
  if (possessive?.role !== undefined) return { role: possessive.role, organisation: possessive.organisation };
  if (!definite || first.lower === 'that') return {};
  if (
    COMPANY_NOUN.test(noun) ||
    /^(?:commission|ministry|agency|bank|department|court|committee|council|parliament|union|association|government|party|campaign|bureau|authority|regulator|university|institute|fund)$/.test(
      noun,
    )
  ) {
    if (at.runs.length > 0 && (tokens[at.head - 1] as Token | undefined)?.capital === true)
      return { name: nameText(tokens, DETERMINERS.has(first.lower) ? 1 : 0, at.head + 1) };
    if (tokens.length <= 3) return bodyIdentity(nearestBody(table.mentions, end, noun));
  }
  return {};
}

/** Who bears the role before this place: the one named last; nobody when two could be meant. */
function holderOf(table: EntityTable, end: number, at: { noun: string; organisation?: string }): Entity | undefined {
  const bearers = new Set<Entity>();
  for (let i = end - 1; i >= 0; i--) {
    const { entity } = table.mentions[i] as Mention;
    if (entity.role === undefined || entity.kind !== 'person') continue;
    if (
      !entity.role
        .toLowerCase()
        .split(/[\s-]+/)
        .includes(at.noun)
    )
      continue;
    if (at.organisation !== undefined && entity.organisation !== undefined && entity.organisation !== at.organisation)
      continue;
    bearers.add(entity);
  }
  return bearers.size === 1 ? [...bearers][0] : undefined;
}

function antecedent(tokens: readonly Token[], at: number, context: Context): SpeakerIdentity {
  const before = tokens[at - 1]?.text === ',' ? at - 2 : at - 1;
  const last = tokens[before];
  if (last === undefined) return {};
  const index = mentionBefore(context.table, last.end) - 1;
  const mention = context.table.mentions[index];
  if (mention === undefined || mention.end !== last.end || mention.possessive) return {};
  // "officials in Brussels, who asked": the place is not who.
  const lead = tokens[tokens.findIndex((token) => token.start >= mention.start) - 1];
  const isPlaced = lead !== undefined && /^(?:in|at|from|of|near|for|on)$/.test(lead.lower);
  return isPlaced && mention.entity.kind !== 'person' ? {} : identityOf(mention.entity);
}

export function identityOf(entity: Entity): SpeakerIdentity {
  return { name: entity.name, role: entity.role, organisation: entity.organisation };
}

function bodyIdentity(entity: Entity | undefined): SpeakerIdentity {
  return entity === undefined ? {} : { name: entity.name.replace(/^The (?=\p{Lu})/u, '') };
}

function entityAt(table: EntityTable, start: number): Entity | undefined {
  const mention = table.mentions[mentionBefore(table, start + 1) - 1];
  return mention !== undefined && mention.start <= start && start < mention.end ? mention.entity : undefined;
}

/** How many mentions begin before `offset`. */
function mentionBefore(table: EntityTable, offset: number): number {
  return countBefore(table.mentions, offset);
}

function unitAt(units: readonly Unit[], offset: number): number {
  return countBefore(units, offset + 1) - 1;
}

function countBefore(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle] as Span).start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
