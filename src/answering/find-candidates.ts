import type { Evidence, KnowledgeStore, Retriever, WordKnowledge } from '../core/ports.ts';
import { termsAbroad } from '../retrieval/languages/terms-abroad.ts';
import type { Question } from '../retrieval/question.ts';
import type { CastSpeakers } from './cast-speakers.ts';
import { createDocumentReader } from './document-reader.ts';
import type { Candidate } from './score-sentences.ts';

/** Passages asked of retrieval for the question, and for the speaker's name alone; more did not answer more (`desk eval`). */
const EVIDENCE_PASSAGES = { question: 16, speaker: 8 } as const;

/** Passages asked of retrieval for one publisher; those of others among them are put aside. */
const PUBLISHER_PASSAGES = 30;

export type CandidateFinder = ReturnType<typeof createCandidateFinder>;

/** Finds the documents that may answer a question, and lays them out. */
export function createCandidateFinder(deps: {
  readonly retriever: Retriever;
  readonly store: Pick<KnowledgeStore, 'counts'>;
  readonly knowledge: WordKnowledge | undefined;
  readonly castSpeakers?: CastSpeakers;
}) {
  const { retriever, store, knowledge, castSpeakers } = deps;
  const reader = createDocumentReader();

  async function layOut(evidence: readonly Evidence[]): Promise<Candidate[]> {
    const { documents } = await store.counts();
    return groupByDocument(evidence).map((passages) => ({
      read: reader.read(passages[0].document),
      searched: documents,
      retrieval: rankOfSentences(passages, evidence),
    }));
  }

  /** By the question's words, and by the names of the speakers it asks about. */
  async function findCandidates(question: Question): Promise<Candidate[]> {
    const { comparison, speakers } = question;
    const meant = question.terms.flatMap((term) => term.meant ?? []);
    const spoken = speakers?.speaker === undefined ? [] : [[speakers.speaker, ...(speakers.alsoNamed ?? [])].join(' ')];
    const names = comparison?.sides ?? spoken;
    const rounds = await Promise.all([
      retriever.retrieve({
        text: [question.text, ...meant].join(' '),
        limit: EVIDENCE_PASSAGES.question,
        also: termsAbroad(question.terms, knowledge),
      }),
      ...names.map((name) => retriever.retrieve({ text: name, limit: EVIDENCE_PASSAGES.speaker })),
    ]);
    const found = await layOut(rounds.flat());
    return castSpeakers === undefined ? found : castSpeakers(question, found, reader.read);
  }

  /** Of one publisher only. */
  async function findOfPublisher(publisher: string, topic: string): Promise<Candidate[]> {
    const evidence = await retriever.retrieve({ text: `${publisher} ${topic}`, limit: PUBLISHER_PASSAGES });
    return layOut(evidence.filter(({ document }) => document.publisher === publisher));
  }

  return { findCandidates, findOfPublisher };
}

function groupByDocument(evidence: readonly Evidence[]): [Evidence, ...Evidence[]][] {
  const groups = new Map<number, [Evidence, ...Evidence[]]>();
  for (const one of evidence) {
    const group = groups.get(one.document.seq);
    if (group === undefined) groups.set(one.document.seq, [one]);
    else group.push(one);
  }
  return [...groups.values()];
}

/** A sentence takes the score of its passage, against the best passage of all. */
function rankOfSentences(passages: readonly Evidence[], all: readonly Evidence[]): (sentenceIndex: number) => number {
  const best = Math.max(...all.map(({ score }) => score));
  return (sentenceIndex) => {
    const own = passages.find(
      ({ passage }) => sentenceIndex >= passage.firstSentence && sentenceIndex < passage.endSentence,
    );
    return own === undefined || best <= 0 ? 0 : own.score / best;
  };
}
