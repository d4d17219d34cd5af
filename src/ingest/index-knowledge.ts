import { isDeepStrictEqual } from 'node:util';
import type { AnalysedDocument, SourceDocument } from '../core/document.ts';
import { messageOf } from '../core/errors.ts';
import type {
  DocumentSummary,
  Embedder,
  FileRecord,
  KnowledgeStore,
  SourceFile,
  SourceProblem,
  StoreCounts,
} from '../core/ports.ts';
import { analyseDocument, indexDocuments } from './analyse-document.ts';
import { BATCH_DOCUMENTS, type ChangeWriter, createChangeWriter, STAMP_TO_READ } from './change-writer.ts';
import { createIdClaims, type IdClaims, isAddedOrigin } from './id-claims.ts';

export interface IndexReport extends StoreCounts {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  /** Of all the files, also of those that were not read again. */
  readonly problems: readonly SourceProblem[];
}

export interface IndexProgress {
  readonly filesDone: number;
  readonly filesTotal: number;
  readonly documentsDone: number;
}

export interface IngestDeps {
  readonly store: KnowledgeStore;
  readonly embedder: Embedder | undefined;
  /** Whether documents are read into statements; off only for measuring. */
  readonly statements: boolean;
  readonly onProgress?: (progress: IndexProgress) => void;
  /** Ends a run between two documents, with its reason thrown; the next run goes on from there. */
  readonly signal?: AbortSignal;
}

/** The files at hand, and what is wrong with those that are not; the origin of a folder ends in `/`. */
export interface FileListing {
  readonly files: readonly SourceFile[];
  readonly problems: readonly SourceProblem[];
}

/**
 * Brings the store in line with the files: new and changed ones in, vanished ones out. Files whose stamp is known cost
 * nothing, and a run that changes nothing writes nothing.
 *
 * An id belongs to the file that has it; of several new ones, to the first listed. A file that was refused an id is
 * read again when another file has given it up.
 */
export async function indexFiles(
  deps: IngestDeps,
  request: {
    /** Called once what is stored is known: so what another process adds meanwhile is not taken for vanished. */
    readonly list: () => Promise<FileListing>;
    /** Whether files that are known and no longer listed are withdrawn; never those that were added by name. */
    readonly withdrawVanished: boolean;
  },
): Promise<IndexReport> {
  const { store } = deps;
  await renewDocuments(deps);
  const known = await store.fileRecords();
  const listing = await request.list();
  const plan = planRun({ known, listing, withdrawVanished: request.withdrawVanished });
  const problemsOf = new Map([...known].map(([origin, { problems = [] }]) => [origin, problems]));
  const report = async (changes: ChangeWriter['counts']): Promise<IndexReport> => ({
    ...(await store.counts()),
    added: changes.added,
    changed: changes.changed,
    removed: changes.removed,
    problems: [...listing.problems, ...listing.files.flatMap(({ origin }) => problemsOf.get(origin) ?? [])],
  });
  if (plan.toRead.length + plan.vanished.length === 0 && (await isComplete(store, known))) {
    return report({ added: 0, changed: 0, removed: 0 });
  }

  const summaries = await store.listDocuments();
  const held = new Map(summaries.map((summary) => [summary.id, summary]));
  const writer = createChangeWriter({ ...deps, heldIds: new Set(held.keys()) });
  const claims = createIdClaims();
  const inQuestion = new Set([...plan.vanished, ...plan.toRead.map(({ origin }) => origin)]);
  const idsOf = new Map([...known].map(([origin, { documentIds }]) => [origin, new Set(documentIds)]));
  for (const { id, origin } of summaries) {
    const isStray = request.withdrawVanished && !isAddedOrigin(origin) && idsOf.get(origin)?.has(id) !== true;
    if (!isStray && !inQuestion.has(origin)) claims.hold(id, origin);
  }

  const filesTotal = listing.files.length;
  let filesDone = filesTotal - plan.toRead.length;
  let documentsDone = 0;
  const tellProgress = (): void => deps.onProgress?.({ filesDone, filesTotal, documentsDone });
  const onDocument = (): void => {
    documentsDone += 1;
    tellProgress();
  };
  // Records that stop naming a document wait for its withdrawal: a run that is killed before reads the file again.
  const lateRecords: FileRecord[] = plan.vanished.map((origin) => ({ origin, stamp: undefined, documentIds: [] }));
  const takeIn = async (file: SourceFile, onlyIds?: ReadonlySet<string>): Promise<void> => {
    const before = known.get(file.origin);
    const record = await readFile({ ...deps, claims, held, writer, onDocument, onlyIds }, file);
    problemsOf.set(file.origin, record.problems ?? []);
    if (before !== undefined && isDeepStrictEqual(before, record)) return;
    const ids = new Set(record.documentIds);
    const isLosing = before?.documentIds.some((id) => !ids.has(id)) ?? false;
    if (isLosing) lateRecords.push(record);
    else writer.noteFile(record);
  };

  for (const file of plan.toRead) {
    await takeIn(file);
    filesDone += 1;
    tellProgress();
  }
  for (const file of listing.files) {
    const record = known.get(file.origin);
    if (record === undefined || inQuestion.has(file.origin)) continue;
    if (record.documentIds.every((id) => claims.ownerOf(id) === file.origin)) continue;
    claims.release(record.documentIds, file.origin);
    // Documents that a person removed are in the file and not in its record.
    await takeIn(file, idsOf.get(file.origin));
  }
  const removeIds = summaries.map(({ id }) => id).filter((id) => claims.ownerOf(id) === undefined);
  await writer.finish({ removeIds, files: lateRecords });
  return report(writer.counts);
}

