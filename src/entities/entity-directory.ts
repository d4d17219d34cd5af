import type { AliasEntry, Entity, EntityRecord, EntityStatement } from '../core/entity.ts';
import type { DocumentSummary, KnowledgeStore, SpeakerIndex, StoredDocument } from '../core/ports.ts';
import type { Statement } from '../core/statement.ts';
import { tokenise } from '../core/text/terms.ts';
import { type AliasTable, createAliasTable } from './alias-table.ts';
import { describeEntity } from './describe-entity.ts';
import { type FoundSpeaker, findSpeaker } from './find-speaker.ts';
import { nameKey } from './name-words.ts';
import { createKeyResolver, findKeysOf, makeResolver } from './resolve-keys.ts';
import { createSpeakerKeys, entityIdOf, keyOfEntityId, type SpeakerKeys } from './speaker-key.ts';

/** The key of the entity that a statement of a document is by; nothing where nobody in particular speaks. */
export type IdentifySpeaker = (document: StoredDocument, statement: Statement) => string | undefined;

/** The persons and bodies that speak in the sources, joined over documents: see `resolve-keys.ts`. */
export interface EntityDirectory {
  /** Most statements first; `name` narrows to those a name of which holds it. */
  listEntities(query: { name?: string; limit: number }): Promise<Entity[]>;
  findEntity(id: string, limit: number): Promise<EntityRecord | undefined>;
  /** Whom the words of a question may mean. */
  findSpeaker(asked: string): Promise<FoundSpeaker>;
  /** The documents in which any of the keys speaks, newest first. */
  findDocuments(query: { keys: readonly string[]; limit: number }): Promise<{ readonly seq: number }[]>;
  /** For the statements of these documents. */
  identify(documents: readonly StoredDocument[]): Promise<IdentifySpeaker>;
  /** The ids of the entities that the statements of a document are by, parallel to them. */
  identifySpeakers(document: StoredDocument): Promise<(string | undefined)[]>;
}

export interface EntityDirectoryDeps {
  readonly store: Pick<KnowledgeStore, 'readDocuments' | 'generation'>;
  readonly speakers: SpeakerIndex;
  /** The alias file as it stands now; the same array as long as it does not change. */
  readonly aliases: () => Promise<readonly AliasEntry[]>;
}

/** Entities kept in order of their statements; asking for more makes the list anew. */
const LISTED = 1_000;
/** Keys that a name in the making may fit. */
const MOST_MATCHES = 500;
/** Documents read at once while the statements of an entity are gathered. */
const DOCUMENTS_AT_ONCE = 32;

