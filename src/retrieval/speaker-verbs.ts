/** Verbs of saying as questions use them, for a regular expression. */
export const SAY =
  '(?:say|says|said|saying|tell|tells|told|telling|state|states|stated|claim|claimed|claims|argue|argued|argues|think|thinks|thought|believe|believes|believed|note|notes|noted|warn|warned|warns|emphasi[sz]e|emphasi[sz]ed|stress|stressed|point out|pointed out|comment|comments|commented|commenting|mention|mentioned|predict|predicted|predicts|expect|expects|expected|suggest|suggests|suggested|describe|describes|described|explain|explains|explained|recommend|recommends|recommended|declare|declared|insist|insists|insisted|write|writes|wrote|written|report|reports|reported|add|added|concede|conceded|admit|admits|admitted|acknowledge|acknowledged|assert|asserted|caution|cautioned|respond|responds|responded|react|reacts|reacted|speak|spoke|spoken|talk|talked|reply|replied|make of|made of)';

/** Verbs of a stance: what somebody says shows it, and other sentences may tell of it as well. */
export const TAKE_A_STANCE =
  '(?:accuse|accuses|accused|blame|blames|blamed|reproach|reproaches|reproached|critici[sz]e|critici[sz]es|critici[sz]ed|praise|praises|praised|demand|demands|demanded|call for|calls for|called for|ask for|asks for|asked for|propose|proposes|proposed|promise|promises|promised|deny|denies|denied|reject|rejects|rejected|defend|defends|defended|dismiss|dismisses|dismissed|condemn|condemns|condemned|welcome|welcomes|welcomed|oppose|opposes|opposed|support|supports|supported|hope|hopes|hoped|fear|fears|feared|see|sees|saw|answer|answers|answered|advise|advises|advised|urge|urges|urged|complain|complains|complained|doubt|doubts|doubted|question|questions|questioned|judge|judges|judged|view|views|viewed|regard|regards|regarded|feel|feels|felt|vow|vows|vowed|pledge|pledges|pledged|agree|agrees|agreed|disagree|disagrees|disagreed|object|objects|objected|estimate|estimates|estimated|forecast|forecasts|confirm|confirms|confirmed|reveal|reveals|revealed|announce|announces|announced|threaten|threatens|threatened)';

export const ABOUT =
  '(?:about|on|regarding|concerning|of|over|to|as to|with regard to|in relation to|against|with|for|in|from)';
export const AUX = "(?:did|does|do|has|have|had|would|is|was|were|are|didn't|doesn't|hasn't|haven't)";

/** Groups that a question may name instead of a speaker. */
export const CLASS_PLURALS =
  'analysts|experts|officials|politicians|ministers|researchers|companies|vendors|executives|founders|ceos|lawyers|critics|economists|lawmakers|regulators|academics|professors|people|persons|speakers|observers|industry figures|spokespeople|voices|commentators|senators|leaders';
/** "Which analyst …" names a class too; "What did the minister …" names somebody. */
export const CLASS_WORDS = `${CLASS_PLURALS}|analyst|expert|official|politician|minister|researcher|vendor|executive|founder|ceo|lawyer|economist|regulator|professor|person|speaker|spokesperson`;

/** What somebody's words are called. */
export const VIEWS =
  '(?:views?|opinions?|positions?|stance|stand|take|reactions?|comments?|statements?|responses?|criticisms?|critique|warnings?|predictions?|assessments?|arguments?|words|quotes?|quotations?|remarks?|claims?|thoughts?|verdict|judgement|judgment|advice|answer|concerns?)';

/** Words that stand for the sources as a whole: no speaker is meant. */
export const NOBODY =
  /^(?:the |this |that |these |those )?(?:sources?|documents?|articles?|texts?|reports?|stor(?:y|ies)|pieces?|press|media|news|they|it|he|she|you|we|i|there|this|that|anyone|anybody|someone|somebody|people|law|act|regulation|order|plan|directive|agreement|contract|treaty|study|survey|poll|data|figures|numbers|desk)$/i;
