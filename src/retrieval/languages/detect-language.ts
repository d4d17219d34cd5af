import type { WordKnowledge } from '../../core/ports.ts';
import type { Language } from '../../core/translated-term.ts';
import { LANGUAGES, type Lexicon, lookedUpWords } from './lexicon.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Small words that stand in one of the languages only, as written in small letters. */
const OWN_WORDS: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: words(`the of what who whom whose when why how which did does do is are were has have had and to for about say says
    said that with by from would should could can there their its it this these those any between into not be been at
    anyone they he she his her if`),
  fr: words(`le la les des du une un est sont dans avec qui que quoi quel quelle quels quelles combien pourquoi quand où
    selon au aux ce cette ces il elle ils elles leur leurs et ou mais qu à été ont dit pense était sur sera fait t-il
    t-elle d l s c n est-ce sa ses chez vers depuis entre d'après`),
  de: words(`der das dem und ist sind wer wann warum wieso weshalb wie wo welche welcher welches welchen ein eine einen
    einem einer zu zum zur von vom für über mit nach bei aus nicht hat haben hatte wird werden wurde sich laut gegen seit
    ob dass daß hält sagt sagte sagten gesagt meint im wieviel wem wen womit wofür worüber woran wovor worauf`),
};
/** With these a question begins. */
const OPENINGS: Readonly<Record<Language, RegExp>> = {
  en: /^(?:what|who|whom|whose|when|where|why|how|which|did|does|do|is|are|has|have)\b/i,
  fr: /^(?:qui|qu['’]|que|quel(?:le)?s?|combien|pourquoi|quand|où|est-ce|selon|d['’]après|à qui|depuis quand|dans quel)(?!\p{L})/iu,
  de: /^(?:wer|wann|warum|wieso|weshalb|wie|wo|wohin|woher|welche[rsnm]?|laut|wem|wen|hat|haben|ist|sind|wird|wurde|seit wann|in welche[mrn])(?!\p{L})/iu,
};
const OPENING_WEIGHT = 1.5;
/** English words that are none in the other languages: one of them outweighs a chance likeness. */
const ENGLISH_ONLY = words('the did does what which who why how of whether that would could should');
const ENGLISH_ONLY_WEIGHT = 3;
/** A word that only one of the lists knows tells less than a small word, and a short one less still: names look like anything. */
const LISTED_WEIGHT = { long: 0.6, short: 0.35 } as const;
const LONG_WORD = 6;
/** "hat" and "hat", "will" and "will": small words of one language that are others' words. */
const DOUBTFUL = words('hat den wen wem ob am la les des du et on sur on est dans');
const DOUBTFUL_WEIGHT = 0.5;
const LETTER_WEIGHT = 0.5;
/** Words more frequent in English than this are English, whatever else they are. */
const RANK_OF_ENGLISH = 30_000;
/** What must speak for French or German. */
const LEAST_EVIDENCE = 0.6;

/**
 * The language of a question, by how it opens, its small words, its letters and the lists. English unless another
 * language has more for it: an English question must never be put into English.
 */
export function detectLanguage(text: string, lexicon: Lexicon, knowledge?: WordKnowledge): Language {
  const score: Record<Language, number> = { en: 0, fr: 0, de: 0 };
  for (const language of LANGUAGES) if (OPENINGS[language].test(text)) score[language] += OPENING_WEIGHT;
  const isSmallOnly = text === text.toLowerCase();
  const raws = text
    .replace(/['’]s(?!\p{L})/gu, '')
    .split(/[^\p{L}\p{M}\p{N}-]+/u)
    .filter((raw) => raw !== '');
  for (const raw of raws) {
    const lower = raw.toLowerCase();
    if (raw !== lower && !isSmallOnly && raw !== raws[0]) continue;
    for (const language of LANGUAGES)
      if (OWN_WORDS[language].has(lower)) score[language] += DOUBTFUL.has(lower) ? DOUBTFUL_WEIGHT : 1;
    if (ENGLISH_ONLY.has(lower)) score.en += ENGLISH_ONLY_WEIGHT - 1;
    if (/[àâçèéêëîïôœùû]/.test(lower)) score.fr += LETTER_WEIGHT;
    if (/[äöß]/.test(lower)) score.de += LETTER_WEIGHT;
  }
  for (const language of ['fr', 'de'] as const) {
    // Where English has more than the list could outweigh, no closer look is needed.
    if (score.en <= score[language] + raws.length * LISTED_WEIGHT.long)
      score[language] += weighListed(text, language, lexicon, knowledge);
  }
  const foreign = score.fr > score.de ? 'fr' : 'de';
  return score[foreign] >= LEAST_EVIDENCE && score[foreign] > score.en ? foreign : 'en';
}

/** The words that the list of this language knows and English does not. */
function weighListed(
  text: string,
  language: 'fr' | 'de',
  lexicon: Lexicon,
  knowledge: WordKnowledge | undefined,
): number {
  const english = lookedUpWords(text, 'en');
  let weight = 0;
  lookedUpWords(text, language).forEach(({ word, stem, isSmall }, at) => {
    if (isSmall || word.length < 4 || (knowledge?.rank(word) ?? Number.POSITIVE_INFINITY) <= RANK_OF_ENGLISH) return;
    if (lexicon.lookUp('en', english[at]?.stem ?? '').length > 0) return;
    if (lexicon.lookUp(language, stem).length === 0) return;
    weight += word.length >= LONG_WORD ? LISTED_WEIGHT.long : LISTED_WEIGHT.short;
  });
  return weight;
}
