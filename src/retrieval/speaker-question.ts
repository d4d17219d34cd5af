import type { SpeakerQuestion } from './question.ts';
import { ABOUT, AUX, CLASS_PLURALS, CLASS_WORDS, NOBODY, SAY, TAKE_A_STANCE, VIEWS } from './speaker-verbs.ts';

/** Reads what a question asks about speakers; nothing when it asks about the matter itself. `question` without courtesies. */
export function parseSpeakerQuestion(question: string): SpeakerQuestion | undefined {
  const text = question.replace(/[?!.\s]+$/, '').replace(/^(?:and|but|so) /i, '');
  return (
    parseOutlets(text) ??
    parseWhoSaid(text) ??
    parseClassSaid(text) ??
    parseReactions(text) ??
    parseEverything(text) ??
    parseSaid(text) ??
    parseView(text) ??
    parseDidSay(text) ??
    parseAccording(text) ??
    parseNameOn(text)
  );
}

const regex = (source: string) => new RegExp(source, 'iu');

// ------------------------------------------------------- who said it, who is quoted

const WHO_SAID = new RegExp(
  `^[Ww]ho(?: else| all)?(?: has| have| had| is)?(?: ever| also| publicly)? (?<verb>${SAY}|${TAKE_A_STANCE})(?: (?<to>[A-Z][\\p{L}\\p{N} ]*?))?(?: (?:that|${ABOUT}))?(?: (?<topic>.+))?$`,
  'u',
);
const WHO_IS_QUOTED = regex(
  `^(?:list |show )?who(?: all| else)?(?: is| are| was| were| gets| got)? (?:quoted|cited|interviewed)(?: (?<link>on|about|regarding|concerning|as saying|saying)(?: that)?)?(?: (?<topic>.+))?$`,
);
/** "Who commented on …?" asks for everybody who spoke about it, not for the words of a claim. */
const SPOKE_ABOUT =
  /^who(?: else| all)?(?: has| have)? (?:comment|speak|spoke|spoken|talk|react|respond)(?:ed|ted|s)? (?:about|on|of|to) /i;

/** "Who said that …?", "Who fears …?", "Who commented on …?", "Who is quoted on …?" */
function parseWhoSaid(text: string): SpeakerQuestion | undefined {
  const quoted = WHO_IS_QUOTED.exec(text);
  const isAboutTopic = /^(?:on|about|regarding|concerning)$/i.test(quoted?.groups?.link ?? '');
  if (SPOKE_ABOUT.test(text) || (quoted !== null && (isAboutTopic || quoted.groups?.topic === undefined))) {
    const topic = (quoted ?? WHO_SAID.exec(text))?.groups?.topic ?? '';
    return { ask: 'who', speakerClass: 'people', topic, presupposes: false };
  }
  const match = WHO_SAID.exec(text) ?? quoted;
  if (match === null) return undefined;
  const outlet = match.groups?.to;
  const isTold = /^t[eo]ll?/i.test(match.groups?.verb ?? '');
  return {
    ask: 'who',
    topic: `${isTold || outlet === undefined ? '' : outlet} ${match.groups?.topic ?? ''}`.trim(),
    presupposes: false,
    ...(isTold && outlet !== undefined ? { outlet } : {}),
  };
}

// ------------------------------------------------------------------- classes

const CLASS_WHO = regex(
  `^(?:which|what|how many|what other) (?:(?!(?:do|does|did|has|have|had|is|are|was|were) )[\\p{L}-]+ )?(?<kind>${CLASS_WORDS}|leaders|[\\p{L}-]+(?:men|ists|ors|ers|ians|ants))(?: has| have| had)? (?:(?:are|were|is|was) (?:quoted|cited)|${SAY})(?: (?:that|${ABOUT}))?(?: (?<topic>.+))?$`,
);
const CLASS_SAID = regex(
  `^(?:what|how) ${AUX} (?:the |other |some |various |any )?(?:[\\p{L}-]+ )?(?<kind>${CLASS_PLURALS}) (?:${SAY}|${TAKE_A_STANCE})(?: (?:that|${ABOUT}))?(?: (?<topic>.+))?$`,
);
const CLASS_VIEWS = regex(
  `^(?:what (?:is|are|was|were) )?(?:the )?(?<kind>analysts?|experts?|officials?|industry|politicians?|critics?)(?:['’]s?|s['’])? ${VIEWS}(?: (?:of|on|about|to|regarding))(?: (?<topic>.+))$`,
);
const CLASS_ON = regex(`^(?<kind>${CLASS_PLURALS}) (?:on|about) (?<topic>.+)$`);

