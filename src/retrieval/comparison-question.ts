import type { Comparison } from './question.ts';

const SOURCES =
  '(?:the |these |those |both |all |all the |two |three |different |various |any )*(?:sources?|documents?|articles?|reports?|texts?|outlets?|papers?|accounts?|analysts|experts|media|they)';
const ON = '(?:on|about|over|regarding|concerning|as to|with regard to|when it comes to)';
const AGREE =
  '(?:agree|disagree|differ|concur|diverge|conflict|say the same(?: thing)?|contradict (?:each other|one another)|tell the same story|line up|match)';

/** The sources with one another: "Do the sources agree on the cost?", "Is there disagreement about X?" */
const SOURCES_AGREE: readonly RegExp[] = [
  new RegExp(
    `^(?:and )?(?:(?:how|where|in what way|on what|how far|to what extent) )?(?:do|does|did|can|could|would) ${SOURCES} ${AGREE}(?: with (?:each other|one another))?(?: ${ON})?(?: whether| if| that)? (?<topic>.+)$`,
    'iu',
  ),
  new RegExp(
    `^(?:and )?(?:is|are|was|were) there (?:any |some |a |an )?(?:disagreements?|agreement|consensus|contradictions?|conflicting (?:reports|figures|accounts|information|claims)|differences?|different (?:views|opinions|figures|accounts)|discrepanc(?:y|ies))(?: (?:between|among|in|across) ${SOURCES})?(?: (?:on|about|over|regarding|concerning|as to|of|around))?(?: whether| if)? (?<topic>.+)$`,
    'iu',
  ),
  new RegExp(
    `^(?:and )?(?:what|which) (?:do|are)(?: the)? (?:disagreements?|contradictions?|differences?|conflicting (?:views|accounts))(?: (?:between|among|in) ${SOURCES})? ${ON} (?<topic>.+)$`,
    'iu',
  ),
  new RegExp(
    `^(?:and )?(?:are|is|were) ${SOURCES} (?:consistent|in agreement|agreed|at odds|divided|split|unanimous)(?: ${ON}) (?<topic>.+)$`,
    'iu',
  ),
  new RegExp(`^compare (?:what )?${SOURCES}(?: (?:say|said|write|report|tell))?(?: ${ON}) (?<topic>.+)$`, 'iu'),
  /^(?:how|what) do (?:the )?(?:accounts|reports|views|opinions) (?:of|on|about) (?<topic>.+) (?:differ|compare)$/iu,
];

const NAME = "[\\p{L}\\p{N}][\\p{L}\\p{N}.&'’ -]*?";
const SAY =
  '(?:say|says|said|think|thinks|thought|claim|claims|claimed|write|wrote|report|reports|reported|see|sees|saw|judge|view|argue|argued|make of|made of)';

/** Two sides by name. */
const SIDES: readonly RegExp[] = [
  new RegExp(
    `^(?:and )?(?:how |where |in what way |on what |how far )?(?:do|does|did|are|were)(?: both)? (?<a>${NAME}) (?:and|or|versus|vs\\.?) (?<b>${NAME}) (?:${AGREE}|compare|consistent|at odds|divided|of one mind)(?:(?: with (?:each other|one another))? ${ON}(?: whether| if)? (?<topic>.+))?$`,
    'iu',
  ),
  new RegExp(
    `^(?:and )?(?:how |where )?(?:do|does|did) (?<a>${NAME}) (?:agree|disagree|differ|concur|diverge) (?:with|from) (?<b>${NAME})(?: ${ON}(?: whether| if)? (?<topic>.+))?$`,
    'iu',
  ),
  new RegExp(
    `^(?:and )?how (?:do|does|did) (?<a>${NAME}) and (?<b>${NAME}) (?:judge|see|view|assess|regard|rate|describe) (?<topic>.+)$`,
    'iu',
  ),
  new RegExp(
    `^(?:and )?how (?:do|does|did) (?<a>${NAME}) compare (?:to|with) (?<b>${NAME})(?: (?:on|in|for|regarding|when it comes to) (?<topic>.+))?$`,
    'iu',
  ),
  new RegExp(
    `^(?:compare|contrast)(?: what| how| the (?:views?|positions?|statements?|opinions?|comments?|stances?) of)? (?<a>${NAME}) (?:and|with|to|versus|vs\\.?|against) (?<b>${NAME})(?: ${SAY}(?: ${ON})?| ${ON})(?: (?<topic>.+))?$`,
    'iu',
  ),
  new RegExp(`^(?:compare|contrast) (?<a>${NAME}) (?:and|with|to|versus|vs\\.?|against) (?<b>${NAME})$`, 'iu'),
  new RegExp(
    `^(?:what (?:is|are|was|were)|what's|is there|was there)?(?: the| a| any)? ?differences? (?:in (?:opinion|view) )?between (?:what |how )?(?<a>${NAME}) and (?<b>${NAME})(?:(?: ${SAY}(?: ${ON})?| ${ON})(?: (?<topic>.+))?)?$`,
    'iu',
  ),
  new RegExp(`^(?<a>${NAME}) (?:vs\\.?|versus) (?<b>${NAME})(?:(?:,| ${ON}|:) (?<topic>.+))?$`, 'iu'),
  new RegExp(`^(?<topic>\\p{Ll}${NAME})[:,]? (?<a>\\p{Lu}${NAME}) (?:vs\\.?|versus) (?<b>${NAME})$`, 'u'),
];

/** Reads a question that compares; nothing when it does not. `question` without courtesies. */
export function parseComparison(question: string): Comparison | undefined {
  const text = question.replace(/[?!.\s]+$/, '');
  for (const pattern of SOURCES_AGREE) {
    const topic = pattern.exec(text)?.groups?.topic;
    if (topic !== undefined) return { sides: [], topic: topic.replace(WHAT_SOURCES_SAY, '') };
  }
  for (const pattern of SIDES) {
    const { a, b, topic } = pattern.exec(text)?.groups ?? {};
    if (a === undefined || b === undefined || CLAUSE_WORDS.test(a) || CLAUSE_WORDS.test(b)) continue;
    return { sides: [a, b].map((side) => side.replace(/^the /i, '').trim()), topic: topic ?? '' };
  }
  return undefined;
}

const WHAT_SOURCES_SAY = /^what /i;
/** No side of a comparison holds a verb of asking. */
const CLAUSE_WORDS = /\b(?:what|which|who|why|how|did|does|do|is|are|was|were)\b/i;
