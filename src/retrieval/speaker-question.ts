import type { SpeakerQuestion } from './question.ts';

const SAY =
  '(?:say|says|said|saying|tell|told|state|stated|claim|claimed|claims|argue|argued|argues|think|thinks|thought|believe|believes|believed|note|noted|warn|warned|warns|emphasi[sz]e|emphasi[sz]ed|stress|stressed|point out|pointed out|comment|commented|mention|mentioned|predict|predicted|predicts|expect|suggest|suggested|describe|described|explain|explained|recommend|recommended|declare|declared|insist|insisted|write|wrote|report|reported|add|added|concede|conceded|admit|admitted|acknowledge|acknowledged|assert|asserted|caution|cautioned|respond|responded|react|reacted|speak|spoke|talk|talked|reply|replied|make of)';
const ABOUT = '(?:about|on|regarding|concerning|of|over|to|as to|with regard to|in relation to|against)';
const AUX = "(?:did|does|do|has|have|had|would|is|was|were|didn't|doesn't)";

/** Groups that a question may name instead of a speaker. */
const CLASS_PLURALS =
  'analysts|experts|officials|politicians|ministers|researchers|companies|vendors|executives|founders|ceos|lawyers|critics|economists|lawmakers|regulators|academics|professors|people|persons|speakers|observers|industry figures';
/** "Which analyst …" names a class too; "What did the minister …" names somebody. */
const CLASS_WORDS = `${CLASS_PLURALS}|analyst|expert|official|politician|minister|researcher|vendor|executive|founder|ceo|lawyer|economist|regulator|professor|person|speaker`;

/** Words that stand for the sources as a whole: no speaker is meant. */
const NOBODY =
  /^(?:the )?(?:sources?|documents?|articles?|texts?|reports?|press|media|news|they|it|he|she|you|we|i|there|this|that|anyone|anybody|people|law|act|regulation|order|plan|directive|agreement|contract|treaty)$/i;

const VIEWS =
  '(?:views?|opinions?|positions?|stance|take|reactions?|comments?|statements?|responses?|criticisms?|warnings?|predictions?|assessments?|arguments?|words|quotes?|remarks?|claims?)';

const WHO_SAID = new RegExp(
  `^(?:[Aa]nd )?[Ww]ho(?: else)?(?: has| have| had)? ${SAY}(?: (?<to>[A-Z][\\p{L}\\p{N} ]*?))?(?: (?:that|${ABOUT}))?(?: (?<topic>.+))?$`,
  'u',
);
const CLASS_WHO = new RegExp(
  `^(?:which|what|how many) (?:(?!(?:do|does|did|has|have|had|is|are|was|were) )[\\p{L}-]+ )?(?<kind>${CLASS_WORDS}|leaders|senators|[\\p{L}-]+(?:men|ists|ors|ers|ians|ants))(?: has| have| had)? (?:are quoted|were quoted|${SAY})(?: (?:that|${ABOUT}))?(?: (?<topic>.+))?$`,
  'iu',
);
const CLASS_SAID = new RegExp(
  `^(?:what|how) ${AUX} (?:the |other |some )?(?<kind>${CLASS_PLURALS}) ${SAY}(?: (?:that|${ABOUT}))?(?: (?<topic>.+))?$`,
  'iu',
);
const SAID = new RegExp(
  `^(?:and |but |so )?(?<q>what(?: else)?|why|how|when|where|what exactly|(?:what|which) [\\p{L}]+) ${AUX} (?<speaker>.+?)(?: (?:actually|really|also|specifically|publicly|then))?(?<!\\b(?:of|the|a|an|his|her|its|their|to)) (?<verb>${SAY})(?<rest>(?: .+)?)$`,
  'iu',
);
const VIEW_BEFORE = new RegExp(
  `^(?:what(?:'s| is| was| are| were)?(?: the)? )?(?<speaker>.+?)(?:'s|’s|s'|s’) ${VIEWS}(?: ${ABOUT} (?<topic>.+))?$`,
  'iu',
);
const VIEW_AFTER = new RegExp(
  `^(?:what(?:'s| is| was| are| were)? )?(?:the )?${VIEWS} (?:of|by|from) (?<speaker>.+?)(?: (?:about|on|regarding|concerning|over|to|against) (?<topic>.+))?$`,
  'iu',
);
const DID_SAY = new RegExp(
  `^(?:and )?(?:did|does|do|has|have|had) (?<speaker>.+?)(?: ever| also| already| actually)? ${SAY}(?: (?:anything|something|a word))?(?: (?:that|${ABOUT}))?(?: (?<topic>.+))?$`,
  'iu',
);
/** What joins a verb of saying to what was said. */
const OPENING_LINK = new RegExp(`^(?:that|${ABOUT})\\b ?`, 'i');
/** A speaker's name holds none of these. */
const CLAUSE_WORD = new RegExp(`\\b(?:${AUX}|what|which|who|that)\\b`, 'i');

/** Reads what a question asks about speakers; nothing when it asks about the matter itself. `question` without courtesies. */
export function parseSpeakerQuestion(question: string): SpeakerQuestion | undefined {
  const text = question.replace(/[?!.\s]+$/, '');
  return (
    parseWhoSaid(text) ??
    parseClassSaid(text) ??
    parseSaid(text) ??
    parseView(text) ??
    parseDidSay(text) ??
    parseAccording(text)
  );
}

