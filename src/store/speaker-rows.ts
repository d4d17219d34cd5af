import { z } from 'zod';
import type { AnalysedDocument } from '../core/document.ts';
import type { DocumentSpeakers, SpeakerEntry } from '../core/entity.ts';
import { encodeUtf8, type Queries, Utf8 } from './database.ts';

/** Writes who speaks in a document. `known` are the words of the change so far, to write each once. */
export async function insertSpeakers(
  queries: Queries,
  document: { readonly seq: number; readonly about: AnalysedDocument; readonly speakers: DocumentSpeakers },
  known: Set<string>,
): Promise<void> {
  const { seq, about, speakers } = document;
  const published = comparableDate(about.published);
  for (const entry of speakers.entries) {
    await queries.run(
      `INSERT INTO speakers (seq, key, published, kind, name, alias, role, organisation, statements, words)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        seq,
        entry.key,
        published,
        entry.kind,
        encodeUtf8(entry.name),
        encodeUtf8(entry.alias),
        entry.role === undefined ? null : encodeUtf8(entry.role),
        entry.organisation === undefined ? null : encodeUtf8(entry.organisation),
        entry.statements,
        entry.words.join(' '),
      ],
    );
    await insertWords(queries, entry, known);
  }
  for (const { from, to } of speakers.links) {
    await queries.run('INSERT INTO speaker_links (seq, from_key, to_key) VALUES ($1, $2, $3)', [seq, from, to]);
  }
}

/** A date that is compared as text; another is as good as none. */
function comparableDate(published: string | undefined): string {
  return published !== undefined && /^\d{4}(?:-\d\d(?:-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?)?)?$/.test(published)
    ? published
    : '';
}

async function insertWords(
  queries: Queries,
  { key, words }: Pick<SpeakerEntry, 'key' | 'words'>,
  known: Set<string>,
): Promise<void> {
  for (const word of words) {
    const mark = `${word} ${key}`;
    if (word === '' || known.has(mark)) continue;
    known.add(mark);
    await queries.run('INSERT INTO speaker_words (word, key) VALUES ($1, $2) ON CONFLICT (word, key) DO NOTHING', [
      word,
      key,
    ]);
  }
}

/** Deletes what documents say of their speakers; a word stays only where another document has it too. */
export async function deleteSpeakers(queries: Queries, seqs: readonly number[]): Promise<void> {
  const keys = new Set<string>();
  for (const seq of seqs) {
    const rows = await queries.all('SELECT DISTINCT CAST(key AS BLOB) AS key FROM speakers WHERE seq = $1', [seq]);
    for (const row of rows) keys.add(KeyRow.parse(row).key);
    await queries.run('DELETE FROM speakers WHERE seq = $1', [seq]);
    await queries.run('DELETE FROM speaker_links WHERE seq = $1', [seq]);
  }
  for (const key of keys) {
    await queries.run('DELETE FROM speaker_words WHERE key = $1', [key]);
    const left = await queries.all('SELECT DISTINCT CAST(words AS BLOB) AS words FROM speakers WHERE key = $1', [key]);
    const known = new Set<string>();
    for (const row of left) await insertWords(queries, { key, words: WordsRow.parse(row).words.split(' ') }, known);
  }
}

const KeyRow = z.object({ key: Utf8 });
const WordsRow = z.object({ words: Utf8 });
