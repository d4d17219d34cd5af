import type { Answer, Citation } from '../../core/answer.ts';
import { foldWhiteSpace } from '../../core/text/span.ts';

/** What the proof of a right answer must hold: of every group at least one of its alternative wordings. */
type EvidenceGroups = readonly (readonly string[])[];

/** How many citations a reader looks at: the set counts evidence within the first three. */
const EVIDENCE_CITATIONS = 3;

/** Whether the quotes of the first `cutoff` citations hold every group of evidence (case and white space aside). */
export function hasEvidence(answer: Answer, groups: EvidenceGroups, cutoff = EVIDENCE_CITATIONS): boolean {
  if (answer.status !== 'answered' || groups.length === 0) return false;
  const quotes = answer.citations.slice(0, cutoff).map((citation) => citation.quote);
  return groups.every((alternatives) => quotes.some((quote) => holdsAny(quote, alternatives)));
}

/** Whether a citation that holds evidence names the expected speaker and no other does so in its place. */
export function hasRightSpeaker(answer: Answer, groups: EvidenceGroups, speaker: string): boolean {
  const proofs = answer.citations.filter((citation) =>
    groups.some((alternatives) => holdsAny(citation.quote, alternatives)),
  );
  return proofs.length > 0 && proofs.every((citation) => namesPerson(citation, speaker));
}

/** Whether the answer's text matches every pattern (regular expressions, case aside). */
export function matchesAll(text: string, patterns: readonly string[]): boolean {
  return patterns.every((pattern) => new RegExp(pattern, 'iu').test(text));
}

/** Whether the citation's quote is word for word what stands at its span. */
export function isVerbatim(citation: Citation, documentText: string | undefined): boolean {
  if (documentText === undefined || citation.quote === '') return false;
  return foldWhiteSpace(documentText.slice(citation.start, citation.end)) === citation.quote;
}

/**
 * Whether the credit of every cited document is shown where a person reads it: in the text of the answer.
 * `demanded` gives the credit line that a document's source demands, where it demands one.
 */
export function showsCredits(answer: Answer, demanded: ReadonlyMap<string, string>): boolean {
  return answer.citations.every((citation) => {
    const credit = demanded.get(citation.document) ?? citation.attribution;
    return credit.trim() !== '' && citation.attribution === credit && answer.text.includes(credit);
  });
}

/** Whether every sentence of the answer rests on at least one citation that is there. */
export function everySentenceIsCited(answer: Answer): boolean {
  const known = new Set(answer.citations.map((citation) => citation.n));
  if (answer.status === 'answered' && answer.sentences.length === 0) return false;
  return answer.sentences.every(
    (sentence) => sentence.citations.length > 0 && sentence.citations.every((n) => known.has(n)),
  );
}

function holdsAny(quote: string, alternatives: readonly string[]): boolean {
  const hay = foldForComparison(quote);
  return alternatives.some((wording) => hay.includes(foldForComparison(wording)));
}

function namesPerson(citation: Citation, speaker: string): boolean {
  const name = citation.speaker?.name;
  return name !== undefined && foldForComparison(name) === foldForComparison(speaker);
}

/** Typographic apostrophes and quotation marks differ between editions of one text. */
function foldForComparison(text: string): string {
  return foldWhiteSpace(text).replace(/[‘’]/g, "'").replace(/[“”]/g, '"').toLowerCase();
}
