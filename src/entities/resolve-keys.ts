import type { SpeakerIndex } from '../core/ports.ts';
import type { AliasTable } from './alias-table.ts';
import { POST_SIGN, SCOPE_SIGN } from './speaker-key.ts';

/** Tells which entity a speaker key counts under; nobody for a post of no known body. */
export interface KeyResolver {
  entityOf(key: string, organisation?: string): string | undefined;
}

interface ResolveDeps {
  readonly speakers: Pick<SpeakerIndex, 'findLinks' | 'findKeysLike'>;
  readonly aliases: AliasTable;
}

/**
 * Resolves keys by the alias file first, then by what the documents themselves say:
 *
 * - a post counts under its holder when all documents that name one name the same, else under its body;
 * - an abbreviation under its long form, when all documents that explain it agree;
 * - a single word of one document under the body of that name, when some document treats it as a body. It is never joined
 *   with a person of that surname.
 */
export async function createKeyResolver(keys: readonly string[], deps: ResolveDeps): Promise<KeyResolver> {
  const first = await findTargets(keys.flatMap(sourcesOf), deps);
  // A post leads to a holder and a body to its long form: one more step ends every way.
  const second = await findTargets([...first.values()].flat(), deps);
  return makeResolver(new Map([...second, ...first]), deps.aliases);
}

/** A resolver for links that are all at hand. */
export function makeResolver(targets: ReadonlyMap<string, readonly string[]>, aliases: AliasTable): KeyResolver {
  function entityOfName(name: string, organisation?: string): string {
    const known = aliases.entityOf(name, organisation);
    if (known !== undefined) return known;
    const others = (targets.get(name) ?? [])
      .filter((to) => to !== name)
      .map((to) => aliases.entityOf(to) ?? to)
      .filter((to) => !aliases.areApart(name, to) && !aliases.areApart(to, name));
    const [only, ...more] = new Set(others);
    return only !== undefined && more.length === 0 ? only : name;
  }

  function holderOf(post: string): string | undefined {
    const holders = (targets.get(post) ?? []).filter((to) => to !== post).map((to) => entityOfName(to));
    const [only, ...more] = new Set(holders);
    return more.length === 0 ? only : undefined;
  }

  return {
    entityOf(key, organisation) {
      const slash = key.indexOf(POST_SIGN);
      if (slash === 0) return undefined;
      if (slash > 0) return holderOf(key) ?? entityOfName(key.slice(0, slash));
      const scope = key.indexOf(SCOPE_SIGN);
      if (scope < 0) return entityOfName(key, organisation);
      const name = key.slice(0, scope);
      const isBody = targets.get(name)?.includes(name) === true;
      return aliases.entityOf(name, organisation) ?? (isBody ? entityOfName(name) : key);
    },
  };
}

/** The names whose links tell about a key. */
function sourcesOf(key: string): string[] {
  const slash = key.indexOf(POST_SIGN);
  if (slash >= 0) return slash === 0 ? [] : [key, key.slice(0, slash)];
  const scope = key.indexOf(SCOPE_SIGN);
  return [scope < 0 ? key : key.slice(0, scope)];
}

async function findTargets(from: readonly string[], { speakers }: ResolveDeps): Promise<Map<string, string[]>> {
  const targets = new Map<string, string[]>();
  if (from.length === 0) return targets;
  for (const link of await speakers.findLinks({ from: [...new Set(from)] })) {
    const known = targets.get(link.from);
    if (known === undefined) targets.set(link.from, [link.to]);
    else known.push(link.to);
  }
  return targets;
}

/** Posts and scoped words of one name that are looked at: more are no page of anybody. */
const MOST_KEYS = 2_000;

/** All keys that count under an entity. */
export async function findKeysOf(entity: string, deps: ResolveDeps): Promise<string[]> {
  const names = deps.aliases.namesOf(entity);
  const candidates = new Set<string>(names);
  for (const { from } of await deps.speakers.findLinks({ to: names })) candidates.add(from);
  for (const name of [...candidates].filter((one) => !one.includes(POST_SIGN) && !one.includes(SCOPE_SIGN))) {
    const signs = name.includes(' ') ? [POST_SIGN] : [POST_SIGN, SCOPE_SIGN];
    for (const sign of signs) {
      for (const key of await deps.speakers.findKeysLike({ begin: name + sign, limit: MOST_KEYS })) candidates.add(key);
    }
  }
  if (entity.includes(SCOPE_SIGN)) candidates.add(entity);
  const resolver = await createKeyResolver([...candidates], deps);
  const organisations = deps.aliases.entryOf(entity)?.of ?? [];
  return [...candidates].filter((key) =>
    organisations.length === 0
      ? resolver.entityOf(key) === entity
      : organisations.some((organisation) => resolver.entityOf(key, organisation) === entity),
  );
}
