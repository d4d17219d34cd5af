import type { Span } from '../../core/text/span.ts';
import type { Attribution } from './attribution.ts';
import { spanOf } from './draft.ts';
import { readFrenchAttributions } from './foreign-french.ts';
import { speakerAfter as frenchSpeakerAfter, isAdjunctWord, isFrenchSpeaker } from './foreign-french-speakers.ts';
import { speakerAfter as germanSpeakerAfter, isGermanSpeaker } from './foreign-german-speakers.ts';
import { findPersonNames } from './foreign-names.ts';
import { innerUnit } from './foreign-units.ts';
import { type ForeignLanguage, isNameWord, isRoleNoun } from './foreign-words.ts';
import type { TokenRange } from './noun-phrases.ts';
import type { Token, Unit } from './tokens.ts';

/** Words of a name in front of a colon. */
const LONGEST_NAME = 4;

/** "Rohleder: „...“", "Anne Petit : « ... »". */
export function readSpeakerColon(unit: Unit, language: ForeignLanguage): Attribution | undefined {
  const { tokens } = unit;
  const colon = tokens.findIndex((token) => token.text === ':');
  const quotation = tokens[colon + 1];
  if (colon < 1 || colon > LONGEST_NAME || quotation === undefined || quotation.kind !== 'quotation') return undefined;
  const isName = tokens.slice(0, colon).every((token) => token.kind === 'word' && isNameWord(token.text, language));
  if (!isName) return undefined;
  const { start, end } = tokens[colon] as Token;
  return { contents: [quotation], cue: { start, end }, lemma: ':', frame: 'clause', source: { from: 0, to: colon } };
}

/** "Ihr Kollege Ralf Berg ist skeptischer: „...“": the one person whom the words before the colon name, or a pronoun. */
export function readPersonColon(unit: Unit, language: ForeignLanguage): Attribution | undefined {
  const { tokens } = unit;
  const colon = tokens.findIndex((token) => token.text === ':');
  const quotation = tokens[colon + 1];
  if (colon < 2 || colon > LONGEST_LEAD || quotation?.kind !== 'quotation' || !unit.endsFully.has(quotation.start))
    return undefined;
  const lead = tokens.slice(0, colon);
  if (lead.some((token) => token.kind === 'quotation')) return undefined;
  const persons = findPersonNames(lead, language);
  const pronoun = /^(?:il|elle|er|sie)$/.test(tokens[0]?.lower ?? '') ? { from: 0, to: 1 } : undefined;
  const source = persons.length === 1 ? persons[0] : persons.length === 0 ? pronoun : undefined;
  if (source === undefined) return undefined;
  const { start, end } = tokens[colon] as Token;
  const range = { from: source.from, to: source.to };
  return { contents: [quotation], cue: { start, end }, lemma: ':', frame: 'clause', source: range };
}

/** Words before the colon. */
const LONGEST_LEAD = 16;

/** "« ... », tonne Paul Roux": a verb that is on no list, between a quotation and whoever is plainly a person. */
export function readUnknownVerb(unit: Unit, language: ForeignLanguage): Attribution | undefined {
  const { tokens } = unit;
  for (let at = 1; at + 1 < tokens.length; at++) {
    const verb = tokens[at] as Token;
    const before = tokens[at - 1];
    const quotation = before?.text === ',' ? tokens[at - 2] : before;
    if (quotation?.kind !== 'quotation' || verb.kind !== 'word' || verb.capital || !isVerbLike(verb, language))
      continue;
    const source = language === 'fr' ? frenchSpeakerAfter(tokens, at + 1) : germanSpeakerAfter(tokens, at + 1);
    if (source === undefined || !isPlainlyPerson(tokens, source, language)) continue;
    return {
      contents: [quotation],
      cue: { start: verb.start, end: verb.end },
      lemma: verb.lower,
      frame: 'inverted',
      source,
    };
  }
  return undefined;
}

function isVerbLike(token: Token, language: ForeignLanguage): boolean {
  if (language === 'de')
    return (
      /\p{L}{3}(?:t|te)$/u.test(token.lower) &&
      !/^(?:nicht|heute|seit|damit|somit|sonst|zuletzt|jetzt|erst|selbst|leicht|bereits)$/.test(token.lower)
    );
  return (
    /\p{L}{3}(?:e|t)$/u.test(token.lower) &&
    !isAdjunctWord(token) &&
    !/(?:ment|ant|ette|elle)$/.test(token.lower) &&
    !/^(?:comme|contre|entre|notre|votre|autre|même|tout|cette|ensuite|toute|quatre|avant|encore|presque|peut-être)$/.test(
      token.lower,
    )
  );
}

function isPlainlyPerson(tokens: readonly Token[], source: TokenRange, language: ForeignLanguage): boolean {
  const slice = tokens.slice(source.from, source.to);
  const speaks = language === 'fr' ? isFrenchSpeaker(tokens, source) : isGermanSpeaker(tokens, source);
  if (!speaks) return false;
  return (
    findPersonNames(slice, language).some((one) => one.from < 3) ||
    slice.slice(0, 3).some((token) => isRoleNoun(token.text, language))
  );
}

/** The speaker whom a French tag inside a quotation's marks names. */
export function readInnerTag(text: string, unit: Unit, content: Span): { source: Span; cue: Span } | undefined {
  if (!/,/.test(text.slice(content.start, content.end))) return undefined;
  const inner = innerUnit(text, unit, content.start);
  if (inner === undefined) return undefined;
  const tag = readFrenchAttributions(inner).find(
    (one) => one.frame === 'inverted' && one.source !== undefined && one.source.to > one.source.from,
  );
  const source = spanOf(inner.tokens, tag?.source);
  return tag === undefined || source === undefined ? undefined : { source, cue: tag.cue };
}
