import type { Entity, EntityRecord, EntityStatement } from '../../src/core/entity.ts';
import type { DocumentSummary, StoredDocument } from '../../src/core/ports.ts';
import type { SpeakerIdentity } from '../../src/core/statement.ts';

/** The persons and bodies of some documents, told apart by the name alone; a body is who has no name of a person. */
export function findEntities(
  documents: readonly StoredDocument[],
  summarise: (document: StoredDocument) => DocumentSummary,
): EntityRecord[] {
  const newestFirst = [...documents].sort((a, b) => (b.published ?? '').localeCompare(a.published ?? ''));
  const byName = new Map<string, EntityStatement[]>();
  for (const document of newestFirst) {
    for (const statement of document.statements) {
      const name = nameOf(statement.speaker);
      if (name === undefined) continue;
      byName.set(name, [...(byName.get(name) ?? []), { document: summarise(document), statement }]);
    }
  }
  return [...byName]
    .map(([name, statements]) => ({ entity: describe(name, statements), statements }))
    .sort((a, b) => b.entity.statements - a.entity.statements || a.entity.name.localeCompare(b.entity.name));
}

/** The id of the person or body of that name. */
export function entityIdOf(speaker: SpeakerIdentity | undefined): string | undefined {
  return nameOf(speaker)?.toLowerCase().replaceAll(' ', '-');
}

function nameOf(speaker: SpeakerIdentity | undefined): string | undefined {
  return speaker?.name ?? speaker?.organisation;
}

function describe(name: string, statements: readonly EntityStatement[]): Entity {
  const speakers = statements.flatMap(({ statement }) => statement.speaker ?? []);
  const posts = new Map(
    speakers
      .filter(({ role, organisation }) => role !== undefined && organisation !== undefined)
      .map(({ role, organisation }) => [`${role}, ${organisation}`, { role, organisation }]),
  );
  return {
    id: entityIdOf({ name }) ?? '',
    kind: speakers.some((speaker) => speaker.name !== undefined) ? 'person' : 'body',
    name,
    aliases: [...new Set(speakers.map(({ text }) => text))].filter((text) => text !== name),
    posts: [...posts.values()],
    statements: statements.length,
    documents: new Set(statements.map(({ document }) => document.id)).size,
  };
}
