import type { Token } from './tokens.ts';
import { CUE_VERBS } from './cue-verbs.ts';
import {
  ADVERBS,
  AUXILIARIES,
  DETERMINERS,
  NOUN_LINKS,
  OBJECT_PRONOUNS,
  PERSON_PRONOUNS,
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
const LONGEST_SUBJECT = 40;

/** The noun phrase that ends right before token `end`: the subject of the verb there. */
export function subjectBefore(tokens: readonly Token[], end: number): TokenRange | undefined {
  let at = end - 1;
  while (at >= 0 && isPassedOver(tokens[at])) at--;
  const last = tokens[at];
  if (last === undefined) return undefined;
  if (last.kind === 'word') return nounPhraseBefore(tokens, at + 1);
  if (last.text === ',' || isDash(last)) return describedBefore(tokens, at);
  if (last.text === ')' || last.text === ']') {
    const open = openingOf(tokens, at);
    return open === undefined ? undefined : subjectBefore(tokens, open);
  }
  return undefined;
}

/** "Neil Shah, Vice President at Counterpoint, noted": the phrase before the description that the comma `at` closes. */
function describedBefore(tokens: readonly Token[], at: number): TokenRange | undefined {
  const dash = isDash(tokens[at]);
  let best: TokenRange | undefined;
  for (let i = at - 1; i >= 0 && i > at - LONGEST_SUBJECT; i--) {
    const token = tokens[i] as Token;
    if (token.kind === 'quotation' || token.text === ';' || token.text === ':') break;
    if (dash ? !isDash(token) : token.text !== ',') continue;
    const head = nounPhraseBefore(tokens, i);
    if (head === undefined) continue;
    if (opensDescription(tokens, i + 1, at) && canBeDescribed(tokens, head)) {
      best = { from: head.from, to: at };
      // "Smith, the mayor of Springfield, Ill.," has more than one comma: look further only past a place name.
      if (!isPlaceTail(tokens, i, at)) return best;
    } else if (best !== undefined) return best;
  }
  return best;
}

function isPlaceTail(tokens: readonly Token[], comma: number, end: number): boolean {
  return end - comma <= 4 && tokens[comma + 1]?.capital === true;
}

const DESCRIPTION_OPENERS = new Set([
  ...`a an the who whose which now then former formerly chief senior director president chairman chairwoman professor
  founder head spokesman spokeswoman spokesperson analyst editor author executive vice deputy managing partner co-founder
  ceo cfo cto minister secretary senator representative governor mayor attorney lawyer strategist adviser advisor manager
  economist researcher scientist historian pollster leader member owner one his her its their our himself herself
  himself not himself speaking himself both themselves of from in at on with like including when after before while also too
  however meanwhile though by himself instead citing asked noting again for though during`.split(/\s+/),
]);

function opensDescription(tokens: readonly Token[], from: number, to: number): boolean {
  const first = tokens[from];
  if (first === undefined || to <= from || first.kind !== 'word') return false;
  if (DESCRIPTION_OPENERS.has(first.lower) || /^\d/.test(first.text)) return true;
  if (/(?:ing|ed|'s|or|er|ist|ant|man|woman|person)$/.test(first.lower)) return true;
  for (let i = from; i < Math.min(to, from + 8); i++) if (ROLE_NOUN.test((tokens[i] as Token).lower)) return true;
  return to - from <= 3 && first.capital;
}

/** Nouns that say what a person does. */
export const ROLE_NOUN =
  /^(?:(?:co-)?founder|president|chair(?:man|woman|person)?|director|ceo|cfo|cto|coo|cio|ciso|chief|head|officer|analyst|professor|minister|secretary|senator|congress(?:man|woman)|representative|governor|mayor|spokes(?:man|woman|person)|editor|author|executive|partner|manager|economist|researcher|scientist|historian|pollster|strategist|advis[eo]r|attorney|lawyer|leader|commissioner|ambassador|chancellor|judge|justice|general|fellow|expert|lecturer|reporter|journalist|columnist|host|consultant|engineer|activist|candidate|nominee|delegate|boss|principal|counsel|coordinator|delegate|lawmaker|legislator|official|aide|owner|whip|organi[sz]er|critic|scholar|physician|doctor|pastor|bishop|cardinal|rabbi|sheriff|detective|dean|chef|diplomat|negotiator|captain|colonel|regulator|speaker|operative|surrogate|veteran|student|teacher|farmer|businessman|businesswoman|entrepreneur|investor|banker|trader|nurse|resident|voter|supporter|member|ministre|président(?:e)?|directeur|directrice|fondateur|fondatrice|cofondateur|cofondatrice|analyste|porte-parole|pdg|commissaire|secrétaire|patron|patronne|dirigeant(?:e)?|responsable|eurodéputé(?:e)?|député(?:e)?|sénateur|sénatrice|chercheur|chercheuse|économiste|[\p{L}-]*(?:chef|chefin|minister|ministerin|sprecher|sprecherin|präsident|präsidentin|vorstand|vorständin|kanzler|kanzlerin|gründer|gründerin|direktor|direktorin|leiter|leiterin|experte|expertin|kommissar|kommissarin|führer|führerin|professorin|vorsitzende|vorsitzender|analystin|beauftragte|beauftragter|ökonom|ökonomin))s?$/u;

function canBeDescribed(tokens: readonly Token[], head: TokenRange): boolean {
  const last = tokens[head.to - 1] as Token;
  if (TIME_WORDS.has(last.lower)) return false;
  return last.capital || head.to - head.from >= 2 || PERSON_PRONOUNS.has(last.lower);
}

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
      if (/^[&/’'-]$/.test(token.text) && from < end && at > 0 && (tokens[at - 1] as Token).capital && (token.text === '&' || (tokens[at - 1] as Token).end === token.start)) {
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
      if (before !== undefined && (DETERMINERS.has(before.lower) || before.lower === 'of') && before.kind === 'word') continue;
      if (before === undefined || before.kind !== 'word' || !NOUN_LINKS.has(before.lower) || !isNounLike(tokens, at - 1)) break;
    }
  }
  while (from < end && !(tokens[from] as Token).capital && (tokens[from] as Token).lower === 'and') from++;
  return from < end && isPhrase(tokens, from, end) ? { from, to: end } : undefined;
}

const FRAMING = new Set(
  `however still meanwhile moreover furthermore nevertheless nonetheless indeed instead additionally overall later then
  yesterday today earlier afterward separately similarly likewise finally first recently yes well sure even also perhaps maybe`.split(/\s+/),
);

function isPhrase(tokens: readonly Token[], from: number, to: number): boolean {
  const last = tokens[to - 1] as Token;
  if (TIME_WORDS.has(last.lower) && to - from < 3) return false;
  if (/^\d/.test(last.text) && to - from === 1) return /^\d{1,3}(?:st|nd|rd|th)?$/.test(last.text) === false && false;
  return !PREPOSITIONS.has(last.lower) && !(DETERMINERS.has(last.lower) && to - from === 1 && !QUANTIFIERS.has(last.lower));
}

const QUANTIFIERS = new Set(['some', 'many', 'several', 'most', 'few', 'both', 'others', 'this', 'that', 'all', 'one', 'another', 'each']);

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
  return !before.capital && !after.capital && before.lower.endsWith('s') && !CUE_VERBS.has(before.lower) && !DETERMINERS.has(after.lower);
}

function isNounLike(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined || token.kind !== 'word') return false;
  const { lower } = token;
  if (PREPOSITIONS.has(lower) || AUXILIARIES.has(lower) || SUBORDINATORS.has(lower) || ADVERBS.has(lower)) return false;
  if (SUBJECT_PRONOUNS.has(lower) || OBJECT_PRONOUNS.has(lower)) return lower === 'one';
  if (isSpeechVerb(tokens, at)) return false;
  if (!token.capital && /(?:ing|ed|ly)$/.test(lower) && !/(?:building|meeting|hearing|spring|king|wing|ring)$/.test(lower)) return false;
  return true;
}

