import { CUE_VERBS } from './cue-verbs.ts';
import type { Token } from './tokens.ts';
import {
  ADVERBS,
  AUXILIARIES,
  DETERMINERS,
  NOUN_LINKS,
  OBJECT_PRONOUNS,
  POSSESSIVES,
  PREPOSITIONS,
  RELATIVES,
  SUBJECT_PRONOUNS,
  SUBORDINATORS,
  TIME_WORDS,
  WEEKDAYS,
} from './word-classes.ts';

/** Token indexes `[from, to)` of a noun phrase. */
export interface TokenRange {
  readonly from: number;
  readonly to: number;
}

/** The longest noun phrase read for a speaker, its description between commas included. Tokens. */
export const LONGEST_SUBJECT = 40;

/** Nouns that say what a person does. */
export const ROLE_NOUN =
  /^(?:(?:co-)?founder|president|chair(?:man|woman|person)?|director|ceo|cfo|cto|coo|cio|ciso|chief|head|officer|analyst|professor|minister|secretary|senator|congress(?:man|woman)|representative|governor|mayor|spokes(?:man|woman|person)|editor|author|executive|partner|manager|economist|researcher|scientist|historian|pollster|strategist|advis[eo]r|attorney|lawyer|leader|commissioner|ambassador|chancellor|judge|justice|general|fellow|expert|lecturer|reporter|journalist|columnist|host|consultant|engineer|activist|candidate|nominee|delegate|boss|principal|counsel|coordinator|delegate|lawmaker|legislator|official|aide|owner|whip|organi[sz]er|critic|scholar|physician|doctor|pastor|bishop|cardinal|rabbi|sheriff|detective|dean|chef|diplomat|negotiator|captain|colonel|regulator|speaker|operative|surrogate|veteran|student|teacher|farmer|businessman|businesswoman|entrepreneur|investor|banker|trader|nurse|resident|voter|supporter|member|ministre|président(?:e)?|directeur|directrice|fondateur|fondatrice|cofondateur|cofondatrice|analyste|porte-parole|pdg|commissaire|secrétaire|patron|patronne|dirigeant(?:e)?|responsable|eurodéputé(?:e)?|député(?:e)?|sénateur|sénatrice|chercheur|chercheuse|économiste|[\p{L}-]*(?:chef|chefin|minister|ministerin|sprecher|sprecherin|präsident|präsidentin|vorstand|vorständin|kanzler|kanzlerin|gründer|gründerin|direktor|direktorin|leiter|leiterin|experte|expertin|kommissar|kommissarin|führer|führerin|professorin|vorsitzende|vorsitzender|analystin|beauftragte|beauftragter|ökonom|ökonomin))s?$/u;

