import type { AnalysedDocument } from '../core/document.ts';
import type { DocumentSpeakers, SpeakerEntry, SpeakerLink } from '../core/entity.ts';
import type { Statement } from '../core/statement.ts';
import { foldWhiteSpace } from '../core/text/span.ts';
import { isStopWord, tokenise } from '../core/text/terms.ts';
import { nameKey, nameWords } from './name-words.ts';
import { isSinglePost, roleWords, splitRoles } from './role-words.ts';
import { createSpeakerKeys, POST_SIGN, type SpeakerKeys } from './speaker-key.ts';

/** Reads who speaks in a document, and what it says about which names mean the same. Linear in its statements. */
export function readSpeakers(document: AnalysedDocument): DocumentSpeakers {
  if (document.statements.length === 0) return NOBODY;
  const keys = createSpeakerKeys(document);
  const entries = new Map<string, SpeakerEntry>();
  const links = new Map<string, SpeakerLink>();
  const link = (from: string, to: string) => void links.set(`${from}\n${to}`, { from, to });
  for (const statement of document.statements) {
    const entry = readEntry(statement, keys);
    if (entry === undefined) continue;
    const mark = [entry.key, entry.name, entry.alias, entry.role, entry.organisation].join('\n');
    const known = entries.get(mark);
    entries.set(mark, known === undefined ? entry : { ...known, statements: known.statements + 1 });
    const body = nameKey(entry.organisation ?? '');
    if (body !== '' && keys.isBody(entry.organisation ?? '')) link(body, body);
    if (entry.kind === 'body' && entry.name !== '') link(entry.key, entry.key);
    if (entry.kind === 'body' || entry.name === '' || body === '' || entry.role === undefined) continue;
    for (const role of splitRoles(entry.role)) if (isSinglePost(role)) link(`${body}${POST_SIGN}${role}`, entry.key);
  }
  for (const { short, long } of keys.abbreviations) link(short, long);
  return { entries: [...entries.values()], links: [...links.values()] };
}

const NOBODY: DocumentSpeakers = { entries: [], links: [] };

function readEntry(statement: Statement, keys: SpeakerKeys): SpeakerEntry | undefined {
  const { speaker } = statement;
  if (speaker === undefined) return undefined;
  const key = keys.keyOf(speaker);
  if (key === undefined) return undefined;
  const { name = '', role, organisation } = speaker;
  const alias = aliasOf(speaker.text, name);
  const words = [
    ...nameWords(name === '' && role === undefined ? (organisation ?? '') : name),
    ...tokenise(`${alias} ${organisation ?? ''}`).map(({ word }) => word),
    ...roleWords(role ?? ''),
    ...(key.includes(POST_SIGN) ? [] : key.split('@', 1).join('').split(' ')),
  ];
  return {
    key,
    kind: keys.kindOf(speaker),
    name: name === '' && role === undefined ? (organisation ?? '') : name,
    alias,
    ...(role === undefined ? {} : { role }),
    ...(organisation === undefined ? {} : { organisation }),
    statements: 1,
    words: [...new Set(words.filter((word) => !isStopWord(word) && word.length <= LONGEST_WORD))],
  };
}

const LONGEST_WORD = 64;
const LONGEST_ALIAS = 60;

/**
 * The words at the place, where they name the speaker in another way: "Klaba", "OPM", "OVHcloud's CEO". "he", "the
 * company" and "the analyst" name anybody, and "officials of the Commission" somebody else.
 */
function aliasOf(text: string, name: string): string {
  const words = foldWhiteSpace(text).replace(/[’']s$/u, '');
  if (words === name || words.length > LONGEST_ALIAS || !/(?:^|\s)\p{Lu}/u.test(words)) return '';
  if (/[,;:()"“”\d]|\b(?:and|or|on|in|to|for|from|with|by|et|und)\b/.test(words)) return '';
  const own = new Set(nameWords(name));
  const last = nameWords(words).at(-1) ?? '';
  if (own.has(last)) return words;
  if (/^\p{Lu}[\p{Lu}.&]+$/u.test(words)) return words;
  return roleWords(words).some((word) => POST_WORDS.has(word)) && /\p{Lu}/u.test(words.replace(/^\S/u, ''))
    ? words
    : '';
}

/** Words of which one makes a description a post. As `foldRole` folds them. */
const POST_WORDS: ReadonlySet<string> = new Set(
  `ceo cfo cto coo ciso cio chairman president founder cofounder minister commissioner chancellor premier governor senator
  mayor secretary director king queen pope leader head chief analyst boss`.split(/\s+/),
);
