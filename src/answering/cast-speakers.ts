import type { KeywordIndex, KnowledgeStore, StoredDocument, WordKnowledge } from '../core/ports.ts';
import type { Statement } from '../core/statement.ts';
import { tokenise } from '../core/text/terms.ts';
import type { EntityDirectory } from '../entities/entity-directory.ts';
import type { Question } from '../retrieval/question.ts';
import { questionTerms } from '../retrieval/question-terms.ts';
import { isSpeakerNamed } from './match-speakers.ts';
import type { ReadDocument } from './read-document.ts';
import type { Candidate } from './score-sentences.ts';

export interface CastingDeps {
  readonly entities: Pick<EntityDirectory, 'findSpeaker' | 'findDocuments' | 'identify'>;
  readonly store: Pick<KnowledgeStore, 'readDocuments'>;
  readonly keywords: Pick<KeywordIndex, 'searchDocuments'>;
  readonly knowledge: WordKnowledge | undefined;
}

/** Adds the documents in which the speakers asked about speak, and tells who speaks in all of them. */
export type CastSpeakers = (
  question: Question,
  candidates: readonly Candidate[],
  read: (document: StoredDocument) => ReadDocument,
) => Promise<Candidate[]>;

/** Documents added for the speakers of one question: so many more are read and scored. */
const MOST_ADDED = 12;
/** Of these the newest, whatever the topic: they show what a silent speaker does speak about. */
const NEWEST_ADDED = 3;
/** Documents of a speaker that are looked at, newest first. */
const MOST_SPOKEN = 2_000;
/** Documents about the topic among which the speaker's are looked for. */
const MOST_ON_TOPIC = 600;
/** Names in other languages that are looked up beside the one asked for. */
const MOST_OTHER_NAMES = 6;
/** What retrieval would say of a document found by its speaker only. */
const ADDED_RETRIEVAL = 0.5;

export function createSpeakerCasting(deps: CastingDeps): CastSpeakers {
  const { entities, store, keywords } = deps;

  return async function castSpeakers(question, candidates, read) {
    const names = namesAsked(question);
    if (names === undefined) return [...candidates];
    const found = new Map(
      await Promise.all(names.map(async (name) => [name, await entities.findSpeaker(name)] as const)),
    );
    const keys = [...found.values()].flatMap((one) => one.keys);
    const known = new Set(candidates.map(({ read: one }) => one.document.seq));
    const seqs = (await pickDocuments(keys, question)).filter((seq) => !known.has(seq));
    const added = (await store.readDocuments(seqs)).map(
      (document): Candidate => ({
        read: read(document),
        searched: candidates[0]?.searched ?? 0,
        retrieval: () => ADDED_RETRIEVAL,
      }),
    );
    const all = [...candidates, ...added];
    const identify = await entities.identify(all.map(({ read: one }) => one.document));
    return all.map((candidate) => {
      const { document } = candidate.read;
      const entityOf = (statement: Statement) => identify(document, statement);
      return {
        ...candidate,
        speakers: {
          entityOf,
          isMeant(asked, statement) {
            const entity = entityOf(statement);
            const { speaker } = statement;
            if (entity === undefined || speaker === undefined || found.get(asked)?.entities.has(entity) !== true)
              return false;
            // At another employer by this document, and not asked for by name.
            return speaker.organisation === undefined || sharesWord(asked, `${speaker.name ?? ''} ${entity}`);
          },
        },
      };
    });
  };

  /** Of the documents in which one of the keys speaks, those most about the topic and the newest. */
  async function pickDocuments(keys: readonly string[], question: Question): Promise<number[]> {
    if (keys.length === 0) return [];
    const spoken = (await entities.findDocuments({ keys, limit: MOST_SPOKEN })).map(({ seq }) => seq);
    if (spoken.length <= MOST_ADDED) return spoken;
    const topic = question.comparison?.topic ?? question.speakers?.topic ?? '';
    const terms = questionTerms(topic, deps.knowledge).flatMap(({ stems, weight }) =>
      stems.slice(0, 1).map((term) => ({ term, weight })),
    );
    if (terms.length === 0) return spoken.slice(0, MOST_ADDED);
    const isSpoken = new Set(spoken);
    const onTopic = (await keywords.searchDocuments({ terms, limit: MOST_ON_TOPIC })).map(({ seq }) => seq);
    const best = onTopic.filter((seq) => isSpoken.has(seq)).slice(0, MOST_ADDED - NEWEST_ADDED);
    return [...new Set([...best, ...spoken])].slice(0, Math.max(best.length + NEWEST_ADDED, NEWEST_ADDED));
  }
}

/** The names to look up; `undefined` when the question asks about no speaker. */
function namesAsked({ comparison, speakers }: Question): string[] | undefined {
  if (comparison !== undefined) return [...comparison.sides];
  if (speakers === undefined) return undefined;
  if (speakers.speaker !== undefined) {
    const sides = speakers.speaker.split(/,? and |, /);
    const abroad = (speakers.alsoNamed ?? []).slice(0, MOST_OTHER_NAMES);
    return [...new Set([speakers.speaker, ...(sides.length > 1 ? sides : []), ...abroad])];
  }
  return speakers.speakerClass !== undefined && LOOKED_UP_CLASSES.test(speakers.speakerClass)
    ? [speakers.speakerClass.replace(/s$/, '')]
    : [];
}

/** Classes that stand in the role of those who belong to them. */
const LOOKED_UP_CLASSES =
  /^(?:analysts?|ministers?|senators?|economists?|lawyers?|professors?|founders?|commissioners?)$/;

function sharesWord(a: string, b: string): boolean {
  const words = new Set(tokenise(b).map(({ word }) => word));
  return tokenise(a).some(({ word }) => words.has(word)) || isSpeakerNamed(a, { name: b });
}
