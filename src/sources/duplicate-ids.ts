import type { SourceDocument } from '../core/document.ts';
import type { SourceProblem } from '../core/ports.ts';
import { skipped } from './source-problem.ts';

/**
 * Gives each document id to the first document that claims it. Made for one reading of all files in their order; the
 * caller claims in advance the ids of files that it does not read again because they are unchanged.
 */
export function createIdClaims() {
  const originOfId = new Map<string, string>();
  return {
    /** Notes an id of a file that is not read again. */
    claimUnread(id: string, origin: string): void {
      if (!originOfId.has(id)) originOfId.set(id, origin);
    },
    /** `undefined` when the id is free, else the problem that names both places; the document is then left out. */
    claim(document: Pick<SourceDocument, 'id' | 'origin'>): SourceProblem | undefined {
      const first = originOfId.get(document.id);
      if (first === undefined) {
        originOfId.set(document.id, document.origin);
        return undefined;
      }
      return skipped({
        origin: document.origin,
        field: 'id',
        problem:
          first === document.origin
            ? `the id "${document.id}" is given twice in it; the first document with it counts`
            : `its id "${document.id}" is already that of ${first}`,
        mend: 'Give one of them another "id".',
      });
    },
  };
}
