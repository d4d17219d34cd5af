import { isStopWord, stemWord, tokenise } from '../../core/text/terms.ts';
import type { Language } from '../../core/translated-term.ts';
import {
  type Entry,
  type EntryKind,
  type Lexicon,
  type LexiconMatch,
  type LookedUpWord,
  lookedUpWords,
  type Reading,
} from './lexicon.ts';
import { SMALL_WORDS } from './small-words.ts';
import { type CompoundPart, splitCompound } from './split-compound.ts';
import type { TranslationCollector } from './word-translations.ts';

/** Puts French or German words into English ones, word by word; names and what is not known stay as they are. */
export interface Glosser {
  gloss(text: string): string;
  /** The same for a single word that stands where a verb does. */
  glossVerb(text: string): string;
  /** Words that no list knows, as written. */
  readonly untranslated: ReadonlySet<string>;
}

type Foreign = 'fr' | 'de';
type Word = LookedUpWord & { readonly start: number; readonly end: number; readonly raw: string };

export function createGlosser(language: Foreign, lexicon: Lexicon, collector: TranslationCollector): Glosser {
  const untranslated = new Set<string>();
  const small = SMALL_WORDS[language];

  function put(english: string, sources: readonly Word[], entries: readonly Entry[]): string {
    const words = tokenise(english).flatMap(({ word }) => (isStopWord(word) ? [] : [word]));
    collector.add(words, entries);
    for (const { stem, word, isSmall } of sources) {
      if (isSmall || (sources.length > 1 && words.length !== 1)) continue;
      collector.addSource(words, language, stem);
      collector.addSource(words, 'en', stemWord(word));
    }
    return english;
  }

  function putCompound(word: Word, parts: readonly CompoundPart[]): string {
    const english = parts.map((part) =>
      'modifier' in part ? part.modifier : put(part.entries[0]?.words.en[0] ?? '', [], part.entries),
    );
    const words = tokenise(english.join(' ')).map((one) => one.word);
    collector.addSource(words, language, word.stem);
    return english.join(' ');
  }

  function keep(word: Word, isLikeName: boolean): string {
    if (!isLikeName && !/^\d/.test(word.raw)) untranslated.add(word.raw);
    // The index term of the question's own language must stand beside those of the kept word.
    collector.addSource([word.word], language, word.stem);
    return /^\d/.test(word.raw) ? plainNumber(word.raw, language) : word.raw;
  }

  function glossWords(text: string, asVerb: boolean): string {
    const words = joinSeparated(
      lookedUpWords(text, language).map((word) => ({ ...word, raw: text.slice(word.start, word.end) })),
      language,
      lexicon,
    );
    const pieces: string[] = [];
    for (let at = 0; at < words.length; ) {
      const word = words[at] as Word;
      const english = small.get(word.raw.toLowerCase());
      const match = isForeignTitle(words, at) ? undefined : findMatch(words, at, language, lexicon);
      if (match !== undefined && (english === undefined || match.length > 1)) {
        const sources = words.slice(at, at + match.length);
        pieces.push(
          put(
            plainest(
              match.readings,
              word.word,
              asVerb ? 'verb' : preferredKind(word, language, AUXILIARY.test(words[at - 1]?.raw ?? '')),
            ),
            sources,
            entriesOf(match),
          ),
        );
        at += match.length;
        continue;
      }
      at += 1;
      if (english !== undefined) {
        if (english !== '') pieces.push(word.raw === 'été' && isAfterArticle(words, at - 1) ? 'summer' : english);
        continue;
      }
      const parts = language === 'de' ? splitCompound(word.raw, lexicon) : undefined;
      if (parts !== undefined) pieces.push(putCompound(word, parts));
      else pieces.push(keep(word, isLikeName(word, language)) + joint(text, word, words[at]));
    }
    return tidy(pieces.join(' '));
  }

  return {
    untranslated,
    gloss: (text) => glossWords(text, false),
    glossVerb: (text) => glossWords(text, true),
  };
}

/** The first English word of the likeliest entry: spelled most alike, listed early, of the kind that the capital tells. */
function plainest(all: readonly Reading[], word: string, preferred: EntryKind): string {
  const verbs = preferred === 'verb' ? all.filter(({ entry }) => entry.kind === 'verb') : [];
  const readings = verbs.length > 0 ? verbs : all;
  const doubt = (one: Reading) =>
    DOUBT.spelling * (1 - commonStart(one.word, word) / Math.max(one.word.length, word.length)) +
    DOUBT.place * Math.min(2, one.place) +
    (one.entry.kind === 'term' || one.entry.kind === preferred ? 0 : DOUBT.kind);
  const [best] = [...readings].sort((a, b) => doubt(a) - doubt(b));
  return best?.entry.words.en[0] ?? '';
}

