import type { Answer } from '../core/answer.ts';
import type { KnowledgeStore, StoredDocument, WordKnowledge } from '../core/ports.ts';
import type { Statement } from '../core/statement.ts';
import { isStopWord, tokenise } from '../core/text/terms.ts';
import { isSpeakerOfClass } from './match-speakers.ts';

const MOST_SUGGESTIONS = 4;
/** Documents that are looked at for suggestions: the newest. */
const DOCUMENTS_READ = 6;
/** Questions tried at most: each is really asked. */
const MOST_TRIED = 16;
/** Places by frequency of words that make a topic: neither too plain nor odd. */
const TOPIC_RANKS = { first: 400, last: 25_000 } as const;

/** Makes questions that the documents at hand really answer: each is asked before it is suggested. */
export function createSuggester(deps: {
  readonly store: Pick<KnowledgeStore, 'listDocuments' | 'readDocuments' | 'generation'>;
  readonly knowledge: WordKnowledge | undefined;
  readonly ask: (question: string) => Promise<Answer>;
}) {
  let kept: { generation: number; questions: string[] } | undefined;

  return async function suggestQuestions(): Promise<string[]> {
    const generation = await deps.store.generation();
    if (kept?.generation === generation) return kept.questions;
    const summaries = await deps.store.listDocuments();
    const newest = [...summaries]
      .filter(({ statements }) => statements > 0)
      .sort((a, b) => (b.published ?? '').localeCompare(a.published ?? ''))
      .slice(0, DOCUMENTS_READ);
    const documents = await deps.store.readDocuments(newest.map(({ seq }) => seq));
    const questions: string[] = [];
    for (const draft of interleave(documents.map((document) => draftQuestions(document, deps.knowledge))).slice(
      0,
      MOST_TRIED,
    )) {
      if (questions.length >= MOST_SUGGESTIONS) break;
      const answer = await deps.ask(draft);
      if (answer.status === 'answered') questions.push(draft);
    }
    kept = { generation, questions };
    return questions;
  };
}

/** "Which analysts commented on OVHcloud?" where there are several, then one question a speaker. */
function draftQuestions(document: StoredDocument, knowledge: WordKnowledge | undefined): string[] {
  const analysts = new Set(
    document.statements.flatMap(({ speaker }) =>
      speaker?.name !== undefined && isSpeakerOfClass('analysts', speaker) ? [speaker.name] : [],
    ),
  );
  const subject = mostFrequentName(document.text);
  const aboutAnalysts = analysts.size > 1 && subject !== undefined ? [`Which analysts commented on ${subject}?`] : [];
  return [...aboutAnalysts, ...draftSpeakerQuestions(document, knowledge)];
}

/** The capitalised word that stands most often inside sentences. */
function mostFrequentName(text: string): string | undefined {
  const counts = new Map<string, number>();
  for (const [name] of text.matchAll(/(?<=[\p{Ll},] )\p{Lu}[\p{L}\p{N}]{2,}/gu)) {
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** "What did Forrester say about the budget?": one question a speaker. */
function draftSpeakerQuestions(document: StoredDocument, knowledge: WordKnowledge | undefined): string[] {
  const asked = new Set<string>();
  return document.statements.flatMap((statement) => {
    const speaker = statement.speaker?.name;
    const topic = pickTopic(statement, document, knowledge);
    if (speaker === undefined || statement.carried || topic === undefined || asked.has(speaker)) return [];
    asked.add(speaker);
    const article =
      /^(?:[A-Z][\p{L}]+ )*(?:Commission|Department|Ministry|Council|Parliament|Government|Union|Register|Agency)$/u.test(
        speaker,
      )
        ? 'the '
        : '';
    return [`What did ${article}${speaker} say about ${topic}?`];
  });
}

/** A plain noun-like word of the statement that the document turns on; "the budget". */
function pickTopic(
  statement: Statement,
  document: StoredDocument,
  knowledge: WordKnowledge | undefined,
): string | undefined {
  const counts = new Map<string, number>();
  for (const { word } of tokenise(document.text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  let best: { word: string; score: number } | undefined;
  // Words after an article are nouns more often than not.
  for (const match of statement.text.matchAll(/\b(?:the|this|that|its|their|a|an) ([a-z]{4,})(?: ([a-z]{4,}))?\b/g)) {
    for (const word of match.slice(1)) {
      const rank = word === undefined ? 0 : (knowledge?.rank(word) ?? 0);
      if (word === undefined || isStopWord(word) || rank < TOPIC_RANKS.first || rank > TOPIC_RANKS.last) continue;
      const score = Math.log(rank) * (1 + RECURRENCE * Math.min(2, (counts.get(word) ?? 1) - 1));
      if (score > (best?.score ?? 0)) best = { word, score };
    }
  }
  return best === undefined ? undefined : `the ${best.word}`;
}

/** What each further occurrence in the document adds to a topic. */
const RECURRENCE = 0.3;

function interleave<Item>(lists: readonly (readonly Item[])[]): Item[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list.slice(at, at + 1))).flat();
}
