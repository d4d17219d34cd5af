import { DeskError } from '../core/errors.ts';
import type { IndexedDocument } from '../core/ports.ts';
import type { Queries } from './database.ts';

/**
 * Checks what a caller must keep to; a breach would make an index that lies. Gives the embedder of the change's vectors:
 * `undefined` when there are passages without vectors.
 * @throws DeskError `defect`
 */
export function checkChange(put: readonly IndexedDocument[], embedderName: string | undefined): string | undefined {
  const withPassages = put.filter(({ document }) => document.passages.length > 0);
  const embedded = withPassages.filter(({ passageVectors }) => passageVectors !== undefined);
  for (const indexed of put) {
    const problem =
      findProblem(indexed, dimensionsOf(embedded)) ??
      (indexed.passageVectors === undefined && embedded.length > 0 && indexed.document.passages.length > 0
        ? 'no vectors, unlike others of the change'
        : undefined);
    if (problem !== undefined) throw defect(indexed.document.id, problem);
  }
  if (embedded[0] !== undefined && embedderName === undefined) {
    throw defect(embedded[0].document.id, 'vectors, but no name of their embedder');
  }
  return withPassages.length > 0 && embedded.length === 0 ? undefined : embedderName;
}

/** Checks that the vectors can be compared with those of the same embedder in the store. */
export async function checkDimensions(
  queries: Queries,
  put: readonly IndexedDocument[],
  embedder: string | undefined,
): Promise<void> {
  const dimensions = dimensionsOf(put);
  if (embedder === undefined || dimensions === 0) return;
  const others = await queries.all(
    'SELECT dimensions FROM segments WHERE embedder = $1 AND dimensions <> 0 AND dimensions <> $2 LIMIT 1',
    [embedder, dimensions],
  );
  if (others.length === 0) return;
  throw defect(
    put[0]?.document.id ?? '',
    `vectors of ${dimensions} dimensions, while ${embedder} gave ${String(others[0]?.dimensions)} before`,
  );
}

function findProblem(indexed: IndexedDocument, dimensions: number): string | undefined {
  const { document, passageTerms, passageVectors: vectors } = indexed;
  const passages = document.passages.length;
  if (passageTerms.length !== passages) return `${passageTerms.length} lists of terms for ${passages} passages`;
  if (vectors === undefined) return undefined;
  if (vectors.length !== passages) return `${vectors.length} vectors for ${passages} passages`;
  const sound = vectors.every((vector) => vector.length === dimensions && vector.every(Number.isFinite));
  return sound ? undefined : 'vectors of different lengths or with numbers that are not finite';
}

function dimensionsOf(documents: readonly IndexedDocument[]): number {
  return documents.find(({ passageVectors }) => passageVectors?.[0] !== undefined)?.passageVectors?.[0]?.length ?? 0;
}

function defect(id: string, problem: string): DeskError {
  return new DeskError({
    code: 'defect',
    message: `Document ${id} was handed to the store with ${problem}.`,
    hint: 'Please report this with the document.',
  });
}
