import type { AliasEntry } from '../core/entity.ts';
import { nameKey } from './name-words.ts';

/** The alias file, looked up by keys. Keys here are of names alone, without scope or post. */
export interface AliasTable {
  /** The key of the entity that a name stands for; `undefined` where the file says nothing of it. */
  entityOf(key: string, organisation?: string): string | undefined;
  /** What the file says of an entity. */
  entryOf(entityKey: string): AliasEntry | undefined;
  /** The keys of all names of an entity; the key itself where the file says nothing of it. */
  namesOf(entityKey: string): string[];
  areApart(a: string, b: string): boolean;
  /** All entities of the file. */
  readonly entities: readonly string[];
}

export function createAliasTable(entries: readonly AliasEntry[]): AliasTable {
  const byEntity = new Map<string, AliasEntry>();
  const byName = new Map<string, string>();
  const split = new Map<string, { readonly entity: string; readonly of: ReadonlySet<string> }[]>();
  const apart = new Set<string>();
  for (const entry of entries) {
    const bodies = new Set(entry.of.map(nameKey));
    const entity = bodies.size === 0 ? nameKey(entry.name) : `${nameKey(entry.name)} of ${[...bodies][0] ?? ''}`;
    if (nameKey(entry.name) === '') continue;
    byEntity.set(entity, entry);
    for (const name of [entry.name, ...entry.also].map(nameKey)) {
      if (bodies.size === 0) byName.set(name, entity);
      else split.set(name, [...(split.get(name) ?? []), { entity, of: bodies }]);
    }
    for (const other of entry.apart.map(nameKey)) {
      apart.add(`${entity}\n${other}`);
      apart.add(`${other}\n${entity}`);
    }
  }
  return {
    entityOf(key, organisation) {
      const body = nameKey(organisation ?? '');
      const own = split.get(key)?.find(({ of }) => of.has(body));
      return own?.entity ?? byName.get(key);
    },
    entryOf: (entityKey) => byEntity.get(entityKey),
    namesOf(entityKey) {
      const entry = byEntity.get(entityKey);
      return entry === undefined ? [entityKey] : [...new Set([entry.name, ...entry.also].map(nameKey))];
    },
    areApart: (a, b) => apart.has(`${a}\n${b}`),
    entities: [...byEntity.keys()],
  };
}
