import type { Citation } from '../core/answer.ts';
import { creditOf } from '../core/document.ts';
import type { Entity, EntityStatement } from '../core/entity.ts';
import type { Reply } from '../core/message.ts';
import type { Desk, StoredDocument } from '../core/ports.ts';
import { readSpan, spansOverlap } from '../core/text/span.ts';
import { isOfSources } from './source-filter.ts';

/** Newest documents of a speaker that are looked at. */
const MOST_DOCUMENTS = 20;
/** Sentences shown: what a reader takes in at once; the rest stands on the speaker's page. */
const MOST_CITATIONS = 8;
/** Bearers of a name that are offered. */
const MOST_CHOICES = 8;

export interface WhoSaidDeps {
  readonly entities: Pick<Desk, 'listEntities' | 'findEntity'>;
  readonly findDocuments: (ids: readonly string[]) => Promise<StoredDocument[]>;
}

/**
 * What the bearer of a name said, whatever the topic; `undefined` when no speaker of the sources bears it, or none of
 * its statements stands in the sources wanted.
 */
export async function findWhatTheySaid(
  { name, sources }: { readonly name: string; readonly sources: readonly string[] },
  deps: WhoSaidDeps,
): Promise<Extract<Reply, { kind: 'speaker' | 'choice' }> | undefined> {
  const bearers = await deps.entities.listEntities({ name, limit: MOST_CHOICES });
  const one = pickBearer(bearers, name);
  if (one === undefined) return bearers.length === 0 ? undefined : { kind: 'choice', name, entities: bearers };
  const record = await deps.entities.findEntity(one.id, MOST_DOCUMENTS);
  const statements = (record?.statements ?? []).filter(({ document }) => isOfSources(document, sources));
  const documents = await deps.findDocuments([...new Set(statements.map(({ document }) => document.id))]);
  const citations = citeStatements(statements, new Map(documents.map((document) => [document.seq, document])));
  return record === undefined || citations.length === 0
    ? undefined
    : { kind: 'speaker', entity: record.entity, citations };
}

/** The only one, or the only one whose whole name it is. */
function pickBearer(bearers: readonly Entity[], name: string): Entity | undefined {
  if (bearers.length === 1) return bearers[0];
  const wanted = name.trim().toLowerCase();
  const exact = bearers.filter((one) => [one.name, ...one.aliases].some((own) => own.toLowerCase() === wanted));
  return exact.length === 1 ? exact[0] : undefined;
}

/** The whole sentences in which the statements stand, each once; those of a document changed since are left out. */
function citeStatements(
  statements: readonly EntityStatement[],
  documents: ReadonlyMap<number, StoredDocument>,
): Citation[] {
  const citations: Citation[] = [];
  for (const { document: summary, statement } of statements) {
    if (citations.length === MOST_CITATIONS) break;
    const document = documents.get(summary.seq);
    if (document === undefined) continue;
    const around = document.sentences.filter((sentence) => spansOverlap(sentence, statement));
    const start = Math.min(statement.start, around[0]?.start ?? statement.start);
    const end = Math.max(statement.end, around.at(-1)?.end ?? statement.end);
    if (citations.some((other) => other.document === document.id && other.start < end && start < other.end)) continue;
    const { speaker, via } = statement;
    citations.push({
      n: citations.length + 1,
      document: document.id,
      title: document.title,
      publisher: document.publisher,
      attribution: creditOf(document),
      url: document.url,
      published: document.published,
      quote: readSpan(document.text, { start, end }),
      start,
      end,
      speaker:
        speaker === undefined
          ? undefined
          : { name: speaker.name, role: speaker.role, organisation: speaker.organisation },
      via,
    });
  }
  return citations;
}