/** "Which analysts commented on …?", "What do experts think of …?", "expert opinion on …" */
function parseClassSaid(text: string): SpeakerQuestion | undefined {
  const which = CLASS_WHO.exec(text);
  const match = which ?? CLASS_SAID.exec(text) ?? CLASS_VIEWS.exec(text) ?? CLASS_ON.exec(text);
  if (match === null) return undefined;
  return {
    ask: which === null ? 'said' : 'who',
    speakerClass: match.groups?.kind?.toLowerCase() ?? '',
    topic: match.groups?.topic ?? '',
    presupposes: false,
  };
}

const REACTIONS = regex(
  `^(?:what (?:are|were|is|was) (?:the )?|how (?:are|were) the )?(?:first |main |all |any |some |public |industry |different )?(?:reactions?|responses|opinions|views|comments|criticisms?|voices)(?: (?:are|were|is) there)?(?: so far)? (?:to|on|about|regarding|concerning) (?<topic>.+)$`,
);

/** "Reactions to the plan", "What opinions are there on …?": everybody who spoke about it. */
function parseReactions(text: string): SpeakerQuestion | undefined {
  const topic = REACTIONS.exec(text)?.groups?.topic;
  return topic === undefined ? undefined : { ask: 'who', speakerClass: 'people', topic, presupposes: false };
}

// ------------------------------------------------------------- named speakers

const SAID = regex(
  `^(?<q>what(?: else)?|why|how|when|where|what exactly|(?:what|which) [\\p{L}]+) (?<aux>${AUX}) (?<speaker>.+?)(?: (?:actually|really|also|specifically|publicly|then|been))?(?<!\\b(?:of|the|a|an|his|her|its|their|to)) (?<verb>${SAY}|${TAKE_A_STANCE})(?<rest>(?: .+)?)$`,
);
/** What joins a verb of saying to what was said. */
const OPENING_LINK = regex(`^(?:that|if|whether|${ABOUT})\\b ?`);
const OUTLET_NAME = "(?:the )?[A-Z][\\p{L}\\p{N}.&'’-]*(?: (?:of |de |du )?[A-Z][\\p{L}\\p{N}.&'’-]*)*";
const TOLD_NAME = new RegExp(`^(?<outlet>${OUTLET_NAME})(?<after>.*)$`, 'u');
/** In small letters an outlet ends where the topic begins; those who are told things everywhere are no outlets. */
const TOLD_SMALL = regex(
  `^(?<outlet>(?:the )?[\\p{L}\\p{N}.&'’-]+(?: [\\p{L}\\p{N}.&'’-]+){0,2}?)(?<after>(?: (?:about|on|that|regarding|of) .*)?)$`,
);
const NO_OUTLET =
  /^(?:(?:the|his|her|its|their|our) )?(?:us|me|them|him|her|reporters?|journalists?|press|media|world|public|people|investors?|shareholders?|parliament|court|committee|congress|senate|audience|crowd|conference|staff|employees|workers|lawmakers|supporters|delegates|voters|customers|analysts|colleagues|members|ministers|leaders|senators|officials|officers|students|readers|viewers|everyone|everybody|others)\b ?|^(?=(?:about|on|that|how|why|what|whether|if|of|to)\b)/iu;

/** "What did X say (to Y) (about Z)?", "Why did X say that …?", "How did X respond to …?", "What does X reproach Y with?" */
function parseSaid(text: string): SpeakerQuestion | undefined {
  const match = SAID.exec(text);
  const speaker = namedSpeaker(match?.groups?.speaker);
  if (match === null || speaker === undefined) return undefined;
  const verb = match.groups?.verb?.toLowerCase() ?? '';
  const asks = match.groups?.q?.toLowerCase() ?? '';
  const isStance = regex(`^${TAKE_A_STANCE}$`).test(verb);
  // "Why did X reject it?" asks about the deed.
  if (isStance && /^(?:why|when|where)$/.test(asks)) return undefined;
  const { outlet, rest } = readOutlet(verb, (match.groups?.rest ?? '').trim());
  const topic = rest
    .replace(OPENING_LINK, '')
    .replace(/ (?:with|of|for|about|to|on|from)$/i, '')
    .trim();
  const presupposes =
    /^(?:why|when|where|how)$/.test(asks) &&
    !isStance &&
    !/^(?:respond|react|repl|describ|comment)/.test(verb) &&
    topic !== '';
  const noun = /^(?:what|which) (?!else$|exactly$)(?<noun>\p{L}+)$/iu.exec(asks)?.groups?.noun;
  return {
    ask: 'said',
    speaker,
    topic: isStance && noun !== undefined ? `${noun} ${topic}`.trim() : topic,
    presupposes,
    ...(outlet === undefined ? {} : { outlet }),
    ...(isStance ? { isLoose: true } : {}),
  };
}