/** What speaks against an entry; only decides which English word stands in the question, all entries are looked for. */
const DOUBT = { spelling: 2, place: 0.7, kind: 0.4 } as const;

const AUXILIARY = /^(?:a|ont|avait|avaient|été|est|sont|sera|seront|va|vont)$/;

function commonStart(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return at;
}

function entriesOf({ readings }: LexiconMatch): Entry[] {
  return [...new Set(readings.map(({ entry }) => entry))];
}

/** What begins at a word; borrowed words may have an English plural ("hyperscalers"). */
function findMatch(words: readonly Word[], at: number, language: Foreign, lexicon: Lexicon): LexiconMatch | undefined {
  const found = withoutSurname(lexicon.match(language, words, at), words, at, language);
  const word = words[at];
  if (found !== undefined || word === undefined || !/\p{L}{4}s$/u.test(word.raw)) return found;
  const singular = word.word.slice(0, -1);
  return lexicon.match(language, [{ word: singular, stem: stemWord(singular, language), isSmall: false }], 0);
}

/**
 * Nothing where a single word is more likely a surname: "François Hollande" is no Dutchman, "Karl Bauer" no farmer. In
 * French any capital inside a question marks a name, unless the list writes the word so; in German the word before must
 * be a name.
 */
function withoutSurname(
  found: LexiconMatch | undefined,
  words: readonly Word[],
  at: number,
  language: Foreign,
): LexiconMatch | undefined {
  const word = words[at];
  const before = words[at - 1];
  if (found === undefined || found.length > 1 || word === undefined || before === undefined) return found;
  if (!/^\p{Lu}\p{Ll}/u.test(word.raw) || !/^\p{Lu}\p{Ll}/u.test(before.raw)) return found;
  const isSpelledSo = found.readings.some((one) => one.entry.kind === 'name' && one.word === word.word);
  if (isSpelledSo) return found;
  return language === 'fr' || FIRST_NAME.test(before.raw) ? undefined : found;
}

/** First names of the German-speaking press; a surname that is also a noun is told by them. */
const FIRST_NAME =
  /^(?:Alexander|Alice|Andrea|Andreas|Angela|Anja|Anke|Anna|Annalena|Anton|Bernd|Bettina|Birgit|Boris|Carla|Carsten|Christian|Christiane|Christine|Christoph|Clara|Claudia|Daniel|Dieter|Dirk|Dorothee|Elke|Erich|Ernst|Eva|Felix|Florian|Frank|Franz|Friedrich|Fritz|Georg|Gerd|Gerhard|Günter|Hans|Heike|Heiko|Heinrich|Helmut|Hendrik|Henning|Holger|Hubertus|Ingo|Jan|Jana|Jens|Joachim|Johanna|Johannes|Jörg|Josef|Julia|Jürgen|Karin|Karl|Karsten|Katarina|Katrin|Klaus|Kristina|Lars|Laura|Lena|Leon|Lisa|Lukas|Manfred|Manuela|Marc|Marco|Maria|Mario|Markus|Martin|Martina|Matthias|Max|Michael|Monika|Nadine|Nancy|Nicole|Nina|Norbert|Olaf|Oliver|Paul|Peter|Petra|Philipp|Ralf|Rainer|Robert|Roland|Rolf|Sabine|Sandra|Saskia|Sebastian|Simon|Stefan|Stephan|Steffen|Susanne|Svenja|Thomas|Thorsten|Tim|Tobias|Tom|Torsten|Udo|Ulrich|Ursula|Uwe|Volker|Walter|Werner|Wolfgang)$/;

/** German writes nouns with a capital; a French word in small letters is sooner a noun than a verb. */
function preferredKind(word: Word, language: Foreign, isAfterAuxiliary: boolean): EntryKind {
  if (/^\p{Lu}/u.test(word.raw)) return language === 'de' ? 'noun' : 'name';
  if (language === 'fr' && isAfterAuxiliary) return 'verb';
  return language === 'de' ? 'verb' : 'noun';
}

/** "Le Monde", "Les Échos": an article with a capital inside a question begins a title. */
function isForeignTitle(words: readonly Word[], at: number): boolean {
  const before = words[at - 1];
  return before !== undefined && at > 1 && /^(?:Le|La|Les)$/.test(before.raw) && /^\p{Lu}/u.test(words[at]?.raw ?? '');
}

/** German nouns that are no names, by their endings. */
const NOUN_ENDING = /(?:ung|ungen|heit|heiten|keit|keiten|schaft|schaften|tät|täten|tion|tionen|ismus|nis|nisse|tum)$/;

function isLikeName(word: Word, language: Foreign): boolean {
  return /^\p{Lu}/u.test(word.raw) && !(language === 'de' && NOUN_ENDING.test(word.raw));
}

function isAfterArticle(words: readonly Word[], at: number): boolean {
  return /^(?:cet|l|en|d|un)$/i.test(words[at - 1]?.raw ?? '');
}

