import type { Answer, Citation } from '../core/answer.ts';
import type { Question } from '../retrieval/question.ts';
import { describeCitedSpeaker, listSources } from './compose-answer.ts';

/** Why the sources do not answer. */
export type Refusal =
  /** Nothing to look for: empty, emoji, only words of asking. */
  | { readonly kind: 'no_words' }
  | { readonly kind: 'too_long'; readonly length: number; readonly longest: number }
  /** A task, not a question to the sources. */
  | { readonly kind: 'task' }
  | { readonly kind: 'no_documents' }
  /** The speaker asked about says nothing in the sources. */
  | { readonly kind: 'speaker_unknown'; readonly speaker: string }
  /** The speaker is quoted, but not on the topic. */
  | { readonly kind: 'speaker_silent'; readonly speaker: string; readonly topic: string; readonly isClass?: boolean }
  /** The speaker is not quoted at all, and the sources name them. */
  | { readonly kind: 'speaker_unquoted'; readonly speaker: string }
  /** The question takes something as said that nobody said. */
  | { readonly kind: 'premise'; readonly speaker: string; readonly premise: string }
  /** What answers is of another time than the question asks for; `dates` as the sources give them. */
  | { readonly kind: 'outside_time'; readonly words: string; readonly dates: readonly string[] }
  | { readonly kind: 'nothing' }
  /** The desk's own checks failed. */
  | { readonly kind: 'defect' };

/** The answer that says plainly that there is none: what was looked for, in what, and the nearest material. */
export function refuse(options: {
  readonly question: Question;
  readonly refusal: Refusal;
  readonly documents: number;
  readonly related: readonly Citation[];
  readonly titlesByDesk: ReadonlySet<string>;
  readonly tookMs: number;
}): Answer {
  const { question, refusal, related, titlesByDesk } = options;
  const reason = explainRefusal(refusal, question, options.documents);
  const material = related.map(({ n, quote, ...citation }) => {
    const speaker = describeCitedSpeaker({ n, quote, ...citation });
    const date =
      refusal.kind === 'speaker_silent' && citation.published !== undefined ? ` (${citation.published})` : '';
    return `[${n}] ${speaker === '' ? '' : `${speaker}${date}: `}“${quote}”`;
  });
  const nearest =
    related.length === 0
      ? []
      : [
          `${nameNearest(refusal)} (not an answer):\n${material.join('\n')}`,
          `Sources\n${listSources(related, titlesByDesk)}`,
        ];
  return {
    question: question.text,
    status: 'not_found',
    reason: refusal.kind,
    text: [reason, ...nearest].join('\n\n'),
    sentences: [],
    citations: [],
    related,
    conflicts: [],
    mode: 'extractive',
    tookMs: options.tookMs,
  };
}

/** What the nearest material is to the question. */
function nameNearest(refusal: Refusal): string {
  switch (refusal.kind) {
    case 'speaker_silent':
    case 'premise':
      if (refusal.speaker === '' || ('isClass' in refusal && refusal.isClass === true)) return 'Nearest material';
      return `What “${refusal.speaker}” did speak about`;
    case 'speaker_unquoted':
      return `Where “${refusal.speaker}” is named`;
    default:
      return 'Nearest material';
  }
}

function explainRefusal(refusal: Refusal, question: Question, documents: number): string {
  const searched =
    documents === 1 ? 'the 1 document searched' : `the ${documents.toLocaleString('en')} documents searched`;
  switch (refusal.kind) {
    case 'no_words':
      return 'The question holds no words that can be looked for. Ask about a person, a body, a number or an event in the sources.';
    case 'too_long':
      return `The question is ${refusal.length.toLocaleString('en')} characters long; up to ${refusal.longest.toLocaleString('en')} are read. Ask one question in a sentence or two.`;
    case 'task':
      return 'The desk answers questions from its sources and takes no other orders. Ask what the sources say about a subject.';
    case 'no_documents':
      return 'There are no source documents to answer from. Put some into the knowledge folder and run “desk index”.';
    case 'speaker_unknown':
      return `No statement by “${refusal.speaker}” stands in ${searched}.`;
    case 'speaker_silent':
      if (refusal.isClass === true) return `No ${refusal.speaker} are quoted on “${refusal.topic}” in ${searched}.`;
      return refusal.topic === ''
        ? `“${refusal.speaker}” is quoted in ${searched}, but nothing that is quoted answers this.`
        : `“${refusal.speaker}” said nothing about “${refusal.topic}” in these sources: “${refusal.speaker}” is quoted in ${searched}, but not on that.`;
    case 'speaker_unquoted':
      return `“${refusal.speaker}” is not quoted in ${searched}, though named in them.`;
    case 'premise':
      return `Nowhere in ${searched} does “${refusal.speaker}” say “${refusal.premise}”.`;
    case 'outside_time':
      return `Nothing in ${searched} answers this for “${refusal.words}”. What speaks to it is of another time: ${refusal.dates.join(', ')}.`;
    case 'nothing': {
      const words = question.terms.map(({ word }) => word).join(', ');
      return `The sources do not answer this: no sentence in ${searched} says it. Looked for: ${words}.`;
    }
    case 'defect':
      return 'An answer was found but did not pass the desk’s own checks, so it is not shown. The log says which check failed.';
  }
}
