import { FRENCH_VERBS } from './foreign-french-verbs.ts';
import {
  bareWord,
  FRENCH_DETERMINERS,
  isBodyNoun,
  isCapital,
  isNameWord,
  isRoleNoun,
  isSourceNoun,
  words,
} from './foreign-words.ts';
import type { TokenRange } from './noun-phrases.ts';
import type { Token } from './tokens.ts';

/** Longest words read for a speaker, its description included. Tokens. */
const LONGEST = 26;
const TITLES = /^(?:m\.?|mm\.?|mme|mmes|mlle|me|dr\.?|pr\.?|monsieur|madame|maître)$/;
/** Words that begin what is no part of a speaker any more: when, where, to whom. */
const ADJUNCTS = words(
  `dans lors à au aux sur lundi mardi mercredi jeudi vendredi samedi dimanche devant auprès après avant en lorsque alors pour hier qui que ce
  cette interrogé interrogée cité citée citant via face par quand tandis mais car dont où depuis pendant jeudi sous avec vers puis si comme
  aujourd'hui avait est sont était a ont va vont n'a n'ont s'est ne se sera seront doit peut pourrait devrait aurait avaient pas et visiblement
  janvier février mars avril mai juin juillet août septembre octobre novembre décembre matin soir dès contre entre durant lui elle-même lui-même hors visant`,
);

export function isAdjunctWord(token: Token | undefined): boolean {
  return token !== undefined && token.kind === 'word' && ADJUNCTS.has(token.lower) && !token.capital;
}

