import type { Answer, AnswerSentence, Citation, Conflict } from '../core/answer.ts';
import { creditOf } from '../core/document.ts';
import type { SpeakerIdentity } from '../core/statement.ts';
import { type AnswerPart, explainQuote } from './explain-quote.ts';
import type { Claim } from './find-claims.ts';
import { describeSpeaker } from './match-speakers.ts';

/** An answer in the making: each sentence still in its pieces, so that quotation and explanation can be checked apart. */
export interface Draft {
  readonly sentences: readonly { readonly parts: readonly AnswerPart[]; readonly citations: readonly number[] }[];
  readonly citations: readonly Citation[];
  readonly conflicts: readonly Conflict[];
  /** What the desk says of the answer in its own words, each a sentence. */
  readonly remarks?: readonly string[];
}

/** Numbers the claims' citations and explains their words. Claims of one document stand together, in reading order. */
export function draftAnswer(
  claims: readonly Claim[],
  conflicts: (numberOf: (claim: Claim) => number) => Conflict[],
): Draft {
  const ordered = orderClaims(claims);
  const introduced = new Set<string>();
  const numbers = new Map(ordered.map((claim, at) => [claim, at + 1]));
  return {
    sentences: ordered.map((claim, at) => ({
      parts: explainQuote({ read: claim.read, sentence: claim.sentence, statement: claim.statement, introduced }),
      citations: [at + 1],
    })),
    citations: ordered.map((claim, at) => citeClaim(claim, at + 1)),
    conflicts: conflicts((claim) => numbers.get(claim) ?? 0),
  };
}

/** Documents in the order of their best claim; inside each, the order of reading. */
function orderClaims(claims: readonly Claim[]): Claim[] {
  const documents = [...new Set(claims.map(({ read }) => read))];
  return documents.flatMap((read) =>
    claims.filter((claim) => claim.read === read).sort((a, b) => a.sentence.index - b.sentence.index),
  );
}

/** The citation that proves a claim: the whole sentence, its speaker, and the credit that its document demands. */
export function citeClaim(claim: Claim, n: number): Citation {
  const { document } = claim.read;
  const { statement } = claim;
  const { start, end } = claim.sentence.sentence;
  return {
    n,
    document: document.id,
    title: document.title,
    publisher: document.publisher,
    attribution: creditOf(document),
    url: document.url,
    published: document.published,
    quote: claim.sentence.text,
    start,
    end,
    speaker: statement?.speaker === undefined ? undefined : identityOf(statement.speaker),
    via: statement?.via,
  };
}

function identityOf({ name, role, organisation }: SpeakerIdentity): SpeakerIdentity | undefined {
  return name === undefined && role === undefined && organisation === undefined
    ? undefined
    : { name, role, organisation };
}

/** The finished sentences and the text that a person reads, with its sources and their credits. */
export function renderDraft(draft: Draft, titlesByDesk: ReadonlySet<string>): Pick<Answer, 'text' | 'sentences'> {
  const sentences = draft.sentences.map(
    ({ parts, citations }): AnswerSentence => ({ text: parts.map(({ text }) => text).join(''), citations }),
  );
  const body = sentences.map(({ text, citations }) => `${text} ${citations.map((n) => `[${n}]`).join('')}`).join('\n');
  const differences = draft.conflicts.map(
    ({ about, citations }) => `The sources differ on ${about}: ${citations.map((n) => `[${n}]`).join(' and ')}.`,
  );
  const text = [
    body,
    ...(draft.remarks ?? []),
    ...differences,
    `Sources\n${listSources(draft.citations, titlesByDesk)}`,
  ].join('\n\n');
  return { text, sentences };
}

/** One line a document: its markers, title, who speaks, publisher, date, and the credit that it demands. */
export function listSources(citations: readonly Citation[], titlesByDesk: ReadonlySet<string>): string {
  const documents = [...new Set(citations.map(({ document }) => document))];
  return documents
    .map((id) => {
      const own = citations.filter(({ document }) => document === id);
      const first = own[0];
      if (first === undefined) return '';
      const markers = own.map(({ n }) => `[${n}]`).join('');
      const title = titlesByDesk.has(id) ? `${first.title} (title given by the desk)` : first.title;
      const facts = [first.publisher ?? 'Publisher not known', first.published ?? 'date not known', first.url];
      return `${markers} ${title}. ${facts.filter((fact) => fact !== undefined).join(', ')}. Credit: ${first.attribution}`;
    })
    .join('\n');
}

/** "Charlie Dai, Principal Analyst at Forrester, via Reuters"; empty when nobody is named. */
export function describeCitedSpeaker(citation: Citation): string {
  const who = citation.speaker === undefined ? '' : describeSpeaker(citation.speaker);
  return [who, citation.via === undefined ? '' : `via ${citation.via}`].filter((part) => part !== '').join(', ');
}
