import type { ConversationTurn } from '../core/ports.ts';
import { isStopWord } from '../core/text/terms.ts';
import { readTurn, type TurnContext } from './read-turn.ts';

/** A longer text that leans on earlier ones is not a follow-up but a story. In code units. */
const LONGEST_FOLLOW_UP = 300;

/**
 * The full question that a follow-up stands for, in words, read from the earlier turns of its conversation (oldest
 * first): "and Gogia?" after "What did Forrester say about the budget?" is "What did Gogia say about the budget?".
 * `undefined` when the question stands for itself, or nothing earlier completes it: a complete question is never
 * rewritten.
 */
export function resolveFollowUp(question: string, turns: readonly ConversationTurn[]): string | undefined {
  const last = turns.at(-1);
  const text = question.replace(/\s+/g, ' ').trim();
  if (last === undefined || text === '' || text.length > LONGEST_FOLLOW_UP) return undefined;
  const context = readTurn(last, turns);
  const bare = text.replace(OPENING, '').replace(/[?!.,\s]+$/, '');
  const resolved =
    resolveBareWord(bare, context) ??
    resolveWhoSaid(bare, context) ??
    resolveMore(bare, context) ??
    resolveNumbers(bare, context) ??
    resolveReplacement(bare, text, context) ??
    resolvePronouns(text, context);
  if (resolved === undefined) return undefined;
  const full = `${resolved.charAt(0).toUpperCase()}${resolved.slice(1)}`
    .replace(/\s+/g, ' ')
    .replace(/[?!.,\s]*$/, '?');
  return full.toLowerCase() === text.toLowerCase() ? undefined : full;
}

const OPENING = /^(?:(?:and|but|so|ok|okay|also|then|well|hm+|yes|no|right|sure|thanks|thank you)\b[ ,.!]*)+/i;

// --------------------------------------------------------------- bare words

const BARE =
  /^(?<word>why(?: not| so| is that| was that)?|when|since when|where|how|how come|how much|how many|how long|who|by whom|when (?:was|is|will) (?:that|this|it)(?: be)?|where (?:was|is) (?:that|this|it)|how much (?:was|is) (?:that|this|it)|how so)$/i;

/** "Why?", "When was that?": the earlier question asked another way. */
function resolveBareWord(bare: string, context: TurnContext): string | undefined {
  const word = BARE.exec(bare)?.groups?.word?.toLowerCase();
  if (word === undefined) return undefined;
  const ask = /^(?:why|how come|how so)/.test(word)
    ? 'why'
    : (/^(?:since when|when|where|how much|how many|how long|how|by whom|who)/.exec(word)?.[0] ?? word);
  if (context.speaker !== undefined && context.topic !== undefined && context.isAboutSpeech) {
    return ask === 'why'
      ? `why, on ${context.topic}, according to ${context.speaker}`
      : ask === 'who' || ask === 'by whom'
        ? `who spoke about ${context.topic}`
        : ask === 'when'
          ? `when did ${context.speaker} speak about ${context.topic}`
          : `${ask}, on ${context.topic}, according to ${context.speaker}`;
  }
  if (context.auxiliaryClause !== undefined) return `${ask === 'by whom' ? 'who' : ask} ${context.auxiliaryClause}`;
  return `${ask}, on “${context.turnText}”`;
}

// ---------------------------------------------------------------- who said it

const WHO_SAID =
  /^(?:(?:so )?who (?:said|says|told|claimed|claims|stated|wrote) (?:that|this|it|so|them)|who says|says who|according to (?:who|whom)|whose words (?:are|were) (?:that|those|these|they)|who (?:is|was) (?:being )?quoted(?: there)?|who is (?:the|that|this) (?:speaker|source)|who was that|source|where does (?:that|this|it) come from)$/i;
/** As many words of what was quoted as tell it from everything else. */
const QUOTED_WORDS = 16;

