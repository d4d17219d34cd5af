import type { Language } from '../../core/translated-term.ts';
import type { ExpectedAnswer, Question, QuestionTerm } from '../question.ts';
import type { Translations } from './word-translations.ts';

/** The terms with what they are called in other languages. */
export function withTranslations(
  terms: readonly QuestionTerm[],
  translations: ReadonlyMap<string, Translations>,
): QuestionTerm[] {
  return terms.map((term) => {
    const known = translations.get(term.word) ?? numberAbroad(term);
    return known === undefined ? term : { ...term, translations: known };
  });
}

/** "1500" is written "1.500" in German. */
function numberAbroad({ isNumber, word }: QuestionTerm): Translations | undefined {
  return isNumber && /^\d{4,9}$/.test(word) ? { de: [Number(word).toLocaleString('de')] } : undefined;
}

/**
 * The question as it is looked for in documents of a language: each word's stems with those of its translations. The
 * question itself where nothing changes, so that English questions on English documents cost nothing.
 */
export function localiseQuestion(question: Question, language: Language): Question {
  const terms = localiseTerms(question.terms, language);
  return terms === question.terms ? question : { ...question, terms, expects: localiseExpected(question, language) };
}

function localiseTerms(terms: readonly QuestionTerm[], language: Language): readonly QuestionTerm[] {
  const localised = terms.map((term) => localiseTerm(term, term.translations, language));
  return localised.every((term, at) => term === terms[at]) ? terms : localised;
}

function localiseTerm(term: QuestionTerm, known: Translations | undefined, language: Language): QuestionTerm {
  const foreign = known?.[language];
  if (foreign === undefined || foreign.length === 0) return term;
  return { ...term, stems: [...new Set([...term.stems, ...foreign])], foreign };
}

/** What is counted or asked for has the words of the question, but was read by itself. */
function localiseExpected({ terms, expects }: Question, language: Language): ExpectedAnswer {
  if (expects.kind !== 'count' && expects.kind !== 'instance') return expects;
  const noun = expects.noun.map((one) =>
    localiseTerm(one, terms.find(({ word }) => word === one.word)?.translations, language),
  );
  return { ...expects, noun };
}