/** Walks back from `end` over one noun phrase with its "of ..." and "for ..." parts. */
export function nounPhraseBefore(tokens: readonly Token[], end: number): TokenRange | undefined {
  let from = end;
  let at = end - 1;
  while (at >= 0 && end - at < LONGEST_SUBJECT) {
    const token = tokens[at] as Token;
    if (token.kind !== 'word') {
      if ((token.text === ')' || token.text === ']') && from < end) {
        const open = openingOf(tokens, at);
        if (open !== undefined && at - open < 8) {
          at = open - 1;
          continue;
        }
      }
      if (
        /^[&/’'-]$/.test(token.text) &&
        from < end &&
        at > 0 &&
        (tokens[at - 1] as Token).capital &&
        (token.text === '&' || (tokens[at - 1] as Token).end === token.start)
      ) {
        at--;
        continue;
      }
      // Scare quotes inside a name: 'the "Fight for $15" movement said'.
      if (token.kind === 'quotation' && from < end && token.end - token.start < 40 && isInsidePhrase(tokens, at)) {
        at--;
        continue;
      }
      break;
    }
    const { lower } = token;
    if (RELATIVES.has(lower) && from === end) return relativeSubject(tokens, at, end);
    if (lower === 'and' || lower === 'or') {
      if (from < end && joinsNouns(tokens, at, from)) {
        from = at--;
        continue;
      }
      break;
    }
    if (SUBJECT_PRONOUNS.has(lower) || lower === 'there') {
      if (from === end) return lower === 'there' ? undefined : { from: at, to: end };
      break;
    }
    if (SUBORDINATORS.has(lower)) {
      if ((RELATIVES.has(lower) || lower === 'whose') && at > 0 && (tokens[at - 1] as Token).kind === 'word') {
        const antecedent = nounPhraseBefore(tokens, at);
        if (antecedent !== undefined && hasVerb(tokens, at + 1, end)) return antecedent;
      }
      break;
    }
    if (AUXILIARIES.has(lower) || (OBJECT_PRONOUNS.has(lower) && lower !== 'one' && !POSSESSIVES.has(lower))) break;
    if (PREPOSITIONS.has(lower)) {
      const before = tokens[at - 1];
      if (from < end && NOUN_LINKS.has(lower) && before !== undefined && isNounLike(tokens, at - 1)) {
        from = at--;
        continue;
      }
      break;
    }
    if (from < end && isSpeechVerb(tokens, at)) break;
    if (from === end && ADVERBS.has(lower)) break;
    if (from < end && WEEKDAYS.has(lower) && from === at + 1) break;
    if (from < end && (lower.endsWith('ly') || FRAMING.has(lower)) && !token.capital) break;
    if (from < end && FRAMING.has(lower) && (at === 0 || (tokens[at - 1] as Token).kind !== 'word')) break;
    from = at--;
    if (DETERMINERS.has(lower)) {
      const before = tokens[at];
      if (before !== undefined && (DETERMINERS.has(before.lower) || before.lower === 'of') && before.kind === 'word')
        continue;
      if (
        before === undefined ||
        before.kind !== 'word' ||
        !NOUN_LINKS.has(before.lower) ||
        !isNounLike(tokens, at - 1)
      )
        break;
    }
  }
  while (from < end && !(tokens[from] as Token).capital && (tokens[from] as Token).lower === 'and') from++;
  return from < end && isPhrase(tokens, from, end) ? { from, to: end } : undefined;
}

const FRAMING = new Set(
  `however still meanwhile moreover furthermore nevertheless nonetheless indeed instead additionally overall later then
  yesterday today earlier afterward separately similarly likewise finally first recently yes well sure even also perhaps maybe`.split(
    /\s+/,
  ),
);

function isPhrase(tokens: readonly Token[], from: number, to: number): boolean {
  const last = tokens[to - 1] as Token;
  if (TIME_WORDS.has(last.lower) && to - from < 3) return false;
  if (/^\d/.test(last.text) && to - from === 1) return /^\d{1,3}(?:st|nd|rd|th)?$/.test(last.text) === false && false;
  return (
    !PREPOSITIONS.has(last.lower) && !(DETERMINERS.has(last.lower) && to - from === 1 && !QUANTIFIERS.has(last.lower))
  );
}

const QUANTIFIERS = new Set([
  'some',
  'many',
  'several',
  'most',
  'few',
  'both',
  'others',
  'this',
  'that',
  'all',
  'one',
  'another',
  'each',
]);

/** "Smith, who said": the pronoun is what stands here; the phrase before it tells who. */
function relativeSubject(tokens: readonly Token[], at: number, end: number): TokenRange | undefined {
  const { lower } = tokens[at] as Token;
  if (lower === 'that') {
    const before = tokens[at - 1];
    if (before === undefined || before.kind !== 'word' || CUE_VERBS.has(before.lower)) return undefined;
    return nounPhraseBefore(tokens, at);
  }
  return { from: at, to: end };
}

function joinsNouns(tokens: readonly Token[], at: number, right: number): boolean {
  const before = tokens[at - 1];
  const after = tokens[right];
  if (before === undefined || after === undefined || before.kind !== 'word') return false;
  if (before.capital && (after.capital || DETERMINERS.has(after.lower))) return true;
  return (
    !before.capital &&
    !after.capital &&
    before.lower.endsWith('s') &&
    !CUE_VERBS.has(before.lower) &&
    !DETERMINERS.has(after.lower)
  );
}

function isNounLike(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined || token.kind !== 'word') return false;
  const { lower } = token;
  if (PREPOSITIONS.has(lower) || AUXILIARIES.has(lower) || SUBORDINATORS.has(lower) || ADVERBS.has(lower)) return false;
  if (SUBJECT_PRONOUNS.has(lower) || OBJECT_PRONOUNS.has(lower)) return lower === 'one';
  if (isSpeechVerb(tokens, at)) return false;
  if (
    !token.capital &&
    /(?:ing|ed|ly)$/.test(lower) &&
    !/(?:building|meeting|hearing|spring|king|wing|ring)$/.test(lower)
  )
    return false;
  return true;
}

/** A verb form that a subject stands before; nouns of the same form stand behind a determiner or adjective. */
export function isSpeechVerb(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token;
  const verb = CUE_VERBS.get(token.lower);
  if (verb === undefined || token.capital) return false;
  if (verb.form === 'past' || verb.form === 'ing') return !isNounBefore(tokens[at - 1]);
  const before = tokens[at - 1];
  return before !== undefined && (before.capital || SUBJECT_PRONOUNS.has(before.lower)) && !before.lower.endsWith("'s");
}

function isNounBefore(before: Token | undefined): boolean {
  return (
    before !== undefined && before.kind === 'word' && (DETERMINERS.has(before.lower) || before.lower.endsWith("'s"))
  );
}

function hasVerb(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const { lower, capital } = tokens[at] as Token;
    if (AUXILIARIES.has(lower) || (!capital && (CUE_VERBS.has(lower) || /(?:ed|s)$/.test(lower)))) return true;
  }
  return false;
}

function isInsidePhrase(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return before !== undefined && before.kind === 'word' && !CUE_VERBS.has(before.lower);
}

export function isDash(token: Token | undefined): boolean {
  return token !== undefined && /^(?:—|–|--+|-)$/.test(token.text);
}

export function openingOf(tokens: readonly Token[], close: number): number | undefined {
  for (let at = close - 1; at >= 0 && at > close - LONGEST_SUBJECT; at--) {
    const { text } = tokens[at] as Token;
    if (text === '(' || text === '[') return at;
  }
  return undefined;
}

export function closingOf(tokens: readonly Token[], open: number): number | undefined {
  for (let at = open + 1; at < tokens.length && at < open + LONGEST_SUBJECT; at++) {
    const { text } = tokens[at] as Token;
    if (text === ')' || text === ']') return at;
  }
  return undefined;
}