/** "GPT-5" stays in one; everything else is set apart by spaces. */
function joint(text: string, word: Word, next: Word | undefined): string {
  return next !== undefined && next.start === word.end + 1 && /[-&./]/.test(text.charAt(word.end))
    ? `${text.charAt(word.end)}\u2060`
    : '';
}

function plainNumber(raw: string, language: Foreign): string {
  if (language === 'de' && /^\d{1,3}(?:\.\d{3})+$/.test(raw)) return raw.replaceAll('.', '');
  return raw.replace(/,(?=\d{1,2}$)/, '.');
}

/** Prefixes that a German verb leaves at the end of its clause. */
export const PARTICLE =
  /^(?:an|auf|aus|ab|ein|vor|zu|bei|mit|zurück|statt|fest|teil|her|hin|um|durch|bekannt|nach|weiter|unter|voraus|offen|bereit|hervor)$/;

/** "kündigte … an" is read as "ankündigte" when the lexicon knows the two as one verb. */
function joinSeparated(words: readonly Word[], language: Foreign, lexicon: Lexicon): readonly Word[] {
  const last = words.at(-1);
  if (language !== 'de' || last === undefined || words.length < 2 || !PARTICLE.test(last.raw)) return words;
  for (let at = 0; at < words.length - 1; at += 1) {
    const word = words[at] as Word;
    if (word.isSmall || /^\p{Lu}/u.test(word.raw)) continue;
    const joined = last.word + word.word;
    const stem = stemWord(joined, 'de');
    if (lexicon.lookUp('de', stem).length === 0) continue;
    return [
      ...words.slice(0, at),
      { ...word, word: joined, stem, raw: last.raw + word.raw },
      ...words.slice(at + 1, -1),
    ];
  }
  return words;
}

const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December';
const DAYS = 'Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday';

/** Dates and times as English writes them. */
function tidy(english: string): string {
  return english
    .replace(/\u2060 ?/g, '')
    .replace(/\s+/g, ' ')
    .replace(/\b(of|the|in) \1\b/g, '$1')
    .replace(new RegExp(`\\b(?:on )?the (\\d{1,2}) (${MONTHS})\\b`, 'g'), 'on $1 $2')
    .replace(new RegExp(`\\b(in|since|until|of|on) the (${MONTHS}|${DAYS})\\b`, 'g'), '$1 $2')
    .replace(/\b(?:in|during) the (?:year )?(\d{4})\b|\bin year (\d{4})\b/g, 'in $1$2')
    .replace(/\b(?:in |during )?(?:the )?(last|this|next) (year|month|week)\b/g, '$1 $2')
    .trim();
}

/** Whether a word in small letters may be a verb: the lists know it as one, or know it not at all. */
export function isVerb(raw: string, language: Foreign, lexicon: Lexicon): boolean {
  if (!/^\p{Ll}+$/u.test(raw) || SMALL_WORDS[language].has(raw)) return false;
  const [word] = lookedUpWords(raw, language);
  const entries = word === undefined ? [] : lexicon.lookUp(language, word.stem);
  return entries.some(({ kind }) => kind === 'verb') || (entries.length === 0 && language === 'de');
}

/** Words after a question word that belong to its noun: "Quel fournisseur de cloud | exploite …". In code units. */
export function nounPhraseEnd(text: string, language: Language & Foreign, lexicon: Lexicon): number {
  const words = lookedUpWords(text, language).map((word) => ({ ...word, raw: text.slice(word.start, word.end) }));
  let end = 0;
  for (let at = 0; at < words.length; ) {
    const word = words[at] as Word;
    const isInside = at > 0 && /^(?:de|d|des|du)$/i.test(words[at - 1]?.raw ?? '');
    const match = findMatch(words, at, language, lexicon);
    if (at > 0 && !isInside && endsNounPhrase(word, match === undefined ? undefined : entriesOf(match), language))
      break;
    at += Math.max(1, match?.length ?? 1);
    end = words[at - 1]?.end ?? end;
  }
  return end;
}

const LINK = /^(?:de|d|des|du|en|und|et|ou|oder)$/i;

function endsNounPhrase(word: Word, entries: readonly Entry[] | undefined, language: Foreign): boolean {
  if (language === 'fr' && LINK.test(word.raw)) return false;
  if (language === 'de' && /^(?:und|oder)$/.test(word.raw)) return false;
  if (SMALL_WORDS[language].has(word.raw.toLowerCase())) return true;
  if (entries?.every(({ kind }) => kind === 'verb') === true) return !/^\p{Lu}/u.test(word.raw);
  if (entries !== undefined) return entries.some(({ kind }) => kind === 'verb') && !/^\p{Lu}/u.test(word.raw);
  // An unknown word: a verb in small letters, a name in French; German nouns have capitals.
  return language === 'de' ? /^\p{Ll}/u.test(word.raw) : true;
}