/** Whom it was told: "tell Reuters about …", "say to Le Monde". */
function readOutlet(verb: string, rest: string): { outlet?: string; rest: string } {
  const isTell = /^t[eo]ll?/.test(verb);
  const said = isTell ? rest : /^to (?<name>.+)$/.exec(rest)?.groups?.name;
  if (said === undefined || /^(?:respond|react|reply|repli)/.test(verb)) return { rest };
  const small = isTell && !NO_OUTLET.test(said) ? TOLD_SMALL.exec(said) : null;
  const told = (TOLD_NAME.exec(said) ?? small)?.groups;
  if (told?.outlet !== undefined) return { outlet: told.outlet, rest: (told.after ?? '').trim() };
  return { rest: isTell ? rest.replace(NO_OUTLET, '') : rest };
}

const EVERYTHING = regex(
  `^(?:list |show |give )?(?:me )?(?:everything|all(?: that)?|anything|whatever|every(?: single)? (?:statement|quote)(?: that)?)(?: that)? (?<speaker>.+?)(?: has| have| had| ever| also)* (?<verb>${SAY})(?: (?:that|${ABOUT}))?(?: (?<topic>.+))?$`,
);
const ALL_VIEWS = regex(
  `^(?:list |show |give )?(?:me )?(?:all|every|the|which)?(?: the| of the)? ?${VIEWS} (?:of|by|from|made by) (?<speaker>.+?)(?: (?:about|on|regarding|concerning|over|to) (?<topic>.+))?$`,
);

const MADE = regex(
  `^(?:which|what) (?:\\p{Ll}+ )?${VIEWS} ${AUX} (?<speaker>.+?) (?:make|made|give|gave|given|express|expressed|voice|voiced|offer|offered)(?: (?:about|on|regarding|concerning|over|to) (?<topic>.+))?$`,
);

/** "Everything X said (about Y)", "all statements by X" */
function parseEverything(text: string): SpeakerQuestion | undefined {
  const isOrder = /^(?:list|show|give|all|every|which)\b/i.test(text);
  const match = EVERYTHING.exec(text) ?? (isOrder ? ALL_VIEWS.exec(text) : null) ?? MADE.exec(text);
  const speaker = namedSpeaker(match?.groups?.speaker);
  if (speaker === undefined) return undefined;
  return { ask: 'said', speaker, topic: match?.groups?.topic ?? '', presupposes: false, wantsAll: true };
}

const VIEW_BEFORE = regex(
  `^(?:what(?:['’]s| is| was| are| were)?(?: the)? )?(?:the )?(?<speaker>.+?)(?:'s|’s|s'|s’) (?:own |latest |public |official |main )?${VIEWS}(?: ${ABOUT} (?<topic>.+))?$`,
);
const VIEW_AFTER = regex(
  `^(?:what(?:['’]s| is| was| are| were)? )?(?:the )?${VIEWS} (?:of|by|from) (?<speaker>.+?)(?: (?:about|on|regarding|concerning|over|to|against|of) (?<topic>.+))?$`,
);
const WHERE_STANDS = regex(`^where (?:does|do|did) (?<speaker>.+?) stand(?: on| regarding| with)? (?<topic>.+)$`);

/** "What is X's view on Y?", "What was the reaction of X to Y?", "quotes by X" */
function parseView(text: string): SpeakerQuestion | undefined {
  const match = VIEW_BEFORE.exec(text) ?? VIEW_AFTER.exec(text) ?? WHERE_STANDS.exec(text);
  const speaker = namedSpeaker(match?.groups?.speaker);
  if (speaker === undefined) return undefined;
  return { ask: 'said', speaker, topic: match?.groups?.topic ?? '', presupposes: false };
}

const DID_SAY = regex(
  `^(?:did|does|do|has|have|had|didn't|hasn't) (?<speaker>.+?)(?: ever| also| already| actually| yet)? (?<verb>${SAY})(?: (?:anything|something|a word|at all))?(?: (?<link>that|if|whether|${ABOUT}))?(?: (?<topic>.+))?$`,
);
/** Verbs that are nouns as well: "the congressional report offer proof". */
const NOUN_VERB = /^(?:report|reports|claim|claims|comment|comments|note|notes|state|states|mention|stress|suggest)$/i;

