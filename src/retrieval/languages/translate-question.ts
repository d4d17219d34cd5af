import type { WordKnowledge } from '../../core/ports.ts';
import type { Language } from '../../core/translated-term.ts';
import { detectLanguage } from './detect-language.ts';
import { FRENCH_COURTESY, FRENCH_DEMANDS, FRENCH_FRAMES, FRENCH_OPENINGS } from './french-question.ts';
import { GERMAN_COURTESY, GERMAN_DEMANDS, GERMAN_FRAMES, GERMAN_OPENINGS } from './german-question.ts';
import { createGlosser, type Glosser, nounPhraseEnd } from './gloss.ts';
import { LANGUAGES, type Lexicon } from './lexicon.ts';
import { orderClause, orderDeed, withoutInversion } from './order-clause.ts';
import { createTranslationCollector, type Translations, translateWords } from './word-translations.ts';

/** A question as the desk's English reading takes it, and what its words are called elsewhere. */
export interface TranslatedQuestion {
  readonly language: Language;
  readonly original: string;
  /** The question itself when it is English. */
  readonly english: string;
  /** Words that no list knows, as written; names and numbers are left out. Empty for English. */
  readonly untranslated: readonly string[];
  /** For the folded words of `english`: their index terms in other languages, and other English words for the same. */
  readonly translations: ReadonlyMap<string, Translations>;
  /** English phrases of the question in small letters, with what else they are called as a whole. */
  readonly names: ReadonlyMap<string, readonly string[]>;
}

/**
 * Puts a French or German question into English: its frame ("Que pense X de Y ?") by structure, its words by the lists.
 * Names, numbers and unknown words stay. Made for reading the question, not for people: it may be clumsy.
 */
export function translateQuestion(original: string, lexicon: Lexicon, knowledge?: WordKnowledge): TranslatedQuestion {
  if (original.length > LONGEST_TRANSLATED)
    return { language: 'en', original, english: original, untranslated: [], translations: new Map(), names: new Map() };
  const language = detectLanguage(original, lexicon, knowledge);
  if (language === 'en') {
    const words = translateWords(original, lexicon);
    return {
      language,
      original,
      english: original,
      untranslated: [],
      translations: words.result(),
      names: words.names(),
    };
  }
  const collector = createTranslationCollector(lexicon, LANGUAGES);
  const glosser = createGlosser(language, lexicon, collector);
  const grammar = GRAMMARS[language];
  const body = prepare(original, language);
  const demand = grammar.demands.find(([pattern]) => pattern.test(body));
  const question = body.replace(grammar.courtesy, '');
  const english =
    demand === undefined
      ? readWhole(lowerFirst(question, language), { language, lexicon, glosser })
      : `${demand[1]} ${glosser.gloss(body.replace(demand[0], ''))}`;
  return {
    language,
    original,
    english: english.replace(/\b(of|the|in|does|did) \1\b/g, '$1').replace(/\s+/g, ' '),
    untranslated: [...glosser.untranslated],
    // The frames bring English words of their own ("How much cost …").
    translations: new Map([...translateWords(english, lexicon).result(), ...collector.result()]),
    names: collector.names(),
  };
}

/** Longer texts are no questions that could be read by their structure. Code units. */
const LONGEST_TRANSLATED = 600;

type Foreign = 'fr' | 'de';

const GRAMMARS = {
  fr: { frames: FRENCH_FRAMES, openings: FRENCH_OPENINGS, courtesy: FRENCH_COURTESY, demands: FRENCH_DEMANDS },
  de: { frames: GERMAN_FRAMES, openings: GERMAN_OPENINGS, courtesy: GERMAN_COURTESY, demands: GERMAN_DEMANDS },
} as const;

interface Means {
  readonly language: Foreign;
  readonly lexicon: Lexicon;
  readonly glosser: Glosser;
}

/** Typographic signs made plain, elided words set apart ("l'IA" becomes "l' IA"), end marks off. */
function prepare(text: string, language: Foreign): string {
  const plain = text
    .replace(/[’ʼ`´]/g, "'")
    .replace(/[«»“”„"]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/[\s?!.…]+$/u, '')
    .trim();
  if (language === 'de') return plain;
  return plain.replace(/(?<![\p{L}-])([ldsncjmt]|qu|jusqu|lorsqu|puisqu)'(?=[\p{L}\p{N}])/giu, "$1' ");
}

/** The capital with which a question begins says nothing, unless a name begins it. */
function lowerFirst(text: string, language: Foreign): string {
  const word = /^[\p{L}'-]+/u.exec(text)?.[0] ?? '';
  return OPENING_WORDS[language].test(word) ? word.toLowerCase() + text.slice(word.length) : text;
}

const OPENING_WORDS: Readonly<Record<Foreign, RegExp>> = {
  fr: /^(?:qui|que|qu'?|quel(?:le)?s?|quoi|combien|pourquoi|pour|quand|où|comment|est-ce|selon|d'?|à|a|au|aux|de|du|des|depuis|dans|en|avec|par|sur|chez|contre|jusqu'?|le|la|les|l'?|ce|cette|ces|et|mais|un|une|compare[rz]?|toutes)$/iu,
  de: /^(?:wer|was|wann|wo|wohin|woher|warum|weshalb|wieso|wie|wieviele?|welche[rsmn]?|wem|wen|wessen|womit|wofür|worüber|woran|worauf|worin|wogegen|wovor|wovon|wodurch|woraus|wozu|laut|nach|gemäß|in|im|am|an|auf|aus|bei|mit|von|für|um|seit|bis|ab|zu|über|unter|durch|gegen|der|die|das|den|dem|ein|eine|ist|sind|war|waren|hat|haben|hatte|hatten|wird|werden|will|wollen|wurde|wurden|kann|können|darf|dürfen|soll|sollen|sollte|muss|müssen|gibt|gab|und|aber|stimmen|widersprechen|vergleiche|vergleichen|äußert|äußerte|äußerten|sagt|sagte|spricht|sprach|redet)$/iu,
};

function readWhole(question: string, means: Means): string {
  const { frames, openings } = GRAMMARS[means.language];
  const of = (text: string | undefined) => means.glosser.gloss(withoutInversion(text ?? ''));
  for (const { pattern, english } of frames) {
    const match = pattern.exec(question);
    if (match !== null)
      return english(match.groups ?? {}, of, (text) => readWhole(lowerFirst(text ?? '', means.language), means));
  }
  for (const { pattern, english, takesNoun } of openings) {
    const match = pattern.exec(question);
    if (match === null) continue;
    const rest = question.slice(match[0].length).trim();
    if (english === 'Who') return `Who ${orderDeed(rest, means.language, means)}?`;
    if (takesNoun !== true) return `${english} ${orderClause(rest, means.language, means)}?`;
    const end = nounPhraseEnd(rest, means.language, means.lexicon);
    const noun = means.glosser.gloss(rest.slice(0, end));
    const clause = orderClause(rest.slice(end).trim(), means.language, means);
    return `${english} ${noun} ${AUXILIARY.test(clause) ? '' : 'does '}${clause}?`;
  }
  const inverted = INVERTED.exec(question);
  if (means.language === 'fr' && inverted !== null) return `Does ${of(question)}?`;
  return of(question);
}

/** "La Commission veut-elle …": a question without a question word. */
const AUXILIARY = /^(?:did|does|is|are|was|were|will|can|should|must|may|has|have|had) /;
const INVERTED = /\p{L}-(?:t-)?(?:il|elle|ils|elles|on|vous)(?!\p{L})/u;
