import type { SourceDocument } from '../core/document.ts';
import type { SourceProblem } from '../core/ports.ts';

/** Who holds which document id: an id belongs to one file, the first that claims it. */
export interface IdClaims {
  /** The origin that holds the id. */
  ownerOf(id: string): string | undefined;
  /** Notes what a file holds that is not read again. */
  hold(id: string, origin: string): void;
  /** Frees those of the ids that this file holds. */
  release(ids: Iterable<string>, origin: string): void;
  /**
   * `undefined` when the document's file has the id from now on, else the problem that names both places; the document
   * is then left out. Files take ids over from documents that were handed to `desk add`, so that one can be corrected.
   */
  claim(document: Pick<SourceDocument, 'id' | 'origin'>): SourceProblem | undefined;
}

export function createIdClaims(): IdClaims {
  const owners = new Map<string, string>();
  return {
    ownerOf: (id) => owners.get(id),
    hold: (id, origin) => void owners.set(id, origin),
    release(ids, origin) {
      for (const id of ids) if (owners.get(id) === origin) owners.delete(id);
    },
    claim({ id, origin }) {
      const owner = owners.get(id);
      if (owner === undefined || (owner !== origin && isAddedOrigin(owner))) {
        owners.set(id, origin);
        return undefined;
      }
      const problem =
        owner === origin
          ? `the id "${id}" is given twice in it; the first document with it counts`
          : `its id "${id}" is already that of ${owner}`;
      return { origin, field: 'id', problem, mend: 'Give one of them another "id".', effect: 'skipped' };
    },
  };
}

/** Origins of documents that were handed to `desk add`: no folder stands behind them. */
export function isAddedOrigin(origin: string): boolean {
  return origin.startsWith('added:');
}
