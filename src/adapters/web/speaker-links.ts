import type { Answer, Citation } from '../../core/answer.ts';
import type { Desk, StoredDocument } from '../../core/ports.ts';
import { spansOverlap } from '../../core/text/span.ts';

/** What is known of the document of a citation, beyond the citation. */
export interface CitedDocument {
  readonly document: StoredDocument;
  /** Whose each statement is, parallel to the document's statements. */
  readonly speakerIds: readonly (string | undefined)[];
}

/** The documents that citations are of, by id; one that is no longer held is missing. */
export type CitedDocuments = ReadonlyMap<string, CitedDocument>;

export async function findCitedDocuments(
  desk: Pick<Desk, 'findDocument' | 'identifySpeakers'>,
  answer: Pick<Answer, 'citations' | 'related'>,
): Promise<CitedDocuments> {
  const cited = new Map<string, CitedDocument>();
  for (const id of new Set([...answer.citations, ...answer.related].map((citation) => citation.document))) {
    const document = await desk.findDocument(id);
    if (document !== undefined) cited.set(id, { document, speakerIds: await desk.identifySpeakers(document) });
  }
  return cited;
}

/**
 * The page of a citation's speaker: whose the statements of that name under the quotation are, or, where none is marked
 * there, all those in the document. `null` where they are nobody's or of several: a wrong page is worse than none.
 */
export function speakerIdOf(citation: Citation, { document, speakerIds }: CitedDocument): string | null {
  const { speaker } = citation;
  if (speaker === undefined) return null;
  const theirs = document.statements
    .map((statement, index) => ({ statement, id: speakerIds[index] }))
    .filter(
      ({ statement: { speaker: own } }) => own?.name === speaker.name && own?.organisation === speaker.organisation,
    );
  const quoted = theirs.filter(({ statement }) => spansOverlap(statement, citation));
  const [only, ...others] = new Set((quoted.length > 0 ? quoted : theirs).map(({ id }) => id));
  return others.length === 0 ? (only ?? null) : null;
}
