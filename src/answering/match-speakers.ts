import type { SpeakerIdentity, Statement } from '../core/statement.ts';
import { foldWord, isStopWord, stemWord, tokenise } from '../core/text/terms.ts';
import { demonymsOf } from '../entities/demonyms.ts';
import { foldRole, roleAlternatives } from '../entities/role-words.ts';
import { editDistanceIsOne } from './match-terms.ts';

/** Words of a speaker's description that name nobody. */
const DESCRIPTION_WORDS: ReadonlySet<string> = new Set(
  'analyst analysts research researcher company firm group institute agency office the and its mr mrs ms dr prof professor sir madam'.split(
    ' ',
  ),
);
/** Titles that a question may set before a name though the document does not. */
const TITLES: ReadonlySet<string> = new Set(
  'president vice prime minister chancellor premier senator representative governor secretary commissioner mayor judge justice general king queen pope ceo chairman'.split(
    ' ',
  ),
);

/**
 * Whether the words of a question ("Forrester", "OVHcloud's CEO", "commerce secretary", "Gogia") name this speaker:
 * every telling word must stand in the name, the role or the organisation, and at least one in name or organisation,
 * or all in the role. One wrong letter is forgiven in long words.
 */
export function isSpeakerNamed(
  asked: string,
  speaker: SpeakerIdentity,
  /** Index terms of what a word is called in the language of the speaker's document. */
  abroad: (word: string) => readonly string[] = () => [],
): boolean {
  const words = tellingWords(asked);
  if (words.length === 0) return false;
  const { name, role, organisation } = speakerWords(speaker);
  const isHeld = (held: readonly string[], word: string) => holds(held, word) || holdsStem(held, abroad(word));
  const isByName = words.some((word) => !TITLES.has(word) && holds(name, word));
  let inNameOrOrganisation = 0;
  let inRole = 0;
  for (const word of words) {
    if (isHeld(name, word) || isHeld(organisation, word)) inNameOrOrganisation += 1;
    else if (isHeld(role, word) || roleAlternatives(word).some((other) => role.includes(other))) inRole += 1;
    else if (!DESCRIPTION_WORDS.has(word) && !(isByName && TITLES.has(word) && role.length === 0)) return false;
  }
  return inNameOrOrganisation > 0 || inRole === words.length;
}

interface SpeakerWords {
  readonly name: readonly string[];
  readonly role: readonly string[];
  readonly organisation: readonly string[];
}

/** Kept by speaker: a document that is asked about again has the same ones. */
const wordsOfSpeakers = new WeakMap<SpeakerIdentity, SpeakerWords>();

function speakerWords(speaker: SpeakerIdentity): SpeakerWords {
  const known = wordsOfSpeakers.get(speaker);
  if (known !== undefined) return known;
  const words = {
    name: wordsOf(speaker.name),
    role: [...wordsOf(speaker.role), ...wordsOf(foldRole(speaker.role ?? ''))],
    organisation: wordsOf(speaker.organisation).flatMap((word) => [word, ...demonymsOf(word)]),
  };
  wordsOfSpeakers.set(speaker, words);
  return words;
}

/** Whether an outlet is the one named. */
export function isOutletNamed(asked: string, outlet: string | undefined): boolean {
  const words = tellingWords(asked);
  const held = wordsOf(outlet);
  return words.length > 0 && words.every((word) => holds(held, word));
}

function tellingWords(text: string): string[] {
  return tokenise(text).flatMap(({ word }) => (isStopWord(word) ? [] : [word]));
}

function wordsOf(text: string | undefined): string[] {
  return text === undefined ? [] : tokenise(text).map(({ word }) => word);
}

function holds(words: readonly string[], word: string): boolean {
  return words.some((other) => other === word || stemWord(other) === stemWord(word) || isMisspelt(word, other));
}

function holdsStem(words: readonly string[], stems: readonly string[]): boolean {
  return (
    stems.length > 0 && words.some((word) => ['fr', 'de', 'en'].some((one) => stems.includes(stemWord(word, one))))
  );
}

