import type { WordRelations } from '../core/ports.ts';
import { foldWord, isStopWord, tokenise } from '../core/text/terms.ts';
import type { Premise, QuestionTerm } from './question.ts';

const AUX =
  "(?:did|does|do|has|have|had|is|are|was|were|will|would|could|can|should|didn't|doesn't|don't|hasn't|haven't|isn't|aren't|wasn't|weren't|won't)";
/** "Why did …": what follows the auxiliary is subject, verb, object. */
const CLAUSE: readonly { pattern: RegExp; ask: Premise['ask'] }[] = [
  {
    pattern: new RegExp(
      `^(?:and |but |so )?(?:why|for what reasons?|how come)(?: exactly)? ${AUX} (?:not |n['’]t )?(?<clause>.+)$`,
      'iu',
    ),
    ask: 'reason',
  },
  {
    pattern:
      /^(?:and |but |so )?(?:how come|why is it that|why was it that|what (?:is|was|are|were) the reasons? (?:that|why|for which)) (?<clause>.+)$/iu,
    ask: 'reason',
  },
  {
    pattern: new RegExp(
      `^(?:and |but |so )?(?:since when|when|on (?:what|which) (?:day|date)|in (?:what|which) (?:year|month))(?: exactly)? ${AUX} (?<clause>.+)$`,
      'iu',
    ),
    ask: 'date',
  },
  { pattern: new RegExp(`^(?:and |but |so )?where(?: exactly)? ${AUX} (?<clause>.+)$`, 'iu'), ask: 'place' },
  {
    pattern: new RegExp(
      `^(?:and |but |so )?how (?:much|many [\\p{L}-]+(?: [\\p{L}-]+)?|long|often)(?: money| exactly)? ${AUX} (?<clause>.+)$`,
      'iu',
    ),
    ask: 'amount',
  },
  { pattern: /^(?:and |but |so )?how(?: exactly)? (?:did|has|have|had|was|were) (?<clause>.+)$/iu, ask: 'manner' },
  {
    pattern: /^(?:and |but |so )?what (?:happened|changed|followed) (?:after|before|when|once|since) (?<clause>.+)$/iu,
    ask: 'sequel',
  },
];
/** "Who replaced X", "Which court overturned Y": the verb stands first. */
const NO_VERB = `(?:${AUX}|be|of|in|on|at|for|from|to|by|with|about|and|or|the|a|an|its|their|his|her|not|else|all)`;
const DOER = new RegExp(
  `^(?:and |but |so )?(?:who|(?:which|what) (?:[\\p{L}-]+ )?[\\p{L}-]+?)(?: else| all)?(?: has| have| had| finally| then| actually)* (?<verb>(?!${NO_VERB} )[\\p{L}-]+) (?<object>.+)$`,
  'iu',
);
const SKIPPED =
  /^(?:not|n't|ever|never|also|still|already|really|actually|suddenly|finally|recently|first|again|only|just|so|then|now|even|been|being|be|have|has|had|get|got)$/;
const PREPOSITION = /^(?:of|in|on|at|for|from|to|by|with|about|over|against|under|into|between|near)$/;

/**
 * What a question takes for granted: "Why did X cancel Y?" that X cancelled Y. Subject, verb and object are told apart by
 * their place: the verb is the first word after the subject's name or noun that can be one. Nothing when the question
 * takes nothing for granted ("Did X cancel Y?", "What is Y?"). `terms` are those of the question.
 */
export function findPremise(
  question: string,
  terms: readonly QuestionTerm[],
  relations?: Pick<WordRelations, 'partShare'>,
): Premise | undefined {
  const text = question.replace(/[?!.\s]+$/, '');
  for (const { pattern, ask } of CLAUSE) {
    const clause = pattern.exec(text)?.groups?.clause;
    if (clause !== undefined) return readClause(clause, ask, terms, relations);
  }
  const doer = DOER.exec(text)?.groups;
  if (doer?.verb === undefined || doer.object === undefined) return undefined;
  const verb = indexOfWord(terms, foldWord(doer.verb));
  if (verb < 0 || terms[verb]?.isName === true) return undefined;
  return { ask: 'doer', verb, subject: [], object: indexesIn(terms, doer.object, [verb]) };
}

function readClause(
  clause: string,
  ask: Premise['ask'],
  terms: readonly QuestionTerm[],
  relations: Pick<WordRelations, 'partShare'> | undefined,
): Premise | undefined {
  const words = tokenise(clause).map(({ word }) => word);
  const at = findVerb(words, terms, relations);
  if (at === undefined) return undefined;
  const verb = indexOfWord(terms, words[at] ?? '');
  if (verb < 0) return undefined;
  return {
    ask,
    verb,
    subject: indexesIn(terms, words.slice(0, at).join(' '), [verb]),
    object: indexesIn(terms, words.slice(at + 1).join(' '), [verb]),
  };
}

/** The place of the verb in a clause that begins with its subject. */
function findVerb(
  words: readonly string[],
  terms: readonly QuestionTerm[],
  relations: Pick<WordRelations, 'partShare'> | undefined,
): number | undefined {
  const term = (word: string) => terms.find((one) => one.word === word);
  let hasSubject = false;
  let isInPhrase = false;
  let first: number | undefined;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (PREPOSITION.test(word)) {
      // What hangs on a preposition belongs to the noun before it, or ends the clause when the verb was there.
      if (first !== undefined) break;
      isInPhrase = hasSubject;
      continue;
    }
    if (SKIPPED.test(word)) continue;
    if (PRONOUN.test(word)) {
      hasSubject = true;
      continue;
    }
    if (isStopWord(word)) continue;
    const known = term(word);
    if (known?.isName === true) {
      hasSubject = true;
      isInPhrase = false;
      continue;
    }
    if (isInPhrase) {
      isInPhrase = false;
      continue;
    }
    if (!hasSubject) {
      hasSubject = true;
      continue;
    }
    const share = relations?.partShare(word, 'verb');
    const canBeVerb = share === undefined ? !LIKELY_NOUN.test(word) : share >= LEAST_VERB_SHARE;
    first ??= at;
    if (canBeVerb) return at;
  }
  return first;
}

/** Words that are a verb in fewer of their uses than this are taken for nouns. */
const LEAST_VERB_SHARE = 0.15;
const PRONOUN = /^(?:he|she|it|they|we|you|i|this|that|these|those)$/;
/** Endings of nouns and adjectives. */
const LIKELY_NOUN = /(?:ers|ors|ists|ments?|tions?|sions?|ness|ity|ities|ships?|ians?|ive|ous|ful|ical|ish)$/;

function indexOfWord(terms: readonly QuestionTerm[], word: string): number {
  return terms.findIndex((term) => term.word === word);
}

/** The terms among the words of a text. */
function indexesIn(terms: readonly QuestionTerm[], text: string, without: readonly number[]): number[] {
  const words = new Set(tokenise(text).map(({ word }) => word));
  return terms.flatMap(({ word }, at) => (words.has(word) && !without.includes(at) ? [at] : []));
}