/** "Who said that …?", "Who commented on …?", "Who is quoted on …?" */
function parseWhoSaid(text: string): SpeakerQuestion | undefined {
  const match =
    WHO_SAID.exec(text) ??
    /^(?:and )?who(?: all)?(?: is| are| was| were| gets| got)? (?:quoted|cited)(?: (?:on|about|regarding|as saying|saying)(?: that)?)?(?: (?<topic>.+))?$/iu.exec(
      text,
    );
  if (match === null) return undefined;
  if (
    SPOKE_ABOUT.test(text) ||
    /^(?:and )?who(?: all)?(?: is| are| was| were| gets| got)? (?:quoted|cited) (?:on|about)/i.test(text)
  ) {
    return { ask: 'who', speakerClass: 'people', topic: match.groups?.topic ?? '', presupposes: false };
  }
  const outlet = match.groups?.to;
  return {
    ask: 'who',
    topic: match.groups?.topic ?? '',
    presupposes: false,
    ...(outlet === undefined ? {} : { outlet }),
  };
}

/** "Who commented on …?" asks for everybody who spoke about it, not for the words of a claim. */
const SPOKE_ABOUT =
  /^(?:and )?who(?: else)?(?: has| have)? (?:comment|speak|spoke|talk|react|respond)(?:ed|ted)? (?:about|on|of|to) /i;

/** "Which analysts commented on …?", "What do experts think of …?" */
function parseClassSaid(text: string): SpeakerQuestion | undefined {
  const which = CLASS_WHO.exec(text);
  if (which !== null)
    return {
      ask: 'who',
      speakerClass: which.groups?.kind?.toLowerCase() ?? '',
      topic: which.groups?.topic ?? '',
      presupposes: false,
    };
  const what = CLASS_SAID.exec(text);
  if (what === null) return undefined;
  return {
    ask: 'said',
    speakerClass: what.groups?.kind?.toLowerCase() ?? '',
    topic: what.groups?.topic ?? '',
    presupposes: false,
  };
}

/** "What did X say (to Y) (about Z)?", "Why did X say that …?", "How did X respond to …?" */
function parseSaid(text: string): SpeakerQuestion | undefined {
  const match = SAID.exec(text);
  const speaker = namedSpeaker(match?.groups?.speaker);
  if (match === null || speaker === undefined) return undefined;
  const verb = match.groups?.verb?.toLowerCase() ?? '';
  const isTell = /^t[eo]ll?d?/.test(verb);
  let rest = (match.groups?.rest ?? '').trim();
  let outlet: string | undefined;
  const told = isTell
    ? /^(?<outlet>(?:the )?[A-Z][\p{L}\p{N}.&'’-]*(?: [A-Z][\p{L}\p{N}.&'’-]*)*)(?<after>.*)$/u.exec(rest)
    : /^to (?<outlet>(?:the )?[A-Z][\p{L}\p{N}.&'’-]*(?: [A-Z][\p{L}\p{N}.&'’-]*)*)(?<after>.*)$/u.exec(rest);
  if (told?.groups !== undefined && !/^(?:respond|react|reply|repli)/.test(verb)) {
    outlet = told.groups.outlet;
    rest = (told.groups.after ?? '').trim();
  }
  const topic = rest.replace(OPENING_LINK, '').trim();
  const presupposes =
    /^(?:why|when|where|how)$/i.test(match.groups?.q ?? '') &&
    !/^(?:respond|react|repl|describ|see|view)/.test(verb) &&
    topic !== '';
  return { ask: 'said', speaker, topic, presupposes, ...(outlet === undefined ? {} : { outlet }) };
}

/** "What is X's view on Y?", "What was the reaction of X to Y?" */
function parseView(text: string): SpeakerQuestion | undefined {
  const match = VIEW_BEFORE.exec(text) ?? VIEW_AFTER.exec(text);
  const speaker = namedSpeaker(match?.groups?.speaker);
  if (speaker === undefined) return undefined;
  return { ask: 'said', speaker, topic: match?.groups?.topic ?? '', presupposes: false };
}

/** "Did X say anything about Y?", "Has X commented on Y?" */
function parseDidSay(text: string): SpeakerQuestion | undefined {
  const match = DID_SAY.exec(text);
  const speaker = namedSpeaker(match?.groups?.speaker);
  if (speaker === undefined) return undefined;
  return { ask: 'did', speaker, topic: match?.groups?.topic ?? '', presupposes: false };
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

/** The words that name the speaker; nothing when they name nobody in particular. */
function namedSpeaker(words: string | undefined): string | undefined {
  const speaker = words
    ?.trim()
    .replace(/^(?:the|a|an|mr|mrs|ms|dr|prof)\.? /i, '')
    .trim();
  if (speaker === undefined || speaker === '' || NOBODY.test(speaker) || speaker.split(' ').length > 8)
    return undefined;
  if (CLAUSE_WORD.test(speaker)) return undefined;
  return speaker;
}
