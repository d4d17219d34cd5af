import type { WordRelations } from '../../core/ports.ts';
import { isStopWord, tokenise } from '../../core/text/terms.ts';
import type { Question, QuestionTerm } from '../../retrieval/question.ts';
import { isDenial } from '../negation.ts';

/** What a question asks for by its opening. */
export const ASKED_KINDS = ['who', 'when', 'where', 'why', 'how', 'count', 'amount', 'what', 'thing', 'yesNo'] as const;
export type AskedKind = (typeof ASKED_KINDS)[number];

/** What part a term plays in a question. */
export const TERM_PARTS = ['name', 'number', 'verb', 'noun', 'adjective', 'other'] as const;
export type TermPart = (typeof TERM_PARTS)[number];

/** A word of the question with its place. */
export interface AskedTerm {
  readonly term: QuestionTerm;
  /** Index into `Asking.words`. */
  readonly place: number;
  readonly part: TermPart;
  /** "first", "most", "only": such a word limits what may answer. */
  readonly isLimiting: boolean;
}

/** A question laid out for judging sentences. */
export interface Asking {
  readonly question: Question;
  /** Folded words in order, stop words included. */
  readonly words: readonly string[];
  readonly wordSet: ReadonlySet<string>;
  /** In the order of the question; only terms that stand in the text. `index` into `question.terms` by position. */
  readonly terms: readonly AskedTerm[];
  readonly kind: AskedKind;
  /** "which river": the class that the answer is of. */
  readonly focus?: string;
  readonly isDenying: boolean;
  /** The last verb that is no auxiliary: index into `terms`. */
  readonly mainVerb?: number;
}

const LIMITING =
  /^(?:first|second|third|fourth|fifth|last|latest|earliest|final|only|sole|main|primary|major|minor|most|least|best|worst|next|previous|former|current|original|half|double|twice|single|every|never|always|newest|oldest|eldest)$|^\p{L}{3,}est$/u;

export function readAsking(question: Question, relations: WordRelations): Asking {
  const words = tokenise(question.text).map(({ word }) => word);
  const terms: AskedTerm[] = [];
  for (const term of question.terms) {
    const place = words.indexOf(term.word);
    terms.push({ term, place, part: partOf(term, relations), isLimiting: LIMITING.test(term.word) });
  }
  const verbs = terms.flatMap(({ part, place }, at) => (part === 'verb' ? [{ at, place }] : []));
  const lastVerb = verbs.sort((a, b) => b.place - a.place)[0]?.at;
  const kind = kindOf(words, question);
  const focus = kind === 'thing' ? focusOf(words, relations) : undefined;
  return {
    question,
    words,
    wordSet: new Set(words),
    terms,
    kind,
    ...(focus === undefined ? {} : { focus }),
    isDenying: isDenial(question.text) || words.some((word) => DENYING.test(word)),
    ...(lastVerb === undefined ? {} : { mainVerb: lastVerb }),
  };
}

/** "Nobody …", "What cannot …", "Which … lacks". */
const DENYING =
  /^(?:nobody|nothing|noone|none|never|non|no|not|neither|nor|cannot|(?:is|are|was|were|do|does|did|has|have|had|ca|could|wo|would|should)nt|without|unable|fail(?:s|ed|ing)?|lack(?:s|ed|ing)?|avoid\w*|refus\w+)$/u;

function partOf(term: QuestionTerm, relations: WordRelations): TermPart {
  if (term.isNumber) return 'number';
  if (term.isName) return 'name';
  const shares = (['verb', 'noun', 'adjective'] as const).map((part) => ({
    part,
    share: relations.partShare(term.word, part) ?? 0,
  }));
  // Inflected as a verb: "founded", "running".
  if (/(?:ed|ing)$/.test(term.word) && (shares[0]?.share ?? 0) >= 0.3) return 'verb';
  const best = shares.sort((a, b) => b.share - a.share)[0];
  return best === undefined || best.share === 0 ? 'other' : best.part;
}

const AUXILIARY =
  /^(?:is|are|was|were|be|been|do|does|did|has|have|had|can|could|will|would|should|shall|may|might|must)$/;

function kindOf(words: readonly string[], question: Question): AskedKind {
  switch (question.expects.kind) {
    case 'date':
      return 'when';
    case 'count':
      return 'count';
    case 'amount':
      return 'amount';
    case 'reason':
      return 'why';
    default:
  }
  const opening = words.slice(0, 3);
  if (opening.some((word) => /^(?:who|whom|whose)$/.test(word))) return 'who';
  if (opening.includes('when')) return 'when';
  if (opening.includes('where')) return 'where';
  if (opening.includes('why')) return 'why';
  if (AUXILIARY.test(words[0] ?? '')) return 'yesNo';
  const asks = words.findIndex((word) => /^(?:what|which)$/.test(word));
  if (asks >= 0) {
    const next = words[asks + 1];
    return next === undefined || AUXILIARY.test(next) || isStopWord(next) ? 'what' : 'thing';
  }
  return words.includes('how') ? 'how' : 'what';
}

/** Words that "what" or "which" stands before, up to the verb; the last of them is the class. */
const LONGEST_FOCUS = 4;

function focusOf(words: readonly string[], relations: WordRelations): string | undefined {
  const asks = words.findIndex((word) => /^(?:what|which)$/.test(word));
  let focus: string | undefined;
  for (const word of words.slice(asks + 1, asks + 1 + LONGEST_FOCUS)) {
    if (AUXILIARY.test(word) || (isStopWord(word) && focus !== undefined)) break;
    const noun = relations.partShare(word, 'noun') ?? 0;
    const isInflectedVerb = /(?:ed|ing)$/.test(word) || noun < 0.3;
    if (focus !== undefined && isInflectedVerb) break;
    if (/^(?:kind|kinds|type|types|sort|form|name|part)$/.test(word)) continue;
    focus = word;
  }
  return focus;
}
