import { CUE_VERBS } from './cue-verbs.ts';
import {
  closingOf,
  isDash,
  isSpeechVerb,
  LONGEST_SUBJECT,
  nounPhraseBefore,
  openingOf,
  ROLE_NOUN,
  type TokenRange,
} from './noun-phrases.ts';
import type { Token } from './tokens.ts';
import {
  ADVERBS,
  AUXILIARIES,
  DETERMINERS,
  NOUN_LINKS,
  PERSON_PRONOUNS,
  PREPOSITIONS,
  SUBJECT_PRONOUNS,
  SUBORDINATORS,
  TIME_WORDS,
  WEEKDAYS,
} from './word-classes.ts';

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
  return to - from <= 7 && first.capital;
}

function canBeDescribed(tokens: readonly Token[], head: TokenRange): boolean {
  const last = tokens[head.to - 1] as Token;
  if (TIME_WORDS.has(last.lower)) return false;
  return last.capital || head.to - head.from >= 2 || PERSON_PRONOUNS.has(last.lower);
}

/** The noun phrase that begins at `start`, with its description between commas: the subject of an inverted verb. */
export function subjectAfter(tokens: readonly Token[], start: number): TokenRange | undefined {
  const first = tokens[start];
  if (first === undefined || first.kind !== 'word') return undefined;
  const { lower } = first;
  if (SUBJECT_PRONOUNS.has(lower)) return lower === 'it' ? undefined : { from: start, to: start + 1 };
  if (
    PREPOSITIONS.has(lower) ||
    AUXILIARIES.has(lower) ||
    SUBORDINATORS.has(lower) ||
    (TIME_WORDS.has(lower) && lower !== 'may')
  )
    return undefined;
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
  if (/^(?:during|after|before|via|through|while|since|until|amid|to|by|about|under|over|following)$/.test(prep.lower))
    return true;
  if (!/^(?:in|on|at|with|from)$/.test(prep.lower)) return false;
  for (let i = at + 1; i < Math.min(tokens.length, at + 5); i++) {
    const token = tokens[i] as Token;
    if (token.kind !== 'word') return false;
    if (
      OCCASION.test(token.lower) ||
      WEEKDAYS.has(token.lower) ||
      /^(?:19|20)\d\d$/.test(token.text) ||
      MONTH.test(token.text)
    )
      return true;
  }
  return prep.lower === 'on' || (prep.lower === 'in' && (tokens[at + 1] as Token | undefined)?.capital === true);
}

const MONTH =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.?$/;

const OCCASION =
  /^(?:statement|interview|interviews|email|e-mail|tweet|tweets|speech|letter|release|report|memo|conference|briefing|call|post|blog|rally|debate|event|hearing|filing|remarks|appearance|video|message|note|testimony|article|op-ed|column|book|podcast|press|phone|telephone|news|town|meeting|response|response|reply|recent|lawsuit|complaint|ruling|opinion|advance|essay|editorial|ad|advertisement|brief|address|broadcast|show|program|twitter|facebook|instagram|linkedin|reaction|reference|comments|stage|background)$/;

/** The subject of the main clause that begins at `from`: for participles ("..., adding that"). */
export function mainSubject(tokens: readonly Token[], from: number, limit: number): TokenRange | undefined {
  let at = from;
  const first = tokens[at];
  if (first === undefined) return undefined;
  if (/^(?:but|and|yet|so|or)$/.test(first.lower)) at++;
  const opening = tokens[at];
  if (
    opening !== undefined &&
    (PREPOSITIONS.has(opening.lower) ||
      (SUBORDINATORS.has(opening.lower) && opening.lower !== 'that') ||
      /(?:ing|ed|ly)$/.test(opening.lower)) &&
    !(opening.capital && tokens[at + 1]?.capital)
  ) {
    let comma = at;
    while (comma < limit && tokens[comma]?.text !== ',') comma++;
    if (comma < limit) at = comma + 1;
  }
  for (let i = at; i < limit && i < at + LONGEST_SUBJECT; i++) {
    const token = tokens[i] as Token;
    if (
      token.kind === 'word' &&
      i > at &&
      (AUXILIARIES.has(token.lower) || isSpeechVerb(tokens, i) || isPlainVerb(tokens, i))
    ) {
      let end = i;
      while (
        end > at &&
        (ADVERBS.has((tokens[end - 1] as Token).lower) || (tokens[end - 1] as Token).lower.endsWith('ly'))
      )
        end--;
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
  const known =
    /(?:ed|took|went|made|gave|came|got|ran|won|lost|held|met|led|left|kept|became|spoke|stood|sent|set|put|drew|fell|rose|began|hit|cut|let|sat|threw|flew|broke|chose|drove|fought|laid|paid|sold|spent|struck|swept|tore|wore)$/.test(
      token.lower,
    );
  return (
    known &&
    (before.capital ||
      SUBJECT_PRONOUNS.has(before.lower) ||
      before.text === ',' ||
      /s$/.test(before.lower) ||
      !DETERMINERS.has(before.lower))
  );
}

function isPassedOver(token: Token | undefined): boolean {
  if (token === undefined || token.kind !== 'word') return false;
  return ADVERBS.has(token.lower) || (token.lower.endsWith('ly') && !token.capital);
}
