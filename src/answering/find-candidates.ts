import type { Evidence, Retriever } from '../core/ports.ts';
import type { Question } from '../retrieval/question.ts';
import { createDocumentReader } from './document-reader.ts';
import type { Candidate } from './score-sentences.ts';

/** Passages asked of retrieval for the question, and for the speaker's name alone; more did not answer more (`desk eval`). */
const EVIDENCE_PASSAGES = { question: 16, speaker: 8 } as const;

/** Finds the documents that may answer a question: by its words, and by the names of the speakers it asks about. */
export function createCandidateFinder(retriever: Retriever): (question: Question) => Promise<Candidate[]> {
  const reader = createDocumentReader();

  return async function findCandidates(question) {
    const { comparison, speakers } = question;
    const meant = question.terms.flatMap((term) => term.meant ?? []);
    const names = comparison?.sides ?? (speakers?.speaker === undefined ? [] : [speakers.speaker]);
    const rounds = await Promise.all([
      retriever.retrieve({ text: [question.text, ...meant].join(' '), limit: EVIDENCE_PASSAGES.question }),
      ...names.map((name) => retriever.retrieve({ text: name, limit: EVIDENCE_PASSAGES.speaker })),
    ]);
    const evidence = rounds.flat();
    return groupByDocument(evidence).map((passages) => ({
      read: reader.read(passages[0].document),
      retrieval: rankOfSentences(passages, evidence),
    }));
  };
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