function resolveWhoSaid(bare: string, { quote, matter }: TurnContext): string | undefined {
  if (!WHO_SAID.test(bare)) return undefined;
  if (quote === undefined) return `who spoke about ${matter}`;
  // Words only: what a document says must not shape the question.
  const words = (quote.match(/[\p{L}\p{N}][\p{L}\p{N}.,'’%€$-]*/gu) ?? []).slice(0, QUOTED_WORDS).join(' ');
  return `who said “${words.replace(/[.,]+$/, '')}”`;
}

// ----------------------------------------------------------------------- more

const MORE =
  /^(?:(?:anything|something|what|who) (?:else|more)|more|tell me more|more (?:details|information|info|on (?:that|this|it)|about (?:that|this|it))|(?:can you )?(?:elaborate|expand)(?: on (?:that|this|it))?|go on|continue|details|any (?:details|more(?: details)?))$/i;
const SAID_MORE =
  /^what (?:else|more) (?:did|does|has|have) (?:he|she|they|it) (?:say|said|tell|add|added|write|mention|claim)(?: (?:about|on) (?:it|this|that))?$/i;

function resolveMore(bare: string, { speaker, topic, matter }: TurnContext): string | undefined {
  if (SAID_MORE.test(bare) && speaker !== undefined)
    return / (?:it|this|that)$/i.test(bare) && topic !== undefined
      ? `what else did ${speaker} say about ${topic}`
      : `what else did ${speaker} say`;
  if (!MORE.test(bare)) return undefined;
  if (/^who/i.test(bare)) return `who else spoke about ${matter}`;
  if (speaker !== undefined) return `what else did ${speaker} say${topic === undefined ? '' : ` about ${topic}`}`;
  return `tell me more about ${matter}`;
}

// -------------------------------------------------------------------- numbers

const NUMBERS =
  /^(?:(?:are there |do you have |have you |is there )?(?:any|what|which|what are the) (?<what>numbers?|figures?|amounts?|data|dates?|names?|reactions?|comments?|criticism|examples?|reasons?|quotes?|sources?|views|opinions|statements?)(?: (?:on|about|for) (?:that|this|it|them))?(?: are there)?)$/i;

/** "Any numbers?", "Any reactions?" */
function resolveNumbers(bare: string, { matter }: TurnContext): string | undefined {
  const what = NUMBERS.exec(bare)?.groups?.what?.toLowerCase();
  if (what === undefined) return undefined;
  if (/^(?:number|figure|amount|data)/.test(what)) return `what number is given for ${matter}`;
  if (what.startsWith('date')) return `when, on ${matter}`;
  if (what.startsWith('reason')) return `why, on ${matter}`;
  if (/^(?:reaction|comment|criticism|quote|view|opinion|statement)/.test(what)) return `who commented on ${matter}`;
  return `${what} of ${matter}`;
}

// ---------------------------------------------------------------- replacement

const WHAT_ABOUT = /^(?:(?:what|how) about|what of|same (?:question )?for|the same for|as for) (?<what>.+)$/i;
const PLACE_OR_TIME =
  /^(?<what>(?:in|on|at|since|before|after|during|between|from|under|by|for|within) (?!.*\b(?:what|which|who|whom|how|why|when|where|did|does|do|is|are|was|were)\b).+|(?:last|this|next) (?:week|month|year|quarter)|yesterday|today)$/i;
const VERB_OF_ASKING =
  /^(?:what|who|whom|whose|which|when|where|why|how|did|does|do|is|are|was|were|will|would|has|have|had|can|could|should|tell|list|name|show|give|compare|explain|describe|find|any|is|according)\b/i;
const MOST_REPLACED_WORDS = 6;

/** "And Gogia?", "What about costs?", "And in Germany?": one part of the earlier question changed. */
function resolveReplacement(bare: string, text: string, context: TurnContext): string | undefined {
  const about = WHAT_ABOUT.exec(bare)?.groups?.what;
  const isLinked = OPENING.test(text) || about !== undefined;
  const what = (about ?? bare).trim();
  if (what.split(' ').length > MOST_REPLACED_WORDS || HAS_PRONOUN.test(what)) return undefined;
  const circumstance = PLACE_OR_TIME.exec(what)?.groups?.what;
  if (circumstance !== undefined) return context.withCircumstance(circumstance);
  // A few bare words without "and" are a question of their own.
  if (!isLinked || VERB_OF_ASKING.test(what)) return undefined;
  const name = what.replace(/^(?:the|a|an|its|their) /i, '');
  const isName = /^\p{Lu}/u.test(name);
  const isSpeaker = context.isAboutSpeech && (isName || (about === undefined && !/ /.test(what)));
  if (isSpeaker && context.speakerWords !== undefined) return context.withSpeaker(what);
  if (context.isAboutSpeech && context.speaker !== undefined) return `what did ${context.speaker} say about ${what}`;
  if (isName) return context.withName(name);
  return context.withTopic(what);
}

// ------------------------------------------------------------------- pronouns

const HAS_PRONOUN = /\b(?:he|she|him|her|his|hers|they|them|their|theirs|it|its|this|that|these|those)\b/i;
const PERSON = /\b(?<pronoun>he|she|him|her|his|hers)\b/gi;
const PLURAL = /\b(?<pronoun>they|them|their|theirs)\b/gi;
/** "it", "this" and "that" where they stand for a thing: not "this week", "said that …", "is it true". */
const THING =
  /(?<=\b(?:about|on|of|to|with|for|by|against|from|in|over|behind|say|said|call|called|did|do|does|buy|bought|pay|paid|support|supports|oppose|opposes|criticise[ds]?|criticize[ds]?|reject(?:ed)?|back(?:ed|s)?|approve[ds]?|fund(?:s|ed)?|cancel(?:l?ed)?|think of|thinks of|make of) )(?<object>it|this|that|these|those)(?=$|[?.!,]| (?:in|on|at|since|after|before|last|this|now|yet|already|too|and|so|for|to|with|by|from|over)\b)|(?<=\b(?:does|did|will|would|is|was|has|had|can|could|should|do|are|were) )(?<subject>it|this|that|these|those)(?! (?:true|correct|right|so|a |an |the |not |week|month|year|quarter|[\p{L}-]+s? (?:that|to)\b))(?= )|\b(?<its>its)\b/giu;

/** Pronouns with nothing before them in the question that they could stand for. */
function resolvePronouns(text: string, context: TurnContext): string | undefined {
  if (!HAS_PRONOUN.test(text)) return undefined;
  const { person, body, thing } = context;
  let isResolved = false;
  const put = (whole: string, pronoun: string, at: number, meant: string | undefined): string => {
    if (meant === undefined || hasOwnAntecedent(text, at)) return whole;
    isResolved = true;
    return /^(?:his|hers|its|their|theirs)$/i.test(pronoun) || isPossessiveHer(text, at, pronoun)
      ? `${meant}${/s$/.test(meant) ? '’' : '’s'}`
      : meant;
  };
  const replaced = text
    .replace(OPENING, '')
    .replace(PERSON, (whole, pronoun: string, at: number) =>
      put(whole, pronoun, at + text.length - text.replace(OPENING, '').length, person),
    )
    .replace(PLURAL, (whole, pronoun: string, at: number) => put(whole, pronoun, at, body ?? person))
    .replace(
      THING,
      (whole, _object: string | undefined, _subject: string | undefined, its: string | undefined, at: number) =>
        put(whole, its ?? whole, at, its === undefined ? thing : (body ?? thing)),
    );
  return isResolved ? replaced : undefined;
}

function isPossessiveHer(text: string, at: number, pronoun: string): boolean {
  return (
    /^her$/i.test(pronoun) &&
    /^her \p{L}/iu.test(text.slice(at)) &&
    !/^her (?:about|on|in|at|to|of|with|for|and|say|said)\b/i.test(text.slice(at))
  );
}

/** Whether something named earlier in the same question may be meant: "Did Klaba say he would leave?" */
function hasOwnAntecedent(text: string, at: number): boolean {
  const before = text
    .slice(0, at)
    .replace(OPENING, '')
    .replace(/^\p{L}+/u, '');
  if (/\p{Lu}\p{L}/u.test(before)) return true;
  // In small letters a noun shows by its place: after an article, or as the subject after the auxiliary.
  return [...before.matchAll(SUBJECT_PLACE)].some(({ groups }) => {
    const noun = groups?.noun?.toLowerCase() ?? '';
    return !isStopWord(noun) && !INDEFINITE.test(noun);
  });
}

const SUBJECT_PLACE =
  /\b(?:the|a|an|did|does|do|is|are|was|were|has|have|had|will|would|can|could|should) (?<noun>[\p{L}-]+)/giu;
const INDEFINITE =
  /^(?:anyone|anybody|someone|somebody|everyone|everybody|nobody|anything|something|people|others|much|many)$/;
