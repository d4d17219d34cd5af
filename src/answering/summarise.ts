import type { Summary } from '../core/answer.ts';
import { DeskError } from '../core/errors.ts';
import type { StoredDocument } from '../core/ports.ts';
import { isStopWord } from '../core/text/terms.ts';
import { draftAnswer, renderDraft } from './compose-answer.ts';
import { type Claim, saysTheSame, toClaim } from './find-claims.ts';
import { type ReadDocument, type ReadSentence, readDocument } from './read-document.ts';
import { findFaults } from './verify-answer.ts';

/** Sentences of a summary, and of one document in it. */
const MOST_SENTENCES = 6;
const MOST_PER_DOCUMENT = 3;
/** What comes first in news tells the most; what somebody says is what a policy team looks for. */
const LEAD_BONUS = 0.6;
const STATEMENT_BONUS = 0.2;
/** Shorter sentences say too little alone, longer ones are lists. */
const SENTENCE_WORDS = { fewest: 8, most: 60 } as const;

/** Sums up documents by their most central sentences, without repeats; in the order given, inside each in reading order. */
export function summariseDocuments(documents: readonly StoredDocument[], title: string): Summary {
  const reads = documents.map(readDocument);
  const perDocument = Math.max(1, Math.min(MOST_PER_DOCUMENT, Math.ceil(MOST_SENTENCES / Math.max(1, reads.length))));
  const claims: Claim[] = [];
  for (const read of reads) {
    let taken = 0;
    for (const { sentence, score } of rankSentences(read)) {
      if (taken >= perDocument || claims.length >= MOST_SENTENCES) break;
      if (claims.some((other) => saysTheSame(other.sentence, sentence))) continue;
      claims.push(toClaim({ read, sentence, score }));
      taken += 1;
    }
  }
  return composeSummary(claims, title);
}

/** Puts claims that were found by a topic into a summary. */
export function composeSummary(claims: readonly Claim[], title: string): Summary {
  const documents = new Map(claims.map(({ read }) => [read.document.id, read.document]));
  const titlesByDesk = new Set([...documents.values()].filter((one) => one.titleGivenByDesk).map(({ id }) => id));
  const draft = draftAnswer(claims, () => []);
  const rendered = renderDraft(draft, titlesByDesk);
  const answer = {
    question: title,
    status: 'answered' as const,
    ...rendered,
    citations: draft.citations,
    related: [],
    conflicts: [],
    mode: 'extractive' as const,
    tookMs: 0,
  };
  const faults = claims.length === 0 ? [] : findFaults(answer, draft, documents);
  if (faults.length > 0) {
    throw new DeskError({
      code: 'defect',
      message: `The summary did not pass its checks: ${faults.join('; ')}`,
      hint: 'Report it with the documents that it was made from.',
    });
  }
  const dates = draft.citations.flatMap(({ published }) => published ?? []).sort();
  const text = claims.length === 0 ? 'The sources hold nothing for this summary.' : rendered.text;
  return {
    title,
    text,
    sentences: rendered.sentences,
    citations: draft.citations,
    range: { since: dates[0], until: dates.at(-1) },
  };
}

/** Sentences by how much of the document's recurring vocabulary they carry, for each word they have. */
function rankSentences(read: ReadDocument): { sentence: ReadSentence; score: number }[] {
  const most = Math.max(1, ...[...read.stemCounts].map(([stem, count]) => (isStopWord(stem) ? 0 : count)));
  return read.sentences
    .filter(
      ({ sentence, words }) =>
        sentence.kind === 'prose' && words.length >= SENTENCE_WORDS.fewest && words.length <= SENTENCE_WORDS.most,
    )
    .map((sentence) => {
      const telling = [...sentence.stemSet].filter((stem) => !isStopWord(stem) && stem.length > 2);
      const weight = telling.reduce((sum, stem) => sum + (read.stemCounts.get(stem) ?? 0) / most, 0);
      const centrality = telling.length === 0 ? 0 : weight / Math.sqrt(telling.length);
      const lead = LEAD_BONUS / (1 + sentence.index / 4);
      return { sentence, score: centrality + lead + (sentence.statements.length > 0 ? STATEMENT_BONUS : 0) };
    })
    .sort((a, b) => b.score - a.score || a.sentence.index - b.sentence.index);
}
