import type { SpeakerIndex } from '../core/ports.ts';
import { isStopWord } from '../core/text/terms.ts';
import type { AliasTable } from './alias-table.ts';
import { demonymsOf } from './demonyms.ts';
import { nameKey, nameWords } from './name-words.ts';
import { createKeyResolver, findKeysOf } from './resolve-keys.ts';
import { foldRole, roleAlternatives } from './role-words.ts';

/** Whom the words of a question may mean. */
export interface FoundSpeaker {
  /** Keys of the entities, as `KeyResolver.entityOf` gives them; empty when nobody of that name speaks. */
  readonly entities: ReadonlySet<string>;
  /** Keys of them all, and of posts without a body. */
  readonly keys: readonly string[];
}

/** Keys looked at for a name: a name that fits more names nobody in particular. */
const MOST_KEYS = 400;
/** Entities whose other names are gathered too. */
const MOST_ENTITIES = 24;
const MOST_WORDS = 4_000;
/** Words that say nothing of who it is. */
const EMPTY_WORDS: ReadonlySet<string> = new Set(
  'company firm group agency office mr mrs ms dr prof former current then'.split(' '),
);
/** Shorter words differ from one another by a letter too often. */
const LEAST_MISSPELT_LETTERS = 5;

/**
 * Finds the speakers that the words of a question name ("Klaba", "OVHcloud's CEO", "the French prime minister", "OPM"):
 * those with every telling word in name, role or organisation. One wrong letter is forgiven where nobody fits otherwise.
 */
export async function findSpeaker(
  asked: string,
  deps: { readonly speakers: SpeakerIndex; readonly aliases: AliasTable },
): Promise<FoundSpeaker> {
  const { speakers, aliases } = deps;
  const whole = nameKey(asked);
  if (whole === '') return { entities: new Set(), keys: [] };
  const entities = new Set<string>();
  const byFile = aliases.entityOf(whole);
  if (byFile !== undefined) entities.add(byFile);
  const found = await findByWords(asked, speakers);
  for (const { from, to } of await speakers.findLinks({ from: [whole] })) if (from !== to) found.push(to, from);
  const resolver = await createKeyResolver(found, deps);
  for (const key of found) {
    const entity = resolver.entityOf(key);
    if (entity !== undefined) entities.add(entity);
  }
  const keys = new Set(found);
  if (entities.size <= MOST_ENTITIES) {
    for (const entity of entities) for (const key of await findKeysOf(entity, deps)) keys.add(key);
  }
  return { entities, keys: [...keys] };
}

async function findByWords(asked: string, speakers: SpeakerIndex): Promise<string[]> {
  const words = [...new Set(nameWords(foldRole(asked)))].filter((word) => !isStopWord(word));
  const telling = words.filter((word) => !EMPTY_WORDS.has(word));
  if (telling.length === 0) return [];
  const alternatives = telling.map(formsOf);
  const exact = await speakers.findKeys({ words: alternatives, limit: MOST_KEYS });
  if (exact.length > 0) return exact;
  const mended: string[][] = [];
  for (const [at, word] of telling.entries())
    mended.push([...(alternatives[at] ?? []), ...(await nearWords(word, speakers))]);
  return speakers.findKeys({ words: mended, limit: MOST_KEYS });
}

/** The word, its singular or plural, the country of an adjective. */
function formsOf(word: string): string[] {
  return [
    ...new Set([
      word,
      ...(word.length > 4 && word.endsWith('s') ? [word.slice(0, -1)] : [`${word}s`]),
      ...demonymsOf(word),
      ...roleAlternatives(word),
    ]),
  ];
}

async function nearWords(word: string, speakers: SpeakerIndex): Promise<string[]> {
  if (word.length < LEAST_MISSPELT_LETTERS) return [];
  const known = await speakers.findWords({ begin: word.slice(0, 2), limit: MOST_WORDS });
  return known.filter((other) => isOneEditAway(word, other));
}

/** One letter put in, left out, changed, or two neighbours swapped. */
export function isOneEditAway(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false;
  let from = 0;
  while (from < a.length && a[from] === b[from]) from += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - from && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const [left, right] = [a.slice(from, a.length - end), b.slice(from, b.length - end)];
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