/** "Did X say anything about Y?", "Has X commented on Y?" */
function parseDidSay(text: string): SpeakerQuestion | undefined {
  const match = DID_SAY.exec(text);
  const speaker = namedSpeaker(match?.groups?.speaker);
  if (match === null || speaker === undefined) return undefined;
  const { verb = '', link, topic = '' } = match.groups ?? {};
  if (
    NOUN_VERB.test(verb) &&
    link === undefined &&
    /^\p{Ll}/u.test(topic) &&
    !/^(?:the|a|an|any|his|her|its|their|how|what|why)\b/.test(topic)
  )
    return undefined;
  return { ask: 'did', speaker, topic, presupposes: false };
}

/** "According to X, what …?", "What … according to X?" */
function parseAccording(text: string): SpeakerQuestion | undefined {
  const match =
    /^according to (?<speaker>[^,]+), ?(?<topic>.+)$/iu.exec(text) ??
    /^(?<topic>.+?),? according to (?<speaker>.+)$/iu.exec(text);
  const speaker = namedSpeaker(match?.groups?.speaker);
  if (speaker === undefined) return undefined;
  return { ask: 'said', speaker, topic: match?.groups?.topic ?? '', presupposes: false };
}

const NAME_ON =
  /^(?<speaker>\p{Lu}[\p{L}\p{N}.&'’-]*(?: (?:of|the|de|du|van|von|for|\p{Lu}[\p{L}\p{N}.&'’-]*))*) on (?<topic>.+)$/u;

/** "Klaba on pricing": perhaps a speaker; else the words themselves are looked for. */
function parseNameOn(text: string): SpeakerQuestion | undefined {
  const match = NAME_ON.exec(text);
  const speaker = namedSpeaker(match?.groups?.speaker);
  if (speaker === undefined || /^(?:what|who|when|where|why|how|which|is|are|was|were|do|does|did)\b/i.test(speaker))
    return undefined;
  return { ask: 'said', speaker, topic: match?.groups?.topic ?? '', presupposes: false, isLoose: true };
}

// ------------------------------------------------------------------- outlets

const OUTLETS_QUOTE = regex(
  `^(?:which|what|how many|list the) (?:news )?(?:outlets?|papers?|newspapers?|media|publications?|publishers?|sources?|articles?|documents?)(?: that)?(?: have| has)? (?:quote|quotes|quoted|cite|cites|cited|interview|interviewed) (?<speaker>.+?)(?: (?:on|about|regarding|concerning) (?<topic>.+))?$`,
);
const WHERE_QUOTED = regex(
  `^(?:where|in (?:which|what) (?:outlets?|papers?|articles?|documents?|sources?)|by (?:whom|which outlets?)) (?:is|are|was|were|has|have) (?<speaker>.+?) (?:been )?(?:quoted|cited|interviewed)(?: (?:on|about|regarding|concerning) (?<topic>.+))?$`,
);
const WHO_QUOTES = regex(
  `^who (?:quotes|quoted|cites|cited|interviewed) (?<speaker>.+?)(?: (?:on|about|regarding|concerning) (?<topic>.+))?$`,
);

/** "Which outlets quote X (on Y)?", "Where is X quoted?" */
function parseOutlets(text: string): SpeakerQuestion | undefined {
  const match = OUTLETS_QUOTE.exec(text) ?? WHERE_QUOTED.exec(text) ?? WHO_QUOTES.exec(text);
  const speaker = namedSpeaker(match?.groups?.speaker);
  if (speaker === undefined) return undefined;
  return { ask: 'outlets', speaker, topic: match?.groups?.topic ?? '', presupposes: false };
}

// ---------------------------------------------------------------------- names

/** A speaker's name holds none of these. */
const CLAUSE_WORD = regex(`\\b(?:did|does|do|has|have|had|would|is|was|were|been|be|being|what|which|who|that)\\b`);
/** More words than this are a clause. */
const MOST_WORDS = 9;

/** The words that name the speaker; nothing when they name nobody in particular. */
function namedSpeaker(words: string | undefined): string | undefined {
  const speaker = words
    ?.trim()
    .replace(/^(?:the|a|an|mr|mrs|ms|dr|prof)\.? /i, '')
    .trim();
  if (speaker === undefined || speaker === '' || NOBODY.test(speaker) || speaker.split(' ').length > MOST_WORDS)
    return undefined;
  return CLAUSE_WORD.test(speaker) ? undefined : speaker;
}