export function createEntityDirectory(deps: EntityDirectoryDeps): EntityDirectory {
  const { store, speakers } = deps;
  let table: { entries: readonly AliasEntry[]; aliases: AliasTable } | undefined;
  let kept:
    | { generation: number; aliases: AliasTable; groups?: readonly Group[]; entities: Map<string, Entity> }
    | undefined;
  const keysOf = new WeakMap<StoredDocument, SpeakerKeys>();

  async function readAliases(): Promise<AliasTable> {
    const entries = await deps.aliases();
    if (table?.entries !== entries) table = { entries, aliases: createAliasTable(entries) };
    return table.aliases;
  }

  function readKeys(document: StoredDocument): SpeakerKeys {
    const known = keysOf.get(document) ?? createSpeakerKeys(document);
    keysOf.set(document, known);
    return known;
  }

  /** What was made of the documents and the alias file as they are now. */
  async function remember(aliases: AliasTable): Promise<NonNullable<typeof kept>> {
    const generation = await store.generation();
    if (kept?.generation !== generation || kept.aliases !== aliases)
      kept = { generation, aliases, entities: new Map() };
    return kept;
  }

  /** All entities by their statements: one pass over the sums, kept until something changes. */
  async function rankEntities(aliases: AliasTable): Promise<readonly Group[]> {
    const memory = await remember(aliases);
    if (memory.groups !== undefined) return memory.groups;
    const targets = new Map<string, string[]>();
    for (const { from, to } of await speakers.listLinkedKeys()) targets.set(from, [...(targets.get(from) ?? []), to]);
    const resolver = makeResolver(targets, aliases);
    const sums = new Map<string, number>();
    for (const { key, statements } of await speakers.sumStatements()) {
      const entity = resolver.entityOf(key);
      if (entity !== undefined) sums.set(entity, (sums.get(entity) ?? 0) + statements);
    }
    // Split names are told apart by their rows, not by their keys.
    for (const entity of aliases.entities.filter((one) => aliases.entryOf(one)?.of.length)) {
      for (const one of [entity, nameKey(aliases.entryOf(entity)?.name ?? '')]) {
        const described = await describe(one, aliases);
        if (described === undefined) sums.delete(one);
        else sums.set(one, described.statements);
      }
    }
    const groups = [...sums]
      .map(([entity, statements]) => ({ entity, statements }))
      .sort((a, b) => b.statements - a.statements || (a.entity < b.entity ? -1 : 1))
      .slice(0, LISTED);
    memory.groups = groups;
    return groups;
  }

  async function describe(entity: string, aliases: AliasTable): Promise<Entity | undefined> {
    const { entities } = await remember(aliases);
    const known = entities.get(entity) ?? (await describeAnew(entity, aliases));
    if (known !== undefined && entities.size < LISTED) entities.set(entity, known);
    return known;
  }

  async function describeAnew(entity: string, aliases: AliasTable): Promise<Entity | undefined> {
    const keys = await findKeysOf(entity, { speakers, aliases });
    const all = await speakers.readTotals(keys);
    const totals = all.filter(({ key, organisation }) => ownerOf(aliases, key, organisation, entity));
    if (totals.length === 0) return undefined;
    const documents =
      totals.length === all.length
        ? await speakers.countDocuments(keys)
        : new Set((await gather(entity, aliases, keys, Number.POSITIVE_INFINITY)).map(({ document }) => document.seq))
            .size;
    return describeEntity(entity, totals, { entry: aliases.entryOf(entity), documents });
  }

  async function gather(
    entity: string,
    aliases: AliasTable,
    keys: readonly string[],
    most: number,
  ): Promise<EntityStatement[]> {
    const wanted = new Set(keys);
    const found: EntityStatement[] = [];
    let documents = 0;
    const seqs = (await speakers.findDocuments({ keys, limit: MOST_DOCUMENTS })).map(({ seq }) => seq);
    for (let first = 0; first < seqs.length && documents < most; first += DOCUMENTS_AT_ONCE) {
      for (const document of await store.readDocuments(seqs.slice(first, first + DOCUMENTS_AT_ONCE))) {
        const { keyOf } = readKeys(document);
        const own = document.statements.filter(({ speaker }) => {
          const key = speaker === undefined ? undefined : keyOf(speaker);
          return key !== undefined && wanted.has(key) && ownerOf(aliases, key, speaker?.organisation, entity);
        });
        if (own.length === 0 || documents >= most) continue;
        documents += 1;
        const summary = summarise(document);
        found.push(...own.map((statement) => ({ document: summary, statement })));
      }
    }
    return found;
  }

  return {
    async listEntities({ name, limit }) {
      const aliases = await readAliases();
      const folded = nameFragment(name);
      const wanted = folded === '' ? undefined : await findByFragment(folded, { speakers, aliases });
      const groups = wanted ?? (await rankEntities(aliases)).map(({ entity }) => entity);
      const found: Entity[] = [];
      // Ranked groups come in order; those found by name are ordered once they are known.
      for (const entity of wanted === undefined ? groups.slice(0, limit) : groups) {
        const described = await describe(entity, aliases);
        if (described !== undefined && (wanted === undefined || holdsFragment(described, folded)))
          found.push(described);
      }
      return found.sort((a, b) => b.statements - a.statements || (a.id < b.id ? -1 : 1)).slice(0, limit);
    },

    async findEntity(id, limit) {
      const aliases = await readAliases();
      const asked = keyOfEntityId(id);
      const resolver = await createKeyResolver([asked], { speakers, aliases });
      const key = aliases.entryOf(asked) === undefined ? (resolver.entityOf(asked) ?? asked) : asked;
      const entity = await describe(key, aliases);
      if (entity === undefined) return undefined;
      const keys = await findKeysOf(key, { speakers, aliases });
      return { entity, statements: await gather(key, aliases, keys, limit) };
    },

    async findSpeaker(asked) {
      return findSpeaker(asked, { speakers, aliases: await readAliases() });
    },

    findDocuments: (query) => speakers.findDocuments(query),

    identify: identifyIn,

    async identifySpeakers(document) {
      const identify = await identifyIn([document]);
      return document.statements.map((statement) => {
        const key = identify(document, statement);
        return key === undefined ? undefined : entityIdOf(key);
      });
    },
  };

  async function identifyIn(documents: readonly StoredDocument[]): Promise<IdentifySpeaker> {
    const aliases = await readAliases();
    const keyed = documents.flatMap((document) => {
      const { keyOf } = readKeys(document);
      return document.statements.flatMap(({ speaker }) => (speaker === undefined ? [] : (keyOf(speaker) ?? [])));
    });
    const resolver = await createKeyResolver([...new Set(keyed)], { speakers, aliases });
    return (document, { speaker }) => {
      const key = speaker === undefined ? undefined : readKeys(document).keyOf(speaker);
      return key === undefined ? undefined : resolver.entityOf(key, speaker?.organisation);
    };
  }
}