/** Which files are to be read, and the origins of those that are gone. */
function planRun(given: {
  readonly known: ReadonlyMap<string, FileRecord>;
  readonly listing: FileListing;
  readonly withdrawVanished: boolean;
}): { toRead: SourceFile[]; vanished: string[] } {
  const { known, listing } = given;
  const toRead = listing.files.filter(({ origin, stamp }) => known.get(origin)?.stamp !== stamp);
  if (!given.withdrawVanished) return { toRead, vanished: [] };
  const listed = new Set(listing.files.map(({ origin }) => origin));
  // What lies in a folder that cannot be listed now is not known to be gone.
  const unseen = listing.problems.map(({ origin }) => origin).filter((origin) => origin === '' || origin.endsWith('/'));
  const isGone = (origin: string) =>
    !listed.has(origin) && !isAddedOrigin(origin) && !unseen.some((folder) => origin.startsWith(folder));
  return { toRead, vanished: [...known.keys()].filter(isGone) };
}

/**
 * Whether the store holds the documents that the records of the files name. Two processes that index at the same time
 * can leave it otherwise; it costs little to see.
 */
async function isComplete(store: KnowledgeStore, known: ReadonlyMap<string, FileRecord>): Promise<boolean> {
  const named = new Set<string>();
  for (const { documentIds } of known.values()) for (const id of documentIds) named.add(id);
  return named.size === (await store.counts()).documents;
}

/** Reads a file, puts what is new in it, and gives its record. */
async function readFile(
  deps: {
    readonly claims: IdClaims;
    readonly held: ReadonlyMap<string, DocumentSummary>;
    readonly writer: ChangeWriter;
    readonly statements: boolean;
    readonly signal?: AbortSignal;
    readonly onDocument: () => void;
    /** Documents with other ids are passed over. */
    readonly onlyIds?: ReadonlySet<string>;
  },
  file: SourceFile,
): Promise<FileRecord> {
  const { origin, stamp } = file;
  const { claims, held, writer } = deps;
  const ids = new Set<string>();
  const problems: SourceProblem[] = [];
  for await (const item of file.read()) {
    deps.signal?.throwIfAborted();
    if (item.kind === 'problem') {
      problems.push(item.problem);
      continue;
    }
    const { document } = item;
    if (deps.onlyIds?.has(document.id) === false) continue;
    const refusal = claims.claim(document);
    if (refusal !== undefined) {
      problems.push(refusal);
      ids.add(document.id);
      continue;
    }
    const before = held.get(document.id);
    if (before?.contentHash === document.contentHash && before.origin === origin) {
      ids.add(document.id);
      continue;
    }
    const analysed = tryAnalyse(document, deps.statements);
    if ('problem' in analysed) {
      claims.release([document.id], origin);
      problems.push(analysed);
      continue;
    }
    ids.add(document.id);
    await writer.put(analysed);
    deps.onDocument();
  }
  const record = { origin, stamp: problems.some(mayPass) ? STAMP_TO_READ : stamp, documentIds: [...ids] };
  return problems.length === 0 ? record : { ...record, problems };
}

/** A problem of the whole file (no right to read it, a disk that fails) may be mended without a change to the file. */
function mayPass({ effect, line, field }: SourceProblem): boolean {
  return effect === 'skipped' && line === undefined && field === undefined;
}

/** One document that the desk stumbles over must not keep the others out. */
function tryAnalyse(document: SourceDocument, statements: boolean): AnalysedDocument | SourceProblem {
  try {
    return analyseDocument(document, { statements });
  } catch (error) {
    return {
      origin: document.origin,
      problem: `the desk failed on the document "${document.id}": ${messageOf(error)}`,
      mend: 'Please report this with the file.',
      effect: 'skipped',
    };
  }
}

/**
 * Writes every stored document anew when another embedder is in use than the one of the stored vectors, and those that an
 * older desk wrote.
 */
async function renewDocuments({ store, embedder, onProgress }: IngestDeps): Promise<void> {
  const isOtherEmbedder = (await store.embedderName()) !== embedder?.name && (await store.counts()).documents > 0;
  const seqs = isOtherEmbedder ? (await store.listDocuments()).map(({ seq }) => seq) : await store.listOutdated();
  for (let first = 0; first < seqs.length; first += BATCH_DOCUMENTS) {
    const documents = await store.readDocuments(seqs.slice(first, first + BATCH_DOCUMENTS));
    const put = await indexDocuments(documents, embedder);
    await store.applyChange({ put, removeIds: [], embedderName: embedder?.name });
    onProgress?.({ filesDone: 0, filesTotal: 0, documentsDone: first + documents.length });
  }
}