/** A verb form that a subject stands before; nouns of the same form stand behind a determiner or adjective. */
function isSpeechVerb(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token;
  const verb = CUE_VERBS.get(token.lower);
  if (verb === undefined || token.capital) return false;
  if (verb.form === 'past' || verb.form === 'ing') return !isNounBefore(tokens[at - 1]);
  const before = tokens[at - 1];
  return before !== undefined && (before.capital || SUBJECT_PRONOUNS.has(before.lower)) && !before.lower.endsWith("'s");
}

function isNounBefore(before: Token | undefined): boolean {
  return before !== undefined && before.kind === 'word' && (DETERMINERS.has(before.lower) || before.lower.endsWith("'s"));
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

/** The noun phrase that begins at `start`, with its description between commas: the subject of an inverted verb. */
export function subjectAfter(tokens: readonly Token[], start: number): TokenRange | undefined {
  const first = tokens[start];
  if (first === undefined || first.kind !== 'word') return undefined;
  const { lower } = first;
  if (SUBJECT_PRONOUNS.has(lower)) return lower === 'it' ? undefined : { from: start, to: start + 1 };
  if (PREPOSITIONS.has(lower) || AUXILIARIES.has(lower) || SUBORDINATORS.has(lower) || (TIME_WORDS.has(lower) && lower !== 'may')) return undefined;
  if (ADVERBS.has(lower) || lower.endsWith('ly')) return undefined;
  let to = start;
  while (to < tokens.length && to - start < LONGEST_SUBJECT) {
    const token = tokens[to] as Token;
    if (token.kind !== 'word') {
      if (/^[&/'’]$/.test(token.text)) {
        to++;
        continue;
      }
      if (token.text === '(' && tokens[to + 1] !== undefined) {
        const close = closingOf(tokens, to);
        if (close === undefined) break;
        to = close + 1;
        continue;
      }
      break;
    }
    if (to > start) {
      if (AUXILIARIES.has(token.lower) && !token.capital) break;
      if (token.lower === 'and' || token.lower === 'or') {
        const next = tokens[to + 1];
        if (next === undefined || next.kind !== 'word' || CUE_VERBS.get(next.lower)?.form === 'past') break;
      } else if (SUBORDINATORS.has(token.lower)) break;
      if (PREPOSITIONS.has(token.lower)) {
        const next = tokens[to + 1];
        if (!NOUN_LINKS.has(token.lower) || next === undefined || next.kind !== 'word') break;
        if (isAdjunct(tokens, to)) break;
      }
      if (WEEKDAYS.has(token.lower) || token.lower.endsWith('ly')) break;
      if (TIME_WORDS.has(token.lower)) break;
    }
    to++;
  }
  return to > start ? { from: start, to } : undefined;
}

/** "in a statement", "on Monday", "during an interview", "at a rally": when and where, not who. */
export function isAdjunct(tokens: readonly Token[], at: number): boolean {
  const prep = tokens[at];
  if (prep === undefined) return false;
  if (/^(?:during|after|before|via|through|while|since|until|amid|to|by|about|under|over|following)$/.test(prep.lower)) return true;
  if (!/^(?:in|on|at|with|from)$/.test(prep.lower)) return false;
  for (let i = at + 1; i < Math.min(tokens.length, at + 5); i++) {
    const token = tokens[i] as Token;
    if (token.kind !== 'word') return false;
    if (OCCASION.test(token.lower) || WEEKDAYS.has(token.lower) || /^(?:19|20)\d\d$/.test(token.text) || MONTH.test(token.text)) return true;
  }
  return prep.lower === 'on' || (prep.lower === 'in' && (tokens[at + 1] as Token | undefined)?.capital === true);
}

const MONTH = /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.?$/;
export const OCCASION =
  /^(?:statement|interview|interviews|email|e-mail|tweet|tweets|speech|letter|release|report|memo|conference|briefing|call|post|blog|rally|debate|event|hearing|filing|remarks|appearance|video|message|note|testimony|article|op-ed|column|book|podcast|press|phone|telephone|news|town|meeting|response|response|reply|recent|lawsuit|complaint|ruling|opinion|advance|essay|editorial|ad|advertisement|brief|address|broadcast|show|program|twitter|facebook|instagram|linkedin|reaction|reference|comments|stage|background)$/;

/** The subject of the main clause that begins at `from`: for participles ("..., adding that"). */
export function mainSubject(tokens: readonly Token[], from: number, limit: number): TokenRange | undefined {
  let at = from;
  const first = tokens[at];
  if (first === undefined) return undefined;
  if (/^(?:but|and|yet|so|or)$/.test(first.lower)) at++;
  const opening = tokens[at];
  if (opening !== undefined && (PREPOSITIONS.has(opening.lower) || (SUBORDINATORS.has(opening.lower) && opening.lower !== 'that') || /(?:ing|ed|ly)$/.test(opening.lower)) && !(opening.capital && tokens[at + 1]?.capital)) {
    let comma = at;
    while (comma < limit && tokens[comma]?.text !== ',') comma++;
    if (comma < limit) at = comma + 1;
  }
  for (let i = at; i < limit && i < at + LONGEST_SUBJECT; i++) {
    const token = tokens[i] as Token;
    if (token.kind === 'word' && i > at && (AUXILIARIES.has(token.lower) || isSpeechVerb(tokens, i) || isPlainVerb(tokens, i))) {
      let end = i;
      while (end > at && (ADVERBS.has((tokens[end - 1] as Token).lower) || (tokens[end - 1] as Token).lower.endsWith('ly'))) end--;
      return subjectBefore(tokens, end);
    }
    if (token.kind === 'quotation') return undefined;
  }
  return undefined;
}

function isPlainVerb(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token;
  const before = tokens[at - 1];
  if (token.capital || before === undefined) return false;
  const known = /(?:ed|took|went|made|gave|came|got|ran|won|lost|held|met|led|left|kept|became|spoke|stood|sent|set|put|drew|fell|rose|began|hit|cut|let|sat|threw|flew|broke|chose|drove|fought|laid|paid|sold|spent|struck|swept|tore|wore)$/.test(token.lower);
  return known && (before.capital || SUBJECT_PRONOUNS.has(before.lower) || before.text === ',' || /s$/.test(before.lower) || !DETERMINERS.has(before.lower));
}

function isPassedOver(token: Token | undefined): boolean {
  if (token === undefined || token.kind !== 'word') return false;
  return ADVERBS.has(token.lower) || (token.lower.endsWith('ly') && !token.capital);
}

export function isDash(token: Token | undefined): boolean {
  return token !== undefined && /^(?:—|–|--+|-)$/.test(token.text);
}

function openingOf(tokens: readonly Token[], close: number): number | undefined {
  for (let at = close - 1; at >= 0 && at > close - LONGEST_SUBJECT; at--) {
    const { text } = tokens[at] as Token;
    if (text === '(' || text === '[') return at;
  }
  return undefined;
}

function closingOf(tokens: readonly Token[], open: number): number | undefined {
  for (let at = open + 1; at < tokens.length && at < open + LONGEST_SUBJECT; at++) {
    const { text } = tokens[at] as Token;
    if (text === ')' || text === ']') return at;
  }
  return undefined;
}