interface Group {
  readonly entity: string;
  readonly statements: number;
}

/** Documents of one entity that are looked through: the newest. */
const MOST_DOCUMENTS = 20_000;

/** Where the alias file splits a name by organisations, a row counts for one side only. */
function ownerOf(aliases: AliasTable, key: string, organisation: string | undefined, entity: string): boolean {
  const bySplit = aliases.entityOf(key, organisation);
  const plain = aliases.entityOf(key);
  return bySplit === plain ? (aliases.entryOf(entity)?.of.length ?? 0) === 0 : bySplit === entity;
}

function nameFragment(name: string | undefined): string {
  return tokenise(name ?? '')
    .map(({ word }) => word)
    .join(' ');
}

async function findByFragment(
  folded: string,
  deps: { speakers: SpeakerIndex; aliases: AliasTable },
): Promise<string[]> {
  const { speakers, aliases } = deps;
  const last = folded.slice(folded.lastIndexOf(' ') + 1);
  const words = (await speakers.findWords({ begin: last, limit: MOST_MATCHES })).filter((word) =>
    word.startsWith(last),
  );
  const whole = folded.split(' ').slice(0, -1);
  const byWord =
    words.length === 0
      ? []
      : await speakers.findKeys({ words: [...whole.map((word) => [word]), words], limit: MOST_MATCHES });
  const byHold = await speakers.findKeysLike({ hold: folded, limit: MOST_MATCHES });
  const keys = [...new Set([...byWord, ...byHold])];
  const resolver = await createKeyResolver(keys, deps);
  const byFile = aliases.entities.filter((entity) => aliases.namesOf(entity).some((one) => one.includes(folded)));
  return [...new Set([...byFile, ...keys.flatMap((key) => resolver.entityOf(key) ?? [])])];
}

function holdsFragment(entity: Entity, folded: string): boolean {
  return [entity.name, ...entity.aliases].some((name) => nameFragment(name).includes(folded));
}

function summarise(document: StoredDocument): DocumentSummary {
  const { text: _text, sentences: _sentences, passages, statements, ...rest } = document;
  return { ...rest, passages: passages.length, statements: statements.length };
}