/** Shorter names differ from one another by a letter too often. */
const LEAST_MISSPELT_LETTERS = 6;

/** One letter wrong inside a long name; the first letter is never the wrong one ("Gartner" is not "Partner"). */
function isMisspelt(word: string, other: string): boolean {
  return word.length >= LEAST_MISSPELT_LETTERS && word[0] === other[0] && editDistanceIsOne(word, other);
}

// ------------------------------------------------------------------- classes

const ANALYST_HOUSE =
  /\b(?:research|forrester|gartner|idc|advisory|consult\w*|analytics|insights?|intelligence|institute|think ?tank)\b/i;
const CLASS_TESTS: readonly { words: RegExp; test: (speaker: SpeakerIdentity) => boolean }[] = [
  { words: /^analysts?$/, test: (s) => isAnalyst(s) },
  {
    words: /^(?:experts?|researchers?|academics|professors?|observers|economists?)$/,
    test: (s) =>
      isAnalyst(s) ||
      /\b(?:professor|researcher|scholar|scientist|economist|expert|fellow|director of research)\b/i.test(s.role ?? ''),
  },
  {
    words: /^(?:officials?|politicians?|ministers?|lawmakers|regulators?)$/,
    test: (s) =>
      /\b(?:secretary|minister|commissioner|president|chancellor|senator|congress\w*|governor|mayor|mep|mp|official|representative|ambassador|regulator|spokes\w+)\b/i.test(
        s.role ?? '',
      ) ||
      /\b(?:commission|parliament|government|ministry|council|department|agency|authority|white house|administration)\b/i.test(
        s.name ?? s.organisation ?? '',
      ),
  },
  {
    words: /^(?:executives?|ceos?|founders?)$/,
    test: (s) =>
      /\b(?:ceo|cto|cfo|coo|chief|founder|co-founder|president|chair\w*|executive|director|head|partner)\b/i.test(
        s.role ?? '',
      ),
  },
  {
    words: /^leaders?$/,
    test: (s) =>
      /\b(?:leader|president|chancellor|premier|prime minister|minister|chief|head|chair\w*|ceo)\b/i.test(s.role ?? ''),
  },
  { words: /^(?:companies|vendors?)$/, test: (s) => s.name !== undefined && s.role === undefined && !isAnalyst(s) },
  { words: /^(?:people|persons?|speakers?|industry figures|critics)$/, test: () => true },
];

function isAnalyst(speaker: SpeakerIdentity): boolean {
  return (
    /\banalyst/i.test(speaker.role ?? '') ||
    (speaker.role !== undefined && ANALYST_HOUSE.test(speaker.organisation ?? ''))
  );
}

/** Whether a speaker belongs to a class of people ("analysts", "officials"); unknown classes are looked for in the role. */
export function isSpeakerOfClass(asked: string, speaker: SpeakerIdentity): boolean {
  const known = CLASS_TESTS.find(({ words }) => words.test(asked));
  if (known !== undefined) return known.test(speaker);
  return holds(wordsOf(speaker.role), foldWord(asked));
}

// ------------------------------------------------------------------ wording

/** "Charlie Dai, Principal Analyst at Forrester"; as much of it as is known. */
export function describeSpeaker(speaker: SpeakerIdentity): string {
  const { name, role, organisation } = speaker;
  const post =
    role !== undefined && organisation !== undefined
      ? `${role} ${/\bof$/.test(role) ? '' : linkWord(role)} ${organisation}`.replace('  ', ' ')
      : (role ?? organisation);
  if (name === undefined) return post ?? '';
  return post === undefined || post === name ? name : `${name}, ${post}`;
}

function linkWord(role: string): string {
  return /\b(?:ceo|cto|cfo|coo|founder|president|chair\w*|director|head|minister|secretary)$/i.test(role) ? 'of' : 'at';
}

/** One key per person or body, for counting and for keeping answers free of repeats. */
export function speakerKey(statement: Statement): string {
  const { speaker } = statement;
  return (speaker?.name ?? speaker?.organisation ?? speaker?.role ?? '').toLowerCase();
}
