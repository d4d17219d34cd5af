import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { isMap, isScalar, LineCounter, type Pair, parseDocument } from 'yaml';
import { messageOf } from '../core/errors.ts';
import type { SourceProblem } from '../core/ports.ts';
import type { Language, TranslatedTerm } from '../core/translated-term.ts';
import { noted } from './source-problem.ts';

/** The field's terms as a person wrote them. */
export interface TermsFile {
  readonly terms: readonly TranslatedTerm[];
  /** One for each line that is not used; the others are. */
  readonly problems: readonly SourceProblem[];
  /** Changes with the file; `undefined` when there is none. */
  readonly stamp: string | undefined;
}

export const TERMS_FILE = 'terms.yaml';
/** Larger files are no list of terms. */
const LARGEST_BYTES = 2_000_000;
const LONGEST_TERM = 200;
const HOW = 'Write one term a line: "English: { fr: French, de: German }", other words for the same after " / ".';

/** The stamp of a terms file without reading it. */
export async function stampOfTermsFile(path: string): Promise<string | undefined> {
  try {
    const stats = await stat(path, { bigint: true });
    return stats.isFile() ? `${stats.size}:${stats.mtimeNs}` : undefined;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** Reads the terms file; a missing one is no problem and has no terms. Never throws for what stands in it. */
export async function readTermsFile(path: string): Promise<TermsFile> {
  const origin = basename(path);
  try {
    const stamp = await stampOfTermsFile(path);
    if (stamp === undefined) return { terms: [], problems: [], stamp };
    if (Number(stamp.split(':')[0]) > LARGEST_BYTES) {
      const problem = `it is larger than ${LARGEST_BYTES / 1_000_000} MB and is not read`;
      return { terms: [], problems: [noted({ origin, problem, mend: HOW })], stamp };
    }
    return { ...parseTerms(await readFile(path, 'utf8'), origin), stamp };
  } catch (error) {
    if (isMissing(error)) return { terms: [], problems: [], stamp: undefined };
    const problem = `it cannot be read: ${messageOf(error)}`;
    return {
      terms: [],
      problems: [noted({ origin, problem, mend: 'Give the desk the right to read it.' })],
      stamp: '',
    };
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}

/** Reads the lines of a terms file. A line that cannot be used is told with its number and left out. */
export function parseTerms(text: string, origin: string): Omit<TermsFile, 'stamp'> {
  const lineCounter = new LineCounter();
  const yaml = parseDocument(text.replace(/^\uFEFF/, ''), {
    schema: 'failsafe',
    prettyErrors: false,
    lineCounter,
    uniqueKeys: false,
  });
  const lineAt = (offset: number | undefined) => lineCounter.linePos(offset ?? 0).line;
  const problems: SourceProblem[] = [];
  const tell = (line: number, problem: string, mend = HOW) => problems.push(noted({ origin, line, problem, mend }));
  const fault = yaml.errors[0];
  if (fault !== undefined) {
    tell(lineAt(fault.pos[0]), `it is not valid YAML and none of its terms is used: ${fault.message}`);
    return { terms: [], problems };
  }
  if (yaml.contents === null) return { terms: [], problems };
  if (!isMap(yaml.contents)) {
    tell(1, 'it is not a list of terms');
    return { terms: [], problems };
  }
  const terms: TranslatedTerm[] = [];
  const seen = new Map<string, number>();
  for (const pair of yaml.contents.items) {
    const line = lineAt(isScalar(pair.key) ? pair.key.range?.[0] : undefined);
    const term = readTerm(pair, (problem) => tell(line, problem));
    if (term === undefined) continue;
    const name = (term.en[0] ?? '').toLowerCase();
    const earlier = seen.get(name);
    if (earlier !== undefined)
      tell(line, `"${term.en[0]}" stands on line ${earlier} already; both are used`, 'Join the two lines.');
    else seen.set(name, line);
    terms.push(term);
  }
  return { terms, problems };
}

function readTerm(pair: Pair<unknown, unknown>, tell: (problem: string) => void): TranslatedTerm | undefined {
  const english = isScalar(pair.key) ? wordsOf(String(pair.key.value)) : [];
  if (english.length === 0) {
    tell('the English term is missing');
    return undefined;
  }
  const named = `"${english[0]}"`;
  if (!isMap(pair.value)) {
    tell(`${named} has no "{ fr: …, de: … }" behind it`);
    return undefined;
  }
  const found: Record<Language, readonly string[]> = { en: english, fr: [], de: [] };
  for (const { key, value } of pair.value.items) {
    const language = isScalar(key) ? String(key.value) : '';
    if (language !== 'fr' && language !== 'de') tell(`${named} has a language "${language}"; fr and de are known`);
    else if (!isScalar(value)) tell(`${named} has no single text for "${language}"`);
    else found[language] = wordsOf(String(value.value ?? ''));
  }
  if (found.fr.length === 0 && found.de.length === 0) {
    tell(`${named} has neither a French nor a German word`);
    return undefined;
  }
  const long = [...found.en, ...found.fr, ...found.de].find((word) => word.length > LONGEST_TERM);
  if (long !== undefined) {
    tell(`${named} has a word of ${long.length} characters; up to ${LONGEST_TERM} are read`);
    return undefined;
  }
  return found;
}

/** The words between " / " that hold a letter or digit. */
function wordsOf(text: string): string[] {
  return text
    .split(/\s+\/\s+/)
    .map((word) => word.replace(/\s+/g, ' ').trim())
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
}
