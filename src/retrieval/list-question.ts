/** A question for several things: each gets a sentence. */
export interface ListQuestion {
  /** What is listed, in the question's words ("companies", "risks"). */
  readonly noun: string;
  /** The question without the words of listing, to be looked for. */
  readonly matter: string;
}

const PLURAL =
  '(?:[\\p{L}-]{2,}(?<!s|u|i)s|[\\p{L}-]+(?:ies|ses|xes|sses)|people|men|women|children|media|criteria|phenomena|data|police|staff)';
const ADJECTIVES =
  '(?:(?!(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could|should|the|a|an|of|about|happens|causes|makes|means)\\b)[\\p{L}\\p{N}-]+ ){0,3}?';
const AUXILIARY = '(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could|should|may|might)';

const WHICH = new RegExp(
  `^(?:and |but |so )?(?:(?:in|on|at|for|from|to|by|with|of|against|about|through) )?(?:which|what)(?: other| different| of the| are the| were the| all the| kinds? of| types? of| sorts? of)* (?<noun>${ADJECTIVES}${PLURAL})\\b(?! of\\b)(?<rest> .+)?$`,
  'iu',
);
const WHAT_ARE = new RegExp(
  `^(?:and |but |so )?(?:what|which|who)(?: all)? (?:are|were|have been)(?: all)? (?:the |some |some of the |its |their |his |her |(?:[\\p{L}\\p{N}.&-]+['’]s? ))?(?<noun>${ADJECTIVES}${PLURAL})\\b(?<rest>.*)$`,
  'iu',
);
const LIST = new RegExp(
  `^(?:please )?(?:list|enumerate|name|itemi[sz]e|(?:a |the )?(?:full |complete |short )?list of)(?: me)?(?: all| every| the| of| some| any)* (?<noun>${ADJECTIVES}${PLURAL})\\b(?<rest>.*)$`,
  'iu',
);
const ALL = new RegExp(`^(?:all|every|each)(?: of)?(?: the)? (?<noun>${ADJECTIVES}${PLURAL})\\b(?<rest> .+)$`, 'iu');
/** Nouns in s that ask for one thing, and those that ask when, how much or what kind. */
const NO_LIST =
  /(?:^| )(?:percentage|years?|months?|days?|times?|dates?|news|series|status|basis|crisis|analysis|business|process|access|success|progress|loss|species|means|lens|chances|odds|terms|numbers?|figures?|amounts?|words|costs|earnings|results|news|sales|revenues?|profits?|headquarters|plans|prospects|consequences|differences?|views?|opinions?|thoughts|it|this|his|has|does|was|us|analytics|economics|politics|statistics|physics)$/i;

/** What follows the noun of "what risks …": nothing, or a verb of its own. */
const AFTER_NOUN = new RegExp(`^$|^ (?:${AUXILIARY}|remain|exist|apply|come|follow|face|in|for|on|at|against)\\b`, 'i');

/** "Which city hosts the bank", "Which firm owns Acme": the word in s is a verb when no verb follows it. */
const NO_VERB_AFTER =
  /^$|^ (?:the|a|an|its|their|his|her|this|that|these|those|of|in|on|at|for|from|to|by|with|about|it|him|them|\p{Lu})/u;

/** Reads a question that wants a list; nothing when it wants one thing. `question` without courtesies. */
export function parseListQuestion(question: string): ListQuestion | undefined {
  const text = question.replace(/[?!.\s]+$/, '');
  const ordered = LIST.exec(text) ?? ALL.exec(text);
  const which = WHICH.exec(text);
  const match = ordered ?? WHAT_ARE.exec(text) ?? which;
  const noun = match?.groups?.noun;
  if (match === null || noun === undefined || (NO_LIST.test(noun) && ordered === null)) return undefined;
  // "What happens next", "What drives the costs": a verb, not a noun.
  if (match === which && NO_VERB_AFTER.test(match.groups?.rest ?? '') && noun.includes(' ')) return undefined;
  const isOneWord = !noun.includes(' ') && new RegExp(`\\bwhat ${noun}`, 'i').test(text);
  if (ordered === null && isOneWord && !AFTER_NOUN.test(match.groups?.rest ?? '')) return undefined;
  return {
    noun,
    matter:
      ordered === null ? text : `which ${noun}${(match.groups?.rest ?? '').replace(/^ (?:who|that|which) /i, ' ')}`,
  };
}