/** The noun phrase from `from` on, with a description or name between commas behind it. */
export function speakerAfter(tokens: readonly Token[], from: number): TokenRange | undefined {
  const first = tokens[from];
  if (first === undefined || /^qu['’]/.test(first.lower)) return undefined;
  if (isAdjunctWord(first) && !FRENCH_DETERMINERS.has(first.lower)) return undefined;
  const to = endOfPhrase(tokens, from);
  if (to === from) return undefined;
  const end = endOfDescription(tokens, { from, to });
  return { from, to: end };
}

function endOfPhrase(tokens: readonly Token[], from: number): number {
  let to = from;
  while (to < tokens.length && to - from < LONGEST) {
    const token = tokens[to] as Token;
    if (token.text === '(' && to > from) {
      const close = tokens.findIndex((one, at) => at > to && at < to + 6 && one.text === ')');
      if (close < 0) break;
      to = close + 1;
      continue;
    }
    if (token.kind === 'mark' && token.text === '&' && tokens[to + 1]?.capital === true) {
      to += 2;
      continue;
    }
    if (token.kind !== 'word') break;
    if (to > from && isStop(tokens, to)) break;
    to++;
  }
  return to;
}

/** "et" joins two names or two roles; "en", "à" and "aux" stay inside a role ("secrétaire d'État aux Comptes"). */
function isStop(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token;
  if (/^qu['’]/.test(token.lower) || FRENCH_VERBS.get(token.lower)?.form === 'gerund') return true;
  if (token.capital || !ADJUNCTS.has(token.lower)) return false;
  const before = tokens[at - 1];
  const next = tokens[at + 1];
  if (token.lower === 'et' && next !== undefined && isRoleNoun(next.lower, 'fr')) return false;
  if (token.lower === 'et') return !(next?.capital === true && before !== undefined && isCapital(before.text));
  if (/^(?:à|au|aux|en|pour|sur)$/.test(token.lower))
    return !(before !== undefined && isOffice(before.lower) && next !== undefined && isOfficeDomain(tokens, at));
  return true;
}

function isOffice(word: string): boolean {
  return /^(?:ministre|ministres|délégué|déléguée|commissaire|secrétaire|d'état|haut-commissaire|conseiller|conseillère|directeur|directrice|chercheur|chercheuse|professeur|professeure|maître|avocat|avocate|analyste|expert|experte|économiste|spécialiste|rapporteur|rapporteure|candidat|candidate|adjoint|adjointe|général|générale|européen|européenne|chef|cheffe)$/.test(
    word,
  );
}

function isOfficeDomain(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1] as Token;
  return isCapital(next.text) || /^(?:la|l'|le|les)/.test(next.lower) || isBodyNoun(next.lower, 'fr');
}

/** ", directrice de Nuage," behind a name; ", Bruno Petit," behind a role. */
function endOfDescription(tokens: readonly Token[], phrase: TokenRange): number {
  let { to } = phrase;
  for (let parts = 0; parts < 2; parts++) {
    if (tokens[to]?.text !== ',') return to;
    const from = to + 1;
    const first = tokens[from];
    if (first === undefined || first.kind !== 'word') return to;
    if (!opensDescription(tokens, from)) return to;
    const end = endOfPhrase(tokens, from);
    const close = tokens[end];
    if (end === from || (close !== undefined && close.kind === 'word' && !ADJUNCTS.has(close.lower))) return to;
    to = end;
  }
  return to;
}

function opensDescription(tokens: readonly Token[], from: number): boolean {
  const first = tokens[from] as Token;
  if (isNameWord(first.text, 'fr') && tokens[from + 1]?.capital === true) return true;
  if (TITLES.test(first.lower)) return true;
  const reach = /^l['’]une?$/.test(first.lower) ? 5 : 3;
  for (let at = from; at < from + reach; at++) {
    const token = tokens[at];
    if (token === undefined || token.kind !== 'word') return false;
    if (isRoleNoun(token.lower, 'fr')) return true;
    if (
      at === from &&
      !(
        FRENCH_DETERMINERS.has(token.lower) ||
        /^(?:ancien|ancienne|ex|co|nouveau|nouvelle|de|du|chez)$|^d'/.test(token.lower)
      )
    )
      return false;
  }
  const second = tokens[from + 1]?.text ?? first.text;
  return (
    /^(?:de|du|chez)$|^d'/.test(first.lower) &&
    (isCapital(second) || isBodyNoun(second, 'fr') || isBodyNoun(tokens[from + 2]?.text ?? '', 'fr'))
  );
}

/** The subject that ends before the verb at `end`: a pronoun, a name, or a noun phrase with its description. */
export function subjectBefore(tokens: readonly Token[], end: number): TokenRange | undefined {
  let to = end;
  while (
    to > 0 &&
    /^(?:,|aussi|également|lui|elle-même|lui-même|eux|ne)$/.test(tokens[to - 1]?.lower ?? '') &&
    to > 1
  ) {
    if (tokens[to - 1]?.text === ',') break;
    to--;
  }
  const last = tokens[to - 1];
  if (last === undefined) return undefined;
  if (/^(?:il|elle|ils|elles|on|nous|je)$|^qu'(?:il|elle|on)$/.test(last.lower)) return { from: to - 1, to };
  if (last.lower === 'qui') return antecedent(tokens, to - 1);
  if (last.text === ',') return describedSubject(tokens, to - 1);
  return phraseBefore(tokens, to);
}

/** "Anne Petit, directrice de Nuage, [estime]": back to the name before the first of the two commas. */
function describedSubject(tokens: readonly Token[], comma: number): TokenRange | undefined {
  let open = comma - 1;
  while (open > 0 && comma - open < LONGEST && (tokens[open] as Token).text !== ',') {
    if ((tokens[open] as Token).kind === 'quotation' || /^[:;]$/.test((tokens[open] as Token).text)) return undefined;
    open--;
  }
  if (tokens[open]?.text !== ',') return undefined;
  const head = phraseBefore(tokens, open);
  if (head === undefined) return undefined;
  const relative = /^(?:qui|dont)$/.test(tokens[open + 1]?.lower ?? '');
  return relative || opensDescription(tokens, open + 1)
    ? { from: head.from, to: relative ? head.to : comma }
    : undefined;
}

function antecedent(tokens: readonly Token[], at: number): TokenRange | undefined {
  const end = tokens[at - 1]?.text === ',' ? at - 1 : at;
  let from = end;
  while (from > 0 && isNameWord(tokens[from - 1]?.text ?? '', 'fr') && tokens[from - 1]?.kind === 'word') from--;
  return end - from >= 2 ? { from, to: end } : phraseBefore(tokens, end);
}

const CLAUSE_STARTS =
  /^(?:que|quand|lorsque|si|car|mais|or|puis|où|dont|qui|comme|alors|tandis|cependant|toutefois|pourtant|ainsi|enfin|donc)$|^(?:qu|lorsqu|puisqu|s)'/;

/** The noun phrase that ends at `end`, back to a comma, a conjunction or the sentence's start. */
function phraseBefore(tokens: readonly Token[], end: number): TokenRange | undefined {
  let from = end;
  while (from > 0 && end - from < LONGEST) {
    const token = tokens[from - 1] as Token;
    if (token.text === ')') {
      const open = tokens.findLastIndex((one, at) => at < from && one.text === '(');
      if (open < 0 || from - open > 6) break;
      from = open;
      continue;
    }
    if (token.kind !== 'word' && token.text !== '&') break;
    if (CLAUSE_STARTS.test(token.lower)) break;
    if (token.lower === 'et' && !(isCapital(tokens[from]?.text ?? '') && isCapital(tokens[from - 2]?.text ?? '')))
      break;
    from--;
  }
  while (from < end && !opensPhrase(tokens, from)) from++;
  return from < end ? { from, to: end } : undefined;
}

/** A determiner, a title or a name; not one that a preposition leads to. */
function opensPhrase(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token;
  const before = tokens[at - 1];
  if (
    before !== undefined &&
    /^(?:de|du|des|à|au|aux|en|dans|sur|par|pour|avec|chez|sous|lors|contre|vers|selon)$/.test(before.lower)
  )
    return false;
  if (/^d'/.test(token.lower) && token.lower !== "d'autres") return false;
  if (TITLES.test(token.lower)) return true;
  if (FRENCH_DETERMINERS.has(token.lower) || /^(?:l|l'un)'/.test(token.lower)) return true;
  return isNameWord(token.text, 'fr');
}

/** Whether a phrase names somebody who can speak: a name, a role, a body, a pronoun. */
export function isFrenchSpeaker(tokens: readonly Token[], range: TokenRange, kind: 'any' | 'person' = 'any'): boolean {
  const slice = tokens.slice(range.from, range.to);
  const first = slice[0];
  if (first === undefined) return false;
  if (/^(?:il|elle|lui|ils|elles|je|nous)$|^qu'(?:il|elle)$|-(?:il|elle|ils|elles)$/.test(first.lower))
    return kind === 'any';
  if (/^(?:on|qu'on|ce|cela|ça)$/.test(first.lower) && slice.length === 1) return false;
  if (TITLES.test(first.lower)) return true;
  const head = slice.slice(0, 5);
  if (head.some((token) => isRoleNoun(token.lower, 'fr'))) return true;
  const names = slice.filter((token) => isNameWord(token.text, 'fr'));
  if (
    kind === 'person' &&
    slice.slice(0, 2).some((token) => /^(?:cabinet|institut|régulateur|parquet)$/.test(token.lower))
  )
    return names.length > 0;
  if (kind === 'person') return isNameWord(first.text, 'fr') && names.length > 1 && slice.length < 5;
  if (slice.slice(0, 3).some((token) => isBodyNoun(token.lower, 'fr') || isSourceNoun(token.lower, 'fr'))) return true;
  if (isNameWord(first.text, 'fr')) return true;
  return (FRENCH_DETERMINERS.has(first.lower) || /^l'/.test(first.lower)) && isCapital(slice[1]?.text ?? '');
}

/** A report, a body of people: may be a source although it has no name. */
export function isFrenchThing(tokens: readonly Token[], range: TokenRange): boolean {
  return tokens
    .slice(range.from, Math.min(range.to, range.from + 3))
    .some((token) => isSourceNoun(bareWord(token.lower), 'fr'));
}
